//! Tells of a letter what its script does: its direction, whether its letters join, whether it sets
//! spaces between words, whether it has capitals.
//!
//! By blocks of Unicode, so that letters that are yet to come are told right, too.

/// Says whether a character is a letter that is read from right to left.
pub(crate) fn is_right_to_left(c: char) -> bool {
    let in_block = matches!(
        u32::from(c),
        0x590..=0x8FF // Hebrew, Arabic, Syriac, Thaana, N’Ko, Samaritan, Mandaic
            | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE // their presentation forms
            | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF // Adlam, Rohingya, ancient scripts
    );
    in_block && c.is_alphabetic()
}

/// Says whether a character is a letter that is read from left to right.
pub(crate) fn is_left_to_right(c: char) -> bool {
    c.is_alphabetic() && !is_right_to_left(c)
}

/// Says whether a character is a letter or mark of a script in which letters join or stack, so that a
/// joiner or non-joiner beside it is spelling.
pub(super) fn joins(c: char) -> bool {
    let in_block = matches!(
        u32::from(c),
        0x600..=0x8FF // Arabic, Syriac, N’Ko, Mandaic
            | 0x900..=0xDFF // from Devanagari to Sinhala
            | 0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F // Myanmar
            | 0x1700..=0x177F // Philippines
            | 0x1780..=0x17FF // Khmer
            | 0x1800..=0x18AF // Mongolian
            | 0x1A20..=0x1AAF // Tai Tham
            | 0x1B00..=0x1C4F // Balinese, Sundanese, Batak, Lepcha
            | 0x1CD0..=0x1CFF // Vedic
            | 0xA800..=0xA82F | 0xA840..=0xA8DF | 0xA8E0..=0xA8FF // Syloti Nagri, Phags-pa, Saurashtra
            | 0xA930..=0xA95F | 0xA980..=0xA9DF // Rejang, Javanese
            | 0xAAE0..=0xAAFF | 0xABC0..=0xABFF // Meetei
            | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE // Arabic presentation forms
            | 0x1_0EC0..=0x1_0EFF | 0x1_EE00..=0x1_EEFF // further Arabic
            | 0x1_0A00..=0x1_0A5F | 0x1_0AC0..=0x1_0AFF | 0x1_0B80..=0x1_0BAF
            | 0x1_0D00..=0x1_0D3F | 0x1_0F30..=0x1_0FDF // Rohingya, Sogdian, Uyghur, Chorasmian
            | 0x1_1000..=0x1_1FFF // Brahmi and those after it
            | 0x1_6100..=0x1_613F
            | 0x1_E900..=0x1_E95F // Adlam
    );
    in_block && (c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c))
}

/// Says whether a character is an ideograph, of which variants can be selected.
pub(super) fn is_han(c: char) -> bool {
    matches!(
        u32::from(c),
        0x3005..=0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFD
    )
}

/// Says whether a character is of a script whose words can be told by a dictionary alone, if at all:
/// Thai, Lao, Khmer, Myanmar and their neighbours.
pub(crate) fn is_unspaced_by_words(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0E00..=0x0EFF // Thai, Lao
            | 0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F // Myanmar
            | 0x1780..=0x17FF // Khmer
            | 0x1950..=0x19DF | 0x1A20..=0x1AAF | 0xAA80..=0xAADF // Tai Le, Tai Lue, Tai Tham, Tai Viet
            | 0x1B00..=0x1B7F | 0xA980..=0xA9DF // Balinese, Javanese
    )
}

/// Says whether a character is of a script that sets no spaces between words.
pub(crate) fn has_no_word_spaces(c: char) -> bool {
    is_unspaced_by_words(c)
        || matches!(
            u32::from(c),
            0x2E80..=0x312F | 0x3190..=0xA4CF // Chinese, Japanese, Yi
                | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x1_6FE0..=0x1_B2FF | 0x2_0000..=0x3_FFFF
        )
}

/// Says whether a letter is of a script in which sentences and names begin with no capital. The
/// capitals of Georgian, which Unicode has, set whole lines.
pub(crate) fn has_no_capitals(c: char) -> bool {
    matches!(u32::from(c), 0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F)
        || c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase() && c.to_lowercase().eq([c])
}
