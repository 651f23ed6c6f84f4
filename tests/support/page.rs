//! Parts of a page, cut out as text.

use std::ops::Range;

/// Returns the bytes of a section of a page, by the name of its template.
#[track_caller]
pub(crate) fn section(page: &str, name: &str) -> Range<usize> {
    match name {
        "masthead" => between(page, "<header", "</header>"),
        "headline" => between(page, "<h1", "</h1>"),
        _ => {
            let label = page.find(&format!(" aria-labelledby=\"{name}\">"));
            let label = label.unwrap_or_else(|| panic!("the page has no section {name}"));
            let start = page.get(..label).unwrap().rfind("<section").unwrap();
            let end = page.get(label..).unwrap().find("</section>").unwrap();
            start..label + end + "</section>".len()
        }
    }
}

/// Returns the bytes of the style sheet of a page.
#[track_caller]
pub(crate) fn style(page: &str) -> Range<usize> {
    let whole = between(page, "<style>", "</style>");
    whole.start + "<style>".len()..whole.end - "</style>".len()
}

/// Returns the bytes of the hash that the policy of a page allows.
#[track_caller]
pub(crate) fn hash(page: &str) -> Range<usize> {
    let whole = between(page, "sha256-", "&#39;");
    whole.start + "sha256-".len()..whole.end - "&#39;".len()
}

#[track_caller]
fn between(page: &str, start: &str, end: &str) -> Range<usize> {
    let from = page.find(start).unwrap_or_else(|| panic!("no {start}"));
    let length = page.get(from..).unwrap().find(end).unwrap();
    from..from + length + end.len()
}
