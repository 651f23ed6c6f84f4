//! Finds where many texts stand in one: in a single pass, whatever they are.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;

use unicode_normalization::char::is_combining_mark;

use super::edges::{is_joined, is_within};

/// A text with so many places is too common to tell where anything stands.
pub(super) const MOST_PLACES: usize = 16;

/// Stands between a word and what is no word, in the texts looked for and in the text looked
/// through, but not where a word goes on. So a text cannot begin or end within one: "able" is not
/// found in "unable", nor "can" in "can't".
const EDGE: u8 = 1;

/// A text to look for, normalised.
#[derive(Clone, Debug)]
pub(super) struct Needle<'a> {
    pub(super) text: &'a str,
    pub(super) open_start: bool,
    pub(super) open_end: bool,
}

impl<'a> Needle<'a> {
    /// Makes a text that begins and ends as words do.
    pub(super) fn whole(text: &'a str) -> Self {
        Self {
            text,
            open_start: false,
            open_end: false,
        }
    }

    /// Says whether the text may stand at a place where its characters stand.
    pub(super) fn may_stand(&self, text: &str, at: &Range<usize>) -> bool {
        (self.open_start || !is_within(text, at.start))
            && (self.open_end || !is_within(text, at.end))
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.text.len() * 3 / 2);
        each_byte(self.text, |byte, _| bytes.push(byte));
        if self.open_end && bytes.last() == Some(&EDGE) {
            bytes.pop();
        }
        if self.open_start && bytes.first() == Some(&EDGE) {
            bytes.remove(0);
        }
        bytes
    }
}

/// Shows each byte of a text, edges included, and how many bytes of the text were read with it.
fn each_byte(text: &str, mut see: impl FnMut(u8, usize)) {
    let mut of_word = false;
    let mut last = ' ';
    let mut read = 0;
    for c in text.chars() {
        let is_mark = is_combining_mark(c);
        if is_mark {
            // It is of the word that the letter under it is of.
        } else if is_joined(c, c) != of_word {
            of_word = !of_word;
            if !is_within(text, read) {
                see(EDGE, read);
            }
        } else if of_word && !is_joined(last, c) {
            see(EDGE, read);
        }
        if !is_mark {
            last = c;
        }
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            read += 1;
            see(byte, read);
        }
    }
    if of_word {
        see(EDGE, read);
    }
}

/// Finds the places of each text: all of them, or [`MOST_PLACES`] at least.
///
/// The time is that of one pass. A state of the automaton that was reached often enough is passed
/// over: each text that ends there has enough places. So text and quotes that repeat themselves
/// take no longer than others.
///
/// Nothing is returned if the texts are more than the automaton holds.
pub(super) fn places(text: &str, needles: &[Needle<'_>]) -> Option<Vec<Vec<Range<usize>>>> {
    let automaton = NFA::new(needles.iter().map(Needle::bytes)).ok()?;
    let mut places = vec![Vec::new(); needles.len()];
    let mut visits = BTreeMap::new();
    let mut state = automaton.start_state(Anchored::No).ok()?;
    each_byte(text, |byte, end| {
        state = automaton.next_state(Anchored::No, state, byte);
        if !automaton.is_special(state) || !automaton.is_match(state) {
            return;
        }
        let visits = visits.entry(state).or_insert(0);
        if *visits == MOST_PLACES {
            return;
        }
        *visits += 1;
        for index in 0..automaton.match_len(state) {
            let needle = automaton.match_pattern(state, index).as_usize();
            let length = needles.get(needle).map_or(0, |needle| needle.text.len());
            if let Some(places) = places.get_mut(needle) {
                places.push(end.saturating_sub(length)..end);
            }
        }
    });
    Some(places)
}

/// Says whether one of some ranges in order has something of a passage.
pub(super) fn overlaps(ranges: &[Range<usize>], at: &Range<usize>) -> bool {
    let first = ranges.partition_point(|range| range.end <= at.start);
    ranges.get(first).is_some_and(|range| range.start < at.end)
}

/// Says whether one of some places in order is within a passage.
pub(super) fn divide(places: &[usize], at: &Range<usize>) -> bool {
    let first = places.partition_point(|place| *place <= at.start);
    places.get(first).is_some_and(|place| *place < at.end)
}

#[cfg(test)]
mod tests {
    use super::{MOST_PLACES, Needle, places};

    fn found(text: &str, needles: &[&str]) -> Vec<Vec<usize>> {
        let needles: Vec<_> = needles.iter().map(|text| Needle::whole(text)).collect();
        let places = places(text, &needles).unwrap();
        for (needle, places) in needles.iter().zip(&places) {
            for place in places {
                assert_eq!(text.get(place.clone()), Some(needle.text));
                assert!(needle.may_stand(text, place));
            }
        }
        let starts =
            |places: &Vec<std::ops::Range<usize>>| places.iter().map(|place| place.start).collect();
        places.iter().map(starts).collect()
    }

    #[test]
    fn words_are_found_whole() {
        let text = "unable, able; able";
        assert_eq!(
            found(text, &["able", "un", ", able;"]),
            [vec![8, 14], vec![], vec![6]]
        );
        assert_eq!(found("和平和平", &["和平", "平和"]), [vec![0, 6], vec![3]]);
    }

    #[test]
    fn texts_within_texts_are_found() {
        let text = "a b c a b";
        assert_eq!(found(text, &["a b", "b", "a b c", "a b"])[1], [2, 8]);
        assert_eq!(found(text, &["a b", "b", "a b c", "a b"])[3], [0, 6]);
    }

    #[test]
    fn open_ends_may_cut_a_word() {
        let mut needle = Needle::whole("talk");
        assert!(places("talking", &[needle.clone()]).unwrap()[0].is_empty());
        needle.open_end = true;
        let found = places("talking", &[needle]).unwrap();
        assert_eq!(found[0].first(), Some(&(0..4)));
    }

    #[test]
    fn many_places_are_enough() {
        let text = "a ".repeat(1_000);
        assert_eq!(found(&text, &["a"])[0].len(), MOST_PLACES);
    }
}
