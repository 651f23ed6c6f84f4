//! Gives the texts of a PDF the words that are heard with them and not seen, and the spaces that a browser
//! leaves out where lines break. Each text is found on the page by its letters, whatever their order: of
//! scripts from right to left, a browser prints them as they stand.

use std::collections::BTreeMap;

use super::document::Document;
use super::structure::Tree;
use super::value::{Number, Value};
use super::words::{Piece, Words, spaced};

/// So many texts of the page may be left out between two that are printed, as what only screens show.
const WINDOW: usize = 200;

/// What each piece of marked content shows, by its page.
pub(super) type Shown = BTreeMap<(Number, i64), String>;

/// Writes at each element that is one text of the page what is heard there, if that is not what it shows.
pub(super) fn speak(document: &mut Document, tree: &Tree, words: &Words, shown: &Shown) {
    let pieces = heard(&words.pieces);
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        places.entry(&piece.letters).or_default().push(at);
    }
    let mut next = 0;
    for text in &tree.texts {
        let marks = text.marks.iter().filter_map(|mark| shown.get(mark));
        let own: String = marks.map(String::as_str).collect();
        let letters = letters(&own);
        let found = places.get(letters.as_str());
        let found = found.and_then(|own| own.get(own.partition_point(|place| *place < next)));
        let Some(at) = found.filter(|at| **at < next + WINDOW) else {
            continue;
        };
        next = at + 1;
        if let Some(piece) = pieces.get(*at)
            && spaced(&own.replace('\n', "")) != spaced(&piece.heard)
        {
            document.set(text.element, "ActualText", Value::words(&piece.heard));
        }
    }
}

/// A text that is seen, with what is heard around it.
struct Heard {
    letters: String,
    heard: String,
}

/// Puts what is only heard to the text before it in its block, or, if there is none, to that after it.
fn heard(pieces: &[Piece]) -> Vec<Heard> {
    let mut all: Vec<Heard> = Vec::new();
    let (mut before, mut block) = (String::new(), None);
    let (mut has_text, mut is_spaced) = (false, false);
    for piece in pieces {
        if block != Some(piece.block) {
            (before, block) = (String::new(), Some(piece.block));
            (has_text, is_spaced) = (false, false);
        }
        let letters = letters(&piece.text);
        match all.last_mut().filter(|_| has_text) {
            _ if piece.is_seen && !letters.is_empty() => {
                let heard = whole(&(std::mem::take(&mut before) + &piece.text));
                all.push(Heard { letters, heard });
                (has_text, is_spaced) = (true, false);
            }
            _ if piece.is_seen => is_spaced = true,
            Some(last) => {
                let space = if is_spaced { " " } else { "" };
                last.heard = whole(&format!("{}{space}{}", last.heard, piece.text));
                is_spaced = false;
            }
            None => before.push_str(&piece.text),
        }
    }
    all
}

/// Writes runs of spaces as one, and keeps one at either end.
fn whole(text: &str) -> String {
    let is_space = |letter: char| letter.is_whitespace();
    let before = if text.starts_with(is_space) { " " } else { "" };
    let after = if text.ends_with(is_space) { " " } else { "" };
    format!("{before}{}{after}", spaced(text))
}

/// Returns the letters and digits of a text without their case, sorted.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let mut letters: Vec<char> = letters.flat_map(char::to_lowercase).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::{heard, letters};

    fn read(html: &str) -> Vec<String> {
        let pieces = words(html).pieces;
        heard(&pieces)
            .into_iter()
            .map(|piece| piece.heard)
            .collect()
    }

    #[test]
    fn what_is_only_heard_is_put_to_what_is_seen_in_its_block() {
        let html = "<p>two\n officials<i class=visually-hidden> (anonymous)</i> <b><i \
                    class=visually-hidden>→ </i>NBC</b></p>\
                    <p><i class=visually-hidden>Voice: </i>Trump</p>\
                    <h2 class=visually-hidden>Bottom line</h2><p>Trams</p>";
        let expected = [
            "two officials (anonymous) → ",
            "NBC",
            "Voice: Trump",
            "Trams",
        ];
        assert_eq!(read(html), expected);
    }

    #[test]
    fn letters_are_the_same_in_any_order() {
        assert_eq!(letters("By Phone, 4"), letters("4byphone"));
        assert_eq!(letters("\u{5d0}\u{5d1}"), letters("\u{5d1} \u{5d0}"));
        assert_eq!(letters(" · "), "");
    }
}
