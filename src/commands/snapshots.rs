//! Finds the snapshots of a source in their folder, and reads them.

use std::io;
use std::path::Path;

use brief::evidence::{Media, Snapshot, SnapshotFile};
use brief::model::Source;

use super::input::{cannot, read_at_most};

/// The size of a snapshot at most, in bytes.
const MOST_BYTES: u64 = 64 << 20;

/// How the names of texts and of pages end; gzip may have compressed them.
const TEXTS: [&str; 3] = ["txt", "text", "md"];
const PAGES: [&str; 6] = ["html", "htm", "xhtml", "xht", "shtml", "xml"];
/// How the names of other copies end, of which is told why they cannot be read.
const OTHERS: [&str; 13] = [
    "pdf",
    "docx",
    "doc",
    "odt",
    "rtf",
    "epub",
    "mhtml",
    "mht",
    "webarchive",
    "zip",
    "png",
    "jpg",
    "jpeg",
];

/// Reads the snapshots of a source: the file that it names, else those named as its id is.
pub(super) fn read(
    folder: &Path,
    source: &Source,
) -> Result<Vec<(Snapshot, SnapshotFile)>, String> {
    let mut found = Vec::new();
    for file in names(source) {
        let path = folder.join(&file);
        let bytes = match read_at_most(&path, MOST_BYTES) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(cannot("read", path.display(), &error)),
        };
        let snapshot = Snapshot::read(&bytes, media(&file));
        let sha256 = snapshot.sha256().to_owned();
        found.push((snapshot, SnapshotFile { file, sha256 }));
    }
    Ok(found)
}

/// Returns the names that the snapshot of a source may have.
fn names(source: &Source) -> Vec<String> {
    if let Some(name) = &source.snapshot {
        return vec![name.to_string()];
    }
    let texts = || TEXTS.iter().chain(&PAGES);
    let plain = texts()
        .chain(&OTHERS)
        .map(|ending| format!("{}.{ending}", source.key));
    let compressed = texts().map(|ending| format!("{}.{ending}.gz", source.key));
    plain.chain(compressed).collect()
}

/// Returns those names in words.
pub(super) fn names_in_words(source: &Source) -> String {
    match &source.snapshot {
        Some(name) => name.to_string(),
        None => format!("{0}.txt, {0}.html, {0}.htm or another ending", source.key),
    }
}

/// Says what a file is by its name.
fn media(file: &str) -> Media {
    let name = file.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if PAGES.contains(&ending) {
        Media::Html
    } else {
        Media::Text
    }
}
