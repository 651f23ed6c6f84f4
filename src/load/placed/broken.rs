//! The error of the placing reader, which nothing in the format raises.

use std::fmt;

use serde::de::Error;

/// What a type's own `Deserialize` says. Faults of shape are collected instead, and reading goes
/// on; so this stays unused as long as the format's types add no rules of their own.
#[derive(Debug)]
pub(super) struct Broken(String);

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

impl Error for Broken {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}
