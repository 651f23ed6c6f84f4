//! Keeps what was done about a slip, and finds places before it.

use crate::diagnostics::Span;

/// What was done about a slip.
pub(super) struct Step {
    /// Which bytes of the text were written otherwise, in their order, and which are there now.
    pub(super) edits: Vec<(Span, Span)>,
    /// Lines of the text as it was, of which it is not sure what belongs to what.
    pub(super) guessed: Vec<Span>,
    /// Whether the words of these are not sure either.
    pub(super) is_doubtful: bool,
    /// Values of the text as it was, which are not free text: nobody knows which id, number or word is meant,
    /// and so not what follows from it.
    pub(super) unread: Vec<Span>,
}

impl Step {
    /// Returns where a byte stood before the edits.
    pub(super) fn byte_before(&self, byte: usize) -> usize {
        let before = self.edits.partition_point(|(_, new)| new.start < byte);
        let last = before.checked_sub(1).and_then(|last| self.edits.get(last));
        match last {
            Some((old, new)) if byte < new.end => {
                old.start + (byte - new.start).min(old.end - old.start)
            }
            Some((old, new)) => old.end + (byte - new.end),
            None => byte,
        }
    }
}

/// Returns which bytes edits replace, which are in order, and which they make.
pub(super) fn places(edits: &[(Span, String)]) -> Vec<(Span, Span)> {
    let (mut old, mut new) = (0, 0);
    let places = edits.iter().map(|(span, with)| {
        let start = new + (span.start - old);
        (old, new) = (span.end, start + with.len());
        (*span, Span::new(start, new))
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::{Step, places};
    use crate::diagnostics::Span;

    /// Each place of a text is asked for, and there may be as many edits.
    #[test]
    fn places_are_found_before_all_edits() {
        let edits: Vec<_> = (1..=1_000)
            .map(|number| (Span::new(number * 2, number * 2), " ".to_owned()))
            .collect();
        let step = Step {
            edits: places(&edits),
            guessed: Vec::new(),
            is_doubtful: false,
            unread: Vec::new(),
        };
        for number in 0..1_000 {
            assert_eq!(step.byte_before(number * 3), number * 2);
            assert_eq!(step.byte_before(number * 3 + 1), number * 2 + 1);
        }
    }
}
