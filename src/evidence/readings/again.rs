//! Looks for quotes again that were not found in a page as it stands.

use std::ops::Range;

use super::super::find::search;
use super::super::finding::{Finding, SoughtQuote};
use super::super::snapshot::Snapshot;
use super::reading::Reading;
use crate::model::{Check, Obstacle};

/// Looks again for what was not found, and takes what is found as it is judged.
pub(super) fn again(
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reading: impl FnOnce() -> Reading,
    judge: impl Fn(Finding, &Reading) -> Finding,
) {
    let is_open = |finding: &Finding| {
        let may_be = [
            Obstacle::ContextAbsent,
            Obstacle::ContextWithoutQuote,
            Obstacle::NoOriginal,
        ];
        finding.check == Check::Absent
            || finding
                .reason
                .is_some_and(|reason| may_be.contains(&reason))
    };
    let (mut open, sought): (Vec<_>, Vec<_>) = findings
        .iter_mut()
        .zip(wanted)
        .filter(|(finding, _)| is_open(finding))
        .unzip();
    if open.is_empty() {
        return;
    }
    let reading = reading();
    let sought: Vec<SoughtQuote<'_>> = sought.into_iter().copied().collect();
    for (open, found) in open.iter_mut().zip(search(&reading.snapshot, &sought)) {
        if found.check.is_verified() || found.check == Check::Ambiguous {
            let judged = judge(found, &reading);
            // What came nearest is known of the page as it stands.
            if judged.check != Check::Absent || open.check != Check::Absent {
                **open = judged;
            }
        }
    }
}

/// Returns the bytes of a page at which something was found.
pub(super) fn bytes(snapshot: &Snapshot, finding: &Finding) -> Vec<Range<usize>> {
    let at = finding.at.iter();
    at.map(|at| snapshot.byte(at.start)..snapshot.byte(at.end))
        .collect()
}
