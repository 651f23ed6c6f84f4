//! Reads the snapshot of a source.

use std::fmt::Write as _;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::contents::{self, Doubts, read};
use super::edges::{is_joined, may_go_on};
use super::html::{self, Page};
use super::korean::{may_begin_within, may_end_within};
use super::normalise::{Break, Normalised, Point, piece};
use super::opened::Media;
use super::paging::Paging;
use super::pdf::AboutPdf;
use super::saved::unpack;
use super::saved_page::{Address, Form, SavedPage};
use super::wrapped::mended;
use crate::characters::is_nothing;
use crate::model::{Obstacle, Selector};

/// At most this many code points of the source stand before and after a passage: the source is
/// somebody's work, and they only have to tell places apart.
const MOST_AROUND: usize = 32;
/// The byte of each code point is known that stands so many after another.
const BETWEEN_BYTES: usize = 1024;

/// The text of a source, as a reader sees it.
#[derive(Clone, Debug)]
pub struct Snapshot {
    sha256: String,
    pub(super) page: Page,
    normalised: Normalised,
    /// The bytes at which some code points begin.
    bytes: Vec<usize>,
    /// Why there is no text to look in.
    obstacle: Option<Obstacle>,
    pub(super) doubts: Doubts,
    pdf: Option<Box<(Paging, AboutPdf)>>,
    record: Option<ArchiveRecord>,
}

/// Which page of an archive a snapshot is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArchiveRecord {
    /// Where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When it was there, as ISO 8601 writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

impl Snapshot {
    /// Reads a snapshot, by its bytes; what kind of text they are is what its name says, unless they
    /// begin as a page does. Of what is no text, no quote can be looked for. Of several pages it is the first.
    pub fn read(bytes: &[u8], media: Media) -> Self {
        Self::read_as_told(bytes, media, None)
    }

    /// Reads a snapshot of which the server that sent it said in which encoding it is.
    pub fn read_as_told(bytes: &[u8], media: Media, charset: Option<&str>) -> Self {
        let mut all = Self::all(bytes, media, charset, &[]);
        let others = all.len() > 1;
        let mut first = all.swap_remove(0);
        if others {
            first.doubts.more = first.doubts.more.or(Some(Obstacle::WebArchive));
        }
        first
    }

    /// Reads all pages of what was saved, at least one; of a web archive those of the addresses, if it has
    /// any of them.
    pub fn all(
        bytes: &[u8],
        media: Media,
        charset: Option<&str>,
        addresses: &[Address],
    ) -> Vec<Self> {
        let sha256 = sha256(bytes);
        let saved = match unpack(bytes, media, charset, addresses) {
            Ok(saved) => saved,
            Err(obstacle) => return vec![Self::unread(sha256, obstacle)],
        };
        let is_archive = matches!(saved.form, Form::Warc | Form::Wacz) || saved.pages.len() > 1;
        let pages = saved.pages.iter().map(|page| {
            let mut snapshot = Self::of_saved(sha256.clone(), page, saved.more);
            snapshot.record = is_archive.then(|| ArchiveRecord {
                address: page.address.clone(),
                time: page.time.clone(),
            });
            snapshot
        });
        pages.collect()
    }

    /// Reads one page of what was saved.
    fn of_saved(sha256: String, page: &SavedPage<'_>, more: Option<Obstacle>) -> Self {
        let read = match read(page) {
            Ok(read) => read,
            Err(obstacle) => return Self::unread(sha256, obstacle),
        };
        let doubts = Doubts {
            more: read.doubts.more.or(more),
            ..read.doubts
        };
        Self {
            doubts,
            pdf: read.pdf,
            ..Self::of_page(sha256, read.page)
        }
    }

    fn unread(sha256: String, obstacle: Obstacle) -> Self {
        Self {
            obstacle: Some(obstacle),
            ..Self::of_text(sha256, String::new())
        }
    }

    pub(super) fn of_text(sha256: String, text: String) -> Self {
        Self::of_page(sha256, Page::of_text(text))
    }

    fn of_page(sha256: String, page: Page) -> Self {
        Self {
            sha256,
            normalised: Normalised::of(&page.shown.text),
            bytes: bytes_of(&page.shown.text),
            page,
            obstacle: None,
            doubts: Doubts::default(),
            pdf: None,
            record: None,
        }
    }

    /// Reads a text, of which the encoding is known, as a snapshot of some kind.
    pub(super) fn of_contents(text: String, media: Media) -> Self {
        let (page, doubts) = contents::of_text(text, media);
        Self {
            doubts,
            ..Self::of_page(String::new(), page)
        }
    }

    /// Makes a snapshot of a text in which each `>` at the start of a line is one of its characters.
    pub(super) fn with_marks(text: String) -> Self {
        Self {
            normalised: Normalised::with_marks(&text),
            bytes: bytes_of(&text),
            page: Page::of_text(text),
            ..Self::of_text(String::new(), String::new())
        }
    }

    /// Reads another page of HTML in its place.
    pub(super) fn read_as(&self, html: &str) -> Self {
        let mut other = Self::of_page(String::new(), html::read(html));
        other.doubts.media = self.doubts.media;
        other
    }

    /// Returns why no quote can be looked for in the snapshot, if none can.
    pub fn obstacle(&self) -> Option<Obstacle> {
        self.obstacle
    }

    /// Returns the SHA-256 of the snapshot's bytes, in hexadecimal digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Returns where the pages of the snapshot are in its text, if it is a PDF.
    pub fn paging(&self) -> Option<&Paging> {
        self.pdf.as_deref().map(|(paging, _)| paging)
    }

    /// Returns which page of an archive the snapshot is, if it is one.
    pub fn record(&self) -> Option<&ArchiveRecord> {
        self.record.as_ref()
    }

    /// Returns what the snapshot says of itself, if it is a PDF.
    pub fn about_pdf(&self) -> Option<&AboutPdf> {
        self.pdf.as_deref().map(|(_, about)| about)
    }

    pub(crate) fn text(&self) -> &str {
        &self.page.shown.text
    }

    /// Reads the line ends that break words as quotes have them, if that helps any of them.
    pub(super) fn mended(&self, quotes: &[String]) -> Option<Self> {
        Some(Self {
            normalised: mended(&self.normalised, quotes)?,
            ..self.clone()
        })
    }

    /// Reads each word on over a soft hyphen at the end of its line, if there is any.
    pub(super) fn joined(&self) -> Option<Self> {
        Some(Self {
            normalised: self.normalised.joined()?,
            ..self.clone()
        })
    }

    /// Says whether a piece of the normalised text may begin or end within a word or number, unless
    /// its ends are open to that.
    pub(super) fn breaks_word(&self, at: &Range<usize>, [open_start, open_end]: [bool; 2]) -> bool {
        let start = || self.start(at.start).byte;
        let end = || self.normalised.end(self.text(), at.end).byte;
        self.normalised.breaks_word(at)
            || !open_start && is_in_doubt(self.text(), start(), may_begin_within)
            || !open_end && is_in_doubt(self.text(), end(), may_end_within)
    }

    /// Says whether a line that may end within a word ends in a piece of the normalised text.
    pub(super) fn has_breaks(&self, at: &Range<usize>) -> bool {
        let is_in_it = |found: &Break| found.at.start < at.end && at.start < found.at.end;
        self.normalised.breaks().iter().any(is_in_it)
    }

    pub(super) fn normal(&self) -> &str {
        self.normalised.text()
    }

    /// Returns the point at which a byte of the normalised text begins.
    pub(super) fn start(&self, normal: usize) -> Point {
        self.normalised.start(self.text(), normal)
    }

    /// Says whether a text stands literally where some bytes of the normalised text stand, what
    /// leaves no mark at its ends included.
    pub(super) fn is_literally(&self, normal: &Range<usize>, text: &str) -> bool {
        let after = text.len() - text.trim_start_matches(is_nothing).len();
        let before = text.len() - text.trim_end_matches(is_nothing).len();
        let start = self.start(normal.start).byte;
        let end = self.normalised.end(self.text(), normal.end).byte;
        let start = start.checked_sub(after);
        start.and_then(|start| self.text().get(start..end + before)) == Some(text)
    }

    /// Returns the passage that some bytes of the normalised text stand for.
    pub(super) fn selector(&self, normal: &Range<usize>) -> Selector {
        let start = self.start(normal.start);
        let end = self.normalised.end(self.text(), normal.end);
        self.between(start, end)
    }

    /// Returns the passage between two code points.
    pub(super) fn passage(&self, at: Range<usize>) -> Selector {
        let point = |code_point| Point {
            byte: self.byte(code_point),
            code_point,
        };
        self.between(point(at.start), point(at.end))
    }

    /// Returns the byte at which a code point begins.
    pub(crate) fn byte(&self, code_point: usize) -> usize {
        let known = code_point / BETWEEN_BYTES;
        let from = self.bytes.get(known).copied().unwrap_or_default();
        let rest = piece(self.text(), from..self.text().len());
        let at = rest.char_indices().nth(code_point % BETWEEN_BYTES);
        at.map_or(self.text().len(), |(at, _)| from + at)
    }

    fn between(&self, start: Point, end: Point) -> Selector {
        let text = self.text();
        Selector {
            exact: piece(text, start.byte..end.byte).to_owned(),
            prefix: last_words(piece(text, 0..start.byte)).to_owned(),
            suffix: first_words(piece(text, end.byte..text.len())).to_owned(),
            start: start.code_point,
            end: end.code_point,
        }
    }
}

fn is_in_doubt(text: &str, at: usize, is_within: fn(&str, usize) -> bool) -> bool {
    may_go_on(text, at) || is_within(text, at)
}

fn bytes_of(text: &str) -> Vec<usize> {
    let bytes = text.char_indices().map(|(at, _)| at);
    bytes.step_by(BETWEEN_BYTES).collect()
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// Returns the end of a text: whole words of its last line.
fn last_words(text: &str) -> &str {
    let from = text.char_indices().rev().take(MOST_AROUND).last();
    let (before, mut words) = text.split_at(from.map_or(text.len(), |(at, _)| at));
    if let (Some(before), Some(first)) = (before.chars().next_back(), words.chars().next())
        && is_joined(before, first)
    {
        words = words.split_once(' ').map_or("", |(_, words)| words);
    }
    words.rsplit_once('\n').map_or(words, |(_, line)| line)
}

/// Returns the start of a text: whole words of its first line.
fn first_words(text: &str) -> &str {
    let to = text.char_indices().nth(MOST_AROUND);
    let (mut words, rest) = text.split_at(to.map_or(text.len(), |(at, _)| at));
    if let (Some(last), Some(after)) = (words.chars().next_back(), rest.chars().next())
        && is_joined(last, after)
    {
        words = words.rsplit_once(' ').map_or("", |(words, _)| words);
    }
    words.split_once('\n').map_or(words, |(line, _)| line)
}

#[cfg(test)]
mod tests {
    use super::{Snapshot, first_words, last_words};
    use crate::evidence::Media;

    #[test]
    fn words_around_are_few_and_whole() {
        let text = "The quick brown fox jumps over the lazy dog, twice";
        assert_eq!(last_words(text), "jumps over the lazy dog, twice");
        assert_eq!(first_words(text), "The quick brown fox jumps over");
        assert_eq!(last_words("one line\nand "), "and ");
        assert_eq!(first_words(".\nNext"), ".");
        assert_eq!(last_words(&"x".repeat(99)), "");
    }

    #[test]
    fn a_snapshot_is_known_by_its_bytes() {
        let empty = Snapshot::read(b"", Media::Text);
        assert!(empty.sha256().starts_with("e3b0c44298fc1c14"));
    }

    #[test]
    fn positions_count_code_points() {
        let snapshot = Snapshot::read("Äh – “so  what?” he said".as_bytes(), Media::Text);
        let at = snapshot.normal().find("'so what?'").unwrap();
        let found = snapshot.selector(&(at..at + "'so what?'".len()));
        assert_eq!((found.start, found.end), (5, 16));
        assert_eq!(found.exact, "“so  what?”");
        assert_eq!(
            (found.prefix.as_str(), found.suffix.as_str()),
            ("Äh – ", " he said")
        );
    }
}
