//! Finds what a new id has to be, and where ids stand in locks.

use std::ops::Range;

use super::mention::IdKind;
use crate::model::Key;

/// What some reader of YAML takes for no text where it stands without quote marks.
const NO_TEXTS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// Why a text cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidName(String);

impl std::fmt::Display for InvalidName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for InvalidName {}

/// Says whether a text can be an id.
///
/// # Errors
/// It cannot: what an id is.
pub fn valid_id(name: &str) -> Result<(), InvalidName> {
    if NO_TEXTS.contains(&name) {
        return Err(InvalidName(format!(
            "`{name}` is no text to readers of YAML: choose another id"
        )));
    }
    match Key::parse(name) {
        Ok(_) => Ok(()),
        Err(_) => Err(InvalidName(format!(
            "`{}` is no id: one is lower-case words of a-z and 0-9, joined by hyphens, and begins with a letter",
            name.escape_debug()
        ))),
    }
}

/// Returns where an id stands in a lock, which `brief verify` writes in one form.
pub fn in_lock(text: &str, kind: IdKind, id: &str) -> Vec<Range<usize>> {
    let field = match kind {
        IdKind::Claim => "claim: ",
        IdKind::Source => "source: ",
        IdKind::Voice | IdKind::Issue => return Vec::new(),
    };
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '-']);
        if let Some(value) = content.strip_prefix(field) {
            let written = value.trim_end();
            let inner = written.trim_matches(['"', '\'']);
            if inner == id {
                let at = start + (line.len() - value.len());
                let at = at + written.find(inner).unwrap_or(0);
                found.push(at..at + inner.len());
            }
        }
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{IdKind, in_lock, valid_id};

    #[test]
    fn ids_of_a_lock_are_found() {
        let text = "format: 3\nquotes:\n- claim: a-b\n  text: 'claim: a-b'\n  source: \"no\"\npassages:\n- claim: a-b\n  text: x\n";
        let found = |kind, id| -> Vec<String> {
            let places = in_lock(text, kind, id).into_iter();
            places
                .map(|at| text.get(at.start - 7..at.end).unwrap().to_owned())
                .collect()
        };
        assert_eq!(found(IdKind::Claim, "a-b"), ["claim: a-b", "claim: a-b"]);
        assert_eq!(found(IdKind::Source, "no"), ["urce: \"no"]);
        assert!(found(IdKind::Voice, "a-b").is_empty());
    }

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        assert!(valid_id("us-troops-2").is_ok());
        for name in ["", "A", "a b", "a_b", "-a", "a-", "2a", "київ"] {
            assert!(valid_id(name).is_err(), "{name}");
        }
        for name in ["null", "true", "no", "on", "y"] {
            assert!(valid_id(name).is_err(), "{name}");
        }
    }
}
