//! Says whether the words of a drawing may stand outside it: where its edges are, and where a text begins.

use html5ever::ns;

use super::super::look::{Drawing, Style};
use super::super::tree::{Node, Tree};
use super::chosen::Chosen;
use super::declared::{Property, Value};
use super::units::{EM, TINY, WIDTH};

/// How wide and high a drawing is of which nothing is said.
const SIZE: [f32; 2] = [300.0, 150.0];

/// What draws something besides letters.
const DRAWN: &[&str] = &[
    "circle",
    "ellipse",
    "foreignObject",
    "image",
    "line",
    "path",
    "polygon",
    "polyline",
    "rect",
    "use",
];

/// Says whether nothing but letters is drawn in an element.
pub(super) fn is_bare(tree: &Tree, id: usize) -> bool {
    !tree.has_any(id, |node| DRAWN.contains(&&*node.name.local))
}

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
    let own = matrix(node, chosen)?;
    let mut drawing = Drawing {
        matrix: product(around.matrix, own),
        is_lowered: around.is_lowered || is_lowered(node),
        is_sized: around.is_sized
            || chosen.get(Property::FontSize).is_some()
            || node.attribute("font-size").is_some(),
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
    let [x, y] = drawing.text;
    if &*node.name.local == "foreignObject" {
        let sizes = [("width", Property::Width), ("height", Property::Height)];
        let has_size = sizes.iter().all(|(name, property)| {
            node.attribute(name).is_some() || chosen.get(*property).is_some()
        });
        let place = drawing.place([x, y], 1.0);
        let mut ends = place.iter().zip(drawing.edges);
        return !has_size || ends.any(|(at, [_, end])| *at >= end);
    }
    // Letters stand upon their place, unless they hang from it.
    let above = drawing.place([x, y], -1.0);
    let below = drawing.place([x, y + EM], 0.0);
    let places: &[[f32; 2]] = if drawing.is_lowered {
        &[above, below]
    } else {
        &[above]
    };
    let is_small = !drawing.is_sized && EM * drawing.scale() <= TINY;
    has_words && (drawing.scale() <= f32::EPSILON || is_small || is_beyond(drawing, places))
}

/// Says whether places in a drawing are outside it, all on one side.
fn is_beyond(drawing: &Drawing, places: &[[f32; 2]]) -> bool {
    let sides = drawing.edges.iter().enumerate();
    sides
        .flat_map(|(axis, [start, end])| {
            let all = places.iter().filter_map(move |place| place.get(axis));
            [
                all.clone().all(|at| at.is_nan() || at < start),
                all.clone().all(|at| at.is_nan() || at > end),
            ]
        })
        .any(|is_all| is_all)
}

impl Drawing {
    /// Returns where a place stands in the drawing, a little to the right of it, and so much lower.
    fn place(&self, [x, y]: [f32; 2], lower: f32) -> [f32; 2] {
        let little = self.edges.map(|[start, end]| {
            let little = (end - start) / 1_000.0;
            if little.is_finite() { little } else { 1.0 }
        });
        let place = [x + little[0], y + lower * little[1]];
        turned(self.matrix, place, 1.0)
    }

    /// Returns how many pixels one of the drawing is.
    fn scale(&self) -> f32 {
        let [across_x, across_y, down_x, down_y, ..] = self.matrix;
        (across_x * down_y - across_y * down_x).abs().sqrt() * self.pixel
    }
}

/// Returns the edges of a drawing. What may be seen beyond them is not known, nor where it ends if a style sheet
/// says.
fn edges(node: &Node, chosen: &Chosen, outer: &Style) -> Option<Drawing> {
    if chosen.get(Property::Overflow) == Some(Value::Is(false)) {
        return None;
    }
    let size = |axis: usize, name: &str, property: Property| {
        if chosen.get(property).is_some() {
            return f32::INFINITY;
        }
        match node.attribute(name) {
            Some(size) => size
                .trim()
                .trim_end_matches("px")
                .parse()
                .unwrap_or(f32::INFINITY),
            None if outer.drawing.is_some() => f32::INFINITY,
            None => SIZE[axis],
        }
    };
    let [width, height] = [
        size(0, "width", Property::Width),
        size(1, "height", Property::Height),
    ];
    let (edges, pixel) = match node.attribute("viewBox") {
        Some(view) => {
            let [x, y, across, down] = *numbers(view) else {
                return None;
            };
            let wide = if width.is_finite() { width } else { WIDTH };
            let pixel = (wide / across).min(height / down);
            ([[x, x + across], [y, y + down]], pixel)
        }
        None => ([[0.0, width], [0.0, height]], 1.0),
    };
    Some(Drawing {
        edges,
        pixel: pixel * outer.drawing.map_or(1.0, |around| around.scale()),
        matrix: UNMOVED,
        text: [0.0; 2],
        is_lowered: is_lowered(node),
        is_sized: outer.drawing.is_some_and(|around| around.is_sized),
    })
}

/// Says whether a drawing in another one stands outside that.
pub(super) fn is_outside_another(node: &Node, outer: &Style) -> bool {
    let place = ["x", "y"].map(|name| {
        let place = node.attribute(name).unwrap_or("0");
        coordinate(place, f32::NAN).unwrap_or_default()
    });
    let is_drawing = node.name.ns == ns!(svg) && &*node.name.local == "svg";
    let around = outer.drawing.filter(|_| is_drawing);
    around.is_some_and(|around| is_beyond(&around, &[around.place(place, 1.0)]))
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

/// Says whether it is not known where an element of a drawing is moved to.
pub(super) fn is_lost(node: &Node, chosen: &Chosen, outer: &Style) -> bool {
    if node.name.ns != ns!(svg) || &*node.name.local == "svg" {
        return false;
    }
    let is_known = outer.drawing.is_some() && matrix(node, chosen).is_some();
    let is_moved = MOVES.iter().any(|moves| chosen.get(*moves).is_some());
    !is_known && (outer.drawing.is_some() || is_moved)
}

/// Properties that move, scale or turn what is in a drawing, besides an attribute that does.
const MOVES: [Property; 4] = [
    Property::Transform,
    Property::Translate,
    Property::Scale,
    Property::Rotate,
];

/// Returns how an element is moved, turned and scaled in its drawing, if that is known.
fn matrix(node: &Node, chosen: &Chosen) -> Option<[f32; 6]> {
    let style = node.attribute("style").unwrap_or_default();
    let has_origin = style.contains("transform-") || node.attribute("transform-origin").is_some();
    let declared = style.split(';').find_map(|declared| {
        let (name, value) = declared.split_once(':')?;
        (name.trim() == "transform").then_some(value)
    });
    let [transform, others @ ..] = MOVES.map(|moves| chosen.get(moves));
    match (declared, transform) {
        _ if has_origin || others.iter().any(Option::is_some) => None,
        (None, Some(_)) => None,
        (Some(moves), _) => moved(moves),
        (None, None) => moved(node.attribute("transform").unwrap_or_default()),
    }
}

/// Moves nothing.
const UNMOVED: [f32; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Reads how moves, one after the other, turn places into others.
fn moved(moves: &str) -> Option<[f32; 6]> {
    let mut all = UNMOVED;
    for one in moves.split_terminator(')') {
        let Some((name, values)) = one.split_once('(') else {
            continue;
        };
        let name = name.trim_matches(|c: char| c == ',' || c.is_whitespace());
        let rotated = |angle: &f32| {
            let (sin, cos) = angle.to_radians().sin_cos();
            [cos, sin, -sin, cos, 0.0, 0.0]
        };
        let by = match (name, &*numbers(values)) {
            ("translate" | "translateX", [x]) => [1.0, 0.0, 0.0, 1.0, *x, 0.0],
            ("translateY", [y]) => [1.0, 0.0, 0.0, 1.0, 0.0, *y],
            ("translate", [x, y]) => [1.0, 0.0, 0.0, 1.0, *x, *y],
            ("scale", [by]) => [*by, 0.0, 0.0, *by, 0.0, 0.0],
            ("scale", [x, y]) => [*x, 0.0, 0.0, *y, 0.0, 0.0],
            ("rotate", [angle]) => rotated(angle),
            ("rotate", [angle, x, y]) => {
                let there = product([1.0, 0.0, 0.0, 1.0, *x, *y], rotated(angle));
                product(there, [1.0, 0.0, 0.0, 1.0, -x, -y])
            }
            ("skewX", [angle]) => [1.0, 0.0, angle.to_radians().tan(), 1.0, 0.0, 0.0],
            ("skewY", [angle]) => [1.0, angle.to_radians().tan(), 0.0, 1.0, 0.0, 0.0],
            ("matrix", all) => <[f32; 6]>::try_from(all).ok()?,
            _ => return None,
        };
        all = product(all, by);
    }
    // An angle may be no number of degrees.
    all.iter().all(|value| !value.is_nan()).then_some(all)
}

/// Returns what moves by one matrix after another do.
fn product(outer: [f32; 6], inner: [f32; 6]) -> [f32; 6] {
    let [across_x, across_y, down_x, down_y, x, y] = inner;
    let across = turned(outer, [across_x, across_y], 0.0);
    let down = turned(outer, [down_x, down_y], 0.0);
    let to = turned(outer, [x, y], 1.0);
    [across[0], across[1], down[0], down[1], to[0], to[1]]
}

/// Returns where a matrix moves a place, or a way without an origin.
fn turned(matrix: [f32; 6], [x, y]: [f32; 2], origin: f32) -> [f32; 2] {
    let [across_x, across_y, down_x, down_y, right, down] = matrix;
    [
        across_x * x + down_x * y + right * origin,
        across_y * x + down_y * y + down * origin,
    ]
}

fn numbers(text: &str) -> Vec<f32> {
    let parts = text.split(|c: char| c == ',' || c.is_whitespace());
    let parts = parts.filter(|part| !part.is_empty());
    parts
        .map(|part| {
            part.trim_end_matches("px")
                .trim_end_matches("deg")
                .parse()
                .unwrap_or(f32::NAN)
        })
        .collect()
}
