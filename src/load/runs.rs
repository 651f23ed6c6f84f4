//! Finds the claims of a brief: those that stand by themselves, and those of runs, which have what
//! the `from` of their run gives.

use std::cell::RefCell;

use super::document::{ATTRIBUTION, RUN};
use super::given::{Given, Reader, Shared};
use super::shape_faults::Faults;
use super::tree::{Children, Cursor};
use crate::diagnostics::Place;

/// How many values, and how many bytes of text, the `from`s of all runs may stand for: the reader
/// copies them for each claim.
const MOST_SHARED: Size = Size {
    values: 1_000_000,
    bytes: 32 * 1024 * 1024,
};

#[derive(Clone, Copy, Default)]
struct Size {
    values: usize,
    bytes: usize,
}

/// The entries of `claims`.
pub(super) enum Entry<'t> {
    Claim(Reader<'t>),
    Run {
        shared: Shared<'t>,
        claims: Option<Children<'t>>,
    },
}

/// Reads the entries of `claims`. `missing` has room for the fields that a run turns out to lack.
pub(super) fn entries<'t>(
    items: impl Iterator<Item = Cursor<'t>>,
    faults: &'t Faults<'t>,
    missing: &'t RefCell<Vec<&'static str>>,
) -> Vec<Entry<'t>> {
    let mut shared = Size::default();
    let mut entries = Vec::new();
    for item in items {
        let reader = Reader::item(item, faults);
        if key(item, "from").or(key(item, "claims")).is_none() {
            entries.push(Entry::Claim(reader));
            continue;
        }
        let (run, size) = run(reader, item, missing);
        shared.values = shared.values.saturating_add(size.values);
        shared.bytes = shared.bytes.saturating_add(size.bytes);
        if shared.values > MOST_SHARED.values || shared.bytes > MOST_SHARED.bytes {
            faults.too_much_shared(item.span());
            entries.push(Entry::Claim(reader.placeholder()));
            break;
        }
        entries.push(run);
    }
    entries
}

impl<'t> Entry<'t> {
    /// Returns the claims of the entry.
    pub(super) fn claims<'s>(&'s self, faults: &'t Faults<'t>) -> Vec<Reader<'s>> {
        let (shared, claims) = match self {
            Self::Claim(claim) => return vec![*claim],
            Self::Run { shared, claims } => (shared, claims),
        };
        let Some(claims) = claims.clone() else {
            let unknown = Reader::new(Given::Placeholder, Place::Placeholder, faults);
            return vec![unknown];
        };
        let claims = claims.map(|item| {
            let claim: Reader<'s> = Reader::item(item, faults);
            match key(item, "from").or(key(item, "claims")) {
                Some(key) => {
                    faults.nested_run(key.span());
                    claim.placeholder()
                }
                None => Reader {
                    shared: Some(shared),
                    ..claim
                },
            }
        });
        claims.collect()
    }
}

/// Reads a run, and says how much its `from` stands for in all of its claims.
fn run<'t>(
    reader: Reader<'t>,
    item: Cursor<'t>,
    missing: &'t RefCell<Vec<&'static str>>,
) -> (Entry<'t>, Size) {
    let mut shared = Shared {
        place: None,
        fields: Vec::new(),
    };
    let mut claims = None;
    let mut size = Size::default();
    if let Some(entries) = item.mapping()
        && let [from, of_run] = *reader.fields("Run", RUN, entries, missing)
    {
        let given = from.take("a mapping", |from| Some((from.expanded(), from.mapping()?)));
        if let Some(((values, bytes), entries)) = given {
            size = Size { values, bytes };
            shared.place = from.blamed.span();
            let given = from.fields("Attribution", ATTRIBUTION, entries, missing);
            let given = ATTRIBUTION.iter().copied().zip(given);
            let is_given =
                |(_, field): &(_, Reader<'_>)| !matches!(field.given, Given::Absent { .. });
            shared.fields = given.filter(is_given).collect();
        } else {
            let at_fault = |field: &&'static str| (*field, reader.placeholder());
            shared.fields = ATTRIBUTION.iter().map(at_fault).collect();
        }
        claims = of_run.take("a sequence", Cursor::sequence);
    }
    let count = claims.clone().into_iter().flatten().count();
    let mut missing = missing.take();
    if claims.is_some() && count == 0 {
        missing.push("claims");
    }
    if !missing.is_empty() {
        let faults = reader.faults;
        faults.missing_fields("Run", &missing, reader.blamed, None);
    }
    size.values = size.values.saturating_mul(count);
    size.bytes = size.bytes.saturating_mul(count);
    (Entry::Run { shared, claims }, size)
}

/// Returns a key of a mapping.
fn key<'t>(value: Cursor<'t>, name: &str) -> Option<Cursor<'t>> {
    let mut keys = value.mapping()?.map(|(key, _)| key);
    keys.find(|key| key.text() == Some(name))
}
