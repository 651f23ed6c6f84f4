//! Changes of the quotes of a claim.

use super::likeness::likeness;
use super::matching::Matching;
use crate::model::{Brief, Claim, Quote, Verification};
use crate::word_diff::WordDiff;

/// A change of a quote of a claim that both editions have. Numbers are places in the claim's list
/// of quotes, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteChange {
    /// The new edition alone has it.
    Added(usize),
    /// The old edition alone has it.
    Withdrawn(usize),
    /// It has other words.
    Reworded {
        /// In the old edition.
        old: usize,
        /// In the new edition.
        new: usize,
        /// The words.
        words: WordDiff,
    },
    /// It has the same words, and another speaker, label, language or occasion.
    Relabelled {
        /// In the old edition.
        old: usize,
        /// In the new edition.
        new: usize,
    },
    /// It was checked with another outcome.
    Checked {
        /// In the old edition.
        old: usize,
        /// In the new edition.
        new: usize,
    },
}

impl QuoteChange {
    /// Says whether the quote is the same, and the check of it came out otherwise.
    pub fn is_of_status(&self) -> bool {
        matches!(self, Self::Checked { .. })
    }
}

/// Compares the quotes of a claim.
pub(super) fn compare(
    (old, before): (&Brief, &Claim),
    (new, after): (&Brief, &Claim),
) -> Vec<QuoteChange> {
    let text_before = |index: usize| before.quotes[index].text.as_str();
    let text_after = |index: usize| after.quotes[index].text.as_str();
    let matched = Matching::new(before.quotes.len(), after.quotes.len())
        .by(text_before, text_after)
        .by_likeness(|before, after| likeness(text_before(before), text_after(after)))
        .finish(
            |index| index,
            |index_before, index_after| {
                let old = (old, &before.quotes[index_before], index_before);
                let new = (new, &after.quotes[index_after], index_after);
                changes(old, new)
            },
        );
    let mut changes: Vec<QuoteChange> = Vec::new();
    changes.extend(matched.withdrawn.into_iter().map(QuoteChange::Withdrawn));
    changes.extend(matched.kept.into_iter().flat_map(|kept| kept.changes));
    changes.extend(matched.added.into_iter().map(QuoteChange::Added));
    changes
}

fn changes(
    (old_brief, before, old): (&Brief, &Quote, usize),
    (new_brief, after, new): (&Brief, &Quote, usize),
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
    let both_say = ![checked, again].contains(&&Verification::NoEvidence);
    if both_say && checked.status() != again.status() {
        changes.push(QuoteChange::Checked { old, new });
    }
    changes
}

/// Returns what is said of a quote, to be compared.
fn labels<'a>(brief: &'a Brief, quote: &'a Quote) -> impl PartialEq + use<'a> {
    (
        &brief.voice(quote.voice).key,
        &quote.kinds,
        &quote.occasion,
        &quote.lang,
        &quote.translated_from,
        &quote.original,
    )
}
