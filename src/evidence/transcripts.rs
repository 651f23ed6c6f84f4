//! Leaves out what stands in subtitles and transcripts besides the words that were said: times, who speaks, remarks
//! on sounds, dashes and notes of music, the dots over which a sentence goes on.
//!
//! Writers set brackets and names, too: a remark is left out only at an end of a line, and none that negates; a name
//! only at the start of one, and never between two speakers, whose words are no quote together.

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

/// Returns a text without a name at the start of a line that begins the line above it, too; nothing, if none is so.
fn without_names_again(text: &str) -> Option<String> {
    let mut left = String::with_capacity(text.len());
    let mut last = None;
    for line in text.lines() {
        let mut speaker = None;
        let words = without_name(line.trim_start(), &mut speaker);
        let is_again = speaker.is_some() && speaker == last;
        left.push_str(if is_again { words } else { line });
        left.push('\n');
        last = speaker;
    }
    (left.trim_end().len() < text.trim_end().len()).then_some(left)
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
    let line = line.replace(is_music, "");
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

fn negates(words: &str) -> bool {
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
mod tests {
    use encoding_rs::WINDOWS_1252;

    use crate::evidence::tests::{MARKED_UP, look};
    use crate::model::{Check, Obstacle};

    const QUOTE: &str = "The council will not begin the works";

    #[track_caller]
    fn doubted(text: &str) {
        assert_eq!(look(text, QUOTE), MARKED_UP, "{text}");
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
            ("The council will not [laughs]", "begin the works"),
            ("ANN: The council will not", "ANN: begin the works"),
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
            "10:15:01 <@ann> The council will not\n10:15:04 <@ann> begin the works\n",
            "SPEAKER 1: The council will not\nSPEAKER 1: begin the works\nSPEAKER 2: So be it.\n",
            "Ann Bell: The council will not\nAnn Bell: begin the works\n",
            "Dialogue: 0,0:00:00.00,0:00:00.90,Default,,0,0,0,,The council will not\n\
             Dialogue: 0,0:00:01.00,0:00:01.90,Default,,0,0,0,,begin the works\n",
        ] {
            doubted(text);
        }
    }

    #[test]
    fn subtitles_that_were_encoded_twice_make_nothing_absent() {
        let text = "1\n00:00:00,000 --> 00:00:01,000\nРада не почне\n\n\
                    2\n00:00:02,000 --> 00:00:03,000\nАнна: будувати мости\n";
        let twice = WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0;
        assert_eq!(
            look(&twice, "Рада не почне будувати мости"),
            (Check::CannotCheck, Some(Obstacle::OtherEncoding))
        );
        assert_eq!(look(&twice, "Рада почне будувати мости").0, Check::Absent);
    }

    /// What a writer has in brackets within a sentence is of it, and two people say no sentence together.
    #[test]
    fn words_of_subtitles_stay_words() {
        for (first, second) in [
            ("The council will [never] not", "begin the works"),
            ("The council will not [never]", "begin the works"),
            ("The council will not", "(don’t) begin the works"),
            ("The council will not", "Never: begin the works"),
            ("The council will not", "one thing: begin the works"),
            ("ANN: The council will not", "BO: begin the works"),
            ("Ann: The council", "will not\nBo: begin the works"),
        ] {
            let text = format!(
                "1\n00:00:00,000 --> 00:00:01,000\n{first}\n\n2\n00:00:02,000 --> 00:00:03,000\n{second}\n"
            );
            assert_eq!(look(&text, QUOTE).0, Check::Absent, "{text}");
        }
    }

    /// So has an article that tells what happened when.
    #[test]
    fn times_alone_make_no_transcript() {
        for text in [
            "10:15 The mayor came.\n10:20 She said: The council will not (ever) begin the works.\n",
            "10:15 update\n10:20 update\nThe council will not [applause]\nbegin the works.\n",
            "10:15 update\n10:20 update\nThe council will not\nAnn: begin the works.\nAnd so on.\n",
        ] {
            assert_eq!(look(text, QUOTE).0, Check::Absent, "{text}");
        }
        doubted("00:12\nThe council will not [applause]\n00:16\nbegin the works\n");
    }

    /// In other texts brackets and names are words of the writer.
    #[test]
    fn other_texts_keep_what_is_in_brackets() {
        for text in [
            "The council will (never) not\nbegin the works",
            "The council will not\nAnn: begin the works",
            "SPEAKER 1: The council will not\nSPEAKER 2: begin the works",
        ] {
            assert_eq!(look(text, QUOTE).0, Check::Absent, "{text}");
        }
    }
}
