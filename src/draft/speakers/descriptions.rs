//! Decides whom a description means: the mayor, a spokesman, one of them.

use super::offices::{is_office_of, is_title};
use super::{Resolved, Speaker, SpeakerKind, Speakers};
use crate::draft::mentions::{Mention, RestsOn};

impl Speakers<'_> {
    /// Returns the speaker of a description. One who is not named is a person, unless the noun is of others.
    pub(super) fn described(&mut self, mention: &Mention) -> Option<Resolved> {
        let Mention::Described {
            text,
            noun,
            count,
            is_plural,
            is_unnamed,
            is_definite,
            rests_on,
            ..
        } = mention
        else {
            return None;
        };
        let language = self.language;
        let lower = text.to_lowercase();
        let known = self.titled(&lower).map(Resolved::sure);
        let known = known.or_else(|| self.described_again(text, noun, *count));
        if let Some(known) = known.filter(|_| *is_definite) {
            return Some(known);
        }
        let is_thing = language.is_thing(noun);
        let is_counted = *count == Some(1);
        let is_person = !*is_plural
            && (self.is_person(&lower)
                || language.is_of_person(noun)
                || !is_thing
                    && (is_counted || language.tells_number() && language.may_speak(noun)));
        // Two clerks; some clerks may be a group that speaks as one.
        let are_people =
            *is_plural && count.is_some() && language.may_speak(noun) && !language.are_things(noun);
        let is_office = is_person
            && !*is_unnamed
            && count.is_none()
            && language.rules.titles.has(noun)
            && !language.rules.spokespeople.has(noun);
        let kind = if is_office {
            SpeakerKind::Office
        } else if *is_unnamed || is_person || are_people {
            SpeakerKind::Unnamed(count.or(is_person.then_some(1)))
        } else {
            SpeakerKind::Group
        };
        // The mayor may be somebody who is named; a report is no voice, nor who made it.
        let is_doubtful = if is_person {
            !is_counted || !(language.may_speak(noun) || *is_unnamed)
        } else {
            language.rules.documents.has(noun)
                || !*is_plural && !is_thing && language.may_be_person(noun)
        };
        let before = self.all.len();
        let key = self.key(&lower, *rests_on);
        let speaker = self.speaker_by(key, text, kind);
        if let Some(described) = self.all.get_mut(speaker) {
            described.noun = Some(noun.clone());
            described.rests_on = *rests_on;
        }
        // A second clerk may be another one.
        let is_again = speaker < before && (is_counted || *rests_on == RestsOn::WholeUnsaid);
        Some(Resolved {
            speaker,
            is_doubtful: is_doubtful || is_again || self.may_be_another(&lower, *rests_on, before),
        })
    }

    /// Says whether one of the first speakers, so many of them, who is called as another one, may be meant.
    fn may_be_another(&self, lower: &str, rests_on: RestsOn, first: usize) -> bool {
        let is_same = |other: &Speaker| {
            let rest = other.key.strip_prefix(lower);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'))
        };
        match rests_on {
            RestsOn::Nothing => false,
            RestsOn::Rest => true,
            RestsOn::Owner | RestsOn::Whole | RestsOn::WholeUnsaid => {
                self.all.iter().take(first).any(is_same)
            }
        }
    }

    /// Returns whom a noun alone means again that was described more closely before: the official. Of
    /// several it is the last one, and doubtful.
    fn described_again(&self, text: &str, noun: &str, count: Option<u32>) -> Option<Resolved> {
        let is_as_many =
            |speaker: &Speaker| count.is_none() || speaker.kind == SpeakerKind::Unnamed(count);
        let is_again =
            |speaker: &Speaker| speaker.noun.as_deref() == Some(noun) && is_as_many(speaker);
        let mut again = self.recent().filter(|(_, speaker)| is_again(speaker));
        let (speaker, _) = again.next().filter(|_| text.eq_ignore_ascii_case(noun))?;
        Some(Resolved {
            speaker,
            is_doubtful: again.next().is_some(),
        })
    }

    /// Returns the key of a description: one whose words alone do not say who it is, is another one after
    /// other people.
    fn key(&self, lower: &str, rests_on: RestsOn) -> String {
        let is_plain = |(_, speaker): &(usize, &Speaker)| speaker.rests_on == RestsOn::Nothing;
        let last = || {
            let mut recent = self.recent().filter(is_plain);
            recent.next().map(|(number, _)| number.to_string())
        };
        let several = || {
            let is_several = |(_, speaker): &(usize, &Speaker)| {
                !matches!(
                    speaker.kind,
                    SpeakerKind::Person | SpeakerKind::Office | SpeakerKind::Unnamed(Some(1))
                )
            };
            let mut recent = self.recent().filter(is_plain).filter(is_several);
            recent.next().map(|(number, _)| number.to_string())
        };
        let before = match rests_on {
            RestsOn::Nothing => return lower.to_owned(),
            RestsOn::Owner => {
                let heard = self.heard.iter().rev().find(|heard| !heard.is_empty());
                let mut heard: Vec<&str> =
                    heard.into_iter().flatten().map(String::as_str).collect();
                heard.sort_unstable();
                (!heard.is_empty()).then(|| heard.join(" ")).or_else(last)
            }
            RestsOn::Whole => last(),
            RestsOn::WholeUnsaid => several(),
            RestsOn::Rest => Some(format!("another {}", self.all.len())),
        };
        format!("{lower}\n{}", before.unwrap_or_default())
    }

    /// Returns the one person mentioned lately whose title a description is: the mayor, the chief executive.
    fn titled(&self, lower: &str) -> Option<usize> {
        let has_title = |speaker: &Speaker| {
            let role = speaker.role.as_deref();
            role.is_some_and(|role| is_office_of(role, lower, self.language))
        };
        let mut titled = self.recent().filter(|(_, speaker)| has_title(speaker));
        let (one, _) = titled.next()?;
        let is_one = titled.next().is_none() && is_title(lower, self.language);
        is_one.then_some(one)
    }

    /// Says whether a description is of one person: it has a title, or is of a spokesperson.
    fn is_person(&self, lower: &str) -> bool {
        let rules = &self.language.rules;
        let mut words = lower.split_whitespace();
        words.any(|word| rules.spokespeople.has(word) || rules.titles.has(word))
    }
}
