//! Describes where in its source something stands.

use std::collections::BTreeSet;

use super::describer::Describer;
use super::locales::Message;
use crate::analysis::source_link;
use crate::model::{Claim, Language, Locator, LocatorLabel, Passage, Report, SourceId};

impl Describer<'_> {
    /// Returns where in its source something stands, if that is said: "sec. 3, p. 12".
    pub(crate) fn place_in_source(&self, at: &[Locator]) -> Option<String> {
        let places = at
            .iter()
            .map(|locator| self.locator(locator.label, &locator.value, locator.is_several()));
        let places: Vec<String> = places.collect();
        (!places.is_empty()).then(|| self.locale.joined(&places))
    }

    /// Returns the links to the passages that were found, in sources that have an address: the words and
    /// the address of each.
    pub(crate) fn passages(&self, report: &Report) -> Vec<(String, String)> {
        let links = report.passages.iter().filter_map(|passage| {
            let source = passage.verification.check()?.source?;
            let link = source_link::of_passage(self.brief, passage)?;
            Some((source, link, self.caveats(passage)))
        });
        let links: Vec<(SourceId, String, String)> = links.collect();
        let is_one = links.len() == 1;
        let all = (1_usize..).zip(links).map(|(number, (source, link, caveats))| {
            let source = self.source(source);
            let words = if is_one {
                filled!(self.locale, Passage, "source": source)
            } else {
                filled!(self.locale, PassageNumber, "place": number.to_string(), "source": source)
            };
            (words + &caveats, link)
        });
        all.collect()
    }

    /// Returns the language of the source in which a passage was found, where it is not the brief's.
    pub(crate) fn language_in_source(&self, passage: &Passage) -> Option<&Language> {
        let source = passage.verification.check()?.source?;
        self.brief.source(source).lang.as_ref()
    }

    /// Returns a locator: "p. 12", "secs. 3–5", "at 00:12:30".
    pub(super) fn locator(&self, label: LocatorLabel, value: &str, is_several: bool) -> String {
        let message = if is_several {
            Message::LocatorSeveral
        } else {
            Message::Locator
        };
        let values = [
            ("label", label.word().into()),
            ("value", self.phrase(value).into()),
        ];
        self.locale.with(message, values)
    }

    /// Returns the names of the sources of a chain; after the claim's own, where in it it stands.
    pub(super) fn sources_from(
        &self,
        claim: &Claim,
        chain: &[SourceId],
        namesakes: &BTreeSet<SourceId>,
    ) -> Vec<String> {
        let at = self.place_in_source(claim.at());
        let is_own = |id: &SourceId| claim.sources() == [*id];
        let names = chain.iter().map(|id| match &at {
            Some(at) if is_own(id) => {
                filled!(self.locale, SourceAt, "source": self.source_among(*id, namesakes), "at": &**at)
            }
            _ => self.source_among(*id, namesakes).into_owned(),
        });
        names.collect()
    }
}
