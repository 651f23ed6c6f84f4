//! Follows what a page of a PDF cuts off: rectangles, outside of which nothing is seen.

use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Number;

use super::matrix::{Matrix, Spot};

/// A letter is cut off whose foot is so far below, or beside; large ones reach up into what is seen.
const BESIDE: f64 = 2.0;

/// The path that is drawn now.
#[derive(Default)]
pub(super) struct Path {
    /// A box around its rectangles.
    around: Option<[f64; 4]>,
    /// Whether there is more to it.
    is_other: bool,
}

impl Path {
    /// Follows an instruction; returns what is cut off from here on, if that changes.
    pub(super) fn follow(
        &mut self,
        instruction: &TypedInstruction<'_, '_>,
        to_page: Matrix,
        clip: Option<[f64; 4]>,
    ) -> Option<[f64; 4]> {
        use TypedInstruction as I;
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "drawing has many instructions, and few of them draw paths"
        )]
        match instruction {
            I::RectPath(rect) => {
                let [x, y, wide, high] = [&rect.0, &rect.1, &rect.2, &rect.3].map(Number::as_f64);
                let ends = [(x, y), (x + wide, y + high)].map(|end| to_page.spot(end));
                self.is_other |= !to_page.is_square();
                self.around = Some(match self.around {
                    Some(around) => joined(around, boxed(ends)),
                    None => boxed(ends),
                });
            }
            I::MoveTo(_) | I::LineTo(_) | I::CubicTo(_) | I::CubicStartTo(_) | I::CubicEndTo(_) => {
                self.is_other = true;
            }
            I::ClipNonZero(_) | I::ClipEvenOdd(_) => {
                let own = self.around.filter(|_| !self.is_other)?;
                return Some(clip.map_or(own, |clip| within(clip, own)));
            }
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
        ] {
            let states = "/ExtGState <</C <</ca 0>> /S <</ca 1>>>>";
            let pdf = with(&[&set(before, 500)], states, "");
            assert_eq!(found(&pdf, QUOTE), hidden, "{before}");
            assert_eq!(found(&pdf, "After it all.").0, Check::Exact, "{before}");
        }
        for before in [
            "0 0 600 200 re W n Q q",
            "0 400 600 200 re W n",
            "0 505 600 20 re W n",
            "0 0 600 200 re f 0 400 600 200 re W n",
            "0 0 600 200 re n",
            "0 0 m 600 0 l 600 200 l h W n",
            "0 0 10 10 re 0 490 600 100 re W n",
            "/C gs /S gs",
        ] {
            let states = "/ExtGState <</C <</ca 0>> /S <</ca 1>>>>";
            let pdf = with(&[&set(before, 500)], states, "");
            assert_eq!(found(&pdf, QUOTE).0, Check::Exact, "{before}");
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
