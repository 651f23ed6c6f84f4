//! The parts of a brief and the items in them that changed, in the order of the page.

use super::heads::{Head, claim_head, event_head, gap_head, position_head, tension_head};
use super::{How, Teller, Told, What};
use crate::analysis::Edition;
use crate::analysis::changes::{Kept, Matched};
use crate::describe::{Locale, Message};
use crate::model::ClaimId;

/// A part of a brief in which something changed.
pub(crate) struct Part<'a> {
    /// Which part.
    pub(crate) name: PartName,
    /// Its items that changed: those of the new edition in its order, then those withdrawn.
    pub(crate) items: Vec<Item<'a>>,
}

/// An item that changed.
pub(crate) struct Item<'a> {
    /// What became of it.
    pub(crate) fate: Fate,
    /// Its label; of a withdrawn item, the one that it had.
    pub(crate) label: String,
    /// The label that it had, where that was another.
    pub(crate) was: Option<String>,
    /// Its id in the file, if it has one.
    pub(crate) key: Option<&'a str>,
    /// The claim of the new edition that it is, if it is one.
    pub(crate) claim: Option<ClaimId>,
    /// Whether its label is its anchor on the page.
    pub(crate) is_anchor: bool,
    /// Who says so, where it was added or withdrawn.
    pub(crate) by: Option<String>,
    /// Its words, where none of them changed.
    pub(crate) text: Option<String>,
    /// What changed in it.
    pub(crate) told: Vec<Told<'a>>,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The new edition alone has it.
    Added,
    /// The old edition alone has it.
    Withdrawn,
    /// Something in it changed.
    Changed,
    /// Only its label changed.
    Renumbered,
}

impl Fate {
    /// Returns the word for it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Withdrawn => "withdrawn",
            Self::Changed => "changed",
            Self::Renumbered => "renumbered",
        }
    }
}

/// The parts of a brief that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartName {
    /// The headline.
    Title,
    /// The bottom line.
    BottomLine,
    /// The key claims.
    Claims,
    /// Who stands where.
    Positions,
    /// The tensions.
    Tensions,
    /// The timeline.
    Events,
    /// What is not known.
    Gaps,
}

impl PartName {
    /// Returns what people read.
    pub(crate) fn words(self, locale: &Locale) -> &str {
        locale.text(match self {
            Self::Title => Message::ChangesHeadline,
            Self::BottomLine => Message::BottomLine,
            Self::Claims => Message::Claims,
            Self::Positions => Message::Positions,
            Self::Tensions => Message::Tensions,
            Self::Events => Message::Timeline,
            Self::Gaps => Message::ChangesGaps,
        })
    }
}

impl<'a> Teller<'a> {
    /// Lists the parts in which something changed.
    pub(crate) fn parts(self) -> Vec<Part<'a>> {
        let changes = self.0;
        let (locale, old, new) = (self.locale(), self.0.old, self.0.new);
        let parts = [
            (PartName::Title, self.title()),
            (PartName::BottomLine, self.bottom_line()),
            (
                PartName::Claims,
                listed(&changes.claims, (locale, old, new), claim_head, |kept| {
                    self.claim(kept)
                }),
            ),
            (
                PartName::Positions,
                listed(
                    &changes.positions,
                    (locale, old, new),
                    position_head,
                    |kept| self.position(kept),
                ),
            ),
            (
                PartName::Tensions,
                listed(
                    &changes.tensions,
                    (locale, old, new),
                    tension_head,
                    Self::tension,
                ),
            ),
            (
                PartName::Events,
                listed(&changes.events, (locale, old, new), event_head, |kept| {
                    self.event(kept)
                }),
            ),
            (
                PartName::Gaps,
                listed(&changes.gaps, (locale, old, new), gap_head, |kept| {
                    self.gap(kept)
                }),
            ),
        ];
        let parts = parts.into_iter().map(|(name, items)| Part { name, items });
        parts.filter(|part| !part.items.is_empty()).collect()
    }

    fn title(self) -> Vec<Item<'a>> {
        let words = self.0.title.iter();
        let told: Vec<Told<'a>> = words
            .map(|words| Told::new(What::Reworded, How::Words(words)))
            .collect();
        unlabelled(told)
    }

    fn bottom_line(self) -> Vec<Item<'a>> {
        let change = &self.0.bottom_line;
        let words = change.words.iter();
        let mut told: Vec<Told<'a>> = words
            .map(|words| Told::new(What::Reworded, How::Words(words)))
            .collect();
        let named = |edition: &Edition, claims: &[ClaimId]| {
            let named = claims
                .iter()
                .map(|id| format!("{id} {}", edition.brief().claim(*id).key));
            let named: Vec<String> = named.collect();
            (!named.is_empty()).then(|| self.locale().list(&named))
        };
        for (what, cited) in [
            (What::Cites, named(self.0.new, &change.cites)),
            (What::CitesNoMore, named(self.0.old, &change.cites_no_more)),
        ] {
            told.extend(cited.map(|cited| Told::turned(what, None, cited)));
        }
        unlabelled(told)
    }
}

fn unlabelled(told: Vec<Told<'_>>) -> Vec<Item<'_>> {
    if told.is_empty() {
        return Vec::new();
    }
    let head = Head {
        label: String::new(),
        key: None,
        claim: None,
        is_anchor: false,
        by: None,
        text: String::new(),
    };
    vec![head.item(Fate::Changed, None, told)]
}

/// Lists the items of a part: added, changed and renumbered ones by their place in the new edition,
/// then withdrawn ones.
fn listed<'a, I: Copy + Ord, C>(
    matched: &'a Matched<I, C>,
    (locale, old, new): (&Locale, &'a Edition, &'a Edition),
    head: fn(&Locale, &'a Edition, I) -> Head<'a>,
    tell: impl Fn(&'a Kept<I, C>) -> Vec<Told<'a>>,
) -> Vec<Item<'a>> {
    let mut items: Vec<(I, Item<'a>)> = Vec::new();
    for id in &matched.added {
        items.push((
            *id,
            head(locale, new, *id).item(Fate::Added, None, Vec::new()),
        ));
    }
    for kept in &matched.kept {
        let was = head(locale, old, kept.old).label;
        let head = head(locale, new, kept.new);
        let fate = if kept.changes.is_empty() {
            Fate::Renumbered
        } else {
            Fate::Changed
        };
        if fate == Fate::Renumbered && (head.key.is_none() || was == head.label) {
            continue;
        }
        items.push((kept.new, head.item(fate, Some(was), tell(kept))));
    }
    items.sort_by_key(|(id, _)| *id);
    let withdrawn = matched.withdrawn.iter().map(|id| {
        let head = head(locale, old, *id);
        head.item(Fate::Withdrawn, None, Vec::new())
    });
    let items = items.into_iter().map(|(_, item)| item);
    items.chain(withdrawn).collect()
}
