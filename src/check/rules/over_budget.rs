#![doc = include_str!("over_budget.md")]
//! Words are counted as they stand in the file, names and addresses not: an estimate, since how
//! much fits is for the browser to say.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Claim, Document, Source, Text};

pub(super) static OVER_BUDGET: Rule = Rule::warning(include_str!("over_budget.md"));

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
    let told_to = document.claims.iter().flat_map(|item| &item.told_to);
    let sources = document.sources.iter().flat_map(|(_, item)| source(item));
    let texts = head
        .chain(positions)
        .chain(events)
        .chain(tensions)
        .chain(gaps)
        .chain(told_to)
        .chain(sources);
    let claims = document.claims.iter().map(words_of);
    texts.map(|text| count(text)).chain(claims).sum()
}

fn source(source: &Source) -> impl Iterator<Item = &Text> {
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

/// Counts the words of a claim as it is printed, without its attribution.
pub(super) fn words_of(claim: &Claim) -> usize {
    let quotes = claim.quotes.iter();
    std::iter::once(&claim.says)
        .chain(&claim.characterised)
        .chain(&claim.note)
        .chain(quotes.flat_map(|quote| std::iter::once(&quote.text).chain(&quote.occasion)))
        .map(|text| count(text))
        .sum()
}

/// Counts words, citations left out.
fn count(text: &str) -> usize {
    let words = text.split_ascii_whitespace();
    let is_citation = |word: &&str| word.starts_with('@') || word.starts_with("[@");
    words.filter(|word| !is_citation(word)).count()
}

fn fault(words: usize) -> Diagnostic {
    Diagnostic::new(
        &OVER_BUDGET,
        Place::Whole,
        format!("the brief has about {words} words"),
    )
    .help("two sides of a sheet hold about 1,300")
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_are_counted_without_citations() {
        for (text, words) in [
            ("one two\n three ", 3),
            ("one [@a]. two [@a; @b]", 2),
            ("[@a]", 0),
            ("раз два", 2),
            ("", 0),
        ] {
            assert_eq!(count(text), words, "{text}");
        }
    }
}
