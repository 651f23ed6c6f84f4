//! The colours that pages set by attributes, and that browsers give to links and fields.

use super::super::look::Style;
use super::super::tree::Node;
use super::colours::of_attribute;

/// Elements whose colours are the browser's.
const OF_BROWSER: &[&str] = &[
    "button", "input", "mark", "meter", "option", "select", "textarea",
];
/// Elements that may have a ground of their own by an attribute.
const GROUNDED: &[&str] = &["body", "table", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// Sets the colours of an element of which no style sheet speaks.
pub(super) fn colour(node: &Node, style: &mut Style) {
    let is_any = |names: &[&str]| names.iter().any(|name| node.is(name));
    if is_any(OF_BROWSER) {
        (style.letters, style.behind) = (None, None);
        return;
    }
    if node.is("a") && node.attribute("href").is_some() {
        style.letters = None;
    }
    let letters = match () {
        () if node.is("font") => node.attribute("color"),
        () if node.is("body") => node.attribute("text"),
        () => None,
    };
    if let Some(colour) = letters {
        style.letters = of_attribute(colour);
    }
    if !is_any(GROUNDED) {
        return;
    }
    if let Some(ground) = node.attribute("bgcolor") {
        style.behind = of_attribute(ground);
    }
    if node.attribute("background").is_some() {
        style.behind = None;
    }
}
