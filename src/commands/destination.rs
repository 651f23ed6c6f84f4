//! Decides where each page or PDF goes, before anything is read or written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use brief::page::Paper;

use super::input::{InputPath, LOCK, identity};
use super::write::folder_of;
use crate::outcome::Failure;

/// Where pages and PDFs go if no output is named.
const DIST: &str = "dist";

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    Stdout,
    File(PathBuf),
}

impl Destination {
    pub(super) fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(folder_of(path)),
        }
    }
}

/// What is made, as errors name it.
struct Kind {
    name: &'static str,
    example: &'static str,
}

const PAGE: Kind = Kind {
    name: "page",
    example: "page.html",
};
const PDF: Kind = Kind {
    name: "PDF",
    example: "page.pdf",
};

/// An input, and how the name of what is made of it ends.
type Wanted<'a> = (&'a InputPath, String);

pub(super) fn plan_pages(
    inputs: &[InputPath],
    output: Option<&Path>,
) -> Result<Vec<Destination>, Failure> {
    let wanted = inputs.iter().map(|input| (input, ".html".to_owned()));
    PAGE.plan(&wanted.collect::<Vec<_>>(), output)
}

/// Returns the destination of the PDF on each paper; of several, each has its paper in its name.
pub(super) fn plan_pdfs(
    input: &InputPath,
    papers: &[Paper],
    output: Option<&Path>,
) -> Result<Vec<Destination>, Failure> {
    let ending = |paper: &Paper| match papers {
        [_] => ".pdf".to_owned(),
        _ => format!("-{}.pdf", paper.name().to_lowercase()),
    };
    let wanted = papers.iter().map(|paper| (input, ending(paper)));
    PDF.plan(&wanted.collect::<Vec<_>>(), output)
}

/// Returns the destination of the one text that is made of an input: a file if one is named.
pub(super) fn one(input: &InputPath, output: Option<&Path>) -> Result<Destination, Failure> {
    match output {
        Some(path) if path.as_os_str() == "-" => Ok(Destination::Stdout),
        Some(path) if is_folder(path) => {
            let message = format!("`{}` is a folder, not a file", path.display());
            Err(Failure::new(message, "name the file to write"))
        }
        Some(path) if input.path().map(identity) == Some(identity(path)) => {
            let message = format!(
                "the output would be written over the input `{}`",
                path.display()
            );
            Err(Failure::new(message, "name another file: `--output other`"))
        }
        Some(path) => {
            refuse_source(path)?;
            Ok(Destination::File(path.to_owned()))
        }
        None => Ok(Destination::Stdout),
    }
}

/// Refuses to write over what may be a brief, an edition before it or what it includes, and to write in the
/// place of a lock.
fn refuse_source(path: &Path) -> Result<(), Failure> {
    let real = identity(path);
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let is_yaml = [".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending));
    if !is_yaml || !(real.exists() || name.ends_with(LOCK)) {
        return Ok(());
    }
    let what = if name.ends_with(LOCK) {
        "an evidence lock"
    } else {
        "a file that may be a brief, or what one includes"
    };
    let message = format!(
        "the output would be written over `{}`, {what}",
        path.display()
    );
    Err(Failure::new(message, "name another file: `--output other`"))
}

impl Kind {
    fn plan(
        &self,
        wanted: &[Wanted<'_>],
        output: Option<&Path>,
    ) -> Result<Vec<Destination>, Failure> {
        let several = wanted.len() > 1;
        let destinations: Vec<_> = match output {
            None => wanted.iter().map(by_default).collect(),
            Some(path) if path.as_os_str() == "-" => vec![Destination::Stdout; wanted.len()],
            Some(path) if is_folder(path) => wanted
                .iter()
                .map(|wanted| self.within(path, wanted))
                .collect::<Result<_, _>>()?,
            Some(path) if several => {
                let (name, shown) = (self.name, path.display());
                let message = format!("several {name}s need a folder, and `{shown}` is none");
                let help = format!("to have the folder made, write `--output {shown}/`");
                return Err(Failure::new(message, help));
            }
            Some(path) => vec![Destination::File(path.to_owned())],
        };
        let to_stdout = |destination: &&Destination| **destination == Destination::Stdout;
        if destinations.iter().filter(to_stdout).count() > 1 {
            let message = format!("several {}s cannot go to standard output", self.name);
            return Err(Failure::new(message, "name a folder: `--output pages/`"));
        }
        self.refuse_collisions(wanted, &destinations)?;
        Ok(destinations)
    }

    fn within(&self, folder: &Path, wanted: &Wanted<'_>) -> Result<Destination, Failure> {
        match wanted {
            (InputPath::Stdin | InputPath::Text(..), _) => {
                let Self { name, example } = self;
                let message = format!("a {name} from standard input has no name of its own");
                let help = format!("name its file, apart from others: `--output {example}`");
                Err(Failure::new(message, help))
            }
            (InputPath::File(path), ending) => {
                Ok(Destination::File(named_as(path, folder, ending)))
            }
        }
    }

    /// Refuses to write over an input, or twice to one file.
    fn refuse_collisions(
        &self,
        wanted: &[Wanted<'_>],
        destinations: &[Destination],
    ) -> Result<(), Failure> {
        let inputs: Vec<_> = wanted
            .iter()
            .filter_map(|(input, _)| input.path().map(identity))
            .collect();
        let mut taken = BTreeMap::new();
        for ((input, _), destination) in wanted.iter().zip(destinations) {
            let Destination::File(file) = destination else {
                continue;
            };
            let (identity, shown) = (identity(file), file.display());
            if inputs.contains(&identity) {
                let Self { name, example } = self;
                let message = format!("the {name} would be written over the input `{shown}`");
                let help = format!("name another file: `--output {example}`");
                return Err(Failure::new(message, help));
            }
            refuse_source(file)?;
            if let Some(first) = taken.insert(identity, input.name()) {
                let second = input.name();
                let message =
                    format!("`{first}` and `{second}` would both be written to `{shown}`");
                let help = "build them apart, each with `--output`";
                return Err(Failure::new(message, help));
            }
        }
        Ok(())
    }
}

fn by_default((input, ending): &Wanted<'_>) -> Destination {
    let file = |path| Destination::File(named_as(path, Path::new(DIST), ending));
    input.path().map_or(Destination::Stdout, file)
}

/// Returns the file in a folder that is named as the input is, with another ending. An input that
/// has no name, such as `..`, cannot be read, and nothing is written for it.
fn named_as(input: &Path, folder: &Path, ending: &str) -> PathBuf {
    let mut name = input.file_stem().unwrap_or_default().to_owned();
    name.push(ending);
    folder.join(name)
}

fn is_folder(path: &Path) -> bool {
    let last = path.as_os_str().as_encoded_bytes().last();
    path.is_dir() || last.is_some_and(|byte| std::path::is_separator(char::from(*byte)))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use brief::page::Paper;

    use super::{Destination, Failure, InputPath, plan_pages, plan_pdfs};

    const BOTH: &[Paper] = &[Paper::A4, Paper::Letter];

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
        names_of(plan_pages(&inputs(names), output.map(Path::new)))
    }

    fn planned_pdfs(
        name: &str,
        papers: &[Paper],
        output: Option<&str>,
    ) -> Result<Vec<String>, String> {
        names_of(plan_pdfs(
            &inputs(&[name])[0],
            papers,
            output.map(Path::new),
        ))
    }

    fn names_of(planned: Result<Vec<Destination>, Failure>) -> Result<Vec<String>, String> {
        match planned {
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

    #[test]
    fn what_would_lose_a_source_of_briefs_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("voices.yaml"), "voices:\n").unwrap();
        std::fs::write(at("old.yml"), "format: 1\n").unwrap();
        let mut outputs = vec![at("voices.yaml"), at("old.yml"), at("new.evidence.yaml")];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("voices.yaml"), at("page.html")).unwrap();
            outputs.push(at("page.html"));
        }
        let input = &inputs(&["x.yaml"])[0];
        for output in outputs {
            let shown = output.display();
            let page = planned(&["x.yaml"], output.to_str()).unwrap_err();
            assert!(page.contains("would be written over"), "{shown}: {page}");
            assert!(
                planned_pdfs("x.yaml", &[Paper::A4], output.to_str()).is_err(),
                "{shown}"
            );
            assert!(super::one(input, Some(&output)).is_err(), "{shown}");
        }
        assert!(super::one(input, Some(&at("new.yaml"))).is_ok());
        assert!(planned(&["x.yaml"], at("other.html").to_str()).is_ok());
    }

    #[test]
    fn a_pdf_goes_to_dist_and_that_of_standard_input_to_standard_output() {
        let one = |name, output| planned_pdfs(name, &[Paper::Letter], output).unwrap();
        assert_eq!(one("a/x.v2.yaml", None), ["dist/x.v2.pdf"]);
        assert_eq!(one("-", None), ["-"]);
        assert_eq!(one("x.yaml", Some("-")), ["-"]);
        assert_eq!(one("x.yaml", Some("src")), ["src/x.pdf"]);
        assert_eq!(one("-", Some("page.pdf")), ["page.pdf"]);
    }

    #[test]
    fn several_papers_have_their_names_in_their_files() {
        let both = planned_pdfs("x.yaml", BOTH, Some("new/")).unwrap();
        assert_eq!(both, ["new/x-a4.pdf", "new/x-letter.pdf"]);
    }

    #[test]
    fn what_would_lose_a_pdf_or_an_input_is_refused() {
        let refused = |name, papers, output| planned_pdfs(name, papers, output).unwrap_err();
        assert!(refused("x.yaml", BOTH, Some("-")).contains("standard output"));
        assert!(refused("-", BOTH, None).contains("standard output"));
        assert!(refused("x.yaml", BOTH, Some("page.pdf")).contains("need a folder"));
        assert!(refused("-", BOTH, Some("new/")).contains("no name of its own"));
        assert!(refused("x.yaml", &[Paper::A4], Some("./x.yaml")).contains("over the input"));
    }
}
