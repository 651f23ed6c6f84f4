//! Whether two texts are two versions of one.

use std::collections::HashMap;

/// Returns the share of words that two texts have in common, in per cent; none under half: then
/// they are two texts.
pub(super) fn likeness(old: &str, new: &str) -> Option<usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut total: usize = 0;
    for word in words(old) {
        *counts.entry(word).or_default() += 1;
        total += 1;
    }
    let mut common: usize = 0;
    for word in words(new) {
        total += 1;
        if let Some(left) = counts.get_mut(&word).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    let share = (200 * common).checked_div(total)?;
    (share >= 50).then_some(share)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn half_of_the_words_make_two_texts_alike() {
        for (old, new, share) in [
            ("Who pays?", "who pays", Some(100)),
            ("Who pays for it?", "Who pays, and when?", Some(50)),
            ("Who pays for it?", "When does it begin, and where?", None),
            ("the the the", "the", Some(50)),
            ("", "", None),
        ] {
            assert_eq!(likeness(old, new), share, "{old} {new}");
        }
    }
}
