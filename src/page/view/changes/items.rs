//! Items that changed, as HTML.

use super::told::{escaped, set_told};
use crate::analysis::changes::Diff;
use crate::describe::changes::{Fate, Item, PartName, Told, phrases};
use crate::describe::words::capitalised;
use crate::model::ClaimId;
use crate::page::html;
use crate::page::view::Subject;

/// Lists the claims that have only another number, neighbours together: "C3–C6 (was C2–C5)".
pub(super) fn renumbered(subject: &Subject<'_>, diff: &Diff<'_>) -> String {
    let moved: Vec<_> = diff
        .claims
        .kept
        .iter()
        .filter(|kept| kept.is_renumbered())
        .collect();
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
pub(super) fn opening(subject: &Subject<'_>, fate: Fate) -> String {
    escaped(&capitalised(phrases::fate(subject.locale, fate)))
}

/// Returns a part's name as a link to it.
pub(super) fn part_label(subject: &Subject<'_>, name: PartName) -> String {
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
pub(super) fn labelled(subject: &Subject<'_>, item: &Item<'_>) -> String {
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

/// Returns an item among others of its part.
pub(super) fn set_item(subject: &Subject<'_>, name: PartName, item: &Item<'_>) -> String {
    let label = labelled(subject, item);
    let since = escaped(&phrases::since(subject.locale, item));
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
pub(super) fn withdrawn(subject: &Subject<'_>, name: PartName, item: &Item<'_>) -> String {
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
