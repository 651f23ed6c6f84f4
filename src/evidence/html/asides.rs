//! Finds what stands apart from the line that it is in.

use std::ops::Range;

use super::look::Gap;

/// How something stands apart from the line that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Aside {
    /// The line runs around it.
    Floats,
    /// It may stand anywhere, or not at all.
    Perhaps,
    /// No reader sees it.
    Hidden,
    /// It is shown beside something hidden, which may be shown in its place: the one before it, or after it.
    InPlaceOfLast,
    InPlaceOfNext,
    /// A block, which is left out if a line goes on after it.
    Block,
}

/// What may be left out of a text, and why.
pub(in super::super) type LeftOut = (Range<usize>, Aside);

/// What was read and not yet written between two words. The later ones are stronger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    Word,
    Line,
    Block,
}

/// What stands apart in a text.
#[derive(Default)]
pub(super) struct Asides {
    open: Vec<Open>,
    found: Vec<Found>,
    /// Those after which nothing of their line was written yet.
    waiting: Vec<usize>,
    /// What was read of the line, and not yet written, besides what stands apart in it.
    space: Option<Space>,
}

struct Open {
    kind: Aside,
    from: usize,
    waiting: Vec<usize>,
    space: Option<Space>,
    /// What was read before it, as if nothing stood apart.
    before: (Option<Space>, Option<Gap>),
}

/// What was written apart.
pub(super) struct Found {
    pub(super) kind: Aside,
    pub(super) at: Range<usize>,
    /// What parts the words before it from those after it, if both are of one line.
    pub(super) between: Option<&'static str>,
}

impl Asides {
    /// Begins what stands apart.
    pub(super) fn begin(&mut self, kind: Aside, text: &str, before: (Option<Space>, Option<Gap>)) {
        let is_first = text.is_empty();
        self.open.push(Open {
            kind,
            from: text.len(),
            waiting: std::mem::take(&mut self.waiting),
            space: if is_first {
                Some(Space::Block)
            } else {
                self.space
            },
            before,
        });
        self.space = Some(Space::Block);
    }

    /// Ends it; returns what was read before it, if nothing was written of it.
    pub(super) fn end(&mut self, text: &str) -> Option<(Option<Space>, Option<Gap>)> {
        let open = self.open.pop()?;
        (self.waiting, self.space) = (open.waiting, open.space);
        let words = text.get(open.from..).unwrap_or_default().trim_start();
        if words.is_empty() {
            let takes_no_room = matches!(open.kind, Aside::Floats | Aside::Perhaps);
            return takes_no_room.then_some(open.before);
        }
        if self.space != Some(Space::Block) {
            self.waiting.push(self.found.len());
        }
        let at = text.len() - words.len()..text.len();
        self.add(open.kind, at);
        None
    }

    /// Adds what was written before it was known to stand apart.
    pub(super) fn add(&mut self, kind: Aside, at: Range<usize>) {
        let between = None;
        self.found.push(Found { kind, at, between });
    }

    /// Returns all that may be left out of a text, in order.
    pub(super) fn may_be_left_out(self) -> Vec<LeftOut> {
        let is_any = |found: &Found| found.kind != Aside::Block || found.between.is_some();
        let found = self.found.into_iter().filter(is_any);
        let mut all: Vec<LeftOut> = found.map(|found| (found.at, found.kind)).collect();
        all.sort_by_key(|(at, _)| at.start);
        all
    }

    pub(super) fn space(&mut self, space: Space) {
        self.space = self.space.max(Some(space));
    }

    /// Notes that a word is written.
    pub(super) fn word(&mut self) {
        let space = self.space.take();
        if self.waiting.is_empty() {
            return;
        }
        let between = match space {
            None => "",
            Some(Space::Word) => " ",
            Some(Space::Line) => "\n",
            Some(Space::Block) => {
                self.waiting.clear();
                return;
            }
        };
        for index in self.waiting.drain(..) {
            self.found[index].between = Some(between);
        }
    }

    /// Returns what stands apart in the middle of a line, in order, what is around others before those.
    pub(super) fn in_lines(mut self) -> Vec<Found> {
        self.found.retain(|found| found.between.is_some());
        let order = |found: &Found| (found.at.start, usize::MAX - found.at.end);
        self.found.sort_by_key(order);
        self.found
    }
}
