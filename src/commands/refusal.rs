//! Says what is wrong with arguments that clap refuses, and what to type instead.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::num::ParseIntError;
use std::path::Path;

use brief::diagnostics::nearest;
use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error, ValueEnum};

use super::arguments::Color;
use crate::outcome::{Failure, Text};

/// Returns what is said to arguments that name no command to run: the help or the version that they
/// ask for, or why they cannot be read.
pub(super) fn answer(
    error: &Error,
    arguments: &[OsString],
    mut definition: Command,
) -> Result<Text, Failure> {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let text = error.render();
        return Ok(Text {
            plain: text.to_string(),
            coloured: text.ansi().to_string(),
        });
    }
    definition.build();
    let command = command(arguments, &definition);
    let refused = Refused {
        error,
        call: match command {
            Some(command) => format!("brief {}", command.get_name()),
            None => "brief".to_owned(),
        },
        command,
        definition: &definition,
    };
    Err(refused.in_our_words())
}

/// Refuses the name of a file that is not there and nearly that of a command.
pub(super) fn of_mistyped(file: &Path, definition: &Command) -> Option<Failure> {
    let name = file.to_str()?;
    let command = nearest_command(name, definition)?;
    if file.exists() {
        return None;
    }
    let message = format!("there is no command `{name}`, and no such file");
    Some(Failure::new(
        message,
        format!("did you mean `brief {command}`?"),
    ))
}

fn nearest_command<'a>(name: &str, definition: &'a Command) -> Option<&'a str> {
    nearest(name, definition.get_subcommands().map(Command::get_name))
}

/// Returns the words that arguments begin with, up to a `--`, the program's name left out.
fn words(arguments: &[OsString]) -> impl Iterator<Item = &str> {
    let words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    words.take_while(|word| *word != "--")
}

/// Returns the colours that arguments ask for that could not be read as a whole.
pub(super) fn color(arguments: &[OsString]) -> Color {
    let values = words(arguments).zip(words(arguments).skip(1).chain([""]));
    let mut values = values.filter_map(|(word, next)| match word {
        "--color" => Some(next),
        word => word.strip_prefix("--color="),
    });
    let color = values.next().map(|value| Color::from_str(value, false));
    // What is no such value is refused, and that in the colours of the stream.
    color.and_then(Result::ok).unwrap_or(Color::Auto)
}

fn command<'a>(arguments: &[OsString], definition: &'a Command) -> Option<&'a Command> {
    words(arguments).find_map(|word| definition.find_subcommand(word))
}

struct Refused<'a> {
    error: &'a Error,
    /// The program's name, and that of the command, if there is one.
    call: String,
    command: Option<&'a Command>,
    definition: &'a Command,
}

impl Refused<'_> {
    fn in_our_words(&self) -> Failure {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the other kinds need arguments of other forms than this program has"
        )]
        let (message, help) = match self.error.kind() {
            ErrorKind::UnknownArgument => self.unknown(),
            ErrorKind::InvalidSubcommand => self.no_command(),
            ErrorKind::InvalidValue => self.no_value(),
            ErrorKind::ValueValidation => self.bad_value(),
            ErrorKind::MissingRequiredArgument => self.missing(),
            ErrorKind::ArgumentConflict => self.conflict(),
            _ => (self.first_line(), self.see_help()),
        };
        Failure::new(message, help)
    }

    fn unknown(&self) -> (String, String) {
        let argument = self.text(ContextKind::InvalidArg);
        let message = if argument.starts_with('-') {
            format!("there is no option `{argument}`")
        } else {
            format!("`{argument}` is one argument too many")
        };
        let help = match self.texts(ContextKind::SuggestedArg).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => self.see_help(),
        };
        (message, help)
    }

    fn no_command(&self) -> (String, String) {
        let command = self.text(ContextKind::InvalidSubcommand);
        let help = match nearest_command(&command, self.definition) {
            Some(near) => format!("did you mean `brief {near}`?"),
            None => "`brief help` lists all commands".to_owned(),
        };
        (format!("there is no command `{command}`"), help)
    }

    fn no_value(&self) -> (String, String) {
        let (argument, value) = (self.argument(), self.text(ContextKind::InvalidValue));
        let message = if value.is_empty() {
            format!("`{argument}` needs a value")
        } else {
            format!("`{argument}` does not take `{value}`")
        };
        let near = self.texts(ContextKind::SuggestedValue);
        let valid = self.texts(ContextKind::ValidValue);
        let help = match (near.as_slice(), valid.as_slice()) {
            ([near, ..], _) => format!("did you mean `{}`?", self.written(near)),
            ([], []) => format!("write `{}`", self.text(ContextKind::InvalidArg)),
            ([], [only]) => format!("write `{}`", self.written(only)),
            ([], [first, ..]) => {
                let (valid, written) = (valid.join(", "), self.written(first));
                format!("write one of {valid}: `{written}`")
            }
        };
        (message, help)
    }

    fn bad_value(&self) -> (String, String) {
        let (argument, value) = (self.argument(), self.text(ContextKind::InvalidValue));
        let cause = std::error::Error::source(self.error);
        let is_number = cause.is_some_and(<dyn std::error::Error>::is::<ParseIntError>);
        let reason = cause.map_or(String::new(), |cause| format!(": {cause}"));
        let help = if is_number {
            format!("write a number from 1 on: `{}`", self.written("2"))
        } else {
            self.see_help()
        };
        (
            format!("`{argument}` does not take `{value}`{reason}"),
            help,
        )
    }

    fn missing(&self) -> (String, String) {
        let missing = self.texts(ContextKind::InvalidArg);
        let message = format!("`{}` is missing", missing.join("` and `"));
        let arguments = self.command.into_iter().flat_map(Command::get_arguments);
        let mut help = format!("write `{}", self.call);
        let mut names = String::new();
        for argument in arguments.filter(|argument| argument.is_required_set()) {
            _ = write!(help, " {argument}");
            let values = argument.get_possible_values();
            if let Some(name) = argument.get_value_names().and_then(<[_]>::first)
                && !values.is_empty()
                && missing.contains(&argument.to_string())
            {
                let values: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
                _ = write!(names, "; {name} is one of {}", values.join(", "));
            }
        }
        help = format!("{help}`{names}");
        (message, help)
    }

    fn conflict(&self) -> (String, String) {
        let (argument, written) = (self.argument(), self.text(ContextKind::InvalidArg));
        let others = self.texts(ContextKind::PriorArg);
        if others == [written.as_str()] {
            let message = format!("`{argument}` is given twice");
            return (message, format!("write it once: `{written}`"));
        }
        let how = match others.join("` and `") {
            none if none.is_empty() => "like this".to_owned(),
            others => format!("with `{others}`"),
        };
        let message = format!("`{argument}` cannot be given {how}");
        let help = format!("leave one of them out; {}", self.see_help());
        (message, help)
    }

    fn first_line(&self) -> String {
        let text = self.error.to_string();
        let line = text.lines().next().unwrap_or(&text);
        line.trim_start_matches("error: ").to_owned()
    }

    fn see_help(&self) -> String {
        format!("`{} --help` shows what can be written", self.call)
    }

    /// Returns the argument as it is named, without its values: of `--deny <WHAT>` the option.
    fn argument(&self) -> String {
        let argument = self.text(ContextKind::InvalidArg);
        let name = argument.split_whitespace().next().unwrap_or(&argument);
        name.trim_end_matches("...").to_owned()
    }

    /// Returns the argument with a value: of an option with its name before it.
    fn written(&self, value: &str) -> String {
        let argument = self.argument();
        if argument.starts_with('-') {
            format!("{argument} {value}")
        } else {
            format!("{} {value}", self.call)
        }
    }

    fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).join(" ")
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }
}
