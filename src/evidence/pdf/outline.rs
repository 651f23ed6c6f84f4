//! Outlines that a page of a PDF draws, and what lies within them.

use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Number;

use super::matrix::{Matrix, Spot};

/// An outline of more points is not followed.
const MOST_POINTS: usize = 512;
/// Corners that are so near stand in one line.
const SAME: f64 = 1e-3;

/// Whether something is so, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    No,
    Perhaps,
    Yes,
}

/// A part of a page: left, foot, right and head.
pub(super) type Frame = [f64; 4];

const NOWHERE: Frame = [
    f64::INFINITY,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NEG_INFINITY,
];

/// How an outline is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) enum Drawn {
    Filled,
    FilledEvenOdd,
    /// As a line, half as wide.
    Around(f64),
}

/// An outline.
#[derive(Debug)]
pub(super) struct Outline {
    parts: Vec<Vec<Spot>>,
    kind: Kind,
    pub(super) frame: Frame,
}

#[derive(Debug)]
enum Kind {
    Box,
    Drawn(Drawn),
    /// It has so many points that only its frame is known.
    Large,
}

/// The path that is drawn now.
#[derive(Default)]
pub(super) struct Path {
    parts: Vec<Vec<Spot>>,
    points: usize,
    /// As far as it reaches, if it has too many points to keep.
    reach: Option<Frame>,
    /// Whether what is outside of it is cut off once it is drawn.
    pub(super) cuts: Option<Drawn>,
}

impl Path {
    /// Returns a rectangle.
    pub(super) fn of([left, foot, right, head]: Frame, to_page: Matrix) -> Self {
        let mut path = Self::default();
        path.parts.push(Vec::new());
        for corner in [(left, foot), (right, foot), (right, head), (left, head)] {
            path.add(to_page.spot(corner));
        }
        path.close();
        path
    }

    /// Follows an instruction that draws a path.
    pub(super) fn follow(&mut self, instruction: &TypedInstruction<'_, '_>, to_page: Matrix) {
        use TypedInstruction as I;
        let spot = |x: &Number, y: &Number| to_page.spot((x.as_f64(), y.as_f64()));
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them draw paths"
        )]
        match instruction {
            I::RectPath(rect) => {
                let [x, y, wide, high] = [&rect.0, &rect.1, &rect.2, &rect.3].map(Number::as_f64);
                let rect = Self::of([x, y, x + wide, y + high], to_page);
                self.points += rect.points;
                self.reach = self.reach.into_iter().chain(rect.reach).reduce(joined);
                if self.points <= MOST_POINTS {
                    self.parts.extend(rect.parts);
                }
            }
            I::MoveTo(to) => {
                if self.points <= MOST_POINTS {
                    self.parts.push(Vec::new());
                }
                self.add(spot(&to.0, &to.1));
            }
            I::LineTo(to) => self.add(spot(&to.0, &to.1)),
            I::CubicTo(c) => self.curve(spot(&c.0, &c.1), spot(&c.2, &c.3), spot(&c.4, &c.5)),
            I::CubicStartTo(c) => self.curve(self.last(), spot(&c.0, &c.1), spot(&c.2, &c.3)),
            I::CubicEndTo(c) => {
                let end = spot(&c.2, &c.3);
                self.curve(spot(&c.0, &c.1), end, end);
            }
            I::ClosePath(_)
            | I::CloseAndStrokePath(_)
            | I::CloseFillAndStrokeNonZero(_)
            | I::CloseFillAndStrokeEvenOdd(_) => self.close(),
            _ => {}
        }
    }

    fn last(&self) -> Spot {
        let last = self.parts.last().and_then(|part| part.last());
        last.copied().unwrap_or_default()
    }

    fn add(&mut self, spot: Spot) {
        self.points += 1;
        let own = boxed([spot, spot]);
        self.reach = Some(self.reach.map_or(own, |reach| joined(reach, own)));
        if let Some(part) = self.parts.last_mut().filter(|_| self.points <= MOST_POINTS) {
            part.push(spot);
        }
    }

    fn close(&mut self) {
        if let Some(first) = self.parts.last().and_then(|part| part.first()).copied()
            && self.last() != first
        {
            self.add(first);
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

    /// Returns the outline that was drawn, if there is one; of spots alone, one that has nothing within it.
    pub(super) fn outline(&self, drawn: Drawn) -> Option<Outline> {
        let reach = self.reach?;
        let is_large = self.points > MOST_POINTS;
        let parts: Vec<Vec<Spot>> = if is_large {
            Vec::new()
        } else {
            let lines = self.parts.iter().filter(|part| part.len() > 1);
            lines.cloned().collect()
        };
        let spots = parts.iter().flatten();
        let drawn_to = spots.map(|spot| boxed([*spot, *spot])).reduce(joined);
        let mut frame = if is_large {
            reach
        } else {
            drawn_to.unwrap_or(NOWHERE)
        };
        if let Drawn::Around(half) = drawn {
            let [left, foot, right, head] = frame;
            frame = [left - half, foot - half, right + half, head + half];
        }
        let is_box = match &*parts {
            [one] => is_box(one),
            several => several.is_empty(),
        };
        let kind = if is_large {
            Kind::Large
        } else if is_box && !matches!(drawn, Drawn::Around(_)) {
            Kind::Box
        } else {
            Kind::Drawn(drawn)
        };
        Some(Outline { parts, kind, frame })
    }
}

/// Says whether a part is a rectangle that lies straight.
fn is_box(part: &[Spot]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < SAME;
    let part = match part {
        [first, .., last] if near(first.0, last.0) && near(first.1, last.1) => {
            part.get(1..).unwrap_or_default()
        }
        part => part,
    };
    let [a, b, c, d] = part else {
        return false;
    };
    let lies = |a: &Spot, b: &Spot, c: &Spot, d: &Spot| {
        near(a.1, b.1) && near(b.0, c.0) && near(c.1, d.1) && near(d.0, a.0)
    };
    lies(a, b, c, d) || lies(b, c, d, a)
}

impl Outline {
    /// Says whether it is a rectangle that lies straight.
    pub(super) fn is_box(&self) -> bool {
        matches!(self.kind, Kind::Box)
    }

    /// Says whether a spot lies within it, or on its line.
    pub(super) fn has(&self, spot: Spot) -> Sure {
        if !is_within(spot, self.frame) {
            return Sure::No;
        }
        let is_so = match self.kind {
            Kind::Large => return Sure::Perhaps,
            Kind::Box => true,
            Kind::Drawn(Drawn::Filled) => self.turns(spot) != 0,
            Kind::Drawn(Drawn::FilledEvenOdd) => self.turns(spot) % 2 != 0,
            Kind::Drawn(Drawn::Around(half)) => self.is_near(spot, half),
        };
        if is_so { Sure::Yes } else { Sure::No }
    }

    /// How many points have to be looked at for that.
    pub(super) fn points(&self) -> usize {
        match self.kind {
            Kind::Large | Kind::Box => 1,
            Kind::Drawn(_) => self.parts.iter().map(Vec::len).sum(),
        }
    }

    fn turns(&self, (x, y): Spot) -> i32 {
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
        turns
    }

    fn is_near(&self, (x, y): Spot, half: f64) -> bool {
        let mut lines = self.parts.iter().flat_map(|part| part.windows(2));
        lines.any(|line| {
            let [from, to] = line else { return false };
            let (along, up) = (to.0 - from.0, to.1 - from.1);
            let long = (along * along + up * up).max(f64::MIN_POSITIVE);
            let part = (((x - from.0) * along + (y - from.1) * up) / long).clamp(0.0, 1.0);
            (x - from.0 - part * along).hypot(y - from.1 - part * up) <= half
        })
    }
}

pub(super) fn is_within((x, y): Spot, [left, foot, right, head]: Frame) -> bool {
    (left..=right).contains(&x) && (foot..=head).contains(&y)
}

pub(super) fn boxed([one, other]: [Spot; 2]) -> Frame {
    [
        one.0.min(other.0),
        one.1.min(other.1),
        one.0.max(other.0),
        one.1.max(other.1),
    ]
}

pub(super) fn joined(one: Frame, other: Frame) -> Frame {
    [
        one[0].min(other[0]),
        one[1].min(other[1]),
        one[2].max(other[2]),
        one[3].max(other[3]),
    ]
}

pub(super) fn within(one: Frame, other: Frame) -> Frame {
    [
        one[0].max(other[0]),
        one[1].max(other[1]),
        one[2].min(other[2]),
        one[3].min(other[3]),
    ]
}
