//! Takes parts of a text out: items, fields, and lists of which nothing would be left.

use std::ops::Range;

use super::action::Action;
use super::flow;
use super::opened::Opened;
use super::path::{Role, Step};
use super::spot::{Placed, Spot};
use super::written::{Line, line_at, lines_above, lines_below};
use crate::diagnostics::{Part, Span};

/// How much of what is taken out is shown.
const MOST_SHOWN: usize = 40;

impl Opened {
    /// Takes the part out in which a place is, however it is laid out.
    pub(super) fn without(&self, place: Span, part: Part) -> Option<Action> {
        let text = self.text();
        let spot = Spot::at(text, place.start);
        let spot = match spot.role {
            Role::Key => {
                // What is asked for is the field of this key.
                let rest = text.get(place.end..)?;
                let colon = rest.find(':')?;
                Spot::at(text, place.end + colon + 1)
            }
            Role::Value | Role::Either => spot,
        };
        let is_wanted = |step: &Step<'_>| match part {
            Part::Value => true,
            Part::Entry => *step == Step::Item,
            Part::Field(name) => *step == Step::Key(name),
        };
        let number = spot
            .steps
            .iter()
            .rposition(|placed| is_wanted(&placed.step))?;
        let (range, number) = taken_out(text, &spot.steps, number)?;
        let title = match (spot.steps.get(number)?.step, part) {
            (Step::Key(name), Part::Value | Part::Field(_)) => format!("Take `{name}` out"),
            (Step::Item, Part::Value) => {
                format!("Take `{}` out", excerpt(text.get(place.range())?))
            }
            (Step::Key(_) | Step::Item, _) => "Take the entry out".to_owned(),
        };
        Some(Action::new(title, range, ""))
    }
}

/// Shortens a value as it is written, without its quote marks.
fn excerpt(text: &str) -> String {
    let text = text.trim_matches(['"', '\'']);
    let line = text.lines().next().unwrap_or("");
    let short: String = line.chars().take(MOST_SHOWN).collect();
    if short.len() == text.len() {
        short
    } else {
        format!("{short}…")
    }
}

/// Returns the bytes that are left out with one of the steps to a place, and the step; with the only item of
/// a list, the field that has the list.
fn taken_out(text: &str, steps: &[Placed<'_>], number: usize) -> Option<(Range<usize>, usize)> {
    let placed = steps.get(number)?;
    let found = match (placed.flow, placed.step) {
        (Some(begin), step) => in_flow(text, begin, step),
        (None, Step::Item) => item(text, placed),
        (None, Step::Key(_)) => field(text, placed),
    };
    let with_parent = || taken_out(text, steps, number.checked_sub(1)?);
    match found? {
        Found::Part(range) => Some((range, number)),
        Found::Only if placed.step == Step::Item => with_parent(),
        Found::Only => None,
    }
}

enum Found {
    Part(Range<usize>),
    /// Nothing would be left of what it is in.
    Only,
}

fn in_flow(text: &str, begin: usize, step: Step<'_>) -> Option<Found> {
    let value = match step {
        Step::Item => begin,
        Step::Key(_) => {
            let (_, length) = super::written::key(text.get(begin..)?)?;
            let rest = text.get(begin + length..)?;
            text.len() - rest.trim_start().len()
        }
    };
    let end = flow::value_end(text, value)?;
    let rest = text.get(end..)?;
    if let Some(more) = rest.trim_start().strip_prefix(',') {
        return Some(Found::Part(begin..text.len() - more.trim_start().len()));
    }
    let before = text.get(..begin)?.trim_end();
    Some(if before.ends_with(',') {
        Found::Part(before.len() - 1..end)
    } else {
        Found::Only
    })
}

/// Returns the lines of an item.
fn item(text: &str, placed: &Placed<'_>) -> Option<Found> {
    let line = line_at(text, placed.line);
    let column = placed.column;
    if line.indent != column {
        return None;
    }
    let is_item = |other: &Line<'_>| other.indent == column && begins_item(other);
    let end = end_of(text, &line, |below| below.indent > column);
    let is_more = lines_below(text, end).find(|line| !line.is_blank);
    let mut above = lines_above(text, line.start).filter(|line| !line.is_blank);
    let above = above.find(|line| line.indent <= column);
    let is_only = !is_more.as_ref().is_some_and(is_item) && !above.as_ref().is_some_and(is_item);
    Some(if is_only {
        Found::Only
    } else {
        Found::Part(whole_lines(text, line.start, end))
    })
}

/// Returns the lines of a field; of the first of an item, what stands behind the mark of the item.
fn field(text: &str, placed: &Placed<'_>) -> Option<Found> {
    let line = line_at(text, placed.line);
    let column = placed.column;
    let end = end_of(text, &line, |below| {
        below.indent > column || below.indent == column && begins_item(below)
    });
    if line.indent == column {
        return Some(Found::Part(whole_lines(text, line.start, end)));
    }
    let next = lines_below(text, end).find(|line| !line.is_blank)?;
    let begin = line.start + column;
    Some(if next.indent == column {
        Found::Part(begin..next.start + column)
    } else {
        Found::Only
    })
}

fn begins_item(line: &Line<'_>) -> bool {
    let rest = line.text.get(line.indent..).unwrap_or("");
    rest == "-" || rest.starts_with("- ")
}

/// Returns where the last line ends that goes on with one.
fn end_of(text: &str, line: &Line<'_>, goes_on: impl Fn(&Line<'_>) -> bool) -> usize {
    let mut end = line.start + line.text.len();
    for below in lines_below(text, line.start).filter(|line| !line.is_blank) {
        if !goes_on(&below) {
            break;
        }
        end = below.start + below.text.len();
    }
    end
}

fn whole_lines(text: &str, start: usize, end: usize) -> Range<usize> {
    let rest = text.get(end..).unwrap_or("");
    let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
    start..end + length
}
