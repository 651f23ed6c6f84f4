//! Waits until something changes that a command that stays depends on.

use std::path::{Path, PathBuf};

use super::arguments::PageArguments;
use super::input::{InputPath, LOCK, identity};
use super::resolve::{ENDINGS, Meant};
use super::write::folder_of;
use crate::outcome::Failure;
use crate::watch::{Changes, Depth, Watcher};

const WITHOUT: &str = "build without it: `brief build`";

/// Watches inputs, what stands beside them, templates, style sheets and locale files.
pub(super) struct Watching {
    watcher: Watcher,
    /// Where new inputs may appear.
    folders: Vec<(PathBuf, Depth)>,
    /// What every page depends on: folders, and how the names of such files in them end.
    assets: Vec<(PathBuf, &'static str)>,
}

impl Watching {
    pub(super) fn begin<'a>(
        meant: &Meant,
        page: &PageArguments,
        inputs: impl Iterator<Item = &'a InputPath>,
    ) -> Result<Self, Failure> {
        let watcher = Watcher::new()
            .map_err(|reason| Failure::new(format!("cannot watch files: {reason}"), WITHOUT))?;
        let assets = [
            (&page.templates, "html"),
            (&page.static_dir, "css"),
            (&page.words.locales, "ftl"),
        ];
        let assets = assets
            .into_iter()
            .filter_map(|(folder, ending)| Some((identity(folder.as_ref()?), ending)));
        let mut watching = Self {
            watcher,
            folders: meant.folders(),
            assets: assets.collect(),
        };
        let assets = watching.assets.iter();
        let mut folders: Vec<_> = assets
            .map(|(folder, _)| (folder.clone(), Depth::Deep))
            .collect();
        folders.extend(watching.wanted(inputs));
        for (folder, depth) in folders {
            let begun = watching.watcher.watch(&folder, depth);
            begun.map_err(|reason| cannot_watch(&folder, &reason))?;
        }
        Ok(watching)
    }

    /// Watches further inputs; folders that are gone, as soon as they are there again.
    pub(super) fn widen<'a>(
        &mut self,
        inputs: impl Iterator<Item = &'a InputPath>,
    ) -> Result<(), Failure> {
        for (folder, depth) in self.wanted(inputs) {
            let watched = self.watcher.watch_once_there(&folder, depth);
            watched.map_err(|reason| cannot_watch(&folder, &reason))?;
        }
        Ok(())
    }

    /// Returns the folders of inputs, and those in which further ones may appear.
    fn wanted<'a>(&self, inputs: impl Iterator<Item = &'a InputPath>) -> Vec<(PathBuf, Depth)> {
        let folders = self.folders.iter();
        let mut wanted: Vec<_> = folders
            .map(|(folder, depth)| (identity(folder), *depth))
            .collect();
        for place in inputs.flat_map(depends_on).flat_map(|path| places(&path)) {
            if let Some(folder) = place.parent() {
                wanted.push((folder.to_owned(), Depth::Shallow));
            }
        }
        wanted
    }

    /// Waits for changes; returns nothing once the user wants to end. The pages that the program
    /// writes itself, and the folders that they are in, are no assets wherever they stand.
    pub(super) fn next(&mut self, pages: &[PathBuf]) -> Option<Changed> {
        let changes = self.watcher.next()?;
        let all = changes.touch_any(|path| {
            let is_ours = pages.iter().any(|page| page.starts_with(path));
            // What has no ending may be a folder of assets.
            let is_asset = |(folder, ending): &(PathBuf, &str)| {
                path.starts_with(folder) && path.extension().is_none_or(|found| found == *ending)
            };
            !is_ours && self.assets.iter().any(is_asset)
        });
        Some(Changed { changes, all })
    }
}

fn cannot_watch(folder: &Path, reason: &str) -> Failure {
    let message = format!("cannot watch `{}`: {reason}", folder.display());
    Failure::new(message, WITHOUT)
}

pub(super) struct Changed {
    changes: Changes,
    /// Whether what every page depends on changed.
    all: bool,
}

impl Changed {
    /// Says whether what is made of an input may be another now.
    pub(super) fn affect(&self, input: &InputPath) -> bool {
        let mut places = depends_on(input).flat_map(|path| places(&path));
        self.all
            || places.any(|place| self.changes.touch(&place))
            || self.may_affect_previous(input)
    }

    /// The previous edition stands beside a brief that names it. That the brief's text has the name
    /// of a file that changed is enough: to build once too often does no harm.
    fn may_affect_previous(&self, input: &InputPath) -> bool {
        let Some(path) = input.path() else {
            return false;
        };
        let folder = identity(&folder_of(path));
        let names: Vec<String> = self
            .changes
            .in_folder(&folder)
            .filter_map(|changed| changed.file_name()?.to_str())
            .flat_map(briefs_of)
            .collect();
        if names.is_empty() {
            return false;
        }
        // A brief that cannot be read is reported as such when it changes itself.
        input.read().is_ok_and(|bytes| {
            let text = String::from_utf8_lossy(&bytes);
            names.iter().any(|name| text.contains(name))
        })
    }
}

/// Returns the files that are read for an input.
fn depends_on(input: &InputPath) -> impl Iterator<Item = PathBuf> {
    let file = input.path().map(Path::to_owned);
    file.into_iter().chain(input.lock())
}

/// Returns the brief that a file is, or those of which it may be the evidence.
fn briefs_of(name: &str) -> Vec<String> {
    match name.strip_suffix(LOCK) {
        Some(stem) => ENDINGS.map(|ending| format!("{stem}.{ending}")).to_vec(),
        None => vec![name.to_owned()],
    }
}

/// Returns where a file stands: under its name and, if that is a link, where it leads.
fn places(path: &Path) -> [PathBuf; 2] {
    let real = identity(path);
    let here = match path.file_name() {
        Some(name) => identity(&folder_of(path)).join(name),
        None => real.clone(),
    };
    [here, real]
}
