//! Writes JSON so that a reader keeps what it says: numbers as they are written, and half a character as one that
//! stands for it. Places in it stay near where they were.

use std::borrow::Cow;

/// Returns a text of JSON with each number as a text that a reader would write otherwise, and with
/// U+FFFD for halves of characters, which programs leave that cut a text within an emoji.
pub(super) fn mended(json: &str) -> Cow<'_, str> {
    let mut out = String::new();
    // What is before this was written.
    let mut done = 0;
    let mut at = 0;
    while let Some(byte) = json.as_bytes().get(at) {
        let (end, instead) = match byte {
            b'"' => string(json, at),
            b'-' | b'0'..=b'9' => number(json, at),
            _ => (at + 1, None),
        };
        if let Some(instead) = instead {
            out.push_str(json.get(done..at).unwrap_or(""));
            out.push_str(&instead);
            done = end;
        }
        at = end;
    }
    if done == 0 {
        return Cow::Borrowed(json);
    }
    out.push_str(json.get(done..).unwrap_or(""));
    Cow::Owned(out)
}

/// The most digits of a number that any reader keeps.
const DIGITS: usize = 18;

/// Returns where a number ends, and the text that it is written as if it has to be.
fn number(json: &str, at: usize) -> (usize, Option<String>) {
    let rest = json.get(at..).unwrap_or("");
    let is_in = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let length = rest.bytes().take_while(|byte| is_in(*byte)).count();
    let number = rest.get(..length).unwrap_or("");
    let digits = number.strip_prefix('-').unwrap_or(number);
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_kept = is_whole && digits.len() <= DIGITS && number != "-0";
    let instead = (!is_kept && is_number(number)).then(|| format!("\"{number}\""));
    (at + length, instead)
}

/// Says whether these are a number of JSON.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            (mantissa, digits)
        }
        None => (text, "0"),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let begins_well = whole == "0" || !whole.starts_with('0');
    begins_well && [whole, decimals, exponent].into_iter().all(are_digits)
}

/// Returns where a string ends, and the string that it is written as if it has halves of characters.
fn string(json: &str, at: usize) -> (usize, Option<String>) {
    let bytes = json.as_bytes();
    let mut end = at + 1;
    let mut halves = Vec::new();
    while let Some(byte) = bytes.get(end) {
        end += match byte {
            b'"' => {
                end += 1;
                break;
            }
            b'\\' => match (escaped(bytes, end), escaped(bytes, end + 6)) {
                (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
                (Some(0xD800..=0xDFFF), _) => {
                    halves.push(end);
                    6
                }
                _ => 2,
            },
            _ => 1,
        };
    }
    let end = end.min(json.len());
    if halves.is_empty() {
        return (end, None);
    }
    let mut instead = String::with_capacity(end - at);
    let mut done = at;
    for half in halves {
        instead.push_str(json.get(done..half).unwrap_or(""));
        instead.push_str("\\uFFFD");
        done = half + 6;
    }
    instead.push_str(json.get(done..end).unwrap_or(""));
    (end, Some(instead))
}

/// Returns the code that an escape at a byte writes: `\ud83d`.
fn escaped(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    let digits = std::str::from_utf8(digits).ok()?;
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    are_digits.then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn numbers_and_halves_of_characters_are_kept() {
        for (given, expected) in [
            (
                r"[4.10, 1e3, -0, 12, -44]",
                r#"["4.10", "1e3", "-0", 12, -44]"#,
            ),
            ("12345678901234567890123", "\"12345678901234567890123\""),
            // What is no JSON stays so.
            (
                "[01, 1., .5, +1, 1e, 0x1, - 1]",
                "[01, 1., .5, +1, 1e, 0x1, - 1]",
            ),
            (
                r#"{"1.0": "1.0 \" 2.0", "b": 2.50}"#,
                r#"{"1.0": "1.0 \" 2.0", "b": "2.50"}"#,
            ),
            (r#""a\ud83d\ude00b""#, r#""a\ud83d\ude00b""#),
            (r#""a\ud83d""#, r#""a\uFFFD""#),
            (
                r#"["\ude00é\uD83D\u0041", 1.5]"#,
                r#"["\uFFFDé\uFFFD\u0041", "1.5"]"#,
            ),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\uFFFD\ud83d\ude00""#),
            (r#"["open 1.5"#, r#"["open 1.5"#),
            (r#"["open \"#, r#"["open \"#),
        ] {
            assert_eq!(mended(given), expected, "{given}");
        }
    }
}
