//! Reads the text of a page as it was saved, and what makes it doubtful what does not stand there.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::coded;
use super::encoding::{Decoded, Others, decode, is_ebcdic, unknown};
use super::forms;
use super::html::{self, Page, Words};
use super::lost;
use super::markdown::as_html;
use super::markup::{self, Markup, Other};
use super::opened::{Kind, Media, is_binary, is_page, kind};
use super::order::parted_places;
use super::other_encodings::Bytes;
use super::paging::Paging;
use super::pdf::{self, AboutPdf};
use super::saved_page::SavedPage;
use super::shifted;
use crate::model::Obstacle;

/// A page with fewer characters may be a frame that scripts fill.
const FEWEST_OF_A_PAGE: usize = 200;
/// With menus and words for browsers without scripts it has no more than so many.
const MOST_OF_A_FRAME: usize = 2_000;

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
    /// The text of a PDF with its lines in other orders, or a text with its marks of Markdown.
    pub(super) otherwise: Vec<String>,
}

/// What was read of a file.
pub(super) struct Read {
    pub(super) page: Page,
    pub(super) doubts: Doubts,
    pub(super) pdf: Option<Box<(Paging, AboutPdf)>>,
}

/// How characters of a snapshot were lost.
#[derive(Clone, Debug)]
pub(super) enum Damage {
    /// Before it was saved: `�` stands in their place.
    Lost,
    /// The encoding, and the first byte that means nothing in it.
    Undecodable(&'static Encoding, usize),
    /// The fonts of a PDF do not say which letters they are.
    Unmapped,
    /// The encoding that the bytes are said to be in is not known.
    Unknown(String),
}

/// Says whether a page has so few words that it may be a frame that scripts fill.
pub(super) fn is_short(text: &str) -> bool {
    text.chars().nth(FEWEST_OF_A_PAGE).is_none()
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Says whether scripts may fill a page that shows a text.
fn may_be_filled(html: &str, text: &str) -> bool {
    let how_many = match () {
        () if !has_words(text) => Words::None,
        () if is_short(text) => Words::Few,
        () => Words::Many,
    };
    let may_be_frame = text.chars().nth(MOST_OF_A_FRAME).is_none();
    may_be_frame && html::may_be_filled(html, how_many, FEWEST_OF_A_PAGE)
}

pub(super) fn media_of(bytes: &[u8], media: Media) -> Media {
    match media {
        Media::Xml => Media::Xml,
        Media::Text | Media::Markdown | Media::Html | Media::Pdf if is_page(bytes) => Media::Html,
        Media::Text | Media::Markdown | Media::Html => media,
        Media::Pdf => Media::Text,
    }
}

/// Reads the text that a reader sees.
pub(super) fn read(saved: &SavedPage<'_>) -> Result<Read, Obstacle> {
    let bytes = &saved.bytes;
    let is_called_pdf = saved.media == Media::Pdf;
    if is_called_pdf && bytes.trim_ascii_start().starts_with(b"%PDF-") || kind(bytes) == Kind::Pdf {
        return of_pdf(bytes);
    }
    if is_ebcdic(bytes) {
        return Err(Obstacle::Undecodable);
    }
    let (by_name, media) = (saved.media, media_of(bytes, saved.media));
    let charset = saved.charset.as_deref();
    let unknown = unknown(bytes, media, charset);
    let bytes = &unshifted(bytes, media);
    let Decoded {
        text,
        encoding,
        damaged_at,
        others,
    } = decode(bytes, media, charset);
    if is_binary(&text) {
        return Err(Obstacle::NotText);
    }
    let text = with_ends_of_lines(text, media);
    let (markup, mut page) = marked_up(text, media, by_name);
    let source = &*markup.html;
    let text = &page.shown.text;
    let may_be_filled = media.is_page() && may_be_filled(source, text);
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
    let has_lost = is_damaged || media == Media::Text && lost::has(text);
    let damage = damaged_at.map_or(Damage::Lost, |at| Damage::Undecodable(encoding, at));
    let mut doubts = Doubts {
        damage: unknown.map(Damage::Unknown).or(has_lost.then_some(damage)),
        may_be_filled,
        blank,
        more: more(source),
        media,
        other: markup.other,
        bytes: (others != Others::None).then(|| Bytes {
            all: bytes.clone().into_owned(),
            encoding,
            others,
        }),
        otherwise: with_marks(markup.html, media),
    };
    if let Some(heads) = &saved.heads {
        add_heads(heads, &mut page, &mut doubts);
    }
    let pdf = None;
    Ok(Read { page, doubts, pdf })
}

/// Returns a text of which old programs ended the lines with the ends that others have.
fn with_ends_of_lines(text: Cow<'_, str>, media: Media) -> Cow<'_, str> {
    if media.is_page() || text.contains('\n') || !text.contains('\r') {
        text
    } else {
        text.replace('\r', "\n").into()
    }
}

/// Returns bytes that name an encoding of ISO 2022 as UTF-8. No browser reads a page in one.
fn unshifted(bytes: &[u8], media: Media) -> Cow<'_, [u8]> {
    let text = (media == Media::Text).then(|| shifted::named(bytes));
    match text.flatten() {
        Some(text) => text.into_bytes().into(),
        None => Cow::Borrowed(bytes),
    }
}

/// Says whether there is more to a text than can be read. A page may show how what is coded begins.
fn more(text: &str) -> Option<Obstacle> {
    let is_coded = coded::begins(text) && coded::is_coded(text);
    (is_coded || coded::is_coded_message(text)).then_some(Obstacle::WebArchive)
}

/// Adds the heads of a message, of which characters may be lost, too.
fn add_heads(heads: &[String; 2], page: &mut Page, doubts: &mut Doubts) {
    page.add(heads);
    let is_damaged = heads.concat().contains(char::REPLACEMENT_CHARACTER);
    doubts.damage = doubts.damage.take().or(is_damaged.then_some(Damage::Lost));
}

fn of_pdf(bytes: &[u8]) -> Result<Read, Obstacle> {
    let pdf = pdf::read(bytes)?;
    let text = &pdf.page.shown.text;
    let is_damaged = text.contains(char::REPLACEMENT_CHARACTER);
    let is_blank = !text.contains(char::is_alphanumeric);
    let doubts = Doubts {
        damage: is_damaged.then_some(Damage::Unmapped),
        blank: is_blank.then_some(pdf.more.unwrap_or(Obstacle::NoWords)),
        more: pdf.more,
        media: Media::Pdf,
        otherwise: pdf.otherwise,
        ..Doubts::default()
    };
    Ok(Read {
        page: pdf.page,
        doubts,
        pdf: Some(Box::new((pdf.paging, pdf.about))),
    })
}

/// Reads a text without its mark-up, by what its bytes and what its name say that it is.
fn marked_up(text: Cow<'_, str>, media: Media, by_name: Media) -> (Markup<'_>, Page) {
    if media.is_page() {
        let markup = markup::of_page(text, by_name);
        let page = html::read(&markup.html);
        return (markup, page);
    }
    let page = if media == Media::Markdown {
        html::read(&as_html(&text))
    } else {
        let unseen = forms::unseen(&text, media);
        let mut page = Page::of_text_without(text.clone().into_owned(), unseen);
        page.shown.unordered = parted_places(&text);
        page
    };
    let markup = Markup {
        html: text,
        other: None,
    };
    (markup, page)
}

fn with_marks(text: Cow<'_, str>, media: Media) -> Vec<String> {
    let text = (media == Media::Markdown).then(|| text.into_owned());
    text.into_iter().collect()
}

/// Reads a text of which the encoding is known.
pub(super) fn of_text(text: String, media: Media) -> (Page, Doubts) {
    let (markup, page) = marked_up(text.into(), media, media);
    let doubts = Doubts {
        media,
        other: markup.other,
        otherwise: with_marks(markup.html, media),
        ..Doubts::default()
    };
    (page, doubts)
}
