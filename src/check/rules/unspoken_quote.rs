#![doc = include_str!("unspoken_quote.md")]

use crate::check::context::Findings;
use crate::check::index::Index;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Document, Quote, Text, Voice};

pub(super) static UNSPOKEN_QUOTE: Rule = Rule::error(include_str!("unspoken_quote.md"));

/// Checks that the voice a quote names is one of its claim's voices, or one of the people that
/// such a voice stands for.
pub(in crate::check) fn check_belongs(
    document: &Document,
    claim: &Claim,
    named: &Text,
    out: &mut Findings,
) {
    if claim.voice.contains(named) || claim.voice.is_empty() {
        return;
    }
    let entry = document.voices.iter().find(|(id, _)| id == named);
    let is_one_of_them = entry
        .is_some_and(|(_, voice)| voice.one_of.iter().any(|whole| claim.voice.contains(whole)));
    if !is_one_of_them {
        out.push(stranger(named, claim));
    }
}

/// Checks that the voices of a claim can have spoken a quote together that names none of them:
/// people and groups can, in a joint statement. A voice without a name is quoted alone.
pub(in crate::check) fn check_together(
    (document, index): (&Document, &Index<'_>),
    claim: &Claim,
    quote: &Quote,
    out: &mut Findings,
) {
    if claim.voice.len() < 2 {
        return;
    }
    let alone = claim.voice.iter().find_map(|id| {
        let (_, voice) = document.voices.0.get(index.voices.position(id)?)?;
        Some((id, speaks_alone(voice)?))
    });
    if let Some((id, what)) = alone {
        let message = format!(
            "`{}` is {what}, which speaks for itself: which of the {} voices spoke this?",
            id.value.escape_debug(),
            claim.voice.len()
        );
        out.push(
            Diagnostic::new(&UNSPOKEN_QUOTE, quote.text.place, message).help(
                "name who spoke it: `voice: voice-id`, or all who did: `voice: [one, another]`",
            ),
        );
    }
}

fn speaks_alone(voice: &Voice) -> Option<&'static str> {
    if voice.anonymous.is_some() {
        Some("an anonymous voice")
    } else if voice.outlet.is_some() {
        Some("an outlet")
    } else {
        None
    }
}

fn stranger(named: &Text, claim: &Claim) -> Diagnostic {
    let message = format!(
        "`{}` is not a voice of this claim",
        named.value.escape_debug()
    );
    let mut fault = Diagnostic::new(&UNSPOKEN_QUOTE, named.place, message);
    if let [only] = &*claim.voice {
        fault = fault.also(only.place, "the claim's voice");
    }
    fault.help("name a voice of the claim, or one that is `one_of` them")
}
