#![doc = include_str!("ambiguous_voice.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Text, Voice};

pub(super) static AMBIGUOUS_VOICE: Rule = Rule::error(include_str!("ambiguous_voice.md"));

pub(in crate::check) fn check(id: &Text, voice: &Voice, out: &mut Findings) {
    let shown = id.value.escape_debug();
    match kinds(voice).as_slice() {
        [] => out.push(
            fault(id.place, format!("`{shown}` does not say who it is"))
                .help("give one of `name`, `group`, `anonymous`, `outlet` and `writer`"),
        ),
        [(kind, _)] => check_fields(kind, voice, out),
        several => {
            let names = several.iter().map(|(kind, _)| format!("`{kind}`"));
            let names = names.collect::<Vec<_>>().join(" and ");
            let mut fault = fault(id.place, format!("`{shown}` is {names} at once"));
            for (_, text) in several {
                fault = fault.also(text.place, "");
            }
            out.push(fault.help("a voice is one of them; make a voice of each"));
        }
    }
}

/// Checks that a voice that is one of others is one of anonymous ones.
pub(super) fn check_one_of(cx: &Context<'_>, out: &mut Findings) {
    for (id, voice) in &cx.document.voices {
        for whole in voice.one_of.iter() {
            let at = cx.index.voices.position(whole);
            let named = at.and_then(|at| cx.document.voices.0.get(at));
            let what = if whole == id {
                "the voice itself"
            } else if named.is_some_and(|(_, named)| named.anonymous.is_none()) {
                "a voice with a name"
            } else {
                continue;
            };
            let message = format!("`{}` is {what}", whole.value.escape_debug());
            let help = "`one_of` names anonymous voices of which this one may be a part";
            out.push(fault(whole.place, message).help(help));
        }
    }
}

/// Checks that nobody speaks for an outlet's own reporting, or for the writer.
pub(super) fn check_speaks_for(cx: &Context<'_>, out: &mut Findings) {
    for (_, voice) in &cx.document.voices {
        let Some(principal) = &voice.speaks_for else {
            continue;
        };
        let at = cx.index.voices.position(principal);
        let named = at.and_then(|at| cx.document.voices.0.get(at));
        let Some((_, named)) = named else {
            continue;
        };
        let (what, instead) = if named.outlet.is_some() {
            (
                "an outlet’s own reporting",
                "a `group` of the outlet’s name",
            )
        } else if named.writer.is_some() {
            ("the writer of this brief", "a `name` or a `group`")
        } else {
            continue;
        };
        let message = format!("`{}` is {what}", principal.value.escape_debug());
        let help = format!("`speaks_for` names a person or a group: make a voice with {instead}");
        out.push(fault(principal.place, message).help(help));
    }
}

pub(super) fn kinds(voice: &Voice) -> Vec<(&'static str, &Text)> {
    let fields = [
        ("name", &voice.name),
        ("group", &voice.group),
        ("anonymous", &voice.anonymous),
        ("outlet", &voice.outlet),
        ("writer", &voice.writer),
    ];
    let given = fields.into_iter();
    given
        .filter_map(|(kind, text)| Some((kind, text.as_ref()?)))
        .collect()
}

/// Checks that a voice has no field that belongs to another kind than its own.
fn check_fields(kind: &str, voice: &Voice, out: &mut Findings) {
    let fields: [(&str, Option<&Text>, &[&str]); 6] = [
        ("role", voice.role.as_ref(), &["name", "group"]),
        ("members", voice.members.first(), &["group"]),
        ("described_as", voice.described_as.as_ref(), &["anonymous"]),
        ("reason", voice.reason.as_ref(), &["anonymous"]),
        ("one_of", voice.one_of.first(), &["anonymous"]),
        (
            "speaks_for",
            voice.speaks_for.as_ref(),
            &["name", "group", "anonymous"],
        ),
    ];
    for (field, given, of) in fields {
        if let Some(text) = given.filter(|_| !of.contains(&kind)) {
            let message = format!("a voice with `{kind}` has no `{field}`");
            let help = format!("`{field}` goes with `{}`", of.join("` or `"));
            out.push(fault(text.place, message).help(help));
        }
    }
}

fn fault(place: Place, message: String) -> Diagnostic {
    Diagnostic::new(&AMBIGUOUS_VOICE, place, message)
}
