//! Keeps line ends that may stand in a word, until the quotes tell how they are to be read.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Anchor, Normalised, Point, piece};

/// A line end that may not be a space: it may stand in a word.
#[derive(Clone, Debug)]
pub(in crate::evidence) struct Break {
    /// What stands for it, with the hyphen or dash before it.
    pub(in crate::evidence) at: Range<usize>,
    pub(in crate::evidence) kind: BreakKind,
    /// Where in the original it begins, where the space in it does, and where it ends.
    pub(super) original: [Point; 3],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evidence) enum BreakKind {
    /// A hyphen between letters, which may be the word's own or not, and a space.
    Hyphen,
    /// A hyphen or dash that stands there in any case, and a space.
    Dash,
    /// A space alone.
    Space,
}

impl Normalised {
    pub(in crate::evidence) fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// Says whether a piece begins or ends at a hyphen that a line end follows, and so perhaps within a
    /// word.
    pub(in crate::evidence) fn breaks_word(&self, at: &Range<usize>) -> bool {
        let hyphens = || {
            self.breaks
                .iter()
                .filter(|found| found.kind == BreakKind::Hyphen)
        };
        hyphens().any(|found| found.at.end == at.start || found.at.start == at.end)
    }

    /// Returns the text with so many bytes of these breaks, by their numbers; they are breaks no longer.
    pub(in crate::evidence) fn with_breaks_as(&self, kept: &BTreeMap<usize, usize>) -> Self {
        let mut new = Self {
            text: String::with_capacity(self.text.len()),
            anchors: Vec::with_capacity(self.anchors.len() + 2 * kept.len()),
            breaks: Vec::new(),
        };
        let mut anchors = self.anchors.iter().peekable();
        let mut here = 0;
        for (index, found) in self.breaks.iter().enumerate() {
            let length = kept.get(&index).copied().unwrap_or(found.at.len());
            let cut = found.at.start + length..found.at.end;
            let removed = here - new.text.len();
            let before = |anchor: &&Anchor| anchor.normal <= cut.start;
            while let Some(anchor) = anchors.next_if(before) {
                new.anchors.push(anchor.moved_back(removed));
            }
            new.text.push_str(piece(&self.text, here..cut.start));
            here = cut.end;
            if !kept.contains_key(&index) {
                let at = found.at.start - removed..found.at.end - removed;
                new.breaks.push(Break {
                    at,
                    ..found.clone()
                });
                continue;
            }
            while anchors.next_if(|anchor| anchor.normal < cut.end).is_some() {}
            let [from, space, to] = found.original;
            let normal = new.text.len();
            for original in [if length == 0 { from } else { space }, to] {
                new.anchors.push(Anchor { normal, original });
            }
        }
        let removed = here - new.text.len();
        new.anchors
            .extend(anchors.map(|anchor| anchor.moved_back(removed)));
        new.text.push_str(piece(&self.text, here..self.text.len()));
        new
    }
}

impl Anchor {
    fn moved_back(self, bytes: usize) -> Self {
        Self {
            normal: self.normal - bytes,
            ..self
        }
    }
}
