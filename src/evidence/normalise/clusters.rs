//! Cuts a text into characters that compose into one.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::super::presentation::{is_narrow_hangul, syllables};
use crate::characters::is_nothing;

/// Shows each sequence of characters that may compose, in order, and what is nothing after it.
pub(super) fn each_cluster<'a>(text: &'a str, mut see: impl FnMut(&'a str)) {
    let mut see = |start, end| {
        let cluster: &'a str = text.get(start..end).unwrap_or_default();
        let plain = cluster.trim_end_matches(is_nothing);
        let joined = cluster.get(..plain.len() + JOINER.len());
        let seen = joined.filter(|it| chillu(it).is_some()).unwrap_or(plain);
        see(seen);
        let nothing = cluster.strip_prefix(seen).unwrap_or("");
        nothing.split_inclusive(|_| true).for_each(&mut see);
    };
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let begins = !is_nothing(c)
            && (c.is_ascii()
                || is_nfc_quick(std::iter::once(c)) != IsNormalized::Maybe
                    && canonical_combining_class(c) == 0);
        let goes_on = || {
            let before = text.get(start..at).unwrap_or_default();
            is_voicing(c)
                || is_rest(c) && before.starts_with(is_apart)
                || is_narrow_hangul(c) && before.ends_with(is_narrow_hangul)
        };
        if begins && at > start && !goes_on() {
            see(start, at);
            start = at;
        }
    }
    see(start, text.len());
}

/// What makes a letter of Malayalam of another that bears the mark of no vowel.
const JOINER: &str = "\u{200D}";
pub(super) const MARK_AND_JOINER: &str = "\u{D4D}\u{200D}";

/// Returns the letter of Malayalam that a letter, a mark and a joiner are: ന്‍ is ൻ. Without the joiner it is
/// another word.
fn chillu(cluster: &str) -> Option<char> {
    Some(match cluster.strip_suffix(MARK_AND_JOINER)? {
        "ണ" => 'ൺ',
        "ന" => 'ൻ',
        "ര" => 'ർ',
        "ല" => 'ൽ',
        "ള" => 'ൾ',
        "ക" => 'ൿ',
        _ => return None,
    })
}

/// Says whether a character may be one with others of which NFC leaves it apart.
pub(super) fn is_composed_here(c: char) -> bool {
    is_apart(c) || is_voicing(c) || is_narrow_hangul(c)
}

/// Says whether a character is a mark of kana that stands by itself: ﾊﾞ is バ.
fn is_voicing(c: char) -> bool {
    matches!(c, '\u{FF9E}' | '\u{FF9F}' | '\u{309B}' | '\u{309C}')
}

/// Says whether a mark of Thai or Lao is one with the vowel that follows it: ํา is ำ.
pub(super) fn is_apart(c: char) -> bool {
    matches!(c, '\u{E4D}' | '\u{ECD}')
}

fn is_rest(c: char) -> bool {
    matches!(c, '\u{E32}' | '\u{EB2}')
}

/// Returns a cluster that is one letter as that: a vowel behind the tone that may stand in it.
pub(super) fn whole(cluster: &str) -> Option<Vec<char>> {
    if let Some(chillu) = chillu(cluster) {
        return Some(vec![chillu]);
    }
    if cluster.starts_with(is_narrow_hangul) {
        return Some(syllables(cluster));
    }
    let mut chars: Vec<char> = cluster.chars().filter(|c| !is_nothing(*c)).collect();
    let (first, last) = (*chars.first()?, chars.pop()?);
    let vowel = match (first, last) {
        ('\u{E4D}', '\u{E32}') => '\u{E33}',
        ('\u{ECD}', '\u{EB2}') => '\u{EB3}',
        _ => return None,
    };
    chars.push(vowel);
    chars.remove(0);
    Some(chars)
}
