//! Reads bytes as text, in the encoding that they are in as far as can be told.
//!
//! The encoding is, in this order: that of a byte order mark; UTF-16 without one, by its zeros;
//! UTF-8, if all bytes are that and some are not ASCII, whatever is declared: programs that save pages
//! leave the old declaration in; what the server said that sent it; what a page declares; UTF-8 with a few bytes that are damaged; and
//! what the detector of Firefox takes it for.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

use super::html;
use super::opened::{Media, is_binary};
use super::shifted;

/// A page declares its encoding within so many bytes.
const MOST_BEFORE_DECLARATION: usize = 64 << 10;
/// More characters of UTF-8 for each damaged one are none by chance, whatever is declared.
const MOST_BY_CHANCE: usize = 8;

/// Fewer zeros say nothing of an encoding, unless half of the characters have one.
const FEWEST_ZEROS: usize = 8;

/// In which other encodings a text may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Others {
    #[default]
    None,
    /// In the one that it declares.
    One(&'static Encoding),
    /// In those that write other letters in ASCII.
    Shifted,
    All,
}

/// A text, and how sure it is.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) encoding: &'static Encoding,
    /// The first byte that means nothing in the encoding.
    pub(super) damaged_at: Option<usize>,
    /// In which other encodings the text may be.
    pub(super) others: Others,
}

/// Reads bytes in the encoding that they are in; `told` is the label of the one that a server said.
pub(super) fn decode<'b>(bytes: &'b [u8], media: Media, told: Option<&str>) -> Decoded<'b> {
    let told = told.and_then(|label| Encoding::for_label(label.as_bytes()));
    let (encoding, mark, others) = choose(bytes, media, told);
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
fn read_in<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Option<Cow<'a, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

/// Chooses the encoding; returns the length of its mark, and in which others the text may be.
fn choose(
    bytes: &[u8],
    media: Media,
    told: Option<&'static Encoding>,
) -> (&'static Encoding, usize, Others) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, mark, Others::None);
    }
    if let Some(encoding) = utf_16(bytes) {
        return (encoding, 0, Others::All);
    }
    let declared = match media {
        Media::Html | Media::Xml => declared(bytes),
        Media::Text | Media::Markdown | Media::Pdf => None,
    };
    // Servers say UTF-8 of all that they send; what comes to here is hardly that.
    let told = told.filter(|told| *told != UTF_8 || declared.is_none());
    let declared = told.or(declared);
    let is_ascii = Encoding::ascii_valid_up_to(bytes) == bytes.len();
    if !is_ascii && std::str::from_utf8(bytes).is_ok() {
        let others = declared.filter(|encoding| *encoding != UTF_8);
        return (UTF_8, 0, others.map_or(Others::None, Others::One));
    }
    let (whole, damaged) = utf_8_in(bytes);
    let encoding = match declared {
        // A program that saved the page as UTF-8 left the old declaration in.
        Some(declared) if whole <= MOST_BY_CHANCE * damaged => declared,
        // Letters of other encodings are seldom UTF-8 by chance.
        None if whole < damaged || whole == 0 => detected(bytes),
        Some(_) | None => UTF_8,
    };
    let others = match is_ascii {
        false => Others::All,
        true if shifted::may_shift(bytes) => Others::Shifted,
        true => Others::None,
    };
    (encoding, 0, others)
}

/// Returns the encoding that a page declares, as browsers take it: what could be read as ASCII is not
/// UTF-16.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let labels = labels(bytes);
    let mut known = labels
        .iter()
        .filter_map(|label| Encoding::for_label(label.as_bytes()));
    let encoding = known.next()?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    })
}

/// Returns what a page calls its encoding.
fn labels(bytes: &[u8]) -> Vec<String> {
    let head = bytes.get(..MOST_BEFORE_DECLARATION).unwrap_or(bytes);
    let head = encoding_rs::mem::decode_latin1(head);
    let of_page = html::declared(&head).into_iter();
    let of_page = of_page.map(|label| label.to_string());
    let of_xml = xml_encoding(&head).map(str::to_owned);
    of_page.chain(of_xml).collect()
}

/// Returns what bytes that are no UTF-8 are said to be in, if that is no encoding that is known, or none that can be
/// read in full.
pub(super) fn unknown(bytes: &[u8], media: Media, told: Option<&str>) -> Option<String> {
    if std::str::from_utf8(bytes).is_ok() {
        let is_unread = media == Media::Text && shifted::is_unread(bytes);
        return is_unread.then(|| "ISO-2022-CN".to_owned());
    }
    if utf_16(bytes).is_some() || Encoding::for_bom(bytes).is_some() {
        return None;
    }
    let of_page = if media.is_page() {
        labels(bytes)
    } else {
        Vec::new()
    };
    let mut labels = told.map(str::to_owned).into_iter().chain(of_page);
    let first = labels.next()?;
    let is_known = |label: &str| Encoding::for_label(label.as_bytes()).is_some();
    (!is_known(&first) && !labels.any(|label| is_known(&label))).then_some(first)
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
    // The marks of windows-1252 alone say nothing of a language; its siblings have the same.
    let is_mark = |byte: &u8| matches!(byte, 0x85 | 0x91..=0x97 | 0xA0 | 0xAB | 0xBB);
    if bytes.iter().all(|byte| byte.is_ascii() || is_mark(byte)) && !bytes.is_ascii() {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Counts the characters of UTF-8 beyond ASCII, and the places where bytes are none.
fn utf_8_in(bytes: &[u8]) -> (usize, usize) {
    let (mut whole, mut damaged) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    (whole, damaged)
}

/// Says whether bytes are most likely in EBCDIC: the space is `@` in ASCII, and the letters are beyond it.
pub(super) fn is_ebcdic(bytes: &[u8]) -> bool {
    let count = |is: fn(&u8) -> bool| bytes.iter().filter(|byte| is(byte)).count();
    let spaces = count(|byte| *byte == 0x40);
    let is_space_of_china = |pair: &[u8]| matches!(pair, [0x81 | 0xA1, 0x40]);
    spaces * 20 >= bytes.len()
        && count(|byte| *byte >= 0x80) * 2 >= bytes.len()
        && count(|byte| matches!(byte, 0 | b'\n' | b' ')) * 100 <= bytes.len()
        && bytes
            .windows(2)
            .filter(|pair| is_space_of_china(pair))
            .count()
            * 2
            < spaces
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
    // A stray zero makes no other encoding of a text, however short it is.
    let pairs = bytes.len() / 2;
    let are_few = zeros * 5 < pairs || zeros < FEWEST_ZEROS && zeros * 2 < pairs;
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

#[cfg(test)]
mod tests;
