//! Leaves out what stands in subtitles and transcripts besides the words that were said: times, who speaks, remarks
//! on sounds, dashes and notes of music, the dots over which a sentence goes on.
//!
//! A quote that stands only in what is left may run over the words of two people: it is never found by that.

use super::forms::edited;
use super::subtitles;

/// So many lines at least begin with a time in a transcript.
const FEWEST_TIMES: usize = 2;
/// A time at the start of a line has so many bytes at most: `[00:00:00.000 --> 00:00:04.000]`.
const LONGEST_TIME: usize = 40;
/// The name of who speaks has so many letters, and so many words, at most.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 4;
/// What a subtitle has in brackets has so many letters at most.
const LONGEST_REMARK: usize = 80;
/// A line of dialogue (`.ass`) has so many fields before its words.
const FIELDS: usize = 9;

const DASHES: [char; 5] = ['-', '‐', '–', '—', '>'];

/// Returns the words of subtitles, or of a transcript with times; nothing, if a text is neither.
pub(super) fn without_marks(text: &str) -> Option<String> {
    let form = if text.contains("-->") {
        subtitles::read(text).edits
    } else {
        Vec::new()
    };
    let is_timed = |line: &&str| without_time(line).is_some();
    let times = text.lines().filter(is_timed).take(FEWEST_TIMES);
    if form.is_empty() && times.count() < FEWEST_TIMES {
        return None;
    }
    let mut left = String::with_capacity(text.len());
    for line in edited(text, &form).lines() {
        let line = without_time(line).unwrap_or(line);
        left.push_str(&words_of(line));
        left.push('\n');
    }
    Some(left)
}

/// Returns what follows the time with which a line begins.
fn without_time(line: &str) -> Option<&str> {
    let line = line.trim_start();
    if let Some(fields) = line.strip_prefix("Dialogue:") {
        return fields.splitn(FIELDS + 1, ',').nth(FIELDS);
    }
    let is_of_time = |c: char| c.is_ascii_digit() || ":.,/-–>[]() ".contains(c);
    let rest = line.trim_start_matches(is_of_time);
    let rest = ["AM", "PM", "am", "pm"]
        .iter()
        .find_map(|half| rest.strip_prefix(*half))
        .map_or(rest, |rest| rest.trim_start_matches(is_of_time));
    let time = line
        .strip_suffix(rest)
        .filter(|time| time.len() <= LONGEST_TIME)?;
    let has_time = time.as_bytes().windows(4).any(|four| {
        matches!(four, [hour, b':', one, two]
            if hour.is_ascii_digit() && one.is_ascii_digit() && two.is_ascii_digit())
    });
    has_time.then_some(rest)
}

/// Returns the words that were said in a line.
fn words_of(line: &str) -> String {
    let line = without_remarks(line);
    let is_mark = |c: char| c.is_whitespace() || DASHES.contains(&c) || is_music(c);
    let line = line.trim_start_matches(is_mark);
    let line = without_name(line).trim_start_matches(is_mark);
    let is_pause = |c: char| matches!(c, '.' | '…') || is_mark(c);
    let begin = line.trim_start_matches(is_pause);
    let line = match line.strip_suffix(begin) {
        Some(pause) if pause.contains("...") || pause.contains('…') => begin,
        Some(_) | None => line,
    };
    let end = line.trim_end_matches(is_pause);
    let pause = line.strip_prefix(end).unwrap_or_default();
    // A full stop alone ends a sentence.
    let is_stop = pause.trim() == ".";
    if is_stop {
        line.to_owned()
    } else {
        end.to_owned()
    }
}

fn is_music(c: char) -> bool {
    matches!(c, '♪' | '♫' | '♩' | '♬' | '#' | '*' | '¶')
}

/// Returns a line without what stands in brackets in it, and without notes of music.
fn without_remarks(line: &str) -> String {
    let mut left = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(|c| matches!(c, '[' | '(' | '（' | '【') || is_music(c)) {
        let (before, from) = rest.split_at(start);
        left.push_str(before);
        let first = from.chars().next().unwrap_or(' ');
        let close = match first {
            '[' => Some(']'),
            '(' => Some(')'),
            '（' => Some('）'),
            '【' => Some('】'),
            _ => None,
        };
        let within = from.char_indices().take(LONGEST_REMARK);
        let end = close.and_then(|close| within.clone().find(|(_, c)| *c == close));
        let length = match (close, end) {
            (None, _) => first.len_utf8(),
            (Some(close), Some((at, _))) => at + close.len_utf8(),
            (Some(_), None) => {
                left.push(first);
                first.len_utf8()
            }
        };
        rest = from.get(length..).unwrap_or_default();
        if left.ends_with(' ') && rest.starts_with(' ') {
            left.pop();
        }
    }
    left + rest
}

/// Returns a line without the name of who speaks: `ANN: `.
fn without_name(line: &str) -> &str {
    let Some((name, words)) = line.split_once([':', '：']) else {
        return line;
    };
    let is_name = name.chars().count() <= LONGEST_NAME
        && name.split_whitespace().count() <= MOST_WORDS
        && name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && !words.starts_with(|c: char| c.is_ascii_digit());
    if is_name { words } else { line }
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    fn look(text: &str, quote: &str) -> (Check, Option<Obstacle>) {
        let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
        let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
        (found.check, found.reason)
    }

    const QUOTE: &str = "The council will not begin the works";
    const DOUBT: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::MarkedUp));

    #[track_caller]
    fn doubted(text: &str) {
        assert_eq!(look(text, QUOTE), DOUBT, "{text}");
        for other in [
            "The council will begin the works",
            "The council will not end the works",
            "The board will not begin the works",
        ] {
            assert_eq!(look(text, other).0, Check::Absent, "{other}: {text}");
        }
    }

    #[test]
    fn what_subtitles_have_besides_words_makes_nothing_absent() {
        for (first, second) in [
            ("The council will [laughs] not", "begin the works"),
            ("The council will not [applause]", "begin the works"),
            ("The council will not", "(DOOR SLAMS)\nbegin the works"),
            ("The council will not", "ANN: begin the works"),
            ("The council will not", "MR. O'NEILL: begin the works"),
            ("The council will not", "[ANN] begin the works"),
            (">> The council will not", ">> begin the works"),
            ("- The council will not", "- begin the works"),
            ("♪ The council will not ♪", "♪ begin the works ♪"),
            ("The council will not...", "...begin the works"),
            ("The council will not…", "begin the works"),
            ("The council will not --", "– begin the #works#"),
        ] {
            doubted(&format!(
                "1\n00:00:00,000 --> 00:00:01,000\n{first}\n\n2\n00:00:02,000 --> 00:00:03,000\n{second}\n"
            ));
        }
    }

    #[test]
    fn times_before_lines_make_nothing_absent() {
        for text in [
            "00:12 The council will not\n00:16 begin the works\n",
            "[00:00.000 --> 00:04.000]  The council will not\n[00:04.000 --> 00:08.000]  begin the works\n",
            "[00:12.00]The council will not\n[00:14.50]begin the works\n",
            "(0:12) Ann: The council will not\n(0:15) begin the works\n",
            "27/11/2026, 10:15 - Ann: The council will not\n27/11/2026, 10:16 - Ann: begin the works\n",
            "[27.11.26, 10:15:03 AM] Ann: The council will not\n[27.11.26, 10:16:00 AM] Ann: begin the works\n",
            "Dialogue: 0,0:00:00.00,0:00:00.90,Default,,0,0,0,,The council will not\n\
             Dialogue: 0,0:00:01.00,0:00:01.90,Default,,0,0,0,,begin the works\n",
        ] {
            doubted(text);
        }
    }

    /// In other texts brackets and names are words of the writer.
    #[test]
    fn other_texts_keep_what_is_in_brackets() {
        for text in [
            "The council will (never) not\nbegin the works",
            "The council will not\nAnn: begin the works",
        ] {
            assert_eq!(look(text, QUOTE).0, Check::Absent, "{text}");
        }
    }
}
