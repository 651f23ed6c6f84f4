//! Parts of a page, cut out as text.

use std::ops::Range;

/// Returns the bytes of a section of a page, by the name of its template.
#[track_caller]
pub(crate) fn section(page: &str, name: &str) -> Range<usize> {
    match name {
        "masthead" => between(page, "<header", "</header>"),
        "headline" => between(page, "<h1", "</h1>"),
        "strip" => between(page, "<section class=\"strip\"", "</nav>"),
        "previews" => {
            let start = page.find("<div class=\"preview\"").unwrap();
            start..page.find("\n<script").unwrap()
        }
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

/// Returns the bytes of the hash that the policy of a page has in a directive.
#[track_caller]
pub(crate) fn hash(page: &str, directive: &str) -> Range<usize> {
    let start = format!("{directive} &#39;sha256-");
    let whole = between(page, &start, "&#39;;");
    whole.start + start.len()..whole.end - "&#39;;".len()
}

/// Returns the bytes of the data block of a page.
#[track_caller]
pub(crate) fn data(page: &str) -> Range<usize> {
    const START: &str = "<script type=\"application/ld+json\">";
    let whole = between(page, START, "</script>");
    whole.start + START.len()..whole.end - "</script>".len()
}

#[track_caller]
fn between(page: &str, start: &str, end: &str) -> Range<usize> {
    let from = page.find(start).unwrap_or_else(|| panic!("no {start}"));
    let length = page.get(from..).unwrap().find(end).unwrap();
    from..from + length + end.len()
}
