//! Dates and the words by which a source gave them.

use super::Resolver;
use crate::check::calendar::states;
use crate::check::rules::invalid_date;
use crate::load::Text;
use crate::model::DateGiven;

impl Resolver<'_, '_> {
    /// Resolves a date and the source's words for it.
    pub(super) fn date(
        &mut self,
        date: Option<&Text>,
        as_given: Option<&Text>,
    ) -> Option<DateGiven> {
        let words = as_given.map(|words| self.line(words));
        let date = date.map(|date| invalid_date::read(date, self.findings));
        Some(match (date, words) {
            (None, None) => DateGiven::NotGiven,
            (None, Some(words)) => DateGiven::Words(words?),
            (Some(date), None) => DateGiven::Stated(date?),
            (Some(date), Some(words)) => {
                let (date, words) = (date?, words?);
                if states(&words, &date) {
                    DateGiven::Stated(date)
                } else {
                    DateGiven::Inferred { words, date }
                }
            }
        })
    }
}
