//! Describes on what record a claim is, how often it was retold, on how many origins it rests, and
//! to whom it was said.

use std::collections::BTreeSet;

use super::describer::Describer;
use super::locales::Message;
use crate::analysis::origins::CalledBy;
use crate::analysis::record::{Record, Records};
use crate::analysis::retellings::Retellings;
use crate::model::{ClaimId, SourceId};

impl<'a> Describer<'a> {
    pub(crate) fn record_word(&self, record: Record) -> &'a str {
        self.locale.text(match record {
            Record::OnRecord => Message::RecordOnRecord,
            Record::Anonymous => Message::RecordAnonymous,
            Record::Document => Message::RecordDocument,
            Record::OutletsOwn => Message::RecordOutletsOwn,
            Record::NoSourceNamed => Message::RecordNoSourceNamed,
            Record::Writer => Message::RecordWriter,
        })
    }

    /// Goes through the records that the brief has.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
        let records = &self.analysis.records;
        let is_used = |record| records.iter().any(|claim| claim.contains(record));
        Record::ALL
            .into_iter()
            .filter(move |record| is_used(*record))
    }

    pub(crate) fn record(&self, records: Records) -> String {
        let words: Vec<&str> = records.iter().map(|one| self.record_word(one)).collect();
        self.locale.list(&words)
    }

    /// Returns how far a claim is from its origins: "third-hand, one origin"; how far is left out
    /// where it is not known. Of a judgement there is nothing to count.
    pub(crate) fn retellings_and_origins(&self, id: ClaimId) -> Option<String> {
        self.brief.claim(id).report()?;
        let origins = self.analysis.origins_of(id);
        let origins = self.locale.counted(Message::Origins, origins);
        let Some(retellings) = self.retellings(id) else {
            return Some(origins);
        };
        let values = [
            ("retellings", retellings.into()),
            ("origins", origins.into()),
        ];
        Some(self.locale.with(Message::RetellingsAndOrigins, values))
    }

    /// Returns what an origin is called.
    pub(crate) fn origin(&self, called_by: &CalledBy) -> String {
        match called_by {
            CalledBy::Voice(id) => self.voice_in_short(*id).into_owned(),
            CalledBy::Source(id) => self.source(*id).into_owned(),
            CalledBy::OneOf(ids) => self.report(ids),
        }
    }

    /// Names a first report, or those of which it is one.
    pub(super) fn report(&self, one_of: &[SourceId]) -> String {
        self.report_among(one_of, &self.namesakes(one_of.iter().copied()))
    }

    pub(super) fn report_among(
        &self,
        one_of: &[SourceId],
        namesakes: &BTreeSet<SourceId>,
    ) -> String {
        let sources = one_of.iter().map(|id| self.source_among(*id, namesakes));
        let sources = self.locale.list(&sources.collect::<Vec<_>>());
        if one_of.len() == 1 {
            return sources;
        }
        filled!(self.locale, OriginOneOf, "sources": sources)
    }

    /// Returns how often a claim was retold: "third-hand", "second-hand to third-hand".
    pub(crate) fn retellings(&self, id: ClaimId) -> Option<String> {
        let words = |retellings| self.locale.counted(Message::Retelling, retellings);
        Some(self.range(self.analysis.retellings_of(id)?, words))
    }

    /// Returns how often a claim was retold, in words and in figures.
    pub(crate) fn retellings_counted(&self, id: ClaimId) -> Option<String> {
        let figures = |retellings: usize| retellings.to_string();
        let figures = self.range(self.analysis.retellings_of(id)?, figures);
        let words = self.retellings(id)?;
        Some(filled!(self.locale, Retellings, "words": words, "times": figures))
    }

    fn range(&self, retellings: Retellings, words: impl Fn(usize) -> String) -> String {
        let Retellings { nearest, farthest } = retellings;
        if nearest == farthest {
            return words(nearest);
        }
        let (nearest, farthest) = (words(nearest), words(farthest));
        filled!(self.locale, Range, "nearest": nearest, "farthest": farthest)
    }

    /// Returns to whom a claim was said, unless its chain says so already.
    pub(crate) fn told_to(&self, id: ClaimId) -> Option<String> {
        let audience = self.brief.claim(id).told_to().map(|line| &**line);
        let audience = audience.filter(|audience| !self.chain_says(id, audience))?;
        Some(filled!(self.locale, ToldTo, "audience": self.name(audience)))
    }

    /// Says whether the chain already shows to whom a claim was said: its first source is theirs.
    fn chain_says(&self, claim: ClaimId, told_to: &str) -> bool {
        let mut first = self.analysis.first_reports_of(claim).sources.iter();
        first.all(|id| self.brief.source(*id).is_called(told_to))
    }
}
