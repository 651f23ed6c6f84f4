//! PDFs as a browser prints them: what they hold, and how much of it is too much.
//!
//! Bytes in, facts out: no browser is started here. [`Printed::read`] reads what browsers of the
//! Chromium family write; [`settle`] makes the same PDF of the same page.

mod content;
mod dates;
mod ids;
mod outline;
mod structure;

use std::fmt;

use hayro_syntax::Pdf;
use hayro_syntax::object::String as PdfString;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::page::Page;

pub use structure::Section;

/// Takes out of a PDF what depends on the browser's run: the dates become that of the brief, given
/// as year, month and day, and elements are numbered anew. All else in it depends on the page and
/// the browser alone. No byte moves.
pub fn settle(bytes: &mut [u8], day: (i64, u8, u8)) {
    dates::date(bytes, day);
    ids::renumber(bytes);
}

/// What was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The title of the document.
    pub title: String,
    /// The width and height of each page, in points.
    pub pages: Vec<(f32, f32)>,
    /// What stands under each heading, in order.
    pub sections: Vec<Section>,
}

impl Printed {
    /// Reads a PDF.
    ///
    /// # Errors
    /// The bytes are no PDF, or one that some reader could not be served with.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Lack> {
        let pdf = Pdf::new(bytes).map_err(|_| Lack::Pdf)?;
        let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).ok_or(Lack::Pdf)?;
        let tree = structure_of(&root).ok_or(Lack::Tags)?;
        let outline: Dict<'_> = root.get("Outlines").ok_or(Lack::Outline)?;
        if outline::entries(&outline).is_empty() {
            return Err(Lack::Outline);
        }
        root.get::<PdfString<'_>>("Lang").ok_or(Lack::Language)?;
        let title = pdf.metadata().title.as_ref().ok_or(Lack::Title)?;
        Ok(Self {
            title: text(title),
            pages: pdf.pages().iter().map(Page::base_dimensions).collect(),
            sections: structure::sections(&tree, &outline, pdf.pages()),
        })
    }
}

/// Returns the structure tree, if the PDF says that it is tagged.
fn structure_of<'a>(root: &Dict<'a>) -> Option<Dict<'a>> {
    let mark: Dict<'a> = root.get("MarkInfo")?;
    mark.get::<bool>("Marked").filter(|marked| *marked)?;
    root.get("StructTreeRoot")
}

/// Reads a text string: UTF-16 behind a byte order mark, or what is near enough to ASCII.
fn text(bytes: &[u8]) -> String {
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

/// What a PDF does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It is none.
    Pdf,
    /// Tags, by which a screen reader reads it.
    Tags,
    /// An outline of its headings.
    Outline,
    /// Its language.
    Language,
    /// Its title.
    Title,
}

impl fmt::Display for Lack {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Pdf => "what it wrote is no PDF",
            Self::Tags => "the PDF has no tags",
            Self::Outline => "the PDF has no outline",
            Self::Language => "the PDF does not say its language",
            Self::Title => "the PDF has no title",
        })
    }
}

impl std::error::Error for Lack {}

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
