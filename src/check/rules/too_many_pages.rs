#![doc = include_str!("too_many_pages.md")]

use super::over_budget::words_of;
use crate::check::numbers::Numbers;
use crate::diagnostics::{Diagnostic, Place, Rule, plural};
use crate::load::{Claim, Document};
use crate::pdf::{Printed, Section};

pub(super) static TOO_MANY_PAGES: Rule = Rule::error(include_str!("too_many_pages.md"));

/// How many of the longest claims are shown.
const SHOWN: usize = 3;

/// How many pages there may be.
#[derive(Clone, Copy, Debug)]
pub struct PageLimit {
    /// So many.
    pub pages: usize,
    /// The paper's name.
    pub paper: &'static str,
}

/// Says that a brief takes more pages than it may: how many words are to be cut, from which
/// sections they stick out, and which claims are the longest.
pub(crate) fn too_many_pages(
    printed: &Printed,
    limit: PageLimit,
    document: Option<&Document>,
    numbers: Option<&Numbers>,
) -> Diagnostic {
    let PageLimit { pages, paper } = limit;
    let over: Vec<_> = printed
        .sections
        .iter()
        .map(|section| (section, beyond(section, pages)))
        .filter(|(_, words)| *words > 0)
        .collect();
    let words = over.iter().map(|(_, words)| words).sum();
    let taken = plural(printed.pages.len(), "page");
    let message = format!("the brief takes {taken} of {paper}, and {pages} may be used");
    let mut fault = Diagnostic::new(&TOO_MANY_PAGES, Place::Whole, message);
    if words > 0 {
        fault = fault.label(format!("beyond page {pages}: {}", listed(&over)));
    }
    for (place, claim) in longest(document) {
        // A first edition has its claims numbered by their places.
        let number = numbers.map_or(place + 1, |numbers| numbers.number(place) as usize);
        let words = plural(words_of(claim), "word");
        fault = fault.also(
            claim.says.place,
            format!("C{number} has {words}, its quotes and notes included"),
        );
    }
    fault.help(advice(words))
}

fn advice(words: usize) -> String {
    if words == 0 {
        return "cut a line or two: what is too much has no words of its own".to_owned();
    }
    let words = plural(words, "word");
    format!("cut about {words}, from the longest claims and their notes first")
}

fn beyond(section: &Section, pages: usize) -> usize {
    section.words.iter().skip(pages).sum()
}

fn listed(over: &[(&Section, usize)]) -> String {
    let parts: Vec<_> = over
        .iter()
        .map(|(section, words)| {
            let words = plural(*words, "word");
            match section.heading.as_str() {
                "" => format!("the head ({words})"),
                heading => format!("{heading} ({words})"),
            }
        })
        .collect();
    parts.join(", ")
}

/// Returns the longest claims with their places, the longest first.
fn longest(document: Option<&Document>) -> Vec<(usize, &Claim)> {
    let claims = document.iter().flat_map(|document| &document.claims);
    let mut numbered: Vec<_> = claims.enumerate().collect();
    numbered.sort_by_key(|(_, claim)| std::cmp::Reverse(words_of(claim)));
    numbered.truncate(SHOWN);
    numbered
}
