//! Record statuses, distances and stances in words.

use super::words::{Count, Number};
use crate::analysis::Analysis;
use crate::analysis::distance::Distance;
use crate::analysis::status::RecordStatus;
use crate::model::{ClaimId, Stance};

/// Returns a record status in words.
pub(crate) fn status(status: RecordStatus) -> &'static str {
    match status {
        RecordStatus::OnRecord => "on record",
        RecordStatus::Anonymous => "anonymous",
        RecordStatus::Document => "document",
        RecordStatus::OutletsOwn => "outlet’s own",
        RecordStatus::Writer => "writer’s judgement",
    }
}

/// Returns how far a claim is from its origins: "third-hand, one origin".
pub(crate) fn distance(analysis: &Analysis, id: ClaimId) -> String {
    let origins = Count(analysis.origins_of(id), "origin");
    format!("{}, {origins}", hands(analysis.distance_of(id)))
}

/// Returns how often a claim was retold: "third-hand", "second-hand to third-hand".
pub(crate) fn hands(distance: Distance) -> String {
    let Distance { nearest, farthest } = distance;
    if nearest == farthest {
        hand(nearest)
    } else {
        format!("{} to {}", hand(nearest), hand(farthest))
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

/// Returns a stance in words.
pub(crate) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "for",
        Stance::Opposes => "against",
        Stance::Conditional => "conditional",
        Stance::Describes => "describes",
        Stance::Undecided => "undecided",
        Stance::Declined => "declined to comment",
        Stance::NoPosition => "states no position",
    }
}
