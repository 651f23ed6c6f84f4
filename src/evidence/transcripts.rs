//! Leaves out what stands in subtitles and transcripts besides the words that were said: times, who speaks, remarks
//! on sounds, dashes and notes of music, the dots over which a sentence goes on.
//!
//! Writers set brackets and names, too: a remark is left out only at an end of a line, and none that negates; a name
//! only at the start of one, and never between two speakers, whose words are no quote together.

use std::collections::BTreeSet;
use std::ops::Range;

use super::forms::edited;
use super::subtitles;

/// So many lines at least begin with a time in a transcript.
const FEWEST_TIMES: usize = 2;
/// So many lines at least begin with a name where some speak in turn.
const FEWEST_TURNS: usize = 3;
/// A time at the start of a line has so many bytes at most: `[00:00:00.000 --> 00:00:04.000]`.
const LONGEST_TIME: usize = 40;
/// The name of who speaks has so many letters, and so many words, at most.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 4;
/// What a subtitle has in brackets has so many letters at most.
const LONGEST_REMARK: usize = 80;
/// A line of dialogue (`.ass`) has so many fields before its words.
const FIELDS: usize = 9;
const DIALOGUE: &str = "Dialogue:";

const DASHES: [char; 5] = ['-', '‐', '–', '—', '>'];
const BRACKETS: [(char, char); 4] = [('[', ']'), ('(', ')'), ('（', '）'), ('【', '】')];

/// Words that turn round what is said: no remark has them.
const NEGATIONS: [&str; 47] = [
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "nor",
    "neither",
    "cannot",
    "without",
    "hardly",
    "не",
    "ні",
    "ніколи",
    "ніхто",
    "нічого",
    "без",
    "нет",
    "ни",
    "никогда",
    "nicht",
    "nie",
    "niemals",
    "kein",
    "keine",
    "keinen",
    "ne",
    "pas",
    "jamais",
    "non",
    "sans",
    "nunca",
    "sin",
    "mai",
    "senza",
    "não",
    "sem",
    "bez",
    "niet",
    "geen",
    "inte",
    "ikke",
    "לא",
    "אין",
    "لا",
    "لم",
    "لن",
];
const NEGATING_SIGNS: [char; 10] = ['不', '没', '沒', '未', '非', '无', '無', '勿', '안', '못'];

/// Returns the words of subtitles, or of a transcript with times or with names before each line; nothing, if a text is
/// neither.
pub(super) fn without_marks(text: &str) -> Option<String> {
    let form = if text.contains("-->") {
        subtitles::read(text).edits
    } else {
        Vec::new()
    };
    let mut left = String::with_capacity(text.len());
    let mut speaker = None;
    let mut add = |line: &str, is_spoken: bool| {
        if is_spoken {
            left.push_str(&words_of(line, &mut speaker));
        } else {
            left.push_str(line);
        }
        left.push('\n');
    };
    if form.is_empty() {
        let Some(lines) = transcript(text) else {
            return without_names_again(text);
        };
        for (line, is_spoken) in lines {
            add(line, is_spoken);
        }
    } else {
        for line in edited(text, &form).lines() {
            add(line, true);
        }
    }
    Some(left)
}

/// Returns what of subtitles is none of their words; nothing, if a text is none.
pub(crate) fn form_of_subtitles(text: &str) -> Vec<Range<usize>> {
    if !text.contains("-->") {
        return Vec::new();
    }
    let edits = subtitles::read(text).edits.into_iter();
    let left_out = edits.filter(|(_, instead)| instead.is_empty());
    left_out.map(|(at, _)| at).collect()
}

/// Returns a text without a name at the start of a line that begins the line above it, too, and without the remarks
/// of a typist, if it is what some said in turn; nothing, if it has neither.
fn without_names_again(text: &str) -> Option<String> {
    let mut left = String::with_capacity(text.len());
    let mut last = None;
    let are_turns = are_turns(text);
    for line in text.lines() {
        let mut speaker = None;
        let words = without_name(line.trim_start(), &mut speaker);
        let is_again = speaker.is_some() && speaker == last;
        let words = if is_again { words } else { line };
        if are_turns {
            left.push_str(&without_asides(words));
        } else {
            left.push_str(words);
        }
        left.push('\n');
        last = speaker;
    }
    (left.trim_end().len() < text.trim_end().len()).then_some(left)
}

/// Says whether lines of a text begin with the names of some who speak in turn, of one again.
fn are_turns(text: &str) -> bool {
    let names = text.lines().filter_map(|line| {
        let mut speaker = None;
        without_name(line.trim_start(), &mut speaker);
        speaker
    });
    let (mut all, mut different) = (0_usize, BTreeSet::new());
    for name in names {
        all += 1;
        different.insert(name);
    }
    all >= FEWEST_TURNS && different.len() < all
}

/// Returns a line without what a typist has in square brackets in it: [pause].
fn without_asides(line: &str) -> String {
    let mut left = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, from)) = rest.split_once('[') {
        left.push_str(before);
        let mut near = from.char_indices().take(LONGEST_REMARK + 1);
        let close = near.find(|(_, c)| *c == ']');
        match close.and_then(|(end, _)| Some((from.get(..end)?, from.get(end + 1..)?))) {
            Some((remark, after)) if is_remark(remark) => rest = after,
            Some(_) | None => {
                left.push('[');
                rest = from;
            }
        }
    }
    left + rest
}

/// Returns the lines of a transcript without their times, and which of them have one before them or above; nothing,
/// if not most of a text is so.
fn transcript(text: &str) -> Option<Vec<(&str, bool)>> {
    let (mut lines, mut is_below_time) = (Vec::new(), false);
    let (mut times, mut spoken, mut others) = (0, 0, 0);
    let is_dialogue = |line: &str| line.trim_start().starts_with(DIALOGUE);
    let has_dialogue = text.lines().any(is_dialogue);
    for line in text.lines() {
        let words = without_time(line).filter(|_| !has_dialogue || is_dialogue(line));
        let is_spoken = words.is_some() || is_below_time && !line.trim().is_empty();
        times += usize::from(words.is_some());
        match (is_spoken, line.trim().is_empty()) {
            (true, _) => spoken += 1,
            (false, true) => {}
            (false, false) => others += 1,
        }
        is_below_time = words.is_some_and(|words| words.trim().is_empty());
        lines.push((words.unwrap_or(line), is_spoken));
    }
    (times >= FEWEST_TIMES && (has_dialogue || spoken > others)).then_some(lines)
}

/// Returns what follows the time with which a line begins.
fn without_time(line: &str) -> Option<&str> {
    let line = line.trim_start();
    if let Some(fields) = line.strip_prefix(DIALOGUE) {
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

/// Returns the words that were said in a line, and remembers who speaks.
fn words_of(line: &str, speaker: &mut Option<String>) -> String {
    let line = without_asides(&line.replace(is_music, ""));
    let is_mark = |c: char| c.is_whitespace() || DASHES.contains(&c);
    let line = without_remarks(&line).trim_start_matches(is_mark);
    let line = without_name(line, speaker);
    let line = without_remarks(line).trim_start_matches(is_mark);
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

/// Returns a line without what stands in brackets at its ends.
fn without_remarks(line: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || DASHES.contains(&c);
    let mut line = line;
    loop {
        let start = line.trim_start_matches(is_mark);
        let end = line.trim_end();
        let left = BRACKETS.iter().find_map(|(open, close)| {
            let first = start.strip_prefix(*open);
            let first = first.and_then(|first| first.split_once(*close));
            let last = end.strip_suffix(*close);
            let last = last.and_then(|last| last.rsplit_once(*open));
            let last = last.map(|(words, remark)| (remark, words));
            let mut remarks = [first, last].into_iter().flatten();
            remarks.find(|(remark, _)| is_remark(remark))
        });
        match left {
            Some((_, words)) => line = words,
            None => return line,
        }
    }
}

fn is_remark(remark: &str) -> bool {
    remark.chars().nth(LONGEST_REMARK).is_none() && !negates(remark)
}

/// Says whether one of some words negates.
pub(super) fn negates(words: &str) -> bool {
    let words = words.to_lowercase().replace('’', "'");
    words.contains(NEGATING_SIGNS)
        || words
            .split(|c: char| !c.is_alphabetic() && c != '\'')
            .any(|word| word.ends_with("n't") || NEGATIONS.contains(&word))
}

/// Returns a line without the name of who speaks (`ANN: `), if nobody else spoke before.
fn without_name<'a>(line: &'a str, speaker: &mut Option<String>) -> &'a str {
    // As chats have it: <@ann>
    let of_chat = line.strip_prefix('<').and_then(|line| line.split_once('>'));
    let of_chat =
        of_chat.filter(|(name, _)| !name.contains(char::is_whitespace) && !name.starts_with('/'));
    let Some((name, words)) = of_chat.or_else(|| line.split_once([':', '：'])) else {
        return line;
    };
    let begins_name =
        |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    // SPEAKER 1
    let is_of_name = |name: &str| {
        let mut words = name.split_whitespace();
        words.next().is_some_and(begins_name)
            && words.all(|word| begins_name(word) || is_number(word))
    };
    let is_name = name.chars().nth(LONGEST_NAME).is_none()
        && (1..=MOST_WORDS).contains(&name.split_whitespace().count())
        && (of_chat.is_some() || is_of_name(name))
        && !negates(name)
        && !words.starts_with(|c: char| c.is_ascii_digit());
    if !is_name {
        return line;
    }
    let before = speaker.replace(name.to_owned());
    let is_other = before.is_some_and(|before| before != name);
    if is_other { line } else { words }
}

#[cfg(test)]
mod tests;
