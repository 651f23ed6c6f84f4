//! Offers edits that may do away with the faults of a range.

use std::cell::Cell;
use std::ops::Range;

use brief::lsp::Action;
use serde_json::{Value, json};

use super::client::Shown;
use super::edits::{edit_of, of_shown};
use super::ground::Ground;
use super::looking::Looking;

/// How many bytes are read at most to try what is offered: more than a screen has is asked for again.
const MOST_READ: usize = 8 << 20;

/// Returns the edits for what is wrong in some bytes of the text itself.
pub(super) fn actions(looking: &Looking<'_>, bytes: &Range<usize>, ground: &Ground) -> Value {
    let mut found = Vec::new();
    // What was read before the last change has other places.
    if looking.opened.text() != *ground.text {
        return json!([]);
    }
    let shown = Shown::new(&ground.text, ground.client.encoding);
    let read = Cell::new(0_usize);
    let again = |text: &str| {
        read.set(read.get() + text.len());
        ground.look(ground.given.as_deref()).at(text).opened
    };
    for diagnostic in &looking.opened.checked.diagnostics {
        // What is about the whole is shown in the first line.
        let first_line = || 0..looking.opened.text().find('\n').unwrap_or(0);
        let span = diagnostic.primary().place.span();
        let place = span.map_or_else(first_line, brief::diagnostics::Span::range);
        if place.start > bytes.end || place.end < bytes.start {
            continue;
        }
        if read.get() > MOST_READ || ground.is_cancelled() {
            break;
        }
        for action in looking.opened.actions(diagnostic, again) {
            let (_, told) = looking
                .files
                .diagnostic(diagnostic, ground.client.shows_related);
            found.push(of_action(&action, &told, ground, &shown));
        }
    }
    found.into()
}

fn of_action(action: &Action, diagnostic: &Value, ground: &Ground, shown: &Shown<'_>) -> Value {
    let (uri, version) = ground.own();
    let edits = (uri, version, of_shown(&action.edits, shown));
    json!({
        "title": action.title,
        "kind": "quickfix",
        "isPreferred": action.is_preferred,
        "diagnostics": [diagnostic],
        "edit": edit_of([edits], ground.client),
    })
}
