#![doc = include_str!("unlabelled_fragment.md")]
//! Whole sentences begin with a capital. Scripts without capitals are taken at their word, and so are
//! names such as "iPhone", "al-Sharaa" and "de Gaulle", posts in small letters, and a quote that is
//! labelled `full`. No end mark tells nothing: before "she said" the source has a comma, or puts it
//! after the quote mark. Only a word that no sentence ends with does.

use crate::characters::has_no_capitals;
use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Part, Place, Rule};
use crate::model::QuoteKind;

pub(super) static UNLABELLED_FRAGMENT: Rule = Rule::error(include_str!("unlabelled_fragment.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, quote) in cx.quotes().filter(|(_, quote)| quote.has_known_kinds()) {
        let of = |kind| quote.kind.iter().find(|given| ***given == kind);
        let place = quote.text.place;
        match (of(QuoteKind::Fragment), of(QuoteKind::Full)) {
            (Some(fragment), Some(full)) => {
                let message = "a quote is `full` or a `fragment`, not both";
                let fault = Diagnostic::new(&UNLABELLED_FRAGMENT, fragment.place, message);
                let fault = fault.also(full.place, "`full` here");
                out.push(fault.taking_out(Part::Value));
            }
            (None, None) if starts_inside(&quote.text) => {
                out.push(fault(place, "this quote begins inside a sentence"));
            }
            (None, None) => {
                let language = quote.lang.as_ref().unwrap_or(&cx.document.lang);
                if ends_inside(&quote.text, language) {
                    out.push(fault(place, "this quote ends inside a sentence"));
                }
            }
            (Some(_) | None, _) => {}
        }
    }
}

/// Says whether a quote begins or ends inside a sentence, as far as its words tell.
pub(crate) fn is_fragment(text: &str, language: &str) -> bool {
    starts_inside(text) || ends_inside(text, language)
}

/// Says whether a letter is small in a script that begins sentences with capitals: not in Georgian.
fn is_small(c: char) -> bool {
    c.is_lowercase() && !has_no_capitals(c)
}

/// What names begin with in lower case.
const PARTICLES: &str = "af al av ben bin bint d da dal dalla dalle das de degli dei del dell della delle \
    dello den der di do dos du el ibn la le op ould ten ter van vom von zu zum zur";

/// Names in small letters.
const NAMES: &str = "adidas danah lululemon thyssenkrupp";

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|entry| entry == word)
}

fn starts_inside(text: &str) -> bool {
    let marks = text.len()
        - text
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .len();
    let (marks, text) = text.split_at(marks);
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else {
        return false;
    };
    if !first.starts_with(is_small) || first.contains(char::is_uppercase) {
        return false;
    }
    // A handle, an address or the like, the Dutch "'s Avonds", the Irish "an tSín", "’ndrangheta".
    let mut rest = words.take(2);
    let next = rest.clone().next().unwrap_or("");
    let is_mutated = || next.starts_with(is_small) && next.contains(char::is_uppercase);
    let capital = |word: &str| {
        word.trim_start_matches(['‘', '’', '\''])
            .starts_with(char::is_uppercase)
    };
    let is_name = marks.ends_with(['@', '#'])
        || first.trim_end_matches('.').contains(['.', '/', '@', '_'])
        || first.contains(|c: char| c.is_ascii_digit())
        || marks.ends_with(['’', 'ʼ'])
        || marks.ends_with(['‘', '\'']) && matches!(first, "s" | "t" | "n" | "k" | "m")
        || is_in(NAMES, first)
        || is_mutated()
        || is_in(PARTICLES, first.trim_end_matches(['’', '\''])) && rest.any(capital);
    !is_name && !is_in_small_letters(text)
}

/// Says whether somebody writes in small letters throughout, as in many posts: "i" for "I", or a new
/// sentence in lower case.
fn is_in_small_letters(text: &str) -> bool {
    let has_lone_i = || {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "i")
    };
    let has_sentences = || {
        text.match_indices(['.', '!', '?']).any(|(at, _)| {
            let (_, after) = text.split_at(at + 1);
            after.trim_start().starts_with(is_small) && after.starts_with([' ', '\n'])
        })
    };
    !text.contains(char::is_uppercase)
        && text.ends_with(['.', '!', '?', '…', ')'])
        && (has_lone_i() || has_sentences())
}

/// Words that no sentence ends with, by language: not the German "ein", which is of a verb, too, nor "whose".
const UNENDING: &[(&str, &str)] = &[
    (
        "en",
        "the a an and or nor our your their every although whereas unless than",
    ),
    ("es", "el los las y e o u de del al en por sus sin"),
    ("fr", "le les et ou de du des au aux mes tes ses nos vos"),
    ("de", "und oder im am zum zur vom beim"),
    ("uk", "і й або але у в з із зі до від для про"),
];

fn ends_inside(text: &str, language: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '”' | '“' | '"' | '’' | '\'' | '»' | '«' | ')' | ']')
    });
    let language = language.split('-').next().unwrap_or("");
    let last = text.rsplit(|c: char| !c.is_alphanumeric()).next();
    let last = last.unwrap_or("");
    let ahead = text.strip_suffix(last).unwrap_or("");
    // "Triple A", and the French "dites-le".
    let is_grade = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    let is_joined = ahead.ends_with(['-', '\u{2010}', '\u{2011}']);
    let unending = UNENDING
        .iter()
        .find(|(of, _)| of.eq_ignore_ascii_case(language))
        .is_some_and(|(_, words)| is_in(words, &last.to_lowercase()));
    unending && !is_grade && !is_joined || language != "hy" && text.ends_with([':', '：'])
}

fn fault(place: Place, message: &str) -> Diagnostic {
    Diagnostic::new(&UNLABELLED_FRAGMENT, place, message)
        .help("label it: `kind: [fragment]`, or quote the whole sentence")
        .help("if it is whole sentences, say so: `kind: [full]`")
}

#[cfg(test)]
mod tests {
    use super::{ends_inside, starts_inside};

    #[test]
    fn whole_sentences_are_told_from_fragments() {
        for text in [
            "so it is.",
            "… and so it is.",
            "“no” is no.",
            "de facto it is.",
            "boots on the ground.",
        ] {
            assert!(starts_inside(text), "{text}");
        }
        for text in [
            "So.",
            "[T]he end.",
            "iPhones sold.",
            "al-Sharaa left.",
            "de Gaulle left.",
            "d’Estaing left.",
            "'s Avonds is het stil.",
            "@desk is closed.",
            "x.com is down.",
            "i think so. it is late.",
            "5 left.",
            "不。",
            "ეს ასეა.",
            "adidas is leaving",
            "’ndrangheta ovunque.",
            "an tSín is mór.",
            "dalla Chiesa lo disse.",
            "ould Abdel Aziz left.",
            "",
        ] {
            assert!(!starts_inside(text), "{text}");
        }
    }

    #[test]
    fn sentences_that_go_on_are_told_from_whole_ones() {
        for (text, language) in [
            ("So it is the", "en-GB"),
            ("So it is (and", "en"),
            ("Así es de", "es"),
            ("So it is:", "en"),
        ] {
            assert!(ends_inside(text, language), "{text}");
        }
        for (text, language) in [
            ("Wir laden alle ein", "de"),
            ("Ich brauche auch eine", "de"),
            ("Libérez-les", "fr"),
            ("Dites-le !", "fr"),
            ("Pas même un", "fr"),
            ("We are rated triple A", "en"),
            ("Es la vitamina E", "es"),
            ("Nobody knows whose", "en"),
            ("Oh my", "en"),
            ("Ця заява не та", "uk"),
        ] {
            assert!(!ends_inside(text, language), "{text}");
        }
        for text in [
            "So.",
            "So it is,",
            "So!”",
            "So it […]",
            "So…",
            "不是",
            "So (it is.)",
            "So it is",
            "So it is –",
            "So (it is)",
            "Чому?",
            "",
        ] {
            assert!(!ends_inside(text, "en"), "{text}");
        }
    }
}
