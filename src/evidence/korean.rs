//! Tells where a quote in Korean may begin or end within a word: particles are written together with
//! their word, and so are the endings of verbs, which can turn round what it says.

use unicode_normalization::UnicodeNormalization;

use crate::characters::is_nothing;

/// Particles that another may follow.
const LEADING: &[&str] = &[
    "에",
    "에서",
    "에게",
    "에게서",
    "께",
    "께서",
    "한테",
    "와",
    "과",
    "로",
    "으로",
    "로서",
    "으로서",
    "로써",
    "으로써",
    "로부터",
    "으로부터",
    "까지",
    "부터",
    "보다",
    "처럼",
    "만큼",
    "만",
    "하고",
    "조차",
    "마저",
    "마다",
    "뿐",
    "밖에",
    "라고",
    "이라고",
];
/// Particles that none follows, and forms of “to be” and “to say” that are written like them.
const LAST: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "도",
    "고",
    "고는",
    "고도",
    "며",
    "면서",
    "라며",
    "이라며",
    "라면서",
    "이라면서",
    "라는",
    "이라는",
    "란",
    "이란",
    "라도",
    "이라도",
    "이다",
    "입니다",
    "이고",
    "이며",
    "이자",
    "이었다",
    "였다",
];
/// Behind a number these are a part of it, or count something.
const OF_NUMBERS: &[&str] = &["만", "도", "가", "과", "고"];

/// Says whether a quote that begins at a place of a text as it was written may begin within a word.
pub(super) fn may_begin_within(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    beside(before, after).is_some_and(|(last, first)| is_hangul(last) || is_hangul(first))
}

/// Says whether a quote that ends at a place may end within a word: what is left of the word is no particle.
pub(super) fn may_end_within(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let Some((last, first)) = beside(before, after) else {
        return false;
    };
    if !is_hangul(first) {
        return is_hangul(last);
    }
    let rest = after.chars().filter(|c| !is_nothing(*c));
    let rest: String = rest.take_while(|c| is_hangul(*c)).nfc().collect();
    let counts = || OF_NUMBERS.iter().any(|count| rest.starts_with(count));
    last.is_numeric() && counts() || !are_particles(&rest)
}

/// Returns the characters beside a place, if both are of words.
fn beside(before: &str, after: &str) -> Option<(char, char)> {
    let last = before.chars().rev().find(|c| !is_nothing(*c))?;
    let first = after.chars().find(|c| !is_nothing(*c))?;
    (last.is_alphanumeric() && first.is_alphanumeric()).then_some((last, first))
}

fn are_particles(word: &str) -> bool {
    let mut leading = LEADING.iter().filter_map(|one| word.strip_prefix(one));
    LAST.contains(&word) || leading.any(|rest| rest.is_empty() || are_particles(rest))
}

/// Says whether a character is a syllable of Korean, or a part of one.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}')
}

#[cfg(test)]
mod tests {
    use super::{may_begin_within, may_end_within};

    /// Texts with a stroke where a quote ends.
    #[test]
    fn a_quote_ends_before_particles_alone() {
        let ends = |marked: &str| {
            let at = marked.find('|').unwrap();
            may_end_within(&marked.replace('|', ""), at)
        };
        for right in [
            "그는 서울시장|에게 말했다",
            "항구|에서는 시작한다",
            "공사를 시작하겠다|고 말했다",
            "공사를 시작하겠다|는 뜻",
            "공사를 시작하겠다|며 웃었다",
            "항구|까지만",
            "GDP|는 올랐다",
            "2025년|에",
            "공사를 시작한다|.",
            "공사를 시작한다| 했다",
            "책임|이다.",
        ] {
            assert!(!ends(right), "{right}");
        }
        for wrong in [
            "물|가를 잡겠다",
            "공사를 시작한다|면 좋겠다",
            "포기하지|않는다",
            "대통령|선거를",
            "3|만 명",
            "3|도 오른다",
            "3|명이 왔다",
            "제|3차",
            "한국|GM은",
        ] {
            assert!(ends(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_quote_begins_at_no_syllable_within_a_word() {
        let begins = |marked: &str| {
            let at = marked.find('|').unwrap();
            may_begin_within(&marked.replace('|', ""), at)
        };
        for right in [
            "그는 |항구를",
            "“|항구를",
            "\n|항구를",
            "|항구를",
            "北·|南은",
        ] {
            assert!(!begins(right), "{right}");
        }
        for wrong in [
            "절|대로",
            "항구|를",
            "AI|를",
            "3|만 명",
            "제|3차",
            "절\u{200B}|대로",
        ] {
            assert!(begins(wrong), "{wrong}");
        }
    }
}
