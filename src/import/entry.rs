//! Makes the fields of a source from an item of CSL-JSON.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as UnknownType, StrDeserializer};
use serde_json::{Map, Value};

use super::dates::{self, Given};
use super::json::says_something;
use super::markup::{Escaped, address, has_formula, plain};
use super::names;
use super::texts::{quoted, without_unsafe};
use crate::model::{Doi, HttpUrl, Language, Line, SourceType, is_unfinished};

/// Returns the fields of a source as YAML, with comments on what was left out. What is still to be written is
/// marked so in the item.
pub(crate) fn of(item: &Map<String, Value>) -> String {
    filled(item, true)
}

/// Returns the fields of a source that another program wrote: no text of it is a mark of ours.
pub(super) fn imported(item: &Map<String, Value>) -> String {
    filled(item, false)
}

fn filled(item: &Map<String, Value>, has_marks: bool) -> String {
    let mut entry = Entry {
        item,
        has_marks,
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

/// Where the date stands on which an item came out: where CSL has none, Crossref has others.
const ISSUED: &[&str] = &["issued", "published", "published-print", "published-online"];

struct Entry<'a> {
    item: &'a Map<String, Value>,
    /// Whether what is still to be written may be marked so.
    has_marks: bool,
    /// The fields of the item that were read.
    taken: Vec<&'static str>,
    out: String,
}

impl Entry<'_> {
    fn fill(&mut self) {
        // An item without a type is told to have none that CSL knows.
        let kind = self.text("type").unwrap_or_default();
        let kind = self.kind(&kind);
        let title = self.line("title", "title");
        self.set("title", title.as_ref());
        self.authors();
        self.publisher(kind, title.is_some());
        for (name, field) in [
            ("volume", "volume"),
            ("issue", "issue"),
            ("page", "pages"),
            ("number", "number"),
            ("authority", "authority"),
        ] {
            let line = self.line(name, field);
            self.set(field, line.as_ref());
        }
        // CSL 1.0.1 has `event`.
        let event = ["event-title", "event"];
        let event = event
            .into_iter()
            .find(|name| self.item.get(*name).is_some_and(Value::is_string));
        if let Some(name) = event {
            let line = self.line(name, "event_title");
            self.set("event_title", line.as_ref());
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
        let word = word.trim().to_ascii_lowercase();
        let kind = read_kind(&word);
        // Some programs write `legal-case`.
        let kind = kind.or_else(|| read_kind(&word.replace('-', "_")));
        let kind = kind.unwrap_or_else(|| {
            self.remark(&if name.is_empty() {
                "no type".to_owned()
            } else {
                format!("no CSL type: {}", quoted(name))
            });
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
        let mut left = BTreeSet::new();
        for name in names::read(given) {
            left.extend(name.left);
            let said = name.said.unwrap_or_default();
            match self.clean("author", &said) {
                Some(name) => authors.push(quoted(&name)),
                None => self.remark("author without a name"),
            }
        }
        if !authors.is_empty() {
            self.field("author", &format!("[{}]", authors.join(", ")));
        }
        if !left.is_empty() {
            self.remark(&format!("left out of author: {}", listed(&left)));
        }
    }

    /// Takes who published it; of what appears in periodicals, that is what these are called.
    fn publisher(&mut self, kind: SourceType, has_title: bool) {
        let is_named_by_it = kind.is_named_by_its_container() || !has_title;
        let mut publisher = self.line("publisher", "publisher");
        let mut container = self.line("container-title", "container_title");
        container = container.filter(|name| publisher.as_ref() != Some(name));
        let is_name = |name: &Line| name.chars().nth(Line::LONGEST_NAME).is_none();
        if publisher.is_none() && is_named_by_it && container.as_ref().is_some_and(is_name) {
            publisher = container.take();
        }
        let has_short_alone = !has_title && self.item.contains_key("title-short");
        if publisher.is_none() || has_short_alone {
            self.name(has_title || publisher.is_some());
        }
        self.set("publisher", publisher.as_ref());
        self.set("container_title", container.as_ref());
    }

    /// Gives a source that has no publisher a short name, by which lines of attribution call it.
    fn name(&mut self, has_other: bool) {
        let mut names = ["title-short", "shortTitle"].into_iter();
        let name = names.find_map(|name| self.text(name));
        let name = name.and_then(|name| self.clean("short", &name));
        self.set("short", name.as_ref());
        if name.is_none() && !has_other {
            self.remark("no title, no publisher: give it a `short` name");
        }
    }

    fn issued(&mut self) {
        let says = |name: &&&'static str| self.item.get(**name).is_some_and(says_something);
        let name = ISSUED.iter().find(says).copied().unwrap_or("issued");
        let left = match self.date(name) {
            (Some(Given::Date(date)), left) => {
                self.field("issued", &format!("{{ date: {} }}", quoted(date.as_str())));
                left
            }
            (Some(Given::Words(words)), left) => {
                if let Some(words) = self.clean("issued", &words) {
                    self.field("issued", &format!("{{ as_given: {} }}", quoted(&words)));
                }
                left
            }
            (None, left) => left,
        };
        self.left_of_date(name, left);
    }

    fn accessed(&mut self) {
        let left = match self.date("accessed") {
            (Some(Given::Date(date)), left) => {
                self.field("accessed", &quoted(date.as_str()));
                left
            }
            // When it was looked at is a date in a brief.
            (Some(Given::Words(_)), _) => self.item.get("accessed").cloned(),
            (None, left) => left,
        };
        self.left_of_date("accessed", left);
    }

    fn date(&mut self, name: &'static str) -> (Option<Given>, Option<Value>) {
        self.taken.push(name);
        let Some(given) = self.item.get(name) else {
            return (None, None);
        };
        let read = dates::read(given);
        if read.is_before_our_era {
            self.remark(&format!(
                "{name}: years before our era as EDTF counts them, 44 BC is -0043"
            ));
        }
        if read.has_empty_end {
            self.remark(&format!(
                "{name}: the range has an empty end, which is left out"
            ));
        }
        (read.date, read.left)
    }

    /// Remarks on what a date says and was not taken: all of it, if it is none.
    fn left_of_date(&mut self, name: &str, left: Option<Value>) {
        if let Some(left) = left {
            let is_whole = self.item.get(name) == Some(&left);
            let what = if is_whole {
                "is no date"
            } else {
                "says besides"
            };
            self.remark(&format!("{name} {what}: {}", quoted(&left.to_string())));
        }
    }

    fn addresses(&mut self) {
        if let Some(url) = self.text("URL") {
            let url = address(&url);
            match HttpUrl::parse(url.trim()) {
                Ok(url) => self.field("url", &quoted(&url)),
                Err(_) => self.remark(&format!(
                    "URL is no http or https address: {}",
                    quoted(&url)
                )),
            }
        }
        if let Some(doi) = self.text("DOI") {
            let doi = address(&doi);
            match Doi::parse(doi.trim()) {
                Ok(doi) => self.field("doi", &quoted(doi.as_str())),
                Err(_) => self.remark(&format!("DOI is no identifier: {}", quoted(&doi))),
            }
        }
        // The name of a place in an archive of papers stays among what is left out.
        let copy = self.item.get("archive_location").and_then(Value::as_str);
        if let Some(copy) = copy.and_then(|copy| HttpUrl::parse(address(copy).trim()).ok()) {
            self.taken.push("archive_location");
            self.field("archived", &format!("{{ url: {} }}", quoted(&copy)));
        }
    }

    fn language(&mut self) {
        if let Some(tag) = self.text("language") {
            match Language::parse(&tag.trim().replace('_', "-")) {
                Ok(tag) => self.field("lang", &quoted(&tag)),
                Err(_) => self.remark(&format!("language is no language tag: {}", quoted(&tag))),
            }
        }
    }

    /// Names the fields that say something and were not taken.
    fn left_out(&mut self) {
        let fields = self.item.iter();
        let left = fields
            .filter(|(name, value)| says_something(value) && !self.taken.contains(&name.as_str()));
        let left: BTreeSet<String> = left.map(|(name, _)| name.clone()).collect();
        if !left.is_empty() {
            let left = listed(&left);
            self.remark(&format!("left out: {left}"));
        }
    }

    fn line(&mut self, name: &'static str, field: &str) -> Option<Line> {
        let text = self.text(name)?;
        self.clean(field, &text)
    }

    fn set(&mut self, field: &str, line: Option<&Line>) {
        if let Some(line) = line {
            self.field(field, &quoted(line));
        }
    }

    /// Returns a text without markup and without what a brief may not hold, and says so.
    fn clean(&mut self, field: &str, text: &str) -> Option<Line> {
        let (plain_text, escaped) = plain(text);
        match escaped {
            Escaped::Once => {}
            Escaped::Twice => self.remark(&format!("{field} was escaped twice: {}", quoted(text))),
            Escaped::InDoubt => self.remark(&format!(
                "{field} is left as it stands: its marks may be markup that was escaped twice, or what it is on"
            )),
        }
        if plain_text != text && has_formula(text) {
            let was = quoted(text);
            self.remark(&format!(
                "{field} has a formula, of which its letters alone are left: {was}"
            ));
        }
        let (text, had_any) = without_unsafe(&plain_text);
        if had_any {
            let was = quoted(&plain_text);
            self.remark(&format!(
                "{field} had characters that cannot be seen: {was}"
            ));
        }
        if text.contains(char::REPLACEMENT_CHARACTER) {
            self.remark(&format!("{field} has lost a letter, for which � stands"));
        }
        let line = Line::parse(&text).ok();
        if line.is_none() && !plain_text.is_empty() {
            self.remark(&format!("{field} says nothing"));
        }
        line.filter(|line| self.is_accepted(field, line))
    }

    /// Says whether a brief may have a text in a field, and remarks on it if not.
    fn is_accepted(&mut self, field: &str, line: &Line) -> bool {
        let most = match field {
            "title" => Line::LONGEST_TITLE,
            "publisher" | "short" => Line::LONGEST_NAME,
            _ => usize::MAX,
        };
        if line.chars().nth(most).is_some() {
            let was = quoted(line);
            self.remark(&format!(
                "{field} has more than {most} characters, and is left out: {was}"
            ));
            return false;
        }
        let is_unfinished = !self.has_marks && is_unfinished(line);
        if is_unfinished {
            self.remark(&format!("{field} is still to be written: {}", quoted(line)));
        }
        !is_unfinished
    }

    fn field(&mut self, name: &str, value: &str) {
        _ = writeln!(self.out, "    {name}: {value}");
    }

    fn remark(&mut self, words: &str) {
        _ = writeln!(self.out, "    # {words}");
    }
}

fn read_kind(word: &str) -> Option<SourceType> {
    let deserializer: StrDeserializer<'_, UnknownType> = word.into_deserializer();
    SourceType::deserialize(deserializer).ok()
}

/// Returns names of fields as a comment may have them.
fn listed(names: &BTreeSet<String>) -> String {
    let is_plain = |name: &str| {
        let is_safe = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        name.chars().all(is_safe)
    };
    let names = names.iter();
    let names = names.map(|name| {
        if is_plain(name) {
            name.clone()
        } else {
            quoted(name)
        }
    });
    names.collect::<Vec<_>>().join(", ")
}
