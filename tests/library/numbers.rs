//! Numbers of claims stay over editions, in every form.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use brief::export::{self, Marks};
use brief::{Diff, Edition, Input, Loader, Locales, Page};
use proptest::prelude::*;

/// The files of a folder.
#[derive(Default)]
struct Folder(BTreeMap<String, String>);

impl Loader for Folder {
    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let text = self.0.get(name).map(|text| text.as_bytes().to_vec());
        text.map(Some)
            .ok_or_else(|| "there is no such file".to_owned())
    }
}

impl Folder {
    /// Adds an edition with these claims, an id and what it says each, and those that it withdraws.
    fn add(&mut self, number: usize, claims: &[(&str, &str)], withdrawn: &[&str]) {
        let id = claims[0].0;
        let mut text = format!(
            "format: 1\ntitle: A title [@{id}]\ntopic: A topic\nlang: en\nas_of: 2025-08-{number:02}\n\
             edition: {number}\nbottom_line: One [@{id}].\nvoices:\n  ann: {{ name: Ann }}\n\
             sources:\n  paper: {{ type: report, publisher: Paper }}\n"
        );
        if number > 1 {
            _ = writeln!(text, "previous: {}.yaml", number - 1);
        }
        text.push_str("claims:\n- from: { voice: ann, in: paper, said: {} }\n  claims:\n");
        for (id, says) in claims {
            _ = writeln!(text, "  - {{ id: {id}, says: {says} }}");
        }
        if !withdrawn.is_empty() {
            text.push_str("withdrawn:\n");
        }
        for id in withdrawn {
            _ = writeln!(text, "- {{ claim: {id}, reason: It was wrong. }}");
        }
        self.0.insert(format!("{number}.yaml"), text);
    }

    fn text(&self, number: usize) -> &str {
        &self.0[&format!("{number}.yaml")]
    }

    fn edition(&self, number: usize) -> Edition {
        let checked = Input::new(self.text(number)).with(self).check();
        assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
        Edition::of(checked.brief.unwrap())
    }

    /// Returns the labels and ids of an edition's claims.
    fn labels(&self, number: usize) -> Vec<String> {
        let edition = self.edition(number);
        let claims = edition.brief().claims();
        claims
            .map(|(id, claim)| format!("{id} {}", claim.key))
            .collect()
    }

    fn faults(&self, number: usize) -> Vec<String> {
        let checked = Input::new(self.text(number)).with(self).check();
        let faults = checked.diagnostics.iter();
        faults
            .map(|fault| format!("{}: {}", fault.code(), fault.message()))
            .collect()
    }
}

fn folder() -> Folder {
    let mut folder = Folder::default();
    folder.add(1, &[("a", "One"), ("b", "Two"), ("c", "Three")], &[]);
    folder.add(2, &[("d", "Four"), ("c", "Three"), ("a", "One")], &["b"]);
    folder.add(3, &[("c", "Three"), ("e", "Five"), ("a", "Six")], &["d"]);
    folder.add(
        4,
        &[
            ("f", "Seven"),
            ("d", "Four"),
            ("c", "Three"),
            ("a", "Six"),
            ("e", "Five"),
        ],
        &[],
    );
    folder
}

#[test]
fn a_claim_keeps_its_number_and_no_number_is_given_twice() {
    let folder = folder();
    assert_eq!(folder.labels(1), ["C1 a", "C2 b", "C3 c"]);
    assert_eq!(folder.labels(2), ["C4 d", "C3 c", "C1 a"]);
    assert_eq!(folder.labels(3), ["C3 c", "C5 e", "C1 a"]);
    // What was withdrawn two editions ago and comes again is new.
    assert_eq!(folder.labels(4), ["C6 f", "C7 d", "C3 c", "C1 a", "C5 e"]);
}

#[test]
fn every_form_says_the_number_that_a_claim_keeps() {
    let folder = folder();
    let (old, new) = (folder.edition(2), folder.edition(3));
    let locales = Locales::default();
    let page = Page::new(&new).render().unwrap();
    for id in ["C1", "C3", "C5"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(!page.contains("id=\"C2\""));
    assert!(page.contains("(was C4)") && page.contains("It was wrong."));
    let json: serde_json::Value = serde_json::from_str(&export::json(&new)).unwrap();
    let ids: Vec<&str> = json["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| claim["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["C3", "C5", "C1"]);
    assert_eq!(json["withdrawn"][0]["key"], "d");
    let markdown = export::markdown(&new, &locales);
    assert!(markdown.contains("- **C5** Five"), "{markdown}");
    assert!(markdown.contains("reason: It was wrong."), "{markdown}");
    assert!(
        export::csv(&new, &locales).contains("\n\"C5\","),
        "{}",
        export::csv(&new, &locales)
    );
    assert!(export::json_ld(&new).contains("C5"));
    let diff = Diff::between(&old, &new);
    let text = export::diff_text(&diff, &locales, Marks::Plain);
    assert_eq!(
        text,
        "A topic
Edition 2 (2025-08-02) → Edition 3 (2025-08-03)
Claims since 2 August: one new, one withdrawn, one changed, one as before.

Headline
      now cites: C3 c
      cites no more: C4 d

Bottom line
      now cites: C3 c
      cites no more: C4 d

Key claims
  + C5 e
      Ann: Five
  ~ C1 a
      reworded: [-One-] {+Six+}
  - C4 d
      Ann: Four
      reason: It was wrong.
"
    );
}

/// No reader sees ids: only an id was renamed, and what a reader reads is as before.
#[test]
fn a_claim_of_which_only_the_id_changed_is_the_same() {
    let mut folder = Folder::default();
    folder.add(1, &[("a", "One"), ("b", "Two"), ("c", "Two")], &[]);
    folder.add(2, &[("x", "One"), ("z", "Two"), ("c", "Two")], &[]);
    assert_eq!(folder.labels(2), ["C1 x", "C2 z", "C3 c"]);
    let (old, new) = (folder.edition(1), folder.edition(2));
    assert!(Diff::between(&old, &new).is_empty());
    // So it is between editions that do not name each other.
    let alone = folder.text(2).replace("previous: 1.yaml\n", "");
    let alone = Edition::of(Input::new(&alone).check().brief.unwrap());
    assert!(Diff::between(&old, &alone).is_empty());
    // In other words, it is another.
    folder.add(2, &[("x", "Another"), ("z", "Two"), ("c", "Two")], &["a"]);
    assert_eq!(folder.labels(2), ["C4 x", "C2 z", "C3 c"]);
}

/// Nor is compared what a reader does not take for other words.
#[test]
fn a_claim_with_another_id_and_other_markup_is_the_same() {
    let mut folder = Folder::default();
    let before = [("a", "It is “so” said."), ("b", "Two")];
    folder.add(1, &before, &[]);
    for (says, is_as_before) in [
        ("\"It is *“so”* said.\"", true),
        ("\"It is  “so” said [@b].\"", false),
        ("It is “so” said", false),
        ("It is so said.", false),
        ("\"It is 'so' **said** [@b]\"", false),
    ] {
        folder.add(2, &[("x", says), ("b", "Two")], &[]);
        assert_eq!(folder.labels(2), ["C1 x", "C2 b"], "{says}");
        let (old, new) = (folder.edition(1), folder.edition(2));
        let alone = folder.text(2).replace("previous: 1.yaml\n", "");
        let alone = Edition::of(Input::new(&alone).check().brief.unwrap());
        for diff in [Diff::between(&old, &new), Diff::between(&old, &alone)] {
            let told = export::diff_text(&diff, &Locales::default(), Marks::Plain);
            assert!(!told.contains("withdrawn"), "{says}: {told}");
            assert!(
                !is_as_before || !told.contains("reworded"),
                "{says}: {told}"
            );
        }
    }
}

/// Nor those of voices, which readers know by their names.
#[test]
fn a_claim_is_the_same_if_the_id_of_its_voice_changed_too() {
    let mut folder = Folder::default();
    folder.add(1, &[("a", "One"), ("b", "Two")], &[]);
    folder.add(2, &[("x", "One"), ("y", "Two")], &[]);
    let renamed = folder.text(2).replace("voice: ann", "voice: a-smith");
    let renamed = renamed.replace("  ann: { name: Ann }", "  a-smith: { name: Ann }");
    folder.0.insert("2.yaml".to_owned(), renamed);
    assert_eq!(folder.labels(2), ["C1 x", "C2 y"]);
    assert!(Diff::between(&folder.edition(1), &folder.edition(2)).is_empty());
}

/// Two who are not named are two, though each is one person.
#[test]
fn a_claim_of_another_unnamed_voice_is_another() {
    let mut folder = Folder::default();
    folder.add(1, &[("a", "One"), ("b", "Two")], &[]);
    folder.add(2, &[("x", "One"), ("b", "Two")], &["a"]);
    for (name, id, described) in [("1.yaml", "u", "an official"), ("2.yaml", "k", "a clerk")] {
        let voice =
            format!("{id}: {{ anonymous: 1, described_as: {described}, reason: not given }}");
        let text = folder.0[name].replace("ann: { name: Ann }", &voice);
        let text = text.replace("voice: ann", &format!("voice: {id}"));
        let allow = "allow: [{ rule: weak-headline, reason: not what is tested }]\n";
        folder.0.insert(name.to_owned(), text + allow);
    }
    assert_eq!(folder.labels(2), ["C3 x", "C2 b"]);
}

#[test]
fn an_edition_before_that_cannot_be_read_is_told() {
    let mut all = folder();
    all.0.remove("1.yaml");
    let message = "unreadable-previous: `1.yaml`, an edition before `2.yaml`, cannot be read: ";
    assert_eq!(all.faults(3), [format!("{message}there is no such file")]);
    assert_eq!(
        all.faults(2),
        ["unreadable-previous: `1.yaml` cannot be read: there is no such file"]
    );
    all.0.insert("1.yaml".to_owned(), "title: [".to_owned());
    let reason = "it is at fault: expected a value";
    assert_eq!(all.faults(3), [format!("{message}{reason}")]);
    // Sound YAML is not told to be none.
    let unknown = folder().text(1).replace("topic:", "mood: grim\ntopic:");
    all.0.insert("1.yaml".to_owned(), unknown);
    let reason = "it is at fault: unknown field `mood` in this brief";
    assert_eq!(all.faults(3), [format!("{message}{reason}")]);
    let circle = all.text(3).to_owned();
    all.0.insert("1.yaml".to_owned(), circle);
    let reason = "it has no lower number than the edition that names it";
    assert_eq!(all.faults(3), [format!("{message}{reason}")]);
}

#[test]
fn what_was_withdrawn_before_is_not_withdrawn_again() {
    let mut folder = folder();
    folder.add(3, &[("c", "Three"), ("a", "One")], &["b", "d"]);
    assert_eq!(
        folder.faults(3),
        ["wrong-withdrawal: `b` was withdrawn in edition 2 already"]
    );
}

/// A translation has the numbers of its original, or the same label would be two claims.
#[test]
fn translations_are_numbered_as_their_originals_are() {
    let folder = folder();
    let original = Input::new(folder.text(3)).with(&folder);
    let mirror = |translation| {
        let found = brief::mirror(original, translation).unwrap();
        found
            .iter()
            .map(|fault| fault.message().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(mirror(original), Vec::<String>::new());
    let alone = folder
        .text(3)
        .replace("previous: 2.yaml\n", "")
        .replace("withdrawn:\n- { claim: d, reason: It was wrong. }\n", "");
    assert_eq!(
        mirror(Input::new(&alone)),
        [
            "`c` is C1 here, and C3 in the original",
            "`withdrawn` is not given, and `d` in the original"
        ]
    );
}

/// Numbered ids are given anew when a claim is put before others.
#[test]
fn a_number_stays_with_what_a_claim_says_when_ids_are_given_anew() {
    let mut folder = Folder::default();
    folder.add(1, &[("a", "One"), ("b", "Two"), ("c", "Three")], &[]);
    let ids = [("a", "Zero"), ("b", "One"), ("c", "Two"), ("d", "Three")];
    folder.add(2, &ids, &[]);
    assert_eq!(folder.labels(2), ["C4 a", "C1 b", "C2 c", "C3 d"]);
    folder.add(3, &[("b", "Zero"), ("a", "One"), ("d", "Three!")], &["c"]);
    assert_eq!(folder.labels(3), ["C4 b", "C1 a", "C3 d"]);
}

/// An edition is compared with one that is not right before it by what stands there.
#[test]
fn ids_of_an_edition_between_are_none_of_the_first() {
    let mut folder = Folder::default();
    folder.add(1, &[("a", "One"), ("z", "Last")], &[]);
    folder.add(2, &[("a", "Two"), ("q", "One"), ("z", "Last")], &[]);
    folder.add(3, &[("a", "Two"), ("q", "One"), ("z", "Last")], &[]);
    assert_eq!(folder.labels(3), ["C3 a", "C1 q", "C2 z"]);
    let (first, third) = (folder.edition(1), folder.edition(3));
    let diff = Diff::between(&first, &third);
    let told = export::diff_text(&diff, &Locales::default(), Marks::Plain);
    assert!(told.contains("+ C3 a") && !told.contains('~'), "{told}");
}

#[test]
fn a_claim_whose_id_another_one_has_now_is_withdrawn() {
    let mut folder = Folder::default();
    folder.add(1, &[("a", "One"), ("b", "Two")], &[]);
    folder.add(2, &[("a", "Two")], &["a"]);
    assert_eq!(folder.labels(2), ["C2 a"]);
    folder.add(2, &[("a", "Two")], &[]);
    let faults = folder.faults(2);
    assert_eq!(
        faults,
        ["unexplained-withdrawal: C1 `a` of edition 1 is withdrawn, and nobody says why"]
    );
    folder.add(2, &[("a", "Two")], &["b"]);
    let faults = folder.faults(2).join("\n");
    assert!(
        faults.contains("wrong-withdrawal: `b` is `a` in this edition"),
        "{faults}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn over_any_editions_a_number_is_one_claim(
        editions in prop::collection::vec(prop::sample::subsequence(('a'..='h').collect::<Vec<_>>(), 1..8), 1..6)
    ) {
        let mut folder = Folder::default();
        let mut before: Vec<String> = Vec::new();
        let mut given: BTreeMap<u32, String> = BTreeMap::new();
        for (number, ids) in (1..).zip(editions) {
            let ids: Vec<String> = ids.iter().rev().map(char::to_string).collect();
            let claims: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), id.as_str())).collect();
            let gone = before.iter().filter(|id| !ids.contains(id));
            let gone: Vec<&str> = gone.map(String::as_str).collect();
            folder.add(number, &claims, &gone);
            let edition = folder.edition(number);
            let highest = given.keys().last().copied().unwrap_or(0);
            for (id, claim) in edition.brief().claims() {
                let key = claim.key.to_string();
                if before.contains(&key) {
                    prop_assert_eq!(given.get(&id.number()), Some(&key));
                } else {
                    prop_assert!(id.number() > highest);
                    prop_assert!(given.insert(id.number(), key).is_none());
                }
            }
            before = ids;
        }
    }
}
