//! Sets the lines of a PDF with letters from right to left in the order in which they are read.
//!
//! Programs set such letters as they are seen, or one by one as they are read, and the numbers and words between
//! them by themselves: so it is their places that tell the order in which they are seen.

use std::cmp::Ordering;

use unicode_normalization::char::is_combining_mark;

use super::super::directions::{Bracket, Order, Paragraph, is_arabic};
use super::lines::{Line, RAISED, SAME_LINE, SMALLER, SPACE, Stretch, WIDE};
use crate::characters::{is_left_to_right, is_right_to_left};

/// A letter, or several that are one, and whether it is raised or lowered.
type Piece = (String, Option<bool>);

/// Sets lines in the order in which they are read, those that stand beside one another as one.
pub(super) fn in_order(lines: Vec<Line>) -> Vec<Line> {
    let mut lines = joined(lines);
    let turned = lines.iter().enumerate();
    let mut turned: Vec<(usize, Vec<Piece>)> = turned
        .filter(|(_, line)| line.text.contains(is_right_to_left))
        .map(|(index, line)| (index, pieces(line)))
        .collect();
    let paragraphs = Paragraphs::of(&lines, &turned);
    turned.extend(ends(&lines));
    let turned: Vec<(usize, Row)> = turned
        .into_iter()
        .map(|(index, pieces)| (index, Row::of(pieces, &paragraphs)))
        .collect();
    let are_mirrored = are_mirrored(turned.iter().map(|(_, row)| row));
    for (index, row) in turned {
        if let Some(line) = lines.get_mut(index) {
            row.write(line, are_mirrored);
        }
    }
    lines
}

/// Finds the lines without letters below one whose letters run to the left: the paragraph ends there.
fn ends(lines: &[Line]) -> Vec<(usize, Vec<Piece>)> {
    let has_no_letter = |line: &Line| !line.text.contains(char::is_alphabetic);
    let pairs = lines.iter().zip(lines.iter().skip(1)).enumerate();
    let ends = pairs.filter(|(_, (before, line))| {
        before.text.contains(is_right_to_left) && has_no_letter(line) && before.page == line.page
    });
    ends.map(|(index, (_, line))| (index + 1, pieces(line)))
        .collect()
}

/// Counts letters that run to the left, to the right, and those of the first that are Arabic.
fn letters<'a>(texts: impl Iterator<Item = &'a str>) -> [usize; 3] {
    let mut counts = [0; 3];
    for c in texts.flat_map(str::chars) {
        counts[0] += usize::from(is_right_to_left(c));
        counts[1] += usize::from(is_left_to_right(c));
        counts[2] += usize::from(is_arabic(c));
    }
    counts
}

/// The paragraphs of a file.
struct Paragraphs {
    way: Paragraph,
    other: Paragraph,
    /// Whether lines end at the right with a mark that ends sentences, and others at the left.
    are_mixed: bool,
    /// Whether the marks at the ends of lines tell that it runs to the right, whatever its letters.
    run_right: bool,
}

impl Paragraphs {
    fn of(lines: &[Line], turned: &[(usize, Vec<Piece>)]) -> Self {
        let [left, right, arabic] = letters(lines.iter().map(|line| &*line.text));
        let to_left = Paragraph::Left {
            is_arabic: 2 * arabic > left,
        };
        let ends_left = turned.iter().any(|(_, pieces)| is_end(pieces.iter()));
        let ends_right = turned.iter().any(|(_, pieces)| is_end(pieces.iter().rev()));
        let run_right = ends_right && !ends_left;
        let (way, other) = if left < right || run_right {
            (Paragraph::Right, to_left)
        } else {
            (to_left, Paragraph::Right)
        };
        Self {
            way,
            other,
            are_mixed: ends_left && ends_right,
            run_right,
        }
    }
}

/// Says whether a line, from one of its ends, has a mark that ends a sentence or a part of one.
fn is_end<'a>(mut pieces: impl Iterator<Item = &'a Piece>) -> bool {
    let mark = pieces.find(|(text, _)| !text.trim().is_empty());
    mark.is_some_and(|(text, _)| text.starts_with(['.', ',', ';', '!', '?', '،', '؛', '؟', '۔']))
}

/// Joins lines that go on beside one another, where letters run to the left.
fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::with_capacity(lines.len());
    let mut is_row_turned = false;
    for line in lines {
        let is_turned = line.text.contains(is_right_to_left);
        let row = rows.last_mut().filter(|_| is_turned || is_row_turned);
        match row {
            Some(row) if stands_beside(row, &line) => {
                join(row, &line);
                is_row_turned = true;
            }
            Some(_) | None => {
                rows.push(line);
                is_row_turned = is_turned;
            }
        }
    }
    rows
}

fn stands_beside(row: &Line, line: &Line) -> bool {
    let is_same_way = row.way.0 * line.way.0 + row.way.1 * line.way.1 > 0.99;
    if row.page != line.page || row.is_hidden != line.is_hidden || !is_same_way {
        return false;
    }
    let em = row.size.max(line.size);
    let off = (row.side - line.side).abs();
    let is_on_line = off <= SAME_LINE * em || line.size < SMALLER * row.size && off < RAISED * em;
    let gap = (row.from - line.to).max(line.from - row.to);
    is_on_line && gap <= WIDE * em && gap > -0.6 * em
}

fn join(row: &mut Line, line: &Line) {
    let start = row.text.len();
    let off = line.side - row.side;
    row.text.push_str(&line.text);
    if line.size < SMALLER * row.size && off.abs() > 0.12 * row.size {
        row.raised.push((start..row.text.len(), off > 0.0));
    } else {
        let raised = line.raised.iter();
        row.raised
            .extend(raised.map(|(at, is_up)| (start + at.start..start + at.end, *is_up)));
    }
    let several = line.several.iter();
    row.several
        .extend(several.map(|at| start + at.start..start + at.end));
    row.stretches
        .extend(line.stretches.iter().map(|stretch| Stretch {
            start: start + stretch.start,
            ..*stretch
        }));
    let doubtful = line.doubtful.iter();
    row.doubtful
        .extend(doubtful.map(|at| start + at.start..start + at.end));
    let barred = line.barred.iter();
    row.barred.extend(barred.map(|at| start + at));
    row.from = row.from.min(line.from);
    row.to = row.to.max(line.to);
}

/// A line as it is seen.
struct Row {
    /// Its pieces from left to right.
    pieces: Vec<Piece>,
    order: Order,
    way: Paragraph,
    /// The order of a paragraph that runs the other way, if it may be one.
    other: Option<Vec<usize>>,
}

impl Row {
    fn of(pieces: Vec<Piece>, paragraphs: &Paragraphs) -> Self {
        let texts: Vec<&str> = pieces.iter().map(|(text, _)| &**text).collect();
        let [left, right, _] = letters(texts.iter().copied());
        let (way, other) = (paragraphs.way, paragraphs.other);
        let order = Order::of(&texts, way);
        let is_of_other = match way {
            Paragraph::Right => left > right && !paragraphs.run_right,
            Paragraph::Left { .. } => {
                right > left || paragraphs.are_mixed && is_end(pieces.iter().rev())
            }
        };
        let other = is_of_other.then(|| Order::of(&texts, other).reading);
        Self {
            pieces,
            order,
            way,
            other,
        }
    }

    /// Returns the brackets that run to the left, as the file has them, in the order in which they are read.
    fn brackets(&self) -> impl Iterator<Item = char> {
        let read = self.order.reading.iter();
        let turned = read.filter(|piece| self.is_turned(**piece));
        turned.filter_map(|piece| {
            let (text, _) = self.pieces.get(*piece)?;
            let c = text.chars().next()?;
            Bracket::of(c).map(|_| c)
        })
    }

    fn is_turned(&self, piece: usize) -> bool {
        self.order.is_turned.get(piece) == Some(&true)
    }

    /// Returns what is read between letters that run to the left.
    fn runs_to_right(&self) -> impl Iterator<Item = &[usize]> {
        let runs = self.order.reading.split(|piece| {
            let text = self.pieces.get(*piece).map(|(text, _)| &**text);
            text.is_some_and(|text| text.contains(is_right_to_left))
        });
        runs.filter(|run| !run.is_empty())
    }

    /// Says whether words to the right may stand apart, as in a page that isolates them, so that the last of them
    /// is read first: a mark that ends words begins one then.
    fn may_be_several(&self, run: &[usize]) -> bool {
        let pieces = run.iter().filter_map(|piece| self.pieces.get(*piece));
        let text: String = pieces.map(|(text, _)| &**text).collect();
        let is_ended = |word: &str| {
            let word = word.trim_start_matches(['"', '”', '“', '’', '\'', '»', ')']);
            word.starts_with(['.', ',', ';', ':', '!', '?']) && word.contains(is_left_to_right)
        };
        text.split_whitespace().skip(1).any(is_ended)
    }

    /// Writes the line as it is read.
    fn write(mut self, line: &mut Line, are_mirrored: Option<bool>) {
        let count = self.pieces.len();
        let mut unsure = vec![false; count];
        for at in &self.order.unsure {
            if let Some(unsure) = unsure.get_mut(at.clone()) {
                unsure.fill(true);
            }
        }
        for (piece, (text, _)) in self.pieces.iter_mut().enumerate() {
            let bracket = text.chars().next().and_then(Bracket::of);
            if let Some(bracket) = bracket
                && self.order.is_turned.get(piece) == Some(&true)
            {
                if are_mirrored == Some(true) {
                    *text = bracket.other.to_string();
                } else if are_mirrored.is_none() && bracket.matters {
                    unsure[piece] = true;
                }
            }
        }
        if self.runs_to_right().any(|run| self.may_be_several(run)) {
            unsure.fill(true);
        }
        let texts: Vec<&str> = self.pieces.iter().map(|(text, _)| &**text).collect();
        let is_unsure = !self.order.is_shown_so(&texts, self.way);
        let follows = self.other.as_deref().map(|other| following(other, count));
        // Where bars and what may be hidden stand in the line as it is read is not known.
        let is_in_doubt = line.is_doubtful() || !line.barred.is_empty();
        line.barred.clear();
        let reading = &self.order.reading;
        let befores = [None].into_iter().chain(reading.iter().copied().map(Some));
        let nexts = reading.iter().copied().map(Some).chain([None]);
        (line.text, line.raised, line.unordered) = (String::new(), Vec::new(), Vec::new());
        for (before, next) in befores.zip(nexts) {
            let start = line.text.len();
            let is_doubtful =
                |piece: Option<usize>| piece.is_some_and(|piece| unsure.get(piece) == Some(&true));
            let goes_on = follows.as_ref().is_none_or(|follows| {
                follows.get(before.map_or(count, |piece| piece)) == Some(&next)
            });
            if is_unsure || !goes_on || is_doubtful(before) || is_doubtful(next) {
                line.unordered.push(start);
            }
            let Some((text, raised)) = next.and_then(|piece| self.pieces.get(piece)) else {
                continue;
            };
            if is_in_doubt {
                line.barred.push(start);
            }
            line.text.push_str(text);
            let end = line.text.len();
            if let Some(is_up) = raised {
                match line.raised.last_mut() {
                    Some((at, up)) if at.end == start && up == is_up => at.end = end,
                    Some(_) | None => line.raised.push((start..end, *is_up)),
                }
            }
        }
        let whole = 0..line.text.len();
        line.doubtful = is_in_doubt.then_some(whole).into_iter().collect();
    }
}

/// Returns which piece follows each in an order, and last the first of all.
fn following(order: &[usize], count: usize) -> Vec<Option<usize>> {
    let mut follows = vec![None; count + 1];
    let mut before = count;
    for piece in order {
        if let Some(follows) = follows.get_mut(before) {
            *follows = Some(*piece);
        }
        before = *piece;
    }
    follows
}

/// Returns the pieces of a line from left to right: its letters, and what is set as one.
fn pieces(line: &Line) -> Vec<Piece> {
    let ends = line.stretches.iter().skip(1).map(|next| next.start);
    let ends = ends.chain([line.text.len()]);
    let mut stretches: Vec<(&Stretch, usize)> = line.stretches.iter().zip(ends).collect();
    stretches.sort_by(|(one, _), (other, _)| one.from.total_cmp(&other.from));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last_to = f64::INFINITY;
    for (stretch, end) in stretches {
        let text = line.text.get(stretch.start..end).unwrap_or_default();
        let ends_in_space = pieces
            .last()
            .is_some_and(|(last, _)| last.ends_with(char::is_whitespace));
        if stretch.from - last_to > SPACE * line.size
            && !ends_in_space
            && !text.starts_with(char::is_whitespace)
        {
            pieces.push((" ".to_owned(), None));
        }
        last_to = stretch.to;
        // Marks follow a letter that is set by itself, as it is read.
        let is_one = text.chars().filter(|c| !is_combining_mark(*c)).count() == 1;
        let mut at = stretch.start;
        while at < end {
            let several = line.several.partition_point(|several| several.start < at);
            let several = line
                .several
                .get(several)
                .filter(|several| several.start == at);
            let c = line.text.get(at..end).and_then(|rest| rest.chars().next());
            let next = match (several, c) {
                _ if is_one => end,
                (Some(several), _) => several.end,
                (None, Some(c)) => at + c.len_utf8(),
                (None, None) => end,
            };
            let raised = line.raised.partition_point(|(range, _)| range.end <= at);
            let raised = line
                .raised
                .get(raised)
                .filter(|(range, _)| range.contains(&at));
            let text = line.text.get(at..next).unwrap_or_default();
            pieces.push((text.to_owned(), raised.map(|(_, is_up)| *is_up)));
            at = next.max(at + 1);
        }
    }
    pieces
}

/// Says whether a file has the brackets that are seen, or those that are read, which its program mirrored: those of
/// the text then open before they close.
fn are_mirrored<'a>(rows: impl Iterator<Item = &'a Row>) -> Option<bool> {
    let (mut as_read, mut as_seen, mut open) = (0_usize, 0_usize, [Vec::new(), Vec::new()]);
    for c in rows.flat_map(Row::brackets) {
        let Some(Bracket { left, .. }) = Bracket::of(c) else {
            continue;
        };
        let [read, seen] = &mut open;
        for (open, opens, pairs) in [
            (read, c == left, &mut as_read),
            (seen, c != left, &mut as_seen),
        ] {
            if opens {
                open.push(left);
            } else if open.last() == Some(&left) {
                open.pop();
                *pairs += 1;
            }
        }
    }
    match as_seen.cmp(&as_read) {
        Ordering::Greater => Some(true),
        Ordering::Less => Some(false),
        Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests;
