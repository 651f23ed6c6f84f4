//! Reads a noun phrase: a name, a pronoun, or a description.

use std::ops::Range;

use super::language::{Form, Pronoun, VerbForm};
use super::names::{Names, after_office, bare, run, without_titles};
use super::noun_phrases::Reader;

/// What stands before a number that is not exact has so many words at most.
const MOST_BEFORE_NUMBER: usize = 3;

/// How a text mentions one who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    Name {
        /// The name without titles.
        name: String,
        /// Titles and words before it: former governor.
        role: Option<String>,
        /// What its title says of who it is.
        pronoun: Option<Pronoun>,
        /// Whether it is certain where it begins.
        is_sure: bool,
        /// Whether an article stands right before it, as before no person: the Northgate Voice.
        is_led: bool,
    },
    Pronoun(Pronoun),
    /// A pronoun in the object's place: whom the subject means, it does not.
    Object(Pronoun),
    Described {
        /// The words, without the article before them.
        text: String,
        /// The noun of it, in small letters.
        noun: String,
        /// How many there are, if that is said.
        count: Option<u32>,
        is_plural: bool,
        /// Whether those are meant whose names are withheld.
        is_unnamed: bool,
        /// Whether it has an article or a pronoun before it that points back.
        is_definite: bool,
        /// What words before it must tell of who it is.
        rests_on: RestsOn,
        /// Whether its noun is of those that may say something.
        may_speak: bool,
    },
}

/// What words before a description must tell of who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RestsOn {
    Nothing,
    /// Whose it is: his office.
    Owner,
    /// Of whom it is one: one of the two, a spokesman.
    Whole,
    /// The same, and its words do not say of what it is: one of them.
    WholeUnsaid,
    /// Of whom it is one that was not told of yet: another.
    Rest,
}

impl RestsOn {
    /// Says whether the words of a description do not say by themselves who it is.
    pub(super) fn is_open(self) -> bool {
        match self {
            Self::Owner | Self::WholeUnsaid | Self::Rest => true,
            Self::Nothing | Self::Whole => false,
        }
    }
}

/// Reads the mention that some tokens are.
pub(super) fn read(
    reader: Reader<'_, '_>,
    names: &Names,
    phrase: &Range<usize>,
    text: &str,
) -> Option<Mention> {
    if phrase.len() == 1
        && let Some(pronoun) = reader
            .pronoun(phrase.start)
            .or_else(|| owner(reader, phrase.start))
    {
        return Some(Mention::Pronoun(pronoun));
    }
    let rules = &reader.language.rules;
    // Quoted him as saying.
    if phrase.len() == 1
        && let Some(pronoun) = rules.objects.get(reader.word(phrase.start))
    {
        return Some(Mention::Object(*pronoun));
    }
    if rules.nobody.has(reader.word(phrase.start)) {
        return None;
    }
    let head_end = head_end(reader, phrase);
    // By December: nobody of that name says anything.
    let is_time = |at: usize| rules.times.has(reader.word(at));
    let is_name = |at: usize| {
        let word = reader.sentence.get(at).map_or("", |token| token.text);
        !names.long(word).is_empty()
    };
    if (phrase.start..head_end).all(|at| is_time(at) && !is_name(at)) {
        return None;
    }
    // A lawyer named Grace Ibekwe: she is named.
    let is_named = |at: &usize| {
        rules.naming.has(reader.word(*at))
            && run(reader.sentence, at + 1, reader.language) >= phrase.end
    };
    let naming = (phrase.start + 1..phrase.end.saturating_sub(1)).find(is_named);
    let head = naming.map_or(phrase.start..head_end, |at| at + 1..phrase.end);
    named(reader, (names, text), head).or_else(|| described(reader, phrase, head_end, text))
}

/// Returns whom a pronoun means that says whose words they are: in her words.
fn owner(reader: Reader<'_, '_>, at: usize) -> Option<Pronoun> {
    reader.language.rules.owners.get(reader.word(at)).copied()
}

/// Reads a phrase that is no name, as a description.
fn described(
    reader: Reader<'_, '_>,
    phrase: &Range<usize>,
    head_end: usize,
    text: &str,
) -> Option<Mention> {
    let rules = &reader.language.rules;
    let mut start = phrase.start;
    let first = reader.word(start);
    // Both officials: two who were told of before.
    let is_both = rules.both.has(first) && phrase.len() > 1;
    let is_definite = rules.definite.has(first) || is_both;
    let is_part = rules.numbers.contains_key(first) && rules.of.has(reader.word(start + 1));
    let is_article = is_definite || rules.indefinite.has(first) && !is_part;
    if is_article && phrase.len() > 1 {
        start += 1;
    }
    let number = start;
    let count = number_at(reader, start);
    // One of them: not those whom the pronoun means.
    let is_part = count.is_some() && rules.of.has(reader.word(start + 1));
    if count.is_some() && phrase.end > start + 1 && !is_part {
        start += 1;
    }
    let count = count.or(rules.indefinite.has(first).then_some(1));
    let count = count.or(is_both.then_some(2));
    let inexact = inexact(reader, number).filter(|_| count.is_some() && !is_part);
    let count = count.filter(|_| inexact.is_none());
    let start = inexact.unwrap_or(start);
    let last = head_end.checked_sub(1)?;
    let may_speak = |at: &usize| reader.language.may_speak(reader.word(*at));
    // Where nouns have cases, what belongs to one follows it.
    let inflected = (start..head_end).find(may_speak).filter(|_| rules.inflects);
    let noun = bare(reader.word(inflected.unwrap_or(last)));
    // A study published on Monday: a study.
    let is_cut = head_end > start && head_end + 1 == phrase.end;
    let end = if is_cut { head_end } else { phrase.end };
    let bytes = reader.sentence.bytes(&(start..end));
    // According to 12 ’s: nobody.
    let words = Some(bare(text.get(bytes)?)).filter(has_words)?;
    let is_alone = end == start + 1;
    let rests_on = if is_part && rules.objects.contains_key(reader.word(start + 2)) {
        RestsOn::WholeUnsaid
    } else if is_part {
        RestsOn::Whole
    } else {
        rests_on(reader, first, (noun, is_alone, is_definite))
    };
    // A third: the third one, or one in three.
    let count = count.filter(|_| rests_on != RestsOn::Rest);
    let is_led = start == 0 && inexact.is_some();
    Some(Mention::Described {
        text: uncapitalised(words, is_led),
        noun: noun.to_owned(),
        rests_on,
        count,
        is_plural: count.map_or(reader.language.is_plural(noun), |count| count > 1),
        is_unnamed: is_part
            || rules.unnamed.has(noun)
            || inexact.is_some() && reader.language.may_speak(noun)
            || rests_on == RestsOn::Rest,
        is_definite,
        may_speak: is_part || rests_on == RestsOn::Rest || reader.language.may_speak(noun),
    })
}

fn has_words(text: &&str) -> bool {
    text.contains(char::is_alphanumeric)
}

fn number_at(reader: Reader<'_, '_>, at: usize) -> Option<u32> {
    let word = reader.word(at);
    let number = reader.language.rules.numbers.get(word).copied();
    number.or_else(|| word.parse().ok().filter(|count| (1..100).contains(count)))
}

/// Tells what a description of one or several, none of whom is a part of others, rests on: by its first word
/// and its noun, which may stand alone.
fn rests_on(
    reader: Reader<'_, '_>,
    first: &str,
    (noun, is_alone, is_definite): (&str, bool, bool),
) -> RestsOn {
    let rules = &reader.language.rules;
    if rules.possessives.has(first) {
        RestsOn::Owner
    } else if is_alone && rules.others.has(noun) {
        RestsOn::Rest
    } else if is_alone && !is_definite && rules.spokespeople.has(noun) {
        RestsOn::Whole
    } else {
        RestsOn::Nothing
    }
}

/// Returns where words before a number begin by which it is not that number: at least three.
fn inexact(reader: Reader<'_, '_>, number: usize) -> Option<usize> {
    let inexact = &reader.language.rules.inexact;
    let is_up_to = |start: &usize| {
        let length = inexact.length_at(|index| reader.word(start + index));
        length.is_some_and(|length| start + length == number)
    };
    (number.saturating_sub(MOST_BEFORE_NUMBER)..number).find(is_up_to)
}

/// Returns words as they stand within a sentence, if a capital is only that of its first word.
pub(super) fn uncapitalised(words: &str, is_first: bool) -> String {
    if !is_first {
        return words.to_owned();
    }
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars.by_ref()).collect()
    })
}

/// Returns where the part of a phrase ends that says what it is: before its first preposition, unless
/// that is within a name.
fn head_end(reader: Reader<'_, '_>, phrase: &Range<usize>) -> usize {
    let rules = &reader.language.rules;
    let is_end = |at: &usize| {
        let word = reader.word(*at);
        let is_within = rules.particles.has(word)
            && reader.sentence.is_capital(at - 1)
            && (reader.sentence.is_capital(at + 1) || reader.word(at + 1) == "the")
            && (phrase.start..*at).any(|at| {
                rules.organisations.has(reader.word(at)) || rules.groups.has(reader.word(at))
            });
        let is_past = |verb: &VerbForm| matches!(verb.form, Form::Past | Form::Participle);
        let is_participle = !reader.sentence.is_capital(*at)
            && (reader.language.verb(word).iter().any(is_past)
                || reader.language.is_participle(word)
                    && rules.prepositions.has(reader.word(*at + 1)));
        let says_more = rules.times.has(word) && !reader.sentence.is_capital(*at - 1)
            || rules.qualifiers.has(word)
            || reader.pronoun(*at).is_some();
        (rules.prepositions.has(word) && !reader.sentence.is_capital(*at)
            || reader.sentence.is_mark(*at, ",(")
            || is_participle
            || says_more)
            && !is_within
            && !is_of_office(reader, *at, phrase.end)
    };
    (phrase.start + 1..phrase.end)
        .find(is_end)
        .unwrap_or(phrase.end)
}

/// Says whether what a title is for follows a word, and a name follows that, up to an end.
fn is_of_office(reader: Reader<'_, '_>, of: usize, end: usize) -> bool {
    let definite = &reader.language.rules.definite;
    let start = of + 1 + usize::from(definite.has(reader.word(of + 1)));
    let run_end = run(reader.sentence, start, reader.language);
    run_end >= end && after_office(reader.sentence, start..end, reader.language).is_some()
}

/// Returns where the name of a group begins of which the last words are a run: Ministry of Transport.
fn whole_group(reader: Reader<'_, '_>, head: &Range<usize>, run: usize) -> Option<usize> {
    let rules = &reader.language.rules;
    let is_small = |at: &usize| {
        let word = reader.word(*at);
        !reader.sentence.is_capital(*at) && (rules.particles.has(word) || rules.and.has(word))
    };
    let of = (head.start..run).rev().take_while(is_small).last()?;
    let is_capital = |at: usize| reader.sentence.is_capital(at);
    let is_of_name = |at: &usize| {
        is_capital(*at)
            || *at > head.start && reader.sentence.is_mark(*at, "'’") && is_capital(at - 1)
    };
    let start = (head.start..of).rev().take_while(is_of_name).last()?;
    let is_group = |at: usize| {
        let word = reader.word(at);
        rules.groups.has(word) || rules.organisations.has(word)
    };
    let has_title = (run..head.end).any(|at| rules.titles.has(reader.word(at)));
    ((start..of).any(is_group) && !has_title).then_some(start)
}

/// Reads a name at the end of a head.
fn named(
    reader: Reader<'_, '_>,
    (names, text): (&Names, &str),
    head: Range<usize>,
) -> Option<Mention> {
    let rules = &reader.language.rules;
    let sentence = reader.sentence;
    let start = head.clone().find(|at| {
        run(sentence, *at, reader.language) >= head.end && {
            let word = sentence.get(*at).map_or("", |token| token.text);
            *at > 0
                || head.len() > 1
                || names.has_capital(word)
                || !names.long(word).is_empty()
                || !reader.language.is_common(reader.word(*at))
        }
    })?;
    let is_described = |at: usize| {
        let word = reader.word(at);
        rules.unnamed.has(word) || rules.plurals.has(word)
    };
    if head.len() == 1 && start == 0 && is_described(start) {
        return None;
    }
    let office = after_office(sentence, start..head.end, reader.language);
    let capitals = (start..head.end).filter(|at| sentence.is_capital(*at));
    let is_sure = office.is_none() || capitals.count() == 3;
    let start = office
        .or_else(|| whole_group(reader, &head, start))
        .unwrap_or(start);
    let (titles, mut words) = without_titles(sentence, start, head.end, reader.language);
    let is_definite = |word: &str| rules.definite.has(&word.to_lowercase());
    let is_after_article = start > head.start && is_definite(reader.word(start - 1));
    // The: of a name of which it is the first word.
    let is_first = words.len() > 1 && words.first().is_some_and(|word| is_definite(word));
    if is_first {
        words.remove(0);
    }
    let is_led = titles.is_empty() && (is_after_article || is_first);
    if words.is_empty() {
        return None;
    }
    let before = (head.start..start).find(|at| !rules.determiners.has(reader.word(*at)));
    let before = before.unwrap_or(start)..start;
    // The ministers of Norland and Sudland: none of whom is named.
    let is_of_several = before.clone().any(|at| rules.and.has(reader.word(at)));
    if is_of_several && rules.inflects {
        return None;
    }
    let is_sure = is_sure && !is_of_several;
    let title = titles.first().map(|title| title.to_lowercase());
    let pronoun = title.and_then(|title| pronoun_of(reader, &title));
    let before = (!before.is_empty()).then(|| text.get(sentence.bytes(&before)));
    // The SNP's Mhairi Bain: of the SNP.
    let mut role: Vec<&str> = before
        .flatten()
        .map(bare)
        .filter(has_words)
        .into_iter()
        .collect();
    role.extend(titles);
    Some(Mention::Name {
        name: words.join(" "),
        role: (!role.is_empty()).then(|| role.join(" ")),
        pronoun,
        is_sure,
        is_led,
    })
}

/// Returns by which pronoun one is meant who has a title.
fn pronoun_of(reader: Reader<'_, '_>, title: &str) -> Option<Pronoun> {
    let rules = &reader.language.rules;
    if rules.men.has(title) {
        Some(Pronoun::Man)
    } else if rules.women.has(title) {
        Some(Pronoun::Woman)
    } else {
        None
    }
}
