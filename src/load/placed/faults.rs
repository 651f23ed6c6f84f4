//! The faults of shape found so far, and their wording.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::names::noun;
use super::plain;
use crate::diagnostics::{Code, Diagnostic, Place, Span, nearest};
use crate::load::limits::MOST_FAULTS;
use crate::load::tree::{Cursor, Value};
use crate::load::words::{excerpt, ticked};

/// As many names are listed in full where none is near.
const MOST_LISTED: usize = 48;

/// Longer words are no misspelt names.
const LONGEST_NAME: usize = 40;

/// Collects faults. A value that several aliases stand for is reported once.
#[derive(Debug, Default)]
pub(super) struct Faults {
    list: RefCell<Vec<Diagnostic>>,
    known: RefCell<BTreeSet<(Option<Span>, Code, String)>>,
    count: Cell<usize>,
}

impl Faults {
    /// Returns how many values were at fault so far.
    pub(super) fn count(&self) -> usize {
        self.count.get()
    }

    /// Returns the list.
    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        self.list.into_inner()
    }

    fn push(&self, fault: Diagnostic) {
        self.count.set(self.count.get() + 1);
        let mut list = self.list.borrow_mut();
        let identity = (
            fault.primary().place.span(),
            fault.code(),
            fault.message().to_owned(),
        );
        if list.len() < MOST_FAULTS && self.known.borrow_mut().insert(identity) {
            list.push(fault);
        }
    }

    /// Reports a value that is not of the type that its field takes.
    pub(super) fn wrong_type(&self, expected: &str, found: Cursor<'_>) {
        let message = format!("expected {expected}, found {}", described(found));
        let fault = Diagnostic::new(Code::WrongType, Place::At(found.span()), message);
        self.push(match found.value() {
            Value::Mapping if expected == "a text" => {
                fault.help("quote the text if it contains `: ` or begins with `{`")
            }
            Value::Sequence if expected == "a text" => {
                fault.help("quote the text if it begins with `[` or `- `")
            }
            Value::Scalar { plain: false, .. } if expected == "a number" => {
                fault.help("write the number without quote marks")
            }
            Value::Scalar { text, plain: true } if plain::is_no_text(text) && !text.is_empty() => {
                fault.help(format!("quote it if it is a text: \"{}\"", excerpt(text)))
            }
            Value::Scalar { text, .. } if expected == "a sequence" => {
                fault.help(format!("write it as a sequence: [{}]", excerpt(text)))
            }
            Value::Scalar { .. } | Value::Mapping | Value::Sequence | Value::Alias(_) => fault,
        });
    }

    /// Reports a word that is not one of those a field takes.
    pub(super) fn unknown_value(&self, name: &str, words: &[&str], word: &str, place: Span) {
        let message = format!("unknown {} `{}`", noun(name), excerpt(word));
        let fault = Diagnostic::new(Code::UnknownValue, Place::At(place), message);
        self.push(suggest(fault, word, words).0);
    }

    /// Reports a field that the format does not have, and returns the one that was meant.
    pub(super) fn unknown_field(
        &self,
        name: &str,
        fields: &[&'static str],
        field: &str,
        place: Span,
    ) -> Option<&'static str> {
        let message = format!("unknown field `{}` in this {}", excerpt(field), noun(name));
        let fault = Diagnostic::new(Code::UnknownField, Place::At(place), message);
        let (fault, meant) = suggest(fault, field, fields);
        self.push(fault);
        fields.iter().copied().find(|field| Some(*field) == meant)
    }

    /// Reports a field that is given twice.
    pub(super) fn duplicate_field(&self, field: &str, place: Span, first: Span) {
        let message = format!("`{field}` is given twice");
        self.push(
            Diagnostic::new(Code::DuplicateField, Place::At(place), message)
                .also(Place::At(first), "first given here")
                .help("remove one of them"),
        );
    }

    /// Reports required fields that are not given.
    pub(super) fn missing_fields(&self, name: &str, fields: &[&str], place: Place) {
        let list = ticked(fields.iter().copied(), "and");
        let message = format!("this {} has no {list}", noun(name));
        self.push(Diagnostic::new(Code::MissingField, place, message));
    }
}

/// Says which word was meant, or else which words there are.
fn suggest<'a>(fault: Diagnostic, word: &str, words: &[&'a str]) -> (Diagnostic, Option<&'a str>) {
    let near = Some(word)
        .filter(|word| word.len() <= LONGEST_NAME)
        .and_then(|word| nearest(word, words.iter().copied()));
    let fault = if near.is_none() && words.len() <= MOST_LISTED {
        fault.help(format!(
            "known are {}",
            ticked(words.iter().copied(), "and")
        ))
    } else {
        fault.did_you_mean(near)
    };
    (fault, near)
}

fn described(found: Cursor<'_>) -> String {
    match found.value() {
        Value::Scalar { plain: true, text } if text.is_empty() => "nothing".to_owned(),
        Value::Scalar { text, plain: true } if plain::is_no_text(text) => {
            format!("`{}`", excerpt(text))
        }
        Value::Scalar { .. } => "a text".to_owned(),
        Value::Sequence => "a sequence".to_owned(),
        Value::Mapping => "a mapping".to_owned(),
        Value::Alias(_) => "an alias".to_owned(),
    }
}
