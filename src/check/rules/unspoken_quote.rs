#![doc = include_str!("unspoken_quote.md")]

use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Document, Quote, Text};

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

pub(in crate::check) fn fault(quote: &Quote, claim: &Claim) -> Diagnostic {
    let voices = claim.voice.len();
    let message = format!("the claim has {voices} voices: which of them spoke this?");
    Diagnostic::new(&UNSPOKEN_QUOTE, quote.text.place, message).help("name one: `voice: voice-id`")
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
