//! Finds elements of which style sheets hide the first line, or the first letter, or show that in other letters.

use super::super::look::{Display, Style};
use super::super::style::For;
use super::super::writer::First;
use super::Walker;

impl Walker<'_> {
    /// Says what of the first line of an element may be hidden, or is shown otherwise. What stands in a line
    /// has no lines.
    pub(super) fn first(&self, id: usize, root: usize, style: &Style) -> Option<First> {
        if !matches!(style.display, Display::Block | Display::InlineBlock) {
            return None;
        }
        let hides = |part| self.styles.hides(part, id, root, style);
        let is_line = hides(For::FirstLine);
        let may_be_hidden = is_line || hides(For::FirstLetter);
        let letter = self.styles.drawn(For::FirstLetter, id, root, style);
        let case = letter.map(|letter| letter.case);
        let case = case.filter(|case| *case != style.case && !may_be_hidden);
        (may_be_hidden || case.is_some()).then(|| First {
            from: self.writer.shown_so_far(),
            is_line,
            case,
        })
    }
}
