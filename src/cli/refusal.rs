//! Arguments that are no arguments: what is wrong, and what to type instead.

use std::fmt::Write as _;
use std::num::ParseIntError;

use brief::diagnostics::nearest;
use clap::Error;
use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::definition;

/// Why the arguments cannot be read, and what to type instead.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// What is wrong.
    pub(crate) message: String,
    /// What to type instead.
    pub(crate) help: String,
}

impl Refusal {
    /// Says what clap found wrong in the words of this program. The call is the program's name and
    /// that of the command, if there is one.
    pub(super) fn of(error: &Error, call: &str) -> Self {
        let said = Said { error, call };
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the other kinds need arguments of other forms than this program has"
        )]
        let (message, help) = match error.kind() {
            ErrorKind::UnknownArgument => said.unknown(),
            ErrorKind::InvalidSubcommand => said.no_command(),
            ErrorKind::InvalidValue => said.no_value(),
            ErrorKind::ValueValidation => said.bad_value(),
            ErrorKind::MissingRequiredArgument => said.missing(),
            ErrorKind::ArgumentConflict => said.conflict(),
            _ => (said.first_line(), said.see_help()),
        };
        Self { message, help }
    }
}

/// An error of clap's, by its parts.
struct Said<'a> {
    error: &'a Error,
    call: &'a str,
}

impl Said<'_> {
    fn unknown(&self) -> (String, String) {
        let argument = self.text(ContextKind::InvalidArg);
        let message = if argument.starts_with('-') {
            format!("there is no option `{argument}`")
        } else {
            format!("`{argument}` is one argument too many")
        };
        let help = match self.near(ContextKind::SuggestedArg) {
            Some(near) => format!("did you mean `{near}`?"),
            None => self.see_help(),
        };
        (message, help)
    }

    fn no_command(&self) -> (String, String) {
        let command = self.text(ContextKind::InvalidSubcommand);
        let definition = definition();
        let commands = definition.get_subcommands().map(clap::Command::get_name);
        let help = match nearest(&command, commands) {
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
        let valid = self.texts(ContextKind::ValidValue);
        let help = match (self.near(ContextKind::SuggestedValue), valid.as_slice()) {
            (Some(near), _) => format!("did you mean `{}`?", self.written(&near)),
            (None, []) => format!("write `{}`", self.text(ContextKind::InvalidArg)),
            (None, [only]) => format!("write `{}`", self.written(only)),
            (None, [first, ..]) => {
                format!(
                    "write one of {}: `{}`",
                    valid.join(", "),
                    self.written(first)
                )
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
        let mut definition = definition();
        definition.build();
        let command = self.call.split(' ').nth(1);
        let command = command.and_then(|name| definition.find_subcommand(name));
        let required: Vec<&clap::Arg> = command
            .into_iter()
            .flat_map(clap::Command::get_arguments)
            .filter(|argument| argument.is_required_set())
            .collect();
        let call: Vec<String> = required.iter().map(ToString::to_string).collect();
        let mut help = format!("write `{} {}`", self.call, call.join(" "));
        for argument in required {
            let values = argument.get_possible_values();
            if let Some(name) = argument.get_value_names().and_then(<[_]>::first)
                && !values.is_empty()
                && missing.contains(&argument.to_string())
            {
                let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
                _ = write!(help, "; {name} is one of {}", names.join(", "));
            }
        }
        (message, help)
    }

    fn conflict(&self) -> (String, String) {
        let argument = self.argument();
        let others = self.texts(ContextKind::PriorArg);
        let message = match others.as_slice() {
            [] => format!("`{argument}` cannot be given like this"),
            [other] if *other == self.text(ContextKind::InvalidArg) => {
                return (
                    format!("`{argument}` is given twice"),
                    format!("write it once: `{}`", self.text(ContextKind::InvalidArg)),
                );
            }
            others => format!(
                "`{argument}` cannot be given with `{}`",
                others.join("` and `")
            ),
        };
        (
            message,
            format!("leave one of them out; {}", self.see_help()),
        )
    }

    fn first_line(&self) -> String {
        let text = self.error.to_string();
        let line = text.lines().next().unwrap_or_default();
        line.trim_start_matches("error: ").to_owned()
    }

    fn see_help(&self) -> String {
        format!("`{} --help` shows what can be written", self.call)
    }

    /// Returns the argument as it is named, without its values: of `--deny <WHAT>` the option.
    fn argument(&self) -> String {
        let argument = self.text(ContextKind::InvalidArg);
        let name = argument.split_whitespace().next().unwrap_or_default();
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

    fn near(&self, kind: ContextKind) -> Option<String> {
        self.texts(kind).into_iter().next()
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }
}
