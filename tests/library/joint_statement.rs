//! A quote that names no voice is spoken by all voices of its claim, and every form says so.

use brief::export::{self, Marks, csv, json, json_ld, markdown};
use brief::{Diff, Edition, Input, Locales, Page};

const BRIEF: &str = "\
format: 1
topic: Harbour
title: The harbour is to be widened, Ann Bell says [@c]
lang: en
as_of: 2025-06-20
edition: 1
bottom_line: It is so, Ann Bell says [@c].
voices:
  ann: { name: Ann Bell }
  works: { group: Harbour Works }
sources:
  s: { type: article-newspaper, publisher: The Paper, issued: { date: 2025-06-19 } }
claims:
  - id: c
    says: They condemn it.
    voice: [ann, works]
    in: s
    said: { date: 2025-06-19 }
    quotes:
      - { text: We condemn this decision. }
";

fn edition(text: &str) -> Edition {
    let checked = Input::new(text.as_bytes()).check();
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    Edition::of(checked.brief.unwrap())
}

/// The brief with the quote's voice as given.
fn spoken_by(voice: &str) -> String {
    BRIEF.replace("decision. }", &format!("decision., voice: {voice} }}"))
}

#[test]
fn every_form_says_that_all_spoke_it() {
    let (edition, locales) = (edition(BRIEF), Locales::default());
    let page = Page::new(&edition).render().unwrap();
    for (form, text, expected) in [
        (
            "page",
            page,
            ">Q1</span>\u{A0}·\u{A0}Ann Bell and Harbour Works",
        ),
        (
            "markdown",
            markdown(&edition, &locales),
            "decision.” (Q1, Ann Bell and Harbour Works)",
        ),
        (
            "csv",
            csv(&edition, &locales),
            r#","We condemn this decision.","Ann Bell and Harbour Works","#,
        ),
    ] {
        assert!(text.contains(expected), "{form}: {text}");
    }
    let value: serde_json::Value = serde_json::from_str(&json(&edition)).unwrap();
    let voices = &value["claims"][0]["quotes"][0]["voices"];
    assert_eq!(*voices, serde_json::json!(["V1", "V2"]));
    let value: serde_json::Value = serde_json::from_str(&json_ld(&edition)).unwrap();
    let graph = value["@graph"].as_array().unwrap();
    let quotation = graph.iter().find(|node| node["@type"] == "Quotation");
    let creators = serde_json::json!([{ "@id": "_:V1" }, { "@id": "_:V2" }]);
    assert_eq!(quotation.unwrap()["creator"], creators);
}

#[test]
fn editions_and_translations_are_compared_by_who_spoke() {
    let told = |after: &str| {
        let (old, new) = (edition(BRIEF), edition(after));
        export::diff_text(
            &Diff::between(&old, &new),
            &Locales::default(),
            Marks::Plain,
        )
    };
    let mirror = |after: &str| {
        let found = brief::mirror(Input::new(BRIEF), Input::new(&after)).unwrap();
        found.iter().count()
    };
    let (named, one) = (spoken_by("[works, ann]"), spoken_by("ann"));
    assert!(!told(&named).contains("quote"), "{}", told(&named));
    assert!(told(&one).contains("quote said by"), "{}", told(&one));
    assert_eq!((mirror(&named), mirror(&one)), (0, 1));
}
