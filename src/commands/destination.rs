//! Where each page goes; decided before anything is read or written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::UsageError;
use super::input::{InputPath, identity};
use super::write::folder_of;

/// Where pages go if no output is named.
pub(super) const DIST: &str = "dist";

/// Where a page goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl Destination {
    /// Returns the folder that it is in, if it is a file.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(folder_of(path)),
        }
    }
}

/// Returns the destination of each input, in the same order.
pub(super) fn plan(
    inputs: &[InputPath],
    output: Option<&Path>,
) -> Result<Vec<Destination>, UsageError> {
    let several = inputs.len() > 1;
    let destinations: Vec<_> = match output {
        None => inputs.iter().map(by_default).collect(),
        Some(path) if path.as_os_str() == "-" && several => {
            let message = "several pages cannot go to standard output";
            return Err(UsageError::new(message).help("name a folder: `--output pages/`"));
        }
        Some(path) if path.as_os_str() == "-" => vec![Destination::Stdout],
        Some(path) if is_folder(path) => inputs
            .iter()
            .map(|input| within(path, input))
            .collect::<Result<_, _>>()?,
        Some(path) if several => {
            let shown = path.display();
            let message = format!("several pages need a folder, and `{shown}` is none");
            let help = format!("to have the folder made, write `--output {shown}/`");
            return Err(UsageError::new(message).help(help));
        }
        Some(path) => vec![Destination::File(path.to_owned())],
    };
    refuse_collisions(inputs, &destinations)?;
    Ok(destinations)
}

/// Returns the destination of the one text that is made of an input: a file if one is named.
pub(super) fn one(input: &InputPath, output: Option<&Path>) -> Result<Destination, UsageError> {
    match output {
        None => Ok(Destination::Stdout),
        Some(path) if path.as_os_str() == "-" => Ok(Destination::Stdout),
        Some(path) if is_folder(path) => {
            let message = format!("`{}` is a folder, not a file", path.display());
            Err(UsageError::new(message).help("name the file to write"))
        }
        Some(path) if file_identity(input) == Some(identity(path)) => {
            let message = format!(
                "the output would be written over the input `{}`",
                path.display()
            );
            Err(UsageError::new(message).help("name another file: `--output other`"))
        }
        Some(path) => Ok(Destination::File(path.to_owned())),
    }
}

fn by_default(input: &InputPath) -> Destination {
    match input {
        InputPath::Stdin => Destination::Stdout,
        InputPath::File(path) => Destination::File(page_in(Path::new(DIST), path)),
    }
}

fn within(folder: &Path, input: &InputPath) -> Result<Destination, UsageError> {
    match input {
        InputPath::Stdin => {
            let message = "a page from standard input has no name of its own";
            let help = "name its file with `--output`, and build the others apart";
            Err(UsageError::new(message).help(help))
        }
        InputPath::File(path) => Ok(Destination::File(page_in(folder, path))),
    }
}

fn page_in(folder: &Path, input: &Path) -> PathBuf {
    let mut name = input.file_stem().unwrap_or_default().to_owned();
    name.push(".html");
    folder.join(name)
}

pub(super) fn is_folder(path: &Path) -> bool {
    let last = path.as_os_str().as_encoded_bytes().last();
    path.is_dir() || last.is_some_and(|byte| std::path::is_separator(char::from(*byte)))
}

/// Refuses to write one page over another, or over an input.
fn refuse_collisions(inputs: &[InputPath], destinations: &[Destination]) -> Result<(), UsageError> {
    let mut taken: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    let sources: Vec<_> = inputs.iter().filter_map(file_identity).collect();
    for (input, destination) in inputs.iter().zip(destinations) {
        let (InputPath::File(source), Destination::File(page)) = (input, destination) else {
            continue;
        };
        let shown = page.display();
        if sources.contains(&identity(page)) {
            let message = format!("the page would be written over the input `{shown}`");
            let help = "name another file: `--output page.html`";
            return Err(UsageError::new(message).help(help));
        }
        if let Some(first) = taken.insert(identity(page), source) {
            let (first, second) = (first.display(), source.display());
            let message = format!("`{first}` and `{second}` would both be written to `{shown}`");
            return Err(UsageError::new(message).help("build them apart, each with `--output`"));
        }
    }
    Ok(())
}

pub(super) fn file_identity(input: &InputPath) -> Option<PathBuf> {
    match input {
        InputPath::Stdin => None,
        InputPath::File(path) => Some(identity(path)),
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Destination, InputPath, plan};

    fn inputs(names: &[&str]) -> Vec<InputPath> {
        names
            .iter()
            .map(|name| match *name {
                "-" => InputPath::Stdin,
                name => InputPath::File(PathBuf::from(name)),
            })
            .collect()
    }

    fn planned(names: &[&str], output: Option<&str>) -> Result<Vec<String>, String> {
        match plan(&inputs(names), output.map(Path::new)) {
            Ok(destinations) => Ok(destinations.iter().map(shown).collect()),
            Err(error) => Err(error.message),
        }
    }

    fn shown(destination: &Destination) -> String {
        match destination {
            Destination::Stdout => "-".to_owned(),
            Destination::File(path) => path.display().to_string(),
        }
    }

    #[test]
    fn pages_go_to_dist_and_that_of_standard_input_to_standard_output() {
        let pages = planned(&["a/x.yaml", "-", "y.v2.yaml"], None).unwrap();
        assert_eq!(pages, ["dist/x.html", "-", "dist/y.v2.html"]);
    }

    #[test]
    fn a_folder_takes_any_number_of_pages() {
        let one = planned(&["x.yaml"], Some("no-such-folder/")).unwrap();
        assert_eq!(one, ["no-such-folder/x.html"]);
        let two = planned(&["x.yaml", "y.yaml"], Some("src")).unwrap();
        assert_eq!(two, ["src/x.html", "src/y.html"]);
    }

    #[test]
    fn one_page_takes_any_name() {
        assert_eq!(planned(&["x.yaml"], Some("page")).unwrap(), ["page"]);
        assert_eq!(planned(&["-"], Some("page")).unwrap(), ["page"]);
        assert_eq!(planned(&["x.yaml"], Some("-")).unwrap(), ["-"]);
    }

    #[test]
    fn what_would_lose_a_page_or_an_input_is_refused() {
        let refused = |names: &[&str], output| planned(names, output).unwrap_err();
        let two = ["x.yaml", "y.yaml"];
        assert!(refused(&two, Some("-")).contains("standard output"));
        assert!(refused(&two, Some("page")).contains("need a folder"));
        assert!(refused(&["-"], Some("src")).contains("no name of its own"));
        assert!(refused(&["a/x.yaml", "b/x.yaml"], None).contains("would both be written"));
        assert!(refused(&["x.yaml"], Some("./x.yaml")).contains("over the input"));
    }
}
