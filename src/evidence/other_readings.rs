//! Looks for absent quotes in a text as it can be read besides: without what may be marks of a form, of each form
//! by itself and of all of them together, since a text of subtitles may have notes, and one of mail the marks of
//! Markdown; whatever some of its spaces; and with its lines in another order.

use super::addresses::without_addresses;
use super::amid_marks::amid_marks;
use super::escapes::{as_it_was_sent, without_escapes};
use super::find::search;
use super::finding::{Finding, SoughtQuote, absent, take_back};
use super::forms::{edited, edits, markdown};
use super::html;
use super::json_strings;
use super::normalise::Normalised;
use super::notes::{without_note_marks, without_note_numbers};
use super::opened::Media;
use super::order::{
    by_columns, from_right_to_left, has_lost_letters, has_scattered_letters, in_one_order,
    in_order_of_reading, stand_over_gaps, without_line_numbers,
};
use super::other_markup;
use super::pages::ways_on;
use super::quoted_lines;
use super::snapshot::Snapshot;
use super::spaced::{self, Spaces};
use super::transcripts;
use crate::characters::is_right_to_left;
use crate::model::{Check, Obstacle};

/// A text of more bytes is read in no other encoding, and not otherwise.
pub(super) const MOST_BYTES: usize = 8 << 20;

/// Reads a text without marks of a form; returns nothing, if it has none.
type WithoutMarks = fn(&str) -> Option<String>;

/// All forms, those first that need the lines of a text as they stand.
const FORMS: [WithoutMarks; 14] = [
    json_strings::joined,
    transcripts::without_marks,
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
    as_it_was_sent,
];

/// Looks for absent quotes in the text without the marks that it may have, and with its lines in another order.
pub(super) fn read_otherwise(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let doubts = &snapshot.doubts;
    if doubts.media.is_page() {
        let turned = html::as_turned(snapshot.text(), &snapshot.page.shown.turned);
        take_back_in(turned.into_iter(), wanted, findings, Obstacle::Unsure);
        without_marks(snapshot.text(), wanted, findings, Obstacle::MarkedUp);
        for hidden in [&snapshot.page.hidden, &snapshot.page.whole] {
            if hidden.len() <= MOST_BYTES && !absent(findings).is_empty() {
                let page = as_page(hidden).into_iter();
                take_back_in(page, wanted, findings, Obstacle::Hidden);
            }
        }
        return;
    }
    let otherwise = || doubts.otherwise.iter().cloned();
    if doubts.media == Media::Pdf {
        without_marks(snapshot.text(), wanted, findings, Obstacle::MarkedUp);
        take_back_in(otherwise(), wanted, findings, Obstacle::OutOfOrder);
        spaced_otherwise(snapshot, Spaces::All, wanted, findings);
        in_other_lines(snapshot, wanted, findings);
        return;
    }
    take_back_in(otherwise(), wanted, findings, Obstacle::MarkedUp);
    let whole = otherwise().next_back();
    let plain = whole.map(|text| Snapshot::of_text(String::new(), text));
    let plain = plain.as_ref().unwrap_or(snapshot);
    // Programs that read PDFs end each page with a form feed.
    let spaces = if plain.text().contains('\u{C}') {
        Spaces::OfReadPdf
    } else {
        Spaces::OfWideWords
    };
    spaced_otherwise(plain, spaces, wanted, findings);
    let left = without_marks(plain.text(), wanted, findings, Obstacle::MarkedUp);
    in_other_lines(plain, wanted, findings);
    if let Some(left) = left.filter(|_| !absent(findings).is_empty()) {
        in_other_lines(&Snapshot::of_text(String::new(), left), wanted, findings);
    }
}

/// Looks for absent quotes in a text without marks, and returns what is left of it without all of them.
fn without_marks(
    text: &str,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reason: Obstacle,
) -> Option<String> {
    let each = FORMS.iter().filter_map(|without_marks| without_marks(text));
    take_back_in(each, wanted, findings, reason);
    if absent(findings).is_empty() {
        return None;
    }
    let together = without_several(text);
    // Without those of one form it was read before.
    let several = together.iter().skip(1).cloned();
    take_back_in(several, wanted, findings, reason);
    let plain = without_form(text);
    amid_marks(plain.as_deref().unwrap_or(text), wanted, findings, reason);
    together.into_iter().next_back()
}

/// Looks for absent quotes over the ends of pages, and with the lines in another order.
fn in_other_lines(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    take_back_in(
        ways_on(snapshot.text()),
        wanted,
        findings,
        Obstacle::PageBreak,
    );
    out_of_order(snapshot, wanted, findings);
}

/// Looks for absent quotes in a text whatever some of its spaces.
fn spaced_otherwise(
    snapshot: &Snapshot,
    spaces: Spaces,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let left = absent(findings);
    let quotes = left.iter().map(|index| wanted[*index].text);
    let quotes: Vec<String> = quotes
        .map(|quote| Normalised::of(quote).text().to_owned())
        .collect();
    let stand = spaced::stand(snapshot.normal(), &quotes, spaces);
    let there = left.into_iter().zip(stand).filter(|(_, stands)| *stands);
    let there: Vec<usize> = there.map(|(index, _)| index).collect();
    take_back(findings, &there, Obstacle::BrokenWord, None);
}

/// Looks for absent quotes in the text with its lines in another order.
fn out_of_order(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    if absent(findings).is_empty() {
        return;
    }
    let columns = by_columns(snapshot.text());
    let read = columns.as_deref().and_then(in_order_of_reading);
    let turned = from_right_to_left(snapshot.text()).into_iter();
    let texts = turned.chain(without_line_numbers(snapshot.text()));
    let texts: Vec<String> = texts.chain(columns).chain(read).collect();
    take_back_in(
        texts.iter().cloned(),
        wanted,
        findings,
        Obstacle::OutOfOrder,
    );
    let texts = texts.iter().map(String::as_str);
    with_turned_ligatures(texts.chain([snapshot.text()]), wanted, findings);
    let left = absent(findings);
    let quotes: Vec<&str> = left.iter().map(|index| wanted[*index].text).collect();
    let stand = stand_over_gaps(snapshot.text(), &quotes);
    let there = left.into_iter().zip(stand).filter(|(_, stands)| *stands);
    let there: Vec<usize> = there.map(|(index, _)| index).collect();
    take_back(findings, &there, Obstacle::OutOfOrder, None);
    let has_lost = has_lost_letters(snapshot.text());
    if has_lost || has_scattered_letters(snapshot.text()) {
        let mut left = absent(findings);
        left.retain(|index| has_lost || wanted[*index].text.contains(is_right_to_left));
        take_back(findings, &left, Obstacle::OutOfOrder, None);
    }
}

/// Looks for absent quotes whatever the order of lam and alef, which programs turn around where a PDF sets
/// them as one letter.
fn with_turned_ligatures<'t>(
    texts: impl Iterator<Item = &'t str>,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let texts: Vec<String> = texts.filter_map(in_one_order).collect();
    if texts.is_empty() {
        return;
    }
    let quotes: Vec<Option<String>> = wanted
        .iter()
        .map(|wanted| in_one_order(wanted.text))
        .collect();
    let turned = wanted.iter().zip(&quotes);
    let turned: Vec<SoughtQuote<'_>> = turned
        .map(|(wanted, turned)| SoughtQuote {
            text: turned.as_deref().unwrap_or(wanted.text),
            ..*wanted
        })
        .collect();
    take_back_in(texts.into_iter(), &turned, findings, Obstacle::OutOfOrder);
}

/// Takes back that quotes are absent that stand in one of other texts.
fn take_back_in(
    texts: impl Iterator<Item = String>,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reason: Obstacle,
) {
    let mut left = absent(findings);
    let mut texts = texts;
    while !left.is_empty()
        && let Some(text) = texts.next()
    {
        let there = there(text, wanted, &left);
        take_back(findings, &there, reason, None);
        left = absent(findings);
    }
}

/// Returns which quotes stand in another text.
fn there(text: String, wanted: &[SoughtQuote<'_>], which: &[usize]) -> Vec<usize> {
    let sought: Vec<SoughtQuote<'_>> = which.iter().map(|index| wanted[*index]).collect();
    let found = search(&Snapshot::of_text(String::new(), text), &sought);
    let is_there = |found: &Finding| found.check.is_verified() || found.check == Check::Ambiguous;
    let there = which.iter().zip(found).filter(|(_, found)| is_there(found));
    there.map(|(index, _)| *index).collect()
}

/// Returns what a text is without the marks of the first form that it has, of the first two, and so on.
fn without_several(text: &str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for without_marks in FORMS {
        let last = texts.last().map_or(text, String::as_str);
        texts.extend(without_marks(last));
    }
    texts
}

/// Returns what a text shows as a page, if it may be one, be it escaped as JSON has it.
fn as_page(text: &str) -> Option<String> {
    let plain = edited(text, &edits(text, Media::Text));
    let may_be = plain.contains(['<', '&']);
    may_be.then(|| html::read(&plain).shown.text)
}

/// Returns a text without the times of subtitles, or the escapes of JSON.
pub(super) fn without_form(text: &str) -> Option<String> {
    let edits = edits(text, Media::Text);
    (!edits.is_empty()).then(|| edited(text, &edits))
}

/// Returns a text with the words whole that programs which read pictures of pages write over two lines, or that
/// calendars fold.
fn with_whole_words(text: &str) -> Option<String> {
    if text.starts_with("BEGIN:V") {
        return Some(text.replace('\r', "").replace("\n ", ""));
    }
    let has_cut = text.contains("¬\n") || text.contains("¬\r\n");
    has_cut.then(|| text.replace('\r', "").replace("¬\n", ""))
}

fn without_marks_of_markdown(text: &str) -> Option<String> {
    let has_marks = text.contains(['*', '_', '`', '#', '[', '\\']);
    has_marks.then(|| edited(text, &markdown(text)))
}

#[cfg(test)]
mod tests {
    use crate::evidence::tests::{MARKED_UP, look};
    use crate::model::Check;

    #[test]
    fn other_signs_for_hyphens_make_nothing_absent() {
        let text = "The council will not begin the works before the mo¬\nney has been found.";
        let quote = "the works before the money has been found";
        assert_eq!(look(text, quote), MARKED_UP);
        let misquote = "the works after the money has been found";
        assert_eq!(look(text, misquote).0, Check::Absent);
    }
}
