//! Keeps beside a snapshot from where and when it came, and what it says of itself.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::addresses;
use super::entry;
use super::metadata;
use super::moments;
use super::stated::{Said, Values, add, first};
use crate::evidence::{Day, Kept, read_yaml, sha256};
use crate::import::Keys;

const FORMAT: u32 = 1;
const HEADING: &str = "# Written by `brief capture`: from where and when the file came that is named here, and what it says\n\
     # of itself, each value with what says it. Of several values the first is taken.\n";

/// The record of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    format: u32,
    /// The name of the snapshot.
    pub file: String,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// The SHA-256 of its text as a reader sees it, in UTF-8.
    pub text_sha256: String,
    captured: Captured,
    /// Its address in an archive, and the day of that copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    archived: Option<Copy>,
    /// How many pages were saved in the file, if it is the first of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pages: Option<usize>,
    #[serde(default)]
    says: Said,
}

/// How a snapshot came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Captured {
    /// When: a day, or a time in UTC.
    pub at: String,
    /// The program and its version.
    pub by: String,
    /// The name of the file that it was, if it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// How it was requested, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
}

/// A request by HTTP, and what was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The address that was asked for.
    pub address: String,
    /// The addresses by which the answer came, the last of which gave it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redirects: Vec<String>,
    /// The content type that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// The encoding that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// The address of which an archive says that this is a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
}

impl Request {
    /// Returns the address that gave the answer.
    pub fn final_address(&self) -> &str {
        self.redirects.last().unwrap_or(&self.address)
    }
}

/// A copy in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Copy {
    url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// Says why a text is no record of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidRecord(String);

impl fmt::Display for InvalidRecord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Record {
    /// Makes the record of a work; under which name it is kept is said by [`Record::keep_as`].
    pub fn of(kept: &Kept, captured: Captured) -> Self {
        let request = captured.request.as_ref();
        let address = request.map(Request::final_address);
        let mut says = metadata::read(kept, address);
        if let Some(original) = request.and_then(|request| request.original.as_deref()) {
            let mut values = Values::new();
            add(&mut values, original, "head of an archive");
            says.address.splice(0..0, values);
        }
        let archived = first(&says.archived).and_then(addresses::read);
        if kept.is_page && says.kind.is_empty() {
            add(&mut says.kind, "webpage", "its form");
        }
        Self {
            format: FORMAT,
            file: String::new(),
            sha256: kept.snapshot.sha256().to_owned(),
            text_sha256: kept.text_sha256(),
            archived: archived.and_then(|address| {
                let (url, date) = (address.copy?, address.day);
                Some(Copy { url, date })
            }),
            pages: Some(kept.pages).filter(|pages| *pages > 1 && !is_letter(kept)),
            says,
            captured,
        }
    }

    /// Reads a record.
    ///
    /// # Errors
    /// The bytes are no record, or a newer one than this program knows.
    pub fn read(bytes: &[u8]) -> Result<Self, InvalidRecord> {
        let record: Self = read_yaml(bytes).map_err(|error| InvalidRecord(error.to_string()))?;
        if record.format > FORMAT {
            let format = record.format;
            return Err(InvalidRecord(format!(
                "its format is {format}, which a newer program writes"
            )));
        }
        Ok(record)
    }

    /// Writes the record.
    ///
    /// # Errors
    /// It cannot be written as YAML.
    pub fn write(&self) -> Result<String, InvalidRecord> {
        let yaml = serde_yaml::to_string(self).map_err(|error| InvalidRecord(error.to_string()))?;
        Ok(format!("{HEADING}{yaml}"))
    }

    /// Says under which name the snapshot is kept.
    pub fn keep_as(&mut self, file: String) {
        self.file = file;
    }

    /// Returns ids for the source: each of the first with a number, if they are taken.
    pub fn ids(&self) -> impl Iterator<Item = String> {
        let day = self.issued().map(|date| format!(" {date}"));
        let dated = |name: &str| format!("{name}{}", day.as_deref().unwrap_or_default());
        let publisher = self.publisher().filter(|name| name.is_ascii());
        let publisher = publisher.map(|name| dated(name.strip_prefix("The ").unwrap_or(name)));
        let host = self
            .address()
            .and_then(addresses::host)
            .map(|host| dated(&host));
        let title = self.title().map(str::to_owned);
        let given = self.captured.given.as_deref().map(stem).map(str::to_owned);
        let texts = match publisher {
            Some(publisher) => vec![Some(publisher)],
            None => vec![title.filter(|_| day.is_none()), host, given],
        };
        let texts: Vec<String> = texts.into_iter().flatten().collect();
        let mut keys = Keys::default();
        std::iter::repeat_with(move || keys.make(texts.iter().map(String::as_str)))
    }

    /// Returns the address of the work, if it is known.
    pub fn address(&self) -> Option<&str> {
        first(&self.says.address)
    }

    /// Says whether it is the record of these bytes.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        sha256(bytes) == self.sha256
    }

    /// Returns the encoding that the server told that sent these bytes.
    pub fn charset_of(&self, bytes: &[u8]) -> Option<&str> {
        let request = self.captured.request.as_ref()?;
        let charset = request.charset.as_deref()?;
        self.is_of(bytes).then_some(charset)
    }

    /// Returns the title that the work says that it has.
    pub fn title(&self) -> Option<&str> {
        first(&self.says.title)
    }

    /// Returns whom the work says that it is published by.
    pub fn publisher(&self) -> Option<&str> {
        first(&self.says.publisher)
    }

    /// Returns the language that the work says that it is in.
    pub fn language(&self) -> Option<&str> {
        first(&self.says.lang)
    }

    /// Returns the day on which the work says that it appeared.
    pub fn issued_day(&self) -> Option<Day> {
        Day::parse(&self.issued()?).ok()
    }

    /// Says whether the work says when it appeared, if not by a day.
    pub(crate) fn is_dated(&self) -> bool {
        !self.says.issued.is_empty()
    }

    /// Says whether it has words by which the work says that something was corrected.
    pub(crate) fn is_corrected(&self) -> bool {
        !self.says.corrected.is_empty()
    }

    fn issued(&self) -> Option<String> {
        let moment = moments::read(first(&self.says.issued)?)?;
        Some(moment.date.as_str().to_owned())
    }

    /// Returns the entry of a source under `sources:`, in YAML.
    pub fn entry(&self, id: &str) -> String {
        entry::entry(id, &self.fields(None))
    }

    /// Returns the fields of the source, in YAML; its language only where it is another than the brief's.
    pub(crate) fn fields(&self, brief_lang: Option<&str>) -> String {
        let archived = self.archived.as_ref();
        entry::fields(&entry::Source {
            says: &self.says,
            accessed: self.accessed(),
            archived: archived.map(|copy| (copy.url.as_str(), copy.date.as_deref())),
            file: &self.file,
            pages: self.pages,
            brief_lang,
        })
    }

    /// Returns the day on which the source was looked at. When a file was saved is not known, unless it
    /// says so.
    fn accessed(&self) -> Option<String> {
        let day = |text: &str| Some(moments::read(text)?.date.as_str().to_owned());
        let requested = self
            .captured
            .request
            .as_ref()
            .map(|_| self.captured.at.as_str());
        requested.or(first(&self.says.saved)).and_then(day)
    }
}

/// Says whether it is a letter: what it has besides is the same letter in another form, or what is attached.
fn is_letter(kept: &Kept) -> bool {
    let around = &kept.around;
    [&around.subject, &around.sender, &around.date]
        .iter()
        .any(|head| head.is_some())
}

/// Returns the name of a file without its endings.
fn stem(file: &str) -> &str {
    let file = file.strip_suffix(".gz").unwrap_or(file);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
