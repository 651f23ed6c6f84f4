//! Document in, brief out: what the file says becomes what it means, or the reasons why it cannot.
//!
//! Three phases. `index` gives every id its place in its list. `resolve` makes each part of the
//! [`Brief`] from its part of the [`Document`], and where it fails it says so and goes on, so that
//! one run reports everything. `rules` then judges the document as a whole: one rule a file, the
//! file named as the code that it reports.
//!
//! Nothing here depends on places: a document that was read without any gives the same problems.

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
mod walk;

pub use mirror::mirror;

use context::Context;
use findings::Findings;
use index::Index;

use crate::diagnostics::Diagnostics;
use crate::evidence::{InvalidLock, Lock};
use crate::load::Document;
use crate::model::Brief;

/// Checks a document and, if nothing in it is an error, makes the brief that it means.
///
/// `text` is the input that the document was read from; it places a part of a longer text.
pub fn check(document: &Document, text: &str) -> (Option<Brief>, Diagnostics) {
    check_with_evidence(document, text, None)
}

/// Checks a document as [`check`] does, and besides that its quotes are as the evidence lock
/// beside it has them, if there is one.
pub fn check_with_evidence(
    document: &Document,
    text: &str,
    evidence: Option<&Result<Lock, InvalidLock>>,
) -> (Option<Brief>, Diagnostics) {
    let index = Index::new(document);
    let mut findings = Findings::default();
    let parts = resolve::resolve(document, text, &index, &mut findings);
    let context = Context::new(document, text, &index, parts.sentences()).with_evidence(evidence);
    rules::check_all(&context, &mut findings);
    let diagnostics = findings.into_diagnostics();
    let brief = if diagnostics.has_errors() {
        None
    } else {
        parts.into_brief(evidence.and_then(|lock| lock.as_ref().ok()))
    };
    (brief, diagnostics)
}
