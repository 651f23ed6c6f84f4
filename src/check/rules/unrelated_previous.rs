#![doc = include_str!("unrelated_previous.md")]

use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Document, Text};
use crate::model::{BriefParts, Language};

pub(super) static UNRELATED_PREVIOUS: Rule = Rule::error(include_str!("unrelated_previous.md"));

/// Reports a brief that names itself.
pub(super) fn itself(name: &Text) -> Diagnostic {
    let message = format!("`{}` is this edition itself", name.value.escape_debug());
    fault(name, message).help("name the file of the edition before")
}

/// Reports a previous edition that has no lower number, or is about something else, or in another
/// language.
pub(super) fn judge(document: &Document, name: &Text, previous: &BriefParts) -> Option<Diagnostic> {
    let shown = name.value.escape_debug();
    if previous.edition >= document.edition.value {
        let (there, here) = (previous.edition, document.edition.value);
        let message = format!("`{shown}` is edition {there}, and this is edition {here}");
        return Some(
            fault(name, message)
                .also(document.edition.place, "the number of this edition")
                .help("editions count up: give this one a higher number"),
        );
    }
    let topic = document.topic.split_whitespace();
    if !topic.eq(previous.topic.split_whitespace()) {
        let message = format!("`{shown}` is about another topic: {}", previous.topic);
        return Some(
            fault(name, message)
                .also(document.topic.place, "the topic of this edition")
                .help("editions of a brief have one topic, to the word"),
        );
    }
    let here = Language::parse(&document.lang).ok()?.primary();
    if here != previous.lang.primary() {
        let message = format!("`{shown}` is in another language: `{}`", previous.lang);
        return Some(
            fault(name, message)
                .also(document.lang.place, "the language of this edition")
                .help("name the previous edition in this language"),
        );
    }
    None
}

fn fault(name: &Text, message: String) -> Diagnostic {
    Diagnostic::new(&UNRELATED_PREVIOUS, name.place, message)
}
