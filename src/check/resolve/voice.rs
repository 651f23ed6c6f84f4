//! Voices.

use super::Resolver;
use crate::check::rules::{ambiguous_voice, invalid_id, uncounted_sources, undescribed_anonymous};
use crate::load;
use crate::load::Text;
use crate::model::{Voice, VoiceKind};

impl Resolver<'_, '_> {
    /// Resolves a voice.
    pub(super) fn voice(&mut self, (id, voice): &(Text, load::Voice)) -> Option<Voice> {
        let key = invalid_id::read(id, self.findings);
        let short = self.optional_line(voice.short.as_ref());
        let side = self.optional_line(voice.side.as_ref());
        let note = self.optional_prose(voice.note.as_ref());
        ambiguous_voice::check(id, voice, self.findings);
        let kind = self.voice_kind(id, voice);
        Some(Voice {
            key: key?,
            kind: kind?,
            short,
            side,
            note,
        })
    }

    /// Resolves all that a voice may be, so that each fault is reported; one is what it is.
    fn voice_kind(&mut self, id: &Text, voice: &load::Voice) -> Option<VoiceKind> {
        let role = self.optional_line(voice.role.as_ref());
        let members = super::brief::all(&voice.members, |member| self.line(member));
        let name = voice.name.as_ref().map(|name| {
            Some(VoiceKind::Person {
                name: self.line(name)?,
                role: role.clone(),
            })
        });
        let group = voice.group.as_ref().map(|group| {
            Some(VoiceKind::Group {
                name: self.line(group)?,
                role,
                members: members?,
            })
        });
        let anonymous = voice
            .anonymous
            .as_ref()
            .map(|count| self.anonymous(id, count, voice));
        let outlet = voice
            .outlet
            .as_ref()
            .map(|outlet| self.id(outlet).map(VoiceKind::Outlet));
        let writer = voice
            .writer
            .as_ref()
            .map(|writer| self.line(writer).map(VoiceKind::Writer));
        let mut kinds = [name, group, anonymous, outlet, writer]
            .into_iter()
            .flatten();
        match (kinds.next(), kinds.next()) {
            (Some(kind), None) => kind,
            _ => None,
        }
    }

    fn anonymous(&mut self, id: &Text, count: &Text, voice: &load::Voice) -> Option<VoiceKind> {
        let count = uncounted_sources::read(count, self.findings);
        let one_of = self.ids(&voice.one_of);
        let reason = self.optional_line(voice.reason.as_ref());
        let described_as = self.optional_line(voice.described_as.as_ref());
        if voice.described_as.is_none() {
            self.findings.push(undescribed_anonymous::fault(id));
        }
        Some(VoiceKind::Anonymous {
            count: count?,
            described_as: described_as?,
            reason,
            one_of: one_of?,
        })
    }
}
