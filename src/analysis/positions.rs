//! Lays out who stands where: voices by issues.
//!
//! What a spokesperson says stands in the row of the voice that it speaks for, and what an anonymous
//! voice says that is one of others, also in theirs.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Brief, Claim, ClaimId, DateGiven, IssueId, OneOrMore, Position, VoiceId, VoiceKind, in_order,
    is_told_before,
};

/// The matrix of voices and issues. Every cell is filled: by positions, by claims, or by the word
/// that there is no statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Matrix {
    /// The voices, in file order: all that hold a position or have others speak for them, and all
    /// other named ones that speak for themselves. Anonymous voices, outlets and the writer mostly
    /// speak of where others stand.
    pub(crate) rows: Vec<VoiceId>,
    /// The issues, in file order.
    pub(crate) columns: Vec<IssueId>,
    cells: Vec<Cell>,
}

/// What a voice says on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Stated {
        /// The latest first, as far as their dates tell; the order of the file else.
        positions: OneOrMore<Stated>,
        /// The voice's other claims about the issue, on which none of them rests, in file order.
        also: Vec<ClaimId>,
    },
    /// No position, but the voice's claims about the issue, in file order.
    Claimed(OneOrMore<Claimed>),
    /// The sources give no statement: neither for nor against, nor that there is no position.
    NoStatement,
}

/// A position in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stated {
    /// The place of the position in the brief's list, from 0.
    pub(crate) position: usize,
    /// Whether its date tells that it is earlier than another in the cell: the voice stands there no
    /// longer.
    pub(crate) is_earlier: bool,
    /// Whether the voice itself makes none of the claims that the position rests on, nor who speaks
    /// for it: others say that it stands there.
    pub(crate) reported_by_others: bool,
    /// Whether only judgements of the writer say that it stands there, who is another.
    pub(crate) judged: bool,
    /// Who speaks in the place of the voice, where it does not speak itself.
    pub(crate) speakers: Vec<VoiceId>,
}

/// A claim that fills a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claimed {
    pub(crate) claim: ClaimId,
    /// Who speaks in the place of the voice, where it does not speak itself.
    pub(crate) speakers: Vec<VoiceId>,
}

/// Goes through the claims that positions rest on.
fn cited<'a>(brief: &'a Brief, positions: &'a [Stated]) -> impl Iterator<Item = ClaimId> + 'a {
    let positions = positions.iter();
    let positions = positions.map(|one| &brief.parts().positions[one.position]);
    positions.flat_map(|position| position.claims.iter().copied())
}

impl Matrix {
    pub(super) fn of(brief: &Brief) -> Self {
        let rows = rows(brief);
        let columns: Vec<IssueId> = brief.issues().map(|(id, _)| id).collect();
        let mut row_of = vec![None; brief.voices().len()];
        for (row, voice) in rows.iter().enumerate() {
            row_of[voice.index()] = Some(row);
        }
        let at = |voice: VoiceId, issue: IssueId| {
            Some(row_of[voice.index()]? * columns.len() + issue.index())
        };
        let claims = brief.claims();
        let speakers: Vec<_> = claims.map(|(_, claim)| speakers(brief, claim)).collect();
        let mut cells = vec![Cell::NoStatement; rows.len() * columns.len()];
        for ((voice, issue), positions) in positions_by_cell(brief) {
            let stated = OneOrMore::new(stated(brief, voice, &positions, &speakers));
            if let (Some(at), Some(positions)) = (at(voice, issue), stated) {
                let also = Vec::new();
                cells[at] = Cell::Stated { positions, also };
            }
        }
        let mut claimed: BTreeMap<usize, Vec<Claimed>> = BTreeMap::new();
        for (id, claim) in brief.claims().filter(|(_, claim)| !claim.about.is_empty()) {
            for (voice, speakers) in &speakers[id.index()] {
                let cells_of = claim.about.iter().filter_map(|issue| at(*voice, *issue));
                for at in cells_of {
                    let speakers = speakers.clone();
                    claimed.entry(at).or_default().push(Claimed {
                        claim: id,
                        speakers,
                    });
                }
            }
        }
        for (at, claims) in claimed {
            if let Cell::Stated { positions, also } = &mut cells[at] {
                let cited: BTreeSet<ClaimId> = cited(brief, positions).collect();
                let claims = claims.iter().map(|one| one.claim);
                also.extend(claims.filter(|id| !cited.contains(id)));
            } else {
                cells[at] = OneOrMore::new(claims).map_or(Cell::NoStatement, Cell::Claimed);
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

    /// Returns the date of a position, if readers are told: because the file gives it, or because
    /// the voice stood elsewhere at another time.
    pub(crate) fn date_told(&self, brief: &Brief, position: &Position) -> Option<DateGiven> {
        let row = self.rows.binary_search(&brief.principal(position.of));
        let cell = row
            .ok()
            .map(|row| row * self.columns.len() + position.on.index());
        let cell = cell.and_then(|at| self.cells.get(at));
        let is_told = position.date.is_some()
            || matches!(cell, Some(Cell::Stated { positions, .. }) if positions.len() > 1);
        is_told.then(|| position.when())
    }
}

/// Lists the voices that have a row.
fn rows(brief: &Brief) -> Vec<VoiceId> {
    let mut has_row = vec![false; brief.voices().len()];
    for position in &brief.parts().positions {
        has_row[brief.principal(position.of).index()] = true;
    }
    for (id, voice) in brief.voices() {
        let principal = brief.principal(id);
        if principal != id || is_named(&voice.kind) {
            has_row[principal.index()] = true;
        }
    }
    let rows = brief.voices().map(|(id, _)| id);
    rows.filter(|id| has_row[id.index()]).collect()
}

/// Says whether a reader would look for this kind of voice among those who take positions.
fn is_named(kind: &VoiceKind) -> bool {
    matches!(kind, VoiceKind::Person { .. } | VoiceKind::Group { .. })
}

/// Returns the positions by voice and issue; those of a spokesperson by the voice spoken for.
fn positions_by_cell(brief: &Brief) -> BTreeMap<(VoiceId, IssueId), Vec<usize>> {
    let mut by_cell: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, position) in brief.parts().positions.iter().enumerate() {
        let cell = (brief.principal(position.of), position.on);
        by_cell.entry(cell).or_default().push(index);
    }
    by_cell
}

/// Puts the positions of a cell in order, the latest first.
fn stated(brief: &Brief, row: VoiceId, positions: &[usize], speakers: &[Speakers]) -> Vec<Stated> {
    let held = |index: usize| &brief.parts().positions[index];
    let days: Vec<_> = positions.iter().map(|index| held(*index).day()).collect();
    let order: Vec<usize> = in_order(&days).into_iter().rev().collect();
    let is_earlier = |nth: usize| {
        let later = [Some(0), nth.checked_sub(1)].into_iter().flatten();
        later
            .map(|other| order[other])
            .any(|other| is_told_before(days[order[nth]], days[other]))
    };
    let stated = order.iter().enumerate().map(|(nth, &at)| {
        let position = held(positions[at]);
        let claims = position.claims.iter();
        let own = claims.filter_map(|id| speakers[id.index()].get(&row));
        let own: Vec<&Vec<VoiceId>> = own.collect();
        let mut claims = position.claims.iter().map(|id| brief.claim(*id));
        let is_reported = claims.any(|claim| claim.report().is_some());
        let mut who: Vec<VoiceId> = Vec::new();
        if position.of == row {
            if !own.iter().any(|speakers| speakers.is_empty()) {
                who = own.iter().copied().flatten().copied().collect();
            }
        } else {
            who.push(position.of);
        }
        who.sort_unstable();
        who.dedup();
        Stated {
            position: positions[at],
            is_earlier: is_earlier(nth),
            reported_by_others: own.is_empty() && is_reported,
            judged: own.is_empty() && !is_reported,
            speakers: who,
        }
    });
    stated.collect()
}

/// By the voices in whose rows a claim stands, who speaks there in the place of each; nobody where it speaks
/// itself.
type Speakers = BTreeMap<VoiceId, Vec<VoiceId>>;

fn speakers(brief: &Brief, claim: &Claim) -> Speakers {
    let mut by_row = Speakers::new();
    for voice in claim.voices() {
        for row in rows_of_voice(brief, *voice) {
            let speakers = by_row.entry(row).or_default();
            if speakers.last() != Some(voice) {
                speakers.push(*voice);
            }
        }
    }
    for (row, speakers) in &mut by_row {
        if speakers.contains(row) {
            speakers.clear();
        }
    }
    by_row
}

/// Returns the voices in whose rows stands what a voice says.
fn rows_of_voice(brief: &Brief, voice: VoiceId) -> impl Iterator<Item = VoiceId> {
    let others = brief.voice(voice).one_of().iter();
    std::iter::once(voice)
        .chain(others.copied())
        .map(|voice| brief.principal(voice))
}

#[cfg(test)]
mod tests;
