//! Reads a plain text in other ways: without what may be marks of a form, of each form by itself and of all of
//! them together, since a text of subtitles may have notes, and one of mail the marks of Markdown.

use super::addresses::without_addresses;
use super::escapes::without_escapes;
use super::forms::{edited, edits, markdown};
use super::html;
use super::notes::{without_note_marks, without_note_numbers};
use super::opened::Media;
use super::order::in_order_of_reading;
use super::other_markup;
use super::pieces;
use super::quoted_lines;
use super::spoken;

/// A way to read a text; nothing, if it reads the same in it.
type Way = fn(&str) -> Option<String>;

/// The ways, those first that need the lines of a text as they stand.
const WAYS: [Way; 13] = [
    pieces::joined,
    spoken::without_marks,
    without_form,
    quoted_lines::without_marks,
    with_whole_words,
    in_order_of_reading,
    without_escapes,
    without_addresses,
    without_marks_of_markdown,
    as_page,
    other_markup::without_marks,
    without_note_marks,
    without_note_numbers,
];

/// Returns the texts that a text can be read as, in one way each.
pub(super) fn each(text: &str) -> impl Iterator<Item = String> {
    WAYS.iter().filter_map(move |way| way(text))
}

/// Returns the texts that a text can be read as in several ways at once: in the first of those that change it, in
/// the first two, and so on.
pub(super) fn together(text: &str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for way in WAYS {
        let last = texts.last().map_or(text, String::as_str);
        texts.extend(way(last));
    }
    texts
}

/// Returns what a text shows as a page, if it may be one, be it escaped as JSON has it.
pub(super) fn as_page(text: &str) -> Option<String> {
    let plain = edited(text, &edits(text, Media::Text));
    let may_be = plain.contains(['<', '&']);
    may_be.then(|| html::read(&plain).shown.text)
}

/// Returns a text without the times of subtitles, or the escapes of JSON.
pub(super) fn without_form(text: &str) -> Option<String> {
    let edits = edits(text, Media::Text);
    (!edits.is_empty()).then(|| edited(text, &edits))
}

/// Returns a text with the words whole that programs which read pictures of pages write over two lines.
fn with_whole_words(text: &str) -> Option<String> {
    let has_cut = text.contains("¬\n") || text.contains("¬\r\n");
    has_cut.then(|| text.replace('\r', "").replace("¬\n", ""))
}

fn without_marks_of_markdown(text: &str) -> Option<String> {
    let has_marks = text.contains(['*', '_', '`', '#', '[', '\\']);
    has_marks.then(|| edited(text, &markdown(text)))
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn other_signs_for_hyphens_make_nothing_absent() {
        let text = "The council will not begin the works before the mo¬\nney has been found.";
        let look = |quote| {
            let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            (found.check, found.reason)
        };
        let doubt = (Check::CannotCheck, Some(Obstacle::MarkedUp));
        assert_eq!(look("the works before the money has been found"), doubt);
        assert_eq!(
            look("the works after the money has been found").0,
            Check::Absent
        );
    }
}
