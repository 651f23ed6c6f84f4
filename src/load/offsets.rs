//! The parser's positions, counted in characters, to bytes.

/// Every how many characters the byte offset is noted.
const STEP: usize = 64;

/// Where characters begin.
#[derive(Debug)]
pub(super) struct Offsets<'a> {
    text: &'a str,
    /// The byte of every `STEP`th character; empty where each character is one byte.
    notes: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// Reads the text once.
    pub(super) fn new(text: &'a str) -> Self {
        let notes = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices()
                .step_by(STEP)
                .map(|(byte, _)| byte)
                .collect()
        };
        Self { text, notes }
    }

    /// Returns the byte at which a character begins; characters past the end count as the end.
    pub(super) fn byte(&self, character: usize) -> usize {
        if self.notes.is_empty() {
            return character.min(self.text.len());
        }
        let Some(near) = self.notes.get(character / STEP) else {
            return self.text.len();
        };
        let rest = self.text.get(*near..).unwrap_or_default();
        rest.char_indices()
            .nth(character % STEP)
            .map_or(self.text.len(), |(byte, _)| near + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn every_character_of_a_mixed_text_is_found() {
        let text = "aЗ…😀".repeat(50);
        let offsets = Offsets::new(&text);
        for (character, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.byte(character), byte);
        }
        assert_eq!(offsets.byte(200), text.len());
        assert_eq!(offsets.byte(9_999), text.len());
    }
}
