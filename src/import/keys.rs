//! Ids made from citation keys and titles.

use std::collections::BTreeSet;

/// How many words of a title make an id.
const WORDS: usize = 6;

/// Gives ids, each once.
#[derive(Default)]
pub(super) struct Keys(BTreeSet<String>);

impl Keys {
    /// Returns an id from the first of some texts that has letters or digits to make it of.
    pub(super) fn make(&mut self, texts: &[&str]) -> String {
        let wanted = texts
            .iter()
            .map(|text| kebab(text))
            .find(|key| !key.is_empty())
            .unwrap_or_else(|| "source".to_owned());
        let mut key = wanted.clone();
        let mut number = 1;
        while !self.0.insert(key.clone()) {
            number += 1;
            key = format!("{wanted}-{number}");
        }
        key
    }
}

/// Returns a text in kebab-case, beginning with a letter: its first words of ASCII letters and
/// digits.
fn kebab(text: &str) -> String {
    let lower = text.to_ascii_lowercase().replace(['\'', '’'], "");
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .collect();
    let key = words.join("-");
    if key.starts_with(|first: char| first.is_ascii_digit()) {
        format!("source-{key}")
    } else {
        key
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn ids_are_kebab_case_and_unique() {
        let mut keys = Keys::default();
        assert_eq!(keys.make(&["lind_2031", "x"]), "lind-2031");
        assert_eq!(keys.make(&["Lind 2031"]), "lind-2031-2");
        assert_eq!(
            keys.make(&["", "Less water: it’s behind"]),
            "less-water-its-behind"
        );
        assert_eq!(keys.make(&["2031"]), "source-2031");
        assert_eq!(keys.make(&["Вода"]), "source");
    }
}
