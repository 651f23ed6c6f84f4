//! Tells a headline's words from the claims that it cites, `[@id]`.

use std::ops::Range;

/// Cuts the marks out of a headline: returns its words, and where the marks stand. One that does not
/// end goes to the end.
pub(super) fn marks(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut words, mut marks) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, from_ids)) = rest.split_once("[@") {
        let start = text.len() - from_ids.len() - "[@".len();
        let behind = from_ids.split_once(']').map_or("", |(_, behind)| behind);
        words.push_str(before.trim_end());
        marks.push(start..text.len() - behind.len());
        rest = behind;
    }
    words.push_str(rest);
    (words, marks)
}

/// Returns the ids that a headline cites.
pub(super) fn cited(text: &str) -> Vec<&str> {
    let marks = marks(text).1.into_iter();
    let marks = marks.filter_map(|mark| text.get(mark));
    let ids = marks.flat_map(|mark| mark.trim_matches(['[', ']']).split([';', ',']));
    ids.map(|id| id.trim().trim_start_matches('@')).collect()
}
