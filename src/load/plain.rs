//! Says what plain text is besides text: a number, a truth value, nothing. The rules are those of
//! `serde_yaml`, which users and their other tools know.

pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// Says whether plain text is nothing, and could be no name: what is still to be written.
pub(super) fn is_left_open(text: &str) -> bool {
    matches!(text, "" | "~" | "null")
}

/// Says whether plain text is no text at all but a number, a truth value or nothing.
pub(super) fn is_no_text(text: &str) -> bool {
    is_null(text) || is_bool(text) || is_number(text)
}

/// Reads plain text as a whole number.
pub(super) fn unsigned(text: &str) -> Option<u64> {
    unsigned_by(text, u64::from_str_radix)
}

fn is_bool(text: &str) -> bool {
    matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
}

fn is_number(text: &str) -> bool {
    unsigned_by(text, u128::from_str_radix).is_some() || is_negative(text) || is_float(text)
}

type Parsed<T> = Result<T, std::num::ParseIntError>;

fn unsigned_by<T>(text: &str, parse: fn(&str, u32) -> Parsed<T>) -> Option<T> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            if rest.starts_with(['+', '-']) {
                return None;
            }
            if let Ok(number) = parse(rest, radix) {
                return Some(number);
            }
        }
    }
    if digits.starts_with(['+', '-']) || has_leading_zero(text) {
        return None;
    }
    parse(digits, 10).ok()
}

fn is_negative(text: &str) -> bool {
    [("-0x", 16), ("-0o", 8), ("-0b", 2)]
        .into_iter()
        .filter_map(|(prefix, radix)| Some((text.strip_prefix(prefix)?, radix)))
        .any(|(rest, radix)| i128::from_str_radix(&format!("-{rest}"), radix).is_ok())
        || (!has_leading_zero(text) && text.parse::<i128>().is_ok())
}

fn is_float(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    if has_leading_zero(text) || (digits.len() < text.len() && digits.starts_with(['+', '-'])) {
        return false;
    }
    matches!(digits, ".inf" | ".Inf" | ".INF")
        || matches!(text, "-.inf" | "-.Inf" | "-.INF" | ".nan" | ".NaN" | ".NAN")
        || digits.parse().is_ok_and(f64::is_finite)
}

/// Digits after a leading zero are text, as in an id or a telephone number.
fn has_leading_zero(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{is_no_text, unsigned};
    use serde_yaml::Value;

    #[test]
    fn plain_texts_are_what_serde_yaml_takes_them_for() {
        for text in [
            "",
            "~",
            "null",
            "nil",
            "true",
            "yes",
            "1",
            "+1",
            "-1",
            "--1",
            "+-1",
            "007",
            "-007",
            "0",
            "0x1F",
            "0x+1",
            "0xg",
            "-0x1f",
            "0o17",
            "0b101",
            "0b2",
            "1.5",
            "1e3",
            "1_000",
            ".inf",
            "+.inf",
            "-.inf",
            ".nan",
            "inf",
            "nan",
            "infinity",
            "1e999",
            "2025-08-16",
            "0.5",
            "00.5",
            "340282366920938463463374607431768211455",
            "340282366920938463463374607431768211456",
            "-170141183460469231731687303715884105728",
            "word",
            "+",
        ] {
            let Ok(value) = serde_yaml::from_str::<Value>(text) else {
                continue;
            };
            assert_eq!(is_no_text(text), !value.is_string(), "{text}");
            let number = serde_yaml::from_str::<u64>(text).ok();
            assert_eq!(unsigned(text), number, "{text}");
        }
    }
}
