//! Builds what changed since the previous edition: the section, and the marks at the claims.

use serde::Serialize;

use super::tensions;

use crate::analysis::changes::{ClaimChange, Diff, Kept};
use crate::describe::changes::{
    Change, ChangeDescriber, How, Item, Outcome, Part, PartName, What, was,
};
use crate::describe::typography::DOT;
use crate::describe::{Anchor, Describer, Description, Message, Sink as _};
use crate::model::ClaimId;
use crate::page::html::Html;

/// What changed since the previous edition.
#[derive(Debug, Serialize)]
pub(super) struct ChangesView {
    heading: String,
    summary: String,
    rows: Vec<RowView>,
    bottom_line: bool,
}

/// An item that changed, or several of one kind.
#[derive(Debug, Serialize)]
struct RowView {
    id: String,
    label: Html,
    html: Html,
}

/// What became of a claim since the previous edition.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ClaimChangeView {
    /// The class of its mark: a bar stands beside claims that are new or changed.
    mark: &'static str,
    words: String,
    row: String,
}

/// The section and, by claim, what became of it.
pub(super) struct Changes {
    pub(super) section: Option<ChangesView>,
    of_claims: Vec<Option<ClaimChangeView>>,
}

impl Changes {
    /// Compares the brief with the previous edition, if it names one.
    pub(super) fn of(describer: &Describer<'_>) -> Self {
        let Some(diff) = Diff::from_previous(describer.edition) else {
            let (section, of_claims) = (None, Vec::new());
            return Self { section, of_claims };
        };
        let changes = ChangeDescriber::of(&diff, describer.locales);
        let mut rows = Rows {
            describer,
            claims: &diff.claims.kept,
            list: Vec::new(),
            of_claims: vec![None; describer.brief.claims().len()],
        };
        for part in changes.parts() {
            rows.part(&part);
        }
        Self {
            section: Some(ChangesView {
                heading: changes.heading(),
                summary: changes.summary(),
                rows: rows.list,
                bottom_line: !diff.bottom_line.is_empty(),
            }),
            of_claims: rows.of_claims,
        }
    }

    /// Returns what became of a claim.
    pub(super) fn of_claim(&self, id: ClaimId) -> Option<ClaimChangeView> {
        self.of_claims.get(id.index())?.clone()
    }
}

/// The same change of several items.
struct Shared<'i, 'a> {
    change: &'i Change<'a>,
    items: Vec<&'i Item<'a>>,
}

impl Shared<'_, '_> {
    fn is(&self, change: &Change<'_>) -> bool {
        let turned = |change: &Change<'_>| match &change.how {
            How::Turned { was, is } => Some((was.clone(), is.clone())),
            How::Words(_) => None,
        };
        change.what == What::Updates && turned(self.change) == turned(change)
    }
}

/// The rows so far, and what they say of claims.
struct Rows<'a> {
    describer: &'a Describer<'a>,
    /// The claims that both editions have.
    claims: &'a [Kept<ClaimId, ClaimChange>],
    list: Vec<RowView>,
    of_claims: Vec<Option<ClaimChangeView>>,
}

impl<'a> Rows<'a> {
    fn part(&mut self, part: &Part<'a>) {
        let html = match part.name {
            PartName::Claims => return self.claims(&part.items),
            PartName::Topic | PartName::Title | PartName::BottomLine | PartName::Method => {
                let changes = || part.items.iter().flat_map(|item| &item.changes);
                // Where its words changed, that says enough: it stands a few lines above.
                let is_reworded = changes().any(|change| change.what == What::Reworded);
                self.changes(changes().filter(|one| !is_reworded || one.what == What::Reworded))
            }
            PartName::Issues
            | PartName::Positions
            | PartName::Tensions
            | PartName::Events
            | PartName::Gaps => {
                let items = part.items.iter().map(|item| self.item(part.name, item));
                Html::joined(&items.collect::<Vec<_>>(), DOT)
            }
        };
        self.push(&self.part_label(part.name), html);
    }

    /// Adds a row; returns its anchor.
    fn push(&mut self, label: &Description<'_>, html: Html) -> String {
        let id = Anchor::Item('X', self.list.len()).to_string();
        self.list.push(RowView {
            id: id.clone(),
            label: Html::of(label),
            html,
        });
        id
    }

    /// Adds a row for each claim that changed, one for those that are new, one for each that was
    /// withdrawn, one for those that have only another number.
    fn claims(&mut self, items: &[Item<'a>]) {
        let locale = self.describer.locale;
        let of = |outcome| items.iter().filter(move |item| item.outcome == outcome);
        let shared = Self::shared(items);
        let is_shared = |change: &&Change<'_>| shared.iter().any(|one| one.is(change));
        for item in of(Outcome::Changed) {
            let is_all = item.changes.iter().any(|one| is_shared(&one))
                && (item.changes.iter()).all(|one| is_shared(&one) || one.what == What::Retellings);
            if !is_all {
                let own = item.changes.iter().filter(|change| !is_shared(change));
                let changes = self.changes(own);
                let row = self.push(&self.label(item), changes);
                self.mark(item, &row);
            }
        }
        for Shared { change, items } in &shared {
            let labels = items.iter().map(|item| self.label(item));
            let labels = Description::joined(labels, locale.text(Message::ListSeparator));
            let row = self.push(&labels, self.change(change));
            for item in items {
                self.mark_if_new(item, &row);
            }
        }
        let added: Vec<_> = of(Outcome::Added).map(|item| self.label(item)).collect();
        self.push_together(Outcome::Added, added, items);
        for item in of(Outcome::Withdrawn) {
            let mut html = self.withdrawn(PartName::Claims, item);
            html.text(&format!(" ({})", was(locale, &item.label)));
            if !item.changes.is_empty() {
                html.text(DOT);
                html.push(&self.changes(item.changes.iter()));
            }
            self.push(&self.opening(Outcome::Withdrawn), html);
        }
        self.push_together(Outcome::Renumbered, self.renumbered(), items);
    }

    /// Finds what became of sources that several claims rest on: it is told once.
    fn shared<'i>(items: &'i [Item<'a>]) -> Vec<Shared<'i, 'a>> {
        let mut found: Vec<Shared<'i, 'a>> = Vec::new();
        let changed = items.iter().filter(|item| item.outcome == Outcome::Changed);
        for (item, change) in
            changed.flat_map(|item| item.changes.iter().map(move |one| (item, one)))
        {
            match found.iter_mut().find(|one| one.is(change)) {
                Some(one) => one.items.push(item),
                None if change.what == What::Updates => found.push(Shared {
                    change,
                    items: vec![item],
                }),
                None => {}
            }
        }
        found.retain(|one| one.items.len() > 1);
        found
    }

    /// Adds a row for all items of which the same became.
    fn push_together(
        &mut self,
        outcome: Outcome,
        labels: Vec<Description<'a>>,
        items: &[Item<'_>],
    ) {
        if labels.is_empty() {
            return;
        }
        let separator = self.describer.locale.text(Message::ListSeparator);
        let labels = Description::joined(labels, separator);
        let row = self.push(&self.opening(outcome), Html::of(&labels));
        for item in items.iter().filter(|item| item.outcome == outcome) {
            self.mark(item, &row);
        }
    }

    /// Marks an item that no row of its own is told of.
    fn mark_if_new(&mut self, item: &Item<'_>, row: &str) {
        if let Some(Anchor::Claim(id)) = item.anchor
            && self.of_claims.get(id.index()).is_some_and(Option::is_none)
        {
            self.mark(item, row);
        }
    }

    fn mark(&mut self, item: &Item<'_>, row: &str) {
        if let Some(Anchor::Claim(id)) = item.anchor
            && let Some(change) = self.of_claims.get_mut(id.index())
        {
            *change = Some(ClaimChangeView {
                mark: match item.outcome {
                    Outcome::Added => "new",
                    Outcome::Changed | Outcome::Withdrawn => "changed",
                    Outcome::Renumbered => "renumbered",
                },
                words: item.outcome_in_words(self.describer.locale),
                row: row.to_owned(),
            });
        }
    }

    /// Lists the claims that have only another number, neighbours together: "C3–C6 (was C2–C5)".
    fn renumbered(&self) -> Vec<Description<'a>> {
        let moved = self.claims.iter().filter(|kept| kept.is_renumbered());
        let moved: Vec<_> = moved.collect();
        let follows = |one: ClaimId, other: ClaimId| {
            one.index() + 1 == other.index() && one.number() + 1 == other.number()
        };
        let runs =
            moved.chunk_by(|one, other| follows(one.old, other.old) && follows(one.new, other.new));
        let describe = |run: &[&Kept<ClaimId, ClaimChange>]| {
            let (first, last) = (run.first()?, run.last()?);
            let mut labels = Description::label(Anchor::Claim(first.new));
            let mut before = first.old.to_string();
            if first.new != last.new {
                labels.push("–");
                labels.extend(&Description::label(Anchor::Claim(last.new)));
                before = format!("{before}–{}", last.old);
            }
            labels.push(format!(" ({})", was(self.describer.locale, &before)));
            Some(labels)
        };
        runs.filter_map(describe).collect()
    }

    /// Returns what became of the items of a row, to open it.
    fn opening(&self, outcome: Outcome) -> Description<'a> {
        let words = outcome.words(self.describer.locale);
        Description::text(self.describer.capitalised(words))
    }

    /// Returns a part's name as a link to it.
    fn part_label(&self, name: PartName) -> Description<'a> {
        let words = name.words(self.describer.locale);
        let section = match name {
            PartName::Topic | PartName::Title | PartName::Issues | PartName::Method => {
                return Description::text(words);
            }
            PartName::BottomLine => "bottom-line",
            PartName::Positions => "positions",
            PartName::Tensions if tensions::has_section(self.describer) => "tensions",
            PartName::Claims | PartName::Tensions => "claims",
            PartName::Events => "timeline",
            PartName::Gaps => "gaps",
        };
        Description::link(Anchor::Section(section), words)
    }

    /// Returns an item's label, a link where it has one on this page, and the label that it had.
    fn label(&self, item: &Item<'_>) -> Description<'a> {
        let mut label = match item.anchor {
            Some(anchor) => Description::label(anchor),
            None => Description::text(item.label.clone()),
        };
        if let Some(before) = &item.was {
            label.push(format!(" ({})", was(self.describer.locale, before)));
        }
        label
    }

    /// Returns an item among others of its part.
    fn item(&self, name: PartName, item: &Item<'a>) -> Html {
        let outcome = Description::text(item.outcome_in_words(self.describer.locale));
        let (first, rest) = match item.outcome {
            Outcome::Withdrawn => (outcome, self.withdrawn(name, item)),
            Outcome::Added | Outcome::Renumbered => (self.label(item), Html::of(&outcome)),
            Outcome::Changed => (self.label(item), self.changes(item.changes.iter())),
        };
        let mut html = Html::default();
        html.start("b", &[]);
        first.write_to(&mut html);
        html.end("b");
        html.text(" ");
        html.push(&rest);
        html
    }

    /// Returns the words of what was withdrawn: they stand nowhere else on the page.
    fn withdrawn(&self, name: PartName, item: &Item<'_>) -> Html {
        let words = match name {
            PartName::Positions | PartName::Issues => Some(match &item.text {
                Some(text) => format!("{}: {text}", item.label),
                None => item.label.clone(),
            }),
            // The claims of a tension have the old edition's labels.
            PartName::Tensions => item.text.clone(),
            PartName::Topic
            | PartName::Title
            | PartName::BottomLine
            | PartName::Claims
            | PartName::Events
            | PartName::Gaps
            | PartName::Method => item.words(),
        };
        let mut html = Html::default();
        if let Some(words) = words {
            html.text(&self.describer.set(&words));
        }
        html
    }

    /// Returns changes one after the other. How far a claim is from its origins stands beside it.
    fn changes<'c>(&self, changes: impl Iterator<Item = &'c Change<'a>>) -> Html
    where
        'a: 'c,
    {
        let changes = changes.filter(|change| change.what != What::Retellings);
        let changes: Vec<Html> = changes.map(|change| self.change(change)).collect();
        Html::joined(&changes, DOT)
    }

    fn change(&self, change: &Change<'a>) -> Html {
        let mut html = Html::default();
        if !change.what.is_of_text() {
            let words = change.what.words(self.describer.locale);
            html.element("span", &[("class", &"what")], words);
            if let Some(quote) = change.quote.filter(|_| change.what != What::QuoteWithdrawn) {
                html.text(" ");
                Description::label(Anchor::Quote(quote)).write_to(&mut html);
            }
            // It stands under its claim.
            if change.what == What::QuoteAdded {
                return html;
            }
            html.text(" ");
        }
        change.typeset(self.describer).write_to(&mut html);
        html
    }
}
