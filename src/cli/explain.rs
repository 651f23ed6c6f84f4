//! `brief explain`: its arguments.

use std::ffi::OsStr;

use brief::check::RULES;
use brief::diagnostics::Rule;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Args, Command};

/// The arguments of `brief explain`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ExplainArguments {
    /// The code, such as `loaded-verb`
    #[arg(value_parser = CodeParser, hide_possible_values = true)]
    pub(crate) code: Option<String>,
}

/// Takes any text, and offers the codes to whoever completes it.
#[derive(Clone)]
struct CodeParser;

impl TypedValueParser for CodeParser {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value = |rule: &Rule| PossibleValue::new(rule.code()).help(rule.meaning());
        Some(Box::new(RULES.iter().map(value)))
    }
}
