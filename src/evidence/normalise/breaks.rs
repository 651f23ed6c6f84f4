//! Keeps line ends that may stand in a word, until the quotes tell how they are to be read.

use std::collections::BTreeMap;
use std::ops::Range;

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
    /// A space after a soft hyphen: the word goes on, or, where nobody took out the hyphen of another
    /// setting, ends.
    Soft,
}

/// A point at which the two texts are known to correspond. Up to the next one they do so
/// character by character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub(super) normal: usize,
    pub(super) original: Point,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::evidence) struct Point {
    pub(in crate::evidence) byte: usize,
    pub(in crate::evidence) code_point: usize,
}

impl Anchor {
    fn moved_back(self, bytes: usize) -> Self {
        Self {
            normal: self.normal - bytes,
            ..self
        }
    }
}

/// A text in one form with its anchors and breaks.
pub(super) type Parts = (String, Vec<Anchor>, Vec<Break>);

/// Returns a text with so many bytes of these breaks, by their numbers; they are breaks no longer.
pub(super) fn with_breaks_as(
    text: &str,
    anchors: &[Anchor],
    breaks: &[Break],
    kept: &BTreeMap<usize, usize>,
) -> Parts {
    let between = |at: Range<usize>| text.get(at).unwrap_or_default();
    let mut new = String::with_capacity(text.len());
    let mut new_anchors = Vec::with_capacity(anchors.len() + 2 * kept.len());
    let mut left = Vec::new();
    let mut anchors = anchors.iter().peekable();
    let mut here = 0;
    for (index, found) in breaks.iter().enumerate() {
        let length = kept.get(&index).copied().unwrap_or(found.at.len());
        let cut = found.at.start + length..found.at.end;
        let removed = here - new.len();
        while let Some(anchor) = anchors.next_if(|anchor| anchor.normal <= cut.start) {
            new_anchors.push(anchor.moved_back(removed));
        }
        new.push_str(between(here..cut.start));
        here = cut.end;
        if !kept.contains_key(&index) {
            let at = found.at.start - removed..found.at.end - removed;
            left.push(Break {
                at,
                ..found.clone()
            });
            continue;
        }
        while anchors.next_if(|anchor| anchor.normal < cut.end).is_some() {}
        let [from, space, to] = found.original;
        for original in [if length == 0 { from } else { space }, to] {
            let normal = new.len();
            new_anchors.push(Anchor { normal, original });
        }
    }
    let removed = here - new.len();
    new_anchors.extend(anchors.map(|anchor| anchor.moved_back(removed)));
    new.push_str(between(here..text.len()));
    (new, new_anchors, left)
}
