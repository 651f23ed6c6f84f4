//! What changed since the edition before: the section, and the marks at the claims.

mod items;
mod rows;
mod told;

use serde::Serialize;

use super::Subject;
use crate::analysis::changes::Diff;
use crate::describe::changes::{Teller, phrases};
use crate::model::ClaimId;
use rows::Rows;

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
        let mut rows = Rows::new(subject);
        let section = Diff::from_previous(subject.edition).map(|diff| {
            for part in Teller(&diff, subject.locales).parts() {
                rows.part(&diff, &part);
            }
            ChangesView {
                heading: phrases::heading(subject.locale, &diff),
                summary: phrases::summary(subject.locale, &diff),
                rows: std::mem::take(&mut rows.list),
                bottom_line: !diff.bottom_line.is_empty(),
            }
        });
        Self {
            section,
            of_claims: rows.of_claims,
        }
    }

    /// Returns what became of a claim.
    pub(super) fn of_claim(&self, id: ClaimId) -> Option<SinceView> {
        self.of_claims.get(id.index())?.clone()
    }
}
