//! Finds elements of which style sheets hide the first line, or the first letter.

use super::super::look::{Display, Style};
use super::super::style::For;
use super::super::writer::First;
use super::Walker;

impl Walker<'_> {
    /// Says what of the first line of an element may be hidden. What stands in a line has no lines.
    pub(super) fn first(&self, id: usize, root: usize, style: &Style) -> Option<First> {
        if !matches!(style.display, Display::Block | Display::InlineBlock) {
            return None;
        }
        let hides = |part| self.styles.hides(part, id, root, style);
        let is_line = hides(For::FirstLine);
        (is_line || hides(For::FirstLetter)).then(|| First {
            from: self.writer.shown_so_far(),
            is_line,
        })
    }
}
