//! `brief man`: the manual, made from the definition of the command line.

use std::io;
use std::path::Path;

use brief::diagnostics::nearest;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::check::cannot;
use super::outcome::{Made, Outcome, UsageError};
use super::write::write_whole;
use crate::cli::{ManArguments, definition};

/// What the program ends with.
const EXITS: &[(&str, &str)] = &[
    ("0", "All is well."),
    ("1", "The input is at fault."),
    (
        "2",
        "The usage is wrong, or a file cannot be read or written.",
    ),
];

/// A page of the manual.
struct Page {
    /// The command that it is about; `brief` itself is the first.
    command: String,
    /// The name of its file, such as `brief-build.1`.
    file: String,
    /// What it says, as roff.
    roff: String,
}

/// Runs the command.
pub(super) fn run(arguments: &ManArguments) -> Result<Outcome, UsageError> {
    let pages = pages().map_err(|error| {
        UsageError::new(error.to_string()).help("`brief help` says the same in short")
    })?;
    match (&arguments.output, &arguments.command) {
        (Some(folder), _) => write(&pages, folder),
        (None, None) => print(&pages, "brief"),
        (None, Some(command)) => print(&pages, command),
    }
}

fn print(pages: &[Page], command: &str) -> Result<Outcome, UsageError> {
    let page = pages.iter().find(|page| page.command == command);
    page.map(|page| Outcome::Text(page.roff.clone()))
        .ok_or_else(|| {
            let error = UsageError::new(format!("there is no command `{command}`"));
            match nearest(command, pages.iter().map(|page| page.command.as_str())) {
                Some(nearest) => error.help(format!("did you mean `brief man {nearest}`?")),
                None => error.help("`brief help` lists all commands"),
            }
        })
}

fn write(pages: &[Page], folder: &Path) -> Result<Outcome, UsageError> {
    let mut paths = Vec::with_capacity(pages.len());
    for page in pages {
        let path = folder.join(&page.file);
        write_whole(&path, &page.roff).map_err(|error| {
            UsageError::new(cannot("write", &path.display().to_string(), &error))
                .help("name a folder that you may write to: `brief man --output DIR`")
        })?;
        paths.push(path);
    }
    let next = String::new();
    Ok(Outcome::Made(Made { paths, next }))
}

fn pages() -> io::Result<Vec<Page>> {
    let mut brief = definition().disable_help_subcommand(true);
    brief.build();
    let commands: Vec<Command> = brief.get_subcommands().cloned().collect();
    std::iter::once(brief).chain(commands).map(page).collect()
}

fn page(command: Command) -> io::Result<Page> {
    let name = command.get_name().to_owned();
    let has_commands = command.has_subcommands();
    let man = Man::new(command).source(concat!("brief ", env!("CARGO_PKG_VERSION")));
    let mut roff = Vec::new();
    man.render_title(&mut roff)?;
    man.render_name_section(&mut roff)?;
    man.render_synopsis_section(&mut roff)?;
    man.render_description_section(&mut roff)?;
    man.render_options_section(&mut roff)?;
    if has_commands {
        man.render_subcommands_section(&mut roff)?;
    }
    exit_status().to_writer(&mut roff)?;
    Ok(Page {
        command: name,
        file: man.get_filename(),
        roff: String::from_utf8_lossy(&roff).into_owned(),
    })
}

fn exit_status() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for (status, meaning) in EXITS {
        roff.control("TP", []);
        roff.text([bold(*status)]);
        roff.text([roman(*meaning)]);
    }
    roff
}
