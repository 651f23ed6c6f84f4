//! Makes the one style sheet of a page.

use std::fmt::Write as _;

use super::design::Design;
use super::fonts;
use crate::describe::{Describer, Locale, Message, dates};

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paper {
    /// ISO 216: 210 × 297 mm.
    A4,
    /// ANSI/ASME Y14.1: 8.5 × 11 in.
    Letter,
}

impl Paper {
    /// Returns the name, which CSS knows too.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }

    /// Returns width and height in points, of which an inch has 72.
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0 / 25.4 * 72.0, 297.0 / 25.4 * 72.0),
            Self::Letter => (8.5 * 72.0, 11.0 * 72.0),
        }
    }
}

/// What a page has that not all have; each has a style sheet of its own.
pub(super) struct Having {
    pub(super) changes: bool,
    pub(super) large_print: bool,
}

/// Joins the faces that a page's text needs, the style sheets of its design, its running heads, and
/// its paper.
pub(super) fn sheet(
    describer: &Describer<'_>,
    design: &Design,
    body: &str,
    having: &Having,
    paper: Option<Paper>,
) -> String {
    let mut parts = fonts::faces(body);
    let heads = running_heads(describer);
    let size = paper.map(|paper| format!("@page{{size:{}}}", paper.name()));
    let needed = design
        .style_sheets()
        .iter()
        .filter(|(name, _)| match *name {
            "changes.css" => having.changes,
            "large-print.css" => having.large_print,
            "figures.css" => body.contains("class=\"figures\""),
            "scripts.css" => needs_scripts(describer, body),
            "tensions.css" => body.contains("class=\"tensions\""),
            _ => true,
        });
    parts.extend(needed.map(|(_, text)| text.as_str()));
    parts.push(&heads);
    parts.extend(size.as_deref());
    parts.concat()
}

/// Says whether a page has words of two languages, or letters that are read from right to left, or whose lines break
/// otherwise than those of Latin do.
fn needs_scripts(describer: &Describer<'_>, body: &str) -> bool {
    let is_other = |letter| matches!(letter, '\u{590}'..='\u{1DFF}' | '\u{2E80}'..);
    describer.right_to_left || describer.foreign_words().is_some() || body.contains(is_other)
}

/// Returns the page margins' text: what the sheet is, its date, and the number of the page.
///
/// Chromium has no running elements, so the text stands in the style sheet itself. Where a
/// margin is left empty, the browser puts its own date and address there.
fn running_heads(describer: &Describer<'_>) -> String {
    let (parts, locale) = (describer.brief.parts(), describer.locale);
    let date = dates::in_full(locale, &parts.as_of);
    // Where the page begins and where it ends, as in its masthead.
    let [start, end] = if describer.right_to_left {
        ["right", "left"]
    } else {
        ["left", "right"]
    };
    format!(
        "@page{{@top-{start}{{content:{}}}@top-{end}{{content:{}}}\
         @bottom-{start}{{content:{}}}@bottom-{end}{{content:{}}}}}",
        string(&parts.topic),
        string(&locale.with(Message::AsOf, [("date", date.into())])),
        string(&describer.edition_number()),
        page_number(locale),
    )
}

/// Returns the number of the page in words, as CSS: the numbers are the browser's.
fn page_number(locale: &Locale) -> String {
    const COUNTERS: [(&str, &str); 2] = [("\0", "page"), ("\u{1}", "pages")];
    let [page, pages] = COUNTERS.map(|(mark, name)| (name, mark.into()));
    let words = locale.with(Message::PageOfPages, [page, pages]);
    let pieces = words.split_inclusive(['\0', '\u{1}']).map(|piece| {
        let counter = COUNTERS.iter().find_map(|(mark, name)| {
            let text = piece.strip_suffix(mark)?;
            Some(format!("{} counter({name})", string(text)))
        });
        counter.unwrap_or_else(|| string(piece))
    });
    pieces.collect::<Vec<_>>().join(" ")
}

/// Returns a text as a CSS string: letters and digits as they are, all else as escapes, so that
/// nothing in it can end the string or the style element. A space ends an escape and is no part of
/// the text: without one, the next space of the text would be swallowed.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            out.push(letter);
        } else {
            _ = write!(out, "\\{:x} ", u32::from(letter));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::string;

    /// Reads a CSS string as CSS Syntax, level 3, has it (4.3.5, 4.3.7).
    fn read(css: &str) -> String {
        let mut letters = css.strip_prefix('"').unwrap().chars().peekable();
        let mut out = String::new();
        loop {
            match letters.next().unwrap() {
                '"' => break,
                '\n' => panic!("a bad string"),
                '\\' => {
                    let mut digits = String::new();
                    while digits.len() < 6
                        && let Some(digit) = letters.next_if(char::is_ascii_hexdigit)
                    {
                        digits.push(digit);
                    }
                    letters.next_if(char::is_ascii_whitespace);
                    let point = u32::from_str_radix(&digits, 16).unwrap();
                    out.push(char::from_u32(point).unwrap());
                }
                letter => out.push(letter),
            }
        }
        assert_eq!(letters.next(), None, "{css}");
        out
    }

    #[test]
    fn strings_cannot_be_left() {
        assert_eq!(string("Ukraine 1"), "\"Ukraine 1\"");
        assert_eq!(
            string("\"}</style>\\"),
            "\"\\22 \\7d \\3c \\2f style\\3e \\5c \""
        );
        assert_eq!(read(&string("a, b: 1, 2 – 3")), "a, b: 1, 2 – 3");
    }

    proptest! {
        #[test]
        fn every_text_is_read_as_it_was(text in r#"([, a-f0-9:"'\\<>/\n–é😀]|\PC){0,20}"#) {
            let css = string(&text);
            prop_assert!(!css.contains(['<', '>', '\n']));
            prop_assert_eq!(read(&css), text);
        }
    }
}
