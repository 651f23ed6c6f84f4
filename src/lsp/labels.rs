//! Proposes labels for quotes, wherever and however their words are written.

use std::ops::Range;

use super::action::{Action, UNWRITTEN};
use super::blocks::block_end;
use super::opened::Opened;
use super::path::Step;
use super::siblings;
use super::spot::Spot;
use super::written::line_at;
use crate::diagnostics::{Place, Span};
use crate::load::{Located, Quote};
use crate::model::QuoteKind;

impl Opened {
    /// Labels the quote at a place with one of some kinds.
    pub(super) fn labelled(&self, place: Span, kinds: &[QuoteKind]) -> Vec<Action> {
        let Some(quote) = self.quote_at(place) else {
            return Vec::new();
        };
        let actions = kinds.iter().filter_map(|kind| {
            let title = format!("Label the quote: `kind: [{}]`", kind.word());
            let (range, text) = self.label(quote, *kind)?;
            Some(Action::new(title, range, text))
        });
        actions.collect()
    }

    /// Labels the quote at a place as translated; from which language is still to be written, where nothing
    /// says so.
    pub(super) fn translated(&self, place: Span) -> Option<Action> {
        let quote = self.quote_at(place)?;
        let mut edits = Vec::new();
        if quote
            .kind
            .iter()
            .all(|kind| **kind != QuoteKind::Translated)
        {
            edits.push(self.label(quote, QuoteKind::Translated)?);
        }
        let mut title = "Label the quote: `kind: [translated]`".to_owned();
        if quote.translated_from.is_none() {
            edits.push(self.beside_text(quote, "translated_from", UNWRITTEN)?);
            title = format!(
                "Label the quote, and write from which language: `translated_from: {UNWRITTEN}`"
            );
        }
        Some(Action {
            title,
            edits,
            is_preferred: false,
        })
    }

    fn quote_at(&self, place: Span) -> Option<&Quote> {
        let quotes = self.document.iter().flat_map(|document| &document.claims);
        let mut quotes = quotes.flat_map(|claim| &claim.quotes);
        quotes.find(|quote| {
            let texts = [
                Some(&quote.text),
                quote.original.as_ref(),
                quote.translated_from.as_ref(),
            ];
            let places = texts.into_iter().flatten().map(|text| text.place);
            let places = places.chain(quote.kind.iter().map(|kind| kind.place));
            let mut places = places.filter_map(Place::span);
            places.any(|own| own.start <= place.start && place.end <= own.end)
        })
    }

    fn label(&self, quote: &Quote, kind: QuoteKind) -> Option<(Range<usize>, String)> {
        match quote.kind.last() {
            Some(last) => self.one_more_kind(last, kind),
            None => self.beside_text(quote, "kind", &format!("[{}]", kind.word())),
        }
    }

    /// Adds a field to a quote, behind its words.
    fn beside_text(
        &self,
        quote: &Quote,
        name: &str,
        value: &str,
    ) -> Option<(Range<usize>, String)> {
        let text = self.text();
        let span = quote.text.place.span()?;
        let field = self.field(name, value);
        let spot = Spot::at(text, span.start);
        if spot.is_in_flow {
            let is_there = spot.beside.contains(&name);
            return (!is_there).then(|| (span.end..span.end, format!(", {field}")));
        }
        let key = spot.steps.last()?;
        if key.step != Step::Key("text") {
            return None;
        }
        let mut fields = siblings::fields(text, key.line, key.column).into_iter();
        if fields.any(|field| field.name == name) {
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
        let word = self.in_own_form(kind.word());
        let item = spot.steps.last()?;
        match item.step {
            Step::Item if item.flow.is_some() => Some((span.end..span.end, format!(", {word}"))),
            Step::Item => {
                let line = line_at(self.text(), span.start);
                let end = line.start + line.text.len();
                let column = item.column;
                Some((
                    end..end,
                    format!("{}{:column$}- {word}", self.line_break(), ""),
                ))
            }
            Step::Key(_) => Some((span.range(), format!("[{raw}, {word}]"))),
        }
    }
}
