//! Counts sentences.

/// How many sentences there are, and how many are covered or left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that are covered or left out.
    pub covered: usize,
    /// All of them.
    pub all: usize,
}

impl Count {
    /// Returns how many of a hundred are covered, rounded down; nothing if there are none.
    pub fn percent(self) -> Option<usize> {
        (self.covered * 100).checked_div(self.all)
    }

    /// Says whether so many of a hundred are covered. Of nothing, nobody knows.
    pub fn is_at_least(self, percent: usize) -> bool {
        self.all > 0 && self.covered * 100 >= percent * self.all
    }
}
