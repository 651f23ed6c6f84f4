//! Makes the fields of a source from an item of CSL-JSON.

use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as UnknownType, StrDeserializer};
use serde_json::{Map, Value};

use super::texts::{plain, quoted, without_unsafe};
use super::{dates, names};
use crate::model::{Doi, HttpUrl, Language, Line, SourceType};

/// Returns the fields of a source as YAML, with comments on what was left out.
pub(super) fn of(item: &Map<String, Value>) -> String {
    let mut entry = Entry {
        item,
        taken: NAMES.to_vec(),
        out: String::new(),
    };
    entry.fill();
    entry.out
}

/// What names an item, of which its id is made.
const NAMES: &[&str] = &["id", "citation-key", "citationKey"];

/// What Crossref calls the types of CSL.
const CROSSREF: &[(&str, &str)] = &[
    ("book-chapter", "chapter"),
    ("dissertation", "thesis"),
    ("edited-book", "book"),
    ("journal-article", "article-journal"),
    ("monograph", "book"),
    ("peer-review", "review"),
    ("posted-content", "article"),
    ("proceedings-article", "paper-conference"),
    ("reference-book", "book"),
];

struct Entry<'a> {
    item: &'a Map<String, Value>,
    /// The fields of the item that were read.
    taken: Vec<&'static str>,
    out: String,
}

impl Entry<'_> {
    fn fill(&mut self) {
        // An item without a type is told to have none that CSL knows.
        let kind = self.text("type").unwrap_or_default();
        let kind = self.kind(&kind);
        self.line("title", "title");
        self.authors();
        self.publisher(kind);
        for (name, field) in [
            ("volume", "volume"),
            ("issue", "issue"),
            ("page", "pages"),
            ("number", "number"),
            ("authority", "authority"),
        ] {
            self.line(name, field);
        }
        // CSL 1.0.1 has `event`.
        let event = ["event-title", "event"];
        let event = event
            .into_iter()
            .find(|name| self.item.get(*name).is_some_and(Value::is_string));
        if let Some(name) = event {
            self.line(name, "event_title");
        }
        self.issued();
        self.accessed();
        self.addresses();
        self.language();
        self.left_out();
    }

    /// Takes a text, also where it is a number or the first of a list.
    fn text(&mut self, name: &'static str) -> Option<String> {
        let text = match self.item.get(name)? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Array(texts) => match texts.as_slice() {
                [Value::String(text)] => text.clone(),
                [Value::String(text), others @ ..] => {
                    let others = quoted(&Value::from(others).to_string());
                    self.remark(&format!("{name} has others: {others}"));
                    text.clone()
                }
                _ => return None,
            },
            Value::Null | Value::Bool(_) | Value::Object(_) => return None,
        };
        self.taken.push(name);
        Some(text).filter(|text| !text.trim().is_empty())
    }

    fn kind(&mut self, name: &str) -> SourceType {
        let of_crossref = CROSSREF.iter().find(|(known, _)| *known == name);
        let word = of_crossref.map_or(name, |(_, word)| word);
        let deserializer: StrDeserializer<'_, UnknownType> = word.into_deserializer();
        let kind = SourceType::deserialize(deserializer).unwrap_or_else(|_| {
            self.remark(&format!("no CSL type: {}", quoted(name)));
            SourceType::Document
        });
        self.field("type", kind.word());
        kind
    }

    fn authors(&mut self) {
        let Some(given) = self.item.get("author") else {
            return;
        };
        self.taken.push("author");
        let mut authors = Vec::new();
        for name in names::read(given) {
            let name = name.and_then(|name| Line::parse(&without_unsafe(&plain(&name)).0).ok());
            match name {
                Some(name) => authors.push(quoted(&name)),
                None => self.remark("an author without a name"),
            }
        }
        if !authors.is_empty() {
            self.field("author", &format!("[{}]", authors.join(", ")));
        }
    }

    /// Takes who published it; of what appears in periodicals, that is what these are called.
    fn publisher(&mut self, kind: SourceType) {
        let publisher = self.text("publisher");
        let container = self.text("container-title");
        let is_named_by_it = kind.is_named_by_its_container() || !self.item.contains_key("title");
        match (publisher, container) {
            (None, Some(container)) if is_named_by_it => self.set("publisher", &container),
            (publisher, container) => {
                let container = container.filter(|name| Some(name) != publisher.as_ref());
                let publisher = publisher.iter().map(|name| ("publisher", name));
                let container = container.iter().map(|name| ("container_title", name));
                publisher
                    .chain(container)
                    .for_each(|(field, name)| self.set(field, name));
            }
        }
    }

    fn issued(&mut self) {
        self.taken.push("issued");
        let given = self.item.get("issued");
        match given.and_then(dates::read) {
            Some(Ok(date)) => {
                self.field("issued", &format!("{{ date: {} }}", quoted(date.as_str())));
            }
            Some(Err(words)) => match Line::parse(words) {
                Ok(words) => self.field("issued", &format!("{{ as_given: {} }}", quoted(&words))),
                Err(_) => self.remark("a date that cannot be set"),
            },
            None => self.no_date("issued", given),
        }
    }

    fn accessed(&mut self) {
        self.taken.push("accessed");
        let given = self.item.get("accessed");
        match given.and_then(dates::read) {
            Some(Ok(date)) => self.field("accessed", &quoted(date.as_str())),
            Some(Err(_)) | None => self.no_date("accessed", given),
        }
    }

    /// Remarks on a date that is given and is none.
    fn no_date(&mut self, name: &str, given: Option<&Value>) {
        if let Some(given) = given.filter(|given| says_something(given)) {
            let given = quoted(&given.to_string());
            self.remark(&format!("{name} is no date: {given}"));
        }
    }

    fn addresses(&mut self) {
        if let Some(url) = self.text("URL") {
            match HttpUrl::parse(&url) {
                Ok(url) => self.field("url", &quoted(&url)),
                Err(_) => self.remark(&format!("no http or https address: {}", quoted(&url))),
            }
        }
        if let Some(doi) = self.text("DOI") {
            match Doi::parse(&doi) {
                Ok(doi) => self.field("doi", &quoted(doi.as_str())),
                Err(_) => self.remark(&format!("no DOI: {}", quoted(&doi))),
            }
        }
        // The name of a place in an archive of papers stays among what is left out.
        let copy = self.item.get("archive_location").and_then(Value::as_str);
        if let Some(copy) = copy.and_then(|copy| HttpUrl::parse(copy).ok()) {
            self.taken.push("archive_location");
            self.field("archived", &format!("{{ url: {} }}", quoted(&copy)));
        }
    }

    fn language(&mut self) {
        if let Some(tag) = self.text("language") {
            match Language::parse(&tag) {
                Ok(tag) => self.field("lang", &quoted(&tag)),
                Err(_) => self.remark(&format!("no language tag: {}", quoted(&tag))),
            }
        }
    }

    /// Names the fields that say something and were not taken.
    fn left_out(&mut self) {
        let fields = self.item.iter();
        let left = fields
            .filter(|(name, value)| says_something(value) && !self.taken.contains(&name.as_str()));
        let left: Vec<String> = left.map(|(name, _)| shown(name)).collect();
        if !left.is_empty() {
            self.remark(&format!("left out: {}", left.join(", ")));
        }
    }

    fn line(&mut self, name: &'static str, field: &str) {
        if let Some(text) = self.text(name) {
            self.set(field, &text);
        }
    }

    /// Writes a text without what a brief may not hold, and says so.
    fn set(&mut self, field: &str, text: &str) {
        let plain_text = plain(text);
        let (text, had_any) = without_unsafe(&plain_text);
        if had_any {
            let was = quoted(&plain_text);
            self.remark(&format!(
                "{field} had characters that cannot be seen: {was}"
            ));
        }
        match Line::parse(&text) {
            Ok(line) => self.field(field, &quoted(&line)),
            Err(_) => self.remark(&format!("{field} says nothing")),
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        _ = writeln!(self.out, "    {name}: {value}");
    }

    fn remark(&mut self, words: &str) {
        _ = writeln!(self.out, "    # {words}");
    }
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(says_something),
        Value::Object(fields) => fields.values().any(says_something),
        Value::Bool(true) | Value::Number(_) => true,
    }
}

/// Returns the name of a field as a comment may have it.
fn shown(name: &str) -> String {
    let is_plain = name
        .chars()
        .all(|c| c.is_alphanumeric() || "-_.".contains(c));
    if is_plain {
        name.to_owned()
    } else {
        quoted(name)
    }
}
