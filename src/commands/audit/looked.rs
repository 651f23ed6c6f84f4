//! Counts what a lock says of quotes and passages.

use std::collections::BTreeMap;

use brief::diagnostics::plural;
use brief::model::{Check, Verification};
use serde::Serialize;

use crate::commands::look::Item;

/// What came of looking for quotes or passages, as the lock has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Looked {
    /// How many there are.
    all: usize,
    /// How many of them were found to be their sources' words.
    verified: usize,
    /// How many of each kind.
    checks: BTreeMap<&'static str, usize>,
    /// How many the lock has nothing on.
    not_looked_for: usize,
    /// The days on which they were looked for, the first and the last.
    days: Option<[String; 2]>,
}

impl Looked {
    pub(super) fn quotes(items: &[Item<'_>]) -> Self {
        let quotes = items.iter().filter_map(|item| match item {
            Item::Quote(brief, id) => Some(&id.in_brief(brief).verification),
            Item::Passage { .. } => None,
        });
        Self::of(quotes)
    }

    pub(super) fn passages(items: &[Item<'_>]) -> Self {
        let passages = items.iter().filter_map(|item| match item {
            Item::Quote(..) => None,
            Item::Passage { passage, .. } => Some(&passage.verification),
        });
        Self::of(passages)
    }

    fn of<'a>(all: impl Iterator<Item = &'a Verification>) -> Self {
        let mut looked = Self::default();
        for verification in all {
            looked.all += 1;
            let Some(check) = verification.check() else {
                looked.not_looked_for += 1;
                continue;
            };
            looked.verified += usize::from(check.found.is_verified());
            *looked.checks.entry(check.found.name()).or_default() += 1;
            let day = check.day.as_str().to_owned();
            looked.days = Some(match looked.days.take() {
                None => [day.clone(), day],
                Some([first, last]) => [first.min(day.clone()), last.max(day)],
            });
        }
        looked
    }

    /// Says what the lock records; nothing, if there are none.
    pub(super) fn sentence(&self, noun: &str) -> Option<String> {
        let (all, verified) = (self.all, self.verified);
        let count = plural(all, noun);
        let Some([first, last]) = &self.days else {
            return (all > 0).then(|| {
                format!(
                    "It has {count}, and no lock that says whether they stand in their sources."
                )
            });
        };
        let when = if first == last {
            format!("on {first}")
        } else {
            format!("from {first} to {last}")
        };
        let rest = self.rest();
        let rest = if rest.is_empty() {
            String::new()
        } else {
            format!("; {}", rest.join(", "))
        };
        Some(format!(
            "By the lock that it carries, {verified} of {count} stood in snapshots of their sources, \
             looked for {when}{rest}."
        ))
    }

    /// Says how many of those that were not found are of each kind.
    fn rest(&self) -> Vec<String> {
        let kinds = [
            (Check::Absent, "did not stand there"),
            (Check::Ambiguous, "stood in several places"),
            (Check::CannotCheck, "could not be checked"),
        ];
        let kinds = kinds.map(|(check, words)| (self.checks.get(check.name()).copied(), words));
        let not = (Some(self.not_looked_for), "not looked for");
        let kinds = kinds.into_iter().chain([not]);
        let counted = kinds.filter_map(|(count, words)| Some((count.filter(|n| *n > 0)?, words)));
        counted
            .map(|(count, words)| format!("{count} {words}"))
            .collect()
    }
}
