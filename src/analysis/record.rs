//! Tells on what record a claim is.

use super::attribution::Attribution;
use crate::model::{Brief, Claim, Source, Voice, VoiceKind};

/// On what record a voice is in a source. The order is that in which records are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
#[expect(
    clippy::enum_variant_names,
    reason = "on record is what the field calls it"
)]
pub(crate) enum Record {
    /// A named voice, as a source reports it.
    OnRecord,
    Anonymous,
    /// A named voice in a source of its makers' own words that was read.
    Document,
    /// The own reporting of a source.
    OutletsOwn,
    /// The judgement of the writer of the brief.
    Writer,
}

impl Record {
    pub(crate) const ALL: [Self; 5] = [
        Self::OnRecord,
        Self::Anonymous,
        Self::Document,
        Self::OutletsOwn,
        Self::Writer,
    ];

    pub(crate) fn of(voice: &Voice, source: &Source) -> Self {
        match voice.kind {
            VoiceKind::Anonymous { .. } => Self::Anonymous,
            VoiceKind::Outlet(_) => Self::OutletsOwn,
            VoiceKind::Writer(_) => Self::Writer,
            VoiceKind::Person { .. } | VoiceKind::Group { .. }
                if source.kind.is_document() && source.was_read() =>
            {
                Self::Document
            }
            VoiceKind::Person { .. } | VoiceKind::Group { .. } => Self::OnRecord,
        }
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// The distinct records of a claim or of an edge of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Records(u8);

impl Records {
    pub(super) fn insert(&mut self, record: Record) {
        self.0 |= record.bit();
    }

    pub(crate) fn contains(self, record: Record) -> bool {
        self.0 & record.bit() != 0
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Record> {
        Record::ALL
            .into_iter()
            .filter(move |record| self.contains(*record))
    }

    /// Returns the record that lets a reader check least: the writer's judgement, a voice without a
    /// name, an outlet's word, a named voice as reported, a document.
    pub(crate) fn weakest(self) -> Option<Record> {
        use Record::{Anonymous, Document, OnRecord, OutletsOwn, Writer};
        let from_the_weakest = [Writer, Anonymous, OutletsOwn, OnRecord, Document];
        from_the_weakest
            .into_iter()
            .find(|record| self.contains(*record))
    }
}

/// Collects the records of a claim.
pub(super) fn of_claim(brief: &Brief, claim: &Claim, attributions: &[Attribution]) -> Records {
    let mut records = Records::default();
    if claim.judgement().is_some() {
        records.insert(Record::Writer);
    }
    for attribution in attributions {
        // A record depends on the kind of voice and on whether the source is a document; one source
        // of each sort stands for all, so that voices are not multiplied by sources.
        let is_document = |id| {
            let source = brief.source(id);
            source.kind.is_document() && source.was_read()
        };
        let document = attribution
            .sources
            .iter()
            .copied()
            .find(|id| is_document(*id));
        let report = attribution
            .sources
            .iter()
            .copied()
            .find(|id| !is_document(*id));
        for source in document.into_iter().chain(report) {
            for voice in &attribution.voices {
                records.insert(Record::of(brief.voice(*voice), brief.source(source)));
            }
        }
    }
    records
}

#[cfg(test)]
mod tests {
    use super::{Record, Records};
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::ClaimId;

    fn records(voices: &[&str], sources: &[&str]) -> Records {
        let brief = Sample::new()
            .person("ann")
            .person("bob")
            .anonymous("aides", None)
            .source("times", &[])
            .document("letter", "ann")
            .document("reply", "bob")
            .outlet("times-own", "times")
            .claim("c", voices, sources)
            .build();
        Analysis::of(&brief).records_of(ClaimId::nth(0))
    }

    #[test]
    fn records_follow_voice_and_source() {
        use Record::{Anonymous, Document, OnRecord, OutletsOwn};
        type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [Record], Record);
        let cases: &[Case<'_>] = &[
            (&["ann"], &["times"], &[OnRecord], OnRecord),
            (&["ann"], &["letter"], &[Document], Document),
            (&["aides"], &["times"], &[Anonymous], Anonymous),
            (&["aides"], &["letter"], &[Anonymous], Anonymous),
            (&["times-own"], &["times"], &[OutletsOwn], OutletsOwn),
            (
                &["ann"],
                &["letter", "times"],
                &[OnRecord, Document],
                OnRecord,
            ),
            (&["ann", "bob"], &["letter", "reply"], &[Document], Document),
            (
                &["times-own", "aides", "ann"],
                &["times"],
                &[OnRecord, Anonymous, OutletsOwn],
                Anonymous,
            ),
        ];
        for (voices, sources, expected, weakest) in cases {
            let records = records(voices, sources);
            let listed: Vec<Record> = records.iter().collect();
            assert_eq!(listed, *expected, "{voices:?} {sources:?}");
            assert_eq!(records.weakest(), Some(*weakest), "{voices:?} {sources:?}");
        }
    }

    #[test]
    fn judgements_have_a_record_of_their_own() {
        let brief = Sample::new()
            .person("ann")
            .writer("desk")
            .document("letter", "ann")
            .claim("a", &["ann"], &["letter"])
            .judgement("b", "desk", &["a"])
            .build();
        let analysis = Analysis::of(&brief);
        let records: Vec<Record> = analysis.records_of(ClaimId::nth(1)).iter().collect();
        assert_eq!(records, [Record::Writer]);
        assert_eq!(analysis.attributions_of(ClaimId::nth(1)), []);
    }

    #[test]
    fn no_record_is_empty() {
        assert_eq!(Records::default().iter().count(), 0);
        assert_eq!(Records::default().weakest(), None);
    }
}
