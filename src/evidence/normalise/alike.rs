//! Says which characters count as the same.

use crate::characters::is_nothing;

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
        '‐'..='―' | '−' | '﹘' | '﹣' | '－' | '֊' | '־' | '᠆' | '⸗' | '⸺' | '⸻' => {
            Some('-')
        }
        c if c.is_whitespace() => Some(' '),
        c if is_nothing(c) => None,
        c => Some(c),
    }
}
