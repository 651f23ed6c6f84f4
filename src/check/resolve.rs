//! Makes the parts of a brief of the parts of a document.
//!
//! Each function reports what is faulty, yields nothing for it, and goes on.

pub(super) mod brief;
mod parts;
mod sources;
mod title;

use std::collections::HashSet;

use super::calendar::states;
use super::context::Findings;
use super::index::{Index, Reference, Table};
use super::markdown::{self, Fault, Marked};
use super::own_date::OwnDates;
use super::rules::{
    empty_text, invalid_date, invalid_id, markdown as markdown_rules, repeated_value, unknown_id,
};
use super::sentences::{self, Cut};
use crate::diagnostics::{Place, nearest};
use crate::load::rules::unsafe_character;
use crate::load::{self, Document, Parts, Text};
use crate::model::{self, ClaimId, DateGiven, Line, OneOrMore, Prose};

/// Reads a kind of Markdown.
type Parse = fn(&str, &markdown::Claims<'_>) -> Result<Marked, markdown::Faults>;

/// The longest id that is compared with others.
const LONGEST: usize = 64;

struct Resolver<'a, 'f> {
    document: &'a Document,
    text: &'a str,
    parts: &'a Parts<'a>,
    index: &'a Index<'a>,
    findings: &'f mut Findings,
    dates: OwnDates<'a>,
    /// Whether an included file could not be read: it may have the voice or source that is missing.
    is_unread: bool,
    /// How many more unknown ids are compared with all known ones, which takes its time.
    suggestions: usize,
    /// Unknown ids that were reported: a run of claims, or an alias, hands the same one over again.
    unknown: HashSet<(Place, String)>,
    /// What those ids are meant to be that are none, of what they are, once an id is unknown.
    meant: Option<HashSet<(&'static str, String)>>,
}

impl Resolver<'_, '_> {
    fn line(&mut self, text: &Text) -> Option<Line> {
        self.warn_where_cut(text);
        if markdown::is_table(text) {
            self.findings
                .push(markdown_rules::unsupported(text.place, "a table"));
        }
        empty_text::read(text, self.findings)
    }

    /// Warns of a comment that cuts a text of the page off.
    fn warn_where_cut(&mut self, text: &Text) {
        if let Some(cut) = load::cut(self.text, text) {
            self.findings.push(cut);
        }
    }

    fn optional_line(&mut self, text: Option<&Text>) -> Option<Line> {
        text.and_then(|text| self.line(text))
    }

    fn prose(&mut self, text: &Text) -> Option<Prose> {
        let marked = self.marked(text, markdown::parse)?;
        OneOrMore::new(marked.parts).map(Prose::new)
    }

    /// Resolves running text that may introduce a table.
    fn body(&mut self, text: &Text) -> Option<Prose> {
        let marked = self.marked(text, markdown::parse_with_table)?;
        let parts = OneOrMore::new(marked.parts)?;
        Some(Prose::new(parts).with_table(marked.table))
    }

    fn optional_prose(&mut self, text: Option<&Text>) -> Option<Prose> {
        text.and_then(|text| self.prose(text))
    }

    fn sentences(&mut self, text: &Text) -> Option<Vec<Cut>> {
        let language = self.document.lang.split('-').next().unwrap_or("");
        let language = language.to_ascii_lowercase();
        let marked = self.marked(text, markdown::parse)?;
        Some(sentences::split(marked, &language))
    }

    fn marked(&mut self, text: &Text, parse: Parse) -> Option<Marked> {
        self.warn_where_cut(text);
        // The reader has reported these.
        if model::unsafe_character(text).is_some() {
            return None;
        }
        if let Some(place) = load::joined_paragraphs(self.text, text) {
            self.findings
                .push(markdown_rules::unsupported(place, "a second paragraph"));
        }
        let index = self.index;
        match parse(text, &|id| index.find(id)) {
            Ok(marked) => Some(marked),
            Err(faults) => {
                self.report_faults(text, faults);
                None
            }
        }
    }

    /// Reports the faults of a text's Markdown.
    #[expect(
        clippy::string_slice,
        reason = "the range of an id that was read from the text"
    )]
    fn report_faults(&mut self, text: &Text, faults: markdown::Faults) {
        let backslash = self.backslash(text);
        for (range, fault) in faults {
            let place = self.parts.place(text, range.clone());
            let diagnostic = match fault {
                Fault::Empty => empty_text::fault(text.place),
                Fault::RawHtml => markdown_rules::raw_html(place, backslash),
                Fault::UnsafeCharacter(character) => unsafe_character::fault(place, character),
                Fault::UnsafeLink => markdown_rules::unsafe_link(place, &text[range]),
                Fault::Unsupported("a list") => {
                    let rest = text.get(range.start..).unwrap_or("");
                    let words = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                    markdown_rules::list(place, rest.len() - words.len(), backslash)
                }
                Fault::Unsupported(what) => markdown_rules::unsupported(place, what),
                Fault::Table(why) => markdown_rules::table(place, why),
                Fault::BadCitation => markdown_rules::bad_citation(place),
                Fault::UnknownClaim => {
                    self.report_unknown::<ClaimId>(&text[range], place);
                    continue;
                }
            };
            self.findings.push(diagnostic);
        }
    }

    /// Returns how a text writes a backslash: in double quote marks, YAML takes one of two away.
    fn backslash(&self, text: &Text) -> &'static str {
        let written = text
            .place
            .span()
            .and_then(|span| self.text.get(span.range()));
        if written.is_some_and(|written| written.starts_with('"')) {
            "\\\\"
        } else {
            "\\"
        }
    }

    fn date(&mut self, date: Option<&Text>, as_given: Option<&Text>) -> Option<DateGiven> {
        let words = as_given.map(|words| self.line(words));
        let date = date.map(|date| invalid_date::read(date, self.findings));
        Some(match (date, words) {
            (None, None) => DateGiven::NotGiven,
            (None, Some(words)) => DateGiven::Words(words?),
            (Some(date), None) => DateGiven::Stated(date?),
            (Some(date), Some(words)) => {
                let (date, words) = (date?, words?);
                if states(&words, &date) {
                    DateGiven::Stated(date)
                } else {
                    DateGiven::Inferred { words, date }
                }
            }
        })
    }

    fn id<T: Reference>(&mut self, id: &Text) -> Option<T> {
        let found = self.index.find(id);
        if found.is_none() {
            self.report_unknown::<T>(id, id.place);
        }
        found
    }

    fn ids<T: Reference>(&mut self, ids: &[Text]) -> Option<Vec<T>> {
        repeated_value::check_ids(ids, self.findings);
        all(ids, |id| self.id(id))
    }

    /// Resolves a list of ids. That it is not empty is for a rule to report.
    fn some_ids<T: Reference>(&mut self, ids: &[Text]) -> Option<OneOrMore<T>> {
        self.ids(ids).and_then(OneOrMore::new)
    }

    /// Says whether one of the ids that are none, as was reported, would be this one: then nothing is wrong
    /// here.
    fn is_meant_by_none(&mut self, wanted: &Table<'_>, id: &str) -> bool {
        let meant = self.meant.get_or_insert_with(|| {
            let all = self.index.tables().into_iter();
            let ids = all.flat_map(|table| table.ids.iter().map(|id| (table.noun, *id)));
            let meant = ids.filter_map(|(noun, id)| Some((noun, invalid_id::meant(id)?)));
            meant.collect()
        });
        meant.contains(&(wanted.noun, id.to_owned()))
    }

    fn report_unknown<T: Reference>(&mut self, id: &str, place: Place) {
        // The reader has reported the characters that no text may hold.
        if place == Place::Placeholder || model::unsafe_character(id).is_some() {
            return;
        }
        if !self.unknown.insert((place, id.to_owned())) {
            return;
        }
        if self.is_unread && T::CAN_BE_INCLUDED {
            return;
        }
        let wanted = T::table(self.index);
        if wanted.has_unread || self.is_meant_by_none(wanted, id) {
            return;
        }
        let other = self
            .index
            .tables()
            .into_iter()
            .find(|table| table.position(id).is_some());
        let (mut named, mut near) = (None, None);
        if self.suggestions > 0 && id.len() <= LONGEST {
            self.suggestions -= 1;
            named = T::named(self.document, self.index.numbers, id);
            let margin = (id.len() / 3).max(1);
            let ids = wanted.ids.iter().map(|other| other.as_str());
            let ids = ids.filter(|other| other.len().abs_diff(id.len()) <= margin);
            near = nearest(id, ids).filter(|_| other.is_none() && named.is_none());
        }
        let sound = near.and_then(invalid_id::meant);
        let other = other.map(|table| table.noun);
        let fault = unknown_id::fault(id, place, wanted.noun, other)
            .did_you_mean(sound.as_deref().or(near));
        let fault = match near {
            Some(_) => fault.odd_letter(id),
            None => fault,
        };
        let list = || Some(format!("[{id}]")).filter(|_| wanted.has_all(id));
        self.findings.push(match (named, list()) {
            (Some(named), _) => fault
                .help(unknown_id::by_name(id, named))
                .instead(named.as_str()),
            (None, Some(list)) => fault
                .help(format!("several stand in brackets: `{list}`"))
                .instead(&list),
            (None, None) => fault,
        });
    }
}

/// Resolves every item, faulty ones too; yields the list if none is.
fn all<T, U>(items: &[T], mut resolve: impl FnMut(&T) -> Option<U>) -> Option<Vec<U>> {
    let mut resolved = Vec::with_capacity(items.len());
    for item in items {
        resolved.extend(resolve(item));
    }
    (resolved.len() == items.len()).then_some(resolved)
}
