//! `brief explain`: explains a code at length, or lists all codes.

use std::ffi::OsStr;

use brief::RULES;
use brief::diagnostics::Rule;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Args, Command};

use crate::outcome::{Failure, Outcome};

#[derive(Args, Clone, Debug)]
pub(crate) struct ExplainArguments {
    /// The code, such as `loaded-verb`
    #[arg(value_parser = CodeParser, hide_possible_values = true)]
    code: Option<String>,
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

pub(super) fn run(arguments: &ExplainArguments) -> Result<Outcome, Failure> {
    let Some(code) = &arguments.code else {
        return Ok(Outcome::text(RULES.table()));
    };
    Ok(Outcome::text(find(code)?.explanation().to_owned()))
}

/// Returns the rule of a code.
pub(super) fn find(code: &str) -> Result<&'static Rule, Failure> {
    RULES.find(code).ok_or_else(|| {
        let help = match RULES.nearest(code) {
            Some(nearest) => format!("did you mean `brief explain {nearest}`?"),
            None => "`brief explain` lists all codes".to_owned(),
        };
        Failure::new(format!("there is no code `{code}`"), help)
    })
}
