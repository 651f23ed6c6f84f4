//! Changes as JSON, for programs.
//!
//! `form` is 1 and counts up when a field changes its meaning or goes. Labels are those of the new
//! edition, of what was withdrawn those of the old; `was` is the old label where it is another.

use serde::Serialize;

use super::super::pretty;
use crate::analysis::changes::{Comparison, Edition};
use crate::describe::Locales;
use crate::describe::changes::{How, Item, Part, PartName, Teller, Told};
use crate::word_diff::Words;

/// What changed between two editions.
#[derive(Serialize)]
pub(in crate::export) struct ChangesView<'a> {
    form: u8,
    old: EditionView<'a>,
    new: EditionView<'a>,
    /// Whether anything changed; another label alone is no change.
    changed: bool,
    claims_as_before: usize,
    title: Vec<ToldView<'a>>,
    bottom_line: Vec<ToldView<'a>>,
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
    changes: Vec<ToldView<'a>>,
}

/// What changed: word by word, or from one text to another. What is the same and what was removed
/// make up the old text, what is the same and what was added the new one.
#[derive(Serialize)]
struct ToldView<'a> {
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

/// Returns what changed as one JSON document.
pub fn render(comparison: &Comparison<'_>, locales: &Locales) -> String {
    pretty(&view(comparison, locales))
}

pub(in crate::export) fn view<'a>(
    comparison: &Comparison<'a>,
    locales: &'a Locales,
) -> ChangesView<'a> {
    let claims = &comparison.changes.claims;
    let mut view = ChangesView {
        form: 1,
        old: edition(comparison.old),
        new: edition(comparison.new),
        changed: !comparison.changes.is_empty(),
        claims_as_before: claims.kept.len() - claims.changed().count(),
        title: Vec::new(),
        bottom_line: Vec::new(),
        claims: Vec::new(),
        positions: Vec::new(),
        tensions: Vec::new(),
        events: Vec::new(),
        gaps: Vec::new(),
    };
    for part in Teller(*comparison, locales).parts() {
        view.take(part);
    }
    view
}

impl<'a> ChangesView<'a> {
    fn take(&mut self, part: Part<'a>) {
        let items = part.items.into_iter();
        let list = match part.name {
            PartName::Title | PartName::BottomLine => {
                let told = items.flat_map(|item| item.told).map(told).collect();
                if part.name == PartName::Title {
                    self.title = told;
                } else {
                    self.bottom_line = told;
                }
                return;
            }
            PartName::Claims => &mut self.claims,
            PartName::Positions => &mut self.positions,
            PartName::Tensions => &mut self.tensions,
            PartName::Events => &mut self.events,
            PartName::Gaps => &mut self.gaps,
        };
        list.extend(items.map(item));
    }
}

fn edition(edition: Edition<'_>) -> EditionView<'_> {
    let parts = edition.brief.parts();
    EditionView {
        edition: parts.edition,
        as_of: parts.as_of.as_str(),
        lang: &parts.lang,
        title: &parts.title,
    }
}

fn item(item: Item<'_>) -> ItemView<'_> {
    ItemView {
        fate: item.fate.word(),
        id: item.label,
        was: item.was,
        key: item.key,
        text: item.text,
        changes: item.told.into_iter().map(told).collect(),
    }
}

fn told(told: Told<'_>) -> ToldView<'_> {
    let how = match told.how {
        How::Words(diff) => HowView::Words {
            words: diff.words().iter().map(words).collect(),
        },
        How::Turned { was, is } => HowView::Turned { was, is },
    };
    ToldView {
        what: told.what.slug(),
        quote: told.quote,
        how,
    }
}

fn words(words: &Words) -> WordsView<'_> {
    match words {
        Words::Same(text) => WordsView::Same(text),
        Words::Removed(text) => WordsView::Removed(text),
        Words::Added(text) => WordsView::Added(text),
    }
}
