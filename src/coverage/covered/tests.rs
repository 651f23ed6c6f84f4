use std::ops::Range;

use proptest::prelude::*;

use super::{Covered, Kind, On, Rest, State};
use crate::evidence::{Media, Snapshot, SnapshotFile};
use crate::model::{ClaimId, SourceId};

fn covered(text: &str, language: &str, rests: &[Rest]) -> Covered {
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let file = SnapshotFile {
        file: "a.txt".to_owned(),
        sha256: String::new(),
        record: None,
    };
    Covered::new(SourceId::new(0), (&snapshot, &file), language, rests)
}

fn claim(number: usize, at: Range<usize>) -> Rest {
    let on = On::Claim(ClaimId::nth(number));
    Rest { at, on }
}

fn left_out(at: Range<usize>) -> Rest {
    let on = On::LeftOut(0);
    Rest { at, on }
}

/// Returns the place of some words, in code points.
fn place(text: &str, words: &str) -> Range<usize> {
    let before = text.split_once(words).unwrap().0.chars().count();
    before..before + words.chars().count()
}

fn states(covered: &Covered) -> Vec<(State, String)> {
    let sentences = covered.sentences();
    sentences
        .map(|one| {
            let claims: Vec<String> = one.claims.iter().map(ToString::to_string).collect();
            (one.state, claims.join(" "))
        })
        .collect()
}

const TEXT: &str = "The board met on Tuesday. Ann Bell said: “We begin in spring. Nobody waits.” It rained.\n\
    The works take a year, the board said in a note.";

#[test]
fn a_sentence_is_covered_by_half_of_it() {
    let rests = [
        claim(0, place(TEXT, "The board met on Tuesday.")),
        claim(1, place(TEXT, "Nobody waits.")),
        claim(0, place(TEXT, "met on")),
        claim(2, place(TEXT, "a year")),
        left_out(place(TEXT, "It rained.")),
    ];
    let covered = covered(TEXT, "en", &rests);
    assert_eq!(
        states(&covered),
        [
            (State::Covered, "C1".to_owned()),
            (State::Uncovered, String::new()),
            (State::Covered, "C2".to_owned()),
            (State::LeftOut, String::new()),
            (State::Partly, "C3".to_owned()),
        ]
    );
    let count = covered.count();
    assert_eq!(
        (count.covered, count.all, count.percent()),
        (3, 5, Some(60))
    );
    assert!(count.is_at_least(60) && !count.is_at_least(61));
}

#[test]
fn together_claims_and_what_is_left_out_may_cover_a_sentence() {
    let rests = [
        claim(0, place(TEXT, "The works take")),
        left_out(place(TEXT, "the board said in a note")),
    ];
    let covered = covered(TEXT, "en", &rests);
    assert_eq!(states(&covered)[4], (State::Covered, "C1".to_owned()));
}

#[test]
fn other_scripts_are_cut_and_counted() {
    let japanese = "市長は述べた。工事は三月に始まる。";
    let of = covered(japanese, "ja", &[claim(0, place(japanese, "工事は三月に"))]);
    assert_eq!(
        states(&of),
        [
            (State::Uncovered, String::new()),
            (State::Covered, "C1".to_owned())
        ]
    );
    let hebrew = "ראש העיר אמר זאת. איש לא שאל דבר.";
    let of = covered(hebrew, "he", &[claim(0, place(hebrew, "איש לא שאל"))]);
    assert_eq!(states(&of)[1].0, State::Covered);
    let ukrainian = "Міністр м. Києва мовчав. Ніхто не питав.";
    let of = covered(
        ukrainian,
        "uk",
        &[claim(0, place(ukrainian, "Ніхто не питав."))],
    );
    assert_eq!(states(&of)[0].0, State::Uncovered);
}

#[test]
fn nothing_is_no_hundred_percent() {
    let empty = covered(" \n", "en", &[]).count();
    assert_eq!(empty.percent(), None);
    assert!(!empty.is_at_least(0));
}

proptest! {
    /// What is covered and what is not is the whole text, in order and apart.
    #[test]
    fn stretches_are_the_text(
        text in "[ab .!“”\\n«»é日。]{0,60}",
        places in proptest::collection::vec((0_usize..70, 0_usize..30, any::<bool>()), 0..6),
    ) {
        let length = text.chars().count();
        let rests: Vec<Rest> = places
            .into_iter()
            .map(|(start, length, is_claim)| {
                let at = start..start + length;
                if is_claim { claim(0, at) } else { left_out(at) }
            })
            .filter(|rest| rest.at.end <= length)
            .collect();
        let covered = covered(&text, "en", &rests);
        let pieces = covered.stretches.iter();
        let pieces: String = pieces.map(|one| covered.text.get(one.bytes.clone()).unwrap()).collect();
        prop_assert_eq!(&pieces, &covered.text);
        let mut end = 0;
        for stretch in &covered.stretches {
            prop_assert_eq!(stretch.at.start, end);
            end = stretch.at.end;
            for at in stretch.at.clone() {
                let has = |is_claim: bool| rests.iter().any(|rest| {
                    rest.at.contains(&at) && matches!(rest.on, On::Claim(_)) == is_claim
                });
                let expected = match (has(true), has(false)) {
                    (true, _) => Kind::Claimed,
                    (false, true) => Kind::LeftOut,
                    (false, false) => Kind::Uncovered,
                };
                prop_assert_eq!(stretch.kind, expected);
            }
        }
        prop_assert_eq!(end, covered.text.chars().count());
        let mut end = 0;
        for sentence in covered.sentences() {
            prop_assert!(sentence.at.start >= end && sentence.at.start < sentence.at.end);
            end = sentence.at.end;
            let words: String = covered.text.chars().skip(sentence.at.start).take(sentence.at.len()).collect();
            prop_assert_eq!(words.as_str(), covered.text.get(sentence.bytes.clone()).unwrap());
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let in_sentences: usize = covered.sentences().map(|one| letters(covered.text.get(one.bytes.clone()).unwrap())).sum();
        prop_assert_eq!(in_sentences, letters(&covered.text));
    }
}
