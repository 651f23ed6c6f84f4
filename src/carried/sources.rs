//! Holds all that the bytes of a page follow from.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::recorder::Given;
use crate::describe::Locales;
use crate::page::Design;

/// The form of what is carried; another is another program's.
pub(super) const FORMAT: u32 = 1;

/// How many bytes are carried at most, unpacked.
pub(super) const MOST_BYTES: usize = 64 << 20;

/// All that a page is made of, beside the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    pub(super) format: u32,
    /// The version of the program that made the page.
    pub(super) version: String,
    /// How the page was set.
    #[serde(default, skip_serializing_if = "Setting::is_usual")]
    pub(super) set: Setting,
    pub(super) brief: String,
    /// The evidence lock of the brief.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lock: Option<String>,
    /// Files that it includes, and editions before it, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) beside: BTreeMap<String, String>,
    /// The evidence locks of editions before it, by the names of these.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) locks: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Own::is_empty")]
    pub(super) own: Own,
}

/// How a page was set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Whether texts may still be to be written.
    pub draft: bool,
    /// Whether it is set in large print.
    pub large_print: bool,
}

impl Setting {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// Words, style sheets and templates in the place of the embedded ones, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// Locale files by their languages.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub locales: BTreeMap<String, String>,
    /// Style sheets, such as `type.css`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub style_sheets: BTreeMap<String, String>,
    /// Templates, such as `sections/gaps.html`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub templates: BTreeMap<String, String>,
}

impl Own {
    /// Leaves out what is as the program has it: it makes no difference.
    fn without_embedded(mut self) -> Self {
        self.locales
            .retain(|tag, text| !Locales::is_embedded(tag, text));
        for files in [&mut self.style_sheets, &mut self.templates] {
            files.retain(|name, text| !Design::is_embedded(name, text));
        }
        self
    }

    /// Returns in a few words what there is.
    pub fn in_words(&self) -> String {
        let kinds = [
            (&self.templates, "templates"),
            (&self.style_sheets, "style sheets"),
            (&self.locales, "words"),
        ];
        let kinds = kinds.iter().filter(|(files, _)| !files.is_empty());
        let kinds: Vec<&str> = kinds.map(|(_, kind)| *kind).collect();
        kinds.join(" and ")
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Why sources cannot be carried, or cannot be had of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CarriedError {
    /// A file is no text in UTF-8.
    NoText(String),
    /// They are larger than what is carried.
    TooLarge,
    /// The page has so many blocks of sources: which one holds is not said.
    Several(usize),
    /// They are of a form that this program does not know, made by this version.
    OtherForm(String),
    /// They are not as a program wrote them: why.
    Broken(String),
    /// They cannot be given back as files: why.
    Names(String),
}

impl fmt::Display for CarriedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoText(name) => write!(formatter, "`{name}` is not a text in UTF-8"),
            Self::TooLarge => write!(formatter, "the sources have more than {MOST_BYTES} bytes"),
            Self::Several(count) => {
                write!(formatter, "the page has {count} blocks of sources")
            }
            Self::OtherForm(version) => write!(
                formatter,
                "brief {version} wrote the sources in a form that is not known here"
            ),
            Self::Names(why) => write!(formatter, "they cannot be given back as files: {why}"),
            Self::Broken(why) => write!(formatter, "the block of sources is broken: {why}"),
        }
    }
}

impl std::error::Error for CarriedError {}

impl Sources {
    /// Takes the sources of a page of this version: a brief, and what was read beside it.
    ///
    /// # Errors
    /// Something of it is no text.
    pub fn new(brief: &[u8], given: Given, set: Setting, own: Own) -> Result<Self, CarriedError> {
        let text = |name: &str, bytes: Vec<u8>| {
            String::from_utf8(bytes).map_err(|_| CarriedError::NoText(name.to_owned()))
        };
        let texts = |files: BTreeMap<String, Vec<u8>>| {
            let texts = files.into_iter().map(|(name, bytes)| {
                let text = text(&name, bytes)?;
                Ok((name, text))
            });
            texts.collect::<Result<BTreeMap<_, _>, CarriedError>>()
        };
        Ok(Self {
            format: FORMAT,
            version: VERSION.to_owned(),
            set,
            brief: text("the brief", brief.to_vec())?,
            lock: given.lock.map(|lock| text("the lock", lock)).transpose()?,
            beside: texts(given.beside)?,
            locks: texts(given.locks)?,
            own: own.without_embedded(),
        })
    }

    /// Returns the version of the program that made the page, as the page says.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Says whether this version made the page, as the page says.
    pub fn is_of_this_version(&self) -> bool {
        self.version == VERSION
    }

    /// Returns how the page was set.
    pub fn setting(&self) -> Setting {
        self.set
    }

    /// Returns the text of the brief.
    pub fn brief(&self) -> &str {
        &self.brief
    }

    /// Returns the evidence lock of the brief.
    pub fn lock(&self) -> Option<&str> {
        self.lock.as_deref()
    }

    /// Returns words, style sheets and templates that were not the embedded ones.
    pub fn own(&self) -> &Own {
        &self.own
    }
}

/// The version of this program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
