//! Small briefs for tests.

mod build;

use std::num::NonZeroU32;

use crate::model::{DateGiven, Edtf, Key, Line, SourceType, VoiceKind};

/// A brief in the making. Things are named by their keys, which may be used before they are made,
/// except that what a sample adds to a claim goes to the last one.
pub(super) struct Sample {
    voices: Vec<(String, Kind)>,
    sources: Vec<SampleSource>,
    issues: Vec<String>,
    claims: Vec<Made>,
    speaks_for: Vec<(String, String)>,
    positions: Vec<Held>,
    events: Vec<(String, Vec<String>)>,
    tensions: Vec<Vec<String>>,
    gaps: Vec<Vec<String>>,
    method: Vec<String>,
    bottom_line: Vec<String>,
}

/// Makes the kind of a voice once all voices and sources have a place.
type Kind = Box<dyn Fn(&Sample) -> VoiceKind>;

struct SampleSource {
    key: String,
    kind: SourceType,
    author: Option<String>,
    publisher: Option<String>,
    through: Vec<String>,
    draws_on: Vec<String>,
}

struct Held {
    of: String,
    on: String,
    date: Option<String>,
    claims: Vec<String>,
}

struct Made {
    key: String,
    voices: Vec<String>,
    sources: Vec<String>,
    found_out_by: Vec<String>,
    said: String,
    about: Vec<String>,
    quotes: Vec<String>,
    note: Vec<String>,
    /// Of a judgement, the claims that it rests on.
    rests_on: Vec<String>,
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

/// Reads `date`, `words`, `words=date` or nothing.
fn when(text: &str) -> DateGiven {
    match (text.split_once('='), Edtf::parse(text)) {
        _ if text.is_empty() => DateGiven::NotGiven,
        (Some((words, date)), _) => DateGiven::Inferred {
            words: line(words),
            date: Edtf::parse(date).unwrap(),
        },
        (None, Ok(date)) => DateGiven::Stated(date),
        (None, Err(_)) => DateGiven::Words(line(text)),
    }
}

impl Sample {
    pub(super) fn new() -> Self {
        Self {
            voices: Vec::new(),
            sources: Vec::new(),
            issues: Vec::new(),
            claims: Vec::new(),
            speaks_for: Vec::new(),
            positions: Vec::new(),
            events: Vec::new(),
            tensions: Vec::new(),
            gaps: Vec::new(),
            method: Vec::new(),
            bottom_line: Vec::new(),
        }
    }

    fn voice(mut self, key: &str, kind: impl Fn(&Self) -> VoiceKind + 'static) -> Self {
        self.voices.push((key.to_owned(), Box::new(kind)));
        self
    }

    /// Adds a person whose name is the key.
    pub(super) fn person(self, key: &str) -> Self {
        let name = line(key);
        self.voice(key, move |_| VoiceKind::Person {
            name: name.clone(),
            role: None,
        })
    }

    pub(super) fn anonymous(self, key: &str, count: Option<u32>) -> Self {
        self.voice(key, move |_| VoiceKind::Anonymous {
            count: count.and_then(NonZeroU32::new),
            described_as: line("people"),
            reason: None,
            one_of: Vec::new(),
        })
    }

    /// Adds one anonymous person who is one of other voices.
    pub(super) fn one_of(self, key: &str, others: &[&str]) -> Self {
        let others = owned(others);
        self.voice(key, move |sample| VoiceKind::Anonymous {
            count: NonZeroU32::new(1),
            described_as: line("one of them"),
            reason: None,
            one_of: others.iter().map(|name| sample.voice_id(name)).collect(),
        })
    }

    pub(super) fn outlet(self, key: &str, source: &str) -> Self {
        let source = source.to_owned();
        self.voice(key, move |sample| {
            VoiceKind::Outlet(sample.source_id(&source))
        })
    }

    pub(super) fn writer(self, key: &str) -> Self {
        let name = line(key);
        self.voice(key, move |_| VoiceKind::Writer(name.clone()))
    }

    fn add_source(mut self, key: &str, kind: SourceType, through: &[&str]) -> Self {
        self.sources.push(SampleSource {
            key: key.to_owned(),
            kind,
            author: None,
            publisher: None,
            through: owned(through),
            draws_on: Vec::new(),
        });
        self
    }

    /// Adds a newspaper article, which was read if it is known through no other source.
    pub(super) fn source(self, key: &str, through: &[&str]) -> Self {
        self.add_source(key, SourceType::ArticleNewspaper, through)
    }

    /// Adds a document that was read, and the name of who signed it.
    pub(super) fn document(self, key: &str, author: &str) -> Self {
        self.document_through(key, author, &[])
    }

    pub(super) fn document_through(mut self, key: &str, author: &str, through: &[&str]) -> Self {
        self = self.add_source(key, SourceType::Document, through);
        self.sources.last_mut().unwrap().author = Some(author.to_owned());
        self
    }

    /// Makes the last source one that retells others.
    pub(super) fn draws_on(mut self, others: &[&str]) -> Self {
        self.sources.last_mut().unwrap().draws_on = owned(others);
        self
    }

    pub(super) fn issue(mut self, key: &str) -> Self {
        self.issues.push(key.to_owned());
        self
    }

    pub(super) fn claim(mut self, key: &str, voices: &[&str], sources: &[&str]) -> Self {
        self.claims.push(Made {
            key: key.to_owned(),
            voices: owned(voices),
            sources: owned(sources),
            found_out_by: Vec::new(),
            said: String::new(),
            about: Vec::new(),
            quotes: Vec::new(),
            note: Vec::new(),
            rests_on: Vec::new(),
        });
        self
    }

    /// Makes sources of the last claim those that found it out themselves.
    pub(super) fn found_out_by(mut self, sources: &[&str]) -> Self {
        self.claims.last_mut().unwrap().found_out_by = owned(sources);
        self
    }

    /// Adds a judgement of the writer's.
    pub(super) fn judgement(mut self, key: &str, writer: &str, rests_on: &[&str]) -> Self {
        self = self.claim(key, &[writer], &[]);
        self.claims.last_mut().unwrap().rests_on = owned(rests_on);
        self
    }

    /// Dates the last claim: `date`, `words`, `words=date` or nothing.
    pub(super) fn said(mut self, when: &str) -> Self {
        when.clone_into(&mut self.claims.last_mut().unwrap().said);
        self
    }

    /// Adds a quote of its first voice to the last claim.
    pub(super) fn quote(mut self, text: &str) -> Self {
        self.claims.last_mut().unwrap().quotes.push(text.to_owned());
        self
    }

    /// Makes the last voice a spokesperson of another.
    pub(super) fn speaks_for(mut self, principal: &str) -> Self {
        let voice = self.voices.last().unwrap().0.clone();
        self.speaks_for.push((voice, principal.to_owned()));
        self
    }

    /// Says which issues the last claim is about.
    pub(super) fn about(mut self, issues: &[&str]) -> Self {
        self.claims.last_mut().unwrap().about = owned(issues);
        self
    }

    pub(super) fn position(mut self, of: &str, on: &str, claims: &[&str]) -> Self {
        self.positions.push(Held {
            of: of.to_owned(),
            on: on.to_owned(),
            date: None,
            claims: owned(claims),
        });
        self
    }

    /// Dates the last position.
    pub(super) fn dated(mut self, date: &str) -> Self {
        self.positions.last_mut().unwrap().date = Some(date.to_owned());
        self
    }

    pub(super) fn event(mut self, when: &str, claims: &[&str]) -> Self {
        self.events.push((when.to_owned(), owned(claims)));
        self
    }

    pub(super) fn tension(mut self, claims: &[&str]) -> Self {
        self.tensions.push(owned(claims));
        self
    }
}
