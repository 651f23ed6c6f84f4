//! Tells which characters hide: they leave no mark, or reorder what stands around them; and where
//! they are spelling all the same. Tells what the script of a letter does, and where lines begin.
//!
//! One table for all: what a brief may not hold is nothing in a snapshot, and is not shown raw on a
//! terminal.

mod hidden;
mod lines;
mod scripts;
mod spelling;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use hidden::{is_blank, is_nothing, is_unsafe};
pub(crate) use lines::{line_of, line_starts};
pub(crate) use scripts::{
    has_no_capitals, has_no_word_spaces, is_left_to_right, is_right_to_left, is_unspaced_by_words,
};
pub(crate) use spelling::{hiding, is_all_emoji, is_plain};
pub(crate) use words::{WORD, count_words, first_words, is_character, weight, words};
