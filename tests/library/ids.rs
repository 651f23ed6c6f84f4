//! No reader sees ids: what has another one in the next edition is told to be what it was.

use brief::export::{self, Marks};
use brief::{Diff, Edition, Input, Locales};

const BRIEF: &str = "\
format: 1
title: The harbour is to be widened [@widening]
topic: The harbour
lang: en
as_of: 2031-05-16
edition: 1
bottom_line: The harbour is to be widened [@widening], and Bo Sample asks for quiet nights [@night].
voices:
  chair: { name: Ann Example }
  mayor: { name: Bo Sample }
  clerks: { anonymous: 2, described_as: aides at the port, reason: not given }
sources:
  times: { type: article, publisher: The Harbour Times, issued: { date: 2031-05-15 } }
  post: { type: article, publisher: The Post, issued: { date: 2031-05-16 } }
issues:
  works: { name: Widening, question: Will it be widened? }
  money: { name: Money, question: Who pays? }
claims:
  - { id: widening, says: The harbour is to be widened., voice: chair, in: times, said: {}, about: works }
  - { id: night, says: Nobody will work by dark., voice: mayor, in: post, said: {}, about: works }
  - { id: cost, says: It takes nine million., voice: mayor, in: post, said: {}, about: money }
  - { id: no-money, says: There is none., voice: clerks, in: times, said: {}, about: money }
positions:
  - { of: chair, \"on\": works, stance: supports, in_short: in the spring, claims: [widening] }
  - { of: mayor, \"on\": works, stance: conditional, in_short: not by dark, claims: [night] }
  - { of: clerks, \"on\": money, stance: opposes, in_short: there is none, claims: [no-money] }
tensions:
  - { between: [cost, no-money], note: \"One has a price, the other nothing.\" }
";

fn edition(text: &str) -> Edition {
    let checked = Input::new(text).check();
    assert!(checked.brief.is_some(), "{:#?}", checked.diagnostics);
    Edition::of(checked.brief.unwrap())
}

fn told(old: &str, new: &str) -> String {
    let diff = Diff::between(&edition(old), &edition(new)).is_empty();
    let (old, new) = (edition(old), edition(new));
    let text = export::diff_text(
        &Diff::between(&old, &new),
        &Locales::default(),
        Marks::Plain,
    );
    assert_eq!(
        diff,
        text.contains("no change in topic, ") || text.contains("\nNo change in topic, ")
    );
    text
}

/// Gives ids to others, all at once: each word of a pair becomes the other one.
fn renamed(text: &str, ids: &[(&str, &str)]) -> String {
    let is_of_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_of_id) {
        let end = rest[start..].find(|c| !is_of_id(c));
        let end = end.map_or(rest.len(), |end| start + end);
        let word = &rest[start..end];
        let new = ids.iter().find(|(old, _)| *old == word);
        out += &rest[..start];
        out += new.map_or(word, |(_, new)| new);
        rest = &rest[end..];
    }
    out + rest
}

#[test]
fn whatever_has_another_id_alone_has_not_changed() {
    for ids in [
        &[("chair", "ann")][..],
        &[("mayor", "ex-mayor"), ("chair", "mayor")],
        &[("chair", "mayor"), ("mayor", "chair")],
        &[("clerks", "two-clerks")],
        &[("works", "widen")],
        &[("works", "money"), ("money", "works")],
        &[("times", "harbour-times")],
        &[("times", "post"), ("post", "times")],
        &[("widening", "claim-1"), ("night", "claim-2")],
        &[("night", "cost"), ("cost", "night")],
        &[("night", "cost"), ("cost", "price")],
        &[
            ("night", "cost"),
            ("cost", "no-money"),
            ("no-money", "night"),
        ],
        &[
            ("clerks", "staff"),
            ("times", "paper"),
            ("money", "funds"),
            ("cost", "price"),
        ],
    ] {
        let new = renamed(BRIEF, ids);
        assert_ne!(new, BRIEF);
        let told = told(BRIEF, &new);
        assert!(told.contains("\nNo change in topic, "), "{ids:?}\n{told}");
    }
}

#[test]
fn one_who_follows_another_in_an_office_is_somebody_else() {
    let new = renamed(BRIEF, &[("mayor", "ex-mayor")])
        .replace("sources:\n", "  mayor: { name: Cy Newman }\nsources:\n")
        .replace(
            "positions:\n",
            "  - { id: study, says: A study comes first., voice: mayor, in: post, said: {}, about: works }\n\
             positions:\n  - { of: mayor, \"on\": works, stance: opposes, in_short: a study, claims: [study] }\n",
        );
    let told = told(BRIEF, &new);
    assert!(
        told.contains("+ Cy Newman on Widening") && told.contains("+ C5 study"),
        "{told}"
    );
    assert!(!told.contains("Bo Sample") && !told.contains('~'), "{told}");
}

#[test]
fn an_id_alone_makes_no_claim_of_another() {
    let first = "  - { id: widening, says: The harbour is to be widened.,";
    let new = renamed(BRIEF, &[("widening", "first")]);
    let new = new.replace("[@first]", "[@first; @widening]").replace(
        "claims:\n",
        "claims:\n  - { id: widening, says: The council met., voice: mayor, in: post, said: {} }\n",
    );
    assert!(BRIEF.contains(first));
    let told = told(BRIEF, &new);
    assert!(
        told.contains("+ C1 widening\n      Bo Sample: The council met."),
        "{told}"
    );
    assert!(told.contains("= C2 first, was C1"), "{told}");
    assert!(!told.contains("  - C") && !told.contains("~ C"), "{told}");
}

#[test]
fn what_voices_say_stays_with_them_when_its_id_is_given_to_other_words() {
    let cost = "{ id: cost, says: It takes nine million., voice: mayor, in: post, said: {}";
    assert!(BRIEF.contains(cost));
    let new = BRIEF
        .replace(cost, "{ id: price, says: It takes nine million., voice: mayor, in: post, said: { date: 2031-05-14 }")
        .replace("claims:\n  -", "claims:\n  - { id: cost, says: Ten firms made an offer., voice: chair, in: times, said: {}, about: works }\n  -")
        .replace("[cost, no-money]", "[price, no-money]");
    let told = told(BRIEF, &new);
    assert!(
        told.contains("+ C1 cost\n      Ann Example: Ten firms"),
        "{told}"
    );
    assert!(
        told.contains("~ C4 price, was C3") && told.contains("said on:"),
        "{told}"
    );
    assert!(
        !told.contains("reworded") && !told.contains("  - C"),
        "{told}"
    );
}

#[test]
fn two_who_say_the_same_words_keep_them() {
    let same = BRIEF
        .replace("It takes nine million.", "Nobody knows.")
        .replace("There is none.", "Nobody knows.");
    let new = renamed(&same, &[("cost", "no-money"), ("no-money", "cost")]);
    assert!(told(&same, &new).contains("\nNo change in topic, "));
}

#[test]
fn what_is_added_to_a_claim_or_a_tension_makes_no_other_of_it() {
    let note = "said: {}, about: money, note: New. }\n  - { id: no";
    let new = renamed(BRIEF, &[("cost", "price")])
        .replace("said: {}, about: money }\n  - { id: no", note);
    let changed = told(BRIEF, &new);
    assert!(
        changed.contains("~ C3 price") && changed.contains("our note: {+New.+}"),
        "{changed}"
    );
    assert!(
        !changed.contains("+ C") && !changed.contains("Tensions"),
        "{changed}"
    );
    let changed = told(
        BRIEF,
        &BRIEF.replace("[cost, no-money]", "[cost, no-money, widening]"),
    );
    assert!(
        changed.contains("~ T1") && changed.contains("rests on: C3 and C4 → "),
        "{changed}"
    );
}
