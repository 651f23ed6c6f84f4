//! The embedded fonts, one table: which file holds which characters.
//!
//! `static/fonts/README.md` says where they come from. A page carries the Latin files, and of the
//! others those whose characters it uses.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A script and its three cuts.
struct Script {
    regular: &'static [u8],
    semibold: &'static [u8],
    italic: &'static [u8],
    /// Ranges of code points, first and last included.
    ranges: &'static [(u32, u32)],
}

macro_rules! cut {
    ($cut:literal, $script:literal) => {
        include_bytes!(concat!(
            "../../static/fonts/brief-serif-",
            $cut,
            "-",
            $script,
            ".woff2"
        ))
    };
}

macro_rules! script {
    ($script:literal, $ranges:expr) => {
        Script {
            regular: cut!("regular", $script),
            semibold: cut!("semibold", $script),
            italic: cut!("italic", $script),
            ranges: $ranges,
        }
    };
}

static SCRIPTS: [Script; 3] = [
    script!("latin", LATIN),
    script!("latin-ext", LATIN_EXT),
    script!("cyrillic", CYRILLIC),
];

const LATIN: &[(u32, u32)] = &[
    (0x20, 0x7E),
    (0xA0, 0xA1),
    (0xA3, 0xA3),
    (0xA7, 0xA7),
    (0xA9, 0xAB),
    (0xAE, 0xAE),
    (0xB0, 0xB0),
    (0xB2, 0xB3),
    (0xB6, 0xB7),
    (0xB9, 0xBB),
    (0xBD, 0xBD),
    (0xBF, 0xF6),
    (0xF8, 0xFF),
    (0x131, 0x131),
    (0x152, 0x153),
    (0x2009, 0x2009),
    (0x2010, 0x2011),
    (0x2013, 0x2014),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2194),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2264, 0x2265),
];

const LATIN_EXT: &[(u32, u32)] = &[
    (0xA2, 0xA2),
    (0xA4, 0xA6),
    (0xA8, 0xA8),
    (0xAC, 0xAC),
    (0xAF, 0xAF),
    (0xB1, 0xB1),
    (0xB4, 0xB5),
    (0xB8, 0xB8),
    (0xBC, 0xBC),
    (0xBE, 0xBE),
    (0xF7, 0xF7),
    (0x100, 0x12B),
    (0x12E, 0x130),
    (0x134, 0x151),
    (0x154, 0x165),
    (0x168, 0x17F),
    (0x18F, 0x18F),
    (0x192, 0x192),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x1CD, 0x1DC),
    (0x1E6, 0x1E7),
    (0x1F8, 0x1F9),
    (0x218, 0x21B),
    (0x237, 0x237),
    (0x2BC, 0x2BC),
    (0x2C6, 0x2C6),
    (0x2DA, 0x2DA),
    (0x2DC, 0x2DC),
    (0x1E0C, 0x1E0F),
    (0x1E20, 0x1E21),
    (0x1E24, 0x1E25),
    (0x1E2A, 0x1E2B),
    (0x1E36, 0x1E3B),
    (0x1E3E, 0x1E3F),
    (0x1E42, 0x1E49),
    (0x1E5A, 0x1E63),
    (0x1E6C, 0x1E6F),
    (0x1E80, 0x1E85),
    (0x1E8E, 0x1E8F),
    (0x1E92, 0x1E93),
    (0x1E97, 0x1E97),
    (0x1E9E, 0x1E9E),
    (0x1EA0, 0x1EF9),
    (0x2044, 0x2044),
    (0x2260, 0x2260),
];

const CYRILLIC: &[(u32, u32)] = &[
    (0x300, 0x301),
    (0x400, 0x45F),
    (0x462, 0x463),
    (0x472, 0x475),
    (0x490, 0x493),
    (0x496, 0x49B),
    (0x4A0, 0x4A3),
    (0x4AA, 0x4AB),
    (0x4AE, 0x4B3),
    (0x4B6, 0x4B7),
    (0x4BA, 0x4BB),
    (0x4C0, 0x4C2),
    (0x4CF, 0x4D1),
    (0x4D4, 0x4D9),
    (0x4E2, 0x4E3),
    (0x4E6, 0x4E9),
    (0x4EE, 0x4EF),
    (0x4F2, 0x4F3),
];

/// The CSS of the faces that a page needs.
///
/// `text` is all the text of the page; the Latin faces are always among them.
pub(super) fn faces(text: &str) -> String {
    let letters = beyond_ascii(text);
    let mut css = String::new();
    for (index, script) in SCRIPTS.iter().enumerate() {
        if index == 0 || letters.iter().any(|letter| script.holds(*letter)) {
            script.face("normal 400", script.regular, &mut css);
            script.face("normal 600", script.semibold, &mut css);
            script.face("italic 400", script.italic, &mut css);
        }
    }
    css
}

/// Returns the letters of a text that are not ASCII, each once.
fn beyond_ascii(text: &str) -> BTreeSet<char> {
    text.lines()
        .filter(|line| !line.is_ascii())
        .flat_map(str::chars)
        .filter(|letter| !letter.is_ascii())
        .collect()
}

impl Script {
    fn holds(&self, letter: char) -> bool {
        let point = u32::from(letter);
        self.ranges
            .binary_search_by(|(first, last)| {
                if *last < point {
                    std::cmp::Ordering::Less
                } else if *first > point {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
    }

    fn face(&self, cut: &str, file: &[u8], css: &mut String) {
        let (style, weight) = cut.split_once(' ').unwrap_or((cut, "400"));
        _ = write!(
            css,
            "@font-face{{font-family:\"Brief Serif\";font-style:{style};font-weight:{weight};\
             src:url(data:font/woff2;base64,"
        );
        STANDARD.encode_string(file, css);
        css.push_str(") format(\"woff2\");unicode-range:");
        for (index, (first, last)) in self.ranges.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            _ = if first == last {
                write!(css, "{comma}U+{first:X}")
            } else {
                write!(css, "{comma}U+{first:X}-{last:X}")
            };
        }
        css.push_str("}\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{SCRIPTS, faces};

    #[test]
    fn a_page_carries_the_files_that_its_characters_need() {
        assert_eq!(
            faces("plain text, António").matches("@font-face").count(),
            3
        );
        assert_eq!(faces("Łukasz").matches("@font-face").count(), 6);
        assert_eq!(faces("Łukasz, Зеленський").matches("@font-face").count(), 9);
    }

    #[test]
    fn ranges_are_in_order_and_do_not_overlap() {
        for script in &SCRIPTS {
            for pair in script.ranges.windows(2) {
                assert!(pair[0].0 <= pair[0].1 && pair[0].1 < pair[1].0, "{pair:?}");
            }
        }
    }

    #[test]
    fn the_latin_faces_stay_within_ninety_kilobytes() {
        assert!(faces("").len() < 90_000 + 3 * 600);
    }
}
