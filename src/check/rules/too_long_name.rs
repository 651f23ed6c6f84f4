#![doc = include_str!("too_long_name.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::Line;

pub(super) static TOO_LONG_NAME: Rule = Rule::error(include_str!("too_long_name.md"));

const MOST: usize = Line::LONGEST_NAME;
const MOST_OF_TITLE: usize = Line::LONGEST_TITLE;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let document = cx.document;
    for (_, voice) in &document.voices {
        let names = [&voice.name, &voice.group, &voice.writer, &voice.short];
        let names = names.into_iter().flatten().map(|name| (name, MOST));
        let described = voice.described_as.iter();
        for (text, most) in names.chain(described.map(|words| (words, MOST_OF_TITLE))) {
            judge(text, most, out);
        }
    }
    for (_, source) in &document.sources {
        let names = [&source.short, &source.publisher].into_iter().flatten();
        let title = source.title.iter().map(|title| (title, MOST_OF_TITLE));
        for (text, most) in names.map(|name| (name, MOST)).chain(title) {
            judge(text, most, out);
        }
    }
    for (_, issue) in &document.issues {
        judge(&issue.name, MOST, out);
    }
    // A run of claims, and an alias, give the same to many.
    for claim in &document.claims {
        let places = claim.at.iter().map(|(_, place)| place);
        let said = claim.said.iter().filter_map(|said| said.as_given.as_ref());
        for text in claim.told_to.iter().chain(places).chain(said) {
            judge(text, MOST, out);
        }
    }
}

fn judge(text: &Text, most: usize, out: &mut Findings) {
    if text.value.len() <= most {
        return;
    }
    let count = text.value.chars().count();
    if count > most {
        let message = format!("this has {count} characters; the limit is {most}");
        let fault = Diagnostic::new(&TOO_LONG_NAME, text.place, message);
        out.push(fault.help("write what people would call it, and the rest into `note`"));
    }
}
