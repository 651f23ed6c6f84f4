//! Decides where a run of claims may part over two sides of paper.
//!
//! The chain of a run is drawn again where it goes on, beside the claims and as high as it needs, so the
//! claims on either side have to be as high. How high they are is known to browsers alone: claims are taken to be
//! as low as they can be, and what stands beside them as high.

use crate::export::drawing::width::{self, SIZE};
use crate::model::{Claim, Report};

/// In points, as `print.css` sets them.
const LINE: usize = 12;
const SMALL_LINE: usize = 10;
const DRAWING: usize = 9;
const BETWEEN: usize = 4;

/// How wide columns are, in hundredths of the size of their type: that of claims at its widest, on Letter; those
/// beside it at their narrowest, on A4.
const CLAIMS: usize = 3400;
const WHOLE: i32 = 1980;
const VOICES: i32 = 750;
const STEP: i32 = 550;
const ONLY_STEP: i32 = 1170;

/// Widths are told of the widest serifs: the narrowest are so wide, in hundredths of those.
const NARROWEST: usize = 72;
/// So wide a word of the page's own fonts is at most.
const LEAST: i32 = 95;
/// Remarks are set so much smaller, in hundredths.
const SMALLER: usize = 84;
/// What is longer is higher than any chain.
const LONGEST: usize = 4000;

/// What stands beside a run, put together from above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside(usize);

impl Beside {
    /// The names of a chain that run on in lines.
    pub(super) fn running_on(names: &str) -> Self {
        Self(DRAWING + SMALL_LINE * lines(names, WHOLE))
    }

    /// Says whether the names of a chain fit each in its own column, no word parted.
    pub(super) fn fit_in_columns(voices: &str, steps: &[String]) -> bool {
        let fits = |name: &str, column: i32| {
            let mut parts = name.split_inclusive(['-', '\u{2013}']);
            parts.all(|part| width::of_widest_word(part) * LEAST <= column * SIZE)
        };
        let column = step_column(steps);
        fits(voices, VOICES) && steps.iter().all(|step| fits(step, column))
    }

    /// The names of a chain, each in its own column.
    pub(super) fn in_columns(voices: &str, steps: &[String]) -> Self {
        let column = step_column(steps);
        let steps = steps.iter().map(|step| lines(step, column));
        let highest = steps.fold(lines(voices, VOICES), usize::max);
        Self(DRAWING + SMALL_LINE * highest)
    }

    /// A paragraph, such as the one that names the record.
    pub(super) fn paragraph(text: &str) -> Self {
        Self(SMALL_LINE * lines(text, WHOLE))
    }

    pub(super) fn below(self, below: Self) -> Self {
        Self(self.0 + BETWEEN + below.0)
    }
}

fn step_column(steps: &[String]) -> i32 {
    if steps.len() == 1 { ONLY_STEP } else { STEP }
}

fn lines(text: &str, most: i32) -> usize {
    let text: String = text.chars().take(LONGEST).collect();
    width::lines(&text, most * SIZE / 100, false).texts.len()
}

/// Returns how high a claim is at least, in points.
pub(super) fn least_height(claim: &Claim, report: &Report) -> usize {
    let quotes = report.quotes.iter().map(|quote| width(&quote.text));
    let text = width(&claim.says.plain()) + quotes.sum::<usize>();
    let remarks = claim.note.iter().chain(&report.characterised);
    let remarks: usize = remarks.map(|remark| width(&remark.plain())).sum();
    let width = (text + remarks * SMALLER / 100) * NARROWEST / 100;
    LINE * width.div_ceil(CLAIMS).max(1)
}

/// Measures a text in hundredths of the size of its type.
fn width(text: &str) -> usize {
    let text: String = text.chars().take(LONGEST).collect();
    usize::try_from(width::of(&text) * 100 / SIZE).unwrap_or(0)
}

/// Says of each claim of a run, by their least heights, whether a side may begin with it.
pub(super) fn may_begin(beside: Beside, heights: &[usize]) -> Vec<bool> {
    let whole: usize = heights.iter().sum();
    let mut before = 0;
    let each = heights.iter().map(|height| {
        let is_room = before >= beside.0 && whole - before >= beside.0;
        before += height;
        is_room && before > *height
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::{Beside, may_begin};

    #[test]
    fn a_run_parts_where_the_claims_on_either_side_are_as_high_as_its_chain() {
        let parts = |beside, heights: &[usize]| may_begin(Beside(beside), heights);
        assert_eq!(parts(24, &[12, 12, 24, 12]), [false, false, true, false]);
        assert_eq!(parts(24, &[36, 36, 36]), [false, true, true]);
        assert_eq!(parts(48, &[36, 36]), [false, false]);
        assert_eq!(parts(0, &[12, 12]), [false, true]);
        assert_eq!(parts(24, &[]), Vec::<bool>::new());
    }

    #[test]
    fn the_longest_name_of_a_chain_decides_how_high_it_is() {
        let steps = |names: &[&str]| {
            let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
            Beside::in_columns("Ann Bell", &names)
        };
        assert_eq!(steps(&["The Herald"]), Beside(19));
        assert_eq!(steps(&["The Herald", "a text"]), Beside(29));
        assert_eq!(Beside::running_on("Ann Bell → The Herald"), Beside(19));
        assert_eq!(Beside::paragraph("On record").below(Beside(19)), Beside(33));
    }
}
