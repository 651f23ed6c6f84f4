//! Holds what every rule may look at, and collects what the rules find.

use std::collections::HashSet;
use std::ops::Range;

use super::index::Index;
use super::numbers::Numbers;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Rule, Span};
use crate::evidence::{InvalidLock, Lock};
use crate::load::{Allow, Claim, Document, Parts, Quote, Text};
use crate::model::Brief;

/// What stands beside a document, as far as it was looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The evidence lock, if there is one.
    pub evidence: Option<&'a Result<Lock, InvalidLock>>,
    /// What came of reading the previous edition, if the document names one.
    pub previous: Option<&'a Previous>,
    /// The numbers of the document's claims; without them, it is taken for a first edition.
    pub numbers: Option<&'a Numbers>,
    /// Which lists the document does not have itself, since it includes files.
    pub unless_included: &'a [&'static str],
    /// Whether a file of voices and sources that the document includes could not be read: which ids
    /// it has is not known.
    pub is_unread: bool,
    /// Whether something of the document could not be read: what that mentions is not known.
    pub is_faulty: bool,
    /// How many messages of the page have no words in the document's language, and how many there are.
    pub lacking_words: (usize, usize),
}

/// What came of reading the previous edition.
#[derive(Clone, Debug)]
pub enum Previous {
    /// It is a brief.
    Brief(Box<Brief>),
    /// It is faulty: it has so many errors.
    Faulty(usize),
    /// It is the document itself.
    Itself,
    /// It could not be read, for this reason.
    Unread(String),
    /// An edition before it cannot be read: its file, and the reason.
    Unnumbered(String, String),
}

/// What has a passage.
#[derive(Clone, Copy)]
pub(super) enum PassageOf<'a> {
    Claim(&'a Claim),
    /// What is left out of a source.
    LeftOut(&'a Text),
}

impl<'a> PassageOf<'a> {
    /// Returns the claim, if it is one.
    pub(super) fn claim(self) -> Option<&'a Claim> {
        match self {
            Self::Claim(claim) => Some(claim),
            Self::LeftOut(_) => None,
        }
    }

    /// Returns the sources in which it stands.
    pub(super) fn sources(self) -> &'a [Text] {
        match self {
            Self::Claim(claim) => &claim.source,
            Self::LeftOut(source) => std::slice::from_ref(source),
        }
    }
}

/// The document, the index of its ids, the input that they came from, and what stands beside.
pub(super) struct Context<'a> {
    pub(super) document: &'a Document,
    pub(super) index: &'a Index<'a>,
    pub(super) beside: Beside<'a>,
    pub(super) text: &'a str,
    pub(super) parts: Parts<'a>,
}

impl<'a> Context<'a> {
    /// Says whether the brief is written in English, which some rules know the words of.
    pub(super) fn is_english(&self) -> bool {
        let language = self.document.lang.split('-').next();
        language.is_some_and(|language| language.eq_ignore_ascii_case("en"))
    }

    /// Goes through the passages of claims, and then through those that are left out.
    pub(super) fn passages(&self) -> impl Iterator<Item = (PassageOf<'a>, &'a Text)> {
        let document = self.document;
        let of_claims = document.claims.iter().flat_map(|claim| {
            let passages = claim.passage.iter();
            passages.map(move |text| (PassageOf::Claim(claim), text))
        });
        let left_out = document.left_out.iter().flat_map(|item| {
            let passages = item.passage.iter();
            passages.map(move |text| (PassageOf::LeftOut(&item.source), text))
        });
        of_claims.chain(left_out)
    }

    pub(super) fn quotes(&self) -> impl Iterator<Item = (&'a Claim, &'a Quote)> {
        let claims = self.document.claims.iter();
        claims.flat_map(|claim| claim.quotes.iter().map(move |quote| (claim, quote)))
    }

    /// Goes through the words of all quotes, and those that translations were made of, each with
    /// its claim.
    pub(super) fn quoted_words(&self) -> impl Iterator<Item = (&'a Claim, &'a Text)> {
        self.quotes().flat_map(|(claim, quote)| {
            let words = std::iter::once(&quote.text).chain(&quote.original);
            words.map(move |words| (claim, words))
        })
    }

    pub(super) fn allows(&self) -> impl Iterator<Item = &'a [Allow]> {
        let document = self.document;
        std::iter::once(&document.allow)
            .chain(document.claims.iter().map(|item| &item.allow))
            .chain(document.positions.iter().map(|item| &item.allow))
            .chain(document.events.iter().map(|item| &item.allow))
            .chain(document.tensions.iter().map(|item| &item.allow))
            .chain(document.gaps.iter().map(|item| &item.allow))
            .map(Vec::as_slice)
    }

    pub(super) fn part(&self, of: &Text, range: Range<usize>) -> Place {
        self.parts.place(of, range)
    }
}

/// Returns the place of a key at the top of an input, where it begins a line.
pub(super) fn key(text: &str, name: &str) -> Option<Place> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let rest = line.strip_prefix(name);
        if rest.is_some_and(|rest| rest.starts_with(':')) {
            return Some(Place::At(Span::new(start, start + name.len())));
        }
        start += line.len();
    }
    None
}

/// The problems found so far, and which of the silenced rules had something to say.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) diagnostics: Diagnostics,
    /// The `allow` entries that silenced something, by their place: all claims of a run, and all
    /// aliases of a value, have one entry.
    used: HashSet<Option<Span>>,
}

impl Findings {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds a warning, unless one of these entries silences its rule.
    pub(super) fn warn(&mut self, allow: &[Allow], diagnostic: Diagnostic) {
        let code = diagnostic.code();
        match allow.iter().find(|entry| *entry.rule == *code) {
            Some(entry) => {
                self.used.insert(entry.rule.place.span());
            }
            None => self.push(diagnostic),
        }
    }

    /// Adds all of others.
    pub(super) fn extend(&mut self, others: Self) {
        self.diagnostics.extend(others.diagnostics);
        self.used.extend(others.used);
    }

    /// Takes an entry for a rule that could not be judged for one that has something to silence.
    pub(super) fn leave(&mut self, allow: &[Allow], rule: &Rule) {
        let entries = allow.iter().filter(|entry| *entry.rule == *rule.code());
        self.used
            .extend(entries.map(|entry| entry.rule.place.span()));
    }

    pub(super) fn was_used(&self, entry: &Allow) -> bool {
        self.used.contains(&entry.rule.place.span())
    }
}
