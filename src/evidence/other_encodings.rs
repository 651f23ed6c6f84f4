//! Reads bytes in encodings that they may be in besides the one that they were read in, where a quote
//! may stand in them.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, IBM866, ISO_2022_JP, ISO_8859_2, ISO_8859_3,
    ISO_8859_4, ISO_8859_5, ISO_8859_6, ISO_8859_7, ISO_8859_8, ISO_8859_10, ISO_8859_13,
    ISO_8859_14, ISO_8859_15, ISO_8859_16, KOI8_R, KOI8_U, MACINTOSH, SHIFT_JIS, UTF_8, UTF_16BE,
    UTF_16LE, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};
use unicode_normalization::UnicodeNormalization;

use super::code_pages::PAGES;
use super::encoding::Others;
use super::johab;
use super::normalise::{Normalised, unify};
use super::shifted;

/// So many characters may be lost in an encoding in which a text may be, or one of so many bytes.
const MOST_LOST: usize = 2;
const BYTES_FOR_EACH_LOST: usize = 500;

/// Encodings in which a text may be that is declared or taken to be in another.
static ENCODINGS: &[&Encoding] = &[
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

/// So many words of a quote at most tell whether it may stand in a text.
const MOST_WORDS: usize = 32;
/// Marks that other encodings have in place of other characters.
const MARKS: &str = "’‘“”„«»‹›–—…\u{A0}";

/// Bytes, and in which encoding they were read.
#[derive(Clone, Debug)]
pub(super) struct Bytes {
    pub(super) all: Vec<u8>,
    pub(super) encoding: &'static Encoding,
    pub(super) others: Others,
}

/// Returns the texts that bytes are in other encodings, and how they are read, where one of the quotes
/// may stand in them and not in the text as it was read. A page is not parsed for that: it takes long,
/// and there are many encodings.
pub(super) fn in_others(bytes: &Bytes, quotes: &[&str]) -> Vec<(String, String)> {
    let Some(probes) = Probes::of(quotes) else {
        return Vec::new();
    };
    let read = probes.in_text(&bytes.encoding.decode_without_bom_handling(&bytes.all).0);
    let known: &[&Encoding] = match &bytes.others {
        Others::None => &[],
        Others::One(encoding) => std::slice::from_ref(encoding),
        Others::All => ENCODINGS,
        Others::Shifted => &[ISO_2022_JP],
    };
    let known = known.iter().filter(|encoding| **encoding != bytes.encoding);
    let mut texts: Vec<(String, String)> = known
        .filter_map(|encoding| Some((read_in(&bytes.all, encoding)?, encoding.name())))
        .filter(|(text, _)| probes.may_stand(text, &read))
        .map(|(text, name)| (text.into_owned(), format!("in {name}")))
        .collect();
    let pages = PAGES.iter().filter(|_| bytes.others == Others::All);
    let in_pages = pages.map(|(name, page)| (in_page(&bytes.all, page), *name));
    let shifted = shifted::all(&bytes.all);
    let shifted = shifted.filter(|_| matches!(bytes.others, Others::All | Others::Shifted));
    let johab = johab::decode(&bytes.all).filter(|_| bytes.others == Others::All);
    let johab = johab.map(|text| (text, "Johab"));
    let more = in_pages
        .chain(shifted)
        .chain(johab)
        .filter(|(text, _)| probes.may_stand(text, &read));
    texts.extend(more.map(|(text, name)| (text, format!("in {name}"))));
    texts
}

/// Reads bytes in an encoding; not at all, if more than a few mean nothing in it: a file may be cut off, or
/// damaged elsewhere.
fn read_in<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Option<Cow<'a, str>> {
    if encoding == UTF_8 {
        return Some(String::from_utf8_lossy(bytes));
    }
    let (text, has_lost) = encoding.decode_without_bom_handling(bytes);
    let lost = || text.matches(char::REPLACEMENT_CHARACTER).count();
    if has_lost && lost() > MOST_LOST.max(text.len() / BYTES_FOR_EACH_LOST) {
        return None;
    }
    // It has letters and their accents apart.
    Some(if encoding == WINDOWS_1258 {
        Cow::Owned(text.nfc().collect())
    } else {
        text
    })
}

fn in_page(bytes: &[u8], page: &str) -> String {
    let page: Vec<char> = page.chars().collect();
    let read = |byte: &u8| match byte.checked_sub(128) {
        None => char::from(*byte),
        Some(above) => page
            .get(usize::from(above))
            .copied()
            .unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    bytes.iter().map(read).collect()
}

/// What tells whether quotes may stand in a text: words and marks, all looked for in one pass.
struct Probes {
    automaton: AhoCorasick,
    quotes: Vec<Sought>,
}

/// The words and marks of a quote, by their numbers.
struct Sought {
    /// The longest words, beginning with those that are not ASCII.
    words: Vec<usize>,
    /// The marks that may stand in the source in place of the quote's.
    marks: Vec<usize>,
}

impl Probes {
    fn of(quotes: &[&str]) -> Option<Self> {
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let mut number = |word: String| {
            let next = numbers.len();
            *numbers.entry(word).or_insert(next)
        };
        let mut sought = Vec::with_capacity(quotes.len());
        for quote in quotes {
            let quote = Normalised::of(quote);
            let words = quote.text().split(|c: char| !c.is_alphabetic());
            let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            words.sort_by_key(|word| (word.is_ascii(), Reverse(word.len())));
            words.dedup();
            // Words of ASCII are the same in nearly all encodings.
            let foreign = words.iter().take_while(|word| !word.is_ascii()).count();
            words.truncate(foreign.clamp(1, MOST_WORDS));
            let has = |mark: &char| unify(*mark).is_some_and(|it| quote.text().contains(it));
            let own = quote
                .text()
                .chars()
                .filter(|c| !c.is_ascii() && !c.is_alphabetic());
            let marks = MARKS.chars().filter(has).chain(own).map(String::from);
            sought.push(Sought {
                words: words
                    .into_iter()
                    .map(|word| number(word.to_owned()))
                    .collect(),
                marks: marks.map(&mut number).collect(),
            });
        }
        let mut patterns = vec![""; numbers.len()];
        for (word, number) in &numbers {
            patterns[*number] = word;
        }
        Some(Self {
            automaton: AhoCorasick::new(patterns).ok()?,
            quotes: sought,
        })
    }

    /// Says which of the words and marks stand in a text.
    fn in_text(&self, text: &str) -> Vec<bool> {
        let mut stand = vec![false; self.automaton.patterns_len()];
        for found in self.automaton.find_overlapping_iter(text) {
            stand[found.pattern()] = true;
        }
        stand
    }

    /// Says whether one of the quotes may stand in a text, and more of it than in the text as it was
    /// read.
    fn may_stand(&self, text: &str, read: &[bool]) -> bool {
        let stand = self.in_text(text);
        let is_there = |probe: &usize| stand[*probe];
        let is_new = |probe: &usize| stand[*probe] && !read[*probe];
        self.quotes.iter().any(|quote| {
            quote.words.iter().any(is_new)
                || quote.words.first().is_some_and(is_there) && quote.marks.iter().any(is_new)
        })
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
        let bytes = bytes_of(other, taken_for).filter(|bytes| !bytes.is_empty());
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(read) => {
                once.push_str(&read);
                is_twice = true;
            }
            None => once.push_str(other),
        }
        rest = following;
    }
    is_twice.then_some(once)
}

/// Returns the bytes that were taken for those of an encoding and saved as UTF-8, where a text may be so.
pub(super) fn bytes_taken_for(text: &str, taken_for: &'static Encoding) -> Bytes {
    let above: Vec<u8> = (0x80..=0xFF).collect();
    let page = taken_for.decode_without_bom_handling(&above).0;
    let page: BTreeMap<char, u8> = page.chars().zip(above.iter().copied()).collect();
    let byte = |c: char| match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() || c.is_control() => byte,
        Ok(_) | Err(_) => page.get(&c).copied().unwrap_or(b'?'),
    };
    Bytes {
        all: text.chars().map(byte).collect(),
        encoding: taken_for,
        others: Others::All,
    }
}

/// Returns a text in an encoding; controls are bytes of their own, which ISO-8859-1 takes them for.
fn bytes_of(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    for part in text.split_inclusive(char::is_control) {
        let control = part.chars().next_back().filter(|c| c.is_control());
        let words = control.map_or(part, |control| part.strip_suffix(control).unwrap_or(part));
        let (encoded, _, is_lossy) = encoding.encode(words);
        if is_lossy {
            return None;
        }
        bytes.extend_from_slice(&encoded);
        if let Some(control) = control {
            bytes.push(u8::try_from(control).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests;
