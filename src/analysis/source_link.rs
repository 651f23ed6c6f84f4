//! Makes links that open a source at a quote: text fragments.

use std::fmt::Write as _;

use crate::characters::{has_no_word_spaces, is_unspaced_by_words};
use crate::model::{Brief, Passage, Quote, Selector, Verification};

/// A longer passage is named by the words at its ends.
const MOST_WHOLE: usize = 120;
/// A shorter one is named with the words around it, too.
const FEWEST_ALONE: usize = 40;
/// How many words name an end.
const WORDS: usize = 6;
/// So many characters of Chinese or Japanese are a word.
const OF_A_WORD: usize = 3;
/// Fewer words say too little about where an end is.
const FEWEST_PLAIN: usize = 3;

/// Returns the address that opens a quote's source at the quote, if it was found in one that has
/// an address.
pub(crate) fn of_quote(brief: &Brief, quote: &Quote) -> Option<String> {
    of(brief, &quote.verification)
}

/// Returns the address that opens a passage's source at the passage, if it was found in one that has an
/// address.
pub(crate) fn of_passage(brief: &Brief, passage: &Passage) -> Option<String> {
    of(brief, &passage.verification)
}

fn of(brief: &Brief, verification: &Verification) -> Option<String> {
    let check = verification.check()?;
    let source = brief.source(check.source?);
    let url = source.url.as_deref()?;
    match check.pages.first() {
        // Programs that show PDFs know pages, and no fragments of text.
        Some(page) if is_pdf(url) => Some(format!("{url}#page={}", page.number)),
        Some(_) | None => text_fragment(url, &check.at),
    }
}

fn is_pdf(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    path.to_ascii_lowercase().ends_with(".pdf") && !url.contains('#')
}

/// Returns an address that opens at a passage, or at the first of several and up to the last:
/// `#:~:text=[prefix-,]start[,end][,-suffix]`.
///
/// The page that is opened may set marks and dashes in another way than the copy that was read,
/// and then a browser would not find them: where a passage has some, it is named by the words at
/// its ends that have none.
fn text_fragment(url: &str, at: &[Selector]) -> Option<String> {
    let (first, last) = (at.first()?, at.last()?);
    let hash = if url.contains('#') { "" } else { "#" };
    let mut link = format!("{url}{hash}:~:text=");
    let (start, end) = (
        spaced(first_line(&first.exact)),
        spaced(last_line(&last.exact)),
    );
    let (start, end) = (words(&start), words(&end));
    // A passage in one piece cannot go beyond its block.
    let is_whole =
        at.len() == 1 && first.exact.chars().count() <= MOST_WHOLE && !first.exact.contains('\n');
    let is_plain_at_its_ends = has_plain(start.iter()) && has_plain(end.iter().rev());
    let to = named(start.iter()).min(start.len());
    let from = end.len().saturating_sub(named(end.iter().rev()));
    // What both ends would name together is no longer than the two.
    let is_overlapping = at.len() == 1 && !first.exact.contains('\n') && to > from;
    let is_named_by_all = is_overlapping && first.exact.chars().count() <= 2 * MOST_WHOLE;
    if is_named_by_all
        || is_whole && (start.iter().all(|word| is_plain(word)) || !is_plain_at_its_ends)
    {
        whole(first, &mut link);
        return Some(link);
    }
    let from = from.max(begun_within(last, &end));
    let (start, end) = (start[..to].concat(), end[from..].concat());
    let is_short = |end: &str| end.chars().count() <= MOST_WHOLE;
    let has_end = !end.is_empty() && is_short(&end) && !is_overlapping;
    let before = if has_end || is_told_apart(&start) {
        ""
    } else {
        from_mark(&first.prefix)
    };
    if !is_short(&start) || !(has_end || is_told_apart(&start) || has_word(before)) {
        return Some(url.to_owned());
    }
    if has_word(before) {
        encode(before, &mut link);
        link.push_str("-,");
    }
    encode(&start, &mut link);
    if has_end {
        link.push(',');
        encode(&end, &mut link);
    }
    Some(link)
}

/// Says whether a text is long enough to name a place alone: a character of Chinese or Japanese says as much as
/// several letters.
fn is_told_apart(text: &str) -> bool {
    let weights = text
        .chars()
        .map(|c| if is_cut_anywhere(c) { OF_A_WORD } else { 1 });
    weights.sum::<usize>() >= FEWEST_ALONE
}

/// Returns the words before a passage from the first that is surely whole, though no spaces stand between them.
fn from_mark(text: &str) -> &str {
    if !text.starts_with(is_cut_anywhere) {
        return from_word(text);
    }
    let is_mark = |c: char| !c.is_alphanumeric();
    let mark = text.find(is_mark);
    let rest = mark.and_then(|mark| text.get(mark..)).unwrap_or("");
    rest.trim_start_matches(is_mark)
}

/// Returns how many pieces of a text may stand within a word that begins before it: where only a dictionary
/// could tell.
fn begun_within(at: &Selector, pieces: &[&str]) -> usize {
    let is_unspaced = |c: Option<char>| c.is_some_and(has_no_word_spaces);
    let is_unsure =
        is_unspaced(at.prefix.chars().next_back()) && is_unspaced(at.exact.chars().next());
    usize::from(is_unsure && !pieces.is_empty())
}

/// Names a passage by its words, a short one by those around it, too.
fn whole(at: &Selector, link: &mut String) {
    let is_short = at.exact.chars().count() < FEWEST_ALONE;
    let (prefix, suffix) = (from_word(&at.prefix), up_to_word(&at.suffix));
    if is_short && has_word(prefix) {
        encode(prefix, link);
        link.push_str("-,");
    }
    encode(&spaced(&at.exact), link);
    if is_short && has_word(suffix) {
        link.push_str(",-");
        encode(suffix, link);
    }
}

fn first_line(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(first, _)| first)
}

fn last_line(text: &str) -> &str {
    let text = text.trim_end_matches('\n');
    text.rsplit_once('\n').map_or(text, |(_, last)| last)
}

/// Returns a text with one space between any two words.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts a text where a fragment may begin or end, each piece with the space before it. Within the words of
/// scripts that set no spaces between them, browsers part words by a dictionary: in Chinese and Japanese a
/// piece ends where a mark stands, or where letters or digits of another script do.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split_inclusive(' ') {
        if word.contains(is_cut_anywhere) {
            words.extend(pieces(word));
        } else {
            words.push(word);
        }
    }
    words
}

fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| match c {
        ' ' => None,
        c if is_cut_anywhere(c) => Some(0),
        c if c.is_alphanumeric() => Some(1),
        _ => Some(2),
    };
    let mut before = None;
    let mut starts = Vec::new();
    for (at, c) in word.char_indices() {
        let now = kind(c).or(before);
        if now != before {
            starts.push(at);
        }
        before = now;
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([word.len()]).collect();
    let ranges = starts.into_iter().zip(ends);
    ranges.filter_map(|(from, to)| word.get(from..to))
}

fn is_cut_anywhere(c: char) -> bool {
    has_no_word_spaces(c) && !is_unspaced_by_words(c)
}

/// Returns the words before a passage from the first that is surely whole.
fn from_word(text: &str) -> &str {
    if text.starts_with(is_cut_within) {
        text.split_once(' ').map_or("", |(_, rest)| rest)
    } else {
        text
    }
}

/// Returns the words after a passage up to the last that is surely whole.
fn up_to_word(text: &str) -> &str {
    if text.ends_with(is_cut_within) {
        text.rsplit_once(' ').map_or("", |(rest, _)| rest)
    } else {
        text
    }
}

/// Says whether the words around a passage may be cut within a word of this letter's script: words are known
/// by a dictionary, or a particle may have been cut off, as in Korean.
fn is_cut_within(c: char) -> bool {
    is_unspaced_by_words(c) || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7FF}')
}

/// Returns how many words name an end: those before the first that is not plain, if they are
/// enough.
fn named<'a>(words: impl Iterator<Item = &'a &'a str>) -> usize {
    let words: Vec<_> = words.collect();
    let most = count(&words, WORDS);
    match plain(words.iter().copied()) {
        plain if plain >= count(&words, FEWEST_PLAIN) => plain.min(most),
        _ => most,
    }
}

/// Returns how many pieces so many words are: characters of Chinese or Japanese are parts of one.
fn count(words: &[&&str], most: usize) -> usize {
    let mut characters = 0;
    let mut words = words.iter().take(most);
    words
        .position(|word| {
            let is_of_characters = word.contains(is_cut_anywhere);
            characters += if is_of_characters {
                word.chars().count()
            } else {
                OF_A_WORD
            };
            characters >= most * OF_A_WORD
        })
        .map_or(most, |last| last + 1)
}

/// Says whether enough words come before the first that is not plain.
fn has_plain<'a>(words: impl Iterator<Item = &'a &'a str>) -> bool {
    let words: Vec<_> = words.collect();
    plain(words.iter().copied()) >= count(&words, FEWEST_PLAIN)
}

/// Returns how many words come before the first that is not plain.
fn plain<'a>(words: impl Iterator<Item = &'a &'a str>) -> usize {
    words.take_while(|word| is_plain(word)).count()
}

/// Says whether a word looks the same however its text is set.
fn is_plain(word: &str) -> bool {
    const VARIES: &str = "'\"`´‘’‚‛“”„‟‹›«»׳״-‐‑‒–—―−־…";
    !word.contains(|c| VARIES.contains(c))
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Percent-encodes all but letters, digits and full stops: `-`, `,` and `&` are syntax here.
fn encode(text: &str, link: &mut String) {
    for byte in text.trim().bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'.' {
            link.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            _ = write!(link, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests;
