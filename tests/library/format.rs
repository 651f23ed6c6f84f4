//! The reference page of the format, made from the schema and so from the types that read it.

mod value;

use std::fmt::Write as _;

use serde_json::Value;

use crate::golden;

/// What stands around the tables.
const FRAME: &str = include_str!("format/frame.md");

/// The types in the order in which people think of them: a heading, and where the schema has it.
const TYPES: &[(&str, &str)] = &[
    ("Brief", ""),
    ("Voice", "/definitions/Voice"),
    ("Source", "/definitions/Source"),
    ("Archived", "/definitions/Source/properties/archived"),
    ("Update", "/definitions/Update"),
    ("Date", "/definitions/Claim/properties/said"),
    ("Issue", "/definitions/Issue"),
    ("Claim", "/definitions/Claim"),
    ("Run", "/definitions/Run"),
    ("Attribution", "/definitions/Attribution"),
    ("Quote", "/definitions/Quote"),
    ("Locators", "/definitions/Claim/properties/at"),
    ("Position", "/definitions/Position"),
    ("Event", "/definitions/Event"),
    ("Tension", "/definitions/Tension"),
    ("Gap", "/definitions/Gap"),
    ("LeftOut", "/definitions/LeftOut"),
    ("Withdrawn", "/definitions/Withdrawn"),
    ("Allow", "/definitions/Allow"),
];

#[test]
fn the_reference_is_up_to_date() {
    golden::assert_golden("docs/format.md", &reference());
}

#[test]
fn every_type_has_a_section() {
    let schema: Value = serde_json::from_str(&brief::schema::text()).unwrap();
    for name in schema["definitions"].as_object().unwrap().keys() {
        let place = format!("/definitions/{name}");
        let is_there = TYPES.iter().any(|(_, of)| *of == place);
        assert!(
            is_there,
            "{name}: give it a row in TYPES and a place in frame.md"
        );
    }
}

#[test]
fn the_example_is_a_sound_brief() {
    let (_, rest) = FRAME.split_once("```yaml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let found: Vec<_> = brief::Input::new(example)
        .check()
        .diagnostics
        .iter()
        .cloned()
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

/// What the cheat sheet of dates shows is what the reader takes.
#[test]
fn the_dates_shown_are_dates() {
    let (_, rest) = FRAME.split_once("<!-- dates -->\n").unwrap();
    let (rows, _) = rest.split_once("\n\n").unwrap();
    let dates: Vec<&str> = rows
        .lines()
        .skip(2)
        .map(|row| row.split('`').nth(1).unwrap())
        .collect();
    assert!(dates.len() > 8, "{rows}");
    for date in dates {
        assert!(brief::model::Edtf::parse(date).is_ok(), "{date}");
    }
}

#[test]
fn links_lead_somewhere() {
    let text = reference();
    let anchors: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(|heading| heading.to_lowercase().replace(' ', "-"))
        .collect();
    for link in text.split("](#").skip(1) {
        let (anchor, _) = link.split_once(')').unwrap();
        assert!(
            anchors.iter().any(|known| known == anchor),
            "#{anchor}: {anchors:?}"
        );
    }
}

fn reference() -> String {
    let schema: Value = serde_json::from_str(&brief::schema::text()).unwrap();
    let mut text = FRAME.to_owned();
    for (name, place) in TYPES {
        let mark = format!("<!-- fields of {name} -->\n");
        assert_eq!(text.matches(&mark).count(), 1, "{mark}");
        let required = if *name == "Claim" {
            (
                &schema["properties"]["claims"]["items"]["else"]["allOf"][1]["required"],
                "`from`",
            )
        } else {
            // Only a brief has something of its own here.
            (
                &schema.pointer(place).unwrap()["else"]["required"],
                "a file that `include` names",
            )
        };
        text = text.replace(&mark, &fields(schema.pointer(place).unwrap(), required));
    }
    text
}

/// Sets the fields of a type as a table, and the words that some of them take as lists. Of a claim,
/// the `from` of its run may give some that are required, and of a brief, what it includes.
fn fields(schema: &Value, (elsewhere, place): (&Value, &str)) -> String {
    let mut table =
        "| field | | value | meaning | such as |\n| --- | --- | --- | --- | --- |\n".to_owned();
    let mut words = String::new();
    let names = |required: &Value, name: &str| {
        let names = required.as_array();
        names.is_some_and(|names| names.iter().any(|other| other == name))
    };
    for (name, field) in schema["properties"].as_object().unwrap() {
        let required = match (names(&schema["required"], name), names(elsewhere, name)) {
            (true, _) => "required".to_owned(),
            (false, true) => format!("required, here or in {place}"),
            (false, false) => String::new(),
        };
        let row = [
            format!("`{name}`"),
            required,
            value::of(field),
            field["description"].as_str().unwrap().to_owned(),
            value::example(field),
        ];
        _ = writeln!(
            table,
            "| {} |",
            row.map(|cell| cell.replace('|', "\\|")).join(" | ")
        );
        words.push_str(&list(name, field));
    }
    table + &words
}

/// Lists the words that a field takes.
fn list(name: &str, field: &Value) -> String {
    let Some(schema) = value::words(field) else {
        return String::new();
    };
    let (words, meanings) = (&schema["enum"], &schema["enumDescriptions"]);
    let rows = words
        .as_array()
        .unwrap()
        .iter()
        .zip(meanings.as_array().unwrap());
    let mut text = format!("\n| `{name}` | meaning |\n| --- | --- |\n");
    for (word, meaning) in rows {
        let (word, meaning) = (word.as_str().unwrap(), meaning.as_str().unwrap());
        _ = writeln!(text, "| `{word}` | {meaning} |");
    }
    text
}
