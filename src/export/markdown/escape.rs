//! Text and running text as Markdown in which every character stands for itself.

use std::fmt::Write as _;

use crate::describe::typography::{self, Typography};
use crate::model::{ClaimId, Inline, Prose};

/// Returns a text in which nothing is markup, wherever in a line it stands.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let opens_line = before.is_none();
        let marks = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '&' => next.is_some_and(|next| next.is_alphanumeric() || next == '#'),
            '#' | '+' | '-' | '=' => opens_line,
            '.' | ')' => is_number(&out),
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

/// Says whether a line so far is a number, which with a stop begins a list.
fn is_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns running text as Markdown; citations are labels in brackets: (C1, C3).
pub(super) fn prose(prose: &Prose, typography: &Typography<'_>) -> String {
    let mut out = String::new();
    parts(prose.parts(), typography, &mut out);
    out
}

fn parts(inlines: &[Inline], typography: &Typography<'_>, out: &mut String) {
    for part in inlines {
        match part {
            Inline::Text(words) => out.push_str(&text(&typography::set(words, typography))),
            Inline::Emphasis(inner) => around("*", inner, typography, out),
            Inline::Strong(inner) => around("**", inner, typography, out),
            Inline::Code(code) => span(code, out),
            Inline::Link(url, inner) => {
                out.push('[');
                parts(inner, typography, out);
                out.push_str("](<");
                out.push_str(url);
                out.push_str(">)");
            }
            Inline::Citation(claims) => {
                let labels: Vec<String> = claims.iter().map(ClaimId::to_string).collect();
                _ = write!(out, "({})", labels.join(", "));
            }
        }
    }
}

fn around(mark: &str, inner: &[Inline], typography: &Typography<'_>, out: &mut String) {
    out.push_str(mark);
    parts(inner, typography, out);
    out.push_str(mark);
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
            ("[a](b) <c>", "\\[a\\](b) \\<c\\>"),
            ("AT&T &amp; R & D", "AT\\&T \\&amp; R & D"),
            ("# a", "\\# a"),
            ("1. a", "1\\. a"),
            ("a 1. b", "a 1. b"),
            ("a | b", "a \\| b"),
        ] {
            assert_eq!(text(plain), expected);
        }
    }

    #[test]
    fn code_is_fenced_by_more_backticks_than_it_has() {
        let mut out = String::new();
        span("a``b`", &mut out);
        assert_eq!(out, "``` a``b` ```");
    }
}
