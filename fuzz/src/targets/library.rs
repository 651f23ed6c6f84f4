//! What reference managers write: any text, or items made of the fields of CSL. What is imported is
//! YAML that a brief can include.

use arbitrary::{Result, Unstructured};
use brief::import;
use brief::phases::read_shared;
use serde_json::{Map, Value, json};

use crate::grammar::text;

const FIELDS: &[&str] = &[
    "id",
    "type",
    "title",
    "title-short",
    "author",
    "editor",
    "issued",
    "accessed",
    "event-date",
    "container-title",
    "publisher",
    "publisher-place",
    "volume",
    "issue",
    "page",
    "number",
    "URL",
    "DOI",
    "note",
    "language",
    "archive_location",
    "authority",
    "event-title",
    "citation-key",
    "custom",
    "ISBN",
];

const TYPES: &[&str] = &[
    "article-newspaper",
    "book",
    "post",
    "legal_case",
    "webpage",
    "nonsense",
    "",
];

pub(crate) fn run(bytes: &[u8]) {
    let written = match bytes {
        // A text of JSON begins so, perhaps after a mark of its order.
        [b'[' | b'{' | 0xEF, ..] => Some(bytes.to_vec()),
        _ => items(&mut Unstructured::new(bytes))
            .map(|items| items.to_string().into_bytes())
            .ok(),
    };
    let Some(yaml) = written.and_then(|text| import::csl_json(&text).ok()) else {
        return;
    };
    let (shared, found) = read_shared(yaml.as_bytes(), 0);
    let faults = found.iter().filter(|one| {
        matches!(
            one.code(),
            "syntax"
                | "unsupported-yaml"
                | "wrong-type"
                | "duplicate-id"
                | "unknown-field"
                | "unsafe-character"
                | "input-too-large"
        )
    });
    let faults: Vec<_> = faults.collect();
    assert!(shared.is_some() && faults.is_empty(), "{yaml}\n{faults:#?}");
}

fn items(from: &mut Unstructured<'_>) -> Result<Value> {
    let mut items = Vec::new();
    for _ in 0..from.int_in_range(1..=3)? {
        let mut item = Map::new();
        for _ in 0..from.int_in_range(0..=8)? {
            let field = *from.choose(FIELDS)?;
            item.insert(field.to_owned(), value(from, field)?);
        }
        items.push(Value::Object(item));
    }
    Ok(Value::Array(items))
}

/// A value as the field has it, or now and then another.
fn value(from: &mut Unstructured<'_>, field: &str) -> Result<Value> {
    match from.int_in_range(0..=9)? {
        0 => return any(from, 2),
        1 => return Ok(Value::Null),
        _ => {}
    }
    Ok(match field {
        "type" => json!(*from.choose(TYPES)?),
        "author" | "editor" => {
            let mut name = Map::new();
            for _ in 0..from.int_in_range(0..=3)? {
                let part = *from.choose(&[
                    "family",
                    "given",
                    "literal",
                    "name",
                    "suffix",
                    "non-dropping-particle",
                    "dropping-particle",
                ])?;
                name.insert(part.to_owned(), json!(text(from)?));
            }
            json!([name])
        }
        "issued" | "accessed" | "event-date" => date(from)?,
        _ => json!(text(from)?),
    })
}

fn date(from: &mut Unstructured<'_>) -> Result<Value> {
    let mut date = Map::new();
    let mut parts = Vec::new();
    for _ in 0..from.int_in_range(0..=3)? {
        let mut one = Vec::new();
        for _ in 0..from.int_in_range(0..=4)? {
            let number =
                *from.choose(&[0_i64, 1, 2, 8, 12, 13, 31, 2025, -44, 99_999, i64::MAX])?;
            one.push(if from.ratio(1, 4)? {
                json!(number.to_string())
            } else {
                json!(number)
            });
        }
        parts.push(json!(one));
    }
    date.insert("date-parts".to_owned(), json!(parts));
    for name in ["season", "circa", "literal", "raw", "edtf"] {
        if from.ratio(1, 5)? {
            date.insert(name.to_owned(), any(from, 1)?);
        }
    }
    Ok(Value::Object(date))
}

fn any(from: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    Ok(match from.int_in_range(0..=6)? {
        0 => Value::Null,
        1 => json!(from.ratio(1, 2)?),
        2 => json!(from.arbitrary::<i64>()?),
        3 => json!(from.arbitrary::<f64>()?),
        4 if depth > 0 => json!([any(from, depth - 1)?, any(from, depth - 1)?]),
        5 if depth > 0 => json!({ text(from)?: any(from, depth - 1)? }),
        _ => json!(text(from)?),
    })
}
