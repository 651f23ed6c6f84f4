//! The records of a lock beside the quotes of a brief.

use std::collections::BTreeMap;

use super::lock::{Lock, Record};

/// What a lock has on a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paired<'a> {
    /// A record of these words.
    Same(&'a Record),
    /// A record of other words, which the quote had before.
    Changed(&'a Record),
    /// No record.
    None,
}

/// What a quote is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words<'a> {
    /// The id of its claim.
    pub claim: &'a str,
    /// Its words.
    pub text: &'a str,
    /// Of a translation, the words that it was made of.
    pub original: Option<&'a str>,
}

/// Pairs quotes with the records of a lock; returns what the lock has on each, and the records
/// that are left over.
///
/// Quotes may change their order. Quote and record that are left over in a claim are taken for one
/// that changed.
pub fn pair<'a>(lock: &'a Lock, quotes: &[Words<'_>]) -> (Vec<Paired<'a>>, Vec<&'a Record>) {
    let mut same: BTreeMap<Words<'_>, Vec<usize>> = BTreeMap::new();
    for (index, record) in lock.quotes.iter().enumerate().rev() {
        same.entry(record.words()).or_default().push(index);
    }
    let mut is_left: Vec<bool> = vec![true; lock.quotes.len()];
    let mut paired: Vec<Paired<'_>> = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let index = same.get_mut(quote).and_then(Vec::pop);
        let record =
            index.and_then(|index| Some((is_left.get_mut(index)?, lock.quotes.get(index)?)));
        paired.push(record.map_or(Paired::None, |(is_left, record)| {
            *is_left = false;
            Paired::Same(record)
        }));
    }
    let mut left: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let records = lock.quotes.iter().zip(&is_left).enumerate().rev();
    for (index, (record, _)) in records.filter(|(_, (_, is_left))| **is_left) {
        left.entry(&record.claim).or_default().push(index);
    }
    for (quote, paired) in quotes.iter().zip(&mut paired) {
        if *paired == Paired::None
            && let Some(index) = left.get_mut(quote.claim).and_then(Vec::pop)
            && let (Some(is_left), Some(record)) = (is_left.get_mut(index), lock.quotes.get(index))
        {
            *is_left = false;
            *paired = Paired::Changed(record);
        }
    }
    let stale = lock.quotes.iter().zip(is_left);
    let stale = stale.filter(|(_, is_left)| *is_left);
    (paired, stale.map(|(record, _)| record).collect())
}

#[cfg(test)]
mod tests {
    use super::{Paired, Words, pair};
    use crate::evidence::{Day, Lock, Record};
    use crate::model::QuoteStatus;

    fn lock(records: &[(&str, &str)]) -> Lock {
        let record = |(claim, text): &(&str, &str)| Record {
            claim: (*claim).to_owned(),
            text: (*text).to_owned(),
            original: None,
            status: QuoteStatus::Exact,
            checked: Day::parse("2026-11-23").unwrap(),
            source: None,
            snapshot: None,
            at: Vec::new(),
        };
        Lock::new(records.iter().map(record).collect())
    }

    fn words<'a>(claim: &'a str, text: &'a str) -> Words<'a> {
        Words {
            claim,
            text,
            original: None,
        }
    }

    /// Pairs; a quote that is the same is `=`, one that changed is what it was, else `-`.
    fn paired(records: &[(&str, &str)], quotes: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let lock = lock(records);
        let quotes: Vec<Words<'_>> = quotes
            .iter()
            .map(|(claim, text)| words(claim, text))
            .collect();
        let (paired, stale) = pair(&lock, &quotes);
        let paired = paired.iter().map(|paired| match paired {
            Paired::Same(_) => "=".to_owned(),
            Paired::Changed(record) => record.text.clone(),
            Paired::None => "-".to_owned(),
        });
        (
            paired.collect(),
            stale.iter().map(|record| record.text.clone()).collect(),
        )
    }

    #[test]
    fn order_does_not_matter() {
        let (found, stale) = paired(
            &[("a", "1"), ("a", "2"), ("b", "1")],
            &[("b", "1"), ("a", "2"), ("a", "1")],
        );
        assert_eq!(found, ["=", "=", "="]);
        assert!(stale.is_empty());
    }

    #[test]
    fn changed_new_and_stale_quotes_are_told_apart() {
        let records = [("a", "1"), ("a", "2"), ("b", "3"), ("c", "4")];
        let (found, stale) = paired(&records, &[("a", "2"), ("a", "x"), ("b", "3"), ("b", "y")]);
        assert_eq!(found, ["=", "1", "=", "-"]);
        assert_eq!(stale, ["4"]);
    }

    #[test]
    fn another_original_is_another_quote() {
        let lock = lock(&[("a", "1")]);
        let quote = Words {
            original: Some("один"),
            ..words("a", "1")
        };
        let (paired, stale) = pair(&lock, &[quote]);
        assert_eq!(paired, [Paired::Changed(&lock.quotes[0])]);
        assert!(stale.is_empty());
    }

    #[test]
    fn a_quote_given_twice_needs_two_records() {
        assert_eq!(
            paired(&[("a", "1")], &[("a", "1"), ("a", "1")]).0,
            ["=", "-"]
        );
    }
}
