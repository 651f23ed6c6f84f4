//! Makes the voices and outlets of a draft.

use std::collections::HashMap;

use super::evidence::plain;
use super::language::Language;
use super::speakers::{Speaker, SpeakerKind};
use crate::import::Keys;

/// A voice, or what has to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: VoiceKind,
    pub(super) role: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum VoiceKind {
    Person,
    Group,
    Unnamed(Option<u32>),
    /// Of the outlet whose source has this id.
    Outlet(String),
    /// Nobody is said to speak.
    Unknown,
}

/// The voices so far, those of several articles merged, and the outlets that have sources of their own.
#[derive(Default)]
pub(super) struct Voices {
    pub(super) all: Vec<Voice>,
    by_name: HashMap<String, usize>,
    keys: Keys,
    /// The id and the name of each outlet's source, and the article through which it is known.
    pub(super) outlets: Vec<Outlet>,
    /// The names of those who published the articles, in small letters, and the ids of the articles.
    publishers: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outlet {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) through: Vec<String>,
}

impl Voices {
    /// Notes who published an article: what is told to it, or what it reports itself, is in it.
    pub(super) fn publish(&mut self, publisher: &str, article: &str) {
        let publisher = (known_as(publisher), article.to_owned());
        self.publishers.push(publisher);
    }

    /// Returns the number of a speaker's voice.
    pub(super) fn of(
        &mut self,
        language: &Language,
        speaker: Option<&Speaker>,
        sources: &mut Keys,
        article: &str,
    ) -> usize {
        let name = speaker.map_or_else(String::new, |speaker| plain(&speaker.name));
        let name = name.as_str();
        let kind = match speaker.map(|speaker| speaker.kind) {
            None => VoiceKind::Unknown,
            Some(SpeakerKind::Person) => VoiceKind::Person,
            Some(SpeakerKind::Group) => VoiceKind::Group,
            Some(SpeakerKind::Unnamed(count)) => VoiceKind::Unnamed(count),
            Some(SpeakerKind::Outlet) => {
                VoiceKind::Outlet(self.outlet(language, name, sources, article))
            }
        };
        let known = self.by_name.get(&name.to_lowercase()).copied();
        if let Some(known) = known {
            return known;
        }
        let latin = language.in_latin(name);
        let latin = latin.as_str();
        let last = latin.rsplit(' ').next().unwrap_or(latin);
        let id = match kind {
            VoiceKind::Person => self.keys.make([last, latin, "voice"]),
            VoiceKind::Outlet(_) => self
                .keys
                .make([format!("{latin} reporting").as_str(), "voice"]),
            VoiceKind::Unknown => self.keys.make(["unknown-speaker"]),
            VoiceKind::Group | VoiceKind::Unnamed(_) => self.keys.make([latin, "voice"]),
        };
        let role = speaker.and_then(|speaker| speaker.role.as_deref().map(plain));
        self.all.push(Voice {
            id,
            name: name.to_owned(),
            kind,
            role,
        });
        self.by_name.insert(name.to_lowercase(), self.all.len() - 1);
        self.all.len() - 1
    }

    /// Returns the id of the source that an outlet's report is.
    pub(super) fn outlet(
        &mut self,
        language: &Language,
        name: &str,
        sources: &mut Keys,
        article: &str,
    ) -> String {
        let published =
            |(publisher, of): &&(String, String)| of == article && *publisher == known_as(name);
        if self.publishers.iter().any(|known| published(&known)) {
            return article.to_owned();
        }
        let known = self.outlets.iter_mut().find(|outlet| outlet.name == name);
        if let Some(known) = known {
            if !known.through.iter().any(|through| through == article) {
                known.through.push(article.to_owned());
            }
            return known.id.clone();
        }
        let id = sources.make([language.in_latin(name).as_str(), "report"]);
        self.outlets.push(Outlet {
            id: id.clone(),
            name: name.to_owned(),
            through: vec![article.to_owned()],
        });
        id
    }
}

/// Returns a name of an outlet without what one text leaves out of it and another does not.
fn known_as(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}
