#![doc = include_str!("uncounted_sources.md")]
//! One source is never "sources", and "a source" is never three.

mod described;

use std::num::NonZeroU32;

use self::described::describe;
use super::wrong_type;
use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::Text;
use crate::model::unsafe_character;

pub(super) static UNCOUNTED_SOURCES: Rule = Rule::error(include_str!("uncounted_sources.md"));

#[expect(
    clippy::option_option,
    reason = "a sound `unknown` is told from a faulty number"
)]
pub(in crate::check) fn read(count: &Text, out: &mut Findings) -> Option<Option<NonZeroU32>> {
    if unsafe_character(count).is_some() {
        return None;
    }
    let parsed = parse(count);
    if parsed.is_none() {
        out.push(wrong_type::count(count.place, count));
    }
    parsed
}

#[expect(clippy::option_option, reason = "as in `read`")]
fn parse(count: &str) -> Option<Option<NonZeroU32>> {
    match count {
        "unknown" => Some(None),
        number => number.parse().ok().map(Some),
    }
}

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    if !cx.is_english() {
        return;
    }
    for (_, voice) in &cx.document.voices {
        let (Some(count), Some(text)) = (&voice.anonymous, &voice.described_as) else {
            continue;
        };
        let described = describe(text);
        if described.is_bare {
            out.push(bare(text));
        } else if let Some(given) = parse(count) {
            judge(
                given.map(NonZeroU32::get),
                &described,
                text,
                count.place,
                out,
            );
        }
    }
}

/// Returns the number of people that goes with an English description, `count` being what is known of it;
/// nothing, if the description says nothing of who they are.
#[expect(
    clippy::option_option,
    reason = "an unknown number is told from a description that says nothing"
)]
pub(crate) fn counted_as(described_as: &str, count: Option<u32>) -> Option<Option<u32>> {
    let described = describe(described_as);
    if described.is_bare || described.number == Some(0) {
        return None;
    }
    let contradicts = match count {
        Some(1) => described.is_plural,
        Some(_) => described.is_singular,
        None => false,
    };
    let known = count.filter(|_| !contradicts);
    Some(described.number.or(known))
}

fn judge(
    given: Option<u32>,
    described: &described::Described,
    text: &Text,
    count: Place,
    out: &mut Findings,
) {
    match (given, described.number) {
        (None, Some(number)) => out.push(counted(text, number, count)),
        (Some(given), Some(number)) if given != number => {
            out.push(contradicted(text, &number.to_string(), given, count));
        }
        (Some(1), None) if described.is_plural => {
            out.push(contradicted(text, "several", 1, count));
        }
        (Some(given), None) if given > 1 && described.is_singular => {
            out.push(contradicted(text, "one", given, count));
        }
        (None | Some(_), _) => {}
    }
}

fn bare(text: &Text) -> Diagnostic {
    Diagnostic::new(
        &UNCOUNTED_SOURCES,
        text.place,
        format!(
            "`{}` says nothing of who they are",
            text.value.escape_debug()
        ),
    )
    .help("describe them as the source does, such as `senior administration officials`")
    .help("if the source says no more, its own reporting is the voice: `outlet: source-id`")
}

fn counted(text: &Text, number: u32, count: Place) -> Diagnostic {
    Diagnostic::new(
        &UNCOUNTED_SOURCES,
        count,
        "the number is `unknown`, but the description gives it",
    )
    .also(text.place, "given here")
    .help(format!("write `anonymous: {number}`"))
    .instead(number.to_string())
}

fn contradicted(text: &Text, described: &str, given: u32, count: Place) -> Diagnostic {
    Diagnostic::new(
        &UNCOUNTED_SOURCES,
        text.place,
        format!("the description says {described}, the number says {given}"),
    )
    .also(count, "the number")
    .help("let both say what the source says")
}
