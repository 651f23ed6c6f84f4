//! Describes what became of sources after they were issued, and which claims that concerns.

use std::collections::BTreeSet;

use super::dates;
use super::describer::Describer;
use super::locales::Message;
use super::segments::{Anchor, Description, Mark};
use crate::model::{ClaimId, Edtf, Source, SourceId, Update, UpdateKind};

/// How the dates of updates are told.
#[derive(Clone, Copy)]
pub(crate) enum UpdateDates {
    /// Beside the date of the brief: its year is left out.
    InBrief,
    /// Where the brief's date is not told.
    Alone,
    /// For programs: as EDTF.
    Coded,
}

/// So many updates of a source are told beside each claim that rests on it; the list of sources tells all.
const MOST: usize = 12;

/// Returns the gravest of a source's updates, in their order, and how many more there are.
fn gravest<'s>(updates: impl Iterator<Item = &'s Update>) -> (Vec<&'s Update>, usize) {
    let mut updates: Vec<(usize, &Update)> = updates.enumerate().collect();
    let more = updates.len().saturating_sub(MOST);
    updates.sort_by_key(|(_, update)| match update.kind {
        UpdateKind::Retracted => 0,
        UpdateKind::Corrected => 1,
        UpdateKind::Updated => 2,
    });
    updates.truncate(MOST);
    updates.sort_by_key(|(place, _)| *place);
    (
        updates.into_iter().map(|(_, update)| update).collect(),
        more,
    )
}

impl<'a> Describer<'a> {
    /// Puts the gravest of a source's updates into words, each by itself, and how many more there are.
    fn updates_in_words<'s>(
        &self,
        updates: impl Iterator<Item = &'s Update>,
        word: impl Fn(&Update) -> String,
    ) -> Vec<String> {
        let (told, more) = gravest(updates);
        let more = (more > 0).then(|| {
            let figures = self.locale.figures(more);
            filled!(self.locale, MoreClaims, "count": more, "figures": figures)
        });
        told.into_iter().map(word).chain(more).collect()
    }

    fn update_date(&self, date: &Edtf, dates: UpdateDates) -> String {
        match dates {
            UpdateDates::InBrief => dates::in_year(self.locale, date, self.as_of),
            UpdateDates::Alone => dates::in_full(self.locale, date),
            UpdateDates::Coded => date.to_string(),
        }
    }

    /// Returns what was done to a source and when: "corrected (18 August)".
    fn update(&self, update: &Update, dates: UpdateDates) -> String {
        let kind = [("kind", update.kind.word().into())];
        let words = self.locale.with(Message::Update, kind);
        let Some(date) = &update.date else {
            return words;
        };
        let date = self.update_date(date, dates);
        filled!(self.locale, UpdateOn, "update": words, "date": date)
    }

    /// Returns what was done to a source, when, and what about.
    fn update_in_full(&self, update: &Update) -> String {
        let words = self.update(update, UpdateDates::InBrief);
        match &update.note {
            Some(note) => {
                filled!(self.locale, UpdateNoted, "update": words, "note": self.phrase(note))
            }
            None => words,
        }
    }

    /// Returns what became of a source, as sentences of their own in the list of sources.
    pub(crate) fn what_became_of(
        &self,
        source: &'a Source,
        dates: UpdateDates,
    ) -> Vec<Description<'a>> {
        let updates = source.updates.iter().map(|update| {
            let words =
                Description::marked(Mark::Key, self.capitalised(&self.update(update, dates)));
            let Some(note) = update.note.as_deref() else {
                return described!(self.locale, UpdateSentence, "update": words);
            };
            let note = if note.ends_with(['.', '!', '?', '…']) {
                self.phrase(note).into_owned()
            } else {
                self.phrase(&format!("{note}.")).into_owned()
            };
            described!(self.locale, UpdateNoted, "update": words, "note": note)
        });
        updates.collect()
    }

    /// Returns what became of each source that a claim rests on, if anything did: "NBC News:
    /// corrected (18 August)".
    pub(crate) fn updates_behind(
        &self,
        claim: ClaimId,
        dates: UpdateDates,
    ) -> Vec<Description<'a>> {
        let sources = self.analysis.updated_behind(self.brief, claim);
        let told = sources.into_iter().map(|id| {
            let updates = self.brief.source(id).updates.iter();
            let updates = self.updates_in_words(updates, |update| self.update(update, dates));
            let updates = Description::marked(Mark::Key, self.locale.joined(&updates));
            let source = Description::link(Anchor::Source(id), self.source(id));
            described!(self.locale, SourceUpdated, "source": source, "updates": updates)
        });
        told.collect()
    }

    /// Says which of the sources that claims rest on were corrected or retracted.
    pub(crate) fn retractions_behind(&self, claims: &[ClaimId]) -> Vec<Description<'a>> {
        let told = self.grave_behind(claims).into_iter().map(|(id, words)| {
            let updates = Description::marked(Mark::Key, self.locale.list(&words));
            let source = self.source_link(id);
            described!(self.locale, StrengthUpdated, "source": source, "updates": updates)
        });
        told.collect()
    }

    /// Returns what became of each source that claims rest on, if it was corrected or retracted, for a cell of
    /// the matrix or the strip: "NBC News: retracted (18 August)".
    pub(crate) fn retracted_behind(&self, claims: &[ClaimId]) -> Vec<String> {
        let told = self.grave_behind(claims).into_iter().map(|(id, updates)| {
            let (source, updates) = (self.source(id), self.locale.joined(&updates));
            filled!(self.locale, SourceUpdated, "source": &*source, "updates": updates)
        });
        told.collect()
    }

    /// Returns the sources that claims rest on and that were corrected or retracted, with what was done.
    fn grave_behind(&self, claims: &[ClaimId]) -> Vec<(SourceId, Vec<String>)> {
        let sources = claims.iter();
        let sources: BTreeSet<SourceId> = sources
            .flat_map(|claim| self.analysis.updated_behind(self.brief, *claim))
            .collect();
        let told = sources.into_iter().map(|id| {
            let updates = self.brief.source(id).updates.iter();
            let grave = updates.filter(|update| update.kind != UpdateKind::Updated);
            let word = |update: &Update| self.update(update, UpdateDates::InBrief);
            (id, self.updates_in_words(grave, word))
        });
        told.filter(|(_, words)| !words.is_empty()).collect()
    }

    /// Returns what became of a source, notes included, after a name for it.
    pub(crate) fn updates_after(&self, name: &str, id: SourceId) -> String {
        let updates = self.brief.source(id).updates.iter();
        let updates = self.updates_in_words(updates, |update| self.update_in_full(update));
        let updates = self.locale.joined(&updates);
        filled!(self.locale, SourceUpdated, "source": name, "updates": updates)
    }
}
