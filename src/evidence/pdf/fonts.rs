//! Tells which letters the codes of a font stand for, and how wide they are.

use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Stream};

use super::spent::{Room, TooMuch};

/// Letters of a font are measured in parts of a thousand.
const THOUSAND: f64 = 1000.0;

/// The letters of a font.
#[derive(Clone)]
pub(super) struct Letters<'a> {
    font: Font<'a>,
    /// Whether they are drawn in units of their own (Type 3), so that the size of the font is not theirs.
    pub(super) have_own_units: bool,
}

/// Returns the letters of a font, if it can be read.
pub(super) fn letters<'a>(
    font: &Dict<'a>,
    known: &FontCache<'a>,
    room: &mut Room,
) -> Result<Option<Letters<'a>>, TooMuch> {
    let below = font.get::<Array<'a>>("DescendantFonts");
    let below = below.and_then(|fonts| fonts.iter::<Dict<'a>>().next());
    for font in [Some(font), below.as_ref()].into_iter().flatten() {
        let about = font.get::<Dict<'a>>("FontDescriptor").unwrap_or_default();
        let programs = ["FontFile", "FontFile2", "FontFile3"];
        let streams = programs
            .iter()
            .filter_map(|key| about.get::<Stream<'a>>(key));
        let maps = ["ToUnicode", "Encoding", "CIDToGIDMap"];
        for stream in streams.chain(maps.iter().filter_map(|key| font.get::<Stream<'a>>(key))) {
            room.unpack(&stream)?;
        }
    }
    let standard: FontResolverFn = Arc::new(|asked| {
        Some(match asked {
            FontQuery::Standard(font) => font.get_font_data(),
            FontQuery::Fallback(font) => font.pick_standard_font().get_font_data(),
        })
    });
    let none: CMapResolverFn = Arc::new(|_| None);
    let kind: Option<Name<'_>> = font.get("Subtype");
    let have_own_units = kind.is_some_and(|kind| &*kind == b"Type3");
    let font = known.font(font, &standard, &none);
    Ok(font.map(|font| Letters {
        font,
        have_own_units,
    }))
}

impl Letters<'_> {
    /// Reads the code that stands at a place: its letters, if they are known; how many bytes it has; how far
    /// the next one is; and whether it is a space of one byte, which can be widened.
    pub(super) fn read(&self, bytes: &[u8], at: usize) -> (Option<String>, usize, f64, bool) {
        let (code, length) = self.font.read_code(bytes, at);
        let length = length.max(1);
        let advance = self.font.code_advance(code);
        let advance = if self.is_upright() {
            advance.y
        } else {
            advance.x
        };
        let text = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = text.map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let text = text.filter(|text| !text.contains(is_no_letter));
        (text, length, advance / THOUSAND, code == 32 && length == 1)
    }

    /// Says whether its lines run from head to foot.
    pub(super) fn is_upright(&self) -> bool {
        !self.font.is_horizontal()
    }
}

/// Says whether a character stands for no letter that is known: fonts have their own in private areas.
fn is_no_letter(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}' | '\u{F0000}'..='\u{10FFFF}')
        || c.is_control() && !c.is_whitespace()
}
