//! Describes quotes: their marks, what is said of each, and what was found when it was looked for.

use std::borrow::Cow;

use super::dates;
use super::describer::Describer;
use super::locales::Message;
use crate::analysis::quotes::Checks;
use crate::analysis::source_link;
use crate::model::{
    Caveat, Check, Claim, ClaimId, Language, Obstacle, Passage, Quote, QuoteCheck, QuoteKind,
    Verification,
};

/// What was found when a quote was looked for.
pub(crate) struct CheckInWords {
    pub(crate) found: String,
    /// How it goes on, where the day of the check matters.
    pub(crate) on: String,
    /// The source, opened at the quote.
    pub(crate) link: Option<String>,
}

impl<'a> Describer<'a> {
    /// Returns the marks around a text in a language, or in the brief's.
    pub(crate) fn marks(&self, language: Option<&Language>) -> (&'a str, &'a str) {
        match language {
            Some(language) => self.locales.quote_marks(language).outer,
            None => self.typography.quotes.outer,
        }
    }

    /// Returns what is said of a quote: of what kind it is, and on which occasion it was spoken.
    pub(crate) fn remarks(&self, quote: &'a Quote) -> Vec<Cow<'a, str>> {
        let mut remarks = self.kinds(quote, |language| self.language(language));
        remarks.extend(
            quote
                .occasion
                .as_deref()
                .map(|occasion| self.phrase(occasion)),
        );
        remarks.extend(self.place_in_source(&quote.place()).map(Cow::from));
        remarks
    }

    /// Returns of what kinds a quote is; a whole one needs no word.
    pub(crate) fn kinds(
        &self,
        quote: &Quote,
        language: impl Fn(&Language) -> String,
    ) -> Vec<Cow<'a, str>> {
        let word = |message| Some(self.locale.text(message).into());
        let kinds = quote.kinds.iter().filter_map(|kind| match kind {
            QuoteKind::Full => None,
            QuoteKind::Fragment => word(Message::QuoteFragment),
            QuoteKind::Edited => word(Message::QuoteEdited),
            QuoteKind::EditedInSource => word(Message::QuoteEditedInSource),
            QuoteKind::Translated => match &quote.translated_from {
                None => word(Message::QuoteTranslated),
                Some(from) => {
                    let words =
                        filled!(self.locale, QuoteTranslatedFrom, "language": language(from));
                    Some(words.into())
                }
            },
        });
        kinds.collect()
    }

    pub(crate) fn language(&self, language: &Language) -> String {
        let (tag, full_tag) = (language.primary(), &**language);
        filled!(self.locale, Language, "tag": tag, "full-tag": full_tag)
    }

    /// Returns what was found of a quote; nothing where the brief keeps no evidence, which the
    /// method says once.
    pub(crate) fn check(&self, quote: &Quote) -> Option<CheckInWords> {
        Some(CheckInWords {
            found: self.found(quote)?,
            on: self.checked_on(quote),
            link: source_link::of_quote(self.brief, quote),
        })
    }

    /// Returns what was found, without the day.
    pub(crate) fn found(&self, quote: &Quote) -> Option<String> {
        let check = match &quote.verification {
            Verification::NoLock => return None,
            Verification::NotInLock => {
                return Some(self.locale.text(Message::QuoteNotYet).to_owned());
            }
            Verification::Checked(check) => check,
        };
        let found = |message| self.locale.with(message, [("words", words(quote).into())]);
        let mut told = match check.found {
            Check::Exact => found(Message::QuoteWordForWord),
            Check::Typographic => found(Message::QuoteButForTypography),
            Check::Edited => found(Message::QuoteButForEdits),
            Check::Ambiguous => self.locale.text(Message::QuoteAmbiguous).to_owned(),
            Check::CannotCheck => self.cannot_check(quote, check),
            Check::Absent => self.locale.text(Message::QuoteAbsent).to_owned(),
        };
        for caveat in &check.caveats {
            told.push_str(&filled!(self.locale, QuoteCaveat, "caveat": caveat.word()));
        }
        Some(told)
    }

    /// Returns what a passage holds that its source does not say so: words that it struck out. A passage
    /// that goes on in another paragraph is no more than that.
    pub(crate) fn caveats(&self, passage: &Passage) -> String {
        let check = passage.verification.check();
        let caveats = check.into_iter().flat_map(|check| &check.caveats);
        caveats
            .filter(|caveat| **caveat != Caveat::SeveralBlocks)
            .map(|caveat| filled!(self.locale, QuoteCaveat, "caveat": caveat.word()))
            .collect()
    }

    /// Returns why a passage was not found; nothing of one that was, nor where the brief keeps no evidence.
    pub(crate) fn not_found(&self, passage: &Passage) -> Option<String> {
        let check = match &passage.verification {
            Verification::NoLock => return None,
            Verification::NotInLock => {
                return Some(self.locale.text(Message::QuoteNotYet).to_owned());
            }
            Verification::Checked(check) => check,
        };
        match check.found {
            Check::Exact | Check::Typographic | Check::Edited => None,
            Check::Ambiguous => Some(self.locale.text(Message::QuoteAmbiguous).to_owned()),
            Check::Absent => Some(self.locale.text(Message::QuoteAbsent).to_owned()),
            Check::CannotCheck => {
                let reason = check.reason.map_or("unknown", Obstacle::word);
                Some(filled!(self.locale, QuoteCannotCheck, "reason": reason))
            }
        }
    }

    /// Returns why a quote was not verified. A lock of an earlier version does not say it.
    fn cannot_check(&self, quote: &Quote, check: &QuoteCheck) -> String {
        let is_translated = quote.is(QuoteKind::Translated) && quote.original.is_none();
        let reason = match check.reason {
            Some(reason) => Some(reason),
            None if check.source.is_none() => Some(Obstacle::NoSnapshot),
            None => is_translated.then_some(Obstacle::NoOriginal),
        };
        let reason = reason.map_or("unknown", Obstacle::word);
        filled!(self.locale, QuoteCannotCheck, "reason": reason)
    }

    fn checked_on(&self, quote: &Quote) -> String {
        match &quote.verification {
            Verification::Checked(check) if check.found.is_verified() => {
                let date = dates::in_full(self.locale, &check.day);
                filled!(self.locale, QuoteCheckedOn, "date": date)
            }
            Verification::Checked(_) | Verification::NotInLock | Verification::NoLock => {
                String::new()
            }
        }
    }

    /// Returns what was done to check the quotes of the brief, and which claims give no words that could
    /// be looked for; nothing where it has no quotes.
    pub(crate) fn checks(&self) -> Option<String> {
        let locale = self.locale;
        let (day, sources) = match &self.analysis.checks {
            Checks::NoQuotes => return None,
            Checks::Kept { day, sources } if !sources.is_empty() => (day, sources),
            Checks::NoLock | Checks::Kept { .. } => {
                return Some(locale.text(Message::QuotesUnchecked).to_owned());
            }
        };
        let count = ("count", sources.len().into());
        let labels: Vec<String> = sources.iter().map(ToString::to_string).collect();
        let sources = ("sources", locale.list(&labels).into());
        let checked = match day {
            None => locale.with(Message::QuotesChecked, [count, sources]),
            Some(day) => {
                let date = ("date", dates::in_full(locale, day).into());
                locale.with(Message::QuotesCheckedOn, [count, sources, date])
            }
        };
        Some(match self.without_words() {
            None => checked,
            Some(without) => format!("{checked} {without}"),
        })
    }

    /// Says which claims of others have neither a quote nor a passage.
    fn without_words(&self) -> Option<String> {
        let is_without = |claim: &Claim| {
            claim.report().is_some() && claim.quotes().is_empty() && claim.passages().is_empty()
        };
        let claims = self.brief.claims();
        let without = claims.filter_map(|(id, claim)| is_without(claim).then_some(id));
        let without: Vec<ClaimId> = without.collect();
        let claims = (!without.is_empty()).then(|| self.first_claims(&without))?;
        Some(filled!(
            self.locale, QuotesNoWords, "count": without.len(), "claims": claims
        ))
    }
}

/// Says which words stand in the source. Of a translation "word for word" would be taken to say
/// how it was made.
fn words(quote: &Quote) -> &'static str {
    match (quote.is(QuoteKind::Translated), &quote.original) {
        (true, Some(_)) => "original",
        (true, None) => "translation",
        (false, _) => "quote",
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Obstacle;

    /// That it could not be looked for is said where that is so, and nowhere else.
    #[test]
    fn each_obstacle_has_words_of_its_own() {
        for locale in [
            include_str!("../../locales/en.ftl"),
            include_str!("../../locales/uk.ftl"),
        ] {
            for obstacle in Obstacle::ALL
                .iter()
                .filter(|obstacle| obstacle.was_looked_for())
            {
                let is_ambiguous = matches!(
                    obstacle,
                    Obstacle::SeveralPlaces | Obstacle::ContextInSeveralPlaces
                );
                let word = obstacle.word();
                assert!(
                    is_ambiguous || locale.contains(&format!("[{word}]")),
                    "{word}"
                );
            }
        }
    }
}
