//! `unused-id`: an id is defined but never used.
//!
//! Any mention by something else counts as use: a source through which another is known or whose
//! own reporting a voice is, a voice one of whom another is. What mentions it may be unused itself.

use std::collections::HashSet;

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::index::Table;
use crate::diagnostics::{Code, Diagnostic};
use crate::load::{Document, Text};

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let mut used = Used::default();
    used.by_lists(cx.document);
    used.by_the_rest(cx.document);
    for (table, used) in [
        (&cx.index.voices, &used.voices),
        (&cx.index.sources, &used.sources),
        (&cx.index.issues, &used.issues),
    ] {
        report(table, used, cx, out);
    }
}

fn report(table: &Table<'_>, used: &HashSet<&str>, cx: &Context<'_>, out: &mut Findings) {
    for (at, id) in table.ids.iter().enumerate() {
        // A second definition is reported as such.
        if !used.contains(id.as_str()) && table.position(id) == Some(at) {
            out.warn(&cx.document.allow, fault(id, table.noun));
        }
    }
}

#[derive(Default)]
struct Used<'a> {
    voices: HashSet<&'a str>,
    sources: HashSet<&'a str>,
    issues: HashSet<&'a str>,
}

impl<'a> Used<'a> {
    fn by_lists(&mut self, document: &'a Document) {
        for (id, voice) in &document.voices {
            let others = voice.one_of.iter().filter(|other| *other != id);
            self.voices.extend(others.map(|other| other.as_str()));
            self.sources
                .extend(voice.outlet.iter().map(|id| id.as_str()));
        }
        for (id, source) in &document.sources {
            let others = source.through.iter().filter(|other| *other != id);
            self.sources.extend(others.map(|other| other.as_str()));
        }
    }

    fn by_the_rest(&mut self, document: &'a Document) {
        for claim in &document.claims {
            self.voices.extend(claim.voice.iter().map(|id| id.as_str()));
            let quoted = claim.quotes.iter().filter_map(|quote| quote.voice.as_ref());
            self.voices.extend(quoted.map(|id| id.as_str()));
            self.sources
                .extend(claim.source.iter().map(|id| id.as_str()));
            self.issues.extend(claim.about.iter().map(|id| id.as_str()));
        }
        for position in &document.positions {
            self.voices.insert(&position.of);
            self.issues.insert(&position.on);
        }
        for gap in &document.gaps {
            self.voices.extend(gap.of.iter().map(|id| id.as_str()));
            self.issues.extend(gap.about.iter().map(|id| id.as_str()));
        }
    }
}

fn fault(id: &Text, noun: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnusedId,
        id.place,
        format!(
            "`{}` is {noun} that nothing mentions",
            id.value.escape_debug()
        ),
    )
    .help("take it out, or name it where it belongs")
}
