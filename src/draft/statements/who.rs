//! Tells who speaks in a clause: one, or several who say it together.

use std::ops::Range;

use super::{Article, Clause, Resolved};
use crate::draft::anonymity::anonymity;
use crate::draft::clauses::is_after_cue;
use crate::draft::cues::Voice;
use crate::draft::language::{Form, Frame, Pronoun};
use crate::draft::mentions::{Mention, read};
use crate::draft::names::run;
use crate::draft::noun_phrases::Reader;
use crate::draft::roles::Roles;
use crate::draft::several::{Joined, Several};
use crate::draft::subjects::main_subject;

/// So many words of a phrase that somebody is not named may stand before a verb in it.
const MOST_BEFORE: usize = 3;

/// Who speaks in a clause, in numbers of tokens.
pub(super) struct Who {
    joined: Joined,
    /// Whether the words beside the cue were read as speakers, and as nothing else.
    is_read: bool,
}

impl<'t> Article<'_, 't> {
    /// Returns who speaks in a clause, if it may be somebody who says something.
    pub(super) fn who(&self, reader: Reader<'_, 't>, clause: &Clause) -> Option<Who> {
        let subject = clause.subject.as_ref()?;
        let several = self.several(reader);
        let is_within = (clause.cue.start..clause.cue.end).contains(&subject.start);
        let joined = if is_within {
            None
        } else if is_after_cue(clause) {
            let is_turned = clause.cue.voice == Voice::Active;
            several.after(subject, reader.sentence.len(), is_turned)
        } else {
            let is_named = matches!(
                read(reader, self.names, subject, self.text),
                Some(Mention::Name { .. })
            );
            let beside = several.before(clause.cue.start).filter(|joined| {
                match joined.speakers.as_slice() {
                    // The mayor, Ayo, …; Ayo, along with Bell, …
                    [one] => {
                        several.is_name(one) && (!is_named || !joined.is_sure)
                            // An official, citing the law, …
                            || joined.is_sure && !is_named && one.end < subject.start
                    }
                    _ => true,
                }
            });
            beside.or_else(|| {
                several
                    .before(subject.end)
                    .filter(|joined| joined.speakers.len() > 1)
            })
        };
        // A verb in the singular: it is one name.
        let is_one = reader.language.tells_number() && clause.cue.form == Form::Present;
        let joined = joined.filter(|joined| !(is_one && joined.speakers.len() > 1));
        Some(match joined {
            Some(joined) => Who {
                joined,
                is_read: true,
            },
            None => Who {
                joined: Joined {
                    speakers: vec![subject.clone()],
                    and: None,
                    is_sure: true,
                },
                is_read: false,
            },
        })
    }

    fn several<'r>(&'r self, reader: Reader<'r, 't>) -> Several<'r, 't> {
        Several {
            reader,
            names: self.names,
            text: self.text,
        }
    }

    /// Returns the speaker of a clause, who may be several together.
    pub(super) fn speaker(
        &mut self,
        reader: Reader<'_, 't>,
        clause: &Clause,
        who: &Who,
    ) -> Option<Resolved> {
        let Who { joined, is_read } = who;
        let is_inflected = self.language.rules.inflects
            && clause.cue.voice == Voice::Following
            && is_after_cue(clause);
        let mut all = Vec::with_capacity(joined.speakers.len());
        for phrase in &joined.speakers {
            all.push(self.meet(reader, phrase)?);
        }
        let is_one_of_several = || {
            joined
                .speakers
                .iter()
                .any(|phrase| reader.is_one_of_several(phrase))
        };
        let is_either = joined
            .speakers
            .iter()
            .any(|one| self.several(reader).is_either(one.start));
        let is_doubtful =
            is_inflected || is_either || !joined.is_sure || !is_read && is_one_of_several();
        let and = joined.and.map_or("", |and| reader.word(and));
        let resolved = self.speakers.together(&all, and)?;
        Some(Resolved {
            is_doubtful: resolved.is_doubtful || is_doubtful,
            ..resolved
        })
    }

    /// Returns whom a phrase means, and notes what the words beside it say of him or her.
    fn meet(&mut self, reader: Reader<'_, 't>, phrase: &Range<usize>) -> Option<Resolved> {
        let mention = read(reader, self.names, phrase, self.text)?;
        let resolved = self.speakers.resolve(&mention)?;
        let roles = Roles {
            several: self.several(reader),
        };
        let beside = match mention {
            Mention::Name { .. } => roles.beside(phrase),
            Mention::Pronoun(_) | Mention::Object(_) | Mention::Described { .. } => None,
        };
        let principal = [Some(phrase), beside.as_ref()]
            .into_iter()
            .flatten()
            .find_map(|words| roles.principal(words));
        if let Some(words) = &beside {
            let role = roles.without_article(words);
            let role = self.text.get(reader.sentence.bytes(&role));
            self.speakers
                .give_role(resolved.speaker, role.unwrap_or(""));
        }
        if let Some(principal) = principal {
            self.speakers.speaks_for(resolved.speaker, &principal);
        }
        Some(resolved)
    }

    /// Notes what a sentence says of those whom it names, whether they speak or not.
    pub(super) fn learn_roles(&mut self, reader: Reader<'_, 't>) {
        let mut at = 0;
        while at < reader.sentence.len() {
            let end = run(reader.sentence, at, self.language);
            let name = at..end;
            at = end.max(at + 1);
            let is_beside_comma = reader.sentence.is_mark(name.end, ",")
                || name
                    .start
                    .checked_sub(1)
                    .is_some_and(|at| reader.sentence.is_mark(at, ","));
            if name.len() < 2 || !is_beside_comma {
                continue;
            }
            let roles = Roles {
                several: self.several(reader),
            };
            let Some(words) = roles.beside(&name) else {
                continue;
            };
            let role = roles.without_article(&words);
            if let Some(Mention::Name { name, .. }) = read(reader, self.names, &name, self.text)
                && let Some(role) = self.text.get(reader.sentence.bytes(&role))
            {
                self.speakers.learn_role(&name, role);
            }
        }
    }

    /// Notes what a sentence says of why somebody is not named. `from` is the number of its first statement.
    pub(super) fn learn_reason(&mut self, reader: Reader<'_, 't>, clauses: &[Clause], from: usize) {
        let Some(found) = anonymity(reader, clauses) else {
            return;
        };
        let mut unnamed: Vec<usize> = Vec::new();
        for statement in self.statements.get(from..).unwrap_or(&[]) {
            if let Some(resolved) = statement.speaker
                && self.speakers.is_unnamed(resolved.speaker)
                && !unnamed.contains(&resolved.speaker)
            {
                unnamed.push(resolved.speaker);
            }
        }
        if unnamed.is_empty()
            && let Some(subject) = found.subject.or_else(|| main_subject(reader, found.at))
            && let Some(resolved) = self.meet(reader, &subject)
            && self.speakers.is_unnamed(resolved.speaker)
            && !resolved.is_doubtful
        {
            unnamed.push(resolved.speaker);
        }
        if let [speaker] = unnamed.as_slice() {
            let words = |words: &Range<usize>| {
                let words = self.text.get(reader.sentence.bytes(words));
                words.unwrap_or("").to_owned()
            };
            let reason = found.reason.as_ref().map(words);
            self.speakers
                .learn_reason(*speaker, words(&found.words), reason);
        }
    }

    /// Remembers whom a sentence is about that says nothing of speaking. A line that is no sentence, as one that
    /// says who wrote the article, is about nobody.
    pub(super) fn mention_subject(&mut self, reader: Reader<'_, 't>) {
        let last = reader.sentence.tokens.last();
        if !last.is_some_and(|last| last.is_mark(".!?…:;") || last.is_quotation()) {
            return;
        }
        let Some(subject) = main_subject(reader, reader.sentence.len()) else {
            return;
        };
        let subject = self.named_beside(reader, &subject).unwrap_or(subject);
        if let Some(Mention::Name { .. }) = read(reader, self.names, &subject, self.text) {
            self.meet(reader, &subject);
        }
    }

    /// Returns the name between commas behind what somebody is: The minister, Henrik Moe, meets us.
    fn named_beside(&self, reader: Reader<'_, 't>, what: &Range<usize>) -> Option<Range<usize>> {
        let is_comma = |at: usize| reader.sentence.is_mark(at, ",");
        let name = what.end + 1..run(reader.sentence, what.end + 1, self.language);
        let is_beside = is_comma(what.end) && is_comma(name.end) && name.len() > 1;
        (is_beside && reader.may_speak(what)).then_some(name)
    }

    /// Says whether those who are said to speak in a clause may say something, or quotes do.
    pub(super) fn is_attributed(
        &self,
        reader: Reader<'_, 't>,
        clause: &Clause,
        who: Option<&Who>,
    ) -> bool {
        let has_quote = clause
            .contents
            .iter()
            .any(|content| content.clone().any(|at| reader.sentence.is_quotation(at)));
        let phrases = who.map_or(&[][..], |who| who.joined.speakers.as_slice());
        let anonymity = &self.language.rules.anonymity;
        let length_at = |at: usize| anonymity.length_at(|index| reader.word(at + index));
        let covers = |at: usize| length_at(at).is_some_and(|length| at + length > clause.cue.head);
        let from = clause.cue.head.saturating_sub(MOST_BEFORE);
        if clause.cue.frame == Frame::Judges && (from..=clause.cue.head).any(covers) {
            return false;
        }
        // Asked not to be named: nothing that is said.
        if let [content] = clause.contents.as_slice()
            && (clause.cue.head..=content.start)
                .any(|at| length_at(at).is_some_and(|length| at + length >= content.end))
        {
            return false;
        }
        let mention = phrases
            .first()
            .and_then(|phrase| read(reader, self.names, phrase, self.text));
        match mention {
            Some(_) if phrases.len() > 1 => true,
            Some(Mention::Described { may_speak, .. }) => {
                may_speak
                    || has_quote
                    || clause.contents.is_empty()
                    || clause.is_said_before && clause.cue.frame == Frame::States
            }
            Some(Mention::Pronoun(Pronoun::Own | Pronoun::Relative)) | None => has_quote,
            Some(Mention::Pronoun(_) | Mention::Object(_) | Mention::Name { .. }) => true,
        }
    }
}
