#![doc = include_str!("uncounted_sources.md")]
//! One source is never "sources", and "a source" is never three. The description is read as far as
//! its first noun for people, in English briefs only.

use std::num::NonZeroU32;

use super::wrong_type;
use crate::check::context::{Context, Findings};
use crate::check::own_words::is_one_of;
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::Text;
use crate::model::unsafe_character;

pub(super) static UNCOUNTED_SOURCES: Rule = Rule::error(include_str!("uncounted_sources.md"));

#[expect(
    clippy::option_option,
    reason = "a sound `unknown` is told from a faulty number"
)]
pub(in crate::check) fn read(count: &Text, out: &mut Findings) -> Option<Option<NonZeroU32>> {
    if unsafe_character(count).is_some() {
        return None;
    }
    let parsed = parse(count);
    if parsed.is_none() {
        out.push(wrong_type::count(count.place, count));
    }
    parsed
}

#[expect(clippy::option_option, reason = "as in `read`")]
fn parse(count: &str) -> Option<Option<NonZeroU32>> {
    match count {
        "unknown" => Some(None),
        number => number.parse().ok().map(Some),
    }
}

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    if !cx.is_english() {
        return;
    }
    for (_, voice) in &cx.document.voices {
        let (Some(count), Some(text)) = (&voice.anonymous, &voice.described_as) else {
            continue;
        };
        let described = describe(text);
        if described.is_bare {
            out.push(bare(text));
        } else if let Some(given) = parse(count) {
            judge(
                given.map(NonZeroU32::get),
                &described,
                text,
                count.place,
                out,
            );
        }
    }
}

fn judge(given: Option<u32>, described: &Described, text: &Text, count: Place, out: &mut Findings) {
    match (given, described.number) {
        (None, Some(number)) => out.push(counted(text, number, count)),
        (Some(given), Some(number)) if given != number => {
            out.push(contradicted(text, &number.to_string(), given, count));
        }
        (Some(1), None) if described.is_plural => {
            out.push(contradicted(text, "several", 1, count));
        }
        (Some(given), None) if given > 1 && described.is_singular => {
            out.push(contradicted(text, "one", given, count));
        }
        (None | Some(_), _) => {}
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Described {
    /// The number that it names; an article names one.
    number: Option<u32>,
    is_plural: bool,
    is_singular: bool,
    /// Nothing but "sources" or "people".
    is_bare: bool,
}

const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve";
/// Words that say nothing of who someone is.
const FILLERS: &str = "a an the some several anonymous unnamed unidentified multiple various \
    certain our";
/// Nouns for one person.
const ONE: &str = "source person insider individual official officer diplomat aide adviser \
    advisor minister lawmaker senator employee executive participant member staffer leader \
    soldier commander expert analyst envoy ambassador negotiator representative lawyer witness \
    resident friend colleague man woman";
/// The same nouns for several, in the same order.
const SEVERAL: &str = "sources people insiders individuals officials officers diplomats aides \
    advisers advisors ministers lawmakers senators employees executives participants members \
    staffers leaders soldiers commanders experts analysts envoys ambassadors negotiators \
    representatives lawyers witnesses residents friends colleagues men women";
/// How many of these nouns, from the first on, are bare when nothing else is said.
const BARE: usize = 4;

fn describe(text: &str) -> Described {
    let lower = text.to_lowercase();
    let mut described = Described::default();
    let mut says_more = false;
    let mut bare_noun = false;
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’'))
        .filter(|word| !word.is_empty())
        .enumerate()
        .peekable();
    while let Some((at, word)) = words.next() {
        let number = NUMBERS.split(' ').position(|entry| entry == word);
        let number = number.map_or_else(|| word.parse().ok(), |at| u32::try_from(at + 1).ok());
        if at == 0 && matches!(word, "a" | "an") {
            described.number = Some(1);
        } else if at == 0 && number.is_some() {
            described.number = number;
        } else if let Some(noun) = noun(word) {
            // "source" may stand before another noun: "a source close to", but "source country".
            described.is_plural = noun.1;
            described.is_singular = !noun.1;
            bare_noun = noun.0 && !says_more && words.peek().is_none();
            break;
        } else if matches!(
            word,
            "of" | "in" | "with" | "from" | "at" | "who" | "close" | "familiar"
        ) {
            says_more = true;
            break;
        } else if !is_one_of(word, FILLERS) {
            says_more = true;
        }
    }
    described.is_bare = bare_noun;
    // "a number of officials", "a group of sources".
    if says_more && !described.is_singular && described.number == Some(1) && lower.starts_with('a')
    {
        described.number = None;
    }
    described
}

/// Returns whether a noun for people is a bare one, and whether it is plural.
fn noun(word: &str) -> Option<(bool, bool)> {
    let find = |list: &str| list.split(' ').position(|entry| entry == word);
    let one = find(ONE).map(|at| (at < BARE, false));
    one.or_else(|| find(SEVERAL).map(|at| (at < BARE, true)))
}

fn bare(text: &Text) -> Diagnostic {
    Diagnostic::new(
        &UNCOUNTED_SOURCES,
        text.place,
        format!(
            "`{}` says nothing of who they are",
            text.value.escape_debug()
        ),
    )
    .help("describe them as the source does, such as `senior administration officials`")
    .help("if the source says no more, its own reporting is the voice: `outlet: source-id`")
}

fn counted(text: &Text, number: u32, count: Place) -> Diagnostic {
    Diagnostic::new(
        &UNCOUNTED_SOURCES,
        count,
        "the number is `unknown`, but the description gives it",
    )
    .also(text.place, "given here")
    .help(format!("write `anonymous: {number}`"))
}

fn contradicted(text: &Text, described: &str, given: u32, count: Place) -> Diagnostic {
    Diagnostic::new(
        &UNCOUNTED_SOURCES,
        text.place,
        format!("the description says {described}, the number says {given}"),
    )
    .also(count, "the number")
    .help("let both say what the source says")
}

#[cfg(test)]
mod tests {
    use super::{Described, describe};

    #[test]
    fn descriptions_tell_numbers() {
        let number = |text| describe(text).number;
        assert_eq!(number("two senior officials"), Some(2));
        assert_eq!(number("3 diplomats"), Some(3));
        assert_eq!(number("a source close to the talks"), Some(1));
        assert_eq!(number("a number of officials"), None);
        assert_eq!(number("one of the officials"), Some(1));
        assert_eq!(number("senior officials"), None);
        assert!(describe("sources familiar with the matter").is_plural);
        assert!(describe("senior administration official").is_singular);
        assert_eq!(describe("the Kremlin"), Described::default());
    }

    #[test]
    fn bare_sources_say_nothing() {
        for text in [
            "sources",
            "Sources",
            "the sources",
            "unnamed sources",
            "two people",
            "insiders",
        ] {
            assert!(describe(text).is_bare, "{text}");
        }
        for text in [
            "officials",
            "US sources",
            "sources in Kyiv",
            "people familiar with the matter",
        ] {
            assert!(!describe(text).is_bare, "{text}");
        }
    }
}
