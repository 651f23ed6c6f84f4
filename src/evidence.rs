//! Holds quotes against their sources: is it word for word what stands there?
//!
//! [`Snapshot`] is a source's text as a reader sees it, or the reason why there is none. [`find()`] looks for quotes in it, by the
//! rules of normalisation that `normalise` writes down, and never takes what is merely similar.
//! [`Lock`] records what was found, so that it can be compared with the brief without the sources,
//! which are other people's works.
//!
//! No input, no clock: bytes in, findings out.

mod doubt;
mod edges;
mod edits;
mod encoding;
mod find;
mod forms;
mod html;
mod kept;
mod lock;
mod mail;
mod markup;
mod nearest;
mod normalise;
mod opened;
mod order;
mod other_encodings;
mod pages;
mod places;

mod presentation;
mod readings;
mod snapshot;
mod wrapped;
mod yaml;

pub use doubt::find;
pub use find::{Finding, SoughtQuote};
pub use html::Tags;
pub use kept::Kept;
pub use lock::{Day, InvalidLock, Lock, LockedQuote, LockedWords, Paired, SnapshotFile, pair};
pub use nearest::Nearest;
pub use opened::Media;
pub use snapshot::Snapshot;
pub(crate) use snapshot::sha256;
