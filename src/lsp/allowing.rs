//! Silences a rule where it is broken, with a reason that is still to be written.

use std::ops::Range;

use super::action::{Action, UNWRITTEN};
use super::blocks::{block_end, top_key};
use super::opened::Opened;
use super::path::Step;
use super::spot::{Placed, Spot, root};
use super::written::{line_at, lines_below};
use crate::diagnostics::{Diagnostic, Span};

/// The lists whose items have an `allow` of their own.
const WITH_ALLOW: [&str; 5] = ["claims", "positions", "events", "tensions", "gaps"];
/// Rules that only the `allow` of the brief silences, wherever they are broken.
const OF_BRIEF: [&str; 2] = ["unused-id", "withdrawn-claim"];

impl Opened {
    /// Silences the rule where it is broken, with a reason that is still to be written.
    pub(super) fn allowed(&self, diagnostic: &Diagnostic, span: Option<Span>) -> Option<Action> {
        let rule = diagnostic.rule();
        if !rule.can_be_silenced() || self.document.is_none() {
            return None;
        }
        let code = rule.code();
        let entry = format!("{{ rule: {code}, reason: {UNWRITTEN} }}");
        let title = format!("Allow `{code}` here, and write why");
        let is_of_brief = OF_BRIEF.contains(&code) || diagnostic.silenced_by_brief();
        let spot = span
            .filter(|_| !is_of_brief)
            .map(|span| Spot::at(self.text(), span.start));
        let owner = spot.as_ref().and_then(|spot| owner(&spot.steps));
        let (range, written) = match owner {
            None => self.allowed_at_top(&entry),
            Some(owner) => self.added_in(owner, "allow", &entry)?,
        };
        Some(Action::new(title, range, written))
    }

    fn allowed_at_top(&self, entry: &str) -> (Range<usize>, String) {
        let text = self.text();
        if let Some(root) = root(text) {
            return self.in_flow_mapping(root, "allow", entry);
        }
        let line_break = self.line_break();
        if let Some(line) = top_key(text, "allow") {
            return self.one_more(&line, 0, entry);
        }
        // Behind the first field, which is `format` in most briefs.
        let first = Some(line_at(text, 0)).filter(|line| !line.is_blank);
        let first = first.or_else(|| lines_below(text, 0).find(|line| !line.is_blank));
        let at = first.map_or(0, |line| block_end(text, &line, 1));
        (at..at, format!("{line_break}allow:{line_break}  - {entry}"))
    }
}

/// Returns the innermost item that has an `allow`, or the `from` of a run.
fn owner<'s, 't>(steps: &'s [Placed<'t>]) -> Option<&'s Placed<'t>> {
    let number = (1..steps.len()).rev().find(|number| {
        let before = steps.get(number - 1).map(|placed| placed.step);
        let of_list = |name| before == Some(Step::Key(name));
        steps
            .get(*number)
            .is_some_and(|placed| placed.step == Step::Item)
            && WITH_ALLOW.into_iter().any(of_list)
    })?;
    let next = steps.get(number + 1);
    let from = next.filter(|placed| placed.step == Step::Key("from"));
    from.or_else(|| steps.get(number))
}
