//! What each form gives of a brief, field by field: the table in `docs/exports.md` is the program's.
//!
//! A field is changed, and a form gives it if it changes with it.

mod rows;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use brief::analysis::Edition;
use brief::export::{csl_json, csv, json, json_ld, markdown};
use brief::page::Page;
use brief::{Checked, Locales};
use serde_json::Value;

use crate::{beside, golden, parts};
use rows::{Base, ROWS};

const PAGE: &str = include_str!("../fixtures/page.yaml");
const CHECKED: &str = include_str!("../fixtures/checked.yaml");
const EVIDENCE: &str = include_str!("../fixtures/checked.evidence.yaml");
const SECOND: &str = include_str!("../fixtures/editions/bridge-2.yaml");
const QUAY: &str = include_str!("../fixtures/editions/quay-2.yaml");
const EDITIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/editions");

const START: &str = "<!-- fields:start -->\n";
const END: &str = "<!-- fields:end -->\n";
const FORMS: [&str; 6] = ["page", "Markdown", "JSON", "JSON-LD", "CSV", "CSL-JSON"];

impl Base {
    fn text(self) -> &'static str {
        match self {
            Self::Page => PAGE,
            Self::Checked | Self::Unchecked => CHECKED,
            Self::Second => SECOND,
            // What names no earlier edition withdraws nothing.
            Self::Quay => QUAY.split("withdrawn:").next().unwrap(),
        }
    }

    fn check(self, text: &str, lock: &str) -> Checked {
        match self {
            Self::Page | Self::Unchecked => beside::check_with_lock(text, None),
            Self::Checked => beside::check_with_lock(text, Some(lock)),
            Self::Second => beside::check_text(&Path::new(EDITIONS).join("bridge-2.yaml"), text),
            Self::Quay => beside::check_text(&Path::new(EDITIONS).join("quay-2.yaml"), text),
        }
    }

    /// Makes all forms of a text. Of the page, what people see: the data in it is JSON-LD.
    fn forms(self, text: &str, lock: &str) -> [String; 6] {
        let checked = self.check(text, lock);
        let brief = checked.brief;
        let brief = brief.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics));
        let (edition, locales) = (Edition::of(brief), Locales::default());
        let mut page = Page::new(&edition).render().unwrap();
        page.replace_range(parts::data(&page), "");
        page.replace_range(parts::hash(&page, "script-src"), "");
        [
            page,
            markdown(&edition, &locales),
            json(&edition),
            json_ld(&edition),
            csv(&edition, &locales),
            csl_json(&edition),
        ]
    }
}

fn table() -> String {
    let mut table = format!("| field | {} |\n", FORMS.join(" | "));
    _ = writeln!(table, "| --- |{}", " --- |".repeat(FORMS.len()));
    for (field, base, from, to) in ROWS {
        let text = base.text();
        assert!(
            text.contains(from) || EVIDENCE.contains(from),
            "{field}: {from}"
        );
        // What was verified is in the lock, too.
        let lock = EVIDENCE.replace(from, to);
        let changed = base.forms(&text.replace(from, to), &lock);
        let cells = base.forms(text, EVIDENCE).into_iter().zip(changed);
        let cells = cells.map(|(was, is)| if was == is { " " } else { " yes " });
        _ = writeln!(
            table,
            "| `{field}` |{}|",
            cells.collect::<Vec<_>>().join("|")
        );
    }
    table
}

#[test]
fn the_table_of_fields_is_up_to_date() {
    let document = include_str!("../../docs/exports.md");
    let (before, rest) = document.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let expected = format!("{before}{START}{}{END}{after}", table());
    golden::assert_golden("docs/exports.md", &expected);
}

/// Where the fields of a type are in the schema.
const TYPES: &[(&str, &str)] = &[
    ("brief", ""),
    ("voice", "/definitions/Voice"),
    ("source", "/definitions/Source"),
    ("source.archived", "/definitions/Source/properties/archived"),
    ("source.updates", "/definitions/Update"),
    ("date", "/definitions/Claim/properties/said"),
    ("issue", "/definitions/Issue"),
    ("claim", "/definitions/Claim"),
    ("quote", "/definitions/Quote"),
    ("position", "/definitions/Position"),
    ("event", "/definitions/Event"),
    ("tension", "/definitions/Tension"),
    ("gap", "/definitions/Gap"),
    ("left_out", "/definitions/LeftOut"),
    ("withdrawn", "/definitions/Withdrawn"),
    ("allow", "/definitions/Allow"),
];

/// The fields that hold others, each with a row of its own, and those that say nothing to readers.
const WITHOUT_ROW: &[&str] = &["allow", "format", "include"];

#[test]
fn every_field_of_the_format_has_a_row() {
    let schema: Value = serde_json::from_str(&brief::schema::text()).unwrap();
    let rows: BTreeSet<&str> = ROWS.iter().map(|(field, ..)| *field).collect();
    for (name, place) in TYPES {
        let fields = &schema.pointer(place).unwrap()["properties"];
        for field in fields.as_object().unwrap().keys() {
            let full = format!("{name}.{field}");
            let holds = |row: &&str| {
                let kind = row.split('.').next().unwrap();
                row.starts_with(&format!("{full}.")) || *name == "brief" && is_plural(field, kind)
            };
            let is_known = rows.contains(&*full)
                || WITHOUT_ROW.contains(&field.as_str())
                || full == "claim.quotes"
                || rows.iter().any(holds);
            assert!(is_known, "{full}: give it a row in export_fields/rows.rs");
        }
    }
}

fn is_plural(list: &str, one: &str) -> bool {
    list == one || list.strip_suffix('s') == Some(one)
}
