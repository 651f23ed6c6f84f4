//! Waits until something changes that a command that stays depends on.

use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::arguments::PageArguments;
use super::input::{InputPath, LOCK, identity};
use super::resolve::{ENDINGS, Meant};
use super::write::folder_of;
use crate::outcome::Failure;
use crate::printer::Printer;
use crate::watch::{Changes, Depth, Watcher};

/// So many links are followed on the way to a file, as the systems have it.
const MOST_LINKS: usize = 40;

const WITHOUT: &str = "build without it: `brief build`";

/// Watches inputs, what stands beside them, templates, style sheets and locale files.
pub(super) struct Watching {
    watcher: Watcher,
    /// Where new inputs may appear.
    folders: Vec<(PathBuf, Depth)>,
    /// What every page depends on: folders as they were named, and how the names of such files in them
    /// end.
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
            .filter_map(|(folder, ending)| Some((folder.clone()?, ending)));
        let mut watching = Self {
            watcher,
            folders: meant.folders(),
            assets: assets.collect(),
        };
        for (folder, depth) in watching.wanted(inputs) {
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
        let assets = self.assets.iter().map(|(folder, _)| (folder, &Depth::Deep));
        let named = folders.map(|(folder, depth)| (folder, depth)).chain(assets);
        let mut wanted = Vec::new();
        let mut beside: BTreeSet<PathBuf> = BTreeSet::new();
        for (folder, depth) in named {
            wanted.push((identity(folder), *depth));
            beside.extend(links(folder));
        }
        for path in inputs.flat_map(depends_on) {
            beside.extend(places(&path));
            beside.extend(links(&path));
        }
        let folders: BTreeSet<_> = beside.iter().filter_map(|place| place.parent()).collect();
        wanted.extend(
            folders
                .into_iter()
                .map(|folder| (folder.to_owned(), Depth::Shallow)),
        );
        wanted
    }

    /// Waits for changes; returns nothing once the user wants to end. The pages that the program
    /// writes itself, and the folders that they are in, are no assets wherever they stand.
    pub(super) fn next(&mut self, pages: &[PathBuf]) -> Option<Changed> {
        let changes = self.watcher.next()?;
        // A link may lead elsewhere than before.
        let assets: Vec<_> = self
            .assets
            .iter()
            .map(|(folder, ending)| (identity(folder), links(folder), *ending))
            .collect();
        let all = changes.touch_any(|path| {
            let is_ours = pages.iter().any(|page| page.starts_with(path));
            // What has no ending may be a folder of assets.
            let is_asset = |(folder, links, ending): &(PathBuf, Vec<PathBuf>, &str)| {
                let is_in = path.starts_with(folder);
                is_in && path.extension().is_none_or(|found| found == *ending)
                    || links.iter().any(|link| link == path)
            };
            !is_ours && assets.iter().any(is_asset)
        });
        Some(Changed { changes, all })
    }
}

/// What goes wrong time and again: it is told once, until it is something else or is mended.
#[derive(Default)]
pub(super) struct Troubles(Option<Failure>);

impl Troubles {
    pub(super) fn tell(&mut self, failure: Failure, printer: &mut Printer<'_>) {
        if self.0.as_ref() != Some(&failure) {
            printer.report(Err(failure.clone()));
            self.0 = Some(failure);
        }
    }

    pub(super) fn are_mended(&mut self) {
        self.0 = None;
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
        let on_the_way = depends_on(input).flat_map(|path| links(&path));
        let places = depends_on(input).flat_map(|path| places(&path));
        let mut places = places.chain(on_the_way);
        self.all
            || places.any(|place| self.changes.touch(&place))
            || self.may_affect_previous(input)
    }

    /// The previous edition stands beside a brief that names it, as do what that includes and those before it.
    /// That one of their texts has the name of a file that changed is enough: to build once too often does no
    /// harm.
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
        let mut known: BTreeSet<String> = BTreeSet::new();
        let mut ahead = vec![input.clone()];
        while let Some(input) = ahead.pop() {
            // A brief that cannot be read is reported as such when it changes itself.
            let Ok(bytes) = input.read() else {
                continue;
            };
            let text = String::from_utf8_lossy(&bytes);
            if names.iter().any(|name| text.contains(name)) {
                return true;
            }
            let further = previous_of(&text).filter(|name| known.insert((*name).to_owned()));
            ahead.extend(further.filter_map(|name| input.beside(name)));
        }
        false
    }
}

/// Returns what may be the name of the previous edition in a text: what stands behind that word in a line.
fn previous_of(text: &str) -> impl Iterator<Item = &str> {
    let named = text.lines().filter_map(|line| {
        let (_, after) = line.split_once("previous")?;
        let name = after
            .trim_start_matches(['"', '\'', ' ', '\t'])
            .strip_prefix(':')?;
        let end = ENDINGS.iter().filter_map(|ending| {
            let at = name.find(&format!(".{ending}"))?;
            Some(at + 1 + ending.len())
        });
        let name = name.split_at(end.min()?).0;
        Some(name.trim_start_matches(['"', '\'', ' ', '\t']))
    });
    named.filter(|name| !name.contains(['/', '\\', ':']))
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

/// Returns the links that are passed on the way to a path, each where it stands, and where nothing is from which on.
fn links(path: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut ahead: VecDeque<PathBuf> = parts(&absolute).collect();
    let mut here = PathBuf::new();
    while let Some(part) = ahead.pop_front() {
        if part.as_os_str() == ".." {
            here.pop();
            continue;
        }
        // A part that is absolute begins anew.
        let next = here.join(part);
        match fs::read_link(&next) {
            Ok(target) if found.len() < MOST_LINKS => {
                found.push(next);
                for part in parts(&target).collect::<Vec<_>>().into_iter().rev() {
                    ahead.push_front(part);
                }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                found.push(next);
                break;
            }
            Ok(_) | Err(_) => here = next,
        }
    }
    found
}

fn parts(path: &Path) -> impl Iterator<Item = PathBuf> {
    path.components()
        .map(|part| PathBuf::from(part.as_os_str()))
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
