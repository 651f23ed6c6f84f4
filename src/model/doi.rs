//! Parses digital object identifiers (ISO 26324).

use std::fmt::{self, Write as _};

use super::text::InvalidText;
use crate::characters::is_unsafe;

/// A digital object identifier, bare: `10.1000/182`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Doi {
    bare: String,
    link: String,
}

impl Doi {
    /// What [`Doi::parse`] accepts and little more, as a regular expression of ECMA-262.
    pub const PATTERN: &str = r"^([Hh][Tt][Tt][Pp][Ss]?://([Dd][Xx]\.|[Ww]{3}\.)?[Dd][Oo][Ii]\.[Oo][Rr][Gg]/|[Dd][Oo][Ii]:\s*)?10\.[0-9]{4,9}(\.[0-9]+)*/\S+$";

    /// Parses an identifier: bare, after `doi:`, or as an address at doi.org. What an address
    /// writes as `%3C` is read as what it stands for.
    ///
    /// # Errors
    /// The text is not of that form.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        let bare = match after_resolver(text) {
            Some(encoded) => decoded(encoded).ok_or(InvalidText::Form)?,
            None => after(text, "doi:").map_or(text, str::trim_start).to_owned(),
        };
        let is_sound = is_of_form(&bare)
            && !bare.chars().any(is_unsafe)
            && !bare.contains(char::is_whitespace);
        if is_sound {
            Ok(Self {
                link: link(&bare),
                bare,
            })
        } else {
            Err(InvalidText::Form)
        }
    }

    /// Returns the address that leads to what it identifies.
    pub fn link(&self) -> &str {
        &self.link
    }

    /// Returns the identifier alone.
    pub fn as_str(&self) -> &str {
        &self.bare
    }
}

impl fmt::Display for Doi {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.bare)
    }
}

fn link(bare: &str) -> String {
    let mut link = "https://doi.org/".to_owned();
    for byte in bare.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte) {
            link.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            _ = write!(link, "%{byte:02X}");
        }
    }
    link
}

fn after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn after_resolver(text: &str) -> Option<&str> {
    let rest = after(text, "https://").or_else(|| after(text, "http://"))?;
    let host = after(rest, "dx.").or_else(|| after(rest, "www."));
    after(host.unwrap_or(rest), "doi.org/")
}

/// Reads percent-encoding; none if what comes of it is no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .filter(|code| code.iter().all(u8::is_ascii_hexdigit));
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|_| *first == b'%');
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = tail.get(2..)?;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

/// Says whether a text is `10.`, a registrant's number, and a name after a slash.
fn is_of_form(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text
        .strip_prefix("10.")
        .and_then(|rest| rest.split_once('/'));
    parts.is_some_and(|(registrant, name)| {
        let first = registrant.split('.').next().unwrap_or_default();
        registrant.split('.').all(digits) && (4..=9).contains(&first.len()) && !name.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::Doi;

    #[test]
    fn one_form_is_kept() {
        for given in [
            "10.1000/182",
            "doi:10.1000/182",
            "DOI: 10.1000/182",
            "https://doi.org/10.1000/182",
            "http://dx.doi.org/10.1000/182",
            "HTTPS://WWW.DOI.ORG/10.1000/182",
        ] {
            let doi = Doi::parse(given).unwrap();
            assert_eq!(doi.as_str(), "10.1000/182", "{given}");
            assert_eq!(doi.link(), "https://doi.org/10.1000/182", "{given}");
        }
    }

    #[test]
    fn what_an_address_cannot_hold_is_encoded() {
        let bare = "10.1002/(SICI)1097-4636(1998)43:4<338::AID-JBM16>3.0.CO;2-X";
        let link =
            "https://doi.org/10.1002/(SICI)1097-4636(1998)43:4%3C338::AID-JBM16%3E3.0.CO;2-X";
        assert_eq!(Doi::parse(bare).unwrap().link(), link);
        assert_eq!(Doi::parse(link).unwrap().as_str(), bare);
        assert_eq!(
            Doi::parse("10.1000/a%b#c").unwrap().link(),
            "https://doi.org/10.1000/a%25b%23c"
        );
    }

    #[test]
    fn other_texts_are_refused() {
        for faulty in [
            "",
            "10.1000",
            "10.1000/",
            "10.100/x",
            "11.1000/x",
            "10.1000/a b",
            "10.1000./x",
            "10.10a0/x",
            "https://doi.org/",
            "https://doi.org/10.1000/a%20b",
            "https://doi.org.example/10.1000/182",
            "https://example.org/10.1000/182",
            "doi.org/10.1000/182",
            "10.1000/a\u{202E}b",
            "10.1000/%\u{1F600}\u{200B}",
        ] {
            assert!(Doi::parse(faulty).is_err(), "{faulty}");
        }
        assert!(Doi::parse("10.1000.10/é%").is_ok());
    }
}
