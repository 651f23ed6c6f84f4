//! Which characters count as one and the same.
//!
//! The rules, each tested on its own in `normalise`:
//!
//! 1. Canonically equivalent sequences are one: NFC.
//! 2. All quote marks and apostrophes are `'`. Primes are none: they measure.
//! 3. All hyphens, dashes and the minus sign are `-`.
//! 4. All spaces are one space: no-break, thin, line breaks, and any run of them; at the ends of
//!    a text there are none.
//! 5. Three dots are the ellipsis `…`.
//! 6. Soft hyphens, zero-width spaces, word joiners and byte order marks are nothing.
//!
//! Nothing else is alike: no case, no accent, no punctuation.

/// What a character counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unified {
    /// This character.
    Char(char),
    /// A space, one with its neighbours.
    Space,
    /// Nothing.
    Nothing,
}

/// Says what a character counts as.
pub(super) fn unify(c: char) -> Unified {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Unified::Char(c),
        '"' | '`' | '´' | '‘'..='‟' | '‹' | '›' | '«' | '»' | 'ʻ' | 'ʼ' | '＂' | '＇' => {
            Unified::Char('\'')
        }
        '‐'..='―' | '−' | '﹘' | '﹣' | '－' => Unified::Char('-'),
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => Unified::Nothing,
        c if c.is_whitespace() => Unified::Space,
        c => Unified::Char(c),
    }
}

/// Says whether two neighbours belong to one word, so that no quote may begin or end between them.
///
/// Scripts without spaces between words have no such places that can be told by looking.
pub(super) fn is_joined(before: char, after: char) -> bool {
    is_of_word(before) && is_of_word(after)
}

fn is_of_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let has_no_spaces = matches!(
        u32::from(c),
        0x0E00..=0x0EFF // Thai, Lao
            | 0x1000..=0x109F // Myanmar
            | 0x1780..=0x17FF // Khmer
            | 0x2E80..=0xA4CF // Chinese, Japanese, Yi
            | 0xAC00..=0xD7AF // Korean: particles are written together with their word
            | 0xF900..=0xFAFF
            | 0x2_0000..=0x3_FFFF
    );
    !has_no_spaces && (c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use super::is_joined;

    #[test]
    fn words_are_not_cut() {
        assert!(is_joined('n', 'a'));
        assert!(is_joined('е', 'ї'));
        assert!(is_joined('q', '\u{301}'));
        assert!(!is_joined(' ', 'a'));
        assert!(!is_joined('a', '-'));
        assert!(!is_joined('平', '和'));
    }
}
