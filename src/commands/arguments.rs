//! Defines the arguments that several commands share.

use std::path::PathBuf;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use brief::diagnostics::MachineFormat;
use brief::diagnostics::terminal::Style;
use brief::evidence::Day;
use clap::{Args, ValueEnum};
use jiff::Zoned;

use crate::outcome::Failure;

/// Which files a command reads, and how it reports on them.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct InputArguments {
    /// Files, folders, or patterns such as 'desk/**/*.yaml'; `-` is standard input
    /// [default: the briefs in content]
    #[arg(value_name = "FILE", verbatim_doc_comment)]
    pub(super) files: Vec<PathBuf>,
    /// Treat these problems as errors
    #[arg(long, value_name = "WHAT")]
    pub(super) deny: Option<Deny>,
    /// How to report problems; for machines, `build` does so on standard error
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Every warning
    Warnings,
}

/// How problems are reported: for machines on standard output by `check`, on standard error by
/// what makes a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With excerpts, for people
    #[default]
    Human,
    /// As one JSON document, for editors
    Json,
    /// As SARIF 2.1.0, for code-scanning views
    Sarif,
    /// As workflow commands, for annotations in pull requests
    Github,
}

impl Format {
    pub(super) fn for_machines(self) -> Option<MachineFormat> {
        match self {
            Self::Human => None,
            Self::Json => Some(MachineFormat::Json),
            Self::Sarif => Some(MachineFormat::Sarif),
            Self::Github => Some(MachineFormat::Github),
        }
    }
}

/// Where words are taken from.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LocalesArgument {
    /// Take words from this folder, where it has them: a file a language, such as uk.ftl.
    /// Forms for programs take no words from it
    #[arg(long, value_name = "DIR")]
    pub(super) locales: Option<PathBuf>,
}

/// How a page is made.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PageArguments {
    /// Set the page in large print
    #[arg(long)]
    pub(super) large_print: bool,
    /// Take templates from this folder, where it has them
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// Take style sheets from this folder, where it has them
    #[arg(long = "static", value_name = "DIR")]
    pub(super) static_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(super) words: LocalesArgument,
}

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
    pub(crate) fn style(self, stream: &impl RawStream) -> Style {
        match self {
            Self::Auto if AutoStream::choice(stream) == ColorChoice::Never => Style::Plain,
            Self::Auto | Self::Always => Style::Styled,
            Self::Never => Style::Plain,
        }
    }
}

/// Returns the moment and the zone of this machine: the one clock that the program reads.
pub(super) fn now() -> Zoned {
    Zoned::now()
}

/// Returns the day that is given, else today, for what the user would otherwise look up and type.
pub(super) fn day_or_today(given: Option<&str>) -> Result<Day, Failure> {
    let day = match given {
        Some(day) => Day::parse(day),
        None => Day::parse(&now().date().to_string()),
    };
    day.map_err(|error| {
        let help = "write a day as year, month and day: `--day 2026-11-23`";
        Failure::new(error.to_string(), help)
    })
}
