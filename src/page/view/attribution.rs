//! The attribution line of a claim: who says so, by which road it came, on what record, how far
//! from its origin.

use std::fmt::Write as _;

use super::Subject;
use crate::analysis::status::RecordStatus;
use crate::model::{Claim, SourceId, VoiceId, VoiceKind};
use crate::page::html;
use crate::page::words::{Count, list};

/// How many works of a road are named at its beginning and at its end; those between are counted.
const NAMED: usize = 4;

/// The roads of the works that carry claims first, as HTML, made once for all claims.
pub(super) struct Roads(Vec<String>);

impl Roads {
    /// Sets the roads.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let roads_of = |id| match subject.analysis.citations.first_in(id) {
            [] => String::new(),
            _ => roads(subject, id),
        };
        let sources = subject.brief.sources();
        Self(sources.map(|(id, _)| roads_of(id)).collect())
    }

    /// Returns a claim's chain as HTML: voices, then the works that carried it, in order.
    pub(super) fn chain(&self, subject: &Subject<'_>, claim: &Claim) -> String {
        let voices: Vec<String> = claim
            .voices
            .iter()
            .map(|id| voice(subject, *id, &claim.sources))
            .collect();
        let mut out = list(&voices);
        if is_judgement(subject, claim) {
            return out;
        }
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

/// Says whether a claim is the writer's alone: then no work stands behind it.
pub(super) fn is_judgement(subject: &Subject<'_>, claim: &Claim) -> bool {
    let is_writer = |id: &VoiceId| matches!(subject.brief.voice(*id).kind, VoiceKind::Writer(_));
    claim.voices.iter().all(is_writer)
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
        let works = route
            .works
            .get(usize::from(index > 0)..)
            .unwrap_or_default();
        for (step, passed) in works.iter().enumerate() {
            let between = step >= NAMED && step + NAMED < works.len();
            if between && step > NAMED {
                continue;
            }
            if step > 0 {
                out.push_str(" → ");
            }
            if between {
                _ = write!(out, "{}", Count(works.len() - 2 * NAMED, "more work"));
                continue;
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
