//! Decides whom a pronoun means, and when that is doubtful.

use super::{Resolved, Speaker, SpeakerKind, Speakers};
use crate::draft::language::Pronoun;

impl Speakers<'_> {
    /// Says whether one is described by whose he or she is.
    fn is_owned(&self, one: &Speaker) -> bool {
        let possessives = &self.language.rules.possessives;
        let first = one.name.split(' ').next().unwrap_or("");
        one.noun.is_some()
            && (possessives.has(&first.to_lowercase())
                || one.name.contains("’s ")
                || one.name.contains("'s "))
    }

    /// Says whether another person was named not long ago whom a pronoun may mean.
    fn is_another_heard(&self, meant: &Speaker, pronoun: Pronoun) -> bool {
        let is_last = |name: &str, last: &str| name.rsplit(' ').next() == Some(last);
        let is_other = |last: &String| {
            let known = self.all.iter().find(|one| is_last(&one.name, last));
            let is_known = known
                .and_then(|one| one.pronoun)
                .is_some_and(|known| known != pronoun);
            let is_meant = meant.kind == SpeakerKind::Person && is_last(&meant.name, last);
            !is_meant && !is_known
        };
        self.heard.iter().flatten().any(is_other)
    }

    /// Returns whom a pronoun means: the last one mentioned that it may stand for, so many left out.
    pub(super) fn pronoun(&self, pronoun: Pronoun, after: usize) -> Option<Resolved> {
        let is_person = matches!(pronoun, Pronoun::Man | Pronoun::Woman);
        let may = |speaker: &Speaker| match speaker.kind {
            SpeakerKind::Person | SpeakerKind::Office | SpeakerKind::Unnamed(Some(1)) => is_person,
            SpeakerKind::Several => pronoun == Pronoun::Several,
            SpeakerKind::Group => matches!(pronoun, Pronoun::Several | Pronoun::Thing),
            SpeakerKind::Outlet => pronoun == Pronoun::Thing,
            SpeakerKind::Unnamed(_) => is_person || pronoun == Pronoun::Several,
        };
        let agrees =
            |speaker: &Speaker| !is_person || speaker.pronoun.is_none_or(|known| known == pronoun);
        let mut fitting = self
            .recent()
            .skip(after)
            .filter(|(_, speaker)| may(speaker) && agrees(speaker));
        let (speaker, known) = fitting.next()?;
        let is_doubtful = if is_person {
            // Her surgeon called. She said: the surgeon, or whose surgeon it is.
            let is_owned = self.is_owned(known) && fitting.next().is_some();
            is_owned || self.is_another_heard(known, pronoun)
        } else {
            let is_last = self.recent.last() == Some(&speaker);
            fitting.next().is_some() || pronoun == Pronoun::Several && !is_last
        };
        Some(Resolved {
            speaker,
            is_doubtful,
        })
    }
}
