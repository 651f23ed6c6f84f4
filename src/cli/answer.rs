//! What is said instead of running a command: help, the version, a refusal.

use std::ffi::OsString;

use brief::diagnostics::terminal::Style;
use clap::ValueEnum;
use clap::error::ErrorKind;

use super::{Color, Refusal, definition};

/// What is said instead of running a command.
#[derive(Debug)]
pub(crate) struct Answer {
    /// When it is in colours.
    pub(crate) color: Color,
    /// What it says.
    pub(crate) says: Says,
}

/// What an answer says.
#[derive(Debug)]
pub(crate) enum Says {
    /// What was asked for: help, or the version.
    Text(clap::builder::StyledStr),
    /// Why the arguments cannot be read.
    Refusal(Refusal),
}

impl Answer {
    /// Makes an answer of what clap says of these arguments, the program's name first.
    pub(super) fn of(error: &clap::Error, arguments: &[OsString]) -> Self {
        let is_asked_for = matches!(
            error.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        );
        let says = if is_asked_for {
            Says::Text(error.render())
        } else {
            Says::Refusal(Refusal::of(error, &call(arguments)))
        };
        Self::new(says, arguments)
    }

    /// Makes an answer to these arguments.
    pub(super) fn new(says: Says, arguments: &[OsString]) -> Self {
        Self {
            color: color(arguments),
            says,
        }
    }
}

impl Says {
    /// Returns a text as it is printed in a style.
    pub(crate) fn text(text: &clap::builder::StyledStr, style: Style) -> String {
        match style {
            Style::Plain => text.to_string(),
            Style::Styled => text.ansi().to_string(),
        }
    }
}

/// Returns the colours that arguments ask for that could not be read as a whole.
fn color(arguments: &[OsString]) -> Color {
    let words: Vec<_> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let words = words.split(|word| *word == "--").next().unwrap_or_default();
    let after = |at: usize| words.get(at + 1).copied();
    let value = words.iter().enumerate().find_map(|(at, word)| match *word {
        "--color" => after(at),
        word => word.strip_prefix("--color="),
    });
    let color = value.and_then(|value| Color::from_str(value, false).ok());
    color.unwrap_or(Color::Auto)
}

/// Returns how the program was called: its name, and the first command among the arguments.
fn call(arguments: &[OsString]) -> String {
    let definition = definition();
    let is_command = |word: &&str| definition.find_subcommand(word).is_some();
    let words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    match words.take_while(|word| *word != "--").find(is_command) {
        Some(command) => format!("brief {command}"),
        None => "brief".to_owned(),
    }
}
