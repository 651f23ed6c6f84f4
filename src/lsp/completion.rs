//! Offers what can be typed at a place: ids with their names, fields, and words of the format.

use std::ops::Range;

use super::citations;
use super::mention::IdKind;
use super::names::{Named, named, withdrawn};
use super::opened::Opened;
use super::path::{Role, Step, ids_at, is_prose};
use super::schema::{self, Known};
use super::siblings;
use super::spot::Spot;
use super::written::line_at;

/// How many ids are offered at once; what is typed on makes them fewer.
const MOST: usize = 500;

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// An id.
    Id(IdKind),
    /// A field.
    Field,
    /// One of a few words.
    Word,
    /// Words of a source.
    Quote,
    /// The name of a file.
    File,
}

/// One of the things that can be typed.
#[derive(Clone, Debug)]
pub struct Offered {
    /// What it is.
    pub kind: Completion,
    /// What people choose.
    pub label: String,
    /// What it is called, or where it is from.
    pub detail: String,
    /// What it means.
    pub meaning: String,
    /// What is written.
    pub insert: String,
    /// Whether it has to be there.
    pub is_required: bool,
}

/// All that can be typed at a place.
#[derive(Clone, Debug, Default)]
pub struct Completions {
    /// What is offered, the likeliest first.
    pub items: Vec<Offered>,
    /// The bytes in place of which it is written.
    pub range: Range<usize>,
    /// Whether there is more, which what is typed on would bring.
    pub is_incomplete: bool,
}

/// Offers what can be typed at a byte of a text; `known` is the text as it was when it was YAML last.
pub fn complete(text: &str, byte: usize, known: Option<&Opened>) -> Completions {
    let byte = text.floor_char_boundary(byte);
    let line = line_at(text, byte).start;
    let before = text.get(line..byte).unwrap_or("");
    let spot = Spot::at(text, byte);
    if spot.is_in_comment(text, byte) {
        return Completions::default();
    }
    let path = spot.path();
    if let Some(cited) = citations::typed(before).filter(|_| is_prose(&path)) {
        let range = byte - cited.id.len()..end_of_word(text, byte);
        return ids(IdKind::Claim, cited.id, range, known, cited.before);
    }
    let typed = text.get(spot.typed.clone()).unwrap_or("");
    let word = typed.trim_start_matches(['"', '\'']);
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !word.chars().all(is_word) {
        return Completions::default();
    }
    let start = spot.typed.end - word.len();
    let range = start..end_of_word(text, byte);
    // `voice:` needs a space before its value.
    let is_close = text
        .get(..range.start)
        .is_some_and(|before| before.ends_with(':'));
    let space = if is_close { " " } else { "" };
    if spot.role != Role::Key
        && let Some(kind) = ids_at(&path)
    {
        let is_withdrawn = path.first() == Some(&Step::Key("withdrawn"));
        return if is_withdrawn {
            offer(withdrawn(known), kind, word, range, space)
        } else {
            ids(kind, word, range, known, space)
        };
    }
    let schemas = schema::at(&path);
    let mut items = Vec::new();
    if spot.role != Role::Key {
        let words = schema::words(&schemas).into_iter();
        items.extend(
            words.map(|word| of_known(word, Completion::Word, format!("{space}{}", word.name))),
        );
    }
    if spot.role != Role::Value {
        items.extend(fields(text, line, &spot, &schemas, &range));
    }
    Completions {
        items,
        range,
        is_incomplete: false,
    }
}

fn fields(
    text: &str,
    line: usize,
    spot: &Spot<'_>,
    schemas: &[&'static serde_json::Value],
    range: &Range<usize>,
) -> Vec<Offered> {
    let mut there = spot.beside.clone();
    if let Some(column) = spot.column {
        let fields = siblings::fields(text, line, column).into_iter();
        there.extend(fields.map(|field| field.name));
    }
    let own = text.get(range.clone()).unwrap_or("");
    let rest = text.get(range.end..).unwrap_or("");
    let has_colon = rest.trim_start_matches(['"', '\'']).starts_with(':');
    let known = schema::fields(schemas).into_iter();
    let missing = known.filter(|field| field.name == own || !there.contains(&field.name));
    let mut missing: Vec<Known<'_>> = missing.collect();
    missing.sort_by_key(|field| !field.is_required);
    let offered = missing.into_iter().map(|field| {
        let name = field.name;
        let insert = match name {
            _ if has_colon => name.to_owned(),
            // To many readers of YAML the bare word is `true`.
            "on" => "\"on\": ".to_owned(),
            _ => format!("{name}: "),
        };
        of_known(field, Completion::Field, insert)
    });
    offered.collect()
}

fn of_known(known: Known<'_>, kind: Completion, insert: String) -> Offered {
    Offered {
        kind,
        label: known.name.to_owned(),
        detail: String::new(),
        meaning: known.meaning.to_owned(),
        insert,
        is_required: known.is_required,
    }
}

fn ids(
    kind: IdKind,
    typed: &str,
    range: Range<usize>,
    known: Option<&Opened>,
    space: &str,
) -> Completions {
    let all = known.map(|known| named(known, kind)).unwrap_or_default();
    offer(all, kind, typed, range, space)
}

fn offer(
    all: Vec<Named<'_>>,
    kind: IdKind,
    typed: &str,
    range: Range<usize>,
    space: &str,
) -> Completions {
    let is_many = all.len() > MOST;
    let wanted = typed.to_lowercase();
    let is_near = |named: &Named<'_>| {
        !is_many || named.id.contains(typed) || named.name.to_lowercase().contains(&wanted)
    };
    let items = all.into_iter().filter(is_near).take(MOST);
    let items = items.map(|named| Offered {
        kind: Completion::Id(kind),
        label: named.id.to_owned(),
        detail: named.name.into_owned(),
        meaning: String::new(),
        insert: format!("{space}{}", named.id),
        is_required: false,
    });
    Completions {
        items: items.collect(),
        range,
        is_incomplete: is_many,
    }
}

fn end_of_word(text: &str, byte: usize) -> usize {
    let rest = text.get(byte..).unwrap_or("");
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    byte + rest.find(|c| !is_word(c)).unwrap_or(rest.len())
}
