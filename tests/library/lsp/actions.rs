//! Edits that do away with faults, and which faults have some.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use brief::RULES;
use brief::diagnostics::{Diagnostic, Rule, Severity};
use brief::lsp::{Action, Opened};

use super::{edited, files};
use crate::beside::opened;
use crate::golden::assert_golden;

fn count(opened: &Opened, code: &str) -> usize {
    let all = opened.checked.diagnostics.iter();
    all.filter(|diagnostic| diagnostic.code() == code).count()
}

/// Returns what is wrong with what an action makes of a text.
pub(super) fn failure(
    path: &Path,
    before: &Opened,
    diagnostic: &Diagnostic,
    action: &Action,
) -> Option<String> {
    let text = edited(before.text(), action);
    let after = opened(path, &text);
    let code = diagnostic.code();
    let is_allowed = action.title.starts_with("Allow");
    // Where a rule is allowed, that has nothing to say once its fault is mended.
    let allow = is_allowed.then_some("unused-allow");
    let made = ["syntax", "wrong-type", "duplicate-field", "unknown-field"]
        .into_iter()
        .chain(allow);
    let is_more = |made: &&str| *made != code && count(&after, made) > count(before, made);
    let why = if let Some(made) = made.into_iter().find(is_more) {
        format!("it makes `{made}`")
    } else if count(&after, code) >= count(before, code) {
        format!("`{code}` stays")
    } else if is_allowed && count(&after, "unfinished") == 0 {
        "nobody asks for the reason".to_owned()
    } else {
        return None;
    };
    Some(format!(
        "{}: {}: {why}\n{text}",
        path.display(),
        action.title
    ))
}

/// Each edit does away with its fault, and makes no other; each warning can be allowed.
#[test]
fn actions_do_away_with_what_they_are_for() {
    let mut failures = Vec::new();
    let mut with_actions: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for path in ["tests/fixtures/check", "tests/fixtures/load"]
        .into_iter()
        .flat_map(files)
    {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let before = opened(&path, &text);
        for diagnostic in &before.checked.diagnostics {
            let is_own = diagnostic
                .primary()
                .place
                .span()
                .is_none_or(|span| span.end <= before.end());
            let actions = before.actions(diagnostic, |text| opened(&path, text));
            if diagnostic.severity() == Severity::Warning
                && count(&before, "syntax") == 0
                && diagnostic.rule().can_be_silenced()
                && is_own
                && !actions
                    .iter()
                    .any(|action| action.title.starts_with("Allow"))
            {
                failures.push(format!(
                    "{}: {} cannot be allowed",
                    path.display(),
                    diagnostic.code()
                ));
            }
            for action in actions {
                failures.extend(failure(&path, &before, diagnostic, &action));
                if !action.title.starts_with("Allow") {
                    let titles = with_actions.entry(diagnostic.code()).or_default();
                    titles.insert(action.title);
                }
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{}: {}",
        failures.len(),
        failures.join("\n\n")
    );
    assert_golden(
        "tests/golden/diagnostics/actions.txt",
        &listed(&with_actions),
    );
}

/// Lists the codes of which a fault has edits, with these, and the others.
fn listed(with_actions: &BTreeMap<&str, BTreeSet<String>>) -> String {
    let mut listed = String::new();
    for (code, titles) in with_actions {
        listed += &format!("{code}\n");
        listed.extend(titles.iter().map(|title| format!("  {title}\n")));
    }
    listed += "\nNo edit can do what help says, or it says nothing:\n";
    let others = RULES.iter().map(Rule::code);
    let others = others.filter(|code| !with_actions.contains_key(code));
    listed.extend(others.map(|code| format!("  {code}\n")));
    listed
}

/// However a brief is laid out, an edit that is offered leaves it YAML, with what others said.
#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn actions_leave_what_is_laid_out_otherwise_whole() {
    let sound = include_str!("../../fixtures/check/unlabelled-fragment.yaml");
    let start = sound.split("    quotes:").next().unwrap();
    let claimed = start.replace(
        "The city will cancel tram line 4.",
        "It will go, she claimed.",
    );
    let position =
        "{ of: council, \"on\": line-four, stance: supports, in_short: yes, claims: all }";
    let other = "  - id: all\n    says: All are for it.\n    voice: council\n    in: gazette\n    said: { date: 2025-09-05 }\n    about: line-four\n";
    let elsewhere = |sources: &str| {
        let more = "sources:\n  wire: { type: article, publisher: Wire, issued: not given }\n  paper: { type: article, publisher: Paper, issued: not given }\n";
        let claim = claimed
            .replace(", she claimed.", ".")
            .replace("sources:\n", more);
        claim.replace("in: gazette", &format!("in: {sources}"))
    };
    let held = start.replace("voices:\n", "voices:\n  council: { group: Council }\n") + other;
    let item = "  - id: cancelled\n    says";
    for (name, text, some) in [
        (
            "block",
            format!(
                "{start}    quotes:\n      - text: >-\n          it will go\n        occasion: here\n"
            ),
            true,
        ),
        (
            "literal",
            format!(
                "{start}    quotes:\n      - text: |\n          it will go\n          # not\n        occasion: here\n"
            ),
            true,
        ),
        (
            "question",
            format!("{start}    quotes:\n      - ? text\n        : it will go\n"),
            false,
        ),
        (
            "empty",
            format!("{start}    quotes:\n      - kind: []\n        text: it will go\n"),
            false,
        ),
        (
            "flow",
            format!("{start}    quotes: [{{ text: it will go }}]\n"),
            true,
        ),
        (
            "marks",
            format!("{start}    quotes:\n      - text: \"it will\n          go\"\n"),
            true,
        ),
        (
            "dash",
            claimed.replace(item, "  -\n    id: cancelled\n    says"),
            false,
        ),
        (
            "head",
            format!("%YAML 1.2\n---\n{claimed}allow: []\n"),
            true,
        ),
        (
            "hash",
            claimed.replace(
                "says: It will go, she claimed.",
                "says: |\n      It will go, she claimed.\n      # 1",
            ),
            false,
        ),
        (
            "positions",
            format!("{held}positions: [{position}]\n"),
            true,
        ),
        (
            "quoted",
            format!("{held}\"positions\": [{position}]\n"),
            false,
        ),
        ("spaced", format!("{held}positions : [{position}]\n"), false),
        ("id", start.replace("line-four", "line four"), false),
        ("source", elsewhere("gazette\n    found_out_by: wire"), true),
        (
            "source in marks",
            elsewhere("'gazette' # where it is\n    found_out_by: \"wire\""),
            true,
        ),
        (
            "sources",
            elsewhere(
                "\n      - gazette # where it is\n      - paper\n    found_out_by:\n    - wire",
            ),
            true,
        ),
        (
            "sources in flow",
            elsewhere("[\n      gazette, paper]\n    found_out_by: [gazette, wire]"),
            true,
        ),
        (
            "unused",
            format!("{start}allow: [\n  {{ rule: loaded-verb, reason: \"a }} b\" }}\n]\n"),
            false,
        ),
    ] {
        let path = Path::new("tests/fixtures/none.yaml");
        let before = opened(path, &text);
        let mut found = Vec::new();
        for diagnostic in &before.checked.diagnostics {
            for action in before.actions(diagnostic, |text| opened(path, text)) {
                assert_eq!(failure(path, &before, diagnostic, &action), None, "{name}");
                let after = opened(path, &edited(&text, &action));
                let written = text.lines().filter(|line| line.contains("it will go"));
                for line in written {
                    assert!(
                        after
                            .text()
                            .contains(line.trim_end_matches([' ', '}', ']'])),
                        "{name}"
                    );
                }
                found.push(action.title);
            }
        }
        let is_added = found.iter().any(|title| title == "Add `wire` to `in`");
        assert_eq!(is_added, name.starts_with("source"), "{name}");
        assert!(
            !some || !found.is_empty(),
            "{name}: {:?}",
            before.checked.diagnostics
        );
    }
}

/// Not all faults of a rule are told one by one; those that are can be mended.
#[test]
fn of_very_many_faults_each_that_is_told_has_its_actions() {
    let sound = include_str!("../../fixtures/check/unlabelled-fragment.yaml");
    let start = sound.split("    quotes:").next().unwrap();
    let claim = |number| {
        format!(
            "  - id: c{number}\n    says: It will go, she claimed.\n    voice: okafor\n    in: gazette\n    said: {{}}\n"
        )
    };
    let text = start.to_owned() + &(0..1_100).map(claim).collect::<String>();
    let path = Path::new("tests/fixtures/none.yaml");
    let before = opened(path, &text);
    let mut all = before.checked.diagnostics.iter();
    let verb = all.find(|diagnostic| diagnostic.code() == "loaded-verb");
    let actions = before.actions(verb.unwrap(), |text| opened(path, text));
    assert!(actions.iter().any(|action| action.title == "Write `said`"));
}
