//! Places in the document's frame that are filled after it is rendered.
//!
//! The style sheet, the body and the data are large, and done before the frame: they are put in as they
//! are, and not copied through the template engine.

use serde::{Serialize, Serializer};

/// What a place in the frame is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// The style sheet.
    Style,
    /// The body.
    Body,
    /// The brief as data.
    Data,
}

impl Slot {
    const ALL: [Self; 3] = [Self::Style, Self::Body, Self::Data];

    /// Returns what holds the place. No text of a brief has a NUL, so none can be taken for it.
    fn mark(self) -> &'static str {
        match self {
            Self::Style => "\0style\0",
            Self::Body => "\0body\0",
            Self::Data => "\0data\0",
        }
    }
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.mark())
    }
}

/// Fills every place of a frame.
pub(super) fn fill<'a>(frame: &str, content: impl Fn(Slot) -> &'a str) -> String {
    let room: usize = Slot::ALL.iter().map(|slot| content(*slot).len()).sum();
    let mut page = String::with_capacity(frame.len() + room);
    let mut rest = frame;
    while let Some((at, slot)) = next(rest) {
        let (before, from) = rest.split_at(at);
        page.push_str(before);
        page.push_str(content(slot));
        rest = from.strip_prefix(slot.mark()).unwrap_or_default();
    }
    page.push_str(rest);
    page
}

fn next(text: &str) -> Option<(usize, Slot)> {
    Slot::ALL
        .into_iter()
        .filter_map(|slot| text.find(slot.mark()).map(|at| (at, slot)))
        .min_by_key(|(at, _)| *at)
}

#[cfg(test)]
mod tests {
    use super::{Slot, fill};

    #[test]
    fn places_are_filled_wherever_a_template_puts_them() {
        let content = |slot| match slot {
            Slot::Style => "S",
            Slot::Body => "B",
            Slot::Data => "D",
        };
        assert_eq!(fill("a\0style\0b\0body\0c", content), "aSbBc");
        assert_eq!(fill("\0body\0\0style\0\0body\0", content), "BSB");
        assert_eq!(fill("\0data\0", content), "D");
        assert_eq!(fill("none", content), "none");
    }
}
