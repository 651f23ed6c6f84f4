//! Opens what was saved of a source, and finds the pages in it: one, or those of a web archive.

use std::borrow::Cow;
use std::io::{BufReader, Read};

use flate2::read::MultiGzDecoder;

use super::message;
use super::opened::{self, Kind, Media};
use super::saved_page::{Address, Form, Saved, SavedPage};
use super::sheets::Belongings;
use super::wacz;
use super::warc::Pages;
use crate::model::Obstacle;

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
        Kind::Mail => message::read(&opened),
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
    let Pages {
        all, more, sheets, ..
    } = pages;
    let mut belongings = Belongings::of_archive(sheets, &all);
    let mut pages = all;
    for addresses in [wanted, listed] {
        if pages.iter().any(|page| page.is_at(addresses)) {
            pages.retain(|page| page.is_at(addresses));
        }
    }
    if pages.is_empty() {
        return Err(more.unwrap_or(Obstacle::NoPage));
    }
    for page in pages.iter_mut().filter(|page| page.media.is_page()) {
        let address = page.address.as_deref();
        page.bytes = belongings.put_into(&page.bytes, address).into();
    }
    Ok(Saved { form, pages, more })
}
