//! Judges sentences as newspapers print them, by each rule that reads prose: what is right has to
//! pass, and what is not has to be found.
//!
//! A table, `fixtures/prose/CODE.txt`, has a sentence a line: `+` before one that passes, `-` before
//! one that does not, and its language in brackets, if it is not English. `¶` is a new paragraph.

use std::fs;
use std::path::Path;

use brief::Input;
use brief::diagnostics::{Diagnostic, Severity};
use serde_json::{Value, json};

/// The fewest sentences that pass, and that do not, of each rule.
const FEWEST: usize = 30;

/// Makes a brief that holds a sentence where the rule reads it.
type Place = fn(&mut Value, &str);

const RULES: &[(&str, Place)] = &[
    ("foggy-attribution", says),
    ("loaded-verb", says),
    ("outer-quote-marks", quote),
    ("unbalanced-quote-marks", quote),
    ("uncited-sentence", bottom_line),
    ("uncounted-sources", anonymous),
    ("unlabelled-edit", quote),
    ("unlabelled-fragment", quote),
    ("unspoken-quote", spoken),
];

fn says(brief: &mut Value, sentence: &str) {
    brief["claims"][0]["says"] = json!(sentence);
}

fn quote(brief: &mut Value, sentence: &str) {
    brief["claims"][0]["quotes"] = json!([{ "text": sentence }]);
}

fn bottom_line(brief: &mut Value, sentence: &str) {
    brief["bottom_line"] = json!(sentence);
}

/// `NUMBER | description`.
fn anonymous(brief: &mut Value, sentence: &str) {
    let (count, described) = sentence.split_once(" | ").unwrap();
    let count: Value = count
        .parse()
        .map_or(json!(count), |count: u32| json!(count));
    brief["voices"]["a"] = json!({ "anonymous": count, "described_as": described });
}

/// `voices of the claim | voices of the quote | words`.
fn spoken(brief: &mut Value, sentence: &str) {
    let mut parts = sentence.split(" | ");
    let mut ids = || -> Vec<&str> { parts.next().unwrap().split_whitespace().collect() };
    let (of_claim, of_quote) = (ids(), ids());
    brief["claims"][0]["voice"] = json!(of_claim);
    brief["claims"][0]["quotes"] = json!([{ "text": parts.next().unwrap() }]);
    if !of_quote.is_empty() {
        brief["claims"][0]["quotes"][0]["voice"] = json!(of_quote);
    }
}

fn brief(language: &str) -> Value {
    json!({
        "format": 1, "topic": "Harbour", "title": "The harbour is to be widened [@c]",
        "lang": language, "as_of": "2025-06-20", "edition": 1,
        "bottom_line": "It is so [@c].",
        "voices": {
            "a": { "name": "Ann Bell" },
            "bell": { "name": "Ann Bell" },
            "cole": { "name": "Bo Cole" },
            "works": { "group": "Harbour Works" },
            "allies": { "group": "the allies" },
            "officials": { "anonymous": 2, "described_as": "two port officials" },
            "aide": { "anonymous": 1, "described_as": "an aide", "one_of": "officials" },
            "paper": { "outlet": "s" },
            "desk": { "writer": "City desk" },
        },
        "sources": { "s": { "type": "article-newspaper", "publisher": "The Paper" } },
        "claims": [
            { "id": "c", "says": "It is so.", "voice": "a", "in": "s", "said": {} },
        ],
    })
}

/// Returns what is wrong with how a sentence was judged.
fn misjudged(code: &str, place: Place, line: &str) -> Option<String> {
    let (sign, sentence) = line.split_once(' ').unwrap();
    let tagged = sentence
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("] "));
    // A quote may begin with a bracket of its own.
    let tagged = tagged.filter(|(tag, _)| (2..=3).contains(&tag.len()) && tag.is_ascii());
    let (language, sentence) = tagged.unwrap_or(("en", sentence));
    let mut brief = brief(language);
    place(&mut brief, &sentence.replace('¶', "\n\n"));
    let found = Input::new(brief.to_string().as_bytes()).check().diagnostics;
    let is_found = found.iter().any(|diagnostic| diagnostic.code() == code);
    let others: Vec<&str> = found
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .map(Diagnostic::code)
        .filter(|other| *other != code)
        .collect();
    if is_found != (sign == "-") {
        Some(format!("{code}: {line}"))
    } else if sign == "+" && !others.is_empty() {
        Some(format!("{code}: {line}: {others:?}"))
    } else {
        None
    }
}

#[test]
fn newspaper_prose_is_judged_rightly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/prose");
    let mut wrong = Vec::new();
    for (code, place) in RULES {
        let table = fs::read_to_string(folder.join(format!("{code}.txt"))).unwrap();
        let lines: Vec<&str> = table.lines().filter(|line| !line.is_empty()).collect();
        for sign in ["+ ", "- "] {
            let mut sentences: Vec<&&str> =
                lines.iter().filter(|line| line.starts_with(sign)).collect();
            sentences.sort_unstable();
            sentences.dedup();
            let count = sentences.len();
            assert!(
                count >= FEWEST,
                "{code} has {count} different sentences with `{sign}`"
            );
        }
        wrong.extend(
            lines
                .iter()
                .filter_map(|line| misjudged(code, *place, line)),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(
        fs::read_dir(folder).unwrap().count(),
        RULES.len(),
        "a table that nobody reads"
    );
}
