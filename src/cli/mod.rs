//! The arguments of the command line: one file a verb.

mod answer;
mod build;
mod check;
mod color;
mod completions;
mod diff;
mod explain;
mod export;
mod import;
mod inputs;
mod locales;
mod man;
mod new;
mod origins;
mod page;
mod pdf;
mod refusal;
mod schema;
mod serve;
mod verify;

use std::env;
use std::ffi::OsString;
use std::path::Path;

use brief::diagnostics::nearest;
use clap::{CommandFactory, Parser, Subcommand};

pub(crate) use answer::{Answer, Says};
pub(crate) use build::BuildArguments;
pub(crate) use check::CheckArguments;
pub(crate) use color::Color;
pub(crate) use completions::CompletionsArguments;
pub(crate) use diff::{DiffArguments, DiffFormat};
pub(crate) use explain::ExplainArguments;
pub(crate) use export::{ExportArguments, ExportForm};
pub(crate) use import::{ImportArguments, ImportForm};
pub(crate) use inputs::{Deny, InputArguments};
pub(crate) use locales::LocalesArgument;
pub(crate) use man::ManArguments;
pub(crate) use new::{NewArguments, StarterLanguage};
pub(crate) use origins::{OriginsArguments, OriginsFormat};
pub(crate) use page::PageArguments;
pub(crate) use pdf::PdfArguments;
pub(crate) use refusal::Refusal;
pub(crate) use schema::SchemaArguments;
pub(crate) use serve::ServeArguments;
pub(crate) use verify::VerifyArguments;

/// What the user asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) verb: Verb,
    pub(crate) color: Color,
}

impl Arguments {
    /// Reads the arguments of the process; without a command they are those of `build`.
    pub(crate) fn read() -> Result<Self, Answer> {
        Self::parse(&env::args_os().collect::<Vec<_>>())
    }

    fn parse(arguments: &[OsString]) -> Result<Self, Answer> {
        let line = CommandLine::try_parse_from(arguments)
            .map_err(|error| Answer::of(&error, arguments))?;
        line.settle()
            .map_err(|refusal| Answer::new(Says::Refusal(refusal), arguments))
    }
}

/// Returns the definition of the command line, for what is made from it.
pub(crate) fn definition() -> clap::Command {
    CommandLine::command()
}

/// Compile a YAML file of attributed claims into one printable HTML page.
///
/// Without a command, `brief` builds.
#[derive(Debug, Parser)]
#[command(
    name = "brief",
    version,
    override_usage = "brief [OPTIONS] [FILE]...\n       brief <COMMAND>",
    after_help = "Exit codes: 0 fine, 1 the input is at fault, 2 wrong usage, or a file that \
                  cannot be read or written."
)]
struct CommandLine {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    build: BuildArguments,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

impl CommandLine {
    /// Refuses options of `build` before another command: they would have no effect. Refuses a
    /// mistyped command too: it would be taken for a file, and the others would be built.
    fn settle(self) -> Result<Arguments, Refusal> {
        let verb = match self.verb {
            None => match self
                .build
                .inputs
                .files
                .first()
                .and_then(|file| mistyped(file))
            {
                None => Verb::Build(self.build),
                Some(refusal) => return Err(refusal),
            },
            Some(verb) if self.build == BuildArguments::default() => verb,
            Some(_) => {
                return Err(Refusal {
                    message: "options go after the command".to_owned(),
                    help: "write `brief COMMAND [OPTIONS]`; without a command, `brief` builds"
                        .to_owned(),
                });
            }
        };
        Ok(Arguments {
            verb,
            color: self.color,
        })
    }
}

/// Refuses the name of a file that is not there and nearly that of a command.
fn mistyped(file: &Path) -> Option<Refusal> {
    let name = file.to_str()?;
    let definition = definition();
    let commands = definition.get_subcommands().map(clap::Command::get_name);
    let command = nearest(name, commands)?;
    if file.exists() {
        return None;
    }
    Some(Refusal {
        message: format!("there is no command `{name}`, and no such file"),
        help: format!("did you mean `brief {command}`?"),
    })
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Start a brief: a small, commented one that builds
    New(NewArguments),
    /// Make a page of each file
    Build(BuildArguments),
    /// Print a page as PDF, with an installed Chrome, Chromium or Edge
    Pdf(PdfArguments),
    /// Report what is wrong with each file, and make no page
    Check(CheckArguments),
    /// Show each file's page in the browser, and follow every change
    Serve(ServeArguments),
    /// Look for every quote in snapshots of its sources, and record what was found
    Verify(VerifyArguments),
    /// Show each claim's roads, record and origins
    Origins(OriginsArguments),
    /// Show what changed from one edition to the next
    Diff(DiffArguments),
    /// Write a brief in another form than the page
    Export(ExportArguments),
    /// Make parts of a brief from what another program wrote
    Import(ImportArguments),
    /// Explain a code, or list all of them
    Explain(ExplainArguments),
    /// Print the format as a JSON Schema, by which editors complete and check
    Schema(SchemaArguments),
    /// Print what makes a shell complete `brief` and its options
    Completions(CompletionsArguments),
    /// Print the manual page of `brief` or of a command, or write all of them
    Man(ManArguments),
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::Path;

    use super::{Answer, Arguments, CommandFactory, CommandLine, Verb};

    fn verb(line: &str) -> Result<Verb, Answer> {
        let words: Vec<_> = line.split_whitespace().map(OsString::from).collect();
        Arguments::parse(&words).map(|arguments| arguments.verb)
    }

    #[test]
    fn the_definition_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn no_command_is_build() {
        let Verb::Build(build) = verb("brief --color never a.yaml -o -").unwrap() else {
            panic!("not build");
        };
        assert_eq!(build.inputs.files, [Path::new("a.yaml")]);
        assert_eq!(build.output.as_deref(), Some(Path::new("-")));
    }

    #[test]
    fn colours_may_stand_before_and_after_the_command() {
        assert!(verb("brief --color never check a.yaml").is_ok());
        assert!(verb("brief check a.yaml --color never").is_ok());
    }

    #[test]
    fn a_value_may_be_named_as_a_command_is() {
        let Verb::Build(build) = verb("brief -o check a.yaml").unwrap() else {
            panic!("not build");
        };
        assert_eq!(build.output.as_deref(), Some(Path::new("check")));
    }

    #[test]
    fn options_before_another_command_are_refused() {
        assert!(verb("brief --deny warnings check a.yaml").is_err());
        assert!(verb("brief --large-print check a.yaml").is_err());
    }
}
