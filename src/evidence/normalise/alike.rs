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
        // What keyboards of East Asia set wide is set narrow by others. Four marks that stand in numbers wait
        // for what is before them (`Lines::narrow`), and square brackets are marks of edits.
        '！'
        | '＃'..='＆'
        | '（'..='＋'
        | '０'..='９'
        | '；'..='Ｚ'
        | '＼'
        | '＾'
        | '＿'
        | 'ａ'..='ｚ'
        | '｛'..='｝' => narrow(c),
        '￥' => Some('¥'),
        // The wave dash and marks of kana have a form each in other sets of characters.
        '～' => Some('〜'),
        '･' => Some('・'),
        '｡' => Some('。'),
        '､' => Some('、'),
        '⋯' => Some('…'),
        c if c.is_whitespace() || is_blank(c) => Some(' '),
        c if is_nothing(c) => None,
        c => Some(c),
    }
}

/// Returns the character of ASCII of which another is the wide form.
pub(super) fn narrow(wide: char) -> Option<char> {
    let above = u32::from('！') - u32::from('!');
    u32::from(wide).checked_sub(above).and_then(char::from_u32)
}
