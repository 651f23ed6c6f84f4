//! Tells for each cue of a sentence who speaks, and what is said.

mod insertions;

use std::ops::{Deref, Range};

use super::complements::Complement;
use super::cues::{Cue, Voice, cues};
use super::language::{Form, Frame};
use super::noun_phrases::Reader;
use super::subjects::main_subject;
use super::tokens::Token;

/// A cue with what belongs to it, in numbers of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) cue: Cue,
    /// Who speaks, as far as the sentence says.
    pub(super) subject: Option<Range<usize>>,
    /// To whom.
    pub(super) told_to: Option<Range<usize>>,
    /// Whether what is said stands before who says it.
    pub(super) is_said_before: bool,
    /// What is said.
    pub(super) contents: Vec<Range<usize>>,
}

/// Says whether who speaks stands after the cue: said Ayo; according to Ayo.
pub(super) fn is_after_cue(clause: &Clause) -> bool {
    let subject = clause.subject.as_ref();
    subject.is_some_and(|subject| subject.start >= clause.cue.end)
}

/// Returns the clauses of a sentence that say what somebody says.
pub(super) fn clauses(reader: Reader<'_, '_>) -> Vec<Clause> {
    let cues = cues(reader);
    let mut found: Vec<Clause> = Vec::new();
    for (index, cue) in cues.iter().enumerate() {
        let limit = cues
            .iter()
            .skip(index + 1)
            .find_map(|next| limit(reader, next));
        let complement = Complement {
            reader,
            cue,
            to: limit.unwrap_or(reader.sentence.len()),
        };
        let clause = Builder {
            complement,
            earlier: &found,
        };
        let (clause, is_quoting) = (clause.build(), clause.quoted().is_some());
        // Bell quoted Ayo as saying: what Ayo says.
        let is_again = |last: &Clause| {
            is_quoting && cue.voice == Voice::Participle && last.cue.voice == Voice::Active
        };
        if clause.is_some() && found.last().is_some_and(is_again) {
            found.pop();
        }
        found.extend(clause);
    }
    found
}

/// Returns where what is said before a cue ends, if the cue goes on with the same speaker or names
/// another at the end.
fn limit(reader: Reader<'_, '_>, cue: &Cue) -> Option<usize> {
    let rules = &reader.language.rules;
    let before = cue.start.checked_sub(1)?;
    if cue.voice == Voice::Following {
        return Some(before + usize::from(!reader.sentence.is_mark(before, ",")));
    }
    let is_conjunction = rules.conjunctions.has(reader.word(before)) && cue.frame != Frame::Judges;
    let is_mark = reader.sentence.is_mark(before, ",;—–") || reader.sentence.is_quotation(before);
    let is_lead = cue.voice == Voice::Participle && rules.subordinators.has(reader.word(before));
    if !(is_conjunction || is_lead || is_mark && (cue.voice == Voice::Participle)) {
        return None;
    }
    let mut end = cue.start;
    while let Some(before) = end.checked_sub(1) {
        let word = reader.word(before);
        if !(rules.conjunctions.has(word)
            || rules.subordinators.has(word)
            || reader.sentence.is_mark(before, ",;—–"))
        {
            break;
        }
        end = before;
    }
    Some(end)
}

struct Builder<'a, 't, 'c> {
    complement: Complement<'a, 't, 'c>,
    earlier: &'c [Clause],
}

impl<'a, 't, 'c> Deref for Builder<'a, 't, 'c> {
    type Target = Complement<'a, 't, 'c>;

    fn deref(&self) -> &Self::Target {
        &self.complement
    }
}

impl Builder<'_, '_, '_> {
    fn build(&self) -> Option<Clause> {
        match self.cue.voice {
            Voice::Following => self.following(),
            Voice::Participle => self.participle(),
            Voice::Active => self.turned().or_else(|| self.straight()),
        }
    }

    fn clause(
        &self,
        subject: Option<Range<usize>>,
        told_to: Option<Range<usize>>,
        contents: Vec<Range<usize>>,
    ) -> Option<Clause> {
        let contents: Vec<Range<usize>> = contents
            .into_iter()
            .filter_map(|content| self.tidy(content))
            .collect();
        (!contents.is_empty() || self.introduces()).then(|| Clause {
            cue: self.cue.clone(),
            subject,
            told_to,
            is_said_before: contents
                .first()
                .is_some_and(|first| first.end <= self.cue.start),
            contents,
        })
    }

    /// According to Ayo, …; …, according to Ayo.
    fn following(&self) -> Option<Clause> {
        let reader = self.reader;
        let is_owner = |at: &usize| reader.language.rules.owners.contains_key(reader.word(*at));
        let owner = (self.cue.start..self.cue.end).find(is_owner);
        // Where nouns have cases, to whom may stand between: as «Pravda» was told by Ayo.
        let is_told = reader.language.rules.inflects && reader.sentence.is_quotation(self.cue.end);
        let subject = match owner.filter(|_| self.cue.form == Form::Base) {
            Some(owner) => owner..owner + 1,
            None => reader.after(self.cue.end + usize::from(is_told), self.to)?,
        };
        let left = self.from()..self.cue.start;
        let mut after = subject.end.max(self.cue.end);
        // Asked by Ayo about the plan, Bell said …: what Ayo says ends at the comma.
        let is_passive = self.cue.form != Form::Base;
        if is_passive && self.cue.start == 0 {
            let is_comma = |at: &usize| reader.sentence.is_mark(*at, ",");
            let comma = (after..self.to).find(is_comma).unwrap_or(self.to);
            let asked = after..comma;
            return self.clause(Some(subject), None, Vec::from([asked]));
        }
        if self.is_begun(&left) && self.cue.form == Form::Base {
            let is_comma = |at: &usize| reader.sentence.is_mark(*at, ",");
            let close = (subject.end..self.to).find(is_comma).unwrap_or(self.to);
            return self.clause(Some(subject), None, vec![left, close..self.to]);
        }
        let content = if self.tidy(left.clone()).is_some_and(|left| left.len() > 1) {
            left
        } else {
            // What says more of the speaker ends with a comma.
            while after < self.to
                && !reader.sentence.is_mark(after, ",")
                && !reader.sentence.is_quotation(after)
            {
                after += 1;
            }
            after..self.to
        };
        self.clause(Some(subject), None, vec![content])
    }

    fn participle(&self) -> Option<Clause> {
        let (told_to, content) = self.right();
        let before = self.cue.start.checked_sub(1);
        let is_own = before.is_some_and(|before| {
            let rules = &self.reader.language.rules;
            let word = self.reader.word(before);
            !word.is_empty()
                && !rules.conjunctions.has(word)
                && !rules.subordinators.has(word)
                && !rules.prepositions.has(word)
        });
        let subject = if let Some(quoted) = self.quoted() {
            Some(quoted)
        } else if is_own && self.cue.frame != Frame::Judges {
            self.reader.before(0, self.cue.start)
        } else if is_own {
            return None;
        } else {
            self.shared()
        };
        self.clause(subject, told_to, vec![content])
    }

    /// “…,” said Ayo.
    fn turned(&self) -> Option<Clause> {
        let reader = self.reader;
        let Cue {
            start,
            end,
            frame,
            form,
            ..
        } = *self.cue;
        let before = start.checked_sub(1);
        let is_quoted = self.follows_quotation();
        let is_open = before.is_none_or(|before| reader.sentence.is_mark(before, ",:—–"));
        if frame == Frame::Judges && !is_quoted
            || !matches!(form, Form::Past | Form::Present | Form::Base)
            || !(is_quoted || is_open)
        {
            return None;
        }
        if frame == Frame::Tells
            && !before.is_some_and(|before| reader.sentence.is_quotation(before))
        {
            return None;
        }
        let subject = reader.after(end, self.to)?;
        if self
            .reader
            .language
            .rules
            .times
            .has(reader.word(subject.start))
            || reader.pronoun(subject.start).is_some() && !self.is_inserted_pronoun(subject.start)
        {
            return None;
        }
        let after = subject.end;
        let is_followed = after >= reader.sentence.len()
            || !reader.sentence.get(after).is_some_and(Token::is_word)
            || reader.language.rules.adjuncts.has(reader.word(after))
            || reader.language.rules.subordinators.has(reader.word(after))
            || reader.language.rules.prepositions.has(reader.word(after));
        if !(is_quoted || is_followed && reader.may_speak(&subject)) {
            return None;
        }
        if is_quoted
            && !matches!(frame, Frame::States | Frame::Shows)
            && !reader.sentence.is_capital(subject.start)
        {
            return None;
        }
        let contents = self.around(after, is_quoted);
        self.clause(Some(subject), None, contents)
    }

    /// Says whether a quotation stands before the cue, and nothing but marks between.
    fn follows_quotation(&self) -> bool {
        let sentence = self.reader.sentence;
        let before = (0..self.cue.start)
            .rev()
            .find(|at| !sentence.is_mark(*at, ",—–-"));
        before.is_some_and(|before| sentence.is_quotation(before))
    }

    fn straight(&self) -> Option<Clause> {
        let reader = self.reader;
        let before = self.cue.start.checked_sub(1)?;
        let is_shared = reader.language.rules.conjunctions.has(reader.word(before));
        let (told_to, content) = self.right();
        // Asked that question and …: a noun.
        let is_noun = self.cue.form == Form::Base
            && reader
                .language
                .rules
                .conjunctions
                .has(reader.word(self.cue.end));
        if self.cue.frame == Frame::Judges && (is_noun || !self.is_object(&content)) {
            return None;
        }
        if self.cue.frame == Frame::Shows
            && !self.is_certain(content.start)
            && !self.is_of_document(before)
            && !self.is_reported()
        {
            return None;
        }
        if is_shared {
            return self.clause(self.shared(), told_to, vec![content]);
        }
        let subject = reader
            .before(self.from(), self.cue.start)
            .or_else(|| self.shared_after_mark(before))?;
        if self.is_said_before(&subject) {
            let left = self.from()..self.apposition(subject.start).unwrap_or(subject.start);
            let mut contents = vec![left];
            if content.start < self.to
                && (reader.sentence.is_mark(self.cue.end, ",")
                    || self.goes_on_saying(content.start))
            {
                contents.push(content);
            }
            return self.clause(Some(subject), told_to, contents);
        }
        self.clause(Some(subject), told_to, vec![content])
    }

    /// Says whether an outlet stands behind what it tells: …, Tide Wire reported.
    fn is_reported(&self) -> bool {
        let reader = self.reader;
        let subject = reader.before(self.from(), self.cue.start);
        let is_outlet = |at: usize| {
            let outlets = &reader.language.rules.outlets;
            reader.sentence.is_capital(at) && outlets.has(reader.word(at))
        };
        subject
            .is_some_and(|subject| subject.clone().any(is_outlet) && self.is_said_before(&subject))
    }

    fn is_of_document(&self, last: usize) -> bool {
        let phrase = self.reader.before(self.from(), last + 1);
        phrase.is_some_and(|phrase| self.reader.is_document(&phrase))
    }

    fn shared_after_mark(&self, before: usize) -> Option<Range<usize>> {
        let is_mark = self.reader.sentence.is_mark(before, ",;—–")
            || self.reader.sentence.is_quotation(before);
        if is_mark { self.shared() } else { None }
    }

    /// Says whether what is said stands before who says it: …, Ayo said.
    fn is_said_before(&self, subject: &Range<usize>) -> bool {
        let reader = self.reader;
        let Some(before) = subject.start.checked_sub(1) else {
            return false;
        };
        let is_parted = reader.sentence.is_mark(before, ",")
            || reader.sentence.is_quotation(before) && !reader.is_name_quoted(before)
            || reader.sentence.is_mark(before, "—–");
        let (told_to, content) = self.right();
        let rest = told_to.map_or(self.cue.end, |told_to| told_to.end);
        let nothing_follows = rest >= self.to
            || content.start >= self.to
            || reader.sentence.is_mark(rest, ".,;!?—–")
            || self.is_adjunct(rest)
                && !reader.sentence.is_quotation(content.start)
                && !self
                    .reader
                    .language
                    .rules
                    .that
                    .has(reader.word(content.start.saturating_sub(1)));
        let has_words = self
            .tidy(self.from()..subject.start)
            .is_some_and(|left| left.len() > 2 || reader.sentence.is_quotation(left.start));
        self.cue.frame != Frame::Judges
            && is_parted
            && has_words
            && (nothing_follows
                || reader.sentence.is_quotation(before) && !self.has_clause(content))
    }

    /// Returns where the clause of the cue begins: after those before it.
    fn from(&self) -> usize {
        let reader = self.reader;
        let end = self.cue.start;
        let marks = (0..end).rev().find(|at| reader.sentence.is_mark(*at, ";"));
        marks.map_or(0, |at| at + 1)
    }

    /// Returns who spoke before in the sentence, else its subject.
    fn shared(&self) -> Option<Range<usize>> {
        let earlier = self
            .earlier
            .iter()
            .rev()
            .find_map(|clause| clause.subject.clone());
        earlier.or_else(|| main_subject(self.reader, self.cue.start))
    }
}
