//! Text in, document out: the shape of the input, with every fault of shape reported at once.
//!
//! Sound input is read once by `serde_yaml` ([`read`]), which gives no places. Where anything is
//! to be reported, [`read_placed`] reads the same text into the same types by way of
//! `saphyr-parser`'s events, knows every place, and goes on after a fault.
//!
//! Neither reader ever panics, nor takes long or much memory, whatever the bytes: size, nesting and
//! aliases are limited, and `serde_yaml` sees no text that could keep it busy.

mod anchors;
mod build;
mod document;
mod entries;
mod harmless;
mod input;
mod limits;
mod located;
mod offsets;
mod part;
mod placed;
mod raw;
mod reading;
mod refusal;
pub(crate) mod rules;
mod syntax;
mod tree;
mod words;

pub use document::*;
pub use entries::Entries;
pub use limits::MOST_BYTES;
pub use located::{Located, OneOrMany, Text};
pub use part::part;
pub use reading::{Reading, read, read_placed};
