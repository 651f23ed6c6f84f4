//! Finds what is of the form of a plain text and none of its words: the marks of Markdown, the times of
//! subtitles, the escapes of JSON.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};
use serde::de::IgnoredAny;

use super::opened::Media;

/// A tag within a subtitle has so many bytes at most.
const LONGEST_TAG: usize = 80;

/// How subtitles in VTT begin.
const VTT: &str = "WEBVTT";

/// What stands for a character in subtitles.
const ESCAPES: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
    ("&nbsp;", "\u{A0}"),
    ("&quot;", "\""),
    ("&#39;", "'"),
];

/// What stands in a text, and as what it is read.
pub(super) type Edit = (Range<usize>, String);

/// Returns what is of the form of a text, in order; nothing, if it has none that is known.
pub(super) fn edits(text: &str, media: Media) -> Vec<Edit> {
    match media {
        Media::Html | Media::Xml | Media::Pdf => Vec::new(),
        Media::Markdown => markdown(text),
        Media::Text if text.contains("-->") => subtitles(text),
        Media::Text => json(text),
    }
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

/// Returns the times and names of subtitles, the marks in them, remarks that no player shows, and the lines
/// that the one before them has too, as where subtitles roll.
fn subtitles(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let is_vtt = text.trim_start_matches('\u{FEFF}').starts_with(VTT);
    let (mut at, mut has_time) = (0, false);
    let (mut begins, mut is_remark) = (true, false);
    // The line before, if it may be the number or the name of what follows, and the words of the last one.
    let (mut name, mut last) = (None::<Range<usize>>, String::new());
    for line in text.split_inclusive('\n') {
        let here = at..at + line.len();
        at = here.end;
        let words = line.trim();
        let begins_block =
            std::mem::replace(&mut begins, line.trim_end_matches(['\r', '\n']).is_empty());
        if is_time(words) {
            let start = name.take().map_or(here.start, |name| name.start);
            edits.push((start..here.end, String::new()));
            (has_time, is_remark) = (true, false);
            continue;
        }
        if let Some(before) = name.take() {
            last = shown(text, before, &mut edits);
        }
        is_remark = is_vtt && !begins && (is_remark || begins_block && is_remark_of_vtt(words));
        let is_number = words.bytes().all(|byte| byte.is_ascii_digit());
        if words.is_empty() {
        } else if is_remark || words == VTT {
            edits.push((here, String::new()));
        } else if is_number || is_vtt && begins_block {
            name = Some(here);
        } else {
            let before = edits.len();
            let words = shown(text, here.clone(), &mut edits);
            if words == last {
                edits.truncate(before);
                edits.push((here, String::new()));
            }
            last = words;
        }
    }
    if has_time { edits } else { Vec::new() }
}

/// Says whether a block of a VTT is none of its subtitles.
fn is_remark_of_vtt(first: &str) -> bool {
    matches!(
        first.split_whitespace().next(),
        Some("NOTE" | "STYLE" | "REGION")
    )
}

/// Adds what is of the form of a line of subtitles, and returns what is shown of it.
fn shown(text: &str, line: Range<usize>, edits: &mut Vec<Edit>) -> String {
    let first = edits.len();
    tags(text, line.clone(), edits);
    let mut left = String::new();
    let mut from = line.start;
    for (at, instead) in edits.iter().skip(first) {
        left.push_str(text.get(from..at.start).unwrap_or_default());
        left.push_str(instead);
        from = at.end;
    }
    left.push_str(text.get(from..line.end).unwrap_or_default());
    left.trim().to_owned()
}

/// Says whether a line is the time of a subtitle, `00:01:02,345 --> 00:01:04,000`.
fn is_time(line: &str) -> bool {
    line.split_once("-->").is_some_and(|(from, to)| {
        let is_time = |text: &str| {
            text.contains(':')
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || b":.,".contains(&byte))
        };
        is_time(from.trim()) && to.split_whitespace().next().is_some_and(is_time)
    })
}

/// Finds the tags in a subtitle, `<i>`, `<v Ann>`, `<00:00:01.000>`, `{\\an8}`, and its escapes.
fn tags(text: &str, line: Range<usize>, edits: &mut Vec<Edit>) {
    let mut at = line.start;
    while let Some(rest) = text.get(at..line.end)
        && let Some(start) = rest.find(['<', '{', '&'])
    {
        let tag = rest.get(start..).unwrap_or_default();
        let second = tag.chars().nth(1).unwrap_or(' ');
        let close = match tag.as_bytes().first() {
            Some(b'<') if second == '/' || second.is_ascii_alphanumeric() => Some('>'),
            Some(b'{') if second == '\\' => Some('}'),
            _ => None,
        };
        let length = close.and_then(|close| tag.find(close)).map(|end| end + 1);
        let mark = length.map(|length| (length, ""));
        let escape = ESCAPES.iter().find(|(escape, _)| tag.starts_with(escape));
        let escape = escape.map(|(escape, meant)| (escape.len(), *meant));
        let found = mark.filter(|(length, _)| *length <= LONGEST_TAG).or(escape);
        let begin = at + start;
        at = begin + found.map_or(1, |(length, _)| length);
        edits.extend(found.map(|(_, instead)| (begin..at, instead.to_owned())));
    }
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
        let wanted = SoughtQuote {
            text: quote,
            edited: false,
            context: None,
            translated: false,
            is_passage: false,
        };
        let snapshot = Snapshot::read(text.as_bytes(), media);
        let found = find(&snapshot, &[wanted]).remove(0);
        for at in &found.at {
            let all: Vec<char> = snapshot.text().chars().collect();
            assert_eq!(all[at.start..at.end].iter().collect::<String>(), at.exact);
        }
        (found.check, found.reason)
    }

    #[test]
    fn markdown_is_read_without_its_marks() {
        let text = "# A *new* bridge\n\nWe **will** [begin](http://x.org/a_b) the `works` in\n> spring\\*, she \
            said &amp; left.\n\n- one thing\n- *another* thing here\n\n<b>No</b> 5 * 3 * 2 words";
        for quote in [
            "We will begin the works in",
            "A new bridge",
            "the works in spring*, she said & left.",
            "another thing here",
        ] {
            let found = look(text, Media::Markdown, quote);
            assert_eq!(found, (Check::Typographic, None), "{quote}");
        }
        assert_eq!(
            look(text, Media::Markdown, "We **will** [begin]").0,
            Check::Exact
        );
        assert_eq!(
            look(text, Media::Markdown, "5 * 3 * 2 words").0,
            Check::Exact
        );
        assert_eq!(
            look(text, Media::Markdown, "We will never begin the works").0,
            Check::Absent
        );
        // By another name it is not known to be Markdown.
        let found = look(text, Media::Text, "We will begin the works in");
        assert_eq!(found, (Check::CannotCheck, Some(Obstacle::MarkedUp)));
    }

    #[test]
    fn quotes_over_subtitles_are_found() {
        let srt = "1\r\n00:00:01,000 --> 00:00:03,000\r\nWe will <i>not</i> leave\r\nthem alone,\r\n\r\n\
            2\r\n00:00:03,500 --> 00:00:05,000\r\n{\\an8}whatever happens\r\n\r\n\
            3\r\n00:00:05,000 --> 00:00:07,000\r\nin 2025\r\n12\r\nyears.\r\n";
        for quote in [
            "not leave them alone, whatever happens in",
            "whatever happens in 2025 12 years.",
        ] {
            assert_eq!(
                look(srt, Media::Text, quote),
                (Check::Typographic, None),
                "{quote}"
            );
        }
        assert_eq!(
            look(srt, Media::Text, "We will leave them alone").0,
            Check::Absent
        );
        let vtt = "WEBVTT\n\n00:01.000 --> 00:03.000 align:start\n<v Ann>We will<00:02.000> begin\n\n\
            00:03.000 --> 00:05.000\nWe will begin\nthe works.\n";
        let rolling = vtt.replace("<v Ann>We will<00:02.000> begin", "We will begin");
        assert_eq!(
            look(&rolling, Media::Text, "We will begin the works.").0,
            Check::Typographic
        );
        // Whether a line rolls or is said again is not known.
        for (quote, check) in [
            ("We will begin the works.", Check::Typographic),
            ("begin We will begin the works.", Check::CannotCheck),
        ] {
            assert_eq!(look(vtt, Media::Text, quote).0, check, "{quote}");
        }
    }

    #[test]
    fn subtitles_that_roll_word_by_word_are_one_text() {
        let vtt = "WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.000\n \nwe<00:00:00.100><c> will</c>\n\n\
            00:00:02.000 --> 00:00:02.010\nwe will\n \n\n00:00:02.010 --> 00:00:04.010\nwe will\n\
            begin<00:00:02.110><c> the</c>\n\n00:00:04.010 --> 00:00:04.020\nbegin the\n \n\n\
            00:00:04.020 --> 00:00:06.020\nbegin the\nworks<00:00:04.120><c> then</c>\n";
        let found = look(vtt, Media::Text, "we will begin the works then");
        assert_eq!(found, (Check::Typographic, None));
    }

    #[test]
    fn names_and_remarks_between_subtitles_are_none_of_their_words() {
        let first = "WEBVTT\n\n00:01.000 --> 00:03.000\nWe will\n\n";
        let second = "00:03.000 --> 00:05.000\nbegin &amp; end the &lt;works&gt;.\n";
        for between in [
            "",
            "7\n",
            "Second cue here\n",
            "NOTE ours\nalone\n\n",
            "STYLE\n::cue { }\n\n",
            "NOTE\nours\n\nb\n",
        ] {
            let vtt = format!("{first}{between}{second}");
            let found = look(&vtt, Media::Text, "We will begin & end the <works>.");
            assert_eq!(found, (Check::Typographic, None), "{vtt}");
        }
        // Other subtitles have no names but numbers.
        let srt = format!("{first}Second line here\n{second}").replace("WEBVTT\n\n", "");
        assert_eq!(
            look(&srt, Media::Text, "will Second line here begin").0,
            Check::Typographic
        );
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
