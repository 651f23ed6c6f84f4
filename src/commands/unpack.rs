//! `brief unpack`: gives back the sources that a page carries.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

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
    refuse_taken(&folder, &files, arguments.force)?;
    for carried in &files {
        let path = folder.join(&carried.path);
        let written = if arguments.force {
            replace(&path, carried.text)
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
    file.said.extend(made.into_iter().map(Said::Remark));
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

/// Refuses to write anything where a file would be written over, unless that is asked, or where it would
/// go elsewhere: what leads out of the folder is never followed.
fn refuse_taken(folder: &Path, files: &[CarriedFile<'_>], force: bool) -> Result<(), Failure> {
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    let folders: BTreeSet<&Path> = paths
        .iter()
        .flat_map(|path| path.ancestors().skip(1))
        .filter(|ancestor| ancestor.starts_with(folder) && !ancestor.as_os_str().is_empty())
        .collect();
    for folder in folders {
        if folder.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
            return Err(Failure::new(
                format!(
                    "`{}` is a link, or no folder, and nothing was written",
                    folder.display()
                ),
                "name another folder, `--output DIR`",
            ));
        }
    }
    for path in paths {
        match path.symlink_metadata() {
            Err(_) => {}
            Ok(found) if force && (found.is_file() || found.is_symlink()) => {}
            Ok(found) => {
                let help = if found.is_file() || found.is_symlink() {
                    "name another folder, `--output DIR`, or write over it: `--force`"
                } else {
                    "name another folder, `--output DIR`"
                };
                return Err(Failure::new(
                    format!(
                        "`{}` is there already, and nothing was written",
                        path.display()
                    ),
                    help,
                ));
            }
        }
    }
    Ok(())
}

/// Writes a file over another; a link is taken away, and not followed.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    if path
        .symlink_metadata()
        .is_ok_and(|found| found.is_symlink())
    {
        fs::remove_file(path)?;
        return write_new(path, text);
    }
    write_whole(path, text)
}

/// Says how the page is made of its files, by what its block says.
fn how_to_build(sources: &Sources, folder: &Path, files: &[CarriedFile<'_>]) -> Vec<String> {
    let first = files.first().map_or("", |file| &file.path);
    let mut call = format!("brief build {}", quoted(&folder.join(first)));
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
            call = format!("{call} --{name} {}", quoted(&folder.join(name)));
        }
    }
    let version = sources.version();
    let warning = (!templates.is_empty()).then(|| {
        "warning: it has templates of its own, which are programs: look at them before you build\n"
            .to_owned()
    });
    let how = format!("its block says that brief {version} built the page so: {call}\n");
    warning.into_iter().chain([how]).collect()
}

/// Returns a path as a shell takes it for one word, and no option.
fn quoted(path: &Path) -> String {
    let path = printable(&path.display().to_string());
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./\\:".contains(letter);
    let path = if path.starts_with('-') {
        format!("./{path}")
    } else {
        path
    };
    if path
        .chars()
        .all(|letter| is_plain(letter) && (cfg!(windows) || letter != '\\'))
    {
        return path;
    }
    format!("'{}'", path.replace('\'', "'\\''"))
}
