//! Where sentences end.

use crate::check::english::{self, is_sentence_opener};
use crate::check::markdown::CITATION;
use crate::check::ukrainian;

/// Returns where sentences end, closing marks and citations after the end mark included; the last
/// is the end of the text.
pub(super) fn ends(flat: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = flat.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_end_mark(c) {
            continue;
        }
        let run = flat.get(at..).unwrap_or_default();
        let run = run.len() - run.trim_start_matches(is_end_mark).len();
        let (end, rest) = close(flat, at + run);
        while chars.next_if(|(next, _)| *next < end).is_some() {}
        if goes_on(flat, at, run, end, rest) {
            continue;
        }
        if rest.trim().is_empty() {
            break;
        }
        ends.push(end);
    }
    ends.push(flat.len());
    ends
}

fn is_end_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।')
}

/// Goes past closing marks and citations after an end mark.
fn close(flat: &str, from: usize) -> (usize, &str) {
    let rest = flat.get(from..).unwrap_or_default();
    let closing = |c: char| matches!(c, '”' | '"' | '’' | '\'' | '»' | ')' | ']' | '“' | '«');
    let mut left = rest.trim_start_matches(closing);
    while let Some(after) = left.trim_start().strip_prefix(CITATION) {
        left = after.trim_start_matches(closing);
    }
    (flat.len() - left.len(), left)
}

/// Says whether the sentence goes on after an end mark.
fn goes_on(flat: &str, mark: usize, run: usize, end: usize, rest: &str) -> bool {
    let cited = flat
        .get(mark..end)
        .is_some_and(|closing| closing.contains(CITATION));
    let wide = flat
        .get(mark..)
        .is_some_and(|text| text.starts_with(['。', '！', '？']));
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) && !cited && !wide {
        return true;
    }
    let next = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    let before = flat.get(..mark).unwrap_or_default();
    let stop = run == 1 && flat.get(mark..).is_some_and(|text| text.starts_with('.'));
    if !stop || cited || rest.is_empty() {
        return false;
    }
    match english::abbreviation(before).or_else(|| ukrainian::abbreviation(before)) {
        None => false,
        Some(english::Abbreviation::Title) => true,
        Some(english::Abbreviation::Number) => next.starts_with(|c: char| c.is_ascii_digit()),
        Some(english::Abbreviation::Other) => {
            let word = next
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            !is_sentence_opener(word)
        }
    }
}
