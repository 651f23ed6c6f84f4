//! Runs of claims: that they read as their claims written out, and what is found in them.

use std::fmt::Write as _;

use brief::diagnostics::Diagnostic;
use brief::phases;
use proptest::prelude::*;

/// A sound brief up to its claims.
const HEAD: &str = "format: 1
title: The council wants to widen the harbour, its chair says [@a]
topic: Harbour works
lang: en
as_of: 2025-08-16
edition: 1
bottom_line: The council wants to widen the harbour from spring, its chair says [@a].
voices:
  chair: { name: Ann Example }
  clerk: { name: Bo Example }
sources:
  paper: { type: article-newspaper, publisher: The Harbour Times }
  radio: { type: broadcast, publisher: Radio Quay }
issues:
  works: { name: Works }
claims:
";

/// What a claim may share, and values for it.
const SHARED: &[(&str, &[&str])] = &[
    ("voice", &["chair", "[chair, clerk]", "[]"]),
    ("in", &["paper", "[paper, radio]"]),
    ("found_out_by", &["paper"]),
    ("at", &["{ page: \"12\" }"]),
    ("told_to", &["the paper", "\"a: b\""]),
    (
        "said",
        &["{ date: 2025-08-15 }", "{}", "{ as_given: Friday }"],
    ),
    ("about", &["works", "[works]", "[]"]),
    ("allow", &["[{ rule: a, reason: b }]"]),
];

/// A run, and its claims written out: each shared field has a value, and is given by the `from`, by
/// each claim, or by none.
fn run() -> impl Strategy<Value = (String, String)> {
    let fields: Vec<_> = SHARED
        .iter()
        .map(|(name, values)| {
            let values = prop::sample::select(values.to_vec());
            (
                Just(*name),
                prop::sample::select(vec!["from", "claim", "none"]),
                values,
            )
        })
        .collect();
    (fields, 1..4_usize).prop_map(|(fields, claims)| {
        let given = |by: &[&str]| {
            let given = fields.iter().filter(|(_, who, _)| by.contains(who));
            let given = given.map(|(name, _, value)| format!("{name}: {value}"));
            given.collect::<Vec<_>>().join(", ")
        };
        let mut run = format!("- from: {{ {} }}\n  claims:\n", given(&["from"]));
        let mut alone = String::new();
        for claim in 0..claims {
            _ = writeln!(
                run,
                "  - {{ id: c{claim}, says: x, {} }}",
                given(&["claim"])
            );
            _ = writeln!(
                alone,
                "- {{ id: c{claim}, says: x, {} }}",
                given(&["from", "claim"])
            );
        }
        (run, alone)
    })
}

fn codes(text: &str) -> Vec<&'static str> {
    let reading = phases::read(text.as_bytes());
    let mut codes: Vec<_> = reading.diagnostics.iter().map(Diagnostic::code).collect();
    codes.sort_unstable();
    codes
}

proptest! {
    #[test]
    fn a_run_reads_as_its_claims_written_out((run, alone) in run()) {
        let [run, alone] = [run, alone].map(|claims| format!("{HEAD}{claims}"));
        prop_assert_eq!(codes(&run), codes(&alone), "{}", run);
        let [of_run, of_claims] =
            [&run, &alone].map(|text| phases::read(text.as_bytes()).document.unwrap());
        prop_assert_eq!(of_run, of_claims, "{}", run);
    }
}

#[test]
fn what_neither_gives_is_told_with_both_places() {
    let text = format!(
        "{HEAD}- from: {{ voice: chair, in: paper }}\n  claims:\n  - {{ id: a, says: x }}\n"
    );
    let reading = phases::read(text.as_bytes());
    let [fault] = reading.diagnostics.iter().collect::<Vec<_>>()[..] else {
        panic!("{:#?}", reading.diagnostics);
    };
    assert_eq!(
        fault.message(),
        "neither this claim nor the `from` of its run gives `said`"
    );
    let places: Vec<&str> = fault
        .labels()
        .map(|label| &text[label.place.span().unwrap().range()])
        .collect();
    assert_eq!(places, ["id", "from"]);
}

fn checked(claims: &str) -> Vec<(&'static str, String)> {
    let text = format!("{HEAD}{claims}");
    let checked = brief::Input::new(&text).check();
    let found = checked.diagnostics.iter();
    found
        .filter(|fault| fault.code() != "unused-id")
        .map(|fault| {
            let place = fault.primary().place.span().unwrap();
            (fault.code(), text[place.range()].to_owned())
        })
        .collect()
}

/// A fault of the `from` is one fault, however many claims have it.
#[test]
fn a_fault_of_the_run_is_told_once() {
    let from = "voice: [chaír, chair, chair], in: paper, said: { date: 2025-13 }, about: wroks";
    let mut run = format!("- from: {{ {from} }}\n  claims:\n  - {{ id: a, says: x }}\n");
    for claim in 0..40 {
        _ = writeln!(run, "  - {{ id: c{claim}, says: x }}");
    }
    let mut found = checked(&run);
    found.sort();
    let expected = [
        ("invalid-date", "2025-13"),
        ("repeated-value", "chair"),
        ("unknown-id", "chaír"),
        ("unknown-id", "wroks"),
    ];
    assert_eq!(found, expected.map(|(code, at)| (code, at.to_owned())));
}

/// What a `from` silences is silenced for each claim, and used if any claim of the run needs it.
#[test]
fn a_run_silences_for_all_of_its_claims() {
    let run = |allow: &str, second: &str| {
        format!(
            "- from: {{ voice: chair, in: paper, said: {{}}, about: works{allow} }}\n  claims:\n  \
             - {{ id: a, says: She revealed there was a plan. }}\n  - {{ id: b, says: {second} }}\n"
        )
    };
    let allow = ", allow: [{ rule: loaded-verb, reason: b }]";
    assert_eq!(
        checked(&run("", "x")),
        [("loaded-verb", "revealed".to_owned())]
    );
    assert_eq!(checked(&run(allow, "x")), []);
    assert_eq!(checked(&run(allow, "He revealed there was.")), []);
    let unused = run(allow, "x").replace("revealed", "gave");
    assert_eq!(
        checked(&unused),
        [("unused-allow", "loaded-verb".to_owned())]
    );
}

/// What a `from` gives is read anew for each claim; to copy it without end would take all memory.
#[test]
fn what_runs_share_is_limited() {
    let claims = "  - {}\n".repeat(100_000);
    for from in [
        format!("told_to: {}", "x".repeat(1_000_000)),
        format!("voice: [{}]", "a, ".repeat(100_000)),
    ] {
        let text = format!("claims:\n- from: {{ {from} }}\n  claims:\n{claims}");
        let reading = phases::read(text.as_bytes());
        let codes = reading.diagnostics.iter().map(Diagnostic::code);
        assert_eq!(codes.filter(|code| *code == "alias-expansion").count(), 1);
        // What stands for those that were not read.
        assert_eq!(reading.document.unwrap().claims.len(), 1);
    }
}

/// The reader's table of what a run may share is in step with the type that says it to people.
#[test]
fn what_a_from_may_give_is_what_the_schema_says() {
    let schema: serde_json::Value = serde_json::from_str(&brief::schema::text()).unwrap();
    let fields = &schema["definitions"]["Attribution"]["properties"];
    let fields: Vec<&String> = fields.as_object().unwrap().keys().collect();
    let shared: Vec<&str> = SHARED.iter().map(|(name, _)| *name).collect();
    assert_eq!(fields, shared);
    let from = SHARED
        .iter()
        .map(|(name, values)| format!("{name}: {}", values[0]));
    let from = from.collect::<Vec<_>>().join(", ");
    let run = format!("- from: {{ {from} }}\n  claims: [{{ id: a, says: x }}]\n");
    assert_eq!(codes(&format!("{HEAD}{run}")), Vec::<&str>::new());
}
