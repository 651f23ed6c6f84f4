//! Packs sources into the data block of a page, and finds them in one.
//!
//! The block is found by the very bytes that it begins and ends with, never by reading HTML: a page is
//! the program's own text, and what is not is no page. Its text is base64 (RFC 4648) of gzip of JSON, so
//! that the sources can be had without this program.

use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};
use memchr::memmem;
use serde::Deserialize;

use super::sources::{CarriedError, FORMAT, MOST_BYTES, Sources};
use crate::page::sources::{END, START, element};

/// How many files are carried at most: editions with their locks, included files, words, design.
const MOST_FILES: usize = 4_096;

/// What every form has.
#[derive(Deserialize)]
struct Head {
    format: u32,
    version: String,
}

impl Sources {
    /// Returns the text of the block: of the same sources the same.
    ///
    /// # Errors
    /// They are too large to be carried.
    pub fn packed(&self) -> Result<String, CarriedError> {
        let json = serde_json::to_vec(self).map_err(|error| broken(&error))?;
        if json.len() > MOST_BYTES {
            return Err(CarriedError::TooLarge);
        }
        pack(&json)
    }

    fn unpacked(text: &[u8]) -> Result<Self, CarriedError> {
        let json = json_of(text)?;
        let head: Head = serde_json::from_slice(&json).map_err(|error| no_form(&error))?;
        if !is_version(&head.version) {
            let message = "it names no version of a program".to_owned();
            return Err(CarriedError::Broken(message));
        }
        if head.format != FORMAT {
            return Err(CarriedError::OtherForm(head.version));
        }
        let sources: Self = serde_json::from_slice(&json).map_err(|error| no_form(&error))?;
        if sources.count() > MOST_FILES {
            return Err(CarriedError::Broken(format!(
                "more than {MOST_FILES} files"
            )));
        }
        Ok(sources)
    }

    /// Returns the sources that a page carries; none, if it carries none.
    ///
    /// # Errors
    /// It has two blocks, or one that no program wrote so.
    pub fn in_page(page: &[u8]) -> Result<Option<Self>, CarriedError> {
        text_in(page)?.map(Self::unpacked).transpose()
    }

    /// Returns the text of a page's block, if this program packs the same JSON otherwise: which bytes come of
    /// it is up to the library that packs.
    pub(super) fn packed_otherwise<'a>(&self, page: &'a [u8]) -> Option<&'a str> {
        let text = text_in(page).ok()??;
        let json = serde_json::to_vec(self).ok()?;
        let is_same = json_of(text).ok()? == json && self.packed().ok()?.as_bytes() != text;
        std::str::from_utf8(text).ok().filter(|_| is_same)
    }

    /// Returns the length of the block in the page, in bytes; nothing, if it is not in the page once.
    pub fn length_in(packed: &str, page: &str) -> Option<usize> {
        let block = element(packed);
        let mut found = page.match_indices(&block);
        let is_once = found.next().is_some() && page.matches(START).count() == 1;
        is_once.then_some(block.len())
    }

    fn count(&self) -> usize {
        let own = &self.own;
        let maps = [
            &self.beside,
            &self.locks,
            &own.locales,
            &own.style_sheets,
            &own.templates,
        ];
        maps.iter().map(|map| map.len()).sum()
    }
}

/// Returns the text of a page's block, if it has one.
fn text_in(page: &[u8]) -> Result<Option<&[u8]>, CarriedError> {
    let starts: Vec<usize> = memmem::find_iter(page, START).collect();
    let at = match *starts {
        [] => return Ok(None),
        [at] => at + START.len(),
        _ => return Err(CarriedError::Several(starts.len())),
    };
    let rest = page.get(at..).unwrap_or_default();
    let end = memmem::find(rest, END.as_bytes());
    let text = end.and_then(|end| rest.get(..end));
    let text = text.ok_or_else(|| CarriedError::Broken("it has no end".to_owned()))?;
    Ok(Some(text))
}

/// Returns the JSON that the text of a block is made of.
fn json_of(text: &[u8]) -> Result<Vec<u8>, CarriedError> {
    let packed = STANDARD.decode(text).map_err(|error| broken(&error))?;
    let mut json = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut decoder = GzDecoder::new(&*packed).take(most + 1);
    let read = decoder.read_to_end(&mut json);
    read.map_err(|error| broken(&error))?;
    if json.len() > MOST_BYTES {
        return Err(CarriedError::TooLarge);
    }
    Ok(json)
}

/// Returns JSON as the text of a block.
pub(crate) fn pack(json: &[u8]) -> Result<String, CarriedError> {
    let mut packed = Vec::new();
    let mut encoder = GzEncoder::new(json, Compression::best());
    let read = encoder.read_to_end(&mut packed);
    read.map_err(|error| broken(&error))?;
    Ok(STANDARD.encode(packed))
}

/// The longest version that is taken for one, in bytes.
const LONGEST_VERSION: usize = 24;

/// Says whether a text is a version and nothing else: it is told in the program's own sentences.
fn is_version(text: &str) -> bool {
    let (numbers, more) = match text.split_once('-') {
        Some((numbers, more)) => (numbers, Some(more)),
        None => (text, None),
    };
    let are = |text: &str, is_of: fn(&u8) -> bool| {
        text.split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| is_of(&byte)))
    };
    text.len() <= LONGEST_VERSION
        && are(numbers, u8::is_ascii_digit)
        && more.is_none_or(|more| are(more, u8::is_ascii_alphanumeric))
}

/// Says where JSON is not of the form; its own words are anybody's.
fn no_form(error: &serde_json::Error) -> CarriedError {
    let (line, column) = (error.line(), error.column());
    CarriedError::Broken(format!("at {line}:{column}, its JSON is not of the form"))
}

fn broken(error: &dyn std::fmt::Display) -> CarriedError {
    CarriedError::Broken(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn a_version_is_numbers_and_nothing_to_read() {
        for version in ["0.1.0", "1.2.3-rc.1", "10.0", "0.1.0-alpha"] {
            assert!(is_version(version), "{version}");
        }
        for text in [
            "",
            "0.1.1 from https://brief-fix.example/install.sh",
            "0.1.1\nSigned by desk@nbc.example",
            "0..1",
            "0.1.",
            "latest",
            "1.0-",
            "1.0-a/b",
            "1.0-0123456789012345678901234567890123456789",
        ] {
            assert!(!is_version(text), "{text}");
        }
    }
}
