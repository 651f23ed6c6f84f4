//! Compares claims and their quotes.

use std::collections::BTreeSet;

use super::attribution::{self, AttributionChange};
use super::matching::{Matched, Matching};
use super::texts::{self, TextChange};
use crate::analysis::edition::Edition;
use crate::model::{Brief, Claim, ClaimId, IssueId, Key, Quote, Verification};
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
    Quote(QuoteChange),
    Characterised(TextChange),
    Note(TextChange),
}

pub(super) fn compare(old: &Edition, new: &Edition) -> Matched<ClaimId, ClaimChange> {
    let (before, after) = (old.brief(), new.brief());
    let changes = |one, other| changes((old, before.claim_id(one)), (new, after.claim_id(other)));
    let words = |claim: &Claim| texts::plain(&claim.says);
    Matching::new(&before.parts().claims, &after.parts().claims)
        .by(|before| &before.key, |after| &after.key)
        .by(|before| Some(&before.key), |after| after.formerly.as_ref())
        .by_if(words, |one, other| changes(one, other).is_empty())
        .finish_with(
            |index| before.claim_id(index),
            |index| after.claim_id(index),
            |(one, _), (other, _)| changes(one, other),
        )
}

fn changes(old: (&Edition, ClaimId), new: (&Edition, ClaimId)) -> Vec<ClaimChange> {
    let (before, after) = (old.0.brief().claim(old.1), new.0.brief().claim(new.1));
    let mut changes = Vec::new();
    changes.extend(texts::reworded(&before.says, &after.says).map(ClaimChange::Reworded));
    let attribution = attribution::compare(old, new);
    changes.extend(attribution.into_iter().map(ClaimChange::Reattributed));
    // A judgement has no date of its own.
    let are_reports = before.report().is_some() && after.report().is_some();
    if are_reports && before.said() != after.said() {
        changes.push(ClaimChange::Redated);
    }
    changes.extend(judgements((old.0.brief(), before), (new.0.brief(), after)));
    let quotes = quotes((old.0.brief(), before), (new.0.brief(), after));
    changes.extend(quotes.into_iter().map(ClaimChange::Quote));
    if issues(old.0, &before.about) != issues(new.0, &after.about) {
        changes.push(ClaimChange::About);
    }
    let characterised = texts::optional(before.characterised(), after.characterised());
    changes.extend(characterised.map(ClaimChange::Characterised));
    let note = texts::optional(before.note.as_ref(), after.note.as_ref());
    changes.extend(note.map(ClaimChange::Note));
    changes
}

/// Compares what only judgements have. Whether it is one at all is told by its record.
fn judgements((old, before): (&Brief, &Claim), (new, after): (&Brief, &Claim)) -> Vec<ClaimChange> {
    let keys = |brief: &Brief, claim: &Claim| -> Vec<Key> {
        let keys = texts::sorted(claim.rests_on().iter().map(|id| &brief.claim(*id).key));
        keys.into_iter().cloned().collect()
    };
    let confidence = |claim: &Claim| claim.judgement()?.confidence;
    let likelihood = |claim: &Claim| claim.judgement()?.likelihood;
    [
        (keys(old, before) != keys(new, after), ClaimChange::RestsOn),
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

fn issues<'a>(edition: &'a Edition, issues: &[IssueId]) -> Vec<&'a Key> {
    let brief = edition.brief();
    texts::sorted(issues.iter().map(|id| &brief.issue(*id).key))
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
    /// It has the same words, and another speaker, label, language or occasion.
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

fn quotes((old, before): (&Brief, &Claim), (new, after): (&Brief, &Claim)) -> Vec<QuoteChange> {
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
    (old_brief, (old, before)): (&Brief, (usize, &Quote)),
    (new_brief, (new, after)): (&Brief, (usize, &Quote)),
) -> Vec<QuoteChange> {
    let mut changes = Vec::new();
    if let Some(words) = WordDiff::between(&before.text, &after.text) {
        changes.push(QuoteChange::Reworded { old, new, words });
    }
    if labels(old_brief, before) != labels(new_brief, after) {
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
fn labels<'a>(brief: &'a Brief, quote: &'a Quote) -> impl PartialEq + use<'a> {
    let voices = quote.voices.iter().map(|id| &brief.voice(*id).key);
    (
        voices.collect::<BTreeSet<_>>(),
        &quote.kinds,
        (&quote.occasion, &quote.at),
        &quote.lang,
        &quote.translated_from,
        &quote.original,
    )
}
