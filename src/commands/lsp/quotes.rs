//! Completes quotes from the snapshots in their folder.

use std::path::Path;

use brief::lsp::{Completion, Completions, Offered, Opened, QuotePlace, quote_place};

use super::super::snapshots::Folder;
use super::ground::Ground;

/// How many folders above that of a brief are looked into.
const MOST_ABOVE: usize = 8;

/// Offers what of the claim's sources begins with the words that are typed at a byte.
pub(super) fn complete(text: &str, byte: usize, known: &Opened, ground: &Ground) -> Completions {
    let path = ground.path.as_deref();
    let found = quote_place(text, byte, known).and_then(|place| {
        let folder = folder(path?, &ground.snapshots)?;
        Some((items(&place, &folder), place.range))
    });
    match found {
        None => Completions::default(),
        Some((items, range)) => Completions {
            items,
            range,
            is_incomplete: true,
        },
    }
}

/// Returns the snapshot that is found by the id of a source, and would not be found by another id.
pub(super) fn lost_by_rename(
    opened: &Opened,
    id: &str,
    name: &str,
    ground: &Ground,
) -> Option<String> {
    let source = opened
        .snapshot_of(id)
        .filter(|source| source.file.is_none())?;
    let folder = folder(ground.path.as_deref()?, &ground.snapshots)?;
    let files = |id: &str| -> Vec<String> {
        let found = folder.read_of(id, None, &source.addresses).read.into_iter();
        found.map(|(_, file)| file.file.clone()).collect()
    };
    let kept = files(name);
    files(id).into_iter().find(|file| !kept.contains(file))
}

/// Returns the names of all snapshots that the tool finds for the text.
pub(super) fn snapshots(ground: &Ground) -> Vec<String> {
    let path = ground.path.as_deref();
    let folder = path.and_then(|path| folder(path, &ground.snapshots));
    folder.map(|folder| folder.files()).unwrap_or_default()
}

fn items(place: &QuotePlace, folder: &Folder) -> Vec<Offered> {
    let mut items: Vec<Offered> = Vec::new();
    for source in &place.sources {
        let found = folder.read_of(&source.id, source.file.as_deref(), &source.addresses);
        for (snapshot, file) in found.read {
            for (words, yaml) in place.complete(&snapshot) {
                if !items.iter().any(|item| item.label == words) {
                    items.push(Offered {
                        kind: Completion::Quote,
                        label: words,
                        detail: file.file.clone(),
                        meaning: String::new(),
                        insert: yaml,
                        is_required: false,
                    });
                }
            }
        }
    }
    items
}

/// Opens the folder of the snapshots of a brief: beside it, or above.
fn folder(brief: &Path, snapshots: &Path) -> Option<Folder> {
    let above = brief.ancestors().skip(1).take(MOST_ABOVE);
    let mut folders = above.map(|folder| folder.join(snapshots));
    let found = folders.find(|folder| folder.is_dir())?;
    Folder::open(&found).ok()
}
