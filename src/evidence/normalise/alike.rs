//! Says which characters count as the same.

use crate::characters::{is_blank, is_nothing};

/// Returns what a character counts as: for a space `' '`, one with its neighbours; perhaps nothing.
pub(in super::super) fn unify(c: char) -> Option<char> {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Some(c),
        '"'
        | '`'
        | '´'
        | '‘'..='‟'
        | '‹'
        | '›'
        | '«'
        | '»'
        | 'ʻ'
        | 'ʼ'
        | '＂'
        | '＇'
        | '՚'
        | '׳'
        | '״'
        | '「'..='』'
        | '〝'..='〟'
        | '﹁'..='﹄'
        | '｢'
        | '｣' => Some('\''),
        '‐'..='―' | '─' | '−' | '﹘' | '﹣' | '－' | '֊' | '־' | '᠆' | '⸗' | '⸺' | '⸻' => {
            Some('-')
        }
        // Wide digits, the wave dash and the middle dot have a form each in other sets of characters.
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        '～' => Some('〜'),
        '･' => Some('・'),
        '⋯' => Some('…'),
        c if c.is_whitespace() || is_blank(c) => Some(' '),
        c if is_nothing(c) => None,
        c => Some(c),
    }
}
