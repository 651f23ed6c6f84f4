//! Follows what a page of a PDF cuts off: outlines, outside of which nothing is seen.

use std::rc::Rc;

use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Number;

use super::matrix::{Matrix, Spot};

/// A letter is cut off whose foot is so far below, or beside; large ones reach up into what is seen.
const BESIDE: f64 = 2.0;

/// Outlines in each other are kept as deep as this.
const MOST_SHAPES: usize = 4;
/// An outline of more points is not followed.
const MOST_POINTS: usize = 512;

/// What is seen: nothing outside of a box, and of outlines that are no rectangles.
#[derive(Clone, Debug)]
pub(super) struct Clip {
    pub(super) around: [f64; 4],
    shapes: Vec<Rc<Shape>>,
    /// Whether there is more to it.
    is_more: bool,
}

/// An outline.
#[derive(Debug)]
struct Shape {
    parts: Vec<Vec<Spot>>,
    is_even_odd: bool,
}

/// The path that is drawn now.
#[derive(Default)]
pub(super) struct Path {
    parts: Vec<Vec<Spot>>,
    points: usize,
    /// Whether it is no rectangle.
    is_other: bool,
}

impl Path {
    /// Follows an instruction; returns what is cut off from here on, if that changes.
    pub(super) fn follow(
        &mut self,
        instruction: &TypedInstruction<'_, '_>,
        to_page: Matrix,
        clip: Option<&Clip>,
    ) -> Option<Clip> {
        use TypedInstruction as I;
        let spot = |x: &Number, y: &Number| to_page.spot((x.as_f64(), y.as_f64()));
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them draw paths"
        )]
        match instruction {
            I::RectPath(rect) => {
                let [x, y, wide, high] = [&rect.0, &rect.1, &rect.2, &rect.3].map(Number::as_f64);
                let (right, head) = (x + wide, y + high);
                self.is_other |= !to_page.is_square() || !self.parts.is_empty();
                self.parts.push(Vec::new());
                for corner in [(x, y), (right, y), (right, head), (x, head)] {
                    self.add(to_page.spot(corner));
                }
            }
            I::MoveTo(to) => {
                self.is_other = true;
                self.parts.push(Vec::new());
                self.add(spot(&to.0, &to.1));
            }
            I::LineTo(to) => self.add(spot(&to.0, &to.1)),
            I::CubicTo(c) => self.curve(spot(&c.0, &c.1), spot(&c.2, &c.3), spot(&c.4, &c.5)),
            I::CubicStartTo(c) => self.curve(self.last(), spot(&c.0, &c.1), spot(&c.2, &c.3)),
            I::CubicEndTo(c) => {
                let end = spot(&c.2, &c.3);
                self.curve(spot(&c.0, &c.1), end, end);
            }
            I::ClipNonZero(_) => return self.clip(false, clip),
            I::ClipEvenOdd(_) => return self.clip(true, clip),
            I::EndPath(_)
            | I::StrokePath(_)
            | I::CloseAndStrokePath(_)
            | I::FillPathNonZero(_)
            | I::FillPathNonZeroCompatibility(_)
            | I::FillPathEvenOdd(_)
            | I::FillAndStrokeNonZero(_)
            | I::FillAndStrokeEvenOdd(_)
            | I::CloseFillAndStrokeNonZero(_)
            | I::CloseFillAndStrokeEvenOdd(_) => *self = Self::default(),
            _ => {}
        }
        None
    }

    fn last(&self) -> Spot {
        let last = self.parts.last().and_then(|part| part.last());
        last.copied().unwrap_or_default()
    }

    fn add(&mut self, spot: Spot) {
        self.points += 1;
        if let Some(part) = self.parts.last_mut().filter(|_| self.points <= MOST_POINTS) {
            part.push(spot);
        }
    }

    /// Adds a curve, as three points on it and its end.
    fn curve(&mut self, first: Spot, second: Spot, end: Spot) {
        let start = self.last();
        for t in [0.25, 0.5, 0.75, 1.0] {
            let s = 1.0 - t;
            let parts = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
            let at = |of: fn(&Spot) -> f64| -> f64 {
                let spots = [start, first, second, end];
                spots
                    .iter()
                    .zip(parts)
                    .map(|(at, part)| of(at) * part)
                    .sum()
            };
            self.add((at(|spot| spot.0), at(|spot| spot.1)));
        }
    }

    fn clip(&self, is_even_odd: bool, clip: Option<&Clip>) -> Option<Clip> {
        let spots = self.parts.iter().flatten();
        let own = spots.map(|spot| boxed([*spot, *spot])).reduce(joined)?;
        let mut clip = clip.cloned().unwrap_or_else(|| Clip {
            around: own,
            shapes: Vec::new(),
            is_more: false,
        });
        clip.around = within(clip.around, own);
        if self.points > MOST_POINTS || clip.shapes.len() == MOST_SHAPES {
            clip.is_more = true;
        } else if self.is_other {
            clip.shapes.push(Rc::new(Shape {
                parts: self.parts.clone(),
                is_even_odd,
            }));
        }
        Some(clip)
    }
}

impl Clip {
    /// Says whether a spot may be outside of the outlines.
    pub(super) fn may_cut_off(&self, spot: Spot) -> bool {
        self.is_more || self.shapes.iter().any(|shape| !shape.is_around(spot))
    }

    /// Returns how many points have to be looked at.
    pub(super) fn points(&self) -> usize {
        let parts = self.shapes.iter().flat_map(|shape| &shape.parts);
        parts.map(Vec::len).sum()
    }
}

impl Shape {
    fn is_around(&self, (x, y): Spot) -> bool {
        let mut turns = 0_i32;
        for part in &self.parts {
            let ends = part.iter().cycle().skip(1);
            for (from, to) in part.iter().zip(ends) {
                let is_crossed = (from.1 > y) != (to.1 > y);
                if is_crossed && x < from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0) {
                    turns += if to.1 > from.1 { 1 } else { -1 };
                }
            }
        }
        if self.is_even_odd {
            turns % 2 != 0
        } else {
            turns != 0
        }
    }
}

fn boxed([one, other]: [Spot; 2]) -> [f64; 4] {
    [
        one.0.min(other.0),
        one.1.min(other.1),
        one.0.max(other.0),
        one.1.max(other.1),
    ]
}

fn joined(one: [f64; 4], other: [f64; 4]) -> [f64; 4] {
    [
        one[0].min(other[0]),
        one[1].min(other[1]),
        one[2].max(other[2]),
        one[3].max(other[3]),
    ]
}

fn within(one: [f64; 4], other: [f64; 4]) -> [f64; 4] {
    [
        one[0].max(other[0]),
        one[1].max(other[1]),
        one[2].min(other[2]),
        one[3].min(other[3]),
    ]
}

/// Says whether a letter of a size is cut off, whichever way it stands.
pub(super) fn is_cut_off(
    [left, foot, right, head]: [f64; 4],
    [from, to]: [Spot; 2],
    size: f64,
) -> bool {
    let [x0, y0, x1, y1] = boxed([from, to]);
    let beside = BESIDE + size;
    x1 < left - beside || x0 > right + beside || y1 < foot - beside || y0 > head + beside
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, made, with};
    use crate::model::{Check, Obstacle};

    const QUOTE: &str = "We will begin the works";

    const STATES: &str = "/ExtGState <</C <</ca 0>> /S <</ca 1>> /M <</SMask <</S /Luminosity /G 903 0 R>>>> \
        /N <</SMask /None>>>>";
    /// A mask that lets nothing through.
    const MASK: &str = "903 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 600 800] /Group <</S /Transparency \
        /CS /DeviceGray>> /Length 21>> stream\n0 g 0 0 600 800 re f \nendstream endobj\n";

    fn set(before: &str, y: u32) -> String {
        format!(
            "BT /F 12 Tf 72 700 Td (Before it all.) Tj ET q {before} BT /F 12 Tf 72 {y} Td ({QUOTE}) Tj ET Q\n\
             BT /F 12 Tf 72 100 Td (After it all.) Tj ET"
        )
    }

    #[test]
    fn what_is_cut_off_or_clear_is_hidden() {
        let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
        for before in [
            "0 0 600 200 re W n",
            "0 0 600 200 re W* n",
            "0 0 600 800 re W n 0 0 600 200 re W n",
            "0 0 10 10 re 0 20 600 100 re W n",
            "0.5 0 0 0.5 0 0 cm 0 0 600 400 re W n 2 0 0 2 0 0 cm",
            "/C gs",
            "0 0 m 600 0 l 600 200 l h W n",
            "0 0 600 200 re 0 0 m 9 9 l h W n",
        ] {
            let pdf = with(&[&set(before, 500)], STATES, MASK);
            assert_eq!(found(&pdf, QUOTE), hidden, "{before}");
            assert_eq!(found(&pdf, "After it all.").0, Check::Exact, "{before}");
        }
        for before in [
            "0 0 600 200 re W n Q q",
            "0 400 600 200 re W n",
            "0 505 600 20 re W n",
            "0 0 600 200 re f 0 400 600 200 re W n",
            "0 0 600 200 re n",
            "0 0 m 600 0 l 600 600 l 0 600 l h W n",
            "0 590 m 0 600 0 600 20 600 c 600 600 l 600 0 l 0 0 l h W n",
            "0 0 10 10 re 0 490 600 100 re W n",
            "/C gs /S gs",
            "q /M gs Q",
            "/M gs /N gs",
        ] {
            let pdf = with(&[&set(before, 500)], STATES, MASK);
            assert_eq!(found(&pdf, QUOTE).0, Check::Exact, "{before}");
        }
    }

    #[test]
    fn what_may_be_cut_off_or_masked_is_in_doubt() {
        for before in [
            // Below the text, beside it, and around it.
            "0 0 m 600 0 l 600 600 l 300 600 l 300 480 l 0 480 l h W n",
            "0 800 m 300 0 l 600 800 l h W n",
            "0 0 600 800 re 50 400 400 200 re W* n",
            "0 0 m 600 0 l 600 800 l 590 800 l 580 100 100 100 0 0 c h W n",
            "0.7 0.7 -0.7 0.7 0 0 cm 0 0 600 90 re W n 0.7 -0.7 0.7 0.7 0 0 cm",
            "/M gs",
            "BT 7 Tr /F 12 Tf 72 300 Td (mask) Tj ET 0 Tr",
            "7 Tr",
        ] {
            let pdf = with(&[&set(before, 500)], STATES, MASK);
            let unsure = (Check::CannotCheck, Some(Obstacle::Unsure));
            assert_eq!(found(&pdf, QUOTE), unsure, "{before}");
            assert_eq!(found(&pdf, "After it all.").0, Check::Exact, "{before}");
        }
    }

    #[test]
    fn words_whose_spaces_nobody_sees_are_not_absent() {
        let page = "BT /F 12 Tf 72 700 Td (N E W S  F R O M  T H E  T O W N) Tj ET\n\
            BT /F 40 Tf 72 600 Td (T) Tj /F 12 Tf 40 0 Td (he works will beg) Tj 0 -14 Td (in in the spring of it.) Tj ET";
        let pdf = made(&[page]);
        for quote in ["NEWS FROM THE TOWN", "The works will begin in the spring"] {
            assert!(found(&pdf, quote).0 != Check::Absent, "{quote}");
        }
        for quote in [
            "NEWS FROM A TOWN",
            "The works will end in the spring",
            "works will begin in the sprin",
        ] {
            assert_eq!(found(&pdf, quote).0, Check::Absent, "{quote}");
        }
    }
}
