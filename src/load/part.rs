//! Finds the place of a part of a text.

use std::ops::Range;

use super::values::Text;
use crate::diagnostics::{Place, Span};

/// Returns the place of a part of a text, given as bytes of its value.
///
/// What the input has may differ from the value: escapes, folded lines, indentation. So the part is
/// looked for in what is written, and counted if it occurs several times; where it is not written as
/// it reads, the place is that of the whole text.
pub fn part(input: &str, text: &Text, range: Range<usize>) -> Place {
    find(input, text, range).map_or(text.place, Place::At)
}

fn find(input: &str, text: &Text, range: Range<usize>) -> Option<Span> {
    let whole = text.place.span()?;
    let raw = input.get(whole.range())?;
    let wanted = text.value.get(range.clone())?;
    if wanted.is_empty() {
        return None;
    }
    let starts = |hay: &str| -> usize { occurrences(hay, wanted).count() };
    if starts(raw) != starts(&text.value) {
        return None;
    }
    let before = occurrences(&text.value, wanted)
        .take_while(|at| *at < range.start)
        .count();
    let start = whole.start + occurrences(raw, wanted).nth(before)?;
    Some(Span::new(start, start + wanted.len()))
}

/// Finds a text in another, overlapping occurrences included.
fn occurrences<'a>(hay: &'a str, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + hay.get(from..)?.find(wanted)?;
        let step = hay.get(at..)?.chars().next()?.len_utf8();
        from = at + step;
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{Place, Span, Text, part};

    fn text(value: &str, start: usize, end: usize) -> Text {
        Text {
            value: value.to_owned(),
            place: Place::At(Span::new(start, end)),
        }
    }

    #[test]
    fn the_same_occurrence_is_found() {
        let input = "says: a, a and a";
        let says = text("a, a and a", 6, 16);
        assert_eq!(part(input, &says, 3..4), Place::At(Span::new(9, 10)));
        assert_eq!(part(input, &says, 5..8), Place::At(Span::new(11, 14)));
    }

    #[test]
    fn parts_of_folded_texts_are_found_in_their_line() {
        let input = "says: >-\n  one two\n  three";
        let says = text("one two three", 11, 26);
        assert_eq!(part(input, &says, 8..13), Place::At(Span::new(21, 26)));
        assert_eq!(part(input, &says, 4..13), says.place);
    }

    #[test]
    fn what_is_written_otherwise_has_the_place_of_the_whole() {
        let input = r#"says: "\x61 a""#;
        let says = text("a a", 6, 14);
        assert_eq!(part(input, &says, 0..1), says.place);
        assert_eq!(part(input, &says, 0..9), says.place);
        assert_eq!(part(input, &says, 1..1), says.place);
    }
}
