//! Sets coverage as a page for the desk, which asks for nothing and runs nothing.

use std::fmt::Display;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::html::Html;
use crate::coverage::{Count, Coverage, Covered, Kind, Sentence, State};
use crate::describe::Sink as _;
use crate::diagnostics::printable;

const SHEET: &str = "\
:root { color-scheme: light dark; font: 100%/1.45 Georgia, serif; }
body { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
.desk { border: 2px solid; padding: .5rem 1rem; font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding: .5rem 0; font-weight: bold; }
th, td { text-align: start; vertical-align: top; padding: .15rem .75rem .15rem 0; }
th { width: 9rem; font-weight: normal; }
td { overflow-wrap: anywhere; }
.begins > * { padding-top: .75rem; }
.uncovered th, .partly th { font-weight: bold; }
.left-out td, .reason { opacity: .7; }
mark { background: #f7d774; color: #1c1b18; text-decoration: underline wavy; }
";

impl Coverage<'_> {
    /// Returns the coverage as one HTML document. It holds the whole text of the snapshots.
    pub fn html(&self) -> String {
        let mut body = Html::default();
        body.element(
            "p",
            &[("class", &"desk")],
            "For the desk, not to be published: this page holds the whole text of its sources, which is \
             their publishers’.",
        );
        body.element("h1", &[], &format!("What claims rest on: {}", self.title()));
        body.element("p", &[], &format!("{}.", in_words(self.count())));
        for covered in &self.snapshots {
            table(self, covered, &mut body);
        }
        let unread = self.unread.iter();
        let unread = unread.map(|(id, why)| format!("{}: {why}", self.source(*id)));
        for (head, lines) in [
            ("Not known, and not counted", unread.collect()),
            (
                "Not found, so that it covers nothing",
                self.unfound_in_words(),
            ),
            ("Borrowed", self.borrowed_in_words()),
        ] {
            listed(head, &lines, &mut body);
        }
        document(self.title(), &body)
    }
}

/// Appends the sentences of a snapshot, a row each.
fn table(coverage: &Coverage<'_>, covered: &Covered, html: &mut Html) {
    let language = coverage.language(covered.source);
    let (key, file) = (
        coverage.source(covered.source),
        printable(&covered.file.file),
    );
    html.start("table", &[]);
    let caption = format!("{key}, {file}: {}", in_words(covered.count()));
    html.element("caption", &[], &caption);
    html.start("thead", &[]);
    html.start("tr", &[]);
    for head in ["Rests on it", "Text"] {
        html.element("th", &[("scope", &"col")], head);
    }
    html.end("tr");
    html.end("thead");
    html.start("tbody", &[]);
    for paragraph in &covered.paragraphs {
        for (index, sentence) in paragraph.iter().enumerate() {
            let class = sentence.state.name();
            let begins = if index == 0 { " begins" } else { "" };
            html.start("tr", &[("class", &format!("{class}{begins}"))]);
            let margin = sentence.margin();
            let margin = match sentence.state {
                State::Uncovered => "nothing".to_owned(),
                State::Partly => format!("{margin}, less than half"),
                State::Covered | State::LeftOut => margin,
            };
            html.element("th", &[("scope", &"row")], &margin);
            html.start("td", &[("lang", &language), ("dir", &"auto")]);
            words(coverage, covered, sentence, html);
            html.end("td");
            html.end("tr");
        }
    }
    html.end("tbody");
    html.end("table");
}

/// Appends the words of a sentence, with those marked on which nothing rests.
fn words(coverage: &Coverage<'_>, covered: &Covered, sentence: &Sentence, html: &mut Html) {
    for (piece, kind) in covered.pieces(sentence) {
        let words = printable(&piece.replace(['\n', '\r', '\t'], " "));
        let is_open = kind == Kind::Uncovered && !sentence.state.is_settled();
        if is_open && piece.contains(char::is_alphanumeric) {
            html.element("mark", &[], &words);
        } else {
            html.text(&words);
        }
    }
    for number in &sentence.left_out {
        html.text(" ");
        html.element(
            "span",
            &[("class", &"reason")],
            &format!("[{}]", coverage.reason(*number)),
        );
    }
}

fn listed(head: &str, lines: &[String], html: &mut Html) {
    if lines.is_empty() {
        return;
    }
    html.element("h2", &[], head);
    html.start("ul", &[]);
    for line in lines {
        html.element("li", &[], &printable(line));
    }
    html.end("ul");
}

fn in_words(count: Count) -> String {
    match count.percent() {
        Some(percent) => format!(
            "Claims rest on {} of {} sentences, or they are left out: {percent} %",
            count.covered, count.all
        ),
        None => "There is no sentence".to_owned(),
    }
}

fn document(title: &str, body: &Html) -> String {
    let mut head = Html::default();
    let hash = STANDARD.encode(Sha256::digest(SHEET));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
    );
    head.start("meta", &[("charset", &"utf-8")]);
    let policy: [(&'static str, &dyn Display); 2] = [
        ("http-equiv", &"Content-Security-Policy"),
        ("content", &policy),
    ];
    head.start("meta", &policy);
    for (name, content) in [
        ("referrer", "no-referrer"),
        ("robots", "noindex"),
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
    ] {
        head.start("meta", &[("name", &name), ("content", &content)]);
    }
    head.element("title", &[], &format!("Coverage: {title}"));
    let (head, body) = (head.into_text(), body.clone().into_text());
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n{head}\n<style>{SHEET}</style>\n</head>\n\
         <body>\n{body}\n</body>\n</html>\n"
    )
}
