#![doc = include_str!("unplaced_locator.md")]

use std::collections::HashMap;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Part, Place, Rule};
use crate::load::rules::DUPLICATE_FIELD;
use crate::load::{Claim, Locators};
use crate::model::LocatorLabel;

pub(super) static UNPLACED_LOCATOR: Rule = Rule::error(include_str!("unplaced_locator.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for claim in &cx.document.claims {
        // What has no source is another rule's.
        if claim.source.len() < 2 {
            continue;
        }
        let quotes = claim.quotes.iter().map(|quote| &quote.at);
        for at in std::iter::once(&claim.at).chain(quotes) {
            if let Some((label, _)) = at.0.first() {
                out.push(fault(label.place, claim));
            }
        }
    }
}

fn fault(place: Place, claim: &Claim) -> Diagnostic {
    let sources = claim.source.len();
    let message = format!("the claim is in {sources} sources: in which of them is this place?");
    let diagnostic = Diagnostic::new(&UNPLACED_LOCATOR, place, message);
    let diagnostic = match claim.source.first() {
        Some(first) => diagnostic.also(first.place, "its sources"),
        None => diagnostic,
    };
    diagnostic.help("make it two claims, each in one source; or say the place in the `note`")
}

/// Reports a place that is given twice: no field of a mapping may be.
pub(in crate::check) fn check_repeated(at: &Locators, out: &mut Findings) {
    let mut first: HashMap<&str, Place> = HashMap::new();
    for (label, _) in at {
        // An unknown label has a placeholder.
        if label.place == Place::Placeholder {
            continue;
        }
        let word = LocatorLabel::word(**label);
        if let Some(place) = first.insert(word, label.place) {
            let message = format!("`{word}` is given twice");
            let fault = Diagnostic::new(&DUPLICATE_FIELD, label.place, message);
            out.push(
                fault
                    .also(place, "first given here")
                    .help("remove one of them")
                    .taking_out(Part::Value),
            );
        }
    }
}
