#![doc = include_str!("too_many_cells.md")]

use std::collections::HashSet;

use crate::check::context::{Context, Findings, key};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static TOO_MANY_CELLS: Rule = Rule::error(include_str!("too_many_cells.md"));

/// How many cells the matrix has at most. All are told in every form, so that without a limit a
/// small text would make a page as large as the product of its voices and its issues.
const MOST: usize = 20_000;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let (rows, columns) = (rows(cx), cx.document.issues.0.len());
    let cells = rows.saturating_mul(columns);
    if cells > MOST {
        let message = format!(
            "{rows} voices by {columns} issues make {cells} cells of “Who stands where”; the limit is {MOST}"
        );
        let place = key(cx.text, "issues").unwrap_or(Place::Whole);
        let fault = Diagnostic::new(&TOO_MANY_CELLS, place, message);
        out.push(fault.help(
            "leave issues out on which hardly anybody has a position, or make several briefs",
        ));
    }
}

/// Counts the voices that have a row, as the analysis gives them one.
fn rows(cx: &Context<'_>) -> usize {
    let document = cx.document;
    let voices = document.voices.iter();
    let named = voices.filter(|(_, voice)| {
        voice.name.is_some() || voice.group.is_some() || voice.speaks_for.is_some()
    });
    let held = document.positions.iter().map(|position| &position.of);
    let ids = named.map(|(id, _)| id).chain(held);
    let rows: HashSet<usize> = ids.filter_map(|id| cx.index.principal(id)).collect();
    rows.len()
}
