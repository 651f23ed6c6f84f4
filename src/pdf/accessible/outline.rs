//! The outline of a PDF: all headings of the page, with all their words.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Document;
use super::links::Links;
use super::structure::{Tree, first_mark};
use super::value::{Dict, Number, Value, dict};
use super::words::{Heading, Words};

/// So far above the line of a text its letters begin, and some more.
const LETTERS: f64 = 14.0;

/// How high each piece of marked content begins, by its page.
pub(super) type Heights = BTreeMap<(Number, i64), f64>;

/// An entry that is to be written.
struct Entry {
    level: usize,
    title: String,
    place: Value,
    element: Number,
}

/// Writes the outline anew. Says whether every heading of the print could be told from the page's; if
/// not, it stays as it is.
pub(super) fn rewrite(document: &mut Document, page: &Page<'_>) -> bool {
    let root = document.dict(document.root);
    let Some(root) = root.and_then(|root| root.get(&b"Outlines"[..])?.as_ref()) else {
        return false;
    };
    let old = entries_of(document, root);
    let Some(entries) = page.entries(document, &old) else {
        return false;
    };
    for (number, _) in &old {
        document.remove(*number);
    }
    write(document, root, &entries);
    true
}

/// What is known of the page that was printed.
pub(super) struct Page<'a> {
    pub(super) tree: &'a Tree,
    pub(super) words: &'a Words,
    pub(super) links: &'a Links,
    pub(super) heights: &'a Heights,
}

impl Page<'_> {
    fn entries(&self, document: &Document, old: &[(Number, Dict)]) -> Option<Vec<Entry>> {
        let elements = self.tree.pair(self.words)?;
        if elements.len() != old.len() {
            return None;
        }
        let mut seen = elements.iter().zip(old);
        let mut entries = Vec::new();
        for (at, heading) in self.words.headings.iter().enumerate() {
            let (element, place) = if heading.seen.is_empty() {
                let Some(found) = self.place(document, heading, at) else {
                    continue;
                };
                found
            } else {
                let ((element, _), (_, old)) = seen.next()?;
                (*element, old.get(&b"Dest"[..])?.clone())
            };
            entries.push(Entry {
                level: heading.level,
                title: heading.text.clone(),
                place,
                element,
            });
        }
        Some(entries)
    }

    /// Finds where what a heading that is not seen heads begins: where the text with its first link does.
    fn place(&self, document: &Document, heading: &Heading, at: usize) -> Option<(Number, Value)> {
        let next = self.words.headings.get(at + 1);
        let next = next.map_or(self.words.links.len(), |next| next.links);
        let block = self.links.first(heading.links, next, self.tree)?.block;
        let (page, mark) = first_mark(document, block)?;
        let height = self.heights.get(&(page, mark))?;
        let place = Value::Array(vec![
            Value::Ref(page),
            Value::name("XYZ"),
            Value::Number(0.0),
            Value::Number((height + LETTERS).round()),
            Value::Number(0.0),
        ]);
        Some((block, place))
    }
}

/// Returns the entries of an outline in order, each before those below it.
fn entries_of(document: &Document, root: Number) -> Vec<(Number, Dict)> {
    let first = |dict: &Dict| dict.get(&b"First"[..]).and_then(Value::as_ref);
    let next = |dict: &Dict| dict.get(&b"Next"[..]).and_then(Value::as_ref);
    let mut found = BTreeSet::new();
    let mut entries = Vec::new();
    let mut open: Vec<Number> = document.dict(root).and_then(first).into_iter().collect();
    while let Some(number) = open.pop() {
        if !found.insert(number) {
            continue;
        }
        if let Some(own) = document.dict(number) {
            open.extend(next(own));
            open.extend(first(own));
            entries.push((number, own.clone()));
        }
    }
    entries
}

fn write(document: &mut Document, root: Number, entries: &[Entry]) {
    let numbers: Vec<Number> = entries.iter().map(|_| document.add(Value::Null)).collect();
    let number = |at: usize| numbers.get(at).copied().unwrap_or(root);
    let nest = Nest::of(entries);
    let mut top = dict([("Type", Value::name("Outlines"))]);
    put_below(&mut top, nest.kids.get(&None), entries.len(), number);
    for (at, entry) in entries.iter().enumerate() {
        let parent = nest.parents.get(at).copied().flatten();
        let mut own = dict([
            ("Title", Value::words(&entry.title)),
            ("Parent", Value::Ref(parent.map_or(root, number))),
            ("Dest", entry.place.clone()),
            ("SE", Value::Ref(entry.element)),
        ]);
        let siblings = nest.kids.get(&parent).map_or(&[][..], Vec::as_slice);
        let place = siblings.partition_point(|sibling| *sibling < at);
        if let Some(previous) = place.checked_sub(1).and_then(|last| siblings.get(last)) {
            own.insert(b"Prev".to_vec(), Value::Ref(number(*previous)));
        }
        if let Some(next) = siblings.get(place + 1) {
            own.insert(b"Next".to_vec(), Value::Ref(number(*next)));
        }
        let below = nest.sizes.get(at).copied().unwrap_or_default();
        put_below(&mut own, nest.kids.get(&Some(at)), below, number);
        document.replace(number(at), Value::Dict(own));
    }
    document.replace(root, Value::Dict(top));
}

/// Writes what stands below an entry: its kids, and how many entries there are in all.
fn put_below(
    dict: &mut Dict,
    kids: Option<&Vec<usize>>,
    count: usize,
    number: impl Fn(usize) -> Number,
) {
    if let Some((first, last)) = kids.and_then(|kids| kids.first().zip(kids.last())) {
        dict.insert(b"First".to_vec(), Value::Ref(number(*first)));
        dict.insert(b"Last".to_vec(), Value::Ref(number(*last)));
        dict.insert(b"Count".to_vec(), Value::count(count));
    }
}

/// How entries stand below each other.
#[derive(Default)]
struct Nest {
    /// The entry above each: the last one before it of a higher level.
    parents: Vec<Option<usize>>,
    kids: BTreeMap<Option<usize>, Vec<usize>>,
    /// How many entries stand below each, at any level.
    sizes: Vec<usize>,
}

impl Nest {
    fn of(entries: &[Entry]) -> Self {
        let mut nest = Self::default();
        let mut open: Vec<(usize, usize)> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            while open.last().is_some_and(|(_, level)| *level >= entry.level) {
                open.pop();
            }
            for (above, _) in &open {
                if let Some(size) = nest.sizes.get_mut(*above) {
                    *size += 1;
                }
            }
            let parent = open.last().map(|(above, _)| *above);
            nest.parents.push(parent);
            nest.kids.entry(parent).or_default().push(at);
            nest.sizes.push(0);
            open.push((at, entry.level));
        }
        nest
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Nest, Value};

    #[test]
    fn entries_stand_below_the_last_of_a_higher_level() {
        let levels = [1, 2, 3, 3, 2, 1, 3];
        let entries: Vec<Entry> = levels
            .into_iter()
            .map(|level| Entry {
                level,
                title: String::new(),
                place: Value::Null,
                element: 0,
            })
            .collect();
        let nest = Nest::of(&entries);
        let parents = [None, Some(0), Some(1), Some(1), Some(0), None, Some(5)];
        assert_eq!(nest.parents, parents);
        assert_eq!(nest.sizes, [4, 2, 0, 0, 0, 1, 0]);
    }
}
