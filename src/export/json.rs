//! Writes a whole brief and what follows from it as JSON, and what changed between two editions,
//! for programs.
//!
//! `form` is 2 and counts up when a field changes its meaning or goes. Ids are the labels that
//! people say aloud (C1, S1, V1, I1, Q1, O1); keys are those of the file. Texts are plain, their
//! citations labels in brackets; dates are EDTF. What programs compare is English. Names of voices,
//! chains and what changed are in the language of the brief, in the words that come with the
//! program: no locale of the user's changes them.

mod changes;
mod claims;
mod dates;
mod sources;
mod strength;

use serde_json::Value;

use super::ordered::{labels, list, object, pretty};
use crate::analysis::Edition;
use crate::analysis::changes::Diff;
use crate::analysis::positions::Cell;
use crate::describe::{Describer, Locales, plain_prose};
use crate::model::{ClaimId, Edtf, Part, Prose};
use dates::when;

/// Returns a brief as one JSON document.
pub fn json(edition: &Edition) -> String {
    let locales = Locales::default();
    let mut brief = brief(&Describer::new(edition, &locales).plain());
    let diff = Diff::from_previous(edition);
    // Left out where the brief names no previous edition.
    if let Some(diff) = &diff {
        brief["changes"] = changes::changes(diff, &locales);
    }
    pretty(&brief)
}

/// Returns what changed between two editions as one JSON document.
pub fn diff_json(diff: &Diff<'_>) -> String {
    pretty(&changes::changes(diff, &Locales::default()))
}

/// Returns on what the headline and the bottom line rest, as [`json`] has it.
pub fn strength_json(edition: &Edition) -> Value {
    strength::strength(&Describer::new(edition, &Locales::default()).plain())
}

fn brief(describer: &Describer<'_>) -> Value {
    let brief = describer.brief;
    let parts = brief.parts();
    let bottom_line = parts.bottom_line.iter();
    let tensions = parts.tensions.iter();
    object! {
        "form": 2,
        "topic": &*parts.topic,
        "title": &*parts.title,
        "title_cites": labels(&parts.title_cites),
        "strength": strength::strength(describer),
        "lang": &*parts.lang,
        "as_of": parts.as_of.as_str(),
        "edition": parts.edition,
        "previous": Value::Null,
        "prepared_by": parts.prepared_by.as_deref(),
        "bottom_line": list(bottom_line.map(|one| text(&one.text, &one.cites))),
        "voices": sources::voices(describer),
        "sources": sources::sources(describer),
        "issues": issues(describer),
        "claims": list(brief.claims().map(|(id, _)| claims::claim(describer, id))),
        "origins": origins(describer),
        "positions": positions(describer),
        "without_position": without_position(describer),
        "beside_positions": beside_positions(describer),
        "events": events(describer),
        "tensions": list(tensions.map(|one| text(&one.note, &one.between))),
        "gaps": gaps(describer),
        "left_out": list(parts.left_out.iter().map(|item| object! {
            "source": item.source.to_string(),
            "passages": claims::passages(describer, &item.passages),
            "reason": plain_prose(&item.reason),
        })),
        "withdrawn": list(parts.withdrawn.iter().map(|item| object! {
            "key": &*item.key,
            "reason": plain_prose(&item.reason),
        })),
        "method": parts.method.as_ref().map(plain_prose),
        "allow": list(parts.allowed.iter().map(|allowed| object! {
            "rule": &*allowed.rule,
            "reason": &*allowed.reason,
            "where": pointer(allowed.on),
        })),
    }
}

/// Returns where a part of a brief stands in this document, as a JSON Pointer.
fn pointer(part: Part) -> String {
    let (list, at) = match part {
        Part::Whole => return String::new(),
        Part::Claim(at) => ("claims", at),
        Part::Position(at) => ("positions", at),
        Part::Event(at) => ("events", at),
        Part::Tension(at) => ("tensions", at),
        Part::Gap(at) => ("gaps", at),
    };
    format!("/{list}/{at}")
}

/// Returns a text and the claims that it rests on or is about.
fn text(text: &Prose, claims: &[ClaimId]) -> Value {
    object! {
        "text": plain_prose(text),
        "claims": labels(claims),
    }
}

fn issues(describer: &Describer<'_>) -> Value {
    list(describer.brief.issues().map(|(id, issue)| {
        object! {
            "id": id.to_string(),
            "key": &*issue.key,
            "name": &*issue.name,
            "question": issue.question.as_deref(),
        }
    }))
}

fn origins(describer: &Describer<'_>) -> Value {
    let analysis = describer.analysis;
    let origins = analysis.origins.of_brief.iter().enumerate();
    list(origins.map(|(index, origin)| {
        let (voices, sources) = analysis.origins.ends(index, &analysis.attributions);
        object! {
            "id": claims::origin_label(index),
            "name": describer.origin(&origin.called_by),
            "called_by": claims::called_by(&origin.called_by),
            "voices": labels(&voices),
            "sources": labels(&sources),
        }
    }))
}

fn positions(describer: &Describer<'_>) -> Value {
    let matrix = &describer.analysis.positions;
    let mut stands = vec![false; describer.brief.parts().positions.len()];
    for cell in matrix.by_row().flat_map(|(_, cells)| cells) {
        if let Cell::Stated { positions, .. } = cell {
            for one in positions {
                stands[one.position] = !one.is_earlier;
            }
        }
    }
    let positions = describer.brief.parts().positions.iter();
    list(positions.zip(stands).map(|(position, stands)| {
        object! {
            "voice": position.of.to_string(),
            "issue": position.on.to_string(),
            "date": position.date.as_ref().map(Edtf::as_str),
            "when": when(&position.when()),
            // A later one may have taken its place. Where dates do not tell, several stand.
            "stands": stands,
            "stance": position.stance.word(),
            "in_short": &*position.in_short,
            "claims": labels(&position.claims),
        }
    }))
}

/// Lists the cells of the matrix that claims fill, since the voice has no position there.
fn without_position(describer: &Describer<'_>) -> Value {
    cells_with_claims(describer, |cell| match cell {
        Cell::Claimed(claims) => claims.iter().map(|one| one.claim).collect(),
        Cell::Stated { .. } | Cell::NoStatement => Vec::new(),
    })
}

/// Lists the cells of the matrix with claims on which no position there rests.
fn beside_positions(describer: &Describer<'_>) -> Value {
    cells_with_claims(describer, |cell| match cell {
        Cell::Stated { also, .. } => also.clone(),
        Cell::Claimed(_) | Cell::NoStatement => Vec::new(),
    })
}

fn cells_with_claims(describer: &Describer<'_>, claims: fn(&Cell) -> Vec<ClaimId>) -> Value {
    let matrix = &describer.analysis.positions;
    let cells = matrix.by_row().flat_map(|(voice, cells)| {
        let cells = matrix.columns.iter().zip(cells);
        cells.filter_map(move |(issue, cell)| {
            let claims = claims(cell);
            (!claims.is_empty()).then(|| {
                object! {
                    "voice": voice.to_string(),
                    "issue": issue.to_string(),
                    "claims": labels(&claims),
                }
            })
        })
    });
    list(cells)
}

fn events(describer: &Describer<'_>) -> Value {
    list(describer.brief.parts().events.iter().map(|event| {
        object! {
            "when": when(&event.when),
            "what": plain_prose(&event.what),
            "claims": labels(&event.claims),
        }
    }))
}

fn gaps(describer: &Describer<'_>) -> Value {
    list(describer.brief.parts().gaps.iter().map(|gap| {
        object! {
            "question": plain_prose(&gap.question),
            "why": plain_prose(&gap.why),
            "why_table": claims::table(&gap.why),
            "voices": labels(&gap.of),
            "issues": labels(&gap.about),
        }
    }))
}
