#![doc = include_str!("mixed_judgement.md")]

use crate::check::context::Findings;
use crate::check::index::Index;
use crate::diagnostics::{Diagnostic, Part, Place, Rule};
use crate::load::{Claim, Document, Text};

pub(super) static MIXED_JUDGEMENT: Rule = Rule::error(include_str!("mixed_judgement.md"));

/// How many claims are proposed that a judgement could rest on, and how many are looked at.
const PROPOSED: usize = 4;
const LOOKED_AT: usize = 256;

/// Tells judgements from what others say.
#[derive(Clone, Copy)]
pub(in crate::check) struct Kinds<'a> {
    pub(in crate::check) document: &'a Document,
    pub(in crate::check) index: &'a Index<'a>,
}

impl Kinds<'_> {
    /// Says whether a claim is a judgement: whether the writer alone is its voice.
    pub(in crate::check) fn is_judgement(self, claim: &Claim) -> bool {
        !claim.voice.is_empty() && claim.voice.iter().all(|id| self.is_writer(id))
    }

    fn is_writer(self, id: &Text) -> bool {
        let at = self.index.voices.position(id);
        let entry = at.and_then(|at| self.document.voices.0.get(at));
        entry.is_some_and(|(_, voice)| voice.writer.is_some())
    }
}

/// Checks that a claim is a judgement of the writer's alone, or what others say alone.
pub(in crate::check) fn check(kinds: Kinds<'_>, claim: &Claim, out: &mut Findings) {
    if kinds.is_judgement(claim) {
        of_reports(kinds, claim, out);
        return;
    }
    of_judgements(claim, out);
    let voices = claim.voice.iter();
    let (writers, others): (Vec<&Text>, Vec<&Text>) = voices.partition(|id| kinds.is_writer(id));
    if let ([writer, ..], [other, ..]) = (writers.as_slice(), others.as_slice()) {
        let [writer_id, other_id] = [writer, other].map(|id| id.value.escape_debug());
        let message = format!("`{writer_id}` is the writer, and `{other_id}` speaks too");
        out.push(
            Diagnostic::new(&MIXED_JUDGEMENT, writer.place, message)
                .help(format!("leave `{writer_id}` out: then the claim is what the others say"))
                .taking_out(Part::Value)
                .help(format!(
                    "make what you judge a claim of its own: `voice: {writer_id}`, `rests_on: [{}]`",
                    claim.id.value.escape_debug()
                )),
        );
    }
}

/// Reports what only what others say can have.
fn of_reports(kinds: Kinds<'_>, claim: &Claim, out: &mut Findings) {
    let source = claim.source.first();
    if let Some(source) = source.filter(|id| id.place != Place::Placeholder) {
        let fault = fault(source.place, "a judgement stands in no source".to_owned());
        let fault = fault.help(instead_of_source(kinds, claim));
        out.push(if claim.rests_on.is_empty() {
            fault
        } else {
            fault.taking_out(Part::Field("in"))
        });
    }
    let said = claim.said.as_ref();
    let said = said.map(|said| said.date.as_ref().or(said.as_given.as_ref()));
    let said = said.map(|text| text.map_or(claim.id.place, |text| text.place));
    let fields = [
        (
            "said",
            said,
            "leave it out: a judgement is of the day of the brief",
        ),
        (
            "found_out_by",
            claim.found_out_by.first().map(|id| id.place),
            "leave it out: a judgement is found in no source",
        ),
        (
            "at",
            claim.at.0.first().map(|(label, _)| label.place),
            "leave it out: a judgement stands in no source",
        ),
        (
            "told_to",
            claim.told_to.as_ref().map(|text| text.place),
            "leave it out: a judgement is told to the reader",
        ),
        (
            "passage",
            claim.passage.first().map(|text| text.place),
            "leave it out: a judgement stands in no source",
        ),
        (
            "quotes",
            claim.quotes.first().map(|quote| quote.text.place),
            "put each into the claim of whoever spoke it, and let the judgement rest on that",
        ),
        (
            "characterised",
            claim.characterised.as_ref().map(|text| text.place),
            "put it into the claim that the source makes, or write a `note`",
        ),
    ];
    for (field, place, help) in fields {
        if let Some(place) = place {
            let fault = fault(place, format!("a judgement has no `{field}`")).help(help);
            out.push(if help.starts_with("leave it out") {
                fault.taking_out(Part::Field(field))
            } else {
                fault
            });
        }
    }
}

/// Says what to write where a judgement has a source: the claims that stand there, if there are any.
fn instead_of_source(kinds: Kinds<'_>, claim: &Claim) -> String {
    if !claim.rests_on.is_empty() {
        return "leave `in` out: the claims in `rests_on` lead to the sources".to_owned();
    }
    let stands_there = |other: &&Claim| {
        let mut sources = other.source.iter();
        sources.any(|id| claim.source.contains(id)) && !kinds.is_judgement(other)
    };
    let claims = kinds.document.claims.iter().take(LOOKED_AT);
    let grounds = claims.filter(stands_there);
    let grounds: Vec<String> = grounds
        .take(PROPOSED)
        .map(|ground| ground.id.value.escape_debug().to_string())
        .collect();
    if grounds.is_empty() {
        return "name the claims that it rests on in its place: `rests_on: [claim-id]`".to_owned();
    }
    format!(
        "name the claims that it rests on in its place, such as `rests_on: [{}]`",
        grounds.join(", ")
    )
}

/// Reports what only a judgement can have.
fn of_judgements(claim: &Claim, out: &mut Findings) {
    let fields = [
        ("rests_on", claim.rests_on.first().map(|id| id.place)),
        (
            "confidence",
            claim.confidence.as_ref().map(|word| word.place),
        ),
        (
            "likelihood",
            claim.likelihood.as_ref().map(|word| word.place),
        ),
    ];
    for (field, place) in fields {
        if let Some(place) = place {
            let message = format!("only a judgement of the writer’s has `{field}`");
            let help = "leave it out, or make a claim of your own: its voice has `writer`";
            let fault = fault(place, message).help(help);
            out.push(fault.taking_out(Part::Field(field)));
        }
    }
}

fn fault(place: Place, message: String) -> Diagnostic {
    Diagnostic::new(&MIXED_JUDGEMENT, place, message)
}
