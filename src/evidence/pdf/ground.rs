//! Follows what a page of a PDF fills, to tell which letters differ from what is behind them, and which are
//! covered by what is drawn later.

mod bars;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::clip::Clip;
use super::colours::{Colour, Ink, PAPER, UNSEEN, difference, over};
use super::lines::Letter;
use super::matrix::Spot;
use super::outline::{Frame, Outline, Sure, is_within, within};
use super::spent::Room;
use super::state::Blend;

/// What is narrower is a hair, which is behind no letter and hides none, and a line.
pub(super) const HAIR: f64 = 0.4;
const NARROW: f64 = 2.0;
/// How high the bands are by which what is filled is found again.
const BAND: f64 = 24.0;
/// So much is kept of what a page fills.
const MOST_FILLS: usize = 1 << 16;
const MOST_KEPT: usize = 1 << 20;
/// Letters that differ less from what is behind them are perhaps not seen.
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
    /// Whether only parts of it are drawn.
    pub(super) is_partial: bool,
    pub(super) blend: Blend,
    pub(super) is_picture: bool,
    /// Whether it is behind letters that are seen.
    pub(super) has_letters: bool,
}

/// What a page fills, in the order in which it does.
#[derive(Default)]
pub(super) struct Ground {
    fills: Vec<Fill>,
    bands: BTreeMap<i64, Vec<usize>>,
    banded: usize,
    points: usize,
    /// Whether the page fills more.
    is_more: bool,
}

/// A letter of a page, and what it is drawn with.
pub(super) struct Painted {
    pub(super) letter: Letter,
    /// How much was filled before.
    pub(super) after: usize,
    /// With which inks, and how much of them.
    pub(super) inks: Vec<(Ink, f64)>,
    /// Whether they make what is behind them darker, only.
    pub(super) is_darker: bool,
}

impl Fill {
    fn is_narrow(&self) -> bool {
        let [left, foot, right, head] = within(self.outline.frame, self.clip.frame);
        (right - left).min(head - foot) < NARROW
    }

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
        if !(right - left >= HAIR && head - foot >= HAIR) || fill.ink == Ink::None {
            return;
        }
        let (lowest, highest) = (band(foot), band(head));
        let bands = usize::try_from(highest.saturating_sub(lowest));
        self.banded = self.banded.saturating_add(bands.unwrap_or(usize::MAX));
        self.points += fill.outline.points();
        if self.fills.len() == MOST_FILLS || self.banded.max(self.points) > MOST_KEPT {
            self.is_more = true;
            return;
        }
        for band in lowest..=highest {
            self.bands.entry(band).or_default().push(self.fills.len());
        }
        self.fills.push(fill);
    }

    /// Says what hides a letter, and what may: that it is as what is behind it, or that something covers it.
    pub(super) fn judge(&mut self, painted: Painted, room: &mut Room) -> Letter {
        let mut letter = painted.letter;
        let [Some(low), Some(middle), Some(high)] = letter
            .body()
            .map(|spot| self.at(spot, painted.after, &letter, room))
        else {
            letter.is_doubtful = true;
            return letter;
        };
        let contrast = |behind: Option<Colour>| {
            let differs = painted.inks.iter();
            differs
                .map(|(ink, alpha)| alpha * contrast(*ink, behind, painted.is_darker))
                .fold(0.0, f64::max)
        };
        let seen = contrast(low.behind).max(contrast(high.behind));
        // A picture or outlines may show what letters only say.
        let is_drawn = low.is_drawn || high.is_drawn;
        letter.is_hidden |= seen < UNSEEN && !is_drawn || low.is_covered && high.is_covered;
        letter.is_doubtful |= seen < FAINT;
        for at in [&low, &middle, &high] {
            letter.is_doubtful |=
                at.may_be_covered || contrast(at.behind).max(contrast(at.ground)) < FAINT;
        }
        for number in low.fills.into_iter().filter(|_| !letter.is_hidden) {
            if let Some(fill) = self.fills.get_mut(number) {
                fill.has_letters = true;
            }
        }
        letter
    }

    /// Says what is behind a spot of a letter and over it, if there is room to look.
    fn at(&self, spot: Spot, after: usize, letter: &Letter, room: &mut Room) -> Option<At> {
        let here = self.bands.get(&band(spot.1)).map_or(&[][..], Vec::as_slice);
        (!self.is_more && room.may_look(here.len())).then_some(())?;
        let mut at = At {
            behind: Some(PAPER),
            ground: Some(PAPER),
            is_covered: false,
            may_be_covered: false,
            is_drawn: false,
            fills: Vec::new(),
        };
        let mut uncovered = 1.0;
        for number in here {
            let fill = self.fills.get(*number)?;
            if !is_within(spot, fill.outline.frame) {
                continue;
            }
            room.may_look(fill.outline.points() + fill.clip.points())
                .then_some(())?;
            let is = fill.has(spot);
            let is_whole = !fill.is_partial && fill.blend == Blend::No;
            at.is_drawn |= is != Sure::No && fill.is_picture
                || !fill.outline.is_box() && is_small(fill.outline.frame, letter.size);
            match (*number < after, is) {
                (_, Sure::No) => {}
                (true, Sure::Yes) if is_whole => {
                    at.fills.push(*number);
                    at.behind = over(at.behind, fill.ink, fill.alpha);
                    if !fill.is_narrow() {
                        at.ground = over(at.ground, fill.ink, fill.alpha);
                    }
                }
                (true, _) => (at.behind, at.ground) = (None, None),
                // A marker leaves letters as they are, but a black one.
                (false, _) if fill.blend == Blend::Darker => {
                    at.may_be_covered |= fill.alpha > COVERS && is_black(fill.ink);
                }
                // What is clear in parts lets words be seen that it covers, unless it is over one of them alone.
                (false, _) if fill.is_partial => {
                    at.may_be_covered |=
                        fill.is_picture && fill.alpha > COVERS && is_of_word(fill, letter.size);
                }
                // A picture may show the words that it covers, as that of a scan does.
                (false, Sure::Yes) if is_whole && !fill.is_picture => {
                    uncovered *= 1.0 - fill.alpha;
                    // Half of a letter is covered; by a line, it is struck out or crossed, and seen.
                    at.may_be_covered |= !fill.is_narrow() && fill.alpha > COVERS;
                }
                (false, _) => at.may_be_covered |= fill.alpha > COVERS,
            }
        }
        at.is_covered = uncovered < 1.0 - COVERS;
        Some(at)
    }
}

/// What is drawn at a spot of a letter, before it and after it.
struct At {
    /// The colour behind it, if that is known.
    behind: Option<Colour>,
    /// The same without lines.
    ground: Option<Colour>,
    is_covered: bool,
    may_be_covered: bool,
    /// Whether a picture is there, or an outline as of a letter.
    is_drawn: bool,
    /// What is filled behind it.
    fills: Vec<usize>,
}

/// Says whether what has a frame is about as large as a letter.
fn is_small([left, foot, right, head]: Frame, size: f64) -> bool {
    (right - left).max(head - foot) < 2.0 * size
}

/// Says whether something is about as large as a word.
fn is_of_word(fill: &Fill, size: f64) -> bool {
    let [left, foot, right, head] = within(fill.outline.frame, fill.clip.frame);
    head - foot < 3.0 * size && right - left < 8.0 * size
}

fn is_black(ink: Ink) -> bool {
    matches!(ink, Ink::Of(colour) if difference(colour, [0.0; 3]) < FAINT)
}

fn contrast(ink: Ink, behind: Option<Colour>, is_darker: bool) -> f64 {
    match (ink, behind) {
        (Ink::None, _) => 0.0,
        (Ink::Of(colour), Some(behind)) if is_darker => {
            let mut darker = behind;
            for (part, by) in darker.iter_mut().zip(colour) {
                *part *= by;
            }
            difference(darker, behind)
        }
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

#[cfg(test)]
mod tests;
