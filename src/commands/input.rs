//! Which files to read, and reading them.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::UsageError;

/// Where briefs are looked for if no file is named.
const CONTENT: &str = "content";
/// The ending of files that accompany a brief and are none.
const EVIDENCE: &str = ".evidence.yaml";
/// Nothing is read beyond this; the library refuses far smaller inputs, with a diagnostic.
const MOST_BYTES: u64 = 256 << 20;

/// An input: a file, or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputPath {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl InputPath {
    /// Returns the name that diagnostics show.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Returns where the evidence of the brief is kept: beside it, unless it has no place.
    pub(super) fn evidence(&self) -> Option<PathBuf> {
        match self {
            Self::Stdin => None,
            Self::File(path) => {
                let mut name = path.file_stem()?.to_owned();
                name.push(EVIDENCE);
                Some(path.with_file_name(name))
            }
        }
    }

    /// Reads the input.
    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Self::Stdin => io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes),
            Self::File(path) => File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes),
        }?;
        Ok(bytes)
    }
}

/// Returns the inputs that the arguments name; for none, every brief in the content folder.
pub(super) fn resolve(files: &[PathBuf]) -> Result<Vec<InputPath>, UsageError> {
    if files.is_empty() {
        return discover(Path::new(CONTENT));
    }
    let mut seen = BTreeSet::new();
    let mut inputs = Vec::with_capacity(files.len());
    for path in files {
        let shown = path.display();
        if path.is_dir() {
            let message = format!("`{shown}` is a folder, not a file");
            let help = format!("name the files in it: `{}`", path.join("*.yaml").display());
            return Err(UsageError::new(message).help(help));
        }
        let (input, identity) = if path.as_os_str() == "-" {
            (InputPath::Stdin, PathBuf::from("-"))
        } else {
            (InputPath::File(path.clone()), identity(path))
        };
        if !seen.insert(identity) {
            return Err(UsageError::new(format!("`{shown}` is given twice")));
        }
        inputs.push(input);
    }
    Ok(inputs)
}

/// Returns the one input that the argument names; without it, the only brief of the content folder.
pub(super) fn sole(file: Option<&Path>) -> Result<InputPath, UsageError> {
    let named: Vec<PathBuf> = file.iter().map(|path| path.to_path_buf()).collect();
    let mut inputs = resolve(&named)?;
    match (inputs.pop(), inputs.len()) {
        (Some(only), 0) => Ok(only),
        (_, others) => {
            let count = others + 1;
            let message = format!("no file is named, and `{CONTENT}` has {count} briefs");
            Err(UsageError::new(message).help("name the file to read"))
        }
    }
}

fn discover(folder: &Path) -> Result<Vec<InputPath>, UsageError> {
    let shown = folder.display();
    let entries = fs::read_dir(folder).map_err(|error| {
        let message = format!("no file is named, and `{shown}` cannot be read: {error}");
        UsageError::new(message).help("name the file to read")
    })?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| is_brief(path))
        .collect();
    if paths.is_empty() {
        let message = format!("no file is named, and there is no `*.yaml` in `{shown}`");
        return Err(UsageError::new(message).help("name the file to read"));
    }
    paths.sort();
    Ok(paths.into_iter().map(InputPath::File).collect())
}

fn is_brief(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_yaml = path.extension().is_some_and(|ending| ending == "yaml");
    is_yaml && !name.ends_with(EVIDENCE) && !name.starts_with('.') && path.is_file()
}

/// Returns one path for all ways to write it, whether or not there is such a file yet.
pub(super) fn identity(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => identity(parent),
        Some(_) => fs::canonicalize(".").unwrap_or_default(),
        None => PathBuf::new(),
    };
    match path.file_name() {
        Some(name) => parent.join(name),
        None => path.to_owned(),
    }
}
