//! How browsers show elements that no style sheet speaks of.

use html5ever::ns;

use super::look::{Display, Gap, Style, Tongue};
use super::raised::Raised;
use super::tree::Node;

/// Elements that begin and end a line. All others, known or not, stand in one.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Elements that are not shown.
const HIDDEN: &[&str] = &[
    "area", "base", "basefont", "datalist", "head", "link", "meta", "noembed", "noframes", "param",
    "rp", "script", "source", "style", "template", "title", "track",
];

/// Elements in whose place something else is shown: what is in them is for browsers that cannot.
const REPLACED: &[&str] = &[
    "applet", "audio", "canvas", "embed", "iframe", "img", "meter", "progress", "video",
];

/// Elements of SVG of which each begins and ends a line, in a drawing.
const BLOCKS_OF_SVG: &[&str] = &["foreignObject", "svg", "text"];
/// Elements of SVG that are not shown.
const HIDDEN_IN_SVG: &[&str] = &[
    "clipPath",
    "defs",
    "desc",
    "filter",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "pattern",
    "radialGradient",
    "script",
    "style",
    "symbol",
    "title",
];

/// Elements that stand in a line as boxes with room of their own.
const BOXES: &[&str] = &[
    "audio", "button", "canvas", "embed", "iframe", "img", "input", "meter", "object", "progress",
    "select", "textarea", "video",
];

const KEEP_LINES: &[&str] = &["listing", "plaintext", "pre", "textarea", "xmp"];

/// What sets parts of a formula above, below or over one another.
const FORMULA: &[&str] = &[
    "menclose",
    "mfrac",
    "mmultiscripts",
    "mover",
    "mroot",
    "msqrt",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "munder",
    "munderover",
];

/// Says whether an element sets parts of a formula above, below or over one another.
pub(super) fn is_formula(node: &Node) -> bool {
    FORMULA.contains(&&*node.name.local)
}

/// Says whether elements of HTML with a name begin and end a line.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

/// Says whether what is in an element is shown only by browsers that cannot show the element.
pub(super) fn is_replaced(node: &Node) -> bool {
    if node.name.ns != ns!(html) {
        return false;
    }
    let name = &*node.name.local;
    let is_image = node
        .attribute("type")
        .is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
    REPLACED.contains(&name)
        || is_labelled(node)
        || (name == "object" && node.attribute("data").is_some_and(|data| !data.is_empty()))
        || (name == "input" && is_image)
}

/// Says whether an option has a label, which is shown in its place.
fn is_labelled(node: &Node) -> bool {
    node.is("option")
        && node
            .attribute("label")
            .is_some_and(|label| !label.is_empty())
}

/// Says whether an element is written as a whole: a text of several lines, or a choice of which one is shown.
pub(super) fn is_field(node: &Node) -> bool {
    node.is("textarea") || node.is("select") && !is_list(node)
}

/// Says whether a choice shows its options in lines.
fn is_list(node: &Node) -> bool {
    let size = node
        .attribute("size")
        .and_then(|size| size.trim().parse().ok());
    node.attribute("multiple").is_some() || size.is_some_and(|size: u32| size > 1)
}

/// Returns how an element is shown of which no style sheet speaks, in one that is shown so.
pub(super) fn default_style(node: &Node, outer: &Style) -> Style {
    let name = &*node.name.local;
    let mut style = Style::within(outer);
    let direction = node.attribute("dir").map(str::to_ascii_lowercase);
    match direction.as_deref() {
        Some("rtl") => style.is_from_right = true,
        Some("ltr") => style.is_from_right = false,
        _ => {}
    }
    if let Some(tag) = node
        .attribute("lang")
        .or_else(|| node.attribute("xml:lang"))
    {
        style.tongue = Tongue::of(tag);
    }
    style.is_overridden |= node.is("bdo") && direction.is_some();
    if node.name.ns == ns!(svg) {
        in_drawing(node, outer, &mut style);
        return style;
    }
    if node.name.ns == ns!(mathml) {
        style.display = match name {
            "annotation" | "annotation-xml" => Display::None,
            _ => Display::Inline,
        };
        style.is_visible &= name != "mphantom";
        return style;
    }
    let hidden = node.attribute("hidden");
    let is_until_found = hidden.is_some_and(|hidden| hidden.eq_ignore_ascii_case("until-found"));
    let is_hidden_input = name == "input"
        && node
            .attribute("type")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
    let is_closed = name == "dialog" && node.attribute("open").is_none();
    style.display = match name {
        _ if HIDDEN.contains(&name) || is_hidden_input || is_closed => Display::None,
        _ if node.attribute("popover").is_some() => Display::None,
        _ if hidden.is_some() && !is_until_found => Display::None,
        "slot" => Display::Contents,
        "col" | "colgroup" => Display::Column,
        _ if is_block(name) => Display::Block,
        _ => Display::Inline,
    };
    style.is_skipped = is_until_found;
    style.keeps_lines |= KEEP_LINES.contains(&name);
    style.is_struck = matches!(name, "del" | "s" | "strike");
    if BOXES.contains(&name) && !is_point(node) {
        style.gaps = [Some(Gap::Surely); 2];
    }
    style
}

/// Says how an element of a drawing is shown, or the drawing itself.
fn in_drawing(node: &Node, outer: &Style, style: &mut Style) {
    let name = &*node.name.local;
    style.is_wordless = match name {
        "text" | "foreignObject" => false,
        "tspan" | "textPath" | "a" => outer.is_wordless,
        _ => true,
    };
    style.display = match name {
        _ if HIDDEN_IN_SVG.contains(&name) => Display::None,
        "svg" if !outer.is_wordless => Display::Inline,
        _ if BLOCKS_OF_SVG.contains(&name) => Display::Block,
        _ => Display::Inline,
    };
    // A drawing in a page stands in a line, as a picture does.
    if node.is_drawing() && !outer.is_wordless && !is_point(node) {
        style.gaps = [Some(Gap::Surely); 2];
    }
}

/// Says how an element of itself is set beside its line.
pub(super) fn own_raised(node: &Node, style: &Style) -> Option<Raised> {
    match () {
        () if !matches!(style.display, Display::Inline | Display::InlineBlock) => None,
        () if node.is_drawing() => None,
        () if node.is("sup") => Some(Raised::Up),
        () if node.is("sub") => Some(Raised::Down),
        () => style.raised,
    }
}

/// Says whether an element has no size, as the pictures that count readers.
fn is_point(node: &Node) -> bool {
    ["width", "height"].iter().any(|name| {
        let size = node
            .attribute(name)
            .map(|size| size.trim().trim_end_matches("px"));
        matches!(size, Some("0" | "1"))
    })
}

#[cfg(test)]
mod tests {
    use super::BLOCKS;

    #[test]
    fn blocks_are_in_order() {
        assert!(BLOCKS.is_sorted());
    }
}
