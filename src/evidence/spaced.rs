//! Looks for quotes in a text whatever its spaces, as that of a PDF: words that are set wide (`N E W S`), large first
//! letters, and lines that end in a word leave spaces that nobody sees.

use std::ops::Range;

/// A text with fewer letters may stand anywhere by chance.
const FEWEST: usize = 8;

/// So many letters that each stand apart are a word that is set wide.
const FEWEST_OF_WIDE: usize = 4;

/// Which spaces of a text may be none.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Spaces {
    All,
    /// Those in and beside words that are set wide.
    OfWideWords,
}

/// Returns where words that are set wide stand in a text, with the letters beside them.
fn wide_words(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let (mut at, mut start, mut run) = (0, 0, 0);
    for word in text.split_inclusive(' ').chain([""]) {
        let mut chars = word.chars();
        let is_letter =
            chars.next().is_some_and(char::is_alphabetic) && !chars.any(char::is_alphanumeric);
        if is_letter {
            start = if run == 0 { at } else { start };
            run += 1;
        } else {
            if run >= FEWEST_OF_WIDE {
                all.push(start..at + 1);
            }
            run = 0;
        }
        at += word.len();
    }
    all
}

/// A text without spaces, with the way back.
struct Packed {
    text: String,
    /// Where each letter stands in the text, by its byte here; the end is the last.
    places: Vec<(usize, usize)>,
}

fn packed(text: &str) -> Packed {
    let mut all = Packed {
        text: String::with_capacity(text.len()),
        places: Vec::with_capacity(text.len()),
    };
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        all.places.push((all.text.len(), at));
        all.text.push(c);
    }
    all
}

/// Says which quotes stand in a normalised text, whatever some of its spaces, from the edge of a word to another.
pub(super) fn stand(text: &str, quotes: &[String], spaces: Spaces) -> Vec<bool> {
    let wide = match spaces {
        Spaces::All => None,
        Spaces::OfWideWords => Some(wide_words(text)),
    };
    if wide.as_ref().is_some_and(Vec::is_empty) {
        return vec![false; quotes.len()];
    }
    let all = packed(text);
    let stands = |quote: &String| {
        let own = packed(quote);
        let sought = &own.text;
        sought.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST
            && all.text.match_indices(sought).any(|(start, _)| {
                let end = start + sought.len();
                is_edge(text, all.place(start), true)
                    && is_edge(text, all.end(end), false)
                    && wide.as_deref().is_none_or(|wide| {
                        let here = all.spaces(text, start..end);
                        let there = own.spaces(quote, 0..sought.len());
                        here.zip(there)
                            .all(|((at, here), (_, there))| here == there || is_within(at, wide))
                    })
            })
    };
    quotes.iter().map(stands).collect()
}

/// Says whether a byte stands in one of some stretches, which are in order.
fn is_within(at: usize, stretches: &[Range<usize>]) -> bool {
    let next = stretches.partition_point(|stretch| stretch.end <= at);
    stretches
        .get(next)
        .is_some_and(|stretch| stretch.contains(&at))
}

impl Packed {
    /// Shows where each letter but the first of a stretch stands in the text, and whether a space is before it.
    fn spaces(&self, text: &str, stretch: Range<usize>) -> impl Iterator<Item = (usize, bool)> {
        let first = self
            .places
            .partition_point(|(here, _)| *here <= stretch.start);
        let letters = self.places.iter().skip(first);
        let letters = letters.take_while(move |(here, _)| *here < stretch.end);
        letters.map(move |(_, at)| {
            let before = text
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            (*at, before.is_some_and(char::is_whitespace))
        })
    }

    fn place(&self, byte: usize) -> usize {
        let found = self.places.binary_search_by_key(&byte, |(here, _)| *here);
        let found = found.ok().and_then(|index| self.places.get(index));
        found.map_or(0, |(_, at)| *at)
    }

    /// Returns where the letter begins that is the last before a byte.
    fn end(&self, byte: usize) -> usize {
        let after = self.places.partition_point(|(here, _)| *here < byte);
        let last = after.checked_sub(1).and_then(|last| self.places.get(last));
        last.map_or(0, |(_, at)| *at)
    }
}

/// Says whether no letter stands before a letter, or after it.
fn is_edge(text: &str, at: usize, is_start: bool) -> bool {
    let (before, from) = text.split_at_checked(at).unwrap_or_default();
    let beside = if is_start {
        before.chars().next_back()
    } else {
        from.chars().nth(1)
    };
    !beside.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Spaces, stand};
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn words_that_are_set_wide_make_nothing_absent() {
        let text = "He said: T h e   m o n e y   w a s   n o t   f o u n d, and left a box.";
        let look = |text: &str, quote| {
            let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            (found.check, found.reason)
        };
        let doubt = (Check::CannotCheck, Some(Obstacle::BrokenWord));
        assert_eq!(look(text, "The money was not found"), doubt);
        assert_eq!(look(text, "The money was never found").0, Check::Absent);
        let text = "Vitamins A B C D and E are sold. The plan is now here to stay, and the man sat a part from us.";
        for quote in ["The plan is nowhere to stay", "the man sat apart from us"] {
            assert_eq!(look(text, quote).0, Check::Absent, "{quote}");
        }
        assert_eq!(look(text, "Vitamins ABCD and E are sold"), doubt);
        // Without such words spaces are what they are.
        assert_eq!(
            look("They may be every day there", "They maybe everyday there").0,
            Check::Absent
        );
    }

    #[test]
    fn spaces_that_nobody_sees_are_none() {
        for (text, quote, stands) in [
            ("T H E N E W S of the day", "THE NEWS of the day", true),
            ("T he works will begin", "The works will begin", true),
            ("we will begin the wor ks now", "will begin the works", true),
            ("unable to begin the work", "able to begin the work", false),
            ("able to begin the works", "able to begin the work", false),
            ("we will not begin it", "we will begin it", false),
            ("a b c", "ab c", false),
        ] {
            let quotes = [quote.to_owned()];
            assert_eq!(stand(text, &quotes, Spaces::All), [stands], "{quote}");
        }
    }
}
