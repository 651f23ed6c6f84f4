//! Compares running text.

use std::collections::BTreeSet;

use super::names::Names;
use crate::model::{Brief, ClaimId, Key, Prose};
use crate::word_diff::WordDiff;

/// A change of a text that may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextChange {
    Added,
    Withdrawn,
    Reworded(WordDiff),
}

/// Compares two texts, their markup and citations left out.
pub(super) fn reworded(old: &Prose, new: &Prose) -> Option<WordDiff> {
    WordDiff::between(&plain(old), &plain(new))
}

pub(super) fn optional(old: Option<&Prose>, new: Option<&Prose>) -> Option<TextChange> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(TextChange::Added),
        (Some(_), None) => Some(TextChange::Withdrawn),
        (Some(old), Some(new)) => reworded(old, new).map(TextChange::Reworded),
    }
}

/// Returns a text's words. An end mark that a citation stood before is brought back to its word.
pub(crate) fn plain(prose: &Prose) -> String {
    let mut text = String::new();
    for word in prose.plain().split_whitespace() {
        if !text.is_empty()
            && word.contains(|c: char| !matches!(c, '.' | ',' | ';' | ':' | '!' | '?'))
        {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BottomLineChange {
    pub(crate) words: Option<WordDiff>,
    /// Claims of the new edition that it now cites.
    pub(crate) cites: Vec<ClaimId>,
    /// Claims of the old edition that it no longer cites.
    pub(crate) cites_no_more: Vec<ClaimId>,
}

impl BottomLineChange {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

pub(super) fn bottom_line(old: &Names<'_>, new: &Names<'_>) -> BottomLineChange {
    let (before, after) = (
        whole_bottom_line(old.brief()),
        whole_bottom_line(new.brief()),
    );
    BottomLineChange {
        words: WordDiff::between(&before, &after),
        cites: cited_by_one(new, old),
        cites_no_more: cited_by_one(old, new),
    }
}

fn whole_bottom_line(brief: &Brief) -> String {
    let sentences = brief.parts().bottom_line.iter();
    let texts: Vec<String> = sentences.map(|sentence| plain(&sentence.text)).collect();
    texts.join(" ")
}

/// Lists the claims that the bottom line of one edition cites and that of the other does not.
fn cited_by_one(one: &Names<'_>, other: &Names<'_>) -> Vec<ClaimId> {
    fn cited(brief: &Brief) -> impl Iterator<Item = ClaimId> {
        let sentences = brief.parts().bottom_line.iter();
        sentences.flat_map(|sentence| sentence.cites.iter().copied())
    }
    let keys: BTreeSet<&Key> = cited(other.brief()).map(|id| other.key(id)).collect();
    let alone: BTreeSet<ClaimId> = cited(one.brief())
        .filter(|id| !keys.contains(one.key(*id)))
        .collect();
    alone.into_iter().collect()
}

/// Returns keys in order: their own order says nothing.
pub(super) fn sorted<'a>(keys: impl Iterator<Item = &'a Key>) -> Vec<&'a Key> {
    let mut keys: Vec<&Key> = keys.collect();
    keys.sort_unstable();
    keys
}
