//! What items are called, and their words.

use super::Told;
use super::parts::{Fate, Item};
use crate::analysis::Edition;
use crate::describe::{Locale, Message, names};
use crate::model::{ClaimId, Position};

/// How an item is called, and its words.
pub(super) struct Head<'a> {
    pub(super) label: String,
    pub(super) key: Option<&'a str>,
    pub(super) claim: Option<ClaimId>,
    pub(super) is_anchor: bool,
    pub(super) by: Option<String>,
    pub(super) text: String,
}

impl<'a> Head<'a> {
    /// Makes the item of which this is the head.
    pub(super) fn item(self, fate: Fate, was: Option<String>, told: Vec<Told<'a>>) -> Item<'a> {
        let is_whole = matches!(fate, Fate::Added | Fate::Withdrawn);
        // Words that changed are told as such.
        let is_shown =
            is_whole || !told.is_empty() && !told.iter().any(|told| told.what.is_of_text());
        Item {
            was: was.filter(|was| *was != self.label),
            fate,
            label: self.label,
            key: self.key,
            claim: self.claim.filter(|_| fate != Fate::Withdrawn),
            is_anchor: self.is_anchor && fate != Fate::Withdrawn,
            by: self.by.filter(|_| is_whole),
            text: Some(self.text).filter(|text| is_shown && !text.is_empty()),
            told,
        }
    }
}

/// Heads a claim.
pub(super) fn claim_head<'a>(locale: &Locale, edition: &'a Edition, id: ClaimId) -> Head<'a> {
    let claim = edition.brief().claim(id);
    let voices = claim.voices.iter();
    let names: Vec<String> = voices
        .map(|id| names::voice_in_short(locale, edition.brief(), *id))
        .collect();
    Head {
        label: id.to_string(),
        key: Some(&claim.key),
        claim: Some(id),
        is_anchor: true,
        by: Some(locale.list(&names)),
        text: claim.says.plain(),
    }
}

/// Heads a position.
pub(super) fn position_head<'a>(locale: &Locale, edition: &'a Edition, index: usize) -> Head<'a> {
    let position: &Position = &edition.brief().parts().positions[index];
    let voice = names::voice_in_short(locale, edition.brief(), position.of);
    let issue = (&*edition.brief().issue(position.on).name).into();
    let stance = crate::describe::statuses::stance(locale, position.stance);
    Head {
        label: locale.with(
            Message::PlaceCell,
            [("voice", voice.into()), ("issue", issue)],
        ),
        key: None,
        claim: None,
        is_anchor: false,
        by: None,
        text: format!("{stance}, {}", position.in_short),
    }
}

/// Heads a tension.
pub(super) fn tension_head<'a>(locale: &Locale, edition: &'a Edition, index: usize) -> Head<'a> {
    let tension = &edition.brief().parts().tensions[index];
    Head {
        label: format!("T{}", index + 1),
        key: None,
        claim: None,
        is_anchor: true,
        by: Some(super::described::labels(locale, &tension.between)),
        text: tension.note.plain(),
    }
}

/// Heads an event.
pub(super) fn event_head<'a>(locale: &Locale, edition: &'a Edition, index: usize) -> Head<'a> {
    let parts = edition.brief().parts();
    let event = &parts.events[index];
    Head {
        label: format!("E{}", index + 1),
        key: None,
        claim: None,
        is_anchor: true,
        by: Some(crate::describe::dates::given(
            locale,
            &event.when,
            &parts.as_of,
        )),
        text: event.what.plain(),
    }
}

/// Heads a gap.
pub(super) fn gap_head<'a>(_: &Locale, edition: &'a Edition, index: usize) -> Head<'a> {
    let gap = &edition.brief().parts().gaps[index];
    Head {
        label: format!("G{}", index + 1),
        key: None,
        claim: None,
        is_anchor: true,
        by: None,
        text: gap.question.plain(),
    }
}
