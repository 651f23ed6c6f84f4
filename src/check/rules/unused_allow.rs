//! `unused-allow`: a silenced rule had nothing to say.
//!
//! Runs last, when it is known what was silenced. An entry that names no rule that can be silenced
//! is an `unknown-value`.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::walk::allows;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::load::{Allow, Text};

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for entry in allows(cx.document).flatten() {
        super::empty_text::read(&entry.reason, out);
        if super::empty_text::refuse(&entry.rule, out) {
            continue;
        }
        match Code::from_slug(&entry.rule) {
            Some(code) if code.can_be_silenced() => {
                if !out.was_used(entry) {
                    out.push(fault(entry));
                }
            }
            Some(_) => out.push(not_a_warning(&entry.rule)),
            None => out.push(unknown(&entry.rule)),
        }
    }
}

fn fault(entry: &Allow) -> Diagnostic {
    Diagnostic::new(
        Code::UnusedAllow,
        entry.rule.place,
        format!("`{}` has nothing to say here", entry.rule.value),
    )
    .help("take the entry out")
}

fn not_a_warning(rule: &Text) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownValue,
        rule.place,
        format!("`{}` cannot be silenced", rule.value),
    )
    .help("only warnings can be")
}

fn unknown(rule: &Text) -> Diagnostic {
    let codes = Code::ALL
        .iter()
        .copied()
        .filter(|code| code.can_be_silenced());
    let near = nearest(rule, codes.map(Code::slug));
    Diagnostic::new(
        Code::UnknownValue,
        rule.place,
        format!("there is no rule `{}`", rule.value.escape_debug()),
    )
    .did_you_mean(near)
}
