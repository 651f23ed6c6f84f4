//! Answers what editors ask of a brief as it is being written: what is where, what can stand here,
//! what to do about a fault.
//!
//! All of it are functions of texts: places are bytes, and no file is opened. `brief lsp` speaks the
//! protocol.

mod kind;
mod opened;
mod positions;
mod schema;

pub use kind::Kind;
pub use opened::Opened;
pub use positions::{Encoding, Lines, Position};
