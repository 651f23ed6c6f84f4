//! Looks for quotes in a text whatever its spaces, as that of a PDF: words that are set wide (`N E W S`), large first
//! letters, and lines that end in a word leave spaces that nobody sees.

use std::ops::Range;

use super::edges::is_joined;

/// A text with fewer letters may stand anywhere by chance.
const FEWEST: usize = 8;

/// So many letters that each stand apart are a word that is set wide.
const FEWEST_OF_WIDE: usize = 4;

/// Which spaces of a text may be none.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Spaces {
    All,
    /// Those in and beside words that are set wide, and at letters that programs part which read PDFs: those that
    /// change beside one another.
    OfWideWords,
    /// The same, in what a program read of a PDF: where a line ended at a hyphen, it left the hyphen out.
    OfReadPdf,
}

/// Says whether a letter is of a script in which letters change beside one another: Arabic, those of India and of
/// Southeast Asia.
fn is_changing(c: char) -> bool {
    !c.is_numeric()
        && matches!(u32::from(c), 0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0xDFF | 0xE00..=0x109F | 0x1780..=0x17FF)
}

/// Returns where words that are set wide stand in a text, with the letters beside them.
fn wide_words(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let (mut at, mut start, mut run) = (0, 0, 0);
    let mut is_run = false;
    for word in text.split_inclusive(' ').chain(["end"]) {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        // Two letters may be set close, and marks stand alone.
        if letters <= 2 {
            start = if is_run { start } else { at };
            run += usize::from(letters == 1 && word.starts_with(char::is_alphabetic));
        } else {
            if run >= FEWEST_OF_WIDE {
                all.push(start..at + 1);
            }
            run = 0;
        }
        is_run = letters <= 2;
        at += word.len();
    }
    all
}

/// A text without spaces, with the way back.
struct Packed {
    text: String,
    /// Where each letter stands in the text, by its byte here; the end is the last.
    places: Vec<(usize, usize)>,
}

fn packed(text: &str, spaces: Spaces) -> Packed {
    let is_left_out = |c: char| c.is_whitespace() || spaces == Spaces::OfReadPdf && c == '-';
    let mut all = Packed {
        text: String::with_capacity(text.len()),
        places: Vec::with_capacity(text.len()),
    };
    for (at, c) in text.char_indices().filter(|(_, c)| !is_left_out(*c)) {
        all.places.push((all.text.len(), at));
        all.text.push(c);
    }
    all
}

/// Says which quotes stand in a normalised text, whatever some of its spaces, from the edge of a word to another.
pub(super) fn stand(text: &str, quotes: &[String], spaces: Spaces) -> Vec<bool> {
    let wide = match spaces {
        Spaces::All => None,
        Spaces::OfWideWords | Spaces::OfReadPdf => Some(wide_words(text)),
    };
    let has_none = wide.as_ref().is_some_and(Vec::is_empty) && spaces == Spaces::OfWideWords;
    if has_none && !text.contains(is_changing) {
        return vec![false; quotes.len()];
    }
    let all = packed(text, spaces);
    let stands = |quote: &String| {
        let own = packed(quote, spaces);
        let sought = &own.text;
        sought.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST
            && all.text.match_indices(sought).any(|(start, _)| {
                let end = start + sought.len();
                is_edge(text, all.place(start), true)
                    && is_edge(text, all.end(end), false)
                    && wide.as_deref().is_none_or(|wide| {
                        let here = all.gaps(text, start..end);
                        let there = own.gaps(quote, 0..sought.len());
                        here.zip(there).all(|((at, here), (_, there))| {
                            let next = text.get(at..).and_then(|next| next.chars().next());
                            let may_go = || is_within(at, wide) || next.is_some_and(is_changing);
                            let lacks_hyphen =
                                || spaces == Spaces::OfReadPdf && here.is_empty() && there == "-";
                            here == there
                                || here.trim() == there.trim() && may_go()
                                || lacks_hyphen()
                        })
                    })
            })
    };
    quotes.iter().map(stands).collect()
}

/// Says whether a byte stands in one of some stretches, which are in order.
fn is_within(at: usize, stretches: &[Range<usize>]) -> bool {
    let next = stretches.partition_point(|stretch| stretch.end <= at);
    stretches
        .get(next)
        .is_some_and(|stretch| stretch.contains(&at))
}

impl Packed {
    /// Shows where each letter but the first of a stretch stands in the text, and what is left out before it.
    fn gaps<'t>(
        &self,
        text: &'t str,
        stretch: Range<usize>,
    ) -> impl Iterator<Item = (usize, &'t str)> {
        let first = self
            .places
            .partition_point(|(here, _)| *here <= stretch.start);
        let letters = self.places.windows(2).skip(first.saturating_sub(1));
        let letters = letters.take_while(move |two| two[1].0 < stretch.end);
        letters.map(|two| {
            let ([before, at], packed) = ([two[0].1, two[1].1], two[1].0 - two[0].0);
            (at, text.get(before + packed..at).unwrap_or_default())
        })
    }

    fn place(&self, byte: usize) -> usize {
        let found = self.places.binary_search_by_key(&byte, |(here, _)| *here);
        let found = found.ok().and_then(|index| self.places.get(index));
        found.map_or(0, |(_, at)| *at)
    }

    /// Returns where the letter begins that is the last before a byte.
    fn end(&self, byte: usize) -> usize {
        let after = self.places.partition_point(|(here, _)| *here < byte);
        let last = after.checked_sub(1).and_then(|last| self.places.get(last));
        last.map_or(0, |(_, at)| *at)
    }
}

/// Says whether no word goes on before a letter, or after it.
fn is_edge(text: &str, at: usize, is_start: bool) -> bool {
    let (before, from) = text.split_at_checked(at).unwrap_or_default();
    let mut from = from.chars();
    let letter = from.next();
    let beside = if is_start {
        before.chars().next_back().zip(letter)
    } else {
        letter.zip(from.next())
    };
    !beside.is_some_and(|(one, other)| is_joined(one, other))
}

#[cfg(test)]
mod tests {
    use super::{Spaces, stand};
    use crate::evidence::tests::look;
    use crate::model::{Check, Obstacle};

    #[test]
    fn words_that_are_set_wide_make_nothing_absent() {
        let text = "and c l o s e d b e f o re E a s t e r , ” s a i d We d o n o t.";
        let doubt = (Check::CannotCheck, Some(Obstacle::BrokenWord));
        assert_eq!(look(text, "closed before Easter,” said We do not."), doubt);
        assert_eq!(
            look(text, "closed before Easter,” said We do.").0,
            Check::Absent
        );
        let text = "He said: T h e   m o n e y   w a s   n o t   f o u n d, and left a box.";
        assert_eq!(look(text, "The money was not found"), doubt);
        assert_eq!(look(text, "The money was never found").0, Check::Absent);
        for (text, quote, other) in [
            (
                "সভাকক্ষে এলেন, আর ঘাট পূ জার আগে বন্\nধ হবে না",
                "ঘাট পূজার আগে বন্ধ হবে না",
                "ঘাট পূজার আগে বন্ধ হবে",
            ),
            (
                "ការបោះឆ្នោ តមិនត្រូវបានពន្យារទេ",
                "ការបោះឆ្នោតមិនត្រូវបានពន្យារ",
                "ការបោះឆ្នោតត្រូវបានពន្យារ",
            ),
            (
                "«ن حن لا نق بل إ غ لاق الرصي ف",
                "نحن لا نقبل إغلاق الرصيف",
                "نحن نقبل إغلاق الرصيف",
            ),
        ] {
            assert_eq!(look(text, quote), doubt, "{quote}");
            assert_ne!(look(text, other), (Check::Exact, None), "{quote}");
        }
        assert_eq!(
            look("«ن حن لا نق بل إ غ لاق الرصي ف", "نحن نقبل إغلاق الرصيف").0,
            Check::Absent
        );
    }

    /// As `pdftotext` joins lines.
    #[test]
    fn hyphens_that_a_program_left_out_make_nothing_absent() {
        let doubt = (Check::CannotCheck, Some(Obstacle::BrokenWord));
        let text = "A 47year old ship of the wellknown kind is not on her way.\u{C}";
        assert_eq!(
            look(text, "A 47-year old ship of the well-known kind is not"),
            doubt
        );
        assert_eq!(
            look(text, "A 47-year old ship of the well-known kind is on").0,
            Check::Absent
        );
        assert_eq!(
            look(text, "A 47year old ship of the well known kind is not").0,
            Check::Absent
        );
        let written = text.trim_end();
        assert_eq!(
            look(written, "A 47-year old ship of the well-known kind is not").0,
            Check::Absent
        );
    }

    #[test]
    fn spaces_beside_words_that_are_not_set_wide_are_spaces() {
        let doubt = (Check::CannotCheck, Some(Obstacle::BrokenWord));
        let text = "Vitamins A B C D and E are sold. The plan is now here to stay, and the man sat a part from us.";
        for quote in ["The plan is nowhere to stay", "the man sat apart from us"] {
            assert_eq!(look(text, quote).0, Check::Absent, "{quote}");
        }
        assert_eq!(look(text, "Vitamins ABCD and E are sold"), doubt);
        // Without such words spaces are what they are.
        assert_eq!(
            look("They may be every day there", "They maybe everyday there").0,
            Check::Absent
        );
    }

    #[test]
    fn spaces_that_nobody_sees_are_none() {
        for (text, quote, stands) in [
            ("T H E N E W S of the day", "THE NEWS of the day", true),
            ("T he works will begin", "The works will begin", true),
            ("we will begin the wor ks now", "will begin the works", true),
            ("unable to begin the work", "able to begin the work", false),
            ("able to begin the works", "able to begin the work", false),
            ("we will not begin it", "we will begin it", false),
            ("a b c", "ab c", false),
        ] {
            let quotes = [quote.to_owned()];
            assert_eq!(stand(text, &quotes, Spaces::All), [stands], "{quote}");
        }
    }
}
