//! `over-budget`: the brief is longer than one sheet, printed on both sides.
//!
//! Words are counted as they stand in the file, names and addresses not: an estimate, since how
//! much fits is for the browser to say.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::load::{Claim, Document, Source};

/// How many words two sides hold, secondary text set small.
const WORDS: usize = 1_300;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let words = words(cx.document);
    if words > WORDS {
        out.warn(&cx.document.allow, fault(words));
    }
}

fn words(document: &Document) -> usize {
    let head = [&document.title, &document.topic, &document.bottom_line]
        .into_iter()
        .chain(&document.method);
    let positions = document.positions.iter().map(|item| &item.in_short);
    let events = document.events.iter().map(|item| &item.what);
    let tensions = document.tensions.iter().map(|item| &item.note);
    let gaps = document.gaps.iter();
    let gaps = gaps.flat_map(|item| [&item.question, &item.why]);
    let claims = document.claims.iter().flat_map(claim);
    let sources = document.sources.iter().flat_map(|(_, item)| source(item));
    head.chain(positions)
        .chain(events)
        .chain(tensions)
        .chain(gaps)
        .chain(claims)
        .chain(sources)
        .map(|text| count(text))
        .sum()
}

fn claim(claim: &Claim) -> impl Iterator<Item = &crate::load::Text> {
    let quotes = claim.quotes.iter();
    std::iter::once(&claim.says)
        .chain(&claim.told_to)
        .chain(&claim.characterised)
        .chain(&claim.note)
        .chain(quotes.flat_map(|quote| std::iter::once(&quote.text).chain(&quote.occasion)))
}

fn source(source: &Source) -> impl Iterator<Item = &crate::load::Text> {
    [
        &source.title,
        &source.publisher,
        &source.container_title,
        &source.note,
    ]
    .into_iter()
    .flatten()
    .chain(&source.author)
}

/// Counts words, citations left out.
fn count(text: &str) -> usize {
    let words = text.split_ascii_whitespace();
    words
        .filter(|word| !word.starts_with("[@") && !word.starts_with('@'))
        .count()
}

fn fault(words: usize) -> Diagnostic {
    Diagnostic::new(
        Code::OverBudget,
        Place::Whole,
        format!("the brief has about {words} words"),
    )
    .help("two sides of a sheet hold about 1,300")
}
