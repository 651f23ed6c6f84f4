//! Tells on what record a claim is.

use super::ties::Tie;
use crate::model::{Brief, Claim, Source, Voice, VoiceKind};

/// On what record a voice is in a work. The order is that in which statuses are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub(crate) enum RecordStatus {
    /// A named voice, as a work reports it.
    OnRecord,
    Anonymous,
    /// A named voice in a work of its makers' own words that was read.
    Document,
    /// The own reporting of a work.
    OutletsOwn,
    /// The judgement of the writer of the brief.
    Writer,
}

impl RecordStatus {
    pub(crate) const ALL: [Self; 5] = [
        Self::OnRecord,
        Self::Anonymous,
        Self::Document,
        Self::OutletsOwn,
        Self::Writer,
    ];

    pub(crate) fn of(voice: &Voice, work: &Source) -> Self {
        match voice.kind {
            VoiceKind::Anonymous { .. } => Self::Anonymous,
            VoiceKind::Outlet(_) => Self::OutletsOwn,
            VoiceKind::Writer(_) => Self::Writer,
            VoiceKind::Person { .. } | VoiceKind::Group { .. }
                if work.kind.is_document() && work.was_read() =>
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

/// The distinct statuses of a claim or of an edge of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Statuses(u8);

impl Statuses {
    pub(super) fn insert(&mut self, status: RecordStatus) {
        self.0 |= status.bit();
    }

    pub(crate) fn contains(self, status: RecordStatus) -> bool {
        self.0 & status.bit() != 0
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = RecordStatus> {
        RecordStatus::ALL
            .into_iter()
            .filter(move |status| self.contains(*status))
    }

    /// Returns the status that lets a reader check least: the writer's judgement, a voice without a
    /// name, an outlet's word, a named voice as reported, a document.
    pub(crate) fn weakest(self) -> Option<RecordStatus> {
        use RecordStatus::{Anonymous, Document, OnRecord, OutletsOwn, Writer};
        let from_the_weakest = [Writer, Anonymous, OutletsOwn, OnRecord, Document];
        from_the_weakest
            .into_iter()
            .find(|status| self.contains(*status))
    }
}

/// Collects the statuses of a claim, the writer's among them.
pub(super) fn of_claim(brief: &Brief, claim: &Claim, ties: &[Tie]) -> Statuses {
    let mut statuses = Statuses::default();
    for tie in ties {
        // A status depends on the kind of voice and on whether the work is a document; one work
        // of each sort stands for all, so that voices are not multiplied by works.
        let is_document = |id| {
            let source = brief.source(id);
            source.kind.is_document() && source.was_read()
        };
        let document = tie.works.iter().copied().find(|id| is_document(*id));
        let report = tie.works.iter().copied().find(|id| !is_document(*id));
        for work in document.into_iter().chain(report) {
            for voice in &tie.voices {
                statuses.insert(RecordStatus::of(brief.voice(*voice), brief.source(work)));
            }
        }
    }
    if claim.voices.iter().any(|id| brief.voice(*id).is_writer()) {
        statuses.insert(RecordStatus::Writer);
    }
    statuses
}

#[cfg(test)]
mod tests {
    use super::{RecordStatus, Statuses};
    use crate::analysis::sample::Sample;
    use crate::analysis::ties;
    use crate::model::ClaimId;

    fn statuses(voices: &[&str], works: &[&str]) -> Statuses {
        let brief = Sample::new()
            .person("ann")
            .person("bob")
            .anonymous("aides", None)
            .writer("desk")
            .work("times", &[])
            .document("letter", "ann")
            .document("reply", "bob")
            .outlet("times-own", "times")
            .claim("c", voices, works)
            .build();
        let ties = ties::of(&brief);
        super::of_claim(&brief, brief.claim(ClaimId::new(0)), &ties[0])
    }

    #[test]
    fn statuses_follow_voice_and_work() {
        use RecordStatus::{Anonymous, Document, OnRecord, OutletsOwn, Writer};
        type Case<'a> = (
            &'a [&'a str],
            &'a [&'a str],
            &'a [RecordStatus],
            RecordStatus,
        );
        let cases: &[Case<'_>] = &[
            (&["ann"], &["times"], &[OnRecord], OnRecord),
            (&["ann"], &["letter"], &[Document], Document),
            (&["aides"], &["times"], &[Anonymous], Anonymous),
            (&["aides"], &["letter"], &[Anonymous], Anonymous),
            (&["times-own"], &["times"], &[OutletsOwn], OutletsOwn),
            (&["desk"], &["letter"], &[Writer], Writer),
            (&["desk", "ann"], &["times"], &[OnRecord, Writer], Writer),
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
        for (voices, works, expected, weakest) in cases {
            let statuses = statuses(voices, works);
            let listed: Vec<RecordStatus> = statuses.iter().collect();
            assert_eq!(listed, *expected, "{voices:?} {works:?}");
            assert_eq!(statuses.weakest(), Some(*weakest), "{voices:?} {works:?}");
        }
    }

    #[test]
    fn no_status_is_empty() {
        assert_eq!(Statuses::default().iter().count(), 0);
        assert_eq!(Statuses::default().weakest(), None);
    }
}
