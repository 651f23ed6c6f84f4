//! Joins the strings in which programs keep a text in JSON, and those in objects for what is set apart in it, as
//! exports of chats and editors write it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::encoding::decode;
use super::lenient_base64;
use super::opened::{Media, is_binary};

/// A string of fewer signs may be a word.
const FEWEST_OF_BASE64: usize = 40;

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
    let mut named: BTreeMap<&str, String> = BTreeMap::new();
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
            Value::Object(values) => {
                for (name, value) in values {
                    if let Some(piece) = value.as_str() {
                        add_piece(named.entry(name).or_default(), piece);
                        let sent = base64_of(piece).into_iter();
                        sent.for_each(|text| lines.extend([&text, "\n"]));
                    }
                }
                left.extend(values.values());
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    for pieces in named.values() {
        lines.extend([pieces, "\n"]);
    }
    (!lines.is_empty()).then_some(lines)
}

/// Adds what follows the pieces of a text that stand by the same name, be they words without spaces.
fn add_piece(pieces: &mut String, piece: &str) {
    let is_word =
        piece.starts_with(char::is_alphanumeric) && !pieces.ends_with(char::is_whitespace);
    if is_word && !pieces.is_empty() {
        pieces.push(' ');
    }
    pieces.push_str(piece);
}

/// Returns the text that a string in base64 holds, as archives of requests have pages.
fn base64_of(string: &str) -> Option<String> {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(&byte);
    let is_code = string.len() >= FEWEST_OF_BASE64 && string.bytes().all(is_sign);
    let bytes = is_code.then(|| lenient_base64::decoded(string.as_bytes()));
    let text = decode(&bytes?, Media::Text, None).text.into_owned();
    (!is_binary(&text)).then_some(text)
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
            r#"{"rich_text": [{"plain_text": "The council will "}, {"plain_text": "not"}, {"plain_text": " begin the works"}]}"#,
            r#"[{"word": "The council"}, {"word": "will"}, {"word": "not"}, {"word": "begin the works"}]"#,
            r#"{"items": [{"alternatives": [{"content": "The council"}]}, {"alternatives": [{"content": "will not begin"}]}, {"alternatives": [{"content": "the works"}]}, {"alternatives": [{"content": "."}]}]}"#,
            r#"{"Blocks": [{"BlockType": "LINE", "Text": "The council will not"}, {"BlockType": "LINE", "Text": "begin the works"}]}"#,
            "{\"n\": 1, \"text\": \"The council will not\"}\n{\"n\": 2, \"text\": \"begin the works\"}\n",
        ] {
            let quote = "The council will not begin the works";
            assert_eq!(look(text, quote), MARKED_UP, "{text}");
            let misquote = "The council will begin the works";
            assert_eq!(look(text, misquote).0, Check::Absent, "{text}");
        }
    }

    /// As browsers keep what servers sent (HAR).
    #[test]
    fn words_in_strings_of_base64_are_not_absent() {
        let page = "PHA+VGhlIGNvdW5jaWwgd2lsbCA8Yj5ub3Q8L2I+IGJlZ2luIHRoZSB3b3JrczwvcD4=";
        let content = format!(r#"{{"text": "{page}", "encoding": "base64"}}"#);
        let text =
            format!(r#"{{"log": {{"entries": [{{"response": {{"content": {content}}}}}]}}}}"#);
        assert_eq!(
            look(&text, "The council will not begin the works"),
            MARKED_UP
        );
        let misquote = "The council will begin the works";
        assert_eq!(look(&text, misquote).0, Check::Absent);
    }
}
