//! Joins the pieces in which programs keep a text in JSON: strings, and objects for what is set apart in it, as
//! exports of chats and editors write it.

use serde_json::Value;

/// The names by which objects hold a piece of text.
const NAMES: [&str; 4] = ["text", "insert", "content", "value"];

/// Returns the texts of lists with their pieces joined, a line each; nothing, if a text is no JSON with such.
pub(super) fn joined(text: &str) -> Option<String> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let whole: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).ok()?;
    let mut lines = String::new();
    let mut left = vec![&whole];
    while let Some(value) = left.pop() {
        match value {
            Value::Array(values) => {
                let before = lines.len();
                for value in values {
                    lines.push_str(piece(value));
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

/// Returns the text of a piece.
fn piece(value: &Value) -> &str {
    let named = || NAMES.iter().find_map(|name| value.get(name)?.as_str());
    value.as_str().or_else(named).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn words_in_pieces_are_not_absent() {
        for text in [
            r#"{"messages": [{"text": ["The council will ", {"type": "bold", "text": "not"}, " begin the works"]}]}"#,
            r#"{"ops": [{"insert": "The council will "}, {"attributes": {"bold": true}, "insert": "not"}, {"insert": " begin the works"}]}"#,
        ] {
            let look = |quote| {
                let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
                let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
                (found.check, found.reason)
            };
            let doubt = (Check::CannotCheck, Some(Obstacle::MarkedUp));
            assert_eq!(
                look("The council will not begin the works"),
                doubt,
                "{text}"
            );
            assert_eq!(
                look("The council will begin the works").0,
                Check::Absent,
                "{text}"
            );
        }
    }
}
