//! Keeps what was found of the quotes in the evidence lock, beside the brief in place of the
//! sources.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::yaml;
use crate::model::{Caveat, Check, Edtf, Obstacle, Selector};

const FORMAT: u32 = 1;
const HEADING: &str = "# Written by `brief verify`: where each quote stands in its source.\n";

/// What was found of every quote, in the order of the brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    format: u32,
    /// A record a quote.
    pub(crate) quotes: Vec<LockedQuote>,
}

/// What was found of a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedQuote {
    /// The id of the claim.
    pub claim: String,
    /// The quote's words as they were then.
    pub text: String,
    /// Of a translation, the source's own words as they were given then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// How they stand to the source.
    #[serde(rename = "status")]
    pub check: Check,
    /// Why it was not verified; earlier versions did not record it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Obstacle>,
    /// What a reader has to know of it, if it stands there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caveats: Vec<Caveat>,
    /// The day on which that was found.
    pub checked: Day,
    /// The id of the source that was looked in; none if there was no snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The snapshot that was looked in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<SnapshotFile>,
    /// Where the quote stands in it: one passage, or one for each part of an edited quote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<Selector>,
}

impl LockedQuote {
    pub(crate) fn words(&self) -> LockedWords<'_> {
        LockedWords {
            claim: &self.claim,
            text: &self.text,
            original: self.original.as_deref(),
        }
    }
}

/// A file and what was in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotFile {
    /// The file's name.
    pub file: String,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// A day of the calendar, as ISO 8601 writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Edtf);

impl Day {
    /// Parses a day such as `2026-11-23`.
    ///
    /// # Errors
    /// The text is no day of the calendar.
    pub fn parse(text: &str) -> Result<Self, InvalidLock> {
        let date = Edtf::parse(text).ok().filter(|_| text.len() == 10);
        match date.filter(|date| date.civil().is_some_and(|civil| civil.day.is_some())) {
            Some(date) => Ok(Self(date)),
            None => Err(InvalidLock(format!(
                "`{text}` is no day such as 2026-11-23"
            ))),
        }
    }

    pub(crate) fn date(&self) -> &Edtf {
        &self.0
    }

    /// Returns the day as ISO 8601 writes it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl TryFrom<String> for Day {
    type Error = InvalidLock;

    fn try_from(text: String) -> Result<Self, InvalidLock> {
        Self::parse(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.as_str().to_owned()
    }
}

/// Why a lock cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidLock(String);

impl fmt::Display for InvalidLock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for InvalidLock {}

impl From<serde_yaml::Error> for InvalidLock {
    fn from(error: serde_yaml::Error) -> Self {
        Self(error.to_string())
    }
}

impl Lock {
    /// Makes a lock.
    pub fn new(quotes: Vec<LockedQuote>) -> Self {
        Self {
            format: FORMAT,
            quotes,
        }
    }

    /// Reads a lock from the bytes of its file.
    ///
    /// # Errors
    /// The bytes are not a lock of this version.
    pub fn read(bytes: &[u8]) -> Result<Self, InvalidLock> {
        let lock: Self = serde_yaml::from_slice(bytes)?;
        if lock.format == FORMAT {
            return Ok(lock);
        }
        Err(InvalidLock(format!(
            "its format is {}, and this program reads {FORMAT}",
            lock.format
        )))
    }

    /// Returns the text of the file: of the same lock the same text.
    ///
    /// # Errors
    /// YAML has no form for it; this does not happen.
    pub fn write(&self) -> Result<String, InvalidLock> {
        let value = serde_yaml::to_value(self)?;
        Ok(format!("{HEADING}{}", yaml::write(&value)?))
    }
}

/// What a lock has on a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paired<'a> {
    /// A record of these words.
    Same(&'a LockedQuote),
    /// A record of other words, which the quote had before.
    Changed(&'a LockedQuote),
    /// No record.
    None,
}

/// What a quote is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LockedWords<'a> {
    /// The id of its claim.
    pub claim: &'a str,
    /// Its words.
    pub text: &'a str,
    /// Of a translation, the words that it was made of.
    pub original: Option<&'a str>,
}

/// Pairs quotes with the records of a lock; returns what the lock has on each, and the records
/// that are left over.
///
/// Quotes may change their order. Quote and record that are left over in a claim are taken for one
/// that changed.
pub fn pair<'a>(
    lock: &'a Lock,
    quotes: &[LockedWords<'_>],
) -> (Vec<Paired<'a>>, Vec<&'a LockedQuote>) {
    let mut same: BTreeMap<LockedWords<'_>, Vec<usize>> = BTreeMap::new();
    for (index, locked) in lock.quotes.iter().enumerate().rev() {
        same.entry(locked.words()).or_default().push(index);
    }
    let mut left: Vec<Option<&LockedQuote>> = lock.quotes.iter().map(Some).collect();
    let mut paired: Vec<Paired<'_>> = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let index = same.get_mut(quote).and_then(Vec::pop);
        let locked = index.and_then(|index| left[index].take());
        paired.push(locked.map_or(Paired::None, Paired::Same));
    }
    let mut of_claims: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, locked) in left.iter().enumerate().rev() {
        if let Some(locked) = locked {
            of_claims.entry(&locked.claim).or_default().push(index);
        }
    }
    for (quote, paired) in quotes.iter().zip(&mut paired) {
        if *paired == Paired::None
            && let Some(index) = of_claims.get_mut(quote.claim).and_then(Vec::pop)
        {
            *paired = left[index].take().map_or(Paired::None, Paired::Changed);
        }
    }
    (paired, left.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::{Day, Lock, LockedQuote, LockedWords, Paired, SnapshotFile, pair};
    use crate::model::{Check, Obstacle, Selector};

    fn lock() -> Lock {
        Lock::new(vec![LockedQuote {
            claim: "no-veto".to_owned(),
            text: "no: veto".to_owned(),
            original: Some("немає".to_owned()),
            check: Check::CannotCheck,
            reason: Some(Obstacle::Pdf),
            caveats: Vec::new(),
            checked: Day::parse("2026-11-23").unwrap(),
            source: Some("post".to_owned()),
            snapshot: Some(SnapshotFile {
                file: "post.txt".to_owned(),
                sha256: "0".repeat(64),
            }),
            at: vec![Selector {
                exact: "no: veto".to_owned(),
                prefix: " “\n".to_owned(),
                suffix: String::new(),
                start: 3,
                end: 11,
            }],
        }])
    }

    #[test]
    fn what_is_written_is_read() {
        let text = lock().write().unwrap();
        assert_eq!(Lock::read(text.as_bytes()).unwrap(), lock());
        assert!(text.contains("status: cannot-check\n"), "{text}");
    }

    #[test]
    fn a_lock_of_an_earlier_version_is_read() {
        let text = lock().write().unwrap();
        let earlier = text.replace("  reason: pdf\n", "");
        assert_ne!(earlier, text);
        let read = Lock::read(earlier.as_bytes()).unwrap();
        assert_eq!(read.quotes[0].reason, None);
        assert_eq!(read.write().unwrap(), earlier);
    }

    #[test]
    fn what_is_no_lock_is_refused() {
        let text = lock().write().unwrap();
        for (from, to) in [
            ("format: 1", "format: 2"),
            ("2026-11-23", "2026-11-31"),
            ("2026-11-23", "2026-11"),
            ("cannot-check", "fine"),
            ("claim:", "clam:"),
            ("reason: pdf", "reason: a whim"),
            ("start: 3", "start: 3\n      first: 3"),
        ] {
            let faulty = text.replace(from, to);
            assert_ne!(faulty, text);
            assert!(Lock::read(faulty.as_bytes()).is_err(), "{from} as {to}");
        }
        assert!(Lock::read(b"\xff").is_err());
    }

    fn lock_of(records: &[(&str, &str)]) -> Lock {
        let locked = |(claim, text): &(&str, &str)| LockedQuote {
            claim: (*claim).to_owned(),
            text: (*text).to_owned(),
            original: None,
            check: Check::Exact,
            reason: None,
            caveats: Vec::new(),
            checked: Day::parse("2026-11-23").unwrap(),
            source: None,
            snapshot: None,
            at: Vec::new(),
        };
        Lock::new(records.iter().map(locked).collect())
    }

    fn words<'a>(claim: &'a str, text: &'a str) -> LockedWords<'a> {
        LockedWords {
            claim,
            text,
            original: None,
        }
    }

    /// Pairs; a quote that is the same is `=`, one that changed is what it was, else `-`.
    fn paired(records: &[(&str, &str)], quotes: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let lock = lock_of(records);
        let quotes: Vec<LockedWords<'_>> = quotes
            .iter()
            .map(|(claim, text)| words(claim, text))
            .collect();
        let (paired, stale) = pair(&lock, &quotes);
        let paired = paired.iter().map(|paired| match paired {
            Paired::Same(_) => "=".to_owned(),
            Paired::Changed(locked) => locked.text.clone(),
            Paired::None => "-".to_owned(),
        });
        (
            paired.collect(),
            stale.iter().map(|locked| locked.text.clone()).collect(),
        )
    }

    #[test]
    fn order_does_not_matter() {
        let (found, stale) = paired(
            &[("a", "1"), ("a", "2"), ("b", "1")],
            &[("b", "1"), ("a", "2"), ("a", "1")],
        );
        assert_eq!(found, ["=", "=", "="]);
        assert!(stale.is_empty());
    }

    #[test]
    fn changed_new_and_stale_quotes_are_told_apart() {
        let records = [("a", "1"), ("a", "2"), ("b", "3"), ("c", "4")];
        let (found, stale) = paired(&records, &[("a", "2"), ("a", "x"), ("b", "3"), ("b", "y")]);
        assert_eq!(found, ["=", "1", "=", "-"]);
        assert_eq!(stale, ["4"]);
    }

    #[test]
    fn another_original_is_another_quote() {
        let lock = lock_of(&[("a", "1")]);
        let quote = LockedWords {
            original: Some("один"),
            ..words("a", "1")
        };
        let (paired, stale) = pair(&lock, &[quote]);
        assert_eq!(paired, [Paired::Changed(&lock.quotes[0])]);
        assert!(stale.is_empty());
    }

    #[test]
    fn a_quote_given_twice_needs_two_records() {
        assert_eq!(
            paired(&[("a", "1")], &[("a", "1"), ("a", "1")]).0,
            ["=", "-"]
        );
    }
}
