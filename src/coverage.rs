//! Finds what of the sources claims rest on, sentence by sentence, and what paraphrases borrow from them.
//!
//! A sentence is covered if passages and quotes of claims, and what is left out, have half of its letters
//! and digits or more. All of what a snapshot shows is counted, menus and notices too.

mod borrowed;
mod count;
mod covered;
mod json;
mod terminal;

pub use borrowed::borrowed;
pub use count::Count;
pub use covered::{Covered, Kind, On, Rest, Sentence, State, Stretch};

use crate::describe::plain_prose;
use crate::model::{Brief, Check, ClaimId, SourceId};

/// What claims rest on, of every source that was read.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    brief: &'a Brief,
    /// Snapshots, in the order of their sources.
    pub snapshots: Vec<Covered>,
    /// Sources of which nothing is known, each with the reason.
    pub unread: Vec<(SourceId, String)>,
    /// Quotes and passages that were not found, and cover nothing.
    pub unfound: Vec<Unfound>,
    /// Words that paraphrases borrow from their sources.
    pub borrowed: Vec<(ClaimId, String)>,
}

/// A quote or a passage that was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfound {
    /// What it belongs to; what is left out has no claim.
    pub claim: Option<ClaimId>,
    /// Its words.
    pub text: String,
    /// What came of looking for it.
    pub check: Check,
}

impl<'a> Coverage<'a> {
    /// Makes one of a brief, of which no source is read yet.
    pub fn of(brief: &'a Brief) -> Self {
        Self {
            brief,
            snapshots: Vec::new(),
            unread: Vec::new(),
            unfound: Vec::new(),
            borrowed: Vec::new(),
        }
    }

    /// Returns how many sentences of all snapshots are covered.
    pub fn count(&self) -> Count {
        let counts = self.snapshots.iter().map(Covered::count);
        counts.fold(Count::default(), |all, one| Count {
            covered: all.covered + one.covered,
            all: all.all + one.all,
        })
    }

    /// Returns the id of a source.
    pub(crate) fn source(&self, id: SourceId) -> &str {
        &self.brief.source(id).key
    }

    /// Returns the title of the brief.
    pub(crate) fn title(&self) -> &str {
        &self.brief.parts().title
    }

    /// Returns the language of a source as it was read: its own, else the brief's.
    pub(crate) fn language(&self, id: SourceId) -> &str {
        let language = self.brief.source(id).lang.as_ref();
        language.unwrap_or(&self.brief.parts().lang)
    }

    /// Returns why something is left out.
    pub(crate) fn reason(&self, left_out: usize) -> String {
        let item = self.brief.parts().left_out.get(left_out);
        item.map(|item| plain_prose(&item.reason))
            .unwrap_or_default()
    }

    /// Says what came of what was not found, a line each.
    pub(crate) fn unfound_in_words(&self) -> Vec<String> {
        let lines = self.unfound.iter().map(|unfound| {
            let of = match unfound.claim {
                Some(id) => format!("{id} {}", self.brief.claim(id).key),
                None => "left out".to_owned(),
            };
            format!("{of}: {}: {}", unfound.check.word(), unfound.text)
        });
        lines.collect()
    }

    /// Says what is borrowed, a line each.
    pub(crate) fn borrowed_in_words(&self) -> Vec<String> {
        let lines = self.borrowed.iter().map(|(id, words)| {
            let key = &self.brief.claim(*id).key;
            format!("{id} {key}: its source’s own words: “{words}”")
        });
        lines.collect()
    }
}
