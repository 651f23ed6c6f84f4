//! Says whether the words of a drawing may stand outside it: where its edges are, and where a text begins.

use html5ever::ns;

use super::super::look::{Drawing, Style};
use super::super::tree::Node;
use super::chosen::Chosen;
use super::declared::{Property, Value};
use super::units::EM;

/// How wide and high a drawing is of which nothing is said.
const SIZE: [f32; 2] = [300.0, 150.0];

/// Returns where the words of an element stand in its drawing, if that is known.
pub(super) fn within(node: &Node, chosen: &Chosen, outer: &Style) -> Option<Drawing> {
    if node.name.ns != ns!(svg) {
        return None;
    }
    let name = &*node.name.local;
    if name == "svg" {
        return edges(node, chosen, outer);
    }
    let around = outer.drawing?;
    let [x, y] = match node.attribute("transform") {
        Some(moves) => moved(moves)?,
        None if chosen.get(Property::Transform).is_some() => return None,
        None => [0.0; 2],
    };
    let mut drawing = Drawing {
        origin: [around.origin[0] + x, around.origin[1] + y],
        is_lowered: around.is_lowered || is_lowered(node),
        ..around
    };
    match name {
        "text" | "foreignObject" => drawing.text = [0.0; 2],
        "textPath" => return None,
        _ => {}
    }
    if matches!(name, "text" | "tspan" | "foreignObject") {
        for (axis, [at, by]) in [["x", "dx"], ["y", "dy"]].iter().enumerate() {
            let size = drawing.edges[axis][1] - drawing.edges[axis][0];
            let place = &mut drawing.text[axis];
            if let Some(at) = node.attribute(at) {
                *place = coordinate(at, size)?;
            }
            if let Some(by) = node.attribute(by) {
                *place += coordinate(by, size)?;
            }
        }
    }
    Some(drawing)
}

/// Says whether what an element of a drawing holds may stand outside it, or has no room there.
pub(super) fn is_outside(node: &Node, chosen: &Chosen, drawing: &Drawing, has_words: bool) -> bool {
    let place = |axis: usize| drawing.origin[axis] + drawing.text[axis];
    let [[left, right], [top, bottom]] = drawing.edges;
    if &*node.name.local == "foreignObject" {
        let sizes = [("width", Property::Width), ("height", Property::Height)];
        let has_size = sizes.iter().all(|(name, property)| {
            node.attribute(name).is_some() || chosen.get(*property).is_some()
        });
        return !has_size || place(0) >= right || place(1) >= bottom;
    }
    if !has_words {
        return false;
    }
    // Letters stand upon their place, unless they hang from it.
    let (above, below) = if drawing.is_lowered {
        (place(1) + EM, place(1))
    } else {
        (place(1), place(1))
    };
    place(0) < left || place(0) >= right || above <= top || below > bottom
}

/// Returns the edges of a drawing. What may be seen beyond them is not known, nor where it ends if a style sheet
/// says.
fn edges(node: &Node, chosen: &Chosen, outer: &Style) -> Option<Drawing> {
    if chosen.get(Property::Overflow) == Some(Value::Is(false)) {
        return None;
    }
    let is_within = outer.drawing.is_some();
    let of = |axis: usize, name: &str, property: Property| {
        if chosen.get(property).is_some() || is_within {
            return f32::INFINITY;
        }
        match node.attribute(name) {
            Some(size) => size
                .trim()
                .trim_end_matches("px")
                .parse()
                .unwrap_or(f32::INFINITY),
            None => SIZE[axis],
        }
    };
    let edges = match node.attribute("viewBox") {
        Some(view) => {
            let [x, y, width, height] = *numbers(view) else {
                return None;
            };
            [[x, x + width], [y, y + height]]
        }
        None => [
            [0.0, of(0, "width", Property::Width)],
            [0.0, of(1, "height", Property::Height)],
        ],
    };
    Some(Drawing {
        edges,
        origin: [0.0; 2],
        text: [0.0; 2],
        is_lowered: is_lowered(node),
    })
}

fn is_lowered(node: &Node) -> bool {
    let names = ["dominant-baseline", "alignment-baseline", "baseline-shift"];
    let style = node.attribute("style").unwrap_or_default();
    style.contains("baseline") || names.iter().any(|name| node.attribute(name).is_some())
}

/// Reads the first number of a list, in pixels, or a part of a size.
fn coordinate(text: &str, size: f32) -> Option<f32> {
    let first = text.split([' ', ',']).find(|part| !part.is_empty())?;
    if let Some(part) = first.strip_suffix('%') {
        let place = part.parse::<f32>().ok()? / 100.0 * size;
        return Some(place).filter(|place| place.is_finite());
    }
    if let Some(part) = first.strip_suffix("em") {
        return Some(part.parse::<f32>().ok()? * EM);
    }
    first.trim_end_matches("px").parse().ok()
}

/// Reads how far an attribute moves what it is of, if it does no more.
fn moved(moves: &str) -> Option<[f32; 2]> {
    let mut all = [0.0; 2];
    for one in moves.split_terminator(')') {
        let (name, values) = one.split_once('(')?;
        let by = match (name.trim_matches([' ', ',', '\n', '\t']), &*numbers(values)) {
            ("translate", [x]) => [*x, 0.0],
            ("translate", [x, y]) | ("matrix", [1.0, 0.0, 0.0, 1.0, x, y]) => [*x, *y],
            ("", _) => continue,
            _ => return None,
        };
        all = [all[0] + by[0], all[1] + by[1]];
    }
    Some(all)
}

fn numbers(text: &str) -> Vec<f32> {
    let parts = text.split(|c: char| c == ',' || c.is_whitespace());
    let parts = parts.filter(|part| !part.is_empty());
    parts
        .map(|part| part.trim_end_matches("px").parse().unwrap_or(f32::NAN))
        .collect()
}
