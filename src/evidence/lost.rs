//! Tells which letters of a text were lost: those in whose place `�` stands, or what programs that read PDFs write for
//! a letter that no font names.

/// Says whether letters of a text were lost.
pub(super) fn has(text: &str) -> bool {
    count(text, true) > 0
}

/// Counts the letters of a text that were lost; of those that programs write, or of `�` alone.
pub(super) fn count(text: &str, by_programs: bool) -> usize {
    let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
    if by_programs {
        replaced + coded(text) + unnamed(text)
    } else {
        replaced
    }
}

/// Counts the letters for which their number in the font stands, `(cid:74)`.
fn coded(text: &str) -> usize {
    let codes = text.split("(cid:").skip(1);
    let is_code = |after: &&str| {
        let number = after.split_once(')').map(|(number, _)| number);
        number
            .is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
    };
    codes.filter(is_code).count()
}

/// Counts the controls that stand for letters, and the letters of private use: one that stands by itself is the mark of
/// an item, or an icon.
fn unnamed(text: &str) -> usize {
    let is_private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let is_control = |c: char| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1A}');
    let mut count = 0;
    let (mut before, mut letters) = (' ', text.chars().peekable());
    while let Some(c) = letters.next() {
        let is_of_word = |c: char| c.is_alphanumeric() || is_private(c);
        let next = letters.peek().copied();
        let is_in_word = is_of_word(before) || next.is_some_and(is_of_word);
        count += usize::from(is_control(c) || is_private(c) && is_in_word);
        before = c;
    }
    count
}

#[cfg(test)]
mod tests {
    use crate::evidence::tests::look;
    use crate::model::{Check, Obstacle};

    const LOST: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::LostCharacters));

    #[test]
    fn letters_that_no_font_names_make_nothing_absent() {
        let more =
            "The council met on Monday and heard what the engineers had to say of it. ".repeat(3);
        for letter in [
            "(cid:74)",
            "\u{E047}",
            "\0",
            "\u{3}",
            "\u{F012A}",
            "\u{FFFD}",
        ] {
            let text = format!("{more}\nWe will be{letter}in the works in the spring.\n{more}");
            assert_eq!(
                look(&text, "We will begin the works in the spring."),
                LOST,
                "{text}"
            );
            let quote = "Snow fell upon every pass";
            assert_eq!(look(&text, quote).0, Check::Absent, "{text}");
        }
        // As `pypdf` writes Hindi and Bengali.
        let text = format!(
            "{more}\nहम वसंत म\0 बंदरगाह का काम शुरू कर\0गे, अध्यक्ष ने कहा।\nআমরা বসে\0 বন্দের কাজ শুরু করব\n{more}"
        );
        assert_eq!(look(&text, "हम वसंत में बंदरगाह का काम शुरू करेंगे"), LOST);
        assert_eq!(look(&text, "আমরা বসন্তে বন্দরের কাজ শুরু করব"), LOST);
    }

    #[test]
    fn marks_of_items_are_no_lost_letters() {
        let text =
            "\u{F0B7} We will begin the works in the spring.\n\u{F0B7} See (cid: none) in it.\n"
                .repeat(2);
        assert_eq!(
            look(&text, "We will end the works in the spring.").0,
            Check::Absent
        );
    }
}
