//! Shapes what changed between two editions as JSON.
//!
//! Labels are those of the new
//! edition, of what was withdrawn those of the old; `was` is the old label where it is another.

use serde::Serialize;

use crate::analysis::Edition;
use crate::analysis::changes::Diff;
use crate::describe::Locales;
use crate::describe::changes::{Change, ChangeDescriber, How, Item, PartName};
use crate::word_diff::Words;

/// What changed between two editions.
#[derive(Serialize)]
pub(super) struct ChangesView<'a> {
    form: u8,
    old: EditionView<'a>,
    new: EditionView<'a>,
    /// Whether anything changed; another label alone is no change.
    changed: bool,
    claims_as_before: usize,
    title: Vec<ChangeView<'a>>,
    bottom_line: Vec<ChangeView<'a>>,
    claims: Vec<ItemView<'a>>,
    positions: Vec<ItemView<'a>>,
    tensions: Vec<ItemView<'a>>,
    events: Vec<ItemView<'a>>,
    gaps: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct EditionView<'a> {
    edition: u64,
    as_of: &'a str,
    lang: &'a str,
    title: &'a str,
}

/// An item that was added, withdrawn, changed or renumbered.
#[derive(Serialize)]
struct ItemView<'a> {
    fate: &'static str,
    id: String,
    was: Option<String>,
    key: Option<&'a str>,
    text: Option<String>,
    changes: Vec<ChangeView<'a>>,
}

/// What changed: word by word, or from one text to another. What is the same and what was removed
/// make up the old text, what is the same and what was added the new one.
#[derive(Serialize)]
struct ChangeView<'a> {
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
    #[serde(flatten)]
    how: HowView<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum HowView<'a> {
    Words {
        words: Vec<WordsView<'a>>,
    },
    Turned {
        was: Option<String>,
        is: Option<String>,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum WordsView<'a> {
    Same(&'a str),
    Removed(&'a str),
    Added(&'a str),
}

/// Returns what changed. What people read of it is in the words of a locale that comes with the
/// program.
pub(super) fn view<'a>(diff: &'a Diff<'a>, locales: &'a Locales) -> ChangesView<'a> {
    let claims = &diff.claims;
    let mut view = ChangesView {
        form: 1,
        old: edition(diff.old),
        new: edition(diff.new),
        changed: !diff.is_empty(),
        claims_as_before: claims.kept.len() - claims.changed().count(),
        title: Vec::new(),
        bottom_line: Vec::new(),
        claims: Vec::new(),
        positions: Vec::new(),
        tensions: Vec::new(),
        events: Vec::new(),
        gaps: Vec::new(),
    };
    for part in ChangeDescriber::of(diff, locales).parts() {
        let items = part.items.into_iter();
        let changes = |item: Item<'a>| item.changes.into_iter().map(change);
        match part.name {
            PartName::Title => view.title = items.flat_map(changes).collect(),
            PartName::BottomLine => view.bottom_line = items.flat_map(changes).collect(),
            PartName::Claims => view.claims = items.map(item).collect(),
            PartName::Positions => view.positions = items.map(item).collect(),
            PartName::Tensions => view.tensions = items.map(item).collect(),
            PartName::Events => view.events = items.map(item).collect(),
            PartName::Gaps => view.gaps = items.map(item).collect(),
        }
    }
    view
}

fn edition(edition: &Edition) -> EditionView<'_> {
    let parts = edition.brief().parts();
    EditionView {
        edition: parts.edition,
        as_of: parts.as_of.as_str(),
        lang: &parts.lang,
        title: &parts.title,
    }
}

fn item(item: Item<'_>) -> ItemView<'_> {
    ItemView {
        fate: item.outcome.name(),
        id: item.label,
        was: item.was,
        key: item.key,
        text: item.text,
        changes: item.changes.into_iter().map(change).collect(),
    }
}

fn change(change: Change<'_>) -> ChangeView<'_> {
    ChangeView {
        what: change.what.name(),
        quote: change.quote.map(|quote| quote.to_string()),
        how: match change.how {
            How::Words(diff) => HowView::Words {
                words: diff.words().iter().map(words).collect(),
            },
            How::Turned { was, is } => HowView::Turned { was, is },
        },
    }
}

fn words(words: &Words) -> WordsView<'_> {
    match words {
        Words::Same(text) => WordsView::Same(text),
        Words::Removed(text) => WordsView::Removed(text),
        Words::Added(text) => WordsView::Added(text),
    }
}
