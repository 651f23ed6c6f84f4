//! Finds elements of which style sheets hide the first line, or the first letter, or show that in another way.

use super::super::firsts::{First, Part};
use super::super::look::{Display, Gap, Style};
use super::super::style::For;
use super::super::tree::Node;
use super::Walker;

/// Fields whose words stand in lines of their own.
const LINED: &[&str] = &["button", "input", "textarea"];

impl Walker<'_> {
    /// Says what of the first line of an element may be hidden, or is shown otherwise. What stands in a line
    /// has no lines, unless it stands aside.
    pub(super) fn first(&self, id: usize, root: usize, style: &Style) -> Option<First> {
        let node = &self.tree.nodes[id];
        let mut first = First {
            from: self.writer.shown_so_far(),
            is_aside: style.is_aside,
            is_drawing: node.is_drawing() || style.is_aside && style.display == Display::Block,
            line: Part::default(),
            letter: Part::default(),
        };
        if has_lines(node, style) {
            first.line = self.part(For::FirstLine, id, root, style);
            first.letter = self.part(For::FirstLetter, id, root, style);
        }
        let is_drawn = [first.line, first.letter] != [Part::default(); 2];
        (first.is_aside || first.is_drawing || is_drawn).then_some(first)
    }

    fn part(&self, part: For, id: usize, root: usize, style: &Style) -> Part {
        let drawn = self.styles.drawn(part, id, root, style);
        drawn.map_or_else(Part::default, |drawn| Part {
            // What the element hides of itself, others in it may show.
            may_be_hidden: part.may_be_hidden(&drawn) && !part.may_be_hidden(style),
            case: Some(drawn.case).filter(|case| *case != style.case),
            is_apart: drawn.raised.is_some() || drawn.gaps[1] == Some(Gap::Surely),
        })
    }
}

fn has_lines(node: &Node, style: &Style) -> bool {
    match style.display {
        Display::Block | Display::InlineBlock => !node.is("select"),
        Display::Inline => style.is_aside || LINED.iter().any(|name| node.is(name)),
        Display::None
        | Display::Column
        | Display::Contents
        | Display::InlineFlex
        | Display::Flex => false,
    }
}
