//! Reads the words of heads that are encoded, `=?utf-8?B?…?=`, as mail programs show them.

use base64::Engine as _;
use encoding_rs::Encoding;

use super::lenient_base64::LENIENT;
use super::shifted;

/// Returns a head with its encoded words decoded; what cannot be decoded stays as it is.
pub(super) fn decoded(head: &str) -> String {
    let mut out = String::new();
    let mut rest = head;
    // Programs cut words within a letter, so those that follow each other are read as one.
    let mut open: Option<Word<'_>> = None;
    while let Some((before, from)) = rest.split_once("=?") {
        let word = Word::read(from);
        // Spaces between encoded words are nothing.
        let follows = word.is_some() && before.trim().is_empty();
        if let Some(last) = open.take_if(|_| !follows) {
            out.push_str(&last.text());
            out.push_str(before);
        } else if open.is_none() {
            out.push_str(before);
        }
        let Some((word, after)) = word else {
            out.push_str("=?");
            rest = from;
            continue;
        };
        rest = after;
        match &mut open {
            Some(last) if last.charset.eq_ignore_ascii_case(word.charset) => {
                last.bytes.extend(word.bytes);
            }
            Some(_) | None => {
                let last = open.replace(word);
                out.extend(last.map(|last| last.text()));
            }
        }
    }
    out.extend(open.map(|last| last.text()));
    out.push_str(rest);
    out
}

/// An encoded word.
struct Word<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
}

impl<'a> Word<'a> {
    /// Reads a word behind its mark, if it can be decoded; returns what follows it, too.
    fn read(from: &'a str) -> Option<(Self, &'a str)> {
        let mut parts = from.splitn(3, '?');
        let (charset, how, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let (text, after) = rest.split_once("?=")?;
        let charset = charset.split('*').next()?;
        let bytes = match how {
            "B" | "b" => LENIENT.decode(text).ok()?,
            "Q" | "q" => quoted(text)?,
            _ => return None,
        };
        let is_known = Encoding::for_label(charset.as_bytes()).is_some()
            || shifted::decode(&bytes, charset).is_some();
        is_known.then_some((Self { charset, bytes }, after))
    }

    fn text(&self) -> String {
        let shifted = shifted::decode(&self.bytes, self.charset);
        shifted.unwrap_or_else(|| {
            let encoding = Encoding::for_label(self.charset.as_bytes());
            let encoding = encoding.unwrap_or(encoding_rs::UTF_8);
            encoding.decode(&self.bytes).0.into_owned()
        })
    }
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
            (
                "=?utf-8?B?0JLQvtC00A?=\n =?UTF-8?Q?=B0_=D0?= =?utf-8?q?=B0?= b",
                "Вода а b",
            ),
            ("=?utf-8?q?a?= =?windows-1251?b?wu7k4A?= =?x?", "aВода =?x?"),
            ("Re: =?utf-8*en?q?works?=", "Re: works"),
            ("=?utf-8?x?works?=", "=?utf-8?x?works?="),
            ("=?utf-8?q?=E2=8?=", "=?utf-8?q?=E2=8?="),
            ("=?", "=?"),
        ] {
            assert_eq!(decoded(head), text);
        }
    }
}
