//! Reads bytes as text, in the encoding that they are in as far as can be told.
//!
//! The encoding is, in this order: that of a byte order mark; UTF-16 without one, by its zeros;
//! UTF-8, if all bytes are that and some are not ASCII, whatever is declared: programs that save pages
//! leave the old declaration in; what a page declares; UTF-8 with a few bytes that are damaged; and
//! what the detector of Firefox takes it for.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, IBM866, ISO_2022_JP, ISO_8859_2, ISO_8859_3,
    ISO_8859_4, ISO_8859_5, ISO_8859_6, ISO_8859_7, ISO_8859_8, ISO_8859_10, ISO_8859_13,
    ISO_8859_14, ISO_8859_15, ISO_8859_16, KOI8_R, KOI8_U, MACINTOSH, SHIFT_JIS, UTF_8, UTF_16BE,
    UTF_16LE, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC, X_USER_DEFINED,
};

use super::html;
use super::opened::{Media, is_binary};

/// A page declares its encoding within so many bytes.
const MOST_BEFORE_DECLARATION: usize = 64 << 10;

/// Encodings in which a text may be that is declared or taken to be in another.
static OTHERS: &[&Encoding] = &[
    UTF_8,
    WINDOWS_1252,
    WINDOWS_1251,
    WINDOWS_1250,
    WINDOWS_1253,
    WINDOWS_1254,
    WINDOWS_1255,
    WINDOWS_1256,
    WINDOWS_1257,
    WINDOWS_1258,
    WINDOWS_874,
    KOI8_U,
    KOI8_R,
    ISO_8859_2,
    ISO_8859_3,
    ISO_8859_4,
    ISO_8859_5,
    ISO_8859_6,
    ISO_8859_7,
    ISO_8859_8,
    ISO_8859_10,
    ISO_8859_13,
    ISO_8859_14,
    ISO_8859_15,
    ISO_8859_16,
    IBM866,
    MACINTOSH,
    X_MAC_CYRILLIC,
    SHIFT_JIS,
    EUC_JP,
    ISO_2022_JP,
    GB18030,
    BIG5,
    EUC_KR,
    UTF_16LE,
    UTF_16BE,
];

/// A text, and how sure it is.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) encoding: &'static Encoding,
    /// The first byte that means nothing in the encoding.
    pub(super) damaged_at: Option<usize>,
    /// In which other encodings the text may be.
    pub(super) others: Vec<&'static Encoding>,
}

/// Reads bytes in the encoding that they are in.
pub(super) fn decode(bytes: &[u8], media: Media) -> Decoded<'_> {
    let (encoding, mark, others) = choose(bytes, media);
    let body = bytes.get(mark..).unwrap_or_default();
    let (text, is_damaged) = encoding.decode_without_bom_handling(body);
    Decoded {
        damaged_at: is_damaged.then(|| mark + damaged_at(body, encoding)),
        text,
        encoding,
        others,
    }
}

/// Reads bytes in an encoding, if all mean something in it.
pub(super) fn read_in<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Option<Cow<'a, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

/// Chooses the encoding; returns the length of its mark, and in which others the text may be.
fn choose(bytes: &[u8], media: Media) -> (&'static Encoding, usize, Vec<&'static Encoding>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, mark, Vec::new());
    }
    let all_but = |encoding: &'static Encoding| -> Vec<&'static Encoding> {
        let others = OTHERS.iter().copied();
        others.filter(|other| *other != encoding).collect()
    };
    if let Some(encoding) = utf_16(bytes) {
        return (encoding, 0, all_but(encoding));
    }
    let declared = match media {
        Media::Html => declared(bytes),
        Media::Text => None,
    };
    let is_ascii = Encoding::ascii_valid_up_to(bytes) == bytes.len();
    if !is_ascii && std::str::from_utf8(bytes).is_ok() {
        let others = declared.into_iter().filter(|encoding| *encoding != UTF_8);
        return (UTF_8, 0, others.collect());
    }
    let encoding = declared.unwrap_or_else(|| {
        if is_nearly_utf_8(bytes) {
            UTF_8
        } else {
            detected(bytes)
        }
    });
    let others = if is_ascii {
        Vec::new()
    } else {
        all_but(encoding)
    };
    (encoding, 0, others)
}

/// Returns the encoding that a page declares, as browsers take it: what could be read as ASCII is not
/// UTF-16.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..MOST_BEFORE_DECLARATION).unwrap_or(bytes);
    let head = encoding_rs::mem::decode_latin1(head);
    let of_xml = xml_encoding(&head).and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = html::declared(&head)
        .iter()
        .find_map(|label| Encoding::for_label(label.as_bytes()))
        .or(of_xml)?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    })
}

/// Returns the encoding that the declaration of XML names.
fn xml_encoding(head: &str) -> Option<&str> {
    let declaration = head.trim_start().strip_prefix("<?xml")?;
    let (declaration, _) = declaration.split_once('>')?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.split(quote).nth(1).map(str::trim)
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Says whether most of what is not ASCII is UTF-8: some of it was damaged.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut damaged) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    whole > 4 * damaged
}

/// Returns which UTF-16 bytes without a mark are: the letters, digits and spaces of ASCII have a zero
/// on one side.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() % 2 == 1 || !bytes.contains(&0) {
        return None;
    }
    let (mut first, mut second) = (0_usize, 0_usize);
    for pair in bytes.chunks_exact(2) {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    let (encoding, zeros, others) = if first > second {
        (UTF_16BE, first, second)
    } else {
        (UTF_16LE, second, first)
    };
    // A stray zero makes no other encoding of a text.
    let are_few = zeros * 5 < bytes.len() / 2;
    let is_plain = |text: &str| {
        let is_odd = |c: char| c.is_control() && c != '\0' && !c.is_whitespace();
        !text.contains(is_odd)
    };
    if others * 4 > zeros || (are_few && std::str::from_utf8(bytes).is_ok_and(is_plain)) {
        return None;
    }
    let text = read_in(bytes, encoding)?;
    (!is_binary(&text)).then_some(encoding)
}

/// Returns the first byte that means nothing in an encoding.
fn damaged_at(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(most.unwrap_or_default());
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        encoding_rs::DecoderResult::Malformed(length, after) => {
            read.saturating_sub(usize::from(length) + usize::from(after))
        }
        encoding_rs::DecoderResult::InputEmpty | encoding_rs::DecoderResult::OutputFull => read,
    }
}

/// Returns a text that was encoded twice as it was before the second time, if it was: the bytes of
/// UTF-8 were taken for another encoding's and encoded again, as “Ã©” for “é” shows.
pub(super) fn encoded_once(text: &str, taken_for: &'static Encoding) -> Option<String> {
    let mut once = String::with_capacity(text.len());
    let mut is_twice = false;
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.find(|c: char| !c.is_ascii()).unwrap_or(rest.len());
        let (plain, other) = rest.split_at(ascii);
        let end = other.find(|c: char| c.is_ascii()).unwrap_or(other.len());
        let (other, following) = other.split_at(end);
        once.push_str(plain);
        let (bytes, _, is_lossy) = taken_for.encode(other);
        match std::str::from_utf8(&bytes) {
            Ok(read) if !is_lossy && !other.is_empty() => {
                once.push_str(read);
                is_twice = true;
            }
            Ok(_) | Err(_) => once.push_str(other),
        }
        rest = following;
    }
    is_twice.then_some(once)
}

#[cfg(test)]
mod tests;
