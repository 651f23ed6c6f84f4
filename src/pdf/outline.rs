//! The outline: the headings as text.

use hayro_syntax::object::String as PdfString;
use hayro_syntax::object::dict::Dict;

use super::text;

/// More entries than this are not followed.
const MOST_ENTRIES: usize = 1 << 16;

/// Returns the titles of the first two levels, in order.
pub(super) fn titles(outline: &Dict<'_>) -> Vec<String> {
    let mut titles = Vec::new();
    for top in entries(outline) {
        titles.extend(title(&top));
        titles.extend(entries(&top).iter().filter_map(title));
    }
    titles
}

/// Returns the entries right below an entry.
pub(super) fn entries<'a>(above: &Dict<'a>) -> Vec<Dict<'a>> {
    let first: Option<Dict<'a>> = above.get("First");
    std::iter::successors(first, |entry| entry.get("Next"))
        .take(MOST_ENTRIES)
        .collect()
}

fn title(entry: &Dict<'_>) -> Option<String> {
    let title: PdfString<'_> = entry.get("Title")?;
    let title = text(title.as_bytes());
    Some(title.split_whitespace().collect::<Vec<_>>().join(" "))
}
