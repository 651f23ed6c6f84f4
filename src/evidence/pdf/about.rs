//! Says what a PDF says of itself.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use hayro_syntax::metadata::Metadata;

/// What a PDF says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutPdf {
    /// The title that it gives itself.
    pub title: Option<String>,
    /// Who wrote it, as it says.
    pub author: Option<String>,
    /// The year, month and day when it was made, as it says.
    pub made: Option<(u16, u8, u8)>,
}

impl AboutPdf {
    pub(super) fn of(metadata: &Metadata) -> Self {
        let line = |bytes: &Option<Box<[u8]>>| {
            let text = text(bytes.as_ref()?);
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            (!line.is_empty()).then_some(line)
        };
        Self {
            title: line(&metadata.title),
            author: line(&metadata.author),
            made: metadata
                .creation_date
                .map(|date| (date.year, date.month, date.day)),
        }
    }
}

/// Reads a text string: in Unicode behind its mark, or in letters that are near enough to windows-1252.
pub(super) fn text(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [0xFE, 0xFF, ..] => UTF_16BE,
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xEF, 0xBB, 0xBF, ..] => UTF_8,
        _ => WINDOWS_1252,
    };
    let (text, _, _) = encoding.decode(bytes);
    text.chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .collect()
}
