//! Document in, brief out: what the file says becomes what it means, or the reasons why it cannot.
//!
//! Three phases. `index` gives every id its place in its list. `resolve` makes each part of the
//! [`Brief`] from its part of the [`Document`], and where it fails it says so and goes on, so that
//! one run reports everything. `rules` then judges the document as a whole: one rule a file, the
//! file named as the code that it reports.
//!
//! Nothing here depends on places: a document that was read without any gives the same problems.

mod beside;
mod calendar;
mod context;
mod english;
mod findings;
mod index;
mod markdown;
mod mirror;
mod quoted;
mod resolve;
mod rules;
mod sentences;
mod ukrainian;
mod walk;

pub use beside::{Beside, Previous, previous_name};
pub use mirror::mirror;
pub use rules::RULES;
pub use rules::too_many_pages::{PageLimit, too_many_pages};

use context::Context;
use findings::Findings;
use index::Index;

use crate::diagnostics::Diagnostics;
use crate::load::Document;
use crate::model::Brief;

/// Checks a document and, if nothing in it is an error, makes the brief that it means.
///
/// `text` is the input that the document was read from; it places a part of a longer text.
pub fn check(document: &Document, text: &str) -> (Option<Brief>, Diagnostics) {
    check_beside(document, text, Beside::default())
}

/// Checks a document as [`check`] does, and besides that its quotes are as the evidence lock
/// beside it has them, and that it follows the edition before, as far as there are such.
pub fn check_beside(
    document: &Document,
    text: &str,
    beside: Beside<'_>,
) -> (Option<Brief>, Diagnostics) {
    let index = Index::new(document);
    let mut findings = Findings::default();
    let parts = resolve::resolve(document, text, &index, &mut findings);
    let context = Context::new(document, text, &index, parts.sentences()).beside(beside);
    rules::check_all(&context, &mut findings);
    let diagnostics = findings.into_diagnostics();
    let brief = if diagnostics.has_errors() {
        None
    } else {
        parts.into_brief(beside)
    };
    (brief, diagnostics)
}
