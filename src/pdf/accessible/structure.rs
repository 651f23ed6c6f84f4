//! The elements of a PDF, by which it is read aloud: finds them, and puts right what browsers leave out.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Document;
use super::value::{Number, Value, dict};
use super::words::{Heading, Words};

/// More elements than this are not followed; a large brief has some ten thousand.
const MOST_ELEMENTS: usize = 1 << 20;

/// The kinds of elements that stand within a line.
const INLINE: &[&str] = &["Em", "Link", "NonStruct", "Span", "Strong", "Sub"];

/// The elements that matter here, in reading order.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) headings: Vec<(usize, Number)>,
    pub(super) links: Vec<LinkElement>,
    pub(super) texts: Vec<TextElement>,
    /// The kinds of all elements.
    pub(super) kinds: BTreeSet<String>,
    items: Vec<Number>,
    tables: Vec<Number>,
}

pub(super) struct LinkElement {
    pub(super) annotations: Vec<Number>,
    /// The paragraph, cell or item that it stands in.
    pub(super) block: Number,
}

/// An element that holds nothing but marked content: its pieces, by their pages.
pub(super) struct TextElement {
    pub(super) element: Number,
    pub(super) marks: Vec<(Number, i64)>,
}

/// An element that is still to be visited, with the block and the page that it stands in.
struct Visit {
    element: Number,
    block: Number,
    page: Option<Number>,
}

/// What an element holds.
enum Kid {
    Element(Number),
    /// A piece of marked content, with the page if it says it.
    Mark(i64, Option<Number>),
    Annotation(Number),
}

impl Tree {
    pub(super) fn of(document: &Document) -> Self {
        let mut tree = Self::default();
        let mut seen = BTreeSet::new();
        let root = document.dict(document.root);
        let root = root.and_then(|root| root.get(&b"StructTreeRoot"[..])?.as_ref());
        let visit = |root| Visit {
            element: root,
            block: root,
            page: None,
        };
        let mut open: Vec<Visit> = root.into_iter().map(visit).collect();
        while let Some(Visit {
            element,
            block,
            page,
        }) = open.pop()
        {
            if seen.len() == MOST_ELEMENTS || !seen.insert(element) {
                continue;
            }
            let own = document.dict(element).and_then(|own| own.get(&b"Pg"[..]));
            let page = own.and_then(Value::as_ref).or(page);
            let kind = kind_of(document, element);
            let is_inline = INLINE.contains(&kind.as_str());
            let block = if is_inline { block } else { element };
            tree.note(document, element, &kind, block);
            let kids = kids_of(document, element);
            tree.texts.extend(text_of(element, page, &kids));
            tree.kinds
                .extend(Some(kind).filter(|kind| !kind.is_empty()));
            open.extend(kids.into_iter().rev().filter_map(|kid| match kid {
                Kid::Element(element) => Some(Visit {
                    element,
                    block,
                    page,
                }),
                Kid::Mark(..) | Kid::Annotation(_) => None,
            }));
        }
        tree
    }

    fn note(&mut self, document: &Document, element: Number, kind: &str, block: Number) {
        match kind {
            "LI" => self.items.push(element),
            "Table" => self.tables.push(element),
            "Link" => {
                let kids = kids_of(document, element).into_iter();
                let annotations = kids.filter_map(|kid| match kid {
                    Kid::Annotation(number) => Some(number),
                    Kid::Element(_) | Kid::Mark(..) => None,
                });
                self.links.push(LinkElement {
                    annotations: annotations.collect(),
                    block,
                });
            }
            _ => {
                let level = kind.strip_prefix('H').and_then(|level| level.parse().ok());
                self.headings.extend(level.map(|level| (level, element)));
            }
        }
    }

    /// Pairs the elements of headings with the headings of the page that are seen.
    pub(super) fn pair<'a>(&self, words: &'a Words) -> Option<Vec<(Number, &'a Heading)>> {
        let seen = words
            .headings
            .iter()
            .filter(|heading| !heading.seen.is_empty());
        let seen: Vec<&Heading> = seen.collect();
        let elements = self.headings.iter().map(|(level, _)| level);
        if !elements.eq(seen.iter().map(|heading| &heading.level)) {
            return None;
        }
        let elements = self.headings.iter().map(|(_, element)| *element);
        Some(elements.zip(seen).collect())
    }

    /// Gives each item of a list a body, as readers look for it. The element becomes the body, so that
    /// what refers to it stays true, and a new one the item.
    pub(super) fn give_bodies(&self, document: &mut Document) {
        let mut lists: BTreeMap<Number, BTreeMap<Number, Number>> = BTreeMap::new();
        for &item in &self.items {
            let own = document.dict(item);
            let list = own.and_then(|own| own.get(&b"P"[..])?.as_ref());
            let mut labels = Vec::new();
            let mut has_body = false;
            for kid in elements_of(document, item) {
                match kind_of(document, kid).as_str() {
                    "Lbl" => labels.push(kid),
                    "LBody" => has_body = true,
                    _ => {}
                }
            }
            if let Some(list) = list.filter(|_| !has_body) {
                let around = give_body(document, item, list, &labels);
                lists.entry(list).or_default().insert(item, around);
            }
        }
        for (list, around) in lists {
            let new = |kid: Value| {
                let new = kid.as_ref().and_then(|own| around.get(&own));
                new.map_or(kid, |new| Value::Ref(*new))
            };
            let kids = raw_kids(document, list).into_iter().map(new).collect();
            document.set(list, "K", Value::Array(kids));
        }
    }

    /// Gives the cells of tables their words that are not seen: browsers leave out such a cell at the
    /// begin of the first row. Says whether all rows of all tables are of one length then.
    pub(super) fn close_tables(&self, document: &mut Document, words: &Words) -> bool {
        let mut pages = words.tables.iter();
        let mut are_closed = true;
        for &table in &self.tables {
            let words = pages.next().map_or(&[][..], Vec::as_slice);
            let rows = rows_of(document, table);
            let widths: Vec<usize> = rows.iter().map(|row| width_of(document, *row)).collect();
            let most = widths.iter().max().copied().unwrap_or_default();
            let corner = words.first().filter(|corner| !corner.is_empty());
            let is_short = widths.first().is_some_and(|first| first + 1 == most);
            if let (Some(&row), Some(_), true) = (rows.first(), corner, is_short) {
                put_corner(document, row);
            }
            are_closed &= rows.iter().all(|row| width_of(document, *row) == most);
            let cells = rows.iter().flat_map(|row| elements_of(document, *row));
            let cells: Vec<Number> = cells.collect();
            if cells.len() == words.len() {
                for (cell, words) in cells.into_iter().zip(words) {
                    if !words.is_empty() {
                        document.set(cell, "ActualText", Value::words(words));
                    }
                }
            }
        }
        are_closed
    }
}

fn text_of(element: Number, page: Option<Number>, kids: &[Kid]) -> Option<TextElement> {
    let marks = kids.iter().map(|kid| match kid {
        Kid::Mark(mark, own) => Some((own.or(page)?, *mark)),
        Kid::Element(_) | Kid::Annotation(_) => None,
    });
    let marks: Vec<(Number, i64)> = marks.collect::<Option<_>>()?;
    (!marks.is_empty()).then_some(TextElement { element, marks })
}

/// Puts a new item around an element, with its labels before it, and returns it.
fn give_body(document: &mut Document, item: Number, list: Number, labels: &[Number]) -> Number {
    let around = document.add(Value::Dict(dict([
        ("Type", Value::name("StructElem")),
        ("S", Value::name("LI")),
        ("P", Value::Ref(list)),
    ])));
    let is_label = |kid: &Value| kid.as_ref().is_some_and(|kid| labels.contains(&kid));
    let (mut outer, inner): (Vec<Value>, Vec<Value>) =
        raw_kids(document, item).into_iter().partition(is_label);
    outer.push(Value::Ref(item));
    document.set(around, "K", Value::Array(outer));
    document.set(item, "K", Value::Array(inner));
    document.set(item, "S", Value::name("LBody"));
    document.set(item, "P", Value::Ref(around));
    for label in labels {
        document.set(*label, "P", Value::Ref(around));
    }
    around
}

fn put_corner(document: &mut Document, row: Number) {
    let scope = dict([
        ("O", Value::name("Table")),
        ("Scope", Value::name("Column")),
    ]);
    let corner = document.add(Value::Dict(dict([
        ("Type", Value::name("StructElem")),
        ("S", Value::name("TH")),
        ("P", Value::Ref(row)),
        ("A", Value::Dict(scope)),
        ("K", Value::Array(Vec::new())),
    ])));
    let mut cells = raw_kids(document, row);
    cells.insert(0, Value::Ref(corner));
    document.set(row, "K", Value::Array(cells));
}

/// Returns the rows of a table, whether or not they stand in parts of it.
fn rows_of(document: &Document, table: Number) -> Vec<Number> {
    let mut rows = Vec::new();
    for kid in elements_of(document, table) {
        match kind_of(document, kid).as_str() {
            "TR" => rows.push(kid),
            "THead" | "TBody" | "TFoot" => rows.extend(elements_of(document, kid)),
            _ => {}
        }
    }
    rows
}

/// Returns how many columns the cells of a row take.
fn width_of(document: &Document, row: Number) -> usize {
    let cells = elements_of(document, row).into_iter();
    cells.map(|cell| columns_of(document, cell)).sum()
}

fn columns_of(document: &Document, cell: Number) -> usize {
    let attributes = match document.at(cell, "A") {
        Some(Value::Array(attributes)) => attributes.iter().collect(),
        Some(own) => vec![own],
        None => Vec::new(),
    };
    let mut spans = attributes.into_iter().filter_map(|own| {
        let span = document.resolve(own)?.as_dict()?.get(&b"ColSpan"[..])?;
        span.as_number()
    });
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is whole and small"
    )]
    spans.next().map_or(1, |span| span as usize)
}

/// Returns the first piece of marked content in an element, with its page.
pub(super) fn first_mark(document: &Document, element: Number) -> Option<(Number, i64)> {
    let mut open = vec![element];
    let mut seen = BTreeSet::new();
    while let Some(element) = open.pop() {
        if !seen.insert(element) {
            continue;
        }
        let page = document
            .dict(element)?
            .get(&b"Pg"[..])
            .and_then(Value::as_ref);
        let kids = kids_of(document, element);
        let mut marks = kids.iter().filter_map(|kid| match kid {
            Kid::Mark(mark, own) => Some((own.or(page)?, *mark)),
            Kid::Element(_) | Kid::Annotation(_) => None,
        });
        if let Some(found) = marks.next() {
            return Some(found);
        }
        open.extend(elements_of(document, element).into_iter().rev());
    }
    None
}

fn elements_of(document: &Document, element: Number) -> Vec<Number> {
    let kids = kids_of(document, element).into_iter();
    let elements = kids.filter_map(|kid| match kid {
        Kid::Element(number) => Some(number),
        Kid::Mark(..) | Kid::Annotation(_) => None,
    });
    elements.collect()
}

fn kind_of(document: &Document, element: Number) -> String {
    match document.at(element, "S") {
        Some(Value::Name(kind)) => String::from_utf8_lossy(kind).into_owned(),
        _ => String::new(),
    }
}

fn raw_kids(document: &Document, element: Number) -> Vec<Value> {
    let kids = document.dict(element).and_then(|own| own.get(&b"K"[..]));
    match kids {
        Some(Value::Array(kids)) => kids.clone(),
        Some(kid) => match document.resolve(kid) {
            Some(Value::Array(kids)) => kids.clone(),
            _ => vec![kid.clone()],
        },
        None => Vec::new(),
    }
}

fn kids_of(document: &Document, element: Number) -> Vec<Kid> {
    let kids = raw_kids(document, element).into_iter();
    kids.filter_map(|kid| kid_of(document, &kid)).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "marks are whole and small")]
fn kid_of(document: &Document, kid: &Value) -> Option<Kid> {
    let own = document.resolve(kid)?;
    if let Some(mark) = own.as_number() {
        return Some(Kid::Mark(mark as i64, None));
    }
    let own = own.as_dict()?;
    if let Some(target) = own.get(&b"Obj"[..]) {
        return Some(Kid::Annotation(target.as_ref()?));
    }
    if let Some(mark) = own.get(&b"MCID"[..]) {
        let page = own.get(&b"Pg"[..]).and_then(Value::as_ref);
        return Some(Kid::Mark(mark.as_number()? as i64, page));
    }
    Some(Kid::Element(kid.as_ref()?))
}
