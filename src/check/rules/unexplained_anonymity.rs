#![doc = include_str!("unexplained_anonymity.md")]
//! One who is one of others is not named for their reason, where they have one.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Text, Voice};
use crate::model::Reason;

pub(super) static UNEXPLAINED_ANONYMITY: Rule =
    Rule::warning(include_str!("unexplained_anonymity.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let voices = &cx.document.voices.0;
    let has_reason = |id: &Text| {
        let place = cx.index.voices.position(id);
        place.is_some_and(|place| voices[place].1.reason.is_some())
    };
    let is_open = |voice: &Voice| {
        voice.anonymous.is_some() && voice.reason.is_none() && !voice.one_of.iter().any(has_reason)
    };
    for (id, _) in voices.iter().filter(|(_, voice)| is_open(voice)) {
        out.warn(&cx.document.allow, fault(id));
    }
}

fn fault(id: &Text) -> Diagnostic {
    let shown = id.value.escape_debug();
    let message = format!("why `{shown}` is not named is not said");
    let none = Reason::NOT_GIVEN;
    Diagnostic::new(&UNEXPLAINED_ANONYMITY, id.place, message).help(format!(
        "give the source's reason as `reason`; `reason: {none}` if it gives none"
    ))
}
