//! Makes the voices and outlets of a draft.

use std::collections::HashMap;

use super::language::Language;
use super::mentions::{RestsOn, uncapitalised};
use super::outlets::Outlets;
use super::read::plain;
use super::speakers::{Speaker, SpeakerKind};
use super::statements::Reading;
use crate::import::Keys;

/// A voice, or what has to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is said by itself")]
pub(super) struct Voice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: VoiceKind,
    pub(super) role: Option<String>,
    /// The number of the voice that it speaks for.
    pub(super) speaks_for: Option<usize>,
    /// What its article says of why it is not named, and the reason alone, if that is certain.
    pub(super) anonymity: Option<(String, Option<String>)>,
    /// Whether it speaks for somebody, known or not.
    pub(super) is_spokesperson: bool,
    /// Whether what it is called does not say who it is: one of them.
    pub(super) is_open: bool,
    /// Whether it is one of several, who may be counted already: one of the officials, the other.
    pub(super) is_of_several: bool,
    /// Whether it is told by nothing in the articles if it is a group or an outlet: NPA.
    pub(super) may_be_outlet: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum VoiceKind {
    Person,
    Group,
    Unnamed(Option<u32>),
    /// Called by an office alone.
    Office,
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
    /// The ids of those who say something together, by the numbers of their voices.
    together: HashMap<Vec<usize>, String>,
    pub(super) outlets: Outlets,
}

impl Voices {
    /// Returns the numbers of the voices of a speaker: several, if they say something together.
    pub(super) fn all_of(
        &mut self,
        language: &Language,
        (reading, speaker): (&Reading, Option<usize>),
        sources: &mut Keys,
        article: &str,
    ) -> Vec<usize> {
        let speaker = speaker.and_then(|speaker| reading.speakers.get(speaker));
        let members = speaker.map_or(&[][..], |speaker| speaker.members.as_slice());
        let mut one = |speaker: Option<&Speaker>| {
            let voice = self.of(language, (reading, speaker), sources, article);
            let principal = speaker.and_then(|speaker| reading.speakers.get(speaker.speaks_for?));
            if let Some(principal) = principal {
                let principal = self.of(language, (reading, Some(principal)), sources, article);
                if let Some(voice) = self.all.get_mut(voice)
                    && voice.speaks_for.is_none()
                {
                    voice.speaks_for = Some(principal);
                }
            }
            voice
        };
        match members {
            [] => vec![one(speaker)],
            members => members
                .iter()
                .map(|number| one(reading.speakers.get(*number)))
                .collect(),
        }
    }

    /// Returns the id by which claims of some voices are called.
    pub(super) fn id_of(&mut self, voices: &[usize]) -> String {
        let id = |voice: &usize| {
            self.all
                .get(*voice)
                .map_or("claim", |voice| voice.id.as_str())
        };
        if let [voice] = voices {
            return id(voice).to_owned();
        }
        if let Some(id) = self.together.get(voices) {
            return id.clone();
        }
        let ids: Vec<&str> = voices.iter().map(id).collect();
        let id = self.keys.make([ids.join(" and ").as_str(), "together"]);
        self.together.insert(voices.to_vec(), id.clone());
        id
    }

    /// Makes an id of a name in Latin letters.
    fn id(&mut self, kind: &VoiceKind, latin: &str) -> String {
        let last = latin.rsplit(' ').next().unwrap_or(latin);
        match kind {
            VoiceKind::Person => self.keys.make([last, latin, "voice"]),
            VoiceKind::Outlet(_) => {
                let reporting = format!("{latin} reporting");
                self.keys.make([reporting.as_str(), "voice"])
            }
            VoiceKind::Unknown => self.keys.make(["unknown-speaker"]),
            VoiceKind::Group | VoiceKind::Office | VoiceKind::Unnamed(_) => {
                self.keys.make([latin, "voice"])
            }
        }
    }

    /// Returns the number of a speaker's voice.
    fn of(
        &mut self,
        language: &Language,
        (reading, speaker): (&Reading, Option<&Speaker>),
        sources: &mut Keys,
        article: &str,
    ) -> usize {
        // One whose name has nothing that is seen is nobody who is known.
        let named = speaker.and_then(|speaker| {
            let is_led = speaker.rests_on != RestsOn::Nothing;
            Some((speaker, uncapitalised(&plain(&speaker.name)?, is_led)))
        });
        let speaker = named.as_ref().map(|(speaker, _)| *speaker);
        let name = named.as_ref().map_or("", |(_, name)| name.as_str());
        let kind = match speaker.map(|speaker| speaker.kind) {
            None => VoiceKind::Unknown,
            Some(SpeakerKind::Person) => VoiceKind::Person,
            Some(SpeakerKind::Group | SpeakerKind::Several) => VoiceKind::Group,
            Some(SpeakerKind::Office) => VoiceKind::Office,
            Some(SpeakerKind::Unnamed(count)) => VoiceKind::Unnamed(count),
            Some(SpeakerKind::Outlet) => {
                VoiceKind::Outlet(self.outlets.report(language, name, sources, article).id)
            }
        };
        let role = speaker.and_then(|speaker| plain(speaker.role.as_deref()?));
        let anonymity = speaker.and_then(|speaker| {
            let (words, reason) = speaker.anonymity.as_ref()?;
            Some((plain(words)?, reason.as_deref().and_then(plain)))
        });
        let key = key(speaker, name, article);
        let known = self.by_name.get(&key).copied();
        if let Some(known) = known {
            if let Some(voice) = self.all.get_mut(known) {
                voice.role = voice.role.take().or(role);
                voice.anonymity = voice.anonymity.take().or(anonymity);
            }
            return known;
        }
        let id = self.id(&kind, &language.in_latin(name));
        let kind_is_group = kind == VoiceKind::Group;
        let is_spokesperson = is_spokesperson(language, [Some(name), role.as_deref()]);
        self.all.push(Voice {
            id,
            name: name.to_owned(),
            kind,
            role,
            speaks_for: None,
            anonymity,
            is_spokesperson,
            is_open: speaker.is_some_and(|speaker| speaker.rests_on.is_open()),
            is_of_several: speaker.is_some_and(|speaker| {
                matches!(
                    speaker.rests_on,
                    RestsOn::Whole | RestsOn::WholeUnsaid | RestsOn::Rest
                )
            }),
            may_be_outlet: kind_is_group && reading.initials.are_doubtful(name),
        });
        self.by_name.insert(key, self.all.len() - 1);
        self.all.len() - 1
    }
}

/// Says whether a name or a role is of one who speaks for somebody.
fn is_spokesperson(language: &Language, called: [Option<&str>; 2]) -> bool {
    let words = called.into_iter().flatten().flat_map(str::split_whitespace);
    let speakers_for = &language.rules.speakers_for;
    words
        .map(str::to_lowercase)
        .any(|word| speakers_for.has(&word))
}

/// Returns by what a speaker is known over articles: one who is described, by its article, unless a name is in
/// the description. A spokesman of one article is none of another.
fn key(speaker: Option<&Speaker>, name: &str, article: &str) -> String {
    let Some(speaker) = speaker else {
        return format!("\n{article}");
    };
    let is_of_article = speaker.noun.is_some()
        && (speaker.rests_on != RestsOn::Nothing
            || !matches!(speaker.kind, SpeakerKind::Group | SpeakerKind::Outlet)
            || !name.contains(char::is_uppercase));
    if is_of_article {
        format!("{}\n{article}", speaker.key)
    } else {
        name.to_lowercase()
    }
}
