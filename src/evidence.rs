//! Holds quotes against their sources: is it word for word what stands there?
//!
//! [`Snapshot`] is a source's text as a reader sees it, or the reason why there is none. [`find()`] looks for quotes in it, by the
//! rules of normalisation that `normalise` writes down, and never takes what is merely similar.
//! [`Lock`] records what was found, so that it can be compared with the brief without the sources,
//! which are other people's works.
//!
//! No input, no clock: bytes in, findings out.

mod addresses;
mod amid_marks;
mod answer;
mod at_ends;
mod borrowed;
mod code_pages;
mod coded;
mod contents;
mod directions;
mod doubt;
mod edges;
mod edits;
mod encoded_words;
mod encoding;
mod ends;
mod escapes;
mod find;
mod finding;
mod forms;
mod garbled;
mod heads;
mod html;
mod johab;
mod json_strings;
mod kept;
mod korean;
mod lenient_base64;
mod lock;
mod look_alikes;
mod lost;
mod mail;
mod markdown;
mod markup;
mod message;
mod nearest;
mod normalise;
mod notes;
mod opened;
mod order;
mod other_encodings;
mod other_markup;
mod other_readings;
mod pages;
mod paging;
mod paragraphs;
mod pdf;
mod places;

mod presentation;
mod quoted_lines;
mod readings;
mod relative;
mod saved;
mod saved_page;
mod sheets;
mod shifted;
mod snapshot;
mod spaced;
mod subtitles;
#[cfg(test)]
mod tests;
mod transcripts;
mod typed;
mod vowels;
mod wacz;
mod warc;
mod whole;
mod wrapped;
mod yaml;
mod zawgyi;

pub use borrowed::borrowed_words;
pub(crate) use borrowed::still_has;
pub use doubt::find;
pub use finding::{Finding, SoughtQuote};
pub use html::Tags;
pub(crate) use html::Time;
pub use kept::Kept;
pub use lock::{
    BorrowedWords, Day, InvalidLock, Lock, LockedQuote, LockedWords, Paired, SnapshotFile, pair,
    pair_passages,
};
pub use nearest::Nearest;
pub use opened::Media;
pub use paging::Paging;
pub(crate) use paragraphs::paragraphs;
pub use pdf::{AboutPdf, is_reading_pdf};
pub use saved::unpack;
pub use saved_page::{Address, Form, Saved, SavedPage};
pub(crate) use snapshot::sha256;
pub use snapshot::{ArchiveRecord, Snapshot};
pub(crate) use transcripts::form_of_subtitles;
pub(crate) use yaml::{read as read_yaml, scalar};
