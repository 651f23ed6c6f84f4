//! Adds fields and items to a text, however it is laid out.

use std::ops::Range;

use super::action::Action;
use super::blocks::{block_end, top_key};
use super::flow;
use super::opened::Opened;
use super::path::Step;
use super::siblings;
use super::spot::{Placed, root};
use super::written::{Begins, Line, line_at, lines_below};
use crate::diagnostics::Span;

impl Opened {
    /// Adds an item to a list at the top, which may not be there yet.
    pub(super) fn added(&self, list: &str, item: &str) -> Action {
        let text = self.text();
        let title = format!("Add to `{list}`: `{item}`");
        if let Some(root) = root(text) {
            let (range, written) = self.in_flow_mapping(root, list, item);
            return Action::new(title, range, written);
        }
        let line_break = self.line_break();
        let is_there = top_key(text, list);
        if let Some(line) = is_there
            .as_ref()
            .filter(|line| line.value().starts_with('['))
        {
            let (range, written) = self.one_more(line, 0, item);
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

    /// Adds an item to a list of a flow mapping, which begins at a byte.
    pub(super) fn in_flow_mapping(
        &self,
        mapping: usize,
        list: &str,
        item: &str,
    ) -> (Range<usize>, String) {
        let text = self.text();
        let item = self.in_own_form(item);
        let fields = flow::fields(text, mapping);
        let there = fields.iter().find(|(name, _)| *name == list);
        let there = there.map(|(_, value)| *value);
        if let Some(value) =
            there.filter(|value| text.get(*value..).is_some_and(|rest| rest.starts_with('[')))
        {
            let rest = text.get(value + 1..).unwrap_or("");
            let comma = if rest.trim_start().starts_with(']') {
                ""
            } else {
                ", "
            };
            return (value + 1..value + 1, format!("{item}{comma}"));
        }
        let rest = text.get(mapping + 1..).unwrap_or("");
        let comma = if rest.trim_start().starts_with('}') {
            ""
        } else {
            ","
        };
        let field = self.field(list, &format!("[{item}]"));
        (mapping + 1..mapping + 1, format!(" {field}{comma}"))
    }

    /// Adds a source, written as it is at a place, to those of a claim behind the first of them.
    pub(super) fn with_source(&self, first: Span, source: Span) -> Option<Action> {
        let text = self.text();
        let (written, source) = (text.get(first.range())?, text.get(source.range())?);
        let line = line_at(text, first.start);
        let before = text.get(line.start..first.start)?;
        let range = first.end..first.end;
        let (range, written) = if text.get(..first.start)?.trim_end().ends_with('[') {
            (range, format!(", {source}"))
        } else if before.trim_end().ends_with('-') {
            let indent = before.trim_end().len() - 1;
            (
                range,
                format!("{}{:indent$}- {source}", self.line_break(), ""),
            )
        } else {
            (first.range(), format!("[{written}, {source}]"))
        };
        let name = source.trim_matches(['"', '\'']);
        Some(Action::new(format!("Add `{name}` to `in`"), range, written))
    }

    /// Writes a field of a flow mapping, as JSON if all is JSON.
    pub(super) fn field(&self, name: &str, value: &str) -> String {
        if self.is_json() {
            format!("\"{name}\": {}", self.in_own_form(value))
        } else {
            format!("{name}: {value}")
        }
    }

    /// Writes a value as JSON, if all is.
    pub(super) fn in_own_form(&self, value: &str) -> String {
        let as_json = || {
            let value: serde_json::Value = serde_yaml::from_str(value).ok()?;
            serde_json::to_string(&value).ok()
        };
        let json = self.is_json().then(as_json).flatten();
        json.unwrap_or_else(|| value.to_owned())
    }

    fn is_json(&self) -> bool {
        let text = self.text();
        let inner = root(text).and_then(|root| text.get(root + 1..));
        inner.is_some_and(|inner| inner.trim_start().starts_with('"'))
    }

    /// Adds an item to a list that is a field of what a step leads to, or a field that has no item.
    pub(super) fn added_in(
        &self,
        owner: &Placed<'_>,
        name: &str,
        item: &str,
    ) -> Option<(Range<usize>, String)> {
        let text = self.text();
        let line = line_at(text, owner.line);
        let begin = owner.flow.unwrap_or(line.start + owner.column);
        let after = match owner.step {
            Step::Item if owner.flow.is_some() => begin,
            Step::Item => {
                let rest = line
                    .text
                    .get(owner.column..)?
                    .trim_start_matches(['-', ' ']);
                line.start + line.text.len() - rest.len()
            }
            Step::Key(_) => {
                let (_, length) = super::written::key(text.get(begin..)?)?;
                let rest = text.get(begin + length..)?;
                text.len() - rest.trim_start_matches(' ').len()
            }
        };
        if text.get(after..)?.starts_with('{') {
            return Some(self.in_flow_mapping(after, name, item));
        }
        // The fields of a `from` stand below it, those of an item beside its mark.
        let (column, line) = match owner.step {
            Step::Item if line.text.get(after - line.start..)?.is_empty() => {
                let first = lines_below(text, line.start).find(|line| !line.is_blank)?;
                (first.indent, first)
            }
            Step::Item => (after - line.start, line),
            Step::Key(_) => {
                let first = lines_below(text, line.start).find(|line| !line.is_blank)?;
                (first.indent, first)
            }
        };
        let fields = siblings::fields(text, line.start, column);
        if let Some(field) = fields.iter().find(|field| field.name == name) {
            let own = line_at(text, field.value);
            return Some(self.one_more(&own, column, item));
        }
        let end = block_end(text, &line, column);
        let line_break = self.line_break();
        Some((
            end..end,
            format!("{line_break}{:column$}{name}: [{item}]", ""),
        ))
    }

    /// Adds an item to the list of a field.
    pub(super) fn one_more(
        &self,
        line: &Line<'_>,
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
        let first = lines_below(text, line.start).find(|line| !line.is_blank);
        let indent = first.map_or(column + 2, |first| first.indent.max(column));
        let at = line.start + line.text.len();
        (
            at..at,
            format!("{}{:indent$}- {entry}", self.line_break(), ""),
        )
    }

    pub(super) fn line_break(&self) -> &'static str {
        let text = self.text();
        if text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}
