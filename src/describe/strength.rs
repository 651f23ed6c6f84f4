//! Says in plain sentences how solid the headline and the bottom line are.

use std::collections::BTreeSet;

use super::describer::Describer;
use super::locales::Message;
use super::segments::{Anchor, Description};
use crate::analysis::strength::{How, Part, Report, Retold, Said, Strength, Way};
use crate::model::{ClaimId, SourceId, VoiceId, VoiceKind};

/// How many names a sentence has; of more it says that there are others.
const NAMED: usize = 3;

impl<'a> Describer<'a> {
    /// Says how solid the headline is; nothing where it cites no claim.
    pub(crate) fn strength_of_title(&self) -> Option<Description<'a>> {
        let told = self.strength(&self.brief.parts().title_cites)?;
        Some(Description::joined(told, " "))
    }

    /// Says how solid the bottom line is.
    pub(crate) fn strength_of_bottom_line(&self) -> Option<Description<'a>> {
        let sentences = self.brief.parts().bottom_line.iter();
        let cites: Vec<ClaimId> = sentences.flat_map(|one| one.cites.to_vec()).collect();
        Some(Description::joined(self.strength(&cites)?, " "))
    }

    fn strength(&self, claims: &[ClaimId]) -> Option<Vec<Description<'a>>> {
        let strength = Strength::of(self.brief, self.analysis, claims)?;
        let locale = self.locale;
        let mut told = Vec::new();
        if !strength.judgements.is_empty() {
            let judgements = self.claim_links(&strength.judgements);
            told.push(described!(locale, StrengthJudgements, "claims": judgements));
        }
        let lead = self.lead(&strength);
        let count = match lead {
            Some(_) => strength.weakest_claims().len(),
            None => 1,
        };
        told.extend(lead);
        match strength.weakest.as_slice() {
            [part] => told.extend(self.part(part, count)),
            parts => told.extend(self.parts(parts)),
        }
        told.extend(self.origins_behind(&strength));
        told.extend(self.retractions_behind(claims));
        Some(told)
    }

    /// Says which claims are told of, where these are not simply all.
    fn lead(&self, strength: &Strength) -> Option<Description<'a>> {
        let locale = self.locale;
        let weakest = strength.weakest_claims();
        let (count, claims) = (weakest.len(), self.claim_links(&weakest));
        if !strength.is_even() {
            let lead = described!(locale, StrengthWeakest, "count": count, "claims": claims);
            return Some(lead);
        }
        if !strength.judgements.is_empty() {
            let lead = described!(locale, StrengthBehind, "count": count, "claims": claims);
            return Some(lead);
        }
        let number = locale.number(count);
        let on_claims = filled!(locale, StrengthOnClaims, "count": count, "number": number);
        (strength.weakest.len() > 1).then(|| Description::text(on_claims))
    }

    /// Says of claims that are told alike who says them, and what of it was read.
    fn part(&self, part: &Part, count: usize) -> Vec<Description<'a>> {
        let locale = self.locale;
        let mut told = Vec::new();
        if !matches!(part.best(), Some(How::OwnText | How::OnRecord)) {
            let nobody = filled!(locale, StrengthNobodyNamed, "count": count);
            told.push(Description::text(nobody));
        }
        told.extend(part.said.iter().map(|said| self.said(said, count)));
        told.extend(part.retold.iter().map(|retold| self.retold(retold, count)));
        if part.retold.is_empty() {
            let read = filled!(locale, StrengthRead, "count": count);
            told.push(Description::text(read));
        }
        told
    }

    fn said(&self, said: &Said, count: usize) -> Description<'a> {
        let (locale, outlets) = (self.locale, said.reports.len());
        let sources = self.reports(&said.reports);
        let voices = || self.voice_links(&said.voices);
        match said.how {
            How::OwnText => described!(
                locale, StrengthOwnText, "count": count, "voices": voices(), "sources": sources
            ),
            How::OnRecord => described!(
                locale, StrengthOnRecord, "count": count, "voices": voices(), "sources": sources
            ),
            How::Anonymous => described!(
                locale, StrengthAnonymous, "count": count, "voices": voices(), "sources": sources
            ),
            How::FoundOut => described!(
                locale, StrengthFoundOut, "count": count, "outlets-count": outlets,
                "outlets": sources
            ),
            How::NoSourceNamed => described!(
                locale, StrengthNoSourceNamed, "count": count, "outlets": sources
            ),
        }
    }

    fn retold(&self, retold: &Retold, count: usize) -> Description<'a> {
        let locale = self.locale;
        let sources = self.reports(&retold.reports);
        let relays = self.capped(&retold.relays, |id| self.source_link(*id));
        match retold.way {
            Way::ByOne => {
                described!(locale, StrengthNotRead, "sources": sources, "relays": relays)
            }
            Way::BySeveral => {
                described!(locale, StrengthByWayOf, "sources": sources, "relays": relays)
            }
            Way::Drawn => described!(
                locale, StrengthRetold, "count": count, "sources": sources, "relays": relays
            ),
        }
    }

    /// Says of claims that are told differently, but are as weak, what holds of all of them.
    fn parts(&self, parts: &[Part]) -> Option<Description<'a>> {
        let first = parts.first()?;
        let how = match first.best()? {
            How::OwnText => Message::StrengthSeveralOwnText,
            How::OnRecord => Message::StrengthSeveralOnRecord,
            How::FoundOut => Message::StrengthSeveralFoundOut,
            How::Anonymous => Message::StrengthSeveralAnonymous,
            How::NoSourceNamed => Message::StrengthSeveralNoSourceNamed,
        };
        let read = if first.only_retold {
            Message::StrengthSeveralRetold
        } else if parts.iter().all(|part| part.retold.is_empty()) {
            Message::StrengthSeveralRead
        } else {
            Message::StrengthSeveralPartlyRead
        };
        let told = [how, read].map(|one| Description::text(self.locale.text(one)));
        Some(Description::joined(told.to_vec(), " "))
    }

    fn origins_behind(&self, strength: &Strength) -> Vec<Description<'a>> {
        let (locale, count) = (self.locale, strength.origins);
        let number = locale.number(count);
        let origins = if strength.is_even() || count == 1 {
            filled!(locale, StrengthOrigins, "count": count, "number": number)
        } else {
            filled!(locale, StrengthOriginsOfAll, "count": count, "number": number)
        };
        let mut told = vec![Description::text(origins)];
        let on_one = strength.on_one.len();
        if count > 1 && on_one > 0 {
            told.push(if on_one == strength.behind.len() {
                Description::text(locale.text(Message::StrengthEveryOnOne))
            } else {
                let claims = self.claim_links(&strength.on_one);
                described!(locale, StrengthOnOne, "count": on_one, "claims": claims)
            });
        }
        told
    }

    fn claim_links(&self, ids: &[ClaimId]) -> Description<'a> {
        let labels = ids.iter().map(|id| Description::label(Anchor::Claim(*id)));
        self.locale.describe_list(labels.collect())
    }

    fn voice_links(&self, ids: &[VoiceId]) -> Description<'a> {
        self.capped(ids, |id| {
            if matches!(self.brief.voice(*id).kind, VoiceKind::Anonymous { .. }) {
                Description::link(Anchor::Voice(*id), self.voice(*id))
            } else {
                self.voice_link(*id)
            }
        })
    }

    /// Names a first report, or those of which it is one, with links; those that have namesakes with
    /// their labels.
    pub(crate) fn report_link(
        &self,
        one_of: &[SourceId],
        namesakes: &BTreeSet<SourceId>,
    ) -> Description<'a> {
        let sources = one_of.iter().map(|id| {
            let name = self.source_among(*id, namesakes);
            Description::link(Anchor::Source(*id), name)
        });
        let sources = self.locale.describe_list(sources.collect());
        if one_of.len() == 1 {
            return sources;
        }
        described!(self.locale, OriginOneOf, "sources": sources)
    }

    fn reports(&self, reports: &[Report]) -> Description<'a> {
        let namesakes = self.namesakes(reports.iter().flatten().copied());
        self.capped(reports, |report| self.report_link(report, &namesakes))
    }

    /// Lists names; of many the first, and that there are others.
    fn capped<T>(&self, items: &[T], name: impl Fn(&T) -> Description<'a>) -> Description<'a> {
        let mut names: Vec<_> = items.iter().take(NAMED).map(name).collect();
        if items.len() > NAMED {
            let others = self.locale.text(Message::StrengthOthers);
            names.push(Description::text(others));
        }
        self.locale.describe_list(names)
    }
}
