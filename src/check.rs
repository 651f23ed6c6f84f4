//! Makes a brief of a document: what the file says becomes what it means, or the reasons why it
//! cannot.
//!
//! Three phases. `index` gives every id its place in its list. `resolve` makes each part of the
//! [`Brief`] from its part of the [`Document`], and where it fails it says so and goes on, so that
//! one run reports everything. `rules` then judges the document as a whole: one subject a file,
//! and each rule's `.md` named as the code that it reports.

mod bare_citations;
mod calendar;
mod context;
mod headline;
mod included;
mod index;
mod markdown;
mod named;
mod negations;
mod numbers;
mod own_date;
mod own_words;
mod quotations;
mod resolve;
mod rules;
mod sentences;

pub use context::{Beside, Previous};
pub(crate) use included::include;
pub use numbers::Numbers;
pub(crate) use quotations::quotations;
pub use rules::RULES;
pub(crate) use rules::broken_mirror::mirror;
pub(crate) use rules::invalid_file_name::{are_plain, included_names, previous_name};
pub(crate) use rules::odd_marks;
pub use rules::too_many_pages::PageLimit;
pub(crate) use rules::too_many_pages::too_many_pages;
pub(crate) use rules::uncounted_sources::counted_as;
pub(crate) use rules::unlabelled_fragment::is_fragment;
pub(crate) use rules::unreadable_include::unreadable as unreadable_include;
pub(crate) use sentences::sentences_in;

use context::{Context, Findings};
use index::Index;
use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use crate::diagnostics::Diagnostics;
use crate::load::{self, Document};
use crate::model::Brief;

/// Checks a document and what stands beside it and, if nothing is an error, makes the brief that
/// it means.
///
/// `text` is the input that the document was read from; it places a part of a longer text.
pub fn check(document: &Document, text: &str, beside: Beside<'_>) -> (Option<Brief>, Diagnostics) {
    let alone;
    let numbers = if let Some(numbers) = beside.numbers {
        numbers
    } else {
        alone = Numbers::of(document);
        &alone
    };
    let index = Index::new(document, numbers);
    let context = || Context {
        document,
        index: &index,
        beside,
        text,
        parts: load::Parts::of(text),
    };
    let resolve = || {
        let mut findings = Findings::default();
        let in_text = load::Parts::of(text);
        let is_unread = beside.is_unread;
        let parts = resolve::brief::resolve(document, &in_text, &index, is_unread, &mut findings);
        (parts, findings)
    };
    let judge = |by: &rules::Judge| {
        let mut findings = Findings::default();
        by(&context(), &mut findings);
        findings
    };
    // On a thread of a pool, as in an editor, all at once: to start threads takes longer than most briefs.
    let rules = &rules::OF_DOCUMENT;
    let ((parts, mut findings), found) = if rayon::current_thread_index().is_some() {
        let judge_all = || rules.par_iter().with_max_len(1).map(judge).collect();
        rayon::join(resolve, judge_all)
    } else {
        (resolve(), rules.iter().map(judge).collect::<Vec<_>>())
    };
    for found in found {
        findings.extend(found);
    }
    let context = context();
    rules::check_resolved(&context, parts.bottom_line.as_deref(), &mut findings);
    let brief = if findings.diagnostics.has_errors() {
        None
    } else {
        parts.into_brief(beside)
    };
    rules::check_brief(&context, brief.as_ref(), &mut findings);
    let diagnostics = findings.diagnostics;
    (brief.filter(|_| !diagnostics.has_errors()), diagnostics)
}
