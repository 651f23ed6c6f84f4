//! Says of each link of a PDF where it goes, for those who cannot see what stands around it.

use std::collections::BTreeMap;

use super::document::Document;
use super::structure::{LinkElement, Tree};
use super::value::{Number, Value};
use super::words::Words;

/// The links of a page by the elements that print them: those of the page come in the same order, but
/// some of them are not printed.
pub(super) struct Links {
    /// The element of each link of the page that is printed.
    elements: BTreeMap<usize, usize>,
    /// Whether every link could be named.
    pub(super) are_named: bool,
}

impl Links {
    /// Finds which is which, and writes at each what it is.
    pub(super) fn name(document: &mut Document, tree: &Tree, words: &Words) -> Self {
        let mut links = Self {
            elements: BTreeMap::new(),
            are_named: true,
        };
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, link) in words.links.iter().enumerate() {
            places.entry(&link.target).or_default().push(at);
        }
        let mut next = 0;
        for (at, element) in tree.links.iter().enumerate() {
            let target = element.annotations.first();
            let Some(target) = target.and_then(|first| target_of(document, *first)) else {
                links.are_named = false;
                continue;
            };
            let own = places.get(target.as_str()).map_or(&[][..], Vec::as_slice);
            let found = own.get(own.partition_point(|place| *place < next));
            if let Some(found) = found {
                links.elements.insert(*found, at);
                next = found + 1;
            }
            let text = found
                .or(own.first())
                .and_then(|found| words.links.get(*found));
            let text = text.map_or("", |link| link.text.as_str());
            let contents = Value::words(&contents(&target, text, words));
            for annotation in &element.annotations {
                document.set(*annotation, "Contents", contents.clone());
            }
        }
        links
    }

    /// Returns the element of the first link from one up to another, both counted on the page.
    pub(super) fn first<'a>(
        &self,
        from: usize,
        to: usize,
        tree: &'a Tree,
    ) -> Option<&'a LinkElement> {
        let (_, element) = self.elements.range(from..to.max(from)).next()?;
        tree.links.get(*element)
    }
}

/// Returns where a link goes, as the page says it.
fn target_of(document: &Document, annotation: Number) -> Option<String> {
    if let Some(Value::Name(name) | Value::Text(name)) = document.at(annotation, "Dest") {
        return Some(format!("#{}", String::from_utf8_lossy(name)));
    }
    let action = document.at(annotation, "A")?.as_dict()?;
    if let Value::Text(address) = document.resolve(action.get(&b"URI"[..])?)? {
        Some(String::from_utf8_lossy(address).into_owned())
    } else {
        None
    }
}

/// Names what a link leads to: the heading there, if the link begins it, or its own words; of one that
/// leaves the brief, also whose address it is.
fn contents(target: &str, text: &str, words: &Words) -> String {
    if let Some(id) = target.strip_prefix('#') {
        let name = words.names.get(id).map_or("", String::as_str);
        return match (name.starts_with(text), text) {
            (true, _) if !name.is_empty() => name.to_owned(),
            (_, "") => id.to_owned(),
            _ => text.to_owned(),
        };
    }
    let (scheme, rest) = target.split_once("://").unwrap_or(("", target));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let place = if scheme.is_empty() { target } else { host };
    if text.is_empty() || text.contains(place) {
        return if text.is_empty() { place } else { text }.to_owned();
    }
    format!("{text} ({place})")
}

#[cfg(test)]
mod tests {
    use super::contents;
    use crate::pdf::accessible::words::words;

    #[test]
    fn links_name_where_they_go() {
        let words = words("<article id=C4><h3>C4<i>: Trams</i></h3></article>");
        for (target, text, expected) in [
            ("#C4", "C4", "C4: Trams"),
            ("#C4", "as C4", "as C4"),
            ("#S1", "Newsmax", "Newsmax"),
            ("#S1", "", "S1"),
            (
                "https://a.example/b#c",
                "word for word",
                "word for word (a.example)",
            ),
            ("https://a.example/b", "a.example/b", "a.example/b"),
            ("https://a.example/b", "", "a.example"),
            ("mailto:a@b.example", "write", "write (mailto:a@b.example)"),
        ] {
            assert_eq!(contents(target, text, &words), expected, "{target} {text}");
        }
    }
}
