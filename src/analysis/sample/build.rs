//! From a sample to a brief.

use super::{Held, Kind, Made, Sample, SampleSource, key, line, when};
use crate::model::{
    Basis, Brief, BriefParts, Claim, ClaimId, DateGiven, Edtf, Event, Gap, Inline, Issue, IssueId,
    Judgement, Language, OneOrMore, Position, Prose, Quote, QuoteKind, Report, Sentence, Source,
    SourceId, Stance, Tension, Verification, Voice, VoiceId,
};

impl Sample {
    pub(super) fn voice_id(&self, name: &str) -> VoiceId {
        VoiceId::new(self.voices.iter().position(|(key, _)| key == name).unwrap())
    }

    pub(super) fn source_id(&self, name: &str) -> SourceId {
        SourceId::new(
            self.sources
                .iter()
                .position(|source| source.key == name)
                .unwrap(),
        )
    }

    fn source_ids(&self, names: &[String]) -> Vec<SourceId> {
        names.iter().map(|name| self.source_id(name)).collect()
    }

    fn issue_id(&self, name: &str) -> IssueId {
        IssueId::new(self.issues.iter().position(|key| key == name).unwrap())
    }

    fn principal(&self, name: &str) -> Option<VoiceId> {
        let mut pairs = self.speaks_for.iter();
        let pair = pairs.find(|(voice, _)| voice == name);
        pair.map(|(_, principal)| self.voice_id(principal))
    }

    fn claim_ids(&self, names: &[String]) -> Option<OneOrMore<ClaimId>> {
        let id = |name: &String| {
            ClaimId::nth(
                self.claims
                    .iter()
                    .position(|claim| claim.key == *name)
                    .unwrap(),
            )
        };
        OneOrMore::new(names.iter().map(id).collect())
    }

    fn prose(&self, cited: &[String]) -> Prose {
        let mut parts = vec![Inline::Text("words".to_owned())];
        parts.extend(self.claim_ids(cited).map(Inline::Citation));
        Prose::new(OneOrMore::new(parts).unwrap())
    }

    /// Makes the brief. A bottom line that was not given cites the first claim.
    pub(in crate::analysis) fn build(mut self) -> Brief {
        if self.claims.is_empty() {
            if self.voices.is_empty() {
                self = self.person("somebody");
            }
            let (voice, source) = (self.voices[0].0.clone(), self.sources[0].key.clone());
            self = self.claim("only", &[&voice], &[&source]);
        }
        if self.bottom_line.is_empty() {
            self.bottom_line = vec![self.claims[0].key.clone()];
        }
        let sentence = Sentence {
            text: self.prose(&self.bottom_line),
            cites: self.claim_ids(&self.bottom_line).unwrap(),
        };
        Brief::new(BriefParts {
            title: line("title"),
            title_cites: Vec::new(),
            topic: line("topic"),
            lang: Language::parse("en").unwrap(),
            as_of: Edtf::parse("2025-08-16").unwrap(),
            edition: 1,
            previous: None,
            prepared_by: None,
            bottom_line: OneOrMore::new(vec![sentence]).unwrap(),
            voices: self.made_voices(),
            sources: self.made_sources(),
            issues: self.made_issues(),
            claims: self.made_claims(),
            positions: self.made_positions(),
            events: self.made_events(),
            tensions: self.made_tensions(),
            gaps: self.made_gaps(),
            left_out: Vec::new(),
            withdrawn: Vec::new(),
            method: Some(self.prose(&self.method)),
            allowed: Vec::new(),
        })
        .unwrap()
    }

    fn made_voices(&self) -> Vec<Voice> {
        let made = |(name, kind): &(String, Kind)| Voice {
            key: key(name),
            kind: kind(self),
            short: None,
            side: None,
            speaks_for: self.principal(name),
            note: None,
        };
        self.voices.iter().map(made).collect()
    }

    fn made_sources(&self) -> Vec<Source> {
        let made = |source: &SampleSource| Source {
            key: key(&source.key),
            kind: source.kind,
            title: None,
            name: line(&source.key),
            author: source.author.iter().map(|name| line(name)).collect(),
            publisher: source.publisher.as_deref().map(line),
            container_title: None,
            volume: None,
            issue: None,
            pages: None,
            number: None,
            authority: None,
            event_title: None,
            issued: DateGiven::NotGiven,
            accessed: None,
            url: None,
            doi: None,
            archived: None,
            updates: Vec::new(),
            lang: None,
            through: self.source_ids(&source.through),
            draws_on: self.source_ids(&source.draws_on),
            snapshot: None,
            note: None,
        };
        self.sources.iter().map(made).collect()
    }

    fn made_issues(&self) -> Vec<Issue> {
        let made = |name: &String| Issue {
            key: key(name),
            name: line(name),
            question: None,
        };
        self.issues.iter().map(made).collect()
    }

    fn made_claims(&self) -> Vec<Claim> {
        let made = |(number, claim): (u32, &Made)| {
            let voices: Vec<VoiceId> = claim
                .voices
                .iter()
                .map(|name| self.voice_id(name))
                .collect();
            let quote = |text: &String| Quote {
                text: text.clone(),
                voices: OneOrMore::new(vec![voices[0]]).unwrap(),
                kinds: vec![QuoteKind::Full],
                occasion: None,
                at: Vec::new(),
                lang: None,
                translated_from: None,
                original: None,
                context: None,
                verification: Verification::NoLock,
            };
            let basis = match self.claim_ids(&claim.rests_on) {
                Some(rests_on) => Basis::Judgement(Judgement {
                    writers: OneOrMore::new(voices).unwrap(),
                    rests_on,
                    confidence: None,
                    likelihood: None,
                }),
                None => Basis::Report(Box::new(Report {
                    passages: Vec::new(),
                    quotes: claim.quotes.iter().map(quote).collect(),
                    voices: OneOrMore::new(voices).unwrap(),
                    sources: OneOrMore::new(self.source_ids(&claim.sources)).unwrap(),
                    found_out_by: self.source_ids(&claim.found_out_by),
                    at: Vec::new(),
                    told_to: None,
                    said: when(&claim.said),
                    characterised: None,
                })),
            };
            Claim {
                key: key(&claim.key),
                number,
                before: None,
                // A claim of another id and the same words is the same claim.
                says: Prose::new(OneOrMore::new(vec![Inline::Text(claim.key.clone())]).unwrap()),
                basis,
                about: claim.about.iter().map(|name| self.issue_id(name)).collect(),
                note: Some(self.prose(&claim.note)),
            }
        };
        (1..).zip(&self.claims).map(made).collect()
    }

    fn made_positions(&self) -> Vec<Position> {
        let made = |held: &Held| Position {
            of: self.voice_id(&held.of),
            on: self.issue_id(&held.on),
            date: held.date.as_deref().map(|date| Edtf::parse(date).unwrap()),
            said: DateGiven::NotGiven,
            stance: Stance::Supports,
            in_short: line("in short"),
            claims: self.claim_ids(&held.claims).unwrap(),
        };
        self.positions.iter().map(made).collect()
    }

    fn made_events(&self) -> Vec<Event> {
        let made = |(date, claims): &(String, Vec<String>)| Event {
            when: when(date),
            what: self.prose(&[]),
            claims: self.claim_ids(claims).unwrap(),
        };
        self.events.iter().map(made).collect()
    }

    fn made_tensions(&self) -> Vec<Tension> {
        let made = |claims: &Vec<String>| Tension {
            between: self.claim_ids(claims).unwrap(),
            note: self.prose(&[]),
        };
        self.tensions.iter().map(made).collect()
    }

    fn made_gaps(&self) -> Vec<Gap> {
        let made = |cited: &Vec<String>| Gap {
            question: self.prose(cited),
            why: self.prose(&[]),
            of: Vec::new(),
            about: Vec::new(),
        };
        self.gaps.iter().map(made).collect()
    }
}
