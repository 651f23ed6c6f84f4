//! Collects the names of an article, so that short forms are known by their long ones.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::initials::Initials;
use super::language::{Language, Words};
use super::outlets::known_as;
use super::tokens::Sentence;

/// So many words of a title may stand up to its office, that included.
const MOST_BEFORE_OFFICE: usize = 4;

/// So many long names are known of one last word.
const MOST_OF_A_NAME: usize = 16;

/// A long name, and how often it stands in the article.
#[derive(Debug)]
pub(super) struct Long {
    pub(super) name: String,
    pub(super) times: usize,
}

impl Long {
    fn first(&self) -> Option<&str> {
        self.name.split(' ').next()
    }
}

/// The names of an article.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The long names by their last word, in the order of the article, with how often each stands.
    by_last: HashMap<String, Vec<Long>>,
    /// The long names by their first word.
    by_first: HashMap<String, Vec<String>>,
    /// Words that have a capital within a sentence.
    capitals: HashSet<String>,
    /// Those in capitals that are outlets, or may be.
    pub(super) initials: Initials,
    /// Those who published the articles, as `known_as` has them.
    publishers: HashSet<String>,
}

impl Names {
    pub(super) fn of<'a, 't: 'a>(
        sentences: impl Iterator<Item = &'a Sentence<'t>>,
        language: &Language,
    ) -> Self {
        let mut names = Self::default();
        for sentence in sentences {
            names.initials.learn(sentence, language);
            let mut at = 0;
            while at < sentence.len() {
                let end = run(sentence, at, language);
                // Ada Okafor and Emeka Bell: two names, unless it is one of a group.
                let rules = &language.rules;
                let is_of_group = (at..end).any(|at| {
                    rules.groups.has(sentence.word(at))
                        || rules.organisations.has(sentence.word(at))
                });
                let is_and = |at: &usize| !is_of_group && rules.and.has(sentence.word(*at));
                let mut from = at;
                for and in (at..end).filter(is_and).chain([end]) {
                    if and > from {
                        names.learn(sentence, from, and, language);
                    }
                    from = and + 1;
                }
                at = end.max(at + 1);
            }
        }
        names
    }

    fn learn(&mut self, sentence: &Sentence<'_>, start: usize, end: usize, language: &Language) {
        for at in start.max(1)..end {
            if sentence.is_capital(at) {
                self.capitals
                    .insert(bare(sentence.get(at).map_or("", |token| token.text)).to_owned());
            }
        }
        let start = after_office(sentence, start..end, language).unwrap_or(start);
        let words = without_titles(sentence, start, end, language).1;
        if words.len() < 2 || words.len() > 5 {
            return;
        }
        let name = words.join(" ");
        self.initials.learn_name(&name, language);
        let Some(last) = words.last() else {
            return;
        };
        let known = self.by_last.entry(last.clone().into_owned()).or_default();
        let is_same = |long: &&mut Long| long.first() == words.first().map(AsRef::as_ref);
        let count = known.len();
        match known.iter_mut().find(is_same) {
            Some(long) => long.times += 1,
            None if count < MOST_OF_A_NAME => {
                if let Some((first, _)) = name.split_once(' ') {
                    let by_first = self.by_first.entry(first.to_owned()).or_default();
                    by_first.push(name.clone());
                }
                known.push(Long { name, times: 1 });
            }
            None => {}
        }
    }

    /// Notes who published an article.
    pub(super) fn publish(&mut self, publisher: &str, language: &Language) {
        self.initials.learn_name(publisher, language);
        self.publishers.insert(known_as(publisher));
    }

    pub(super) fn is_publisher(&self, name: &str) -> bool {
        self.publishers.contains(&known_as(name))
    }

    /// Says whether a word has a capital within a sentence.
    pub(super) fn has_capital(&self, word: &str) -> bool {
        self.capitals.contains(bare(word))
    }

    /// Returns the one long name that a first name may stand for.
    pub(super) fn of_first(&self, first: &str) -> Option<&str> {
        match self.by_first.get(first).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        }
    }

    /// Returns the long names that one may stand for: those with its last word, and its first one if it
    /// has several.
    pub(super) fn long(&self, name: &str) -> &[Long] {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let all = self.by_last.get(last).map_or(&[][..], Vec::as_slice);
        let Some((first, _)) = name.split_once(' ') else {
            return all;
        };
        let one = all.iter().position(|long| long.first() == Some(first));
        one.and_then(|one| all.get(one..=one)).unwrap_or(&[])
    }
}

/// Returns where a run of capitalised words ends that begins at a token, small words within included.
pub(super) fn run(sentence: &Sentence<'_>, start: usize, language: &Language) -> usize {
    let rules = &language.rules;
    let mut end = start;
    let mut at = start;
    while let Some(token) = sentence.get(at) {
        if token.is_capital() {
            // Прийшла Олена Гай: a verb, and a name.
            let is_verb = rules.past_endings.end(&token.lower)
                && sentence.is_capital(1)
                && sentence.is_capital(2);
            if at == 0 && (rules.no_names.has(&token.lower) || is_verb) {
                return start;
            }
            at += 1;
            end = at;
            if token.lower.ends_with("'s") {
                break;
            }
        } else if end > start
            && (token.is_mark(".")
                && sentence.get(at - 1).is_some_and(|before| {
                    before.text.len() <= 3 || rules.titles.has(&before.lower)
                })
                || rules.particles.has(&token.lower)
                    && !rules.of.has(&token.lower)
                    && token.lower != "the"
                || is_within_group(sentence, at, language))
            && sentence.is_capital(at + 1)
        {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// Says whether a mark is the possessive of several within the name of a group: Boat Owners' Association.
fn is_within_group(sentence: &Sentence<'_>, mark: usize, language: &Language) -> bool {
    let rules = &language.rules;
    let is_group = |at: usize| {
        let word = sentence.word(at);
        rules.organisations.has(word) || rules.groups.has(word)
    };
    let goes_on = (mark + 1..sentence.len()).take_while(|at| sentence.is_capital(*at));
    is_possessive(sentence, mark) && goes_on.take(MOST_BEFORE_OFFICE).any(is_group)
}

fn is_possessive(sentence: &Sentence<'_>, mark: usize) -> bool {
    let owner = mark.checked_sub(1).and_then(|before| sentence.get(before));
    let mark = sentence.get(mark).filter(|mark| mark.is_mark("'’"));
    owner
        .zip(mark)
        .is_some_and(|(owner, mark)| owner.lower.ends_with('s') && owner.at.end == mark.at.start)
}

/// Returns where the name begins in a run of words that what a title is for stands before: Minister of
/// Transport Jan Holm. How many words of the run the name has is not told: it is taken to have two.
pub(super) fn after_office(
    sentence: &Sentence<'_>,
    run: Range<usize>,
    language: &Language,
) -> Option<usize> {
    let rules = &language.rules;
    let mut of = run.start.checked_sub(1)?;
    if rules.definite.has(sentence.word(of)) {
        of = of.checked_sub(1)?;
    }
    let title = of.checked_sub(1)?;
    let (word, is_title) = (sentence.word(title), |at| {
        rules.titles.has(sentence.word(at))
    });
    let is_office = sentence.is_capital(title) && is_title(title) && !rules.spokespeople.has(word);
    if !is_office || !rules.of.has(sentence.word(of)) || !rules.particles.has(sentence.word(of)) {
        return None;
    }
    let mut capitals = run.clone().rev().filter(|at| sentence.is_capital(*at));
    let name = capitals.nth(1)?;
    (name > run.start && !run.clone().any(is_title)).then_some(name)
}

/// Returns the titles before a name, and the words of the name.
pub(super) fn without_titles<'t>(
    sentence: &Sentence<'t>,
    start: usize,
    end: usize,
    language: &Language,
) -> (Vec<&'t str>, Vec<Cow<'t, str>>) {
    let rules = &language.rules;
    let words: Vec<(usize, &'t str)> = (start..end)
        .filter_map(|at| {
            sentence
                .get(at)
                .filter(|token| token.is_word())
                .map(|token| (at, token.text))
        })
        .collect();
    let is_title = |at: usize| {
        let word = sentence.word(at);
        rules.titles.has(word)
            || word
                .rsplit('-')
                .next()
                .is_some_and(|last| last != word && rules.titles.has(last))
    };
    let mut titles = words.iter().take_while(|(at, _)| is_title(*at)).count();
    // Transport Minister Karin Holm: what an office is for stands before it.
    let is_office = |(at, _): &(usize, &str)| rules.offices.has(sentence.word(*at));
    let office = words.iter().take(MOST_BEFORE_OFFICE).position(is_office);
    if let Some(office) = office.filter(|office| titles <= *office && *office + 2 < words.len()) {
        titles = office + 1;
    }
    // Mr and Mrs Okafor: no one name.
    let is_joined = words
        .get(titles)
        .is_some_and(|(at, _)| rules.and.has(sentence.word(*at)));
    if titles == words.len() || is_joined {
        titles = 0;
    }
    // The president of Norland, where names have cases: what an office is of follows it.
    let is_in_office = titles > 0 || start > 0 && rules.titles.has(sentence.word(start - 1));
    let is_of = |(at, word): &&(usize, &str)| {
        rules.genitive_endings.end(sentence.word(*at)) || rules.inflects && is_acronym(word)
    };
    if is_in_office && words.len() > titles + 2 {
        let of = words.get(titles..words.len() - 2).unwrap_or(&[]);
        titles += of.iter().take_while(is_of).count();
    }
    // Campaigner Olive Trent, where a sentence begins.
    let is_noun = |(at, _): &(usize, &str)| *at == 0 && language.is_of_person(sentence.word(*at));
    if titles == 0 && !is_joined && words.len() > 2 && words.first().is_some_and(is_noun) {
        titles = 1;
    }
    let (titles, name) = words.split_at(titles);
    let is_suffix = |(at, _): &&(usize, &str)| rules.suffixes.has(sentence.word(*at));
    let suffixes = name.iter().rev().take_while(is_suffix).count();
    let name = match name.split_at(name.len() - suffixes) {
        ([], _) => name,
        (name, _) => name,
    };
    let written = |(at, word): &(usize, &'t str)| match sentence.get(at + 1) {
        Some(mark) if at + 1 < end && is_possessive(sentence, at + 1) => {
            Cow::Owned(format!("{word}{}", mark.text))
        }
        _ => Cow::Borrowed(bare(word)),
    };
    let titles = titles.iter().map(|(_, word)| bare(word)).collect();
    (titles, name.iter().map(written).collect())
}

/// Says whether a word is in capitals: UN.
fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// Returns a word without the ending of a possessive.
pub(super) fn bare(word: &str) -> &str {
    let bare = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s"));
    bare.unwrap_or(word)
}

/// Says whether a name is one of an outlet: it has a word that outlets are called by.
pub(super) fn is_outlet(name: &str, language: &Language) -> bool {
    let rules = &language.rules;
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let any = |list: &Words| words.iter().any(|word| list.has(word));
    name.starts_with(char::is_uppercase)
        && any(&rules.outlets)
        && !any(&rules.organisations)
        && !any(&rules.groups)
}
