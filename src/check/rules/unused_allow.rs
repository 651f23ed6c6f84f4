#![doc = include_str!("unused_allow.md")]
//! Runs last, when it is known what was silenced. An entry that names no rule that can be silenced
//! is an `unknown-value`.

use super::english_words::ENGLISH_WORDS;
use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Part, Rule, Rules, nearest};
use crate::load::Text;
use crate::load::rules::UNKNOWN_VALUE;

pub(super) static UNUSED_ALLOW: Rule =
    Rule::warning(include_str!("unused_allow.md")).never_silenced();

pub(super) fn check(cx: &Context<'_>, rules: &Rules, out: &mut Findings) {
    for entry in cx.allows().flatten() {
        super::empty_text::read(&entry.reason, out);
        if super::empty_text::read(&entry.rule, out).is_none() {
            continue;
        }
        let (code, place) = (&entry.rule.value, entry.rule.place);
        match rules.find(code) {
            Some(rule) if rule.can_be_silenced() => {
                // Whether it has depends on the locale files of each run.
                if !out.was_used(entry) && code != ENGLISH_WORDS.code() {
                    let message = format!("`{code}` has nothing to say here");
                    let fault = Diagnostic::new(&UNUSED_ALLOW, place, message);
                    out.push(fault.help("take the entry out").taking_out(Part::Entry));
                }
            }
            Some(_) => {
                let message = format!("`{code}` cannot be silenced");
                let fault = Diagnostic::new(&UNKNOWN_VALUE, place, message);
                out.push(fault.help("only warnings can be"));
            }
            None => out.push(unknown(&entry.rule, rules)),
        }
    }
}

fn unknown(rule: &Text, rules: &Rules) -> Diagnostic {
    let message = format!("there is no rule `{}`", rule.value.escape_debug());
    let rules = rules.iter().filter(|rule| rule.can_be_silenced());
    let near = nearest(rule, rules.map(Rule::code));
    Diagnostic::new(&UNKNOWN_VALUE, rule.place, message).did_you_mean(near)
}
