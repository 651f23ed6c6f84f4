#![doc = include_str!("foggy_attribution.md")]
//! "Sources say", "it emerged", "is believed to": someone says so, someone found out, someone
//! believes it. Name the voice, or say that the source does not name it. English only.

use super::linted::Hit;
use crate::check::english::{Tokens, is_determiner};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static FOGGY_ATTRIBUTION: Rule = Rule::warning(include_str!("foggy_attribution.md"));

const WHO: &str = "say who says so";
const LEAVE_OUT: &str = "leave it out: the attribution line says who says so";

/// Finds the words at fault that begin at a word.
pub(super) fn find(tokens: &Tokens<'_>, at: usize) -> Option<Hit> {
    if !tokens.can_begin(at, b"aceimoprsw") {
        return None;
    }
    let word = tokens.get(Some(at));
    let (rest, instead) = phrases(word)?;
    let length = rest
        .iter()
        .filter(|rest| tokens.follow(at + 1, rest) && (rest.is_empty() || tokens.adjoins_next(at)))
        .map(|rest| rest.len())
        .max()?;
    let counted = matches!(rest, SPEAKERS) && are_counted(tokens, at);
    (!counted).then(|| Hit {
        range: tokens.range(at).start..tokens.range(at + length).end,
        instead,
    })
}

/// Says whether a number or an article stands before a noun, an adjective or two between.
fn are_counted(tokens: &Tokens<'_>, noun: usize) -> bool {
    (1..=3)
        .map_while(|back| noun.checked_sub(back))
        .take_while(|at| tokens.adjoins_next(*at))
        .any(|at| is_determiner(tokens.get(Some(at))))
}

const SPEAKERS: &[&[&str]] = &[
    &["say"],
    &["said"],
    &["claim"],
    &["claimed"],
    &["confirm"],
    &["confirmed"],
    &["suggest"],
    &["suggested"],
    &["indicate"],
    &["indicated"],
    &["tell"],
    &["told"],
    &["believe"],
    &["believed"],
    &["reveal"],
    &["revealed"],
];
const PASSIVES: &[&[&str]] = &[
    &["believed", "to"],
    &["said", "to"],
    &["understood", "to"],
    &["thought", "to"],
    &["reported", "to"],
    &["rumoured", "to"],
    &["rumored", "to"],
    &["alleged", "to"],
    &["expected", "by", "many"],
];
const IMPERSONAL: &[&[&str]] = &[
    &["emerged"],
    &["has", "emerged"],
    &["is", "believed"],
    &["was", "believed"],
    &["is", "understood"],
    &["was", "understood"],
    &["is", "thought"],
    &["was", "thought"],
    &["is", "said"],
    &["was", "said"],
    &["is", "reported"],
    &["was", "reported"],
    &["has", "been", "reported"],
    &["is", "claimed"],
    &["was", "claimed"],
    &["is", "alleged"],
    &["was", "alleged"],
    &["is", "rumoured"],
    &["is", "rumored"],
    &["turned", "out"],
];
const ACCORDING: &[&[&str]] = &[
    &["to", "reports"],
    &["to", "media", "reports"],
    &["to", "sources"],
    &["to", "some"],
    &["to", "some", "reports"],
    &["to", "insiders"],
    &["to", "rumours"],
    &["to", "rumors"],
];
const VAGUE: &[&[&str]] = &[&["say"], &["believe"], &["think"], &["argue"], &["claim"]];

/// Returns how a phrase may go on after its first word, and what to do instead.
fn phrases(first: &str) -> Option<(&'static [&'static [&'static str]], &'static str)> {
    const ALONE: &[&[&str]] = &[&[]];
    if !(2..=11).contains(&first.len()) {
        return None;
    }
    Some(match first.to_ascii_lowercase().as_str() {
        "reportedly" | "allegedly" | "supposedly" | "purportedly" => (ALONE, LEAVE_OUT),
        "sources" | "reports" | "insiders" => (SPEAKERS, WHO),
        "is" | "are" | "was" | "were" => (PASSIVES, WHO),
        "it" => (IMPERSONAL, WHO),
        "according" => (ACCORDING, WHO),
        "some" | "many" | "critics" | "observers" | "experts" => (VAGUE, WHO),
        _ => return None,
    })
}

/// Those words.
pub(super) fn fault(place: Place, words: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(&FOGGY_ATTRIBUTION, place, format!("`{words}` hides who says so"))
        .help(instead)
        .help("if there is a reason for it, silence the rule here: `allow: [{ rule: foggy-attribution, reason: … }]`")
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::english::Tokens;

    fn found(text: &str) -> Vec<&str> {
        let mut tokens = Tokens::default();
        tokens.read(text);
        (0..tokens.len())
            .filter_map(|at| find(&tokens, at))
            .map(|hit| text.get(hit.range).expect("a range of the text"))
            .collect()
    }

    #[test]
    fn fog_is_found() {
        for (text, expected) in [
            ("Sources confirm that it is so.", "Sources confirm"),
            ("So it is, according to reports.", "according to reports"),
            ("It emerged on Friday that he left", "It emerged"),
            ("He reportedly left.", "reportedly"),
            ("It is believed that he left.", "It is believed"),
            ("He is said to have left.", "is said to"),
            ("US sources say no.", "sources say"),
            ("reports said he left", "reports said"),
            ("The plan is understood to exist", "is understood to"),
            ("Some say so.", "Some say"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn named_voices_are_no_fog() {
        for text in [
            "Two sources said so to NBC.",
            "five unnamed sources told NBC News",
            "The reports say little.",
            "It is so.",
            "according to the ministry",
            "He is to leave.",
            "It has two sources. Say no more.",
            "some reports",
            "What is said, to whom?",
            "It is, believed or not, so.",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
