//! Parses texts that are safe to set: names, addresses, languages, keys.

use std::fmt;
use std::ops::Deref;

use unic_langid::LanguageIdentifier;

use crate::characters::{hiding, is_unsafe};

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidText {
    /// It has no visible character.
    Empty,
    /// It holds a character that can deceive the reader, at this byte.
    Unsafe(usize, char),
    /// It is not of the required form.
    Form,
}

/// Finds the first character that a text on the page may not hold: controls, bidi controls,
/// zero-width characters, and others that leave no mark (Unicode TR 36), unless they are spelling
/// where they stand, as the non-joiner in Persian is.
///
/// Line breaks and tabs are for the caller to judge: they are not reported.
pub fn unsafe_character(text: &str) -> Option<(usize, char)> {
    hiding(text).into_iter().next()
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

texts! {
    /// An id as the file has it: lower-case words of letters and digits, joined by hyphens.
    Key,
    /// A text with something to say, in one line, without deceptive characters.
    Line,
    /// An absolute `http` or `https` address.
    HttpUrl,
    /// An address that a link may have: `http`, `https` or `mailto`.
    LinkUrl,
    /// A language, a well-formed BCP 47 tag.
    Language,
}

/// Takes a text if it is of its form.
fn formed(text: &str, is_of_form: bool) -> Result<String, InvalidText> {
    is_of_form.then(|| text.to_owned()).ok_or(InvalidText::Form)
}

impl Key {
    /// What [`Key::parse`] accepts, as a regular expression of ECMA-262 for other programs.
    pub const PATTERN: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /// Parses a kebab-case id that begins with a letter.
    ///
    /// # Errors
    /// The text is not of that form.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        let word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        let sound = text.starts_with(|c: char| c.is_ascii_lowercase()) && text.split('-').all(word);
        formed(text, sound).map(Self)
    }
}

impl Line {
    /// How many characters a name has at most. It is told beside each claim, so that without a limit a small
    /// text would make a page as large as the product of its names and its claims.
    pub(crate) const LONGEST_NAME: usize = 300;
    /// How many a title has at most, and a description of people without a name.
    pub(crate) const LONGEST_TITLE: usize = 1_000;

    /// Parses a text: trims it and folds line breaks and tabs to spaces.
    ///
    /// # Errors
    /// Nothing is left, or a character is unsafe.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        if let Some((at, c)) = unsafe_character(text) {
            return Err(InvalidText::Unsafe(at, c));
        }
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(InvalidText::Empty);
        }
        Ok(Self(if trimmed.contains(['\n', '\t']) {
            trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            trimmed.to_owned()
        }))
    }
}

/// Says whether a text is `scheme` followed by a host and holds nothing that ends an address.
fn has_web_form(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    web && !host.is_empty()
        && !host.contains('@')
        && host
            .chars()
            // Scripts of India write marks that are neither letters nor digits.
            .all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || ".-:[]%_~".contains(c))
        && has_no_breaking_character(text)
}

fn has_no_breaking_character(text: &str) -> bool {
    // In an address, nothing that leaves no mark is spelling.
    !text.chars().any(|c| {
        is_unsafe(c) || c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '`' | '{' | '}')
    })
}

impl HttpUrl {
    /// What [`HttpUrl::parse`] accepts and little more, as a regular expression of ECMA-262.
    pub const PATTERN: &str =
        r#"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@<>"\\`{}]+([/?#][^\s<>"\\`{}]*)?$"#;

    /// Parses an absolute `http` or `https` address with a host and without user information.
    ///
    /// # Errors
    /// The text is not of that form.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        formed(text, has_web_form(text)).map(Self)
    }
}

impl LinkUrl {
    /// Parses an address for a link.
    ///
    /// # Errors
    /// The text is not an absolute `http`, `https` or `mailto` address.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        let mail = |text: &str| {
            text.split_once(':').is_some_and(|(scheme, rest)| {
                scheme.eq_ignore_ascii_case("mailto") && rest.contains('@')
            }) && has_no_breaking_character(text)
        };
        formed(text, has_web_form(text) || mail(text)).map(Self)
    }
}

impl Language {
    /// What [`Language::parse`] accepts, as a regular expression of ECMA-262.
    pub const PATTERN: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

    /// Parses a BCP 47 tag: a language of two or three letters and subtags of up to eight
    /// letters or digits. Whether the subtags are registered is not looked up.
    ///
    /// # Errors
    /// The text is not of that form.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        let mut subtags = text.split('-');
        let sound = subtags.next().is_some_and(|primary| {
            (2..=3).contains(&primary.len())
                && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        }) && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        formed(text, sound).map(Self)
    }

    /// Returns the language alone, without script, region or variant, in lower case.
    pub fn primary(&self) -> String {
        let primary = self.split_once('-').map_or(&**self, |(primary, _)| primary);
        primary.to_ascii_lowercase()
    }

    /// Says whether the language is read from right to left: whether its script is. A tag without a
    /// script has the one that Unicode CLDR takes for likely.
    pub fn is_right_to_left(&self) -> bool {
        let script = known_part(self).and_then(|mut language| {
            language.maximize();
            language.script
        });
        script.is_some_and(|script| RIGHT_TO_LEFT.contains(&script.as_str()))
    }
}

/// The scripts that are written from right to left and in use today. They are listed because
/// `unic_langid`'s `character_direction` is wrong for `arz`, `ary`, `lad-Hebr`, `kk-CN` and `iw`.
const RIGHT_TO_LEFT: &[&str] = &[
    "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
];

/// Returns the beginning of a tag that names language, script and region.
fn known_part(tag: &str) -> Option<LanguageIdentifier> {
    match tag.parse() {
        Ok(language) => Some(language),
        Err(_) => known_part(tag.rsplit_once('-')?.0),
    }
}

#[cfg(test)]
mod tests {
    use super::{HttpUrl, InvalidText, Key, Language, Line, LinkUrl};

    #[test]
    fn keys_are_kebab_case() {
        for sound in ["a", "us-troops", "claim-12"] {
            assert!(Key::parse(sound).is_ok(), "{sound}");
        }
        for faulty in ["", "-a", "a--b", "A", "1a", "a_b", "a-", "ä"] {
            assert!(Key::parse(faulty).is_err(), "{faulty}");
        }
    }

    #[test]
    fn lines_refuse_what_deceives() {
        assert_eq!(Line::parse(" a\n b ").as_deref(), Ok("a b"));
        assert_eq!(Line::parse(" \n"), Err(InvalidText::Empty));
        for faulty in [
            "a\u{202E}b",
            "a\u{200B}b",
            "a\u{7}b",
            "a\u{2066}b",
            "a\u{FEFF}b",
        ] {
            assert!(
                matches!(Line::parse(faulty), Err(InvalidText::Unsafe(1, _))),
                "{faulty:?}"
            );
        }
        assert!(Line::parse("Зеленський, António, 한국").is_ok());
    }

    #[test]
    fn addresses_are_absolute_and_harmless() {
        for sound in [
            "https://example.org/a?b=c#d",
            "http://[::1]/",
            "https://पत्रिका.भारत/ख#न",
            "https://пошта.укр/лист?а=б#в",
            "http://[2001:db8::1]:8080/a",
            "HTTPS://example.org",
        ] {
            assert!(HttpUrl::parse(sound).is_ok(), "{sound}");
        }
        for faulty in [
            "javascript:alert(1)",
            "https://",
            "//example.org",
            "https://a b",
            "https://user@example.org",
            "https://example.org/\"onclick=",
            "data:text/html,x",
            "ftp://example.org",
        ] {
            assert!(HttpUrl::parse(faulty).is_err(), "{faulty}");
        }
        assert!(LinkUrl::parse("mailto:desk@example.org").is_ok());
        assert!(LinkUrl::parse("javascript:a@b").is_err());
    }

    #[test]
    fn languages_are_bcp_47() {
        for sound in ["en", "en-GB", "zh-Hant-TW", "uk"] {
            assert!(Language::parse(sound).is_ok(), "{sound}");
        }
        for faulty in ["", "e", "english", "en_GB", "en-", "en-toolongsubtag"] {
            assert!(Language::parse(faulty).is_err(), "{faulty}");
        }
    }

    #[test]
    fn scripts_have_a_direction() {
        let right_to_left = "ar arz ary he yi fa ur ps dv ug sd ckb syr nqo rhg ku-Arab az-Arab pa-PK \
            pa-Arab ha-Arab uz-AF lad ff-Adlm ar-EG he-x-a HE fa-AF-u-nu-latn ks mzn";
        let left_to_right =
            "en uk zh-Hant-TW ku az pa ha uz ar-Latn he-Latn sd-Deva ug-Cyrl ff xx fr-x-a";
        for (tags, expected) in [(right_to_left, true), (left_to_right, false)] {
            for tag in tags.split_whitespace() {
                let language = Language::parse(tag).unwrap();
                assert_eq!(language.is_right_to_left(), expected, "{tag}");
            }
        }
    }
}
