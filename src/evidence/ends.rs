//! Finds a passage by its first and its last words.

use std::ops::Range;

use super::edits::{self, MOST_CUT, Part, around, occurrences};
use super::finding::Finding;
use super::normalise::piece;
use super::places::MOST_PLACES;
use super::snapshot::{Snapshot, sha256};
use crate::model::{Check, Obstacle, Selector};

/// What is wrong with a passage of which each end stands in the source.
const APART: &str =
    "each end stands there, but not the last within 2,000 characters after the first";

/// Judges a passage that does not stand there as it is, by the places of its ends.
pub(super) fn judge(
    snapshot: &Snapshot,
    passage: &str,
    ends: &[Part<'_>],
    places: &[Vec<Range<usize>>],
) -> Finding {
    let places = match stretch(snapshot.normal(), ends, places) {
        Stretch::At(places) => places,
        Stretch::Several => {
            return Finding::not(Check::Ambiguous, Some(Obstacle::SeveralPlaces));
        }
        Stretch::Lacks => return Finding::not(Check::Absent, None),
        Stretch::Apart => {
            return Finding {
                detail: Some(APART.to_owned()),
                ..Finding::not(Check::Absent, None)
            };
        }
    };
    if places.iter().any(|at| snapshot.breaks_word(at, [false; 2])) {
        return Finding::not(Check::CannotCheck, Some(Obstacle::BrokenWord));
    }
    let at: Vec<Selector> = places.iter().map(|at| snapshot.selector(at)).collect();
    let between = between(snapshot, &places);
    let is_literal = |at: &Selector| passage.contains(&at.exact);
    let check = if at.iter().all(is_literal) {
        Check::Exact
    } else {
        Check::Typographic
    };
    Finding {
        between,
        ..Finding::at(check, at)
    }
}

/// Returns the first of the ends of a passage that does not stand in a snapshot.
pub(super) fn lacking<'p>(snapshot: &Snapshot, passage: &'p str) -> Option<&'p str> {
    let text = snapshot.normal();
    let mut ends = edits::ends(passage).into_iter();
    let lacking = ends.find(|end| occurrences(text, end, 0..text.len()).is_empty());
    lacking.map(|end| end.needle.text)
}

/// Returns the hash of what stands between the ends of a passage. Lines that may end in a word leave open
/// how it reads; then there is none.
fn between(snapshot: &Snapshot, places: &[Range<usize>]) -> Option<String> {
    let [first, .., last] = places else {
        return None;
    };
    let at = first.end..last.start.max(first.end);
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let text = letters(piece(snapshot.normal(), at.clone()));
    (!snapshot.has_breaks(&at)).then(|| sha256(text.as_bytes()))
}

/// What came of looking for a passage.
#[derive(Debug, PartialEq, Eq)]
enum Stretch {
    /// The places of its ends.
    At(Vec<Range<usize>>),
    /// It may begin in several places.
    Several,
    /// One of its ends does not stand there.
    Lacks,
    /// Its ends do not follow one another.
    Apart,
}

/// Finds the one place from which a passage runs to where its last words first stand after its first.
/// `places` has those of each end, or enough of them to be too many.
fn stretch(text: &str, ends: &[Part<'_>], places: &[Vec<Range<usize>>]) -> Stretch {
    if places.iter().any(Vec::is_empty) {
        return Stretch::Lacks;
    }
    let rarest = places.iter().enumerate().min_by_key(|(_, at)| at.len());
    let Some((rarest, known)) = rarest else {
        return Stretch::Apart;
    };
    if known.len() >= MOST_PLACES {
        return Stretch::Several;
    }
    let mut found: Vec<Vec<Range<usize>>> = known
        .iter()
        .filter_map(|at| around(text, ends, rarest, at))
        .collect();
    // One that begins in one place ends where its last words stand first.
    found.dedup_by_key(|places| places.first().cloned());
    match found.as_slice() {
        [] => Stretch::Apart,
        [places] if begins_before(text, ends, places) => Stretch::Several,
        [places] => Stretch::At(places.clone()),
        _ => Stretch::Several,
    }
}

/// Says whether the passage may begin at an earlier place, too.
fn begins_before(text: &str, ends: &[Part<'_>], places: &[Range<usize>]) -> bool {
    let ([first, second, ..], [end, ..]) = (places, ends) else {
        return false;
    };
    let reach = MOST_CUT * 4 + end.needle.text.len();
    let earlier = occurrences(text, end, second.start.saturating_sub(reach)..first.start);
    let follows = |at: &Range<usize>| {
        let between = piece(text, at.end..second.start);
        between.chars().nth(MOST_CUT).is_none()
    };
    earlier.iter().any(follows)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::evidence::{Finding, Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    fn look(source: &str, text: &str) -> Finding {
        let snapshot = Snapshot::read(source.as_bytes(), Media::Text);
        let wanted = SoughtQuote {
            is_passage: true,
            ..SoughtQuote::of(text)
        };
        find(&snapshot, &[wanted]).remove(0)
    }

    const SOURCE: &str = "The board met on Tuesday. The mayor’s office [the board’s host] said that the \
        works would begin in March. The board met again on Friday, and the works are to begin in March.";

    #[test]
    fn a_passage_runs_from_its_first_words_to_its_last() {
        let found = look(SOURCE, "The mayor’s office … begin in March.");
        assert_eq!(found.check, Check::Exact);
        let at = found.stretch().unwrap();
        let words: String = SOURCE.chars().skip(at.start).take(at.len()).collect();
        assert!(words.starts_with("The mayor’s office ["), "{words}");
        assert!(words.ends_with("would begin in March."), "{words}");
        // The lock keeps its ends alone.
        assert_eq!(found.at[1].exact, "begin in March.");
        let typewritten = look(SOURCE, "The mayor's office [...] begin in March.");
        assert_eq!(typewritten.check, Check::Typographic);
        assert_eq!(look(SOURCE, "on Tuesday. The mayor’s").check, Check::Exact);
        let bracketed = look(SOURCE, "[the board’s host] … in March.");
        assert_eq!(bracketed.check, Check::Exact);
    }

    #[test]
    fn what_begins_in_several_places_is_ambiguous() {
        assert_eq!(
            look(SOURCE, "The board met … in March.").check,
            Check::Ambiguous
        );
        assert_eq!(
            look(SOURCE, "the works … in March.").check,
            Check::Ambiguous
        );
        assert_eq!(
            look(SOURCE, "The board met again … in March.").check,
            Check::Exact
        );
        let far = format!("The board met on Monday. {} {SOURCE}", "x ".repeat(2_000));
        assert_eq!(
            look(&far, "The board met on … Tuesday.").check,
            Check::Exact
        );
    }

    #[test]
    fn ends_that_do_not_follow_are_no_passage() {
        for (passage, told) in [
            ("begin in April. … on Friday,", None),
            ("again on Friday, … The mayor’s office", Some(super::APART)),
        ] {
            let found = look(SOURCE, passage);
            assert_eq!(found.check, Check::Absent, "{passage}");
            assert_eq!(found.detail.as_deref(), told, "{passage}");
            assert_eq!(found.nearest.is_some(), told.is_none(), "{passage}");
        }
        let far = format!(
            "It began on Monday. {} It ended on Friday.",
            "x ".repeat(1_001)
        );
        assert_eq!(look(&far, "It began on … on Friday.").check, Check::Absent);
    }

    #[test]
    fn words_are_whole_and_enough() {
        assert_eq!(look(SOURCE, "mayor’s off … in March.").check, Check::Absent);
        let short = look(SOURCE, "The … March");
        assert_eq!(short.reason, Some(Obstacle::TooShort));
        assert_eq!(look(SOURCE, "… …").reason, Some(Obstacle::TooShort));
    }

    #[test]
    fn other_scripts_are_found() {
        let japanese = "市長は火曜日に述べた。工事は三月に始まり、来年の秋まで続く予定だという。";
        let found = look(japanese, "工事は三月に … 予定だという。");
        assert_eq!(found.check, Check::Exact);
        assert_eq!(found.stretch(), Some(11..36));
        let hebrew = "ראש העירייה אמר ביום שלישי שהעבודות יתחילו במרץ, ולא לפני כן.";
        assert_eq!(look(hebrew, "ראש העירייה … במרץ,").check, Check::Exact);
        let ukrainian = "Міський голова сказав у вівторок, що роботи почнуться в березні.";
        assert_eq!(
            look(ukrainian, "Міський голова … в березні.").check,
            Check::Exact
        );
    }

    proptest! {
        /// Every passage is found again at its place.
        #[test]
        fn a_passage_is_found_at_its_place(
            words in proptest::collection::vec("[a-zé日]{1,6}[,.”]?", 12..40),
            from in 0_usize..8, first in 2_usize..6, between in 0_usize..20, last in 2_usize..6,
        ) {
            // Numbers make each word one of its own.
            let words: Vec<String> =
                words.iter().enumerate().map(|(at, word)| format!("w{at}{word}")).collect();
            let end = (from + first + between + last).min(words.len());
            let text = words.join(" ");
            let passage = format!(
                "{} … {}",
                words[from..from + first].join(" "),
                words[(end - last).max(from + first)..end].join(" ")
            );
            let found = look(&text, &passage);
            prop_assert_eq!(found.check, Check::Exact, "{} in {}", passage, text);
            let at = found.stretch().unwrap();
            let expected: String = text.chars().skip(at.start).take(at.len()).collect();
            prop_assert_eq!(expected, words[from..end].join(" "));
        }
    }
}
