//! What changed since the edition before: the section, and the marks at the claims.

use serde::Serialize;

use super::Subject;
use crate::analysis::changes::Comparison;
use crate::model::ClaimId;
use crate::page::html;
use crate::wording::changes::{Fate, How, Item, Part, PartName, Teller, Told, What, phrases};
use crate::wording::words::capitalised;

/// What changed since the edition before.
#[derive(Debug, Serialize)]
pub(super) struct ChangesView {
    heading: String,
    summary: String,
    rows: Vec<RowView>,
    /// Whether the bottom line changed.
    bottom_line: bool,
}

/// An item that changed, or several of one kind.
#[derive(Debug, Serialize)]
struct RowView {
    id: String,
    label: String,
    html: String,
}

/// What became of a claim since the edition before.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SinceView {
    /// The class of its mark: a bar stands beside claims that are new or changed.
    mark: &'static str,
    words: String,
    row: String,
}

/// The section and, by claim, what became of it.
pub(super) struct Changes {
    pub(super) section: Option<ChangesView>,
    of_claims: Vec<Option<SinceView>>,
}

impl Changes {
    /// Compares the brief with the edition before, if it names one.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let mut list = List {
            rows: Vec::new(),
            of_claims: vec![None; subject.brief.claims().len()],
        };
        let comparison = Comparison::since_previous(subject.brief, subject.analysis);
        let section = comparison.map(|comparison| {
            for part in Teller(comparison, subject.locales).parts() {
                list.part(subject, &part);
            }
            ChangesView {
                heading: phrases::heading(subject.locale, &comparison),
                summary: phrases::summary(subject.locale, &comparison),
                rows: std::mem::take(&mut list.rows),
                bottom_line: !comparison.changes.bottom_line.is_empty(),
            }
        });
        Self {
            section,
            of_claims: list.of_claims,
        }
    }

    /// Returns what became of a claim.
    pub(super) fn of_claim(&self, id: ClaimId) -> Option<SinceView> {
        self.of_claims.get(id.index())?.clone()
    }
}

/// The rows so far, and what they say of claims.
struct List {
    rows: Vec<RowView>,
    of_claims: Vec<Option<SinceView>>,
}

impl List {
    fn part(&mut self, subject: &Subject<'_>, part: &Part<'_>) {
        match part.name {
            PartName::Claims => self.claims(subject, &part.items),
            PartName::Title | PartName::BottomLine => {
                let told = part.items.iter().flat_map(|item| &item.told);
                // What it cites stands in it, a few lines above.
                let told =
                    told.filter(|told| !matches!(told.what, What::Cites | What::CitesNoMore));
                let told: Vec<&Told<'_>> = told.collect();
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
        let id = format!("X{}", self.rows.len() + 1);
        self.rows.push(RowView {
            id: id.clone(),
            label,
            html,
        });
        id
    }

    /// Adds a row for each claim that changed, one for those that are new, one for each that was
    /// withdrawn, one for those that have only another number.
    fn claims(&mut self, subject: &Subject<'_>, items: &[Item<'_>]) {
        let of = |fate| items.iter().filter(move |item| item.fate == fate);
        for item in of(Fate::Changed) {
            let told: Vec<&Told<'_>> = item.told.iter().collect();
            let row = self.push(labelled(subject, item), set_told(subject, &told));
            self.mark(subject, item, &row);
        }
        let added: Vec<String> = of(Fate::Added)
            .map(|item| labelled(subject, item))
            .collect();
        if !added.is_empty() {
            let row = self.push(opening(subject, Fate::Added), subject.locale.joined(&added));
            for item in of(Fate::Added) {
                self.mark(subject, item, &row);
            }
        }
        for item in of(Fate::Withdrawn) {
            let words = withdrawn(subject, PartName::Claims, item);
            self.push(opening(subject, Fate::Withdrawn), words);
        }
        let row = renumbered(subject);
        if !row.is_empty() {
            let row = self.push(opening(subject, Fate::Renumbered), row);
            for item in of(Fate::Renumbered) {
                self.mark(subject, item, &row);
            }
        }
    }

    fn mark(&mut self, subject: &Subject<'_>, item: &Item<'_>, row: &str) {
        let place = item.claim.and_then(|id| self.of_claims.get_mut(id.index()));
        if let Some(since) = place {
            *since = Some(SinceView {
                mark: match item.fate {
                    Fate::Added => "new",
                    Fate::Changed | Fate::Withdrawn => "changed",
                    Fate::Renumbered => "renumbered",
                },
                words: phrases::since(subject.locale, item),
                row: row.to_owned(),
            });
        }
    }
}

/// Lists the claims that have only another number, neighbours together: "C3–C6 (was C2–C5)".
fn renumbered(subject: &Subject<'_>) -> String {
    let since = subject.analysis.since.as_ref();
    let kept = since.map_or(&[][..], |since| &since.changes.claims.kept);
    let moved: Vec<_> = kept.iter().filter(|kept| kept.is_renumbered()).collect();
    let next = |id: ClaimId| ClaimId::new(id.index() + 1);
    let runs =
        moved.chunk_by(|one, other| next(one.old) == other.old && next(one.new) == other.new);
    let runs: Vec<String> = runs
        .filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            let link = |id: ClaimId| format!("<a href=\"#{id}\">{id}</a>");
            let (is, was) = if first.new == last.new {
                (link(first.new), first.old.to_string())
            } else {
                (
                    format!("{}–{}", link(first.new), link(last.new)),
                    format!("{}–{}", first.old, last.old),
                )
            };
            Some(format!("{is} ({})", phrases::was(subject.locale, &was)))
        })
        .collect();
    subject.locale.joined(&runs)
}

/// Returns what became of the items of a row, to open it.
fn opening(subject: &Subject<'_>, fate: Fate) -> String {
    escaped(&capitalised(phrases::fate(subject.locale, fate)))
}

/// Returns a part's name as a link to it.
fn part_label(subject: &Subject<'_>, name: PartName) -> String {
    let words = name.words(subject.locale);
    let anchor = match name {
        PartName::Title => return escaped(words),
        PartName::BottomLine => "bottom-line",
        PartName::Claims => "claims",
        PartName::Positions => "positions",
        PartName::Tensions => "tensions",
        PartName::Events => "timeline",
        PartName::Gaps => "gaps",
    };
    format!("<a href=\"#{anchor}\">{}</a>", escaped(words))
}

/// Returns an item's label, a link where it has one on this page, and the label that it had.
fn labelled(subject: &Subject<'_>, item: &Item<'_>) -> String {
    let mut out = String::new();
    html::escape(&item.label, &mut out);
    if item.is_anchor {
        out = format!("<a href=\"#{out}\">{out}</a>");
    }
    if let Some(was) = &item.was {
        out.push_str(" (");
        html::escape(&phrases::was(subject.locale, was), &mut out);
        out.push(')');
    }
    out
}

fn set_item(subject: &Subject<'_>, name: PartName, item: &Item<'_>) -> String {
    let (label, since) = (
        labelled(subject, item),
        phrases::since(subject.locale, item),
    );
    match item.fate {
        Fate::Withdrawn => format!("<b>{since}</b> {}", withdrawn(subject, name, item)),
        Fate::Added | Fate::Renumbered => format!("<b>{label}</b> {since}"),
        Fate::Changed => {
            let told: Vec<&Told<'_>> = item.told.iter().collect();
            format!("<b>{label}</b> {}", set_told(subject, &told))
        }
    }
}

/// Returns the words of what was withdrawn: they stand nowhere else on the page.
fn withdrawn(subject: &Subject<'_>, name: PartName, item: &Item<'_>) -> String {
    let text = item.text.as_deref().unwrap_or_default();
    let words = match name {
        PartName::Positions => format!("{}: {text}", item.label),
        // The claims of a tension have the old edition's labels.
        PartName::Tensions => text.to_owned(),
        PartName::Title
        | PartName::BottomLine
        | PartName::Claims
        | PartName::Events
        | PartName::Gaps => {
            let by = item.by.iter().map(|by| format!("{by}: "));
            by.collect::<String>() + text
        }
    };
    let words = escaped(&subject.set(&words));
    if name == PartName::Claims {
        format!(
            "{words} ({})",
            escaped(&phrases::was(subject.locale, &item.label))
        )
    } else {
        words
    }
}

fn set_told(subject: &Subject<'_>, told: &[&Told<'_>]) -> String {
    let told = told.iter().filter(|told| told.what != What::Distance);
    let told: Vec<String> = told.map(|told| set_one(subject, told)).collect();
    told.join(" · ")
}

fn set_one(subject: &Subject<'_>, told: &Told<'_>) -> String {
    let how = match &told.how {
        How::Words(diff) => {
            // A quote is never touched.
            let is_quote = told.what == What::QuoteReworded;
            let set = |words: &str| {
                if is_quote {
                    words.to_owned()
                } else {
                    subject.set(words)
                }
            };
            diff.set(
                |words| escaped(&set(words)),
                |words| element("del", &set(words)),
                |words| element("ins", &set(words)),
            )
        }
        How::Turned { was, is } => match (was, is) {
            (Some(was), Some(is)) => {
                escaped(&subject.set(&format!("{was} {} {is}", subject.arrow)))
            }
            // It stands under its claim.
            (None, Some(_)) if told.what == What::QuoteAdded => String::new(),
            (Some(was), None) if told.what == What::QuoteWithdrawn => escaped(was),
            (None, Some(is)) => element("ins", &subject.set(is)),
            (Some(was), None) => element("del", &subject.set(was)),
            (None, None) => String::new(),
        },
    };
    if told.what.is_of_text() {
        return how;
    }
    let quote = told.quote.iter().map(|quote| {
        if told.what == What::QuoteWithdrawn {
            String::new()
        } else {
            format!(" <a href=\"#{quote}\">{quote}</a>")
        }
    });
    let quote: String = quote.collect();
    format!(
        "<span class=\"what\">{}</span>{quote} {how}",
        escaped(told.what.words(subject.locale))
    )
    .trim_end()
    .to_owned()
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    html::escape(text, &mut out);
    out
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escaped(text))
}
