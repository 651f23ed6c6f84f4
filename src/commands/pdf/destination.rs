//! Where the PDFs of a brief go: one on each paper.

use std::path::{Path, PathBuf};

use brief::page::Paper;

use crate::commands::UsageError;
use crate::commands::destination::{DIST, Destination, file_identity, is_folder};
use crate::commands::input::{InputPath, identity};

/// What the output names.
enum Output {
    Stdout,
    File(PathBuf),
    Folder(PathBuf),
}

impl Output {
    fn of(input: &InputPath, output: Option<&Path>) -> Self {
        match (output, input) {
            (None, InputPath::Stdin) => Self::Stdout,
            (None, InputPath::File(_)) => Self::Folder(PathBuf::from(DIST)),
            (Some(path), _) if path.as_os_str() == "-" => Self::Stdout,
            (Some(path), _) if is_folder(path) => Self::Folder(path.to_owned()),
            (Some(path), _) => Self::File(path.to_owned()),
        }
    }
}

/// Returns the destination of the PDF on each paper; of several, each has its paper in its name.
pub(super) fn plan(
    input: &InputPath,
    papers: &[Paper],
    output: Option<&Path>,
) -> Result<Vec<Destination>, UsageError> {
    match (Output::of(input, output), papers) {
        (Output::Stdout, [_]) => Ok(vec![Destination::Stdout]),
        (Output::Stdout, _) => {
            let message = "several PDFs cannot go to standard output";
            Err(UsageError::new(message).help("name a folder: `--output pages/`"))
        }
        (Output::File(path), [_]) if file_identity(input) == Some(identity(&path)) => {
            let shown = path.display();
            let message = format!("the PDF would be written over the input `{shown}`");
            Err(UsageError::new(message).help("name another file: `--output page.pdf`"))
        }
        (Output::File(path), [_]) => Ok(vec![Destination::File(path)]),
        (Output::File(path), _) => {
            let shown = path.display();
            let message = format!("several PDFs need a folder, and `{shown}` is none");
            let help = format!("to have the folder made, write `--output {shown}/`");
            Err(UsageError::new(message).help(help))
        }
        (Output::Folder(folder), papers) => within(&folder, input, papers),
    }
}

fn within(
    folder: &Path,
    input: &InputPath,
    papers: &[Paper],
) -> Result<Vec<Destination>, UsageError> {
    let InputPath::File(path) = input else {
        let message = "a PDF from standard input has no name of its own";
        return Err(UsageError::new(message).help("name its file: `--output page.pdf`"));
    };
    let stem = path.file_stem().unwrap_or_default();
    let file = |paper: &Paper| {
        let mut name = stem.to_owned();
        if papers.len() > 1 {
            name.push(format!("-{}", paper.name().to_lowercase()));
        }
        name.push(".pdf");
        Destination::File(folder.join(name))
    };
    Ok(papers.iter().map(file).collect())
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use brief::page::Paper;

    use super::{Destination, InputPath, plan};

    const BOTH: &[Paper] = &[Paper::A4, Paper::Letter];

    fn planned(name: &str, papers: &[Paper], output: Option<&str>) -> Result<Vec<String>, String> {
        let input = match name {
            "-" => InputPath::Stdin,
            name => InputPath::File(PathBuf::from(name)),
        };
        let shown = |destination| match destination {
            Destination::Stdout => "-".to_owned(),
            Destination::File(path) => path.display().to_string(),
        };
        match plan(&input, papers, output.map(Path::new)) {
            Ok(destinations) => Ok(destinations.into_iter().map(shown).collect()),
            Err(error) => Err(error.message),
        }
    }

    #[test]
    fn a_pdf_goes_to_dist_and_that_of_standard_input_to_standard_output() {
        let one = |name, output| planned(name, &[Paper::Letter], output).unwrap();
        assert_eq!(one("a/x.v2.yaml", None), ["dist/x.v2.pdf"]);
        assert_eq!(one("-", None), ["-"]);
        assert_eq!(one("x.yaml", Some("-")), ["-"]);
        assert_eq!(one("x.yaml", Some("src")), ["src/x.pdf"]);
        assert_eq!(one("-", Some("page.pdf")), ["page.pdf"]);
    }

    #[test]
    fn several_papers_have_their_names_in_their_files() {
        let both = planned("x.yaml", BOTH, Some("new/")).unwrap();
        assert_eq!(both, ["new/x-a4.pdf", "new/x-letter.pdf"]);
    }

    #[test]
    fn what_would_lose_a_pdf_or_an_input_is_refused() {
        let refused = |name, papers, output| planned(name, papers, output).unwrap_err();
        assert!(refused("x.yaml", BOTH, Some("-")).contains("standard output"));
        assert!(refused("-", BOTH, None).contains("standard output"));
        assert!(refused("x.yaml", BOTH, Some("page.pdf")).contains("need a folder"));
        assert!(refused("-", BOTH, Some("new/")).contains("no name of its own"));
        assert!(refused("x.yaml", &[Paper::A4], Some("./x.yaml")).contains("over the input"));
    }
}
