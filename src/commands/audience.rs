//! Whoever runs the program, while a command is at work.

use super::outcome::{Outcome, UsageError};

/// Is told how far a command is, and what it has done so far.
pub(crate) trait Audience {
    /// Takes what came of one round of a command that stays.
    fn hear(&mut self, round: &Result<Outcome, UsageError>);

    /// Begins to show how far a run over so many files is; dropping the meter ends it.
    fn meter(&self, files: usize) -> Box<dyn Meter>;
}

/// Shows how far a run is.
pub(crate) trait Meter: Sync {
    /// One more file is done.
    fn advance(&self);
}

/// Shows nothing.
pub(crate) struct Silent;

impl Meter for Silent {
    fn advance(&self) {}
}
