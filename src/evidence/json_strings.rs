//! Joins the strings in which programs keep a text in JSON, and those in objects for what is set apart in it, as
//! exports of chats and editors write it.

use serde_json::Value;

/// The names by which objects hold a string of a text.
const NAMES: [&str; 5] = ["text", "insert", "content", "value", "utf8"];

/// Returns the texts of lists with their strings joined, a line each; nothing, if a text is no JSON with such.
pub(super) fn joined(text: &str) -> Option<String> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let whole = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    // Some programs write a value a line.
    let whole: Vec<Value> = whole.collect::<Result<_, _>>().ok()?;
    let mut lines = String::new();
    if whole.len() > 1 {
        whole
            .iter()
            .map(string)
            .for_each(|line| lines.extend([line, "\n"]));
    }
    let mut left: Vec<&Value> = whole.iter().rev().collect();
    while let Some(value) = left.pop() {
        match value {
            Value::Array(values) => {
                let before = lines.len();
                for value in values {
                    lines.push_str(string(value));
                }
                if lines.len() > before {
                    lines.push('\n');
                }
                left.extend(values.iter().rev());
            }
            Value::Object(values) => left.extend(values.values()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    (!lines.is_empty()).then_some(lines)
}

/// Returns the string that an element of a list is or holds.
fn string(value: &Value) -> &str {
    let named = || NAMES.iter().find_map(|name| value.get(name)?.as_str());
    value.as_str().or_else(named).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::evidence::tests::{MARKED_UP, look};
    use crate::model::Check;

    #[test]
    fn words_in_several_strings_are_not_absent() {
        for text in [
            r#"{"messages": [{"text": ["The council will ", {"type": "bold", "text": "not"}, " begin the works"]}]}"#,
            r#"{"ops": [{"insert": "The council will "}, {"attributes": {"bold": true}, "insert": "not"}, {"insert": " begin the works"}]}"#,
            r#"{"events": [{"segs": [{"utf8": "The council "}, {"utf8": "will"}, {"utf8": " not"}]}, {"segs": [{"utf8": "begin the works"}]}]}"#,
            "{\"n\": 1, \"text\": \"The council will not\"}\n{\"n\": 2, \"text\": \"begin the works\"}\n",
        ] {
            let quote = "The council will not begin the works";
            assert_eq!(look(text, quote), MARKED_UP, "{text}");
            let misquote = "The council will begin the works";
            assert_eq!(look(text, misquote).0, Check::Absent, "{text}");
        }
    }
}
