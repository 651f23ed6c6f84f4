#![doc = include_str!("foggy_attribution.md")]
//! "Sources say", "it emerged", "is believed to": someone says so, someone found out, someone
//! believes it. Name the voice, or say that the source does not name it. English only.

use crate::check::own_words::{Hit, Tokens, WordRule, is_determiner};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static FOGGY_ATTRIBUTION: Rule = Rule::warning(include_str!("foggy_attribution.md"));
pub(super) const ON_WORDS: WordRule = (find, fault);

const WHO: &str = "say who says so";
const LEAVE_OUT: &str = "leave it out: the attribution line says who says so";

fn find(tokens: &Tokens<'_>, at: usize) -> Option<Hit> {
    if !tokens.can_begin(at, b"aceimoprsw") {
        return None;
    }
    let word = tokens.get(Some(at));
    let (rest, instead) = phrases(word)?;
    let last = rest
        .split(", ")
        .filter_map(|words| tokens.follow(at, words))
        .max()?;
    let counted = rest == SPEAKERS && are_counted(tokens, at);
    (!counted).then(|| Hit {
        range: tokens.range(at).start..tokens.range(last).end,
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

/// Returns how a phrase may go on after its first word, and what to do instead.
fn phrases(first: &str) -> Option<(&'static str, &'static str)> {
    const ALONE: &str = "";
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

const SPEAKERS: &str = "say, said, claim, claimed, confirm, confirmed, suggest, suggested, \
    indicate, indicated, tell, told, believe, believed, reveal, revealed";
const PASSIVES: &str = "believed to, said to, understood to, thought to, reported to, rumoured \
    to, rumored to, alleged to, expected by many";
const IMPERSONAL: &str = "emerged, has emerged, is believed, was believed, is understood, was \
    understood, is thought, was thought, is said, was said, is reported, was reported, has been \
    reported, is claimed, was claimed, is alleged, was alleged, is rumoured, is rumored, turned \
    out";
const ACCORDING: &str = "to reports, to media reports, to sources, to some, to some reports, to \
    insiders, to rumours, to rumors";
const VAGUE: &str = "say, believe, think, argue, claim";

fn fault(place: Place, words: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(&FOGGY_ATTRIBUTION, place, format!("`{words}` hides who says so"))
        .help(instead)
        .help("if there is a reason for it, silence the rule here: `allow: [{ rule: foggy-attribution, reason: … }]`")
}

#[cfg(test)]
mod tests {
    use super::ON_WORDS;
    use crate::check::own_words::found;

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
            assert_eq!(found(text, ON_WORDS), [expected], "{text}");
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
            assert!(found(text, ON_WORDS).is_empty(), "{text}");
        }
    }
}
