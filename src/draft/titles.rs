//! Tells titles of works in quote marks from what is said.

/// Words of so many letters have no capital in a title.
const SMALL: usize = 3;
/// What has more words is no title.
const LONGEST: usize = 12;

/// Says whether words in quote marks are too few to be said, or those of a title: most have capitals.
pub(super) fn is_title(words: &str) -> bool {
    let number = words.split_whitespace().count();
    if words.ends_with(['!', '?']) {
        return false;
    }
    if number < 3 {
        return !words.ends_with('.');
    }
    let large = words
        .split_whitespace()
        .map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() > SMALL);
    let (mut all, mut capitals) = (0_usize, 0_usize);
    for word in large {
        all += 1;
        capitals += usize::from(word.starts_with(|c: char| !c.is_lowercase()));
    }
    number < LONGEST && capitals * 4 > all * 3
}

#[cfg(test)]
mod tests {
    use super::is_title;

    #[test]
    fn titles_are_told_by_their_capitals() {
        for title in ["The Harbour and the Sea", "Meet the Mayor.", "the town"] {
            assert!(is_title(title), "{title}");
        }
        for said in [
            "We begin in spring.",
            "No.",
            "Never!",
            "the heart of this town",
        ] {
            assert!(!is_title(said), "{said}");
        }
    }
}
