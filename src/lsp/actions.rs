//! Proposes edits for faults whose help can be applied: what was meant, a label, a field, an entry of
//! `allow` with a reason that is still to be written.

use std::ops::Range;

use super::blocks::{block_end, top_key};
use super::opened::Opened;
use super::path::Step;
use super::siblings;
use super::spot::{Placed, Spot};
use super::tried;
use super::written::{Begins, line_at, lines_above, lines_below};
use crate::diagnostics::{Diagnostic, Severity, Span};
use crate::model::{QuoteKind, Reason};

/// The lists whose items have an `allow` of their own.
const WITH_ALLOW: [&str; 5] = ["claims", "positions", "events", "tensions", "gaps"];
/// Rules that only the `allow` of the brief silences, wherever they are broken.
const OF_BRIEF: [&str; 2] = ["unused-id", "withdrawn-claim"];
/// Stands for what only the writer can say; `check` asks for it until it is said.
const UNWRITTEN: &str = "TODO";

/// An edit that may do away with a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does.
    pub title: String,
    /// Bytes of the text itself, and what is written in their place.
    pub edits: Vec<(Range<usize>, String)>,
    /// Whether it is most likely what is wanted.
    pub is_preferred: bool,
}

impl Action {
    pub(super) fn new(
        title: impl Into<String>,
        range: Range<usize>,
        text: impl Into<String>,
    ) -> Self {
        Self {
            title: title.into(),
            edits: vec![(range, text.into())],
            is_preferred: false,
        }
    }
}

impl Opened {
    /// Returns what may be done about a fault of the text itself: of what comes to mind, that which does
    /// away with it and makes no other, as `read` shows, which reads a text in the place of this.
    pub fn actions(&self, diagnostic: &Diagnostic, read: impl Fn(&str) -> Self) -> Vec<Action> {
        let mut actions = self.thought_of(diagnostic);
        actions.retain(|action| {
            let after = read(&tried::applied(self.text(), &action.edits));
            tried::mends(self, &after, diagnostic, &action.edits)
        });
        if let [only] = &mut *actions {
            only.is_preferred = diagnostic.severity() == Severity::Error;
        }
        actions
    }

    fn thought_of(&self, diagnostic: &Diagnostic) -> Vec<Action> {
        let span = diagnostic.primary().place.span();
        let own = span.filter(|span| span.end <= self.end());
        if span.is_some() && own.is_none() {
            return Vec::new();
        }
        let mut actions = Vec::new();
        if let Some(span) = own {
            actions.extend(self.proposed(diagnostic, span));
            match diagnostic.code() {
                "unlabelled-fragment" => {
                    actions.extend(self.labelled(span, &[QuoteKind::Fragment, QuoteKind::Full]));
                }
                "unlabelled-edit" => {
                    let kinds = [QuoteKind::Edited, QuoteKind::EditedInSource];
                    actions.extend(self.labelled(span, &kinds));
                }
                "unexplained-anonymity" => {
                    let field = format!("reason: {}", Reason::NOT_GIVEN);
                    let title = "The source gives no reason: say so";
                    actions.extend(self.added_to_voice(span, &field, title));
                }
                "unused-allow" => actions.extend(self.without_entry(span)),
                _ => {}
            }
        }
        if let Some((list, item)) = diagnostic.addition() {
            actions.push(self.added(list, item));
        }
        actions.extend(self.allowed(diagnostic, own));
        actions
    }

    /// Returns what was meant in place of what is written.
    fn proposed(&self, diagnostic: &Diagnostic, span: Span) -> Vec<Action> {
        let text = self.text();
        let Some(raw) = text.get(span.range()) else {
            return Vec::new();
        };
        let mark = raw.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inner = mark.map_or(raw, |mark| raw.trim_matches(mark));
        // Where a part is not written as it reads, the place is that of the whole.
        let is_part = diagnostic.message().contains(inner) || diagnostic.code() == "invalid-url";
        let proposals = diagnostic.proposals().iter().filter(|_| is_part);
        let is_in_flow = || Spot::at(text, span.start).is_in_flow;
        let actions = proposals.map(|proposal| {
            let written = match mark {
                Some('"') => format!("{proposal:?}"),
                Some(_) => format!("'{}'", proposal.replace('\'', "''")),
                None if is_in_flow() && proposal.contains([',', '[', ']', '{', '}']) => {
                    format!("'{}'", proposal.replace('\'', "''"))
                }
                None => proposal.clone(),
            };
            Action::new(format!("Write `{proposal}`"), span.range(), written)
        });
        let mut actions: Vec<Action> = actions.collect();
        if let Some(first) = actions.first_mut() {
            first.is_preferred = true;
        }
        actions
    }

    fn added_to_voice(&self, id: Span, field: &str, title: &str) -> Option<Action> {
        let text = self.text();
        let line = line_at(text, id.start);
        let brace = line
            .value()
            .starts_with('{')
            .then(|| line.start + line.text.len() - line.value().len() + 1);
        if let Some(brace) = brace {
            return Some(Action::new(title, brace..brace, format!(" {field},")));
        }
        let first = lines_below(text, line.start).find(|line| !line.is_blank)?;
        let column = id.start - line.start;
        (first.indent > column).then(|| {
            let indent = first.indent;
            let written = format!("{:indent$}{field}{}", "", self.line_break());
            Action::new(title, first.start..first.start, written)
        })
    }

    /// Adds an item to a list at the top, which may not be there yet.
    fn added(&self, list: &str, item: &str) -> Action {
        let text = self.text();
        let title = format!("Add to `{list}`: `{item}`");
        let line_break = self.line_break();
        let is_there = top_key(text, list);
        if let Some(line) = is_there
            .as_ref()
            .filter(|line| line.value().starts_with('['))
        {
            let (range, written) = self.one_more(line, line.start, 0, item);
            return Action::new(title, range, written);
        }
        if let Some(line) = is_there.filter(|line| !line.has_value()) {
            let first = lines_below(text, line.start).find(|line| !line.is_blank);
            let indent =
                first.filter(|first| matches!(first.begins().first(), Some(Begins::Item { .. })));
            let indent = indent.map_or(2, |first| first.indent);
            let end = block_end(text, &line, 1);
            return Action::new(
                title,
                end..end,
                format!("{line_break}{:indent$}- {item}", ""),
            );
        }
        let end = text.len();
        let before = if text.ends_with('\n') { "" } else { line_break };
        let written = format!("{before}{list}:{line_break}  - {item}{line_break}");
        Action::new(title, end..end, written)
    }

    /// Takes an entry of `allow` out that stands in lines of its own.
    fn without_entry(&self, code: Span) -> Option<Action> {
        let text = self.text();
        let spot = Spot::at(text, code.start);
        let item = spot
            .steps
            .iter()
            .rev()
            .find(|placed| placed.step == Step::Item)?;
        let line = line_at(text, item.line);
        let title = "Take the entry out";
        if spot.is_in_flow {
            let range = self.flow_entry(code, line.text.trim_start().starts_with("allow:"))?;
            return Some(Action::new(title, range, ""));
        }
        let end = block_end(text, &line, item.column + 1);
        let above = lines_above(text, line.start).find(|line| !line.is_blank)?;
        let below = lines_below(text, end).find(|line| !line.is_blank);
        let has_more = below.is_some_and(|below| {
            below.indent == item.column && below.text.trim_start().starts_with("- ")
        });
        let is_first = above.text.trim_start().starts_with("allow:");
        let start = if is_first && !has_more {
            above.start
        } else {
            line.start
        };
        Some(Action::new(title, self.lines(start, end), ""))
    }

    /// Returns the bytes of an entry in a flow list, with its comma; of the only one, all lines of the list.
    fn flow_entry(&self, code: Span, has_own_line: bool) -> Option<Range<usize>> {
        let text = self.text();
        let (before, after) = (text.get(..code.start)?, text.get(code.end..)?);
        let start = before.rfind('{')?;
        let end = code.end + after.find('}')? + 1;
        let rest = text.get(end..)?;
        let list = before.get(..start)?.trim_end();
        if let Some(more) = rest.trim_start().strip_prefix(',') {
            let next = more.trim_start();
            return Some(start..text.len() - next.len());
        }
        if list.ends_with(',') {
            return Some(list.len() - 1..end);
        }
        let is_alone = list.ends_with('[') && rest.trim_start().starts_with(']');
        let line = line_at(text, start);
        (is_alone && has_own_line).then(|| self.lines(line.start, end))
    }

    /// Silences the rule where it is broken, with a reason that is still to be written.
    fn allowed(&self, diagnostic: &Diagnostic, span: Option<Span>) -> Option<Action> {
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
            Some(owner) => self.allowed_in(owner, &entry)?,
        };
        Some(Action::new(title, range, written))
    }

    fn allowed_at_top(&self, entry: &str) -> (Range<usize>, String) {
        let text = self.text();
        let line_break = self.line_break();
        if let Some(line) = top_key(text, "allow") {
            return self.one_more(&line, line.start, 0, entry);
        }
        // Behind the first field, which is `format` in most briefs.
        let first = Some(line_at(text, 0)).filter(|line| !line.is_blank);
        let first = first.or_else(|| lines_below(text, 0).find(|line| !line.is_blank));
        let at = first.map_or(0, |line| block_end(text, &line, 1));
        (at..at, format!("{line_break}allow:{line_break}  - {entry}"))
    }

    fn allowed_in(&self, owner: &Placed<'_>, entry: &str) -> Option<(Range<usize>, String)> {
        let text = self.text();
        let line = line_at(text, owner.line);
        let after = line
            .text
            .get(owner.column..)?
            .trim_start_matches(['-', ' ']);
        let at = line.start + line.text.len() - after.len();
        if after.starts_with('{') {
            return Some((at + 1..at + 1, format!(" allow: [{entry}],")));
        }
        // The fields of a `from` stand below it, those of an item beside its mark.
        let (column, line) = match owner.step {
            Step::Item => (at - line.start, line),
            Step::Key(_) => {
                if line.value().starts_with('{') {
                    let at = line.start + line.text.len() - line.value().len() + 1;
                    return Some((at..at, format!(" allow: [{entry}],")));
                }
                let first = lines_below(text, line.start).find(|line| !line.is_blank)?;
                (first.indent, first)
            }
        };
        let fields = siblings::fields(text, line.start, column);
        if let Some(field) = fields.iter().find(|field| field.name == "allow") {
            let own = line_at(text, field.value);
            return Some(self.one_more(&own, own.start, column, entry));
        }
        let end = block_end(text, &line, column);
        let line_break = self.line_break();
        Some((
            end..end,
            format!("{line_break}{:column$}allow: [{entry}]", ""),
        ))
    }

    /// Adds an entry to an `allow` that is there.
    fn one_more(
        &self,
        line: &super::written::Line<'_>,
        start: usize,
        column: usize,
        entry: &str,
    ) -> (Range<usize>, String) {
        let text = self.text();
        let value = line.value().trim_end();
        if value.starts_with('[') {
            let at = line.start + line.text.len() - line.value().len() + 1;
            let comma = if value.starts_with("[]") { "" } else { ", " };
            return (at..at, format!("{entry}{comma}"));
        }
        let first = lines_below(text, start).find(|line| !line.is_blank);
        let indent = first.map_or(column + 2, |first| first.indent.max(column));
        let at = start + line.text.len();
        (
            at..at,
            format!("{}{:indent$}- {entry}", self.line_break(), ""),
        )
    }

    /// Returns whole lines, with the break of the last.
    fn lines(&self, start: usize, end: usize) -> Range<usize> {
        let rest = self.text().get(end..).unwrap_or("");
        let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
        start..end + length
    }

    pub(super) fn line_break(&self) -> &'static str {
        let text = self.text();
        if text.contains("\r\n") { "\r\n" } else { "\n" }
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
