//! The rows of the section, and what they say of claims.

use super::items::{labelled, opening, part_label, renumbered, set_item, withdrawn};
use super::told::set_told;
use super::{RowView, SinceView};
use crate::analysis::changes::Diff;
use crate::describe::changes::{Fate, Item, Part, PartName, Told, What, phrases};
use crate::page::view::Subject;

/// The rows so far, and what they say of claims.
pub(super) struct Rows<'s, 'a> {
    subject: &'s Subject<'a>,
    pub(super) list: Vec<RowView>,
    pub(super) of_claims: Vec<Option<SinceView>>,
}

impl<'s, 'a> Rows<'s, 'a> {
    /// Begins without rows.
    pub(super) fn new(subject: &'s Subject<'a>) -> Self {
        Self {
            subject,
            list: Vec::new(),
            of_claims: vec![None; subject.brief.claims().len()],
        }
    }

    /// Adds the rows of a part.
    pub(super) fn part(&mut self, diff: &Diff<'_>, part: &Part<'_>) {
        let subject = self.subject;
        match part.name {
            PartName::Claims => self.claims(diff, &part.items),
            PartName::Title | PartName::BottomLine => {
                let mut told: Vec<&Told<'_>> =
                    part.items.iter().flat_map(|item| &item.told).collect();
                // Where its words changed, that says enough: it stands a few lines above.
                if told.iter().any(|told| told.what == What::Reworded) {
                    told.retain(|told| told.what == What::Reworded);
                }
                self.push(part_label(subject, part.name), set_told(subject, &told));
            }
            PartName::Positions | PartName::Tensions | PartName::Events | PartName::Gaps => {
                let items: Vec<String> = part
                    .items
                    .iter()
                    .map(|item| set_item(subject, part.name, item))
                    .collect();
                self.push(part_label(subject, part.name), items.join(" · "));
            }
        }
    }

    /// Adds a row; returns its anchor.
    fn push(&mut self, label: String, html: String) -> String {
        let id = format!("X{}", self.list.len() + 1);
        self.list.push(RowView {
            id: id.clone(),
            label,
            html,
        });
        id
    }

    /// Adds a row for each claim that changed, one for those that are new, one for each that was
    /// withdrawn, one for those that have only another number.
    fn claims(&mut self, diff: &Diff<'_>, items: &[Item<'_>]) {
        let subject = self.subject;
        let of = |fate| items.iter().filter(move |item| item.fate == fate);
        for item in of(Fate::Changed) {
            let told: Vec<&Told<'_>> = item.told.iter().collect();
            let row = self.push(labelled(subject, item), set_told(subject, &told));
            self.mark(item, &row);
        }
        let added: Vec<String> = of(Fate::Added)
            .map(|item| labelled(subject, item))
            .collect();
        if !added.is_empty() {
            let row = self.push(opening(subject, Fate::Added), subject.locale.joined(&added));
            for item in of(Fate::Added) {
                self.mark(item, &row);
            }
        }
        for item in of(Fate::Withdrawn) {
            let words = withdrawn(subject, PartName::Claims, item);
            self.push(opening(subject, Fate::Withdrawn), words);
        }
        let row = renumbered(subject, diff);
        if !row.is_empty() {
            let row = self.push(opening(subject, Fate::Renumbered), row);
            for item in of(Fate::Renumbered) {
                self.mark(item, &row);
            }
        }
    }

    fn mark(&mut self, item: &Item<'_>, row: &str) {
        let place = item.claim.and_then(|id| self.of_claims.get_mut(id.index()));
        if let Some(since) = place {
            *since = Some(SinceView {
                mark: match item.fate {
                    Fate::Added => "new",
                    Fate::Changed | Fate::Withdrawn => "changed",
                    Fate::Renumbered => "renumbered",
                },
                words: phrases::since(self.subject.locale, item),
                row: row.to_owned(),
            });
        }
    }
}
