//! Finds where sentences end.
//!
//! Where it is open whether one ends, it does not: one cut in two would be asked for a citation that
//! it has. So none ends within quote marks or brackets, nor where who spoke may follow.

use std::ops::Range;
use std::str::CharIndices;

use super::spoken::{introduces, is_told_after, takes_up, tells_of};
use crate::abbreviations::{Abbreviation, abbreviation, ends_with_letter_name, is_sentence_opener};
use crate::characters::has_no_capitals;
use crate::check::markdown::CITATION;
use crate::check::quotations::quotations;

/// Returns where sentences end, closing marks and citations after the end mark included; the last
/// is the end of the text. In running text, the rest of a quote that a citation follows, or nothing, goes on
/// the sentence before it, and so does what has no words of its own.
pub(super) fn ends(flat: &str, language: &str, is_running: bool) -> Vec<usize> {
    let quoted = quotations(flat);
    let bracketed = brackets(flat);
    let mut ends = Vec::new();
    let mut words = NextWord::of(flat);
    // Where the words of the sentence begin.
    let mut words_from = words.from(0);
    let mut chars = flat.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_end_mark(c) {
            continue;
        }
        let (before, from_mark) = flat.split_at(at);
        let after = from_mark.trim_start_matches(is_end_mark);
        let marks = ahead_of(after, from_mark);
        let rest = close(after);
        let end = flat.len() - rest.len();
        while chars.next_if(|(next, _)| *next < end).is_some() {}
        let closing = ahead_of(rest, after);
        let (quote, bracket) = (around(&quoted, at), around(&bracketed, at));
        let mark = EndMark {
            before,
            marks,
            is_quoted: quote.is_some(),
            is_cited: closing.contains(CITATION),
            rest,
            next: flat.get(words.from(end)..).unwrap_or(""),
            language,
        };
        let is_first = |range: &Range<usize>| words_from >= range.start;
        let start = ends.last().copied().unwrap_or(0);
        let inside = [quote, bracket].into_iter().flatten();
        if inside.into_iter().any(|range| end < range.end)
            || bracket.is_some_and(|range| !is_first(range))
            || quote.is_some_and(|quote| {
                let ahead = flat.get(start..quote.start).unwrap_or("");
                mark.may_be_attributed(is_first(quote), ahead)
            })
            || mark.goes_on()
            || is_running && !mark.is_cited && goes_on_quoted(flat, &quoted, start..end)
        {
            continue;
        }
        if rest.trim_start().is_empty() {
            break;
        }
        ends.push(end);
        words_from = words.from(end);
    }
    ends.push(flat.len());
    if is_running {
        join_wordless(flat, &mut ends);
    }
    ends
}

/// Returns what stands in a text ahead of its end.
fn ahead_of<'t>(end: &str, text: &'t str) -> &'t str {
    text.get(..text.len() - end.len()).unwrap_or(text)
}

/// Finds the first letter or digit from a place on. Asked for later and later places, it reads the text once,
/// however many marks stand alone.
struct NextWord<'t> {
    letters: CharIndices<'t>,
    at: usize,
    /// How many letters it has read.
    read: usize,
}

impl<'t> NextWord<'t> {
    fn of(text: &'t str) -> Self {
        let letters = text.char_indices();
        let (at, read) = (0, 0);
        let mut words = Self { letters, at, read };
        words.advance();
        words
    }

    fn advance(&mut self) {
        let next = self.letters.by_ref().find(|(_, c)| {
            self.read += 1;
            c.is_alphanumeric()
        });
        self.at = next.map_or(self.letters.offset(), |(at, _)| at);
    }

    fn from(&mut self, place: usize) -> usize {
        while self.at < place {
            self.advance();
        }
        self.at
    }
}

/// Takes out the ends around what is no sentence: marks and citations belong to the sentence before them,
/// and so does a source in brackets, as in "It is so. (See [@c].)"; ahead of all, to the one after. Returns how
/// many bytes it looked at.
fn join_wordless(flat: &str, ends: &mut Vec<usize>) -> usize {
    let mut joined: Vec<usize> = Vec::with_capacity(ends.len());
    let (mut before, mut read) = (0, 0);
    for &end in &*ends {
        let start = joined.last().copied();
        // Ahead of all, there was no word up to the end before.
        let piece = flat.get(start.unwrap_or(before)..end).unwrap_or("").trim();
        (before, read) = (end, read + piece.len());
        let mut words = piece.split(|c: char| c.is_whitespace() || c == CITATION);
        let words = words
            .by_ref()
            .filter(|word| word.contains(char::is_alphanumeric));
        let is_source = piece.starts_with(['(', '[', '（']) && piece.contains(CITATION);
        let is_sentence = words.count() > usize::from(is_source && start.is_some());
        let follows_one = !is_sentence && joined.pop().is_some();
        if is_sentence || follows_one || end == flat.len() {
            joined.push(end);
        }
    }
    *ends = joined;
    read
}

/// Says whether what comes after a sentence with a quote is nothing but the rest of the quote, up to
/// a citation: “It is over,” Bell said. “It is done.” [@c]
fn goes_on_quoted(flat: &str, quoted: &[Range<usize>], sentence: Range<usize>) -> bool {
    let next = quoted.partition_point(|range| range.start < sentence.end);
    let (before, after) = quoted.split_at(next);
    let has_quote = before
        .last()
        .is_some_and(|range| range.start >= sentence.start);
    let Some(quote) = after.first().filter(|_| has_quote) else {
        return false;
    };
    let between = flat.get(sentence.end..quote.start).unwrap_or("");
    let behind = flat.get(quote.end..).unwrap_or("");
    let behind = behind.trim_start_matches(['.', ',', ' ']);
    between.trim().is_empty() && (behind.is_empty() || behind.starts_with(CITATION))
}

fn is_end_mark(c: char) -> bool {
    is_wide(c) || matches!(c, '.' | '!' | '?' | '…')
}

/// Says whether a mark ends sentences and nothing else, so that no space need follow: those of East
/// Asia, Arabic and Urdu, the danda, those of Armenian, Ethiopic, Myanmar, Khmer and Tibetan.
fn is_wide(c: char) -> bool {
    const MARKS: &str = "。！？｡．؟۔।॥։።፧፨။៕។᠃᠉།༎꓿‼⁇⁈⁉︒﹒﹖﹗";
    !c.is_ascii() && MARKS.contains(c)
}

/// Returns the range around a place, of some in order and apart.
fn around(ranges: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let next = ranges.partition_point(|range| range.start <= at);
    let last = next.checked_sub(1).and_then(|last| ranges.get(last));
    last.filter(|range| range.contains(&at))
}

/// Returns the passages in round or square brackets, of nested ones the outer.
fn brackets(flat: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in flat.char_indices() {
        match c {
            '(' | '（' | '[' => open.push(at),
            ')' | '）' | ']' => {
                if let Some(start) = open.pop() {
                    while found.last().is_some_and(|inner| inner.start > start) {
                        found.pop();
                    }
                    found.push(start..at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    found
}

/// Goes past closing marks and citations after an end mark.
fn close(rest: &str) -> &str {
    let closing = |c: char| "”\"’'»)]“«‘›‹」』）】》〉〕״".contains(c);
    let mut left = rest.trim_start_matches(closing);
    // French sets a space before its closing mark.
    for mark in ["\u{a0}»", "\u{202f}»", " »"] {
        left = left.strip_prefix(mark).unwrap_or(left);
    }
    // Where an abbreviation or a quote ends the sentence, its full stop may stand behind the citation.
    while let Some(after) = left.trim_start().strip_prefix(CITATION) {
        left = after.trim_start_matches(|c| closing(c) || is_end_mark(c));
    }
    left
}

/// Marks that may end a sentence, and what stands around them.
struct EndMark<'t> {
    before: &'t str,
    marks: &'t str,
    /// Whether quote marks stand around them.
    is_quoted: bool,
    /// Whether a citation follows.
    is_cited: bool,
    /// What follows on what closes the sentence.
    rest: &'t str,
    /// The same from its first word on.
    next: &'t str,
    language: &'t str,
}

impl EndMark<'_> {
    /// Says whether who spoke may follow on a quote that ends with these marks: “Why?” Bell asked.
    /// `is_first` says whether the sentence begins with the quote, and `ahead` is what it has before it.
    fn may_be_attributed(&self, is_first: bool, ahead: &str) -> bool {
        let is_wide = self.marks.starts_with(is_wide);
        if self.is_cited || self.rest.is_empty() {
            return false;
        }
        if takes_up(self.rest) {
            return true;
        }
        if !is_first && introduces(ahead) {
            return false;
        }
        if self.marks == "." && !self.next.starts_with(has_no_capitals) {
            // “So be it.” So said Bell.
            let is_stated = !self.opens_next() || self.rest.trim_start().starts_with("So ");
            return is_first && is_stated && is_told_after(self.rest);
        }
        is_wide || is_first || !self.opens_next()
    }

    /// Says whether the next word is one that sentences begin with; "A." is a name's.
    fn opens_next(&self) -> bool {
        let after = self.next.trim_start_matches(char::is_alphanumeric);
        let word = ahead_of(after, self.next);
        let is_initial = word.chars().count() == 1 && after.starts_with('.');
        !is_initial && is_sentence_opener(word, self.language)
    }

    /// Says whether the next word begins with a small letter as no sentence does: not in a script
    /// without capitals, not a handle, not the Dutch "’s Avonds", nor a name such as "iPhone".
    fn next_is_small(&self) -> bool {
        let next = self.next;
        let marks = ahead_of(next, self.rest);
        let word = next.split(|c: char| !c.is_alphanumeric()).next();
        let word = word.unwrap_or(next);
        let after = next.strip_prefix(word).unwrap_or("").trim_start();
        let is_elided = || {
            marks.ends_with(['’', '‘', '\''])
                && matches!(word, "s" | "t" | "n" | "k" | "m" | "r")
                && after.starts_with(char::is_uppercase)
        };
        let is_name = || word.contains(char::is_uppercase) || marks.ends_with(['@', '#']);
        word.starts_with(|c: char| c.is_lowercase() && !has_no_capitals(c))
            && !is_name()
            && !is_elided()
    }

    /// Says whether the sentence goes on.
    fn goes_on(&self) -> bool {
        let rest = self.rest;
        let has_space = rest.is_empty() || rest.starts_with(char::is_whitespace);
        if !has_space && !self.is_cited && !self.marks.starts_with(is_wide) {
            return true;
        }
        let next = self.next;
        // A no-break space says that what it joins is one.
        let is_joined = rest.starts_with(['\u{a0}', '\u{202f}']);
        let goes_on = rest
            .trim_start()
            .starts_with(|c| ",;:–—-،؛、，；：՝፣፤".contains(c));
        if is_joined || goes_on || self.next_is_small() {
            return true;
        }
        if self.is_cited || rest.is_empty() {
            return false;
        }
        if !self.is_quoted && tells_of(self.marks, rest) {
            return true;
        }
        let is_opener = self.opens_next();
        if self.marks.contains('…') || self.marks.starts_with("..") {
            return !is_opener;
        }
        if is_item(next) {
            return true;
        }
        match self.marks {
            "." => {}
            "!" => return NAMES.iter().any(|name| self.before.ends_with(name)),
            "۔" => return ends_with_letter_name(self.before),
            // Khmer: and so on.
            "។" => return rest.starts_with("ល។") || self.before.ends_with("។ល"),
            _ => return false,
        }
        if is_item_number(self.before, self.language) {
            return true;
        }
        match abbreviation(self.before, self.language) {
            None => false,
            Some(Abbreviation::Title) => true,
            Some(Abbreviation::Number) => next.starts_with(|c: char| c.is_numeric()),
            Some(Abbreviation::Other) => !is_opener,
        }
    }
}

/// Names that end with an exclamation mark.
const NAMES: &[&str] = &["Yahoo", "Wham", "Jeopardy", "Yum"];

/// Says whether a text begins with the number of an item of a list, as in "2. Trade".
fn is_item(next: &str) -> bool {
    let rest = next.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(next.len() - rest.len()))
        && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// Says whether a text ends with the number of an item of a list: nothing stands before it, or a
/// mark other than a letter.
fn is_item_number(before: &str, language: &str) -> bool {
    let ahead = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let ahead = ahead.trim_end();
    let is_counted = || {
        let word = ahead.strip_suffix('.');
        word.is_some_and(|word| abbreviation(word, language).is_some())
    };
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&(before.len() - digits))
        && !is_counted()
        && ahead
            .chars()
            .next_back()
            .is_none_or(|c| matches!(c, ':' | ';' | ',' | '.' | '!' | '?' | '('))
}

#[cfg(test)]
mod tests {
    use super::{NextWord, join_wordless};

    #[test]
    fn marks_that_stand_alone_are_read_once() {
        let read = |marks: usize| {
            let text = "! ".repeat(marks);
            let mut words = NextWord::of(&text);
            for (at, _) in text.match_indices(' ') {
                assert_eq!(words.from(at), text.len());
            }
            words.read
        };
        assert_eq!(read(2_000), 2 * read(1_000));
        let mut words = NextWord::of("! a.b, c");
        assert_eq!([0, 2, 3, 5, 8].map(|at| words.from(at)), [2, 2, 4, 7, 8]);
    }

    #[test]
    fn marks_ahead_of_all_words_are_read_once() {
        let read = |marks: usize| {
            let text = "? ".repeat(marks) + "So it is.";
            let ends = text.match_indices(' ').map(|(at, _)| at + 1);
            let mut ends: Vec<usize> = ends.take(marks).chain([text.len()]).collect();
            let read = join_wordless(&text, &mut ends);
            assert_eq!(ends, [text.len()]);
            read
        };
        assert!(read(2_000) <= 2 * read(1_000));
    }
}
