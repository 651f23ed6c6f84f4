//! Text of the input made fit for a terminal.
//!
//! An input may hold escape sequences, bidirectional overrides and zero-width characters. None of
//! them may reach the terminal: it would obey the first, and the others hide what the text says.

/// Returns the character, or a visible one in its place: one for one, so that columns hold.
///
/// Tabs pass: the renderer sets them as spaces.
pub(super) fn harmless_char(char: char) -> char {
    match char {
        '\t' => '\t',
        '\0'..='\u{1F}' => control_picture(char),
        '\u{7F}' => '\u{2421}',
        '\u{80}'..='\u{9F}'
        | '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => char::REPLACEMENT_CHARACTER,
        _ => char,
    }
}

/// Returns a text in one line, with every harmful character replaced.
pub fn harmless(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '\t' => ' ',
            _ => harmless_char(char),
        })
        .collect()
}

/// Unicode has a picture of every control character, in the same order.
fn control_picture(char: char) -> char {
    char::from_u32(0x2400 + u32::from(char)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn escape_sequences_become_pictures() {
        assert_eq!(harmless("a\u{1b}[31mb\nc\td"), "a␛[31mb␊c d");
    }

    #[test]
    fn hidden_characters_become_visible() {
        assert_eq!(harmless("a\u{202e}b\u{200b}c\u{9b}d"), "a�b�c�d");
    }

    #[test]
    fn letters_of_all_scripts_pass() {
        let text = "Зеленський – “ça” 首脳 🙂";
        assert_eq!(harmless(text), text);
    }
}
