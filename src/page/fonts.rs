//! Gives a page the embedded fonts that it needs: the Latin ones, and of the others those whose
//! characters it uses. `static/fonts/README.md` says where they come from.

use std::collections::BTreeSet;
use std::iter;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The fonts of a script.
struct Script {
    /// The characters that they hold, as CSS has it.
    ranges: &'static str,
    /// The `@font-face` rules of its three cuts, made when a page first needs them.
    faces: LazyLock<String>,
    /// The same for a page that needs no other script: all characters are looked for in them.
    alone: LazyLock<String>,
}

macro_rules! script {
    ($script:literal, $ranges:expr) => {
        Script {
            ranges: $ranges,
            faces: LazyLock::new(|| faces!($script, Some($ranges))),
            alone: LazyLock::new(|| faces!($script, None)),
        }
    };
}

macro_rules! faces {
    ($script:literal, $ranges:expr) => {
        [
            face("normal", "400", cut!("regular", $script), $ranges),
            face("normal", "600", cut!("semibold", $script), $ranges),
            face("italic", "400", cut!("italic", $script), $ranges),
        ]
        .concat()
    };
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

static SCRIPTS: [Script; 3] = [
    script!("latin", LATIN),
    script!("latin-ext", LATIN_EXT),
    script!("cyrillic", CYRILLIC),
];

const LATIN: &str = "\
    U+20-7E,U+A0-A1,U+A3,U+A7,U+A9-AB,U+AE,U+B0,U+B2-B3,U+B7,U+B9-BB,U+BD,U+BF-F6,U+F8-FF,\
    U+131,U+152-153,U+2009,U+2010-2011,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,\
    U+202F,U+2039-203A,U+20AC,U+2116,U+2122,U+2190,U+2192,U+2212";

const LATIN_EXT: &str = "\
    U+A2,U+A4-A6,U+A8,U+AC,U+AF,U+B1,U+B4-B6,U+B8,U+BC,U+BE,U+F7,U+100-12B,U+12E-130,\
    U+134-151,U+154-165,U+168-17F,U+18F,U+192,U+1A0-1A1,U+1AF-1B0,U+1CD-1DC,U+1E6-1E7,\
    U+1F8-1F9,U+218-21B,U+237,U+2BC,U+2C6,U+2DA,U+2DC,U+1E0C-1E0F,U+1E20-1E21,U+1E24-1E25,\
    U+1E2A-1E2B,U+1E36-1E3B,U+1E3E-1E3F,U+1E42-1E49,U+1E5A-1E63,U+1E6C-1E6F,U+1E80-1E85,\
    U+1E8E-1E8F,U+1E92-1E93,U+1E97,U+1E9E,U+1EA0-1EF9,U+2020-2021,U+2032-2033,U+2044,U+2070,\
    U+2074-2079,U+2191,U+2193-2194,U+2248,U+2260,U+2264-2265";

const CYRILLIC: &str = "\
    U+300-301,U+400-45F,U+462-463,U+472-475,U+490-493,U+496-49B,U+4A0-4A3,U+4AA-4AB,\
    U+4AE-4B3,U+4B6-4B7,U+4BA-4BB,U+4C0-4C2,U+4CF-4D1,U+4D4-4D9,U+4E2-4E3,U+4E6-4E9,\
    U+4EE-4EF,U+4F2-4F3";

/// The CSS of the faces that a page needs.
///
/// `text` is all the text of the page; the Latin faces are always among them.
pub(super) fn faces(text: &str) -> Vec<&'static str> {
    let letters = beyond_ascii(text);
    let [latin, others @ ..] = &SCRIPTS;
    let mut others = others
        .iter()
        .filter(|script| script.holds_any(&letters))
        .peekable();
    if others.peek().is_none() {
        return vec![&latin.alone];
    }
    let scripts = iter::once(latin).chain(others);
    scripts.map(|script| script.faces.as_str()).collect()
}

/// Returns the letters of a text that are not ASCII, each once.
fn beyond_ascii(text: &str) -> BTreeSet<char> {
    let mut letters = BTreeSet::new();
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let mut from = rest.split_at(at).1.chars();
        letters.extend(from.next());
        rest = from.as_str();
    }
    letters
}

fn face(style: &str, weight: &str, file: &[u8], ranges: Option<&str>) -> String {
    let ranges = ranges.map_or(String::new(), |ranges| format!(";unicode-range:{ranges}"));
    format!(
        "@font-face{{font-family:\"Brief Serif\";font-style:{style};font-weight:{weight};\
         src:url(data:font/woff2;base64,{}) format(\"woff2\"){ranges}}}\n",
        STANDARD.encode(file)
    )
}

impl Script {
    fn holds_any(&self, letters: &BTreeSet<char>) -> bool {
        let mut ranges = self.ranges();
        ranges.any(|(first, last)| letters.range(first..=last).next().is_some())
    }

    /// Returns the first and the last character of each range.
    #[expect(clippy::expect_used, reason = "a test reads every range")]
    fn ranges(&self) -> impl Iterator<Item = (char, char)> {
        let character = |hex: &str| {
            let point = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
            point.expect("a range is of code points in hexadecimal")
        };
        self.ranges.split(',').map(move |range| {
            let range = range.strip_prefix("U+").expect("a range begins with U+");
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            (character(first), character(last))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{SCRIPTS, faces};

    #[test]
    fn a_page_carries_the_files_that_its_characters_need() {
        let count = |text| faces(text).concat().matches("@font-face").count();
        assert_eq!(count("plain text, António"), 3);
        assert_eq!(count("Łukasz"), 6);
        assert_eq!(count("Łukasz, Зеленський"), 9);
    }

    #[test]
    fn ranges_are_in_order_and_do_not_overlap() {
        for script in &SCRIPTS {
            let ranges: Vec<_> = script.ranges().collect();
            for pair in ranges.windows(2) {
                assert!(pair[0].0 <= pair[0].1 && pair[0].1 < pair[1].0, "{pair:?}");
            }
        }
    }

    #[test]
    fn the_latin_faces_stay_within_sixty_six_kilobytes() {
        assert!(faces("").concat().len() < 66_000);
    }
}
