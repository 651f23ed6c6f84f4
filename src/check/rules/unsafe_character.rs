#![doc = include_str!("unsafe_character.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Claim, Document, Source, Text, Voice};
use crate::model::unsafe_character;

pub(super) static UNSAFE_CHARACTER: Rule = Rule::error(include_str!("unsafe_character.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    if cx.is_written_plainly() {
        return;
    }
    let mut see = |text: &Text| {
        if let Some((at, c)) = unsafe_character(text) {
            out.push(fault(cx.part(text, at..at + c.len_utf8()), c));
        }
    };
    each_text(cx.document, &mut see);
    for entry in cx.allows().flatten() {
        see(&entry.rule);
        see(&entry.reason);
    }
}

pub(in crate::check) fn fault(place: Place, c: char) -> Diagnostic {
    let code = u32::from(c);
    let name = name(c).map(|name| format!(" {name}")).unwrap_or_default();
    Diagnostic::new(
        &UNSAFE_CHARACTER,
        place,
        format!("U+{code:04X}{name} can hide or reorder what the reader sees"),
    )
    .help("take the character out")
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\0' => "NULL",
        '\u{7}' => "BELL",
        '\u{8}' => "BACKSPACE",
        '\u{B}' => "LINE TABULATION",
        '\u{C}' => "FORM FEED",
        '\r' => "CARRIAGE RETURN",
        '\u{1B}' => "ESCAPE",
        '\u{7F}' => "DELETE",
        '\u{85}' => "NEXT LINE",
        '\u{AD}' => "SOFT HYPHEN",
        '\u{34F}' => "COMBINING GRAPHEME JOINER",
        '\u{61C}' => "ARABIC LETTER MARK",
        '\u{3164}' => "HANGUL FILLER",
        '\u{180E}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200B}' => "ZERO WIDTH SPACE",
        '\u{200C}' => "ZERO WIDTH NON-JOINER",
        '\u{200D}' => "ZERO WIDTH JOINER",
        '\u{200E}' => "LEFT-TO-RIGHT MARK",
        '\u{200F}' => "RIGHT-TO-LEFT MARK",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202A}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202B}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202C}' => "POP DIRECTIONAL FORMATTING",
        '\u{202D}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202E}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{FE0F}' => "VARIATION SELECTOR-16",
        '\u{FEFF}' => "BYTE ORDER MARK",
        '\u{FFFC}' => "OBJECT REPLACEMENT CHARACTER",
        _ => return None,
    })
}

/// Shows every text of a document, ids included.
fn each_text<'a>(document: &'a Document, see: &mut dyn FnMut(&'a Text)) {
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
