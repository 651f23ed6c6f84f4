//! Takes what stands behind a name and a colon for what that one says.

use std::ops::Range;

use super::{Article, Resolved, Statement};
use crate::draft::labels::{Called, Turns, label};
use crate::draft::language::Language;
use crate::draft::mentions::{Mention, read};
use crate::draft::noun_phrases::Reader;
use crate::draft::paragraphs::Paragraph;
use crate::draft::tokens::Sentence;

/// What begins a line of subtitles of another speaker, who is not named.
const CHANGES: &str = "-–—>";

impl<'t> Article<'_, 't> {
    /// Takes all of a paragraph for what its label says who says it; of subtitles, what follows it, too, though that
    /// is doubtful. Says whether it was one.
    pub(super) fn spoken(&mut self, paragraph: &Paragraph<'t>, turns: &Turns) -> bool {
        let Some(first) = paragraph.sentences.first() else {
            return false;
        };
        let start = first.bytes(&(0..1)).start;
        let (speaker, words, cue) = match label(first, turns) {
            Some(label) => {
                let speaker = self.called(first, &label.called);
                self.turn = speaker;
                (speaker, label.words, Some(label.at))
            }
            None if self.is_spoken && !first.is_mark(0, CHANGES) => {
                let Some(last) = self.turn else {
                    return false;
                };
                let is_doubtful = true;
                let last = Resolved {
                    is_doubtful,
                    ..last
                };
                (Some(last), start, None)
            }
            None => {
                self.turn = None;
                return false;
            }
        };
        let last = paragraph.sentences.last();
        let end = last.map_or(words, |last| last.bytes(&(0..last.len())).end);
        self.statements.push(Statement {
            passage: words..end,
            sentence: words..end,
            speaker,
            cue,
            is_stated: true,
            told_to: None,
            said: None,
            unsaid: None,
            quotes: Vec::new(),
        });
        true
    }

    /// Returns whom a label means. Behind what somebody is may stand a name: The Chair (Ada Okafor).
    fn called(&mut self, first: &Sentence<'t>, called: &Called) -> Option<Resolved> {
        let language: &Language = self.language;
        let sentence = first;
        let reader = Reader { sentence, language };
        let mention = |one: &Self, words: &Range<usize>| read(reader, one.names, words, one.text);
        let (words, beside) = match called {
            Called::Sure(name) => {
                return self.speakers.resolve(&Mention::Name {
                    name: name.clone(),
                    role: None,
                    pronoun: None,
                    is_sure: true,
                    is_led: false,
                });
            }
            Called::Turn(words, beside) => (words, beside),
        };
        let named = beside
            .as_ref()
            .filter(|beside| beside.len() > 1)
            .and_then(|beside| mention(self, beside))
            .filter(|beside| matches!(beside, Mention::Name { .. }));
        let is_office = language.rules.definite.has(first.word(words.start));
        let resolved = if is_office {
            let office = self.text.get(first.bytes(&(words.start + 1..words.end)))?;
            match named {
                Some(name) => {
                    let named = self.speakers.resolve(&name)?;
                    self.speakers.give_office(named.speaker, office);
                    named
                }
                None => self.speakers.of_office(office),
            }
        } else {
            self.speakers.resolve(&mention(self, words)?)?
        };
        // Other lines begin with some words and a colon, too.
        let is_doubtful = true;
        Some(Resolved {
            is_doubtful,
            ..resolved
        })
    }
}
