//! Puts what a browser saved beside a page back into it: its style sheets, which say what is shown, and the
//! pages in its frames.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::encoding::decode;
use super::html::FRAME_ADDRESS;
use super::mail::Part;
use super::opened::Media;
use super::relative::resolved;
use super::saved_page::SavedPage;
use super::warc;

/// A tag has so many bytes at most.
const LONGEST_TAG: usize = 4 << 10;
/// So much of style sheets and frames is put into pages.
const MOST_PUT: usize = 16 << 20;
/// Style sheets in style sheets, and frames in frames, are not put in any deeper.
const DEEPEST: usize = 3;
const IMPORT: &str = "@import";

/// What was saved beside pages, by the addresses that they know it by.
#[derive(Default)]
pub(super) struct Belongings {
    sheets: HashMap<String, String>,
    frames: HashMap<String, Frame>,
    /// The numbers of the frames that were put into pages.
    put: BTreeSet<usize>,
    /// Whether it was saved as a message, in which browsers write shadow trees in their own way.
    is_message: bool,
    room: usize,
}

#[derive(Clone)]
struct Frame {
    number: usize,
    address: Option<String>,
    charset: Option<String>,
    bytes: Vec<u8>,
}

impl Belongings {
    /// Takes the style sheets of a web archive, and its pages, which may stand in frames.
    pub(super) fn of_archive(sheets: Vec<(String, Vec<u8>)>, pages: &[SavedPage<'_>]) -> Self {
        let sheets = sheets.into_iter();
        let pages = pages.iter().enumerate();
        let frames = pages.filter(|(_, page)| page.media.is_page());
        let frames = frames.filter_map(|(number, page)| {
            let address = resolved("", page.address.as_deref()?);
            let frame = Frame {
                number,
                address: page.address.clone(),
                charset: page.charset.clone(),
                bytes: page.bytes.to_vec(),
            };
            Some((address, frame))
        });
        Self {
            sheets: sheets
                .map(|(address, sheet)| (resolved("", &address), ascii(&sheet)))
                .collect(),
            frames: frames.collect(),
            room: MOST_PUT,
            ..Self::default()
        }
    }

    /// Takes the parts of a message that belong to a page.
    pub(super) fn of_message(parts: &[Part], main: Option<&str>) -> Self {
        let mut all = Self {
            is_message: true,
            room: MOST_PUT,
            ..Self::default()
        };
        let base = main.unwrap_or_default();
        for (number, part) in parts.iter().enumerate() {
            let address = part.address.as_deref().map(|own| resolved(base, own));
            let id = part.id.as_deref();
            let id = id.map(|id| format!("cid:{}", id.trim_matches(['<', '>'])));
            for known in address.iter().chain(&part.address).chain(&id).cloned() {
                if part.kind == "text/css" {
                    all.sheets.insert(known, ascii(&part.body));
                } else if part.is_of_page && warc::media(&part.kind).is_some_and(Media::is_page) {
                    let frame = Frame {
                        number,
                        address: address.clone(),
                        charset: part.charset.clone(),
                        bytes: part.body.clone(),
                    };
                    all.frames.insert(known, frame);
                }
            }
        }
        all
    }

    /// Says whether a part of a message was put into a page.
    pub(super) fn is_in_frame(&self, number: usize) -> bool {
        self.put.contains(&number)
    }

    /// Returns a part of a message with what belongs to it.
    pub(super) fn put_into_part(
        &mut self,
        number: usize,
        page: &[u8],
        address: Option<&str>,
    ) -> Vec<u8> {
        // No page is in itself.
        self.put.insert(number);
        self.put_into(page, address)
    }

    /// Returns a page with its style sheets in place of the links to them, and with the pages in its frames.
    pub(super) fn put_into(&mut self, page: &[u8], address: Option<&str>) -> Vec<u8> {
        self.within(page, address.unwrap_or_default(), 0)
    }

    fn within(&mut self, page: &[u8], address: &str, depth: usize) -> Vec<u8> {
        let mut base = address.to_owned();
        let mut written = Vec::with_capacity(page.len());
        let (mut rest, mut has_ends) = (page, true);
        while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
            let (before, from) = rest.split_at(at);
            written.extend_from_slice(before);
            let tag = tag(from);
            rest = from.get(tag.len().max(1)..).unwrap_or_default();
            let lower = String::from_utf8_lossy(tag).to_ascii_lowercase();
            if lower.starts_with("<base")
                && let Some(own) = value(tag, &lower, "href")
            {
                base = resolved(&base, &own);
            }
            if let Some(instead) = self.instead(tag, &lower, &base, depth) {
                written.extend_from_slice(instead.as_bytes());
                continue;
            }
            written.extend_from_slice(from.get(..tag.len().max(1)).unwrap_or_default());
            if lower.starts_with("<style") && has_ends {
                let end = end_of_style(rest);
                has_ends = end.is_some();
                let (css, after) = rest.split_at(end.unwrap_or(0));
                let imported = std::str::from_utf8(css).map(|css| self.imported(css, &base, 0));
                written.extend_from_slice(imported.as_ref().map_or(css, |css| css.as_bytes()));
                rest = after;
            }
        }
        written.extend_from_slice(rest);
        written
    }

    /// Returns what stands in place of a tag, if something else does.
    fn instead(&mut self, tag: &[u8], lower: &str, base: &str, depth: usize) -> Option<String> {
        if self.is_message && lower.starts_with("<template ") && lower.contains(" shadowmode=") {
            return Some(lower.replace(" shadowmode=", " shadowrootmode="));
        }
        if lower.starts_with("<iframe") {
            let frame = self.frame(&value(tag, lower, "src")?.replace("&amp;", "&"), base)?;
            let held = self.held(&frame, depth)?;
            let text = String::from_utf8_lossy(tag);
            let rest = text.get("<iframe".len()..)?;
            let address = escaped(frame.address.as_deref().unwrap_or_default());
            let name = &*FRAME_ADDRESS;
            return Some(format!(
                "<iframe {name}=\"{address}\" srcdoc=\"{held}\"{rest}"
            ));
        }
        let address = linked(tag, lower)?;
        let at = [resolved(base, &address), address];
        let at = at.into_iter().find(|at| self.sheets.contains_key(at))?;
        // Nothing in it may end the element that it is put into.
        let sheet = self.imported(self.sheets.get(&at)?, &at, 0);
        let sheet = sheet.replace("</", "<\\/");
        self.room = self.room.checked_sub(sheet.len())?;
        let medium = value(tag, lower, "media").unwrap_or_default();
        let medium = medium.replace(['"', '<', '>'], "");
        Some(format!("<style media=\"{medium}\">{sheet}</style>"))
    }

    fn frame(&self, address: &str, base: &str) -> Option<Frame> {
        let at = resolved(base, address);
        let frame = self.frames.get(&at).or_else(|| self.frames.get(address));
        frame.cloned()
    }

    /// Returns the page in a frame, as the value of an attribute.
    fn held(&mut self, frame: &Frame, depth: usize) -> Option<String> {
        if depth >= DEEPEST {
            return None;
        }
        self.room = self.room.checked_sub(frame.bytes.len())?;
        self.put.insert(frame.number);
        let text = decode(&frame.bytes, Media::Html, frame.charset.as_deref()).text;
        let address = frame.address.clone().unwrap_or_default();
        let page = self.within(text.as_bytes(), &address, depth + 1);
        Some(escaped(&String::from_utf8_lossy(&page)))
    }

    /// Returns a style sheet with those that it imports in their addresses.
    fn imported(&self, css: &str, base: &str, depth: usize) -> String {
        let lower = css.to_ascii_lowercase();
        let mut written = String::with_capacity(css.len());
        let mut from = 0;
        while let Some(found) = lower.get(from..).and_then(|rest| rest.find(IMPORT)) {
            let start = from + found + IMPORT.len();
            written.push_str(css.get(from..start).unwrap_or_default());
            from = start;
            let rest = css.get(start..).unwrap_or_default();
            let Some((address, length)) = import(rest).filter(|_| depth < DEEPEST) else {
                continue;
            };
            let at = [resolved(base, address), address.to_owned()];
            let mut sheets = at.iter().filter_map(|at| Some((at, self.sheets.get(at)?)));
            if let Some((at, sheet)) = sheets.next().filter(|_| written.len() < MOST_PUT) {
                let sheet = STANDARD.encode(self.imported(sheet, at, depth + 1));
                written.push_str(" url(\"data:text/css;base64,");
                written.push_str(&sheet);
                written.push_str("\")");
                from += length;
            }
        }
        written.push_str(css.get(from..).unwrap_or_default());
        written
    }
}

/// Returns a text as the value of an attribute, whatever encoding the page is in that it is put into.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            c if c.is_ascii() => escaped.push(c),
            // Writing to a string cannot fail.
            c => _ = write!(escaped, "&#{};", u32::from(c)),
        }
    }
    escaped
}

/// Returns the address that an import names, and how long it is as it is written.
fn import(rest: &str) -> Option<(&str, usize)> {
    let begun = rest.trim_start();
    let is_url = begun
        .get(..4)
        .is_some_and(|it| it.eq_ignore_ascii_case("url("));
    let inner = if is_url {
        begun.get(4..)?.trim_start()
    } else {
        begun
    };
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (address, after) = match quote {
        Some(quote) => inner.get(1..)?.split_once(quote)?,
        None if is_url => inner.split_at_checked(inner.find(')')?)?,
        None => return None,
    };
    let after = if is_url {
        after.split_once(')')?.1
    } else {
        after
    };
    Some((address.trim(), rest.len() - after.len()))
}

/// Returns a style sheet as text. Whatever encoding it is in, selectors and properties are ASCII.
fn ascii(bytes: &[u8]) -> String {
    let char_of = |byte: &u8| {
        if byte.is_ascii() {
            char::from(*byte)
        } else {
            '?'
        }
    };
    bytes.iter().map(char_of).collect()
}

/// Returns where the text of a style sheet in a page ends.
fn end_of_style(rest: &[u8]) -> Option<usize> {
    let name = b"</style";
    let mut places = rest.windows(name.len());
    places.position(|from| from.eq_ignore_ascii_case(name))
}

/// Returns the tag that begins here, if it is one that may be changed.
fn tag(from: &[u8]) -> &[u8] {
    let names: [&[u8]; 5] = [b"<link", b"<template", b"<iframe", b"<style", b"<base"];
    let is_one = names.iter().any(|name| {
        let begins = from.get(..name.len());
        begins.is_some_and(|begins| begins.eq_ignore_ascii_case(name))
    });
    let mut quote = None;
    let end = from
        .iter()
        .take(LONGEST_TAG)
        .position(|byte| match (byte, quote) {
            (b'>', None) => true,
            (b'"' | b'\'', None) => {
                quote = Some(*byte);
                false
            }
            (byte, Some(open)) if *byte == open => {
                quote = None;
                false
            }
            _ => false,
        });
    let tag = end.filter(|_| is_one).and_then(|end| from.get(..=end));
    tag.unwrap_or_default()
}

/// Returns the address of the style sheet that a tag links to.
fn linked(tag: &[u8], lower: &str) -> Option<String> {
    let relation = value(tag, lower, "rel")?.to_ascii_lowercase();
    let mut words = relation.split_whitespace();
    let is_sheet = words.clone().any(|word| word == "stylesheet");
    let is_other = words.any(|word| word == "alternate");
    let address = value(tag, lower, "href")?.replace("&amp;", "&");
    (lower.starts_with("<link") && is_sheet && !is_other).then_some(address)
}

/// Returns the value of an attribute.
fn value(tag: &[u8], lower: &str, name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(tag);
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(name)?;
        from = at + name.len();
        let before = lower.get(..at)?.chars().next_back()?;
        let after = text.get(from..)?.trim_start();
        let Some(after) = after.strip_prefix('=').filter(|_| before.is_whitespace()) else {
            continue;
        };
        let after = after.trim_start();
        return match after.chars().next()? {
            quote @ ('"' | '\'') => after.get(1..)?.split(quote).next().map(str::to_owned),
            _ => after
                .split([' ', '\t', '\n', '\r', '>'])
                .next()
                .map(str::to_owned),
        };
    }
}

#[cfg(test)]
mod tests;
