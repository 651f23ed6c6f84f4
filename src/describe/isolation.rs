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

/// Begin words of the page in another language than the brief's, and words of the brief beside them, whatever
/// their direction; pages alone have them.
pub(super) const WORDS: char = '\u{FDD4}';
pub(super) const OF_BRIEF: char = '\u{FDD5}';
/// What stands for their directions until the page puts in their languages, too.
pub(crate) const IN_WORDS: &str = "words";
pub(crate) const IN_BRIEF: &str = "brief";

const MARKS: [char; 6] = [
    ISOLATE,
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    WORDS,
    OF_BRIEF,
    END_OF_ISOLATE,
];

/// A piece of a text with isolates.
pub(crate) enum Piece<'t> {
    Text(&'t str),
    /// An isolate begins, with its text and what follows.
    Isolate(&'t str),
    /// One begins in this direction, as HTML has it; or words of a language, [`IN_WORDS`], [`IN_BRIEF`].
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

/// Sets a text apart, by the mark of its direction.
pub(super) fn set_apart(text: &str, direction: char) -> String {
    format!("{direction}{text}{END_OF_ISOLATE}")
}

/// Says whether a text has parts that are set apart.
pub(crate) fn has_isolates(text: &str) -> bool {
    text.contains(MARKS)
}

/// How many letters of a text are read from right to left, and how many from left to right; those of labels of
/// ours, such as C1, are not of its language.
struct Letters {
    right: usize,
    left: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let (mut right, mut left) = (0, 0);
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !is_label(word));
        for c in words.flat_map(str::chars).filter(|c| c.is_alphabetic()) {
            right += usize::from(is_right_to_left(c));
            left += usize::from(is_left_to_right(c));
        }
        Self { right, left }
    }
}

fn is_label(word: &str) -> bool {
    let number = word.strip_prefix(|c: char| c.is_ascii_uppercase());
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Says whether words that the writer of a brief wrote are read from right to left, as the brief is: so they
/// are, however many names of another direction stand in them, unless all their letters run against it.
/// Nothing of a text without letters.
pub(super) fn is_written_right_to_left(text: &str, right_to_left: bool) -> Option<bool> {
    let Letters { right, left } = Letters::of(text);
    (right + left > 0).then_some(if right_to_left { right > 0 } else { left == 0 })
}

/// Says the same of words that somebody else wrote, in a language that is not said: it is that of most of their
/// letters, but in a brief that is read from right to left Latin names may be most of its own language.
pub(crate) fn is_quoted_right_to_left(text: &str, right_to_left: bool) -> Option<bool> {
    let Letters { right, left } = Letters::of(text);
    (right + left > 0).then_some(right > if right_to_left { 0 } else { left })
}

/// Says whether a text has letters of both directions.
pub(super) fn has_both_directions(text: &str) -> bool {
    let Letters { right, left } = Letters::of(text);
    right > 0 && left > 0
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
            WORDS => Piece::Directed(IN_WORDS),
            OF_BRIEF => Piece::Directed(IN_BRIEF),
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

    use super::{is_quoted_right_to_left, is_written_right_to_left, isolated};

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
    fn what_the_writer_wrote_has_the_direction_of_the_brief() {
        for (text, [in_hebrew, in_english]) in [
            ("OpenAI תרכוש את Scale AI", [Some(true), Some(false)]),
            ("Bell, אבגדהוזחטיכלמנ, left", [Some(true), Some(false)]),
            ("Bell left.", [Some(false), Some(false)]),
            ("אבג (C1).", [Some(true), Some(true)]),
            ("12 – 24", [None, None]),
        ] {
            assert_eq!(is_written_right_to_left(text, true), in_hebrew, "{text}");
            assert_eq!(is_written_right_to_left(text, false), in_english, "{text}");
        }
    }

    #[test]
    fn a_quote_has_the_direction_of_its_letters() {
        for (text, [in_hebrew, in_english]) in [
            ("OpenAI תרכוש את Scale AI", [Some(true), Some(false)]),
            (
                "AquaNord מודיעה שהחליפה את הממברנות.",
                [Some(true), Some(true)],
            ),
            ("Bell left.", [Some(false), Some(false)]),
            ("12 – 24", [None, None]),
        ] {
            assert_eq!(is_quoted_right_to_left(text, true), in_hebrew, "{text}");
            assert_eq!(is_quoted_right_to_left(text, false), in_english, "{text}");
        }
    }
}
