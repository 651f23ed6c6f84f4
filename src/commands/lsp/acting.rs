//! Offers edits that may do away with the faults of a range.

use std::ops::Range;

use brief::lsp::Action;
use serde_json::{Value, json};

use super::edits::{Edits, edit};
use super::ground::Ground;
use super::looking::Looking;

/// Returns the edits for what is wrong in some bytes of the text itself.
pub(super) fn actions(looking: &Looking<'_>, bytes: &Range<usize>, ground: &Ground) -> Value {
    let mut found = Vec::new();
    // What was read before the last change has other places.
    if looking.opened.text() != *ground.text {
        return json!([]);
    }
    for diagnostic in &looking.opened.checked.diagnostics {
        // What is about the whole is shown in the first line.
        let first_line = || 0..looking.opened.text().find('\n').unwrap_or(0);
        let span = diagnostic.primary().place.span();
        let place = span.map_or_else(first_line, brief::diagnostics::Span::range);
        if place.start > bytes.end || place.end < bytes.start {
            continue;
        }
        for action in looking.opened.actions(diagnostic) {
            let (_, told) = looking
                .files
                .diagnostic(diagnostic, ground.client.shows_related);
            found.push(of_action(&action, &told, ground));
        }
    }
    found.into()
}

fn of_action(action: &Action, diagnostic: &Value, ground: &Ground) -> Value {
    let own = ground.own();
    let edits = Edits {
        uri: own.0,
        version: own.1,
        text: ground.text.to_string(),
        all: action.edits.clone(),
    };
    json!({
        "title": action.title,
        "kind": "quickfix",
        "isPreferred": action.is_preferred,
        "diagnostics": [diagnostic],
        "edit": edit(&[edits], ground.client),
    })
}
