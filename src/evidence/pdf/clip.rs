//! Says what of a page of a PDF is cut off: outlines, outside of which nothing is seen.

use std::rc::Rc;

use super::lines::Letter;
use super::outline::{Frame, Outline, Sure, is_within, within};

/// Outlines in each other are kept as deep as this.
const MOST_OUTLINES: usize = 8;

/// What is seen: nothing outside of a frame, and of outlines that are no rectangles.
#[derive(Clone, Debug)]
pub(super) struct Clip {
    pub(super) frame: Frame,
    outlines: Vec<Rc<Outline>>,
    /// Whether there is more to it.
    is_more: bool,
}

impl Clip {
    pub(super) fn new(frame: Frame) -> Self {
        Self {
            frame,
            outlines: Vec::new(),
            is_more: false,
        }
    }

    /// Cuts off what is outside of an outline, too.
    pub(super) fn cut(&mut self, outline: Outline) {
        self.frame = within(self.frame, outline.frame);
        if outline.is_box() {
            return;
        }
        self.is_more |= self.outlines.len() == MOST_OUTLINES;
        if !self.is_more {
            self.outlines.push(Rc::new(outline));
        }
    }

    /// Says whether a spot is within. Curves are not followed closely, so what is outside of them may be.
    pub(super) fn has(&self, spot: super::matrix::Spot) -> Sure {
        if !is_within(spot, self.frame) {
            Sure::No
        } else if self.is_more || self.outlines.iter().any(|one| one.has(spot) != Sure::Yes) {
            Sure::Perhaps
        } else {
            Sure::Yes
        }
    }

    /// Says whether a letter is within: perhaps, if a part of it is.
    pub(super) fn shows(&self, letter: &Letter) -> Sure {
        let [low, middle, high] = letter.body().map(|spot| self.has(spot));
        if low == high && low == middle {
            low
        } else {
            Sure::Perhaps
        }
    }

    /// Returns how many points have to be looked at for that.
    pub(super) fn points(&self) -> usize {
        self.outlines.iter().map(|one| one.points()).sum()
    }
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
            "0 498 600 20 re W n",
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
            // Half a line of it, below the text, beside it, and around it.
            "0 505 600 20 re W n",
            "0 0 m 600 0 l 600 600 l 300 600 l 300 480 l 0 480 l h W n",
            "0 800 m 300 0 l 600 800 l h W n",
            "0 0 600 800 re 50 400 400 200 re W* n",
            "0 0 m 600 0 l 600 800 l 590 800 l 580 100 100 100 0 0 c h W n",
            "0.7 0.7 -0.7 0.7 0 0 cm 0 0 900 90 re W n 0.7 -0.7 0.7 0.7 0 0 cm",
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
