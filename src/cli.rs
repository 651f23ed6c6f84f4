//! The arguments of the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use brief::diagnostics::terminal::Style;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

/// What the user asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) verb: Verb,
    pub(crate) color: Color,
}

impl Arguments {
    /// Reads the arguments of the process; without a command they are those of `build`.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        CommandLine::try_parse()?.settle()
    }
}

/// Prints the help or the error that clap answers with, and returns its exit code.
pub(crate) fn refuse(error: &clap::Error) -> ExitCode {
    // Nowhere is left to report a failure to.
    drop(error.print());
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
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
    /// Refuses options of `build` before another command: they would have no effect.
    fn settle(self) -> Result<Arguments, clap::Error> {
        let verb = match self.verb {
            None => Verb::Build(self.build),
            Some(verb) if self.build == BuildArguments::default() => verb,
            Some(_) => {
                let message = "options go after the command";
                return Err(Self::command().error(ErrorKind::ArgumentConflict, message));
            }
        };
        Ok(Arguments {
            verb,
            color: self.color,
        })
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Make a page of each file
    Build(BuildArguments),
    /// Report what is wrong with each file, and make no page
    Check(CheckArguments),
    /// Look for every quote in snapshots of its sources, and record what was found
    Verify(VerifyArguments),
    /// Show each claim's roads, record and origins
    Origins(OriginsArguments),
    /// Write a brief in another form than the page
    Export(ExportArguments),
    /// Make parts of a brief from what another program wrote
    Import(ImportArguments),
    /// Explain a code, or list all of them
    Explain(ExplainArguments),
}

/// The arguments of `brief build`.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    /// The page's file, or a folder for several pages; `-` is standard output
    /// [default: dist/<name>.html; for standard input, standard output]
    #[arg(short, long, value_name = "OUT", verbatim_doc_comment)]
    pub(crate) output: Option<PathBuf>,
    /// Set the page in large print
    #[arg(long)]
    pub(crate) large_print: bool,
    /// Take templates from this folder, where it has them
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    /// Take style sheets from this folder, where it has them
    #[arg(long = "static", value_name = "DIR")]
    pub(crate) static_dir: Option<PathBuf>,
}

/// The arguments of `brief check`.
#[derive(Args, Clone, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
}

/// The arguments of `brief verify`.
#[derive(Args, Clone, Debug)]
pub(crate) struct VerifyArguments {
    /// The files [default: content/*.yaml]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The folder of the snapshots: `<source-id>.txt` or `.html`, or named as `snapshot` says
    #[arg(long, value_name = "DIR")]
    pub(crate) snapshots: PathBuf,
    /// The day to record, as 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    pub(crate) day: Option<String>,
}

/// Which files, and how to report on them.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct InputArguments {
    /// The files; `-` is standard input [default: content/*.yaml]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Treat these problems as errors
    #[arg(long, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
    /// How to report problems
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

/// The arguments of `brief origins`.
#[derive(Args, Clone, Debug)]
pub(crate) struct OriginsArguments {
    /// The file; `-` is standard input [default: the one `*.yaml` in content]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// What to show them as
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: OriginsFormat,
}

/// What the attribution graph is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OriginsFormat {
    /// Claim by claim, then origin by origin
    Text,
    /// The figure of the page, as a file of its own
    Svg,
}

/// The arguments of `brief export`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ExportArguments {
    /// The form
    #[arg(long, value_name = "FORM")]
    pub(crate) to: ExportForm,
    /// The file; `-` is standard input [default: the one `*.yaml` in content]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Where to write it; `-` is standard output, which is the default
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
}

/// A form that a brief can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportForm {
    /// The whole brief for an e-mail
    Markdown,
    /// The claims for a spreadsheet
    Csv,
    /// The whole brief and its analysis for programs
    Json,
    /// Claims, quotes and works as linked data (schema.org, W3C Web Annotation)
    JsonLd,
    /// The sources for a reference manager
    CslJson,
}

/// The arguments of `brief import`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ImportArguments {
    /// The form of the file
    pub(crate) from: ImportForm,
    /// The file; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// A form that parts of a brief can be made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportForm {
    /// Sources from a reference manager such as Zotero
    CslJson,
}

/// The arguments of `brief explain`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ExplainArguments {
    /// The code, such as `loaded-verb`
    pub(crate) code: Option<String>,
}

/// What `--deny` denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Every warning
    Warnings,
}

/// How problems are reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With excerpts, for people
    #[default]
    Human,
    /// As one JSON document: on standard output for `check`, on standard error for `build`
    Json,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Decides for a stream.
    pub(crate) fn style(self, stream: &impl RawStream) -> Style {
        match self {
            Self::Auto if AutoStream::choice(stream) == ColorChoice::Never => Style::Plain,
            Self::Auto | Self::Always => Style::Styled,
            Self::Never => Style::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{CommandFactory, CommandLine, Parser, Verb};

    fn verb(line: &str) -> Result<Verb, clap::Error> {
        CommandLine::try_parse_from(line.split_whitespace())?
            .settle()
            .map(|arguments| arguments.verb)
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
