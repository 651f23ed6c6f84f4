//! Opens what was saved of a source, and finds the pages in it: one, or those of a web archive.

use std::borrow::Cow;
use std::io::{BufReader, Read};

use flate2::read::MultiGzDecoder;
use jiff::fmt::rfc2822::DateTimeParser;

use super::encoded_words::decoded;
use super::heads::Heads;
use super::mail::{self, without_spaces};
use super::opened::{self, Kind, Media};
use super::saved_page::{Address, SavedPage};
use super::sheets::{style_sheets, with_sheets};
use super::shifted;
use super::wacz;
use super::warc::{self, Pages};
use crate::model::Obstacle;

/// The heads of a message that programs show, and by which names.
const SHOWN_HEADS: [(&str, &str); 4] = [
    ("subject", "Subject"),
    ("from", "From"),
    ("to", "To"),
    ("cc", "Cc"),
];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// A page or a text.
    Page,
    /// A message.
    Mail,
    /// A page with what belongs to it, as browsers save it as a message.
    Mhtml,
    /// A PDF.
    Pdf,
    /// A web archive.
    Warc,
    /// A packed web archive.
    Wacz,
}

/// What was saved of a source.
#[derive(Clone, Debug)]
pub struct Saved<'a> {
    /// What the file is.
    pub form: Form,
    /// Its pages; the one that is meant first, if that is known.
    pub pages: Vec<SavedPage<'a>>,
    /// Why there is more to it that is not read.
    pub more: Option<Obstacle>,
}

/// Opens what was saved: what it is, its bytes tell; what kind of text it is, its name as well, and in which
/// encoding, the server that sent it. Of a web
/// archive, the pages of some addresses are found, if it has them; else those that it lists; else all.
///
/// # Errors
/// There is no text in it that can be read, whatever the file is called.
pub fn unpack<'a>(
    bytes: &'a [u8],
    media: Media,
    charset: Option<&str>,
    wanted: &[Address],
) -> Result<Saved<'a>, Obstacle> {
    if let Some(archive) = packed_warc(bytes) {
        let mut pages = Pages::default();
        pages.read(BufReader::new(archive), wanted);
        return chosen(Form::Warc, pages, wanted, &[]);
    }
    let opened = opened::unpacked(bytes)?;
    match opened::kind(&opened) {
        Kind::Text => Ok(Saved::one(Form::Page, media, charset, opened)),
        Kind::Pdf => Ok(Saved::one(Form::Pdf, Media::Pdf, None, opened)),
        Kind::Warc => {
            let mut pages = Pages::default();
            pages.read(&*opened, wanted);
            chosen(Form::Warc, pages, wanted, &[])
        }
        Kind::Zip => match wacz::read(&opened, wanted) {
            Some((pages, listed)) => chosen(Form::Wacz, pages, wanted, &listed),
            None => Err(Obstacle::Packed),
        },
        Kind::Mail => of_mail(&opened),
        Kind::Other(obstacle) => Err(obstacle),
    }
}

impl<'a> Saved<'a> {
    fn one(form: Form, media: Media, charset: Option<&str>, bytes: Cow<'a, [u8]>) -> Self {
        let page = SavedPage {
            address: None,
            time: None,
            media,
            charset: charset.map(str::to_owned),
            heads: None,
            bytes,
        };
        Self {
            form,
            pages: vec![page],
            more: None,
        }
    }
}

/// Returns the reader of a web archive that gzip compressed, record by record.
fn packed_warc(bytes: &[u8]) -> Option<MultiGzDecoder<&[u8]>> {
    let mut start = [0; 5];
    let is_gzip = bytes.starts_with(b"\x1F\x8B");
    let read = is_gzip.then(|| MultiGzDecoder::new(bytes).read_exact(&mut start))?;
    (read.is_ok() && &start == b"WARC/").then(|| MultiGzDecoder::new(bytes))
}

/// Chooses the pages of a web archive that are meant.
fn chosen<'a>(
    form: Form,
    pages: Pages,
    wanted: &[Address],
    listed: &[Address],
) -> Result<Saved<'a>, Obstacle> {
    let Pages { all, more, .. } = pages;
    let mut pages = all;
    for addresses in [wanted, listed] {
        if pages.iter().any(|page| page.is_at(addresses)) {
            pages.retain(|page| page.is_at(addresses));
        }
    }
    if pages.is_empty() {
        return Err(more.unwrap_or(Obstacle::NoPage));
    }
    Ok(Saved { form, pages, more })
}

/// Reads the parts of a message that are text, or those of a page that was saved as one.
fn of_mail<'a>(bytes: &[u8]) -> Result<Saved<'a>, Obstacle> {
    let message = mail::read(bytes);
    let date = message.heads.get("date").and_then(time);
    let main = message
        .heads
        .get("snapshot-content-location")
        .map(without_spaces);
    let (mut pages, mut more) = (Vec::new(), None);
    let mut is_page = false;
    let sheets = style_sheets(&message.parts);
    for part in message.parts {
        let has_words = part
            .body
            .iter()
            .any(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
        let media = warc::media(&part.kind).filter(|media| *media != Media::Pdf);
        let Some(media) = media.filter(|_| has_words) else {
            // What belongs to a page are its pictures and style sheets.
            if has_words && !part.is_of_page {
                more = Some(Obstacle::WebArchive);
            }
            continue;
        };
        is_page |= part.is_of_page;
        let address = part
            .address
            .or_else(|| main.clone().filter(|_| pages.is_empty()));
        let (charset, body) = unshifted(part.charset, part.body);
        pages.push(SavedPage {
            address,
            time: date.clone(),
            media,
            charset,
            heads: None,
            bytes: if media.is_page() {
                with_sheets(&body, &sheets).into()
            } else {
                body.into()
            },
        });
    }
    if pages.is_empty() {
        return Err(Obstacle::WebArchive);
    }
    if let Some(at) = pages
        .iter()
        .position(|page| page.address == main && main.is_some())
    {
        pages.swap(0, at);
    }
    let form = if is_page { Form::Mhtml } else { Form::Mail };
    if let Some(first) = pages.first_mut().filter(|first| first.address.is_none()) {
        first.heads = heads(&message.heads);
    }
    Ok(Saved { form, pages, more })
}

/// Returns the bytes of a part as UTF-8, if they write other letters in ASCII.
fn unshifted(charset: Option<String>, body: Vec<u8>) -> (Option<String>, Vec<u8>) {
    let shifted = charset.as_deref();
    match shifted.and_then(|charset| shifted::decode(&body, charset)) {
        Some(text) => (Some("utf-8".to_owned()), text.into_bytes()),
        None => (charset, body),
    }
}

/// Returns the heads of a message that programs show, and the others. Of a page that a browser saved as one,
/// they are what the browser wrote.
fn heads(heads: &Heads) -> Option<[String; 2]> {
    let from = heads.get("from").unwrap_or_default().to_ascii_lowercase();
    if from.contains("<saved by") || heads.get("snapshot-content-location").is_some() {
        return None;
    }
    let is_shown = |name: &str| SHOWN_HEADS.iter().any(|(shown, _)| *shown == name);
    let shown = SHOWN_HEADS.iter().filter_map(|(name, label)| {
        let value = heads.get(name)?;
        Some(format!("{label}: {}\n", decoded(value)))
    });
    let coded = |name: &str, value: &str| is_shown(name) && decoded(value) == value;
    let others = heads
        .all()
        .filter(|(name, value)| !coded(name, value))
        .map(|(name, value)| format!("{name}: {value}\n"));
    Some([shown.collect(), others.collect()])
}

/// Returns the time that a message gives, as ISO 8601 writes it.
fn time(date: &str) -> Option<String> {
    let time = DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(time.to_string())
}
