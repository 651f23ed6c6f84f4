#![doc = include_str!("claim_without_position.md")]
//! Looked at are the voices that have a row in the matrix: named ones, those that are spoken for,
//! and those that hold a position. A brief without positions has not begun the matrix, or has issues
//! for other ends: it is left alone.

use std::collections::{HashMap, HashSet};

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Position, Text};

pub(super) static CLAIM_WITHOUT_POSITION: Rule =
    Rule::warning(include_str!("claim_without_position.md"));

/// How many claims of a cell are named.
const CLAIMS: usize = 8;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let positions = &cx.document.positions;
    let is_unread = |position: &Position| {
        cx.index.voices.position(&position.of).is_none()
            || cx.index.issues.position(&position.on).is_none()
    };
    if positions.is_empty() || positions.iter().any(is_unread) {
        return;
    }
    let mut held: HashMap<(usize, &str), Vec<&Position>> = HashMap::new();
    for position in &cx.document.positions {
        if let Some(voice) = cx.index.principal(&position.of) {
            let cell = held.entry((voice, position.on.as_str())).or_default();
            cell.push(position);
        }
    }
    let holders: HashSet<usize> = held.keys().map(|(voice, _)| *voice).collect();
    for mut cell in cells(cx, &holders) {
        if let Some(positions) = held.get(&(cell.voice, cell.issue)) {
            if !positions.iter().all(|one| one.stance.value.is_silence()) {
                continue;
            }
            let cited = positions.iter().flat_map(|position| position.claims.iter());
            let cited: HashSet<&str> = cited.map(|id| id.as_str()).collect();
            cell.claims
                .retain(|claim| !cited.contains(claim.id.as_str()));
            let stances = positions.iter();
            cell.silence = stances.map(|one| one.stance.value.word()).collect();
            cell.silence.dedup();
        }
        let is_allowed = |claim: &Claim| {
            let mut allow = claim.allow.iter();
            allow.any(|entry| *entry.rule == *CLAIM_WITHOUT_POSITION.code())
        };
        let (silenced, open): (Vec<&Claim>, Vec<&Claim>) =
            cell.claims.iter().partition(|claim| is_allowed(claim));
        for claim in silenced {
            out.warn(&claim.allow, cell.fault(cx, &[claim]));
        }
        if !open.is_empty() {
            out.warn(&cx.document.allow, cell.fault(cx, &open).of_brief());
        }
    }
}

/// A cell of the matrix, and the claims that would stand in it.
struct Cell<'d> {
    voice: usize,
    issue: &'d Text,
    claims: Vec<&'d Claim>,
    /// The stances of its positions, where they only say that the voice kept silent.
    silence: Vec<&'static str>,
}

fn cells<'d>(cx: &Context<'d>, holders: &HashSet<usize>) -> Vec<Cell<'d>> {
    let mut cells: Vec<Cell<'d>> = Vec::new();
    let mut known = HashMap::new();
    for claim in &cx.document.claims {
        for (voice, issue) in claim.voice.iter().flat_map(|voice| {
            let row = row(cx, holders, voice).into_iter();
            row.flat_map(|row| claim.about.iter().map(move |issue| (row, issue)))
        }) {
            if cx.index.issues.position(issue).is_none() {
                continue;
            }
            let cell = *known.entry((voice, issue.as_str())).or_insert(cells.len());
            if cell == cells.len() {
                cells.push(Cell {
                    voice,
                    issue,
                    claims: Vec::new(),
                    silence: Vec::new(),
                });
            }
            let claims = &mut cells[cell].claims;
            if claims.last().is_none_or(|last| !std::ptr::eq(*last, claim)) {
                claims.push(claim);
            }
        }
    }
    cells
}

/// Returns the voice in whose row a claim of a voice stands, if there is a row.
fn row(cx: &Context<'_>, holders: &HashSet<usize>, voice: &Text) -> Option<usize> {
    let own = cx.index.voices.position(voice)?;
    let row = cx.index.principal(voice)?;
    let (_, named) = cx.document.voices.0.get(row)?;
    let has_row =
        row != own || named.name.is_some() || named.group.is_some() || holders.contains(&row);
    has_row.then_some(row)
}

impl Cell<'_> {
    fn fault(&self, cx: &Context<'_>, claims: &[&Claim]) -> Diagnostic {
        let voice = cx.index.voices.ids[self.voice].value.escape_debug();
        let issue = self.issue.value.escape_debug();
        let ids = claims
            .iter()
            .map(|claim| claim.id.value.escape_debug().to_string());
        let mut ids: Vec<String> = ids.take(CLAIMS).collect();
        let mut shown: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        if claims.len() > CLAIMS {
            shown.push(format!("{} more", claims.len() - CLAIMS));
            ids.push("…".to_owned());
        }
        let none = match &*self.silence {
            [] => "no position".to_owned(),
            stances => format!("no position but `{}`", stances.join("`, `")),
        };
        let message = format!(
            "`{voice}` has {none} on `{issue}`, and speaks of it in {}",
            shown.join(", ")
        );
        let place = claims.first().and_then(|claim| {
            let mut about = claim.about.iter();
            about.find(|about| about.value == self.issue.value)
        });
        let all = claims.iter().map(|claim| claim.id.as_str());
        let item = format!(
            "{{ of: {voice}, \"on\": {issue}, stance: TODO, in_short: TODO, claims: [{}] }}",
            all.collect::<Vec<_>>().join(", ")
        );
        let line = format!(
            "add to `positions`: `- {{ of: {voice}, \"on\": {issue}, stance: …, in_short: …, claims: \
             [{}] }}`",
            ids.join(", ")
        );
        Diagnostic::new(
            &CLAIM_WITHOUT_POSITION,
            place.unwrap_or(self.issue).place,
            message,
        )
        .adding("positions", item)
        .help(line)
        .help(if self.silence.is_empty() {
            "until then the cell shows the claim; one that takes no side is `describes`"
        } else {
            "until then the cell says that the voice kept silent, and has no more of the claim than \
             its label"
        })
    }
}
