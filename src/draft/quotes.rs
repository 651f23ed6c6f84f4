//! Finds what stands in quote marks, over paragraphs too.

use std::borrow::Cow;
use std::ops::Range;

use crate::check::quotations;

/// A passage in quote marks within one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Where it stands, its marks included.
    pub(super) at: Range<usize>,
    /// Where its words stand.
    pub(super) words: Range<usize>,
    /// Whether it goes on in the next paragraph: no mark closes it, and another opens there.
    pub(super) goes_on: bool,
}

/// Who speaks is said in so many words within the marks.
const LONGEST_INSERTION: usize = 12;

/// Marks that open a quotation, or may.
const OPENING: &[char] = &['“', '"', '„', '«', '»', '‘', '\'', '「', '『', '‹', '”'];
/// Marks that close one, or may.
const CLOSING: &[char] = &[
    '”', '"', '“', '»', '«', '’', '\'', '」', '』', '›', '‘', '״',
];

/// Returns the quotations of each paragraph, in order and apart; of nested ones the outer.
pub(super) fn quotations_of(text: &str, paragraphs: &[Range<usize>]) -> Vec<Vec<Quotation>> {
    let piece = |range: &Range<usize>| text.get(range.clone()).unwrap_or("");
    let mut all = Vec::with_capacity(paragraphs.len());
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let own = piece(paragraph);
        let next = paragraphs.get(index + 1).map_or("", piece);
        let mut found: Vec<Quotation> = quotations(&with_single_marks(own))
            .into_iter()
            .map(|at| closed(own, at))
            .collect();
        if let Some(open) = unclosed(own, &found, next) {
            found.retain(|quote| quote.at.start < open.at.start);
            found.push(open);
        }
        for quote in &mut found {
            quote.at = quote.at.start + paragraph.start..quote.at.end + paragraph.start;
            quote.words = quote.words.start + paragraph.start..quote.words.end + paragraph.start;
        }
        found.retain(|quote| !quote.words.is_empty());
        all.push(found);
    }
    all
}

/// Sets one mark and a space where two apostrophes stand for a quote mark, as typewriters have it.
fn with_single_marks(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for (at, marks) in text.match_indices("''") {
        let (before, _) = text.split_at(at);
        let is_within = |c: char| c.is_alphanumeric() || c.is_ascii_punctuation();
        let opens = before.chars().next_back().is_none_or(|c| !is_within(c));
        out.push_str(text.get(from..at).unwrap_or(""));
        out.push_str(if opens { "\" " } else { " \"" });
        from = at + marks.len();
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(from..).unwrap_or(""));
    Cow::Owned(out)
}

fn closed(text: &str, at: Range<usize>) -> Quotation {
    let words = text.get(at.clone()).unwrap_or("");
    let inner = words
        .strip_prefix("''")
        .or_else(|| words.strip_prefix(OPENING));
    let inner = inner.unwrap_or(words);
    let start = at.start + (words.len() - inner.len());
    let closed = inner
        .strip_suffix("''")
        .or_else(|| inner.strip_suffix(CLOSING));
    let inner = closed.unwrap_or(inner);
    Quotation {
        words: trimmed(text, start..start + inner.len()),
        at,
        goes_on: false,
    }
}

/// Returns what an unclosed mark opens, if the next paragraph begins with the same mark.
fn unclosed(text: &str, found: &[Quotation], next: &str) -> Option<Quotation> {
    let mark = next.chars().next().filter(|mark| OPENING.contains(mark))?;
    let is_closed = |at: usize| {
        let after = found.partition_point(|quote| quote.at.start <= at);
        let last = after.checked_sub(1).and_then(|last| found.get(last));
        last.is_some_and(|quote| quote.at.contains(&at))
    };
    let (at, _) = text.match_indices(mark).rfind(|(at, _)| {
        let (before, from) = text.split_at(*at);
        let begins = before
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric());
        begins && from.chars().nth(1).is_some_and(|c| !c.is_whitespace()) && !is_closed(*at)
    })?;
    Some(Quotation {
        at: at..text.len(),
        words: trimmed(text, at + mark.len_utf8()..text.len()),
        goes_on: true,
    })
}

/// Cuts a quotation where its writer says within the marks who speaks, as Ukrainian does: «We begin, —
/// said Koval. — Nobody will lose.» `says_who` says whether words between dashes do.
pub(super) fn cut_at_dashes(
    text: &str,
    quote: Quotation,
    says_who: impl Fn(&[&str]) -> bool,
) -> Vec<Quotation> {
    let words = text.get(quote.words.clone()).unwrap_or("");
    let dashes = words
        .match_indices(['—', '–'])
        .map(|(at, dash)| quote.words.start + at..quote.words.start + at + dash.len());
    let dashes: Vec<Range<usize>> = dashes.collect();
    let piece = |range: Range<usize>| text.get(range).unwrap_or("");
    let (mut pieces, mut from) = (Vec::new(), quote.at.start);
    let mut left = dashes.as_slice();
    while let Some((dash, rest)) = left.split_first() {
        let to = rest.first().map_or(quote.words.end, |next| next.start);
        let inserted = piece(dash.end..to);
        let is_after_mark = piece(from..dash.start)
            .trim_end()
            .ends_with([',', '.', '!', '?', '…']);
        let is_short = inserted.split_whitespace().count() <= LONGEST_INSERTION;
        let said = inserted
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let said: Vec<&str> = said.collect();
        if is_after_mark && is_short && says_who(&said) {
            pieces.push(from..dash.start);
            from = rest.first().map_or(quote.at.end, |next| next.end);
            left = rest.split_first().map_or(&[], |(_, rest)| rest);
        } else {
            left = rest;
        }
    }
    if pieces.is_empty() {
        return vec![quote];
    }
    pieces.push(from..quote.at.end);
    let count = pieces.len();
    let pieces = pieces.into_iter().enumerate().map(|(index, at)| Quotation {
        words: trimmed(
            text,
            at.start.max(quote.words.start)..at.end.min(quote.words.end),
        ),
        at: trimmed(text, at),
        goes_on: quote.goes_on && index + 1 == count,
    });
    pieces
        .filter(|piece| piece.words.start < piece.words.end)
        .collect()
}

/// Returns a range without the spaces at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or("");
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

#[cfg(test)]
mod tests {
    use super::quotations_of;
    use crate::evidence::paragraphs;

    fn of(text: &str) -> Vec<(&str, bool)> {
        let all = quotations_of(text, &paragraphs(text)).into_iter().flatten();
        all.filter_map(|quote| Some((text.get(quote.words)?, quote.goes_on)))
            .collect()
    }

    #[test]
    fn quotations_are_read_in_every_style_without_their_marks() {
        assert_eq!(
            of("“One ‘two’ three,” he said. \"Four.\" „Fünf“ « Six »"),
            [
                ("One ‘two’ three,", false),
                ("Four.", false),
                ("Fünf", false),
                ("Six", false)
            ]
        );
        assert!(of("no marks").is_empty());
    }

    #[test]
    fn a_mark_that_each_paragraph_repeats_goes_on() {
        let text = "He said: “One. Two.\n\n“Three,” and left.";
        assert_eq!(of(text), [("One. Two.", true), ("Three,", false)]);
        assert!(of("A “mark that nothing closes.\n\nNo mark.").is_empty());
    }
}
