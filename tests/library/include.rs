//! Voices and sources that several briefs share, in files of their own.

use std::collections::BTreeMap;

use brief::diagnostics::terminal::{Style, render};
use brief::diagnostics::{Diagnostic, FileReport, MachineFormat, NamedText};
use brief::{Checked, Edition, Input, Loader, RULES, export};

use crate::golden;

const MAIN: &str = "format: 1
title: Ann Bell says that the harbour will be widened [@a]
topic: Harbour
lang: en
as_of: 2025-06-20
edition: 1
allow: [{ rule: weak-headline, reason: it says who says so }]
include: [desk-voices.yaml, desk-sources.yaml]
bottom_line: It will be widened, Ann Bell says [@a].
voices:
  bell: { name: Ann Bell }
sources:
  paper: { type: report, publisher: Paper, through: agency }
claims:
  - { id: a, says: The harbour will be widened., voice: [bell, clerk], in: paper, said: {} }
";
const VOICES: &str = "# For all briefs of the desk.
voices:
  aides: { anonymous: 2, described_as: aides, reason: not given }
  clerk: { anonymous: 1, described_as: clerk, one_of: aides }
  clerks: { group: The clerks }
  other: { name: Bo Other }
";
const SOURCES: &str = "sources:
  weekly: { type: report, publisher: Weekly }
  agency: { type: report, publisher: Agency, through: radio }
  radio: { type: broadcast, publisher: Radio }
";

/// The files of a folder.
struct Folder(BTreeMap<&'static str, Vec<u8>>);

impl Loader for Folder {
    fn included(&self, name: &str) -> Result<Vec<u8>, String> {
        let file = self.0.get(name).cloned();
        file.ok_or_else(|| "there is no such file".to_owned())
    }
}

fn folder(voices: &str) -> Folder {
    Folder(BTreeMap::from([
        ("desk-voices.yaml", voices.as_bytes().to_vec()),
        ("desk-sources.yaml", SOURCES.as_bytes().to_vec()),
    ]))
}

fn check(main: &str, folder: &Folder) -> Checked {
    Input::new(main).with(folder).check()
}

fn named(checked: &Checked) -> NamedText<'_> {
    NamedText {
        name: "desk/harbour.yaml",
        text: &checked.text,
        included: &checked.included,
    }
}

fn told(checked: &Checked) -> String {
    render(named(checked), &checked.diagnostics, Style::Plain)
}

/// As `voice: a` stands for `voice: [a]`.
#[test]
fn one_file_is_included_by_its_name_alone() {
    let main = MAIN.replace("[desk-voices.yaml, desk-sources.yaml]", "desk-voices.yaml");
    let checked = check(&main, &folder(&format!("{VOICES}{SOURCES}")));
    assert!(checked.diagnostics.is_empty(), "{}", told(&checked));
}

/// What a file that cannot be read defines is not known: its ids are not unknown besides.
#[test]
fn an_include_at_fault_is_told_once() {
    for (include, code) in [
        ("[no-such.yaml, desk-sources.yaml]", "unreadable-include"),
        (
            "[./desk-voices.yaml, desk-sources.yaml]",
            "invalid-file-name",
        ),
        ("{ desk-voices.yaml: 1 }", "wrong-type"),
    ] {
        let main = MAIN.replace("[desk-voices.yaml, desk-sources.yaml]", include);
        let checked = check(&main, &folder(VOICES));
        let codes: Vec<_> = checked.diagnostics.iter().map(Diagnostic::code).collect();
        assert_eq!(codes, [code], "{}", told(&checked));
    }
    let checked = check(MAIN, &folder("voices: ["));
    assert_eq!(checked.diagnostics.len(), 1, "{}", told(&checked));
}

#[test]
fn a_brief_has_what_it_uses_of_the_files_and_no_more() {
    let checked = check(MAIN, &folder(VOICES));
    assert!(checked.diagnostics.is_empty(), "{}", told(&checked));
    let brief = checked.brief.unwrap();
    let voices: Vec<&str> = brief.voices().map(|(_, voice)| &*voice.key).collect();
    assert_eq!(voices, ["bell", "aides", "clerk"]);
    let sources: Vec<&str> = brief.sources().map(|(_, source)| &*source.key).collect();
    assert_eq!(sources, ["paper", "agency", "radio"]);
    // No form tells an included voice from another.
    let alone = MAIN
        .replace("include: [desk-voices.yaml, desk-sources.yaml]\n", "")
        .replace("Bell }\n", "Bell }\n  aides: { anonymous: 2, described_as: aides, reason: not given }\n  clerk: { anonymous: 1, described_as: clerk, one_of: aides }\n")
        .replace("through: agency }\n", "through: agency }\n  agency: { type: report, publisher: Agency, through: radio }\n  radio: { type: broadcast, publisher: Radio }\n");
    let alone = Input::new(&alone).check().brief.unwrap();
    assert_eq!(
        export::json(&Edition::of(brief)),
        export::json(&Edition::of(alone))
    );
}

/// A clash, faults of an included file and of the brief, each in its file.
fn faulty() -> Checked {
    let voices = VOICES
        .replace(
            "  other: {",
            "  bell: { name: Ann Bell, rolle: Chair }\n  other: {",
        )
        .replace("clerk, one_of: aides", "\"\", one_of: aidess");
    let main = MAIN.replace("in: paper", "in: papper");
    check(&main, &folder(&voices))
}

#[test]
fn faults_are_told_in_their_files() {
    golden::assert_golden("tests/golden/diagnostics/include.txt", &told(&faulty()));
    let shown = brief::diagnostics::shown::all(named(&faulty()), &faulty().diagnostics);
    let places: Vec<&str> = shown.iter().map(|one| one.place.as_str()).collect();
    assert!(places.contains(&"desk/desk-voices.yaml:6:3"), "{places:?}");
}

#[test]
fn machines_are_told_the_file_of_each_place() {
    let checked = faulty();
    let report = FileReport {
        input: named(&checked),
        diagnostics: &checked.diagnostics,
        failure: None,
        notes: &[],
        strength: None,
    };
    for (format, ending) in [
        (MachineFormat::Json, "json"),
        (MachineFormat::Sarif, "sarif"),
        (MachineFormat::Github, "github"),
    ] {
        let mut written = Vec::new();
        format.write(&mut written, &[report], &RULES).unwrap();
        let text = String::from_utf8(written).unwrap();
        golden::assert_golden(&format!("tests/golden/diagnostics/include.{ending}"), &text);
    }
}

fn codes(checked: &Checked) -> Vec<String> {
    let index = |byte: usize| {
        let mut starts = checked.included.iter().filter(|file| file.start <= byte);
        starts
            .next_back()
            .map_or("brief", |file| file.name.as_str())
    };
    let faults = checked.diagnostics.iter();
    faults
        .map(|fault| {
            let span = fault.primary().place.span().unwrap();
            format!(
                "{} {}: {}",
                index(span.start),
                fault.code(),
                fault.message()
            )
        })
        .collect()
}

#[test]
fn what_cannot_be_included_is_told_at_its_name() {
    let mut files = folder(VOICES);
    files.0.remove("desk-sources.yaml");
    let found = codes(&check(MAIN, &files));
    assert_eq!(
        found[0],
        "brief unreadable-include: `desk-sources.yaml` cannot be included: there is no such file"
    );
    // The library itself opens no files.
    assert!(Input::new(MAIN).check().diagnostics.has_errors());
    let outside = MAIN.replace("desk-voices.yaml,", "../desk-voices.yaml,");
    let found = codes(&check(&outside, &folder(VOICES)));
    assert!(found[0].starts_with("brief invalid-file-name"), "{found:?}");
    let twice = MAIN.replace("desk-sources.yaml]", "desk-sources.yaml, desk-voices.yaml]");
    let found = codes(&check(&twice, &folder(VOICES)));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("brief repeated-value"), "{found:?}");
}

#[test]
fn an_included_file_has_voices_and_sources_alone() {
    for (text, expected) in [
        ("", None),
        ("# Nothing yet.\n", None),
        ("\u{FEFF}voices: { clerk: { name: A } }\n", None),
        ("include: [desk-sources.yaml]\n", Some("unknown-field")),
        ("claims: []\n", Some("unknown-field")),
        ("- a\n", Some("wrong-type")),
        ("voices: [\n", Some("syntax")),
        ("voices: {}\n--- \nvoices: {}\n", Some("unsupported-yaml")),
    ] {
        let checked = check(MAIN, &folder(text));
        let found = codes(&checked);
        let of_file: Vec<&String> = found
            .iter()
            .filter(|fault| fault.starts_with("desk-voices.yaml"))
            .collect();
        match expected {
            None => assert!(of_file.is_empty(), "{text}: {found:?}"),
            Some(code) => {
                let start = format!("desk-voices.yaml {code}");
                assert!(
                    of_file.iter().any(|fault| fault.starts_with(&start)),
                    "{text}: {found:?}"
                );
            }
        }
    }
    let mut files = folder("");
    files.0.insert("desk-voices.yaml", b"voices: \xFF".to_vec());
    let found = codes(&check(MAIN, &files));
    assert!(
        found
            .iter()
            .any(|fault| fault.starts_with("desk-voices.yaml not-utf8")),
        "{found:?}"
    );
    files
        .0
        .insert("desk-voices.yaml", vec![b'#'; brief::phases::MOST_BYTES]);
    let found = codes(&check(MAIN, &files));
    assert!(
        found
            .iter()
            .any(|fault| fault.contains("has more than 8388608 bytes")),
        "{found:?}"
    );
}

#[test]
fn what_is_not_there_is_said_once() {
    let mut files = folder(VOICES);
    files.0.remove("desk-sources.yaml");
    let found = codes(&check(
        &MAIN.replace("[bell, clerk]", "[bell, nobody]"),
        &files,
    ));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("unreadable-include"), "{found:?}");
    files.0.insert("desk-sources.yaml", b"sources: [".to_vec());
    let found = codes(&check(MAIN, &files));
    assert_eq!(found.len(), 1, "{found:?}");
    // What is included cannot have it.
    let found = codes(&check(&MAIN.replace("[@a]", "[@z]"), &files));
    assert!(
        found.iter().any(|fault| fault.contains("unknown-id")),
        "{found:?}"
    );
}

#[test]
fn a_brief_does_not_include_itself() {
    let mut files = folder(VOICES);
    files.0.insert("desk-voices.yaml", MAIN.into());
    let found = codes(&check(MAIN, &files));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("a brief cannot include itself"),
        "{found:?}"
    );
}

#[test]
fn two_files_that_know_one_id_are_at_odds() {
    let mut files = folder(VOICES);
    let sources = format!("{SOURCES}voices:\n  other: {{ name: Bo Another }}\n");
    files.0.insert("desk-sources.yaml", sources.into());
    let found = codes(&check(MAIN, &files));
    assert!(
        found.iter().any(|fault| fault.contains("duplicate-id")),
        "{found:?}"
    );
}

#[test]
fn so_many_files_are_included_and_no_more() {
    let names = (0..20_000).map(|number| format!("f{number}.yaml"));
    let names = names.collect::<Vec<_>>().join(", ");
    let many = MAIN.replace("desk-voices.yaml, desk-sources.yaml", &names);
    let start = std::time::Instant::now();
    let found = codes(&check(&many, &folder(VOICES)));
    assert_eq!(found.len(), 65, "{found:?}");
    assert!(
        found[64].contains("a brief includes at most 64 files"),
        "{found:?}"
    );
    assert!(start.elapsed().as_secs() < 20);
}

/// What could not be read may have the voices and the sources.
#[test]
fn nothing_is_missing_that_an_unread_file_may_have() {
    let brief = |lists: &str| {
        let text = format!(
            "format: 1\ntitle: T\ntopic: T\nlang: en\nas_of: 2031-05-17\nedition: 1\n\
            include: [desk.yaml]\nbottom_line: So it is [@c].\n{lists}\
            claims: [{{ id: c, says: So., voice: v, in: s, said: {{ date: 2031 }} }}]\n"
        );
        let found = Input::new(&text).check().diagnostics;
        found.iter().map(Diagnostic::code).collect::<Vec<_>>()
    };
    for lists in ["", "voices: {}\n", "voices: {}\nsources: {}\n"] {
        let codes = brief(lists);
        assert!(codes.contains(&"unreadable-include"), "{codes:?}");
        assert!(!codes.contains(&"missing-field"), "{codes:?}");
    }
}

/// A desk's briefs may have all of their voices and sources in files of the desk.
#[test]
fn lists_that_a_file_brings_need_not_be_written() {
    let own_voices = "voices:\n  bell: { name: Ann Bell }\n";
    let own_sources = "sources:\n  paper: { type: report, publisher: Paper, through: agency }\n";
    let files = |voices: &str, sources: &str| {
        let all = [
            ("desk-voices.yaml", format!("{VOICES}{voices}").into_bytes()),
            (
                "desk-sources.yaml",
                format!("{SOURCES}{sources}").into_bytes(),
            ),
        ];
        Folder(BTreeMap::from(all))
    };
    let bell = "  bell: { name: Ann Bell }\n";
    let paper = own_sources.strip_prefix("sources:\n").unwrap();
    let whole = |checked: Checked| {
        assert!(checked.diagnostics.is_empty(), "{}", told(&checked));
        checked.brief.unwrap().parts().voices.len()
    };
    for empty in ["", "voices: {}\n", "voices:\n"] {
        let main = MAIN.replace(own_voices, empty);
        assert_eq!(whole(check(&main, &files(bell, ""))), 3, "{empty}");
        let main = main.replace(own_sources, &empty.replace("voices", "sources"));
        assert_eq!(whole(check(&main, &files(bell, paper))), 3, "{empty}");
    }
    // What no file brings either is missing.
    let main = MAIN
        .replace(own_voices, "")
        .replace("[bell, clerk]", "[boss, chief]");
    let missing = |checked: &Checked| {
        let all = checked.diagnostics.iter();
        let missing = all.filter(|fault| fault.code() == "missing-field");
        missing
            .map(|fault| fault.message().to_owned())
            .collect::<Vec<_>>()
    };
    let found = missing(&check(&main, &files("", "")));
    assert_eq!(found, ["this brief has no `voices`"]);
    let empty = Folder(BTreeMap::from([
        ("desk-voices.yaml", Vec::new()),
        ("desk-sources.yaml", b"sources: {}\n".to_vec()),
    ]));
    let main = main.replace(own_sources, "");
    let found = missing(&check(&main, &empty));
    assert_eq!(found, ["this brief has no `voices` and `sources`"]);
}
