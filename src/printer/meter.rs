//! The bar that shows how far a run over many files is.

use indicatif::{ProgressBar, ProgressStyle};

use super::FEW;
use crate::commands::{Meter, Silent};

/// Returns a meter on standard error; a silent one for a few files, and where no terminal is.
pub(super) fn of(files: usize) -> Box<dyn Meter> {
    if files <= FEW {
        return Box::new(Silent);
    }
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos} of {len}") {
        bar.set_style(style.progress_chars("━━ "));
    }
    Box::new(Bar(bar))
}

struct Bar(ProgressBar);

impl Meter for Bar {
    fn advance(&self) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
