//! Tells on what record a claim is.

use std::collections::BTreeMap;

use super::attribution::Attribution;
use crate::model::{Brief, Claim, SourceId, VoiceId, VoiceKind};

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
    /// A named voice in a document of its own that was read.
    Document,
    /// What an outlet found out itself.
    OutletsOwn,
    /// An outlet's own statement that names nobody.
    NoSourceNamed,
    /// The judgement of the writer of the brief.
    Writer,
}

impl Record {
    pub(crate) const ALL: [Self; 6] = [
        Self::OnRecord,
        Self::Anonymous,
        Self::Document,
        Self::OutletsOwn,
        Self::NoSourceNamed,
        Self::Writer,
    ];

    /// Tells on what record a voice of a claim is in a source.
    pub(crate) fn of(brief: &Brief, claim: &Claim, voice: VoiceId, source: SourceId) -> Self {
        match &brief.voice(voice).kind {
            VoiceKind::Anonymous { .. } => Self::Anonymous,
            VoiceKind::Outlet(outlet) if claim.found_out_by().contains(outlet) => Self::OutletsOwn,
            VoiceKind::Outlet(_) => Self::NoSourceNamed,
            VoiceKind::Writer(_) => Self::Writer,
            VoiceKind::Person { .. } | VoiceKind::Group { .. } => {
                let work = brief.source(source);
                if work.was_read() && !work.kind.is_occasion() && is_own_text(brief, voice, source)
                {
                    Self::Document
                } else {
                    Self::OnRecord
                }
            }
        }
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// Says whether a source is a named voice's own text: signed by it or by whom it speaks for.
pub(super) fn is_own_text(brief: &Brief, voice: VoiceId, source: SourceId) -> bool {
    let signed = brief.signatories(source);
    signed.contains(&voice) || signed.contains(&brief.principal(voice))
}

/// Puts sources together in which every voice is on the same record, and whose text is the same
/// voices' own: so voices are not multiplied by sources.
pub(super) fn alike(brief: &Brief, sources: &[SourceId]) -> Vec<Vec<SourceId>> {
    let mut groups: BTreeMap<_, Vec<SourceId>> = BTreeMap::new();
    for id in sources {
        let source = brief.source(*id);
        let (was_read, is_occasion) = (source.was_read(), source.kind.is_occasion());
        let group = groups.entry((was_read, is_occasion, brief.signatories(*id)));
        group.or_default().push(*id);
    }
    groups.into_values().collect()
}

/// The distinct records of a claim or of an edge of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Records(u8);

impl Records {
    pub(super) fn insert(&mut self, record: Record) {
        self.0 |= record.bit();
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn contains(self, record: Record) -> bool {
        self.0 & record.bit() != 0
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Record> {
        Record::ALL
            .into_iter()
            .filter(move |record| self.contains(*record))
    }

    /// Returns the record that lets a reader check least: the writer's judgement, nobody named, a voice
    /// without a name, an outlet's word, a named voice as reported, a document.
    pub(crate) fn weakest(self) -> Option<Record> {
        use Record::{Anonymous, Document, NoSourceNamed, OnRecord, OutletsOwn, Writer};
        let from_the_weakest = [
            Writer,
            NoSourceNamed,
            Anonymous,
            OutletsOwn,
            OnRecord,
            Document,
        ];
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
        for alike in alike(brief, &attribution.sources) {
            for voice in &attribution.voices {
                records.insert(Record::of(brief, claim, *voice, alike[0]));
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
        use Record::{Anonymous, Document, NoSourceNamed, OnRecord};
        type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [Record], Record);
        let cases: &[Case<'_>] = &[
            (&["ann"], &["times"], &[OnRecord], OnRecord),
            (&["ann"], &["letter"], &[Document], Document),
            (&["aides"], &["times"], &[Anonymous], Anonymous),
            (&["aides"], &["letter"], &[Anonymous], Anonymous),
            (&["times-own"], &["times"], &[NoSourceNamed], NoSourceNamed),
            (&["bob"], &["letter"], &[OnRecord], OnRecord),
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
                &[OnRecord, Anonymous, NoSourceNamed],
                NoSourceNamed,
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
    fn an_outlets_own_is_what_it_found_out_itself() {
        let brief = Sample::new()
            .source("times", &[])
            .outlet("times-own", "times")
            .claim("c", &["times-own"], &["times"])
            .found_out_by(&["times"])
            .build();
        let records = Analysis::of(&brief).records_of(ClaimId::nth(0));
        assert_eq!(records.iter().collect::<Vec<_>>(), [Record::OutletsOwn]);
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
