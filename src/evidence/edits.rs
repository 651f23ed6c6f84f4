//! Finds quotes with marks of cuts and insertions: … and [ ].

use std::ops::Range;

use super::normalise::piece;
use super::places::Needle;

/// A cut may leave out this many characters at most.
pub(super) const MOST_CUT: usize = 2_000;
/// Words that an insertion stands for are this many characters at most.
const MOST_REPLACED: usize = 200;

#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) needle: Needle<'a>,
    /// How many characters may stand between it and the part before.
    gap: usize,
}

/// Parts the ends of a normalised passage, which stand around its `…` or `[…]`.
pub(super) fn ends(passage: &str) -> Vec<Part<'_>> {
    let ends = passage.split("[…]").flat_map(|end| end.split('…'));
    let ends = ends.map(str::trim).filter(|end| !end.is_empty());
    ends.map(|end| Part {
        needle: Needle::whole(end),
        gap: MOST_CUT,
    })
    .collect()
}

/// Splits a normalised quote at its marks.
///
/// A mark that touches a letter, as in `[T]he` and `talk[ed]`, lets the part begin or end within a
/// word.
pub(super) fn parts(quote: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = quote;
    let mut gap = 0;
    let mut after_bracket = false;
    while !rest.is_empty() {
        let at = rest.find(['…', '[']).unwrap_or(rest.len());
        let (literal, marked) = rest.split_at(at);
        let before_bracket = marked.starts_with('[');
        if !literal.trim().is_empty() {
            parts.push(Part {
                needle: Needle {
                    text: literal.trim(),
                    open_start: after_bracket && !literal.starts_with(' '),
                    open_end: before_bracket && !literal.ends_with(' '),
                },
                gap,
            });
            gap = 0;
        }
        let end = if before_bracket {
            marked.find(']').map_or(marked.len(), |at| at + 1)
        } else {
            marked.chars().next().map_or(0, char::len_utf8)
        };
        let (mark, following) = marked.split_at(end);
        after_bracket = before_bracket;
        let is_cut = mark.contains('…');
        gap = gap.max(if is_cut { MOST_CUT } else { MOST_REPLACED });
        rest = following;
    }
    parts
}

/// Returns the place of the longest part in the list.
pub(super) fn longest(parts: &[Part<'_>]) -> Option<usize> {
    let lengths = parts.iter().map(|part| part.needle.text.chars().count());
    lengths
        .enumerate()
        .max_by_key(|(index, length)| (*length, usize::MAX - index))
        .map(|(index, _)| index)
}

/// A place of a part, and which place of the part before it follows.
type Step = (Range<usize>, usize);

/// Finds the parts in order around a place of one of them, all within the gaps that are allowed.
pub(super) fn around(
    text: &str,
    parts: &[Part<'_>],
    known: usize,
    at: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    let reach: usize = parts
        .iter()
        .take(known + 1)
        .map(|part| part.needle.text.len() + part.gap * 4)
        .sum();
    let mut levels: Vec<Vec<Step>> = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        let steps = if index == known {
            steps_to(text, part, levels.last(), std::slice::from_ref(at))
        } else {
            let window = match levels.last() {
                None => at.start.saturating_sub(reach)..at.start,
                Some(before) => {
                    let ends = || before.iter().map(|(at, _)| at.end);
                    let (first, last) = (ends().min().unwrap_or(0), ends().max().unwrap_or(0));
                    first..last + part.gap * 4 + part.needle.text.len()
                }
            };
            steps_to(text, part, levels.last(), &occurrences(text, part, window))
        };
        if steps.is_empty() {
            return None;
        }
        levels.push(steps);
    }
    Some(back(&levels))
}

pub(super) fn occurrences(text: &str, part: &Part<'_>, window: Range<usize>) -> Vec<Range<usize>> {
    let start = text.floor_char_boundary(window.start);
    let end = text.ceil_char_boundary(window.end.min(text.len()));
    let needle = &part.needle;
    piece(text, start..end)
        .match_indices(needle.text)
        .map(|(at, found)| start + at..start + at + found.len())
        .filter(|at| needle.may_stand(text, at))
        .collect()
}

/// Keeps those places that follow a place of the part before, the nearest one.
fn steps_to(
    text: &str,
    part: &Part<'_>,
    before: Option<&Vec<Step>>,
    at: &[Range<usize>],
) -> Vec<Step> {
    let Some(before) = before else {
        return at.iter().map(|at| (at.clone(), 0)).collect();
    };
    let mut steps = Vec::new();
    for place in at {
        // Places are in order, and so are their ends.
        let preceding = before.partition_point(|(at, _)| at.end <= place.start);
        let Some(nearest) = preceding.checked_sub(1) else {
            continue;
        };
        let between = piece(text, before[nearest].0.end..place.start);
        if between.chars().nth(part.gap).is_none() {
            steps.push((place.clone(), nearest));
        }
    }
    steps
}

fn back(levels: &[Vec<Step>]) -> Vec<Range<usize>> {
    let mut places = Vec::with_capacity(levels.len());
    let mut index = 0;
    for steps in levels.iter().rev() {
        if let Some((at, before)) = steps.get(index) {
            places.push(at.clone());
            index = *before;
        }
    }
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::{MOST_CUT, around, longest, parts};

    fn found(quote: &str, text: &str) -> Option<Vec<String>> {
        let parts = parts(quote);
        let known = longest(&parts)?;
        let needle = &parts[known].needle;
        text.match_indices(needle.text)
            .map(|(at, found)| at..at + found.len())
            .filter(|at| needle.may_stand(text, at))
            .find_map(|at| around(text, &parts, known, &at))
            .map(|places| {
                places
                    .iter()
                    .map(|at| text.get(at.clone()).unwrap().to_owned())
                    .collect()
            })
    }

    #[test]
    fn cuts_leave_words_out() {
        let text = "We will, as we said, defend every inch of it";
        assert!(found("We will … defend every inch", text).is_some());
        assert!(found("We will […] defend every inch", text).is_some());
        assert_eq!(
            found("… as we said, … of it …", text).unwrap(),
            ["as we said,", "of it"]
        );
        assert!(found("defend every inch … We will", text).is_none());
        assert!(found("We … defends every inch", text).is_none());
    }

    #[test]
    fn insertions_replace_or_add_words() {
        let text = "They were not discussed or entertained by him.";
        assert!(
            found(
                "[The troops] were not discussed or entertained by [Trump].",
                text
            )
            .is_some()
        );
        assert!(found("They were not [yet] discussed", text).is_some());
        assert!(found("They were discussed", text).is_none());
        assert!(found("[T]hey were not discuss[ing]", text).is_some());
    }

    #[test]
    fn parts_are_whole_words() {
        assert!(found("able to … attack", "unable to quickly attack").is_none());
        assert!(found("able to … attack", "able to quickly attack").is_some());
    }

    #[test]
    fn gaps_are_bounded() {
        let text = |gap| format!("We begin here{}and end there.", "x ".repeat(gap));
        assert!(found("We begin … and end there", "We begin and end there").is_some());
        assert!(found("begin … end there", &text(MOST_CUT / 2 - 10)).is_some());
        assert!(found("begin … end there", &text(MOST_CUT / 2)).is_none());
        assert!(found("begin [x] end there", &text(200)).is_none());
    }

    #[test]
    fn a_later_place_of_a_part_may_be_the_one() {
        let [near, far, on] = [50, 750, 300].map(|words| "x ".repeat(words));
        let text = format!("We begin here {near} it {far} it {on} is the end of all.");
        assert!(found("We begin … it … is the end of all", &text).is_some());
    }
}
