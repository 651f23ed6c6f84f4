//! Finds the inputs that the arguments name: files, folders, patterns, standard input.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use brief::diagnostics::nearest;
use glob::{MatchOptions, glob_with};

use super::input::{InputPath, LOCK, MOST_BRIEF, cannot, identity};
use crate::outcome::Failure;
use crate::watch::Depth;

/// Where briefs are looked for if no file is named.
pub(super) const CONTENT: &str = "content";
pub(super) const ENDINGS: [&str; 2] = ["yaml", "yml"];

const WILDCARDS: [char; 3] = ['*', '?', '['];

/// What a pattern matches: as a shell does, with the same result on every system.
const LIKE_A_SHELL: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: true,
};

enum Named {
    Stdin,
    File(PathBuf),
    Folder(PathBuf),
    Pattern(String),
}

impl Named {
    /// Whatever is there is meant itself, even if its name could be read as a pattern.
    fn of(argument: &Path) -> Self {
        if argument.as_os_str() == "-" {
            Self::Stdin
        } else if argument.is_dir() {
            Self::Folder(argument.to_owned())
        } else if let Some(pattern) = argument.to_str()
            && pattern.contains(WILDCARDS)
            && !argument.exists()
        {
            Self::Pattern(pattern.to_owned())
        } else {
            Self::File(argument.to_owned())
        }
    }

    fn inputs(&self) -> Result<Vec<InputPath>, Failure> {
        let paths = match self {
            Self::Stdin => return Ok(vec![InputPath::Stdin]),
            Self::File(path) => vec![path.clone()],
            Self::Folder(folder) => briefs_in(folder)?,
            Self::Pattern(pattern) => matches(pattern)?,
        };
        Ok(paths.into_iter().map(InputPath::File).collect())
    }

    /// Returns the folder in which further inputs would be found, and whether in those below it too.
    fn folder(&self) -> Option<(PathBuf, Depth)> {
        match self {
            Self::Stdin | Self::File(_) => None,
            Self::Folder(folder) => Some((folder.clone(), Depth::Shallow)),
            Self::Pattern(pattern) => Some(beginning(pattern)),
        }
    }
}

/// What arguments mean, for as long as a command stays: a folder is meant as one when it is gone.
pub(super) struct Meant(Vec<Named>);

impl Meant {
    pub(super) fn by(arguments: &[PathBuf]) -> Self {
        Self(
            arguments
                .iter()
                .map(|argument| Named::of(argument))
                .collect(),
        )
    }

    /// Returns the inputs that they name now; for none, every brief in the content folder.
    ///
    /// A folder means its briefs, not those of folders in it. Nothing may be named twice; a link is a name of
    /// its own. An evidence lock is passed over beside its brief: a shell's `*.yaml` names both.
    pub(super) fn inputs(&self) -> Result<Vec<InputPath>, Failure> {
        if self.0.is_empty() {
            return content();
        }
        let mut named = Vec::new();
        for argument in &self.0 {
            named.extend(argument.inputs()?);
        }
        let inputs = without_locks(named)?;
        let mut seen = BTreeSet::new();
        for input in &inputs {
            if !seen.insert(input.place()) {
                let message = format!("`{}` is given twice", input.name());
                return Err(Failure::new(message, "name each file once"));
            }
        }
        Ok(inputs)
    }

    /// Returns the folders in which inputs may appear that they would name as well.
    pub(super) fn folders(&self) -> Vec<(PathBuf, Depth)> {
        if self.0.is_empty() {
            return vec![(PathBuf::from(CONTENT), Depth::Shallow)];
        }
        self.0.iter().filter_map(Named::folder).collect()
    }
}

/// Returns the folder with which a pattern begins before its first wildcard.
fn beginning(pattern: &str) -> (PathBuf, Depth) {
    let mut parts = Path::new(pattern).components();
    let mut folder = PathBuf::new();
    for part in parts.by_ref() {
        if part.as_os_str().to_string_lossy().contains(WILDCARDS) {
            break;
        }
        folder.push(part);
    }
    match parts.next() {
        Some(_) => (folder, Depth::Deep),
        None => (folder, Depth::Shallow),
    }
}

/// Returns the inputs that arguments name: see [`Meant::inputs`].
pub(super) fn resolve(arguments: &[PathBuf]) -> Result<Vec<InputPath>, Failure> {
    Meant::by(arguments).inputs()
}

/// Returns the one input that the argument names; without it, the only brief of the content folder
/// that is no translation of another there.
pub(super) fn sole(argument: Option<&Path>) -> Result<InputPath, Failure> {
    let named: Vec<PathBuf> = argument.iter().map(|path| path.to_path_buf()).collect();
    let mut inputs = resolve(&named)?;
    if argument.is_none() {
        let all = inputs.clone();
        inputs.retain(|input| !is_translation(input, &all));
    }
    match (inputs.pop(), inputs.len()) {
        (Some(only), 0) => Ok(only),
        (_, others) => {
            let count = others + 1;
            let message = match argument {
                None => format!("no file is named, and `{CONTENT}` has {count} briefs"),
                Some(path) => format!("`{}` means {count} briefs", path.display()),
            };
            Err(Failure::new(message, "name the file to read"))
        }
    }
}

/// Says whether an input is named as the translation of another: `name.uk.yaml` beside `name.yaml`.
fn is_translation(input: &InputPath, all: &[InputPath]) -> bool {
    input.path().is_some_and(|path| {
        let original = path.with_extension("").with_extension("yaml");
        original != *path && all.contains(&InputPath::File(original))
    })
}

fn content() -> Result<Vec<InputPath>, Failure> {
    let unnamed = |reason: String| {
        let message = format!("no file is named, and {reason}");
        Failure::new(message, "name the file to read")
    };
    let paths = listed(Path::new(CONTENT)).map_err(unnamed)?;
    if paths.is_empty() {
        return Err(unnamed(format!("there is no `*.yaml` in `{CONTENT}`")));
    }
    Ok(paths.into_iter().map(InputPath::File).collect())
}

fn briefs_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let paths =
        listed(folder).map_err(|reason| Failure::new(reason, "name a folder that you may read"))?;
    if paths.is_empty() {
        let message = format!("there is no brief in `{}`", folder.display());
        let deeper = folder.join("**").join("*.yaml");
        let help = format!(
            "a folder means the `*.yaml` in it; for those in folders below, write `{}`",
            deeper.display()
        );
        return Err(Failure::new(message, help));
    }
    Ok(paths)
}

/// Returns the briefs in a folder, sorted.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    // The folder of a bare name is empty, and means this one.
    let entries = fs::read_dir(Path::new(".").join(folder))
        .map_err(|error| format!("`{}` cannot be read: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(folder.join(entry.ok()?.file_name())))
        .filter(|path| is_brief(path))
        .collect();
    paths.sort();
    Ok(paths)
}

fn matches(pattern: &str) -> Result<Vec<PathBuf>, Failure> {
    let found = glob_with(pattern, LIKE_A_SHELL).map_err(|error| {
        let message = format!("`{pattern}` is no pattern: {}", error.msg);
        let help = "`*` matches any name, `**` any folders, `?` one character";
        Failure::new(message, help)
    })?;
    let mut paths = Vec::new();
    for path in found {
        let path = path.map_err(|error| {
            let shown = error.path().display();
            let message = format!("`{shown}` cannot be read: {}", error.error());
            Failure::new(message, "name files, or a folder that you may read")
        })?;
        if is_brief(&path) {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        let message = format!("no brief matches `{pattern}`");
        let help = "a brief is a `*.yaml` or `*.yml` that is not an evidence lock";
        return Err(Failure::new(message, help));
    }
    Ok(each_once(paths))
}

/// Leaves out what a pattern finds again by way of a linked folder.
fn each_once(found: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Vec::with_capacity(found.len());
    let mut known: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for path in found {
        let place = InputPath::File(path.clone()).place();
        // Of several ways to it, the one without links is told.
        let is_direct = std::path::absolute(&path).is_ok_and(|path| path == place);
        match known.get(&place) {
            None => {
                known.insert(place, paths.len());
                paths.push(path);
            }
            Some(index) if is_direct => paths[*index] = path,
            Some(_) => {}
        }
    }
    paths
}

fn is_brief(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else {
        return false;
    };
    let is_yaml = path
        .extension()
        .is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known));
    is_yaml && !name.ends_with(LOCK) && !name.starts_with('.') && path.is_file() && !is_shared(path)
}

/// Says whether a file holds nothing but voices and sources, which briefs include. What cannot be read
/// is told as a brief.
fn is_shared(path: &Path) -> bool {
    let Ok(file) = File::open(path) else {
        return false;
    };
    let mut found = false;
    for line in BufReader::new(file.take(MOST_BRIEF))
        .lines()
        .map_while(Result::ok)
    {
        if let Some((key, _)) = line.split_once(':').filter(|(key, _)| is_key(key)) {
            if !matches!(key, "voices" | "sources") {
                return false;
            }
            found = true;
        }
    }
    found
}

/// Says whether what stands before a colon is a key at the top of a file.
fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

fn without_locks(inputs: Vec<InputPath>) -> Result<Vec<InputPath>, Failure> {
    let locks: BTreeSet<PathBuf> = inputs
        .iter()
        .filter_map(InputPath::lock)
        .map(|path| identity(&path))
        .collect();
    let mut briefs = Vec::with_capacity(inputs.len());
    for input in inputs {
        let name = input.name();
        match name.strip_suffix(LOCK) {
            None => briefs.push(input),
            Some(_) if locks.contains(&input.identity()) => {}
            Some(brief) => {
                let message = format!("`{name}` is an evidence lock, not a brief");
                let help = format!("name its brief: `{brief}.yaml`");
                return Err(Failure::new(message, help));
            }
        }
    }
    Ok(briefs)
}

/// Says that an input cannot be read, and what to name instead.
pub(super) fn unreadable(input: &InputPath, error: &io::Error) -> Failure {
    let help = match input {
        InputPath::File(path) if error.kind() == io::ErrorKind::NotFound => match meant(path) {
            Some(meant) => format!("did you mean `{}`?", meant.display()),
            // It could as well have been meant as a command.
            None if path.extension().is_none() && path.components().count() == 1 => {
                "name a file that is there; `brief help` lists all commands".to_owned()
            }
            None => "name a file that is there; `brief new NAME` starts one".to_owned(),
        },
        InputPath::File(_) | InputPath::Stdin | InputPath::Text(..) => {
            "name a file that can be read".to_owned()
        }
    };
    Failure::new(cannot("read", input.name(), error), help)
}

/// Returns the brief that a path may have meant: beside it, or where briefs are kept.
fn meant(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let mut briefs = Vec::new();
    for folder in [path.parent().unwrap_or(Path::new("")), Path::new(CONTENT)] {
        // A folder that cannot be read has no brief that could be meant.
        briefs.extend(listed(folder).into_iter().flatten());
    }
    let is_named = |found: &&PathBuf| {
        found.file_name().is_some_and(|found| found == name)
            || found.file_stem().is_some_and(|stem| stem == name)
    };
    if let Some(found) = briefs.iter().find(is_named) {
        return Some(found.clone());
    }
    let names = briefs
        .iter()
        .filter_map(|found| found.file_name()?.to_str());
    let nearest = nearest(name, names)?;
    let is_nearest = |found: &PathBuf| found.file_name().is_some_and(|found| found == nearest);
    briefs.iter().find(|found| is_nearest(found)).cloned()
}

/// Says that a page cannot be read.
pub(super) fn unreadable_page(input: &InputPath, error: &io::Error) -> Failure {
    let help = "name the page's file, such as `dist/name.html`";
    Failure::new(cannot("read", input.name(), error), help)
}
