//! Makes the ids of sources, each of its own.

use std::collections::HashMap;

use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// How many words of a title make an id.
const WORDS: usize = 6;

/// How many letters an id has at most; YAML takes no key of more than 1,024.
const LETTERS: usize = 100;

/// The ids that were made, each with the number of the last that was made of it.
#[derive(Default)]
pub(crate) struct Keys(HashMap<String, usize>);

impl Keys {
    /// Returns an id from the first of some texts that has letters or digits to make it of.
    pub(crate) fn make<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let wanted = texts
            .into_iter()
            .map(kebab)
            .find(|key| !key.is_empty())
            .unwrap_or_else(|| "source".to_owned());
        let mut key = wanted.clone();
        while self.0.contains_key(&key) {
            // Going on where the last one ended, many items with one id take no longer than others.
            let number = self.0.entry(wanted.clone()).or_insert(1);
            *number += 1;
            key = format!("{wanted}-{number}");
        }
        self.0.insert(key.clone(), 1);
        key
    }
}

/// Returns the key that the writer cites an item by. An address, as Zotero gives for an id, or a
/// bare number is none.
pub(super) fn cited_as(item: &Map<String, Value>) -> Option<&str> {
    ["citation-key", "citationKey", "id"]
        .into_iter()
        .find_map(|name| item.get(name)?.as_str())
        .filter(|key| !key.contains("://") && key.chars().any(char::is_alphabetic))
}

/// Returns an id as a key of YAML: in quote marks if readers take it for a truth value or for
/// nothing.
pub(crate) fn written(key: &str) -> String {
    let is_odd = matches!(
        key,
        "y" | "yes" | "on" | "true" | "n" | "no" | "off" | "false" | "null"
    );
    if is_odd {
        format!("\"{key}\"")
    } else {
        key.to_owned()
    }
}

/// Returns a text in kebab-case, beginning with a letter: its first words of Latin letters, without
/// their accents, and digits.
fn kebab(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match letter {
            '\'' | '’' => {}
            'ß' | 'ẞ' => plain.push_str("ss"),
            'Æ' | 'æ' => plain.push_str("ae"),
            'Œ' | 'œ' => plain.push_str("oe"),
            'Ø' | 'ø' => plain.push('o'),
            'Ł' | 'ł' => plain.push('l'),
            'Đ' | 'đ' | 'Ð' | 'ð' => plain.push('d'),
            'Þ' | 'þ' => plain.push_str("th"),
            'ı' => plain.push('i'),
            other => plain.push(other.to_ascii_lowercase()),
        }
    }
    let words: Vec<&str> = plain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .collect();
    let mut key = words.join("-");
    key.truncate(LETTERS);
    key.truncate(key.trim_end_matches('-').len());
    if key.starts_with(|first: char| first.is_ascii_digit()) {
        format!("source-{key}")
    } else {
        key
    }
}

#[cfg(test)]
mod tests {
    use super::{Keys, written};

    #[test]
    fn ids_are_kebab_case_and_unique() {
        let mut keys = Keys::default();
        assert_eq!(keys.make(["lind_2031", "x"]), "lind-2031");
        assert_eq!(keys.make(["Lind 2031"]), "lind-2031-2");
        assert_eq!(keys.make(["Lind 2031 2"]), "lind-2031-2-2");
        assert_eq!(keys.make(["Lind 2031"]), "lind-2031-3");
        assert_eq!(
            keys.make(["", "Less water: it’s behind"]),
            "less-water-its-behind"
        );
        assert_eq!(keys.make(["2031"]), "source-2031");
        assert_eq!(keys.make(["Вода"]), "source");
        assert_eq!(keys.make(["水"]), "source-2");
        assert_eq!(keys.make(["Müller & Łódź, Ærø"]), "muller-lodz-aero");
        assert_eq!(written(&keys.make(["No"])), "\"no\"");
        assert_eq!(written(&keys.make(["null"])), "\"null\"");
        assert_eq!(written(&keys.make(["Nullity"])), "nullity");
    }

    #[test]
    fn long_ids_are_cut_and_unique() {
        let mut keys = Keys::default();
        let long = "a".repeat(3_000);
        assert_eq!(keys.make([&*long]), "a".repeat(100));
        assert_eq!(keys.make([&*long]), format!("{}-2", "a".repeat(100)));
        let words = format!("{} b", "a".repeat(99));
        assert_eq!(keys.make([&*words]), "a".repeat(99));
    }

    /// What is counted is how often an id is tried: each makes one entry at least.
    #[test]
    fn many_items_with_one_id_are_numbered_in_a_row() {
        let mut keys = Keys::default();
        for number in 1..=20_000 {
            let expected = if number == 1 {
                "source".to_owned()
            } else {
                format!("source-{number}")
            };
            assert_eq!(keys.make(["Гарантії безпеки"]), expected);
            assert_eq!(keys.0.get("source"), Some(&number));
        }
    }
}
