//! `brief new`: its arguments.

use clap::{Args, ValueEnum};

/// The arguments of `brief new`.
#[derive(Args, Clone, Debug)]
pub(crate) struct NewArguments {
    /// The brief's name, such as harbour-works: it is written to content/harbour-works.yaml; with
    /// a folder, such as ./harbour-works, there
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// The language that it starts in
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(crate) lang: StarterLanguage,
    /// The day up to which it is current, as 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    pub(crate) day: Option<String>,
}

/// A language that a brief can be started in; it can be written in any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StarterLanguage {
    /// English
    En,
    /// Ukrainian
    Uk,
}
