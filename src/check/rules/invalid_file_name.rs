//! `invalid-file-name`: a snapshot is not the plain name of a file.
//!
//! A name with a folder in it could lead out of the folder of snapshots.

use super::empty_text;
use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic};
use crate::load::Text;
use crate::model::Line;

/// Reads the name of a snapshot.
pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Line> {
    let name = empty_text::read(text, out)?;
    if name.starts_with('.') || name.contains(['/', '\\', ':', '\n']) {
        out.push(
            Diagnostic::new(
                Code::InvalidFileName,
                text.place,
                format!("`{}` is not the plain name of a file", name.escape_debug()),
            )
            .help("write the name alone, without a folder, such as `nbc.txt`"),
        );
        return None;
    }
    Some(name)
}
