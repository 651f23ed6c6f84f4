//! What a run over several files comes to, in one line.

use std::path::Path;

use brief::diagnostics::terminal::counted;
use brief::diagnostics::{Severity, printable};

use crate::commands::{Exit, FileOutcome, Page};

/// Sums up pages that were made; nothing for a single file.
pub(super) fn of_build(files: &[FileOutcome]) -> String {
    let made = files.iter().filter(|file| file.page != Page::None).count();
    let pages = counted(made, "page").unwrap_or_else(|| "no page".to_owned());
    let pages = match sole_folder(files) {
        Some(folder) => format!("{pages} written to {}", printable(&folder)),
        None => format!("{pages} written"),
    };
    line(pages, files)
}

/// Sums up files that were checked; nothing for a single one.
pub(super) fn of_check(files: &[FileOutcome]) -> String {
    let checked = counted(files.len(), "file").unwrap_or_default();
    line(format!("{checked} checked"), files)
}

fn line(first: String, files: &[FileOutcome]) -> String {
    if files.len() < 2 {
        return String::new();
    }
    let exits = |exit: Exit| {
        let files = files.iter().filter(|file| file.exit() == exit);
        counted(files.count(), "file")
    };
    let warnings = files
        .iter()
        .map(|file| file.diagnostics.count(Severity::Warning));
    let mut parts = vec![first];
    parts.extend(exits(Exit::Input).map(|files| format!("{files} at fault")));
    parts.extend(exits(Exit::Machine).map(|files| format!("{files} failed")));
    parts.extend(counted(warnings.sum(), "warning"));
    parts.join(", ") + "\n"
}

/// Returns the folder that all pages went to, if it is one.
fn sole_folder(files: &[FileOutcome]) -> Option<String> {
    let mut folders = files.iter().filter_map(|file| match &file.page {
        Page::None => None,
        Page::Printed(_) => Some(None),
        Page::Written(path) => Some(path.parent()),
    });
    let first: &Path = folders.next()??;
    let is_sole = folders.all(|folder| folder == Some(first));
    let name = first.display().to_string();
    (is_sole && !name.is_empty()).then_some(name)
}
