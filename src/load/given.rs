//! Holds what the input has where a value is asked for, and finds what it has for the fields of a
//! struct.

use std::cell::RefCell;

use super::plain;
use super::shape_faults::Faults;
use super::tree::{Cursor, Entries};
use crate::diagnostics::{Place, Span};

/// What a file has to give although, as far as its type goes, it could be left out. A test keeps this
/// in step with `document`.
const REQUIRED: &[(&str, &[&str])] = &[
    ("Document", &["voices", "sources", "claims"]),
    ("Claim", &["voice", "in", "said"]),
    ("Position", &["claims"]),
    ("Event", &["claims"]),
    ("Tension", &["between"]),
];

/// The fields of a date: where none is given, the source does not tell.
const DATE: &[&str] = &["date", "as_given"];

/// The field by which a claim is a judgement, and what it then needs none of.
const GROUND: &str = "rests_on";
const OF_REPORTS: &[&str] = &["in", "said"];

/// The field of a claim to which what its `from` gives is added; any other is given by one of them.
const ADDED: &str = "allow";

/// Hands a value over to whatever type asks for it.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) given: Given<'t>,
    /// The place to blame where the value as a whole lacks something.
    pub(super) blamed: Place,
    /// The field that it is the value of, or among the items of.
    pub(super) field: Option<&'static str>,
    /// What else belongs to the sequence that is given.
    pub(super) more: Option<Cursor<'t>>,
    /// What the claim that is read shares with others of its run.
    pub(super) shared: Option<&'t Shared<'t>>,
    pub(super) faults: &'t Faults<'t>,
}

/// What the input has where a value is asked for.
#[derive(Clone, Copy)]
pub(super) enum Given<'t> {
    Value(Cursor<'t>),
    /// No such field. Whether it may be left out shows in what its type asks for: an `Option`, a
    /// sequence or a mapping may unless it is required; anything else is required.
    Absent {
        owner: &'static str,
        field: &'static str,
        /// The fields of the owner that turned out to be missing.
        missing: &'t RefCell<Vec<&'static str>>,
    },
    /// A fault that is reported already: the value is as small as can be.
    Placeholder,
    /// Such a fault of a field that is known to be given, under another name.
    Misnamed,
}

/// What the `from` of a run gives for each of its claims.
pub(super) struct Shared<'t> {
    /// Where it stands; nowhere if the run has none.
    pub(super) place: Option<Span>,
    /// Fields of a claim: the value, or a placeholder where it is at fault.
    pub(super) fields: Vec<(&'static str, Reader<'t>)>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(given: Given<'t>, blamed: Place, faults: &'t Faults<'t>) -> Self {
        Self {
            given,
            blamed,
            field: None,
            more: None,
            shared: None,
            faults,
        }
    }

    /// Reads a value that has a key.
    pub(super) fn keyed(key: Cursor<'t>, value: Cursor<'t>, faults: &'t Faults<'t>) -> Self {
        Self::new(Given::Value(value), Place::At(key.span()), faults)
    }

    /// Reads an item of a sequence or a key of a mapping; an item's first key stands for it.
    pub(super) fn item(value: Cursor<'t>, faults: &'t Faults<'t>) -> Self {
        let first = value.mapping().and_then(|mut entries| entries.next());
        Self::keyed(first.map_or(value, |(key, _)| key), value, faults)
    }

    pub(super) fn placeholder(self) -> Self {
        Self {
            given: Given::Placeholder,
            ..self
        }
    }

    /// Reads something from the value. Where that fails, the fault is reported, and a placeholder has
    /// to take its place.
    pub(super) fn take<T>(
        self,
        expected: &str,
        read: impl FnOnce(Cursor<'t>) -> Option<T>,
    ) -> Option<T> {
        match self.given {
            Given::Value(value) => {
                let made = read(value);
                if made.is_none() {
                    self.faults.wrong_type(expected, value, self.field);
                }
                made
            }
            Given::Absent { field, missing, .. } => {
                missing.borrow_mut().push(field);
                None
            }
            Given::Placeholder | Given::Misnamed => None,
        }
    }

    /// Reads a mapping with fields, as [`Self::take`] does.
    pub(super) fn mapping_with(self, fields: &[&str]) -> Option<Entries<'t>> {
        if let Given::Value(value) = self.given
            && self.faults.unparted_key(fields, value)
        {
            return None;
        }
        self.take("a mapping", Cursor::mapping)
    }

    /// Says whether the value is left out and may be.
    pub(super) fn is_left_out(self) -> bool {
        let Given::Absent { owner, field, .. } = self.given else {
            return false;
        };
        !REQUIRED
            .iter()
            .any(|(name, fields)| *name == owner && fields.contains(&field))
    }

    /// Says of each field of a struct what is given, and reports keys that are unknown or repeated.
    pub(super) fn fields<'s>(
        self,
        owner: &'static str,
        fields: &'static [&'static str],
        entries: Entries<'t>,
        missing: &'s RefCell<Vec<&'static str>>,
    ) -> Vec<Reader<'s>>
    where
        't: 's,
    {
        let mut readers = self.none_given(owner, fields, missing);
        let at = |name| fields.iter().position(|field| *field == name);
        let (mut first, mut is_another) = (None, false);
        for (key, value) in entries {
            let Some(name) = key.text() else { continue };
            let first = *first.get_or_insert(key);
            if value.is_blank() && self.faults.is_told_with_another(key.span()) {
                continue;
            }
            match at(name).and_then(|at| readers.get_mut(at)) {
                Some(_) if is_another => {}
                Some(reader) if matches!(reader.given, Given::Value(_)) => {
                    if value.is_blank() && self.faults.bare_key(name, key.span()) {
                        continue;
                    }
                    is_another = self.faults.given_again(name, reader.blamed, key, first);
                    if is_another {
                        *reader = reader.placeholder();
                    }
                }
                Some(reader) => {
                    if value.is_blank() {
                        self.faults.bare_key(name, key.span());
                    }
                    *reader = Reader {
                        field: reader.field,
                        ..Reader::keyed(key, value, self.faults)
                    };
                }
                None => {
                    let meant = self.faults.unknown_field(owner, fields, name, key.span());
                    let reader = meant.and_then(at).and_then(|at| readers.get_mut(at));
                    if let Some(reader) = reader.filter(|reader| reader.is_absent()) {
                        reader.given = Given::Misnamed;
                    }
                }
            }
        }
        if matches!(owner, "Date" | "Event") {
            self.report_open_date(&readers);
        }
        if owner == "Claim" {
            judged(&mut readers, fields);
        }
        for (field, shared) in self.shared.into_iter().flat_map(|shared| &shared.fields) {
            if let Some(reader) = at(*field).and_then(|at| readers.get_mut(at)) {
                reader.share(field, *shared);
            }
        }
        readers
    }

    fn none_given<'s>(
        self,
        owner: &'static str,
        fields: &'static [&'static str],
        missing: &'s RefCell<Vec<&'static str>>,
    ) -> Vec<Reader<'s>>
    where
        't: 's,
    {
        let absent = |field: &&'static str| {
            let given = Given::Absent {
                owner,
                field,
                missing,
            };
            Reader {
                field: Some(field),
                ..Reader::new(given, self.blamed, self.faults)
            }
        };
        fields.iter().map(absent).collect()
    }

    /// Reports a date that is written and left open: what it is would be taken for not given.
    fn report_open_date(self, readers: &[Reader<'_>]) {
        let is_of_date =
            |reader: &&Reader<'_>| reader.field.is_some_and(|name| DATE.contains(&name));
        let fields = readers.iter().filter(is_of_date);
        let given = fields.filter_map(|reader| match reader.given {
            Given::Value(value) => Some((reader, value)),
            Given::Absent { .. } | Given::Placeholder | Given::Misnamed => None,
        });
        let given: Vec<_> = given.collect();
        let is_open = |value: Cursor<'_>| value.plain_text().is_some_and(plain::is_left_open);
        if let [(reader, value), ..] = *given
            && given.iter().all(|(_, value)| is_open(*value))
        {
            let place = Place::At(value.span());
            self.faults.left_open(reader.field, place);
        }
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self.given, Given::Absent { .. })
    }

    /// Says whether a text or a sequence with items is given; one that is at fault may have some.
    fn has_items(&self) -> bool {
        match self.given {
            Given::Value(value) => {
                let items = value.sequence();
                let is_null = value.plain_text().is_some_and(plain::is_null);
                !is_null && items.is_none_or(|mut items| items.next().is_some())
            }
            Given::Absent { .. } => false,
            Given::Placeholder | Given::Misnamed => true,
        }
    }

    fn let_be_left_out(&mut self) {
        if let Given::Absent { owner, .. } = &mut self.given {
            *owner = "Judgement";
        }
    }

    /// Takes what the `from` of a run gives for a field of a claim.
    fn share<'s>(&mut self, field: &str, shared: Reader<'s>)
    where
        's: 't,
    {
        match (self.given, shared.given) {
            (Given::Absent { .. }, _) => *self = shared,
            (Given::Value(_), Given::Value(value)) if field == ADDED => self.more = Some(value),
            (Given::Value(_), Given::Value(_)) => {
                self.faults
                    .repeated_in_run(field, self.blamed, shared.blamed);
            }
            (Given::Value(_) | Given::Placeholder | Given::Misnamed, _) => {}
        }
    }
}

/// Lets a judgement leave out what reports have: it has something on which it rests.
fn judged(readers: &mut [Reader<'_>], fields: &[&str]) {
    let at = |name: &str| fields.iter().position(|field| *field == name);
    let is_judgement = |at: usize| readers.get(at).is_some_and(Reader::has_items);
    if !at(GROUND).is_some_and(is_judgement) {
        return;
    }
    for field in OF_REPORTS {
        if let Some(reader) = at(field).and_then(|at| readers.get_mut(at)) {
            reader.let_be_left_out();
        }
    }
}
