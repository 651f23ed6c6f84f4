//! Builds the lists of sources and of voices, each once and in full.

use tera::Value;

use crate::describe::Describer;
use crate::describe::words::capitalised;
use crate::page::design::view;
use crate::page::html::Html;
use crate::page::qr;

pub(super) fn sources(describer: &Describer<'_>) -> Vec<Value> {
    let citations = &describer.analysis.citations;
    let sources = describer.brief.sources();
    let views = sources.map(|(id, source)| {
        view! {
            id: id.to_string(),
            key: &*source.key,
            name: capitalised(&source.name),
            reference: Html::of(&describer.reference(source)),
            url: source.url.as_deref(),
            note: Html::of_prose(source.note.as_ref(), &describer.typography),
            claims: Html::citation(citations.first_in(id)),
        }
    });
    views.collect()
}

pub(super) fn voices(describer: &Describer<'_>) -> Vec<Value> {
    let citations = &describer.analysis.citations;
    let voices = describer.brief.voices();
    let views = voices.map(|(id, voice)| {
        view! {
            id: id.to_string(),
            key: &*voice.key,
            name: capitalised(&describer.voice(id)),
            description: describer.voice_description(id),
            note: Html::of_prose(voice.note.as_ref(), &describer.typography),
            claims: Html::citation(citations.of_voice(id)),
        }
    });
    views.collect()
}

/// Returns the QR code of the main source's address: the first that was read and has one.
pub(super) fn main_code(describer: &Describer<'_>) -> Option<Value> {
    let sources = describer.brief.sources();
    let mut read = sources.filter(|(_, source)| source.was_read());
    let (id, url) = read.find_map(|(id, source)| Some((id, source.url.as_deref()?)))?;
    qr::code(describer.locale, url, &id.to_string())
}
