//! Tells which words of a sentence are quoted.

use std::ops::Range;

use super::noun_phrases::Reader;
use super::quotes::Quotation;
use super::tokens::Kind;

/// Returns the words of the quotations that some words of a sentence have, names in quote marks left out.
pub(super) fn quotes_in(
    reader: Reader<'_, '_>,
    content: &Range<usize>,
    quotations: &[Quotation],
) -> Vec<Range<usize>> {
    let quotes = content
        .clone()
        .filter_map(|at| match reader.sentence.get(at)?.kind {
            Kind::Quotation(number) if !reader.is_name_quoted(at) => {
                quotations.get(number).map(|quote| quote.words.clone())
            }
            Kind::Quotation(_) | Kind::Word | Kind::Mark => None,
        });
    quotes.collect()
}
