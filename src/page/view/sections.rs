//! Builds the bottom line, the matrix of positions, the tensions, the timeline and the gaps.

use serde::Serialize;

use crate::analysis::positions::Cell;
use crate::analysis::timeline::TimelineEntry;
use crate::describe::{Anchor, Describer, Description, Message, Sink as _, Statement, filled};
use crate::model::{ClaimId, IssueId, Stance, VoiceId};
use crate::page::html::Html;

/// A sentence of the bottom line.
#[derive(Debug, Serialize)]
pub(super) struct SentenceView {
    id: String,
    html: Html,
}

pub(super) fn bottom_line(describer: &Describer<'_>) -> Vec<SentenceView> {
    let sentences = describer.brief.parts().bottom_line.iter().enumerate();
    let views = sentences.map(|(index, sentence)| SentenceView {
        id: Anchor::Item('B', index).to_string(),
        html: Html::prose(&sentence.text, &describer.typography),
    });
    views.collect()
}

/// Who stands where: voices by issues.
#[derive(Debug, Serialize)]
pub(super) struct PositionsView<'a> {
    issues: Vec<IssueView<'a>>,
    rows: Vec<RowView<'a>>,
    no_statement: String,
    no_statement_means: String,
}

#[derive(Debug, Serialize)]
struct IssueView<'a> {
    id: String,
    key: &'a str,
    name: &'a str,
    question: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RowView<'a> {
    voice_id: String,
    voice: String,
    cells: Vec<CellView<'a>>,
}

/// A cell: statements with an id, or no statement without one.
#[derive(Debug, Serialize)]
struct CellView<'a> {
    issue: &'a str,
    id: Option<String>,
    statements: Vec<StatementView<'a>>,
}

/// A position, or a claim that takes none.
#[derive(Debug, Serialize)]
struct StatementView<'a> {
    is_more: bool,
    earlier: Option<String>,
    reported_by_others: bool,
    stance: &'a str,
    words: String,
    remarks: String,
    claims: Html,
}

/// Builds the matrix; none where the brief has no issue or nobody to stand.
pub(super) fn positions<'a>(describer: &Describer<'a>) -> Option<PositionsView<'a>> {
    let matrix = &describer.analysis.positions;
    if matrix.columns.is_empty() || matrix.rows.is_empty() {
        return None;
    }
    let issues = describer.brief.issues().map(|(id, issue)| IssueView {
        id: id.to_string(),
        key: &issue.key,
        name: &issue.name,
        question: issue.question.as_deref(),
    });
    let rows = matrix.by_row().map(|(voice, cells)| {
        let cells = matrix.columns.iter().zip(cells);
        RowView {
            voice_id: voice.to_string(),
            voice: describer.voice_in_short(voice).into_owned(),
            cells: cells
                .map(|(issue, cell)| cell_view(describer, voice, *issue, cell))
                .collect(),
        }
    });
    Some(PositionsView {
        issues: issues.collect(),
        rows: rows.collect(),
        no_statement: describer.of_read(Message::NoStatement),
        no_statement_means: describer.of_read(Message::NoStatementMeans),
    })
}

fn cell_view<'a>(
    describer: &Describer<'a>,
    voice: VoiceId,
    issue: IssueId,
    cell: &Cell,
) -> CellView<'a> {
    let statements = describer.statements(cell).into_iter();
    CellView {
        issue: &describer.brief.issue(issue).name,
        id: (*cell != Cell::NoStatement).then(|| Anchor::Cell(voice, issue).to_string()),
        statements: statements
            .map(|one| statement_view(describer, one))
            .collect(),
    }
}

fn statement_view<'a>(describer: &Describer<'a>, statement: Statement<'a>) -> StatementView<'a> {
    // What only describes needs no word.
    let stance = statement
        .stance
        .filter(|stance| *stance != Stance::Describes);
    // Words of a claim are set as they are where the claim stands.
    let words = match statement.stance {
        Some(_) => statement.words.into_owned(),
        None => describer.set(&statement.words).into_owned(),
    };
    StatementView {
        is_more: statement.is_more,
        stance: stance.map_or("", |stance| describer.stance(stance)),
        words,
        remarks: statement
            .remarks
            .join(describer.locale.text(Message::ClauseSeparator)),
        claims: Html::citation(&statement.claims),
        earlier: statement.earlier,
        reported_by_others: statement.reported_by_others,
    }
}

/// Claims that do not fit together.
#[derive(Debug, Serialize)]
pub(super) struct TensionView {
    id: String,
    sides: Vec<SideView>,
    note: Html,
}

#[derive(Debug, Serialize)]
struct SideView {
    claim: Html,
    voices: String,
    says: Html,
    quotes: Html,
}

pub(super) fn tensions(describer: &Describer<'_>) -> Vec<TensionView> {
    let tensions = describer.brief.parts().tensions.iter();
    let tensions = tensions.zip(&describer.analysis.tensions).enumerate();
    let views = tensions.map(|(index, (tension, claims))| TensionView {
        id: Anchor::Item('T', index).to_string(),
        sides: claims.iter().map(|id| side_view(describer, *id)).collect(),
        note: Html::prose(&tension.note, &describer.typography),
    });
    views.collect()
}

fn side_view(describer: &Describer<'_>, id: ClaimId) -> SideView {
    let claim = describer.brief.claim(id);
    let quotes = describer.analysis.quotes.of_claim(id).iter();
    let quotes = quotes.map(|quote| Description::label(Anchor::Quote(*quote)));
    SideView {
        claim: Html::citation(&[id]),
        voices: format!("{}:", describer.voices_in_short_first(claim.voices())),
        says: Html::prose(&claim.says, &describer.typography),
        quotes: Html::of(&Description::joined(quotes, " ")),
    }
}

/// An entry of the timeline.
#[derive(Debug, Serialize)]
pub(super) struct EntryView {
    id: String,
    is_event: bool,
    when: String,
    what: Html,
    claims: Html,
}

pub(super) fn timeline(describer: &Describer<'_>) -> Vec<EntryView> {
    let entries = describer.analysis.timeline.iter().enumerate();
    let views = entries.map(|(index, entry)| {
        let (anchor, what, claims) = match entry {
            TimelineEntry::Event(index) => {
                let event = &describer.brief.parts().events[*index];
                let what = Html::prose(&event.what, &describer.typography);
                (Anchor::Item('E', *index), what, &*event.claims)
            }
            TimelineEntry::Said(claims) => {
                let mut what = Html::default();
                what.text(&said_in(describer, claims));
                (Anchor::Item('D', index), what, &**claims)
            }
        };
        EntryView {
            id: anchor.to_string(),
            is_event: matches!(entry, TimelineEntry::Event(_)),
            when: describer.date(entry.when(describer.brief)),
            what,
            claims: Html::citation(claims),
        }
    });
    views.collect()
}

/// Returns in which sources statements were made on a date.
fn said_in(describer: &Describer<'_>, claims: &[ClaimId]) -> String {
    const MOST: usize = 4;
    let locale = describer.locale;
    let mut sources = Vec::new();
    for id in claims {
        for source in describer.brief.claim(*id).sources() {
            if !sources.contains(source) {
                sources.push(*source);
            }
            if sources.len() > MOST {
                return locale.text(Message::StatedInSeveral).to_owned();
            }
        }
    }
    let names = locale.list(&describer.sources(&sources));
    filled!(locale, StatedIn, "sources": names)
}

/// What the sources do not say.
#[derive(Debug, Serialize)]
pub(super) struct GapView {
    id: String,
    question: Html,
    why: Html,
    /// The table that it introduces.
    table: Option<Html>,
    about: Html,
}

pub(super) fn gaps(describer: &Describer<'_>) -> Vec<GapView> {
    let gaps = describer.brief.parts().gaps.iter().enumerate();
    let views = gaps.map(|(index, gap)| GapView {
        id: Anchor::Item('G', index).to_string(),
        question: Html::prose(&gap.question, &describer.typography),
        why: Html::prose(&gap.why, &describer.typography),
        table: Html::table(describer, Some(&gap.why), &Anchor::Item('G', index)),
        about: Html::of(&describer.gap_links(gap)),
    });
    views.collect()
}
