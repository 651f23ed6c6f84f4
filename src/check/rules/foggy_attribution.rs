#![doc = include_str!("foggy_attribution.md")]
//! "Sources say", "it emerged", "is believed to": someone says so, someone found out, someone
//! believes it. Name the voice, or say that the source does not name it. English only.

use crate::check::own_words::{Hit, Tokens, WordRule, is_determiner, is_one_of};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static FOGGY_ATTRIBUTION: Rule = Rule::warning(include_str!("foggy_attribution.md"));
pub(super) const ON_WORDS: WordRule = (find, fault);

const WHO: &str = "say who says so";
const LEAVE_OUT: &str = "leave it out: the attribution line says who says so";

/// Which words hide who says so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fog {
    Adverb,
    Speakers,
    Passive,
    Impersonal,
    According,
    Vague,
}

fn find(tokens: &Tokens<'_>, at: usize) -> Option<Hit> {
    if !tokens.can_begin(at, b"aceimoprsw") {
        return None;
    }
    let (fog, rest) = phrases(tokens.get(Some(at)))?;
    let last = rest
        .split(", ")
        .filter_map(|words| tokens.follow(at, words))
        .max()?;
    let hides = match fog {
        Fog::Adverb => true,
        Fog::Speakers => hides_speakers(tokens, at, last),
        Fog::Passive => hides_believers(tokens, last),
        Fog::Impersonal => states(tokens, at, last),
        Fog::According => hides_reports(tokens, last),
        Fog::Vague => hides_some(tokens, at, last),
    };
    hides.then(|| Hit {
        range: tokens.range(at).start..tokens.range(last).end,
        instead: if fog == Fog::Adverb { LEAVE_OUT } else { WHO },
    })
}

/// Returns how a phrase may go on after its first word.
fn phrases(first: &str) -> Option<(Fog, &'static str)> {
    const ALONE: &str = "";
    let mut lower = [0; 11];
    let lower = lower.get_mut(..first.len())?;
    lower.copy_from_slice(first.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"reportedly" | b"allegedly" | b"supposedly" | b"purportedly" => (Fog::Adverb, ALONE),
        b"sources" | b"reports" | b"insiders" => (Fog::Speakers, SPEAKERS),
        b"is" | b"are" | b"was" | b"were" => (Fog::Passive, PASSIVES),
        b"it" => (Fog::Impersonal, IMPERSONAL),
        b"according" => (Fog::According, ACCORDING),
        b"some" | b"many" | b"critics" | b"observers" | b"experts" => (Fog::Vague, VAGUE),
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

/// Says whether a number or an article stands before a noun, an adjective or two between.
fn are_counted(tokens: &Tokens<'_>, noun: usize) -> bool {
    (1..=3)
        .map_while(|back| noun.checked_sub(back))
        .take_while(|at| tokens.adjoins_next(*at))
        .any(|at| is_determiner(tokens.get(Some(at))))
}

/// Returns the word before another in one clause, or an empty one.
fn before<'t>(tokens: &Tokens<'t>, at: usize) -> &'t str {
    let before = at
        .checked_sub(1)
        .filter(|before| tokens.adjoins_next(*before));
    before.map_or("", |before| tokens.get(Some(before)))
}

/// Returns the word after another in one clause, or an empty one.
fn after<'t>(tokens: &Tokens<'t>, at: usize) -> &'t str {
    if tokens.adjoins_next(at) {
        tokens.get(Some(at + 1))
    } else {
        ""
    }
}

/// Says whether a word begins a clause, so that what comes next is said of nobody in particular.
fn begins_clause(word: &str) -> bool {
    const WORDS: &str = "and but that as while although though whereas because if when where so or \
        yet what which still";
    word.is_empty() || is_one_of(word, WORDS)
}

/// A police report and the ministry's sources have a name; so have two sources, and those believed
/// to be somebody.
fn hides_speakers(tokens: &Tokens<'_>, at: usize, last: usize) -> bool {
    const OF_PRESS: &str = "media news press local unconfirmed initial early other foreign recent";
    if are_counted(tokens, at) || is_one_of(after(tokens, last), "by to") {
        return false;
    }
    let is_report = tokens.get(Some(at)).eq_ignore_ascii_case("reports");
    let before = before(tokens, at);
    !before.ends_with("’s")
        && !before.ends_with("'s")
        && (!is_report || begins_clause(before) || is_one_of(before, OF_PRESS))
}

/// A case is reported to the police; a man is reported to be dead.
fn hides_believers(tokens: &Tokens<'_>, last: usize) -> bool {
    const PEOPLE: &str = "him them us me you whom everyone everybody nobody police parliament";
    const SAID: &str = "have be own hold plan exist include favour favor oppose want know live \
        support back consider weigh";
    let end = tokens.get(Some(last));
    if !end.eq_ignore_ascii_case("to") {
        return true;
    }
    let next = after(tokens, last);
    let verb = tokens.get(last.checked_sub(1));
    if is_one_of(verb, "said reported alleged") {
        return is_one_of(next, SAID);
    }
    next.starts_with(char::is_lowercase) && !is_determiner(next) && !is_one_of(next, PEOPLE)
}

/// Says whether a statement follows: a ship emerges from the mist, and "it emerged that".
fn states(tokens: &Tokens<'_>, at: usize, last: usize) -> bool {
    const SUBJECTS: &str = "he she they we there";
    let next = after(tokens, last);
    let end = tokens.get(Some(last));
    if next.is_empty() {
        // "The talks failed, it emerged."
        let comma = at.checked_sub(1).and_then(|before| tokens.between(before));
        return comma.is_some_and(|comma| comma.trim() == ",");
    }
    if is_one_of(next, "that") || is_one_of(next, SUBJECTS) {
        return true;
    }
    if end.eq_ignore_ascii_case("out") && next.eq_ignore_ascii_case("to") {
        return is_one_of(tokens.get(Some(last + 2)), "be have");
    }
    if end.eq_ignore_ascii_case("emerged") && is_one_of(next, "on in this last late early over") {
        return (last + 2..last + 6)
            .take_while(|at| tokens.adjoins_next(at - 1))
            .any(|at| tokens.get(Some(at)).eq_ignore_ascii_case("that"));
    }
    let is_subject = is_determiner(next) || next.starts_with(char::is_uppercase);
    is_subject && tokens.has_finite_verb(last + 2, last + 7)
}

/// "According to reports by the ministry" says whose they are.
fn hides_reports(tokens: &Tokens<'_>, last: usize) -> bool {
    let next = after(tokens, last);
    if tokens.get(Some(last)).eq_ignore_ascii_case("some") {
        const PEOPLE: &str = "observers critics analysts experts accounts estimates people";
        let is_of = tokens.get(Some(last + 2)).eq_ignore_ascii_case("of");
        return next.is_empty() || is_one_of(next, PEOPLE) && !is_of;
    }
    !is_one_of(
        next,
        "by from in of at close with familiar seen published compiled filed who within inside",
    )
}

/// Critics of whom or experts of what is said: then they are somebody. A think tank is no thought.
fn hides_some(tokens: &Tokens<'_>, at: usize, last: usize) -> bool {
    const NO_STATEMENT: &str = "in over with about against tank tanks for among by to of him \
        her them me us you";
    let next = after(tokens, last);
    let claims = tokens.get(Some(last)).eq_ignore_ascii_case("claim");
    if is_one_of(next, NO_STATEMENT) || claims && !is_one_of(next, "that he she they it we") {
        return false;
    }
    begins_clause(before(tokens, at))
        || is_one_of(before(tokens, at), "some many most several other")
}

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
