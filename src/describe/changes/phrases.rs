//! Phrases about changes: the heading, the sum, what became of an item.

use super::{Fate, Item};
use crate::analysis::changes::Diff;
use crate::describe::{Locale, Message, dates};

/// Returns the heading: "Changes since edition 1".
pub(crate) fn heading(locale: &Locale, diff: &Diff<'_>) -> String {
    let edition = diff.old.brief().parts().edition.to_string();
    locale.with(Message::ChangesSince, [("edition", edition.into())])
}

/// Returns the sum in a sentence: "Claims since 16 May: two new, one withdrawn, three changed, one as
/// before."
pub(crate) fn summary(locale: &Locale, diff: &Diff<'_>) -> String {
    if diff.is_empty() {
        return locale.text(Message::ChangesNone).to_owned();
    }
    let (old, new) = (diff.old.brief().parts(), diff.new.brief().parts());
    let claims = &diff.claims;
    let changed = claims.changed().count();
    let counts: Vec<String> = [
        (Message::CountAdded, claims.added.len()),
        (Message::CountWithdrawn, claims.withdrawn.len()),
        (Message::CountChanged, changed),
        (Message::CountAsBefore, claims.kept.len() - changed),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(message, count)| locale.counted(message, count))
    .collect();
    let date = dates::in_year(locale, &old.as_of, &new.as_of);
    let counts = locale.joined(&counts);
    locale.with(
        Message::ChangesSum,
        [("date", date.into()), ("counts", counts.into())],
    )
}

/// Returns what became of an item: "new", "changed", "changed, was C5", "was C5".
pub(crate) fn since(locale: &Locale, item: &Item<'_>) -> String {
    let mut parts = Vec::new();
    if item.fate != Fate::Renumbered {
        parts.push(fate(locale, item.fate).to_owned());
    }
    parts.extend(item.was.as_deref().map(|label| was(locale, label)));
    locale.joined(&parts)
}

/// Returns the label that something had: "was C5".
pub(crate) fn was(locale: &Locale, label: &str) -> String {
    locale.with(Message::FateWas, [("label", label.into())])
}

/// Returns the word for what became of something.
pub(crate) fn fate(locale: &Locale, fate: Fate) -> &str {
    locale.text(match fate {
        Fate::Added => Message::FateAdded,
        Fate::Withdrawn => Message::FateWithdrawn,
        Fate::Changed => Message::FateChanged,
        Fate::Renumbered => Message::FateRenumbered,
    })
}
