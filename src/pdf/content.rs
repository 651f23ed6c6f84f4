//! Reads the text of a page, piece by piece of marked content.

use std::collections::{BTreeMap, BTreeSet};

use hayro_cmap::{BfString, CMap};
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Page;

/// The number of a piece of marked content on its page.
pub(super) type Mark = i32;

/// Text further up or down than this, in the page's own units, stands on another line.
const LINE: f64 = 0.5;
/// More bytes of text on one page are not read: a few codes can stand for long texts.
const MOST_TEXT: usize = 1 << 20;

/// Returns the text of each piece of marked content; what is not marked, as running heads are not,
/// is left out.
pub(super) fn texts(page: &Page<'_>) -> BTreeMap<Mark, String> {
    read(page).texts
}

/// Returns the characters of a page that no font of the browser's had: it set the glyph that stands for all
/// of them. As well as a browser tells, which may name one of several in a font.
pub(super) fn without_font(page: &Page<'_>) -> BTreeSet<char> {
    read(page).without_font
}

fn read(page: &Page<'_>) -> Reader {
    let mut reader = Reader {
        room: MOST_TEXT,
        ..Reader::default()
    };
    let mut instructions = page.typed_operations();
    while let Some(instruction) = instructions.next() {
        reader.read(&instruction, page);
    }
    reader
}

/// So many bytes a code of a font of many letters has; of these 0 is the glyph for all that the font lacks.
const WIDE: usize = 2;

/// What the codes of a font stand for, and of how many bytes each is.
struct Letters {
    map: CMap,
    width: usize,
}

impl Letters {
    fn letter(&self, code: u32) -> Option<char> {
        match self.map.lookup_bf_string(code)? {
            BfString::Char(letter) => Some(letter),
            BfString::String(letters) => letters.chars().next(),
        }
    }
}

#[derive(Default)]
struct Reader {
    texts: BTreeMap<Mark, String>,
    /// The marks that are open, innermost last; one without a number is in that around it.
    open: Vec<Option<Mark>>,
    /// What of these stands for text says that it is.
    meant: Vec<Option<String>>,
    without_font: BTreeSet<char>,
    letters: Option<Letters>,
    height: f64,
    /// So much more text is read.
    room: usize,
}

impl Reader {
    fn read(&mut self, instruction: &TypedInstruction<'_, '_>, page: &Page<'_>) {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them set text"
        )]
        match instruction {
            TypedInstruction::BeginMarkedContentWithProperties(begin) => {
                self.begin(mark(begin.1), meant(begin.1));
            }
            TypedInstruction::BeginMarkedContent(_) => self.begin(None, None),
            TypedInstruction::EndMarkedContent(_) => {
                self.open.pop();
                self.meant.pop();
            }
            TypedInstruction::TextFont(font) => self.letters = letters(page, font.0),
            TypedInstruction::SetTextMatrix(matrix) => self.move_to(matrix.5.as_f64()),
            TypedInstruction::ShowText(shown) => self.show(shown.0),
            TypedInstruction::ShowTexts(shown) => {
                for part in shown.0.iter::<Object<'_>>() {
                    if let Object::String(part) = part {
                        self.show(&part);
                    }
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, mark: Option<Mark>, meant: Option<String>) {
        let around = self.open.last().copied().flatten();
        self.open.push(mark.or(around));
        self.meant.push(meant);
    }

    fn text(&mut self) -> Option<&mut String> {
        let mark = self.open.last().copied().flatten()?;
        Some(self.texts.entry(mark).or_default())
    }

    /// Spaces within a line are set as letters are; those between lines are mostly not.
    fn move_to(&mut self, height: f64) {
        if (height - self.height).abs() > LINE
            && let Some(text) = self.text()
        {
            text.push('\n');
        }
        self.height = height;
    }

    fn show(&mut self, shown: &PdfString<'_>) {
        let Some(letters) = &self.letters else {
            return;
        };
        let mut read = String::new();
        for code in shown.as_bytes().chunks_exact(letters.width) {
            let code = code
                .iter()
                .fold(0, |code, byte| code << 8 | u32::from(*byte));
            if code == 0 && letters.width == WIDE {
                match self.meant.iter().flatten().next_back() {
                    Some(meant) => self.without_font.extend(meant.chars()),
                    None => self.without_font.extend(letters.letter(code)),
                }
            }
            match letters.map.lookup_bf_string(code) {
                Some(BfString::Char(letter)) => read.push(letter),
                Some(BfString::String(letters)) => read.push_str(&letters),
                None => read.push(char::REPLACEMENT_CHARACTER),
            }
        }
        if self.room < read.len() {
            return;
        }
        if let Some(text) = self.text() {
            text.push_str(&read);
            self.room -= read.len();
        }
    }
}

fn mark(properties: &Object<'_>) -> Option<Mark> {
    if let Object::Dict(properties) = properties {
        properties.get("MCID")
    } else {
        None
    }
}

/// Returns the text that a piece of marked content says it stands for.
fn meant(properties: &Object<'_>) -> Option<String> {
    let Object::Dict(properties) = properties else {
        return None;
    };
    let meant: PdfString<'_> = properties.get("ActualText")?;
    Some(text(meant.as_bytes()))
}

fn letters(page: &Page<'_>, name: &Name<'_>) -> Option<Letters> {
    let font: Dict<'_> = page.resources().get_font(name)?;
    let map: Stream<'_> = font.get("ToUnicode")?;
    let kind: Option<Name<'_>> = font.get("Subtype");
    // Only fonts of many letters have codes of two bytes; a browser draws those that it may not embed.
    let width = if kind.is_some_and(|kind| &*kind == b"Type0") {
        WIDE
    } else {
        1
    };
    let map = CMap::parse(&map.decoded().ok()?, |_| None)?;
    Some(Letters { map, width })
}

/// Reads a text string: UTF-16 behind a byte order mark, or what is near enough to ASCII.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(units) => {
            let units = units.chunks_exact(2).map(|pair| {
                let pair = pair.iter().map(|byte| u16::from(*byte));
                pair.fold(0, |unit, byte| unit << 8 | byte)
            });
            let letters = char::decode_utf16(units);
            letters
                .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        None => bytes.iter().copied().map(char::from).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn text_is_utf_16_behind_a_mark_and_letters_without() {
        assert_eq!(text(b"Trams (4)"), "Trams (4)");
        assert_eq!(text(b"\xFE\xFF\x04\x17\x04\x35\xD8\x3D\xDE\x42"), "Зе🙂");
        assert_eq!(text(b"\xFE\xFF\xD8\x3D\x00"), "\u{FFFD}");
    }
}
