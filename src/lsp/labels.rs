//! Proposes labels for quotes, wherever and however their words are written.

use std::ops::Range;

use super::actions::Action;
use super::blocks::block_end;
use super::opened::Opened;
use super::path::Step;
use super::siblings;
use super::spot::Spot;
use super::written::line_at;
use crate::diagnostics::Span;
use crate::load::{Located, Quote};
use crate::model::QuoteKind;

impl Opened {
    /// Labels the quote at a place with one of some kinds.
    pub(super) fn labelled(&self, span: Span, kinds: &[QuoteKind]) -> Vec<Action> {
        let Some(document) = &self.document else {
            return Vec::new();
        };
        let quotes = document.claims.iter().flat_map(|claim| &claim.quotes);
        let has = |quote: &&Quote| {
            let texts = std::iter::once(&quote.text).chain(&quote.original);
            let mut places = texts.filter_map(|text| text.place.span());
            places.any(|place| place.start <= span.start && span.end <= place.end)
        };
        let mut quotes = quotes.filter(has);
        let Some(quote) = quotes.next() else {
            return Vec::new();
        };
        let actions = kinds.iter().filter_map(|kind| {
            let title = format!("Label the quote: `kind: [{}]`", kind.word());
            let (range, text) = match quote.kind.last() {
                Some(last) => self.one_more_kind(last, *kind)?,
                None => self.first_kind(quote, *kind)?,
            };
            Some(Action::new(title, range, text))
        });
        actions.collect()
    }

    fn first_kind(&self, quote: &Quote, kind: QuoteKind) -> Option<(Range<usize>, String)> {
        let text = self.text();
        let span = quote.text.place.span()?;
        let field = format!("kind: [{}]", kind.word());
        let spot = Spot::at(text, span.start);
        if spot.is_in_flow {
            let is_there = spot.beside.contains(&"kind");
            return (!is_there).then(|| (span.end..span.end, format!(", {field}")));
        }
        let key = spot.steps.last()?;
        if key.step != Step::Key("text") {
            return None;
        }
        let mut fields = siblings::fields(text, key.line, key.column).into_iter();
        if fields.any(|field| field.name == "kind") {
            return None;
        }
        let line = line_at(text, key.line);
        let last = line_at(text, span.end.saturating_sub(1).max(span.start));
        let end = block_end(text, &line, key.column + 1).max(last.start + last.text.len());
        let column = key.column;
        Some((
            end..end,
            format!("{}{:column$}{field}", self.line_break(), ""),
        ))
    }

    fn one_more_kind(
        &self,
        last: &Located<QuoteKind>,
        kind: QuoteKind,
    ) -> Option<(Range<usize>, String)> {
        let span = last.place.span()?;
        let spot = Spot::at(self.text(), span.start);
        let raw = self.text().get(span.range())?;
        match spot.steps.last()?.step {
            Step::Item if spot.is_in_flow => {
                Some((span.end..span.end, format!(", {}", kind.word())))
            }
            // In a list with an item a line, the writer knows how it is laid out.
            Step::Item => None,
            Step::Key(_) => Some((span.range(), format!("[{raw}, {}]", kind.word()))),
        }
    }
}
