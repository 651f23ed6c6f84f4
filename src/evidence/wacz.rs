//! Reads the pages of a packed web archive (WACZ): web archives, and a list of their pages, in a ZIP.

use std::borrow::Cow;
use std::io::{BufRead as _, BufReader, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder};
use rawzip::{CompressionMethod, ZipArchive};
use serde::Deserialize;

use super::saved_page::Address;
use super::warc::Pages;
use crate::model::Obstacle;

/// The list of pages is read up to so many bytes.
const MOST_LISTED: u64 = 8 << 20;
const MOST_ENTRIES: usize = 10_000;

/// A line of the list.
#[derive(Deserialize)]
struct Listed {
    url: String,
}

/// Reads the pages of a packed web archive, and the addresses that it lists; nothing, if it is none.
pub(super) fn read(bytes: &[u8], wanted: &[Address]) -> Option<(Pages, Vec<Address>)> {
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let mut entries = archive.entries();
    let (mut pages, mut listed) = (Pages::default(), Vec::new());
    let mut is_archive = false;
    for _ in 0..MOST_ENTRIES {
        let Ok(Some(entry)) = entries.next_entry() else {
            break;
        };
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).to_ascii_lowercase();
        let is_list = name == "pages/pages.jsonl";
        let plain = name.strip_suffix(".gz").unwrap_or(&name);
        if !is_list && plain.strip_suffix(".warc").is_none() {
            continue;
        }
        is_archive |= !is_list;
        let Ok(data) = archive
            .get_entry(entry.wayfinder())
            .map(|entry| entry.data())
        else {
            pages.more = pages.more.or(Some(Obstacle::BrokenArchive));
            continue;
        };
        let data: Box<dyn Read> = match entry.compression_method() {
            CompressionMethod::STORE => Box::new(data),
            CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(data)),
            _ => {
                pages.more = pages.more.or(Some(Obstacle::Compressed));
                continue;
            }
        };
        if is_list {
            listed = list(data);
            continue;
        }
        // Some are packed whatever they are called.
        let mut data = BufReader::new(data);
        let start = data.fill_buf().unwrap_or_default();
        if start.starts_with(b"\x1F\x8B") {
            pages.read(BufReader::new(MultiGzDecoder::new(data)), wanted);
        } else {
            pages.read(data, wanted);
        }
    }
    is_archive.then_some((pages, listed))
}

fn list(data: impl Read) -> Vec<Address> {
    let mut text = Vec::new();
    // What is damaged has what could be read before.
    data.take(MOST_LISTED)
        .read_to_end(&mut text)
        .unwrap_or_default();
    let text: Cow<'_, str> = String::from_utf8_lossy(&text);
    let lines = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Listed>(line).ok());
    lines.map(|line| Address::of(&line.url)).collect()
}
