//! Finds the words that say that somebody says something: verbs and phrases.

use super::language::{Form, Frame, Pronoun};
use super::noun_phrases::Reader;

/// How a cue stands to the one who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Who speaks stands before it, or after it in turned order.
    Active,
    /// A participle: who speaks is the subject of the sentence, or what stands just before.
    Participle,
    /// Who speaks follows, after "by" or "according to".
    Following,
}

/// A cue in a sentence, in numbers of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// Where it begins: at its first auxiliary or adverb.
    pub(super) start: usize,
    /// The word that bears it.
    pub(super) head: usize,
    /// Where it ends, exclusively.
    pub(super) end: usize,
    pub(super) frame: Frame,
    pub(super) form: Form,
    pub(super) voice: Voice,
    /// Whether auxiliaries stand before it.
    pub(super) has_auxiliary: bool,
}

/// Returns the cues of a sentence, in order.
pub(super) fn cues(reader: Reader<'_, '_>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < reader.sentence.len() {
        let cue = according(reader, at).or_else(|| verb(reader, at));
        match cue {
            Some(cue) if found.last().is_none_or(|last| last.end <= cue.start) => {
                at = cue.end;
                found.push(cue);
            }
            _ => at += 1,
        }
    }
    found
}

fn according(reader: Reader<'_, '_>, at: usize) -> Option<Cue> {
    let length = reader
        .language
        .rules
        .according
        .length_at(|index| reader.word(at + index))?;
    Some(Cue {
        start: at,
        head: at,
        end: at + length,
        frame: Frame::States,
        form: Form::Base,
        voice: Voice::Following,
        has_auxiliary: false,
    })
}

/// Reads a verb with its auxiliaries and adverbs.
fn verb(reader: Reader<'_, '_>, head: usize) -> Option<Cue> {
    let rules = &reader.language.rules;
    let token = reader.sentence.get(head).filter(|token| token.is_word())?;
    let forms = reader.language.verb(&token.lower);
    if forms.is_empty() || is_name(reader, head) {
        return None;
    }
    let (start, has_auxiliary, is_passive) = with_auxiliaries(reader, head);
    let before = start.checked_sub(1);
    let before = before.map_or("", |before| reader.word(before));
    let is_form = |word: &str, form: Form| {
        let forms = reader.language.verb(word);
        forms.iter().any(|verb| verb.form == form)
    };
    // Citing fears of reprisals: a noun.
    let is_cited = is_form(before, Form::Gerund) && is_form(&token.lower, Form::Present);
    if start == head && (is_before_noun(reader, before) || is_cited) {
        return None;
    }
    let verb = forms
        .iter()
        .find(|verb| fits(reader, verb.form, start, has_auxiliary, is_passive))?;
    if start == head && verb.form != Form::Gerund && rules.prepositions.has(before) {
        return None;
    }
    let is_past = matches!(verb.form, Form::Past | Form::Participle);
    let has_by = rules.by.has(reader.word(head + 1));
    let is_means = has_by && is_means(reader, head + 2);
    let voice = if is_past && (is_passive || has_by && !is_means) {
        if !has_by || is_means {
            return None;
        }
        Voice::Following
    } else if verb.form == Form::Gerund && !has_auxiliary {
        Voice::Participle
    } else {
        Voice::Active
    };
    let end = match voice {
        Voice::Following => head + 2,
        Voice::Active | Voice::Participle => head + 1,
    };
    Some(Cue {
        start,
        head,
        end,
        frame: verb.frame,
        form: verb.form,
        voice,
        has_auxiliary,
    })
}

/// Returns where the auxiliaries and adverbs before a verb begin, whether there are auxiliaries, and whether
/// one of them is passive.
fn with_auxiliaries(reader: Reader<'_, '_>, head: usize) -> (usize, bool, bool) {
    let rules = &reader.language.rules;
    let (mut start, mut has_auxiliary, mut is_passive) = (head, false, false);
    while let Some(before) = start.checked_sub(1) {
        let word = reader.word(before);
        if rules.auxiliaries.has(word) {
            has_auxiliary = true;
            is_passive |= rules.passives.has(word);
        } else if !reader.language.is_adverb(word) {
            break;
        }
        start = before;
    }
    (start, has_auxiliary, is_passive)
}

/// Says whether what follows "by" is how or when something was said: by e-mail, by Friday, by saying.
fn is_means(reader: Reader<'_, '_>, at: usize) -> bool {
    let rules = &reader.language.rules;
    let word = reader.word(at);
    let is_gerund = !reader.sentence.is_capital(at)
        && reader
            .language
            .verb(word)
            .iter()
            .any(|verb| verb.form == Form::Gerund);
    is_gerund
        || rules.media.has(word)
        || rules.times.has(word)
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Says whether a capitalised word within a sentence is a part of a name.
fn is_name(reader: Reader<'_, '_>, at: usize) -> bool {
    reader.sentence.is_capital(at) && at > 0 && !is_headline(reader)
}

/// Says whether nearly every word has a capital.
pub(super) fn is_headline(reader: Reader<'_, '_>) -> bool {
    let words = reader
        .sentence
        .tokens
        .iter()
        .filter(|token| token.is_word() && token.text.len() > 3);
    let (mut all, mut capitals) = (0, 0);
    for word in words {
        all += 1;
        capitals +=
            usize::from(word.is_capital() || word.text.starts_with(|c: char| c.is_numeric()));
    }
    all > 2 && capitals * 5 >= all * 4
}

fn fits(
    reader: Reader<'_, '_>,
    form: Form,
    start: usize,
    has_auxiliary: bool,
    is_passive: bool,
) -> bool {
    let rules = &reader.language.rules;
    let before = start
        .checked_sub(1)
        .map_or("", |before| reader.word(before));
    let fits = match form {
        Form::Base if has_auxiliary => !is_passive,
        Form::Base => is_plural(reader, before) || is_of_several(reader, start),
        Form::Present => !has_auxiliary,
        Form::Past => true,
        Form::Participle => has_auxiliary,
        Form::Gerund => !has_auxiliary || is_passive,
    };
    fits && (form == Form::Gerund || !rules.to.has(before))
}

/// Says whether a word is one that nouns follow, so that no verb does: the claims, Ayo's praise.
fn is_before_noun(reader: Reader<'_, '_>, word: &str) -> bool {
    let rules = &reader.language.rules;
    let is_noun_itself = rules.plurals.has(word) || rules.pronouns.contains_key(word);
    rules.determiners.has(word) && !is_noun_itself
        || rules.possessives.has(word)
        || word.ends_with("'s")
}

/// Says whether the phrase before a verb is of several: people who live here say.
fn is_of_several(reader: Reader<'_, '_>, start: usize) -> bool {
    let phrase = reader.before(0, start);
    phrase.is_some_and(|phrase| reader.is_of_several(&phrase))
}

/// Says whether several may be meant by a word before a verb.
fn is_plural(reader: Reader<'_, '_>, word: &str) -> bool {
    let rules = &reader.language.rules;
    match rules.pronouns.get(word) {
        Some(Pronoun::Several | Pronoun::Own | Pronoun::Relative) => true,
        Some(Pronoun::Man | Pronoun::Woman | Pronoun::Thing) => false,
        None => {
            word.starts_with(|c: char| c.is_ascii_digit())
                || rules.numbers.contains_key(word)
                || reader.language.is_plural(word)
        }
    }
}
