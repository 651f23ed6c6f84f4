//! Takes forms of letters that fonts have for setting them, as PDFs leave them in their text, for the
//! letters themselves.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;

const FIRST_FINAL: u32 = 0x11A8;
/// The letters that end syllables of Korean, in the order of Unicode.
const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// Returns the letters that a character is a form of: a ligature, a letter of Arabic in its place in
/// the word, a part of Chinese characters that stands for a character, kana of half the width.
pub(super) fn letters(c: char) -> Option<Vec<char>> {
    if let Some(letter) = narrow_hangul(c) {
        return Some(vec![letter]);
    }
    if !matches!(
        c,
        '\u{132}' | '\u{133}' // Dutch ĳ
            | '\u{1C4}'..='\u{1CC}' | '\u{1F1}'..='\u{1F3}' // Croatian ǆ, ǉ, ǌ, ǳ
            | '\u{2E80}'..='\u{2FD5}' // parts of Chinese characters
            | '\u{FB00}'..='\u{FB06}' | '\u{FB13}'..='\u{FB17}' // ﬁ, and those of Armenian
            | '\u{FB20}'..='\u{FB28}' | '\u{FB4F}' // Hebrew
            | '\u{FB50}'..='\u{FDF9}' | '\u{FE70}'..='\u{FEFC}' // Arabic
            | '\u{309B}' | '\u{309C}' | '\u{FF66}'..='\u{FF9F}' // narrow kana, and marks of kana by themselves
            | '\u{1D400}'..='\u{1D7FF}' // letters of formulas, in which posts set words
            | 'ℂ' | 'ℊ'..='ℓ' | 'ℕ' | 'ℙ'..='ℝ' | 'ℤ' | 'ℨ' | 'ℬ' | 'ℭ' | 'ℯ'..='ℱ' | 'ℳ' | 'ℴ'
    ) {
        return None;
    }
    let mut letters = Vec::new();
    decompose_compatible(c, |letter| letters.push(letter));
    if matches!(c, '\u{309B}' | '\u{309C}') {
        letters.retain(|letter| *letter != ' ');
    }
    let is_form = letters != [c] && !letters.contains(&' ');
    is_form.then_some(letters)
}

/// Says whether a character is a letter of Korean of half the width, of which no program makes syllables.
pub(super) fn is_narrow_hangul(c: char) -> bool {
    narrow_hangul(c).is_some()
}

fn narrow_hangul(c: char) -> Option<char> {
    let (row, first) = match c {
        '\u{FFA1}'..='\u{FFBE}' => ('\u{FFA1}', 'ㄱ'),
        '\u{FFC2}'..='\u{FFC7}' => ('\u{FFC2}', 'ㅏ'),
        '\u{FFCA}'..='\u{FFCF}' => ('\u{FFCA}', 'ㅕ'),
        '\u{FFD2}'..='\u{FFD7}' => ('\u{FFD2}', 'ㅛ'),
        '\u{FFDA}'..='\u{FFDC}' => ('\u{FFDA}', 'ㅡ'),
        _ => return None,
    };
    char::from_u32(u32::from(c) - u32::from(row) + u32::from(first))
}

/// Returns the syllables that letters of half the width make.
pub(super) fn syllables(narrow: &str) -> Vec<char> {
    let letters: Vec<char> = narrow.chars().filter_map(narrow_hangul).collect();
    let is_vowel = |at: usize| letters.get(at).is_some_and(|c| *c >= 'ㅏ');
    let mut joined = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let follows_vowel = at > 0 && is_vowel(at - 1);
        let end = FINALS
            .chars()
            .zip(FIRST_FINAL..)
            .find(|(end, _)| end == letter);
        let end = end.and_then(|(_, end)| char::from_u32(end));
        match end.filter(|_| follows_vowel && !is_vowel(at + 1)) {
            Some(end) => joined.push(end),
            None if is_vowel(at) && at > 0 && !follows_vowel
                || is_vowel(at + 1) && !is_vowel(at) =>
            {
                decompose_compatible(*letter, |part| joined.push(part));
            }
            None => joined.push(*letter),
        }
    }
    joined.nfc().collect()
}

/// Returns a text with the letters of ligatures that run from left to right. The others wait until the
/// order of their line is known.
pub(super) fn without_ligatures(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match letters(c).filter(|_| ('\u{FB00}'..='\u{FB17}').contains(&c)) {
            Some(letters) => plain.extend(letters),
            None => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{letters, without_ligatures};

    #[test]
    fn ligatures_are_taken_apart() {
        assert_eq!(
            without_ligatures("oﬃcial ﬁnal ﬅ ﻻ é"),
            "official final st ﻻ é"
        );
    }

    fn plain(c: char) -> String {
        letters(c).map_or_else(|| c.to_string(), |letters| letters.into_iter().collect())
    }

    #[test]
    fn forms_are_their_letters() {
        let forms = "ﬀﬁﬂﬃﬄﬅﬆ ﬓﬔﬕﬖﬗ ĳ ǆ ⼈ ﻻ ﺳ ﭏ 𝐛𝑜𝗹𝒟ℛℋ𝟓";
        let letters = "fffiflffifflstst մնմեմիվնմխ ij dž 人 لا س אל bolDRH5";
        let found: String = forms.chars().map(plain).collect();
        // The letter ž is decomposed.
        let found: String =
            unicode_normalization::UnicodeNormalization::nfc(found.as_str()).collect();
        assert_eq!(found, letters);
    }

    #[test]
    fn nothing_else_is_a_form() {
        for c in [
            'a', 'é', 'ſ', 'ア', '²', '½', '㎏', 'Ⅷ', 'ª', '…', '\u{FDFA}', '\u{FE70}', 'ם',
        ] {
            assert_eq!(letters(c), None, "{c}");
        }
    }
}
