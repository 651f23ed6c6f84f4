//! Compares two texts word by word: what both have, and what one alone has.

use std::fmt;
use std::ops::Range;

use crate::characters::{is_character, words};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Longer texts are not compared word by word: one takes the place of the other as a whole.
const MOST_WORDS: usize = 500;

/// Marks that close what stands before them: words of their own, without a space before.
const CLOSING: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '”', '»', '"'];
/// Marks that end a sentence.
const ENDS: &[&str] = &[".", "!", "?"];

/// Words of an old text, of a new one, or of both, with the space before them if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Same(String),
    /// The old text alone has them.
    Removed(String),
    /// The new text alone has them.
    Added(String),
}

/// What two texts share and where they differ, in order: put together, what is the same and what
/// was removed is the old text, what is the same and what was added the new one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordDiff(Vec<Words>);

impl WordDiff {
    /// Compares two texts word by word; none if their words are the same.
    pub(crate) fn between(old: &str, new: &str) -> Option<Self> {
        let (old, new) = (spaced(old), spaced(new));
        if old == new {
            return None;
        }
        let (old, new) = (words(&old), words(&new));
        let whole = DiffOp::Replace {
            old_index: 0,
            old_len: old.len(),
            new_index: 0,
            new_len: new.len(),
        };
        let operations = if old.len().max(new.len()) > MOST_WORDS {
            vec![whole]
        } else {
            joined(&capture_diff_slices(Algorithm::Myers, &old, &new), &old)
        };
        Some(Self::of(&operations, &old, &new))
    }

    /// Takes the words that operations keep, delete and insert; none begins with a space.
    pub(crate) fn of(operations: &[DiffOp], old: &[&str], new: &[&str]) -> Self {
        let mut diff = Vec::with_capacity(operations.len() + 1);
        for (index, operation) in operations.iter().enumerate() {
            let text = |words: &[&str], range: Range<usize>| {
                let text = words[range].concat();
                match index {
                    0 => text.trim_start().to_owned(),
                    _ => text,
                }
            };
            let removed = || text(old, operation.old_range());
            let added = || text(new, operation.new_range());
            match operation {
                DiffOp::Equal { .. } => diff.push(Words::Same(removed())),
                DiffOp::Delete { .. } => diff.push(Words::Removed(removed())),
                DiffOp::Insert { .. } => diff.push(Words::Added(added())),
                DiffOp::Replace { .. } => {
                    diff.extend([Words::Removed(removed()), Words::Added(added())]);
                }
            }
        }
        Self(diff)
    }

    pub(crate) fn words(&self) -> &[Words] {
        &self.0
    }

    /// Goes through the words in order: the space before them, which editions have them, and the
    /// words without the space.
    pub(crate) fn spaced(&self) -> impl Iterator<Item = (&str, &Words, &str)> {
        // At the beginning, no space stands before the words.
        let mut before: Option<&Words> = None;
        self.0.iter().enumerate().map(move |(index, words)| {
            let (Words::Same(text) | Words::Removed(text) | Words::Added(text)) = words;
            let (space, text) = text.split_at(usize::from(text.starts_with(' ')));
            let after_removed = index == 1 && matches!(before, Some(Words::Removed(_)));
            let is_mark = || text.starts_with(CLOSING) || is_character(text);
            let apart = after_removed && space.is_empty() && !is_mark();
            before = Some(words);
            (if apart { " " } else { space }, words, text)
        })
    }
}

/// As `wdiff` sets it: `[-the old text alone-]`, `{+the new text alone+}`.
impl fmt::Display for WordDiff {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spaced()
            .try_for_each(|(space, words, text)| match words {
                Words::Same(_) => write!(formatter, "{space}{text}"),
                Words::Removed(_) => write!(formatter, "{space}[-{text}-]"),
                Words::Added(_) => write!(formatter, "{space}{{+{text}+}}"),
            })
    }
}

/// Returns a text with one space between any two words.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Joins two replacements that one shared word alone keeps apart: they read as one.
fn joined(operations: &[DiffOp], old: &[&str]) -> Vec<DiffOp> {
    let mut joined: Vec<DiffOp> = Vec::with_capacity(operations.len());
    for &operation in operations {
        if let [
            ..,
            first @ DiffOp::Replace { .. },
            DiffOp::Equal {
                len: 1, old_index, ..
            },
        ] = joined[..]
            && let DiffOp::Replace { .. } = operation
            && old
                .get(old_index)
                .is_some_and(|word| !ENDS.contains(word) && !is_character(word))
        {
            joined.truncate(joined.len() - 2);
            joined.push(DiffOp::Replace {
                old_index: first.old_range().start,
                old_len: operation.old_range().end - first.old_range().start,
                new_index: first.new_range().start,
                new_len: operation.new_range().end - first.new_range().start,
            });
        } else {
            joined.push(operation);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{WordDiff, Words, spaced};

    fn shown(old: &str, new: &str) -> String {
        WordDiff::between(old, new).map_or_else(String::new, |diff| diff.to_string())
    }

    #[test]
    fn words_are_compared_and_spaces_are_not() {
        for (old, new, diff) in [
            ("a b c", " a  b\u{A0}c\n", ""),
            ("a b c", "a c", "a [-b-] c"),
            ("a c", "a b c", "a {+b+} c"),
            (
                "at the gate now",
                "at a gate now",
                "at [-the-] {+a+} gate now",
            ),
            ("a year.", "a year, from June.", "a year{+, from June+}."),
            ("a (year)", "a (year) — or", "a (year) {+— or+}"),
            ("", "a", "{+a+}"),
            ("a dog", "the dog", "[-a-] {+the+} dog"),
            ("a (b)", "a (c)", "a ([-b-]{+c+})"),
            ("我们要和平。", "我们要战平。", "我们要[-和-]{+战+}平。"),
            ("和平。", "战平。", "[-和-]{+战+}平。"),
            ("甲乙丙丁", "甲丑丙寅", "甲[-乙-]{+丑+}丙[-丁-]{+寅+}"),
            ("น้ำท่วม", "น้ำท่อม", "น้ำท่[-ว-]{+อ+}ม"),
        ] {
            assert_eq!(shown(old, new), diff);
        }
    }

    #[test]
    fn one_shared_word_does_not_tear_a_replacement_and_an_end_does() {
        let diff = shown("she said five of six now", "she said two of nine now");
        assert_eq!(diff, "she said [-five of six-] {+two of nine+} now");
        let diff = shown("on Monday. All agree.", "on Friday. Nobody knows.");
        assert_eq!(
            diff,
            "on [-Monday-] {+Friday+}. [-All agree-] {+Nobody knows+}."
        );
    }

    #[test]
    fn very_long_texts_are_replaced_as_a_whole() {
        let (old, new) = ("a ".repeat(501), "b ".repeat(2));
        assert!(shown(&old, &new).ends_with("a-] {+b b+}"));
    }

    proptest! {
        /// Both texts can be read from what is between them.
        #[test]
        fn a_diff_holds_both_texts(old in "[ab., ]{0,20}", new in "[ab., ]{0,20}") {
            let Some(diff) = WordDiff::between(&old, &new) else {
                prop_assert_eq!(spaced(&old), spaced(&new));
                return Ok(());
            };
            let side = |is_other: fn(&Words) -> bool| -> String {
                let words = diff.words().iter().filter(|words| !is_other(words));
                words
                    .map(|words| match words {
                        Words::Same(text) | Words::Removed(text) | Words::Added(text) => text.as_str(),
                    })
                    .collect()
            };
            prop_assert_eq!(side(|words| matches!(words, Words::Added(_))), spaced(&old));
            prop_assert_eq!(side(|words| matches!(words, Words::Removed(_))), spaced(&new));
        }
    }
}
