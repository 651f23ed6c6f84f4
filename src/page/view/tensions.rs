//! Builds the claims that do not fit together: told at the claims, and in a section where there are
//! many.

use serde::Serialize;

use crate::describe::{Anchor, Describer, Description, Message, described};
use crate::model::ClaimId;
use crate::page::html::Html;

/// How many tensions are told at their claims alone.
const MOST_AT_CLAIMS: usize = 4;

/// How many other claims of a tension are named at each of them: all would grow with the square of their number.
const MOST_NAMED: usize = 12;

/// A tension, as it is told at one of its claims.
#[derive(Debug, Serialize)]
pub(super) struct TensionView {
    /// Its anchor, at the last of its claims, which has the note.
    id: Option<String>,
    with: Html,
    note: Option<Html>,
}

/// Builds the tensions of a claim.
pub(super) fn of_claim(describer: &Describer<'_>, claim: ClaimId) -> Vec<TensionView> {
    let tensions = describer.brief.parts().tensions.iter();
    let tensions = tensions.zip(&describer.analysis.tensions).enumerate();
    let of_claim = tensions.filter(|(_, (_, claims))| claims.contains(&claim));
    let in_section = has_section(describer);
    let views = of_claim.map(|(index, (tension, claims))| {
        let others = claims.iter().filter(|id| **id != claim);
        let others = others.map(|id| Description::label(Anchor::Claim(*id)));
        let mut others: Vec<_> = others.take(MOST_NAMED + 1).collect();
        if others.len() > MOST_NAMED {
            let more = describer.locale.text(Message::StrengthOthers);
            others[MOST_NAMED] = Description::link(Anchor::Item('T', index), more);
        }
        let others = describer.locale.describe_list(others);
        let has_note = !in_section && claims.iter().max() == Some(&claim);
        TensionView {
            id: has_note.then(|| Anchor::Item('T', index).to_string()),
            with: Html::of(&described!(describer.locale, TensionWith, "claims": others)),
            note: has_note.then(|| Html::prose(describer, &tension.note)),
        }
    });
    views.collect()
}

/// Says whether the tensions have a section of their own.
pub(super) fn has_section(describer: &Describer<'_>) -> bool {
    let mut tensions = describer.analysis.tensions.iter();
    tensions.len() > MOST_AT_CLAIMS || tensions.any(|claims| claims.len() > MOST_NAMED + 1)
}

/// A tension in the section: its sides, one below the other.
#[derive(Debug, Serialize)]
pub(super) struct SidesView {
    id: String,
    sides: Vec<SideView>,
    note: Html,
}

#[derive(Debug, Serialize)]
struct SideView {
    claim: Html,
    voices: String,
    says: Html,
    quotes: Html,
}

/// Builds the section; empty where all are told at their claims.
pub(super) fn section(describer: &Describer<'_>) -> Vec<SidesView> {
    if !has_section(describer) {
        return Vec::new();
    }
    let tensions = describer.brief.parts().tensions.iter();
    let tensions = tensions.zip(&describer.analysis.tensions).enumerate();
    let views = tensions.map(|(index, (tension, claims))| SidesView {
        id: Anchor::Item('T', index).to_string(),
        sides: claims.iter().map(|id| side_view(describer, *id)).collect(),
        note: Html::prose(describer, &tension.note),
    });
    views.collect()
}

fn side_view(describer: &Describer<'_>, id: ClaimId) -> SideView {
    let claim = describer.brief.claim(id);
    let quotes = describer.analysis.quotes.of_claim(id).iter();
    let quotes = quotes.map(|quote| Description::label(Anchor::Quote(*quote)));
    SideView {
        claim: Html::citation(&[id]),
        voices: format!("{}:", describer.voices_in_short_first(claim.voices())),
        says: Html::prose(describer, &claim.says),
        quotes: Html::of(&Description::joined(quotes, " ")),
    }
}
