//! Describes the writer's judgements: from which claims they are drawn, how likely something is, and
//! how sure the writer is of the ground. Likelihood and confidence never share a sentence (ICD 203).

use std::borrow::Cow;

use super::describer::Describer;
use super::locales::Message;
use super::segments::{Anchor, Description};
use crate::model::{Confidence, Judgement, Likelihood, VoiceId, VoiceKind};

impl<'a> Describer<'a> {
    /// Describes a judgement: who judges from which claims, how likely it is, how sure the writer is.
    pub(crate) fn judgement(&self, judgement: &Judgement) -> Description<'a> {
        let locale = self.locale;
        let claims = judgement.rests_on.iter();
        let claims = claims.map(|id| Description::label(Anchor::Claim(*id)));
        let claims = locale.describe_list(claims.collect());
        let writers = judgement.writers.iter();
        let writers = writers.map(|id| Description::link(Anchor::Voice(*id), self.writer(*id)));
        let writers = locale.describe_list(writers.collect());
        let mut sentences = vec![described!(
            locale, JudgedFrom, "writers": writers, "claims": claims
        )];
        sentences.extend(judgement.likelihood.map(|likelihood| {
            let word = self.likelihood_word(likelihood);
            Description::text(filled!(locale, JudgementLikelihood, "likelihood": word))
        }));
        sentences.push(Description::text(match judgement.confidence {
            Some(confidence) => {
                let word = self.confidence_word(confidence);
                filled!(locale, JudgementConfidence, "confidence": word)
            }
            None => locale.text(Message::JudgementNoConfidence).to_owned(),
        }));
        Description::joined(sentences, " ")
    }

    /// Returns the writer's name; that it is the writer of the brief is plain in a judgement.
    fn writer(&self, id: VoiceId) -> Cow<'a, str> {
        let voice = self.brief.voice(id);
        match (&voice.short, &voice.kind) {
            (Some(name), _) | (None, VoiceKind::Writer(name)) => self.name(name),
            (None, _) => self.voice(id),
        }
    }

    pub(crate) fn confidence_word(&self, confidence: Confidence) -> &'a str {
        self.locale.text(match confidence {
            Confidence::Low => Message::ConfidenceLow,
            Confidence::Moderate => Message::ConfidenceModerate,
            Confidence::High => Message::ConfidenceHigh,
        })
    }

    pub(crate) fn likelihood_word(&self, likelihood: Likelihood) -> &'a str {
        self.locale.text(match likelihood {
            Likelihood::AlmostNoChance => Message::LikelihoodAlmostNoChance,
            Likelihood::VeryUnlikely => Message::LikelihoodVeryUnlikely,
            Likelihood::Unlikely => Message::LikelihoodUnlikely,
            Likelihood::RoughlyEven => Message::LikelihoodRoughlyEven,
            Likelihood::Likely => Message::LikelihoodLikely,
            Likelihood::VeryLikely => Message::LikelihoodVeryLikely,
            Likelihood::AlmostCertain => Message::LikelihoodAlmostCertain,
        })
    }

    /// Returns what a step of likelihood means: "20–45 per cent".
    pub(crate) fn likelihood_meaning(&self, likelihood: Likelihood) -> String {
        let (from, to) = likelihood.per_cent();
        filled!(self.locale, LikelihoodMeaning, "from": from.to_string(), "to": to.to_string())
    }

    /// Goes through the steps of likelihood that the brief uses, from the least likely.
    pub(crate) fn likelihoods(&self) -> impl Iterator<Item = Likelihood> {
        let claims = self.brief.claims();
        let used: Vec<Likelihood> = claims
            .filter_map(|(_, claim)| claim.judgement()?.likelihood)
            .collect();
        let steps = Likelihood::ALL.iter().copied();
        steps.filter(move |step| used.contains(step))
    }

    /// Says whether the writer judges anything.
    pub(crate) fn has_judgements(&self) -> bool {
        let summary = &self.analysis.summary;
        summary.reports < summary.claims
    }
}
