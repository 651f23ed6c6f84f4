//! Finds the one line that is indented too deep or too little. The parser stumbles over it, or over a line
//! far behind, which is sound.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Span};
use crate::load::key_slips;
use crate::load::rules::SYNTAX;
use crate::load::yaml_lines::{Line, lines_before};
use crate::load::yaml_mends::written;

/// How far a line is moved at most.
const FARTHEST: usize = 2;

/// How many lines are looked at.
const MOST_LINES: usize = 2_000;

/// How many bytes are tried for one slip.
const MOST_TRIED: usize = 4 * 1024 * 1024;

/// A line, and how far it is to be indented.
struct Move<'t> {
    line: Line<'t>,
    indent: usize,
}

impl Move<'_> {
    fn spaces(&self) -> usize {
        self.line.indent().abs_diff(self.indent)
    }

    fn edit(&self) -> (Span, String) {
        let start = self.line.start;
        let blank = Span::new(start, start + self.line.indent());
        (blank, " ".repeat(self.indent))
    }

    fn told(&self) -> Diagnostic {
        let (line, spaces) = (&self.line, self.spaces());
        let number = if spaces == 1 { "one" } else { "two" };
        let plural = if spaces == 1 { "" } else { "s" };
        let what = match line.parted_key() {
            Some((key, _)) => format!("`{key}`"),
            None if is_item(line) => "this item".to_owned(),
            None => "this line".to_owned(),
        };
        let (than, help) = if self.indent < line.indent() {
            (
                "deeper",
                format!("take {number} space{plural} out before it"),
            )
        } else {
            ("less", format!("put {number} space{plural} before it"))
        };
        let message = format!("{what} is indented {number} {than} than its neighbours");
        let fault = key_slips::fault(&SYNTAX, line, line.start + line.indent(), &message, &help);
        fault.edit(format!("Indent {what} as its neighbours"), [self.edit()])
    }
}

/// Reports the line of which another indentation alone makes a text sound.
pub(super) fn out_of_line(
    text: &str,
    slip: &Diagnostic,
    mut is_sound: impl FnMut(&str) -> bool,
) -> Option<Diagnostic> {
    let mut moves = moves(text, slip.primary().place.span()?.start);
    // Of two lines that differ, that is right which is indented as more others are.
    moves.sort_by_cached_key(|step| (step.spaces(), usize::MAX - alike(text, step.indent)));
    let tried = MOST_TRIED / text.len().max(1);
    let mut moves = moves.into_iter().take(tried);
    let found = moves.find(|step| {
        let made = written(text, &[step.edit()]);
        made.is_some_and(|made| is_sound(&made))
    });
    found.map(|step| step.told())
}

/// Returns what may mend a slip: the line over which the parser stumbles, or one that it is in or behind,
/// moved to the column of another of these.
fn moves(text: &str, byte: usize) -> Vec<Move<'_>> {
    let is_empty = |line: &Line<'_>| line.text.trim_start().starts_with('#');
    let mut before = lines_before(text, byte).filter(|line| !is_empty(line));
    let Some(here) = before.next() else {
        return Vec::new();
    };
    let mut lines = vec![here];
    let mut least = usize::MAX;
    for line in before.take(MOST_LINES) {
        if line.indent() < least {
            least = line.indent();
            lines.push(line);
        }
    }
    let mut moves = Vec::new();
    for line in lines.iter().filter(|line| is_structural(line)) {
        let dash = line.column() - line.indent();
        // An item in the column of a key would take in those below it, which are deeper.
        let columns = lines.iter().flat_map(|other| {
            let of_item = is_item(other).then(|| other.indent());
            let of_key = other.column().checked_sub(dash);
            let of_line = (dash == 0).then(|| other.indent());
            [of_item, of_key, of_line].into_iter().flatten()
        });
        let near =
            columns.filter(|indent| (1..=FARTHEST).contains(&indent.abs_diff(line.indent())));
        let indents: BTreeSet<usize> = near.collect();
        moves.extend(indents.into_iter().map(|indent| Move {
            line: *line,
            indent,
        }));
    }
    moves
}

/// Says whether a line begins a key or an item. A word and a colon may also be of a text.
fn is_structural(line: &Line<'_>) -> bool {
    let is_key = |(key, value): (&str, &str)| {
        let value = value.trim_start();
        value.is_empty() || value.starts_with('{') || key_slips::is_field(key)
    };
    line.parted_key().is_some_and(is_key) || is_item(line) || has_quoted_key(line)
}

fn is_item(line: &Line<'_>) -> bool {
    line.text.trim_start().starts_with("- ")
}

fn has_quoted_key(line: &Line<'_>) -> bool {
    let mut parts = line.text.trim_start().split(['"', '\'']);
    let key = parts.next().filter(|before| before.is_empty());
    let key = key.and_then(|_| parts.next());
    key.is_some_and(key_slips::is_field) && parts.next().is_some_and(|rest| rest.starts_with(':'))
}

/// Counts the lines of a text with an indentation.
fn alike(text: &str, indent: usize) -> usize {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let indents = lines.map(|text| Line { start: 0, text }.indent());
    indents.filter(|other| *other == indent).count()
}
