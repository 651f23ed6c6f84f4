//! Says what is wrong with a locale file, and where.

use std::fmt;

use crate::characters::line_of;

/// What is wrong with a locale file.
#[derive(Debug)]
pub struct LocaleError {
    /// The language that the file is named for.
    tag: String,
    /// The line, from 1, where it is known.
    line: Option<usize>,
    message: String,
}

impl LocaleError {
    pub(super) fn of_name(tag: &str) -> Self {
        let message = "a locale file is named as a language is, such as uk.ftl".to_owned();
        Self::of_file(tag, message)
    }

    pub(super) fn of_file(tag: &str, message: String) -> Self {
        Self {
            tag: tag.to_owned(),
            line: None,
            message,
        }
    }

    pub(super) fn at(tag: &str, text: &str, byte: usize, message: String) -> Self {
        Self {
            line: Some(line_of(text.as_bytes(), byte)),
            ..Self::of_file(tag, message)
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
