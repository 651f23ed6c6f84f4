//! Holds what a client said of itself, and reads the places that it names.

use std::path::{Path, PathBuf};

use brief::lsp::{Encoding, Lines, Position, Positions};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Deserialize;
use serde_json::{Value, json};

/// What stands in an address of a file as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// What a client can do, as far as it matters.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    /// Whether it shows other places that matter to a diagnostic.
    pub(super) shows_related: bool,
    /// Whether it can be asked to watch files.
    pub(super) watches_files: bool,
    /// Whether it takes a name for what is to be renamed.
    pub(super) versions_edits: bool,
}

impl Client {
    /// Reads the parameters of `initialize`. What is there in another form is taken for left out.
    pub(super) fn read(params: &Value) -> Self {
        let can = |pointer: &str| params.pointer(pointer).and_then(Value::as_bool) == Some(true);
        let encodings = params.pointer("/capabilities/general/positionEncodings");
        // What `clangd` had before the protocol did, and older clients still say.
        let encodings = encodings.or_else(|| params.pointer("/capabilities/offsetEncoding"));
        let encodings = encodings.and_then(Value::as_array).into_iter().flatten();
        let mut known = encodings.filter_map(|name| Encoding::named(name.as_str()?));
        Self {
            encoding: known.next().unwrap_or_default(),
            shows_related: can("/capabilities/textDocument/publishDiagnostics/relatedInformation"),
            watches_files: can("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"),
            versions_edits: can("/capabilities/workspace/workspaceEdit/documentChanges"),
        }
    }
}

/// A document that a client names.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) uri: String,
    pub(super) version: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Opening {
    pub(super) uri: String,
    #[serde(default, rename = "languageId")]
    pub(super) language: String,
    pub(super) version: Option<i64>,
    pub(super) text: String,
}

/// One of the changes of a document: without a range, to the whole of it.
#[derive(Debug, Deserialize)]
pub(super) struct Change {
    pub(super) range: Option<Range>,
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Range {
    pub(super) start: Point,
    pub(super) end: Point,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Point {
    line: u32,
    character: u32,
}

impl Point {
    pub(super) fn byte(self, text: &str, lines: &Lines, encoding: Encoding) -> usize {
        let [line, column] = [self.line, self.character].map(|count| {
            // No text that is read has so many lines or columns.
            usize::try_from(count).unwrap_or(usize::MAX)
        });
        lines.byte(text, Position { line, column }, encoding)
    }
}

/// Returns the address of a file.
pub(super) fn address(path: &Path) -> String {
    let name = path.to_string_lossy();
    let name = if cfg!(windows) {
        // What is canonical on Windows begins so, and no editor has it.
        let name = name.strip_prefix(r"\\?\").unwrap_or(&name);
        format!("/{}", name.replace('\\', "/"))
    } else {
        name.into_owned()
    };
    format!("file://{}", utf8_percent_encode(&name, PLAIN))
}

/// Returns the file of an address, if it is one.
pub(super) fn path(address: &str) -> Option<PathBuf> {
    let path = address.strip_prefix("file://")?;
    let path = path.strip_prefix("localhost").unwrap_or(path);
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let path = if cfg!(windows) {
        path.strip_prefix('/').unwrap_or(&path)
    } else {
        &path
    };
    let path = PathBuf::from(path);
    path.is_absolute().then_some(path)
}

/// A text in which places are shown to a client.
pub(super) struct Shown<'t>(Positions<'t>);

impl<'t> Shown<'t> {
    pub(super) fn new(text: &'t str, encoding: Encoding) -> Self {
        Self::with(text, Lines::of(text), encoding)
    }

    pub(super) fn with(text: &'t str, lines: Lines, encoding: Encoding) -> Self {
        Self(Positions::new(text, lines, encoding))
    }

    pub(super) fn text(&self) -> &'t str {
        self.0.text
    }

    pub(super) fn byte(&self, point: Point) -> usize {
        point.byte(self.0.text, &self.0.lines, self.0.encoding)
    }

    fn point(&self, byte: usize) -> Value {
        let Position { line, column } = self.0.position(byte);
        json!({ "line": line, "character": column })
    }

    /// Returns a range of bytes as the protocol has it.
    pub(super) fn range(&self, bytes: std::ops::Range<usize>) -> Value {
        json!({ "start": self.point(bytes.start), "end": self.point(bytes.end) })
    }

    /// Returns the first line, which stands for the whole.
    pub(super) fn first_line(&self) -> Value {
        self.range(0..self.0.lines.text(self.0.text, 0).len())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::{Client, Encoding, address, path};

    #[test]
    fn the_first_encoding_that_is_known_is_taken() {
        for (said, expected) in [
            (json!({}), Encoding::Utf16),
            (
                json!({ "general": { "positionEncodings": [] } }),
                Encoding::Utf16,
            ),
            (
                json!({ "general": { "positionEncodings": ["utf-7", "utf-32", "utf-8"] } }),
                Encoding::Utf32,
            ),
            (json!({ "offsetEncoding": ["utf-8"] }), Encoding::Utf8),
            (json!({ "general": 1 }), Encoding::Utf16),
        ] {
            let params = json!({ "capabilities": said });
            assert_eq!(Client::read(&params).encoding, expected, "{params}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn addresses_are_those_of_files() {
        for name in ["/a b/Київ [1]#?%.yaml", "/a.yaml"] {
            let file = Path::new(name);
            assert_eq!(path(&address(file)).as_deref(), Some(file));
        }
        assert_eq!(path("file://localhost/a").as_deref(), Some(Path::new("/a")));
        for other in ["untitled:a", "file:a", "https://a/b", "", "file://"] {
            assert_eq!(path(other), None, "{other}");
        }
    }
}
