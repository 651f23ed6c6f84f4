//! References to resolved items.

use super::Resolver;
use crate::check::index::Reference;
use crate::check::rules::{repeated_value, unknown_id};
use crate::diagnostics::{Place, nearest};
use crate::load::Text;
use crate::model::OneOrMore;

/// The longest id that is compared with others.
const LONGEST: usize = 64;

impl Resolver<'_, '_> {
    /// Resolves an id.
    pub(super) fn id<T: Reference>(&mut self, id: &Text) -> Option<T> {
        let found = self.index.find(id);
        if found.is_none() {
            self.report_unknown::<T>(id, id.place);
        }
        found
    }

    /// Resolves a list of ids that may be empty.
    pub(super) fn ids<T: Reference>(&mut self, ids: &[Text]) -> Option<Vec<T>> {
        repeated_value::check_ids(ids, self.findings);
        super::brief::all(ids, |id| self.id(id))
    }

    /// Resolves a list of ids. That it is not empty is for a rule to report.
    pub(super) fn some_ids<T: Reference>(&mut self, ids: &[Text]) -> Option<OneOrMore<T>> {
        self.ids(ids).and_then(OneOrMore::new)
    }

    /// Reports an id that nothing of its kind has, at a place.
    pub(super) fn report_unknown<T: Reference>(&mut self, id: &str, place: Place) {
        if place == Place::StandIn {
            return;
        }
        let wanted = T::table(self.index);
        let other = self
            .index
            .tables()
            .into_iter()
            .find(|table| table.position(id).is_some());
        let mut near = None;
        if other.is_none() && self.suggestions > 0 && id.len() <= LONGEST {
            self.suggestions -= 1;
            let margin = (id.len() / 3).max(1);
            let names = wanted.ids.iter().map(|name| name.as_str());
            near = nearest(
                id,
                names.filter(|name| name.len().abs_diff(id.len()) <= margin),
            );
        }
        let other = other.map(|table| table.noun);
        self.findings
            .push(unknown_id::fault(id, place, wanted.noun, other).did_you_mean(near));
    }
}
