//! Writes coverage for people: the text of each source, with the claims that rest on it in the margin.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Count, Coverage, Covered, Kind, Sentence, State};
use crate::diagnostics::printable;
use crate::diagnostics::terminal::Style;

/// How wide labels and text are set.
const LABELS: usize = 12;
const TEXT: usize = 84;

const LEGEND: &str = "! no quote or passage is there  ~ claims rest on less than half of it, the rest in {}  - left out\n";
const WARNING: &str = "\u{1b}[33m";
const QUIET: &str = "\u{1b}[2m";
const RESET: &str = "\u{1b}[0m";

impl Coverage<'_> {
    /// Returns the coverage as a text. Writing to a string cannot fail.
    pub fn text(&self, style: Style) -> String {
        let mut out = String::new();
        if !self.snapshots.is_empty() {
            out.push_str(LEGEND);
        }
        for covered in &self.snapshots {
            let (key, file) = (self.source(covered.source), printable(&covered.file.file));
            _ = write!(out, "\n{key}, {file}: {}\n", in_words(covered.count()));
            for paragraph in &covered.paragraphs {
                out.push('\n');
                for sentence in paragraph {
                    self.sentence(covered, sentence, style, &mut out);
                }
            }
        }
        for (head, lines) in [
            (
                "not found, so that it covers nothing",
                self.unfound_in_words(),
            ),
            ("borrowed", self.borrowed_in_words()),
        ] {
            if !lines.is_empty() {
                _ = write!(out, "\n{head}:\n");
            }
            for line in lines {
                _ = writeln!(out, "  {}", printable(&line));
            }
        }
        out.push('\n');
        for (id, why) in &self.unread {
            let (key, why) = (self.source(*id), printable(why));
            _ = writeln!(out, "{key}: not known, and not counted: {why}");
        }
        _ = writeln!(out, "all: {}", in_words(self.count()));
        out
    }

    fn sentence(&self, covered: &Covered, sentence: &Sentence, style: Style, out: &mut String) {
        let (mark, colour) = match sentence.state {
            State::Covered => (' ', ""),
            State::LeftOut => ('-', QUIET),
            State::Partly => ('~', WARNING),
            State::Uncovered => ('!', WARNING),
        };
        let mut words = marked(covered, sentence);
        for number in &sentence.left_out {
            _ = write!(words, " [{}]", self.reason(*number));
        }
        let margin = wrapped(&sentence.margin(), LABELS);
        let lines = wrapped(&printable(&words), TEXT);
        for row in 0..lines.len().max(margin.len()) {
            let label = margin.get(row).map_or("", String::as_str);
            let line = lines.get(row).map_or("", String::as_str);
            let room = " ".repeat(LABELS.saturating_sub(label.width()));
            let line = format!("{mark} {label}{room} {line}");
            let line = line.trim_end();
            match style {
                Style::Styled if !colour.is_empty() => _ = writeln!(out, "{colour}{line}{RESET}"),
                Style::Styled | Style::Plain => _ = writeln!(out, "{line}"),
            }
        }
    }
}

/// Returns the words of a sentence; of one that is covered in part, what is not is in braces.
fn marked(covered: &Covered, sentence: &Sentence) -> String {
    let pieces = covered.pieces(sentence).into_iter();
    let pieces = pieces.map(|(piece, kind)| {
        let words = piece.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_open = sentence.state == State::Partly && kind == Kind::Uncovered;
        let is_said = words.contains(char::is_alphanumeric);
        let edge = |has: bool| if has { " " } else { "" };
        let before = edge(piece.starts_with(char::is_whitespace));
        let after = edge(piece.ends_with(char::is_whitespace) && !words.is_empty());
        if is_open && is_said {
            format!("{before}{{{words}}}{after}")
        } else {
            format!("{before}{words}{after}")
        }
    });
    pieces.collect()
}

/// Cuts a text into lines of so many columns: between words, and words that are wider anywhere.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut width) = (String::new(), 0);
    for word in text.split_word_bounds() {
        let pieces: Vec<&str> = if word.width() > most {
            word.graphemes(true).collect()
        } else {
            vec![word]
        };
        for piece in pieces {
            let is_space = piece.chars().all(char::is_whitespace);
            let is_mark = !is_space && !piece.contains(char::is_alphanumeric);
            // A mark stays with its word.
            let room = if is_mark { most + 4 } else { most };
            if width + piece.width() > room {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                width = 0;
            }
            if width > 0 || !is_space {
                line.push_str(piece);
                width += piece.width();
            }
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

fn in_words(count: Count) -> String {
    match count.percent() {
        Some(percent) => format!("{} of {} sentences, {percent} %", count.covered, count.all),
        None => "no sentence".to_owned(),
    }
}
