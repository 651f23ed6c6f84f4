//! Sets names apart whose letters run against the text around them, so that they stand in its order:
//! a Hebrew name in an English chain, a Latin one in a Persian sentence.
//!
//! By characters of Unicode that no brief may hold. Plain texts keep them; each form with markup
//! writes what it has for them.

use std::borrow::Cow;

use crate::characters::{is_left_to_right, is_right_to_left};

/// Begins a text that has a direction of its own, that of its first letter, and ends it.
pub(crate) const ISOLATE: char = '\u{2068}';
pub(crate) const END_OF_ISOLATE: char = '\u{2069}';
/// Begin a text that has this direction, whatever its first letter.
const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';

const MARKS: [char; 4] = [ISOLATE, LEFT_TO_RIGHT, RIGHT_TO_LEFT, END_OF_ISOLATE];

/// A piece of a text with isolates.
pub(crate) enum Piece<'t> {
    Text(&'t str),
    /// An isolate begins, with its text and what follows.
    Isolate(&'t str),
    /// One begins in this direction, as HTML has it.
    Directed(&'static str),
    End,
}

/// Sets a text apart if it has a letter that runs against the text around it.
pub(crate) fn isolated(text: &str, right_to_left: bool) -> Cow<'_, str> {
    let runs_against = if right_to_left {
        is_left_to_right
    } else {
        is_right_to_left
    };
    if text.chars().any(runs_against) {
        format!("{ISOLATE}{text}{END_OF_ISOLATE}").into()
    } else {
        text.into()
    }
}

/// Returns the mark that begins a text of a direction.
pub(super) fn directed(right_to_left: bool) -> char {
    if right_to_left {
        RIGHT_TO_LEFT
    } else {
        LEFT_TO_RIGHT
    }
}

/// Says whether a text has parts that are set apart.
pub(super) fn has_isolates(text: &str) -> bool {
    text.contains(MARKS)
}

/// Says whether most letters of a sentence are read from right to left; nothing of one without letters. Its
/// first letter would not tell: Hebrew sentences begin with Latin names.
pub(crate) fn is_mostly_right_to_left(text: &str) -> Option<bool> {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (mut right, mut left) = (0_usize, 0_usize);
    for c in letters {
        if is_right_to_left(c) {
            right += 1;
        } else if is_left_to_right(c) {
            left += 1;
        }
    }
    (right + left > 0).then_some(right > left)
}

/// Goes through a text piece by piece.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = rest.find(MARKS).unwrap_or(rest.len());
        if at > 0 {
            let (text, after) = rest.split_at(at);
            rest = after;
            return Some(Piece::Text(text));
        }
        let mark = rest.chars().next()?;
        rest = rest.strip_prefix(mark).unwrap_or("");
        Some(match mark {
            ISOLATE => Piece::Isolate(rest),
            LEFT_TO_RIGHT => Piece::Directed("ltr"),
            RIGHT_TO_LEFT => Piece::Directed("rtl"),
            _ => Piece::End,
        })
    })
}

/// Says whether a text begins, by its first letter, with words that are read from right to left.
pub(crate) fn begins_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(is_right_to_left)
}

#[cfg(test)]
mod tests {
    use unicode_bidi::{BidiInfo, Level};

    use super::{is_mostly_right_to_left, isolated};

    /// Returns a line as a reader sees it from left to right.
    fn seen(line: &str, right_to_left: bool) -> String {
        let level = if right_to_left {
            Level::rtl()
        } else {
            Level::ltr()
        };
        let info = BidiInfo::new(line, Some(level));
        let paragraph = info.paragraphs.first().expect("a line");
        info.reorder_line(paragraph, paragraph.range.clone())
            .into_owned()
    }

    /// Names of every kind, as written and as seen from left to right: letters of one direction and of
    /// both, digits, marks at their ends.
    const NAMES: &[(&str, &str)] = &[
        ("Ann Example", "Ann Example"),
        ("אבג", "גבא"),
        ("القناة", "ةانقلا"),
        ("\"Yahoo!\"", "\"Yahoo!\""),
        ("ערוץ 12", "12 ץורע"),
        ("24", "24"),
        ("C++", "C++"),
    ];

    /// Whatever the names, a chain is read in its own order.
    #[test]
    fn a_name_alone_of_its_direction_is_left_as_it_is() {
        assert_eq!(isolated("Ann 24", false), "Ann 24");
        assert_eq!(isolated("אבג", true), "אבג");
        assert_eq!(isolated("אבג", false), "\u{2068}אבג\u{2069}");
    }

    #[test]
    fn a_chain_is_read_in_its_order() {
        for right_to_left in [false, true] {
            let arrow = if right_to_left { " ← " } else { " → " };
            for (first, first_seen) in NAMES {
                for (second, second_seen) in NAMES {
                    for (third, third_seen) in NAMES {
                        let steps =
                            [first, second, third].map(|name| isolated(name, right_to_left));
                        let shown = seen(&steps.join(arrow), right_to_left);
                        let shown = shown.replace(['\u{2068}', '\u{2069}'], "");
                        let mut expected = [*first_seen, *second_seen, *third_seen];
                        if right_to_left {
                            expected.reverse();
                        }
                        assert_eq!(shown, expected.join(arrow), "{steps:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_sentence_has_the_direction_of_most_of_its_letters() {
        for (text, expected) in [
            ("AquaNord מודיעה שהחליפה את הממברנות.", Some(true)),
            ("מים, says Ann Bell, and nothing else.", Some(false)),
            ("12 – 24", None),
        ] {
            assert_eq!(is_mostly_right_to_left(text), expected, "{text}");
        }
    }
}
