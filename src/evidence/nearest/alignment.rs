//! Compares the words of a quote with those of a passage.

use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::super::vowels::{has_vowels, without_vowels};

/// Compares a quote with a passage; if one of them alone has vowels that are marks, without them, unless
/// nothing else differs.
pub(super) fn aligned_by_letters(quoted: &[&str], passage: &[&str]) -> Vec<DiffOp> {
    let [of_quote, of_passage] = [quoted, passage].map(has_vowels);
    if of_quote != of_passage {
        let [one, other] = [quoted, passage].map(|words| {
            let bare = words.iter().map(|word| without_vowels(word.trim_start()));
            bare.collect::<Vec<_>>()
        });
        let operations = aligned(&one, &other);
        if let [
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            },
        ] = *operations
        {
            // The vowels alone differ: they are shown where they do.
            let range = |index: usize| index..index + len;
            let one = quoted.get(range(old_index)).unwrap_or_default();
            let other = passage.get(range(new_index)).unwrap_or_default();
            return word_by_word((old_index, one), (new_index, other));
        }
        return operations;
    }
    aligned(quoted, passage)
}

/// Compares as many words with as many, each with its like, of texts in which they begin so far.
fn word_by_word((old, one): (usize, &[&str]), (new, other): (usize, &[&str])) -> Vec<DiffOp> {
    let pairs: Vec<bool> = one
        .iter()
        .zip(other)
        .map(|(one, other)| one.trim_start() == other.trim_start())
        .collect();
    let mut begin = 0;
    let runs = pairs.chunk_by(|is_same, next| is_same == next);
    let operations = runs.map(|run| {
        let (old_index, new_index, len) = (old + begin, new + begin, run.len());
        begin += len;
        if run.contains(&true) {
            return DiffOp::Equal {
                old_index,
                new_index,
                len,
            };
        }
        DiffOp::Replace {
            old_index,
            old_len: len,
            new_index,
            new_len: len,
        }
    });
    operations.collect()
}

/// Compares a quote with a passage. What the source has before and after is not of the passage.
fn aligned<T: Hash + Ord>(quoted: &[T], passage: &[T]) -> Vec<DiffOp> {
    let mut operations = capture_diff_slices(Algorithm::Myers, quoted, passage);
    if let Some(DiffOp::Insert { .. }) = operations.last() {
        operations.pop();
    }
    if let Some(DiffOp::Insert { .. }) = operations.first() {
        operations.remove(0);
    }
    let last = operations.len().saturating_sub(1);
    for (index, operation) in operations.iter_mut().enumerate() {
        if let DiffOp::Replace {
            old_len,
            new_index,
            new_len,
            ..
        } = operation
            && (index == 0 || index == last)
        {
            let more = new_len.saturating_sub(*old_len);
            *new_len -= more;
            if index == 0 && last > 0 {
                *new_index += more;
            }
        }
    }
    operations
}
