//! Reads Johab, an encoding of Korean that no browser knows: a syllable is its letters, five bits for each.

/// The bits with which vowels begin, the number of the first of them, and how many follow one another.
const VOWELS: [(u16, u16, u16); 4] = [(3, 0, 5), (10, 5, 6), (18, 11, 6), (26, 17, 4)];

/// Returns the text of bytes in Johab; what is no syllable of Korean and no ASCII is lost. Nothing, if no bytes are
/// such a syllable.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let (mut rest, mut has_any) = (bytes, false);
    while let Some((first, after)) = rest.split_first() {
        if first.is_ascii() {
            text.push(char::from(*first));
            rest = after;
            continue;
        }
        let second = after.first().copied().unwrap_or_default();
        let syllable = syllable(u16::from_be_bytes([*first, second]));
        has_any |= syllable.is_some();
        text.push(syllable.unwrap_or(char::REPLACEMENT_CHARACTER));
        rest = after.get(1..).unwrap_or_default();
    }
    has_any.then_some(text)
}

fn syllable(code: u16) -> Option<char> {
    let (first, vowel, last) = (code >> 10 & 31, code >> 5 & 31, code & 31);
    let first = first.checked_sub(2).filter(|first| *first < 19)?;
    let vowel = VOWELS.iter().find_map(|(from, number, many)| {
        let at = vowel.checked_sub(*from).filter(|at| at < many)?;
        Some(number + at)
    })?;
    let last = match last {
        1..=17 => last - 1,
        19..=29 => last - 2,
        _ => return None,
    };
    char::from_u32(0xAC00 + u32::from((first * 21 + vowel) * 28 + last))
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::evidence::Media;
    use crate::evidence::tests::look_in;
    use crate::model::Check;

    /// The bytes of “그는 항구 공사를 시작하지 않겠다고 말했다.”
    const BYTES: &[u8] = b"\x8B\x61\x93\x65\x20\xD0\x77\x8A\x81\x20\x89\xB7\xAC\x61\x9F\x69\x20\xAF\xA1\xB8\x62\xD0\x61\xBB\xA1\x20\xB4\x67\x89\x56\x94\x61\x89\xA1\x20\xA0\x69\xD0\x96\x94\x61\x2E";

    #[test]
    fn a_text_in_johab_is_not_absent() {
        let text = "그는 항구 공사를 시작하지 않겠다고 말했다.";
        assert_eq!(decode(BYTES).as_deref(), Some(text));
        let look = |quote| look_in(BYTES, Media::Text, quote).0;
        assert_eq!(
            look("항구 공사를 시작하지 않겠다고 말했다"),
            Check::CannotCheck
        );
        assert_eq!(look("항구 공사를 시작하겠다고 다시 말했다"), Check::Absent);
        assert_eq!(decode(b"ASCII alone"), None);
    }
}
