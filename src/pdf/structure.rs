//! What stands under which heading, by the tags of the PDF.

use std::collections::BTreeMap;

use hayro_syntax::object::dict::Dict;

use hayro_syntax::object::{Array, Name, Object, ObjectIdentifier};
use hayro_syntax::page::Pages;

use super::content::{Mark, texts};
use super::outline;

/// More elements than this are not followed; a large brief has some ten thousand.
const MOST_ELEMENTS: usize = 1 << 20;

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
pub(super) fn sections(tree: &Dict<'_>, outline: &Dict<'_>, pages: &Pages<'_>) -> Vec<Section> {
    let mut sections = counted(tree, pages);
    let titles = outline::titles(outline);
    for section in &mut sections {
        let words: Vec<_> = section.heading.split_whitespace().collect();
        let heading = words.join(" ");
        let title = titles
            .iter()
            .find(|title| title.to_lowercase() == heading.to_lowercase());
        section.heading = title.cloned().unwrap_or(heading);
    }
    sections
}

fn counted(tree: &Dict<'_>, pages: &Pages<'_>) -> Vec<Section> {
    let texts: Vec<_> = pages.iter().map(|page| texts(page)).collect();
    let ids = pages.iter().filter_map(|page| page.raw().obj_id());
    let numbers: BTreeMap<ObjectIdentifier, usize> = ids.zip(0..).collect();
    let section = || Section {
        heading: String::new(),
        words: vec![0; texts.len()],
    };
    let mut sections = vec![section()];
    for leaf in leaves(tree) {
        if leaf.begins {
            sections.push(section());
        }
        let text = leaf
            .content
            .and_then(|(page, mark)| Some((*numbers.get(&page)?, mark)))
            .and_then(|(page, mark)| Some((page, texts.get(page)?.get(&mark)?)));
        if let (Some((page, text)), Some(section)) = (text, sections.last_mut()) {
            if leaf.in_heading {
                section.heading.push_str(text);
            }
            if let Some(words) = section.words.get_mut(page) {
                *words += count(text);
            }
        }
    }
    sections
}

/// Counts words: what holds a letter or a digit.
fn count(text: &str) -> usize {
    let words = text.split_whitespace();
    words
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// A piece of content, or the beginning of a heading.
struct Leaf {
    begins: bool,
    in_heading: bool,
    content: Option<(ObjectIdentifier, Mark)>,
}

/// Something of the tree that is still to be visited.
struct Visit<'a> {
    object: Object<'a>,
    page: Option<ObjectIdentifier>,
    in_heading: bool,
}

fn leaves(tree: &Dict<'_>) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let root = Visit {
        object: Object::Dict(tree.clone()),
        page: None,
        in_heading: false,
    };
    let mut open = vec![root];
    for _ in 0..MOST_ELEMENTS {
        let Some(visit) = open.pop() else {
            break;
        };
        match &visit.object {
            Object::Number(number) => leaves.push(Leaf {
                begins: false,
                in_heading: visit.in_heading,
                content: visit.page.zip(i32::try_from(number.as_i64()).ok()),
            }),
            Object::Array(kids) => follow(kids, &visit, &mut open),
            Object::Dict(element) => {
                let is_heading = is_heading(element);
                if is_heading {
                    leaves.push(Leaf {
                        begins: true,
                        in_heading: true,
                        content: None,
                    });
                }
                enter(element, &visit, is_heading, &mut open);
            }
            Object::Null(_)
            | Object::Boolean(_)
            | Object::String(_)
            | Object::Name(_)
            | Object::Stream(_) => {}
        }
    }
    leaves
}

/// Puts the items of a list on the stack, so that the first comes off it first.
fn follow<'a>(kids: &Array<'a>, visit: &Visit<'a>, open: &mut Vec<Visit<'a>>) {
    let at = open.len();
    open.extend(kids.iter::<Object<'a>>().map(|object| Visit {
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

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_have_letters_or_digits() {
        assert_eq!(count(" No troops – C4 . \u{a0}16\u{a0}August "), 5);
    }
}
