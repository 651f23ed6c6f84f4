//! Reads the escapes that programs write for characters, in whatever text: `\"`, `\n`, `\u2019`.

use std::str::Chars;

use super::encoding::decode;
use super::lenient_base64;
use super::mail;
use super::opened::Media;

/// A text of fewer signs may be a word.
const FEWEST_OF_BASE64: usize = 40;

/// Returns a text without the backslashes of escapes; nothing, if it has none.
pub(super) fn without_escapes(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'N' | 'r' | 't' | 'h') => plain.push('\n'),
            Some('u') => match coded(&mut chars) {
                Some(c) => plain.push(c),
                None => plain.push_str("\\u"),
            },
            Some(c) if c.is_ascii_punctuation() => plain.push(c),
            Some(c) => plain.extend(['\\', c]),
            None => plain.push('\\'),
        }
    }
    (plain != text).then_some(plain)
}

/// Returns a text that was saved as it is sent: by quoted-printable (`=D0=B2`), in an address (`%20`), or in base64;
/// nothing, if it is none of them.
pub(super) fn as_it_was_sent(text: &str) -> Option<String> {
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/\r\n".contains(byte);
    let has_code = |mark: u8| {
        let is_code = |three: &[u8]| {
            three[0] == mark && three[1].is_ascii_hexdigit() && three[2].is_ascii_hexdigit()
        };
        text.as_bytes().windows(3).any(is_code)
    };
    let sent = text.trim();
    let bytes = if sent.len() >= FEWEST_OF_BASE64
        && sent.trim_end_matches('=').as_bytes().iter().all(is_sign)
    {
        lenient_base64::decoded(sent.as_bytes())
    } else if has_code(b'=') || text.contains("=\n") || text.contains("=\r\n") {
        // A page has its lines in one.
        let lines = text.replace("= ", "=\n");
        mail::unescaped(lines.as_bytes(), b'=')
    } else if has_code(b'%') {
        mail::unescaped(text.as_bytes(), b'%')
    } else {
        return None;
    };
    Some(decode(&bytes, Media::Text, None).text.into_owned())
}

/// Reads the number of a character, or those of both halves of a pair; nothing is read, if there is none.
fn coded(chars: &mut Chars<'_>) -> Option<char> {
    let unit = |text: &str| u16::from_str_radix(text.get(..4)?, 16).ok();
    let text = chars.as_str();
    let first = unit(text)?;
    let second = text.get(4..).and_then(|rest| rest.strip_prefix("\\u"));
    let units = [first, second.and_then(unit).unwrap_or_default()];
    let c = char::decode_utf16(units).next()?.ok()?;
    let length = if c.len_utf16() == 2 { 10 } else { 4 };
    *chars = text.get(length..)?.chars();
    Some(c)
}

#[cfg(test)]
mod tests {
    use super::{as_it_was_sent, without_escapes};
    use crate::evidence::tests::look_in;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn escapes_make_nothing_absent() {
        let script = r#"var a = "The council \"will\" not begin\nthe works";"#;
        let look = |quote| {
            let snapshot = Snapshot::read(script.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            (found.check, found.reason)
        };
        assert_eq!(
            look("The council \"will\" not begin the works"),
            (Check::CannotCheck, Some(Obstacle::MarkedUp))
        );
        assert_eq!(
            look("The council \"will\" begin the works").0,
            Check::Absent
        );
    }

    /// As archives of posts are JSON within a script.
    #[test]
    fn characters_that_are_written_as_numbers_are_read() {
        let text = r#"x = ["won\u2019t \ud835\udc00 \u12 \ud835 \u00e9"]"#;
        let plain = "x = [\"won’t 𝐀 \\u12 \\ud835 é\"]";
        assert_eq!(without_escapes(text), Some(plain.to_owned()));
    }

    #[test]
    fn what_was_saved_as_it_is_sent_makes_nothing_absent() {
        let quote = "The council will not begin the works";
        for text in [
            "The council will not be=\ngin the=20\nworks\n",
            "The=20council=20will=20not=20begin=20the=20works",
            "The%20council%20will%20not%20begin%20the%20works",
            "VGhlIGNvdW5jaWwgd2lsbCBub3QgYmVnaW4gdGhlIHdvcmtz\n",
        ] {
            let marked_up = (Check::CannotCheck, Some(Obstacle::MarkedUp));
            assert_eq!(
                look_in(text.as_bytes(), Media::Text, quote),
                marked_up,
                "{text}"
            );
            let other = "The council will begin the works";
            assert_eq!(
                look_in(text.as_bytes(), Media::Text, other).0,
                Check::Absent,
                "{text}"
            );
        }
        let page = b"<p>The council will not be=\ngin the=20\nworks</p>";
        assert_eq!(look_in(page, Media::Html, quote).0, Check::CannotCheck);
        let russian =
            "=CC=FD=F0 =E7=E0=FF=E2=E8=EB, =F7=F2=EE =E2=EE=F0=EE=F2=E0 =E7=E0=EA=F0=EE=FE=F2";
        let quote = "Мэр заявил, что ворота закроют";
        assert_eq!(
            look_in(russian.as_bytes(), Media::Text, quote).0,
            Check::CannotCheck
        );
        assert_eq!(as_it_was_sent("a = b, 50% off, c=d"), None);
    }

    #[test]
    fn what_is_no_escape_stays() {
        assert_eq!(without_escapes("none of it"), None);
        assert_eq!(
            without_escapes(r"so\, and \'so\'\"),
            Some(r"so, and 'so'\".to_owned())
        );
    }
}
