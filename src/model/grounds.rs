//! Tells whether judgements are the writer's, and rest on what others say in the end.

use super::claim::{Basis, Claim, Voice};
use super::ids::VoiceId;
use super::judgement::Judgement;

/// Says whether judgements are the writer's alone, and reports others'.
pub(super) fn are_the_writers(claims: &[Claim], voices: &[Voice]) -> bool {
    let is_writer = |id: &VoiceId| voices[id.index()].is_writer();
    claims.iter().all(|claim| match &claim.basis {
        Basis::Judgement(Judgement { writers, .. }) => writers.iter().all(is_writer),
        Basis::Report(report) => !report.voices.iter().any(is_writer),
    })
}

/// Says whether every judgement rests on reports, if by way of other judgements.
pub(super) fn end_in_reports(claims: &[Claim]) -> bool {
    let mut waiting: Vec<usize> = claims.iter().map(|claim| claim.rests_on().len()).collect();
    let mut carries = vec![Vec::new(); claims.len()];
    for (at, claim) in claims.iter().enumerate() {
        for ground in claim.rests_on() {
            carries[ground.index()].push(at);
        }
    }
    let mut settled: Vec<usize> = (0..claims.len()).filter(|at| waiting[*at] == 0).collect();
    let mut next = 0;
    while let Some(ground) = settled.get(next) {
        next += 1;
        for at in &carries[*ground] {
            waiting[*at] -= 1;
            if waiting[*at] == 0 {
                settled.push(*at);
            }
        }
    }
    settled.len() == claims.len()
}
