//! Text in, document out: the shape of the input, with every fault of shape reported at once.
//!
//! Sound input is read once by `serde_yaml` ([`read`]), which gives no places. Where anything is
//! to be reported, [`placed::read`] reads the same text into the same types by way of
//! `saphyr-parser`'s events, knows every place, and goes on after a fault.

mod document;
mod entries;
mod located;

pub use document::*;
pub use entries::Entries;
pub use located::{Located, OneOrMany, Text};
