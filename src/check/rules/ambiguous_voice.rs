#![doc = include_str!("ambiguous_voice.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Text, Voice};

pub(super) static AMBIGUOUS_VOICE: Rule = Rule::error(include_str!("ambiguous_voice.md"));

/// Checks what a voice says that it is.
pub(in crate::check) fn check(id: &Text, voice: &Voice, out: &mut Findings) {
    let kinds: Vec<(Kind, &Text)> = [
        (Kind::Name, &voice.name),
        (Kind::Group, &voice.group),
        (Kind::Anonymous, &voice.anonymous),
        (Kind::Outlet, &voice.outlet),
        (Kind::Writer, &voice.writer),
    ]
    .into_iter()
    .filter_map(|(kind, text)| Some((kind, text.as_ref()?)))
    .collect();
    match kinds.as_slice() {
        [] => out.push(none(id)),
        [(kind, _)] => check_fields(*kind, voice, out),
        [first, others @ ..] => out.push(several(id, first, others)),
    }
}

/// Checks that a voice that is one of others is one of anonymous ones.
pub(super) fn check_one_of(cx: &Context<'_>, out: &mut Findings) {
    for (id, voice) in &cx.document.voices {
        for whole in voice.one_of.iter() {
            let at = cx.index.voices.position(whole);
            let named = at.and_then(|at| cx.document.voices.0.get(at));
            if whole == id {
                out.push(not_others(whole, "the voice itself"));
            } else if named.is_some_and(|(_, named)| named.anonymous.is_none()) {
                out.push(not_others(whole, "a voice with a name"));
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Group,
    Anonymous,
    Outlet,
    Writer,
}

impl Kind {
    fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Group => "group",
            Self::Anonymous => "anonymous",
            Self::Outlet => "outlet",
            Self::Writer => "writer",
        }
    }
}

fn check_fields(kind: Kind, voice: &Voice, out: &mut Findings) {
    let fields: [(&str, Option<&Text>, &[Kind]); 5] = [
        ("role", voice.role.as_ref(), &[Kind::Name, Kind::Group]),
        ("members", voice.members.first(), &[Kind::Group]),
        (
            "described_as",
            voice.described_as.as_ref(),
            &[Kind::Anonymous],
        ),
        ("reason", voice.reason.as_ref(), &[Kind::Anonymous]),
        ("one_of", voice.one_of.first(), &[Kind::Anonymous]),
    ];
    for (field, given, of) in fields {
        if let Some(text) = given.filter(|_| !of.contains(&kind)) {
            out.push(misplaced(field, text, kind, of));
        }
    }
}

fn none(id: &Text) -> Diagnostic {
    Diagnostic::new(
        &AMBIGUOUS_VOICE,
        id.place,
        format!("`{}` does not say who it is", id.value.escape_debug()),
    )
    .help("give one of `name`, `group`, `anonymous`, `outlet` and `writer`")
}

fn several(id: &Text, first: &(Kind, &Text), others: &[(Kind, &Text)]) -> Diagnostic {
    let names: Vec<_> = std::iter::once(first)
        .chain(others)
        .map(|(kind, _)| format!("`{}`", kind.field()))
        .collect();
    let mut diagnostic = Diagnostic::new(
        &AMBIGUOUS_VOICE,
        id.place,
        format!(
            "`{}` is {} at once",
            id.value.escape_debug(),
            names.join(" and ")
        ),
    );
    for (_, text) in std::iter::once(first).chain(others) {
        diagnostic = diagnostic.also(text.place, "");
    }
    diagnostic.help("a voice is one of them; make a voice of each")
}

fn misplaced(field: &str, text: &Text, kind: Kind, of: &[Kind]) -> Diagnostic {
    let owners: Vec<_> = of
        .iter()
        .map(|kind| format!("`{}`", kind.field()))
        .collect();
    Diagnostic::new(
        &AMBIGUOUS_VOICE,
        text.place,
        format!("a voice with `{}` has no `{field}`", kind.field()),
    )
    .help(format!("`{field}` goes with {}", owners.join(" or ")))
}

fn not_others(whole: &Text, what: &str) -> Diagnostic {
    Diagnostic::new(
        &AMBIGUOUS_VOICE,
        whole.place,
        format!("`{}` is {what}", whole.value.escape_debug()),
    )
    .help("`one_of` names anonymous voices of which this one may be a part")
}
