//! Who stands where: voices by issues.

use serde::Serialize;

use super::Subject;
use crate::analysis::positions::Cell;
use crate::describe::{Message, statuses};
use crate::model::{IssueId, Stance, VoiceId};
use crate::page::html;

/// The matrix.
#[derive(Debug, Serialize)]
pub(super) struct PositionsView<'a> {
    issues: Vec<IssueView<'a>>,
    rows: Vec<RowView<'a>>,
    no_statement: String,
    no_statement_means: String,
}

/// A column.
#[derive(Debug, Serialize)]
struct IssueView<'a> {
    id: String,
    key: &'a str,
    name: &'a str,
    question: Option<&'a str>,
}

/// A row.
#[derive(Debug, Serialize)]
struct RowView<'a> {
    voice_id: String,
    voice: String,
    cells: Vec<CellView<'a>>,
}

/// A cell: a position with an id, or no statement without one.
#[derive(Debug, Default, Serialize)]
struct CellView<'a> {
    issue: &'a str,
    id: Option<String>,
    reported_by_others: bool,
    stance: &'a str,
    in_short: &'a str,
    claims: String,
}

/// Returns the anchor of a cell, such as `V1-I2`.
pub(super) fn cell_id(voice: VoiceId, issue: IssueId) -> String {
    format!("{voice}-{issue}")
}

/// Builds the matrix; none where the brief has no issue or nobody to stand.
pub(super) fn matrix<'a>(subject: &Subject<'a>) -> Option<PositionsView<'a>> {
    let brief = subject.brief;
    let matrix = &subject.analysis.positions;
    if matrix.columns.is_empty() || matrix.rows.is_empty() {
        return None;
    }
    let issues = brief
        .issues()
        .map(|(id, issue)| IssueView {
            id: id.to_string(),
            key: &issue.key,
            name: &issue.name,
            question: issue.question.as_deref(),
        })
        .collect();
    let rows = matrix
        .by_row()
        .map(|(voice, cells)| RowView {
            voice_id: voice.to_string(),
            voice: subject.voice_in_short(voice),
            cells: matrix
                .columns
                .iter()
                .zip(cells)
                .map(|(issue, cell)| cell_view(subject, voice, *issue, *cell))
                .collect(),
        })
        .collect();
    Some(PositionsView {
        issues,
        rows,
        no_statement: super::figures::of_read(subject, Message::NoStatement),
        no_statement_means: super::figures::of_read(subject, Message::NoStatementMeans),
    })
}

fn cell_view<'a>(subject: &Subject<'a>, voice: VoiceId, id: IssueId, cell: Cell) -> CellView<'a> {
    let issue = &subject.brief.issue(id).name;
    match cell {
        Cell::NoStatement => CellView {
            issue,
            ..CellView::default()
        },
        Cell::Stated {
            position,
            reported_by_others,
        } => {
            let held = &subject.brief.parts().positions[position];
            CellView {
                issue,
                id: Some(cell_id(voice, id)),
                reported_by_others,
                stance: stance_words(subject, held.stance),
                in_short: &held.in_short,
                claims: html::citation(&held.claims),
            }
        }
    }
}

/// Returns a stance in words; what only describes needs none.
fn stance_words<'a>(subject: &Subject<'a>, stance: Stance) -> &'a str {
    if stance == Stance::Describes {
        ""
    } else {
        statuses::stance(subject.locale, stance)
    }
}
