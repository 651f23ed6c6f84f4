//! `brief pdf`: its arguments.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;

use brief::page::Paper;
use clap::{Args, ValueEnum};

use super::inputs::{Deny, Format, InputArguments};
use super::page::PageArguments;

/// The arguments of `brief pdf`.
#[derive(Args, Clone, Debug)]
pub(crate) struct PdfArguments {
    /// The file; `-` is standard input [default: the one brief in content, translations apart]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// The PDF's file, or a folder; `-` is standard output
    /// [default: dist/<name>.pdf; for standard input, standard output]
    #[arg(short, long, value_name = "OUT", verbatim_doc_comment)]
    pub(crate) output: Option<PathBuf>,
    /// The paper; given twice, <name>-a4.pdf and <name>-letter.pdf are made
    #[arg(long, value_name = "PAPER", default_value = "a4")]
    pub(crate) paper: Vec<PaperName>,
    /// Fail if it takes more pages, and say how many words to cut
    #[arg(long, value_name = "NUMBER")]
    pub(crate) max_pages: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) page: PageArguments,
    /// The Chrome, Chromium or Edge that prints [default: the first that is found]
    #[arg(
        long,
        value_name = "PATH",
        env = "BRIEF_BROWSER",
        hide_env_values = true
    )]
    pub(crate) browser: Option<PathBuf>,
    /// How many seconds it may take
    #[arg(long, value_name = "SECONDS", default_value = "60")]
    pub(crate) timeout: NonZeroU64,
    /// Treat these problems as errors
    #[arg(long, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
    /// How to report problems, on standard error
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

impl PdfArguments {
    /// Returns how the input is read and reported on.
    pub(crate) fn inputs(&self) -> InputArguments {
        InputArguments {
            files: self.file.iter().cloned().collect(),
            deny: self.deny,
            format: self.format,
        }
    }
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperName {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

impl From<PaperName> for Paper {
    fn from(name: PaperName) -> Self {
        match name {
            PaperName::A4 => Self::A4,
            PaperName::Letter => Self::Letter,
        }
    }
}
