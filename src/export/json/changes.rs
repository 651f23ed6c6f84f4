//! Shapes what changed between two editions as JSON.
//!
//! Labels are those of the new edition, of what was withdrawn those of the old; `was` is the old
//! label where it is another.

use serde_json::Value;

use crate::analysis::Edition;
use crate::analysis::changes::Diff;
use crate::describe::Locales;
use crate::describe::changes::{Change, ChangeDescriber, How, Item, PartName};
use crate::export::ordered::{list, object};
use crate::word_diff::Words;

/// Returns what changed. What people read of it is in the words of a locale that comes with the
/// program.
pub(super) fn changes(diff: &Diff<'_>, locales: &Locales) -> Value {
    let claims = &diff.claims;
    let mut parts = ChangeDescriber::of(diff, locales).plain().parts();
    let mut items = |name| {
        let part = parts.iter_mut().find(|part| part.name == name);
        part.map(|part| std::mem::take(&mut part.items))
            .into_iter()
            .flatten()
    };
    object! {
        "form": 1,
        "old": edition(diff.old),
        "new": edition(diff.new),
        // Another label alone is no change.
        "changed": !diff.is_empty(),
        "claims_as_before": claims.kept.len() - claims.changed().count(),
        "topic": list(items(PartName::Topic).flat_map(|item| item.changes).map(change)),
        "title": list(items(PartName::Title).flat_map(|item| item.changes).map(change)),
        "bottom_line":
            list(items(PartName::BottomLine).flat_map(|item| item.changes).map(change)),
        "issues": list(items(PartName::Issues).map(item)),
        "claims": list(items(PartName::Claims).map(item)),
        "positions": list(items(PartName::Positions).map(item)),
        "tensions": list(items(PartName::Tensions).map(item)),
        "events": list(items(PartName::Events).map(item)),
        "gaps": list(items(PartName::Gaps).map(item)),
        "method": list(items(PartName::Method).flat_map(|item| item.changes).map(change)),
    }
}

fn edition(edition: &Edition) -> Value {
    let parts = edition.brief().parts();
    object! {
        "edition": parts.edition,
        "as_of": parts.as_of.as_str(),
        "lang": &*parts.lang,
        "title": &*parts.title,
    }
}

/// Returns an item that was added, withdrawn, changed or renumbered.
fn item(item: Item<'_>) -> Value {
    object! {
        "fate": item.outcome.name(),
        "id": item.label,
        "was": item.was,
        "key": item.key,
        "text": item.text,
        "changes": list(item.changes.into_iter().map(change)),
    }
}

/// Returns what changed: word by word, or from one text to another. What is the same and what was
/// removed make up the old text, what is the same and what was added the new one.
fn change(change: Change<'_>) -> Value {
    let mut told = object! { "what": change.what.name() };
    if let Some(quote) = change.quote {
        told["quote"] = quote.to_string().into();
    }
    match change.how {
        How::Words(diff) => told["words"] = list(diff.words().iter().map(words)),
        How::Turned { was, is } => {
            told["was"] = was.into();
            told["is"] = is.into();
        }
    }
    told
}

fn words(words: &Words) -> Value {
    match words {
        Words::Same(text) => object! { "same": &**text },
        Words::Removed(text) => object! { "removed": &**text },
        Words::Added(text) => object! { "added": &**text },
    }
}
