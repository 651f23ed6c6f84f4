//! Tells in which sources a claim was reported first.

use super::{Maker, Place};
use crate::draft::outlets::{Report, bare};
use crate::draft::speakers::SpeakerKind;
use crate::draft::voices::VoiceKind;

impl Maker {
    /// Returns the ids of the sources that carry a claim first: those of the outlets that report it, that
    /// of the one that was told it, or the article; and those of other articles that may be it.
    pub(super) fn first_reports(
        &mut self,
        voices: &[usize],
        heard: (Option<&str>, Option<usize>),
        place: &Place<'_>,
    ) -> (Vec<String>, Vec<String>) {
        let article = place.id;
        let (mut sources, mut elsewhere): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for voice in voices {
            let report = self.report(*voice, heard, place);
            let (source, other) = match report {
                Some(report) if report.is_of_another => (article.to_owned(), Some(report.id)),
                Some(report) => (report.id, None),
                None => (article.to_owned(), None),
            };
            if !sources.contains(&source) {
                sources.push(source);
            }
            elsewhere.extend(other.filter(|other| !elsewhere.contains(other)));
        }
        (sources, elsewhere)
    }

    /// Returns the report of an outlet that says something, passes it on, or was told it.
    fn report(
        &mut self,
        voice: usize,
        (told_to, relay): (Option<&str>, Option<usize>),
        place: &Place<'_>,
    ) -> Option<Report> {
        let voice = self.voices.all.get(voice);
        let relay = relay.and_then(|relay| place.reading.speakers.get(relay));
        let relay = relay.filter(|relay| relay.kind == SpeakerKind::Outlet);
        let told_to = || Some(bare(told_to?, self.language).to_owned());
        let (outlet, is_one) = match (voice, relay) {
            (Some(voice), _) if matches!(voice.kind, VoiceKind::Outlet(_)) => {
                (voice.name.clone(), true)
            }
            (_, Some(relay)) => (relay.name.clone(), true),
            (_, None) => {
                let outlet = told_to()?;
                let is_one = place.reading.is_outlet(&outlet, self.language);
                (outlet, is_one)
            }
        };
        let sources = &mut self.sources;
        is_one.then(|| {
            self.voices
                .outlets
                .report(self.language, &outlet, sources, place.id)
        })
    }
}
