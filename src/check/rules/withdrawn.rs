//! Judges what was withdrawn since the previous edition: `wrong-withdrawal`,
//! `unexplained-withdrawal`.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::context::{Context, Findings, Previous};
use crate::diagnostics::{Diagnostic, Part, Place, Rule, nearest};
use crate::load::Text;
use crate::model::{Brief, ClaimId};

pub(super) static WRONG_WITHDRAWAL: Rule = Rule::error(include_str!("wrong_withdrawal.md"));
pub(super) static UNEXPLAINED_WITHDRAWAL: Rule =
    Rule::warning(include_str!("unexplained_withdrawal.md"));

const TAKE_OUT: &str = "take the entry out";

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let document = cx.document;
    let previous = match cx.beside.previous {
        Some(Previous::Brief(previous)) => Some((previous, Gone::of(cx, previous))),
        _ => None,
    };
    let is_gone = |id: &Text| {
        let gone = previous.as_ref().map(|(_, gone)| &gone.claims);
        gone.is_some_and(|gone| gone.contains_key(id.as_str()))
    };
    let mut named: BTreeMap<&str, &Text> = BTreeMap::new();
    for entry in &document.withdrawn {
        let id = &entry.claim;
        if let Some(first) = named.insert(id.as_str(), id) {
            let fault = wrong(id, "is named twice").also(first.place, "first named here");
            out.push(fault.help(TAKE_OUT).taking_out(Part::Entry));
        } else if let Some(place) = cx.index.claims.position(id)
            && !is_gone(id)
        {
            let fault = wrong(id, "is a claim of this edition");
            let claim = cx.index.claims.ids[place];
            out.push(
                fault
                    .also(claim.place, "here it is")
                    .help(TAKE_OUT)
                    .taking_out(Part::Entry),
            );
        } else if document.previous.is_none() {
            let fault = wrong(
                id,
                "cannot be withdrawn: this edition names no previous one",
            );
            out.push(fault.help("name its file: `previous: harbour-1.yaml`"));
        }
    }
    if let (Some(name), Some((previous, gone))) = (&document.previous, &previous) {
        // What those entries name that are at fault is not known, nor which claims there are among such.
        let mut entries = document.withdrawn.iter();
        let is_known = !cx.index.claims.has_unread;
        let is_sound = is_known && !entries.any(|entry| entry.claim.place == Place::Placeholder);
        for (id, entry) in &named {
            if is_known && cx.index.claims.position(id).is_none() && !gone.claims.contains_key(id) {
                out.push(gone.never_there(entry, previous));
            }
        }
        for (id, claim) in gone
            .claims
            .iter()
            .filter(|(id, _)| is_sound && !named.contains_key(**id))
        {
            let edition = previous.parts().edition;
            let message =
                format!("{claim} `{id}` of edition {edition} is withdrawn, and nobody says why");
            let fault = Diagnostic::new(&UNEXPLAINED_WITHDRAWAL, name.place, message);
            let help = format!("say it: `withdrawn: [{{ claim: {id}, reason: … }}]`");
            let item = format!("{{ claim: {id}, reason: TODO }}");
            out.warn(&document.allow, fault.help(help).adding("withdrawn", item));
        }
    }
}

/// What became of the claims of the previous edition that this one does not have.
struct Gone<'a> {
    claims: BTreeMap<&'a str, ClaimId>,
    /// Those that have another id now: the old id, and the new one.
    renamed: BTreeMap<&'a str, &'a str>,
}

impl<'a> Gone<'a> {
    fn of(cx: &Context<'a>, previous: &'a Brief) -> Self {
        let claims = cx.document.claims.iter().enumerate();
        let before = claims.filter_map(|(place, claim)| {
            Some((cx.index.numbers.before(place)?, claim.id.as_str()))
        });
        let renamed: BTreeMap<&str, &str> = before.filter(|(before, id)| before != id).collect();
        // A claim that was another may have the id of one that is gone.
        let was_another: BTreeSet<&str> = renamed.values().copied().collect();
        let claims = previous.claims().map(|(id, claim)| (&*claim.key, id));
        let is_gone = |(id, _): &(&str, ClaimId)| {
            let has_id = cx.index.claims.position(id).is_some() && !was_another.contains(id);
            !has_id && !renamed.contains_key(id)
        };
        Self {
            claims: claims.filter(is_gone).collect(),
            renamed,
        }
    }

    /// Reports an entry whose claim the previous edition does not have, or has still.
    fn never_there(&self, id: &Text, previous: &Brief) -> Diagnostic {
        let parts = previous.parts();
        let edition = parts.edition;
        if let Some(new) = self.renamed.get(id.as_str()) {
            return wrong(id, &format!("is `{new}` in this edition"))
                .help(TAKE_OUT)
                .taking_out(Part::Entry);
        }
        let earlier: BTreeSet<&str> = parts.withdrawn.iter().map(|item| &*item.key).collect();
        if earlier.contains(id.as_str()) {
            let fault = wrong(id, &format!("was withdrawn in edition {edition} already"));
            return fault
                .help("take the entry out: each edition tells what it withdraws itself")
                .taking_out(Part::Entry);
        }
        let near = nearest(id, self.claims.keys().copied());
        wrong(id, &format!("is no claim of edition {edition}")).did_you_mean(near)
    }
}

fn wrong(id: &Text, what: &str) -> Diagnostic {
    let message = format!("`{}` {what}", id.value.escape_debug());
    Diagnostic::new(&WRONG_WITHDRAWAL, id.place, message)
}
