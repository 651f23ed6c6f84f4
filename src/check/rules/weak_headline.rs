#![doc = include_str!("weak_headline.md")]
//! Judged on the brief: how many origins there are is for the analysis to say.

use crate::analysis::weakness::{Weakness, weakness};
use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::model::Brief;

pub(super) static WEAK_HEADLINE: Rule = Rule::warning(include_str!("weak_headline.md"));

pub(super) fn check(cx: &Context<'_>, brief: Option<&Brief>, out: &mut Findings) {
    let allow = &cx.document.allow;
    let Some(brief) = brief else {
        // Nobody knows whether it has something to say.
        out.leave(allow, &WEAK_HEADLINE);
        return;
    };
    let message = match weakness(brief, &brief.parts().title_cites) {
        Some(Weakness::Anonymous(id)) => {
            format!(
                "the title rests on `{}` alone, who is not named",
                brief.voice(id).key
            )
        }
        Some(Weakness::NotRead(id)) => {
            format!(
                "the title rests on `{}` alone, which was not read",
                brief.source(id).key
            )
        }
        None => return,
    };
    let fault = Diagnostic::new(&WEAK_HEADLINE, cx.document.title.place, message)
        .help("lead with what more stands behind, and let the title cite it")
        .help("or name with `allow` the reason why it leads nonetheless");
    out.warn(allow, fault);
}
