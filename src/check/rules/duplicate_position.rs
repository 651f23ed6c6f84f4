#![doc = include_str!("duplicate_position.md")]
//! The positions of a spokesperson stand in one cell with those of the voice spoken for.

use std::collections::HashMap;

use crate::check::context::{Context, Findings};
use crate::check::own_date::OwnDates;
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Position, Text};
use crate::model::{Edtf, in_order, is_told_before};

pub(super) static UNORDERED_POSITIONS: Rule = Rule::warning(include_str!("unordered_positions.md"));
pub(super) static DUPLICATE_POSITION: Rule = Rule::error(include_str!("duplicate_position.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for cell in cells(cx) {
        if cell.positions.len() > 1 {
            cell.check_dates(cx, out);
        }
    }
}

/// What stands in one cell of the matrix.
struct Cell<'d> {
    voice: &'d Text,
    positions: Vec<Dated<'d>>,
}

struct Dated<'d> {
    position: &'d Position,
    /// Where the date is written: of the position, or of its claims.
    text: Option<&'d Text>,
    date: Option<Edtf>,
}

fn cells<'d>(cx: &Context<'d>) -> Vec<Cell<'d>> {
    let mut cells: Vec<Cell<'d>> = Vec::new();
    let mut known = HashMap::new();
    let mut dates = OwnDates::new(cx.document, cx.index);
    for position in &cx.document.positions {
        let (of, on) = (&position.of, &position.on);
        if of.place == Place::Placeholder || on.place == Place::Placeholder {
            continue;
        }
        let principal = cx.index.principal(of).map(|at| cx.index.voices.ids[at]);
        let voice = principal.unwrap_or(of);
        let cell = *known
            .entry((voice.as_str(), on.as_str()))
            .or_insert(cells.len());
        if cell == cells.len() {
            let positions = Vec::new();
            cells.push(Cell { voice, positions });
        }
        let said = dates.of(position);
        let text = position
            .date
            .as_ref()
            .or(said.and_then(|said| said.date.as_ref()));
        let date = text.and_then(|text| Edtf::parse(text).ok());
        cells[cell].positions.push(Dated {
            position,
            text,
            date,
        });
    }
    cells
}

impl<'d> Cell<'d> {
    fn check_dates(&self, cx: &Context<'_>, out: &mut Findings) {
        let is_undated = |one: &&Dated<'_>| one.text.is_none();
        let others = self.positions.iter().skip(1).filter(is_undated);
        let mut undated: Vec<&Dated<'_>> = others.collect();
        if undated.is_empty() {
            undated.extend(self.positions.first().filter(is_undated));
        }
        for one in undated {
            self.report_undated(cx, one, out);
        }
        // A date that is none was reported as such.
        let dated: Vec<&Dated<'_>> = self
            .positions
            .iter()
            .filter(|one| one.date.is_some())
            .collect();
        let days: Vec<Option<&Edtf>> = dated.iter().map(|one| one.date.as_ref()).collect();
        for pair in in_order(&days).windows(2) {
            if let [one, other] = *pair
                && !is_told_before(days[one], days[other])
            {
                self.report_unordered(dated[one], dated[other], out);
            }
        }
    }

    fn report_undated(&self, cx: &Context<'_>, one: &Dated<'d>, out: &mut Findings) {
        let other = self
            .positions
            .iter()
            .find(|other| !std::ptr::eq(*other, one));
        let (of, on) = (&one.position.of, one.position.on.value.escape_debug());
        let voice = self.voice.value.escape_debug();
        let message = format!("`{voice}` has another position on `{on}`, and this one has no date");
        let mut fault = Diagnostic::new(&DUPLICATE_POSITION, of.place, message);
        if let Some(other) = other {
            fault = fault.also(other.position.of.place, "the other");
        }
        for speaker in [Some(one), other].into_iter().flatten() {
            let speaker = &speaker.position.of;
            if cx.index.voices.position(speaker) != cx.index.voices.position(self.voice) {
                let speaker = speaker.value.escape_debug();
                fault = fault.help(format!(
                    "`{speaker}` speaks for `{voice}`: both stand in its row"
                ));
                break;
            }
        }
        out.push(
            fault
                .help("if it changed, say when it held: `date: 2025-06-19`; the latest stands")
                .help("if not, keep one, and let it rest on the claims of both"),
        );
    }

    fn report_unordered(&self, first: &Dated<'_>, second: &Dated<'_>, out: &mut Findings) {
        let written = |dated: &Dated<'_>| {
            let text = dated.text.map(|text| text.value.escape_debug().to_string());
            text.unwrap_or_default()
        };
        let (voice, on) = (self.voice.value.escape_debug(), &first.position.on);
        let (before, after) = (written(first), written(second));
        let message = format!(
            "which of the positions of `{voice}` on `{}` is the later is not certain: `{before}` \
             or `{after}`",
            on.value.escape_debug()
        );
        let fault = Diagnostic::new(&UNORDERED_POSITIONS, second.position.of.place, message)
            .also(first.position.of.place, "the other")
            .help("if the source tells more, give each a `date:` that says which is the later: a time, or an interval such as `../2025-06-18`")
            .help("if it did not change, keep one, and let it rest on the claims of both")
            .help("else the order of the file is taken, and neither is called earlier; `allow` says that this is meant");
        out.warn(&second.position.allow, fault);
    }
}
