//! Where words are taken from: the argument of every command that sets them.

use std::path::PathBuf;

use clap::Args;

/// Where words are taken from.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LocalesArgument {
    /// Take words from this folder, where it has them: a file a language, such as uk.ftl
    #[arg(long, value_name = "DIR")]
    pub(crate) locales: Option<PathBuf>,
}
