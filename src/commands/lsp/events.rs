//! Defines what the server waits for.

use serde_json::Value;

use super::diagnosing::Diagnosed;
use super::transport::{Broken, Incoming};

/// What the server waits for.
pub(super) enum Event {
    /// What the client sent; nothing, when it is gone.
    Incoming(Option<Incoming>),
    Diagnosed(Box<Diagnosed>),
    /// Something went wrong with a text, and nothing came of it.
    Undiagnosed {
        uri: String,
        moment: u64,
    },
    /// A text was left for a newer state of it.
    GivenUp {
        uri: String,
        moment: u64,
    },
    /// An answer was worked out.
    Answered {
        id: Value,
        result: Result<Value, Broken>,
    },
}
