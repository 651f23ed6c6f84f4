//! Says in plain sentences how solid the headline and the bottom line are.

use super::describer::Describer;
use super::locales::Message;
use super::segments::{Anchor, Description};
use crate::analysis::strength::{Strength, main_text};
use crate::model::{ClaimId, SourceId, VoiceId, VoiceKind};

impl<'a> Describer<'a> {
    /// Says how solid the headline is; nothing where it cites no claim.
    pub(crate) fn strength_of_title(&self) -> Option<Description<'a>> {
        let mut told = self.strength(&self.brief.parts().title_cites)?;
        told.extend(self.share());
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
            let labels = strength.judgements.iter();
            let labels = labels.map(|id| Description::label(Anchor::Claim(*id)));
            let labels = locale.describe_list(labels.collect());
            told.push(described!(locale, StrengthJudgements, "claims": labels));
        }
        if !strength.in_own_text.is_empty() {
            let voices = self.voice_links(&strength.in_own_text);
            told.push(described!(locale, StrengthOwnText, "voices": voices));
        }
        if !strength.on_record.is_empty() {
            let voices = self.voice_links(&strength.on_record);
            told.push(described!(locale, StrengthOnRecord, "voices": voices));
        }
        if !strength.is_named() {
            told.push(Description::text(locale.text(Message::StrengthNobodyNamed)));
        }
        if !strength.anonymous.is_empty() {
            let voices = self.voice_links(&strength.anonymous);
            told.push(described!(locale, StrengthAnonymous, "voices": voices));
        }
        for (message, sources) in [
            (Message::StrengthFoundOut, &strength.found_out),
            (Message::StrengthNoSourceNamed, &strength.no_source_named),
        ] {
            if !sources.is_empty() {
                let outlets = ("outlets", self.source_links(sources).into());
                told.push(locale.describe(message, [outlets]));
            }
        }
        told.push(self.reading(&strength));
        let count = strength.origins;
        let number = locale.number(count);
        told.push(Description::text(filled!(
            locale, StrengthOrigins, "count": count, "number": number
        )));
        Some(told)
    }

    fn reading(&self, strength: &Strength) -> Description<'a> {
        let locale = self.locale;
        if strength.not_read.is_empty() {
            return Description::text(locale.text(Message::StrengthRead));
        }
        let sources = self.source_links(&strength.not_read);
        let relays = self.source_links(&strength.through);
        described!(locale, StrengthNotRead, "sources": sources, "relays": relays)
    }

    /// Says how much of the brief came by one text alone.
    fn share(&self) -> Option<Description<'a>> {
        let (locale, all) = (self.locale, self.analysis.summary.reports);
        let (source, count) = main_text(self.brief, self.analysis).filter(|_| all > 1)?;
        Some(described!(
            locale, StrengthShare, "source": self.source_link(source), "count": count,
            "number": locale.number(count), "all": locale.number(all)
        ))
    }

    fn voice_links(&self, ids: &[VoiceId]) -> Description<'a> {
        let links = ids.iter().map(|id| {
            if matches!(self.brief.voice(*id).kind, VoiceKind::Anonymous { .. }) {
                Description::link(Anchor::Voice(*id), self.voice(*id))
            } else {
                self.voice_link(*id)
            }
        });
        self.locale.describe_list(links.collect())
    }

    fn source_links(&self, ids: &[SourceId]) -> Description<'a> {
        let links = ids.iter().map(|id| self.source_link(*id));
        self.locale.describe_list(links.collect())
    }
}
