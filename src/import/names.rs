//! Reads the names of CSL-JSON, in the order in which they are said.

use serde_json::Value;

/// Returns the names of a list, of one object, or of a text; none for what is no name.
pub(super) fn read(given: &Value) -> Vec<Option<String>> {
    match given.as_array() {
        Some(names) => names.iter().map(name).collect(),
        None if given.is_null() => Vec::new(),
        None => vec![name(given)],
    }
}

fn name(given: &Value) -> Option<String> {
    if let Value::String(name) = given {
        return Some(name.clone());
    }
    let part = |part: &str| given.get(part).and_then(Value::as_str).unwrap_or_default();
    // Crossref has `name` for an institution.
    if let Some(whole) = ["literal", "name"]
        .map(part)
        .into_iter()
        .find(|name| !name.is_empty())
    {
        return Some(whole.to_owned());
    }
    let family = part("family");
    let said = if is_family_first(given, family, part("given")) {
        format!("{family}{}", part("given"))
    } else {
        let parts = ["given", "dropping-particle", "non-dropping-particle"].map(part);
        let before = parts.into_iter().filter(|part| !part.is_empty());
        let mut said: String = before.map(before_another).collect();
        said.push_str(family);
        said
    };
    let said = match part("suffix") {
        "" => said,
        suffix if is_true(given.get("comma-suffix")) => format!("{said}, {suffix}"),
        suffix => format!("{said} {suffix}"),
    };
    let said = said.trim();
    (!said.is_empty()).then(|| said.to_owned())
}

/// Returns a part of a name with what parts it from the next: nothing after "al-" and "d’".
fn before_another(part: &str) -> String {
    let joins = part.ends_with(['-', '‐', '\'', '’', 'ʼ']);
    format!("{part}{}", if joins { "" } else { " " })
}

/// Says whether the family's name comes first, with no space after it, as in Chinese, Japanese and
/// Korean letters.
fn is_family_first(given: &Value, family: &str, first: &str) -> bool {
    let is_eastern = |c: char| {
        matches!(c, '々' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'
            | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
    };
    let all = |name: &str| !name.is_empty() && name.chars().all(is_eastern);
    all(family) && all(first) || is_true(given.get("static-ordering")) && all(family)
}

fn is_true(value: Option<&Value>) -> bool {
    value.is_some_and(|value| *value == Value::Bool(true) || *value == "true" || *value == 1)
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde_json::json;

    #[test]
    fn names_are_in_the_order_in_which_they_are_said() {
        for (given, said) in [
            (
                json!({ "family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-" }),
                "Tawfiq al-Hakim",
            ),
            (
                json!({ "family": "Aubignac", "given": "François", "dropping-particle": "d’" }),
                "François d’Aubignac",
            ),
            (
                json!({ "family": "Beethoven", "given": "Ludwig", "dropping-particle": "van" }),
                "Ludwig van Beethoven",
            ),
            (json!({ "family": "王", "given": "小明" }), "王小明"),
            (
                json!({ "family": "Wang", "given": "Xiaoming" }),
                "Xiaoming Wang",
            ),
            (
                json!({ "family": "King", "given": "Martin Luther", "suffix": "Jr.", "comma-suffix": true }),
                "Martin Luther King, Jr.",
            ),
            (
                json!({ "family": "Doe", "given": "Jo", "suffix": "III" }),
                "Jo Doe III",
            ),
            (json!({ "family": "Plato" }), "Plato"),
            (json!({ "given": "Madonna" }), "Madonna"),
            (json!({ "name": "World Bank" }), "World Bank"),
            (json!({ "literal": "Desk" }), "Desk"),
            (json!("Jane Doe"), "Jane Doe"),
        ] {
            assert_eq!(read(&given), [Some(said.to_owned())], "{given}");
        }
        assert_eq!(
            read(&json!(["A", { "family": "" }, 7])),
            [Some("A".to_owned()), None, None]
        );
        assert!(read(&json!(null)).is_empty());
    }
}
