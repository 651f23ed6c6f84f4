#![doc = include_str!("loaded_verb.md")]
//! "Said" takes no side. Others tell the reader whether to believe it ("claimed", "admitted",
//! "revealed") or how to feel about it ("boasted", "slammed"). English only. In doubt the rule is
//! silent: nouns ("both claims"), adjectives ("the alleged plan", "three confirmed dead") and
//! passives ("was admitted to hospital") look like these verbs and are not.

use crate::check::own_words::{Hit, Tokens, WordRule, is_determiner, is_one_of};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static LOADED_VERB: Rule = Rule::warning(include_str!("loaded_verb.md"));
pub(super) const ON_WORDS: WordRule = (find, fault);

/// How sure it is that a word is the verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// It mostly is.
    Verb,
    /// It is where a statement follows: "that", a comma, a colon or a quote mark.
    BeforeStatement,
}

fn find(tokens: &Tokens<'_>, at: usize) -> Option<Hit> {
    if !tokens.can_begin(at, b"abcdgilmrs") {
        return None;
    }
    let word = tokens.get(Some(at));
    if !(6..=12).contains(&word.len()) {
        return None;
    }
    let (sense, instead) = sense(word)?;
    let sound = match sense {
        Sense::Verb => !is_no_verb(tokens, at),
        Sense::BeforeStatement => tokens.get(Some(at + 1)).eq_ignore_ascii_case("that"),
    };
    (sound && !is_passive(tokens, at)).then(|| Hit {
        range: tokens.range(at),
        instead,
    })
}

fn sense(word: &str) -> Option<(Sense, &'static str)> {
    // Capitals begin a sentence, which a verb of saying does not, or a title, which is checked.
    let sense = match word.to_ascii_lowercase().as_str() {
        "claimed" | "admitted" | "revealed" | "confirmed" | "insisted" | "boasted" | "bragged"
        | "alleged" | "asserted" | "gloated" | "ranted" | "lambasted" | "scoffed" | "sneered" => {
            (Sense::Verb, "said")
        }
        "admits" | "insists" | "alleges" | "asserts" | "gloats" | "concedes" => {
            (Sense::Verb, "says")
        }
        "conceded" | "acknowledged" | "maintained" | "disclosed" | "refuted" | "conceding" => {
            (Sense::BeforeStatement, "said")
        }
        "claims" | "confirms" | "reveals" | "boasts" | "maintains" | "discloses" | "refutes"
        | "acknowledges" => (Sense::BeforeStatement, "says"),
        "claiming" | "admitting" | "revealing" | "confirming" | "insisting" | "alleging"
        | "boasting" | "asserting" => (Sense::BeforeStatement, "saying"),
        _ => return None,
    };
    Some(sense)
}

/// Says whether the words around make an adjective or a noun of it.
fn is_no_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = tokens.get(at.checked_sub(1));
    let after = tokens.get(Some(at + 1));
    is_determiner(before)
        || is_one_of(before, "not never yet of as with if")
        || is_one_of(
            after,
            "by as dead case cases death deaths killed wounded in",
        )
}

/// Says whether a form of "be" stands before the verb, adverbs left out.
fn is_passive(tokens: &Tokens<'_>, at: usize) -> bool {
    const ADVERBS: &str = "also later never not since soon yet first already";
    const FORMS: &str = "is are was were be been being get got isn't wasn't isn’t wasn’t";
    let adverb = |word: &str| word.ends_with("ly") || ADVERBS.split(' ').any(|entry| entry == word);
    let mut before = at.checked_sub(1);
    while before.is_some() && adverb(tokens.get(before)) {
        before = before.and_then(|before| before.checked_sub(1));
    }
    is_one_of(tokens.get(before), FORMS)
}

fn fault(place: Place, words: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(&LOADED_VERB, place, format!("`{words}` judges what was said"))
        .help(format!("write `{instead}`"))
        .help("if it is the exact word, silence the rule here: `allow: [{ rule: loaded-verb, reason: … }]`")
}

#[cfg(test)]
mod tests {
    use super::ON_WORDS;
    use crate::check::own_words::found;

    #[test]
    fn verbs_that_judge_are_found() {
        for (text, expected) in [
            ("He claimed that it was so.", "claimed"),
            ("Trump, who later admitted it", "admitted"),
            ("The ministry has confirmed the visit.", "confirmed"),
            ("Kyiv revealed its plan", "revealed"),
            ("He insists on it", "insists"),
            ("Rutte claims that it is so", "claims"),
            ("Moscow Insisted, again", "Insisted"),
            ("“No”, he boasted.", "boasted"),
            ("She conceded that it was late", "conceded"),
            ("claiming that it was so", "claiming"),
        ] {
            assert_eq!(found(text, ON_WORDS), [expected], "{text}");
        }
    }

    #[test]
    fn words_that_look_like_them_are_not() {
        for text in [
            "Both claims stand.",
            "Ukraine claims the territory.",
            "It has no claim on Crimea.",
            "He was admitted to hospital.",
            "It was later confirmed by NBC.",
            "It was not officially confirmed.",
            "There were three confirmed dead.",
            "The alleged plan fails.",
            "the newly revealed papers",
            "Kyiv has not confirmed it.",
            "The team conceded two goals.",
            "The city boasts a port.",
            "The army maintained its lines.",
            "a self-confirmed rumour",
            "He said so.",
            "It was unconfirmed.",
            "the disclosed documents",
        ] {
            assert!(found(text, ON_WORDS).is_empty(), "{text}");
        }
    }
}
