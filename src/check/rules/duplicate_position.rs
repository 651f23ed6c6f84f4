#![doc = include_str!("duplicate_position.md")]
//! The positions of a spokesperson stand in one cell with those of the voice spoken for.

use std::collections::HashMap;

use crate::check::context::{Context, Findings};
use crate::check::own_date::own_date;
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Position, Text};
use crate::model::{Edtf, in_order};

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
        let said = own_date(cx.document, cx.index, position);
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
        let mut dated: Vec<(&Dated<'_>, &Edtf)> = self
            .positions
            .iter()
            .filter_map(|one| Some((one, one.date.as_ref()?)))
            .collect();
        let days: Vec<Option<&Edtf>> = dated.iter().map(|(_, date)| Some(*date)).collect();
        if in_order(&days).is_some() {
            return;
        }
        // One that is uncertain has no place in the order, and comes first.
        dated.sort_by_key(|(_, date)| date.span());
        for pair in dated.windows(2) {
            if let [(one, before), (other, after)] = pair
                && !before.is_before(after)
            {
                self.report_unordered(one, other, out);
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

    fn report_unordered(&self, one: &Dated<'_>, other: &Dated<'_>, out: &mut Findings) {
        let written = |dated: &Dated<'_>| {
            let text = dated.text.map(|text| text.value.escape_debug().to_string());
            text.unwrap_or_default()
        };
        // Placed at the later in the file.
        let mut two = [one, other];
        two.sort_by_key(|dated| {
            let same = |held: &Dated<'_>| std::ptr::eq(held.position, dated.position);
            self.positions.iter().position(same)
        });
        let [first, second] = two;
        let (voice, on) = (self.voice.value.escape_debug(), &first.position.on);
        let (before, after) = (written(first), written(second));
        let message = format!(
            "which of the positions of `{voice}` on `{}` is the later is not certain: `{before}` \
             or `{after}`",
            on.value.escape_debug()
        );
        let is_open = [first, second].iter().any(|dated| {
            let date = dated.date.as_ref();
            date.is_some_and(|date| date.span().is_none())
        });
        let fault = Diagnostic::new(&DUPLICATE_POSITION, second.position.of.place, message)
            .also(first.position.of.place, "the other");
        out.push(if is_open {
            fault.help(
                "write an interval in which it certainly lies: `date: ../2025-06-18` is any day up \
                 to that one",
            )
        } else {
            fault
                .help("give each a `date:`, and dates that do not overlap: the latest stands")
                .help("if it did not change, keep one, and let it rest on the claims of both")
        });
    }
}
