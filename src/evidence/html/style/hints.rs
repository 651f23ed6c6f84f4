//! The colours that pages set by attributes, and what browsers give to links, fields and old tables of
//! their own.

use html5ever::ns;

use super::super::look::{Case, Fill, Style};
use super::super::tree::Node;
use super::colours::of_attribute;
use super::units::LOW;

/// Elements whose colours are the browser's.
const OF_BROWSER: &[&str] = &[
    "button", "dialog", "input", "mark", "meter", "option", "select", "textarea",
];
/// Elements that may have a ground of their own by an attribute.
const GROUNDED: &[&str] = &["body", "table", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// Fields whose letters are the browser's.
const FIELDS: &[&str] = &["button", "input", "select", "textarea"];

/// Attributes of drawings that say what style sheets say elsewhere.
const OF_DRAWINGS: &[&str] = &[
    "display",
    "visibility",
    "opacity",
    "fill",
    "fill-opacity",
    "stroke",
    "clip-path",
    "mask",
    "filter",
    "font-size",
    "overflow",
];

/// Elements of which attributes say how wide and high they are, whatever is in them.
const SIZED: &[&str] = &["embed", "foreignObject", "iframe", "object", "svg"];
const SIZES: &[&str] = &["width", "height"];

/// Elements that float if they are set to a side.
const FLOATING: &[&str] = &["iframe", "img", "object", "table"];

/// Returns the size that attributes set, if it is so small that it matters.
fn size(node: &Node) -> impl Iterator<Item = String> {
    let is_sized = SIZED.contains(&&*node.name.local);
    SIZES.iter().filter(move |_| is_sized).filter_map(|name| {
        let size = node.attribute(name)?.trim().trim_end_matches("px");
        let size: f32 = size.parse().ok()?;
        (0.0..=LOW)
            .contains(&size)
            .then(|| format!("{name}:{size}px;"))
    })
}

/// Returns what the attributes of an element declare that say how it is drawn.
pub(super) fn drawn(node: &Node) -> Option<String> {
    let size: String = size(node).collect();
    if node.name.ns != ns!(svg) {
        let aligned = node.attribute("align").unwrap_or_default();
        let is_side = ["left", "right"]
            .iter()
            .any(|known| aligned.eq_ignore_ascii_case(known));
        let floats = is_side && FLOATING.iter().any(|name| node.is(name));
        let float = if floats { "float:left;" } else { "" };
        // In browsers it has a place of its own.
        let place = if node.is("dialog") {
            "position:absolute;"
        } else {
            ""
        };
        return Some(size + float + place).filter(|css| !css.is_empty());
    }
    let declared = OF_DRAWINGS.iter().filter_map(|name| {
        let value = node
            .attribute(name)
            .filter(|value| !value.contains([';', '{', '}', '!']))?;
        Some(format!("{name}:{value};"))
    });
    let moves = node.attribute("transform").filter(|_| node.is_drawing());
    let moves = moves.map(|moves| format!("transform:{moves};"));
    Some(declared.chain(moves).chain([size]).collect())
}

/// Sets the colours and letters of an element of which no style sheet speaks.
pub(super) fn own(node: &Node, is_quirky: bool, style: &mut Style) {
    let is_any = |names: &[&str]| names.iter().any(|name| node.is(name));
    if node.is_drawing() {
        style.is_transparent = false;
    }
    if is_any(FIELDS) {
        style.is_tiny = false;
        style.is_overlaid = [false; 2];
        style.is_lineless = false;
        style.case = Case::AsWritten;
    }
    style.is_on_ground |= node.is("mark");
    if is_any(OF_BROWSER) || node.attribute("popover").is_some() {
        style.is_transparent = false;
        (style.colour, style.fill, style.behind) = (None, Fill::None, None);
        return;
    }
    if is_quirky && node.is("table") {
        (style.is_tiny, style.is_transparent) = (false, false);
        style.colour = None;
    }
    if node.is("a") && node.attribute("href").is_some() {
        style.colour = None;
        style.is_transparent = false;
    }
    let letters = match () {
        () if node.is("font") => node.attribute("color"),
        () if node.is("body") => node.attribute("text"),
        () => None,
    };
    if let Some(colour) = letters {
        style.colour = of_attribute(colour);
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
