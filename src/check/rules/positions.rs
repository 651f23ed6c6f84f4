//! Judges positions one by one, and their stances by issue: `position-without-claim`,
//! `mixed-stances`, `long-cell`.

use std::collections::HashMap;

use crate::characters::count_words;
use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Position;
use crate::model::Question;

pub(super) static POSITION_WITHOUT_CLAIM: Rule =
    Rule::error(include_str!("position_without_claim.md"));
pub(super) static MIXED_STANCES: Rule = Rule::warning(include_str!("mixed_stances.md"));
pub(super) static LONG_CELL: Rule = Rule::warning(include_str!("long_cell.md"));

/// How many words fit in a cell of the matrix.
const WORDS: usize = 6;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for position in &cx.document.positions {
        if position.claims.is_empty() {
            let message = "this position rests on no claim";
            out.push(
                Diagnostic::new(&POSITION_WITHOUT_CLAIM, position.of.place, message)
                    .help("name the claims: `claims: [claim-id]`")
                    .help("where a voice said nothing, leave the position out: the matrix says so"),
            );
        }
        let words = count_words(&position.in_short);
        if words > WORDS {
            let message = format!("this cell has {words} words");
            let help = format!("a cell holds {WORDS}; the claims that it cites say the rest");
            let fault = Diagnostic::new(&LONG_CELL, position.in_short.place, message).help(help);
            out.warn(&position.allow, fault);
        }
    }
    check_stances(cx, out);
}

/// Checks that the stances on an issue answer one question. Of each issue the first that answers
/// another is told.
fn check_stances(cx: &Context<'_>, out: &mut Findings) {
    let mut first: HashMap<&str, Option<(Question, &Position)>> = HashMap::new();
    for position in &cx.document.positions {
        let Some(question) = position.stance.answers() else {
            continue;
        };
        let told = first
            .entry(position.on.as_str())
            .or_insert(Some((question, position)));
        let Some((asked, before)) = told.filter(|(asked, _)| *asked != question) else {
            continue;
        };
        *told = None;
        let issue = position.on.value.escape_debug();
        let [one, other] = [before, position].map(|position| position.stance.word());
        let message = format!(
            "on `{issue}` one voice {} and another {}",
            says(asked),
            says(question)
        );
        let fault = Diagnostic::new(&MIXED_STANCES, position.stance.place, message)
            .also(before.stance.place, format!("`{one}`"))
            .help(format!(
                "`{other}` and `{one}` answer two questions: make two issues, one of what is so \
                 and one of what is to be done"
            ));
        out.warn(&position.allow, fault);
    }
}

fn says(question: Question) -> &'static str {
    match question {
        Question::Policy => "says what is to be done",
        Question::Fact => "says what is so",
    }
}
