//! Writes Markdown in which every character of a text stands for itself.

use std::fmt::Write as _;
use std::ops::Range;

use crate::describe::typography::Typography;
use crate::describe::{Description, Mark, Sink, write_parts};
use crate::model::{Cell, Prose, Side};

/// Writes descriptions and running text as Markdown.
#[derive(Default)]
struct Markdown {
    out: String,
    /// The mark before the text that comes next.
    opening: Option<&'static str>,
    /// The marks of emphasis that are open: where, and which.
    open: Vec<(usize, &'static str)>,
    /// Where those that were closed last stand.
    closed: Option<[Range<usize>; 2]>,
    /// Whether a link is open, which a bracket would end.
    is_link: bool,
    /// Whether it is a cell of a table, which a bar would end.
    is_cell: bool,
}

impl Markdown {
    /// Opens emphasis by asterisks. After asterisks that close another, they would be read as one
    /// mark with those: one of the two takes underscores, which may not stand within a word.
    /// Emphasis within the same says nothing, and readers do not agree where its marks end.
    fn emphasise(&mut self, stars: &'static str, lines: &'static str) {
        if self.open.iter().any(|(_, mark)| mark.len() == stars.len()) {
            self.open.push((self.out.len(), ""));
            return;
        }
        let mut mark = stars;
        let closed = self.closed.take();
        if let Some([open, close]) = closed.filter(|[_, close]| close.end == self.out.len()) {
            let before = self
                .out
                .get(..open.start)
                .and_then(|out| out.chars().next_back());
            if before.is_some_and(char::is_alphanumeric) {
                mark = lines;
            } else {
                for range in [close, open] {
                    let lines = "_".repeat(range.len());
                    self.out.replace_range(range, &lines);
                }
            }
        } else if self.out.ends_with('*') && !self.out.ends_with("\\*") {
            mark = lines;
        }
        self.open.push((self.out.len(), mark));
        self.out.push_str(mark);
    }

    fn close_emphasis(&mut self) {
        let Some((start, mark)) = self.open.pop().filter(|(_, mark)| !mark.is_empty()) else {
            return;
        };
        let end = self.out.len();
        self.out.push_str(mark);
        self.closed = Some([start..start + mark.len(), end..end + mark.len()]);
    }
}

impl Sink for Markdown {
    fn text(&mut self, words: &str) {
        if let Some(mark) = self.opening.take() {
            // Between a letter and a punctuation mark, marks would mark nothing.
            if !words.starts_with(char::is_alphanumeric) {
                self.out.push(' ');
            }
            self.out.push_str(mark);
        }
        // Between these two, words would be a link.
        if self.out.ends_with(']') && words.starts_with('(') {
            self.out.push('\\');
        }
        self.out.push_str(&masked(words, self.is_link));
    }

    fn open(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Part(_) | Mark::Date(_) => {}
            Mark::Address(_) => {
                // It would make a picture of the link.
                if self.out.ends_with('!') {
                    self.out.insert(self.out.len() - 1, '\\');
                }
                self.out.push('[');
                self.is_link = true;
            }
            Mark::Inserted => self.opening = Some("**"),
            // As GitHub has it.
            Mark::Deleted => self.opening = Some("~~"),
            Mark::Key | Mark::Strong => self.emphasise("**", "__"),
            Mark::Emphasis => self.emphasise("*", "_"),
        }
    }

    fn close(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Part(_) | Mark::Date(_) => {}
            Mark::Address(address) => {
                self.is_link = false;
                let bar = if self.is_cell { "%7C" } else { "|" };
                _ = write!(self.out, "](<{}>)", address.replace('|', bar));
            }
            Mark::Deleted => self.out.push_str("~~"),
            Mark::Inserted => self.out.push_str("**"),
            Mark::Key | Mark::Strong | Mark::Emphasis => self.close_emphasis(),
        }
    }

    fn code(&mut self, code: &str) {
        if !self.is_cell {
            span(code, &mut self.out);
        } else if code.contains("\\|") {
            // Readers do not agree which of the marks is taken off.
            self.out.push_str(&text(code));
        } else {
            span(&code.replace('|', "\\|"), &mut self.out);
        }
    }
}

pub(super) fn described(description: &Description<'_>) -> String {
    let mut sink = Markdown::default();
    description.write_to(&mut sink);
    sink.out
}

/// Returns running text as Markdown; citations are labels in brackets: (C1, C3).
pub(super) fn prose(prose: &Prose, typography: &Typography<'_>) -> String {
    let mut sink = Markdown::default();
    write_parts(prose.parts(), Some(typography), &mut sink);
    sink.out
}

/// Returns the table that a text introduces, as GitHub has it, so many columns deep in a list.
pub(super) fn table(prose: &Prose, typography: &Typography<'_>, indent: usize) -> Option<String> {
    let table = prose.table()?;
    let row = |cells: &[Cell]| {
        let cells = cells.iter().map(|cell| {
            let mut sink = Markdown {
                is_cell: true,
                ..Markdown::default()
            };
            write_parts(cell, Some(typography), &mut sink);
            sink.out
        });
        cells.collect::<Vec<_>>().join(" | ")
    };
    let sides = table.sides().iter().map(|side| match side {
        Side::Start => "---",
        Side::Middle => ":---:",
        Side::End => "---:",
    });
    let sides = sides.collect::<Vec<_>>().join(" | ");
    let rows = table.rows().iter().map(|cells| row(cells));
    let lines = [row(table.head()), sides].into_iter().chain(rows);
    let lines = lines.map(|line| format!("{:indent$}| {line} |\n", ""));
    Some(format!("\n{}\n", lines.collect::<String>()))
}

/// Returns a text in which nothing is markup, wherever in a line it stands. Marks are masked only where they
/// could mark something: a letter is read as it is, too.
pub(super) fn text(text: &str) -> String {
    masked(text, false)
}

/// Masks the marks of a text, which may be that of a link.
fn masked(text: &str, is_of_link: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let rest = text.get(at + letter.len_utf8()..).unwrap_or("");
        let next = rest.chars().next();
        let opens_line = before.is_none();
        let is_apart = before.is_some_and(char::is_whitespace);
        let ends_word = next.is_none_or(char::is_whitespace);
        let marks = match letter {
            '`' | '|' => true,
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '*' => !is_apart || !ends_word || next.is_none(),
            '_' => {
                let is_within = [before, next].map(|c| c.is_some_and(char::is_alphanumeric));
                is_within != [true; 2] && (!is_apart || !ends_word || next.is_none())
            }
            '~' => !is_apart || !next.is_some_and(char::is_alphanumeric),
            '[' => is_of_link || opens_line,
            ']' => is_of_link || matches!(next, Some('(' | '[')),
            '<' => next.is_none_or(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '>' => opens_line,
            '&' => is_entity(rest),
            '#' | '+' | '-' | '=' => opens_line && (ends_word || next == Some(letter)),
            '.' | ')' => is_number(&out) && ends_word,
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        // A line break would end the paragraph or the cell.
        out.push(if matches!(letter, '\n' | '\r') {
            ' '
        } else {
            letter
        });
        before = Some(letter);
    }
    out
}

/// Says whether what follows an ampersand could make an entity of it, by a semicolon that is still to come, too.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches('#');
    let end = name.trim_start_matches(char::is_alphanumeric);
    end.len() < rest.len() && (end.is_empty() || end.starts_with(';'))
}

/// Says whether a line so far is a number, which with a stop begins a list.
fn is_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Appends a code span, fenced by more backticks than stand in it.
fn span(code: &str, out: &mut String) {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    _ = write!(out, "{fence}{pad}{code}{pad}{fence}");
}

#[cfg(test)]
mod tests {
    use super::{span, text};

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (plain, expected) in [
            ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"),
            ("[a](b) <c>", "\\[a\\](b) \\<c>"),
            ("&amp; R & D &amp", "\\&amp; R & D \\&amp"),
            ("# a", "\\# a"),
            ("1. a", "1\\. a"),
            ("a 1. b", "a 1. b"),
            ("a | b", "a \\| b"),
        ] {
            assert_eq!(text(plain), expected);
        }
    }

    #[test]
    fn what_marks_nothing_is_left_as_it_is() {
        for plain in [
            "9.1 and 2.",
            "Tuesday [24 November, inferred], “the gate [was] rotten”",
            "AT&T, 2 * 3, a < b > c, snake_case, about ~300",
            "-5 degrees",
            "#tag",
            "No!",
            "C:\\Users",
        ] {
            assert_eq!(text(plain), plain);
        }
    }

    #[test]
    fn code_is_fenced_by_more_backticks_than_it_has() {
        let mut out = String::new();
        span("a``b`", &mut out);
        assert_eq!(out, "``` a``b` ```");
    }
}
