//! Quotes.

use super::Resolver;
use crate::check::rules::{empty_text, invalid_language, unspoken_quote};
use crate::load;
use crate::model::{Quote, QuoteKind, Verification, VoiceId};

impl Resolver<'_, '_> {
    /// Resolves a quote of a claim. Its words stay as they are.
    pub(super) fn quote(&mut self, claim: &load::Claim, quote: &load::Quote) -> Option<Quote> {
        let says = self.line(&quote.text);
        let context = quote.context.as_ref().map(|context| {
            empty_text::read(context, self.findings);
            context.value.clone()
        });
        let original = quote.original.as_ref().map(|original| {
            empty_text::read(original, self.findings);
            original.value.clone()
        });
        let voice = self.speaker(claim, quote);
        let occasion = self.optional_line(quote.occasion.as_ref());
        let lang = quote.lang.as_ref();
        let lang = lang.and_then(|lang| invalid_language::read(lang, self.findings));
        let from = quote.translated_from.as_ref();
        let translated_from = from.and_then(|from| invalid_language::read(from, self.findings));
        let mut kinds: Vec<QuoteKind> = quote.kind.iter().map(|kind| **kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        says?;
        Some(Quote {
            text: quote.text.value.clone(),
            voice: voice?,
            kinds,
            occasion,
            lang,
            translated_from,
            original,
            context,
            verification: Verification::default(),
        })
    }

    /// Resolves who spoke: the voice that the quote names, else the only one of the claim.
    fn speaker(&mut self, claim: &load::Claim, quote: &load::Quote) -> Option<VoiceId> {
        if let Some(named) = &quote.voice {
            let voice: VoiceId = self.id(named)?;
            unspoken_quote::check_belongs(self.document, claim, named, self.findings);
            return Some(voice);
        }
        match &*claim.voice {
            // Whether it resolves was reported with the claim.
            [only] => self.index.find(only),
            [] => None,
            [_, _, ..] => {
                self.findings.push(unspoken_quote::fault(quote, claim));
                None
            }
        }
    }
}
