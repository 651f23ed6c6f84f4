//! Says why a signature does not hold.

use std::fmt;

/// What signatures of pages are for: a signature that was made for something else is none here.
pub const NAMESPACE: &str = "brief";

/// Why a signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It is not written as a signature is: why.
    Unreadable(&'static str),
    /// It was made for something else than pages.
    OtherNamespace(String),
    /// It is of a kind of key that is not checked here.
    OtherKind(String),
    /// It was made of other bytes than these, or not by this key.
    OtherBytes,
}

impl fmt::Display for Unsound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => {
                write!(formatter, "it is not written as a signature is: {why}")
            }
            Self::OtherNamespace(name) => write!(
                formatter,
                "it was made for `{name}`, and one of a page is made for `{NAMESPACE}`"
            ),
            Self::OtherKind(kind) => {
                write!(formatter, "keys of the kind `{kind}` are not known here")
            }
            Self::OtherBytes => formatter.write_str(
                "it was made of other bytes than these, or not by the key that it names",
            ),
        }
    }
}

impl std::error::Error for Unsound {}
