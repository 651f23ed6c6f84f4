//! Reads the arguments and runs the command that they name: one file a command. Commands do the
//! work and return what came of it; none prints.

mod arguments;
mod audit;
mod build;
mod capture;
mod carry;
mod check;
mod completions;
mod coverage;
mod destination;
mod diff;
mod draft;
mod examine;
mod explain;
mod export;
mod import;
mod input;
mod leftovers;
mod look;
mod lsp;
mod make;
mod man;
mod many;
mod mcp;
mod new;
mod origins;
mod pdf;
#[cfg(unix)]
mod pipes;
mod refusal;
mod resolve;
mod schema;
mod serve;
mod sign;
mod snapshots;
mod unpack;
mod verify;
mod watching;
mod write;

use std::ffi::OsString;

use clap::{CommandFactory, Parser, Subcommand};

use crate::outcome::{Failure, Outcome};
use crate::printer::Printer;
pub(crate) use arguments::Color;
use build::BuildArguments;

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
    command: Option<Command>,
    #[command(flatten)]
    build: BuildArguments,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start a brief: a small, commented one that builds
    New(new::NewArguments),
    /// Make a page of each file
    Build(BuildArguments),
    /// Print a page as PDF, with an installed Chrome, Chromium or Edge
    Pdf(pdf::PdfArguments),
    /// Report what is wrong with each file, and make no page
    Check(check::CheckArguments),
    /// Show each file's page in the browser, and follow every change
    Serve(serve::ServeArguments),
    /// Look for every quote in snapshots of its sources, and record what was found
    Verify(verify::VerifyArguments),
    /// Show what of its sources the claims rest on, sentence by sentence
    Coverage(coverage::CoverageArguments),
    /// Show each claim's chains, record and origins
    Origins(origins::OriginsArguments),
    /// Show what changed from one edition to the next
    Diff(diff::DiffArguments),
    /// Say whether a page is what its sources make, where it is not, and who signed it
    Audit(audit::AuditArguments),
    /// Give back the sources that a page carries
    Unpack(unpack::UnpackArguments),
    /// Sign a page with an SSH key
    Sign(sign::SignArguments),
    /// Write a brief in another form than the page
    Export(export::ExportArguments),
    /// Keep copies of what was published as snapshots, and print their sources
    Capture(capture::CaptureArguments),
    /// Draft a brief from articles: who says what, with every quote verified
    Draft(draft::DraftArguments),
    /// Make parts of a brief from what another program wrote
    Import(import::ImportArguments),
    /// Explain a code, or list all of them
    Explain(explain::ExplainArguments),
    /// Let an assistant check what it drafts, by the Model Context Protocol
    Mcp(mcp::McpArguments),
    /// Print the format as a JSON Schema, by which editors complete and check
    Schema(schema::SchemaArguments),
    /// Help an editor with briefs as they are written, as its language server
    Lsp(lsp::LspArguments),
    /// Print what makes a shell complete `brief` and its options
    Completions(completions::CompletionsArguments),
    /// Print the manual page of `brief` or of a command, or write all of them
    Man(man::ManArguments),
}

/// Reads the arguments of the process, its name first; without a command they are those of `build`.
/// Where none is to be run, returns what is said instead: help, the version, why not. Besides comes
/// when to use colours.
pub(crate) fn read(arguments: &[OsString]) -> (Color, Result<Command, Result<Outcome, Failure>>) {
    match CommandLine::try_parse_from(arguments) {
        Ok(line) => (line.color, line.settle().map_err(Err)),
        Err(error) => {
            let answer = refusal::answer(&error, arguments, CommandLine::command());
            (refusal::color(arguments), Err(answer.map(Outcome::text)))
        }
    }
}

impl CommandLine {
    /// Refuses options of `build` before another command: they would have no effect. Refuses a
    /// mistyped command too: it would be taken for a file, and the others would be built.
    fn settle(self) -> Result<Command, Failure> {
        match self.command {
            None => {
                let first = self.build.inputs.files.first();
                match first.and_then(|file| refusal::of_mistyped(file, &Self::command())) {
                    Some(refusal) => Err(refusal),
                    None => Ok(Command::Build(self.build)),
                }
            }
            Some(command) if self.build == BuildArguments::default() => Ok(command),
            Some(_) => Err(Failure::new(
                "options go after the command",
                "write `brief COMMAND [OPTIONS]`; without a command, `brief` builds",
            )),
        }
    }
}

pub(crate) fn run(command: &Command, printer: &mut Printer<'_>) -> Result<Outcome, Failure> {
    match command {
        Command::New(arguments) => new::run(arguments),
        Command::Build(arguments) => build::run(arguments, printer),
        Command::Pdf(arguments) => pdf::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Serve(arguments) => serve::run(arguments, printer),
        Command::Verify(arguments) => verify::run(arguments),
        Command::Coverage(arguments) => coverage::run(arguments),
        Command::Origins(arguments) => origins::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Audit(arguments) => audit::run(arguments),
        Command::Unpack(arguments) => unpack::run(arguments),
        Command::Sign(arguments) => sign::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Capture(arguments) => capture::run(arguments),
        Command::Draft(arguments) => draft::run(arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Mcp(arguments) => mcp::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Lsp(arguments) => lsp::run(arguments),
        Command::Completions(arguments) => Ok(completions::run(arguments, CommandLine::command())),
        Command::Man(arguments) => man::run(arguments, CommandLine::command()),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::Path;

    use super::{Command, CommandFactory, CommandLine, Failure, Outcome, read};

    fn command(line: &str) -> Result<Command, Result<Outcome, Failure>> {
        let words: Vec<_> = line.split_whitespace().map(OsString::from).collect();
        read(&words).1
    }

    #[test]
    fn the_definition_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn no_command_is_build() {
        let Command::Build(build) = command("brief --color never a.yaml -o -").unwrap() else {
            panic!("not build");
        };
        assert_eq!(build.inputs.files, [Path::new("a.yaml")]);
        assert_eq!(build.output.as_deref(), Some(Path::new("-")));
    }

    #[test]
    fn colours_may_stand_before_and_after_the_command() {
        assert!(command("brief --color never check a.yaml").is_ok());
        assert!(command("brief check a.yaml --color never").is_ok());
    }

    #[test]
    fn a_value_may_be_named_as_a_command_is() {
        let Command::Build(build) = command("brief -o check a.yaml").unwrap() else {
            panic!("not build");
        };
        assert_eq!(build.output.as_deref(), Some(Path::new("check")));
    }

    #[test]
    fn options_before_another_command_are_refused() {
        assert!(command("brief --deny warnings check a.yaml").is_err());
        assert!(command("brief --large-print check a.yaml").is_err());
    }
}
