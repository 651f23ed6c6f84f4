//! Notes what an article says of its speakers: who speaks together, what they are, for whom they speak,
//! and why they are not named.

use super::{Resolved, Speaker, SpeakerKind, Speakers};
use crate::draft::roles::Principal;

impl Speakers<'_> {
    /// Returns the one speaker that several are who say something together. `and` is the word that joins them.
    pub(in crate::draft) fn together(&mut self, all: &[Resolved], and: &str) -> Option<Resolved> {
        let mut members: Vec<usize> = Vec::new();
        for resolved in all {
            if !members.contains(&resolved.speaker) {
                members.push(resolved.speaker);
            }
        }
        let is_doubtful = all.iter().any(|resolved| resolved.is_doubtful);
        let (last, others) = members.split_last()?;
        if others.is_empty() {
            let speaker = *last;
            return Some(Resolved {
                speaker,
                is_doubtful,
            });
        }
        let name = |number: &usize| self.all.get(*number).map_or("", |one| one.name.as_str());
        let others: Vec<&str> = others.iter().map(name).collect();
        let name = format!("{} {and} {}", others.join(", "), name(last));
        let speaker = self.speaker(&name, SpeakerKind::Several);
        if let Some(known) = self.all.get_mut(speaker) {
            known.members = members;
        }
        self.remember(speaker);
        Some(Resolved {
            speaker,
            is_doubtful,
        })
    }

    /// Notes what somebody is, if that was not known.
    pub(in crate::draft) fn give_role(&mut self, speaker: usize, role: &str) {
        if let Some(known) = self.all.get_mut(speaker)
            && known.role.is_none()
            && !role.is_empty()
        {
            known.role = Some(role.to_owned());
        }
    }

    /// Notes in which office somebody is, whatever was said of that before.
    pub(in crate::draft) fn give_office(&mut self, speaker: usize, office: &str) {
        if let Some(known) = self.all.get_mut(speaker) {
            known.role = Some(office.to_owned());
        }
        self.by_name.entry(of_office(office)).or_insert(speaker);
    }

    /// Returns who is in an office, by which alone he or she is called: the first one of whom that was told.
    pub(in crate::draft) fn of_office(&mut self, office: &str) -> Resolved {
        let speaker = self.speaker_by(of_office(office), office, SpeakerKind::Office);
        Resolved {
            speaker,
            is_doubtful: true,
        }
    }

    /// Notes what the article says that somebody is who may speak later.
    pub(in crate::draft) fn learn_role(&mut self, name: &str, role: &str) {
        let (name, is_doubtful) = self.long(name, None);
        if is_doubtful || !name.contains(' ') {
            return;
        }
        match self.by_name.get(&name.to_lowercase()).copied() {
            Some(speaker) => self.give_role(speaker, role),
            None => {
                self.roles.entry(name).or_insert_with(|| role.to_owned());
            }
        }
    }

    /// Returns the one person whose role an office is, by which alone he or she is called elsewhere.
    pub(in crate::draft) fn in_office(&self, office: usize) -> Option<usize> {
        let office = self
            .all
            .get(office)
            .filter(|one| one.kind == SpeakerKind::Office)?;
        let called = office.name.to_lowercase();
        let is_in_it = |(_, one): &(usize, &Speaker)| {
            one.kind == SpeakerKind::Person
                && one
                    .role
                    .as_ref()
                    .is_some_and(|role| role.to_lowercase() == called)
        };
        let mut holders = self.all.iter().enumerate().filter(is_in_it);
        let (one, _) = holders.next()?;
        holders.next().is_none().then_some(one)
    }

    pub(in crate::draft) fn is_unnamed(&self, speaker: usize) -> bool {
        let kind = self.all.get(speaker).map(|speaker| speaker.kind);
        matches!(kind, Some(SpeakerKind::Unnamed(_)))
    }

    /// Notes why somebody is not named, if that was not known.
    pub(in crate::draft) fn learn_reason(
        &mut self,
        speaker: usize,
        words: String,
        reason: Option<String>,
    ) {
        if let Some(known) = self.all.get_mut(speaker)
            && known
                .anonymity
                .as_ref()
                .is_none_or(|(_, known)| known.is_none() && reason.is_some())
        {
            known.anonymity = Some((words, reason));
        }
    }

    /// Notes whom somebody speaks for, if that is certain.
    pub(in crate::draft) fn speaks_for(&mut self, speaker: usize, principal: &Principal) {
        let is_known = self
            .all
            .get(speaker)
            .is_none_or(|known| known.speaks_for.is_some());
        let before = self.all.len();
        let Some(meant) = self.meant(&principal.mention).filter(|_| !is_known) else {
            return;
        };
        let is_new = meant.speaker >= before;
        let Some(named) = self.all.get_mut(meant.speaker) else {
            return;
        };
        let is_of_several_words = named.name.contains(' ');
        if is_new && principal.is_before && named.kind == SpeakerKind::Person && is_of_several_words
        {
            named.kind = SpeakerKind::Group;
        }
        let is_sure = !meant.is_doubtful || named.kind == SpeakerKind::Office;
        let may = !matches!(named.kind, SpeakerKind::Outlet | SpeakerKind::Several);
        if let Some(known) = self.all.get_mut(speaker)
            && is_sure
            && may
            && meant.speaker != speaker
        {
            known.speaks_for = Some(meant.speaker);
        }
    }
}

/// Returns the key by which one is known who is called by an office.
fn of_office(office: &str) -> String {
    format!("the {}", office.to_lowercase())
}
