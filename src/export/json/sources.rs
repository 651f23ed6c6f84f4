//! Shapes who speaks, the works that are cited, and places in these as JSON.

use serde_json::{Map, Value};

use super::dates::when;
use crate::describe::{Describer, plain_prose};
use crate::export::ordered::{labels, list, object};
use crate::model::{Doi, Edtf, Line, Locator, Reason, SourceId, Update, Voice, VoiceId, VoiceKind};

pub(super) fn voices(describer: &Describer<'_>) -> Value {
    let voices = describer.brief.voices();
    list(voices.map(|(id, one)| voice(describer, id, one)))
}

fn voice(describer: &Describer<'_>, id: VoiceId, voice: &Voice) -> Value {
    let mut told = object! {
        "id": id.to_string(),
        "key": &*voice.key,
        "kind": kind(voice),
        "name": describer.voice(id).into_owned(),
        "short": voice.short.as_deref(),
        "side": voice.side.as_deref(),
        "speaks_for": voice.speaks_for.map(|id| id.to_string()),
    };
    match &voice.kind {
        VoiceKind::Person { role, .. } => told["role"] = role.as_deref().into(),
        VoiceKind::Group { role, members, .. } => {
            told["role"] = role.as_deref().into();
            told["members"] = lines(members);
        }
        VoiceKind::Anonymous {
            count,
            described_as,
            reason,
            one_of,
        } => {
            // None where the source gives no number.
            told["count"] = count.map(u32::from).into();
            told["described_as"] = (&**described_as).into();
            // Null where the brief does not say; `not given` where the source does not.
            told["reason"] = reason.as_ref().map(Reason::as_str).into();
            told["one_of"] = labels(one_of);
        }
        VoiceKind::Outlet(source) => told["outlet"] = source.to_string().into(),
        VoiceKind::Writer(writer) => told["writer"] = (&**writer).into(),
    }
    told["note"] = voice.note.as_ref().map(plain_prose).into();
    told
}

fn kind(voice: &Voice) -> &'static str {
    match voice.kind {
        VoiceKind::Person { .. } => "person",
        VoiceKind::Group { .. } => "group",
        VoiceKind::Anonymous { .. } => "anonymous",
        VoiceKind::Outlet(_) => "outlet",
        VoiceKind::Writer(_) => "writer",
    }
}

fn lines(lines: &[Line]) -> Value {
    list(lines.iter().map(|line| &**line))
}

pub(super) fn sources(describer: &Describer<'_>) -> Value {
    list(describer.brief.sources().map(|(id, source)| {
        let archived = source.archived.as_ref().map(|copy| {
            object! {
                "url": &*copy.url,
                "date": copy.date.as_ref().map(Edtf::as_str),
            }
        });
        object! {
            "id": id.to_string(),
            "key": &*source.key,
            "type": source.kind.word(),
            "name": &*source.name,
            "title": source.title.as_deref(),
            "author": lines(&source.author),
            "publisher": source.publisher.as_deref(),
            "container_title": source.container_title.as_deref(),
            "volume": source.volume.as_deref(),
            "issue": source.issue.as_deref(),
            "pages": source.pages.as_deref(),
            "number": source.number.as_deref(),
            "authority": source.authority.as_deref(),
            "event_title": source.event_title.as_deref(),
            "issued": when(&source.issued),
            "accessed": source.accessed.as_ref().map(Edtf::as_str),
            "url": source.url.as_deref(),
            "doi": source.doi.as_ref().map(Doi::as_str),
            "archived": archived,
            "updates": list(source.updates.iter().map(update)),
            "lang": source.lang.as_deref(),
            "read": source.was_read(),
            "through": labels(&source.through),
            "draws_on": labels(&source.draws_on),
            "snapshot": source.snapshot.as_deref(),
            "note": source.note.as_ref().map(plain_prose),
        }
    }))
}

fn update(update: &Update) -> Value {
    object! {
        "kind": update.kind.word(),
        "date": update.date.as_ref().map(Edtf::as_str),
        "note": update.note.as_deref(),
    }
}

/// Returns what became of sources, each update with the source that it is of.
pub(super) fn updates(describer: &Describer<'_>, sources: &[SourceId]) -> Value {
    let updates = sources.iter().flat_map(|id| {
        let updates = describer.brief.source(*id).updates.iter();
        updates.map(|one| {
            let mut told = object! { "source": id.to_string() };
            if let (Value::Object(told), Value::Object(rest)) = (&mut told, update(one)) {
                told.extend(rest);
            }
            told
        })
    });
    list(updates)
}

/// Returns a place in a source, by the labels of CSL.
pub(super) fn place(at: &[Locator]) -> Value {
    let places = at.iter();
    let places = places.map(|at| (at.label.word().to_owned(), Value::from(&*at.value)));
    Value::Object(places.collect::<Map<_, _>>())
}
