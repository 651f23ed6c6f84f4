//! Reads the kept copy of a source.

use std::fmt::Write as _;
use std::ops::Range;

use sha2::{Digest, Sha256};

use super::html;
use super::normalise::{Normalised, Point, is_joined, piece};
use crate::characters::is_nothing;
use crate::model::Selector;

/// At most this many code points of the source stand before and after a passage: the source is
/// somebody's work, and they only have to tell places apart.
const MOST_AROUND: usize = 32;

/// The text of a source, as a reader sees it.
#[derive(Clone, Debug)]
pub struct Snapshot {
    sha256: String,
    text: String,
    normalised: Normalised,
}

/// What the bytes of a snapshot are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Media {
    /// Plain text.
    Text,
    /// A page of HTML.
    Html,
}

impl Snapshot {
    /// Reads a snapshot. Bytes that are not UTF-8 are read as U+FFFD, which no quote may hold.
    pub fn read(bytes: &[u8], media: Media) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let text = match media {
            Media::Text => text.into_owned(),
            Media::Html => html::text(&text),
        };
        Self {
            sha256: sha256(bytes),
            normalised: Normalised::of(&text),
            text,
        }
    }

    /// Returns the SHA-256 of the snapshot's bytes, in hexadecimal digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn normal(&self) -> &str {
        self.normalised.text()
    }

    /// Returns the point at which a byte of the normalised text begins.
    pub(super) fn start(&self, normal: usize) -> Point {
        self.normalised.start(&self.text, normal)
    }

    /// Says whether a text stands literally where some bytes of the normalised text stand, what
    /// leaves no mark at its ends included.
    pub(super) fn is_literally(&self, normal: &Range<usize>, text: &str) -> bool {
        let after = text.len() - text.trim_start_matches(is_nothing).len();
        let before = text.len() - text.trim_end_matches(is_nothing).len();
        let start = self.start(normal.start).byte;
        let end = self.normalised.end(&self.text, normal.end).byte;
        let start = start.checked_sub(after);
        start.and_then(|start| self.text.get(start..end + before)) == Some(text)
    }

    /// Returns the passage that some bytes of the normalised text stand for.
    pub(super) fn selector(&self, normal: &Range<usize>) -> Selector {
        let start = self.start(normal.start);
        let end = self.normalised.end(&self.text, normal.end);
        Selector {
            exact: piece(&self.text, start.byte..end.byte).to_owned(),
            prefix: last_words(piece(&self.text, 0..start.byte)).to_owned(),
            suffix: first_words(piece(&self.text, end.byte..self.text.len())).to_owned(),
            start: start.code_point,
            end: end.code_point,
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
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
    use super::{Media, Snapshot, first_words, last_words};

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
