//! Finds what is of the form of a plain text and none of its words: the marks of Markdown, the escapes of
//! JSON, and what is of the form of subtitles.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};
use serde::de::IgnoredAny;

use super::opened::Media;
use super::subtitles;
pub(super) use super::subtitles::Edit;

/// Returns what is of the form of a text, in order; nothing, if it has none that is known.
pub(super) fn edits(text: &str, media: Media) -> Vec<Edit> {
    match media {
        Media::Html | Media::Xml | Media::Pdf | Media::Markdown => Vec::new(),
        Media::Text if text.contains("-->") => subtitles::read(text).edits,
        Media::Text => json(text),
    }
}

/// Returns what of a text no reader sees, in order.
pub(super) fn unseen(text: &str, media: Media) -> Vec<Range<usize>> {
    let is_subtitles = media == Media::Text && text.contains("-->");
    let subtitles = is_subtitles.then(|| subtitles::read(text));
    subtitles.unwrap_or_default().unseen
}

/// Returns the text that is left of another.
pub(super) fn edited(text: &str, edits: &[Edit]) -> String {
    let mut left = String::with_capacity(text.len());
    let mut from = 0;
    for (at, instead) in edits {
        left.push_str(text.get(from..at.start).unwrap_or_default());
        left.push_str(instead);
        from = at.end;
    }
    left.push_str(text.get(from..).unwrap_or_default());
    left
}

/// Returns the marks of Markdown; what stands on two lines is on two lines without them.
pub(super) fn markdown(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut from = 0;
    let leave_out = |edits: &mut Vec<Edit>, gap: Range<usize>| {
        let between = text.get(gap.clone()).unwrap_or_default();
        let space = if between.contains('\n') { "\n" } else { "" };
        if !between.is_empty() && between != space {
            edits.push((gap, space.to_owned()));
        }
    };
    let footnotes = Options::ENABLE_FOOTNOTES;
    for (event, at) in Parser::new_ext(text, footnotes).into_offset_iter() {
        let (Event::Text(words) | Event::Code(words)) = event else {
            continue;
        };
        leave_out(&mut edits, from..at.start);
        from = at.end;
        if text.get(at.clone()) != Some(&*words) {
            edits.push((at, words.into_string()));
        }
    }
    leave_out(&mut edits, from..text.len());
    edits
}

/// Reads the values of a text in JSON: one, or a line for each.
fn values(text: &str) -> impl Iterator<Item = serde_json::Result<IgnoredAny>> {
    serde_json::Deserializer::from_str(text).into_iter()
}

/// Returns the escapes in the strings of a text in JSON.
fn json(text: &str) -> Vec<Edit> {
    let is_json = text.trim_start().starts_with(['{', '['])
        && text.contains('\\')
        && values(text.trim_start_matches('\u{FEFF}')).all(|value| value.is_ok());
    if !is_json {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        let start = at + found;
        // What half a pair stands for is known with the other.
        let length = [2, 6, 12].into_iter().find_map(|length| {
            let escape = text.get(start..start + length)?;
            let read: String = serde_json::from_str(&format!("\"{escape}\"")).ok()?;
            edits.push((start..start + length, read));
            Some(length)
        });
        at = start + length.unwrap_or(2);
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::{edited, edits};
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    fn look(text: &str, media: Media, quote: &str) -> (Check, Option<Obstacle>) {
        let wanted = SoughtQuote::of(quote);
        let snapshot = Snapshot::read(text.as_bytes(), media);
        let found = find(&snapshot, &[wanted]).remove(0);
        for at in &found.at {
            let all: Vec<char> = snapshot.text().chars().collect();
            assert_eq!(all[at.start..at.end].iter().collect::<String>(), at.exact);
        }
        (found.check, found.reason)
    }

    #[test]
    fn markup_within_other_markup_is_never_absent() {
        let quote = "There is no money for the works, she won’t begin";
        let marked = "<p>There is <b>no money</b> for&nbsp;the works, she won&#8217;t begin</p>";
        let escaped = marked.replace('&', "&amp;").replace('<', "&lt;");
        let json = marked.replace('<', "\\u003c");
        for (text, media, reason) in [
            (
                format!(
                    "<rss><channel><item><description>{escaped}</description></item></channel></rss>"
                ),
                Media::Xml,
                Obstacle::MarkedUp,
            ),
            (
                format!("{{\"body\": \"{json}\"}}"),
                Media::Text,
                Obstacle::MarkedUp,
            ),
            (
                format!(
                    "<p>Subscribe to go on reading all of it here.<script type=application/ld+json>{{\"articleBody\": \"{marked}\"}}</script>"
                ),
                Media::Html,
                Obstacle::Hidden,
            ),
            (
                format!(
                    "<p>Subscribe to go on reading all of it here.<script type=application/json>{{\"body\": \"{json}\"}}</script>"
                ),
                Media::Html,
                Obstacle::Hidden,
            ),
        ] {
            assert_eq!(
                look(&text, media, quote),
                (Check::CannotCheck, Some(reason)),
                "{text}"
            );
            let another = look(
                &text,
                media,
                "There is no money for the works, and he will begin",
            );
            assert_eq!(another.0, Check::Absent, "{text}");
        }
    }

    #[test]
    fn markdown_is_read_without_its_marks() {
        let text = "# A *new* bridge\n\nWe **will** [begin](http://x.org/a_b) the `works` in\n> spring\\*, she \
            said &amp; left.\n\n- one thing\n- *another* thing here\n\n<b>No</b> 5 * 3 * 2 words";
        for quote in [
            "We will begin the works in",
            "A new bridge",
            "spring*, she said & left.",
            "another thing here",
            "No 5 * 3 * 2 words",
        ] {
            let found = look(text, Media::Markdown, quote);
            assert_eq!(found, (Check::Exact, None), "{quote}");
        }
        assert_eq!(
            look(text, Media::Markdown, "We will never begin the works").0,
            Check::Absent
        );
        // By another name it is not known to be Markdown.
        let found = look(text, Media::Text, "We will begin the works in");
        assert_eq!(found, (Check::CannotCheck, Some(Obstacle::MarkedUp)));
    }

    #[test]
    fn marks_of_footnotes_in_markdown_are_left_out() {
        let text = "We will begin[^1] the works.\n\n[^1]: So she said.\n";
        let found = look(text, Media::Markdown, "We will begin the works.");
        assert_eq!(found, (Check::Typographic, None));
    }

    #[test]
    fn each_line_of_json_may_be_a_value() {
        let text = "{\"a\": 1}\n{\"b\": \"We will b\\u0065gin the works\"}\n";
        let found = look(text, Media::Text, "We will begin the works");
        assert_eq!(found, (Check::Typographic, None));
    }

    #[test]
    fn escapes_of_json_are_read() {
        let text = "{\"a\": [\"\\u201cWe\\u2019ll begin\\u201d,\\nshe said \\ud83d\\ude00 \\\\ \\\"so\\\"\"],\n\
            \"b\": \"<p>We will <em>begin</em> the works &#8211; soon<\\/p>\"}";
        for quote in ["“We’ll begin”, she said", "she said 😀 \\ \"so\""] {
            assert_eq!(
                look(text, Media::Text, quote),
                (Check::Typographic, None),
                "{quote}"
            );
        }
        let found = look(text, Media::Text, "We will begin the works – soon");
        assert_eq!(found, (Check::CannotCheck, Some(Obstacle::MarkedUp)));
        assert_eq!(
            look(text, Media::Text, "We will never begin").0,
            Check::Absent
        );
    }

    #[test]
    fn a_text_with_tags_makes_nothing_absent_that_stands_there_without() {
        let text = "<p>We will <b>begin</b> the works.</p>";
        let found = look(text, Media::Text, "We will begin the works.");
        assert_eq!(found, (Check::CannotCheck, Some(Obstacle::MarkedUp)));
        assert_eq!(
            look(text, Media::Text, "We will end the works.").0,
            Check::Absent
        );
    }

    #[test]
    fn other_texts_are_read_as_they_are() {
        for text in [
            "",
            "a --> b",
            "1\n2 --> 3\nx",
            "{not json \\u0041}",
            "12\n\nyears",
            "[1, 2]",
        ] {
            assert_eq!(edited(text, &edits(text, Media::Text)), text);
        }
    }
}
