//! What every rule may look at.

use std::ops::Range;

use super::beside::Beside;
use super::index::Index;
use super::sentences::Cut;
use crate::diagnostics::{Place, Span};
use crate::load::{Document, Text, part};
use crate::model::unsafe_character;

/// The document, the index of its ids, and the input they came from.
pub(super) struct Context<'a> {
    /// What the file says.
    pub(super) document: &'a Document,
    /// Every id and its place in its list.
    pub(super) index: &'a Index<'a>,
    /// The sentences of the bottom line, if its Markdown is sound.
    pub(super) bottom_line: Option<&'a [Cut]>,
    /// Whether the brief is written in English, which some rules know the words of.
    pub(super) english: bool,
    /// What stands beside the document.
    pub(super) beside: Beside<'a>,
    text: &'a str,
}

impl<'a> Context<'a> {
    /// Puts together what the rules look at.
    pub(super) fn new(
        document: &'a Document,
        text: &'a str,
        index: &'a Index<'a>,
        bottom_line: Option<&'a [Cut]>,
    ) -> Self {
        let language = document.lang.split('-').next().unwrap_or_default();
        Self {
            document,
            index,
            bottom_line,
            english: language.eq_ignore_ascii_case("en"),
            beside: Beside::default(),
            text,
        }
    }

    /// Adds what stands beside the document.
    #[must_use]
    pub(super) fn beside(self, beside: Beside<'a>) -> Self {
        Self { beside, ..self }
    }

    /// Goes through the words of all quotes, and those that translations were made of.
    pub(super) fn quoted_words(&self) -> impl Iterator<Item = &'a Text> {
        let quotes = self.document.claims.iter().flat_map(|claim| &claim.quotes);
        quotes.flat_map(|quote| std::iter::once(&quote.text).chain(&quote.original))
    }

    /// Returns the place of some bytes of a text.
    pub(super) fn part(&self, of: &Text, range: Range<usize>) -> Place {
        part(self.text, of, range)
    }

    /// Says whether the input has no unsafe character and no escape that could stand for one; then
    /// no text that was read from it has one.
    pub(super) fn is_written_plainly(&self) -> bool {
        !self.text.contains('\\') && unsafe_character(self.text).is_none()
    }

    /// Returns the place of a key at the top of the input, where it begins a line.
    pub(super) fn key(&self, name: &str) -> Option<Span> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            if line
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(':'))
            {
                return Some(Span::new(start, start + name.len()));
            }
            start += line.len();
        }
        None
    }
}
