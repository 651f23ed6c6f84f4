//! Decides whom a mention means, over the article.

mod descriptions;
mod long;
mod notes;
mod offices;
mod pronouns;

use std::collections::{HashMap, HashSet};

use super::initials::{Initials, is_agency};
use super::language::{Language, Pronoun, Words};
use super::mentions::{Mention, RestsOn};
use super::names::{Names, is_outlet, run, without_titles};
use super::tokens::Sentence;
use offices::office;

/// Of so many that were mentioned last a pronoun may mean one.
const MOST_RECENT: usize = 8;

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// By what it is called: a name, or a description in the article's words.
    pub(super) name: String,
    /// By what it is known in its article.
    pub(super) key: String,
    pub(super) kind: SpeakerKind,
    pub(super) role: Option<String>,
    /// The number of the one whom it speaks for.
    pub(super) speaks_for: Option<usize>,
    /// The numbers of those who say something together.
    pub(super) members: Vec<usize>,
    pronoun: Option<Pronoun>,
    /// The noun of a description.
    pub(super) noun: Option<String>,
    /// What words before a description must tell of who it is.
    pub(super) rests_on: RestsOn,
    /// What the article says of why it is not named, and the reason alone, if that is certain.
    pub(super) anonymity: Option<(String, Option<String>)>,
}

/// What somebody is who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SpeakerKind {
    Person,
    Group,
    Outlet,
    /// Those whose names are withheld, and how many.
    Unnamed(Option<u32>),
    /// One who is called by an office alone: the mayor.
    Office,
    /// Several who say something together.
    Several,
}

/// Who speaks, and whether that is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) speaker: usize,
    pub(super) is_doubtful: bool,
}

impl Resolved {
    fn sure(speaker: usize) -> Self {
        let is_doubtful = false;
        Self {
            speaker,
            is_doubtful,
        }
    }
}

/// The speakers of an article, in the order in which they are first mentioned.
#[derive(Debug)]
pub(super) struct Speakers<'a> {
    language: &'a Language,
    names: &'a Names,
    /// The names of all articles that are read together.
    dossier: &'a Names,
    /// The names in capitals that are outlets, or may be.
    pub(super) initials: Initials,
    pub(super) all: Vec<Speaker>,
    by_name: HashMap<String, usize>,
    /// What the article says that people are, by their names.
    roles: HashMap<String, String>,
    /// Those mentioned last, the last one at the end.
    recent: Vec<usize>,
    /// The last names of the people in the sentence before, and in this one.
    heard: [HashSet<String>; 2],
    /// The outlets that are named, and where.
    pub(super) outlets: Vec<(usize, String)>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(language: &'a Language, names: &'a Names, dossier: &'a Names) -> Self {
        let mut initials = names.initials.clone();
        initials.join(&dossier.initials);
        Self {
            language,
            names,
            dossier,
            initials,
            all: Vec::new(),
            by_name: HashMap::new(),
            roles: HashMap::new(),
            recent: Vec::new(),
            heard: Default::default(),
            outlets: Vec::new(),
        }
    }

    /// Takes note of the people whom a sentence names.
    pub(super) fn hear(&mut self, sentence: &Sentence<'_>) {
        self.heard.swap(0, 1);
        let mut heard = HashSet::new();
        let mut at = 0;
        while at < sentence.len() {
            let end = run(sentence, at, self.language);
            let (_, words) = without_titles(sentence, at, end, self.language);
            let kind = self.kind_of(&words.join(" "));
            if let Some(last) = words.last()
                && !self.names.long(last).is_empty()
                && kind == SpeakerKind::Person
            {
                heard.insert(last.clone().into_owned());
            }
            let name = words.join(" ");
            if kind == SpeakerKind::Outlet || self.initials.are_doubtful(&name) {
                let start = sentence.bytes(&(at..end)).start;
                self.outlets.push((start, name));
            }
            at = end.max(at + 1);
        }
        self.heard[1] = heard;
    }

    /// Returns whom a mention means, and remembers that it was mentioned.
    pub(super) fn resolve(&mut self, mention: &Mention) -> Option<Resolved> {
        let resolved = self.meant(mention)?;
        self.remember(resolved.speaker);
        Some(resolved)
    }

    fn remember(&mut self, speaker: usize) {
        self.recent.retain(|recent| *recent != speaker);
        self.recent.push(speaker);
        if self.recent.len() > MOST_RECENT {
            self.recent.remove(0);
        }
    }

    /// Returns whom a mention means.
    fn meant(&mut self, mention: &Mention) -> Option<Resolved> {
        Some(match mention {
            Mention::Name {
                name,
                role,
                pronoun,
                is_sure,
                is_led,
            } => {
                let named = self.named((name, *is_led), role.as_deref(), *pronoun);
                Resolved {
                    is_doubtful: named.is_doubtful || !is_sure,
                    ..named
                }
            }
            Mention::Pronoun(pronoun) => self.pronoun(*pronoun, 0)?,
            // The last one who was mentioned is who quotes.
            Mention::Object(pronoun) => Resolved {
                is_doubtful: true,
                ..self.pronoun(*pronoun, 1)?
            },
            Mention::Described { .. } => self.described(mention)?,
        })
    }

    fn named(
        &mut self,
        (name, is_led): (&str, bool),
        role: Option<&str>,
        pronoun: Option<Pronoun>,
    ) -> Resolved {
        let (long, is_doubtful) = self.long(name, role);
        let kind = self.kind_of(&long);
        let is_group = is_led && kind == SpeakerKind::Person;
        let kind = if is_group { SpeakerKind::Group } else { kind };
        // Their son Lars: no plural.
        let is_person = kind == SpeakerKind::Group && role.is_some() && !long.contains(' ');
        let kind = if is_person { SpeakerKind::Person } else { kind };
        // Greenpeace or Okafor: a person or a group.
        let is_bare =
            (kind == SpeakerKind::Person || is_group) && role.is_none() && !long.contains(' ');
        let is_doubtful = is_doubtful || self.is_several(name) || is_bare;
        let speaker = self.speaker(&long, kind);
        let learned = self.roles.remove(&long);
        if let Some(known) = self.all.get_mut(speaker) {
            if known.role.is_none() {
                known.role = role
                    .and_then(|role| office(role, self.language))
                    .or(learned);
            }
            known.pronoun = known.pronoun.or(pronoun);
        }
        Resolved {
            speaker,
            is_doubtful,
        }
    }

    /// Returns the speaker of a name, a new one if it is not known.
    fn speaker(&mut self, name: &str, kind: SpeakerKind) -> usize {
        self.speaker_by(name.to_lowercase(), name, kind)
    }

    /// Returns the speaker of a name who is known by a key, a new one if nobody is.
    fn speaker_by(&mut self, key: String, name: &str, kind: SpeakerKind) -> usize {
        let number = self.all.len();
        let speaker = *self.by_name.entry(key.clone()).or_insert(number);
        if speaker == number {
            self.all.push(Speaker {
                name: name.to_owned(),
                key,
                kind,
                role: None,
                speaks_for: None,
                members: Vec::new(),
                pronoun: None,
                noun: None,
                rests_on: RestsOn::Nothing,
                anonymity: None,
            });
        }
        speaker
    }

    fn recent(&self) -> impl Iterator<Item = (usize, &Speaker)> {
        let recent = self.recent.iter().rev();
        recent.filter_map(|number| Some((*number, self.all.get(*number)?)))
    }

    /// Says whether a name is of several: whether each of them says so is for the writer to tell.
    fn is_several(&self, name: &str) -> bool {
        let rules = &self.language.rules;
        let mut words = name.split_whitespace();
        words.any(|word| rules.and.has(word))
    }

    fn is_outlet(&self, name: &str) -> bool {
        is_outlet(name, self.language)
            || self.initials.are_of_outlet(name)
            || self.dossier.is_publisher(name)
    }

    fn kind_of(&self, name: &str) -> SpeakerKind {
        let rules = &self.language.rules;
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let any = |list: &Words| words.iter().any(|word| list.has(word));
        let is_plural =
            || self.language.is_plural(&name.to_lowercase()) && self.names.long(name).is_empty();
        let is_all_capitals = |name: &str| name.len() > 1 && name.chars().all(char::is_uppercase);
        let is_initials = || is_all_capitals(name);
        // Velten AG, Greenpeace UK; but no headline in capitals.
        let last = name.rsplit(' ').next().unwrap_or(name);
        let ends_with_initials = is_all_capitals(last) && name.contains(char::is_lowercase);
        if is_agency(name, self.language) {
            SpeakerKind::Outlet
        } else if any(&rules.organisations)
            || any(&rules.groups)
            || self.is_several(name)
            || ends_with_initials
        {
            SpeakerKind::Group
        } else if self.is_outlet(name) {
            SpeakerKind::Outlet
        } else if words.len() == 1 && (is_plural() || is_initials()) {
            SpeakerKind::Group
        } else {
            SpeakerKind::Person
        }
    }
}
