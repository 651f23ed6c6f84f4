//! Lays out who stands where: voices by issues.

use super::citations::Citations;
use crate::model::{Brief, ClaimId, IssueId, VoiceId, VoiceKind};

/// The matrix of voices and issues. Every cell is filled: a position, or no statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Matrix {
    /// The voices, in file order: all that hold a position, and all other named ones. Anonymous
    /// voices, outlets and the writer mostly speak of where others stand.
    pub(crate) rows: Vec<VoiceId>,
    /// The issues, in file order.
    pub(crate) columns: Vec<IssueId>,
    cells: Vec<Cell>,
}

/// What a voice says on an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Stated {
        /// The place of the position in the brief's list, from 0. Where the list has several of
        /// this voice on this issue, the first.
        position: usize,
        /// Whether the voice itself makes none of the claims that the position rests on: others
        /// say that it stands there.
        reported_by_others: bool,
    },
    /// The sources give no statement: neither for nor against, nor that there is no position.
    NoStatement,
}

impl Matrix {
    pub(super) fn of(brief: &Brief, citations: &Citations) -> Self {
        let positions = &brief.parts().positions;
        let mut holds = vec![false; brief.voices().len()];
        for position in positions {
            holds[position.of.index()] = true;
        }
        let columns: Vec<IssueId> = brief.issues().map(|(id, _)| id).collect();
        let mut rows = Vec::new();
        let mut row_of = vec![0; brief.voices().len()];
        for (id, voice) in brief.voices() {
            if holds[id.index()] || is_named(&voice.kind) {
                row_of[id.index()] = rows.len();
                rows.push(id);
            }
        }
        let mut cells = vec![Cell::NoStatement; rows.len() * columns.len()];
        for (index, position) in positions.iter().enumerate() {
            let at = row_of[position.of.index()] * columns.len() + position.on.index();
            if cells[at] == Cell::NoStatement {
                let own = citations.of_voice(position.of);
                let is_own = |claim: &ClaimId| own.binary_search(claim).is_ok();
                cells[at] = Cell::Stated {
                    position: index,
                    reported_by_others: !position.claims.iter().any(is_own),
                };
            }
        }
        Self {
            rows,
            columns,
            cells,
        }
    }

    /// Goes through the rows: a voice, and a cell for each of [`Matrix::columns`].
    pub(crate) fn by_row(&self) -> impl Iterator<Item = (VoiceId, &[Cell])> {
        let width = self.columns.len();
        self.rows
            .iter()
            .enumerate()
            .map(move |(row, voice)| (*voice, &self.cells[row * width..(row + 1) * width]))
    }
}

/// Says whether a reader would look for this kind of voice among those who take positions.
fn is_named(kind: &VoiceKind) -> bool {
    matches!(kind, VoiceKind::Person { .. } | VoiceKind::Group { .. })
}

#[cfg(test)]
mod tests {
    use super::{Cell, Matrix};
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::{IssueId, VoiceId};

    fn sample() -> Sample {
        Sample::new()
            .person("ann")
            .anonymous("aides", None)
            .one_of("aide", &["aides"])
            .source("times", &[])
            .outlet("times-own", "times")
            .writer("desk")
            .person("bob")
            .issue("troops")
            .issue("land")
            .claim("a", &["ann"], &["times"])
            .claim("b", &["aides"], &["times"])
    }

    fn cells(matrix: &Matrix) -> Vec<Cell> {
        matrix
            .by_row()
            .flat_map(|(_, cells)| cells.to_vec())
            .collect()
    }

    fn stated(position: usize, reported_by_others: bool) -> Cell {
        Cell::Stated {
            position,
            reported_by_others,
        }
    }

    #[test]
    fn rows_are_voices_that_can_take_positions() {
        let matrix = Analysis::of(&sample().build()).positions;
        assert_eq!(matrix.rows, [0, 5].map(VoiceId::new));
        assert_eq!(matrix.columns, [0, 1].map(IssueId::new));
        let cells = matrix.by_row().flat_map(|(_, cells)| cells);
        let silent = cells.filter(|cell| **cell == Cell::NoStatement);
        assert_eq!(silent.count(), 4);
    }

    #[test]
    fn holders_of_positions_have_a_row_whatever_they_are() {
        let brief = sample()
            .position("aide", "land", &["b"])
            .position("times-own", "land", &["a"])
            .position("desk", "land", &["a"])
            .build();
        let matrix = Analysis::of(&brief).positions;
        assert_eq!(matrix.rows, [0, 2, 3, 4, 5].map(VoiceId::new));
    }

    #[test]
    fn cells_say_who_speaks() {
        let brief = sample()
            .position("ann", "land", &["b", "a"])
            .position("bob", "troops", &["a", "b"])
            .position("aides", "troops", &["b"])
            .position("ann", "land", &["b"])
            .build();
        let matrix = Analysis::of(&brief).positions;
        let expected = [
            Cell::NoStatement,
            stated(0, false),
            stated(2, false),
            Cell::NoStatement,
            stated(1, true),
            Cell::NoStatement,
        ];
        assert_eq!(cells(&matrix), expected);
    }

    #[test]
    fn without_issues_rows_are_empty() {
        let brief = Sample::new()
            .person("ann")
            .source("times", &[])
            .claim("a", &["ann"], &["times"])
            .build();
        let matrix = Analysis::of(&brief).positions;
        assert!(matrix.by_row().all(|(_, cells)| cells.is_empty()));
    }
}
