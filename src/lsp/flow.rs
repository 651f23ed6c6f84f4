//! Finds the place of a byte within a flow collection, `[a, { b: c }]`, which may not have ended yet.

use std::ops::Range;

use super::path::{Role, Step};
use super::written::key;

/// The place of a byte in a flow collection.
pub(super) struct Flow<'t> {
    /// From the collection to the place, with where each item or field begins.
    pub(super) steps: Vec<(Step<'t>, usize)>,
    pub(super) role: Role,
    pub(super) typed: Range<usize>,
    /// The fields of the mapping that stand before it.
    pub(super) beside: Vec<&'t str>,
}

/// A collection that has not ended.
struct Open<'t> {
    is_mapping: bool,
    /// Where the item or the field begins that is being read, with the spaces before it.
    part: usize,
    key: Option<&'t str>,
    keys: Vec<&'t str>,
}

/// Returns the place of a byte, if a flow collection begins at a value, spaces apart, and the byte is
/// in it.
pub(super) fn at(text: &str, value: usize, byte: usize) -> Option<Flow<'_>> {
    let before = text.get(value..byte)?;
    if !before.trim_start().starts_with(['[', '{']) {
        return None;
    }
    let mut reader = Reader::of(before);
    reader.read()?;
    let last = reader.open.last()?;
    let role = if last.is_mapping && last.key.is_none() {
        Role::Key
    } else {
        Role::Value
    };
    let steps = reader.open.iter().filter_map(|open| {
        let step = match open.key {
            Some(key) => Step::Key(key),
            None => (!open.is_mapping).then_some(Step::Item)?,
        };
        let part = before.get(open.part..)?;
        Some((
            step,
            value + open.part + (part.len() - part.trim_start().len()),
        ))
    });
    let word = before.get(reader.word..)?;
    let start = value + reader.word + (word.len() - word.trim_start().len());
    Some(Flow {
        steps: steps.collect(),
        role,
        typed: start.min(byte)..byte,
        beside: last.keys.clone(),
    })
}

/// Returns where a value ends that begins at a byte of a flow collection.
pub(super) fn value_end(text: &str, value: usize) -> Option<usize> {
    let rest = text.get(value..)?;
    let mark = rest.chars().next()?;
    match mark {
        '[' | '{' => {
            let mut reader = Reader::of(rest);
            reader.read().is_none().then_some(value + reader.at)
        }
        '"' | '\'' => Some(value + marked(rest, mark)?),
        _ => {
            let end = rest.find([',', ']', '}'])?;
            Some(value + rest.get(..end)?.trim_end().len())
        }
    }
}

/// Returns the length of a text in quote marks, with both.
fn marked(text: &str, mark: char) -> Option<usize> {
    let mut is_escaped = false;
    let mut inner = text.char_indices().skip(1);
    let (end, _) = inner.find(|(_, c)| {
        let ends = *c == mark && !is_escaped;
        is_escaped = mark == '"' && *c == '\\' && !is_escaped;
        ends
    })?;
    Some(end + 1)
}

/// Goes through the fields of a flow mapping, with where the value of each begins.
pub(super) fn fields(text: &str, mapping: usize) -> Vec<(&str, usize)> {
    let Some(rest) = text.get(mapping..) else {
        return Vec::new();
    };
    let mut reader = Reader::of(rest);
    reader.read();
    let fields = reader.fields.into_iter();
    fields
        .map(|(name, value)| (name, mapping + value))
        .collect()
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Open<'t>>,
    /// Where the value or key begins that is being read.
    word: usize,
    /// Where what was looked at for it ends, and whether that is nothing but spaces.
    looked: (usize, bool),
    /// The fields of the outermost mapping, and where the value of each begins.
    fields: Vec<(&'t str, usize)>,
}

impl<'t> Reader<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            word: 0,
            looked: (0, true),
            fields: Vec::new(),
        }
    }

    /// Reads up to the end of the text; nothing, if the outermost collection ends before.
    fn read(&mut self) -> Option<()> {
        while let Some(c) = self.rest().chars().next() {
            let begins = self.begins_word();
            match c {
                '[' | '{' if begins => {
                    self.open.push(Open {
                        is_mapping: c == '{',
                        part: self.at + 1,
                        key: None,
                        keys: Vec::new(),
                    });
                    self.next_word(1);
                }
                ']' | '}' => {
                    self.open.pop();
                    self.at += 1;
                    if self.open.is_empty() {
                        return None;
                    }
                }
                ',' => {
                    let part = self.at + 1;
                    if let Some(open) = self.open.last_mut() {
                        open.key = None;
                        open.part = part;
                    }
                    self.next_word(1);
                }
                '#' if self.text.get(..self.at)?.ends_with([' ', '\n']) => {
                    self.at += self.rest().find('\n').unwrap_or(self.rest().len());
                }
                '"' | '\'' if begins && !self.take_key() => {
                    if let Some(length) = marked(self.rest(), c) {
                        self.at += length;
                    } else {
                        // It is being typed.
                        self.word = self.at;
                        self.at = self.text.len();
                    }
                }
                '"' | '\'' if begins => {}
                _ if begins && !c.is_whitespace() && self.take_key() => {}
                _ => self.at += c.len_utf8(),
            }
        }
        Some(())
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn next_word(&mut self, length: usize) {
        self.at += length;
        self.word = self.at;
        self.looked = (self.at, true);
    }

    /// Says whether nothing but spaces stands before, of the value or key that is being read.
    fn begins_word(&mut self) -> bool {
        let (until, is_blank) = self.looked;
        let more = self.text.get(until..self.at).unwrap_or("");
        self.looked = (self.at, is_blank && more.trim().is_empty());
        self.looked.1
    }

    /// Takes a key and its colon, if they stand here.
    fn take_key(&mut self) -> bool {
        let Some((name, length)) = key(self.rest()) else {
            return false;
        };
        let Some(open) = self
            .open
            .last_mut()
            .filter(|open| open.is_mapping && open.key.is_none())
        else {
            return false;
        };
        open.key = Some(name);
        open.keys.push(name);
        if self.open.len() == 1 {
            let value = self.at + length;
            let rest = self.text.get(value..).unwrap_or("");
            let value = value + (rest.len() - rest.trim_start().len());
            self.fields.push((name, value));
        }
        self.next_word(length);
        true
    }
}
