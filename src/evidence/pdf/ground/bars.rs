//! Finds bars that a page of a PDF draws in place of words, or over them.

use super::super::lines::{Letter, SAME_LINE, along};
use super::super::matrix::Spot;
use super::super::outline::{Sure, boxed, joined};
use super::super::spent::Room;
use super::{COVERS, FAINT, Fill, Ground, band, difference};
use crate::characters::is_right_to_left;

/// A bar between two words is so wide at least, in parts of the size of their letters.
const NARROWEST: f64 = 0.25;
/// One at the end of a line or on a line of its own covers a word, and stands so near.
const WORD: f64 = 1.0;
const NEAR: f64 = 1.5;
/// Bars are looked for between lines that are no further apart.
const MOST_APART: f64 = 12.0;
/// It is looked for at so many places along a line at most.
const MOST_PLACES: f64 = 128.0;

/// A part of a page in which a bar may stand: where it begins and ends along the line, how far to its side its lower
/// and upper part are, and how wide the bar is at least.
struct Gap {
    along: [f64; 2],
    sides: [f64; 2],
    least: f64,
}

impl Ground {
    /// Says whether a bar stands between two letters that are read one after the other, or may.
    pub(in super::super) fn has_bar(&self, letters: [&Letter; 2], room: &mut Room) -> bool {
        if self.fills.is_empty() {
            return false;
        }
        let gaps = gaps(letters);
        gaps.iter().any(|gap| self.has_bar_in(gap, letters, room))
    }

    fn has_bar_in(&self, gap: &Gap, letters: [&Letter; 2], room: &mut Room) -> bool {
        let way = letters[0].way;
        let spot = |along, side| on_page((along, side), way);
        let corners = [0, 1].map(|end| spot(gap.along[end], gap.sides[end]));
        let frame = boxed(corners);
        let (lowest, highest) = (band(frame[1]), band(frame[3]));
        let bands = || self.bands.range(lowest..=highest).map(|(_, fills)| fills);
        if !room.may_look(bands().map(Vec::len).sum()) {
            return true;
        }
        let mut known: Vec<usize> = bands().flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        let fills = known
            .into_iter()
            .filter_map(|number| self.fills.get(number));
        let fills = fills.filter(|fill| {
            let both = joined(fill.outline.frame, frame);
            let wide = |of: [f64; 4], at: usize| of[at + 2] - of[at];
            let meets = |at| wide(both, at) <= wide(fill.outline.frame, at) + wide(frame, at);
            fill.alpha > COVERS && meets(0) && meets(1)
        });
        let mut fills = fills.collect::<Vec<_>>().into_iter();
        fills.any(|fill| self.is_bar(fill, gap, letters, room))
    }

    fn is_bar(&self, fill: &Fill, gap: &Gap, letters: [&Letter; 2], room: &mut Room) -> bool {
        let [one, next] = letters;
        let word = WORD * one.size.max(next.size);
        let step = (gap.least / 2.0).max((gap.along[1] - gap.along[0]) / MOST_PLACES);
        let points = fill.outline.points() + fill.clip.points();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is no more than what is looked for at most"
        )]
        let steps = ((gap.along[1] - gap.along[0]) / step) as usize;
        if !room.may_look(points * (steps + 4)) {
            return true;
        }
        // What is behind letters is a ground, and no bar; between two letters, what is behind both, or reaches out from
        // behind one no further than a margin does.
        let is_behind =
            |letter: &Letter| letter.body().iter().any(|spot| fill.has(*spot) != Sure::No);
        let is_ground = match (is_behind(one), is_behind(next)) {
            (true, true) => true,
            (false, false) => fill.has_letters,
            (true, false) | (false, true) => gap.least >= word,
        };
        if is_ground {
            return false;
        }
        // A small picture is an icon.
        let least = if fill.is_picture || is_behind(one) || is_behind(next) {
            word
        } else {
            gap.least
        };
        let needed = (least / step).ceil();
        let (mut along, mut run) = (gap.along[0], 0.0);
        while along <= gap.along[1] {
            let spots = gap.sides.map(|side| on_page((along, side), one.way));
            let is_there = spots.iter().all(|spot| fill.has(*spot) != Sure::No);
            run = if is_there { run + 1.0 } else { 0.0 };
            if run > needed && self.is_seen(spots[0], one, room) {
                return true;
            }
            along += step;
        }
        false
    }

    /// Says whether what is drawn at a spot differs from what is behind a letter.
    fn is_seen(&self, spot: Spot, letter: &Letter, room: &mut Room) -> bool {
        let mut at = |spot| self.at(spot, self.so_far(), letter, room)?.behind;
        let both = at(spot).zip(at(letter.body()[0]));
        both.is_none_or(|(bar, ground)| difference(bar, ground) >= FAINT)
    }
}

/// Returns where a bar may stand between two letters that are read one after the other.
fn gaps([one, next]: [&Letter; 2]) -> Vec<Gap> {
    let way = one.way;
    if way.0 * next.way.0 + way.1 * next.way.1 < 0.99 {
        return Vec::new();
    }
    let em = one.size.max(next.size);
    let ends = |letter: &Letter| {
        let [from, to] = letter.at.map(|spot| along(spot, way).0);
        [from.min(to), from.max(to)]
    };
    let [side, below] = [one, next].map(|letter| along(letter.at[0], way).1);
    let [first, second] = [one, next].map(ends);
    let body = |side: f64| [side + 0.1 * em, side + 0.45 * em];
    if (side - below).abs() <= SAME_LINE * em {
        let between = if first[0] <= second[0] {
            [first[1], second[0]]
        } else {
            [second[1], first[0]]
        };
        let least = NARROWEST * em;
        let is_gap = between[1] - between[0] >= least;
        return is_gap
            .then(|| Gap {
                along: between,
                sides: body(side),
                least,
            })
            .into_iter()
            .collect();
    }
    let is_turned = |letter: &Letter| letter.text.contains(is_right_to_left);
    let beside = |[from, to]: [f64; 2], is_after: bool| {
        if is_after {
            [to, to + NEAR * em]
        } else {
            [from - NEAR * em, from]
        }
    };
    let at_end = |along, side| Gap {
        along,
        sides: body(side),
        least: WORD * em,
    };
    let mut gaps = vec![
        at_end(beside(first, !is_turned(one)), side),
        at_end(beside(second, is_turned(next)), below),
    ];
    let apart = side - below;
    if (2.0 * em..MOST_APART * em).contains(&apart) {
        gaps.extend(rows_between(second, [below, side], em));
    }
    gaps
}

/// Returns where bars may stand that cover the lines between two.
fn rows_between([from, to]: [f64; 2], [below, above]: [f64; 2], em: f64) -> Vec<Gap> {
    let mut rows = Vec::new();
    let mut side = below + em;
    while side + 0.5 * em < above {
        rows.push(Gap {
            along: [from.max(to - em), to + WORD * em],
            sides: [side, side + 0.35 * em],
            least: WORD * em,
        });
        side += 0.35 * em;
    }
    rows
}

/// Returns the spot that is so far along a direction, and to the side of it.
fn on_page((along, side): (f64, f64), (ux, uy): Spot) -> Spot {
    (along * ux - side * uy, along * uy + side * ux)
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::{found, made};
    use crate::model::{Check, Obstacle};

    const QUOTE: &str = "We will begin the works in the spring";
    const UNSURE: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Unsure));

    /// Words from a place on.
    fn set(x: u32, y: u32, words: &str) -> String {
        format!("BT /F 12 Tf {x} {y} Td ({words}) Tj ET\n")
    }

    fn page(content: &str) -> Vec<u8> {
        let other = set(72, 300, "Some other words of the page stand here below.");
        made(&[&format!("{content}{other}")])
    }

    #[test]
    fn a_quote_over_a_bar_is_in_doubt() {
        let (we, begin) = (set(72, 700, "We will "), "begin the works in the spring.");
        let not = set(113, 700, "not ");
        let bar = "112.3 697 19 12 re f\n";
        let whole = set(72, 700, "We will not begin the works in the spring.");
        for content in [
            we.clone() + bar + &set(133, 700, begin),
            format!("{we}0.8 g {bar} 0 g {}", set(133, 700, begin)),
            we.clone() + &not + bar + &set(133, 700, begin),
            whole.clone() + "112.3 697 17.7 12 re f\n",
            // Drawn as a line, and several at once.
            whole.clone() + "12 w 112.3 703 m 130 703 l S\n",
            whole.clone() + "112.3 697 17.7 12 re 300 500 20 20 re f\n",
            // One that reaches under the next word, and a picture.
            format!(
                "0.8 g 112.3 697 28 12 re f 0 g {we}{}",
                set(133, 700, begin)
            ),
            we.clone()
                + "q 19 0 0 12 112.3 697 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"
                + &set(133, 700, begin),
            // With words on it that nobody sees.
            we.clone() + bar + &not + &set(133, 700, begin),
            we.clone() + "112.3 697 150 12 re f\n" + &set(267, 700, begin),
            // At the end of a line, at the beginning of one, and on a line of its own.
            we.clone() + bar + &set(72, 685, begin),
            we.clone() + "72 682 19 12 re f\n" + &set(95, 685, begin),
            we.clone() + "72 682 190 12 re f\n" + &set(72, 670, begin),
        ] {
            let pdf = page(&content);
            assert_eq!(found(&pdf, QUOTE), UNSURE, "{content}");
            let with = "We will never begin the works in the spring";
            assert_eq!(found(&pdf, with), UNSURE, "{content}");
            for quote in ["begin the works in the spring", "other words of the page"] {
                assert!(found(&pdf, quote).0.is_verified(), "{content}");
            }
            assert_eq!(found(&pdf, "Nobody said this in here").0, Check::Absent);
        }
    }

    #[test]
    fn grounds_lines_and_cells_are_no_bars() {
        let whole = set(72, 700, "We will begin the works in the spring.");
        let parted = set(72, 700, "We will ") + &set(120, 700, "begin the works in the spring.");
        let lines = set(72, 700, "We will begin") + &set(72, 686, "the works in the spring.");
        for content in [
            format!("0.9 g 60 690 400 30 re f 0 g {whole}"),
            // Behind a word, under it, beside the text and between two cells.
            format!("0.9 g 112 697 30 12 re f 0 g {whole}"),
            format!("112 697 30 1 re f {whole}"),
            format!("0.9 g 113 697 30 12 re f 0 g {parted}"),
            format!("{parted}q 8 0 0 8 112 699 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"),
            format!("60 600 6 120 re f {whole}"),
            format!("{parted}114 690 1 20 re f"),
            format!("{parted}1 g 112 697 8 12 re f 0 g"),
            // A cell beside one with two lines, and a line between them.
            format!(
                "0.9 g 150 680 100 40 re f 0 g {lines}{}",
                set(155, 690, "another")
            ),
            format!("{lines}72 696 300 1 re f"),
        ] {
            let told = found(&page(&content), QUOTE);
            assert!(told.0.is_verified(), "{content}: {told:?}");
        }
    }
}
