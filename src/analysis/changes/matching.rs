//! Finds which item of the old edition is which of the new.

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::model::ClaimId;

/// How many of the items that are still alone are looked through for one that is alike.
const MOST_LOOKED_AT: usize = 16;

/// The items of two editions: each old one is withdrawn or kept, each new one added or kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Matched<I, C> {
    /// The new edition alone has them, in its order.
    pub(crate) added: Vec<I>,
    /// The old edition alone has them, in its order.
    pub(crate) withdrawn: Vec<I>,
    /// Both have them, in the order of the new one.
    pub(crate) kept: Vec<Kept<I, C>>,
}

/// An item that both editions have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept<I, C> {
    pub(crate) old: I,
    pub(crate) new: I,
    pub(crate) changes: Vec<C>,
}

impl<C> Kept<ClaimId, C> {
    /// Says whether nothing changed in it but its label.
    pub(crate) fn is_renumbered(&self) -> bool {
        self.changes.is_empty() && self.old.number() != self.new.number()
    }
}

impl<I, C> Matched<I, C> {
    pub(crate) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.withdrawn.is_empty() && self.changed().next().is_none()
    }

    pub(crate) fn changed(&self) -> impl Iterator<Item = &Kept<I, C>> {
        self.kept.iter().filter(|kept| !kept.changes.is_empty())
    }
}

/// Two lists, and which item of the one is which of the other.
pub(crate) struct Matching<'a, T> {
    old: &'a [T],
    new: &'a [T],
    old_of: Vec<Option<usize>>,
    is_alone: Vec<bool>,
}

impl<'a, T> Matching<'a, T> {
    pub(crate) fn new(old: &'a [T], new: &'a [T]) -> Self {
        Self {
            old,
            new,
            old_of: vec![None; new.len()],
            is_alone: vec![true; old.len()],
        }
    }

    /// Matches items that are still alone and have the same key, the first with the first.
    pub(crate) fn by<K: Ord>(mut self, old: impl Fn(&'a T) -> K, new: impl Fn(&'a T) -> K) -> Self {
        let mut alone: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for index in self.alone() {
            alone
                .entry(old(&self.old[index]))
                .or_default()
                .push_back(index);
        }
        for (index, item) in self.new.iter().enumerate() {
            if self.old_of[index].is_none() {
                let found = alone.get_mut(&new(item)).and_then(VecDeque::pop_front);
                self.settle(index, found);
            }
        }
        self
    }

    /// Matches items that are still alone, if each is the only one of its edition with its key.
    pub(crate) fn by_only<K: Ord>(
        mut self,
        old: impl Fn(&'a T) -> K,
        new: impl Fn(&'a T) -> K,
    ) -> Self {
        let mut alone: BTreeMap<K, [Vec<usize>; 2]> = BTreeMap::new();
        for index in self.alone() {
            let [earlier, _] = alone.entry(old(&self.old[index])).or_default();
            earlier.push(index);
        }
        for (index, item) in self.new.iter().enumerate() {
            if self.old_of[index].is_none() {
                let [_, later] = alone.entry(new(item)).or_default();
                later.push(index);
            }
        }
        for pair in alone.into_values() {
            if let [[old], [new]] = [&*pair[0], &*pair[1]] {
                self.settle(*new, Some(*old));
            }
        }
        self
    }

    /// Matches items that are still alone, have the same key and are alike by their places, the first
    /// with the first.
    pub(crate) fn by_if<K: Ord>(
        mut self,
        key: impl Fn(&'a T) -> K,
        are_alike: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let mut alone: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for index in self.alone() {
            let of_key = alone.entry(key(&self.old[index])).or_default();
            of_key.push_back(index);
        }
        for (index, item) in self.new.iter().enumerate() {
            if self.old_of[index].is_none()
                && let Some(candidates) = alone.get_mut(&key(item))
            {
                let mut near = candidates.iter().take(MOST_LOOKED_AT);
                let found = near.position(|old| are_alike(*old, index));
                self.settle(index, found.and_then(|found| candidates.remove(found)));
            }
        }
        self
    }

    /// Matches items by the places that the new ones had in the old list.
    pub(super) fn by_places(mut self, old_of: Vec<Option<usize>>) -> Self {
        for (index, old) in old_of.into_iter().enumerate() {
            self.settle(index, old);
        }
        self
    }

    /// Matches items that are still alone with those whose texts are most alike.
    pub(super) fn by_likeness<S: AsRef<str>>(mut self, text: impl Fn(&'a T) -> S) -> Self {
        for (index, item) in self.new.iter().enumerate() {
            if self.old_of[index].is_none() {
                let words = text(item);
                let near = self.alone().take(MOST_LOOKED_AT);
                let alike = near.filter_map(|old| {
                    let likeness = likeness(text(&self.old[old]).as_ref(), words.as_ref())?;
                    Some((likeness, old))
                });
                // Of those that are equally alike, the first.
                let best = alike.max_by_key(|(likeness, old)| (*likeness, usize::MAX - old));
                self.settle(index, best.map(|(_, old)| old));
            }
        }
        self
    }

    fn alone(&self) -> impl Iterator<Item = usize> {
        let alone = self.is_alone.iter().enumerate();
        alone.filter(|(_, alone)| **alone).map(|(index, _)| index)
    }

    /// Ends the match: returns the place that each new item has in the old list.
    pub(super) fn places(self) -> Vec<Option<usize>> {
        self.old_of
    }

    /// Goes through the pairs by their places in the lists: old, new.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let old_of = self.old_of.iter().enumerate();
        old_of.filter_map(|(new, old)| Some(((*old)?, new)))
    }

    /// Ends the match: returns a mark for each item of both lists, the same for those that are one.
    pub(crate) fn marks(&self) -> [Vec<usize>; 2] {
        let new = self.old_of.iter().enumerate();
        let new = new.map(|(index, old)| old.unwrap_or(self.old.len() + index));
        [(0..self.old.len()).collect(), new.collect()]
    }

    fn settle(&mut self, new: usize, old: Option<usize>) {
        if let Some(old) = old {
            self.is_alone[old] = false;
            self.old_of[new] = Some(old);
        }
    }

    /// Ends the match; `changes` compares two items, each with its place in its list.
    pub(super) fn finish<I, C>(
        &self,
        id: impl Fn(usize) -> I,
        changes: impl Fn((usize, &'a T), (usize, &'a T)) -> Vec<C>,
    ) -> Matched<I, C> {
        self.finish_with(&id, &id, changes)
    }

    /// Ends the match of items whose ids are not their places.
    pub(super) fn finish_with<I, C>(
        &self,
        old_id: impl Fn(usize) -> I,
        new_id: impl Fn(usize) -> I,
        changes: impl Fn((usize, &'a T), (usize, &'a T)) -> Vec<C>,
    ) -> Matched<I, C> {
        let mut matched = Matched {
            added: Vec::new(),
            withdrawn: self.alone().map(&old_id).collect(),
            kept: Vec::new(),
        };
        for (new, old) in self.old_of.iter().enumerate() {
            match *old {
                Some(old) => matched.kept.push(Kept {
                    old: old_id(old),
                    new: new_id(new),
                    changes: changes((old, &self.old[old]), (new, &self.new[new])),
                }),
                None => matched.added.push(new_id(new)),
            }
        }
        matched
    }

    /// Ends the match of items that are told by their places in the lists.
    pub(super) fn finish_by_place<C>(
        &self,
        changes: impl Fn(&'a T, &'a T) -> Vec<C>,
    ) -> Matched<usize, C> {
        self.finish(|index| index, |(_, old), (_, new)| changes(old, new))
    }
}

/// Returns the share of words that two texts have in common, in per cent; none under half: then
/// they are two texts.
fn likeness(old: &str, new: &str) -> Option<usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut total: usize = 0;
    for word in words(old) {
        *counts.entry(word).or_default() += 1;
        total += 1;
    }
    let mut common: usize = 0;
    for word in words(new) {
        total += 1;
        if let Some(left) = counts.get_mut(&word).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    let share = (200 * common).checked_div(total)?;
    (share >= 50).then_some(share)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn half_of_the_words_make_two_texts_alike() {
        for (old, new, share) in [
            ("Who pays?", "who pays", Some(100)),
            ("Who pays for it?", "Who pays, and when?", Some(50)),
            ("Who pays for it?", "When does it begin, and where?", None),
            ("the the the", "the", Some(50)),
            ("", "", None),
        ] {
            assert_eq!(likeness(old, new), share, "{old} {new}");
        }
    }
}
