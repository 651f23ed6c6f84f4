//! Writes a whole brief and what follows from it as JSON, and what changed between two editions,
//! for programs.
//!
//! `form` is 1 and counts up when a field changes its meaning or goes. Ids are the labels that
//! people say aloud (C1, S1, V1, I1, Q1, O1); keys are those of the file. Texts are plain, their
//! citations labels in brackets; dates are EDTF.

mod changes;
mod claims;

use serde::Serialize;

use super::pretty::pretty;
use crate::analysis::Edition;
use crate::analysis::changes::Diff;
use crate::describe::{Describer, Locales, plain_prose};
use crate::model::{ClaimId, Prose, Stance};
use changes::ChangesView;
use claims::{ClaimView, WhenView, labels, origin_label, when};

/// Returns a brief as one JSON document. Names of voices and chains in words are in the language of
/// the brief, in the words that come with the program; what programs compare is English.
pub fn json(edition: &Edition) -> String {
    let locales = Locales::default();
    let diff = Diff::from_previous(edition);
    let changes = diff.as_ref().map(|diff| changes::view(diff, &locales));
    pretty(&view(&Describer::new(edition, &locales), changes))
}

/// Returns what changed between two editions as one JSON document.
pub fn diff_json(diff: &Diff<'_>) -> String {
    pretty(&changes::view(diff, &Locales::default()))
}

/// The whole brief.
#[derive(Serialize)]
struct BriefView<'a> {
    form: u8,
    topic: &'a str,
    title: &'a str,
    lang: &'a str,
    as_of: &'a str,
    edition: u64,
    prepared_by: Option<&'a str>,
    bottom_line: Vec<TextView>,
    voices: Vec<VoiceView<'a>>,
    sources: Vec<SourceView<'a>>,
    issues: Vec<IssueView<'a>>,
    claims: Vec<ClaimView<'a>>,
    origins: Vec<OriginView>,
    positions: Vec<PositionView<'a>>,
    events: Vec<EventView<'a>>,
    tensions: Vec<TextView>,
    gaps: Vec<GapView>,
    method: Option<String>,
    /// What changed since the previous edition, in the form of `brief diff --format json`; left out
    /// where the brief names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<ChangesView<'a>>,
}

/// A text and the claims that it rests on or is about.
#[derive(Serialize)]
struct TextView {
    text: String,
    claims: Vec<String>,
}

/// Who speaks.
#[derive(Serialize)]
struct VoiceView<'a> {
    id: String,
    key: &'a str,
    name: String,
    side: Option<&'a str>,
}

/// A source.
#[derive(Serialize)]
struct SourceView<'a> {
    id: String,
    key: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    issued: WhenView<'a>,
    url: Option<&'a str>,
    read: bool,
    through: Vec<String>,
}

/// What is being decided.
#[derive(Serialize)]
struct IssueView<'a> {
    id: String,
    key: &'a str,
    name: &'a str,
    question: Option<&'a str>,
}

/// Voices and first reports that hang together.
#[derive(Serialize)]
struct OriginView {
    id: String,
    voices: Vec<String>,
    works: Vec<String>,
}

/// Where a voice stands on an issue.
#[derive(Serialize)]
struct PositionView<'a> {
    voice: String,
    issue: String,
    stance: &'static str,
    in_short: &'a str,
    claims: Vec<String>,
}

/// What happens when.
#[derive(Serialize)]
struct EventView<'a> {
    when: WhenView<'a>,
    what: String,
    claims: Vec<String>,
}

/// What the sources do not say.
#[derive(Serialize)]
struct GapView {
    question: String,
    why: String,
    voices: Vec<String>,
    issues: Vec<String>,
}

fn view<'a>(describer: &Describer<'a>, changes: Option<ChangesView<'a>>) -> BriefView<'a> {
    let brief = describer.brief;
    let parts = brief.parts();
    let bottom_line = parts.bottom_line.iter();
    let tensions = parts.tensions.iter();
    BriefView {
        form: 1,
        topic: &parts.topic,
        title: &parts.title,
        lang: &parts.lang,
        as_of: parts.as_of.as_str(),
        edition: parts.edition,
        prepared_by: parts.prepared_by.as_deref(),
        bottom_line: bottom_line
            .map(|sentence| text(&sentence.text, &sentence.cites))
            .collect(),
        voices: voices(describer),
        sources: sources(describer),
        issues: issues(describer),
        claims: brief
            .claims()
            .map(|(id, _)| claims::claim(describer, id))
            .collect(),
        origins: origins(describer),
        positions: positions(describer),
        events: events(describer),
        tensions: tensions
            .map(|tension| text(&tension.note, &tension.between))
            .collect(),
        gaps: gaps(describer),
        method: parts.method.as_ref().map(plain_prose),
        changes,
    }
}

fn text(text: &Prose, claims: &[ClaimId]) -> TextView {
    TextView {
        text: plain_prose(text),
        claims: labels(claims),
    }
}

fn voices<'a>(describer: &Describer<'a>) -> Vec<VoiceView<'a>> {
    let voices = describer.brief.voices();
    let views = voices.map(|(id, voice)| VoiceView {
        id: id.to_string(),
        key: &voice.key,
        name: describer.voice(id).into_owned(),
        side: voice.side.as_deref(),
    });
    views.collect()
}

fn sources<'a>(describer: &Describer<'a>) -> Vec<SourceView<'a>> {
    let sources = describer.brief.sources();
    let views = sources.map(|(id, source)| SourceView {
        id: id.to_string(),
        key: &source.key,
        kind: source.kind.name(),
        name: &source.name,
        title: source.title.as_deref(),
        publisher: source.publisher.as_deref(),
        issued: when(&source.issued),
        url: source.url.as_deref(),
        read: source.was_read(),
        through: labels(&source.through),
    });
    views.collect()
}

fn issues<'a>(describer: &Describer<'a>) -> Vec<IssueView<'a>> {
    let issues = describer.brief.issues();
    let views = issues.map(|(id, issue)| IssueView {
        id: id.to_string(),
        key: &issue.key,
        name: &issue.name,
        question: issue.question.as_deref(),
    });
    views.collect()
}

fn origins(describer: &Describer<'_>) -> Vec<OriginView> {
    let origins = describer.analysis.origins.of_brief.iter().enumerate();
    let views = origins.map(|(index, origin)| OriginView {
        id: origin_label(index),
        voices: labels(&origin.voices),
        works: labels(&origin.works),
    });
    views.collect()
}

fn positions<'a>(describer: &Describer<'a>) -> Vec<PositionView<'a>> {
    let positions = describer.brief.parts().positions.iter();
    let views = positions.map(|position| PositionView {
        voice: position.of.to_string(),
        issue: position.on.to_string(),
        stance: stance(position.stance),
        in_short: &position.in_short,
        claims: labels(&position.claims),
    });
    views.collect()
}

/// Returns the word by which programs know a stance.
fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "for",
        Stance::Opposes => "against",
        Stance::Conditional => "conditional",
        Stance::Describes => "describes",
        Stance::Undecided => "undecided",
        Stance::Declined => "declined to comment",
        Stance::NoPosition => "states no position",
    }
}

fn events<'a>(describer: &Describer<'a>) -> Vec<EventView<'a>> {
    let events = describer.brief.parts().events.iter();
    let views = events.map(|event| EventView {
        when: when(&event.when),
        what: plain_prose(&event.what),
        claims: labels(&event.claims),
    });
    views.collect()
}

fn gaps(describer: &Describer<'_>) -> Vec<GapView> {
    let gaps = describer.brief.parts().gaps.iter();
    let views = gaps.map(|gap| GapView {
        question: plain_prose(&gap.question),
        why: plain_prose(&gap.why),
        voices: labels(&gap.of),
        issues: labels(&gap.about),
    });
    views.collect()
}
