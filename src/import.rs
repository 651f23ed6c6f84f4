//! Makes parts of a brief of what other programs write: sources of CSL-JSON, as reference managers
//! such as Zotero write it.
//!
//! What a brief has no field for is left out; what it cannot take as it stands is said in a
//! comment beside the entry.

mod dates;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as UnknownType, StrDeserializer};
use serde_json::{Map, Value};

use crate::model::{HttpUrl, Language, Line, SourceType};

/// Returns the `sources:` of a brief as YAML, in the order of the items.
///
/// # Errors
/// The text is no JSON list of objects; the words say where.
pub fn csl_json(text: &str) -> Result<String, String> {
    let items: Vec<Map<String, Value>> =
        serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut keys = Keys::default();
    let mut out = String::from(if items.is_empty() {
        "sources: {}\n"
    } else {
        "sources:\n"
    });
    for item in &items {
        let key = keys.make(cited_as(item).into_iter().chain(title_or_publisher(item)));
        let mut entry = Entry::default();
        entry.fill(item);
        _ = writeln!(out, "  {key}:");
        out.push_str(&entry.0);
    }
    Ok(out)
}

/// Returns the key that the writer cites an item by. An address, as Zotero gives for an id, or a
/// bare number is none.
fn cited_as(item: &Map<String, Value>) -> Option<&str> {
    ["citation-key", "citationKey", "id"]
        .into_iter()
        .find_map(|name| item.get(name)?.as_str())
        .filter(|key| !key.contains("://") && key.chars().any(char::is_alphabetic))
}

fn title_or_publisher(item: &Map<String, Value>) -> Option<&str> {
    let mut names = ["title", "container-title", "publisher"].into_iter();
    names.find_map(|name| item.get(name)?.as_str())
}

/// How many words of a title make an id.
const WORDS: usize = 6;

#[derive(Default)]
struct Keys(BTreeSet<String>);

impl Keys {
    /// Returns an id from the first of some texts that has letters or digits to make it of.
    fn make<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let wanted = texts
            .into_iter()
            .map(kebab)
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
    // Readers of YAML 1.1 take the words for truth values.
    let is_odd = matches!(
        &*key,
        "y" | "yes" | "on" | "true" | "n" | "no" | "off" | "false" | "null"
    );
    if is_odd || key.starts_with(|first: char| first.is_ascii_digit()) {
        format!("source-{key}")
    } else {
        key
    }
}

#[derive(Default)]
struct Entry(String);

impl Entry {
    fn fill(&mut self, item: &Map<String, Value>) {
        let text = |name: &str| item.get(name).and_then(Value::as_str);
        // An item without a type is told to have none that CSL knows.
        self.kind(text("type").unwrap_or(""));
        self.line_of("title", text("title"));
        self.authors(item.get("author"));
        let container = text("container-title");
        let publisher = text("publisher");
        self.line_of("publisher", publisher.or(container));
        self.line_of(
            "container_title",
            container.filter(|_| publisher.is_some() && publisher != container),
        );
        self.issued(item.get("issued"));
        self.accessed(item.get("accessed"));
        if let Some(url) = text("URL") {
            match HttpUrl::parse(url) {
                Ok(url) => self.field("url", &quoted(&url)),
                Err(_) => self.remark(&format!("no http or https address: {}", quoted(url))),
            }
        }
        if let Some(lang) = text("language").filter(|lang| Language::parse(lang).is_ok()) {
            self.field("lang", &quoted(lang));
        }
    }

    fn kind(&mut self, name: &str) {
        let deserializer: StrDeserializer<'_, UnknownType> = name.into_deserializer();
        if SourceType::deserialize(deserializer).is_ok() {
            self.field("type", name);
        } else {
            self.remark(&format!("no CSL type: {}", quoted(name)));
            self.field("type", "document");
        }
    }

    fn authors(&mut self, authors: Option<&Value>) {
        let authors = authors.and_then(Value::as_array);
        let names: Vec<String> = authors
            .into_iter()
            .flatten()
            .filter_map(|author| Line::parse(&name(author)).ok())
            .map(|name| quoted(&name))
            .collect();
        if !names.is_empty() {
            self.field("author", &format!("[{}]", names.join(", ")));
        }
    }

    fn issued(&mut self, given: Option<&Value>) {
        match given.and_then(dates::read) {
            Some(Ok(date)) => {
                self.field("issued", &format!("{{ date: {} }}", quoted(date.as_str())));
            }
            Some(Err(words)) => match Line::parse(words) {
                Ok(words) => self.field("issued", &format!("{{ as_given: {} }}", quoted(&words))),
                Err(_) => self.remark("a date that cannot be set"),
            },
            None => self.left_out("issued", given),
        }
    }

    fn accessed(&mut self, given: Option<&Value>) {
        match given.and_then(dates::read) {
            Some(Ok(date)) => self.field("accessed", &quoted(date.as_str())),
            Some(Err(_)) | None => self.left_out("accessed", given),
        }
    }

    /// Remarks on a date that is given and is none.
    fn left_out(&mut self, name: &str, given: Option<&Value>) {
        let is_empty =
            |given: &Value| given.is_null() || given.as_object().is_some_and(Map::is_empty);
        if let Some(given) = given.filter(|given| !is_empty(given)) {
            self.remark(&format!(
                "{name} is no date: {}",
                quoted(&given.to_string())
            ));
        }
    }

    fn line_of(&mut self, name: &str, text: Option<&str>) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return;
        };
        match Line::parse(text) {
            Ok(line) => self.field(name, &quoted(&line)),
            Err(_) => self.remark(&format!(
                "{name} has a character that deceives: {}",
                quoted(text)
            )),
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        _ = writeln!(self.0, "    {name}: {value}");
    }

    fn remark(&mut self, words: &str) {
        _ = writeln!(self.0, "    # {words}");
    }
}

/// Returns a name in the order in which it is said.
fn name(author: &Value) -> String {
    let parts = [
        "literal",
        "given",
        "dropping-particle",
        "non-dropping-particle",
        "family",
        "suffix",
    ];
    let parts: Vec<&str> = parts
        .into_iter()
        .filter_map(|part| author.get(part)?.as_str())
        .collect();
    parts.join(" ")
}

/// Returns a text as a YAML scalar in double quotes, all that leaves no mark written as escapes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            plain
                if crate::model::unsafe_character(plain.encode_utf8(&mut [0; 4])).is_none()
                    && !matches!(plain, '\n' | '\t' | '\u{85}') =>
            {
                out.push(plain);
            }
            other => _ = write!(out, "\\U{:08X}", u32::from(other)),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn ids_are_kebab_case_and_unique() {
        let mut keys = Keys::default();
        assert_eq!(keys.make(["lind_2031", "x"]), "lind-2031");
        assert_eq!(keys.make(["Lind 2031"]), "lind-2031-2");
        assert_eq!(
            keys.make(["", "Less water: it’s behind"]),
            "less-water-its-behind"
        );
        assert_eq!(keys.make(["2031"]), "source-2031");
        assert_eq!(keys.make(["Вода"]), "source");
        assert_eq!(keys.make(["No"]), "source-no");
        assert_eq!(keys.make(["null"]), "source-null");
    }
}
