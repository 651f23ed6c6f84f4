//! Adds to a PDF what browsers leave out of it, so that those who cannot see it have all of it too.
//!
//! A browser prints what is painted, with tags. What the page says only to those who hear it, such as what
//! a claim's number heads, is taken from the page itself: nothing is guessed from the print.

mod artefacts;
mod document;
mod links;
mod metadata;
mod outline;
mod roles;
mod spoken;
mod structure;
mod value;
mod words;

use hayro_syntax::Pdf;
use hayro_syntax::object::Name;
use hayro_syntax::page::Page as PrintedPage;

use super::PdfError;
use super::content::{text, texts};
use artefacts::mark;
use document::{Document, compressed};
use links::Links;
use metadata::metadata;
use outline::{Heights, Page, rewrite};
use roles::map_roles;
use spoken::{Shown, speak};
use structure::Tree;
use value::{Value, dict};
use words::{Words, words};

/// Adds to the PDF of a page what PDF/UA-1 asks for and browsers leave out: the words of headings, links
/// and cells that are not seen, marks of artefacts, bodies of list items, metadata.
///
/// # Errors
/// The bytes are no PDF, or it has no title.
pub fn make_accessible(bytes: Vec<u8>, html: &str) -> Result<Vec<u8>, PdfError> {
    let pdf = Pdf::new(bytes).map_err(|_| PdfError::NoPdf)?;
    let title = pdf.metadata().title.as_ref().ok_or(PdfError::NoTitle)?;
    let title = text(title);
    let words = words(html);
    let mut document = Document::read(&pdf);
    let mut seen = Seen::default();
    let mut is_whole = true;
    for page in pdf.pages().iter() {
        is_whole &= mark_page(&mut document, page, &mut seen).unwrap_or(false);
    }
    is_whole &= name_all(&mut document, &words, &seen);
    let root = document.root;
    let metadata = document.add(metadata(&title, &words.language, is_whole));
    document.set(root, "Metadata", Value::Ref(metadata));
    let preferences = dict([("DisplayDocTitle", Value::Bool(true))]);
    document.set(root, "ViewerPreferences", Value::Dict(preferences));
    Ok(document.write())
}

/// What the pages show.
#[derive(Default)]
struct Seen {
    heights: Heights,
    shown: Shown,
}

/// Names what is not seen. Says whether all could be named.
fn name_all(document: &mut Document, words: &Words, seen: &Seen) -> bool {
    let tree = Tree::of(document);
    let links = Links::name(document, &tree, words);
    let page = Page {
        tree: &tree,
        words,
        links: &links,
        heights: &seen.heights,
    };
    let mut is_whole = links.are_named & rewrite(document, &page);
    speak(document, &tree, words, &seen.shown);
    is_whole &= map_roles(document, &tree);
    tree.give_bodies(document);
    is_whole &= tree.close_tables(document, words);
    is_whole
}

/// Marks all that a page paints, and notes what its pieces show and how high they begin. Says whether all of it can be read.
fn mark_page(document: &mut Document, page: &PrintedPage<'_>, seen: &mut Seen) -> Option<bool> {
    let number = page.raw().obj_id()?.obj_number;
    let (_, height) = page.base_dimensions();
    let is_plain = |name: &[u8]| is_plain(page, name);
    let marked = mark(page.page_stream()?, f64::from(height), &is_plain)?;
    let old = document.dict(number)?.get(&b"Contents"[..])?.as_ref();
    let content = compressed(&marked.content);
    if let Some(old) = old.filter(|old| document.is_stream(*old)) {
        document.replace(old, content);
    } else {
        let new = document.add(content);
        document.set(number, "Contents", Value::Ref(new));
    }
    document.set(number, "Tabs", Value::name("S"));
    let own = marked.heights.into_iter();
    seen.heights
        .extend(own.map(|(mark, height)| ((number, mark), height)));
    let own = texts(page).into_iter();
    seen.shown
        .extend(own.map(|(mark, text)| ((number, i64::from(mark)), text)));
    Some(marked.is_legible)
}

/// Says whether what a page paints as one piece has no elements in it.
fn is_plain(page: &PrintedPage<'_>, name: &[u8]) -> bool {
    let Some(drawing) = page.resources().get_x_object(&Name::new_unescaped(name)) else {
        return false;
    };
    let kind: Option<Name<'_>> = drawing.dict().get("Subtype");
    if kind.is_some_and(|kind| &*kind == b"Image") {
        return true;
    }
    let holds = |data: &[u8], what: &[u8]| data.windows(what.len()).any(|window| window == what);
    let data = drawing.decoded_data();
    data.is_ok_and(|data| !holds(&data, b"MCID") && !holds(&data, b" Do"))
}
