//! Finds what is of the form of subtitles (SRT, VTT) and none of their words: times, numbers, names, tags, and
//! remarks that no player shows.

use std::ops::Range;

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

/// What is of the form of subtitles.
#[derive(Default)]
pub(super) struct Subtitles {
    /// All of it, in order.
    pub(super) edits: Vec<Edit>,
    /// What of it no player shows.
    pub(super) unseen: Vec<Range<usize>>,
}

/// Returns the times and names of subtitles, the marks in them, remarks that no player shows, and the lines
/// that the one before them has too, as where subtitles roll.
pub(super) fn read(text: &str) -> Subtitles {
    let mut edits: Vec<Edit> = Vec::new();
    let mut unseen: Vec<Range<usize>> = Vec::new();
    let is_vtt = text.trim_start_matches('\u{FEFF}').starts_with(VTT);
    let (mut at, mut has_time) = (0, false);
    // In a VTT, what stands in a block before its time is shown by no player: names, remarks, styles.
    let mut is_timed = !is_vtt;
    // The line before, if it may be the number of what follows, and the words of the last one.
    let (mut number, mut last) = (None::<Range<usize>>, String::new());
    for line in text.split_inclusive('\n') {
        let here = at..at + line.len();
        at = here.end;
        let words = line.trim();
        if is_vtt && line.trim_end_matches(['\r', '\n']).is_empty() {
            is_timed = false;
        }
        if is_time(words) {
            let start = number.take().map_or(here.start, |number| number.start);
            edits.push((start..here.end, String::new()));
            unseen.push(start..here.end);
            (has_time, is_timed) = (true, true);
            continue;
        }
        if let Some(before) = number.take() {
            let from = edits.len();
            last = shown(text, before, &mut edits);
            unseen.extend(edits.iter().skip(from).map(|(at, _)| at.clone()));
        }
        let is_number = words.bytes().all(|byte| byte.is_ascii_digit());
        if words.is_empty() {
        } else if !is_timed {
            unseen.push(here.clone());
            edits.push((here, String::new()));
        } else if is_number {
            number = Some(here);
        } else {
            let before = edits.len();
            let words = shown(text, here.clone(), &mut edits);
            if words == last {
                edits.truncate(before);
                edits.push((here, String::new()));
            } else {
                unseen.extend(edits.iter().skip(before).map(|(at, _)| at.clone()));
            }
            last = words;
        }
    }
    if !has_time {
        return Subtitles::default();
    }
    Subtitles { edits, unseen }
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
            Some(b'<') if second == '/' || second.is_ascii_alphanumeric() => Some(b'>'),
            Some(b'{') if second == '\\' => Some(b'}'),
            _ => None,
        };
        let mut bytes = tag.bytes().take(LONGEST_TAG);
        let end = close.and_then(|close| bytes.position(|byte| byte == close));
        let mark = end.map(|end| (end + 1, ""));
        let escape = ESCAPES.iter().find(|(escape, _)| tag.starts_with(escape));
        let escape = escape.map(|(escape, meant)| (escape.len(), *meant));
        let found = mark.or(escape);
        let begin = at + start;
        at = begin + found.map_or(1, |(length, _)| length);
        edits.extend(found.map(|(_, instead)| (begin..at, instead.to_owned())));
    }
}

#[cfg(test)]
mod tests {
    use super::read;
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

    /// As live subtitles roll; each line that another one shows is seen all the same.
    #[test]
    fn lines_that_stand_in_each_subtitle_are_seen_once() {
        let text = "00:00:01.000 --> 00:00:02.000\nWe <b>will</b> not leave\n\n".repeat(20_000);
        let read = read(&text);
        assert_eq!(read.edits.len(), 40_001);
        assert_eq!(read.unseen.len(), 20_002);
    }

    /// A player shows the subtitles alone.
    #[test]
    fn what_no_player_shows_is_hidden() {
        let vtt = "WEBVTT - Made by hand for the town\nLanguage: English of the old kind\n\n\
            STYLE\n::cue { font: plain letters of a kind }\n\nNOTE We will end the works in spring.\n\n\
            NOTE\nWe will begin the works in spring.\n\nA cue that has a long name\n\
            00:01.000 --> 00:03.000 align:start position:10%\n\
            <v Ann Bell of the office>We will begin the works in spring.\n\nThis stands in no cue at all.\n";
        let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
        for quote in [
            "Made by hand for the town",
            "Language: English of the old kind",
            "font: plain letters of a kind",
            "We will end the works in spring.",
            "A cue that has a long name",
            "align:start position:10%",
            "00:01.000 --> 00:03.000",
            "Ann Bell of the office",
            "This stands in no cue at all.",
        ] {
            assert_eq!(look(vtt, Media::Text, quote), hidden, "{quote}");
        }
        let quote = "We will begin the works in spring.";
        assert_eq!(look(vtt, Media::Text, quote).0, Check::Typographic);
        assert_eq!(
            look(vtt, Media::Text, "We will end it, she said.").0,
            Check::Absent
        );
        let plain = vtt.replace("NOTE\nWe will begin the works in spring.\n\n", "");
        assert_eq!(look(&plain, Media::Text, quote).0, Check::Exact);
        let srt = "1\n00:00:01,000 --> 00:00:03,000\nWe will <i>not</i> leave\n";
        assert_eq!(look(srt, Media::Text, "will <i>not</i> leave"), hidden);
        assert_eq!(
            look(srt, Media::Text, "will not leave"),
            (Check::Typographic, None)
        );
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
    fn subtitles_of_old_programs_are_read() {
        let srt = "1\r00:00:00,000 --> 00:00:02,000\rWe will not leave\r\r2\r00:00:02,000 --> 00:00:04,000\rthem alone.\r";
        let found = look(srt, Media::Text, "We will not leave them alone.");
        assert_eq!(found, (Check::Typographic, None));
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
            "Nobody sees this.\n\n",
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
}
