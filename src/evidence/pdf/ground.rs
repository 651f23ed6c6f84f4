//! Follows what a page of a PDF fills, to tell which letters differ from what is behind them, and which are
//! covered by what is drawn later.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::clip::Clip;
use super::colours::{Colour, Ink, PAPER, difference, over};
use super::lines::Letter;
use super::matrix::Spot;
use super::outline::{Frame, Outline, Sure, is_within, within};
use super::spent::Room;

/// What is narrower is behind no letter, and hides none.
pub(super) const NARROW: f64 = 2.0;
/// How high the bands are by which what is filled is found again.
const BAND: f64 = 24.0;
/// So much is kept of what a page fills.
const MOST_FILLS: usize = 1 << 16;
const MOST_BANDS: usize = 1 << 20;
/// Letters that differ less from what is behind them are not seen, and perhaps not seen.
const UNSEEN: f64 = 0.03;
const FAINT: f64 = 0.1;
/// What is filled this much covers.
const COVERS: f64 = 0.9;

/// A part of a page that is filled.
pub(super) struct Fill {
    pub(super) outline: Outline,
    pub(super) clip: Rc<Clip>,
    pub(super) ink: Ink,
    /// How much of what is behind it is not seen through it, from 0 to 1.
    pub(super) alpha: f64,
    /// Whether its colour depends on what is behind it, or only parts of it are drawn.
    pub(super) is_mixed: bool,
    pub(super) is_picture: bool,
}

/// What a page fills, in the order in which it does.
#[derive(Default)]
pub(super) struct Ground {
    fills: Vec<Fill>,
    bands: BTreeMap<i64, Vec<usize>>,
    banded: usize,
    /// Whether the page fills more.
    is_more: bool,
}

/// A letter of a page, and what it is drawn with.
pub(super) struct Set {
    pub(super) letter: Letter,
    /// How much was filled before.
    pub(super) after: usize,
    /// With which inks, and how much of them.
    pub(super) inks: Vec<(Ink, f64)>,
}

impl Fill {
    fn has(&self, spot: Spot) -> Sure {
        self.outline.has(spot).min(self.clip.has(spot))
    }
}

impl Ground {
    /// Returns how much is filled by now.
    pub(super) fn so_far(&self) -> usize {
        self.fills.len()
    }

    pub(super) fn add(&mut self, fill: Fill) {
        let [left, foot, right, head] = within(fill.outline.frame, fill.clip.frame);
        if !(right - left >= NARROW && head - foot >= NARROW) || fill.ink == Ink::None {
            return;
        }
        let (lowest, highest) = (band(foot), band(head));
        let bands = usize::try_from(highest.saturating_sub(lowest));
        self.banded = self.banded.saturating_add(bands.unwrap_or(usize::MAX));
        if self.fills.len() == MOST_FILLS || self.banded > MOST_BANDS {
            self.is_more = true;
            return;
        }
        for band in lowest..=highest {
            self.bands.entry(band).or_default().push(self.fills.len());
        }
        self.fills.push(fill);
    }

    /// Says what hides a letter, and what may: that it is as what is behind it, or that something covers it.
    pub(super) fn judge(&self, set: Set, room: &mut Room) -> Letter {
        let Set {
            mut letter,
            after,
            inks,
        } = set;
        let [low, high] = letter.body();
        let spot = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
        let none = Vec::new();
        let here = self.bands.get(&band(spot.1)).unwrap_or(&none);
        let points: usize = here
            .iter()
            .filter_map(|at| self.fills.get(*at))
            .map(|fill| fill.outline.points())
            .sum();
        if self.is_more || !room.may_look(points) {
            letter.is_doubtful = true;
            return letter;
        }
        let (mut behind, mut uncovered, mut may_be_covered) = (Some(PAPER), 1.0, false);
        let mut is_drawn = false;
        for at in here {
            let Some((fill, is)) = self.fills.get(*at).map(|fill| (fill, fill.has(spot))) else {
                continue;
            };
            is_drawn |= is != Sure::No && fill.is_picture
                || !fill.outline.is_box() && is_about(fill.outline.frame, spot, letter.size);
            match (*at < after, is) {
                (_, Sure::No) => {}
                (true, Sure::Yes) if !fill.is_mixed => behind = over(behind, fill.ink, fill.alpha),
                (true, _) => behind = None,
                (false, _) if fill.is_mixed => {}
                // A picture may show the words that it covers, as that of a scan does.
                (false, Sure::Yes) if !fill.is_picture => uncovered *= 1.0 - fill.alpha,
                (false, _) => may_be_covered |= fill.alpha > COVERS,
            }
        }
        let differs = inks
            .iter()
            .map(|(ink, alpha)| alpha * contrast(*ink, behind));
        let seen = differs.fold(0.0, f64::max);
        // A picture or outlines may show what letters only say.
        letter.is_hidden |= seen < UNSEEN && !is_drawn || uncovered < 1.0 - COVERS;
        letter.is_doubtful |= seen < FAINT || may_be_covered;
        letter
    }
}

/// Says whether what has a frame stands at a spot, and is about as large as a letter there.
fn is_about(frame: Frame, spot: Spot, size: f64) -> bool {
    is_within(spot, frame) && frame[3] - frame[1] < 2.0 * size && frame[2] - frame[0] < 2.0 * size
}

fn contrast(ink: Ink, behind: Option<Colour>) -> f64 {
    match (ink, behind) {
        (Ink::None, _) => 0.0,
        (Ink::Of(colour), Some(behind)) => difference(colour, behind),
        (Ink::Of(_) | Ink::Some | Ink::Sparse, _) => 1.0,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "what is outside of all bands is at their ends"
)]
fn band(height: f64) -> i64 {
    (height / BAND).floor() as i64
}
