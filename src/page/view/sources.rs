//! The works and the voices, each once and in full.

use serde::Serialize;

use super::Subject;
use crate::describe::words::capitalised;
use crate::describe::{Locale, Message};
use crate::model::{Line, Source, Voice, VoiceKind};
use crate::page::qr::{self, QrView};
use crate::page::{dates, html, names};

/// A work.
#[derive(Debug, Serialize)]
pub(super) struct SourceView<'a> {
    id: String,
    key: &'a str,
    name: String,
    reference: String,
    url: Option<&'a str>,
    note: Option<String>,
    claims: String,
}

/// Builds the list of works.
pub(super) fn works<'a>(subject: &Subject<'a>) -> Vec<SourceView<'a>> {
    subject
        .brief
        .sources()
        .map(|(id, source)| SourceView {
            id: id.to_string(),
            key: &source.key,
            name: capitalised(&source.name),
            reference: reference(subject, source),
            url: source.url.as_deref(),
            note: source.note.as_ref().map(|note| subject.prose(note)),
            claims: match subject.analysis.citations.first_in(id) {
                [] => String::new(),
                claims => html::citation(claims),
            },
        })
        .collect()
}

/// Returns what follows a work's name: author, title, container, date, and how it is known.
fn reference(subject: &Subject<'_>, source: &Source) -> String {
    const MOST_AUTHORS: usize = 10;
    let locale = subject.locale;
    let name = source.name.to_lowercase();
    let mut parts = Vec::new();
    if source.author.len() > MOST_AUTHORS {
        parts.push(locale.counted(Message::Authors, source.author.len()));
    } else if !source.author.is_empty() {
        parts.push(locale.list(&source.author));
    }
    parts.extend(
        [&source.title, &source.container_title, &source.publisher]
            .into_iter()
            .flatten()
            .filter(|text| !name.contains(&text.to_lowercase()))
            .map(|text| subject.set(text)),
    );
    let kind = source.kind.name();
    parts.push(locale.with(Message::WorkType, [("type", kind.into())]));
    let issued = dates::given(locale, &source.issued, &subject.brief.parts().as_of);
    parts.push(issued);
    if let Some(accessed) = &source.accessed {
        let date = dates::in_full(locale, accessed);
        parts.push(locale.with(Message::ReadOn, [("date", date.into())]));
    }
    let parts = locale.joined(&parts);
    let mut out = String::new();
    html::escape(
        &locale.with(Message::Reference, [("parts", parts.into())]),
        &mut out,
    );
    out.push(' ');
    if source.was_read() {
        out.push_str("<b>");
        out.push_str(locale.text(Message::Read));
        out.push_str("</b>");
    } else {
        let relays: Vec<String> = source
            .through
            .iter()
            .map(|id| format!("<a href=\"#{id}\">{id}</a>"))
            .collect();
        let relays = locale.list(&relays);
        out.push_str(&locale.with(Message::KnownOnlyThrough, [("works", relays.into())]));
    }
    out
}

/// A voice.
#[derive(Debug, Serialize)]
pub(super) struct VoiceView<'a> {
    id: String,
    key: &'a str,
    name: String,
    description: String,
    note: Option<String>,
    claims: String,
}

/// Builds the list of voices.
pub(super) fn voices<'a>(subject: &Subject<'a>) -> Vec<VoiceView<'a>> {
    subject
        .brief
        .voices()
        .map(|(id, voice)| VoiceView {
            id: id.to_string(),
            key: &voice.key,
            name: names::voice_opening(subject.locale, subject.brief, id),
            description: description(subject.locale, voice),
            note: voice.note.as_ref().map(|note| subject.prose(note)),
            claims: match subject.analysis.citations.of_voice(id) {
                [] => String::new(),
                claims => html::citation(claims),
            },
        })
        .collect()
}

/// Returns what follows a voice's name.
fn description(locale: &Locale, voice: &Voice) -> String {
    match &voice.kind {
        VoiceKind::Person { role, .. } => described(locale, role.as_deref(), &[]),
        VoiceKind::Group { role, members, .. } => described(locale, role.as_deref(), members),
        VoiceKind::Anonymous { reason, one_of, .. } => {
            let among: Vec<String> = one_of.iter().map(ToString::to_string).collect();
            not_named(locale, reason.as_deref(), &among)
        }
        VoiceKind::Outlet(_) | VoiceKind::Writer(_) => locale.text(Message::VoicePlain).to_owned(),
    }
}

fn described(locale: &Locale, role: Option<&str>, members: &[Line]) -> String {
    let list = || ("members", locale.list(members).into());
    match (role, members) {
        (None, []) => locale.text(Message::VoicePlain).to_owned(),
        (None, _) => locale.with(Message::VoiceMembers, [list()]),
        (Some(role), []) => locale.with(Message::VoiceRole, [("role", role.into())]),
        (Some(role), _) => locale.with(Message::VoiceRoleMembers, [("role", role.into()), list()]),
    }
}

fn not_named(locale: &Locale, reason: Option<&str>, among: &[String]) -> String {
    let list = || ("voices", locale.list(among).into());
    match (reason, among) {
        (None, []) => locale.text(Message::VoiceNotNamed).to_owned(),
        (None, _) => locale.with(Message::VoiceAmongNotNamed, [list()]),
        (Some(reason), []) => {
            locale.with(Message::VoiceNotNamedBecause, [("reason", reason.into())])
        }
        (Some(reason), _) => {
            let values = [list(), ("reason", reason.into())];
            locale.with(Message::VoiceAmongNotNamedBecause, values)
        }
    }
}

/// Returns the QR code of the main source's address: the first that was read and has one.
pub(super) fn main_code(subject: &Subject<'_>) -> Option<QrView> {
    subject
        .brief
        .sources()
        .filter(|(_, source)| source.was_read())
        .find_map(|(id, source)| Some((id, source.url.as_deref()?)))
        .and_then(|(id, url)| qr::code(subject.locale, url, &id.to_string()))
}
