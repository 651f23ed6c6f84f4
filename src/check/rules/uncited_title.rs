#![doc = include_str!("uncited_title.md")]

use crate::check::bare_citations::with_meant;
use crate::check::context::{Context, Findings};
use crate::check::headline::cited;
use crate::diagnostics::{Diagnostic, Rule};

pub(super) static UNCITED_TITLE: Rule = Rule::warning(include_str!("uncited_title.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let title = &cx.document.title;
    // A title without words, and a brief without claims, are faults of their own.
    let has_both = !title.trim().is_empty() && !cx.document.claims.is_empty();
    if has_both && cited(title).is_empty() {
        let fault = Diagnostic::new(&UNCITED_TITLE, title.place, "the title cites no claim")
            .help("end it with the claims that it rests on: `[@claim-id]`");
        let fault = with_meant(cx, fault, title, 0..title.len());
        out.warn(&cx.document.allow, fault);
    }
}
