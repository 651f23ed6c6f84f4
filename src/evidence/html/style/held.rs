//! Finds the style sheets that a page holds, and those that it brings from other files.

use cssparser::Parser;
use html5ever::ns;

use super::super::data;
use super::super::tree::Tree;
use super::media;

/// The title of the sheets that browsers take, of several sets: that of the first sheet with one.
#[derive(Default)]
pub(super) struct Preferred(Option<String>);

impl Preferred {
    /// Says whether a sheet is of that set, or of all.
    pub(super) fn has(&mut self, tree: &Tree, id: usize) -> bool {
        let title = tree.nodes[id].attribute("title").unwrap_or_default();
        title.is_empty() || self.0.get_or_insert_with(|| title.to_owned()) == title
    }
}

/// Returns the style sheet that the address of a link holds itself.
pub(super) fn held(tree: &Tree, id: usize) -> Option<String> {
    let node = &tree.nodes[id];
    let media = node.attribute("media").unwrap_or_default();
    let kind = node.attribute("rel").filter(|_| node.is("link"))?;
    let has = |wanted: &str| {
        let mut kinds = kind.split_ascii_whitespace();
        kinds.any(|kind| kind.eq_ignore_ascii_case(wanted))
    };
    let is_sheet = has("stylesheet") && !has("alternate");
    let address = node.attribute("href").filter(|_| is_sheet)?;
    let css = data::text(address, "text/css")?;
    // A sheet for another medium says nothing.
    let holds = media::holds(&mut Parser::new(media)) && node.attribute("disabled").is_none();
    Some(if holds { css } else { String::new() })
}

/// Says whether a node brings a style sheet of another file, or asks for dark pages, of which no sheet tells.
pub(super) fn brings_another(tree: &Tree, id: usize) -> bool {
    let node = &tree.nodes[id];
    let is_link = *node.name.local == *"link";
    let kind = node.attribute("rel").filter(|_| is_link);
    let mut kinds = kind.unwrap_or_default().split_ascii_whitespace();
    let is_scheme = |name: &str| name.eq_ignore_ascii_case("color-scheme");
    let scheme = node.attribute("content").unwrap_or_default();
    let is_dark = scheme.contains("dark") && !scheme.contains("light");
    if is_dark && node.is("meta") && node.attribute("name").is_some_and(is_scheme) {
        return true;
    }
    let has_sheet = kinds.any(|kind| kind.eq_ignore_ascii_case("stylesheet"));
    let is_of_file = |css: &str| !css.trim_start().starts_with("url(\"data:");
    has_sheet || is_sheet(tree, id) && tree.text_in(id).split("@import").skip(1).any(is_of_file)
}

/// Says whether a node holds a style sheet for a window on a screen.
pub(super) fn is_sheet(tree: &Tree, id: usize) -> bool {
    let node = &tree.nodes[id];
    let is_style =
        *node.name.local == *"style" && (node.name.ns == ns!(html) || node.name.ns == ns!(svg));
    let kind = node.attribute("type").unwrap_or_default().trim();
    let media = node.attribute("media").unwrap_or_default();
    is_style
        && (kind.is_empty() || kind.eq_ignore_ascii_case("text/css"))
        && media::holds(&mut Parser::new(media))
}
