//! Reads the rules of a language: the verbs, nouns and phrases by which texts say who speaks, and the
//! small words around them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

/// Words in small letters, with typewriter apostrophes; in the file apart by spaces.
#[derive(Debug, Default)]
pub(super) struct Words(HashSet<String>);

impl Words {
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says whether one of them ends a word.
    pub(super) fn end(&self, word: &str) -> bool {
        self.0.iter().any(|ending| word.ends_with(ending.as_str()))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Ok(Self(text.split_whitespace().map(str::to_owned).collect()))
    }
}

/// Phrases of several words, one a line of the list.
#[derive(Debug, Default)]
pub(super) struct Phrases(Vec<Vec<String>>);

impl Phrases {
    /// Returns how many words the longest phrase has that stands at the beginning of some.
    pub(super) fn length_at<'w>(&self, word: impl Fn(usize) -> &'w str) -> Option<usize> {
        let stands = |phrase: &&Vec<String>| {
            let mut words = phrase.iter().enumerate();
            words.all(|(index, expected)| word(index) == expected)
        };
        self.0.iter().filter(stands).map(Vec::len).max()
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let lines = Vec::<String>::deserialize(from)?;
        let phrase = |line: &String| line.split_whitespace().map(str::to_owned).collect();
        Ok(Self(lines.iter().map(phrase).collect()))
    }
}

/// What stands with a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Frame {
    /// What is said, as a clause or a quotation; who says it may follow: “…,” said Ayo.
    States,
    /// To whom, and then what: told reporters that …
    Tells,
    /// A person, a thing or a deed: praised the plan, vowed to fight.
    Judges,
    /// As `States`, but only where that is certain: showed that …
    Shows,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Present,
    Past,
    Participle,
    Gerund,
}

/// What a word may be as a form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct VerbForm {
    pub(super) frame: Frame,
    pub(super) form: Form,
}

/// The verbs by frame, a line each: its base, present, past, participle and gerund; four, if past and
/// participle are alike. Of forms apart by slashes each is one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbLists {
    states: Vec<String>,
    tells: Vec<String>,
    judges: Vec<String>,
    shows: Vec<String>,
}

/// How many a pronoun stands for, and whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Pronoun {
    Man,
    Woman,
    Thing,
    Several,
    /// Whoever was named just before: who.
    Relative,
    /// The one who speaks or writes: I, we.
    Own,
}

/// The rules of a language, as its file has them; `en.yaml` says what each is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    verbs: VerbLists,
    /// Whether names have endings of cases: what follows "according to" is not the name itself.
    pub(super) inflects: bool,
    /// Whether who speaks is said within the quote marks, between dashes.
    pub(super) inserts: bool,
    /// Whether the mark that ends a sentence stands outside the quote marks.
    pub(super) marks_outside: bool,
    /// Letters that others in its script do not have, if there are any, and those that it has not.
    pub(super) own_letters: String,
    pub(super) alien_letters: String,
    /// How letters are written in ids.
    letters: HashMap<char, String>,
    pub(super) pronouns: HashMap<String, Pronoun>,
    pub(super) that: Words,
    pub(super) introducers: Words,
    pub(super) openers: Words,
    pub(super) objects: HashMap<String, Pronoun>,
    pub(super) definite: Words,
    pub(super) indefinite: Words,
    pub(super) determiners: Words,
    pub(super) possessives: Words,
    pub(super) numbers: HashMap<String, u32>,
    pub(super) prepositions: Words,
    pub(super) of: Words,
    pub(super) links: Words,
    pub(super) and: Words,
    pub(super) conjunctions: Words,
    pub(super) subordinators: Words,
    pub(super) auxiliaries: Words,
    pub(super) passives: Words,
    pub(super) by: Words,
    pub(super) media: Words,
    pub(super) to: Words,
    pub(super) adverbs: Words,
    pub(super) adverb_endings: Words,
    pub(super) negations: Words,
    pub(super) unsaid: Words,
    pub(super) denials: Words,
    pub(super) adjuncts: Words,
    pub(super) times: Words,
    pub(super) recent: Words,
    pub(super) titles: Words,
    pub(super) offices: Words,
    pub(super) men: Words,
    pub(super) women: Words,
    pub(super) particles: Words,
    pub(super) groups: Words,
    pub(super) outlets: Words,
    pub(super) agencies: Phrases,
    pub(super) reporting: Words,
    pub(super) citing: Words,
    pub(super) telling: Words,
    pub(super) outlet_endings: Words,
    pub(super) organisations: Words,
    pub(super) unnamed: Words,
    pub(super) spokespeople: Words,
    pub(super) speakers_for: Words,
    pub(super) behalf: Words,
    pub(super) honorifics: Words,
    pub(super) suffixes: Words,
    pub(super) by_first_name: Words,
    pub(super) nobody: Words,
    pub(super) naming: Words,
    pub(super) as_saying: Words,
    pub(super) deputies: Words,
    persons: Words,
    pub(super) both: Words,
    pub(super) unspoken: Vec<String>,
    pub(super) others: Words,
    pub(super) inexact: Phrases,
    pub(super) either: Words,
    pub(super) beside: Phrases,
    pub(super) anonymity: Phrases,
    pub(super) unauthorised: Phrases,
    pub(super) because: Phrases,
    pub(super) reasons: Phrases,
    pub(super) genitive_endings: Words,
    pub(super) gerund_endings: Words,
    pub(super) plurals: Words,
    pub(super) plural_endings: Words,
    pub(super) singular_endings: Words,
    pub(super) participle_endings: Words,
    /// How verbs of one who did something end, in languages whose sentences may begin with them.
    pub(super) past_endings: Words,
    pub(super) common_endings: Words,
    pub(super) weekdays: Vec<Words>,
    pub(super) months: Vec<Words>,
    pub(super) periods: Words,
    pub(super) today: Words,
    pub(super) yesterday: Words,
    pub(super) qualifiers: Words,
    pub(super) documents: Words,
    pub(super) things: Words,
    person_endings: Words,
    pub(super) speaking: Words,
    pub(super) speaking_endings: Words,
    pub(super) according: Phrases,
    /// Words in them by which the one who says so is meant: in her words.
    pub(super) owners: HashMap<String, Pronoun>,
    pub(super) no_names: Words,
}

/// The languages that there are rules for.
pub(super) const TAGS: &[&str] = &["en", "uk"];

/// A language that articles can be read in.
#[derive(Debug)]
pub(super) struct Language {
    pub(super) tag: &'static str,
    pub(super) rules: Rules,
    verbs: HashMap<String, Vec<VerbForm>>,
}

impl Language {
    /// Returns the rules of a language, by its tag; none, if there are none.
    pub(super) fn of(tag: &str) -> Option<&'static Self> {
        static ENGLISH: LazyLock<Option<Language>> =
            LazyLock::new(|| read("en", include_str!("languages/en.yaml")).ok());
        static UKRAINIAN: LazyLock<Option<Language>> =
            LazyLock::new(|| read("uk", include_str!("languages/uk.yaml")).ok());
        match tag.split('-').next()? {
            "en" => ENGLISH.as_ref(),
            "uk" => UKRAINIAN.as_ref(),
            _ => None,
        }
    }

    /// Returns a text in the letters that ids are made of, as far as they are known.
    pub(super) fn in_latin(&self, text: &str) -> String {
        let letters = text.chars().flat_map(char::to_lowercase);
        letters.fold(String::new(), |mut out, letter| {
            match self.rules.letters.get(&letter) {
                Some(latin) => out.push_str(latin),
                None => out.push(letter),
            }
            out
        })
    }

    /// Returns what a word in small letters may be as a verb.
    pub(super) fn verb(&self, word: &str) -> &[VerbForm] {
        self.verbs.get(word).map_or(&[], Vec::as_slice)
    }

    /// Says whether a noun is of those that may say something.
    pub(super) fn may_speak(&self, noun: &str) -> bool {
        let rules = &self.rules;
        let in_singular = noun.strip_suffix('s').filter(|_| self.tells_number());
        [
            &rules.speaking,
            &rules.persons,
            &rules.unnamed,
            &rules.groups,
            &rules.outlets,
            &rules.spokespeople,
            &rules.titles,
            &rules.plurals,
            &rules.organisations,
        ]
        .iter()
        .any(|list| list.has(noun))
            || rules.speaking_endings.end(noun)
            || in_singular.is_some_and(|noun| rules.offices.has(noun))
    }

    /// Says whether a noun is of what may say something, and is no person: a group, or what is read.
    pub(super) fn is_thing(&self, noun: &str) -> bool {
        let rules = &self.rules;
        [
            &rules.things,
            &rules.documents,
            &rules.groups,
            &rules.organisations,
            &rules.outlets,
            &rules.plurals,
        ]
        .iter()
        .any(|list| list.has(noun))
    }

    /// Says whether a noun in the plural is of such as `is_thing` has.
    pub(super) fn are_things(&self, noun: &str) -> bool {
        let rules = &self.rules;
        let is_thing = |noun: &str| !rules.plurals.has(noun) && self.is_thing(noun);
        is_thing(noun) || noun.strip_suffix('s').is_some_and(is_thing)
    }

    /// Says whether a noun may be of a person, as far as its form and the lists tell.
    pub(super) fn may_be_person(&self, noun: &str) -> bool {
        self.tells_number() && (self.may_speak(noun) || self.rules.person_endings.end(noun))
    }

    /// Says whether a noun is of one person, and of nothing else.
    pub(super) fn is_of_person(&self, noun: &str) -> bool {
        let rules = &self.rules;
        rules.persons.has(noun)
            || self.tells_number()
                && rules.speaking.has(noun)
                && !self.is_plural(noun)
                && !self.is_thing(noun)
    }

    /// Says whether the form of a noun tells one from several.
    pub(super) fn tells_number(&self) -> bool {
        !self.rules.plural_endings.is_empty()
    }

    /// Says whether a word that a sentence begins with is likely none of a name.
    pub(super) fn is_common(&self, word: &str) -> bool {
        let rules = &self.rules;
        self.may_speak(word)
            || self.is_adverb(word)
            || rules.no_names.has(word)
            || rules.determiners.has(word)
            || rules.common_endings.end(word)
            || word.contains('\'')
    }

    /// Says whether a noun stands for several, as far as its form tells.
    pub(super) fn is_plural(&self, noun: &str) -> bool {
        let rules = &self.rules;
        rules.plurals.has(noun)
            || noun.chars().count() > 3
                && rules.plural_endings.end(noun)
                && !rules.singular_endings.end(noun)
    }

    /// Says whether a word may be a participle, as far as its form tells.
    pub(super) fn is_participle(&self, word: &str) -> bool {
        self.rules.participle_endings.end(word)
    }

    pub(super) fn is_adverb(&self, word: &str) -> bool {
        let rules = &self.rules;
        rules.adverbs.has(word) || word.len() > 4 && rules.adverb_endings.end(word)
    }
}

fn read(tag: &'static str, text: &str) -> Result<Language, serde_yaml::Error> {
    let rules: Rules = serde_yaml::from_str(text)?;
    let lists = [
        (Frame::States, &rules.verbs.states),
        (Frame::Tells, &rules.verbs.tells),
        (Frame::Judges, &rules.verbs.judges),
        (Frame::Shows, &rules.verbs.shows),
    ];
    let mut verbs: HashMap<String, Vec<VerbForm>> = HashMap::new();
    for (frame, list) in lists {
        for line in list {
            for (form, words) in forms(line) {
                for word in words.split('/') {
                    let known = verbs.entry(word.to_owned()).or_default();
                    let verb = VerbForm { frame, form };
                    if !known.contains(&verb) {
                        known.push(verb);
                    }
                }
            }
        }
    }
    Ok(Language { tag, rules, verbs })
}

/// Returns the forms that a line gives.
fn forms(line: &str) -> Vec<(Form, &str)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let forms: &[Form] = match words.len() {
        4 => &[Form::Base, Form::Present, Form::Past, Form::Gerund],
        _ => &[
            Form::Base,
            Form::Present,
            Form::Past,
            Form::Participle,
            Form::Gerund,
        ],
    };
    forms.iter().copied().zip(words).collect()
}
