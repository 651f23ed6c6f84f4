//! Looks for quotes of which all words stand in a text in their order, with nothing between but the marks, tags, links,
//! braces and notes of whatever program: each of them is read over or left out, whatever is done with the others. What is
//! found so is not absent; no more is known of it.

mod accents;
mod marks;

use super::finding::{Finding, SoughtQuote, absent, take_back};
use super::forms::edited;
use super::html::{self, Aside, LeftOut};
use super::typed;
use super::whole::{Found, MOST_STEPS, Whole};
use crate::model::Obstacle;

/// Takes back that quotes are absent of which the words stand so in a text.
pub(super) fn amid_marks(
    text: &str,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reason: Obstacle,
) {
    if absent(findings).is_empty() {
        return;
    }
    let plain = with_characters(text);
    let mut steps = MOST_STEPS;
    find([text, &plain], wanted, findings, reason, &mut steps);
    // Marks of wikis are quote marks elsewhere.
    let typed = edited(&plain, &typed::edits(&plain));
    if typed != plain {
        find([text, &typed], wanted, findings, reason, &mut steps);
    }
}

/// Looks for absent quotes in a text that was another before.
fn find(
    [before, text]: [&str; 2],
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reason: Obstacle,
    steps: &mut usize,
) {
    let marks = marks::marks(text);
    if marks.is_empty() && text == before {
        return;
    }
    let marks: Vec<LeftOut> = marks.into_iter().map(|at| (at, Aside::Perhaps)).collect();
    let whole = Whole::of(text, &marks);
    for index in absent(findings) {
        let reason = match whole.find_quote(&wanted[index], steps) {
            Found::Nowhere => continue,
            Found::Tangled => Obstacle::Tangled,
            Found::Hidden | Found::Somewhere => reason,
        };
        take_back(findings, &[index], reason, None);
    }
}

/// Returns a text with the characters that entities and commands of TeX stand for.
fn with_characters(text: &str) -> String {
    let has_entities = text
        .split('&')
        .skip(1)
        .any(|after| after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#'));
    let text = accents::composed(text);
    if has_entities {
        // All that a page shows of a text without tags, in its lines.
        let page = format!("<pre>{}", text.replace('<', "&lt;"));
        html::read(&page).shown.text
    } else {
        text
    }
}

#[cfg(test)]
mod tests;
