//! Whoever runs the program, while a command is at work.

/// Is told how far a command is.
pub(crate) trait Audience {
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
