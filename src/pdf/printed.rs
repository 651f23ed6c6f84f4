//! Reads what was printed: the pages, and what stands under which heading, by tags and outline.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, ObjectIdentifier, String as PdfString};
use hayro_syntax::page::{Page, Pages};

use super::content::{Mark, text, texts, without_font};
use crate::characters::count_words;

/// More elements than this are not followed; a large brief has some ten thousand.
const MOST_ELEMENTS: usize = 1 << 20;
/// More entries of the outline than this are not followed.
const MOST_ENTRIES: usize = 1 << 16;
/// What a heading has beyond so many bytes is not read.
const LONGEST_HEADING: usize = 1 << 12;

/// What was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The title of the document.
    pub title: String,
    /// The width and height of each page, in points.
    pub pages: Vec<(f32, f32)>,
    /// What stands under each heading, in order.
    pub sections: Vec<Section>,
    /// The characters for which the machine had no font: boxes stand in their place.
    pub without_font: Vec<char>,
}

impl Printed {
    /// Reads a PDF.
    ///
    /// # Errors
    /// The bytes are no PDF, or one that some reader could not be served with.
    pub fn read(bytes: Vec<u8>) -> Result<Self, PdfError> {
        let pdf = Pdf::new(bytes).map_err(|_| PdfError::NoPdf)?;
        let root: Dict<'_> = pdf
            .xref()
            .get(pdf.xref().root_id())
            .ok_or(PdfError::NoPdf)?;
        let tree = structure_of(&root).ok_or(PdfError::NoTags)?;
        let outline: Dict<'_> = root.get("Outlines").ok_or(PdfError::NoOutline)?;
        if entries(&outline, &mut 1).is_empty() {
            return Err(PdfError::NoOutline);
        }
        root.get::<PdfString<'_>>("Lang")
            .ok_or(PdfError::NoLanguage)?;
        let title = pdf.metadata().title.as_ref().ok_or(PdfError::NoTitle)?;
        Ok(Self {
            title: text(title),
            pages: pdf.pages().iter().map(Page::base_dimensions).collect(),
            sections: sections(&tree, &outline, pdf.pages()),
            without_font: all_without_font(pdf.pages()),
        })
    }
}

fn all_without_font(pages: &Pages<'_>) -> Vec<char> {
    let found: BTreeSet<char> = pages.iter().flat_map(without_font).collect();
    let found = found.into_iter();
    found
        .filter(|letter| !letter.is_whitespace() && !letter.is_control())
        .collect()
}

/// Returns the structure tree, if the PDF says that it is tagged.
fn structure_of<'a>(root: &Dict<'a>) -> Option<Dict<'a>> {
    let mark: Dict<'a> = root.get("MarkInfo")?;
    mark.get::<bool>("Marked").filter(|marked| *marked)?;
    root.get("StructTreeRoot")
}

/// Why a PDF is not one that everyone can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PdfError {
    /// It is none.
    NoPdf,
    /// It has no tags, by which a screen reader reads it.
    NoTags,
    /// It has no outline of its headings.
    NoOutline,
    /// It does not say its language.
    NoLanguage,
    /// It has no title.
    NoTitle,
}

impl fmt::Display for PdfError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoPdf => "what it wrote is no PDF",
            Self::NoTags => "the PDF has no tags",
            Self::NoOutline => "the PDF has no outline",
            Self::NoLanguage => "the PDF does not say its language",
            Self::NoTitle => "the PDF has no title",
        })
    }
}

impl std::error::Error for PdfError {}

/// A heading and how much stands under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading; nothing for what stands before the first one.
    pub heading: String,
    /// How many words the section has on each page, its heading's among them.
    pub words: Vec<usize>,
}

/// Goes through the tree in reading order, and counts the words of each section by page. Headings
/// are written as in the outline: set in small capitals, letters lose their case.
fn sections(tree: &Dict<'_>, outline: &Dict<'_>, pages: &Pages<'_>) -> Vec<Section> {
    let mut sections = counted(tree, pages);
    let titles = titles(outline).into_iter().rev();
    let titles: BTreeMap<String, String> =
        titles.map(|title| (title.to_lowercase(), title)).collect();
    for section in &mut sections {
        let words: Vec<_> = section.heading.split_whitespace().collect();
        let heading = words.join(" ");
        let title = titles.get(&heading.to_lowercase());
        section.heading = title.cloned().unwrap_or(heading);
    }
    sections
}

fn counted(tree: &Dict<'_>, pages: &Pages<'_>) -> Vec<Section> {
    let counted = |text: String| (count_words(&text), text);
    let texts = pages.iter().map(|page| texts(page).into_iter());
    let texts: Vec<BTreeMap<Mark, (usize, String)>> = texts
        .map(|texts| texts.map(|(mark, text)| (mark, counted(text))).collect())
        .collect();
    let ids = pages.iter().filter_map(|page| page.raw().obj_id());
    let numbers: BTreeMap<ObjectIdentifier, usize> = ids.zip(0..).collect();
    let section = || Section {
        heading: String::new(),
        words: vec![0; texts.len()],
    };
    let mut sections = vec![section()];
    let mut open = vec![Visit {
        object: Object::Dict(tree.clone()),
        page: None,
        in_heading: false,
    }];
    for _ in 0..MOST_ELEMENTS {
        let Some(visit) = open.pop() else {
            break;
        };
        if let Object::Number(mark) = &visit.object {
            let number = visit.page.and_then(|page| numbers.get(&page));
            let text = number.zip(Mark::try_from(mark.as_i64()).ok());
            let text = text.and_then(|(page, mark)| Some((*page, texts.get(*page)?.get(&mark)?)));
            if let (Some((page, text)), Some(section)) = (text, sections.last_mut()) {
                section.add(page, text, visit.in_heading);
            }
        } else if let Object::Array(kids) = &visit.object {
            follow(kids, &visit, &mut open);
        } else if let Object::Dict(element) = &visit.object {
            let is_heading = is_heading(element);
            if is_heading && sections.len() * texts.len() < MOST_ELEMENTS {
                sections.push(section());
            }
            enter(element, &visit, is_heading, &mut open);
        }
    }
    sections
}

impl Section {
    fn add(&mut self, page: usize, (words, text): &(usize, String), in_heading: bool) {
        if in_heading && self.heading.len() < LONGEST_HEADING {
            self.heading.push_str(text);
        }
        if let Some(all) = self.words.get_mut(page) {
            *all += words;
        }
    }
}

/// Something of the tree that is still to be visited.
struct Visit<'a> {
    object: Object<'a>,
    page: Option<ObjectIdentifier>,
    in_heading: bool,
}

/// Puts the items of a list on the stack, so that the first comes off it first.
fn follow<'a>(kids: &Array<'a>, visit: &Visit<'a>, open: &mut Vec<Visit<'a>>) {
    let at = open.len();
    let room = MOST_ELEMENTS.saturating_sub(at);
    open.extend(kids.iter::<Object<'a>>().take(room).map(|object| Visit {
        object,
        page: visit.page,
        in_heading: visit.in_heading,
    }));
    if let Some(new) = open.get_mut(at..) {
        new.reverse();
    }
}

/// Puts what is in an element on the stack, or the content that it refers to.
fn enter<'a>(element: &Dict<'a>, visit: &Visit<'a>, is_heading: bool, open: &mut Vec<Visit<'a>>) {
    let page = element.get_ref("Pg").map(ObjectIdentifier::from);
    let inside = ["K", "MCID"].into_iter().find_map(|key| element.get(key));
    open.extend(inside.map(|object| Visit {
        object,
        page: page.or(visit.page),
        in_heading: visit.in_heading || is_heading,
    }));
}

fn is_heading(element: &Dict<'_>) -> bool {
    let kind: Option<Name<'_>> = element.get("S");
    kind.is_some_and(|kind| matches!(&*kind, b"H1" | b"H2"))
}

/// Returns the titles of the first two levels of the outline, in order.
fn titles(outline: &Dict<'_>) -> Vec<String> {
    let mut titles = Vec::new();
    let mut room = MOST_ENTRIES;
    for top in entries(outline, &mut room) {
        titles.extend(title(&top));
        titles.extend(entries(&top, &mut room).iter().filter_map(title));
    }
    titles
}

/// Returns the entries right below an entry, as many as there is room for.
fn entries<'a>(above: &Dict<'a>, room: &mut usize) -> Vec<Dict<'a>> {
    let first: Option<Dict<'a>> = above.get("First").filter(|_| *room > 0);
    let entries = std::iter::successors(first, |entry| entry.get("Next"));
    let entries: Vec<_> = entries.take(*room).collect();
    *room -= entries.len();
    entries
}

fn title(entry: &Dict<'_>) -> Option<String> {
    let title: PdfString<'_> = entry.get("Title")?;
    let title = text(title.as_bytes());
    Some(title.split_whitespace().collect::<Vec<_>>().join(" "))
}
