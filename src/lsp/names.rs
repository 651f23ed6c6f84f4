//! Names what ids are of, in a few words.

use std::borrow::Cow;
use std::collections::HashSet;

use super::mention::IdKind;
use super::opened::Opened;
use crate::load::{Source, Text, Voice};

/// An id, and what it is of.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    pub(super) id: &'a str,
    pub(super) name: Cow<'a, str>,
}

/// Returns the ids of a kind, in the order of the text, each once.
pub(super) fn named(opened: &Opened, kind: IdKind) -> Vec<Named<'_>> {
    let document = opened.document.as_ref();
    let shared = opened.shared.as_ref();
    let mut all: Vec<Named<'_>> = match kind {
        IdKind::Voice => {
            let of_shared = shared.into_iter().flat_map(|shared| &shared.voices);
            let own = document.into_iter().flat_map(|document| &document.voices);
            let all = own.chain(of_shared);
            all.map(|(id, voice)| of(id, voice_name(voice))).collect()
        }
        IdKind::Source => {
            let of_shared = shared.into_iter().flat_map(|shared| &shared.sources);
            let own = document.into_iter().flat_map(|document| &document.sources);
            let all = own.chain(of_shared);
            all.map(|(id, source)| of(id, source_name(source)))
                .collect()
        }
        IdKind::Issue => {
            let all = document.into_iter().flat_map(|document| &document.issues);
            all.map(|(id, issue)| of(id, issue.name.as_str().into()))
                .collect()
        }
        IdKind::Claim => {
            let all = document.into_iter().flat_map(|document| &document.claims);
            all.map(|claim| of(&claim.id, claim.says.as_str().into()))
                .collect()
        }
    };
    let mut told = HashSet::new();
    all.retain(|named| !named.id.is_empty() && told.insert(named.id));
    all
}

/// Returns the claims of the previous edition that are not there any more.
pub(super) fn withdrawn(opened: Option<&Opened>) -> Vec<Named<'_>> {
    let Some(opened) = opened else {
        return Vec::new();
    };
    let kept: HashSet<&str> = named(opened, IdKind::Claim)
        .iter()
        .map(|named| named.id)
        .collect();
    let previous = opened.edition().and_then(|edition| edition.previous());
    let claims = previous
        .into_iter()
        .flat_map(|edition| edition.brief().claims());
    let claims = claims.map(|(_, claim)| &*claim.key);
    let gone = claims.filter(|id| !kept.contains(id));
    gone.map(|id| Named {
        id,
        name: "of the previous edition".into(),
    })
    .collect()
}

fn of<'a>(id: &'a Text, name: Cow<'a, str>) -> Named<'a> {
    Named { id, name }
}

pub(super) fn voice_name(voice: &Voice) -> Cow<'_, str> {
    let names = [
        &voice.name,
        &voice.group,
        &voice.writer,
        &voice.described_as,
    ];
    if let Some(name) = names.into_iter().flatten().next() {
        return name.as_str().into();
    }
    match &voice.outlet {
        Some(source) => format!("what `{}` says itself", source.value).into(),
        None => "".into(),
    }
}

pub(super) fn source_name(source: &Source) -> Cow<'_, str> {
    let makers = [&source.publisher, &source.container_title, &source.short];
    let maker = makers.into_iter().flatten().next();
    match (maker, &source.title) {
        (Some(maker), Some(title)) => format!("{}: {}", maker.value, title.value).into(),
        (Some(name), None) | (None, Some(name)) => name.as_str().into(),
        (None, None) => source.kind.value.word().into(),
    }
}
