//! Compares running text.

use std::collections::BTreeSet;

use super::names::Names;
use crate::model::{Brief, ClaimId, LinkUrl, Prose};
use crate::word_diff::WordDiff;

/// A change of a text that may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextChange {
    Added,
    Withdrawn,
    Reworded(WordDiff),
}

/// A text of an edition, and what the claims that it cites are called; without names, citations are
/// not compared.
pub(super) type Named<'a, T> = (Option<&'a Names<'a>>, T);

/// Compares two texts, their markup left out, but for the addresses of links where nothing else differs.
pub(super) fn reworded(
    (old_names, old): Named<'_, &Prose>,
    (new_names, new): Named<'_, &Prose>,
) -> Option<WordDiff> {
    compared(
        |linked| words(old_names, old, linked),
        |linked| words(new_names, new, linked),
    )
}

/// What stands for the address of a link.
type Linked = fn(&LinkUrl) -> String;

fn compared(old: impl Fn(Linked) -> String, new: impl Fn(Linked) -> String) -> Option<WordDiff> {
    let forms: [Linked; 2] = [|_| String::new(), |to| format!("({to}) ")];
    let mut compared = forms.into_iter();
    compared.find_map(|linked| WordDiff::between(&old(linked), &new(linked)))
}

fn words(names: Option<&Names<'_>>, prose: &Prose, linked: Linked) -> String {
    let cited = |claims: &[ClaimId]| names.map_or_else(String::new, |names| names.cited(claims));
    joined(&prose.plain_with(cited, linked))
}

pub(super) fn optional(
    (old_names, old): Named<'_, Option<&Prose>>,
    (new_names, new): Named<'_, Option<&Prose>>,
) -> Option<TextChange> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(TextChange::Added),
        (Some(_), None) => Some(TextChange::Withdrawn),
        (Some(old), Some(new)) => {
            reworded((old_names, old), (new_names, new)).map(TextChange::Reworded)
        }
    }
}

/// Returns a text's words. An end mark that a citation stood before is brought back to its word.
pub(super) fn plain(prose: &Prose) -> String {
    words(None, prose, |_| String::new())
}

pub(super) fn joined(plain: &str) -> String {
    let mut text = String::new();
    for word in plain.split_whitespace() {
        if !text.is_empty()
            && word.contains(|c: char| !matches!(c, '.' | ',' | ';' | ':' | '!' | '?'))
        {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// A change of a text that cites claims: the headline, or the bottom line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CitingChange {
    pub(crate) words: Option<WordDiff>,
    /// Claims of the new edition that it now cites.
    pub(crate) cites: Vec<ClaimId>,
    /// Claims of the old edition that it no longer cites.
    pub(crate) cites_no_more: Vec<ClaimId>,
}

impl CitingChange {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

pub(super) fn title(old: &Names<'_>, new: &Names<'_>) -> CitingChange {
    let [before, after] = [old, new].map(|names| names.brief().parts());
    CitingChange {
        words: WordDiff::between(&before.title, &after.title),
        cites: cited_by_one(new, old, title_cites),
        cites_no_more: cited_by_one(old, new, title_cites),
    }
}

pub(super) fn bottom_line(old: &Names<'_>, new: &Names<'_>) -> CitingChange {
    let [before, after] = [old, new].map(|names| whole_bottom_line(names.brief()));
    CitingChange {
        words: compared(before, after),
        cites: cited_by_one(new, old, bottom_line_cites),
        cites_no_more: cited_by_one(old, new, bottom_line_cites),
    }
}

/// Compares how the briefs say that they were made; one that does not say so has no words.
pub(super) fn method(old: &Names<'_>, new: &Names<'_>) -> Option<WordDiff> {
    let [old, new] = [old, new].map(|names| {
        move |linked: Linked| {
            let method = names.brief().parts().method.as_ref();
            let words = method.map(|method| words(Some(names), method, linked));
            words.unwrap_or_default()
        }
    });
    compared(old, new)
}

fn whole_bottom_line(brief: &Brief) -> impl Fn(Linked) -> String {
    move |linked| {
        let sentences = brief.parts().bottom_line.iter();
        let texts: Vec<String> = sentences
            .map(|sentence| words(None, &sentence.text, linked))
            .collect();
        texts.join(" ")
    }
}

fn title_cites(brief: &Brief) -> Vec<ClaimId> {
    brief.parts().title_cites.clone()
}

fn bottom_line_cites(brief: &Brief) -> Vec<ClaimId> {
    let sentences = brief.parts().bottom_line.iter();
    let cited = sentences.flat_map(|sentence| sentence.cites.iter().copied());
    cited.collect()
}

/// Lists the claims that a text of one edition cites and that of the other does not.
fn cited_by_one(
    one: &Names<'_>,
    other: &Names<'_>,
    cited: fn(&Brief) -> Vec<ClaimId>,
) -> Vec<ClaimId> {
    let theirs = cited(other.brief());
    let marks: BTreeSet<usize> = theirs.into_iter().map(|id| other.claim(id)).collect();
    let own = cited(one.brief()).into_iter();
    let alone: BTreeSet<ClaimId> = own.filter(|id| !marks.contains(&one.claim(*id))).collect();
    alone.into_iter().collect()
}

/// Returns marks in order: their own order says nothing.
pub(super) fn sorted(marks: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut marks: Vec<usize> = marks.collect();
    marks.sort_unstable();
    marks
}
