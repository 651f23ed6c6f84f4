//! Answers what editors ask of a brief as it is being written: what is where, what can stand here,
//! what to do about a fault.
//!
//! All of it are functions of texts: places are bytes, and no file is opened. `brief lsp` speaks the
//! protocol.

mod action;
mod actions;
mod adding;
mod allowing;
mod blocks;
mod citations;
mod completion;
mod file_names;
mod flow;
mod hover;
mod ids;
mod kind;
mod labels;
mod lenses;
mod mention;
mod named_files;
mod names;
mod opened;
mod outline;
mod path;
mod positions;
mod quoting;
mod rename;
mod scalar_end;
mod schema;
mod siblings;
mod spot;
mod taking_out;
mod tried;
mod written;

pub use action::Action;
pub use completion::{Completion, Completions, Offered, complete};
pub use file_names::{FileKind, FilePlace, file_place};
pub use hover::{Hover, explained, hover};
pub use kind::Kind;
pub use lenses::Lens;
pub use mention::{IdKind, Mention};
pub use named_files::files_named;
pub use opened::Opened;
pub use outline::{Fold, Symbol, SymbolKind, folds};
pub use positions::{Encoding, Lines, Position, Positions};
pub use quoting::{QuotePlace, SnapshotOf, quote_place};
pub use rename::{InvalidName, in_lock, valid_id};
