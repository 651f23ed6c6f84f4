//! The folder of snapshots.

use std::io;
use std::path::Path;

use brief::evidence::{Media, Snapshot, SnapshotFile};
use brief::model::Source;

use super::input::{MOST_BYTES, read_at_most};

/// A snapshot that was read, and the file that it was.
pub(super) struct Found {
    pub(super) snapshot: Snapshot,
    pub(super) file: SnapshotFile,
}

/// Returns the names that the snapshot of a source may have; the first that is there is read.
pub(super) fn names(source: &Source) -> Vec<String> {
    match &source.snapshot {
        Some(name) => vec![name.to_string()],
        None => ["txt", "html", "htm"]
            .map(|ending| format!("{}.{ending}", source.key))
            .to_vec(),
    }
}

/// Reads the snapshot of a source: the file that it names, else the one named as its id is.
///
/// # Errors
/// There is one that cannot be read; its name is returned with the reason.
pub(super) fn read(folder: &Path, source: &Source) -> Result<Option<Found>, (String, io::Error)> {
    for name in names(source) {
        let path = folder.join(&name);
        let bytes = match read_at_most(&path, MOST_BYTES) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err((path.display().to_string(), error)),
        };
        let is_html = path.extension().is_some_and(|ending| {
            ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm")
        });
        let media = if is_html { Media::Html } else { Media::Text };
        let snapshot = Snapshot::read(&bytes, media);
        let sha256 = snapshot.sha256().to_owned();
        let file = SnapshotFile { file: name, sha256 };
        return Ok(Some(Found { snapshot, file }));
    }
    Ok(None)
}
