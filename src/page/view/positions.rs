//! Builds who stands where: a table of voices by issues, turned where there are many issues, or a
//! list where there are many of both.

use std::borrow::Cow;
use std::fmt::Display;

use serde::Serialize;

use crate::analysis::positions::Cell;
use crate::describe::{Anchor, Describer, Message, Statement, described, filled};
use crate::export::drawing::width::{self, SIZE};
use crate::model::{IssueId, Stance, VoiceId};
use crate::page::html::Html;

/// How wide paper and how many columns are, in sizes of type, beside the heads of rows; and the same in large print.
const PAPER: Room = Room { width: 60, most: 6 };
const LARGE: Room = Room { width: 36, most: 2 };

#[derive(Debug, Serialize)]
pub(super) struct PositionsView<'a> {
    /// Whether it is a list by voice, with the issues named before.
    is_list: bool,
    /// What hatching means, and the other signs, where the table has them.
    hatching: Option<&'a str>,
    signs: String,
    /// What the heads of rows are.
    corner: &'a str,
    /// How wide the heads of rows are, in hundredths of the table.
    share: i32,
    columns: Vec<HeadView<'a>>,
    rows: Vec<RowView<'a>>,
    /// Whose rows are left out, since there is no statement in them.
    silent: Option<Html>,
    no_statement: &'a str,
    /// What fills a row in which there is none.
    no_statement_on_any: &'a str,
}

/// The room of a table on paper.
struct Room {
    width: i32,
    most: usize,
}

impl Room {
    /// Returns how wide the heads of rows have to be, in hundredths of the table, so that no word parts in them or in
    /// the heads of columns; nothing where there is no room for the columns.
    fn share(&self, down: &[String], across: &[String]) -> Option<i32> {
        const SHARES: [i32; 3] = [13, 19, 24];
        // Words are told a little too wide.
        const NARROWER: i32 = 90;
        const PADDING: i32 = 67;
        let widest = |names: &[String]| {
            let widths = names.iter().map(|name| width::of_widest_word(name));
            widths.max().unwrap_or(0) * NARROWER / SIZE + PADDING
        };
        let (head, column) = (widest(down), widest(across));
        let fits = |share: &i32| *share * self.width >= head;
        let share = SHARES.into_iter().find(fits).unwrap_or(24);
        let columns = i32::try_from(across.len()).ok()?;
        let has_room = column * columns <= (100 - share) * self.width;
        (across.len() <= self.most && has_room).then_some(share)
    }
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
    let (all, issues): (Vec<Row<'_>>, _) = (matrix.by_row().collect(), &matrix.columns);
    if all.is_empty() || issues.is_empty() {
        return None;
    }
    let room = if large_print { LARGE } else { PAPER };
    let names = |rows: &[Row<'_>]| -> Vec<String> {
        let heads = rows.iter().map(|(id, _)| voice_head(describer, *id));
        heads.map(|head| head.name).collect()
    };
    let what = issues.iter().map(|id| issue_head(describer, *id).name);
    let what: Vec<String> = what.collect();
    let (told, silent) = without_silent(describer, &all);
    let straight = room.share(&names(&told), &what);
    let turned = room.share(&what, &names(&all));
    let is_turned = straight.is_none() && turned.is_some();
    let (voices, silent) = if is_turned {
        (all, None)
    } else {
        (told, silent)
    };
    let (columns, rows) = laid_out(describer, &voices, is_turned);
    let share = straight.or(turned);
    let is_list = share.is_none();
    Some(PositionsView {
        is_list,
        hatching: (!is_list).then(|| hatching(describer, &rows)).flatten(),
        signs: signs(describer, &rows),
        corner: describer.locale.text(if is_turned {
            Message::PositionsIssue
        } else {
            Message::PositionsVoice
        }),
        share: share.unwrap_or_default(),
        columns,
        rows,
        silent,
        no_statement: describer.locale.text(Message::NoStatement),
        no_statement_on_any: describer.locale.text(if is_turned || issues.len() == 1 {
            Message::NoStatement
        } else {
            Message::NoStatementOnAny
        }),
    })
}

/// A voice and what it says on each issue.
type Row<'a> = (VoiceId, &'a [Cell]);

/// Takes out the voices that say nothing on any issue, if they are several, and says which they are.
fn without_silent<'a>(describer: &Describer<'_>, all: &[Row<'a>]) -> (Vec<Row<'a>>, Option<Html>) {
    let is_silent = |(_, cells): &Row<'_>| cells.iter().all(|cell| *cell == Cell::NoStatement);
    let (silent, told): (Vec<_>, Vec<_>) = all.iter().partition(|row| is_silent(row));
    if silent.len() < 2 {
        return (all.to_vec(), None);
    }
    let voices = silent.iter().map(|(id, _)| describer.voice_link(*id));
    let words = described!(
        describer.locale, NoStatementFrom, "count": describer.analysis.positions.columns.len(),
        "voices": describer.locale.describe_list(voices.collect()),
    );
    (told, Some(Html::of(&words)))
}

/// Builds the heads of columns, and the rows: of voices, or of issues if the table is turned.
fn laid_out<'a>(
    describer: &Describer<'a>,
    voices: &[Row<'_>],
    is_turned: bool,
) -> (Vec<HeadView<'a>>, Vec<RowView<'a>>) {
    let issues = &describer.analysis.positions.columns;
    let voice = |row: usize| voice_head(describer, voices[row].0);
    let issue = |column: usize| issue_head(describer, issues[column]);
    let cell = |row: usize, column: usize| {
        let name = if is_turned { voice(row) } else { issue(column) };
        let at = (voices[row].0, issues[column]);
        cell_view(describer, at, name.name, &voices[row].1[column])
    };
    let (down, across) = (0..voices.len(), 0..issues.len());
    let row = |head, cells| row_view(describer, head, cells);
    if is_turned {
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
    }
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
