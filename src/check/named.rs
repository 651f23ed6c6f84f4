//! Finds what was meant where a name or a number stands in the place of an id.

use super::numbers::Numbers;
use crate::load::{Document, Text};

/// Returns the id of the one voice that has a name.
pub(super) fn voice<'a>(document: &'a Document, name: &str) -> Option<&'a Text> {
    let names = document.voices.iter().map(|(id, voice)| {
        let names = [&voice.name, &voice.group, &voice.writer];
        let [a, b, c] = names.map(Option::as_ref);
        (
            id,
            [a, b, c, voice.short.as_ref(), voice.described_as.as_ref()],
        )
    });
    only(names, name)
}

/// Returns the id of the one source that has a name.
pub(super) fn source<'a>(document: &'a Document, name: &str) -> Option<&'a Text> {
    let names = document.sources.iter().map(|(id, source)| {
        let names = [
            &source.title,
            &source.short,
            &source.publisher,
            &source.container_title,
        ];
        (id, names.map(Option::as_ref))
    });
    only(names, name)
}

/// Returns the id of the one issue that has a name.
pub(super) fn issue<'a>(document: &'a Document, name: &str) -> Option<&'a Text> {
    let names = document.issues.iter();
    only(names.map(|(id, issue)| (id, [Some(&issue.name)])), name)
}

/// Returns the id of the claim that the page numbers so: `C1`.
pub(super) fn claim<'a>(document: &'a Document, numbers: &Numbers, name: &str) -> Option<&'a Text> {
    let number: u32 = name.strip_prefix(['C', 'c'])?.parse().ok()?;
    let mut claims = document.claims.iter().enumerate();
    let found = claims.find(|(place, _)| numbers.number(*place) == number);
    found.map(|(_, claim)| &claim.id)
}

/// Returns the id of what has a name, if nothing else has it: case and separators do not count.
fn only<'a, const N: usize>(
    entries: impl Iterator<Item = (&'a Text, [Option<&'a Text>; N])>,
    name: &str,
) -> Option<&'a Text> {
    let wanted: String = letters(name).collect();
    let has_name = |names: [Option<&Text>; N]| {
        names
            .into_iter()
            .flatten()
            .any(|name| letters(name).eq(wanted.chars()))
    };
    let mut named = entries
        .filter(|(_, names)| has_name(*names))
        .map(|(id, _)| id);
    let found = named.next().filter(|_| !wanted.is_empty())?;
    named.next().is_none().then_some(found)
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}
