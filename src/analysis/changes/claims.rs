//! Compares claims and their quotes.

use std::collections::BTreeSet;

use super::attribution::{self, AttributionChange};
use super::known::Known;
use super::matching::{Matched, Matching};
use super::names::Names;
use super::same_claims::{Seen, known_words, places_before};
use super::texts::{self, Named, TextChange};
use crate::model::{Claim, ClaimId, IssueId, Quote, Verification, VoiceId};
use crate::word_diff::WordDiff;

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum ClaimChange {
    Reworded(WordDiff),
    Reattributed(AttributionChange),
    Redated,
    /// A judgement rests on other claims.
    RestsOn,
    Confidence,
    Likelihood,
    About,
    Passages,
    Quote(QuoteChange),
    Characterised(TextChange),
    Note(TextChange),
}

/// The claims that changed, and what they are called.
type Compared<'a> = ([Names<'a>; 2], Matched<ClaimId, ClaimChange>);

pub(super) fn compare<'a>(both: &'a [Known<'a>; 2]) -> Compared<'a> {
    let [old, new] = both;
    let (before, after) = (old.brief(), new.brief());
    let ids = |one, other| (before.claim_id(one), after.claim_id(other));
    let matching = Matching::new(&before.parts().claims, &after.parts().claims);
    let matching = if follows(old, new) {
        matching.by(|before| Some(&before.key), |after| after.before.as_ref())
    } else {
        let [seen_before, seen] = both.each_ref().map(seen);
        let is_unchanged = |one, other| {
            let (one, other) = ids(one, other);
            // What they rest on and cite can be told when all are matched.
            changes((old, one, None), (new, other, None)).is_empty()
        };
        matching.by_places(places_before(&seen_before, &seen, is_unchanged))
    };
    let pairs = matching.pairs().map(|(one, other)| ids(one, other));
    let [names, new_names] = Names::of_both(both, matching.marks(), pairs);
    let claims = matching.finish_with(
        |index| before.claim_id(index),
        |index| after.claim_id(index),
        |(one, _), (other, _)| {
            let (one, other) = ids(one, other);
            changes((old, one, Some(&names)), (new, other, Some(&new_names)))
        },
    );
    ([names, new_names], claims)
}

fn seen<'a>(known: &Known<'a>) -> Vec<Seen<'a>> {
    let claims = known.brief().claims().map(|(_, claim)| Seen {
        id: &claim.key,
        words: known_words(&claim.says.plain()),
        voices: voices(known, claim.voices()),
    });
    claims.collect()
}

/// Says whether one edition is the other's previous one: then it is known which claim was which.
fn follows(old: &Known<'_>, new: &Known<'_>) -> bool {
    let previous = new.edition.previous();
    previous.is_some_and(|previous| previous.brief().claims().eq(old.brief().claims()))
}

/// A claim of an edition, and what the claims there are called, where that is known.
type Side<'a> = (&'a Known<'a>, ClaimId, Option<&'a Names<'a>>);

fn changes((old, one, names): Side<'_>, (new, other, new_names): Side<'_>) -> Vec<ClaimChange> {
    let (before, after) = (old.brief().claim(one), new.brief().claim(other));
    let mut changes = Vec::new();
    changes.extend(
        texts::reworded((names, &before.says), (new_names, &after.says)).map(ClaimChange::Reworded),
    );
    let attribution = attribution::compare((old, one), (new, other));
    changes.extend(attribution.into_iter().map(ClaimChange::Reattributed));
    // A judgement has no date of its own.
    let are_reports = before.report().is_some() && after.report().is_some();
    if are_reports && before.said() != after.said() {
        changes.push(ClaimChange::Redated);
    }
    changes.extend(judgements((names, before), (new_names, after)));
    if passages(before) != passages(after) {
        changes.push(ClaimChange::Passages);
    }
    let quotes = quotes((old, before), (new, after));
    changes.extend(quotes.into_iter().map(ClaimChange::Quote));
    if issues(old, &before.about) != issues(new, &after.about) {
        changes.push(ClaimChange::About);
    }
    let characterised = texts::optional(
        (names, before.characterised()),
        (new_names, after.characterised()),
    );
    changes.extend(characterised.map(ClaimChange::Characterised));
    let note = texts::optional(
        (names, before.note.as_ref()),
        (new_names, after.note.as_ref()),
    );
    changes.extend(note.map(ClaimChange::Note));
    changes
}

/// Compares what only judgements have. Whether it is one at all is told by its record.
fn judgements(
    (names, before): Named<'_, &Claim>,
    (new_names, after): Named<'_, &Claim>,
) -> Vec<ClaimChange> {
    let rests_on = |names: Option<&Names<'_>>, claim: &Claim| -> Vec<usize> {
        let rests_on = claim.rests_on().iter();
        let marks = names.map(|names| texts::sorted(rests_on.map(|id| names.claim(*id))));
        marks.unwrap_or_default()
    };
    let confidence = |claim: &Claim| claim.judgement()?.confidence;
    let likelihood = |claim: &Claim| claim.judgement()?.likelihood;
    [
        (
            rests_on(names, before) != rests_on(new_names, after),
            ClaimChange::RestsOn,
        ),
        (
            confidence(before) != confidence(after),
            ClaimChange::Confidence,
        ),
        (
            likelihood(before) != likelihood(after),
            ClaimChange::Likelihood,
        ),
    ]
    .into_iter()
    .filter_map(|(is_another, change)| is_another.then_some(change))
    .collect()
}

/// Returns the words of a claim's passages, whose order says nothing.
fn passages(claim: &Claim) -> Vec<&String> {
    let mut words: Vec<&String> = claim.passages().iter().map(|item| &item.text).collect();
    words.sort_unstable();
    words
}

fn issues(known: &Known<'_>, issues: &[IssueId]) -> Vec<usize> {
    texts::sorted(issues.iter().map(|id| known.issue(*id)))
}

fn voices(known: &Known<'_>, voices: &[VoiceId]) -> BTreeSet<usize> {
    voices.iter().map(|id| known.voice(*id)).collect()
}

/// A change of a quote of a claim that both editions have. Numbers are places in the claim's list
/// of quotes, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum QuoteChange {
    Added(usize),
    Withdrawn(usize),
    Reworded {
        old: usize,
        new: usize,
        words: WordDiff,
    },
    /// It has the same words, and another speaker.
    Respoken {
        old: usize,
        new: usize,
    },
    /// It has the same words, and another label, language or occasion.
    Relabelled {
        old: usize,
        new: usize,
    },
    /// It was checked with another outcome.
    Checked {
        old: usize,
        new: usize,
    },
}

fn quotes(
    (old, before): (&Known<'_>, &Claim),
    (new, after): (&Known<'_>, &Claim),
) -> Vec<QuoteChange> {
    fn text(quote: &Quote) -> &str {
        &quote.text
    }
    let matched = Matching::new(before.quotes(), after.quotes())
        .by(text, text)
        .by_likeness(text)
        .finish(
            |index| index,
            |before, after| quote((old, before), (new, after)),
        );
    let mut changes: Vec<QuoteChange> = Vec::new();
    changes.extend(matched.withdrawn.into_iter().map(QuoteChange::Withdrawn));
    changes.extend(matched.kept.into_iter().flat_map(|kept| kept.changes));
    changes.extend(matched.added.into_iter().map(QuoteChange::Added));
    changes
}

fn quote(
    (old_known, (old, before)): (&Known<'_>, (usize, &Quote)),
    (new_known, (new, after)): (&Known<'_>, (usize, &Quote)),
) -> Vec<QuoteChange> {
    let mut changes = Vec::new();
    if let Some(words) = WordDiff::between(&before.text, &after.text) {
        changes.push(QuoteChange::Reworded { old, new, words });
    }
    if voices(old_known, &before.voices) != voices(new_known, &after.voices) {
        changes.push(QuoteChange::Respoken { old, new });
    }
    if labels(before) != labels(after) {
        changes.push(QuoteChange::Relabelled { old, new });
    }
    let (checked, again) = (&before.verification, &after.verification);
    // An edition that keeps no evidence says nothing of its quotes.
    let both_say = ![checked, again].contains(&&Verification::NoLock);
    if both_say && checked.found() != again.found() {
        changes.push(QuoteChange::Checked { old, new });
    }
    changes
}

/// Returns what is said of a quote, to be compared.
fn labels(quote: &Quote) -> impl PartialEq {
    (
        &quote.kinds,
        (&quote.occasion, &quote.at),
        &quote.lang,
        &quote.translated_from,
        &quote.original,
    )
}
