//! Reads an article's text as a reader does: where a line ends within a word, the word is whole.

use std::collections::HashSet;
use std::ops::Range;

use super::language::Language;
use super::quotes::trimmed;
use crate::characters::has_no_word_spaces;
use crate::evidence::{form_of_subtitles, paragraphs};
use crate::import::without_unsafe;

/// Hyphens, of which those of a line may be left out of a word, and the marks that are kept.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{58A}'];
const DASHES: [char; 8] = ['-', '‐', '‑', '‒', '–', '—', '―', '−'];
const SOFT_HYPHEN: char = '\u{AD}';

/// A longer first paragraph is no headline.
const LONGEST_HEADLINE: usize = 160;

/// The name of who speaks in subtitles has so many letters at most.
const LONGEST_LABEL: usize = 40;

/// What heads of letters are called.
const HEADS: [&str; 16] = [
    "from",
    "to",
    "cc",
    "bcc",
    "subject",
    "date",
    "sent",
    "reply-to",
    "від",
    "від кого",
    "кому",
    "копія",
    "тема",
    "дата",
    "надіслано",
    "відправлено",
];

/// Before these a hyphen may stand for what follows later (up- and downstream), in languages that have no rules
/// here, too.
const JOINING: [&str; 9] = [
    "und", "oder", "bis", "sowie", "en", "of", "og", "och", "eller",
];

/// An article's text without the line ends that stand in its words, and its paragraphs in it.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) text: String,
    pub(super) paragraphs: Vec<Range<usize>>,
    /// The words of which it is not known how their line end is to be read, as it cuts them, and where they stand.
    pub(super) unsure: Vec<(usize, String)>,
    /// Whether it is what was spoken, as subtitles have it.
    pub(super) is_spoken: bool,
    /// From which byte on how many bytes were left out before.
    cuts: Vec<(usize, usize)>,
}

impl Read {
    pub(super) fn of(text: &str, language: &Language) -> Self {
        let form = form_of_subtitles(text);
        if !form.is_empty() {
            return Self::of_subtitles(text, &form);
        }
        let text = without_mail_marks(text);
        let words = words_of(&text);
        let mut read = Self::default();
        let mut from = 0;
        let heads = heads_of(&text);
        let paragraphs = paragraphs(&text).into_iter();
        for paragraph in paragraphs.flat_map(|paragraph| without(&text, paragraph, &heads)) {
            read.push(&text, from..paragraph.start);
            let start = read.text.len();
            from = paragraph.start;
            let lines = text.get(paragraph.clone()).unwrap_or("");
            for (line, _) in lines.match_indices('\n') {
                let at = from..paragraph.start + line;
                let Some(end) = end_of(&text, at, paragraph.end, (&words, language)) else {
                    continue;
                };
                read.push(&text, from..end.cut.start);
                let here = read.text.len();
                read.unsure.extend(end.unsure.map(|word| (here, word)));
                from = end.cut.end;
                read.cuts.push((here, from - here));
            }
            read.push(&text, from..paragraph.end);
            from = paragraph.end;
            read.paragraphs.push(start..read.text.len());
        }
        read.push(&text, from..text.len());
        read
    }

    /// Reads subtitles: a paragraph goes on over them until a sentence ends, or another speaks.
    fn of_subtitles(text: &str, form: &[Range<usize>]) -> Self {
        let mut read = Self {
            is_spoken: true,
            ..Self::default()
        };
        let mut from = 0;
        for form in form.iter().filter(|form| form.start < form.end) {
            read.push(text, from..form.start.max(from));
            from = from.max(form.end);
            let here = read.text.len();
            read.cuts.push((here, from - here));
        }
        read.push(text, from..text.len());
        let (mut at, mut before) = (0, "");
        for line in read.text.split_inclusive('\n') {
            let words = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            let is_begun = before.is_empty();
            before = words;
            if words.is_empty() {
                continue;
            }
            let is_ended = |last: &Range<usize>| {
                let last = read.text.get(last.clone()).unwrap_or("");
                is_begun && ends_sentence(last)
            };
            let is_other = words.starts_with(['-', '–', '—', '>']) || is_labelled(words);
            match read.paragraphs.last_mut() {
                Some(last) if !is_other && !is_ended(last) => last.end = start + words.len(),
                _ => read.paragraphs.push(start..start + words.len()),
            }
        }
        read
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        self.text.push_str(text.get(range).unwrap_or(""));
    }

    /// Returns the byte of the article's own text that one is.
    pub(super) fn own(&self, byte: usize) -> usize {
        let after = self.cuts.partition_point(|(from, _)| *from <= byte);
        let last = after.checked_sub(1).and_then(|last| self.cuts.get(last));
        byte + last.map_or(0, |(_, left_out)| *left_out)
    }

    /// Returns the words of the headline, if there is one.
    pub(super) fn title(&self) -> Option<String> {
        let title = plain(self.text.get(self.headline()?)?)?;
        title.contains(char::is_alphanumeric).then_some(title)
    }

    /// Returns the first paragraph, if it may be the headline.
    pub(super) fn headline(&self) -> Option<Range<usize>> {
        let first = self
            .paragraphs
            .first()
            .filter(|_| self.paragraphs.len() > 1 && !self.is_spoken)?;
        let words = self.text.get(first.clone())?;
        let is_one =
            words.chars().count() <= LONGEST_HEADLINE && !words.starts_with(['“', '"', '«', '„']);
        is_one.then(|| first.clone())
    }
}

fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']']);
    words.ends_with(['.', '!', '?', '…'])
}

/// Says whether a line begins with a name and a colon.
fn is_labelled(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, words)| {
        let is_name = name.starts_with(char::is_uppercase) && name.chars().count() <= LONGEST_LABEL;
        is_name && words.starts_with(char::is_whitespace)
    })
}

/// Returns where the heads of letters stand in a text, two or more lines each: who it is from, to whom, and of what.
fn heads_of(text: &str) -> Vec<Range<usize>> {
    let is_head = |line: &str| {
        let (name, _) = line.split_once(':').unwrap_or_default();
        HEADS.contains(&name.trim().to_lowercase().as_str())
    };
    let (mut all, mut at): (Vec<(Range<usize>, usize)>, usize) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let here = at..at + line.len();
        at = here.end;
        match all.last_mut() {
            _ if !is_head(line) => {}
            Some((last, lines)) if last.end == here.start => {
                last.end = here.end;
                *lines += 1;
            }
            Some(_) | None => all.push((here, 1)),
        }
    }
    let heads = all.into_iter().filter(|(_, lines)| *lines > 1);
    heads.map(|(at, _)| at).collect()
}

/// Returns what of a paragraph is none of some heads.
fn without(text: &str, paragraph: Range<usize>, heads: &[Range<usize>]) -> Vec<Range<usize>> {
    let first = heads.partition_point(|head| head.end <= paragraph.start);
    let heads = heads.iter().skip(first);
    let (mut left, mut from) = (Vec::new(), paragraph.start);
    for head in heads.take_while(|head| head.start < paragraph.end) {
        left.push(from..head.start.max(from));
        from = head.end;
    }
    left.push(from.min(paragraph.end)..paragraph.end);
    let left = left.into_iter().map(|range| trimmed(text, range));
    left.filter(|range| !range.is_empty()).collect()
}

/// A line end that a reader does not read as a space, or perhaps not.
struct LineEnd {
    /// What is left out.
    cut: Range<usize>,
    /// The word as it is cut, if it is not known what is left out of it.
    unsure: Option<String>,
}

/// Tells how the line end behind some text is read, if not as a space: by the rules of the search for quotes, and
/// where these leave it open, as the article has the word elsewhere.
fn end_of(
    text: &str,
    line: Range<usize>,
    to: usize,
    (words, language): (&HashSet<String>, &Language),
) -> Option<LineEnd> {
    let [before, after] = [line.clone(), line.end..to].map(|range| trimmed(text, range));
    let gap = before.end..after.start;
    let [before, after] = [before, after].map(|range| text.get(range).unwrap_or(""));
    let mut last = before.chars().rev();
    let (mark, last) = (last.next()?, last.next().unwrap_or(' '));
    let next = after.chars().next()?;
    let left_out = |start| {
        let (cut, unsure) = (start..gap.end, None);
        Some(LineEnd { cut, unsure })
    };
    let start = gap.start - mark.len_utf8();
    let is_in_word = last.is_alphabetic() && next.is_alphabetic();
    if mark == SOFT_HYPHEN && is_in_word {
        return left_out(start);
    }
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | 'ʼ');
    let rest = after.trim_start_matches(is_of_word);
    let right = after.get(..after.len() - rest.len())?;
    let lower = right.to_lowercase();
    let joins = language.rules.and.has(&lower) || JOINING.contains(&lower.as_str());
    if !(is_in_word && HYPHENS.contains(&mark)) {
        // 10⏎–20 and London⏎–Paris, and no "of⏎-5 degrees".
        let goes_on = |c: char| match (mark.is_numeric(), c.is_numeric()) {
            (true, true) => true,
            (false, false) => next != '-' && mark.is_alphabetic() && c.is_alphabetic(),
            _ => false,
        };
        let is_before = DASHES.contains(&next) && after.chars().nth(1).is_some_and(goes_on);
        let is_behind = DASHES.contains(&mark) && last.is_alphanumeric();
        let is_behind = is_behind && next.is_alphanumeric() && !joins;
        let is_unspaced = has_no_word_spaces(mark) && has_no_word_spaces(next);
        return left_out(gap.start).filter(|_| is_before || is_behind || is_unspaced);
    }
    let left = text.get(..start)?;
    let left = left.get(left.trim_end_matches(is_of_word).len()..)?;
    let is_there = |mark: &str| words.contains(&format!("{left}{mark}{right}").to_lowercase());
    let (is_whole, is_hyphened) = (is_there(""), is_there("-"));
    if is_whole && !is_hyphened {
        return left_out(start);
    }
    // Anglo-⏎American, state-⏎of-the-art.
    let is_name = next.is_uppercase() && right.contains(char::is_lowercase);
    if !is_whole && (is_hyphened || is_name || rest.starts_with(HYPHENS)) {
        return left_out(gap.start);
    }
    // Up- and downstream, or thous-⏎and.
    let cut = if joins { gap.end } else { start };
    let word = text.get(start..gap.start)?;
    Some(LineEnd {
        cut: cut..gap.end,
        unsure: Some(format!("{left}{word}{right}")),
    })
}

/// Returns the words of a text in small letters, those that a hyphen joins whole.
fn words_of(text: &str) -> HashSet<String> {
    let is_between = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | 'ʼ'));
    let words = text.split(is_between).map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.to_lowercase()
    });
    words.filter(|word| !word.is_empty()).collect()
}

/// Returns a text of as many bytes without the marks that mail programs set before the lines of another's
/// message, where two or more follow one another.
fn without_mail_marks(text: &str) -> String {
    let is_marked = |line: &str| line.trim_start().starts_with('>');
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut out = String::with_capacity(text.len());
    for (index, line) in lines.iter().enumerate() {
        let beside = [index.checked_sub(1), Some(index + 1)]
            .into_iter()
            .flatten();
        let mut beside = beside.filter_map(|beside| lines.get(beside));
        if !is_marked(line) || !beside.any(|line| is_marked(line)) {
            out.push_str(line);
            continue;
        }
        let words = line.trim_start_matches(['>', ' ', '\t']);
        out.extend(std::iter::repeat_n(' ', line.len() - words.len()));
        out.push_str(words);
    }
    out
}

/// Returns a text in one line, without what a brief may not hold; nothing, if no more is left.
pub(super) fn plain(text: &str) -> Option<String> {
    let text = text.split([
        '\n', '\r', '\t', '\u{C}', '\u{B}', '\u{85}', '\u{2028}', '\u{2029}',
    ]);
    let lines: Vec<&str> = text
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let (plain, _) = without_unsafe(&lines.join(" "));
    let plain = plain.trim();
    (!plain.is_empty()).then(|| plain.to_owned())
}
