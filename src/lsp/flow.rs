//! Finds the place of a byte within a flow collection, `[a, { b: c }]`, which may not have ended yet.

use std::ops::Range;

use super::path::{Role, Step};
use super::written::key;

/// The place of a byte in a flow collection.
pub(super) struct Flow<'t> {
    /// From the collection to the place.
    pub(super) steps: Vec<Step<'t>>,
    pub(super) role: Role,
    pub(super) typed: Range<usize>,
    /// The fields of the mapping that stand before it.
    pub(super) beside: Vec<&'t str>,
}

/// A collection that has not ended.
struct Open<'t> {
    is_mapping: bool,
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
    let mut reader = Reader {
        text: before,
        at: 0,
        open: Vec::new(),
        word: 0,
        looked: (0, true),
    };
    reader.read()?;
    let last = reader.open.last()?;
    let role = if last.is_mapping && last.key.is_none() {
        Role::Key
    } else {
        Role::Value
    };
    let steps = reader.open.iter().filter_map(|open| match open.key {
        Some(key) => Some(Step::Key(key)),
        None => (!open.is_mapping).then_some(Step::Item),
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

struct Reader<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Open<'t>>,
    /// Where the value or key begins that is being read.
    word: usize,
    /// Where what was looked at for it ends, and whether that is nothing but spaces.
    looked: (usize, bool),
}

impl<'t> Reader<'t> {
    /// Reads up to the end of the text; nothing, if the outermost collection ends before.
    fn read(&mut self) -> Option<()> {
        while let Some(c) = self.rest().chars().next() {
            let begins = self.begins_word();
            match c {
                '[' | '{' if begins => {
                    self.open.push(Open {
                        is_mapping: c == '{',
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
                    if let Some(open) = self.open.last_mut() {
                        open.key = None;
                    }
                    self.next_word(1);
                }
                '#' if self.text.get(..self.at)?.ends_with([' ', '\n']) => {
                    self.at += self.rest().find('\n').unwrap_or(self.rest().len());
                }
                '"' | '\'' if begins && !self.take_key() => {
                    let inner = self.rest().get(1..)?;
                    if let Some(end) = inner.find(c) {
                        self.at += end + 2;
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
        self.next_word(length);
        true
    }
}
