//! Which files a command reads, and how it reports on them.

use std::path::PathBuf;

use brief::diagnostics::MachineFormat;
use clap::{Args, ValueEnum};

/// Which files, and how to report on them.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct InputArguments {
    /// Files, folders, or patterns such as 'desk/**/*.yaml'; `-` is standard input
    /// [default: the briefs in content]
    #[arg(value_name = "FILE", verbatim_doc_comment)]
    pub(crate) files: Vec<PathBuf>,
    /// Treat these problems as errors
    #[arg(long, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
    /// How to report problems; for machines, `build` does so on standard error
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

/// What `--deny` denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Every warning
    Warnings,
}

/// How problems are reported: for machines on standard output by `check`, on standard error by
/// what makes a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
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
    /// Returns the format if it is one for machines.
    pub(crate) fn for_machines(self) -> Option<MachineFormat> {
        match self {
            Self::Human => None,
            Self::Json => Some(MachineFormat::Json),
            Self::Sarif => Some(MachineFormat::Sarif),
            Self::Github => Some(MachineFormat::Github),
        }
    }
}
