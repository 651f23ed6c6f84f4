#![doc = include_str!("unsafe_character.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(crate) static UNSAFE_CHARACTER: Rule = Rule::error(include_str!("unsafe_character.md"));

pub(crate) fn fault(place: Place, c: char) -> Diagnostic {
    let code = u32::from(c);
    let name = name(c).map(|name| format!(" {name}")).unwrap_or_default();
    let message = format!("U+{code:04X}{name} can hide or reorder what the reader sees");
    let fault = Diagnostic::new(&UNSAFE_CHARACTER, place, message)
        .help("take the character out; a quote is found without it");
    // Where it is written by an escape, the place may be that of the whole text.
    let alone = place
        .span()
        .filter(|span| span.end - span.start == c.len_utf8());
    match alone {
        Some(span) => fault.edit("Take the character out", [(span, String::new())]),
        None => fault,
    }
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\0' => "NULL",
        '\u{7}' => "BELL",
        '\u{8}' => "BACKSPACE",
        '\u{B}' => "LINE TABULATION",
        '\u{C}' => "FORM FEED",
        '\r' => "CARRIAGE RETURN",
        '\u{1B}' => "ESCAPE",
        '\u{7F}' => "DELETE",
        '\u{85}' => "NEXT LINE",
        '\u{AD}' => "SOFT HYPHEN",
        '\u{34F}' => "COMBINING GRAPHEME JOINER",
        '\u{61C}' => "ARABIC LETTER MARK",
        '\u{3164}' => "HANGUL FILLER",
        '\u{180E}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200B}' => "ZERO WIDTH SPACE",
        '\u{200C}' => "ZERO WIDTH NON-JOINER",
        '\u{200D}' => "ZERO WIDTH JOINER",
        '\u{200E}' => "LEFT-TO-RIGHT MARK",
        '\u{200F}' => "RIGHT-TO-LEFT MARK",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202A}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202B}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202C}' => "POP DIRECTIONAL FORMATTING",
        '\u{202D}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202E}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{FE0F}' => "VARIATION SELECTOR-16",
        '\u{FEFF}' => "BYTE ORDER MARK",
        '\u{FFFC}' => "OBJECT REPLACEMENT CHARACTER",
        _ => return None,
    })
}
