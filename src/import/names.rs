//! Reads the names of CSL-JSON, in the order in which they are said.

use serde_json::{Map, Value};

use super::dates::is_true;
use super::json::says_something;

/// What was read of a name.
#[derive(Debug, PartialEq)]
pub(super) struct Name {
    /// The name as it is said; none of what is no name.
    pub(super) said: Option<String>,
    /// The fields that say something and were not taken.
    pub(super) left: Vec<String>,
}

/// Returns the names of a list, of one object, or of a text.
pub(super) fn read(given: &Value) -> Vec<Name> {
    match given {
        Value::Array(names) => names
            .iter()
            .filter(|name| !name.is_null())
            .map(name)
            .collect(),
        Value::Null => Vec::new(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            vec![name(given)]
        }
    }
}

fn name(given: &Value) -> Name {
    let (said, used) = match given {
        Value::String(name) => (name.clone(), Vec::new()),
        Value::Number(name) => (name.to_string(), Vec::new()),
        Value::Object(fields) => of_fields(fields),
        Value::Null | Value::Bool(_) | Value::Array(_) => Default::default(),
    };
    // What is no name at all is left as it stands.
    let whole = Some(given).filter(|given| given.is_array() && says_something(given));
    let fields = given.as_object().into_iter().flatten();
    let left = fields.filter(|(name, value)| {
        let name = name.as_str();
        !used.contains(&name) && !HINTS.contains(&name) && says_something(value)
    });
    Name {
        left: left
            .map(|(name, _)| name.clone())
            .chain(whole.map(Value::to_string))
            .collect(),
        said: Some(said.trim().to_owned()).filter(|said| !said.is_empty()),
    }
}

/// Fields that only say how the parts of a name are set.
const HINTS: &[&str] = &[
    "comma-dropping-particle",
    "comma-suffix",
    "isInstitution",
    "parse-names",
    "static-ordering",
    "static-particles",
];

/// Returns a name as it is said, and the fields that it was made of.
fn of_fields(fields: &Map<String, Value>) -> (String, Vec<&'static str>) {
    let part = |part: &str| match fields.get(part) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let is_set = |flag: &str| fields.get(flag).is_some_and(is_true);
    // Crossref has `name` for an institution.
    for whole in ["literal", "name"] {
        if !part(whole).is_empty() {
            return (part(whole), vec![whole]);
        }
    }
    let is_joined = is_eastern(&part("family")) && is_eastern(&part("given"));
    // A particle has no known place in a name that is not turned round: it is left, and told.
    let order: &[&str] = if is_joined {
        &["family", "given"]
    } else if is_set("static-ordering") {
        &["non-dropping-particle", "family", "given"]
    } else {
        &[
            "given",
            "dropping-particle",
            "non-dropping-particle",
            "family",
        ]
    };
    let mut in_order = String::new();
    for text in order
        .iter()
        .map(|name| part(name))
        .filter(|text| !text.is_empty())
    {
        let parts_from_next = !in_order.is_empty() && !is_joined && !joins_next(&in_order);
        in_order.push_str(if parts_from_next { " " } else { "" });
        in_order.push_str(&text);
    }
    let said = match part("suffix") {
        none if none.is_empty() => in_order,
        suffix if is_set("comma-suffix") => format!("{in_order}, {suffix}"),
        suffix => format!("{in_order} {suffix}"),
    };
    let used = order.iter().copied().chain(["suffix"]);
    (said, used.filter(|name| !part(name).is_empty()).collect())
}

/// Says whether the next part of a name follows without a space, as after "al-" and "d’": a particle is in small
/// letters, and a name such as "Rabīʿ" is not.
fn joins_next(part: &str) -> bool {
    let last = part.split_whitespace().next_back().unwrap_or("");
    let mut letters = last.chars().filter(|c| c.is_alphabetic());
    letters.next().is_none_or(|letter| !letter.is_uppercase())
        && part.ends_with(['-', '‐', '\u{2011}', '־', '\'', '’', '‘', 'ʼ', 'ʻ', 'ʿ'])
}

/// Says whether a name is in Chinese, Japanese or Korean letters: then the family's name comes first,
/// with no space after it.
fn is_eastern(name: &str) -> bool {
    let is_eastern = |c: char| {
        matches!(c, '々' | '〆' | '〇' | '\u{1100}'..='\u{11FF}' | '\u{3040}'..='\u{31FF}'
            | '\u{3400}'..='\u{9FFF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}'
            | '\u{F900}'..='\u{FAFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FF66}'..='\u{FF9F}'
            | '\u{20000}'..='\u{323AF}' | '\u{E0100}'..='\u{E01EF}')
    };
    !name.is_empty() && name.chars().all(|c| is_eastern(c) || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{Name, read};
    use serde_json::{Value, json};

    fn said(given: &Value) -> Vec<Option<String>> {
        read(given).into_iter().map(|name| name.said).collect()
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a list of cases")]
    fn names_are_in_the_order_in_which_they_are_said() {
        for (given, expected) in [
            (
                json!({ "family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-" }),
                "Tawfiq al-Hakim",
            ),
            (
                json!({ "family": "Aubignac", "given": "François", "dropping-particle": "d’" }),
                "François d’Aubignac",
            ),
            (
                json!({ "family": "Maḥfūẓ", "given": "Rabīʿ" }),
                "Rabīʿ Maḥfūẓ",
            ),
            (
                json!({ "family": "Jones", "given": "John", "dropping-particle": "d'" }),
                "John d'Jones",
            ),
            (
                json!({ "family": "Gaulle", "given": "Charles", "non-dropping-particle": "de" }),
                "Charles de Gaulle",
            ),
            (
                json!({ "family": "Meer", "given": "Gerard", "dropping-particle": "van",
                    "non-dropping-particle": "der" }),
                "Gerard van der Meer",
            ),
            (
                json!({ "family": "Hooft", "given": "Pieter", "non-dropping-particle": "'t" }),
                "Pieter 't Hooft",
            ),
            (
                json!({ "family": "Fontaine", "given": "Jean", "dropping-particle": "de",
                    "non-dropping-particle": "La", "suffix": "III" }),
                "Jean de La Fontaine III",
            ),
            (json!({ "family": "王", "given": "小明" }), "王小明"),
            (json!({ "family": "김", "given": "민수" }), "김민수"),
            (
                json!({ "family": "佐々木", "given": "みどり" }),
                "佐々木みどり",
            ),
            (
                json!({ "family": "Wang", "given": "Xiaoming" }),
                "Xiaoming Wang",
            ),
            (
                json!({ "family": "Orbán", "given": "Viktor", "static-ordering": true }),
                "Orbán Viktor",
            ),
            (
                json!({ "family": "Gaulle", "given": "Charles", "non-dropping-particle": "de",
                    "static-ordering": true }),
                "de Gaulle Charles",
            ),
            (
                json!({ "family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-",
                    "static-ordering": true }),
                "al-Hakim Tawfiq",
            ),
            (
                json!({ "family": "Приклад", "given": "Ганна" }),
                "Ганна Приклад",
            ),
            (
                json!({ "family": "King", "given": "Martin Luther", "suffix": "Jr.", "comma-suffix": true }),
                "Martin Luther King, Jr.",
            ),
            (
                json!({ "family": "Doe", "given": "Jo", "suffix": "III", "comma-suffix": 0 }),
                "Jo Doe III",
            ),
            (
                json!({ "family": "Doe Inc.", "given": "", "isInstitution": 1 }),
                "Doe Inc.",
            ),
            (json!({ "family": " Doe ", "given": " Jo " }), "Jo Doe"),
            (json!({ "family": "Plato" }), "Plato"),
            (json!({ "given": "Madonna" }), "Madonna"),
            (json!({ "name": "World Bank" }), "World Bank"),
            (json!({ "literal": "Desk" }), "Desk"),
            (json!("Jane Doe"), "Jane Doe"),
        ] {
            let name = Name {
                said: Some(expected.to_owned()),
                left: Vec::new(),
            };
            assert_eq!(read(&given), [name], "{given}");
        }
        assert_eq!(
            said(&json!(["A", null, { "family": "" }, 7, ["B"]])),
            [Some("A".to_owned()), None, Some("7".to_owned()), None]
        );
        assert!(read(&json!(null)).is_empty());
    }

    #[test]
    fn what_is_not_taken_of_a_name_is_left() {
        for (given, left) in [
            (json!({ "literal": "Desk", "family": "Doe" }), "family"),
            (
                json!({ "family": "Doe", "ORCID": "x", "sequence": "first" }),
                "ORCID sequence",
            ),
            (json!({ "family": ["Doe"], "given": "Jo" }), "family"),
            (
                json!({ "family": "Meer", "given": "Gerard", "dropping-particle": "van",
                    "static-ordering": true }),
                "dropping-particle",
            ),
            (
                json!({ "family": "王", "given": "小明", "dropping-particle": "van",
                    "non-dropping-particle": "der" }),
                "dropping-particle non-dropping-particle",
            ),
            (json!([["Doe", "Jo"]]), "[\"Doe\",\"Jo\"]"),
            (
                json!({ "family": "Doe", "affiliation": [], "given": null }),
                "",
            ),
        ] {
            assert_eq!(read(&given)[0].left.join(" "), left, "{given}");
        }
    }
}
