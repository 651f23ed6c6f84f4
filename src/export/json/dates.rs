//! Shapes dates as JSON.

use serde_json::Value;

use crate::export::ordered::object;
use crate::model::{DateGiven, Edtf};

/// Returns a date, the source's words for it, and whether the one was inferred from the other.
pub(super) fn when(given: &DateGiven) -> Value {
    let (as_given, inferred) = match given {
        DateGiven::NotGiven | DateGiven::Stated(_) => (None, false),
        DateGiven::Words(words) => (Some(&**words), false),
        DateGiven::Inferred { words, .. } => (Some(&**words), true),
    };
    object! {
        "date": given.date().map(Edtf::as_str),
        "as_given": as_given,
        "inferred": inferred,
    }
}
