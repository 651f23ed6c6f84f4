//! Finds where each claim is used, and who and what carries it.

use std::sync::Arc;

use super::first_reports::FirstReports;
use super::positions::Matrix;
use super::quotes::{QuoteId, Quotes};
use super::timeline::TimelineEntry;
use crate::model::{Brief, ClaimId, IssueId, SourceId, VoiceId};

/// A place that uses a claim. Numbers are places in the brief's lists, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum Use {
    BottomLine(usize),
    Title,
    /// Another claim: its prose, or what it rests on.
    Claim(ClaimId),
    /// A cell of the matrix: where the voice stands on the issue.
    Position(VoiceId, IssueId),
    Tension(usize),
    Quote(QuoteId),
    Event(usize),
    Gap(usize),
    Voice(VoiceId),
    Source(SourceId),
    /// The account of how the brief was made.
    Method,
}

/// The uses of every claim, and the claims of every voice and every source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Citations {
    uses: Vec<Vec<Use>>,
    of_voices: Vec<Vec<ClaimId>>,
    first_report_of: Vec<Vec<ClaimId>>,
}

impl Citations {
    /// Collects the uses, those of each claim in the order of the page.
    pub(super) fn of(
        brief: &Brief,
        first_reports: &[Arc<FirstReports>],
        quotes: &Quotes,
        timeline: &[TimelineEntry],
        matrix: &Matrix,
    ) -> Self {
        let mut of_voices = vec![Vec::new(); brief.voices().len()];
        let mut first_report_of = vec![Vec::new(); brief.sources().len()];
        for (id, claim) in brief.claims() {
            for voice in claim.voices() {
                push_new(&mut of_voices[voice.index()], id);
            }
            for source in &first_reports[id.index()].sources {
                push_new(&mut first_report_of[source.index()], id);
            }
        }
        Self {
            uses: uses(brief, quotes, timeline, matrix),
            of_voices,
            first_report_of,
        }
    }

    /// Returns the uses of a claim in the order of the page, each once.
    pub(crate) fn of_claim(&self, claim: ClaimId) -> &[Use] {
        &self.uses[claim.index()]
    }

    /// Returns the claims that a voice makes, in file order.
    pub(crate) fn of_voice(&self, voice: VoiceId) -> &[ClaimId] {
        &self.of_voices[voice.index()]
    }

    /// Returns the claims that a source carries first, in file order.
    pub(crate) fn first_report_of(&self, source: SourceId) -> &[ClaimId] {
        &self.first_report_of[source.index()]
    }
}

/// Adds to a list that grows in order, unless it is its last item already.
fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if list.last() != Some(&item) {
        list.push(item);
    }
}

/// Collects the uses of every claim, going through the page from top to bottom.
fn uses(
    brief: &Brief,
    quotes: &Quotes,
    timeline: &[TimelineEntry],
    matrix: &Matrix,
) -> Vec<Vec<Use>> {
    let mut uses = vec![Vec::new(); brief.claims().len()];
    // One place is gone through at a time, so that a claim which it cites twice has it as its last
    // use the second time.
    let mut add = |place: Use, claims: &[ClaimId]| {
        for claim in claims {
            push_new(&mut uses[claim.index()], place);
        }
    };
    let parts = brief.parts();
    add(Use::Title, &parts.title_cites);
    for (index, sentence) in parts.bottom_line.iter().enumerate() {
        add(Use::BottomLine(index), &sentence.cites);
    }
    for (id, claim) in brief.claims() {
        let remarks = claim.characterised().into_iter().chain(&claim.note);
        for text in std::iter::once(&claim.says).chain(remarks) {
            let mut cited = text.cited();
            cited.retain(|other| *other != id);
            add(Use::Claim(id), &cited);
        }
        if let Some(judgement) = claim.judgement() {
            add(Use::Claim(id), &judgement.rests_on);
        }
    }
    for (voice, cells) in matrix.by_row() {
        for (issue, cell) in matrix.columns.iter().zip(cells) {
            add(Use::Position(voice, *issue), &cell.claims(brief));
        }
    }
    for (index, tension) in parts.tensions.iter().enumerate() {
        add(Use::Tension(index), &tension.between);
        add(Use::Tension(index), &tension.note.cited());
    }
    for quote in quotes.all() {
        add(Use::Quote(*quote), &[quote.claim]);
    }
    for entry in timeline {
        if let TimelineEntry::Event(index) = entry {
            let event = &parts.events[*index];
            add(Use::Event(*index), &event.claims);
            add(Use::Event(*index), &event.what.cited());
        }
    }
    for (index, gap) in parts.gaps.iter().enumerate() {
        add(Use::Gap(index), &gap.question.cited());
        add(Use::Gap(index), &gap.why.cited());
    }
    let voices = brief
        .voices()
        .map(|(id, voice)| (Use::Voice(id), &voice.note));
    let sources = brief
        .sources()
        .map(|(id, source)| (Use::Source(id), &source.note));
    for (place, text) in voices.chain(sources).chain([(Use::Method, &parts.method)]) {
        if let Some(text) = text {
            add(place, &text.cited());
        }
    }
    uses
}

#[cfg(test)]
mod tests {
    use super::Use;
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::{ClaimId, IssueId, SourceId, VoiceId};

    fn sample() -> Sample {
        Sample::new()
            .person("ann")
            .person("bob")
            .issue("troops")
            .issue("land")
            .source("nbc", &["newsmax", "sun"])
            .source("newsmax", &[])
            .source("sun", &["newsmax"])
            .claim("a", &["ann", "bob", "ann"], &["nbc"])
            .claim("b", &["bob"], &["newsmax", "nbc"])
            .claim("c", &["ann"], &["newsmax"])
    }

    #[test]
    fn uses_are_in_the_order_of_the_page() {
        let brief = sample()
            .quote("words")
            .note(&["a", "c", "a"])
            .event("2025-08-18", &["a", "a"])
            .event("2025-08-16", &["a"])
            .gap(&["a"])
            .method(&["a"])
            .position("bob", "land", &["a"])
            .position("ann", "land", &["a"])
            .position("ann", "troops", &["a", "b"])
            .tension(&["a", "b"])
            .bottom_line(&["a", "c"])
            .build();
        let analysis = Analysis::of(&brief);
        let (ann, bob) = (VoiceId::new(0), VoiceId::new(1));
        let (troops, land) = (IssueId::new(0), IssueId::new(1));
        let expected = [
            Use::BottomLine(0),
            Use::Claim(ClaimId::nth(2)),
            Use::Position(ann, troops),
            Use::Position(ann, land),
            Use::Position(bob, land),
            Use::Tension(0),
            Use::Event(1),
            Use::Event(0),
            Use::Gap(0),
            Use::Method,
        ];
        assert_eq!(analysis.citations.of_claim(ClaimId::nth(0)), expected);
        let expected = [Use::BottomLine(0), Use::Quote(analysis.quotes.all()[0])];
        assert_eq!(analysis.citations.of_claim(ClaimId::nth(2)), expected);
    }

    #[test]
    fn voices_and_sources_carry_claims() {
        let analysis = Analysis::of(&sample().build());
        let citations = analysis.citations;
        let claims = |indices: &[usize]| -> Vec<ClaimId> {
            indices.iter().copied().map(ClaimId::nth).collect()
        };
        assert_eq!(citations.of_voice(VoiceId::new(0)), claims(&[0, 2]));
        assert_eq!(citations.of_voice(VoiceId::new(1)), claims(&[0, 1]));
        assert_eq!(citations.first_report_of(SourceId::new(0)), claims(&[0, 1]));
        assert_eq!(citations.first_report_of(SourceId::new(1)), claims(&[2]));
    }
}
