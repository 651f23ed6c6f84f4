//! The one style sheet of a page.

use std::fmt::Write as _;

use super::assets::Named;
use super::fonts;
use super::paper::Paper;
use crate::describe::{Describer, Locale, Message, dates};

/// Joins the faces that a page's text needs, its style sheets, its running heads, and its paper.
pub(super) fn sheet(
    describer: &Describer<'_>,
    sheets: &[Named],
    body: &str,
    paper: Option<Paper>,
) -> String {
    let mut css = fonts::faces(body);
    for (_, text) in sheets {
        minify(text, &mut css);
    }
    running_heads(describer, &mut css);
    if let Some(paper) = paper {
        // Writing to a string cannot fail.
        _ = write!(css, "@page{{size:{}}}", paper.name());
    }
    // White space at the ends would make the hash differ between readers of the page.
    css.trim().to_owned()
}

/// Appends a style sheet without comments, indentation and empty lines; all else stays.
fn minify(text: &str, css: &mut String) {
    for line in without_comments(text)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        css.push_str(line);
        css.push('\n');
    }
}

/// Takes the comments out; in strings and addresses their marks are text.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut closing: Option<char> = None;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if closing.is_none() && rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let mut length = letter.len_utf8();
        match closing {
            Some(_) if letter == '\\' => {
                length += rest.chars().nth(1).map_or(0, char::len_utf8);
            }
            Some(mark) if letter == mark => closing = None,
            None if matches!(letter, '"' | '\'') => closing = Some(letter),
            None if letter == '(' && kept.ends_with("url") => closing = Some(')'),
            Some(_) | None => {}
        }
        let (taken, after) = rest.split_at(length);
        kept.push_str(taken);
        rest = after;
    }
    kept
}

/// Appends the page margins' text: what the sheet is, its date, and the number of the page.
///
/// Chromium has no running elements, so the text stands in the style sheet itself. Where a
/// margin is left empty, the browser puts its own date and address there.
fn running_heads(describer: &Describer<'_>, css: &mut String) {
    let (parts, locale) = (describer.brief.parts(), describer.locale);
    let date = dates::in_full(locale, &parts.as_of);
    // Writing to a string cannot fail.
    _ = write!(
        css,
        "@page{{@top-left{{content:{}}}@top-right{{content:{}}}\
         @bottom-left{{content:{}}}@bottom-right{{content:{}}}}}",
        string(&parts.topic),
        string(&locale.with(Message::AsOf, [("date", date.into())])),
        string(&describer.edition_number()),
        page_number(locale),
    );
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
/// nothing in it can end the string or the style element.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            out.push(letter);
        } else {
            _ = write!(out, "\\{:06x}", u32::from(letter));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{minify, string};

    #[test]
    fn strings_cannot_be_left() {
        assert_eq!(string("Ukraine 1"), "\"Ukraine 1\"");
        assert_eq!(
            string("\"}</style>\\"),
            "\"\\000022\\00007d\\00003c\\00002fstyle\\00003e\\00005c\""
        );
    }

    #[test]
    fn comments_and_indentation_go() {
        let mut css = String::new();
        minify("/* a */\na {\n  b: c; /* d */\n}\n\n", &mut css);
        assert_eq!(css, "a {\nb: c;\n}\n");
    }

    #[test]
    fn strings_and_addresses_are_kept() {
        for text in [
            "a { content: \"/* x */ b\"; }",
            r#"a { content: "\"/* x */"; }"#,
            "a { background: url(data:x,/*y); }",
        ] {
            let mut css = String::new();
            minify(text, &mut css);
            assert_eq!(css.trim(), text);
        }
    }
}
