//! Goes through the texts in the writer's own words, for the rules on wording. English only.

use std::ops::Range;

use super::context::{Context, Findings};
use super::markdown;
use super::quotations::quotations;
use crate::diagnostics::{Diagnostic, Place};
use crate::load::{Allow, Document, Text};

/// How many hits in one text are reported. A text with more has been understood by then.
const HITS: usize = 100;

pub(super) struct Hit {
    pub(super) range: Range<usize>,
    pub(super) instead: &'static str,
}

/// A rule on wording: what is wrong with a text at a word, and how to say so.
pub(super) type WordRule = (
    fn(&Tokens<'_>, usize) -> Option<Hit>,
    fn(Place, &str, &str) -> Diagnostic,
);

#[derive(Clone, Copy)]
struct Own<'a> {
    text: &'a Text,
    /// Whether it is Markdown, where code and citations are no words.
    markdown: bool,
    allow: &'a [Allow],
}

/// Shows the words of each of the writer's texts to some rules. They run together, since most of
/// the time goes into finding the words.
pub(super) fn check(cx: &Context<'_>, rules: &[WordRule], out: &mut Findings) {
    if !cx.is_english() {
        return;
    }
    let mut tokens = Tokens::default();
    each(cx.document, &mut |own| {
        tokens.read(own.text);
        // Found out on the first hit: most texts have none.
        let mut outside: Option<Outside> = None;
        let mut hits = 0;
        for at in 0..tokens.words.len() {
            for (find, fault) in rules {
                let Some(Hit { range, instead }) = find(&tokens, at) else {
                    continue;
                };
                let outside = outside.get_or_insert_with(|| Outside::new(own));
                if hits < HITS && outside.holds(range.start) {
                    hits += 1;
                    let words = own.text.get(range.clone()).unwrap_or(own.text);
                    let place = cx.part(own.text, range);
                    out.warn(own.allow, fault(place, words, instead));
                }
            }
        }
    });
}

fn each<'a>(document: &'a Document, see: &mut dyn FnMut(Own<'a>)) {
    let mut see = |text, markdown, allow| {
        see(Own {
            text,
            markdown,
            allow,
        });
    };
    see(&document.title, false, &document.allow);
    see(&document.topic, false, &document.allow);
    for text in std::iter::once(&document.bottom_line).chain(&document.method) {
        see(text, true, &document.allow);
    }
    for claim in &document.claims {
        // How the source characterises it is for the source to word.
        for text in std::iter::once(&claim.says).chain(&claim.note) {
            see(text, true, &claim.allow);
        }
    }
    for position in &document.positions {
        see(&position.in_short, false, &position.allow);
    }
    for event in &document.events {
        see(&event.what, true, &event.allow);
    }
    for tension in &document.tensions {
        see(&tension.note, true, &tension.allow);
    }
    for left_out in &document.left_out {
        see(&left_out.reason, true, &document.allow);
    }
    for withdrawn in &document.withdrawn {
        see(&withdrawn.reason, true, &document.allow);
    }
    for gap in &document.gaps {
        see(&gap.question, true, &gap.allow);
        see(&gap.why, true, &gap.allow);
    }
}

/// Where the writer speaks: outside quote marks, code, citations and addresses.
struct Outside {
    /// None where the text is no Markdown.
    runs: Option<Vec<Range<usize>>>,
    quoted: Vec<Range<usize>>,
}

impl Outside {
    fn new(own: Own<'_>) -> Self {
        Self {
            runs: own.markdown.then(|| markdown::runs(own.text)),
            quoted: quotations(own.text),
        }
    }

    fn holds(&self, at: usize) -> bool {
        self.runs.as_ref().is_none_or(|runs| is_in(runs, at)) && !is_in(&self.quoted, at)
    }
}

/// Says whether a byte is in one of some ranges, which are in order and apart.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= at);
    let last = next.checked_sub(1).and_then(|last| ranges.get(last));
    last.is_some_and(|range| range.contains(&at))
}

/// The words of a text and where they stand, to be compared without regard to case. Hyphens and
/// apostrophes join a word.
#[derive(Default)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    words: Vec<Range<usize>>,
}

impl<'a> Tokens<'a> {
    /// Splits a text into words, into the same memory as the one before.
    pub(super) fn read(&mut self, text: &'a str) {
        self.text = text;
        self.words.clear();
        let mut start = None;
        for (at, byte) in text.bytes().enumerate() {
            // Bytes outside ASCII are letters, or the apostrophe `’`, or quote marks and dashes,
            // which `get` takes off.
            let joins = byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'-') || byte >= 128;
            match (joins, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    self.words.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        self.words.extend(start.map(|from| from..text.len()));
    }

    /// Returns a word without the marks around it; past the ends, an empty one.
    pub(super) fn get(&self, at: Option<usize>) -> &'a str {
        self.raw(at).trim_matches(|c: char| !c.is_alphanumeric())
    }

    fn raw(&self, at: Option<usize>) -> &'a str {
        let range = at.and_then(|at| self.words.get(at));
        range
            .and_then(|range| self.text.get(range.clone()))
            .unwrap_or("")
    }

    /// Says whether a word begins with one of these letters, or with a mark, so that it needs a
    /// closer look.
    pub(super) fn can_begin(&self, at: usize, letters: &[u8]) -> bool {
        let start = self.words.get(at).map(|range| range.start);
        let byte = start.and_then(|start| self.text.as_bytes().get(start));
        byte.is_some_and(|byte| {
            !byte.is_ascii_alphanumeric() || letters.contains(&byte.to_ascii_lowercase())
        })
    }

    /// Returns where a word stands, without the marks around it.
    pub(super) fn range(&self, at: usize) -> Range<usize> {
        let (raw, word) = (self.raw(Some(at)), self.get(Some(at)));
        let start = self.words.get(at).map_or(0, |range| range.start);
        let start = start + raw.find(word).unwrap_or(0);
        start..start + word.len()
    }

    /// Says whether nothing but spaces stands between a word and the next.
    pub(super) fn adjoins_next(&self, at: usize) -> bool {
        at + 1 < self.words.len()
            && self
                .between(at)
                .is_some_and(|between| between.trim().is_empty())
    }

    /// Returns what stands between a word and the next, or the end of the text.
    pub(super) fn between(&self, at: usize) -> Option<&'a str> {
        let end = self.text.len();
        let next = self
            .words
            .get(at + 1)
            .map_or(end, |_| self.range(at + 1).start);
        self.text.get(self.range(at).end..next)
    }

    /// Says whether a form that only a clause has stands between two words of a sentence, before
    /// anything that begins another clause.
    pub(super) fn has_finite_verb(&self, from: usize, to: usize) -> bool {
        const FORMS: &str = "is are was were has had have will would could can cannot did does do may \
            might must should isn't wasn't weren't won't wouldn't couldn't didn't hadn't isn’t wasn’t \
            weren’t won’t wouldn’t couldn’t didn’t hadn’t";
        const OTHERS: &str = "that which who whom whose where when before after while until as be to and or \
            but";
        for at in from..=to {
            let word = self.get(Some(at));
            if is_one_of(word, FORMS) {
                return true;
            }
            let goes_on = self.between(at).is_some_and(|between| {
                let quoted = |c: char| c.is_whitespace() || "“”‘’\"«»".contains(c);
                between.trim_matches(quoted).is_empty()
            });
            // "The land it has farmed" is no clause.
            let is_relative = at > from && is_one_of(word, "he she it they we i you");
            if is_one_of(word, OTHERS) || is_relative || word.is_empty() || !goes_on {
                return false;
            }
        }
        false
    }

    /// Returns the last of some words if they follow a word, one directly after the other.
    pub(super) fn follow(&self, at: usize, words: &str) -> Option<usize> {
        words.split_whitespace().try_fold(at, |at, word| {
            let next = self.get(Some(at + 1));
            (next.eq_ignore_ascii_case(word) && self.adjoins_next(at)).then_some(at + 1)
        })
    }
}

/// Says whether a word is one of a list, which has spaces between its words.
pub(in crate::check) fn is_one_of(word: &str, list: &str) -> bool {
    let mut entries = list.as_bytes().split(|byte| *byte == b' ');
    entries.any(|entry| entry.eq_ignore_ascii_case(word.as_bytes()))
}

/// Says whether a word stands before nouns alone, so that what follows is no verb.
pub(super) fn is_determiner(word: &str) -> bool {
    const WORDS: &str = "the a an his her its their our your my this that these those any some no \
        both all each every other newly two three four five six seven eight nine ten dozen";
    is_one_of(word, WORDS) || word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
pub(super) fn found(text: &str, (find, _): WordRule) -> Vec<&str> {
    let mut tokens = Tokens::default();
    tokens.read(text);
    (0..tokens.words.len())
        .filter_map(|at| find(&tokens, at))
        .map(|hit| text.get(hit.range).expect("a range of the text"))
        .collect()
}
