//! Whether a translation mirrors its original: the same ids in the same order, attributed, dated
//! and quoted alike. Texts and languages may differ, and quotes may be translated.

mod items;

use std::collections::{HashMap, HashSet};

use super::rules::broken_mirror;
use crate::diagnostics::{Diagnostics, Place, Span};
use crate::load::{Document, Located, Text};

/// Compares a translation with its original; places are those of the translation, which `text` is.
///
/// Both are sound. The words are not compared, nor what they cite; nor which remarks there are.
pub fn mirror(original: &Document, translation: &Document, text: &str) -> Diagnostics {
    let mut mirror = Mirror {
        text,
        out: Diagnostics::new(),
    };
    mirror.whole(original, translation);
    mirror.voices(&original.voices, &translation.voices);
    mirror.sources(&original.sources, &translation.sources);
    mirror.issues(&original.issues, &translation.issues);
    mirror.claims(&original.claims, &translation.claims);
    mirror.positions(&original.positions, &translation.positions);
    mirror.events(&original.events, &translation.events);
    mirror.tensions(&original.tensions, &translation.tensions);
    mirror.gaps(&original.gaps, &translation.gaps);
    mirror.out.sort();
    mirror.out
}

/// A comparison under way.
struct Mirror<'t> {
    text: &'t str,
    out: Diagnostics,
}

impl Mirror<'_> {
    fn whole(&mut self, original: &Document, translation: &Document) {
        self.same(
            "as_of",
            translation.as_of.place,
            &original.as_of,
            &translation.as_of,
        );
        self.same(
            "edition",
            translation.edition.place,
            &original.edition.value.to_string(),
            &translation.edition.value.to_string(),
        );
    }

    /// Compares ids and their order; returns the pairs of places that have the same id.
    fn ids(
        &mut self,
        list: &str,
        noun: &str,
        before: &[&Text],
        after: &[&Text],
    ) -> Vec<(usize, usize)> {
        let index = |ids: &[&Text]| -> HashMap<String, usize> {
            ids.iter()
                .enumerate()
                .map(|(at, id)| (id.value.clone(), at))
                .collect()
        };
        let (of_old, of_new) = (index(before), index(after));
        for id in before.iter().filter(|id| !of_new.contains_key(&id.value)) {
            let place = self.key(list);
            self.out.push(broken_mirror::missing(place, noun, id));
        }
        let mut pairs = Vec::new();
        for (at, id) in after.iter().enumerate() {
            match of_old.get(&id.value) {
                Some(old) => pairs.push((*old, at)),
                None => self.out.push(broken_mirror::unknown(id, noun)),
            }
        }
        // One that moved makes others seem to: the first is told.
        let moved = pairs.windows(2).find_map(|pair| match pair {
            [(one, _), (next, at)] if next < one => Some((*at, *one)),
            _ => None,
        });
        if let Some((at, earlier)) = moved
            && let (Some(id), Some(earlier)) = (after.get(at), before.get(earlier))
        {
            self.out.push(broken_mirror::order(id, earlier));
        }
        pairs
    }

    /// Compares lists of ids, whose order says nothing.
    fn same_ids(&mut self, field: &str, of: Place, before: &[Text], after: &[Text]) {
        let set =
            |ids: &[Text]| -> HashSet<String> { ids.iter().map(|id| id.value.clone()).collect() };
        if set(before) != set(after) {
            let place = after.first().map_or(of, |id| id.place);
            let names = |ids: &[Text]| {
                let names = ids.iter().map(|id| id.value.as_str());
                names.collect::<Vec<_>>().join(", ")
            };
            self.same(field, place, &names(before), &names(after));
        }
    }

    /// Compares texts that may be left out.
    fn same_text(&mut self, field: &str, of: Place, before: Option<&Text>, after: Option<&Text>) {
        let value = |text: Option<&Text>| text.map_or("", |text| text.value.as_str()).to_owned();
        let place = after.map_or(of, |text| text.place);
        self.same(field, place, &value(before), &value(after));
    }

    /// Compares words of the format.
    fn same_word<T: PartialEq>(&mut self, field: &str, before: &Located<T>, after: &Located<T>) {
        if before != after {
            self.out
                .push(broken_mirror::another_word(after.place, field));
        }
    }

    /// Compares whether a text is given.
    fn given(&mut self, field: &str, of: Place, before: bool, after: bool) {
        let word = |given| if given { "given" } else { "" };
        self.same(field, of, word(before), word(after));
    }

    fn same(&mut self, field: &str, place: Place, before: &str, after: &str) {
        if before != after {
            self.out
                .push(broken_mirror::other(place, field, before, after));
        }
    }

    fn counts(&mut self, place: Place, noun: &str, before: usize, after: usize) {
        if before != after {
            self.out
                .push(broken_mirror::count(place, noun, before, after));
        }
    }

    /// Returns the place of a key at the top of the translation.
    fn key(&self, name: &str) -> Place {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            if line
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(':'))
            {
                return Place::At(Span::new(start, start + name.len()));
            }
            start += line.len();
        }
        Place::Whole
    }
}
