#![doc = include_str!("unused_id.md")]
//! Any mention by something else counts as use: a source through which another is known or whose
//! own reporting a voice is, a voice one of whom another is or for whom it speaks. What mentions it may be unused itself.
//! Where something else is at fault that may mention it, nobody knows, and nothing is said.

use crate::check::context::{Context, Findings};
use crate::check::index::Table;
use crate::check::rules::{invalid_id, unknown_id};
use crate::diagnostics::{Diagnostic, Part, Rule};
use crate::load::{Document, Text};

pub(super) static UNUSED_ID: Rule = Rule::warning(include_str!("unused_id.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let of_ids = [unknown_id::UNKNOWN_ID.code(), invalid_id::INVALID_ID.code()];
    let is_broken = |fault: &Diagnostic| of_ids.contains(&fault.code());
    if cx.beside.is_faulty || out.diagnostics.iter().any(is_broken) {
        out.leave(&cx.document.allow, &UNUSED_ID);
        return;
    }
    let mut used = Used {
        voices: Mentions::new(&cx.index.voices),
        sources: Mentions::new(&cx.index.sources),
        issues: Mentions::new(&cx.index.issues),
    };
    used.by_definitions(cx.document);
    used.by_the_rest(cx.document);
    for mentions in [used.voices, used.sources, used.issues] {
        for id in mentions.missing() {
            out.warn(&cx.document.allow, fault(id, mentions.table.noun));
        }
    }
}

/// Which ids of a kind are mentioned.
struct Mentions<'i> {
    table: &'i Table<'i>,
    mentioned: Vec<bool>,
    /// How many are not mentioned yet: in most briefs soon none, and then there is no more to do.
    left: usize,
}

impl<'i> Mentions<'i> {
    fn new(table: &'i Table<'i>) -> Self {
        let mut mentions = Self {
            table,
            mentioned: vec![false; table.ids.len()],
            left: table.ids.len(),
        };
        // A second definition is reported as such.
        for later in table.later() {
            mentions.mark(later);
        }
        mentions
    }

    fn mark(&mut self, at: usize) {
        if !std::mem::replace(&mut self.mentioned[at], true) {
            self.left -= 1;
        }
    }

    fn add<'t>(&mut self, ids: impl IntoIterator<Item = &'t Text>) {
        if self.left == 0 {
            return;
        }
        for id in ids {
            if let Some(at) = self.table.position(id) {
                self.mark(at);
            }
        }
    }

    fn missing(&self) -> impl Iterator<Item = &'i Text> {
        let ids = self.table.ids.iter().zip(&self.mentioned);
        ids.filter(|(_, mentioned)| !**mentioned).map(|(id, _)| *id)
    }
}

struct Used<'i> {
    voices: Mentions<'i>,
    sources: Mentions<'i>,
    issues: Mentions<'i>,
}

impl Used<'_> {
    fn by_definitions(&mut self, document: &Document) {
        for (id, voice) in &document.voices {
            self.voices
                .add(voice.one_of.iter().filter(|other| *other != id));
            let principal = voice.speaks_for.iter();
            self.voices.add(principal.filter(|other| *other != id));
            self.sources.add(&voice.outlet);
        }
        for (id, source) in &document.sources {
            self.sources
                .add(source.through.iter().filter(|other| *other != id));
            self.sources
                .add(source.draws_on.iter().filter(|other| *other != id));
        }
    }

    fn by_the_rest(&mut self, document: &Document) {
        for claim in &document.claims {
            self.voices.add(claim.voice.iter());
            self.voices
                .add(claim.quotes.iter().flat_map(|quote| quote.voice.iter()));
            self.sources.add(claim.source.iter());
            self.issues.add(claim.about.iter());
        }
        for position in &document.positions {
            self.voices.add([&position.of]);
            self.issues.add([&position.on]);
        }
        for gap in &document.gaps {
            self.voices.add(gap.of.iter());
            self.issues.add(gap.about.iter());
        }
    }
}

fn fault(id: &Text, noun: &str) -> Diagnostic {
    Diagnostic::new(
        &UNUSED_ID,
        id.place,
        format!(
            "`{}` is {noun} that nothing mentions",
            id.value.escape_debug()
        ),
    )
    .help("take it out, or name it where it belongs")
    .taking_out(Part::Value)
}
