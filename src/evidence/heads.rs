//! Reads the heads of messages, of records in web archives and of answers by HTTP: names and values.

use super::encoding::decode;
use super::opened::Media;
use super::shifted;

/// Heads are read up to so many bytes.
pub(super) const MOST_BYTES: usize = 64 << 10;

/// Names and values.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads(Vec<Head>);

#[derive(Clone, Debug)]
struct Head {
    name: String,
    value: String,
    /// The value as it lies there.
    bytes: Vec<u8>,
}

impl Heads {
    /// Takes a line of the heads, without its end; one that begins with a space goes on from the last.
    pub(super) fn line(&mut self, line: &[u8]) {
        let goes_on = line.starts_with(b" ") || line.starts_with(b"\t");
        if let Some(head) = self.0.last_mut().filter(|_| goes_on) {
            let more = line.trim_ascii();
            head.value.push(' ');
            head.value.push_str(&String::from_utf8_lossy(more));
            head.bytes.push(b' ');
            head.bytes.extend(more);
        } else if let Some(colon) = line.iter().position(|byte| *byte == b':') {
            let (name, value) = line.split_at(colon);
            let bytes = value.get(1..).unwrap_or_default().trim_ascii();
            let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
            self.0.push(Head {
                name: text(name).trim().to_ascii_lowercase(),
                value: text(bytes),
                bytes: bytes.to_vec(),
            });
        }
    }

    /// Reads the values in the encoding that the text below names, as heads have it that are not encoded.
    pub(super) fn decode(&mut self, charset: Option<&str>) {
        for head in &mut self.0 {
            let told = charset.and_then(|charset| shifted::decode(&head.bytes, charset));
            let is_utf_8 = charset.is_some_and(|charset| charset.eq_ignore_ascii_case("utf-8"));
            let of_head = || shifted::of_head(&head.bytes).filter(|_| !is_utf_8);
            let shifted = told.or_else(of_head);
            head.value = shifted
                .unwrap_or_else(|| decode(&head.bytes, Media::Text, charset).text.into_owned());
        }
    }

    /// Reads heads up to the empty line; returns the first line, the heads, and what follows.
    pub(super) fn read(bytes: &[u8]) -> (String, Self, &[u8]) {
        let mut heads = Self::default();
        let (mut first, mut at) = (None, 0);
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            let line = line.trim_ascii_end();
            if line.is_empty() || at > MOST_BYTES {
                break;
            }
            if first.is_none() {
                first = Some(String::from_utf8_lossy(line).into_owned());
            } else {
                heads.line(line);
            }
        }
        let rest = bytes.get(at..).unwrap_or_default();
        (first.unwrap_or_default(), heads, rest)
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|head| head.name == name);
        found.map(|head| &*head.value)
    }

    /// Returns all names and values, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|head| (&*head.name, &*head.value))
    }

    /// Returns the first word of a head, in small letters: `text/html`.
    pub(super) fn word(&self, name: &str) -> Option<String> {
        let value = self.get(name)?;
        let word = value.split([';', ',', '(']).next()?.trim();
        Some(word.to_ascii_lowercase())
    }

    /// Returns what a head gives by a name of its own, as `charset` of `text/html; charset="utf-8"`.
    pub(super) fn parameter(&self, name: &str, parameter: &str) -> Option<String> {
        let value = self.get(name)?;
        let start = value.to_ascii_lowercase().find(&format!("{parameter}="))?;
        let value = value.get(start + parameter.len() + 1..)?.trim_start();
        let value = match value.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next()?,
            None => value.split(';').next()?.trim(),
        };
        (!value.is_empty()).then(|| value.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{EUC_KR, GBK, ISO_2022_JP, KOI8_R};

    use crate::evidence::Media;
    use crate::evidence::tests::look_in;
    use crate::model::{Check, Obstacle};

    fn mail(subject: &[u8], charset: &str) -> Vec<u8> {
        let (before, after) = (
            b"From: a@x.example\nSubject: ",
            b"\nContent-Type: text/plain",
        );
        let text = b"\n\nThe works begin in the spring of the year.\n";
        [before, subject, after, charset.as_bytes(), text].concat()
    }

    /// Returns letters of two bytes without their highest bits, between marks that shift.
    fn shifted(bytes: &[u8], open: &[u8], close: &[u8]) -> Vec<u8> {
        let low: Vec<u8> = bytes.iter().map(|byte| byte & 0x7F).collect();
        [open, &low, close].concat()
    }

    /// Remarks stand in brackets.
    #[test]
    fn a_remark_is_no_encoding() {
        let mail = b"From: a@x.example\nSubject: x\nContent-Type: text/plain (as ever)\n\
            Content-Transfer-Encoding: base64 (by MIME)\n\nVGhlIHdvcmtzIHdpbGwgbm90IGJlZ2luLg==\n";
        let found = look_in(mail, Media::Text, "The works will not begin.");
        assert_eq!(found, (Check::Exact, None));
    }

    /// Old programs write heads in the encoding of the message, and name none for them.
    #[test]
    fn a_subject_is_in_the_encoding_of_the_message() {
        let russian = "Денег ещё не нашли, и до осени их не будет";
        let koi8 = KOI8_R.encode(russian).0;
        let korean = "항구를넓히지않는다고말했다";
        let bare = shifted(&EUC_KR.encode(korean).0, b"\x0E", b"\x0F");
        let marked = [b"\x1B$)C", &*bare].concat();
        let chinese = "市长说今年不会开始工程";
        let hz = shifted(&GBK.encode(chinese).0, b"~{", b"~}");
        let japanese = "予算はまだ決まっていないと市長";
        for (bytes, charset, quote) in [
            (&*koi8, "; charset=koi8-r", russian),
            (&bare, "; charset=iso-2022-kr", korean),
            (&marked, "; charset=iso-2022-kr", korean),
            (&marked, "", korean),
            (&hz, "; charset=hz-gb-2312", chinese),
            (&hz, "; charset=us-ascii", chinese),
            (&*ISO_2022_JP.encode(japanese).0, "", japanese),
            (
                b"The price is ~{5~} euros",
                "; charset=utf-8",
                "The price is ~{5~} euros",
            ),
        ] {
            let mail = mail(bytes, charset);
            let find = |quote| look_in(&mail, Media::Text, quote);
            assert_eq!(find(quote), (Check::Exact, None), "{charset}: {quote}");
            assert_eq!(
                find("The works begin in the spring").0,
                Check::Exact,
                "{charset}"
            );
            assert_eq!(
                find("The works end in the spring").0,
                Check::Absent,
                "{charset}"
            );
        }
        let mail = mail(&koi8, "; charset=utf-8");
        let lost = (Check::CannotCheck, Some(Obstacle::LostCharacters));
        assert_eq!(look_in(&mail, Media::Text, russian), lost);
    }
}
