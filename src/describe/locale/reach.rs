//! What a message comes to by way of those that it refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::contents::Contents;

/// The longest way from a message to another: the interpreter goes no farther.
const LONGEST_WAY: usize = 100;

/// What the entries of a file hold.
pub(super) type Entries<'e, 'a> = BTreeMap<Id<'a>, &'e Contents<'a>>;

/// A message or a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Id<'a> {
    Message(&'a str),
    Term(&'a str),
}

impl<'a> Id<'a> {
    pub(super) fn name(self) -> &'a str {
        let (Self::Message(name) | Self::Term(name)) = self;
        name
    }
}

impl fmt::Display for Id<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(name) => formatter.write_str(name),
            Self::Term(name) => write!(formatter, "-{name}"),
        }
    }
}

/// The values that are given on the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Values<'a> {
    OfMessage(&'static [&'static str]),
    /// A term that is not given what a form is chosen by takes the default.
    OfTerm(Vec<&'a str>),
}

/// The way from a message.
pub(super) struct Reach<'e, 'a> {
    entries: &'e Entries<'e, 'a>,
    way: Vec<Id<'a>>,
    seen: BTreeSet<(Id<'a>, Values<'a>)>,
}

/// What is wrong on the way, where it is.
pub(super) enum Astray<'a> {
    /// A variable is not given.
    Unknown(&'a str),
    /// A message refers to itself.
    Cycle(&'a str),
}

impl<'e, 'a> Reach<'e, 'a> {
    pub(super) fn new(entries: &'e Entries<'e, 'a>) -> Self {
        Self {
            entries,
            way: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// Goes on to an entry; returns the first fault.
    pub(super) fn visit(&mut self, id: Id<'a>, values: &Values<'a>) -> Option<Astray<'a>> {
        if self.way.contains(&id) || self.way.len() == LONGEST_WAY {
            return Some(Astray::Cycle(id.name()));
        }
        let entries = self.entries;
        let contents = *entries.get(&id)?;
        if !self.seen.insert((id, values.clone())) {
            return None;
        }
        self.way.push(id);
        let unknown = values.first_unknown(contents).map(Astray::Unknown);
        let fault = unknown.or_else(|| self.visit_all(contents, values));
        self.way.pop();
        fault
    }

    fn visit_all(&mut self, contents: &Contents<'a>, values: &Values<'a>) -> Option<Astray<'a>> {
        let mut messages = contents.messages.iter();
        let fault = messages.find_map(|id| self.visit(Id::Message(id), values));
        fault.or_else(|| {
            let mut terms = contents.terms.iter();
            terms.find_map(|term| {
                let given = Values::OfTerm(term.given.clone());
                self.visit(Id::Term(term.id), &given)
            })
        })
    }
}

impl Values<'_> {
    fn first_unknown<'a>(&self, contents: &Contents<'a>) -> Option<&'a str> {
        let set = contents.set.iter().copied();
        let chosen_by = contents.chosen_by.iter().copied();
        match self {
            Self::OfMessage(given) => set.chain(chosen_by).find(|name| !given.contains(name)),
            Self::OfTerm(given) => set.into_iter().find(|name| !given.contains(name)),
        }
    }
}
