//! Builds the lists of sources and of voices, each once and in full, and what is said with them.

use serde::Serialize;

use crate::describe::{Describer, Message, filled};
use crate::model::Source;
use crate::page::html::Html;
use crate::page::qr::{self, QrView};

#[derive(Debug, Serialize)]
pub(super) struct SourceView<'a> {
    id: String,
    key: &'a str,
    name: String,
    reference: Html,
    addresses: Vec<AddressView<'a>>,
    note: Option<Html>,
}

/// An address, and the words before it.
#[derive(Debug, Serialize)]
struct AddressView<'a> {
    words: Option<String>,
    url: &'a str,
}

pub(super) fn sources<'a>(describer: &Describer<'a>) -> Vec<SourceView<'a>> {
    let sources = describer.brief.sources();
    let views = sources.map(|(id, source)| SourceView {
        id: id.to_string(),
        key: &source.key,
        name: describer.source_first(source),
        reference: Html::of(&describer.reference(source)),
        addresses: addresses(describer, source),
        note: Html::of_prose(describer, source.note.as_ref()),
    });
    views.collect()
}

/// Says how many sources and voices there are.
pub(super) fn summary(describer: &Describer<'_>) -> String {
    let (locale, brief) = (describer.locale, describer.brief);
    let sources = locale.counted(Message::SourcesCounted, brief.sources().len());
    let voices = locale.counted(Message::VoicesCounted, brief.voices().len());
    describer.capitalised(&filled!(locale, SourcesAndVoices, "sources": sources, "voices": voices))
}

fn addresses<'a>(describer: &Describer<'a>, source: &'a Source) -> Vec<AddressView<'a>> {
    let addresses = describer.addresses(source).into_iter();
    addresses
        .map(|(words, url)| AddressView { words, url })
        .collect()
}

#[derive(Debug, Serialize)]
pub(super) struct VoiceView<'a> {
    id: String,
    key: &'a str,
    name: String,
    description: String,
    note: Option<Html>,
    /// Whether there is nothing to say of it but its name.
    is_bare: bool,
}

pub(super) fn voices<'a>(describer: &Describer<'a>) -> Vec<VoiceView<'a>> {
    let voices = describer.brief.voices();
    let views = voices.map(|(id, voice)| VoiceView {
        id: id.to_string(),
        key: &voice.key,
        name: describer.voice_first(id),
        description: describer.voice_description(id),
        is_bare: voice.note.is_none() && describer.is_bare(id),
        note: Html::of_prose(describer, voice.note.as_ref()),
    });
    views.collect()
}

/// Returns the QR code of the main source's address: the first that was read and has one.
pub(super) fn main_code(describer: &Describer<'_>) -> Option<QrView> {
    let sources = describer.brief.sources();
    let mut read = sources.filter(|(_, source)| source.was_read());
    let (id, url) = read.find_map(|(id, source)| Some((id, source.link()?)))?;
    qr::code(describer.locale, url, &id.to_string())
}
