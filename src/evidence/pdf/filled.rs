//! Finds what is set in the blanks of other lines: by hand in a form, by a remark, by what a program sets last.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::{Line, SAME_LINE};
use crate::characters::is_right_to_left;

/// More lines beside one another are not looked at.
const MOST_BESIDE: usize = 64;
/// A blank has so many characters at least.
const BLANK: f64 = 3.0;

/// Notes of the lines that have others in them or between them that they are not the whole of what is read
/// there; returns the text with those set where they stand, if there are any.
pub(super) fn fill(lines: &mut [Line]) -> Option<String> {
    let mut fillings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut divided: Vec<(usize, usize)> = Vec::new();
    for (at, beside) in rows(lines) {
        let (line, next) = (&lines[at], lines.get(at + 1));
        let next = next.filter(|next| is_beside(line, next) && next.from >= line.to);
        for other in beside {
            let (filling, em) = (&lines[other], 0.5 * line.size);
            let middle = f64::midpoint(filling.from, filling.to);
            if line.text.contains(filling.text.trim()) {
                // It is set twice, to look bold.
            } else if line.from + em < middle && middle < line.to - em {
                fillings.entry(at).or_default().push(other);
                divided.extend(gap(line, middle).map(|gap| (at, gap)));
            } else if next.is_some_and(|next| line.to <= middle && middle < next.from) {
                divided.push((at, line.text.len()));
            }
        }
    }
    for (at, place) in divided {
        lines[at].unordered.push(place);
        lines[at].unordered.sort_unstable();
    }
    if fillings.is_empty() {
        return None;
    }
    let texts = lines.iter().enumerate().map(|(at, line)| {
        let filled = fillings.get(&at).into_iter().flatten();
        let filled = filled.map(|other| &lines[*other]);
        filled.fold(line.text.clone(), |text, filling| {
            with(&text, line, filling)
        })
    });
    let text = texts.collect::<Vec<String>>().join("\n");
    for (at, others) in &fillings {
        let is_in_gap = |other: &usize| {
            let middle = f64::midpoint(lines[*other].from, lines[*other].to);
            gap(&lines[*at], middle).is_some()
        };
        // Which of its blanks is filled is known for gaps alone.
        if !others.iter().all(is_in_gap) {
            lines[*at].doubt_all();
        }
    }
    Some(text)
}

/// Returns before which byte of a line the gap is in which something stands.
fn gap(line: &Line, middle: f64) -> Option<usize> {
    let mut gaps = line.gaps.iter();
    let is_there = |(_, [from, to]): &&(usize, [f64; 2])| (*from..*to).contains(&middle);
    gaps.find(is_there).map(|(at, _)| *at)
}

/// Returns for each line those that stand beside it on its row.
fn rows(lines: &[Line]) -> Vec<(usize, Vec<usize>)> {
    let is_plain = |line: &Line| !line.is_hidden && !line.text.contains(is_right_to_left);
    let mut placed: Vec<usize> = (0..lines.len())
        .filter(|at| is_plain(&lines[*at]))
        .collect();
    placed.sort_by(|one, other| {
        let [one, other] = [&lines[*one], &lines[*other]];
        one.page
            .cmp(&other.page)
            .then(one.side.total_cmp(&other.side))
    });
    let beside = placed.iter().enumerate().map(|(rank, at)| {
        let line = &lines[*at];
        let before = placed[..rank].iter().rev();
        let after = &placed[rank + 1..];
        let is_near = |other: &&usize| {
            let other = &lines[**other];
            other.page == line.page && off(line, other) <= 1.0
        };
        let before = before.take_while(is_near).take(MOST_BESIDE);
        let after = after.iter().take_while(is_near).take(MOST_BESIDE);
        let near = before.chain(after).copied();
        let beside = near.filter(|other| is_beside(line, &lines[*other]));
        (*at, beside.collect())
    });
    beside.collect()
}

/// Says whether two lines stand on one row, as far as it is known where they stand.
pub(super) fn is_beside(line: &Line, other: &Line) -> bool {
    let is_same_way = line.way.0 * other.way.0 + line.way.1 * other.way.1 > 0.99;
    let is_guessed = line.is_doubtful() || other.is_doubtful();
    let most = if is_guessed { 1.0 } else { SAME_LINE };
    line.page == other.page && is_same_way && off(line, other) <= most
}

/// Returns how far apart two lines are across, in parts of the larger size.
fn off(line: &Line, other: &Line) -> f64 {
    (line.side - other.side).abs() / line.size.max(other.size)
}

/// Returns the text of a line with what fills it in the blank that is nearest to where that stands.
fn with(text: &str, line: &Line, filling: &Line) -> String {
    let is_blank = |c: char| matches!(c, '_' | '.' | '…' | ' ' | '\u{A0}');
    // Each with where it begins and ends along the line, in letters.
    let mut blanks: Vec<(Range<usize>, [f64; 2])> = Vec::new();
    let mut whole = 0.0;
    for (at, c) in text.char_indices() {
        let (end, begins) = (at + c.len_utf8(), whole);
        whole += 1.0;
        match blanks.last_mut() {
            _ if !is_blank(c) => {}
            Some((blank, along)) if blank.end == at => (blank.end, along[1]) = (end, whole),
            Some(_) | None => blanks.push((at..end, [begins, whole])),
        }
    }
    let is_wide = |(_, [from, to]): &(Range<usize>, [f64; 2])| to - from >= BLANK;
    if blanks.iter().any(is_wide) {
        blanks.retain(is_wide);
    }
    let middle = f64::midpoint(filling.from, filling.to);
    let place = whole * (middle - line.from) / (line.to - line.from);
    let off = |[from, to]: [f64; 2]| (f64::midpoint(from, to) - place).abs();
    let nearest = blanks.into_iter();
    let nearest = nearest.min_by(|one, other| off(one.1).total_cmp(&off(other.1)));
    let nearest = gap(line, middle).map(|at| (at..at, [0.0; 2])).or(nearest);
    let Range {
        start: from,
        end: to,
    } = nearest.map_or(text.len()..text.len(), |near| near.0);
    let [before, after] = [text.get(..from), text.get(to..)].map(Option::unwrap_or_default);
    // A mark follows a word without a space.
    let space = if after.starts_with(char::is_alphanumeric) {
        " "
    } else {
        ""
    };
    format!("{before} {}{space}{after}", filling.text)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, made, with};
    use crate::model::{Check, Obstacle};

    fn is_doubt((check, _): (Check, Option<Obstacle>)) -> bool {
        check == Check::CannotCheck
    }

    /// A field on the page that shows words from a place.
    fn field(x: u32, words: &str) -> Vec<u8> {
        let content = "BT /F 12 Tf 72 500 Td (The parties do) Tj 120 0 Td (agree to the works.) Tj \
                       -120 -30 Td (I, ____________________, agree to pay the rent.) Tj ET";
        let looks = format!("BT /F 12 Tf 2 2 Td ({words}) Tj ET");
        let y = if x > 130 { 498 } else { 468 };
        let objects = format!(
            "900 0 obj <</Type /Annot /Subtype /Widget /Rect [{x} {y} {} {}] /AP <</N 901 0 R>>>> endobj\n\
             901 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <</Font <</F 3 0 R>>>> \
             /Length {}>> stream\n{looks}\nendstream endobj\n",
            x + 100,
            y + 20,
            looks.len()
        );
        with(&[content], ">> /Annots [900 0 R] /Unused <<", &objects)
    }

    #[test]
    fn what_stands_in_a_gap_is_not_left_out() {
        let pdf = field(160, "not");
        assert!(is_doubt(found(&pdf, "The parties do agree to the works")));
        assert!(is_doubt(found(
            &pdf,
            "The parties do not agree to the works"
        )));
        assert_eq!(found(&pdf, "agree to the works.").0, Check::Exact);
        assert_eq!(found(&pdf, "agree to pay the rent.").0, Check::Exact);
        let objects = "900 0 obj <</Type /Annot /Subtype /FreeText /Rect [160 496 200 512] /Contents (not)>> endobj\n";
        let content =
            "BT /F 12 Tf 72 500 Td (The parties do) Tj 120 0 Td (agree to the works.) Tj ET";
        let pdf = with(&[content], ">> /Annots [900 0 R] /Unused <<", objects);
        assert!(is_doubt(found(&pdf, "The parties do agree to the works")));
        let typed = "BT /F 12 Tf 72 500 Td (We will) Tj 90 0 Td (leave them alone.) Tj -40 0 Td (not) Tj ET";
        let pdf = made(&[typed]);
        assert!(is_doubt(found(&pdf, "We will leave them alone.")));
        assert!(is_doubt(found(&pdf, "We will not leave them alone.")));
    }

    #[test]
    fn a_blank_that_is_filled_makes_no_quote_absent() {
        let pdf = field(100, "Jane Harbour");
        for quote in [
            "I, Jane Harbour, agree to pay the rent.",
            "Jane Harbour, agree to pay the rent.",
        ] {
            let told = found(&pdf, quote);
            assert!(is_doubt(told), "{quote}: {told:?}");
        }
        assert_eq!(
            found(&pdf, "I, John Quayside, agree to pay the rent.").0,
            Check::Absent
        );
        assert_eq!(
            found(&pdf, "The parties do agree to the works.").0,
            Check::Typographic
        );
    }

    #[test]
    fn beside_a_gap_that_is_filled_quotes_are_sure() {
        let page = "BT /F 12 Tf 72 500 Td (Number of the item in full ) Tj 300 0 Td (Do not write in this space) Tj \
            -110 0 Td (12345) Tj ET";
        let pdf = made(&[page]);
        for quote in ["Number of the item in full", "Do not write in this space"] {
            assert_eq!(found(&pdf, quote).0, Check::Exact, "{quote}");
        }
        let over = "Number of the item in full Do not write in this space";
        assert!(is_doubt(found(&pdf, over)));
        assert!(is_doubt(found(&pdf, &over.replace("Do", "12345 Do"))));
    }

    #[test]
    fn columns_tables_and_bold_words_are_left_alone() {
        let pdf = made(&[
            "BT /F 12 Tf 72 500 Td (The first cell has this) Tj 200 0 Td (The second cell has that) Tj \
             -200 -20 Td (The third one of the cells) Tj 200 0 Td (The fourth one of all) Tj ET\n\
             BT /F 12 Tf 72 400 Td (Bold words are set twice) Tj ET BT /F 12 Tf 72.3 400 Td (Bold words are set twice) Tj ET",
        ]);
        for quote in [
            "The first cell has this",
            "The second cell has that",
            "The third one of the cells",
            "Bold words are set twice",
        ] {
            let (check, _) = found(&pdf, quote);
            assert!(check.is_verified(), "{quote}: {check:?}");
        }
    }
}
