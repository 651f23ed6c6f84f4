//! Tells whether a quote stands in a plain text of which the lines are out of order, as programs write
//! the columns of a PDF, or its words from right to left.

use std::collections::HashMap;

mod columns;
mod embedded;
mod numbers;
mod side_by_side;
mod turned;

use aho_corasick::AhoCorasick;

use super::normalise::Normalised;
use columns::cells;
pub(super) use columns::{is_of_columns, parted_places};
pub(super) use embedded::in_order_of_reading;
pub(super) use numbers::without_line_numbers;
pub(super) use side_by_side::by_columns;
pub(super) use turned::{from_right_to_left, has_lost_letters, has_scattered_letters};

/// A quote goes on in one of so many pieces of lines.
const MOST_BETWEEN: usize = 12;
/// The beginning of a quote is found by so many letters, or by fewer at the end of a piece.
const HEAD: usize = 6;
const SHORTEST_HEAD: usize = 3;
/// What is left out once has so many letters at least, unless it is of another column or sentence: a writer
/// may leave out a "not".
const SHORTEST_GAP: usize = 8;
/// So many ways to go on are tried of a quote, from so many places.
const MOST_STEPS: usize = 20_000;
const MOST_BEGINNINGS: usize = 256;
/// A quote runs over so many pieces at most.
const MOST_PIECES: usize = 500;

/// Says of each quote whether it stands in a text if pieces of lines are left out in it.
pub(super) fn stand_over_gaps(text: &str, quotes: &[&str]) -> Vec<bool> {
    let lines = cells(text).into_iter();
    let (pieces, is_gap): (Vec<String>, Vec<bool>) =
        lines.flat_map(|line| pieces_of(&line)).unzip();
    let quotes: Vec<String> = quotes
        .iter()
        .map(|quote| letters(longest_part(quote)))
        .collect();
    let mut found = vec![false; quotes.len()];
    let mut steps = vec![0; quotes.len()];
    for (quote, piece, at) in beginnings(&pieces, &quotes) {
        if found[quote] {
            continue;
        }
        let rest = pieces[piece].get(at..).unwrap_or_default();
        if let Some(left) = quotes[quote]
            .strip_prefix(rest)
            .filter(|left| !left.is_empty())
        {
            let mut way = Way {
                pieces: &pieces,
                is_gap: &is_gap,
                steps: &mut steps[quote],
            };
            found[quote] = way.goes_on(piece, left, false, MOST_PIECES);
        }
    }
    found
}

/// Returns the pieces of a line, and whether one alone shows, if it is left out, that something is.
fn pieces_of(cells: &[&str]) -> Vec<(String, bool)> {
    let cells = cells.iter().filter(|cell| !cell.trim().is_empty());
    let pieces = cells.map(|cell| (letters(cell), cell.trim()));
    let pieces: Vec<_> = pieces.filter(|(piece, _)| !piece.is_empty()).collect();
    // Typists set two spaces after a sentence.
    let mut ends = pieces.iter().rev().skip(1);
    let has_columns = ends.any(|(_, cell)| !cell.ends_with(['.', '!', '?', ':']));
    let is_alone = pieces.len() == 1;
    let is_gap = |cell| has_columns || is_alone && is_apart(cell);
    pieces
        .into_iter()
        .map(|(piece, cell)| (piece, is_gap(cell)))
        .collect()
}

/// Says whether a line is likely of another sentence than the lines around it, or a number of its own.
fn is_apart(line: &str) -> bool {
    line.starts_with(char::is_uppercase) || !line.ends_with(char::is_alphabetic)
}

/// Returns a text without what line ends may add or take.
fn letters(text: &str) -> String {
    Normalised::of(text).text().replace([' ', '-'], "")
}

fn longest_part(quote: &str) -> &str {
    let parts = quote.split(['…', '[', ']']);
    parts.max_by_key(|part| part.len()).unwrap_or(quote)
}

/// Returns where quotes may begin: which, in which piece, at which byte of it.
fn beginnings(pieces: &[String], quotes: &[String]) -> Vec<(usize, usize, usize)> {
    let mut heads: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut short: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, quote) in quotes.iter().enumerate() {
        let ends = quote.char_indices().map(|(at, _)| at).take(HEAD + 1);
        let ends: Vec<usize> = ends.skip(SHORTEST_HEAD).collect();
        let Some((last, shorter)) = ends.split_last() else {
            continue;
        };
        let head = |end: &usize| quote.get(..*end).unwrap_or_default();
        heads.entry(head(last)).or_default().push(number);
        for end in shorter {
            short.entry(head(end)).or_default().push(number);
        }
    }
    let mut texts: Vec<&str> = heads.keys().copied().collect();
    texts.sort_unstable();
    let Ok(automaton) = AhoCorasick::new(&texts) else {
        return Vec::new();
    };
    let mut times = vec![0; quotes.len()];
    let mut found = Vec::new();
    let mut add = |quotes: Option<&mut Vec<usize>>, piece: usize, at: usize| {
        // What begins in many places is looked for in the first ones.
        if let Some(quotes) = quotes {
            quotes.retain(|quote| {
                times[*quote] += 1;
                found.push((*quote, piece, at));
                times[*quote] < MOST_BEGINNINGS
            });
        }
    };
    for (number, piece) in pieces.iter().enumerate() {
        for head in automaton.find_overlapping_iter(piece) {
            let text = texts[head.pattern()];
            add(heads.get_mut(text), number, head.start());
        }
        let ends = piece.char_indices().rev().map(|(at, _)| at);
        for at in ends.take(HEAD).skip(SHORTEST_HEAD - 1) {
            let end = piece.get(at..).unwrap_or_default();
            add(short.get_mut(end), number, at);
        }
    }
    found
}

/// A way through the pieces of a text.
struct Way<'a> {
    pieces: &'a [String],
    /// Which of them show alone that something is left out.
    is_gap: &'a [bool],
    steps: &'a mut usize,
}

impl Way<'_> {
    /// Says whether what is left of a quote goes on after a piece, with others between at least once.
    fn goes_on(&mut self, after: usize, left: &str, has_gap: bool, room: usize) -> bool {
        for next in after + 1..self.pieces.len().min(after + 1 + MOST_BETWEEN) {
            *self.steps += 1;
            if *self.steps > MOST_STEPS || room == 0 {
                return false;
            }
            let between = self.pieces.get(after + 1..next).unwrap_or_default();
            let shows = self.is_gap.get(after + 1..next).unwrap_or_default();
            let is_gap = between.iter().map(String::len).sum::<usize>() >= SHORTEST_GAP;
            let has_gap = has_gap || is_gap || shows.contains(&true);
            let piece = &*self.pieces[next];
            if piece.starts_with(left) {
                if has_gap {
                    return true;
                }
            } else if let Some(left) = left.strip_prefix(piece)
                && self.goes_on(next, left, has_gap, room - 1)
            {
                return true;
            }
        }
        false
    }
}

/// Returns a text with all lams and alefs that stand side by side in one order; nothing, if it has none.
pub(super) fn in_one_order(text: &str) -> Option<String> {
    let is_of_ligature = |c: char| matches!(c, 'ل' | 'ا' | 'أ' | 'إ' | 'آ');
    if !text.contains('ل') {
        return None;
    }
    let mut all: Vec<char> = text.chars().collect();
    for run in all.chunk_by_mut(|a, b| is_of_ligature(*a) && is_of_ligature(*b)) {
        if run.len() > 1 {
            run.sort_unstable();
        }
    }
    Some(all.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::stand_over_gaps;
    use crate::evidence::tests::look;
    use crate::model::{Check, Obstacle};

    const OUT_OF_ORDER: (Check, Option<Obstacle>) =
        (Check::CannotCheck, Some(Obstacle::OutOfOrder));

    #[test]
    fn quotes_in_columns_are_not_absent() {
        let side_by_side = "We will begin the works in the      The council met on Monday and\n\
            spring, after the long win-         heard what the engineers had to\n\
            ter, and not before that day.       say of the old bridge.\n";
        for quote in [
            "begin the works in the spring, after the long winter, and not before",
            "the spring, after the",
            "heard what the engineers had to say of the old bridge",
            "The council met on Monday and heard what",
        ] {
            assert_eq!(look(side_by_side, quote), OUT_OF_ORDER, "{quote}");
        }
        for quote in [
            "We will not begin the works in the spring",
            "begin the works in the summer, after the long winter",
            "say of the old bridge, and not before that day",
        ] {
            assert_eq!(look(side_by_side, quote).0, Check::Absent, "{quote}");
        }
        let line_by_line = side_by_side.replace("      ", "\n");
        let quote = "begin the works in the spring, after the long winter";
        assert_eq!(look(&line_by_line, quote), OUT_OF_ORDER);
    }

    /// However short what stands in the other column is.
    #[test]
    fn two_lines_of_a_column_are_not_absent() {
        for other in ["Prices", "fell", "by 4", "a", "3.5"] {
            for gap in ["   ", "        ", "\t", "  "] {
                let text = format!(
                    "We will begin the works{gap}{other}\nin the spring, she said{gap}so\n"
                );
                let quote = "begin the works in the spring, she";
                assert_eq!(look(&text, quote), OUT_OF_ORDER, "{text}");
                let left = format!(
                    "{other}{gap}We will begin the works\nso{gap}in the spring, she said\n"
                );
                assert_eq!(look(&left, quote), OUT_OF_ORDER, "{left}");
                let misquote = "begin the works in the summer, she";
                assert_eq!(look(&text, misquote).0, Check::Absent, "{text}");
            }
            let line_by_line =
                format!("We will begin the works\n{other}.\nin the spring, she said\nso\n");
            let (found, _) = look(&line_by_line, "begin the works in the spring, she");
            assert_eq!(found, Check::CannotCheck, "{line_by_line}");
        }
        let narrow = "We will\nnot\nbegin the works in the spring.  No.  Never.\nWe do\nnot.\n";
        for quote in ["We will begin the works", "in the spring. Never. We do"] {
            assert_eq!(look(narrow, quote).0, Check::Absent, "{quote}");
        }
    }

    /// Where a line of the one column is full, one space parts it from the other.
    #[test]
    fn columns_that_one_space_parts_are_not_absent() {
        let text = "We will begin the works       The council met on Monday and\n\
            in the spring, after the long heard what the engineers had to\n\
            winter, and not before that   say of the old bridge.\n\
            day, whatever others say.     It was late.\n";
        for quote in [
            "after the long winter, and not before",
            "begin the works in the spring, after the long winter",
            "met on Monday and heard what the engineers had to say of the",
        ] {
            assert_eq!(look(text, quote), OUT_OF_ORDER, "{quote}");
        }
        for quote in [
            "begin the works in the summer, after the long winter",
            "after the long heard what the engineers said",
        ] {
            assert_eq!(look(text, quote).0, Check::Absent, "{quote}");
        }
        let lines =
            "We will begin the works in the\nspring and will not stop before\nthe winter.\n";
        let quote = "We will begin the works in the stop before";
        assert_eq!(look(lines, quote).0, Check::Absent);
    }

    #[test]
    fn lines_in_their_order_leave_a_misquote_absent() {
        let text = "We will begin the works in\nthe spring, after the winter,\nand not before.\n";
        for quote in [
            "We will begin the works in the spring – after the winter",
            "We will begin the works, the spring",
        ] {
            assert_eq!(look(text, quote).0, Check::Absent, "{quote}");
        }
    }

    #[test]
    fn numbers_of_lines_make_nothing_absent() {
        let text = " 1  MR. BELL: We will begin the works in\n 2  the spring, after the winter,\n\
             3  and not before.\n";
        let quote = "begin the works in the spring, after the winter, and not before";
        assert_eq!(look(text, quote), OUT_OF_ORDER);
        let misquote = "begin the works in the spring, and not before";
        assert_eq!(look(text, misquote).0, Check::Absent);
    }

    /// Many quotes that begin alike, in a text that says the same over and over.
    #[test]
    fn work_is_bounded() {
        let text = "abcdef\n".repeat(50_000);
        let quotes = vec!["abcdef abcdefabcdefx"; 1_000];
        assert!(!stand_over_gaps(&text, &quotes).contains(&true));
        let (text, quote) = ("a\n".repeat(100_000), "a".repeat(90_000) + "b");
        assert_eq!(stand_over_gaps(&text, &[&*quote]), [false]);
    }
}
