//! Every id and its place in its list.

use std::collections::HashMap;

use super::named;
use super::numbers::Numbers;
use crate::diagnostics::Place;
use crate::load::{Document, Text};
use crate::model::{self, ClaimId, IssueId, SourceId, VoiceId};

/// The ids of a document, looked up in constant time.
pub(super) struct Index<'a> {
    pub(super) numbers: &'a Numbers,
    pub(super) voices: Table<'a>,
    pub(super) sources: Table<'a>,
    pub(super) issues: Table<'a>,
    pub(super) claims: Table<'a>,
    /// For whom each voice speaks in the end: itself, mostly.
    principals: Vec<usize>,
}

pub(super) struct Table<'a> {
    /// What one of them is called, with its article.
    pub(super) noun: &'static str,
    /// The ids as defined, in order, repeated ones included.
    pub(super) ids: Vec<&'a Text>,
    /// Whether there are more, of which the ids could not be read.
    pub(super) has_unread: bool,
    /// Definitions of ids that were defined before: the first place and the later one.
    repeated: Vec<(usize, usize)>,
    first: HashMap<&'a str, usize>,
}

pub(super) trait Reference: Copy {
    /// Whether an included file can define it.
    const CAN_BE_INCLUDED: bool;
    fn table<'i, 'a>(index: &'i Index<'a>) -> &'i Table<'a>;
    fn at(index: &Index<'_>, place: usize) -> Self;
    /// Returns the id of what has a name or a number, if that is certain.
    fn named<'a>(document: &'a Document, numbers: &Numbers, name: &str) -> Option<&'a Text>;
}

macro_rules! references {
    ($($kind:ident $table:ident $named:ident $included:literal),+) => {
        $(impl Reference for $kind {
            const CAN_BE_INCLUDED: bool = $included;

            fn table<'i, 'a>(index: &'i Index<'a>) -> &'i Table<'a> {
                &index.$table
            }

            fn at(_: &Index<'_>, place: usize) -> Self {
                Self::new(place)
            }

            fn named<'a>(document: &'a Document, _: &Numbers, name: &str) -> Option<&'a Text> {
                named::$named(document, name)
            }
        })+
    };
}

references!(VoiceId voices voice true, SourceId sources source true, IssueId issues issue false);

impl Reference for ClaimId {
    const CAN_BE_INCLUDED: bool = false;

    fn table<'i, 'a>(index: &'i Index<'a>) -> &'i Table<'a> {
        &index.claims
    }

    fn at(index: &Index<'_>, place: usize) -> Self {
        Self::new(place, index.numbers.number(place))
    }

    fn named<'a>(document: &'a Document, numbers: &Numbers, name: &str) -> Option<&'a Text> {
        named::claim(document, numbers, name)
    }
}

impl<'a> Index<'a> {
    pub(super) fn new(document: &'a Document, numbers: &'a Numbers) -> Self {
        let voices = Table::new("a voice", document.voices.iter().map(|(id, _)| id));
        let sources = Table::new("a source", document.sources.iter().map(|(id, _)| id));
        Self {
            numbers,
            principals: principals(document, &voices),
            voices,
            sources,
            issues: Table::new("an issue", document.issues.iter().map(|(id, _)| id)),
            claims: Table::new("a claim", document.claims.iter().map(|claim| &claim.id)),
        }
    }

    pub(super) fn tables(&self) -> [&Table<'a>; 4] {
        [&self.voices, &self.sources, &self.issues, &self.claims]
    }

    /// Returns for which voice one speaks in the end, by its id.
    pub(super) fn principal(&self, voice: &str) -> Option<usize> {
        let voice = self.voices.position(voice)?;
        self.principals.get(voice).copied()
    }

    pub(super) fn find<T: Reference>(&self, id: &str) -> Option<T> {
        let place = T::table(self).position(id)?;
        Some(T::at(self, place))
    }
}

impl<'a> Table<'a> {
    fn new(noun: &'static str, ids: impl Iterator<Item = &'a Text>) -> Self {
        let ids: Vec<_> = ids.collect();
        let mut first = HashMap::with_capacity(ids.len());
        let mut repeated = Vec::new();
        for (at, id) in ids.iter().enumerate() {
            let before = *first.entry(id.as_str()).or_insert(at);
            if before < at {
                repeated.push((before, at));
            }
        }
        Self {
            noun,
            has_unread: ids
                .iter()
                .any(|id| id.place == Place::Placeholder || id.is_empty()),
            ids,
            repeated,
            first,
        }
    }

    /// Returns where an id is first defined.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.first.get(id).copied()
    }

    /// Says whether a text is several of these ids, with commas between them.
    pub(super) fn has_all(&self, list: &str) -> bool {
        list.contains(',') && list.split(',').all(|id| self.position(id.trim()).is_some())
    }

    /// Goes through the ids that were defined before, each with its first definition.
    pub(super) fn repeated(&self) -> impl Iterator<Item = (&'a Text, &'a Text)> {
        let pairs = self.repeated.iter();
        pairs.map(|(first, second)| (self.ids[*first], self.ids[*second]))
    }

    /// Goes through the places of ids that were defined before.
    pub(super) fn later(&self) -> impl Iterator<Item = usize> {
        self.repeated.iter().map(|(_, later)| *later)
    }
}

/// Finds for whom each voice speaks in the end. One in a circle speaks for itself: the circle is
/// for a rule to report.
fn principals(document: &Document, voices: &Table<'_>) -> Vec<usize> {
    let next = document.voices.iter().map(|(_, voice)| {
        let principal = voice.speaks_for.as_ref();
        principal.and_then(|principal| voices.position(principal))
    });
    let found = model::principals(&next.collect::<Vec<_>>()).into_iter();
    let own = found.enumerate();
    own.map(|(voice, principal)| principal.unwrap_or(voice))
        .collect()
}
