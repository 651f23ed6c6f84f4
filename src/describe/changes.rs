//! Describes what changed between two editions: the parts of a brief and the items in them, in the
//! order of the page.

mod change;
mod details;
mod naming;

use std::collections::BTreeMap;

use super::dates;
use super::describer::Describer;
use super::locales::{Locale, Message};
use super::segments::{Anchor, plain_prose};
use crate::analysis::changes::{Kept, Matched};
use crate::model::{ClaimId, Prose};
use crate::word_diff::WordDiff;

pub(crate) use change::{Change, How, What};
pub(crate) use details::ChangeDescriber;

/// A part of a brief in which something changed.
pub(crate) struct Part<'a> {
    pub(crate) name: PartName,
    /// Its items that changed: those of the new edition in its order, then those withdrawn.
    pub(crate) items: Vec<Item<'a>>,
}

/// An item that changed.
#[derive(Default)]
pub(crate) struct Item<'a> {
    pub(crate) outcome: Outcome,
    /// Its label; of a withdrawn item, the one that it had.
    pub(crate) label: String,
    /// The label that it had, where that was another.
    pub(crate) was: Option<String>,
    /// Its id in the file, if it has one.
    pub(crate) key: Option<&'a str>,
    /// Where it stands on the page, if its label says so.
    pub(crate) anchor: Option<Anchor>,
    /// Who says so, where it was added or withdrawn.
    pub(crate) by: Option<String>,
    /// Its words, where none of them changed.
    pub(crate) text: Option<String>,
    pub(crate) changes: Vec<Change<'a>>,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The new edition alone has it.
    Added,
    /// The old edition alone has it.
    Withdrawn,
    #[default]
    Changed,
    /// Only its label changed.
    Renumbered,
}

impl Outcome {
    /// Returns the word by which programs know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Withdrawn => "withdrawn",
            Self::Changed => "changed",
            Self::Renumbered => "renumbered",
        }
    }

    /// Returns what people read.
    pub(crate) fn words(self, locale: &Locale) -> &str {
        locale.text(match self {
            Self::Added => Message::OutcomeAdded,
            Self::Withdrawn => Message::OutcomeWithdrawn,
            Self::Changed => Message::OutcomeChanged,
            Self::Renumbered => Message::OutcomeRenumbered,
        })
    }
}

/// The parts of a brief that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartName {
    Topic,
    Title,
    BottomLine,
    Issues,
    Claims,
    Positions,
    Tensions,
    Events,
    Gaps,
    Method,
}

impl PartName {
    /// Returns what people read.
    pub(crate) fn words(self, locale: &Locale) -> &str {
        locale.text(match self {
            Self::Topic => Message::ChangesTopic,
            Self::Title => Message::ChangesHeadline,
            Self::BottomLine => Message::BottomLine,
            Self::Issues => Message::ChangesIssues,
            Self::Claims => Message::Claims,
            Self::Positions => Message::Positions,
            Self::Tensions => Message::Tensions,
            Self::Events => Message::Timeline,
            Self::Gaps => Message::ChangesGaps,
            Self::Method => Message::Method,
        })
    }
}

impl Item<'_> {
    /// Returns what became of the item: "new", "changed", "changed, was C5", "was C5".
    pub(crate) fn outcome_in_words(&self, locale: &Locale) -> String {
        let mut parts = Vec::new();
        if self.outcome != Outcome::Renumbered {
            parts.push(self.outcome.words(locale).to_owned());
        }
        parts.extend(self.was.as_deref().map(|label| was(locale, label)));
        locale.joined(&parts)
    }

    /// Returns its words, after who says so.
    pub(crate) fn words(&self) -> Option<String> {
        let text = self.text.as_deref()?;
        Some(match &self.by {
            Some(by) => format!("{by}: {text}"),
            None => text.to_owned(),
        })
    }
}

/// Returns the label that something had: "was C5".
pub(crate) fn was(locale: &Locale, label: &str) -> String {
    filled!(locale, OutcomeWas, "label": label)
}

impl<'a> ChangeDescriber<'a> {
    /// Returns the heading: "Changes since edition 1".
    pub(crate) fn heading(&self) -> String {
        let edition = self.diff.old.brief().parts().edition.to_string();
        filled!(self.new.locale, ChangesFrom, "edition": edition)
    }

    /// Returns the sum in a sentence: "Claims since 16 May: two new, one withdrawn, three changed,
    /// one as before."
    pub(crate) fn summary(&self) -> String {
        let locale = self.new.locale;
        if self.diff.is_empty() {
            let message = if self.diff.has_other_numbers() {
                Message::ChangesNumbers
            } else {
                Message::ChangesNone
            };
            return locale.text(message).to_owned();
        }
        let claims = &self.diff.claims;
        let changed = claims.changed().count();
        let counts = [
            (Message::CountAdded, claims.added.len()),
            (Message::CountWithdrawn, claims.withdrawn.len()),
            (Message::CountChanged, changed),
            (Message::CountAsBefore, claims.kept.len() - changed),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let counts: Vec<String> = counts
            .map(|(message, count)| locale.counted(message, count))
            .collect();
        let before = &self.diff.old.brief().parts().as_of;
        let date = dates::in_year(locale, before, self.new.as_of);
        let counts = locale.joined(&counts);
        filled!(locale, ChangesSum, "date": date, "counts": counts)
    }

    /// Lists the parts in which something changed.
    pub(crate) fn parts(&self) -> Vec<Part<'a>> {
        let diff = self.diff;
        let reworded = |words: &'a Option<WordDiff>| {
            let changes = words
                .iter()
                .map(|words| Change::words(What::Reworded, words));
            unlabelled(changes.collect())
        };
        let issues = self.listed(&diff.issues, issue, Self::issue);
        let title = self.citing(&diff.title);
        let bottom_line = self.citing(&diff.bottom_line);
        let mut claims = self.listed(&diff.claims, claim, |kept| self.claim(kept));
        let withdrawn = diff.new.brief().parts().withdrawn.iter();
        let reasons: BTreeMap<&str, &Prose> =
            withdrawn.map(|item| (&*item.key, &item.reason)).collect();
        let gone = claims.iter_mut();
        for item in gone.filter(|item| item.outcome == Outcome::Withdrawn) {
            let reason = item.key.and_then(|key| reasons.get(key));
            let why = reason
                .map(|reason| Change::turned(What::Reason, (None, Some(plain_prose(reason)))));
            item.changes.extend(why);
        }
        let positions = self.listed(&diff.positions, position, |kept| self.position(kept));
        let tensions = self.listed(&diff.tensions, tension, |kept| self.tension(kept));
        let events = self.listed(&diff.events, event, |kept| self.event(kept));
        let gaps = self.listed(&diff.gaps, gap, |kept| self.gap(kept));
        let part = |name, items| Part { name, items };
        let parts = [
            part(PartName::Topic, reworded(&diff.topic)),
            part(PartName::Title, unlabelled(title)),
            part(PartName::BottomLine, unlabelled(bottom_line)),
            part(PartName::Issues, issues),
            part(PartName::Claims, claims),
            part(PartName::Positions, positions),
            part(PartName::Tensions, tensions),
            part(PartName::Events, events),
            part(PartName::Gaps, gaps),
            part(PartName::Method, reworded(&diff.method)),
        ];
        let parts = parts.into_iter();
        parts.filter(|part| !part.items.is_empty()).collect()
    }

    /// Lists the items of a part: added, changed and renumbered ones by their place in the new
    /// edition, then withdrawn ones.
    fn listed<I: Copy + Ord, C>(
        &self,
        matched: &'a Matched<I, C>,
        item: fn(Describer<'a>, I) -> Item<'a>,
        describe: impl Fn(&'a Kept<I, C>) -> Vec<Change<'a>>,
    ) -> Vec<Item<'a>> {
        let whole = |outcome, describer, id| Item {
            outcome,
            ..item(describer, id)
        };
        let added = matched.added.iter();
        let mut items: Vec<(I, Item<'a>)> = added
            .map(|id| (*id, whole(Outcome::Added, self.new, *id)))
            .collect();
        for kept in &matched.kept {
            let was = item(self.old, kept.old).label;
            let now = item(self.new, kept.new);
            let is_renumbered = now.key.is_some() && was != now.label;
            let changes = describe(kept);
            if changes.is_empty() && !is_renumbered {
                continue;
            }
            // Words that changed are told as such.
            let is_text = !changes.is_empty() && !changes.iter().any(|one| one.what.is_of_text());
            items.push((
                kept.new,
                Item {
                    outcome: if changes.is_empty() {
                        Outcome::Renumbered
                    } else {
                        Outcome::Changed
                    },
                    was: Some(was).filter(|was| *was != now.label),
                    by: None,
                    text: now.text.filter(|_| is_text),
                    changes,
                    ..now
                },
            ));
        }
        items.sort_by_key(|(id, _)| *id);
        let withdrawn = matched.withdrawn.iter().map(|id| Item {
            anchor: None,
            ..whole(Outcome::Withdrawn, self.old, *id)
        });
        let items = items.into_iter().map(|(_, item)| item);
        items.chain(withdrawn).collect()
    }
}

/// Returns the one item of a part that has no labels, if it changed.
fn unlabelled(changes: Vec<Change<'_>>) -> Vec<Item<'_>> {
    let item = (!changes.is_empty()).then(|| Item {
        changes,
        ..Item::default()
    });
    item.into_iter().collect()
}

/// Returns the words of an item, if it has any.
fn text(describer: &Describer<'_>, words: &str) -> Option<String> {
    (!words.is_empty()).then(|| describer.sentence(words).into_owned())
}

fn claim(describer: Describer<'_>, id: ClaimId) -> Item<'_> {
    let claim = describer.brief.claim(id);
    Item {
        label: id.to_string(),
        key: Some(&claim.key),
        anchor: Some(Anchor::Claim(id)),
        by: Some(describer.voices_in_short(claim.voices())),
        text: text(&describer, &plain_prose(&claim.says)),
        ..Item::default()
    }
}

fn issue(describer: Describer<'_>, index: usize) -> Item<'_> {
    let issue = &describer.brief.parts().issues[index];
    let question = issue.question.as_deref();
    Item {
        label: describer.phrase(&issue.name).into_owned(),
        text: question.map(|question| describer.sentence(question).into_owned()),
        ..Item::default()
    }
}

fn position(describer: Describer<'_>, index: usize) -> Item<'_> {
    let position = &describer.brief.parts().positions[index];
    let stance = describer.stance(position.stance);
    let in_short = describer.sentence(&position.in_short);
    Item {
        label: describer.position_label(position),
        text: Some(format!("{stance} · {in_short}")),
        ..Item::default()
    }
}

/// Begins an item that is numbered in its list.
fn numbered<'a>(describer: &Describer<'_>, letter: char, index: usize, words: &Prose) -> Item<'a> {
    let anchor = Anchor::Item(letter, index);
    Item {
        label: anchor.to_string(),
        anchor: Some(anchor),
        text: text(describer, &plain_prose(words)),
        ..Item::default()
    }
}

fn tension(describer: Describer<'_>, index: usize) -> Item<'_> {
    let tension = &describer.brief.parts().tensions[index];
    Item {
        by: Some(describer.claims(&tension.between)),
        ..numbered(&describer, 'T', index, &tension.note)
    }
}

fn event(describer: Describer<'_>, index: usize) -> Item<'_> {
    let event = &describer.brief.parts().events[index];
    Item {
        by: Some(describer.date(&event.when)),
        ..numbered(&describer, 'E', index, &event.what)
    }
}

fn gap(describer: Describer<'_>, index: usize) -> Item<'_> {
    let gap = &describer.brief.parts().gaps[index];
    numbered(&describer, 'G', index, &gap.question)
}
