//! Finds the columns of pages that are set row by row: what stands side by side there need not go on.

use super::super::order::is_of_columns;
use super::filled::is_beside;
use super::lines::{Line, WIDE};

/// A gutter runs on in a row that is one of so many gaps further on.
const MOST_AFTER: usize = 6;
/// Rows that are further apart, in parts of the size of their letters, are of no column together.
const MOST_APART: f64 = 3.0;

/// So near a gutter, in parts of the size of its letters, a row that reaches over it may be two.
const SO_NEAR: f64 = 2.0;

/// A wide gap in a row.
struct Gap {
    /// Before which byte of which line.
    line: usize,
    at: usize,
    /// From where to where along the line.
    along: [f64; 2],
    is_of_columns: bool,
}

/// Notes of the lines that stand side by side in several rows, with words in all, that others may follow on them.
pub(super) fn part(lines: &mut [Line]) {
    let gaps = gaps(lines);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (index, gap) in gaps.iter().enumerate() {
        let below = gaps.iter().skip(index + 1).take(MOST_AFTER);
        for other in below.filter(|other| runs_on(lines, gap, other)) {
            places.extend([gap, other].map(|gap| (gap.line, gap.at)));
            let rows = lines.get(gap.line..=other.line).unwrap_or_default();
            for (at, pair) in (gap.line..).zip(rows.windows(2)) {
                if !is_beside(&pair[0], &pair[1]) {
                    places.push((at, pair[0].text.len()));
                }
            }
            let both = [
                gap.along[0].max(other.along[0]),
                gap.along[1].min(other.along[1]),
            ];
            for (at, line) in (gap.line..).zip(rows) {
                let near = spaces_near(line, both);
                places.extend(near.into_iter().map(|place| (at, place)));
            }
        }
    }
    places.sort_unstable();
    for of_line in places.chunk_by(|(one, _), (next, _)| one == next) {
        let Some(line) = of_line.first().and_then(|(line, _)| lines.get_mut(*line)) else {
            continue;
        };
        line.unordered.extend(of_line.iter().map(|(_, at)| at));
        line.unordered.sort_unstable();
        line.unordered.dedup();
    }
}

/// Returns the bytes behind spaces of a row that reaches over a gutter, near where the column behind it begins: its cells
/// may be so full that no more is between them. How far along a space is, the letters before it tell, near enough.
fn spaces_near(line: &Line, gutter: [f64; 2]) -> Vec<usize> {
    let is_over = line.from < gutter[0] && line.to > gutter[1];
    let is_gap = |(_, gap): &(usize, [f64; 2])| gap[0] < gutter[1] && gutter[0] < gap[1];
    if line.is_hidden || !is_over || line.gaps.iter().any(is_gap) {
        return Vec::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "a line has no more letters")]
    let each = (line.to - line.from) / line.text.chars().count() as f64;
    let near = SO_NEAR * line.size;
    let column = gutter[1] - near..gutter[1] + near;
    let mut along = line.from;
    let mut places = Vec::new();
    for (at, c) in line.text.char_indices() {
        if c == ' ' && column.contains(&along) {
            places.push(at + 1);
        }
        along += each;
    }
    places
}

/// Returns the wide gaps of all rows, in their order.
fn gaps(lines: &[Line]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if line.is_hidden {
            continue;
        }
        let mut from = 0;
        for (at, along) in &line.gaps {
            let cell = |range| {
                line.text
                    .get::<std::ops::Range<usize>>(range)
                    .unwrap_or_default()
            };
            let cells = [cell(from..*at), cell(*at..line.text.len())];
            gaps.push(Gap {
                line: number,
                at: *at,
                along: *along,
                is_of_columns: is_of_columns(cells),
            });
            from = *at;
        }
        let next = lines.get(number + 1).filter(|next| {
            let is_after = next.from - line.to > WIDE * line.size.max(next.size);
            is_after && !next.is_hidden && is_beside(line, next)
        });
        gaps.extend(next.map(|next| Gap {
            line: number,
            at: line.text.len(),
            along: [line.to, next.from],
            is_of_columns: is_of_columns([line.text.get(from..).unwrap_or_default(), &next.text]),
        }));
    }
    gaps
}

/// Says whether a gap of a row runs on in one of the row below.
fn runs_on(lines: &[Line], gap: &Gap, other: &Gap) -> bool {
    let (Some(line), Some(below)) = (lines.get(gap.line), lines.get(other.line)) else {
        return false;
    };
    let apart = line.side - below.side;
    let is_below = apart > 0.5 * line.size && apart < MOST_APART * line.size;
    let is_same_way = line.way.0 * below.way.0 + line.way.1 * below.way.1 > 0.99;
    let is_same = gap.along[0] < other.along[1] && other.along[0] < gap.along[1];
    let is_of_columns = gap.is_of_columns && other.is_of_columns;
    line.page == below.page && is_below && is_same_way && is_same && is_of_columns
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, made};
    use crate::model::{Check, Obstacle};

    const OUT_OF_ORDER: (Check, Option<Obstacle>) =
        (Check::CannotCheck, Some(Obstacle::OutOfOrder));

    fn rows(rows: &[[&str; 2]], left: &str) -> Vec<u8> {
        let rows = rows.iter().enumerate().map(|(row, [one, other])| {
            let y = 700 - 14 * row;
            format!(
                "BT /F 12 Tf 72 {y} Td ({one}{left}) Tj ET BT /F 12 Tf 320 {y} Td ({other}) Tj ET\n"
            )
        });
        made(&[&rows.collect::<String>()])
    }

    #[test]
    fn columns_that_are_set_row_by_row_join_no_quote() {
        let columns = [
            ["We will", "begin the works in the spring."],
            ["never touch it, he said,", "So the others told"],
            ["and spoke at length.", "the press at noon."],
        ];
        for left in ["", " "] {
            let pdf = rows(&columns, left);
            for quote in [
                "We will begin the works in the spring.",
                "spring. never touch it, he said",
                "We will never touch it, he said",
            ] {
                assert_eq!(found(&pdf, quote), OUT_OF_ORDER, "{quote}");
            }
            let quote = "begin the works in the spring.";
            assert_eq!(found(&pdf, quote).0, Check::Exact);
        }
    }

    #[test]
    fn a_row_that_fills_its_column_is_of_two() {
        let cells = [
            ["The mayor said it", "begin the works in"],
            ["she will never agree and that", "in the spring as she"],
            ["of the town works", "others asked her too"],
        ];
        let set = |(row, [one, other]): (usize, [&str; 2])| {
            let y = 700 - 14 * row;
            format!("BT /F 12 Tf 72 {y} Td ({one}) Tj ET BT /F 12 Tf 232 {y} Td ({other}) Tj ET\n")
        };
        let pdf = made(&[&cells.into_iter().enumerate().map(set).collect::<String>()]);
        let quote = "she will never agree and that in the spring as she";
        assert_eq!(found(&pdf, quote), OUT_OF_ORDER);
        assert_eq!(found(&pdf, "she will never agree").0, Check::Exact);
    }

    #[test]
    fn numbers_beside_words_are_no_columns() {
        let table = [
            ["Works in the harbour", "12,400"],
            ["Works on the bridge", "3,100"],
        ];
        let quote = "Works in the harbour 12,400";
        assert!(found(&rows(&table, ""), quote).0.is_verified());
    }
}
