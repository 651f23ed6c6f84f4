//! Reads single lines of YAML: with what they begin, and what stands after it.

use std::cell::OnceCell;
use std::iter;

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins<'t> {
    /// The mark of an item, at a column.
    Item { at: usize },
    /// A key at a column, and where its colon ends.
    Key {
        name: &'t str,
        at: usize,
        ends: usize,
    },
}

/// A line of a text, without its break.
#[derive(Clone, Debug)]
pub(super) struct Line<'t> {
    /// The byte at which it begins.
    pub(super) start: usize,
    pub(super) text: &'t str,
    pub(super) indent: usize,
    /// Whether it has nothing, or a comment.
    pub(super) is_blank: bool,
    /// Once they were asked for: marks of items, and then one key; and the column at which the rest begins.
    read: OnceCell<(Vec<Begins<'t>>, usize)>,
}

impl<'t> Line<'t> {
    fn of(start: usize, text: &'t str) -> Self {
        let text = text.trim_end_matches(['\n', '\r']);
        let indent = text.len() - text.trim_start_matches(' ').len();
        let content = text.get(indent..).unwrap_or("");
        Self {
            start,
            text,
            indent,
            is_blank: content.trim_start().is_empty() || content.starts_with('#'),
            read: OnceCell::new(),
        }
    }

    /// Returns what the line begins with: marks of items, and then one key.
    pub(super) fn begins(&self) -> &[Begins<'t>] {
        &self.read().0
    }

    /// Returns what the line begins with, and the column of what follows. Most lines are not asked for it.
    fn read(&self) -> &(Vec<Begins<'t>>, usize) {
        self.read.get_or_init(|| {
            let (mut begins, mut at) = (Vec::new(), self.indent);
            if self.is_blank {
                return (begins, at);
            }
            let spaces = |after: &str| self.text.len() - after.trim_start_matches(' ').len();
            loop {
                let rest = self.text.get(at..).unwrap_or("");
                let after = rest.strip_prefix('-');
                let is_mark = |after: &&str| after.is_empty() || after.starts_with(' ');
                let Some(after) = after.filter(is_mark) else {
                    break;
                };
                begins.push(Begins::Item { at });
                at = spaces(after);
            }
            if let Some((name, length)) = key(self.text.get(at..).unwrap_or("")) {
                let ends = at + length;
                begins.push(Begins::Key { name, at, ends });
                at = spaces(self.text.get(ends..).unwrap_or(""));
            }
            (begins, at)
        })
    }

    /// Returns the byte at which what follows keys and marks begins, if it is before a byte; else that.
    pub(super) fn rest(&self, byte: usize) -> usize {
        let begun = self.begins().iter().rev().find(|begins| match begins {
            Begins::Item { at } => self.start + at < byte,
            Begins::Key { ends, .. } => self.start + ends <= byte,
        });
        let from = match begun {
            Some(Begins::Item { at }) => at + 1,
            Some(Begins::Key { ends, .. }) => *ends,
            None => 0,
        };
        let until = byte.saturating_sub(self.start).max(from);
        let before = self
            .text
            .get(from..until.min(self.text.len()))
            .unwrap_or("");
        let spaces = before.len() - before.trim_start_matches(' ').len();
        (self.start + from + spaces).min(byte)
    }

    /// Returns the column of what is typed first in the line, at a byte.
    pub(super) fn column_of_rest(&self, byte: usize) -> usize {
        self.rest(byte).saturating_sub(self.start)
    }

    /// Returns what stands after keys and marks.
    pub(super) fn value(&self) -> &'t str {
        self.text.get(self.read().1..).unwrap_or("")
    }

    /// Says whether a value stands after them, other than a comment or the name of an anchor.
    pub(super) fn has_value(&self) -> bool {
        let value = self.value().trim_end();
        let is_anchor = value.starts_with('&') && !value.contains(' ');
        !value.is_empty() && !value.starts_with('#') && !is_anchor
    }
}

/// Reads a key and its colon at the beginning of a text, with the length of both.
pub(super) fn key(text: &str) -> Option<(&str, usize)> {
    let mark = text.chars().next()?;
    let (name, length) = if matches!(mark, '"' | '\'') {
        let (name, _) = text.get(1..)?.split_once(mark)?;
        (name, name.len() + 2)
    } else {
        let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$');
        let length = text.find(|c| !is_key(c))?;
        (text.get(..length)?, length)
    };
    let rest = text.get(length..)?;
    let after = rest.trim_start_matches(' ').strip_prefix(':')?;
    let ends = text.len() - after.len();
    // JSON needs no space there.
    let is_marked = matches!(mark, '"' | '\'');
    let is_key = !name.is_empty() && (after.is_empty() || after.starts_with(' ') || is_marked);
    is_key.then_some((name, ends))
}

/// Returns the line of a byte.
pub(super) fn line_at(text: &str, byte: usize) -> Line<'_> {
    let before = text.get(..byte).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let rest = text.get(start..).unwrap_or("");
    Line::of(start, rest.split('\n').next().unwrap_or(""))
}

/// Goes through the lines above one that begins at a byte, from below.
pub(super) fn lines_above(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let mut end = start;
    iter::from_fn(move || {
        let last = end.checked_sub(1)?;
        let before = text.get(..last)?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        end = start;
        Some(Line::of(start, text.get(start..last)?))
    })
}

/// Goes through the lines below one that begins at a byte, from above.
pub(super) fn lines_below(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let rest = text.get(start..).unwrap_or("");
    let mut start = start;
    let lines = rest.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        Line::of(at, line)
    });
    lines.skip(1)
}
