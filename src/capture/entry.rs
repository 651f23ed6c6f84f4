//! Writes the entry of a source from what it says of itself, by the writer of imported ones.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::moments;
use super::stated::{Said, Stated, Values, contradicting, first};
use crate::import::{quoted, source_fields, written_key};

/// So many other values of a field are told beside it; the record has all.
const MOST_OTHERS: usize = 3;

/// What an entry is made of.
pub(super) struct Source<'a> {
    pub(super) says: &'a Said,
    pub(super) accessed: Option<String>,
    /// The address and the day of a copy in an archive.
    pub(super) archived: Option<(&'a str, Option<&'a str>)>,
    /// The name of the snapshot.
    pub(super) file: &'a str,
    /// How many pages were saved in it, if it is the first of several.
    pub(super) pages: Option<usize>,
    pub(super) brief_lang: Option<&'a str>,
}

/// Returns the entry of a source with these fields.
pub(super) fn entry(id: &str, fields: &str) -> String {
    format!("  {}:\n{fields}", written_key(id))
}

/// Returns the fields of a source as YAML. Writing to a string cannot fail.
pub(super) fn fields(source: &Source<'_>) -> String {
    let says = source.says;
    let mut out = remarks(says);
    if let Some(pages) = source.pages {
        _ = writeln!(
            out,
            "    # {pages} pages were saved in the file: this is the first, by its `url`"
        );
    }
    if let Some(made) = first(&says.made).filter(|_| says.issued.is_empty()) {
        _ = writeln!(
            out,
            "    # the PDF was made on {}: it does not say when it appeared",
            quoted(made)
        );
    }
    let item = item(source);
    out.push_str(&source_fields(&item));
    if let Some((url, date)) = source.archived {
        let date = date.map(|date| format!(", date: {}", quoted(date)));
        let date = date.unwrap_or_default();
        _ = writeln!(out, "    archived: {{ url: {}{date} }}", quoted(url));
    }
    _ = writeln!(out, "    snapshot: {}", quoted(source.file));
    out
}

/// Returns what a source says of itself as an item of CSL-JSON.
fn item(source: &Source<'_>) -> Map<String, Value> {
    let says = source.says;
    let mut item = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        item.extend(value.map(|value| (name.to_owned(), value)));
    };
    let text = |values: &Values| first(values).map(Value::from);
    set("type", Some(first(&says.kind).unwrap_or("document").into()));
    set("title", text(&says.title));
    let authors: Vec<Value> = says
        .author
        .iter()
        .map(|author| json!({ "literal": author.value }))
        .collect();
    set("author", (!authors.is_empty()).then(|| authors.into()));
    let is_named = !says.publisher.is_empty() || !says.journal.is_empty();
    let unnamed = (!is_named).then(|| Value::from("TODO"));
    set("publisher", text(&says.publisher).or(unnamed));
    set("container-title", text(&says.journal));
    set("volume", text(&says.volume));
    set("issue", text(&says.issue));
    set("page", text(&says.pages));
    set(
        "issued",
        first(&says.issued).map(|issued| {
            let moment = moments::read(issued);
            match moment {
                Some(moment) => json!({ "edtf": moment.date.as_str() }),
                None => json!({ "literal": issued }),
            }
        }),
    );
    set("accessed", source.accessed.clone().map(Value::from));
    set("URL", text(&says.address));
    set("DOI", text(&says.doi));
    let lang = first(&says.lang).filter(|lang| {
        let main = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        source
            .brief_lang
            .is_none_or(|brief| main(brief) != main(lang))
    });
    set("language", lang.map(Value::from));
    item
}

/// Returns what is to be made sure of where a work says that it was corrected.
pub(crate) fn corrected(words: &str) -> String {
    format!(
        "it says {}: if that is of this source or of another one, say so there: \
         updates: [{{ kind: corrected, date: 2026-01-31, note: What was wrong. }}]",
        quoted(words)
    )
}

/// Returns comments on what tags say otherwise than the one that is taken.
fn remarks(says: &Said) -> String {
    let mut out = String::new();
    let mut remark = |words: &str| _ = writeln!(out, "    # {words}");
    if says.kind.is_empty() {
        remark("type is not known: write what it is, such as article-newspaper");
    }
    for (name, values) in [
        ("title", &says.title),
        ("publisher", &says.publisher),
        ("issued", &says.issued),
        ("lang", &says.lang),
        ("url", &says.address),
    ] {
        let Some(taken) = values.first() else {
            continue;
        };
        let others: Vec<String> = others(name, values)
            .into_iter()
            .take(MOST_OTHERS)
            .map(|other| {
                let is_alike = other.from == taken.from;
                let from = if is_alike { "another" } else { &other.from };
                format!("{from} has {}", quoted(&other.value))
            })
            .collect();
        if !others.is_empty() {
            remark(&format!(
                "{name} is from {}; {}",
                taken.from,
                others.join("; ")
            ));
        }
    }
    if !says.times.is_empty() {
        let times = says.times.iter().take(MOST_OTHERS);
        let times: Vec<String> = times.map(|time| quoted(&time.value)).collect();
        remark(&format!(
            "issued is left out: the page does not say which of its times is that of issue; it has {}",
            times.join(", ")
        ));
    }
    if let Some(words) = first(&says.corrected) {
        remark(&corrected(words));
    }
    let issued = first(&says.issued);
    if let Some(given) = issued.filter(|given| moments::read(given).is_some_and(|it| it.is_utc)) {
        remark(&format!(
            "issued is the day in UTC, of {}: where it appeared it may have been another",
            quoted(given)
        ));
    }
    out
}

/// Returns the values that say something else than the first: of dates another day, of languages another
/// language.
fn others<'v>(name: &str, values: &'v Values) -> Vec<&'v Stated> {
    let compared = |text: &str| match name {
        "issued" => moments::read(text).map(|moment| moment.date.as_str().to_owned()),
        "lang" => text.split('-').next().map(str::to_lowercase),
        "url" => {
            let (_, rest) = text.split_once("://").unwrap_or(("", text));
            let rest = rest.split('#').next().unwrap_or_default();
            Some(
                rest.trim_start_matches("www.")
                    .trim_end_matches('/')
                    .to_owned(),
            )
        }
        _ => None,
    };
    let taken = first(values).map(&compared);
    contradicting(values)
        .into_iter()
        .filter(|other| {
            let other = compared(&other.value);
            other.is_none() || Some(other) != taken
        })
        .collect()
}
