//! Finds the paragraphs of a snapshot's text.

use std::ops::Range;

/// A text is taken for wrapped if so many of ten lines are no longer than these characters, and none is
/// much longer.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 40..=100;

/// A text is taken for set in lines, as PDFs are, if its longest line has so many characters.
const SET_WIDTH: std::ops::RangeInclusive<usize> = 40..=140;

/// Returns the paragraphs, without the spaces around them. Where lines are wrapped, an empty line parts
/// them; where a text is set in lines and empty ones do not part them, a line that ends early; else every
/// line is one.
pub(crate) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let width = set_width(text);
    let is_wrapped = width.is_none() && is_wrapped(text);
    let (mut from, mut before) = (0, "");
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = from + (line.len() - line.trim_start().len());
        from += line.len();
        let goes_on = !before.is_empty()
            && (is_wrapped || width.is_some_and(|width| is_full(before, words, width)));
        before = words;
        if words.is_empty() {
            continue;
        }
        let end = start + words.len();
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = end,
            None => found.push(start..end),
        }
    }
    found
}

/// Returns how many characters the lines of a text have that is set in lines, with none between its
/// paragraphs: most of its long lines are cut within a sentence.
fn set_width(text: &str) -> Option<usize> {
    let (mut lines, mut blocks, mut width, mut is_within) = (0_usize, 0_usize, 0_usize, false);
    for line in text.lines().map(str::trim) {
        blocks += usize::from(!line.is_empty() && !is_within);
        is_within = !line.is_empty();
        lines += usize::from(is_within);
        // An address at the foot of a page may be longer.
        if line.contains(' ') {
            width = width.max(line.chars().count());
        }
    }
    let is_long = |line: &&str| line.chars().count() * 10 >= width * 7;
    let long = text.lines().map(str::trim).filter(is_long);
    let (cut, ended) = long.partition::<Vec<_>, _>(|line| !is_ended(line));
    let is_set = SET_WIDTH.contains(&width) && lines >= blocks * 4 && cut.len() >= ended.len();
    (is_set && cut.len() > 1).then_some(width)
}

/// Says whether the first word of the next line had no room in a line: in letters that differ in width,
/// nearly none.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    let room = if is_ended(line) { 95 } else { 85 };
    (line.chars().count() + 1 + word.chars().count()) * 100 > width * room
}

fn is_ended(line: &str) -> bool {
    let line = line.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']']);
    line.ends_with(['.', '!', '?', '…', ':'])
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

    #[test]
    fn in_a_text_set_in_lines_one_that_ends_early_ends_a_paragraph() {
        // As PDFs are read: no empty line stands between paragraphs.
        let set = "Harbour to be widened\n12 May 2026\n\
            The harbour board met on Tuesday evening and has\n\
            decided to wait until the spring. “We have asked\n\
            for a date in writing,” said Ada Okafor.\n\
            Her deputy was less certain, and told members of\n\
            the cooperative that money was not the question.\n\
            “Time is the question,” he said.\n1/1";
        let paragraphs = of(set);
        assert_eq!(paragraphs.len(), 5, "{paragraphs:?}");
        assert!(paragraphs[2].starts_with("The harbour") && paragraphs[2].ends_with("Okafor."));
        assert!(paragraphs[3].starts_with("Her deputy") && paragraphs[3].ends_with("he said."));
        // A line for each paragraph, however alike in length.
        let lines = "The harbour board met on Tuesday evening, and again on Thursday, for three hours and a half in the old town hall.\n\
            The council did not meet until Thursday, and has had nothing to say of the harbour or of anything else since then.\n\
            Nobody else has said a word about it, neither those who own boats nor those who would like to have one of them.\n\
            “It is late,” said Ada Okafor.";
        assert_eq!(of(lines).len(), 4);
    }
}
