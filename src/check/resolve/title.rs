//! Resolves the headline: its words, and the claims that it cites as running text does, `[@id]`.

use super::Resolver;
use crate::check::headline::marks;
use crate::check::markdown::{Fault, read_citations};
use crate::check::rules::empty_text;
use crate::load::Text;
use crate::model::{ClaimId, Line};

impl Resolver<'_, '_> {
    pub(super) fn title(&mut self, text: &Text) -> Option<(Line, Vec<ClaimId>)> {
        self.warn_where_cut(text);
        let (words, marks) = marks(text);
        let (mut cites, mut faults) = (Vec::new(), Vec::new());
        let index = self.index;
        for mark in marks {
            let has_end = text
                .get(mark.clone())
                .is_some_and(|mark| mark.ends_with(']'));
            let found = faults.len();
            let claims = read_citations(text, &mark, &|id| index.find(id), &mut faults);
            if faults.len() == found && (!has_end || claims.is_empty()) {
                faults.push((mark, Fault::BadCitation));
            }
            cites.extend(claims);
        }
        let value = Text {
            value: words,
            place: text.place,
        };
        let line = empty_text::read(&value, self.findings);
        let is_sound = faults.is_empty();
        self.report_faults(text, faults);
        Some((line.filter(|_| is_sound)?, cites))
    }
}
