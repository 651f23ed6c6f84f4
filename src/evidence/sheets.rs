//! Puts the style sheets that a browser saved beside a page back into it: they say what is shown.

use std::collections::HashMap;

use super::mail::Part;

/// A tag has so many bytes at most.
const LONGEST_TAG: usize = 4 << 10;
/// So much of style sheets is put into a page.
const MOST_SHEETS: usize = 16 << 20;

/// Returns the style sheets of a message by the addresses that pages know them by.
pub(super) fn style_sheets(parts: &[Part]) -> HashMap<String, String> {
    let sheets = parts.iter().filter(|part| part.kind == "text/css");
    let sheets = sheets.filter_map(|part| {
        // Whatever encoding it is in, selectors and properties are ASCII.
        let text = part.body.iter().map(|byte| {
            if byte.is_ascii() {
                char::from(*byte)
            } else {
                '?'
            }
        });
        // Nothing in it may end the element that it is put into.
        let text = text.collect::<String>().replace("</", "<\\/");
        Some((part.address.clone()?, text))
    });
    sheets.collect()
}

/// Returns a page with its style sheets in place of the links to them, and with the roots of its shadow
/// trees as browsers read them from a file.
pub(super) fn with_sheets(page: &[u8], sheets: &HashMap<String, String>) -> Vec<u8> {
    let mut written = Vec::with_capacity(page.len());
    let (mut rest, mut room) = (page, MOST_SHEETS);
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        let (before, from) = rest.split_at(at);
        written.extend_from_slice(before);
        let tag = tag(from);
        rest = from.get(tag.len().max(1)..).unwrap_or_default();
        let lower = String::from_utf8_lossy(tag).to_ascii_lowercase();
        if lower.starts_with("<template ") && lower.contains(" shadowmode=") {
            let text = lower.replace(" shadowmode=", " shadowrootmode=");
            written.extend_from_slice(text.as_bytes());
            continue;
        }
        let sheet = linked(tag, &lower).and_then(|address| sheets.get(&address));
        match sheet.and_then(|sheet| Some((sheet, room.checked_sub(sheet.len())?))) {
            Some((sheet, left)) => {
                room = left;
                let medium = value(tag, &lower, "media").unwrap_or_default();
                let medium = medium.replace(['"', '<', '>'], "");
                let element = format!("<style media=\"{medium}\">{sheet}</style>");
                written.extend_from_slice(element.as_bytes());
            }
            None => written.extend_from_slice(from.get(..tag.len().max(1)).unwrap_or_default()),
        }
    }
    written.extend_from_slice(rest);
    written
}

/// Returns the tag that begins here, if it is one that may be changed.
fn tag(from: &[u8]) -> &[u8] {
    let is_one = [&b"<link"[..], b"<template"].iter().any(|name| {
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
