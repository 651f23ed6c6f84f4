//! Writes values as YAML that all readers take for the same: those of YAML 1.1, to which `no` is
//! false and `12:30` a number, and those of 1.2. Reads files of this program's own.

use std::fmt::Write as _;

use saphyr_parser::{Event, Parser};
use serde::de::{DeserializeOwned, Error as _};
use serde_yaml::{Error, Mapping, Value};

use crate::model::Edtf;

/// Words that are no texts to some readers, in any case.
const WORDS: &[&str] = &[
    "y", "yes", "on", "true", "n", "no", "off", "false", "null", "~", "", "=", "<<", ".nan", ".inf",
];

/// So many values may be nested, as in a brief.
const MOST_DEPTH: usize = 64;

/// Reads a file that this program wrote.
///
/// # Errors
/// It is no such file, or nested as none of them is.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    // `serde_yaml` is quadratic in the depth of brackets, and these files have few.
    let brackets = bytes.iter().filter(|byte| matches!(byte, b'[' | b'{'));
    if brackets.count() > MOST_DEPTH {
        expect_shallow(bytes)?;
    }
    serde_yaml::from_slice(bytes)
}

fn expect_shallow(bytes: &[u8]) -> Result<(), Error> {
    let text = str::from_utf8(bytes).map_err(Error::custom)?;
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        match event.map_err(Error::custom)?.0 {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::Alias(_)
            | Event::Scalar(..) => {}
        }
        if depth > MOST_DEPTH {
            let message = format!("values are nested deeper than {MOST_DEPTH} levels");
            return Err(Error::custom(message));
        }
    }
    Ok(())
}

/// Returns a value as YAML, laid out as `serde_yaml` does.
pub(super) fn write(value: &Value) -> Result<String, Error> {
    let mut out = String::new();
    append(value, 0, &mut out)?;
    Ok(out)
}

fn append(value: &Value, indent: usize, out: &mut String) -> Result<(), Error> {
    match value {
        Value::Mapping(entries) if !entries.is_empty() => mapping(entries, indent, out),
        Value::Sequence(items) if !items.is_empty() => {
            for item in items {
                _ = write!(out, "{:indent$}- ", "");
                let start = out.len();
                append(item, indent + 2, out)?;
                // The first line of an item stands beside its dash.
                let nested = out.split_off(start);
                out.push_str(nested.trim_start_matches(' '));
            }
            Ok(())
        }
        Value::String(text) => {
            _ = writeln!(out, "{}", scalar(text)?);
            Ok(())
        }
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Sequence(_)
        | Value::Mapping(_)
        | Value::Tagged(_) => {
            out.push_str(&serde_yaml::to_string(value)?);
            Ok(())
        }
    }
}

fn mapping(entries: &Mapping, indent: usize, out: &mut String) -> Result<(), Error> {
    for (key, value) in entries {
        let key = serde_yaml::to_string(key)?;
        _ = write!(out, "{:indent$}{}:", "", key.trim_end());
        let deeper = match value {
            Value::Sequence(items) if !items.is_empty() => Some(indent),
            Value::Mapping(entries) if !entries.is_empty() => Some(indent + 2),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Sequence(_)
            | Value::Mapping(_)
            | Value::Tagged(_) => None,
        };
        out.push(if deeper.is_some() { '\n' } else { ' ' });
        append(value, deeper.unwrap_or(indent), out)?;
    }
    Ok(())
}

/// Returns a text as a scalar in one line.
pub(crate) fn scalar(text: &str) -> Result<String, Error> {
    let scalar = serde_yaml::to_string(text)?;
    let scalar = scalar.trim_end_matches('\n');
    let is_in_one_line = !scalar.contains('\n') && !scalar.starts_with(['|', '>']);
    if is_in_one_line && (scalar.starts_with(['"', '\'']) || is_text_everywhere(text)) {
        return Ok(scalar.to_owned());
    }
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            plain if !plain.is_control() => out.push(plain),
            other => _ = write!(out, "\\x{:02X}", u32::from(other)),
        }
    }
    out.push('"');
    Ok(out)
}

/// Says whether plain text is a text to every reader, or a day, which all tell alike.
fn is_text_everywhere(text: &str) -> bool {
    let is_numeric =
        |c: char| c.is_ascii_hexdigit() || "+-.:_xotz ".contains(c.to_ascii_lowercase());
    let begins = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.');
    let is_number = text.starts_with(begins) && text.chars().all(is_numeric);
    let is_word = WORDS.contains(&&*text.to_ascii_lowercase());
    let is_day = text.len() == 10 && Edtf::parse(text).is_ok();
    (!is_number && !is_word) || is_day
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_yaml::Value;

    use super::{MOST_DEPTH, read, scalar, write};

    #[test]
    fn what_is_nested_too_deep_is_refused_before_it_is_read() {
        // Brackets in texts nest nothing.
        let brackets = format!("- \"{}\"\n- [a]\n", "[{".repeat(MOST_DEPTH));
        assert!(read::<Value>(brackets.as_bytes()).is_ok());
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read::<Value>(nested(MOST_DEPTH).as_bytes()).is_ok());
        // It is not looked at to its end, and has none.
        for open in ["[", "[{a: "] {
            let error = read::<Value>(open.repeat(MOST_DEPTH + 1).as_bytes()).unwrap_err();
            assert!(error.to_string().contains("deeper than 64"), "{error}");
        }
    }

    #[test]
    fn what_readers_differ_on_is_in_quote_marks() {
        for text in [
            "no",
            "Yes",
            "ON",
            "y",
            "12:30",
            "1_000",
            "0x1F",
            "0o17",
            "2025-02-30",
            "1e3",
            "~",
            ".inf",
            "=",
            "<<",
            "",
            "a: b",
            "a #b",
            "a\nb",
            "\u{85}",
        ] {
            let scalar = scalar(text).unwrap();
            assert!(scalar.starts_with(['"', '\'']), "{text}: {scalar}");
        }
        for text in ["no troops", "2026-11-23", "Ми", "exact", "a 12:30"] {
            assert_eq!(scalar(text).unwrap(), text);
        }
    }

    #[test]
    fn values_are_laid_out_as_serde_yaml_does() {
        let text = "format: 1\nquotes:\n- claim: a\n  snapshot:\n    file: b.txt\n  at:\n  - exact: c\n    start: 1\n- claim: d\n  at: []\n";
        let value: Value = serde_yaml::from_str(text).unwrap();
        assert_eq!(write(&value).unwrap(), text);
        assert_eq!(serde_yaml::to_string(&value).unwrap(), text);
    }

    proptest! {
        #[test]
        fn every_text_is_read_as_it_was(text in r#"([-: #'"\\&*!|>%@`{}?,~\n\t0-9a-z]|\PC){0,12}"#) {
            let yaml = write(&Value::Sequence(vec![Value::String(text.clone())])).unwrap();
            let read: Vec<String> = serde_yaml::from_str(&yaml).unwrap();
            prop_assert_eq!(read, [text]);
        }
    }
}
