//! One plain table after a text: it is told in every form.

use brief::export::{self, Marks, csv, json, json_ld, markdown};
use brief::{Diff, Edition, Input, Locales, Page};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::html::Html;

const BRIEF: &str = r#"format: 1
topic: Cases
title: "Cases rise, Ann Bell says [@c]"
lang: en
as_of: 2025-06-20
edition: 1
bottom_line: "Cases rise, Ann Bell says [@c]."
voices:
  ann: { name: Ann Bell }
sources:
  paper: { type: article-newspaper, publisher: The Paper, issued: { date: 2025-06-19 } }
claims:
  - id: c
    says: |
      Two districts report cases.

      | | cases | a \| b |
      | --- | ---: | --- |
      | *North* & West | 12 | <b> |
      | South | not given | see [@d] |
    voice: ann
    in: paper
    said: {}
  - id: d
    says: It is so.
    voice: ann
    in: paper
    said: {}
    note: |
      By week.

      | week | cases |
      |---|---|
      | 24 | 5 |
gaps:
  - question: Where?
    why: |
      Not every district is counted.

      | district | counted |
      |---|---|
      | East | no |
"#;

fn edition(input: &str) -> Edition {
    let input = input.replace("<b>", r"\<b>");
    let checked = Input::new(&input).check();
    Edition::of(
        checked
            .brief
            .unwrap_or_else(|| panic!("{:#?}", checked.diagnostics)),
    )
}

/// Returns the rows of every table of a Markdown document, cells parted by bars.
fn rows(markdown: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        let row: Option<&mut String> = rows.last_mut();
        match (event, row) {
            (Event::Start(Tag::TableHead | Tag::TableRow), _) => rows.push(String::new()),
            (Event::Start(Tag::TableCell), Some(row)) => row.push_str(" / "),
            (Event::Text(text) | Event::Code(text), Some(row)) => row.push_str(&text),
            (Event::Start(Tag::Item | Tag::Heading { .. }), _) => rows.push("-".to_owned()),
            _ => {}
        }
    }
    rows.retain(|row| row.starts_with(" / "));
    rows
}

#[test]
fn the_page_has_tables_with_captions_and_scopes() {
    let page = Page::new(&edition(BRIEF)).render().unwrap();
    let html = Html::parse(&page);
    assert_eq!(html.errors, Vec::<String>::new());
    let tables: Vec<_> = html
        .elements
        .iter()
        .filter(|one| one.name == "table")
        .collect();
    assert_eq!(tables.len(), 3, "{page}");
    assert_eq!(
        tables[1].text,
        "Table of C1casesa | bNorth & West12<b>Southnot givensee C2C2"
    );
    let scopes: Vec<_> = html.values("scope").collect();
    assert_eq!(
        scopes,
        [
            "col", "col", "row", "col", "col", "row", "row", "col", "col", "row"
        ]
    );
    let captions = html.elements.iter().filter(|one| one.name == "caption");
    let captions: Vec<_> = captions.map(|one| &*one.text).collect();
    assert_eq!(captions, ["Table of G1", "Table of C1", "Table of C2"]);
}

#[test]
fn markdown_has_the_same_tables() {
    let text = markdown(&edition(BRIEF), &Locales::default());
    assert_eq!(
        rows(&text),
        [
            " /  / cases / a | b",
            " / North & West / 12 / <b>",
            " / South / not given / see (C2)",
            " / week / cases",
            " / 24 / 5",
            " / district / counted",
            " / East / no",
        ],
        "{text}"
    );
}

#[test]
fn json_has_them_in_parts_and_text_in_words() {
    let edition = edition(BRIEF);
    let value: serde_json::Value = serde_json::from_str(&json(&edition)).unwrap();
    let claim = &value["claims"][0];
    let words = "Two districts report cases. North & West, cases: 12, a | b: <b>; \
        South, cases: not given, a | b: see (C2).";
    assert_eq!(claim["says"], words);
    assert_eq!(
        claim["says_table"],
        serde_json::json!({
            "head": ["", "cases", "a | b"],
            "rows": [["North & West", "12", "<b>"], ["South", "not given", "see (C2)"]],
        })
    );
    assert_eq!(value["claims"][1]["note_table"]["rows"][0][1], "5");
    assert_eq!(value["gaps"][0]["why_table"]["rows"][0][1], "no");
    assert!(csv(&edition, &Locales::default()).contains(&format!("\"{words}\"")));
    assert!(json_ld(&edition).contains("cases: 12"));
}

#[test]
fn a_translation_has_as_many_rows() {
    let original = BRIEF.replace("<b>", r"\<b>");
    let rows = |translation: &str| {
        let found = brief::mirror(Input::new(&original), Input::new(translation)).unwrap();
        found
            .iter()
            .map(|found| found.message().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows(&original.replace("South", "Süd")),
        Vec::<String>::new()
    );
    let shorter = original.replace("      | South | not given | see [@d] |\n", "");
    assert_eq!(rows(&shorter).len(), 1, "{:?}", rows(&shorter));
}

/// A figure that changed is told as changed.
#[test]
fn editions_are_compared_cell_by_cell() {
    let (old, new) = (edition(BRIEF), edition(&BRIEF.replace("| 12 |", "| 14 |")));
    let told = export::diff_text(
        &Diff::between(&old, &new),
        &Locales::default(),
        Marks::Plain,
    );
    assert!(told.contains("cases: [-12-] {+14+},"), "{told}");
}

#[test]
fn bars_in_cells_end_none() {
    let input = BRIEF
        .replace("| South |", r"| `a\|b` [*x*](https://example.org/a%7Cb) |")
        .replace(r"| cases | a \| b |", r"| `c\|d` | a \| b |");
    let written = markdown(&edition(&input), &Locales::default());
    let rows = rows(&written);
    assert!(rows.iter().any(|row| row.contains("a|b x")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("c|d")), "{rows:#?}");
}
