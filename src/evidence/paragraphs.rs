//! Finds the paragraphs of a snapshot's text.

use std::ops::Range;

/// A text is taken for wrapped if so many of ten lines are no longer than these characters, and none is
/// much longer.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 40..=100;

/// Returns the paragraphs, without the spaces around them. Where lines are wrapped, an empty line parts
/// them; else every line is one.
pub(crate) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let is_wrapped = is_wrapped(text);
    let (mut from, mut goes_on) = (0, false);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = from + (line.len() - line.trim_start().len());
        from += line.len();
        if words.is_empty() {
            goes_on = false;
            continue;
        }
        let end = start + words.len();
        match found.last_mut().filter(|_| goes_on && is_wrapped) {
            Some(last) => last.end = end,
            None => found.push(start..end),
        }
        goes_on = true;
    }
    found
}

/// Says whether lines are cut at a width: most that another follows have about the same length.
fn is_wrapped(text: &str) -> bool {
    let (mut followed, mut wide) = (0_usize, 0_usize);
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() || lines.peek().is_none_or(|next| next.is_empty()) {
            continue;
        }
        followed += 1;
        let length = line.chars().count();
        if length > *WRAPPED_LINE.end() {
            return false;
        }
        wide += usize::from(WRAPPED_LINE.contains(&length));
    }
    followed > 0 && wide * 10 >= followed * 7
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    fn of(text: &str) -> Vec<&str> {
        let ranges = paragraphs(text).into_iter();
        ranges.filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn every_line_is_a_paragraph_unless_lines_are_wrapped() {
        assert_eq!(of(" One. \nTwo.\n\n\nThree."), ["One.", "Two.", "Three."]);
        let wrapped = "The harbour board met on Tuesday evening and\ndecided to wait until the spring.\n\nNobody spoke.";
        assert_eq!(of(wrapped).len(), 2);
        assert!(of("").is_empty());
    }
}
