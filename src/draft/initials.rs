//! Tells which names in capitals are outlets: NPA, by what articles have beside them.

use std::collections::HashSet;

use super::language::{Form, Frame, Language};
use super::tokens::Sentence;

/// So many words at most stand before a name in the head of a report: Torsby, 13 Nov (NPA) –
const LONGEST_HEAD: usize = 10;
/// A phrase that says what a name is of has so many words at most.
const LONGEST_PHRASE: usize = 4;

/// The names in capitals that are outlets, and those that may be.
#[derive(Clone, Debug, Default)]
pub(super) struct Initials {
    outlets: HashSet<String>,
    doubtful: HashSet<String>,
}

impl Initials {
    /// Notes what a sentence has beside such names.
    pub(super) fn learn(&mut self, sentence: &Sentence<'_>, language: &Language) {
        let beside = Beside { sentence, language };
        let is_cited = (0..sentence.len()).any(|at| language.rules.citing.has(sentence.word(at)));
        for (at, token) in sentence.tokens.iter().enumerate() {
            if !token.is_word() || !are_initials(token.text) {
                continue;
            }
            if beside.is_outlet(at) {
                self.outlets.insert(token.text.to_owned());
            } else if beside.may_be_outlet(at, is_cited) {
                self.doubtful.insert(token.text.to_owned());
            }
        }
    }

    /// Notes the initials of a name, if it says that it is an agency's: Northern Press Agency.
    pub(super) fn learn_name(&mut self, name: &str, language: &Language) {
        if is_agency(name, language) {
            self.outlets.insert(initials_of(name).to_uppercase());
        }
    }

    pub(super) fn are_of_outlet(&self, name: &str) -> bool {
        self.outlets.contains(name)
    }

    /// Says whether a name may be an outlet's or a body's.
    pub(super) fn are_doubtful(&self, name: &str) -> bool {
        self.doubtful.contains(name) && !self.are_of_outlet(name)
    }

    /// Takes over what other articles have.
    pub(super) fn join(&mut self, other: &Self) {
        self.outlets.extend(other.outlets.iter().cloned());
        self.doubtful.extend(other.doubtful.iter().cloned());
    }
}

/// Says whether a name says that it is an agency's that reports.
pub(super) fn is_agency(name: &str, language: &Language) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    (1..words.len()).any(|from| {
        let length = language
            .rules
            .agencies
            .length_at(|index| word(from + index));
        length.is_some()
    })
}

/// Returns the first letters of a name's words.
pub(super) fn initials_of(name: &str) -> String {
    let words = name.split_whitespace();
    words.filter_map(|word| word.chars().next()).collect()
}

fn are_initials(word: &str) -> bool {
    (2..=6).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

/// What stands beside a word.
struct Beside<'a, 't> {
    sentence: &'a Sentence<'t>,
    language: &'a Language,
}

impl Beside<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.sentence.word(at)
    }

    /// Says whether a word that ends before one has a form of a verb.
    fn is_form(&self, at: Option<usize>, fits: impl Fn(Frame, Form) -> bool) -> bool {
        let forms = at.map_or(&[][..], |at| self.language.verb(self.word(at)));
        forms.iter().any(|verb| fits(verb.frame, verb.form))
    }

    /// Says whether the article says that a name is an outlet's: (NPA) – …, the news agency NPA.
    fn is_outlet(&self, at: usize) -> bool {
        let rules = &self.language.rules;
        let is_head = at <= LONGEST_HEAD
            && at > 1
            && self.sentence.is_mark(at - 1, "(")
            && self.sentence.is_mark(at + 1, ")")
            && self.sentence.is_mark(at + 2, "—–-");
        let length = |from: usize| rules.agencies.length_at(|index| self.word(from + index));
        let is_before = |from: usize| length(from).is_some_and(|length| from + length == at);
        let is_small = !self.sentence.is_capital(at + 1);
        is_head
            || (at.saturating_sub(LONGEST_PHRASE)..at).any(is_before)
            || is_small && length(at + 1).is_some()
    }

    /// Says whether a name stands where an outlet's would: NPA reported, told NPA, quoted by NPA, according to NPA.
    /// Bodies with such names mostly have an article before them: the FBI.
    fn may_be_outlet(&self, at: usize, is_cited: bool) -> bool {
        let rules = &self.language.rules;
        let before = at.checked_sub(1);
        if before.is_some_and(|before| rules.determiners.has(self.word(before))) {
            return false;
        }
        let goes_on = |at: &usize| {
            rules.auxiliaries.has(self.word(*at)) || self.language.is_adverb(self.word(*at))
        };
        let verb = (at + 1..self.sentence.len())
            .find(|at| !goes_on(at))
            .unwrap_or(at + 1);
        let says = self.is_form(Some(verb), |frame, _| frame == Frame::States);
        let is_told = before.is_some_and(|before| rules.telling.has(self.word(before)));
        let by = before.filter(|by| rules.by.has(self.word(*by)));
        let is_quoted = self.is_form(by.and_then(|by| by.checked_sub(1)), |_, form| {
            matches!(form, Form::Past | Form::Participle | Form::Gerund)
        });
        let is_after = |from: usize| {
            let length = rules.according.length_at(|index| self.word(from + index));
            length.is_some_and(|length| from + length == at)
        };
        let is_insertion =
            self.sentence.is_mark(at + 1, ",") && rules.citing.has(self.word(at + 2));
        rules.reporting.has(self.word(verb))
            || is_cited && (says || is_insertion)
            || is_told
            || is_quoted
            || before.is_some_and(|before| {
                rules.outlets.has(self.word(before)) && !self.sentence.is_capital(before)
            })
            || (at.saturating_sub(LONGEST_PHRASE)..at).any(is_after)
    }
}
