//! Says why a signature does not hold.

use std::fmt;

/// What signatures of pages are for: a signature that was made for something else is none here.
pub const NAMESPACE: &str = "page@briefwright";

/// Why a signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It is not written as a signature is: why.
    Unreadable(&'static str),
    /// It was made for something else than pages.
    OtherNamespace(String),
    /// It is of a kind of key that is not checked here.
    OtherKind(String),
    /// It is of a form that is not checked here: which.
    OtherForm(&'static str),
    /// It was made of other bytes than these, or not by this key.
    OtherBytes,
}

impl fmt::Display for Unsound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => {
                write!(formatter, "it is not written as a signature is: {why}")
            }
            Self::OtherNamespace(name) => {
                let name = quoted(name, "something else");
                write!(
                    formatter,
                    "it was made for {name}, and one of a page is made for `{NAMESPACE}`"
                )
            }
            Self::OtherKind(kind) => {
                let kind = quoted(kind, "of its key");
                write!(formatter, "keys of the kind {kind} are not known here")
            }
            Self::OtherForm(what) => write!(formatter, "{what} is not known here"),
            Self::OtherBytes => formatter.write_str(
                "it was made of other bytes than these, or not by the key that it names",
            ),
        }
    }
}

/// Returns what a signature says of itself in backticks, if it is a name and nothing else to read.
fn quoted(text: &str, otherwise: &str) -> String {
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"@.-_".contains(&byte);
    if (1..=64).contains(&text.len()) && text.bytes().all(is_of_name) {
        format!("`{text}`")
    } else {
        otherwise.to_owned()
    }
}

impl std::error::Error for Unsound {}
