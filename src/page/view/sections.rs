//! Builds the bottom line, the matrix of positions, the tensions, the timeline and the gaps.

use tera::Value;

use crate::analysis::positions::Cell;
use crate::analysis::quotes::Side;
use crate::analysis::timeline::Entry;
use crate::describe::words::capitalised;
use crate::describe::{Anchor, Describer, Description, Message, Sink as _, filled};
use crate::model::{ClaimId, IssueId, Stance, VoiceId};
use crate::page::design::{fields, view};
use crate::page::html::Html;

pub(super) fn bottom_line(describer: &Describer<'_>) -> Vec<Value> {
    let sentences = describer.brief.parts().bottom_line.iter().enumerate();
    let views = sentences.map(|(index, sentence)| {
        view! {
            id: Anchor::Item('B', index).to_string(),
            html: Html::prose(&sentence.text, &describer.typography),
        }
    });
    views.collect()
}

/// Builds the matrix; none where the brief has no issue or nobody to stand.
pub(super) fn positions(describer: &Describer<'_>) -> Option<Value> {
    let matrix = &describer.analysis.positions;
    if matrix.columns.is_empty() || matrix.rows.is_empty() {
        return None;
    }
    let issues = describer.brief.issues().map(|(id, issue)| {
        view! {
            id: id.to_string(),
            key: &*issue.key,
            name: &*issue.name,
            question: issue.question.as_deref(),
        }
    });
    let rows = matrix.by_row().map(|(voice, cells)| {
        let cells = matrix.columns.iter().zip(cells);
        view! {
            voice_id: voice.to_string(),
            voice: describer.voice_in_short(voice),
            cells: cells
                .map(|(issue, cell)| cell_view(describer, voice, *issue, *cell))
                .collect::<Vec<_>>(),
        }
    });
    Some(view! {
        issues: issues.collect::<Vec<_>>(),
        rows: rows.collect::<Vec<_>>(),
        no_statement: describer.of_read(Message::NoStatement),
        no_statement_means: describer.of_read(Message::NoStatementMeans),
    })
}

/// Builds a cell: a position with an id, or no statement without one.
fn cell_view(describer: &Describer<'_>, voice: VoiceId, issue: IssueId, cell: Cell) -> Value {
    let mut view = fields! { issue: &*describer.brief.issue(issue).name };
    if let Cell::Stated {
        position,
        reported_by_others,
    } = cell
    {
        let held = &describer.brief.parts().positions[position];
        // What only describes needs no word.
        let stance = Some(held.stance).filter(|stance| *stance != Stance::Describes);
        view.extend(fields! {
            id: Anchor::Cell(voice, issue).to_string(),
            reported_by_others: reported_by_others,
            stance: stance.map(|stance| describer.stance(stance)),
            in_short: &*held.in_short,
            claims: Html::citation(&held.claims),
        });
    }
    view.into()
}

pub(super) fn tensions(describer: &Describer<'_>) -> Vec<Value> {
    let analysis = describer.analysis;
    let tensions = describer.brief.parts().tensions.iter();
    let tensions = tensions.zip(&analysis.tensions).enumerate();
    let views = tensions.map(|(index, (tension, sides))| {
        view! {
            id: Anchor::Item('T', index).to_string(),
            sides: sides
                .sides(&analysis.quotes)
                .map(|side| side_view(describer, &side))
                .collect::<Vec<_>>(),
            note: Html::prose(&tension.note, &describer.typography),
        }
    });
    views.collect()
}

fn side_view(describer: &Describer<'_>, side: &Side<'_>) -> Value {
    let claim = describer.brief.claim(side.claim);
    let quotes = side.quotes.iter();
    let quotes = quotes.map(|quote| Description::label(Anchor::Quote(*quote)));
    view! {
        claim: Html::citation(&[side.claim]),
        voices: format!(
            "{}:",
            capitalised(&describer.voices_in_short(&claim.voices))
        ),
        says: Html::prose(&claim.says, &describer.typography),
        quotes: Html::of(&Description::joined(quotes, " ")),
    }
}

pub(super) fn timeline(describer: &Describer<'_>) -> Vec<Value> {
    let entries = describer.analysis.timeline.iter().enumerate();
    let views = entries.map(|(index, entry)| {
        let (anchor, what, claims) = match entry {
            Entry::Event(index) => {
                let event = &describer.brief.parts().events[*index];
                let what = Html::prose(&event.what, &describer.typography);
                (Anchor::Item('E', *index), what, &*event.claims)
            }
            Entry::Said(claims) => {
                let mut what = Html::default();
                what.text(&said_in(describer, claims));
                (Anchor::Item('D', index), what, &**claims)
            }
        };
        view! {
            id: anchor.to_string(),
            when: describer.date(entry.when(describer.brief)),
            what: what,
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
        let claim = describer.brief.claim(*id);
        if describer.is_judgement(claim) {
            continue;
        }
        for source in &claim.sources {
            if !sources.contains(source) {
                sources.push(*source);
            }
            if sources.len() > MOST {
                return locale.text(Message::StatedInSeveral).to_owned();
            }
        }
    }
    if sources.is_empty() {
        return locale.text(Message::Judged).to_owned();
    }
    let names = locale.list(&describer.sources(&sources));
    filled!(locale, StatedIn, "works": names)
}

pub(super) fn gaps(describer: &Describer<'_>) -> Vec<Value> {
    let gaps = describer.brief.parts().gaps.iter().enumerate();
    let views = gaps.map(|(index, gap)| {
        view! {
            id: Anchor::Item('G', index).to_string(),
            question: Html::prose(&gap.question, &describer.typography),
            why: Html::prose(&gap.why, &describer.typography),
            about: Html::of(&describer.gap_about(gap)),
        }
    });
    views.collect()
}
