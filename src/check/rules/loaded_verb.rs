#![doc = include_str!("loaded_verb.md")]
//! "Said" takes no side. Others tell the reader whether to believe it ("claimed", "admitted",
//! "revealed") or how to feel about it ("boasted", "slammed"). English only. In doubt the rule is
//! silent. Most of these verbs tell facts, too: hospitals admit patients, a flood claims lives, a
//! court confirms a sentence. So the verb is reported where a statement goes with it, and is not where
//! what speaks is a survey or a test.

use crate::check::own_words::{Hit, Tokens, WordRule, is_determiner, is_one_of};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static LOADED_VERB: Rule = Rule::warning(include_str!("loaded_verb.md"));
pub(super) const ON_WORDS: WordRule = (find, fault);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// It judges whatever it is said of.
    Always,
    /// It judges a statement.
    OfStatement,
    /// It judges a statement of somebody, and is the plain word for what a survey or a test shows.
    OfSomebody,
    /// It judges a statement of somebody who accuses, and is the plain word for what a court is told.
    OutOfCourt,
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
    let judges = match sense {
        Sense::Always => !is_determiner(tokens.get(at.checked_sub(1))),
        Sense::OfStatement => has_statement(tokens, at),
        Sense::OfSomebody => has_statement(tokens, at) && !is_said_of(tokens, at, EVIDENCE),
        Sense::OutOfCourt => has_statement(tokens, at) && !is_said_of(tokens, at, COURT),
    };
    (judges && !is_noun(tokens, at) && !is_passive(tokens, at)).then(|| Hit {
        range: tokens.range(at),
        instead,
    })
}

fn sense(word: &str) -> Option<(Sense, &'static str)> {
    // Capitals begin a sentence, which a verb of saying does not, or a title, which is checked.
    let sense = match word.to_ascii_lowercase().as_str() {
        "gloated" | "ranted" | "lambasted" | "scoffed" | "sneered" => (Sense::Always, "said"),
        "gloats" | "lambasts" => (Sense::Always, "says"),
        "claimed" | "admitted" | "insisted" | "boasted" | "bragged" | "asserted" | "conceded"
        | "acknowledged" | "maintained" | "refuted" => (Sense::OfStatement, "said"),
        "claims" | "admits" | "insists" | "boasts" | "asserts" | "concedes" | "acknowledges"
        | "maintains" | "refutes" => (Sense::OfStatement, "says"),
        "claiming" | "admitting" | "insisting" | "boasting" | "asserting" | "conceding" => {
            (Sense::OfStatement, "saying")
        }
        "revealed" | "confirmed" | "disclosed" => (Sense::OfSomebody, "said"),
        "reveals" | "confirms" | "discloses" => (Sense::OfSomebody, "says"),
        "revealing" | "confirming" => (Sense::OfSomebody, "saying"),
        "alleged" => (Sense::OutOfCourt, "said"),
        "alleges" => (Sense::OutOfCourt, "says"),
        "alleging" => (Sense::OutOfCourt, "saying"),
        _ => return None,
    };
    Some(sense)
}

/// What shows a thing rather than saying it.
const EVIDENCE: &str = "survey surveys poll polls census study studies analysis analyses research \
    test tests testing laboratory laboratories lab labs sequencing scan scans x-ray x-rays autopsy \
    examination biopsy data figures statistics results result sample samples records record \
    document documents papers files file footage images image photograph photographs video videos \
    recording recordings audit review inquiry inquest investigation inspection search excavation \
    excavations dig survey's count recount vote ballot experiment experiments trial trials court \
    courts judge judges jury tribunal parliament senate assembly council report reports evidence \
    dna calculations measurements observations satellite radar email emails e-mail e-mails letter \
    letters minutes transcript transcripts leak leaks map maps which it";

/// Who brings a charge, or where it is brought.
const COURT: &str = "prosecutor prosecutors indictment complaint lawsuit suit filing filings charges \
    charge plaintiff plaintiffs petition petitioners police warrant affidavit claimant claimants \
    regulator regulators commission motion counsel prosecution which";

/// Says whether one of the few words before a verb is one of these.
fn is_said_of(tokens: &Tokens<'_>, at: usize, what: &str) -> bool {
    let mut before = at;
    for _ in 0..6 {
        let Some(earlier) = before.checked_sub(1) else {
            return false;
        };
        if is_one_of(tokens.get(Some(earlier)), what) {
            return true;
        }
        if !tokens.adjoins_next(earlier) {
            return false;
        }
        before = earlier;
    }
    false
}

/// Says whether a verb is followed by what somebody states, or follows it.
fn has_statement(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.between(at) {
        // “No”, he boasted.
        Some(after)
            if after
                .trim_start()
                .starts_with([':', '“', '"', '‘', '«', '„']) =>
        {
            true
        }
        Some(after) if after.trim_start().starts_with(", “") => true,
        Some(_) if tokens.adjoins_next(at) => {
            follows_statement(tokens, at, false) || states(tokens, at)
        }
        Some(_) | None => follows_statement(tokens, at, true),
    }
}

/// Says whether a verb and who speaks follow on a quote, or, at the end of a sentence, on a comma.
fn follows_statement(tokens: &Tokens<'_>, at: usize, at_end: bool) -> bool {
    let mut from = at;
    for words in 1..=4 {
        let Some(before) = from.checked_sub(1) else {
            return false;
        };
        let between = tokens.between(before).unwrap_or("");
        if !between.trim().is_empty() {
            let is_quoted = between.contains(['”', '"', '’', '»', '“']);
            let is_aside = tokens
                .between(at)
                .is_some_and(|after| after.starts_with(','));
            let is_clause =
                at_end && between.trim() == "," && (is_aside || ends_clause(tokens, before));
            return words > 1 && (is_quoted || is_clause);
        }
        from = before;
    }
    false
}

/// Says whether a clause with a verb ends at a word.
fn ends_clause(tokens: &Tokens<'_>, last: usize) -> bool {
    (0..=last)
        .rev()
        .take_while(|at| *at == last || tokens.adjoins_next(*at))
        .any(|at| tokens.has_finite_verb(at, at))
}

/// Says whether a clause that is stated comes next: "that it was so", "he was", "the bridge was".
fn states(tokens: &Tokens<'_>, at: usize) -> bool {
    const SUBJECTS: &str = "he she they we i there";
    let verb = tokens.get(Some(at)).to_ascii_lowercase();
    let next = tokens.get(Some(at + 1));
    if let Some(that) = that_after(tokens, at) {
        // One can insist that something be done.
        let is_demand = verb.starts_with("insist");
        return if is_demand {
            tokens.has_finite_verb(that + 1, that + 9)
        } else {
            begins_statement(tokens, that + 1)
        };
    }
    if is_one_of(next, "to") && is_one_of(tokens.get(Some(at + 2)), "have know") {
        return verb.starts_with("claim");
    }
    if is_one_of(next, "of about over") {
        return is_one_of(&verb, "boasted bragged boasts boasting");
    }
    if is_one_of(next, SUBJECTS) {
        return true;
    }
    let is_subject =
        is_determiner(next) || is_one_of(next, "it you") || next.starts_with(char::is_uppercase);
    is_subject && tokens.has_finite_verb(at + 2, at + 7)
}

/// Returns where "that" stands after a verb: next to it, or after a phrase such as "on Tuesday" or
/// "in a letter".
fn that_after(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    const PREPOSITIONS: &str = "on in at to by during after before under";
    let is_next = |at: usize, test: &dyn Fn(&str) -> bool| {
        tokens.adjoins_next(at) && test(tokens.get(Some(at + 1)))
    };
    let is_that = |word: &str| word.eq_ignore_ascii_case("that");
    if is_next(at, &is_that) {
        return Some(at + 1);
    }
    if !is_next(at, &|word| is_one_of(word, PREPOSITIONS)) {
        return None;
    }
    let mut last = at + 1;
    if is_next(last, &is_determiner) {
        last += 1;
    }
    last += 1;
    is_next(last, &is_that).then_some(last + 1)
}

/// Says whether a clause begins here, rather than what "that" points to, as in "that morning", or
/// what says more of a noun, as in "claims that were late".
fn begins_statement(tokens: &Tokens<'_>, at: usize) -> bool {
    const SUBJECTS: &str = "he she it they we i you there nobody no-one none everyone everybody";
    let word = tokens.get(Some(at));
    if tokens.has_finite_verb(at, at) {
        return false;
    }
    is_determiner(word)
        || is_one_of(word, SUBJECTS)
        || word.starts_with(char::is_uppercase)
        || tokens.has_finite_verb(at + 1, at + 8)
        || (at + 1..=at + 2).any(|at| tokens.get(Some(at)).ends_with("ed"))
}

/// Says whether the words before make a noun or an adjective of it.
fn is_noun(tokens: &Tokens<'_>, at: usize) -> bool {
    const BEFORE: &str = "not never yet of with if about to by in on amid against over despite from \
        for as deny denied dismiss dismissed reject rejected repeat repeated make made such false \
        heard hear face faced earlier wild new previous";
    const ENDINGS: &[&str] = &[
        "less", "ing", "al", "ous", "ful", "ive", "ian", "ish", "ese", "can", "y", "’s", "'s",
    ];
    let before = tokens.get(at.checked_sub(1));
    let word = tokens.get(Some(at)).to_ascii_lowercase();
    if is_determiner(before) || is_one_of(before, BEFORE) {
        return true;
    }
    // Of the verbs, these are nouns, too: the baseless claims that it was so.
    is_one_of(&word, "claims boasts reveals")
        && !is_one_of(
            before,
            "he she it who they ministry army company city country family party",
        )
        && (before.is_empty()
            || before.ends_with("ed")
            || ENDINGS.iter().any(|end| before.ends_with(end)))
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
        .instead(instead)
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
            ("Trump, who later admitted he knew", "admitted"),
            ("The ministry has confirmed that he will come.", "confirmed"),
            ("Kyiv revealed that it had a plan", "revealed"),
            ("He insists that it is late", "insists"),
            ("Rutte claims that it is so", "claims"),
            ("Moscow Insisted: never again", "Insisted"),
            ("“No”, he boasted.", "boasted"),
            ("She conceded that it was late", "conceded"),
            ("claiming that it was so", "claiming"),
            ("He claimed the bridge was sound.", "claimed"),
            ("The bridge is sound, the mayor claimed.", "claimed"),
            ("It lambasted the plan.", "lambasted"),
        ] {
            assert_eq!(found(text, ON_WORDS), [expected], "{text}");
        }
    }

    #[test]
    fn words_that_look_like_them_are_not() {
        for text in [
            "The hospital admitted 12 patients.",
            "The laboratory confirmed the strain by sequencing.",
            "The survey revealed that half are poor.",
            "The flood claimed 12 lives.",
            "He claimed the throne that was his.",
            "She insisted on her right.",
            "She insisted that he be heard.",
            "The court confirmed the sentence.",
            "Prosecutors alleged that he knew.",
            "the claims that he lied",
            "Russian claims that it fell",
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
