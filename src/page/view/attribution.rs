//! The attribution line of a claim: who says so, by which road it came, on what record, how far
//! from its origin.

use std::fmt::Write as _;

use super::Subject;
use crate::analysis::status::RecordStatus;
use crate::model::{Claim, SourceId, VoiceId, VoiceKind};
use crate::page::html;
use crate::page::words::{Count, list};

/// The roads of every work, as HTML, made once for all claims.
pub(super) struct Roads(Vec<String>);

impl Roads {
    /// Sets the roads of every work of the brief.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let brief = subject.brief;
        Self(brief.sources().map(|(id, _)| roads(subject, id)).collect())
    }

    /// Returns a claim's chain as HTML: voices, then the works that carried it, in order.
    pub(super) fn chain(&self, subject: &Subject<'_>, claim: &Claim) -> String {
        let voices: Vec<String> = claim
            .voices
            .iter()
            .map(|id| voice(subject, *id, &claim.sources))
            .collect();
        let mut out = list(&voices);
        for (index, work) in claim.sources.iter().enumerate() {
            if index > 0 {
                out.push_str("; also");
            }
            out.push_str(" → ");
            out.push_str(&self.0[work.index()]);
        }
        out
    }
}

/// Returns a voice as the chain names it. Of an outlet's own reporting the outlet itself comes
/// next in the chain, so that only what it is needs to be said.
fn voice(subject: &Subject<'_>, id: VoiceId, works: &[SourceId]) -> String {
    match subject.brief.voice(id).kind {
        VoiceKind::Outlet(work) if works == [work] => {
            format!("<a href=\"#{id}\">own reporting</a>")
        }
        VoiceKind::Person { .. }
        | VoiceKind::Group { .. }
        | VoiceKind::Anonymous { .. }
        | VoiceKind::Outlet(_)
        | VoiceKind::Writer(_) => subject.voice_link(id),
    }
}

fn roads(subject: &Subject<'_>, work: SourceId) -> String {
    let routes = subject.analysis.routes.from(work);
    let mut out = String::new();
    for (index, route) in routes.iter().enumerate() {
        if index > 0 {
            out.push_str(", and → ");
        }
        for (step, passed) in route.works.iter().enumerate().skip(usize::from(index > 0)) {
            if step > usize::from(index > 0) {
                out.push_str(" → ");
            }
            _ = write!(out, "<a href=\"#{passed}\">");
            html::escape(&subject.brief.source(*passed).name, &mut out);
            out.push_str("</a>");
        }
    }
    let left_out = subject.analysis.routes.left_out(work);
    if left_out > 0 {
        let more = usize::try_from(left_out).unwrap_or(usize::MAX);
        _ = write!(out, " and {}", Count(more, "more road"));
    }
    out
}

/// Returns the class of a record status: its mark in claims, figure and legend.
pub(in crate::page) fn mark(status: RecordStatus) -> &'static str {
    match status {
        RecordStatus::OnRecord => "on-record",
        RecordStatus::Anonymous => "anonymous",
        RecordStatus::Document => "document",
        RecordStatus::OutletsOwn => "outlets-own",
        RecordStatus::Writer => "writer",
    }
}
