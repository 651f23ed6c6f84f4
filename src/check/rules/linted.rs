//! The texts in the writer's own words, and the rules on wording that read them.
//!
//! English only.

use std::ops::Range;

use super::{foggy_attribution, loaded_verb};
use crate::check::context::Context;
use crate::check::english::Tokens;
use crate::check::findings::Findings;
use crate::check::{markdown, quoted};
use crate::diagnostics::{Diagnostic, Place};
use crate::load::{Allow, Document, Text};

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

/// A rule on wording: what is wrong with the text at a word, and how to say so.
type Rule = (
    fn(&Tokens<'_>, usize) -> Option<Hit>,
    fn(Place, &str, &str) -> Diagnostic,
);

/// The rules on wording. They run together, since most of the time goes into finding the words.
const RULES: [Rule; 2] = [
    (loaded_verb::find, loaded_verb::fault),
    (foggy_attribution::find, foggy_attribution::fault),
];

/// Shows the words of each of the writer's texts to the rules.
pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    if !cx.english {
        return;
    }
    let mut tokens = Tokens::default();
    each(cx.document, &mut |linted| {
        tokens.read(linted.text);
        let mut reporter = Reporter {
            cx,
            linted,
            outside: None,
            hits: 0,
        };
        for at in 0..tokens.len() {
            for (find, fault) in RULES {
                if let Some(hit) = find(&tokens, at) {
                    reporter.report(&hit, fault, out);
                }
            }
        }
    });
}

/// Reports the hits in one text that are in the writer's own words.
struct Reporter<'c, 'a> {
    cx: &'c Context<'a>,
    linted: Linted<'a>,
    /// Found out on the first hit: most texts have none.
    outside: Option<Outside>,
    hits: usize,
}

impl Reporter<'_, '_> {
    fn report(
        &mut self,
        hit: &Hit,
        fault: fn(Place, &str, &str) -> Diagnostic,
        out: &mut Findings,
    ) {
        let linted = self.linted;
        let outside = self.outside.get_or_insert_with(|| Outside::new(linted));
        if self.hits == HITS || !outside.holds(hit.range.start) {
            return;
        }
        self.hits += 1;
        let words = linted.text.get(hit.range.clone()).unwrap_or_default();
        let place = self.cx.part(linted.text, hit.range.clone());
        out.warn(linted.allow, fault(place, words, hit.instead));
    }
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
