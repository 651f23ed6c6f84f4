#![doc = include_str!("over_budget.md")]
//! Words are counted as they stand in the file, names and addresses not: an estimate, since how
//! much fits is for the browser to say.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Claim, Document, Source};

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
    let bytes = text.as_bytes();
    let inside = bytes.windows(3).map(|three| match three {
        [before, byte, after] => usize::from(begins(*before, *byte, *after)),
        _ => 0,
    });
    let first = bytes.first().map_or(0, |first| {
        let after = bytes.get(1).unwrap_or(&b' ');
        usize::from(begins(b' ', *first, *after))
    });
    let last = match bytes {
        [.., before, last] => usize::from(begins(*before, *last, b' ')),
        _ => 0,
    };
    first + inside.sum::<usize>() + last
}

/// Says whether a word begins at a byte, and no citation.
fn begins(before: u8, byte: u8, after: u8) -> bool {
    let cited = byte == b'@' || byte == b'[' && after == b'@';
    before <= b' ' && byte > b' ' && !cited
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
