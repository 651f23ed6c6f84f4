//! Reads columns that stand side by side one after the other, where a program that reads PDFs kept them in their places:
//! a text may go on from the foot of one at the head of the next.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::characters::{is_nothing, is_right_to_left};

/// A page has so many lines, and a column so many characters, at least.
const FEWEST_LINES: usize = 6;
const NARROWEST: usize = 10;
/// Between columns are so many spaces, in all lines but one of so many.
const GAP: usize = 2;
const LINES_FOR_EACH_ACROSS: usize = 12;
/// One of so many lines has words in a column.
const LINES_FOR_EACH_IN_COLUMN: usize = 4;

/// Returns a text with its columns one after the other, page by page; nothing, if it has none.
pub(in crate::evidence) fn by_columns(text: &str) -> Option<String> {
    let is_turned = text.contains(is_right_to_left);
    let mut read = String::with_capacity(text.len());
    let mut has_columns = false;
    for page in text.split('\u{C}') {
        let lines: Vec<Line<'_>> = page.lines().map(Line::of).collect();
        let gaps = gaps(&lines);
        has_columns |= !gaps.is_empty();
        write(&mut read, &lines, &gaps, is_turned);
    }
    has_columns.then_some(read)
}

/// A line, and which of its bytes stands in which place of it.
struct Line<'t> {
    text: &'t str,
    places: Vec<usize>,
}

impl<'t> Line<'t> {
    fn of(text: &'t str) -> Self {
        let has_place = |(_, c): &(usize, char)| !is_combining_mark(*c) && !is_nothing(*c);
        let places = text.char_indices().filter(has_place).map(|(at, _)| at);
        Self {
            text,
            places: places.collect(),
        }
    }

    fn is_blank_at(&self, place: usize) -> bool {
        let rest = self.places.get(place).and_then(|at| self.text.get(*at..));
        rest.is_none_or(|rest| rest.starts_with(char::is_whitespace))
    }

    /// Returns its parts between gaps; nothing, if it runs over one.
    fn parts(&self, gaps: &[Range<usize>]) -> Option<Vec<&'t str>> {
        let mut parts = Vec::with_capacity(gaps.len() + 1);
        let mut from = 0;
        for gap in gaps {
            let blank = gap.clone().find(|place| self.is_blank_at(*place))?;
            let end = self.places.get(blank).copied().unwrap_or(self.text.len());
            parts.push(self.text.get(from..end)?);
            from = end;
        }
        parts.push(self.text.get(from..)?);
        Some(parts)
    }
}

/// Finds the gaps between the columns of a page.
fn gaps(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let width = lines.iter().map(|line| line.places.len()).max();
    let mut covered = vec![0_usize; width.unwrap_or_default()];
    let written = lines.iter().filter(|line| !line.text.trim().is_empty());
    let rows = written.clone().count();
    for line in written {
        for (place, count) in covered.iter_mut().enumerate().take(line.places.len()) {
            *count += usize::from(!line.is_blank_at(place));
        }
    }
    if rows < FEWEST_LINES {
        return Vec::new();
    }
    let is_gap = |count: &usize| *count <= rows / LINES_FOR_EACH_ACROSS;
    let has_words = |places: Range<usize>| {
        let most = covered.get(places).and_then(|part| part.iter().max());
        most.is_some_and(|most| most * LINES_FOR_EACH_IN_COLUMN >= rows)
    };
    let (mut found, mut from, mut place) = (Vec::<Range<usize>>::new(), 0, 0);
    for run in covered.chunk_by(|one, next| is_gap(one) == is_gap(next)) {
        let at = place..place + run.len();
        place = at.end;
        let is_wide = at.start >= from + NARROWEST && at.len() >= GAP;
        if run.first().is_some_and(is_gap) && is_wide && has_words(from..at.start) {
            from = at.end;
            found.push(at);
        }
    }
    // What follows the last gap is a column, too, or that is the edge of the page.
    if !has_words(from..covered.len()) || covered.len() < from + NARROWEST {
        found.pop();
    }
    found
}

/// Writes the columns of a page; a line that runs over a gap ends those above it.
fn write(to: &mut String, lines: &[Line<'_>], gaps: &[Range<usize>], is_turned: bool) {
    let mut columns = vec![String::new(); gaps.len() + 1];
    if is_turned {
        columns.reverse();
    }
    let mut end = |columns: &mut Vec<String>| {
        for column in &mut *columns {
            to.push_str(&std::mem::take(column));
        }
    };
    for line in lines {
        let Some(mut parts) = line.parts(gaps) else {
            end(&mut columns);
            columns[0].extend([line.text, "\n"]);
            end(&mut columns);
            continue;
        };
        if is_turned {
            parts.reverse();
        }
        for (column, part) in columns.iter_mut().zip(parts) {
            column.extend([part.trim(), "\n"]);
        }
    }
    end(&mut columns);
}

#[cfg(test)]
mod tests {
    use super::by_columns;
    use crate::evidence::tests::look;
    use crate::model::{Check, Obstacle};

    /// As `pdftotext -layout` writes it.
    const TEXT: &str = "The quay and the winter\n\
        The council met on Monday     not begin the works at\n\
        and heard the engineers,      the quay before the\n\
        who asked for more time       winter is over, and the\n\
        to measure the cracks.        crews were told so by\n\
        Those are in two towers       letter.\n\
        of four. It said that\n\
        the town will certainly       The ferry goes on.\n";

    #[test]
    fn a_text_that_goes_on_in_the_next_column_is_not_absent() {
        let out_of_order = (Check::CannotCheck, Some(Obstacle::OutOfOrder));
        let quote =
            "the town will certainly not begin the works at the quay before the winter is over";
        assert_eq!(look(TEXT, quote), out_of_order);
        for misquote in [
            "the town will certainly begin the works at the quay before the winter is over",
            "the town will certainly not begin the works at the quay after the winter is over",
        ] {
            assert_eq!(look(TEXT, misquote).0, Check::Absent, "{misquote}");
        }
        let hebrew = "   יום שני כי היא לא תתחיל             המועצה שומעת היום את\n\
            \x20    בעבודות ברציף המזרחי              המהנדסים אשר ביקשו זמן\n\
            \x20         לפני סוף החורף              ואמרו כי הסדקים נמצאים\n\
            \x20      והודיעה על כך היום              בשני מגדלים מן הארבעה\n\
            \x20         במכתב לכל אחד              והמועצה הודיעה בעיר כי\n\
            \x20          מן הדייגים כי               ראש העיר הודיעה ביום\n";
        let quote = "ראש העיר הודיעה ביום יום שני כי היא לא תתחיל בעבודות";
        assert_eq!(look(hebrew, quote), out_of_order);
    }

    #[test]
    fn a_text_without_columns_has_none() {
        for text in [
            "",
            "A line\nof words.\n",
            &"We will begin the works in the spring.\n".repeat(20),
            &"name          12\n".repeat(3),
        ] {
            assert_eq!(by_columns(text), None, "{text}");
        }
    }
}
