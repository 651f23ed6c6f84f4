//! Completes the names of files that stand where they are looked for.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use brief::lsp::{Completion, Completions, FileKind, Kind, Offered, file_place};

use super::super::input::identity;
use super::super::resolve::ENDINGS;
use super::ground::Ground;
use super::quotes;

/// How many files of a folder are looked into, and how far.
const MOST_FILES: usize = 200;
const MOST_BYTES: u64 = 32 << 10;

/// Offers the names of files that can be named at a byte; nothing, if none is named there.
pub(super) fn complete(text: &str, byte: usize, ground: &Ground) -> Option<Completions> {
    let place = file_place(text, byte)?;
    let names = match place.kind {
        FileKind::Previous => beside(ground, Kind::Brief),
        FileKind::Included => beside(ground, Kind::Shared),
        FileKind::Snapshot => quotes::snapshots(ground),
    };
    let items = names.into_iter().map(|name| Offered {
        kind: Completion::File,
        insert: place.write(&name),
        label: name,
        detail: String::new(),
        meaning: String::new(),
        is_required: false,
    });
    Some(Completions {
        items: items.collect(),
        range: place.range.clone(),
        is_incomplete: false,
    })
}

/// Returns the names of the other files of a kind in the folder of a text.
fn beside(ground: &Ground, kind: Kind) -> Vec<String> {
    let Some(own) = ground.given.as_deref() else {
        return Vec::new();
    };
    let folder = own.parent().unwrap_or(Path::new(""));
    let Ok(real) = fs::canonicalize(folder) else {
        return Vec::new();
    };
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_yaml = |name: &String| {
        let ending = Path::new(name).extension();
        let is_known = ending.is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known));
        is_known && !name.starts_with('.') && !name.contains(['\\', ':', '\n'])
    };
    let mut names: Vec<String> = names.filter(is_yaml).collect();
    names.sort();
    names.truncate(MOST_FILES);
    names.retain(|name| {
        let path = identity(&folder.join(name));
        // What leads out of the folder is not read.
        let is_other = ground.path.as_deref() != Some(&*path) && path.starts_with(&real);
        is_other
            && begins(&path, ground).is_some_and(|text| Kind::of(&text, Some(name), false) == kind)
    });
    names
}

/// Reads the beginning of a file, as far as it tells what it is.
fn begins(path: &Path, ground: &Ground) -> Option<String> {
    if let Some(text) = ground.open.get(path) {
        return Some(text.to_string());
    }
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    file.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
