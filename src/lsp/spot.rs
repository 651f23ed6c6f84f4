//! Finds at what place of the format a byte of a text stands, also while the text is no YAML: people
//! are asked of it in the middle of a word.
//!
//! It goes up from the line of the byte, from each line to the one that is indented less, and reads
//! flow collections from where they begin. What it cannot tell is taken for a text.

use std::ops::Range;

use super::flow;
use super::path::{Role, Step};
use super::written::{Begins, Line, line_at, lines_above};

/// A step, and where it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'t> {
    pub(super) step: Step<'t>,
    /// Where its line begins, and its column there. Within a flow collection, where that begins.
    pub(super) line: usize,
    pub(super) column: usize,
    /// Where it begins itself, within a flow collection.
    pub(super) flow: Option<usize>,
}

/// The place of a byte.
#[derive(Clone, Debug)]
pub(super) struct Spot<'t> {
    /// From the top to the place.
    pub(super) steps: Vec<Placed<'t>>,
    pub(super) role: Role,
    /// The word there, or the text as far as it stands in its line.
    pub(super) typed: Range<usize>,
    /// The fields that stand beside it within the same flow mapping.
    pub(super) beside: Vec<&'t str>,
    /// The column of the mapping whose field it is, unless that is a flow mapping.
    pub(super) column: Option<usize>,
    /// Whether it stands in a flow collection.
    pub(super) is_in_flow: bool,
}

impl<'t> Spot<'t> {
    /// Finds the place of a byte.
    pub(super) fn at(text: &'t str, byte: usize) -> Self {
        let byte = text.floor_char_boundary(byte);
        let line = line_at(text, byte);
        let mut spot = Self {
            steps: Vec::new(),
            role: Role::Either,
            typed: line.rest(byte)..byte,
            beside: Vec::new(),
            column: Some(line.column_of_rest(byte)),
            is_in_flow: false,
        };
        let mut below = Below {
            column: spot.column.unwrap_or(0),
            is_item: false,
        };
        if let Some(root) = root(text) {
            // As JSON has it. Nothing stands around it.
            spot.column = None;
            spot.take_flow(text, byte, root);
            spot.steps.reverse();
            return spot;
        }
        spot.take_own_line(text, byte, &line, &mut below);
        for line in lines_above(text, line.start) {
            if below.column == 0 && !below.is_item {
                break;
            }
            if line.indent > below.column || line.is_blank {
                continue;
            }
            spot.take_line_above(text, byte, &line, &mut below);
        }
        spot.steps.reverse();
        spot
    }

    /// Says whether a byte stands in a comment.
    pub(super) fn is_in_comment(&self, text: &str, byte: usize) -> bool {
        let line = line_at(text, byte);
        let before = text.get(line.start..byte).unwrap_or("");
        let value_of = |line: &Line<'_>| line.value().chars().next().unwrap_or(' ');
        let goes_on = self.column.is_none() && !self.is_in_flow;
        let owner = self.steps.last().filter(|_| goes_on);
        let owner = owner.map(|placed| value_of(&line_at(text, placed.line)));
        // In a block, or between quote marks, it is a character as others are.
        if owner.is_some_and(|first| matches!(first, '|' | '>' | '"' | '\'')) {
            return false;
        }
        if before.trim_start().starts_with('#') {
            return true;
        }
        let mut mark = None;
        let mut last = ' ';
        for c in before.chars() {
            match mark {
                Some(open) if c == open && last != '\\' => mark = None,
                None if c == '#' && last.is_whitespace() => return true,
                None if matches!(c, '"' | '\'') && !last.is_alphanumeric() => mark = Some(c),
                Some(_) | None => {}
            }
            last = c;
        }
        false
    }

    /// Returns the steps without their places.
    pub(super) fn path(&self) -> Vec<Step<'t>> {
        self.steps.iter().map(|placed| placed.step).collect()
    }

    fn push(&mut self, step: Step<'t>, line: usize, column: usize) {
        self.steps.push(Placed {
            step,
            line,
            column,
            flow: None,
        });
    }

    fn take_own_line(&mut self, text: &'t str, byte: usize, line: &Line<'t>, below: &mut Below) {
        for begin in line.begins().iter().rev() {
            match *begin {
                Begins::Key { name, at, ends } if line.start + ends <= byte => {
                    self.role = Role::Value;
                    self.push(Step::Key(name), line.start, at);
                    self.column = Some(at);
                    below.take(at, false);
                    self.take_flow(text, byte, line.start + ends);
                }
                Begins::Key { at, ends, .. } => {
                    self.role = Role::Key;
                    let start = line.start + at;
                    // With its quote marks.
                    let written = text.get(start..line.start + ends).unwrap_or_default();
                    let written = written.trim_end().trim_end_matches(':').trim_end();
                    self.typed = start..(start + written.len()).max(byte);
                    self.column = Some(at);
                    below.take(at, false);
                }
                Begins::Item { at } if line.start + at < byte => {
                    self.push(Step::Item, line.start, at);
                    below.take(at, true);
                    if self.steps.len() == 1 && self.role == Role::Either {
                        self.take_flow(text, byte, line.start + at + 1);
                    }
                }
                Begins::Item { .. } => {}
            }
        }
    }

    fn take_line_above(&mut self, text: &'t str, byte: usize, line: &Line<'t>, below: &mut Below) {
        for (number, begin) in line.begins().iter().enumerate().rev() {
            match *begin {
                Begins::Key { name, at, ends } => {
                    let is_above = at < below.column || below.is_item && at == below.column;
                    if !is_above {
                        continue;
                    }
                    if line.has_value() {
                        // What stands below a value goes on with it.
                        self.goes_on(text, byte, line.start + ends);
                    }
                    self.push(Step::Key(name), line.start, at);
                    below.take(at, false);
                }
                Begins::Item { at } if at < below.column => {
                    let is_last = number + 1 == line.begins().len();
                    if is_last && line.has_value() {
                        self.goes_on(text, byte, line.start + at + 1);
                    }
                    self.push(Step::Item, line.start, at);
                    below.take(at, true);
                }
                Begins::Item { .. } => {}
            }
        }
    }

    /// Takes what stands at the byte for a part of a value that begins in a line above.
    fn goes_on(&mut self, text: &'t str, byte: usize, value: usize) {
        self.steps.clear();
        self.role = Role::Value;
        self.column = None;
        self.is_in_flow = false;
        let own = line_at(text, byte);
        self.typed = (own.start + own.indent).min(byte)..byte;
        self.take_flow(text, byte, value);
    }

    /// Takes the place within a flow collection, if one begins at a value and has not ended.
    fn take_flow(&mut self, text: &'t str, byte: usize, value: usize) {
        let Some(flow) = flow::at(text, value, byte) else {
            return;
        };
        let line = line_at(text, value).start;
        let outer = self.steps.clone();
        self.steps = Vec::new();
        let steps = flow.steps.into_iter().rev();
        self.steps.extend(steps.map(|(step, at)| Placed {
            step,
            line,
            column: value - line,
            flow: Some(at),
        }));
        self.steps.extend(outer);
        self.role = flow.role;
        self.typed = flow.typed;
        self.beside = flow.beside;
        self.column = None;
        self.is_in_flow = true;
    }
}

/// Returns where a text begins that is a flow mapping as a whole.
pub(super) fn root(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '\u{FEFF}']);
        let is_blank =
            content.trim().is_empty() || content.starts_with('#') || content.starts_with("---");
        if !is_blank {
            return content
                .starts_with('{')
                .then(|| start + line.len() - content.len());
        }
        start += line.len();
    }
    None
}

/// What has to stand above.
struct Below {
    column: usize,
    /// Whether it is an item: a key above it may have the same column.
    is_item: bool,
}

impl Below {
    fn take(&mut self, column: usize, is_item: bool) {
        *self = Self { column, is_item };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Role, Spot, Step};

    /// Returns the path to the cursor, what can be typed there, and what is typed.
    fn spot(marked: &str) -> String {
        let byte = marked.find('‸').unwrap();
        let text = marked.replace('‸', "");
        let spot = Spot::at(&text, byte);
        let steps = spot.path().into_iter().map(|step| match step {
            Step::Key(key) => format!("/{key}"),
            Step::Item => "/-".to_owned(),
        });
        let role = match spot.role {
            Role::Key => "key",
            Role::Value => "value",
            Role::Either => "either",
        };
        let typed = text.get(spot.typed).unwrap();
        format!("{} {role} {typed}", steps.collect::<String>())
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn places_are_found_in_what_is_no_yaml_yet() {
        for (marked, expected) in [
            ("tit‸", " either tit"),
            ("a: b\n‸\nc: d", " either "),
            ("lang: e‸n", "/lang value e"),
            ("la‸ng: en", " key lang"),
            ("‸'ж': en", " key 'ж'"),
            ("claims:\n  - id: a\n    voice: ‸", "/claims/-/voice value "),
            ("claims:\n- id: a\n  vo‸\n  in: b", "/claims/- either vo"),
            (
                "claims:\n  - id: a\n    voice: [b, c‸",
                "/claims/-/voice/- value c",
            ),
            (
                "claims:\n  - id: a\n    voice: [b, ‸]\n",
                "/claims/-/voice/- value ",
            ),
            (
                "claims:\n  - id: a\n    about:\n      - ‸",
                "/claims/-/about/- either ",
            ),
            (
                "claims:\n  - id: a\n    about:\n    - x‸\n",
                "/claims/-/about/- either x",
            ),
            (
                "positions:\n  - { of: a, \"on\": b‸ }",
                "/positions/-/on value b",
            ),
            (
                "positions:\n  - { of: a, on: b,\n      st‸",
                "/positions/- key st",
            ),
            ("positions:\n  - {‸", "/positions/- key "),
            (
                "claims:\n  - from: { voice: a,\n      said: { date: ‸",
                "/claims/-/from/said/date value ",
            ),
            (
                "claims:\n  - from:\n      voice: a\n    claims:\n      - id: b\n        quotes:\n          - text: c ‸",
                "/claims/-/claims/-/quotes/-/text value c ",
            ),
            (
                "bottom_line: >-\n  One: two.\n\n  three: [@‸",
                "/bottom_line value three: [@",
            ),
            ("a: |\n  - b: c\n  - d‸", "/a value - d"),
            (
                "voices:\n  a:\n    name: B\n    ro‸le: C",
                "/voices/a key role",
            ),
            (
                "voices:\n  a: { name: B, role: ‸ }",
                "/voices/a/role value ",
            ),
            (
                "allow:\n  - rule: x\n    reason: y\n  - ‸",
                "/allow/- either ",
            ),
            ("a:\n  b: c\n‸", " either "),
            ("a:\n  b: c\n  ‸", "/a either "),
            ("a: \"b: c‸", "/a value \"b: c"),
            ("a: 'b, [c‸", "/a value 'b, [c"),
        ] {
            assert_eq!(spot(marked), expected, "{marked}");
        }
    }

    /// It would take minutes if each space looked back at all before it.
    #[test]
    fn spaces_in_a_flow_collection_are_passed_once() {
        let spaces = " ".repeat(1_000_000);
        let found = spot(&format!("claims:\n  - about: [a,{spaces}b‸"));
        assert_eq!(found, "/claims/-/about/- value b");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in r#"([-a:\[\]{},"'#|>& \n]|ж|🙂){0,40}"#, byte in 0..60_usize) {
            let spot = Spot::at(&text, byte);
            prop_assert!(text.get(spot.typed).is_some());
        }
    }
}
