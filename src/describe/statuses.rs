//! Record statuses, distances and stances in words.

use super::{Locale, Message};
use crate::analysis::Analysis;
use crate::analysis::distance::Distance;
use crate::analysis::status::{RecordStatus, Statuses};
use crate::model::{ClaimId, Stance};

/// Returns a record status in words.
pub(crate) fn status(locale: &Locale, status: RecordStatus) -> &str {
    locale.text(match status {
        RecordStatus::OnRecord => Message::StatusOnRecord,
        RecordStatus::Anonymous => Message::StatusAnonymous,
        RecordStatus::Document => Message::StatusDocument,
        RecordStatus::OutletsOwn => Message::StatusOutletsOwn,
        RecordStatus::Writer => Message::StatusWriter,
    })
}

/// Returns record statuses as a list.
pub(crate) fn list(locale: &Locale, statuses: Statuses) -> String {
    let words: Vec<&str> = statuses.iter().map(|one| status(locale, one)).collect();
    locale.list(&words)
}

/// Returns how far a claim is from its origins: "third-hand, one origin".
pub(crate) fn distance(locale: &Locale, analysis: &Analysis, id: ClaimId) -> String {
    let origins = locale.counted(Message::Origins, analysis.origins_of(id));
    let hands = hands(locale, analysis.distance_of(id));
    locale.with(
        Message::Distance,
        [("hands", hands.into()), ("origins", origins.into())],
    )
}

/// Returns how often a claim was retold: "third-hand", "second-hand to third-hand".
pub(crate) fn hands(locale: &Locale, distance: Distance) -> String {
    let hand = |retellings| locale.counted(Message::Hand, retellings);
    range(locale, distance, hand)
}

/// Returns how often a claim was retold in figures: "2", "1 to 2".
pub(crate) fn retellings(locale: &Locale, distance: Distance) -> String {
    range(locale, distance, |retellings| retellings.to_string())
}

fn range(locale: &Locale, distance: Distance, words: impl Fn(usize) -> String) -> String {
    let Distance { nearest, farthest } = distance;
    if nearest == farthest {
        return words(nearest);
    }
    let (nearest, farthest) = (words(nearest), words(farthest));
    locale.with(
        Message::Range,
        [("nearest", nearest.into()), ("farthest", farthest.into())],
    )
}

/// Returns a stance in words.
pub(crate) fn stance(locale: &Locale, stance: Stance) -> &str {
    locale.text(match stance {
        Stance::Supports => Message::StanceSupports,
        Stance::Opposes => Message::StanceOpposes,
        Stance::Conditional => Message::StanceConditional,
        Stance::Describes => Message::StanceDescribes,
        Stance::Undecided => Message::StanceUndecided,
        Stance::Declined => Message::StanceDeclined,
        Stance::NoPosition => Message::StanceNoPosition,
    })
}
