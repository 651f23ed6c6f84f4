//! Shapes what changed between two editions as JSON.
//!
//! Labels are those of the new edition, of what was withdrawn those of the old; `was` is the old
//! label where it is another.

use crate::analysis::Edition;
use crate::analysis::changes::Diff;
use crate::describe::Locales;
use crate::describe::changes::{Change, ChangeDescriber, How, Item, PartName};
use crate::export::ordered::{Json, object};
use crate::word_diff::Words;

/// Returns what changed. What people read of it is in the words of a locale that comes with the
/// program.
pub(super) fn changes<'a>(diff: &'a Diff<'a>, locales: &'a Locales) -> Json<'a> {
    let claims = &diff.claims;
    let mut parts = ChangeDescriber::of(diff, locales).parts();
    let mut items = |name| {
        let part = parts.iter_mut().find(|part| part.name == name);
        part.map(|part| std::mem::take(&mut part.items))
            .into_iter()
            .flatten()
    };
    object! {
        "form": 1_u64,
        "old": edition(diff.old),
        "new": edition(diff.new),
        // Another label alone is no change.
        "changed": !diff.is_empty(),
        "claims_as_before": claims.kept.len() - claims.changed().count(),
        "title": Json::list(items(PartName::Title).flat_map(|item| item.changes).map(change)),
        "bottom_line":
            Json::list(items(PartName::BottomLine).flat_map(|item| item.changes).map(change)),
        "claims": Json::list(items(PartName::Claims).map(item)),
        "positions": Json::list(items(PartName::Positions).map(item)),
        "tensions": Json::list(items(PartName::Tensions).map(item)),
        "events": Json::list(items(PartName::Events).map(item)),
        "gaps": Json::list(items(PartName::Gaps).map(item)),
    }
}

fn edition(edition: &Edition) -> Json<'_> {
    let parts = edition.brief().parts();
    object! {
        "edition": parts.edition,
        "as_of": parts.as_of.as_str(),
        "lang": &*parts.lang,
        "title": &*parts.title,
    }
}

/// Returns an item that was added, withdrawn, changed or renumbered.
fn item(item: Item<'_>) -> Json<'_> {
    object! {
        "fate": item.outcome.name(),
        "id": item.label,
        "was": item.was,
        "key": item.key,
        "text": item.text,
        "changes": Json::list(item.changes.into_iter().map(change)),
    }
}

/// Returns what changed: word by word, or from one text to another. What is the same and what was
/// removed make up the old text, what is the same and what was added the new one.
fn change(change: Change<'_>) -> Json<'_> {
    let mut fields = vec![("what", change.what.name().into())];
    fields.extend(
        change
            .quote
            .map(|quote| ("quote", quote.to_string().into())),
    );
    match change.how {
        How::Words(diff) => fields.push(("words", Json::list(diff.words().iter().map(words)))),
        How::Turned { was, is } => fields.extend([("was", was.into()), ("is", is.into())]),
    }
    Json::Object(fields)
}

fn words(words: &Words) -> Json<'_> {
    match words {
        Words::Same(text) => object! { "same": &**text },
        Words::Removed(text) => object! { "removed": &**text },
        Words::Added(text) => object! { "added": &**text },
    }
}
