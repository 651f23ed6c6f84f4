//! Tells Burmese in Zawgyi, a font's own order of letters, which many pages have in place of Unicode.

/// Fewer of the signs that Unicode does not have so are slips.
const SIGNS_A_LETTER: usize = 40;

/// Says whether a text has letters of Burmese.
pub(super) fn is_burmese(text: &str) -> bool {
    text.contains(is_of_burmese)
}

/// Says whether the Burmese of a text is in Zawgyi: the vowel ေ stands before its consonant there, and the sign that
/// stacks letters in Unicode is seen, and ends a syllable.
pub(super) fn is(text: &str) -> bool {
    let (mut letters, mut signs) = (0_usize, 0_usize);
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        let is_stacked = matches!(c, '\u{1000}'..='\u{1021}' | '\u{1023}'..='\u{1027}');
        let carries = matches!(before, '\u{1000}'..='\u{102A}' | '\u{103B}'..='\u{103F}' | '\u{104E}' | '\u{1050}'..);
        let is_sign = match (before, c) {
            ('\u{1039}', _) => !is_stacked,
            (_, '\u{1031}') => !carries,
            _ => false,
        };
        letters += usize::from(is_of_burmese(c));
        signs += usize::from(is_sign);
        before = c;
    }
    signs > 0 && signs * SIGNS_A_LETTER >= letters
}

fn is_of_burmese(c: char) -> bool {
    matches!(c, '\u{1000}'..='\u{109F}')
}

#[cfg(test)]
mod tests {
    use super::is;
    use crate::evidence::tests::look;
    use crate::model::{Check, Obstacle};

    const ZAWGYI: &str = "ကၽြန္ုပ္တို႔ လုပ္ငန္း စတင္မည္။ ေနြဦးရာသီ";
    const UNICODE: &str = "ကျွန်ုပ်တို့ လုပ်ငန်း စတင်မည်။ နွေဦးရာသီ";

    #[test]
    fn burmese_in_another_order_of_letters_is_not_absent() {
        let in_zawgyi = (Check::CannotCheck, Some(Obstacle::Undecodable));
        assert_eq!(look(ZAWGYI, UNICODE), in_zawgyi);
        assert_eq!(look(UNICODE, ZAWGYI), in_zawgyi);
        assert!(look(ZAWGYI, ZAWGYI).0.is_verified());
        assert_eq!(look(UNICODE, "ကျွန်ုပ်တို့ လုပ်ငန်း မစတင်ပါ။").0, Check::Absent);
        assert_eq!(look(ZAWGYI, "We will begin the works.").0, Check::Absent);
    }

    /// Letters that are stacked, of Pali, and of Shan, are Unicode.
    #[test]
    fn stacked_letters_are_no_zawgyi() {
        for text in [UNICODE, "ဗုဒ္ဓ မန္တလေး တက္ကသိုလ်", "ၵႂၢမ်းတႆး ၽွင်ႈ", ""]
        {
            assert!(!is(text), "{text}");
        }
    }
}
