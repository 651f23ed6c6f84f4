//! Every text of a document, in the order of the format.

use crate::load::{Allow, Claim, Document, Source, Text, Voice};

/// Shows every text of a document, ids included.
pub(super) fn each_text<'a>(document: &'a Document, see: &mut dyn FnMut(&'a Text)) {
    let Document {
        title,
        topic,
        lang,
        as_of,
        bottom_line,
        ..
    } = document;
    [title, topic, lang, as_of, bottom_line]
        .into_iter()
        .chain(&document.previous)
        .chain(&document.prepared_by)
        .chain(&document.method)
        .for_each(&mut *see);
    for (id, voice) in &document.voices {
        see(id);
        each_of_voice(voice, see);
    }
    for (id, source) in &document.sources {
        see(id);
        each_of_source(source, see);
    }
    for (id, issue) in &document.issues {
        [id, &issue.name]
            .into_iter()
            .chain(&issue.question)
            .for_each(&mut *see);
    }
    for claim in &document.claims {
        each_of_claim(claim, see);
    }
    each_of_the_rest(document, see);
    for entry in allows(document).flatten() {
        see(&entry.rule);
        see(&entry.reason);
    }
}

/// Goes through the lists of silenced rules.
pub(super) fn allows(document: &Document) -> impl Iterator<Item = &[Allow]> {
    let claims = document.claims.iter().map(|item| &item.allow);
    let positions = document.positions.iter().map(|item| &item.allow);
    let events = document.events.iter().map(|item| &item.allow);
    let tensions = document.tensions.iter().map(|item| &item.allow);
    let gaps = document.gaps.iter().map(|item| &item.allow);
    std::iter::once(&document.allow)
        .chain(claims)
        .chain(positions)
        .chain(events)
        .chain(tensions)
        .chain(gaps)
        .map(Vec::as_slice)
}

fn each_of_voice<'a>(voice: &'a Voice, see: &mut dyn FnMut(&'a Text)) {
    let Voice {
        name,
        group,
        anonymous,
        outlet,
        writer,
        short,
        role,
        side,
        members,
        described_as,
        reason,
        one_of,
        note,
    } = voice;
    [
        name,
        group,
        anonymous,
        outlet,
        writer,
        short,
        role,
        side,
        described_as,
        reason,
        note,
    ]
    .into_iter()
    .flatten()
    .chain(members)
    .chain(one_of.iter())
    .for_each(see);
}

fn each_of_source<'a>(source: &'a Source, see: &mut dyn FnMut(&'a Text)) {
    let issued = source.issued.iter();
    [
        &source.title,
        &source.short,
        &source.publisher,
        &source.container_title,
        &source.accessed,
        &source.url,
        &source.lang,
        &source.snapshot,
        &source.note,
    ]
    .into_iter()
    .flatten()
    .chain(issued.flat_map(|date| date.date.iter().chain(&date.as_given)))
    .chain(&source.author)
    .chain(source.through.iter())
    .for_each(see);
}

fn each_of_claim<'a>(claim: &'a Claim, see: &mut dyn FnMut(&'a Text)) {
    [&claim.id, &claim.says].into_iter().for_each(&mut *see);
    [
        &claim.told_to,
        &claim.said.date,
        &claim.said.as_given,
        &claim.characterised,
        &claim.note,
    ]
    .into_iter()
    .flatten()
    .chain(claim.voice.iter())
    .chain(claim.source.iter())
    .chain(claim.about.iter())
    .for_each(&mut *see);
    for quote in &claim.quotes {
        see(&quote.text);
        [
            &quote.voice,
            &quote.occasion,
            &quote.lang,
            &quote.translated_from,
            &quote.original,
            &quote.context,
        ]
        .into_iter()
        .flatten()
        .for_each(&mut *see);
    }
}

fn each_of_the_rest<'a>(document: &'a Document, see: &mut dyn FnMut(&'a Text)) {
    for position in &document.positions {
        [&position.of, &position.on, &position.in_short]
            .into_iter()
            .chain(position.claims.iter())
            .for_each(&mut *see);
    }
    for event in &document.events {
        [&event.what]
            .into_iter()
            .chain(&event.date)
            .chain(&event.as_given)
            .chain(event.claims.iter())
            .for_each(&mut *see);
    }
    for tension in &document.tensions {
        [&tension.note]
            .into_iter()
            .chain(tension.between.iter())
            .for_each(&mut *see);
    }
    for gap in &document.gaps {
        [&gap.question, &gap.why]
            .into_iter()
            .chain(gap.of.iter())
            .chain(gap.about.iter())
            .for_each(&mut *see);
    }
}
