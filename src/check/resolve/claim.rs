//! Claims.

use super::Resolver;
use crate::check::rules::invalid_id;
use crate::load;
use crate::model::Claim;

impl Resolver<'_, '_> {
    /// Resolves a claim.
    pub(super) fn claim(&mut self, claim: &load::Claim) -> Option<Claim> {
        let key = invalid_id::read(&claim.id, self.findings);
        let says = self.prose(&claim.says);
        let voices = self.some_ids(&claim.voice);
        let sources = self.some_ids(&claim.source);
        let told_to = self.optional_line(claim.told_to.as_ref());
        let said = self.date(claim.said.date.as_ref(), claim.said.as_given.as_ref());
        let about = self.ids(&claim.about);
        let quotes = super::brief::all(&claim.quotes, |quote| self.quote(claim, quote));
        let characterised = self.optional_prose(claim.characterised.as_ref());
        let note = self.optional_prose(claim.note.as_ref());
        Some(Claim {
            key: key?,
            says: says?,
            voices: voices?,
            sources: sources?,
            told_to,
            said: said?,
            about: about?,
            quotes: quotes?,
            characterised,
            note,
        })
    }
}
