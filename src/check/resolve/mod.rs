//! The parts of the document to the parts of the brief, a file per domain noun.
//!
//! Each resolver reports what is faulty, yields nothing for it, and goes on.

mod brief;
mod claim;
mod dates;
mod ids;
mod quote;
mod source;
mod texts;
mod topics;
mod verification;
mod voice;

pub(super) use brief::resolve;

use super::findings::Findings;
use super::index::Index;
use crate::load::Document;

/// What resolving a part needs to know of the rest.
struct Resolver<'a, 'f> {
    document: &'a Document,
    text: &'a str,
    index: &'a Index<'a>,
    findings: &'f mut Findings,
    /// How many more unknown ids are compared with all known ones, which takes its time.
    suggestions: usize,
}
