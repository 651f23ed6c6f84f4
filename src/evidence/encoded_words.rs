//! Reads the words of heads that are encoded, `=?utf-8?B?…?=`, as mail programs show them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::Encoding;

use super::shifted;

/// Returns a head with its encoded words decoded; what cannot be decoded stays as it is.
pub(super) fn decoded(head: &str) -> String {
    let mut out = String::new();
    let mut rest = head;
    let mut is_after_word = false;
    while let Some((before, from)) = rest.split_once("=?") {
        let word = word(from);
        // Spaces between encoded words are nothing.
        if !(is_after_word && word.is_some() && before.trim().is_empty()) {
            out.push_str(before);
        }
        is_after_word = word.is_some();
        if let Some((text, length)) = word {
            out.push_str(&text);
            rest = from.get(length..).unwrap_or_default();
        } else {
            out.push_str("=?");
            rest = from;
        }
    }
    out.push_str(rest);
    out
}

/// Reads an encoded word behind its mark; returns its text, and how many bytes it takes.
fn word(from: &str) -> Option<(String, usize)> {
    let mut parts = from.splitn(3, '?');
    let (charset, how, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let (text, _) = rest.split_once("?=")?;
    let charset = charset.split('*').next()?;
    let bytes = match how {
        "B" | "b" => STANDARD.decode(text).ok()?,
        "Q" | "q" => quoted(text)?,
        _ => return None,
    };
    let length = from.len() - rest.len() + text.len() + 2;
    let text = shifted::decode(&bytes, charset).or_else(|| {
        let encoding = Encoding::for_label(charset.as_bytes())?;
        Some(encoding.decode(&bytes).0.into_owned())
    });
    Some((text?, length))
}

fn quoted(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        bytes.push(match first {
            b'_' => b' ',
            b'=' => {
                let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
                rest = rest.get(2..)?;
                u8::from_str_radix(digits, 16).ok()?
            }
            other => *other,
        });
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn encoded_words_are_read_as_mail_programs_show_them() {
        for (head, text) in [
            ("The works", "The works"),
            ("=?utf-8?Q?The_works_=E2=80=93_now?=", "The works – now"),
            ("=?UTF-8?B?0JLQvtC00LA=?=", "Вода"),
            ("=?windows-1251?b?wu7k4A==?= 2", "Вода 2"),
            ("=?utf-8?q?The?=\n =?utf-8?q?_works?=", "The works"),
            ("=?utf-7?Q?Un_caf+AOk-?=", "Un café"),
            ("Re: =?utf-8*en?q?works?=", "Re: works"),
            ("=?utf-8?x?works?=", "=?utf-8?x?works?="),
            ("=?utf-8?q?=E2=8?=", "=?utf-8?q?=E2=8?="),
            ("=?", "=?"),
        ] {
            assert_eq!(decoded(head), text);
        }
    }
}
