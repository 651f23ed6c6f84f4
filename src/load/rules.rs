//! Defines the rules that the reader reports.

pub(crate) mod cut_text;
pub(crate) mod unfinished;
pub(crate) mod unsafe_character;

use crate::diagnostics::Rule;

pub(crate) static NOT_UTF8: Rule = Rule::error(include_str!("rules/not_utf8.md"));
pub(crate) static INPUT_TOO_LARGE: Rule = Rule::error(include_str!("rules/input_too_large.md"));
pub(crate) static NESTING_TOO_DEEP: Rule = Rule::error(include_str!("rules/nesting_too_deep.md"));
pub(crate) static ALIAS_EXPANSION: Rule = Rule::error(include_str!("rules/alias_expansion.md"));
pub(crate) static SYNTAX: Rule = Rule::error(include_str!("rules/syntax.md"));
pub(crate) static UNSUPPORTED_YAML: Rule = Rule::error(include_str!("rules/unsupported_yaml.md"));
pub(crate) static UNKNOWN_FIELD: Rule = Rule::error(include_str!("rules/unknown_field.md"));
pub(crate) static DUPLICATE_FIELD: Rule = Rule::error(include_str!("rules/duplicate_field.md"));
pub(crate) static MISSING_FIELD: Rule = Rule::error(include_str!("rules/missing_field.md"));
pub(crate) static WRONG_TYPE: Rule = Rule::error(include_str!("rules/wrong_type.md"));
pub(crate) static UNKNOWN_VALUE: Rule = Rule::error(include_str!("rules/unknown_value.md"));
pub(crate) static UNATTRIBUTED_CLAIM: Rule =
    Rule::error(include_str!("rules/unattributed_claim.md"));
