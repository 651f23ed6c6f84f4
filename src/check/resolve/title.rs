//! Resolves the headline: its words, and the claims that it cites as running text does, `[@id]`.

use super::Resolver;
use crate::check::headline::cut;
use crate::check::rules::{empty_text, markdown as markdown_rules};
use crate::load::Text;
use crate::model::{ClaimId, Line};

impl Resolver<'_, '_> {
    pub(super) fn title(&mut self, text: &Text) -> Option<(Line, Vec<ClaimId>)> {
        let (words, ids) = cut(text);
        let (mut cites, mut is_sound) = (Vec::new(), true);
        for id in ids {
            match self.index.find(id) {
                Some(claim) => cites.push(claim),
                None if id.is_empty() => {
                    self.findings.push(markdown_rules::bad_citation(text.place));
                    is_sound = false;
                }
                None => {
                    self.report_unknown::<ClaimId>(id, text.place);
                    is_sound = false;
                }
            }
        }
        let value = Text {
            value: words,
            place: text.place,
        };
        let line = empty_text::read(&value, self.findings)?;
        is_sound.then_some((line, cites))
    }
}
