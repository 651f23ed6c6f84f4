//! The attribution line of a claim: who says so, by which road it came, on what record, how far
//! from its origin.

use std::fmt::Write as _;

use super::Subject;
use crate::analysis::distance::Distance;
use crate::analysis::status::RecordStatus;
use crate::model::{Claim, ClaimId, SourceId, VoiceId, VoiceKind};
use crate::page::html;
use crate::page::words::{Count, Number, list};

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

/// Returns a record status in words.
pub(in crate::page) fn status_words(status: RecordStatus) -> &'static str {
    match status {
        RecordStatus::OnRecord => "on record",
        RecordStatus::Anonymous => "anonymous",
        RecordStatus::Document => "document",
        RecordStatus::OutletsOwn => "outlet’s own",
        RecordStatus::Writer => "writer’s judgement",
    }
}

/// Returns how far a claim is from its origins: "third-hand, one origin".
pub(super) fn distance(subject: &Subject<'_>, id: ClaimId) -> String {
    let Distance { nearest, farthest } = subject.analysis.distances[id.index()];
    let origins = Count(subject.analysis.origins.of_claims[id.index()], "origin");
    if nearest == farthest {
        format!("{}, {origins}", hand(nearest))
    } else {
        format!("{} to {}, {origins}", hand(nearest), hand(farthest))
    }
}

/// Returns a number of retellings in words: 0 is first-hand.
fn hand(retellings: usize) -> String {
    const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    match ORDINALS.get(retellings) {
        Some(ordinal) => format!("{ordinal}\u{2011}hand"),
        None => format!("{} times retold", Number(retellings)),
    }
}
