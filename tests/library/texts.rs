//! What is written in a brief is read from every form of it, letter by letter, by a parser of that
//! form, whatever letters they are.

use brief::Locales;
use brief::analysis::Edition;
use brief::export::{csl_json, csv, json, json_ld, markdown, origins};
use brief::page::Page;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use crate::html::Html;

/// What means something in one of the forms.
const PIECES: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "``",
    "[a](b)",
    "[a]",
    "![",
    "]",
    "<b>",
    "<",
    ">",
    "&amp;",
    "&",
    "&#35;",
    "#",
    "# ",
    "1.",
    "1)",
    "2025.",
    "+",
    "-",
    "- ",
    "=",
    "===",
    "---",
    "@",
    "|",
    "\\",
    "\\n",
    "~~",
    "~",
    "!",
    "</script>",
    "<!--",
    "-->",
    "</style>",
    "]]>",
    "{{ a }}",
    "{% a %}",
    "{# a #}",
    "%",
    "%0A",
    "$",
    "^",
    ":",
    "::",
    ";",
    ",",
    ", ",
    ".",
    "…",
    "/",
    "?",
    "word",
    "Word",
    "é",
    "Ж",
    "漢",
    "😀",
    " ",
    "http://a.example/?b&c",
    "www.a.example",
    "=1+1",
    "\u{A0}",
    "0",
    "a1",
];

fn line() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..9);
    let lines = pieces.prop_map(|pieces| {
        pieces
            .concat()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    });
    // A headline would cite what is not there.
    lines.prop_filter(
        "it says something, cites nothing and is no table in one line",
        |line| {
            let is_table = line.contains('|') && line.contains("---");
            !line.is_empty() && !line.contains("[@") && !is_table
        },
    )
}

/// Returns a brief with texts at places that take any line.
fn brief(texts: &[String]) -> String {
    let [
        topic,
        name,
        role,
        publisher,
        title,
        issue,
        in_short,
        told_to,
    ] = texts
    else {
        panic!("eight texts");
    };
    let json = serde_json::json!({
        "format": 1, "topic": topic, "title": title, "lang": "en", "as_of": "2025-03-14",
        "edition": 1, "bottom_line": "It is so, they say [@c].",
        "voices": { "ann": { "name": name, "role": role } },
        "sources": { "s": { "type": "report", "publisher": publisher, "title": title, "short": publisher } },
        "issues": { "i": { "name": issue } },
        "claims": [{
            "id": "c", "says": "It is so.", "voice": "ann", "in": "s", "said": {}, "about": "i",
            "told_to": told_to, "quotes": [{ "text": "It is so.", "occasion": role }],
        }],
        "positions": [{ "of": "ann", "on": "i", "stance": "supports", "in_short": in_short, "claims": "c" }],
    });
    json.to_string() + "\n"
}

/// Undoes what typesetting does: it changes no letter.
fn unset(text: &str) -> String {
    text.replace(['\u{A0}', '\u{202F}'], " ")
}

fn of_markdown(text: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut out = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell | Tag::Heading { .. }) => {
                out.push('\n');
            }
            Event::Html(_) | Event::InlineHtml(_) => panic!("HTML in {text}"),
            Event::Rule
            | Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_)) => {
                panic!("markup in {text}")
            }
            Event::Start(_)
            | Event::End(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }
    out
}

/// Returns the text of the first element of a name.
fn text_of(html: &Html, name: &str) -> String {
    let mut elements = html.elements.iter();
    elements
        .find(|element| element.name == name)
        .unwrap()
        .text
        .clone()
}

/// Returns all texts of a JSON value, a line each.
fn of_json(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text}\n"),
        Value::Array(items) => items.iter().map(of_json).collect(),
        Value::Object(entries) => entries.iter().map(|(_, value)| of_json(value)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

fn parsed(json: &str) -> String {
    of_json(&serde_json::from_str(json).unwrap())
}

/// Takes out the apostrophes that keep spreadsheets from running what follows.
fn without_guards(cell: &str) -> String {
    let mut read = String::new();
    for (at, letter) in cell.char_indices() {
        let rest = cell[at + letter.len_utf8()..].trim_start();
        let is_guard = letter == '\''
            && read
                .chars()
                .next_back()
                .is_none_or(|c| ";,|\t\n\r".contains(c))
            && rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        if !is_guard {
            read.push(letter);
        }
    }
    read
}

fn of_csv(text: &str) -> String {
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let cells = |record: ::csv::StringRecord| {
        record
            .iter()
            .flat_map(|cell| ["\n".to_owned(), without_guards(cell)])
            .collect::<String>()
    };
    reader
        .records()
        .map(|record| cells(record.unwrap()))
        .collect()
}

/// Returns the forms of a brief as their parsers read them, and which of eight texts each tells.
fn forms(input: &str) -> Vec<(&'static str, String, [bool; 8])> {
    let checked = brief::Input::new(input).check();
    let brief = checked
        .brief
        .unwrap_or_else(|| panic!("{input}: {:?}", checked.diagnostics));
    let edition = Edition::of(brief);
    let locales = Locales::default();
    let (yes, no) = (true, false);
    let page = Page::new(&edition).render().unwrap();
    let html = Html::parse(&page);
    vec![
        ("page", text_of(&html, "body"), [yes; 8]),
        (
            "data block",
            parsed(&text_of(&html, "script")),
            [yes, yes, yes, yes, yes, yes, no, no],
        ),
        (
            "Markdown",
            of_markdown(&markdown(&edition, &locales)),
            [yes; 8],
        ),
        (
            "CSV",
            of_csv(&csv(&edition, &locales)),
            [no, yes, no, yes, no, yes, no, yes],
        ),
        ("JSON", parsed(&json(&edition)), [yes; 8]),
        (
            "JSON-LD",
            parsed(&json_ld(&edition)),
            [yes, yes, yes, yes, yes, yes, no, no],
        ),
        (
            "CSL-JSON",
            parsed(
                &csl_json(&edition)
                    .replace("&lt;", "<")
                    .replace("&amp;", "&"),
            ),
            [no, no, no, yes, yes, no, no, no],
        ),
        (
            "origins",
            origins(&edition, &locales),
            [yes, yes, no, yes, no, no, no, no],
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_read_from_every_form(texts in prop::collection::vec(line(), 8)) {
        for (form, read, tells) in forms(&brief(&texts)) {
            let read = unset(&read);
            for (text, tells) in texts.iter().zip(tells) {
                prop_assert!(
                    !tells || read.contains(&unset(text)),
                    "{} lacks {:?}:\n{}", form, text, read
                );
            }
        }
    }
}

/// Pieces of Markdown that a claim may have.
const MARKS: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "``",
    "[a](https://a.example/)",
    "<https://b.example/?c&d>",
    "\\*",
    "\\_",
    "\\`",
    "\\[",
    "\\!",
    "!",
    "&amp;",
    "&lt;b&gt;",
    "\\<",
    "~",
    "~~",
    "#",
    "-",
    "+",
    "1.",
    "1",
    ")",
    ".",
    "(",
    "|",
    "word",
    "Wort",
    "é",
    " ",
    " ",
    "漢",
    "=",
    "^",
    "$",
];

/// Returns running text letter by letter, each with what it is marked as.
fn marked<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<(char, Vec<String>)> {
    let mut open: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for event in events {
        let mut push = |text: &str, code: bool| {
            let mut marks = open.clone();
            marks.extend(code.then(|| "code".to_owned()));
            marks.sort();
            marks.dedup();
            out.extend(unset(text).chars().map(|letter| (letter, marks.clone())));
        };
        match event {
            Event::Text(text) => push(&text, false),
            Event::Code(text) => push(&text, true),
            Event::SoftBreak | Event::HardBreak => push(" ", false),
            Event::Start(Tag::Emphasis) => open.push("emphasis".to_owned()),
            Event::Start(Tag::Strong) => open.push("strong".to_owned()),
            Event::Start(Tag::Link { dest_url, .. }) => open.push(dest_url.into_string()),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => drop(open.pop()),
            Event::Start(_)
            | Event::End(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    /// What a claim says is marked in the Markdown as it was in the brief.
    #[test]
    fn markdown_is_read_as_it_was_written(
        pieces in prop::collection::vec(prop::sample::select(MARKS), 1..9)
    ) {
        same_in_markdown(&format!("So {}", pieces.concat()))?;
    }
}

/// Asserts that what a claim says is marked in the Markdown as it was in the brief, if it is sound.
fn same_in_markdown(says: &str) -> Result<(), TestCaseError> {
    let says = says.trim();
    let input = brief(&["a"; 8].map(str::to_owned));
    let json = serde_json::to_string(says).unwrap();
    let input = input.replace("\"says\":\"It is so.\"", &format!("\"says\":{json}"));
    let Some(brief) = brief::Input::new(&input).check().brief else {
        return Ok(());
    };
    let text = markdown(&Edition::of(brief), &Locales::default());
    let from = text.find("- **C1** ").unwrap() + "- **C1** ".len();
    let line = text[from..].lines().next().unwrap();
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let read = marked(Parser::new_ext(line, options));
    prop_assert_eq!(read, marked(Parser::new(says)), "{} became {}", says, line);
    Ok(())
}

#[test]
fn marks_that_meet_stay_apart() {
    for says in [
        "So **_*word**",
        "*a*_b_ c",
        "_a_*b* c",
        "**a**__b__ c",
        "\\![x](https://a.example/) y",
        "a*b*c **d**e",
        "*a **b*** c",
        "`` ` `` and ` `` `",
        "\\*a\\* \\_b\\_",
        "*a*\\*b",
        "1\\. a",
    ] {
        same_in_markdown(says).unwrap();
    }
}

/// A name begins a line as it goes on: in no form is it put into another case.
#[test]
fn no_form_puts_a_name_into_another_case() {
    for name in [
        "eHarbourAlert",
        "iPhone owners",
        "van der Leyen",
        "von Braun",
        "al-Hakim",
        "bell hooks",
        "d’Alembert",
        "ibn Battuta",
        "ııı",
        "istanbul",
        "ǆep",
        "საქართველო",
        "ßa",
        "adidas",
        "e-Post",
    ] {
        for voice in ["name", "group", "writer", "outlet", "described_as", "short"] {
            let input = named(voice, name);
            let checked = brief::Input::new(&input).check();
            let edition = Edition::of(checked.brief.expect(&input));
            let locales = Locales::default();
            // A description may begin with a capital; what begins with a name is none.
            let is_described = voice == "described_as"
                && !name.contains(char::is_uppercase)
                && !name.starts_with("ibn");
            if is_described {
                continue;
            }
            let mut first = name.chars();
            let capital: String = first.next().unwrap().to_uppercase().chain(first).collect();
            for text in [
                text_of(&Html::parse(&Page::new(&edition).render().unwrap()), "body"),
                markdown(&edition, &locales),
                csv(&edition, &locales),
                json(&edition),
                json_ld(&edition),
                csl_json(&edition),
                origins(&edition, &locales),
            ] {
                if capital != name {
                    assert!(!text.contains(&capital), "{voice}: {name}\n{text}");
                }
            }
        }
    }
}

/// Returns a brief in which a voice, or the source, is called by a name.
fn named(voice: &str, name: &str) -> String {
    let publisher = if voice == "outlet" { name } else { "the Paper" };
    let basis = if voice == "writer" {
        "rests_on: b"
    } else {
        "in: s, said: {}"
    };
    let voice = match voice {
        "outlet" => "outlet: s".to_owned(),
        "described_as" => format!("anonymous: unknown, described_as: {name}, reason: fear"),
        "short" => format!("name: Ann Bell, short: {name}"),
        "writer" | "name" | "group" => format!("{voice}: {name}"),
        other => panic!("{other}"),
    };
    format!(
        "format: 1\ntopic: Harbour\ntitle: It is so [@c]\nlang: en\nas_of: 2025-06-20\nedition: 1\n\
         bottom_line: It is so, they say [@c].\nvoices:\n  a: {{ {voice} }}\n  b: {{ name: Bo }}\nsources:\n  \
         s: {{ type: webpage, publisher: {publisher}, issued: {{ date: 2025-06-19 }} }}\nissues:\n  \
         i: {{ name: Works }}\nclaims:\n  - {{ id: c, says: It is so., voice: a, {basis}, about: i \
         }}\n  - {{ id: d, says: It is not., voice: a, {basis} }}\n  - {{ id: b, says: It may be., \
         voice: b, in: s, said: {{}} }}\ntensions:\n  \
         - {{ between: [c, d], note: They differ. }}\npositions:\n  - {{ of: a, on: i, stance: \
         supports, in_short: it is, claims: c }}\n"
    )
}
