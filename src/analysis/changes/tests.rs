use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{AttributionChange, ClaimChange, Diff, Kept, PositionChange, QuoteChange};
use crate::analysis::Edition;
use crate::analysis::sample::Sample;
use crate::model::ClaimId;

fn edition(sample: Sample) -> Edition {
    Edition::of(sample.build())
}

fn sample() -> Sample {
    Sample::new()
        .person("ann")
        .anonymous("aides", None)
        .source("times", &["radio"])
        .source("radio", &[])
}

fn of_first<'a>(changes: &'a Diff<'_>) -> &'a [ClaimChange] {
    &changes.claims.kept[0].changes
}

#[test]
fn claims_are_matched_by_id_and_their_place_says_nothing() {
    let old = edition(
        sample()
            .claim("a", &["ann"], &["times"])
            .claim("b", &["ann"], &["times"])
            .claim("c", &["ann"], &["times"]),
    );
    let new = edition(
        sample()
            .claim("c", &["ann"], &["times"])
            .claim("d", &["ann"], &["times"])
            .claim("a", &["ann"], &["times"]),
    );
    let claims = Diff::between(&old, &new).claims;
    assert_eq!(claims.added, [ClaimId::nth(1)]);
    assert_eq!(claims.withdrawn, [ClaimId::nth(1)]);
    assert!(claims.kept.iter().all(Kept::is_renumbered));
    let pairs: Vec<_> = claims
        .kept
        .iter()
        .map(|kept| (kept.old, kept.new))
        .collect();
    let id = ClaimId::nth;
    assert_eq!(pairs, [(id(2), id(0)), (id(0), id(2))]);
}

#[test]
fn voices_in_another_order_are_the_same_and_others_are_not() {
    let old = edition(sample().claim("a", &["ann", "aides"], &["times"]));
    let same = edition(sample().claim("a", &["aides", "ann"], &["times"]));
    assert!(Diff::between(&old, &same).is_empty());
    let fewer = edition(sample().claim("a", &["aides"], &["times"]));
    let changes = Diff::between(&old, &fewer);
    let [
        ClaimChange::Reattributed(AttributionChange::Voices),
        rest @ ..,
    ] = of_first(&changes)
    else {
        panic!("{changes:?}");
    };
    assert_eq!(rest, [ClaimChange::Reattributed(AttributionChange::Record)]);
}

#[test]
fn a_voice_that_is_described_otherwise_changes_its_claims_alone() {
    let with = |count| {
        edition(
            Sample::new()
                .person("ann")
                .anonymous("aides", count)
                .source("times", &[])
                .claim("a", &["aides"], &["times"])
                .claim("b", &["ann"], &["times"]),
        )
    };
    let (old, new) = (with(None), with(Some(3)));
    let changes = Diff::between(&old, &new);
    assert!(matches!(
        of_first(&changes),
        [ClaimChange::Reattributed(AttributionChange::Voice { .. })]
    ));
    assert_eq!(changes.claims.changed().count(), 1);
}

#[test]
fn a_source_that_is_read_now_changes_chains_and_retellings() {
    let with = |through: &[&str]| {
        edition(
            Sample::new()
                .person("ann")
                .source("times", through)
                .source("radio", &[])
                .claim("a", &["ann"], &["times"]),
        )
    };
    let (old, new) = (with(&["radio"]), with(&[]));
    let changes = Diff::between(&old, &new);
    assert_eq!(
        of_first(&changes),
        [AttributionChange::Chains, AttributionChange::Retellings].map(ClaimChange::Reattributed)
    );
}

#[test]
fn quotes_are_matched_by_their_words_and_then_by_likeness() {
    let with = |quotes: &[&str]| {
        let sample = sample().claim("a", &["ann"], &["times"]);
        let quoted = quotes
            .iter()
            .fold(sample, |sample, text| sample.quote(text));
        edition(quoted)
    };
    let old = with(&["we go on", "this bridge is closed for a year", "no more"]);
    let new = with(&["this bridge is open for a year", "we go on", "not at all"]);
    let changes = Diff::between(&old, &new);
    let told: Vec<String> = of_first(&changes)
        .iter()
        .filter_map(|change| {
            let ClaimChange::Quote(change) = change else {
                return None;
            };
            Some(match change {
                QuoteChange::Added(index) => format!("+{index}"),
                QuoteChange::Withdrawn(index) => format!("-{index}"),
                QuoteChange::Reworded { words, .. } => words.to_string(),
                QuoteChange::Respoken { .. }
                | QuoteChange::Relabelled { .. }
                | QuoteChange::Checked { .. } => "other".to_owned(),
            })
        })
        .collect();
    assert_eq!(
        told,
        ["-2", "this bridge is [-closed-] {+open+} for a year", "+2"]
    );
}

#[test]
fn positions_are_matched_by_voice_issue_and_date() {
    let with = |positions: &[(&str, &str)]| {
        let sample = sample().issue("land").claim("a", &["ann"], &["times"]);
        let held = positions.iter().fold(sample, |sample, (voice, date)| {
            sample.position(voice, "land", &["a"]).dated(date)
        });
        edition(held)
    };
    let old = with(&[("ann", "2025-05"), ("aides", "2025-05")]);
    let new = with(&[("ann", "2025-06"), ("aides", "2025-06"), ("ann", "2025-05")]);
    let positions = Diff::between(&old, &new).positions;
    assert_eq!(positions.added, [0]);
    assert_eq!(positions.withdrawn, [0; 0]);
    let pairs = positions.kept.iter();
    let pairs: Vec<_> = pairs
        .map(|kept| (kept.old, kept.new, &*kept.changes))
        .collect();
    let expected: [(usize, usize, &[PositionChange]); 2] =
        [(1, 1, &[PositionChange::Redated]), (0, 2, &[])];
    assert_eq!(pairs, expected);
}

#[test]
fn who_speaks_for_another_now_changes_its_claims() {
    let with = |principal: Option<&str>| {
        let sample = Sample::new().person("ministry").person("jo");
        let spoken = match principal {
            Some(principal) => sample.speaks_for(principal),
            None => sample,
        };
        edition(spoken.source("times", &[]).claim("a", &["jo"], &["times"]))
    };
    let (old, new) = (with(None), with(Some("ministry")));
    let changes = Diff::between(&old, &new);
    assert!(matches!(
        of_first(&changes),
        [ClaimChange::Reattributed(AttributionChange::Voice { .. })]
    ));
}

/// Makes an edition of the claims a to f that are listed, each by a voice.
fn made_of(claims: &[(usize, usize)]) -> Edition {
    let mut sample = sample();
    let mut made = BTreeSet::new();
    for (key, voice) in claims {
        let name = ["a", "b", "c", "d", "e", "f"][*key];
        if made.insert(name) {
            sample = sample.claim(name, &[["ann", "aides"][*voice]], &["times"]);
        }
    }
    edition(sample)
}

fn claims() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..6usize, 0..2usize), 1..8)
}

proptest! {
    #[test]
    fn nothing_changes_between_a_brief_and_itself(claims in claims()) {
        let edition = made_of(&claims);
        let changes = Diff::between(&edition, &edition);
        prop_assert!(changes.is_empty());
        prop_assert!(changes.claims.kept.iter().all(|kept| kept.old == kept.new));
    }

    /// Every claim of both is in exactly one place, and what is kept has one id.
    #[test]
    fn every_claim_is_added_withdrawn_or_kept(old in claims(), new in claims()) {
        let (old, new) = (made_of(&old), made_of(&new));
        let claims = Diff::between(&old, &new).claims;
        let mut of_old: Vec<ClaimId> = claims.withdrawn.clone();
        of_old.extend(claims.kept.iter().map(|kept| kept.old));
        of_old.sort_unstable();
        prop_assert_eq!(of_old, old.brief().claims().map(|(id, _)| id).collect::<Vec<_>>());
        let mut of_new: Vec<ClaimId> = claims.added.clone();
        of_new.extend(claims.kept.iter().map(|kept| kept.new));
        of_new.sort_unstable();
        prop_assert_eq!(of_new, new.brief().claims().map(|(id, _)| id).collect::<Vec<_>>());
        for kept in &claims.kept {
            prop_assert_eq!(&old.brief().claim(kept.old).key, &new.brief().claim(kept.new).key);
        }
    }

    /// The other way round, what was added is withdrawn, and the same claims changed.
    #[test]
    fn the_way_back_is_the_mirror_of_the_way(old in claims(), new in claims()) {
        let (old, new) = (made_of(&old), made_of(&new));
        let (there, back) = (Diff::between(&old, &new).claims, Diff::between(&new, &old).claims);
        prop_assert_eq!(there.added, back.withdrawn);
        prop_assert_eq!(there.withdrawn, back.added);
        let changed: BTreeSet<_> = there.kept.iter().filter(|kept| !kept.changes.is_empty())
            .map(|kept| (kept.old, kept.new)).collect();
        let changed_back: BTreeSet<_> = back.kept.iter().filter(|kept| !kept.changes.is_empty())
            .map(|kept| (kept.new, kept.old)).collect();
        prop_assert_eq!(changed, changed_back);
    }
}
