//! What is wrong with a locale file.

use std::fmt;

/// A fault in a locale file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleError {
    /// The language that the file is named for.
    pub tag: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl LocaleError {
    pub(super) fn tag(tag: &str) -> Self {
        Self {
            tag: tag.to_owned(),
            line: None,
            message: "a locale file is named as a language is, such as uk.ftl".to_owned(),
        }
    }

    /// Makes an error about what stands at a byte of a text.
    pub(super) fn at(tag: &str, text: &str, byte: usize, message: String) -> Self {
        let before = text.as_bytes().iter().take(byte);
        Self {
            tag: tag.to_owned(),
            line: Some(1 + before.filter(|byte| **byte == b'\n').count()),
            message,
        }
    }
}

impl fmt::Display for LocaleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.ftl:", self.tag)?;
        if let Some(line) = self.line {
            write!(formatter, "{line}:")?;
        }
        write!(formatter, " {}", self.message)
    }
}

impl std::error::Error for LocaleError {}
