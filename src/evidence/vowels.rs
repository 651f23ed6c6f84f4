//! Leaves out the marks by which Hebrew and Arabic write vowels, where they write them.

use std::borrow::Cow;

/// Says whether a character is such a mark, or one for reading aloud beside them.
fn is_vowel(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{652}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

pub(super) fn has_vowels(words: &[&str]) -> bool {
    words.iter().any(|word| word.contains(is_vowel))
}

pub(super) fn without_vowels(word: &str) -> Cow<'_, str> {
    if word.contains(is_vowel) {
        Cow::Owned(word.replace(is_vowel, ""))
    } else {
        Cow::Borrowed(word)
    }
}
