//! Judges the previous edition: `unreadable-previous`, `faulty-previous`, `unrelated-previous`.

use crate::check::context::{Context, Findings, Previous};
use crate::diagnostics::{Diagnostic, Rule, plural};
use crate::load::{Document, Text, in_marks};
use crate::model::{BriefParts, Edtf, Language};

pub(super) static UNREADABLE_PREVIOUS: Rule = Rule::error(include_str!("unreadable_previous.md"));
pub(super) static FAULTY_PREVIOUS: Rule = Rule::error(include_str!("faulty_previous.md"));
pub(super) static UNRELATED_PREVIOUS: Rule = Rule::error(include_str!("unrelated_previous.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let (Some(name), Some(previous)) = (&cx.document.previous, cx.beside.previous) else {
        return;
    };
    let shown = name.value.escape_debug();
    let fault = match previous {
        Previous::Unread(reason) => {
            let message = format!("`{shown}` cannot be read: {reason}");
            let fault = Diagnostic::new(&UNREADABLE_PREVIOUS, name.place, message);
            fault.help(
                "keep the previous edition in the folder of this one, or leave `previous` out",
            )
        }
        Previous::Faulty(errors) => {
            let message = format!("`{shown}` has {}", plural(*errors, "error"));
            let fault = Diagnostic::new(&FAULTY_PREVIOUS, name.place, message);
            fault.help("`brief check` says of that file what is wrong")
        }
        Previous::Unnumbered(earlier, reason) => {
            let earlier = earlier.escape_debug();
            let message =
                format!("`{earlier}`, an edition before `{shown}`, cannot be read: {reason}");
            let fault = Diagnostic::new(&UNREADABLE_PREVIOUS, name.place, message);
            fault
                .help("claims keep the numbers that they had: keep all editions in this folder")
                .help("or take `previous` out of the oldest edition that you still have")
        }
        Previous::Itself => unrelated(name, format!("`{shown}` is this edition itself"))
            .help("name the file of the previous edition"),
        Previous::Brief(previous) => {
            if let Some(fault) = judge(cx.document, name, previous.parts()) {
                out.push(fault);
            }
            return;
        }
    };
    out.push(fault);
}

/// Reports a previous edition that has no lower number, is about something else, is as of a later
/// time, or in another language.
fn judge(document: &Document, name: &Text, previous: &BriefParts) -> Option<Diagnostic> {
    let shown = name.value.escape_debug();
    if previous.edition >= document.edition.value {
        let (there, here) = (previous.edition, document.edition.value);
        let message = format!("`{shown}` is edition {there}, and this is edition {here}");
        let fault = unrelated(name, message)
            .also(document.edition.place, "the number of this edition")
            .help("editions count up: give this one a higher number");
        let next = there.checked_add(1).map(|next| next.to_string());
        let edit = document.edition.place.span().zip(next);
        return Some(match edit {
            Some((span, next)) => fault.edit(format!("Write `edition: {next}`"), [(span, next)]),
            None => fault,
        });
    }
    let topic = document.topic.split_whitespace();
    if !topic.eq(previous.topic.split_whitespace()) {
        let message = format!("`{shown}` is about another topic: {}", previous.topic);
        let fault = unrelated(name, message)
            .also(document.topic.place, "the topic of this edition")
            .help("editions of a brief have one topic, to the word");
        let title = "Write the topic of the edition before";
        let edit = document.topic.place.span();
        let edit = edit.map(|span| (span, in_marks(&previous.topic)));
        return Some(match edit {
            Some(edit) => fault.edit(title, [edit]),
            None => fault,
        });
    }
    if let Ok(here) = Edtf::parse(&document.as_of)
        && here.is_before(&previous.as_of)
    {
        let message = format!(
            "`{shown}` is as of {}, later than this edition",
            previous.as_of
        );
        return Some(
            unrelated(name, message)
                .also(document.as_of.place, "as of when this edition is")
                .help("correct `as_of` here or there, or name an edition before this one"),
        );
    }
    let here = Language::parse(&document.lang).ok()?.primary();
    if here != previous.lang.primary() {
        let message = format!("`{shown}` is in another language: `{}`", previous.lang);
        return Some(
            unrelated(name, message)
                .also(document.lang.place, "the language of this edition")
                .help("name the previous edition in this language"),
        );
    }
    None
}

fn unrelated(name: &Text, message: String) -> Diagnostic {
    Diagnostic::new(&UNRELATED_PREVIOUS, name.place, message)
}
