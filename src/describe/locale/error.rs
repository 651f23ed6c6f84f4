//! What is wrong with a locale file.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why locale files cannot be used.
#[derive(Debug)]
pub enum LocaleError {
    /// A file, or its folder, cannot be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the machine says.
        error: io::Error,
    },
    /// A file is at fault.
    Unsound {
        /// The language that the file is named for.
        tag: String,
        /// The line, from 1, where it is known.
        line: Option<usize>,
        /// What is wrong.
        message: String,
    },
}

impl LocaleError {
    pub(super) fn tag(tag: &str) -> Self {
        Self::Unsound {
            tag: tag.to_owned(),
            line: None,
            message: "a locale file is named as a language is, such as uk.ftl".to_owned(),
        }
    }

    /// Makes an error about what stands at a byte of a text.
    pub(super) fn at(tag: &str, text: &str, byte: usize, message: String) -> Self {
        let before = text.as_bytes().iter().take(byte);
        Self::Unsound {
            tag: tag.to_owned(),
            line: Some(1 + before.filter(|byte| **byte == b'\n').count()),
            message,
        }
    }
}

impl fmt::Display for LocaleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, .. } => write!(formatter, "cannot read {}", path.display()),
            Self::Unsound { tag, line, message } => {
                write!(formatter, "{tag}.ftl:")?;
                if let Some(line) = line {
                    write!(formatter, "{line}:")?;
                }
                write!(formatter, " {message}")
            }
        }
    }
}

impl std::error::Error for LocaleError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { error, .. } => Some(error),
            Self::Unsound { .. } => None,
        }
    }
}
