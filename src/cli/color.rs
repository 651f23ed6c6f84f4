//! When colours are used.

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use brief::diagnostics::terminal::Style;
use clap::ValueEnum;

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
