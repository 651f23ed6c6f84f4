//! Reads the snapshot of a source.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use encoding_rs::Encoding;
use sha2::{Digest, Sha256};

use super::edges::may_go_on;
use super::encoding::{Decoded, Others, decode};
use super::html::{self, Page};
use super::markup::{self, Markup, Other};
use super::normalise::{Normalised, Point, is_joined, piece};
use super::opened::{self, Media, Opened, is_binary, is_page};
use super::other_encodings::Bytes;
use super::wrapped::mended;
use crate::characters::is_nothing;
use crate::model::{Obstacle, Selector};

/// At most this many code points of the source stand before and after a passage: the source is
/// somebody's work, and they only have to tell places apart.
const MOST_AROUND: usize = 32;
/// A page with fewer characters may be a frame that scripts fill.
const FEWEST_OF_A_PAGE: usize = 200;
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
}

/// What makes it uncertain that words which are not found in a snapshot do not stand in its source.
#[derive(Clone, Debug, Default)]
pub(super) struct Doubts {
    /// Characters that are lost.
    pub(super) damage: Option<Damage>,
    /// The page has hardly a word, and scripts that may fill it.
    pub(super) may_be_filled: bool,
    /// Why no word of the page is shown, if none is.
    pub(super) blank: Option<Obstacle>,
    /// Why there is more to the snapshot that is not read.
    pub(super) more: Option<Obstacle>,
    pub(super) media: Media,
    /// The page as HTML is read that is no XML, or the other way round.
    pub(super) other: Option<Other>,
    /// The bytes, if they may be in other encodings.
    pub(super) bytes: Option<Bytes>,
}

/// How characters of a snapshot were lost.
#[derive(Clone, Debug)]
pub(super) enum Damage {
    /// Before it was saved: `�` stands in their place.
    Lost,
    /// The encoding, and the first byte that means nothing in it.
    Undecodable(&'static Encoding, usize),
}

impl Snapshot {
    /// Reads a snapshot, by its bytes; what kind of text they are is what its name says, unless they
    /// begin as a page does. Of what is no text, no quote can be looked for.
    pub fn read(bytes: &[u8], media: Media) -> Self {
        Self::read_as_told(bytes, media, None)
    }

    /// Reads a snapshot of which the server that sent it said in which encoding it is.
    pub fn read_as_told(bytes: &[u8], media: Media, charset: Option<&str>) -> Self {
        let (page, doubts) = match read(bytes, media, charset) {
            Ok(read) => read,
            Err(obstacle) => {
                return Self {
                    obstacle: Some(obstacle),
                    ..Self::of_text(sha256(bytes), String::new())
                };
            }
        };
        Self {
            doubts,
            ..Self::of_page(sha256(bytes), page)
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
            || !open_start && may_go_on(self.text(), start())
            || !open_end && may_go_on(self.text(), end())
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

pub(super) fn media_of(opened: &Opened<'_>, media: Media) -> Media {
    match media {
        _ if opened.is_mail => Media::Text,
        Media::Xml => Media::Xml,
        Media::Text | Media::Markdown | Media::Html if is_page(&opened.bytes) => Media::Html,
        Media::Text | Media::Markdown | Media::Html => media,
    }
}

/// Reads the text that a reader sees.
fn read(bytes: &[u8], media: Media, charset: Option<&str>) -> Result<(Page, Doubts), Obstacle> {
    let opened = opened::open(bytes)?;
    let by_name = if opened.is_mail { Media::Text } else { media };
    let (bytes, media) = (&opened.bytes, media_of(&opened, media));
    let Decoded {
        text,
        encoding,
        damaged_at,
        others,
    } = decode(bytes, media, charset);
    if is_binary(&text) {
        return Err(Obstacle::NotText);
    }
    let (markup, page) = marked_up(text, media, by_name);
    let source = &*markup.html;
    let has_words = |text: &str| text.contains(char::is_alphanumeric);
    let text = &page.shown.text;
    let is_short = media.is_page() && text.chars().nth(FEWEST_OF_A_PAGE).is_none();
    let may_be_filled = is_short && html::may_be_filled(source, !has_words(text));
    let is_damaged = text.contains(char::REPLACEMENT_CHARACTER);
    let blank = match () {
        () if has_words(text) => None,
        () if may_be_filled => Some(Obstacle::Unfilled),
        () if is_damaged => Some(Obstacle::Undecodable),
        () => Some(Obstacle::NoWords),
    };
    if let Some(blank) = blank
        && !has_words(&page.hidden)
        && !has_words(&page.whole)
    {
        return Err(blank);
    }
    let damage = is_damaged.then_some(match damaged_at {
        Some(at) => Damage::Undecodable(encoding, at),
        None => Damage::Lost,
    });
    let doubts = Doubts {
        damage,
        may_be_filled,
        blank,
        more: opened.more,
        media,
        other: markup.other,
        bytes: (others != Others::None).then(|| Bytes {
            all: bytes.clone().into_owned(),
            encoding,
            others,
        }),
    };
    Ok((page, doubts))
}

/// Reads a text without its mark-up, by what its bytes and what its name say that it is.
fn marked_up(text: Cow<'_, str>, media: Media, by_name: Media) -> (Markup<'_>, Page) {
    if media.is_page() {
        let markup = markup::of_page(text, by_name);
        let page = html::read(&markup.html);
        return (markup, page);
    }
    let page = Page::of_text(text.clone().into_owned());
    let markup = Markup {
        html: text,
        other: None,
    };
    (markup, page)
}

/// Returns what a reader sees of a text, and all that stands in it, if that is more.
pub(super) fn texts_of(text: String, media: Media) -> Vec<String> {
    match media {
        Media::Text | Media::Markdown => vec![text],
        Media::Html | Media::Xml => {
            let Markup { html, other } = markup::of_page(text.into(), media);
            let other = other.map(|other| other.html);
            let pages = std::iter::once(&*html).chain(other.as_deref());
            let texts = pages.map(html::read).flat_map(|page| {
                let rest = [page.hidden, page.whole].into_iter();
                std::iter::once(page.shown.text).chain(rest.filter(|text| !text.is_empty()))
            });
            texts.collect()
        }
    }
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
