//! Diagnostics as SARIF 2.1.0 (OASIS), for code-scanning views: one run, the rules of which
//! anything was found.
//!
//! Lines and columns count from 1, columns in code points (`columnKind`); a region ends before its
//! `endColumn`. A problem of the input as a whole has the region of its first character: GitHub
//! takes no result without one, and shows none in a pull request that does not hold all its lines.
//! A file that could not be read, or its page not be made, is a notification of the tool and no
//! result. There are no fingerprints: what uploads the file makes them of the lines of the source.

mod uri;
mod view;

use std::io::{self, Write};

use super::{FileReport, Rules};
pub use uri::reference;
use view::LogView;

/// Writes the reports of a run as one log, with a line break at its end.
///
/// # Errors
///
/// Fails where writing does.
pub fn write(to: &mut impl Write, files: &[FileReport<'_>], rules: &Rules) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, &LogView::new(files, rules))?;
    to.write_all(b"\n")?;
    to.flush()
}
