//! Describes sources and voices in full, and what gaps are about.

use std::borrow::Cow;

use super::dates;
use super::describer::Describer;
use super::locales::{Locale, Message};
use super::segments::{Anchor, Description, Mark};
use super::updates::UpdateDates;
use crate::model::{Doi, Gap, Line, Locator, LocatorLabel, Reason, Source, VoiceId, VoiceKind};

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
        for words in self.what_became_of(source, UpdateDates::InBrief) {
            reference.push(" ");
            reference.extend(&words);
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
            parts.push(locale.list(&self.names(&source.author)));
        }
        let others = |texts: &[&Option<Line>], parts: &mut Vec<String>| {
            let texts = texts.iter().copied().flatten();
            let others = texts.filter(|text| !name.contains(&text.to_lowercase()));
            parts.extend(others.map(|text| self.name(&self.set(text)).into_owned()));
        };
        let title = source.title.as_ref();
        let title = title.filter(|title| !name.contains(&title.to_lowercase()));
        parts.extend(title.map(|title| {
            let title = self.set(title);
            self.title(&title, source.lang.as_ref()).into_owned()
        }));
        others(&[&source.container_title], &mut parts);
        parts.extend(self.place_in_container(source));
        let makers = [&source.event_title, &source.authority, &source.publisher];
        others(&makers, &mut parts);
        parts.extend(
            source
                .number
                .as_ref()
                .map(|number| self.number_of_source(number)),
        );
        parts.push(self.kind_of_source(source));
        parts.push(self.date(&source.issued));
        parts.extend(source.accessed.as_ref().map(|accessed| {
            let date = dates::in_full(locale, accessed);
            filled!(locale, ReadOn, "date": date)
        }));
        parts
    }

    /// Returns where a source stands in the larger work: "vol. 12, no. 3, pp. 4–9".
    pub(super) fn place_in_container(&self, source: &Source) -> Option<String> {
        let parts = [
            (LocatorLabel::Volume, &source.volume),
            (LocatorLabel::Issue, &source.issue),
            (LocatorLabel::Page, &source.pages),
        ];
        let places = parts.into_iter().filter_map(|(label, value)| {
            let value = value.clone()?;
            Some(Locator { label, value })
        });
        self.place_in_source(&places.collect::<Vec<_>>())
    }

    /// Returns a number: "No. 26-123"; one with a word of its own as it is, "H.R. 1234".
    pub(super) fn number_of_source(&self, number: &Line) -> String {
        if number.starts_with(|first: char| first.is_ascii_digit()) {
            return filled!(self.locale, SourceNumber, "value": self.name(number));
        }
        self.name(number).into_owned()
    }

    /// Lists the addresses of a source, each after the words that go before it: its own, that of its
    /// identifier, that of its copy in an archive.
    pub(crate) fn addresses(&self, source: &'a Source) -> Vec<(Option<String>, &'a str)> {
        let url = source.url.as_deref();
        let doi = source.doi.as_ref().map(Doi::link);
        let doi = doi.filter(|link| Some(*link) != url);
        let archived = source.archived.as_ref().map(|copy| {
            let words = copy.date.as_ref().map(|date| {
                let date = dates::in_full(self.locale, date);
                filled!(self.locale, ArchivedOn, "date": date)
            });
            let undated = || self.locale.text(Message::Archived).to_owned();
            (Some(words.unwrap_or_else(undated)), &*copy.url)
        });
        let own = [url, doi].into_iter().flatten().map(|link| (None, link));
        own.chain(archived).collect()
    }

    pub(crate) fn kind_of_source(&self, source: &Source) -> String {
        let kind = ("type", source.kind.word().into());
        self.locale.with(Message::SourceType, [kind])
    }

    /// Returns what follows a voice's name.
    pub(crate) fn voice_description(&self, id: VoiceId) -> String {
        let locale = self.locale;
        match &self.brief.voice(id).kind {
            VoiceKind::Person { role, .. } => self.described(role.as_ref(), &[]),
            VoiceKind::Group { role, members, .. } => self.described(role.as_ref(), members),
            VoiceKind::Anonymous { reason, one_of, .. } => {
                let among: Vec<String> = one_of.iter().map(ToString::to_string).collect();
                let reason = reason.as_ref().map(|reason| self.reason(reason));
                not_named(locale, reason.as_deref(), &among)
            }
            VoiceKind::Outlet(_) | VoiceKind::Writer(_) => {
                locale.text(Message::VoicePlain).to_owned()
            }
        }
    }

    fn described(&self, role: Option<&Line>, members: &[Line]) -> String {
        let locale = self.locale;
        let list = || ("members", locale.list(&self.names(members)).into());
        let role = role.map(|role| self.phrase(role));
        match (role, members) {
            (None, []) => locale.text(Message::VoicePlain).to_owned(),
            (None, _) => locale.with(Message::VoiceMembers, [list()]),
            (Some(role), []) => filled!(locale, VoiceRole, "role": role),
            (Some(role), _) => {
                locale.with(Message::VoiceRoleMembers, [("role", role.into()), list()])
            }
        }
    }

    /// Returns why a voice is not named.
    pub(super) fn reason<'r>(&'r self, reason: &'r Reason) -> Cow<'r, str> {
        match reason {
            Reason::NotGiven => self.locale.text(Message::ReasonNotGiven).into(),
            Reason::Given(reason) => self.phrase(reason),
        }
    }

    /// Says whether there is nothing to say of a voice but the name that it has in chains.
    pub(crate) fn is_bare(&self, id: VoiceId) -> bool {
        let voice = self.brief.voice(id);
        match &voice.kind {
            VoiceKind::Outlet(_) => true,
            VoiceKind::Person { role, .. } => role.is_none() && voice.short.is_none(),
            VoiceKind::Group { role, members, .. } => {
                role.is_none() && members.is_empty() && voice.short.is_none()
            }
            VoiceKind::Anonymous { .. } | VoiceKind::Writer(_) => false,
        }
    }

    /// Says how many origins there are in all, and how many claims rest on one.
    pub(crate) fn origins_in_all(&self) -> String {
        let (locale, summary) = (self.locale, &self.analysis.summary);
        let resting = match (summary.on_one_origin, summary.reports) {
            (one, all) if one == all => locale.text(Message::RestingEvery).to_owned(),
            (0, _) => locale.text(Message::RestingNone).to_owned(),
            (one, all) => filled!(
                locale, RestingSome, "count": one, "number": locale.number(one),
                "all": locale.number(all),
            ),
        };
        self.capitalised(&filled!(
            locale, SummaryOrigins, "count": summary.origins,
            "number": locale.number(summary.origins), "resting": resting,
        ))
    }

    /// Returns whose word is missing in a gap, and which issues it is about.
    pub(crate) fn gap_links(&self, gap: &Gap) -> Description<'a> {
        let told = [self.gap_about(gap), self.gap_of(gap)];
        Description::joined(told.into_iter().flatten(), " ")
    }

    fn gap_of(&self, gap: &Gap) -> Option<Description<'a>> {
        if gap.of.is_empty() {
            return None;
        }
        let voices = gap.of.iter().map(|id| self.voice_link(*id));
        let voices = self.locale.describe_list(voices.collect());
        Some(described!(self.locale, GapOf, "voices": voices))
    }

    /// Returns which issues a gap is about; nothing where the matrix has no columns for them.
    fn gap_about(&self, gap: &Gap) -> Option<Description<'a>> {
        if gap.about.is_empty() || self.analysis.positions.rows.is_empty() {
            return None;
        }
        let issues = gap.about.iter();
        let issues = issues
            .map(|id| {
                Description::link(Anchor::Issue(*id), self.phrase(&self.brief.issue(*id).name))
            })
            .collect();
        let issues = self.locale.describe_list(issues);
        Some(described!(self.locale, GapAbout, "issues": issues))
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
