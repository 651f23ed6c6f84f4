//! `brief unpack`: gives back the sources that a page carries.

use std::path::{Path, PathBuf};

use brief::carried::{CarriedError, CarriedFile, Own, Setting, Sources};
use brief::diagnostics::printable;
use brief::signatures::SignedPage;
use clap::Args;

use super::input::{InputPath, cannot};
use super::resolve::unreadable_page;
use super::write::{write_new, write_whole};
use crate::outcome::{Failure, FileOutcome, Outcome, Said, wrote};

/// The largest page that is read, in bytes.
pub(super) const MOST_PAGE: u64 = 256 << 20;

#[derive(Args, Clone, Debug)]
pub(crate) struct UnpackArguments {
    /// The page; `-` is standard input
    #[arg(value_name = "PAGE")]
    page: PathBuf,
    /// The folder to write to, which is made if it is missing; `-` prints the brief alone
    /// [default: <page>-sources]
    #[arg(short, long, value_name = "DIR", verbatim_doc_comment)]
    output: Option<PathBuf>,
    /// Write over files that are there
    #[arg(long)]
    force: bool,
}

pub(super) fn run(arguments: &UnpackArguments) -> Result<Outcome, Failure> {
    let input = InputPath::of(&arguments.page);
    let page = read_page(&input)?;
    let mut file = FileOutcome::new(input.name());
    let sources = match sources_of(&page, &input) {
        Ok(sources) => sources,
        Err(failure) => {
            file.failure = Some(failure);
            return Ok(of(file));
        }
    };
    if arguments.output.as_deref() == Some(Path::new("-")) {
        file.said.push(Said::Out(sources.brief().into()));
        return Ok(of(file));
    }
    let name = input.plain_stem();
    let files = sources.files(&name);
    let files = files.map_err(|error| Failure::of_input(error.to_string(), NOT_OURS))?;
    let folder = arguments.output.clone();
    let folder = folder.unwrap_or_else(|| PathBuf::from(format!("{name}-sources")));
    if !arguments.force {
        refuse_taken(&folder, &files)?;
    }
    for carried in &files {
        let path = folder.join(&carried.path);
        let written = if arguments.force {
            write_whole(&path, carried.text)
        } else {
            write_new(&path, carried.text)
        };
        if let Err(error) = written {
            let message = cannot("write", path.display(), &error);
            file.failure = Some(Failure::of_machine(message));
            return Ok(of(file));
        }
        file.said.push(Said::Remark(wrote(&path, "")));
    }
    let made = how_to_build(&sources, &folder, &files);
    file.said.push(Said::Remark(made));
    Ok(of(file))
}

fn of(file: FileOutcome) -> Outcome {
    Outcome {
        files: vec![file],
        ..Outcome::default()
    }
}

const NOT_OURS: &str = "no program wrote the page so: do not trust it";

/// Reads a page.
pub(super) fn read_page(input: &InputPath) -> Result<Vec<u8>, Failure> {
    let page = input.read_at_most(MOST_PAGE);
    page.map_err(|error| unreadable_page(input, &error))
}

/// Returns the sources that a page carries.
pub(super) fn sources_of(page: &[u8], input: &InputPath) -> Result<Sources, Failure> {
    match Sources::in_page(SignedPage::of(page).signed) {
        Ok(Some(sources)) => Ok(sources),
        Ok(None) => Err(Failure::of_input(
            format!("`{}` carries no sources", input.name()),
            "it was built with `--no-source`, or they were taken out, or it is no page of `brief`",
        )),
        Err(error @ CarriedError::OtherForm(_)) => Err(Failure::new(
            error.to_string(),
            "take that version of `brief`, or a later one",
        )),
        Err(error) => Err(Failure::of_input(error.to_string(), NOT_OURS)),
    }
}

/// Refuses to write anything where a file would be written over.
fn refuse_taken(folder: &Path, files: &[CarriedFile<'_>]) -> Result<(), Failure> {
    let mut paths = files.iter().map(|file| folder.join(&file.path));
    match paths.find(|path| path.symlink_metadata().is_ok()) {
        None => Ok(()),
        Some(path) => Err(Failure::new(
            format!(
                "`{}` is there already, and nothing was written",
                path.display()
            ),
            "name another folder, `--output DIR`, or write over it: `--force`",
        )),
    }
}

/// Says how the page is made of its files.
fn how_to_build(sources: &Sources, folder: &Path, files: &[CarriedFile<'_>]) -> String {
    let first = files.first().map_or("", |file| &file.path);
    let mut call = format!("brief build {}", folder.join(first).display());
    let Setting {
        draft, large_print, ..
    } = sources.setting();
    let Own {
        locales,
        style_sheets,
        templates,
    } = sources.own();
    for (is_given, option) in [(draft, "--draft"), (large_print, "--large-print")] {
        if is_given {
            call = format!("{call} {option}");
        }
    }
    for (own, name) in [
        (locales, "locales"),
        (style_sheets, "static"),
        (templates, "templates"),
    ] {
        if !own.is_empty() {
            call = format!("{call} --{name} {}", folder.join(name).display());
        }
    }
    let version = printable(sources.version());
    format!(
        "the page was built so, by brief {version}: {}\n",
        printable(&call)
    )
}
