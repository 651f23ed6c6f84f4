//! Counts the people of a description in English, as far as it is sure.
//!
//! "Two officials and a lawyer" are three. Where it is open who is counted ("at least two", "several
//! of the three", "a lawyer and friend of hers"), nothing is counted.

use crate::check::own_words::is_one_of;

/// What a description says of how many people there are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Described {
    /// The number that it names; an article names one.
    pub(super) number: Option<u32>,
    pub(super) is_plural: bool,
    pub(super) is_singular: bool,
    /// Nothing but "sources" or "people".
    pub(super) is_bare: bool,
}

const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve";
/// Words that say nothing of who someone is.
const FILLERS: &str =
    "the some several anonymous unnamed unidentified multiple various certain our";
/// Words before a number that leave it open, or say that it counts others.
const OPEN: &str = "least most more fewer less about around nearly almost up over roughly \
    approximately some many few several or to perhaps between under dozens scores hundreds \
    thousands handful number them whom including among each neither either other";
/// Words that begin what is said of somebody: what follows counts others.
const AFTER: &str = "of in with from at who whose which that close familiar inside near on for to by \
    about briefed involved present privy directly under over between within aboard there working \
    speaking not";
/// Nouns for one person.
const ONE: &str = "source person insider individual official officer diplomat aide adviser advisor \
    minister lawmaker senator employee executive participant member staffer leader soldier commander \
    expert analyst envoy ambassador negotiator representative lawyer witness resident friend \
    colleague man woman banker trader engineer doctor nurse teacher farmer driver pilot judge \
    prosecutor spokesman spokeswoman journalist reporter worker manager director survivor victim \
    passenger student parent neighbour neighbor relative shareholder investor scientist researcher \
    detective investigator mediator contractor consultant activist politician mayor councillor mp \
    supporter delegate clerk";
/// The same nouns for several, in the same order.
const SEVERAL: &str = "sources people insiders individuals officials officers diplomats aides \
    advisers advisors ministers lawmakers senators employees executives participants members staffers \
    leaders soldiers commanders experts analysts envoys ambassadors negotiators representatives \
    lawyers witnesses residents friends colleagues men women bankers traders engineers doctors nurses \
    teachers farmers drivers pilots judges prosecutors spokesmen spokeswomen journalists reporters \
    workers managers directors survivors victims passengers students parents neighbours neighbors \
    relatives shareholders investors scientists researchers detectives investigators mediators \
    contractors consultants activists politicians mayors councillors mps supporters delegates clerks \
    others";
/// How many of these nouns, from the first on, are bare when nothing else is said.
const BARE: usize = 4;

/// Returns what a description says of how many people there are.
pub(super) fn describe(text: &str) -> Described {
    let lower = text.to_lowercase();
    if lower.contains(" or ") {
        return Described::default();
    }
    let groups = groups(&lower);
    let is_plural = groups.iter().any(|group| group.noun == Some(Noun::Several));
    let number = groups
        .iter()
        .map(Group::counted)
        .try_fold(0, |sum, counted| {
            counted.map(|counted| u32::saturating_add(sum, counted))
        });
    let (is_singular, is_bare) = match groups.as_slice() {
        [only] => (
            only.noun == Some(Noun::One) && only.quantity != Quantity::Open,
            only.is_bare,
        ),
        _ => (false, false),
    };
    Described {
        number,
        is_plural,
        is_singular,
        is_bare,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Noun {
    One,
    Several,
}

/// How many a group is said to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quantity {
    #[default]
    NotGiven,
    /// One, if a noun for one person follows.
    Article,
    Of(u32),
    /// Whom the number counts, or whether there is one, is open.
    Open,
}

/// People who are counted together.
#[derive(Default)]
struct Group {
    quantity: Quantity,
    noun: Option<Noun>,
    /// Something is said of them that may go on to other people.
    says_more: bool,
    is_bare: bool,
}

impl Group {
    fn counted(&self) -> Option<u32> {
        match self.quantity {
            Quantity::Of(number) => Some(number),
            // "A number of officials" is not one.
            Quantity::Article => (self.noun == Some(Noun::One)).then_some(1),
            Quantity::NotGiven | Quantity::Open => None,
        }
    }
}

/// Splits a description into those who are counted together.
fn groups(lower: &str) -> Vec<Group> {
    let parts: Vec<&str> = lower
        .split(" and ")
        .flat_map(|part| part.split(" plus "))
        .flat_map(|part| part.split(" as well as "))
        .collect();
    let has_several = parts.len() > 1;
    let parts: Vec<&str> = parts
        .into_iter()
        .flat_map(|part| part.split(", "))
        .filter(|part| !part.trim().is_empty())
        .collect();
    if !has_several {
        // "Three officials, two of them women": the first says it.
        let first = parts.first().map_or("", |part| part);
        return vec![group(first)];
    }
    let mut groups: Vec<Group> = Vec::new();
    for part in parts {
        let next = group(part);
        let Some(last) = groups.last_mut() else {
            groups.push(next);
            continue;
        };
        let has_quantity = next.quantity != Quantity::NotGiven;
        if last.noun.is_none() && !has_quantity {
            // "Two current and former officials"; of "a US and European official", who knows.
            if last.quantity == Quantity::Article {
                last.quantity = Quantity::Open;
            }
            (last.noun, last.says_more) = (next.noun, next.says_more);
        } else if last.noun.is_some() && last.says_more {
            // "An aide who spoke with two officials and a lawyer", "a friend of Ann and Bo".
            if has_quantity || next.noun.is_some() {
                last.quantity = Quantity::Open;
            }
        } else if has_quantity {
            // "A current and a former official".
            last.noun = last.noun.or(next.noun);
            groups.push(next);
        } else {
            // "A lawyer and friend of hers", "officials and lawyers".
            last.quantity = Quantity::Open;
        }
    }
    groups
}

fn group(text: &str) -> Group {
    let marks = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';' | ':' | '“' | '”' | '"');
    let words: Vec<&str> = text
        .split(marks)
        .map(|word| word.trim_matches([',', '.']))
        .filter(|word| !word.is_empty())
        .collect();
    let mut group = Group::default();
    let mut says_who = false;
    let mut is_first = true;
    for (at, word) in words.iter().copied().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or("");
        if is_first && is_one_of(word, "the these those all another") && number(next).is_some() {
            continue;
        }
        if let Some(quantity) = quantity(word, next, is_first, group.quantity) {
            group.quantity = quantity;
        } else if is_one_of(word, AFTER) {
            // "One of the officials" is one.
            if group.quantity == Quantity::Of(1) && word == "of" {
                group.noun = Some(Noun::One);
            }
            group.says_more = true;
            break;
        } else if let Some((noun, is_bare)) = noun(word)
            // "Member states", "witness statements": the noun that counts is the last.
            && (next.is_empty() || is_one_of(next, AFTER) || is_participle(next))
        {
            group.noun = Some(noun);
            group.says_more = !next.is_empty();
            let is_counted = matches!(group.quantity, Quantity::Of(_) | Quantity::Article);
            group.is_bare = is_bare && !says_who && !group.says_more && !is_counted;
            break;
        } else if !is_one_of(word, FILLERS) {
            says_who = true;
        }
        is_first = false;
    }
    group
}

/// Returns what a word before the noun says of how many there are, with what was said before it.
fn quantity(word: &str, next: &str, is_first: bool, before: Quantity) -> Option<Quantity> {
    if is_one_of(word, OPEN) || is_first && word == "half" {
        Some(Quantity::Open)
    } else if word == "dozen" {
        match before {
            Quantity::Of(dozens) => Some(Quantity::Of(dozens.saturating_mul(12))),
            Quantity::Open => Some(Quantity::Open),
            Quantity::Article | Quantity::NotGiven => Some(Quantity::Of(12)),
        }
    } else if is_one_of(word, "couple pair duo") || is_first && word == "both" {
        Some(Quantity::Of(2))
    } else if is_first && is_one_of(word, "a an another") {
        Some(Quantity::Article)
    } else if is_first && next != "downing" {
        number(word).map(Quantity::Of)
    } else {
        None
    }
}

fn is_participle(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ing")
}

fn number(word: &str) -> Option<u32> {
    let named = NUMBERS.split(' ').position(|entry| entry == word);
    // Larger ones are years, as in "2024 campaign aides".
    let figures = || word.parse().ok().filter(|number| *number < 1000);
    named.map_or_else(figures, |at| u32::try_from(at + 1).ok())
}

/// Returns which noun for people it is, and whether it is a bare one.
fn noun(word: &str) -> Option<(Noun, bool)> {
    let find = |list: &str| list.split(' ').position(|entry| entry == word);
    let one = find(ONE).map(|at| (Noun::One, at < BARE));
    one.or_else(|| find(SEVERAL).map(|at| (Noun::Several, at < BARE)))
}

#[cfg(test)]
mod tests {
    use super::{Described, describe};

    #[test]
    fn descriptions_tell_numbers() {
        for (text, expected) in [
            ("two senior officials", Some(2)),
            ("3 diplomats", Some(3)),
            ("a source close to the talks", Some(1)),
            ("one of the officials", Some(1)),
            ("two officials and a lawyer", Some(3)),
            ("a lawyer, two aides and three clerks", Some(6)),
            ("a current and a former official", Some(2)),
            ("two current and former officials", Some(2)),
            ("a dozen officials", Some(12)),
            ("two dozen residents", Some(24)),
            ("both lawyers", Some(2)),
            ("a couple of aides", Some(2)),
            ("an official and two others", Some(3)),
            ("the three lawyers", Some(3)),
            ("one of five members", Some(1)),
            ("a number of officials", None),
            ("senior officials", None),
            ("several of the three lawyers", None),
            ("at least two officials", None),
            ("two or three officials", None),
            ("half a dozen officials", None),
            ("a US and European official", None),
            ("a lawyer and friend of hers", None),
            ("an aide who spoke to two officials and a lawyer", None),
            ("9/11 survivors", None),
            ("10 Downing Street officials", None),
        ] {
            assert_eq!(describe(text).number, expected, "{text}");
        }
        assert!(describe("sources familiar with the matter").is_plural);
        assert!(describe("senior administration official").is_singular);
        assert!(!describe("member states").is_singular);
        assert_eq!(describe("the Kremlin"), Described::default());
    }

    #[test]
    fn bare_sources_say_nothing() {
        for text in [
            "sources",
            "Sources",
            "the sources",
            "unnamed sources",
            "insiders",
        ] {
            assert!(describe(text).is_bare, "{text}");
        }
        for text in [
            "officials",
            "two people",
            "US sources",
            "sources in Kyiv",
            "people familiar with the matter",
        ] {
            assert!(!describe(text).is_bare, "{text}");
        }
    }
}
