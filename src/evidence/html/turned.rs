//! Finds letters that are shown turned around.

use std::ops::Range;

/// Says whether a letter is written from right to left.
fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Says whether a text is turned around where all of it is set in one direction.
pub(super) fn is_turned(text: &str, from_right: bool) -> bool {
    let is_other = |c: char| c.is_alphanumeric() && is_from_right(c) != from_right;
    text.chars().any(is_other)
}

/// Returns what the marks of a text set in one direction, up to the end of its line, and turn around.
pub(super) fn turned(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(at) = text
        .get(from..)
        .and_then(|rest| rest.find(['\u{202D}', '\u{202E}']))
    {
        let start = from + at;
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find(['\u{202C}', '\n']).unwrap_or(rest.len());
        let inside = rest.get(..end).unwrap_or_default();
        if is_turned(inside, inside.starts_with('\u{202E}')) {
            ranges.push(start..start + end);
        }
        from = start + end.max('\u{202E}'.len_utf8());
    }
    ranges
}

/// Returns a text with some ranges of it as they are shown, turned around: those beside each other as one.
pub(in super::super) fn as_turned(text: &str, ranges: &[Range<usize>]) -> Option<String> {
    let (mut turned, mut from) = (String::new(), 0);
    let mut ranges = ranges.iter().peekable();
    while let Some(at) = ranges.next() {
        let mut end = at.end;
        let is_gap = |gap: &str| gap.chars().all(|c| c == ' ');
        while let Some(next) = ranges.next_if(|next| text.get(end..next.start).is_some_and(is_gap))
        {
            end = next.end;
        }
        turned.push_str(text.get(from..at.start)?);
        let shown = text.get(at.start..end)?.chars().rev();
        turned.extend(shown.filter(|c| !('\u{202A}'..='\u{202E}').contains(c)));
        from = end;
    }
    turned.push_str(text.get(from..)?);
    (from > 0).then_some(turned)
}

/// Adds ranges to others; all are in order then, and apart.
pub(super) fn add(ranges: &mut Vec<Range<usize>>, more: Vec<Range<usize>>) {
    if more.is_empty() {
        return;
    }
    ranges.extend(more);
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, last| {
        let is_in = next.start <= last.end;
        if is_in {
            last.end = last.end.max(next.end);
        }
        is_in
    });
}

#[cfg(test)]
mod tests {
    use super::{add, turned};

    #[test]
    fn letters_that_marks_turn_around_are_found() {
        let places = |text: &str| -> Vec<(usize, usize)> {
            let ranges = turned(text).into_iter();
            ranges.map(|range| (range.start, range.end)).collect()
        };
        assert_eq!(places("We \u{202E}lliw\u{202C} go"), [(3, 10)]);
        assert_eq!(places("We \u{202E}lliw\ngo"), [(3, 10)]);
        assert_eq!(places("\u{202D}שלום"), [(0, 11)]);
        for level in [
            "We \u{202D}will\u{202C} go",
            "\u{202E}שלום",
            "\u{202E}\u{202C}a",
            "We",
        ] {
            assert_eq!(places(level), [], "{level}");
        }
    }

    #[test]
    fn ranges_stay_in_order() {
        let mut ranges = vec![0..3, 8..9];
        add(&mut ranges, vec![2..5, 20..21]);
        assert_eq!(ranges, [0..5, 8..9, 20..21]);
    }
}
