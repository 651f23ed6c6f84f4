//! The lines of the input that a diagnostic shows, cut to a width and fit for a terminal.

use std::ops::Range;

use super::wording::printable_characters;
use super::{Diagnostic, LineColumn, LineIndex, Span};

/// How many characters of a line are shown at most.
const WIDTH: usize = 100;
/// How many characters of a cut line stand before the place at fault.
const LEAD: usize = 30;
/// Places at most this many lines apart share an excerpt.
const NEAR: usize = 4;

/// A place to underline, in the input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark<'a> {
    pub(super) span: Span,
    pub(super) label: &'a str,
    pub(super) primary: bool,
}

/// A place to underline, in the excerpt's own text.
#[derive(Debug, PartialEq)]
pub(super) struct Underline<'a> {
    pub(super) range: Range<usize>,
    pub(super) label: &'a str,
    pub(super) primary: bool,
}

/// Some consecutive lines of the input and what is underlined in them.
#[derive(Debug)]
pub(super) struct Excerpt<'a> {
    /// Where the first mark begins, or the primary one.
    pub(super) at: LineColumn,
    pub(super) first_line: usize,
    pub(super) text: String,
    pub(super) underlines: Vec<Underline<'a>>,
}

/// Returns the places of a diagnostic that can be underlined, the primary one first.
pub(super) fn marks(diagnostic: &Diagnostic) -> Vec<Mark<'_>> {
    diagnostic
        .labels()
        .enumerate()
        .filter_map(|(number, label)| {
            Some(Mark {
                span: label.place.span()?,
                label: &label.text,
                primary: number == 0,
            })
        })
        .collect()
}

/// Takes the lines of all marks out of the input; the excerpt of the primary mark comes first.
pub(super) fn excerpts<'a>(index: &LineIndex<'_>, marks: &[Mark<'a>]) -> Vec<Excerpt<'a>> {
    let mut groups: Vec<Vec<(LineColumn, Mark<'a>)>> = Vec::new();
    let mut placed: Vec<_> = marks
        .iter()
        .map(|mark| (index.line_column(mark.span.start), *mark))
        .collect();
    placed.sort_by_key(|(at, mark)| (at.line, at.column, !mark.primary));
    for (at, mark) in placed {
        match groups.last_mut() {
            Some(group)
                if group
                    .last()
                    .is_some_and(|(before, _)| at.line - before.line <= NEAR) =>
            {
                group.push((at, mark));
            }
            _ => groups.push(vec![(at, mark)]),
        }
    }
    groups.sort_by_key(|group| !group.iter().any(|(_, mark)| mark.primary));
    groups
        .iter()
        .filter_map(|group| excerpt(index, group))
        .collect()
}

fn excerpt<'a>(index: &LineIndex<'_>, group: &[(LineColumn, Mark<'a>)]) -> Option<Excerpt<'a>> {
    let first_line = group.first()?.0.line;
    let last_line = group.last()?.0.line;
    let at = group
        .iter()
        .find(|(_, mark)| mark.primary)
        .or(group.first())?
        .0;
    let mut text = String::new();
    let mut underlines = Vec::with_capacity(group.len());
    for line in first_line..=last_line {
        let marks: Vec<_> = group
            .iter()
            .filter(|(at, _)| at.line == line)
            .map(|(_, mark)| *mark)
            .collect();
        append_line(&mut text, &mut underlines, index, line, &marks);
    }
    Some(Excerpt {
        at,
        first_line,
        text,
        underlines,
    })
}

/// Appends one line and its underlines; a mark that goes on to further lines ends with this one.
#[expect(clippy::string_slice, reason = "the span of a line of the text")]
fn append_line<'a>(
    text: &mut String,
    underlines: &mut Vec<Underline<'a>>,
    index: &LineIndex<'_>,
    line: usize,
    marks: &[Mark<'a>],
) {
    let span = index.line_span(line);
    let content = &index.text()[span.range()];
    let focus = marks
        .iter()
        .find(|mark| mark.primary)
        .or(marks.first())
        .map_or(0, |mark| mark.span.start.saturating_sub(span.start));
    let cut = Cut::around(content, focus);
    let base = text.len();
    let map = cut.append_to(text);
    for mark in marks {
        let start = mark.span.start.saturating_sub(span.start);
        let end = mark.span.end.saturating_sub(span.start);
        let end = end.min(content.trim_end().len().max(start));
        underlines.push(Underline {
            range: base + map.of(start)..base + map.of_end(end),
            label: mark.label,
            primary: mark.primary,
        });
    }
    text.push('\n');
}

/// A stretch of a line that is short enough to be shown.
struct Cut<'a> {
    content: &'a str,
    before: bool,
    after: bool,
    start: usize,
}

impl<'a> Cut<'a> {
    fn around(line: &'a str, focus: usize) -> Self {
        let focus = line.floor_char_boundary(focus);
        let (head, _) = line.split_at(focus);
        let fits = line.char_indices().nth(WIDTH).is_none();
        let start = if fits || head.chars().count() + LEAD < WIDTH {
            0
        } else {
            head.char_indices()
                .rev()
                .nth(LEAD)
                .map_or(0, |(byte, _)| byte)
        };
        let (_, rest) = line.split_at(start);
        let length = rest
            .char_indices()
            .nth(WIDTH)
            .map_or(rest.len(), |(byte, _)| byte);
        Self {
            content: rest.split_at(length).0,
            before: start > 0,
            after: length < rest.len(),
            start,
        }
    }

    /// Appends the stretch and returns the way from the line's bytes to those appended.
    fn append_to(&self, text: &mut String) -> ByteMap {
        let base = text.len();
        if self.before {
            text.push('…');
        }
        let mut pairs = Vec::new();
        for (byte, char) in printable_characters(self.content) {
            pairs.push((self.start + byte, text.len() - base));
            text.push(char);
        }
        pairs.push((self.start + self.content.len(), text.len() - base));
        if self.after {
            text.push('…');
        }
        ByteMap(pairs)
    }
}

/// Pairs of bytes in the line and in its shown stretch, one for each character and one for the end.
struct ByteMap(Vec<(usize, usize)>);

impl ByteMap {
    /// Returns where the character with that byte is shown; one cut off is shown at the edge.
    fn of(&self, byte: usize) -> usize {
        let after = self.0.partition_point(|(from, _)| *from <= byte);
        self.shown(after.saturating_sub(1))
    }

    /// Returns where an end is shown: one inside a character goes to its end.
    fn of_end(&self, byte: usize) -> usize {
        let before = self.0.partition_point(|(from, _)| *from < byte);
        self.shown(before.min(self.0.len().saturating_sub(1)))
    }

    fn shown(&self, index: usize) -> usize {
        self.0.get(index).map_or(0, |(_, to)| *to)
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, LineIndex, Mark, Span, excerpts};

    fn mark(start: usize, end: usize) -> Mark<'static> {
        Mark {
            span: Span::new(start, end),
            label: "",
            primary: true,
        }
    }

    fn only<'a>(text: &str, mark: Mark<'a>) -> Excerpt<'a> {
        let mut all = excerpts(&LineIndex::new(text), &[mark]);
        assert_eq!(all.len(), 1);
        all.remove(0)
    }

    fn underlined(text: &str, start: usize, end: usize) -> String {
        let excerpt = only(text, mark(start, end));
        let range = excerpt.underlines[0].range.clone();
        excerpt.text.get(range).unwrap().to_owned()
    }

    #[test]
    fn a_span_over_lines_ends_with_its_first_line() {
        assert_eq!(underlined("a: |  \n  b\n  c\n", 3, 12), "|");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}fault{}", "x".repeat(5000), "y".repeat(5000));
        let excerpt = only(&text, mark(5000, 5005));
        assert!(excerpt.text.chars().count() < 110);
        assert_eq!(excerpt.at.column, 5001);
        assert_eq!(underlined(&text, 5000, 5005), "fault");
    }

    #[test]
    fn replaced_characters_keep_the_underline_in_place() {
        assert_eq!(underlined("\u{1b}\u{202e}é fault", 7, 12), "fault");
    }

    #[test]
    fn a_span_inside_a_character_covers_the_character() {
        assert_eq!(underlined("aéb", 2, 3), "é");
        assert_eq!(underlined("a😀b", 2, 3), "😀");
    }

    #[test]
    fn spans_past_the_end_are_shown_at_the_end() {
        let excerpt = only("ab", mark(90, 99));
        assert_eq!(excerpt.underlines[0].range, 2..2);
        let excerpt = only("", mark(0, 4));
        assert_eq!(excerpt.underlines[0].range, 0..0);
    }

    #[test]
    fn far_places_stand_apart_and_the_primary_one_comes_first() {
        let text = "a\n".repeat(50);
        let second = Mark {
            primary: false,
            ..mark(0, 1)
        };
        let both = [second, mark(80, 81)];
        let lines: Vec<_> = excerpts(&LineIndex::new(&text), &both)
            .iter()
            .map(|excerpt| excerpt.first_line)
            .collect();
        assert_eq!(lines, [41, 1]);
    }
}
