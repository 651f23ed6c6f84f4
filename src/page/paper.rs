//! The paper that a page is printed on.

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216: 210 × 297 mm.
    A4,
    /// ANSI/ASME Y14.1: 8.5 × 11 in.
    Letter,
}

impl Paper {
    /// Returns the name, which CSS knows too.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }

    /// Returns width and height in points, of which an inch has 72.
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0 / 25.4 * 72.0, 297.0 / 25.4 * 72.0),
            Self::Letter => (8.5 * 72.0, 11.0 * 72.0),
        }
    }
}
