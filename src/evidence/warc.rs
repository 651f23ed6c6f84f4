//! Reads the pages of a web archive (WARC): what servers answered, record by record.
//!
//! The format is that of heads and a length, as in HTTP. The crates for it read requests, too, and keep no
//! bound on what they hold; this reads pages alone, and passes by the rest.

use std::io::{BufRead, Read};
use std::slice::from_ref;

use super::answer;
use super::heads::{self, Heads};
use super::opened::{Media, is_page};
use super::saved_page::{Address, SavedPage};
use crate::model::Obstacle;

/// So much is read of an archive, unpacked.
const MOST_READ: u64 = 1 << 30;
/// So much is kept of pages that nobody asked for, and of one page at most.
const MOST_KEPT: u64 = 64 << 20;
/// So much is kept of style sheets.
const MOST_SHEETS: u64 = 16 << 20;
const MOST_PAGES: usize = 500;

/// The pages of an archive.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) all: Vec<SavedPage<'static>>,
    /// Why there may be more.
    pub(super) more: Option<Obstacle>,
    /// The style sheets, and where they were.
    pub(super) sheets: Vec<(String, Vec<u8>)>,
    /// Where pages were that are as in an earlier record, of this archive or another.
    again: Vec<String>,
    kept: u64,
    kept_sheets: u64,
}

impl Pages {
    /// Reads the pages of an archive; those of some addresses first of all.
    pub(super) fn read(&mut self, archive: impl BufRead, wanted: &[Address]) {
        let mut archive = archive.take(MOST_READ);
        loop {
            match record(&mut archive) {
                Ok(Some(record)) => self.add(record, wanted),
                Ok(None) => break,
                Err(obstacle) => {
                    self.more = self.more.or(Some(obstacle));
                    return;
                }
            }
        }
        if archive.limit() == 0 {
            self.more = self.more.or(Some(Obstacle::OpensTooLarge));
        }
        let is_here = |again: &Address| self.all.iter().any(|page| page.is_at(from_ref(again)));
        let again = self.again.iter().map(|again| Address::of(again));
        let mut meant = again.filter(|again| wanted.is_empty() || wanted.contains(again));
        if meant.any(|again| !is_here(&again)) {
            self.more = self.more.or(Some(Obstacle::BrokenArchive));
        }
    }

    fn add(&mut self, record: Record, wanted: &[Address]) {
        if record.is_cut {
            self.more = self.more.or(Some(Obstacle::BrokenArchive));
        }
        if record.is_again {
            let about = answer::status(&record.block).map(|(_, about, _)| about);
            let kind = about.and_then(|about| about.word("content-type"));
            if kind.is_none_or(|kind| media(&kind).is_some()) {
                self.again.extend(address(&record.heads));
            }
            return;
        }
        if let Some((address, sheet)) = sheet(&record) {
            let length = u64::try_from(sheet.len()).unwrap_or(u64::MAX);
            self.kept_sheets = self.kept_sheets.saturating_add(length);
            if self.kept_sheets <= MOST_SHEETS {
                self.sheets.push((address, sheet));
            }
            return;
        }
        let Some((page, more)) = page(record) else {
            return;
        };
        self.more = self.more.or(more);
        let is_wanted = page.is_at(wanted);
        let length = u64::try_from(page.bytes.len()).unwrap_or(u64::MAX);
        let has_room = self.kept.saturating_add(length) <= MOST_KEPT && self.all.len() < MOST_PAGES;
        if is_wanted || has_room {
            self.kept = self.kept.saturating_add(length);
            self.all.push(page);
        } else {
            self.more = self.more.or(Some(Obstacle::OpensTooLarge));
        }
    }
}

/// A record of an archive.
struct Record {
    heads: Heads,
    block: Vec<u8>,
    is_cut: bool,
    /// Whether it says that the page is as before, and does not hold it.
    is_again: bool,
}

/// Reads the next record that may be a page, with the bytes of others passed by.
fn record(archive: &mut impl BufRead) -> Result<Option<Record>, Obstacle> {
    let broken = |_| Obstacle::BrokenArchive;
    loop {
        let mut line = Vec::new();
        let limit = u64::try_from(heads::MOST_BYTES).unwrap_or(u64::MAX);
        // Empty lines stand between records.
        while line.trim_ascii().is_empty() {
            line.clear();
            if archive
                .take(limit)
                .read_until(b'\n', &mut line)
                .map_err(broken)?
                == 0
            {
                return Ok(None);
            }
        }
        if !line.starts_with(b"WARC/") {
            return Err(Obstacle::BrokenArchive);
        }
        let mut all = line;
        loop {
            let before = all.len();
            archive
                .take(limit)
                .read_until(b'\n', &mut all)
                .map_err(broken)?;
            let line = all.get(before..).unwrap_or_default();
            if line.trim_ascii().is_empty() {
                break;
            }
            if all.len() > heads::MOST_BYTES {
                return Err(Obstacle::BrokenArchive);
            }
        }
        let (_, heads, _) = Heads::read(&all);
        let length = heads
            .get("content-length")
            .and_then(|length| length.parse::<u64>().ok());
        let length = length.ok_or(Obstacle::BrokenArchive)?;
        let kind = heads.word("warc-type").unwrap_or_default();
        if length > MOST_KEPT || !matches!(&*kind, "response" | "resource" | "revisit") {
            pass_by(archive, length)?;
            continue;
        }
        let mut block = Vec::new();
        let read = archive.take(length).read_to_end(&mut block);
        let is_short = u64::try_from(block.len()).is_ok_and(|read| read < length);
        return Ok(Some(Record {
            is_cut: read.is_err() || is_short || heads.get("warc-truncated").is_some(),
            is_again: kind == "revisit",
            heads,
            block,
        }));
    }
}

/// Reads on over so many bytes.
fn pass_by(archive: &mut impl BufRead, length: u64) -> Result<(), Obstacle> {
    let mut left = usize::try_from(length).unwrap_or(usize::MAX);
    while left > 0 {
        let here = archive.fill_buf().map_err(|_| Obstacle::BrokenArchive)?;
        let passed = here.len().min(left);
        if passed == 0 {
            return Err(Obstacle::BrokenArchive);
        }
        archive.consume(passed);
        left -= passed;
    }
    Ok(())
}

/// Returns the style sheet that a record is, and where it was.
fn sheet(record: &Record) -> Option<(String, Vec<u8>)> {
    let Record { heads, block, .. } = record;
    let (status, about, _) = answer::status(block)?;
    let is_sheet = status == 200 && about.word("content-type")? == "text/css";
    let answer = is_sheet.then(|| answer::read(block, MOST_SHEETS))??;
    Some((address(heads)?, answer.body))
}

/// Returns where a record was.
fn address(heads: &Heads) -> Option<String> {
    let address = heads.get("warc-target-uri")?;
    let address = address.trim_start_matches('<').trim_end_matches('>');
    Some(address.to_owned())
}

/// Returns the page that a record is, and why not all of it could be read.
fn page(record: Record) -> Option<(SavedPage<'static>, Option<Obstacle>)> {
    let Record { heads, block, .. } = record;
    let address = address(&heads)?;
    let is_answer = heads
        .word("warc-type")
        .is_some_and(|kind| kind == "response");
    let (body, kind, charset, more) = if is_answer {
        let (status, about, _) = answer::status(&block)?;
        let kind = about.word("content-type").unwrap_or_default();
        // Others are not unpacked.
        if status != 200 || !kind.is_empty() && media(&kind).is_none() {
            return None;
        }
        let answer = answer::read(&block, MOST_KEPT)?;
        let charset = answer.heads.parameter("content-type", "charset");
        (answer.body, kind, charset, answer.more)
    } else {
        let kind = heads.word("content-type").unwrap_or_default();
        (
            block,
            kind,
            heads.parameter("content-type", "charset"),
            None,
        )
    };
    let media = match media(&kind) {
        None if kind.is_empty() && is_page(&body) => Media::Html,
        media => media?,
    };
    let page = SavedPage {
        address: Some(address),
        time: heads.get("warc-date").map(str::to_owned),
        media,
        charset,
        heads: None,
        bytes: body.into(),
    };
    Some((page, more))
}

/// Returns what a page is by its media type, if it is one.
pub(super) fn media(kind: &str) -> Option<Media> {
    Some(match kind {
        "text/html" => Media::Html,
        "application/xhtml+xml" => Media::Xml,
        "text/plain" => Media::Text,
        "text/markdown" => Media::Markdown,
        "application/pdf" => Media::Pdf,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
