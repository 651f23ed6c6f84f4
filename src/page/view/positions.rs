//! Builds who stands where: a table of voices by issues, turned where there are many issues, or a
//! list where there are many of both.

use std::borrow::Cow;
use std::fmt::Display;

use serde::Serialize;

use crate::analysis::positions::Cell;
use crate::describe::{Anchor, Describer, Message, Statement, filled};
use crate::model::{IssueId, Stance, VoiceId};
use crate::page::html::Html;

/// How many columns fit beside the heads of rows.
const MOST_COLUMNS: usize = 6;
/// The same in large print.
const MOST_LARGE_COLUMNS: usize = 2;

#[derive(Debug, Serialize)]
pub(super) struct PositionsView<'a> {
    /// Whether it is a list by voice, with the issues named before.
    is_list: bool,
    /// What hatching means, and the other signs, where the table has them.
    hatching: Option<&'a str>,
    signs: String,
    /// What the heads of rows are.
    corner: &'a str,
    columns: Vec<HeadView<'a>>,
    rows: Vec<RowView<'a>>,
    no_statement: &'a str,
    /// What fills a row in which there is none.
    no_statement_on_any: &'a str,
}

/// The head of a column or a row: an issue, or a voice with a link to it.
#[derive(Debug, Serialize)]
struct HeadView<'a> {
    issue: Option<IssueView<'a>>,
    link: Option<String>,
    name: String,
}

#[derive(Debug, Serialize)]
struct IssueView<'a> {
    id: String,
    key: &'a str,
    question: Option<Cow<'a, str>>,
}

#[derive(Debug, Serialize)]
struct RowView<'a> {
    head: HeadView<'a>,
    is_empty: bool,
    /// On what there is no statement, where the cells do not stand in columns.
    silent: Option<String>,
    cells: Vec<CellView>,
}

/// A cell: statements with an id, or no statement without one.
#[derive(Debug, Serialize)]
struct CellView {
    column: String,
    id: Option<String>,
    statements: Vec<StatementView>,
}

/// A position, or a claim that takes none.
#[derive(Debug, Serialize)]
struct StatementView {
    is_more: bool,
    earlier: Option<String>,
    reported_by_others: bool,
    mark: Option<Html>,
    stance: Option<String>,
    words: String,
    remarks: String,
    /// Which sources were corrected or retracted since.
    updates: String,
    claims: Html,
}

/// Builds the matrix; none where the brief has no issue or nobody to stand.
pub(super) fn positions<'a>(
    describer: &Describer<'a>,
    large_print: bool,
) -> Option<PositionsView<'a>> {
    let matrix = &describer.analysis.positions;
    let (voices, issues) = (&matrix.rows, &matrix.columns);
    if voices.is_empty() || issues.is_empty() {
        return None;
    }
    let most = if large_print {
        MOST_LARGE_COLUMNS
    } else {
        MOST_COLUMNS
    };
    let is_wide = issues.len() > most;
    let is_turned = is_wide && voices.len() <= most;
    let cells: Vec<&[Cell]> = matrix.by_row().map(|(_, cells)| cells).collect();
    let voice = |row: usize| voice_head(describer, voices[row]);
    let issue = |column: usize| issue_head(describer, issues[column]);
    let cell = |row: usize, column: usize| {
        let name = if is_turned { voice(row) } else { issue(column) };
        let at = (voices[row], issues[column]);
        cell_view(describer, at, name.name, &cells[row][column])
    };
    let (down, across) = (0..voices.len(), 0..issues.len());
    let row = |head, cells| row_view(describer, head, cells);
    let (columns, rows): (Vec<_>, Vec<_>) = if is_turned {
        let rows = across.map(|column| {
            let cells = down.clone().map(|row| cell(row, column));
            row(issue(column), cells.collect())
        });
        (down.clone().map(voice).collect(), rows.collect())
    } else {
        let rows = down.map(|at| {
            let cells = across.clone().map(|column| cell(at, column));
            row(voice(at), cells.collect())
        });
        let rows = rows.collect();
        (across.clone().map(issue).collect(), rows)
    };
    let is_list = is_wide && !is_turned;
    Some(PositionsView {
        is_list,
        hatching: (!is_list).then(|| hatching(describer, &rows)).flatten(),
        signs: signs(describer, &rows),
        corner: describer.locale.text(if is_turned {
            Message::PositionsIssue
        } else {
            Message::PositionsVoice
        }),
        columns,
        rows,
        no_statement: describer.locale.text(Message::NoStatement),
        no_statement_on_any: describer.locale.text(if is_turned || issues.len() == 1 {
            Message::NoStatement
        } else {
            Message::NoStatementOnAny
        }),
    })
}

fn voice_head<'a>(describer: &Describer<'a>, voice: VoiceId) -> HeadView<'a> {
    HeadView {
        issue: None,
        link: Some(voice.to_string()),
        name: describer.voice_in_short(voice).into_owned(),
    }
}

fn issue_head<'a>(describer: &Describer<'a>, id: IssueId) -> HeadView<'a> {
    let issue = describer.brief.issue(id);
    HeadView {
        issue: Some(IssueView {
            id: id.to_string(),
            key: &issue.key,
            question: issue
                .question
                .as_deref()
                .map(|question| describer.sentence(question)),
        }),
        link: None,
        name: describer.phrase(&issue.name).into_owned(),
    }
}

fn hatching<'a>(describer: &Describer<'a>, rows: &[RowView<'_>]) -> Option<&'a str> {
    let is_hatched = |cell: &CellView| cell.id.is_none();
    let mut rows = rows.iter().filter(|row| !row.is_empty);
    rows.any(|row| row.cells.iter().any(is_hatched))
        .then(|| describer.locale.text(Message::PositionsHatched))
}

/// Says what the signs in the cells mean.
fn signs(describer: &Describer<'_>, rows: &[RowView<'_>]) -> String {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let statements = || cells().flat_map(|cell| &cell.statements);
    let mut told = Vec::new();
    if statements().any(|one| one.reported_by_others) {
        told.push(describer.locale.text(Message::PositionsItalics));
    }
    if statements().any(|one| one.mark.is_some() && one.stance.is_none()) {
        told.push(describer.locale.text(Message::PositionsRing));
    }
    told.join(" ")
}

fn row_view<'a>(
    describer: &Describer<'a>,
    head: HeadView<'a>,
    cells: Vec<CellView>,
) -> RowView<'a> {
    let silent = cells.iter().filter(|cell| cell.id.is_none());
    let silent: Vec<&str> = silent.map(|cell| &*cell.column).collect();
    let locale = describer.locale;
    let all = locale.list(&silent);
    RowView {
        is_empty: silent.len() == cells.len(),
        silent: (!silent.is_empty()).then(|| match head.issue {
            Some(_) => filled!(locale, NoStatementBy, "names": all),
            None => filled!(locale, NoStatementOn, "names": all),
        }),
        head,
        cells,
    }
}

fn cell_view(
    describer: &Describer<'_>,
    (voice, issue): (VoiceId, IssueId),
    column: String,
    cell: &Cell,
) -> CellView {
    let statements = describer.statements(cell).into_iter();
    CellView {
        column,
        id: (*cell != Cell::NoStatement).then(|| Anchor::Cell(voice, issue).to_string()),
        statements: statements
            .map(|one| statement_view(describer, one))
            .collect(),
    }
}

fn statement_view(describer: &Describer<'_>, statement: Statement<'_>) -> StatementView {
    // What only describes needs no word.
    let stance = statement
        .stance
        .filter(|stance| *stance != Stance::Describes)
        .map(
            |stance| filled!(describer.locale, PositionsStance, "stance": describer.stance(stance)),
        );
    // Words of a claim are set as they are where the claim stands.
    let words = match statement.stance {
        Some(_) => statement.words.into_owned(),
        None => describer.set(&statement.words).into_owned(),
    };
    StatementView {
        is_more: statement.is_more,
        mark: statement.stance.map(mark),
        stance,
        words: describer.phrase(&words).into_owned(),
        remarks: describer.in_words(
            statement
                .remarks
                .join(describer.locale.text(Message::ClauseSeparator)),
        ),
        updates: describer.in_words(describer.locale.joined(&statement.updates)),
        claims: Html::citation(&statement.claims),
        earlier: statement.earlier,
        reported_by_others: statement.reported_by_others,
    }
}

/// Draws the mark of a stance, which stands before its word.
fn mark(stance: Stance) -> Html {
    const FULL: &str = "currentColor";
    let (path, fill) = match stance {
        Stance::Supports | Stance::SaysSo => ("M5 .4 9.8 9.6H.2z", FULL),
        Stance::Opposes | Stance::Denies => ("M5 9.6.2.4h9.6z", FULL),
        Stance::Conditional => ("M5 0l5 5-5 5-5-5z", FULL),
        Stance::Undecided | Stance::DoesNotKnow => ("M5 .8 9.2 5 5 9.2.8 5z", "none"),
        Stance::Describes => ("M1.4 5a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0", "none"),
        Stance::Declined | Stance::NoReply | Stance::NoPosition => ("M1 5h8", "none"),
    };
    let mut svg = Html::default();
    let attributes = [
        ("class", &"mark" as &dyn Display),
        ("aria-hidden", &"true"),
        ("viewBox", &"0 0 10 10"),
        ("width", &".75em"),
        ("height", &".75em"),
        ("fill", &fill),
    ];
    svg.start("svg", &attributes);
    let outline: &[(_, &dyn Display)] = if fill == FULL {
        &[("d", &path)]
    } else {
        &[
            ("d", &path),
            ("stroke", &"currentColor"),
            ("stroke-width", &"1.2"),
        ]
    };
    svg.empty("path", outline);
    svg.end("svg");
    svg
}
