//! Describes sources and voices in full, and what gaps are about.

use super::dates;
use super::describer::Describer;
use super::locales::{Locale, Message};
use super::segments::{Anchor, Description, Mark};
use crate::model::{Gap, Line, Source, VoiceId, VoiceKind};

impl<'a> Describer<'a> {
    /// Returns what follows a source's name: author, title, container, date, and how it is known.
    pub(crate) fn reference(&self, source: &'a Source) -> Description<'a> {
        let locale = self.locale;
        let parts = locale.joined(&self.reference_parts(source));
        let mut reference = described!(locale, Reference, "parts": parts);
        reference.push(" ");
        if source.was_read() {
            reference.push_marked(Mark::Key, locale.text(Message::Read));
        } else {
            let relays = source.through.iter();
            let relays = relays.map(|id| Description::label(Anchor::Source(*id)));
            let relays = locale.describe_list(relays.collect());
            reference.extend(&described!(locale, KnownOnlyThrough, "sources": relays));
        }
        reference
    }

    fn reference_parts(&self, source: &Source) -> Vec<String> {
        const MOST_AUTHORS: usize = 10;
        let locale = self.locale;
        let name = source.name.to_lowercase();
        let mut parts = Vec::new();
        if source.author.len() > MOST_AUTHORS {
            parts.push(locale.counted(Message::Authors, source.author.len()));
        } else if !source.author.is_empty() {
            parts.push(locale.list(&source.author));
        }
        let titles = [&source.title, &source.container_title, &source.publisher];
        let titles = titles.into_iter().flatten();
        let others = titles.filter(|text| !name.contains(&text.to_lowercase()));
        parts.extend(others.map(|text| self.set(text).into_owned()));
        parts.push(self.kind_of_source(source));
        parts.push(self.date(&source.issued));
        parts.extend(source.accessed.as_ref().map(|accessed| {
            let date = dates::in_full(locale, accessed);
            filled!(locale, ReadOn, "date": date)
        }));
        parts
    }

    pub(crate) fn kind_of_source(&self, source: &Source) -> String {
        let kind = ("type", source.kind.word().into());
        self.locale.with(Message::SourceType, [kind])
    }

    /// Returns what follows a voice's name.
    pub(crate) fn voice_description(&self, id: VoiceId) -> String {
        let locale = self.locale;
        match &self.brief.voice(id).kind {
            VoiceKind::Person { role, .. } => described(locale, role.as_deref(), &[]),
            VoiceKind::Group { role, members, .. } => described(locale, role.as_deref(), members),
            VoiceKind::Anonymous { reason, one_of, .. } => {
                let among: Vec<String> = one_of.iter().map(ToString::to_string).collect();
                not_named(locale, reason.as_deref(), &among)
            }
            VoiceKind::Outlet(_) | VoiceKind::Writer(_) => {
                locale.text(Message::VoicePlain).to_owned()
            }
        }
    }

    /// Returns which issues a gap is about; nothing where the matrix has no columns for them.
    pub(crate) fn gap_about(&self, gap: &Gap) -> Description<'a> {
        if gap.about.is_empty() || self.analysis.positions.rows.is_empty() {
            return Description::default();
        }
        let issues = gap.about.iter();
        let issues = issues
            .map(|id| Description::link(Anchor::Issue(*id), &*self.brief.issue(*id).name))
            .collect();
        let issues = self.locale.describe_list(issues);
        described!(self.locale, GapAbout, "issues": issues)
    }
}

fn described(locale: &Locale, role: Option<&str>, members: &[Line]) -> String {
    let list = || ("members", locale.list(members).into());
    match (role, members) {
        (None, []) => locale.text(Message::VoicePlain).to_owned(),
        (None, _) => locale.with(Message::VoiceMembers, [list()]),
        (Some(role), []) => filled!(locale, VoiceRole, "role": role),
        (Some(role), _) => locale.with(Message::VoiceRoleMembers, [("role", role.into()), list()]),
    }
}

fn not_named(locale: &Locale, reason: Option<&str>, among: &[String]) -> String {
    let list = || ("voices", locale.list(among).into());
    match (reason, among) {
        (None, []) => locale.text(Message::VoiceNotNamed).to_owned(),
        (None, _) => locale.with(Message::VoiceAmongNotNamed, [list()]),
        (Some(reason), []) => {
            filled!(locale, VoiceNotNamedBecause, "reason": reason)
        }
        (Some(reason), _) => {
            let values = [list(), ("reason", reason.into())];
            locale.with(Message::VoiceAmongNotNamedBecause, values)
        }
    }
}
