#![doc = include_str!("other_snapshot.md")]

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Rule};
use crate::evidence::{Record, SnapshotFile};
use crate::load::{Claim, Document, Source, Text};

pub(super) static OTHER_SNAPSHOT: Rule = Rule::error(include_str!("other_snapshot.md"));

/// The sources of a document, and the snapshots in which quotes of theirs were verified.
pub(super) struct Snapshots<'a> {
    sources: BTreeMap<&'a str, &'a Source>,
    /// The first record of each source.
    first: BTreeMap<&'a str, &'a SnapshotFile>,
}

impl<'a> Snapshots<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let sources = document.sources.iter();
        Self {
            sources: sources.map(|(id, source)| (id.as_str(), source)).collect(),
            first: BTreeMap::new(),
        }
    }

    /// Judges the record of a quote; records without a snapshot have nothing to judge.
    pub(super) fn judge(
        &mut self,
        claim: &'a Claim,
        quote: &Text,
        record: &'a Record,
    ) -> Option<Diagnostic> {
        let (id, found) = (record.source.as_deref()?, record.snapshot.as_ref()?);
        let first = *self.first.entry(id).or_insert(found);
        let Some(source) = self.read_for(claim, id) else {
            let message =
                format!("the quote was verified in `{id}`, through which the claim is not known");
            return Some(fault(quote, message));
        };
        let file = source
            .snapshot
            .as_ref()
            .map_or(&found.file, |file| &file.value);
        if *file != found.file {
            let message = format!(
                "the quote was verified in `{}`, not in `{file}`",
                found.file
            );
            return Some(fault(quote, message));
        }
        (first != found).then(|| {
            let message =
                format!("the quote was verified in another copy of `{id}` than quotes before it");
            fault(quote, message)
        })
    }

    /// Returns a source if it was read and the claim is known through it.
    fn read_for(&self, claim: &Claim, id: &str) -> Option<&'a Source> {
        let mut seen = BTreeSet::new();
        let mut ahead: Vec<&str> = claim.source.iter().map(|id| id.as_str()).collect();
        while let Some(next) = ahead.pop() {
            let Some(source) = self.sources.get(next).filter(|_| seen.insert(next)) else {
                continue;
            };
            if next == id && source.through.is_empty() {
                return Some(source);
            }
            ahead.extend(source.through.iter().map(|id| id.as_str()));
        }
        None
    }
}

fn fault(quote: &Text, message: String) -> Diagnostic {
    Diagnostic::new(&OTHER_SNAPSHOT, quote.place, message)
        .help("run `brief verify` with the snapshots")
}
