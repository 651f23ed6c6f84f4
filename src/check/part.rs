//! The place of a part of a text.

use std::ops::Range;

use crate::diagnostics::{Place, Span};
use crate::load::Text;

/// Places some bytes of a value in the input, where the same words stand in the same order.
///
/// An escape or a fold can keep the words from being found; then the whole value is the place.
pub(super) fn part(text: &str, of: &Text, range: Range<usize>) -> Place {
    let Place::At(span) = of.place else {
        return of.place;
    };
    match find(text, of, span, range) {
        Some(span) => Place::At(span),
        None => of.place,
    }
}

fn find(text: &str, of: &Text, span: Span, range: Range<usize>) -> Option<Span> {
    let words = of.get(range.clone()).filter(|words| !words.is_empty())?;
    let nth = of
        .match_indices(words)
        .position(|(at, _)| at == range.start)?;
    let (at, _) = text.get(span.range())?.match_indices(words).nth(nth)?;
    Some(Span::new(span.start + at, span.start + at + words.len()))
}

#[cfg(test)]
mod tests {
    use super::part;
    use crate::diagnostics::{Place, Span};
    use crate::load::Text;

    #[test]
    fn the_same_occurrence_is_found_in_the_input() {
        let text = "a: 'it''s b and b'";
        let of = |place| Text {
            value: "it's b and b".to_owned(),
            place,
        };
        let whole = Place::At(Span::new(3, text.len()));
        assert_eq!(
            part(text, &of(whole), 11..12),
            Place::At(Span::new(16, 17)),
            "the second b"
        );
        assert_eq!(part(text, &of(whole), 0..4), whole, "an escape in between");
        assert_eq!(part(text, &of(Place::StandIn), 0..1), Place::StandIn);
    }
}
