//! Estimates how wide a text is set, without a font, and cuts it to a width.

use unicode_segmentation::UnicodeSegmentation;

use crate::describe::{END_OF_ISOLATE, ISOLATE, close};

/// The size of the figure's text, in units of the drawing.
pub(super) const SIZE: i32 = 12;

/// Returns about how wide a text is in units of the drawing: a little too wide rather than too
/// narrow. The widths are those of the embedded serif, in hundredths of its size.
pub(super) fn of(text: &str) -> i32 {
    let hundredths: i32 = text
        .chars()
        .map(|letter| match letter {
            ISOLATE | END_OF_ISOLATE => 0,
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 27,
            'f' | 't' | 'r' | 's' | '(' | ')' | '[' | ']' | '-' | ' ' | 'I' => 37,
            'm' | 'w' | 'M' | 'W' => 84,
            letter if letter.is_uppercase() => 66,
            letter if u32::from(letter) > 0x2E80 => 100,
            _ => 53,
        })
        .sum();
    hundredths * SIZE / 100
}

/// Cuts a text to a width, marking the cut.
pub(super) fn cut(text: &str, most: i32) -> String {
    if of(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.graphemes(true) {
        kept.push_str(letter);
        if of(&kept) + SIZE > most {
            kept.truncate(kept.len() - letter.len());
            break;
        }
    }
    close(format!("{}…", kept.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::{cut, of};

    #[test]
    fn long_texts_are_cut_to_their_width() {
        assert_eq!(cut("NBC News", 100), "NBC News");
        let long = "A very long name of a source that nobody can remember";
        assert!(of(&cut(long, 120)) <= 120);
        assert!(cut(long, 120).ends_with('…'));
    }
}
