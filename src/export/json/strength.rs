//! Writes on what the headline and the bottom line rest.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::analysis::strength::Strength;
use crate::analysis::texts::Spread;
use crate::describe::Describer;
use crate::export::ordered::{labels, object};
use crate::model::{ClaimId, SourceId};

pub(super) fn strength(describer: &Describer<'_>) -> Value {
    let (brief, analysis) = (describer.brief, describer.analysis);
    let parts = brief.parts();
    let of = |cites: &[ClaimId], told: Option<String>| {
        let strength = Strength::of(brief, analysis, cites)?;
        let behind = strength.behind.iter();
        let first = behind.flat_map(|id| &analysis.first_reports_of(*id).sources);
        let not_read: BTreeSet<SourceId> = first
            .copied()
            .filter(|id| !brief.source(*id).was_read())
            .collect();
        Some(object! {
            "text": told,
            "claims": labels(cites),
            // What the judgements among them rest on, in their place.
            "rests_on": labels(&strength.behind),
            "weakest": labels(&strength.weakest_claims()),
            "origins": strength.origins,
            "on_one_origin": labels(&strength.on_one),
            "read": not_read.is_empty(),
            "not_read": labels(&Vec::from_iter(not_read)),
        })
    };
    let told = describer.strength_of_title().map(|told| told.to_string());
    let sentences = parts.bottom_line.iter();
    let mut cites: Vec<ClaimId> = sentences.flat_map(|one| one.cites.to_vec()).collect();
    cites.sort_unstable();
    cites.dedup();
    let told_below = describer.strength_of_bottom_line();
    object! {
        "headline": of(&parts.title_cites, told),
        "bottom_line": of(&cites, told_below.map(|told| told.to_string())),
        "finding": describer.finding().map(|told| told.to_string()),
        // The text by which alone most claims came.
        "on_one_text": Spread::of(brief, analysis).most.map(|(source, count)| object! {
            "source": source.to_string(),
            "claims": count,
            "of": analysis.summary.reports,
        }),
    }
}
