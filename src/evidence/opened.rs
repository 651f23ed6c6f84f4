//! Tells by its bytes what a snapshot is, and opens what is compressed.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use crate::model::Obstacle;

/// What the bytes of a snapshot are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Media {
    /// Plain text.
    #[default]
    Text,
    /// Plain text with the marks of Markdown.
    Markdown,
    /// A page of HTML.
    Html,
    /// A page of XHTML, or another text in XML.
    Xml,
    /// The text of a PDF.
    Pdf,
}

impl Media {
    /// Says whether it has mark-up, and is shown without.
    pub(super) fn is_page(self) -> bool {
        matches!(self, Self::Html | Self::Xml)
    }
}

/// What is compressed is opened up to this many bytes: a few kilobytes can hold gigabytes.
const MOST_OPENED: u64 = 64 << 20;
/// The heads of a message stand within so many bytes.
const MOST_HEADS: usize = 64 << 10;
/// A PDF begins within so many bytes.
const MOST_BEFORE_PDF: usize = 1 << 10;

/// Files that are no text, by how they begin.
const BEGINNINGS: &[(&[u8], Obstacle)] = &[
    (b"%!PS", Obstacle::Packed),
    (b"{\\rtf", Obstacle::Packed),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Obstacle::Packed),
    (b"bplist00", Obstacle::WebArchive),
    // A file of Git LFS that was not fetched.
    (
        b"version https://git-lfs.github.com/spec/",
        Obstacle::NotText,
    ),
    (b"\x89PNG\r\n\x1A\n", Obstacle::Picture),
    (b"\xFF\xD8\xFF", Obstacle::Picture),
    (b"GIF87a", Obstacle::Picture),
    (b"GIF89a", Obstacle::Picture),
    (b"II*\0", Obstacle::Picture),
    (b"MM\0*", Obstacle::Picture),
    (b"\0\0\x01\0", Obstacle::Picture),
    (b"\xFF\x0A", Obstacle::Picture),
    (b"ID3", Obstacle::Picture),
    (b"OggS", Obstacle::Picture),
    (b"fLaC", Obstacle::Picture),
    (b"\x1A\x45\xDF\xA3", Obstacle::Picture),
    (b"\x1F\x9D", Obstacle::Compressed),
    (b"BZh", Obstacle::Compressed),
    (b"\xFD7zXZ\0", Obstacle::Compressed),
    (b"\x28\xB5\x2F\xFD", Obstacle::Compressed),
    (b"\x04\x22\x4D\x18", Obstacle::Compressed),
    (b"7z\xBC\xAF\x27\x1C", Obstacle::Compressed),
    (b"Rar!\x1A\x07", Obstacle::Compressed),
];

/// What opened bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text or a page, unless they are no text at all.
    Text,
    Pdf,
    /// A web archive.
    Warc,
    /// Files that are packed together.
    Zip,
    /// A message, or a page that was saved as one.
    Mail,
    /// What cannot be read.
    Other(Obstacle),
}

/// Returns bytes, opened if gzip compressed them.
///
/// # Errors
/// There are none, or they are damaged or too many.
pub(super) fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Obstacle> {
    let opened = if bytes.starts_with(b"\x1F\x8B") {
        Cow::Owned(unzip(bytes)?)
    } else {
        Cow::Borrowed(bytes)
    };
    if opened.is_empty() {
        return Err(Obstacle::Empty);
    }
    Ok(opened)
}

fn unzip(bytes: &[u8]) -> Result<Vec<u8>, Obstacle> {
    let mut opened = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(MOST_OPENED + 1);
    let read = reader.read_to_end(&mut opened);
    if u64::try_from(opened.len()).is_ok_and(|length| length > MOST_OPENED) {
        return Err(Obstacle::OpensTooLarge);
    }
    read.map(|_| opened).map_err(|_| Obstacle::BrokenGzip)
}

/// Says what bytes are; some programs set spaces before their mark.
pub(super) fn kind(bytes: &[u8]) -> Kind {
    let begun = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let begun = begun.trim_ascii_start();
    let at = |at: usize, mark: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(mark));
    let is_coded = || begun.iter().take(64).any(|byte| !is_of_text(*byte));
    let begins = |(mark, obstacle): &&(&[u8], Obstacle)| {
        // A few letters may begin a text as well.
        let is_by_letters = matches!(obstacle, Obstacle::Picture | Obstacle::Compressed);
        begun.starts_with(mark) && (!is_by_letters || is_coded())
    };
    // What was sent with a PDF may stand before it.
    let start = bytes.get(..MOST_BEFORE_PDF).unwrap_or(bytes);
    let has_pdf = || start.windows(5).any(|five| five == b"%PDF-");
    if begun.starts_with(b"%PDF-") {
        return Kind::Pdf;
    }
    if begun.starts_with(b"WARC/") {
        return Kind::Warc;
    }
    if [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]
        .iter()
        .any(|mark| begun.starts_with(*mark))
    {
        return Kind::Zip;
    }
    if let Some(obstacle) = written_as_xml(begun) {
        return Kind::Other(obstacle);
    }
    if let Some((_, obstacle)) = BEGINNINGS.iter().find(begins) {
        return Kind::Other(*obstacle);
    }
    if at(0, b"\x1F\x8B") {
        return Kind::Other(Obstacle::Compressed);
    }
    let is_riff = || {
        [&b"WEBP"[..], b"WAVE", b"AVI "]
            .iter()
            .any(|form| at(8, form))
    };
    if at(4, b"ftyp") || at(0, b"RIFF") && is_riff() {
        return Kind::Other(Obstacle::Picture);
    }
    if at(257, b"ustar") {
        return Kind::Other(Obstacle::Packed);
    }
    if is_mail(begun) {
        return Kind::Mail;
    }
    if std::str::from_utf8(bytes).is_err() && has_pdf() {
        return Kind::Pdf;
    }
    Kind::Text
}

/// Says what bytes are that another program wrote as XML: a web archive of Safari, or a document.
fn written_as_xml(bytes: &[u8]) -> Option<Obstacle> {
    let start = bytes.get(..MOST_BEFORE_PDF).unwrap_or(bytes);
    let has = |mark: &[u8]| start.windows(mark.len()).any(|found| found == mark);
    let is_document = || {
        let roots: [&[u8]; 3] = [b"<office:document", b"<w:wordDocument", b"<pkg:package"];
        roots.iter().any(|root| has(root))
    };
    match () {
        () if !bytes.starts_with(b"<") => None,
        () if has(b"<plist") && has(b"<key>WebMainResource</key>") => Some(Obstacle::WebArchive),
        () if is_document() => Some(Obstacle::Packed),
        () => None,
    }
}

/// Says whether a byte stands in texts of any encoding but UTF-16.
fn is_of_text(byte: u8) -> bool {
    byte >= 0x20 || matches!(byte, b'\t'..=b'\r' | b'\x1B')
}

/// Says whether bytes are a message, as browsers save pages too, whose parts are not its text as it lies
/// there.
fn is_mail(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let mut first = lines.next().unwrap_or_default();
    // A box of messages begins each so, and Apple's program with how long it is.
    if first.starts_with(b"From ") || first.trim_ascii().iter().all(u8::is_ascii_digit) {
        first = lines.next().unwrap_or_default();
    }
    let name = first.split(|byte| *byte == b':').next().unwrap_or_default();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    if name.len() == first.len() || name.is_empty() || !name.iter().all(is_name) {
        return false;
    }
    let heads = bytes.get(..MOST_HEADS).unwrap_or(bytes);
    let heads = String::from_utf8_lossy(heads)
        .to_ascii_lowercase()
        .replace('\r', "");
    let heads = heads.split("\n\n").next().unwrap_or_default();
    // A head may go on in the next lines, which are indented.
    let heads = heads.replace("\n ", " ").replace("\n\t", " ");
    heads.lines().any(|head| {
        let Some((name, value)) = head.split_once(':') else {
            return false;
        };
        let is_one = |kinds: &[&str]| kinds.iter().any(|kind| value.trim().starts_with(kind));
        match name {
            "content-type" => is_one(&["multipart/", "text/"]),
            "content-transfer-encoding" => is_one(&["quoted-printable", "base64"]),
            "subject" | "from" | "to" => value.contains("=?"),
            _ => false,
        }
    })
}

/// Says whether a text is no text for people: the bytes of a program or a data base are full of what
/// no text has.
pub(super) fn is_binary(text: &str) -> bool {
    let is_foreign = |c: &char| {
        c.is_control()
            && (*c > '\u{9F}' || *c < '\u{80}')
            && !u8::try_from(*c).is_ok_and(is_of_text)
    };
    let (mut foreign, mut all) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        foreign += usize::from(is_foreign(&c));
    }
    foreign * 50 > all
}

/// Says whether bytes begin as a page of HTML does, whatever the file is called.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.iter().take(4 << 10).filter(|byte| **byte != 0);
    let start: String = start
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let mut rest = start.trim_start_matches(['\u{EF}', '\u{BB}', '\u{BF}', '\u{FE}', '\u{FF}']);
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<?xml") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else {
            break;
        };
        match rest.split_once(end) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| rest.starts_with(tag))
}

#[cfg(test)]
mod tests;
