//! Lines and running text.

use super::Resolver;
use crate::check::markdown::{self, Fault, Marked};
use crate::check::rules::{
    empty_text, raw_html, unsafe_character, unsafe_link, unsupported_markdown,
};
use crate::check::sentences::{self, Cut};
use crate::load::{Text, part};
use crate::model::{self, ClaimId, Line, OneOrMore, Prose};

impl Resolver<'_, '_> {
    /// Resolves a line.
    pub(super) fn line(&mut self, text: &Text) -> Option<Line> {
        empty_text::read(text, self.findings)
    }

    /// Resolves a line that may be left out.
    pub(super) fn optional_line(&mut self, text: Option<&Text>) -> Option<Line> {
        text.and_then(|text| self.line(text))
    }

    /// Resolves running text.
    pub(super) fn prose(&mut self, text: &Text) -> Option<Prose> {
        let marked = self.marked(text)?;
        OneOrMore::new(marked.parts).map(Prose::new)
    }

    /// Resolves running text that may be left out.
    pub(super) fn optional_prose(&mut self, text: Option<&Text>) -> Option<Prose> {
        text.and_then(|text| self.prose(text))
    }

    /// Resolves running text into its sentences.
    pub(super) fn sentences(&mut self, text: &Text) -> Option<Vec<Cut>> {
        self.marked(text).map(sentences::split)
    }

    fn marked(&mut self, text: &Text) -> Option<Marked> {
        // A rule reports these, and may not have to look at what they hide.
        if model::unsafe_character(text).is_some() {
            return None;
        }
        let index = self.index;
        let faults = match markdown::parse(text, &|id| index.find(id)) {
            Ok(marked) => return Some(marked),
            Err(faults) => faults,
        };
        for (range, fault) in faults {
            let place = part(self.text, text, range.clone());
            let diagnostic = match fault {
                Fault::Empty => empty_text::fault(text.place),
                Fault::RawHtml => raw_html::fault(place),
                Fault::UnsafeCharacter(character) => unsafe_character::fault(place, character),
                Fault::UnsafeLink => unsafe_link::fault(place),
                Fault::Unsupported(what) => unsupported_markdown::fault(place, what),
                Fault::BadCitation => unsupported_markdown::bad_citation(place),
                Fault::UnknownClaim => {
                    let id = text.get(range).unwrap_or_default();
                    self.report_unknown::<ClaimId>(id, place);
                    continue;
                }
            };
            self.findings.push(diagnostic);
        }
        None
    }
}
