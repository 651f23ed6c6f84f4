//! Keeps what was found of the quotes in the evidence lock, beside the brief in place of the
//! sources.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::snapshot::ArchiveRecord;
use super::yaml;
use crate::model::{Caveat, Check, Edtf, Obstacle, PdfPage, Selector};

/// The format of locks that know what stands between the ends of passages.
const FORMAT: u32 = 4;
/// The format of locks that have passages, words that paraphrases borrow, pages of PDFs, records of
/// archives, or obstacles of those.
const THIRD_FORMAT: u32 = 3;
/// The format of locks that have reasons and caveats.
const SECOND_FORMAT: u32 = 2;
/// The format of locks without them: earlier programs read it, too.
const FIRST_FORMAT: u32 = 1;
const HEADING: &str = "# Written by `brief verify`: where each quote stands in its source.\n";

/// What was found of every quote, in the order of the brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    format: u32,
    /// A record a quote.
    pub(crate) quotes: Vec<LockedQuote>,
    /// A record a passage: those of claims, then those that are left out, which have no claim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) passages: Vec<LockedQuote>,
    /// The words that paraphrases have from their sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) borrowed: Vec<BorrowedWords>,
}

/// Words in a row that a paraphrase has from its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowedWords {
    /// The id of the claim.
    pub claim: String,
    /// The words, as the paraphrase has them.
    pub words: String,
    /// The id of the source.
    pub source: String,
}

/// What was found of a quote, or of a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedQuote {
    /// The id of the claim; a passage that is left out has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub claim: String,
    /// The quote's words, or the ends of the passage, as they were then.
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
    /// Of a passage in two ends, the SHA-256 of what stands between them; earlier versions did not record it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<String>,
    /// Of a PDF, the page that it stands on, or the first and the last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PdfPage>,
}

impl LockedQuote {
    /// Returns the format that a lock with the record has at least, so that no earlier program misreads it.
    fn format(&self) -> u32 {
        let is_of_archive = self
            .snapshot
            .as_ref()
            .is_some_and(|file| file.record.is_some());
        let is_new = self.reason.is_some_and(Obstacle::is_of_saved_forms);
        if self.between.is_some() {
            FORMAT
        } else if is_of_archive || is_new || !self.pages.is_empty() {
            THIRD_FORMAT
        } else if self.reason.is_some() || !self.caveats.is_empty() {
            SECOND_FORMAT
        } else {
            FIRST_FORMAT
        }
    }

    /// Says how the record contradicts itself, as one does that was changed by hand or badly merged.
    fn contradiction(&self) -> Option<String> {
        let words = self.original.as_ref().unwrap_or(&self.text);
        // A mark of a note may be left out.
        let letters = |text: &str| -> String {
            let words = text.split(|c: char| !c.is_alphabetic());
            words.filter(|word| word.len() > 1).collect()
        };
        let is_reversed = self.at.iter().any(|at| at.end < at.start);
        let is_exact = self.check == Check::Exact && self.caveats.is_empty();
        let is_other =
            matches!(&*self.at, [at] if is_exact && letters(&at.exact) != letters(words));
        (is_reversed || is_other).then(|| format!("the record of `{words}` has another passage"))
    }

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
    /// Which page of it, if it is an archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<ArchiveRecord>,
}

impl SnapshotFile {
    /// Returns the file with the page in it that has what was found, where that is one in a frame.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Self {
        let framed = finding.frame.as_ref().map(|address| ArchiveRecord {
            address: Some(address.clone()),
            time: None,
        });
        Self {
            record: framed.or_else(|| self.record.clone()),
            ..self.clone()
        }
    }
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
            None => Err(InvalidLock::new(format!(
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
pub struct InvalidLock {
    message: String,
    is_newer: bool,
}

impl InvalidLock {
    fn new(message: String) -> Self {
        Self {
            message,
            is_newer: false,
        }
    }

    /// Says whether a newer program made the lock, so that this one must not make it anew.
    pub fn is_newer(&self) -> bool {
        self.is_newer
    }

    /// Says what to do about it.
    pub fn help(&self) -> &'static str {
        if self.is_newer {
            "install the newer brief; or remove the lock, and run `brief verify` with this one"
        } else {
            "run `brief verify` with the snapshots to make it anew"
        }
    }
}

impl fmt::Display for InvalidLock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for InvalidLock {}

impl From<serde_yaml::Error> for InvalidLock {
    fn from(error: serde_yaml::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl Lock {
    /// Makes a lock.
    pub fn new(quotes: Vec<LockedQuote>) -> Self {
        let format = quotes.iter().map(LockedQuote::format).max();
        Self {
            format: format.unwrap_or(FIRST_FORMAT),
            quotes,
            passages: Vec::new(),
            borrowed: Vec::new(),
        }
    }

    /// Adds what was found of passages, and which words paraphrases have from their sources.
    #[must_use]
    pub fn with(mut self, passages: Vec<LockedQuote>, borrowed: Vec<BorrowedWords>) -> Self {
        if !(passages.is_empty() && borrowed.is_empty()) {
            let formats = passages.iter().map(LockedQuote::format);
            self.format = formats.fold(self.format.max(THIRD_FORMAT), u32::max);
        }
        (self.passages, self.borrowed) = (passages, borrowed);
        self
    }

    /// Reads a lock from the bytes of its file.
    ///
    /// # Errors
    /// The bytes are no lock, or one of a newer program.
    pub fn read(bytes: &[u8]) -> Result<Self, InvalidLock> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let lock: Result<Self, _> = yaml::read(bytes);
        let format = match &lock {
            Ok(lock) => Some(lock.format),
            // A newer one may have other fields.
            Err(_) => yaml::read(bytes).ok().map(|head: Head| head.format),
        };
        match format {
            Some(newer) if newer > FORMAT => Err(InvalidLock {
                message: format!(
                    "it was made by a newer brief: its format is {newer}, and this one reads {FORMAT} at most"
                ),
                is_newer: true,
            }),
            Some(0) => Err(InvalidLock::new("there is no format 0".to_owned())),
            Some(_) | None => {
                let lock = lock?;
                let contradiction = lock.quotes.iter().find_map(LockedQuote::contradiction);
                contradiction.map_or(Ok(lock), |message| Err(InvalidLock::new(message)))
            }
        }
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

impl<'a> LockedWords<'a> {
    /// Returns what a passage of a claim is known by; of one that is left out, the claim has no id.
    pub fn of_passage(claim: &'a str, text: &'a str) -> Self {
        Self {
            claim,
            text,
            original: None,
        }
    }
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
    paired_with(&lock.quotes, quotes)
}

/// Pairs passages with the records of a lock, as [`pair`] does quotes.
pub fn pair_passages<'a>(
    lock: &'a Lock,
    passages: &[LockedWords<'_>],
) -> (Vec<Paired<'a>>, Vec<&'a LockedQuote>) {
    paired_with(&lock.passages, passages)
}

fn paired_with<'a>(
    records: &'a [LockedQuote],
    quotes: &[LockedWords<'_>],
) -> (Vec<Paired<'a>>, Vec<&'a LockedQuote>) {
    let mut same: BTreeMap<LockedWords<'_>, Vec<usize>> = BTreeMap::new();
    for (index, locked) in records.iter().enumerate().rev() {
        same.entry(locked.words()).or_default().push(index);
    }
    let mut left: Vec<Option<&LockedQuote>> = records.iter().map(Some).collect();
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
mod tests;
