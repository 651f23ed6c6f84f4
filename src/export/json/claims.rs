//! The shape of the JSON: what programs see.

use serde::Serialize;

use crate::export::changes::ChangesView;

/// The whole brief.
#[derive(Serialize)]
pub(super) struct BriefView<'a> {
    pub(super) form: u8,
    pub(super) topic: &'a str,
    pub(super) title: &'a str,
    pub(super) lang: &'a str,
    pub(super) as_of: &'a str,
    pub(super) edition: u64,
    pub(super) prepared_by: Option<&'a str>,
    pub(super) bottom_line: Vec<TextView>,
    pub(super) voices: Vec<VoiceView<'a>>,
    pub(super) sources: Vec<SourceView<'a>>,
    pub(super) issues: Vec<IssueView<'a>>,
    pub(super) claims: Vec<ClaimView<'a>>,
    pub(super) origins: Vec<OriginView>,
    pub(super) positions: Vec<PositionView<'a>>,
    pub(super) events: Vec<EventView<'a>>,
    pub(super) tensions: Vec<TextView>,
    pub(super) gaps: Vec<GapView>,
    pub(super) method: Option<String>,
    /// What changed since the edition before, in the form of `brief diff --format json`; left out
    /// where the brief names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) changes: Option<ChangesView<'a>>,
}

/// A text and the claims that it rests on or is about.
#[derive(Serialize)]
pub(super) struct TextView {
    pub(super) text: String,
    pub(super) claims: Vec<String>,
}

/// Who speaks.
#[derive(Serialize)]
pub(super) struct VoiceView<'a> {
    pub(super) id: String,
    pub(super) key: &'a str,
    pub(super) name: String,
    pub(super) side: Option<&'a str>,
}

/// A work.
#[derive(Serialize)]
pub(super) struct SourceView<'a> {
    pub(super) id: String,
    pub(super) key: &'a str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
    pub(super) title: Option<&'a str>,
    pub(super) publisher: Option<&'a str>,
    pub(super) issued: WhenView<'a>,
    pub(super) url: Option<&'a str>,
    pub(super) read: bool,
    pub(super) through: Vec<String>,
}

/// What is being decided.
#[derive(Serialize)]
pub(super) struct IssueView<'a> {
    pub(super) id: String,
    pub(super) key: &'a str,
    pub(super) name: &'a str,
    pub(super) question: Option<&'a str>,
}

/// A claim, its attribution and what follows from it.
#[derive(Serialize)]
pub(super) struct ClaimView<'a> {
    pub(super) id: String,
    pub(super) key: &'a str,
    pub(super) says: String,
    pub(super) voices: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) chains: Vec<String>,
    pub(super) record: Vec<&'a str>,
    pub(super) retellings: RetellingsView,
    /// The origins of the brief that it rests on; none where only the writer stands behind it.
    pub(super) origins: Vec<String>,
    /// How many there are within this claim alone.
    pub(super) origins_within: usize,
    pub(super) told_to: Option<&'a str>,
    pub(super) said: WhenView<'a>,
    pub(super) about: Vec<String>,
    pub(super) quotes: Vec<QuoteView<'a>>,
    pub(super) characterised: Option<String>,
    pub(super) note: Option<String>,
}

/// How often a claim was retold.
#[derive(Serialize)]
pub(super) struct RetellingsView {
    pub(super) nearest: usize,
    pub(super) farthest: usize,
}

/// Words as they were spoken or written.
#[derive(Serialize)]
pub(super) struct QuoteView<'a> {
    pub(super) id: String,
    pub(super) text: &'a str,
    pub(super) voice: String,
    pub(super) lang: &'a str,
    pub(super) kinds: Vec<&'static str>,
    pub(super) translated_from: Option<&'a str>,
    pub(super) original: Option<&'a str>,
    pub(super) occasion: Option<&'a str>,
    pub(super) verification: Option<VerificationView<'a>>,
}

/// Whether a quote was found to be its source's words.
#[derive(Serialize)]
pub(super) struct VerificationView<'a> {
    pub(super) status: &'static str,
    pub(super) checked: Option<&'a str>,
    pub(super) source: Option<String>,
    pub(super) link: Option<String>,
    pub(super) at: Vec<SelectorView<'a>>,
}

/// A passage of a source's copy, in code points.
#[derive(Serialize)]
pub(super) struct SelectorView<'a> {
    pub(super) exact: &'a str,
    pub(super) prefix: &'a str,
    pub(super) suffix: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Voices and first works that hang together.
#[derive(Serialize)]
pub(super) struct OriginView {
    pub(super) id: String,
    pub(super) voices: Vec<String>,
    pub(super) works: Vec<String>,
}

/// Where a voice stands on an issue.
#[derive(Serialize)]
pub(super) struct PositionView<'a> {
    pub(super) voice: String,
    pub(super) issue: String,
    pub(super) stance: &'a str,
    pub(super) in_short: &'a str,
    pub(super) claims: Vec<String>,
}

/// What happens when.
#[derive(Serialize)]
pub(super) struct EventView<'a> {
    pub(super) when: WhenView<'a>,
    pub(super) what: String,
    pub(super) claims: Vec<String>,
}

/// What the sources do not say.
#[derive(Serialize)]
pub(super) struct GapView {
    pub(super) question: String,
    pub(super) why: String,
    pub(super) voices: Vec<String>,
    pub(super) issues: Vec<String>,
}

/// A date, the source's words for it, and whether the one was inferred from the other.
#[derive(Serialize)]
pub(super) struct WhenView<'a> {
    pub(super) date: Option<&'a str>,
    pub(super) as_given: Option<&'a str>,
    pub(super) inferred: bool,
}
