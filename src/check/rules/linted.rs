//! The texts in the writer's own words, which rules on wording read.

use crate::check::context::Context;
use crate::check::english::Tokens;
use crate::check::findings::Findings;
use crate::check::{markdown, quoted};
use crate::diagnostics::{Diagnostic, Place};
use crate::load::{Allow, Document, Text};
use std::ops::Range;

/// How many hits in one text are reported. A text with more has been understood by then.
const HITS: usize = 100;

/// A text of the writer's.
#[derive(Clone, Copy)]
struct Linted<'a> {
    text: &'a Text,
    /// Whether it is Markdown, where code and citations are no words.
    markdown: bool,
    /// The rules silenced for it.
    allow: &'a [Allow],
}

/// A hit of a rule on wording.
pub(super) struct Hit {
    /// The words at fault.
    pub(super) range: Range<usize>,
    /// What to write instead.
    pub(super) instead: &'static str,
}

/// Shows the words of each of the writer's texts to a rule; `find` gives the hit at a word.
pub(super) fn check(
    cx: &Context<'_>,
    out: &mut Findings,
    find: impl Fn(&Tokens<'_>, usize) -> Option<Hit>,
    fault: impl Fn(Place, &str, &str) -> Diagnostic,
) {
    let mut tokens = Tokens::default();
    each(cx.document, &mut |linted| {
        tokens.read(linted.text);
        let mut outside = None;
        let hits = (0..tokens.len()).filter_map(|at| find(&tokens, at));
        let hits = hits.filter(|hit| {
            outside
                .get_or_insert_with(|| Outside::new(linted))
                .holds(hit.range.start)
        });
        for hit in hits.take(HITS) {
            let words = linted.text.get(hit.range.clone()).unwrap_or_default();
            let place = cx.part(linted.text, hit.range.clone());
            out.warn(linted.allow, fault(place, words, hit.instead));
        }
    });
}

fn each<'a>(document: &'a Document, see: &mut dyn FnMut(Linted<'a>)) {
    let mut see = |text, markdown, allow| {
        see(Linted {
            text,
            markdown,
            allow,
        });
    };
    see(&document.title, false, &document.allow);
    see(&document.topic, false, &document.allow);
    for text in std::iter::once(&document.bottom_line).chain(&document.method) {
        see(text, true, &document.allow);
    }
    for claim in &document.claims {
        let texts = std::iter::once(&claim.says);
        // How the source characterises it is for the source to word.
        for text in texts.chain(&claim.note) {
            see(text, true, &claim.allow);
        }
    }
    for position in &document.positions {
        see(&position.in_short, false, &position.allow);
    }
    for event in &document.events {
        see(&event.what, true, &event.allow);
    }
    for tension in &document.tensions {
        see(&tension.note, true, &tension.allow);
    }
    for gap in &document.gaps {
        see(&gap.question, true, &gap.allow);
        see(&gap.why, true, &gap.allow);
    }
}

/// Where the writer speaks: outside quote marks, code, citations and addresses.
struct Outside {
    /// None where the text is no Markdown.
    runs: Option<Vec<Range<usize>>>,
    quoted: Vec<Range<usize>>,
}

impl Outside {
    fn new(linted: Linted<'_>) -> Self {
        Self {
            runs: linted.markdown.then(|| markdown::runs(linted.text)),
            quoted: quoted::passages(linted.text),
        }
    }

    fn holds(&self, at: usize) -> bool {
        self.runs.as_ref().is_none_or(|runs| is_in(runs, at)) && !is_in(&self.quoted, at)
    }
}

/// Says whether a byte is in one of some ranges, which are in order and apart.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= at);
    next.checked_sub(1)
        .and_then(|last| ranges.get(last))
        .is_some_and(|range| range.contains(&at))
}
