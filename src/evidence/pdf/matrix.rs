//! Says where on its page something stands that a PDF sets.

use hayro_syntax::object::Number;

/// A point of a page, in its units.
pub(super) type Spot = (f64, f64);

/// What moves, turns and scales: a, b, c, d, e and f of the standard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix([f64; 6]);

impl Matrix {
    pub(super) const NONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn new(numbers: [f64; 6]) -> Self {
        Self(numbers)
    }

    pub(super) fn of(numbers: [&Number; 6]) -> Self {
        Self(numbers.map(Number::as_f64))
    }

    pub(super) fn moving(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Returns what does this first, and then another.
    pub(super) fn then(self, next: Self) -> Self {
        let [.., right, up] = self.0;
        let first = next.way((self.0[0], self.0[1]));
        let second = next.way((self.0[2], self.0[3]));
        let moved = next.spot((right, up));
        Self([first.0, first.1, second.0, second.1, moved.0, moved.1])
    }

    pub(super) fn spot(self, at: Spot) -> Spot {
        let [.., right, up] = self.0;
        let way = self.way(at);
        (way.0 + right, way.1 + up)
    }

    /// Returns how far and in which direction a way leads.
    pub(super) fn way(self, (x, y): Spot) -> Spot {
        let [xx, xy, yx, yy, ..] = self.0;
        (xx * x + yx * y, xy * x + yy * y)
    }
}

pub(super) fn length((x, y): Spot) -> f64 {
    x.hypot(y)
}
