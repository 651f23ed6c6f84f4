//! What aliases refer to, and how much they stand for.

use std::collections::BTreeMap;

use super::limits::MOST_ALIASED;
use super::refusal;
use crate::diagnostics::{Diagnostic, Place};

/// The anchors so far.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    known: BTreeMap<usize, Anchor>,
    /// How many values all aliases so far stand for, aliases within them followed.
    aliased: usize,
}

#[derive(Clone, Copy, Debug)]
struct Anchor {
    index: usize,
    /// How many values it stands for; unknown as long as it has not ended.
    size: Option<usize>,
}

/// The value that an alias stands for.
pub(super) struct Target {
    pub(super) index: usize,
    pub(super) size: usize,
}

impl Anchors {
    /// Notes a value under its anchor; 0 is none.
    pub(super) fn define(&mut self, anchor: usize, index: usize, size: Option<usize>) {
        if anchor > 0 {
            self.known.insert(anchor, Anchor { index, size });
        }
    }

    /// Returns the target of an alias, unless it holds the alias or is one too many.
    pub(super) fn follow(
        &mut self,
        anchor: usize,
        place: Place,
    ) -> Result<Target, Box<Diagnostic>> {
        let known = self.known.get(&anchor).copied();
        let Some((index, size)) = known.and_then(|anchor| Some((anchor.index, anchor.size?)))
        else {
            return Err(refusal::endless_alias(place).into());
        };
        self.aliased = self.aliased.saturating_add(size);
        if self.aliased > MOST_ALIASED {
            return Err(refusal::too_many_aliased(place).into());
        }
        Ok(Target { index, size })
    }
}
