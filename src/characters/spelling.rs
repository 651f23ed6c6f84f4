//! Finds the characters that hide where they stand, and passes over those that are spelling there.
//!
//! What leaves no mark is spelling where a writer of the language types it: joiners and non-joiners
//! beside letters that join, selectors after what has variants, joiners within emoji, marks of
//! direction in texts that have letters of both directions to set apart. They hide and reorder
//! nothing there. One stands alone: a run of them says nothing that could be read.

use unicode_segmentation::UnicodeSegmentation;

use super::hidden::{is_nothing, is_unsafe};
use super::scripts::{is_han, is_right_to_left, is_unspaced_by_words, joins};

const ZERO_WIDTH_SPACE: char = '\u{200B}';
const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';
const BLANK_OF_BRAILLE: char = '\u{2800}';
const FLAG: char = '\u{1F3F4}';
const KEYCAP: char = '\u{20E3}';
/// The last of the tags after a flag.
const END_OF_TAGS: char = '\u{E007F}';

/// Says whether a text is plain: nothing but what a typewriter has.
pub(crate) fn is_plain(text: &str) -> bool {
    // Without a way out in the middle of a chunk, the compiler checks many bytes at once.
    let plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    let all_plain = |chunk: &[u8]| chunk.iter().fold(true, |so_far, byte| so_far & plain(byte));
    text.as_bytes().chunks(32).all(all_plain)
}

/// Returns the characters of a text that hide, in order, each with the byte at which it stands.
pub(crate) fn hiding(text: &str) -> Vec<(usize, char)> {
    if is_plain(text) || !text.chars().any(is_unsafe) {
        return Vec::new();
    }
    let mut reading = Reading {
        chars: text.char_indices().collect(),
        letter_before: None,
        letter_after: 0,
    };
    let mut hiding = Vec::new();
    let mut at = 0;
    while let Some(&(byte, c)) = reading.chars.get(at) {
        if c.is_alphabetic() {
            reading.letter_before = Some(c);
        }
        let spelled = if is_unsafe(c) { reading.spelled(at) } else { 1 };
        if spelled == 0 {
            hiding.push((byte, c));
        }
        at += spelled.max(1);
    }
    hiding
}

struct Reading {
    chars: Vec<(usize, char)>,
    letter_before: Option<char>,
    /// Where the next letter stands, as far as it was looked for.
    letter_after: usize,
}

impl Reading {
    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    /// Returns how many characters from a hidden one on are spelling.
    fn spelled(&mut self, at: usize) -> usize {
        let Some(c) = self.char(at) else {
            return 0;
        };
        let before = at.checked_sub(1).and_then(|before| self.char(before));
        let after = self.char(at + 1);
        let either = |is: fn(char) -> bool| before.is_some_and(is) || after.is_some_and(is);
        let is_alone = !either(is_nothing);
        let is_spelling = match c {
            // After a letter it is of its spelling, whatever follows.
            NON_JOINER => {
                is_alone
                    && (before.is_some_and(joins) || is_seen(before) && after.is_some_and(joins))
            }
            JOINER => is_alone && either(joins) || self.joins_emoji(at),
            ZERO_WIDTH_SPACE => is_alone && either(is_unspaced_by_words),
            BLANK_OF_BRAILLE => either(is_braille),
            '\u{200E}' | '\u{200F}' | '\u{61C}' => {
                !either(is_mark_of_direction) && self.parts_directions(at)
            }
            _ if before == Some(FLAG) => return self.tags(at),
            _ => before.is_some_and(|before| selects(c, before, after)),
        };
        usize::from(is_spelling)
    }

    /// Says whether what stands around a joiner is one emoji: 👩 and 💻 are 👩‍💻.
    fn joins_emoji(&self, at: usize) -> bool {
        let base = self.chars.get(..at).and_then(|before| {
            let mut before = before.iter().rev().map(|(_, c)| *c).take(3);
            before.find(|c| !matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'))
        });
        let after = self.char(at + 1);
        base.is_some_and(is_emoji) && after.is_some_and(is_emoji)
    }

    /// Says whether a mark of direction has something to set apart: a letter beside it, or with no
    /// more than marks and digits between, is read from right to left.
    fn parts_directions(&mut self, at: usize) -> bool {
        self.letter_after = self.letter_after.max(at);
        while self
            .char(self.letter_after)
            .is_some_and(|c| !c.is_alphabetic())
        {
            self.letter_after += 1;
        }
        let after = self.char(self.letter_after);
        [self.letter_before, after]
            .into_iter()
            .flatten()
            .any(is_right_to_left)
    }

    /// Returns how many tags of a flag stand here: those of England, Scotland, Wales and other parts
    /// of a country. Others could hide a text.
    fn tags(&self, at: usize) -> usize {
        let tags = self.chars.iter().skip(at).map(|(_, c)| *c);
        let tags: Vec<char> = tags.take_while(|c| is_tag(*c)).take(8).collect();
        let is_letter = |c: &char| ('\u{E0061}'..='\u{E007A}').contains(c);
        match tags.as_slice() {
            [country @ .., END_OF_TAGS]
                if (3..=6).contains(&country.len()) && country.iter().take(2).all(is_letter) =>
            {
                tags.len()
            }
            _ => 0,
        }
    }
}

fn is_braille(c: char) -> bool {
    matches!(c, '\u{2801}'..='\u{28FF}')
}

fn is_seen(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace())
}

fn is_mark_of_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}' | END_OF_TAGS)
}

/// Says whether a selector has a variant of the character before it to select.
fn selects(selector: char, before: char, after: Option<char>) -> bool {
    let is_mongolian = matches!(before, '\u{1820}'..='\u{18AA}' | '\u{11660}'..='\u{1166C}');
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => {
            let is_key = matches!(before, '0'..='9' | '#' | '*') && after == Some(KEYCAP);
            is_key || is_emoji(before)
        }
        // Of ideographs and marks of East Asia, mathematical signs, and letters that join.
        '\u{FE00}'..='\u{FE0D}' => {
            let has_variants = matches!(
                before,
                '0' | '\u{2018}'..='\u{201D}'
                    | '\u{2205}'..='\u{22FF}'
                    | '\u{2A00}'..='\u{2AFF}'
                    | '\u{3001}'..='\u{3002}'
                    | '\u{FF01}'..='\u{FF5E}'
                    | '\u{13000}'..='\u{1345F}'
            );
            has_variants || is_han(before) || joins(before)
        }
        '\u{E0100}'..='\u{E01EF}' => is_han(before),
        '\u{180B}'..='\u{180F}' => is_mongolian,
        _ => false,
    }
}

/// Says whether a text is nothing but pictures.
pub(crate) fn is_all_emoji(text: &str) -> bool {
    let of_one = |c| matches!(c, JOINER | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
    text.starts_with(is_emoji) && text.chars().all(|c| of_one(c) || is_emoji(c))
}

/// Says whether a character is a picture. Unicode joins pictures into one, and nothing else.
pub(super) fn is_emoji(c: char) -> bool {
    if c.is_ascii() || c.is_alphabetic() && c < '\u{2122}' {
        return false;
    }
    let joined: String = [c, JOINER, '\u{1F600}'].iter().collect();
    joined.graphemes(true).nth(1).is_none()
}
