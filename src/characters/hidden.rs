//! Tells which characters leave no mark, or reorder what stands around them.

/// Says whether a character cannot be seen, or changes how others are shown.
///
/// By the properties of Unicode: `Default_Ignorable_Code_Point`, which holds bidi controls,
/// joiners, fillers, selectors of variants, and controls of shorthand and musical notation; controls;
/// separators of lines and paragraphs; annotations; noncharacters. Besides, the blank of Braille.
pub(super) fn is_hidden(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\u{AD}' // soft hyphen
        | '\u{34F}' // combining grapheme joiner
        | '\u{61C}' // Arabic letter mark
        | '\u{115F}' | '\u{1160}' // Hangul fillers
        | '\u{17B4}' | '\u{17B5}' // Khmer inherent vowels
        | '\u{180B}'..='\u{180F}' // Mongolian selectors
        | '\u{200B}'..='\u{200F}' // zero-width space, joiners, marks
        | '\u{2028}'..='\u{202E}' // separators, bidi embeddings and overrides
        | '\u{2060}'..='\u{206F}' // word joiner, invisible operators, bidi isolates
        | '\u{FE00}'..='\u{FE0F}' // variation selectors
        | '\u{FEFF}' // byte order mark
        | '\u{FFF0}'..='\u{FFFC}' // not assigned; annotations, object replacement
        | '\u{1BCA0}'..='\u{1BCA3}' // shorthand
        | '\u{1D173}'..='\u{1D17A}' // musical notation
        | '\u{E0000}'..='\u{E0FFF}' => true, // tags, variation selectors
        _ => c.is_control() || is_noncharacter(c) || is_blank(c),
    }
}

/// Says whether a character has room and no ink, as spaces have: the blank of Braille, fillers of Korean.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, '\u{2800}' | '\u{3164}' | '\u{FFA0}')
}

/// Says whether a character may stand in a text only where it is spelling (`hiding`).
pub(crate) fn is_unsafe(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\t')
}

/// Says whether a character is nothing when texts are compared: it hides, and parts no words.
pub(crate) fn is_nothing(c: char) -> bool {
    is_unsafe(c) && !c.is_whitespace() && !is_blank(c)
}

/// Says whether a code point is set aside for ever and an error in HTML.
fn is_noncharacter(c: char) -> bool {
    let point = u32::from(c);
    matches!(point, 0xFDD0..=0xFDEF) || point & 0xFFFE == 0xFFFE
}
