//! What changed between two editions, as reviewed: one golden file a form.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use brief::export::{self, Marks};
use brief::{Diff, Edition, Loader, Locales, Page};

use crate::{beside, golden};

const EDITIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/editions");
const OLD: &str = "bridge-1.yaml";
const NEW: &str = "bridge-2.yaml";

/// Reads an edition, with the previous one that it names.
fn edition(name: &str) -> Edition {
    let checked = beside::check(&Path::new(EDITIONS).join(name));
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    Edition::of(checked.brief.unwrap())
}

/// Compares two briefs and shows what changed in every form.
fn compare(old: &str, new: &str) -> [(&'static str, String); 3] {
    forms(&edition(old), &edition(new))
}

fn forms(old: &Edition, new: &Edition) -> [(&'static str, String); 3] {
    let locales = Locales::default();
    let diff = Diff::between(old, new);
    [
        ("txt", export::diff_text(&diff, &locales, Marks::Plain)),
        (
            "coloured.txt",
            export::diff_text(&diff, &locales, Marks::Coloured),
        ),
        ("json", export::diff_json(&diff)),
    ]
}

#[test]
fn every_form_is_as_reviewed() {
    for (ending, text) in compare(OLD, NEW) {
        golden::assert_golden(&format!("tests/golden/changes/bridge.{ending}"), &text);
    }
}

#[test]
fn judgements_that_change_are_told_as_reviewed() {
    for (ending, text) in compare("quay-1.yaml", "quay-2.yaml") {
        golden::assert_golden(&format!("tests/golden/changes/quay.{ending}"), &text);
    }
    let quay = edition("quay-2.yaml");
    let told = export::markdown(&quay, &Locales::default());
    let changes = told.split("\n## ").find(|part| part.starts_with("Changes"));
    golden::assert_golden("tests/golden/changes/quay.md", changes.unwrap());
}

/// The editions are there to show every kind of change.
#[test]
fn every_kind_of_change_is_shown() {
    let [_, _, (_, json)] = compare(OLD, NEW);
    let said: BTreeSet<&str> = json
        .lines()
        .filter_map(|line| line.trim().strip_prefix("\"what\": \""))
        .map(|line| line.trim_end_matches(['"', ',']))
        .collect();
    let expected = [
        "about",
        "chains",
        "characterised",
        "cites",
        "cites-no-more",
        "claims",
        "first-reports",
        "note",
        "question",
        "quote-added",
        "quote-check",
        "quote-label",
        "quote-reworded",
        "quote-withdrawn",
        "reason",
        "record",
        "retellings",
        "reworded",
        "said",
        "source",
        "stance",
        "told-to",
        "voice",
        "voices",
        "when",
        "why",
    ];
    assert_eq!(said, BTreeSet::from(expected));
    for fate in ["added", "withdrawn", "changed"] {
        assert!(json.contains(&format!("\"fate\": \"{fate}\"")), "{fate}");
    }
}

/// Numbers stay where an edition names the one before. Where it does not, they are told.
#[test]
fn what_is_numbered_otherwise_is_told() {
    let name = "previous: bridge-1.yaml\n";
    let new = read(NEW).replace(name, "");
    let (before, rest) = new.split_once("withdrawn:\n").unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    let new = format!("{before}{after}");
    let [_, _, (_, json)] = forms(&checked(&read(OLD)), &checked(&new));
    assert!(json.contains("\"fate\": \"renumbered\""), "{json}");
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(EDITIONS).join(name)).unwrap()
}

#[test]
fn a_brief_does_not_differ_from_itself() {
    let [(_, plain), (_, coloured), (_, json)] = compare(NEW, NEW);
    assert!(plain.contains("\nNo change in topic, "), "{plain}");
    assert_eq!(plain, coloured);
    assert!(json.contains("\"changed\": false"), "{json}");
}

/// The section and the field are the exports' own; the rest is tested with the exports.
#[test]
fn exports_say_what_changed_since_the_edition_before() {
    let (edition, locales) = (edition(NEW), Locales::default());
    let text = export::markdown(&edition, &locales);
    let (_, section) = text.split_once("\n## Changes since edition 1\n\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    golden::assert_golden("tests/golden/changes/bridge.md", section);
    let text = export::json(&edition);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let [_, _, (_, changes)] = compare(OLD, NEW);
    let changes: serde_json::Value = serde_json::from_str(&changes).unwrap();
    assert_eq!(value["changes"], changes);
}

/// An edition with a translated quote, a source in a larger one, and two of some names.
fn base() -> String {
    fs::read_to_string(Path::new(EDITIONS).join(OLD))
        .unwrap()
        .replace(
            "{ text: a year at the most, kind: [fragment] }",
            "{ text: a year, kind: [fragment, translated], translated_from: de, original: ein Jahr }",
        )
        .replace(
            "  radio: {",
            "  radio-2: { type: broadcast, publisher: Radio Olm, through: gazette }\n  radio: {",
        )
        .replace(
            "  mayor:",
            "  mayor-2: { name: Jon Vale, short: Vale, role: Mayor }\n  mayor:",
        )
        .replace(
            "  cost:",
            "  cost-2: { name: Cost, question: Who pays? }\n  cost:",
        )
        .replace(
            "The office has not said how many clerks spoke.",
            "The office said \"less\" of the clerks.",
        )
        .replace("Tolls will pay", "Tolls, he's sure, will pay")
}

fn checked(text: &str) -> Edition {
    let checked = brief::Input::new(text).check();
    assert!(checked.brief.is_some(), "{:#?}", checked.diagnostics);
    Edition::of(checked.brief.unwrap())
}

/// Goes through all objects of a document.
fn objects<'v>(value: &'v serde_json::Value, visit: &mut impl FnMut(&'v serde_json::Value)) {
    visit(value);
    let fields = value
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.values());
    let items = value.as_array().into_iter().flatten();
    fields.chain(items).for_each(|one| objects(one, visit));
}

/// Corrections of the base: the change that each is, what it replaces, by what.
const CORRECTIONS: &[(&str, &str, &str)] = &[
    ("quote-label", "original: ein Jahr", "original: EIN JAHR"),
    ("quote-label", "translated_from: de", "translated_from: nl"),
    (
        "source",
        "radio: { type: broadcast",
        "radio: { type: interview",
    ),
    ("source", "issued: { date: 2031-05-15 }, through", "through"),
    (
        "source",
        "title: A year without the bridge?",
        "title: No bridge?",
    ),
    ("source", "gazette.example/bridge", "gazette.example/b"),
    (
        "source",
        "    publisher: The Gazette",
        "    publisher: The Gazette\n    container_title: Late",
    ),
    (
        "first-reports",
        "voice: mayor\n    in: radio\n",
        "voice: mayor\n    in: radio-2\n",
    ),
    ("voices", "voice: mayor\n", "voice: mayor-2\n"),
    ("about", "about: cost\n", "about: cost-2\n"),
    ("about", "named., about: closing", "named., about: cost"),
    (
        "said",
        "said: { date: 2031-05-16 }",
        "said: { as_given: 16 May }",
    ),
    (
        "when",
        "{ date: 2031-05-16, what",
        "{ date: 2030-05-16, what",
    ),
    (
        "claims",
        "the money comes\", claims: closure",
        "the money comes\", claims: [closure, cracks]",
    ),
    (
        "voice",
        "short: clerks, reason: not given",
        "short: clerks, reason: fear",
    ),
    ("note", "\"less\"", "“less”"),
    ("note", "less\" of", "less” of"),
    ("reworded", "he's", "he’s"),
];

/// What is compared is what is shown: nothing turns from one thing into the same.
#[test]
fn every_change_is_seen_in_what_is_told() {
    let base = base();
    for (what, from, to) in CORRECTIONS {
        let (old, new) = (base.clone(), base.replacen(from, to, 1));
        assert_ne!(old, new, "{from}");
        let [_, _, (_, json)] = forms(&checked(&old), &checked(&new));
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        let mut seen = BTreeSet::new();
        objects(&value, &mut |object| {
            if let Some(what) = object.get("what").and_then(|what| what.as_str()) {
                seen.insert(what);
                assert!(
                    object.get("was").is_none() || object.get("was") != object.get("is"),
                    "{object:#}"
                );
            }
        });
        assert!(seen.contains(what), "{from}: {json}");
        for (form, text, marks) in for_people(&old, &new) {
            assert!(turns_into_another(&text, marks), "{from}: {form}: {text}");
        }
    }
}

/// What stands before an old text, between it and a new one, and after that.
type BothMarked = [&'static str; 3];

/// Shows what changed in every form for people, on the page only the section.
fn for_people(old: &str, new: &str) -> [(&'static str, String, BothMarked); 3] {
    let next = new.replacen("edition: 1", "edition: 2\nprevious: bridge-1.yaml", 1);
    let found = brief::Input::new(&next).with(&Before(old)).check();
    assert!(found.brief.is_some(), "{:#?}", found.diagnostics);
    let new = Edition::of(found.brief.unwrap());
    let markdown = export::markdown(&new, &Locales::default());
    let (_, markdown) = markdown.split_once("\n## Changes since").unwrap();
    let (markdown, _) = markdown.split_once("\n## ").unwrap();
    let page = Page::new(&new).render().unwrap();
    let (_, page) = page.split_once("id=\"changes\"").unwrap();
    let (page, _) = page.split_once("</section>").unwrap();
    let page = page.replace("&quot;", "\"").replace("&#39;", "'");
    let [(_, text), ..] = forms(&checked(old), &new);
    [
        ("text", text, ["[-", "-] {+", "+}"]),
        ("markdown", markdown.to_owned(), ["~~", "~~  **", "**"]),
        ("page", page, ["<del>", "</del> <ins>", "</ins>"]),
    ]
}

/// What became of a source is told once, with all claims that rest on it.
#[test]
fn a_correction_is_told_once_on_the_page() {
    let old = base();
    let corrected = "url: https://gazette.example/bridge
    updates: [{ kind: corrected, note: Half a year. }]";
    let new = old.replacen("url: https://gazette.example/bridge", corrected, 1);
    let [_, _, (_, page, _)] = for_people(&old, &new);
    assert_eq!(page.matches("Half a year.").count(), 1, "{page}");
    for claim in ["C1", "C2", "C3", "C4"] {
        assert!(
            page.contains(&format!("href=\"#{claim}\"")),
            "{claim}: {page}"
        );
    }
}

/// Says whether no marked text turns into the same.
fn turns_into_another(text: &str, [before, between, after]: BothMarked) -> bool {
    // Within a word, no space stands between.
    let text = text.replace(&between.replace(' ', ""), between);
    text.split(before).skip(1).all(|rest| {
        let both = rest.split_once(between);
        let both = both.and_then(|(old, rest)| Some((old, rest.split_once(after)?.0)));
        both.is_none_or(|(old, new)| old != new)
    })
}

/// Gives the previous edition.
struct Before<'a>(&'a str);

impl Loader for Before<'_> {
    fn previous(&self, _: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(Some(self.0.as_bytes().to_vec()))
    }
}

/// Typesetting would hide what was corrected.
#[test]
fn corrected_quote_marks_are_seen_in_every_form() {
    let old = base();
    for (from, to, [text, markdown, page]) in [
        (
            "\"less\"",
            "“less”",
            [
                "said [-\"less\"-] {+“less”+} of",
                "said  ~~\"less\"~~  **“less”** of",
                "said <del>\"less\"</del> <ins>“less”</ins> of",
            ],
        ),
        (
            "he's",
            "he’s",
            [
                "Tolls, [-he's-] {+he’s+} sure",
                "Tolls, ~~he's~~ **he’s** sure",
                "Tolls, <del>he's</del> <ins>he’s</ins> sure",
            ],
        ),
    ] {
        let shown = for_people(&old, &old.replacen(from, to, 1));
        for ((form, shown, _), expected) in shown.iter().zip([text, markdown, page]) {
            assert!(shown.contains(expected), "{form}: {shown}");
        }
    }
}

/// On the page, the writer's own words are typeset, and nobody else's.
#[test]
fn names_addresses_and_originals_stay_as_they_are() {
    let old = base();
    let new = old
        .replacen("gazette.example/bridge", "gazette.example/bridge's", 1)
        .replacen("title: Crowds on the Olm", "title: The Olm's \"crowds\"", 1)
        .replacen("original: ein Jahr", "original: ein 'Jahr'", 1)
        .replacen("while it carries carts", "while it's in use", 1)
        .replacen("said \"less\" of", "said \"no\" of", 1);
    for (form, shown, _) in for_people(&old, &new) {
        for words in [
            "gazette.example/bridge's",
            "The Olm's \"crowds\"",
            "ein 'Jahr'",
            "it's in use",
        ] {
            assert!(shown.contains(words), "{form}: {words}: {shown}");
        }
        let own = match form {
            "page" => "“<del>less</del><ins>no</ins>”",
            "markdown" => "\"~~less~~**no**\"",
            _ => "\"[-less-]{+no+}\"",
        };
        assert!(shown.contains(own), "{form}: {own}: {shown}");
    }
}

const RENAMED: &str = "\
format: 1
topic: T
title: It is so, Ann Bell says [@CLAIM]
lang: en
as_of: 2026-01-03
edition: 1
bottom_line: 'It is so, Ann Bell says [@CLAIM].'
voices: { a: { name: Ann Bell }, w: { writer: Desk } }
sources:
  p: { type: article-newspaper, publisher: Paper }
claims:
  - { id: CLAIM, says: It is so., voice: a, in: p, said: {}, about: i }
  - { id: JUDGEMENT, says: 'It will be so, as [@CLAIM].', voice: w, rests_on: [CLAIM], note: 'See [@CLAIM].' }
  - { id: e, says: It was so., voice: a, in: p, said: {} }
issues: { i: { name: It } }
positions: [ { of: a, \"on\": i, stance: says-so, in_short: it is so, claims: CLAIM } ]
tensions: [ { between: [CLAIM, e], note: 'See [@CLAIM].' } ]
events: [ { date: 2026-01-01, what: It begins., claims: CLAIM } ]
gaps: [ { question: Who?, why: 'Not in [@CLAIM].' } ]
";

#[test]
fn a_claim_of_which_only_the_id_changed_changes_nothing_that_rests_on_it() {
    let with = |claim: &str, judgement: &str| {
        let text = RENAMED.replace("CLAIM", claim);
        checked(&text.replace("JUDGEMENT", judgement))
    };
    let old = with("c", "d");
    for new in [with("cc", "d"), with("c", "dd"), with("cc", "dd")] {
        let diff = Diff::between(&old, &new);
        let told = export::diff_text(&diff, &Locales::default(), Marks::Plain);
        assert!(diff.is_empty(), "{told}");
    }
}

#[test]
fn a_date_that_is_told_for_the_first_time_is_no_other_date() {
    let old = RENAMED.replace("CLAIM", "c").replace("JUDGEMENT", "d");
    let old = old.replacen("said: {}", "said: { date: 2026-01-01 }", 1);
    let old = old.replacen("said: {}", "said: { date: 2026-01-02 }", 1);
    let more = "positions: [ { of: a, \"on\": i, stance: does-not-know, in_short: it is open, claims: e },";
    let new = old.replacen("positions: [", more, 1);
    let [(_, plain), ..] = forms(&checked(&old), &checked(&new));
    assert!(plain.contains("it is open"), "{plain}");
    assert!(
        !plain.contains("it is so\n") && !plain.contains("date "),
        "{plain}"
    );
}

#[test]
fn a_text_that_cites_another_claim_is_changed_and_has_no_hole() {
    let old = RENAMED.replace("CLAIM", "c").replace("JUDGEMENT", "d");
    let [old, new] = [old.clone(), old.replace("as [@c]", "as [@e]")].map(|text| checked(&text));
    for (old, new, told) in [
        (&old, &new, "as ([-C1-]{+C3+})."),
        (&new, &old, "as ([-C3-]{+C1+})."),
    ] {
        let [(_, text), ..] = forms(old, new);
        assert!(text.contains(told), "{text}");
    }
}

/// What readers see is told: what a stance answers, how the brief was made, which number a claim has.
#[test]
fn issues_the_topic_and_the_method_are_compared() {
    let text = read(OLD);
    let question = text
        .lines()
        .find(|line| line.contains("question:"))
        .unwrap();
    let told = |new: &str| {
        let [(_, plain), _, (_, json)] = forms(&checked(&text), &checked(new));
        assert!(json.contains("\"changed\": true"), "{json}");
        assert!(
            !plain.contains("No change in") && !plain.contains("no change in"),
            "{plain}"
        );
        plain
    };
    let asked = question.replace('?', " at all?");
    let plain = told(&text.replacen(question, &asked, 1));
    assert!(
        plain.contains("\nIssues\n  ~ ") && plain.contains("question: "),
        "{plain}"
    );
    assert!(plain.contains("{+at all+}?"), "{plain}");
    let method = text.lines().find(|line| line.starts_with("method:"));
    let method_line = method.unwrap();
    let plain = told(&text.replacen(method_line, "method: Read from the web.", 1));
    assert!(plain.contains("\nMethod\n      reworded: "), "{plain}");
    assert!(plain.contains("+}."), "{plain}");
    let linked = |to: &str| {
        let method = format!("method: 'Read from [the web](https://desk.example/{to}).'");
        checked(&text.replacen(method_line, &method, 1))
    };
    let [(_, plain), ..] = forms(&linked("one"), &linked("two"));
    assert!(
        plain.contains("\nMethod\n      reworded: ") && plain.contains("/two+}"),
        "{plain}"
    );
    let topic = text
        .lines()
        .find(|line| line.starts_with("topic:"))
        .unwrap();
    let plain = told(&text.replacen(topic, "topic: Another", 1));
    assert!(plain.contains("\nTopic\n      reworded: "), "{plain}");
}

#[test]
fn numbers_alone_are_told_as_such() {
    let claim = |id: &str, says: &str| {
        format!("  - {{ id: {id}, says: {says}, voice: ann, in: paper, said: {{}} }}\n")
    };
    let brief = |claims: [&str; 2]| {
        format!(
            "format: 1\ntitle: T [@a]\ntopic: T\nlang: en\nas_of: 2025-09-06\nedition: 1\n\
             bottom_line: It is so [@a].\nvoices: {{ ann: {{ name: Ann Lee }} }}\n\
             sources: {{ paper: {{ type: report, title: Paper }} }}\nclaims:\n{}",
            claims.concat()
        )
    };
    let (one, other) = (claim("a", "It leaks."), claim("b", "It rains."));
    let [(_, plain), _, _] = forms(
        &checked(&brief([&one, &other])),
        &checked(&brief([&other, &one])),
    );
    assert!(
        plain.contains("\nClaims have other numbers; else no change in topic, "),
        "{plain}"
    );
    assert!(plain.contains("  = C1 b, was C2"), "{plain}");
}

/// Another speaker of a quote is no label.
#[test]
fn another_speaker_of_a_quote_is_told_as_such() {
    let brief = |voice: &str| {
        format!(
            "format: 1\ntitle: T [@a]\ntopic: T\nlang: en\nas_of: 2025-09-06\nedition: 1\n\
             bottom_line: It is so [@a].\nvoices: {{ ann: {{ name: Ann Lee }}, joe: {{ name: Joe Hill }} }}\n\
             sources: {{ paper: {{ type: report, title: Paper }} }}\nclaims:\n  \
             - {{ id: a, says: It leaks., voice: [ann, joe], in: paper, said: {{}}, \
             quotes: [{{ text: It leaks a lot., voice: {voice} }}] }}\n"
        )
    };
    let [(_, plain), _, _] = forms(&checked(&brief("ann")), &checked(&brief("joe")));
    assert!(
        plain.contains("quote said by Q1: Ann Lee → Joe Hill"),
        "{plain}"
    );
    assert!(!plain.contains("quote labelled"), "{plain}");
}

/// By which of its names a source is called depends on the voices, and changes nothing of it.
#[test]
fn a_source_whose_publisher_is_no_voice_any_more_is_the_same() {
    let text = "format: 1\ntopic: T\ntitle: The minister orders it [@a]\nlang: en\nas_of: 2026-11-27\nedition: 1\n\
        bottom_line: The minister orders it [@a].\nvoices:\n  m: { name: Oren Halloway }\n  w: { group: Ministry of Water }\n\
        sources:\n  s: { type: document, title: Statement, author: [Oren Halloway], publisher: Ministry of Water }\n\
        claims:\n  - { id: a, says: It is ordered., voice: m, in: s, said: {} }\n";
    let old = checked(text);
    let new = checked(&text.replace("  w: { group: Ministry of Water }\n", ""));
    let told = |new: &Edition| {
        let [(_, plain), ..] = forms(&old, new);
        plain
    };
    assert!(!told(&new).contains("  ~ C1"), "{}", told(&new));
    let short = checked(&text.replace("type: document", "type: document, short: Order"));
    assert!(told(&short).contains("  ~ C1"), "{}", told(&short));
}
