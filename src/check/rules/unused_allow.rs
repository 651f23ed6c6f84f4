#![doc = include_str!("unused_allow.md")]
//! Runs last, when it is known what was silenced. An entry that names no rule that can be silenced
//! is an `unknown-value`.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule, Rules, nearest};
use crate::load::rules::UNKNOWN_VALUE;
use crate::load::{Allow, Text};

pub(super) static UNUSED_ALLOW: Rule =
    Rule::warning(include_str!("unused_allow.md")).never_silenced();

pub(super) fn check(cx: &Context<'_>, rules: &Rules, out: &mut Findings) {
    for entry in cx.allows().flatten() {
        super::empty_text::read(&entry.reason, out);
        if super::empty_text::refuse(&entry.rule, out) {
            continue;
        }
        match rules.find(&entry.rule) {
            Some(rule) if rule.can_be_silenced() => {
                if !out.was_used(entry) {
                    out.push(fault(entry));
                }
            }
            Some(_) => out.push(not_a_warning(&entry.rule)),
            None => out.push(unknown(&entry.rule, rules)),
        }
    }
}

fn fault(entry: &Allow) -> Diagnostic {
    Diagnostic::new(
        &UNUSED_ALLOW,
        entry.rule.place,
        format!("`{}` has nothing to say here", entry.rule.value),
    )
    .help("take the entry out")
}

fn not_a_warning(rule: &Text) -> Diagnostic {
    Diagnostic::new(
        &UNKNOWN_VALUE,
        rule.place,
        format!("`{}` cannot be silenced", rule.value),
    )
    .help("only warnings can be")
}

fn unknown(rule: &Text, rules: &Rules) -> Diagnostic {
    let rules = rules.iter().filter(|rule| rule.can_be_silenced());
    let near = nearest(rule, rules.map(Rule::code));
    Diagnostic::new(
        &UNKNOWN_VALUE,
        rule.place,
        format!("there is no rule `{}`", rule.value.escape_debug()),
    )
    .did_you_mean(near)
}
