//! Writes on what the headline and the bottom line rest.

use serde_json::Value;

use crate::analysis::strength::{Strength, main_text};
use crate::describe::Describer;
use crate::export::ordered::{labels, object};
use crate::model::ClaimId;

pub(super) fn strength(describer: &Describer<'_>) -> Value {
    let (brief, analysis) = (describer.brief, describer.analysis);
    let parts = brief.parts();
    let of = |cites: &[ClaimId], told: Option<String>| {
        let strength = Strength::of(brief, analysis, cites)?;
        Some(object! {
            "text": told,
            "claims": labels(cites),
            "origins": strength.origins,
            "read": strength.not_read.is_empty(),
            "on_record": labels(&[strength.on_record, strength.in_own_text].concat()),
            "anonymous": labels(&strength.anonymous),
            "not_read": labels(&strength.not_read),
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
        // The text by which alone most claims came.
        "on_one_text": main_text(brief, analysis).map(|(source, count)| object! {
            "source": source.to_string(),
            "claims": count,
            "of": analysis.summary.reports,
        }),
    }
}
