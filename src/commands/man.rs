//! `brief man`: makes the manual from the definition of the command line.

use std::io;
use std::path::{Path, PathBuf};

use brief::diagnostics::nearest;
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::input::cannot;
use super::write::write_whole;
use crate::outcome::{Failure, Outcome, wrote};

#[derive(Args, Clone, Debug)]
pub(crate) struct ManArguments {
    /// The command whose page to print [default: brief itself]
    #[arg(value_name = "COMMAND", conflicts_with = "output")]
    command: Option<String>,
    /// Write all pages to this folder: brief.1, brief-build.1 and so on
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// A page of the manual: the command that it is about, `brief` itself first; the name of its file,
/// such as `brief-build.1`; and its text.
type ManPage = (String, String, String);

pub(super) fn run(arguments: &ManArguments, definition: Command) -> Result<Outcome, Failure> {
    let pages = pages(definition)
        .map_err(|error| Failure::new(error.to_string(), "`brief help` says the same in short"))?;
    match &arguments.output {
        Some(folder) => write(&pages, folder),
        None => print(&pages, arguments.command.as_deref().unwrap_or("brief")),
    }
}

fn print(pages: &[ManPage], command: &str) -> Result<Outcome, Failure> {
    if let Some(page) = pages.iter().find(|page| page.0 == command) {
        return Ok(Outcome::text(page.2.clone()));
    }
    let commands = pages.iter().map(|page| page.0.as_str());
    let help = match nearest(command, commands) {
        Some(nearest) => format!("did you mean `brief man {nearest}`?"),
        None => "`brief help` lists all commands".to_owned(),
    };
    let message = format!("there is no command `{command}`");
    Err(Failure::new(message, help))
}

fn write(pages: &[ManPage], folder: &Path) -> Result<Outcome, Failure> {
    let mut remark = String::new();
    for (_, file, roff) in pages {
        let path = folder.join(file);
        write_whole(&path, roff).map_err(|error| {
            let help = "name a folder that you may write to: `brief man --output DIR`";
            Failure::new(cannot("write", path.display(), &error), help)
        })?;
        remark.push_str(&wrote(&path, ""));
    }
    Ok(Outcome::remark(remark))
}

fn pages(definition: Command) -> io::Result<Vec<ManPage>> {
    let mut brief = definition.disable_help_subcommand(true);
    brief.build();
    let commands: Vec<Command> = brief.get_subcommands().cloned().collect();
    std::iter::once(brief).chain(commands).map(page).collect()
}

fn page(command: Command) -> io::Result<ManPage> {
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
    let roff = String::from_utf8_lossy(&roff).into_owned();
    Ok((name, man.get_filename(), roff))
}

fn exit_status() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for (status, meaning) in [
        ("0", "All is well."),
        ("1", "The input is at fault."),
        (
            "2",
            "The usage is wrong, or a file cannot be read or written.",
        ),
    ] {
        roff.control("TP", []);
        roff.text([bold(status)]);
        roff.text([roman(meaning)]);
    }
    roff
}
