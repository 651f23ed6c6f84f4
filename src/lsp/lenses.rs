//! Says of each quote what was found when it was looked for.

use super::opened::Opened;
use crate::describe::{Describer, Locales};
use crate::diagnostics::Span;

/// What is said of a place, above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The bytes that it is about.
    pub span: Span,
    /// What is said.
    pub title: String,
}

impl Opened {
    /// Says of each quote of the text itself what was found, if nothing in the brief is an error.
    pub fn lenses(&self, locales: &Locales) -> Vec<Lens> {
        let (Some(document), Some(edition)) = (&self.document, self.edition()) else {
            return Vec::new();
        };
        let describer = Describer::new(edition, locales).plain();
        let claims = document.claims.iter().zip(edition.brief().claims());
        let quotes = claims.flat_map(|(written, (_, claim))| {
            let checked = claim.quotes().iter();
            written.quotes.iter().zip(checked)
        });
        let lenses = quotes.filter_map(|(written, quote)| {
            let check = describer.check(quote)?;
            let title = format!("{}{}", check.found, check.on);
            let span = written.text.place.span()?;
            (span.end <= self.end()).then_some(Lens { span, title })
        });
        lenses.collect()
    }
}
