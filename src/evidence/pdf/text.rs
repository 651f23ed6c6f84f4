//! Sets the lines of a PDF one after the other, as its text.

use std::ops::Range;

use super::super::html::{Note, Page, Raised, Shown, note, raised};
use super::super::paging::Paging;
use super::filled::fill;
use super::gutters::part;
use super::heads::are_apart;
use super::lines::Line;
use super::turned::in_order;

/// Lines that stand higher by no more than this part of their size are on one row.
const ROW: f64 = 0.4;

/// The text of a PDF.
pub(super) struct Set {
    pub(super) page: Page,
    pub(super) paging: Paging,
    pub(super) otherwise: Vec<String>,
}

/// Sets lines: first what is shown, page after page, then the heads, feet and footnotes of the pages.
pub(super) fn set(lines: &[Line], labels: Vec<String>) -> Set {
    let mut lines = in_order(without_doubled(lines));
    part(&mut lines);
    let filled = fill(&mut lines);
    let lines = &lines;
    let are_apart = are_apart(lines);
    let mut writer = Writer::default();
    let shown = || {
        lines
            .iter()
            .zip(&are_apart)
            .filter(|(line, _)| !line.is_hidden)
    };
    for (line, _) in shown().filter(|(_, is_apart)| !**is_apart) {
        writer.line(line, false);
    }
    for (line, _) in shown().filter(|(_, is_apart)| **is_apart) {
        writer.line(line, true);
    }
    let hidden: Vec<String> = lines
        .iter()
        .filter(|line| line.is_hidden)
        .map(with_raised)
        .collect();
    let mut otherwise = vec![by_place(lines)];
    otherwise.extend(filled);
    if are_apart.contains(&true) {
        let mut with_heads = Writer::default();
        for (line, _) in shown() {
            with_heads.line(line, false);
        }
        otherwise.push(with_heads.shown.text);
    }
    Set {
        page: Page {
            shown: writer.shown,
            hidden: hidden.join("\n") + "\n",
            ..Page::default()
        },
        paging: Paging {
            starts: writer.starts,
            labels,
        },
        otherwise,
    }
}

/// Returns lines one after the other, whether they are shown or not.
pub(super) fn whole(lines: &[Line]) -> String {
    let lines = in_order(without_doubled(lines));
    let plain = lines.iter().map(|line| line.text.clone() + "\n");
    let raised = lines.iter().map(|line| with_raised(line) + "\n");
    plain.chain(raised).collect()
}

/// Leaves out lines that are set again in their place.
fn without_doubled(lines: &[Line]) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match kept.last_mut().filter(|last| line.is_again(last)) {
            Some(last) if !line.is_doubtful() => last.doubtful.clear(),
            Some(_) => {}
            None => kept.push(line.clone()),
        }
    }
    kept
}

#[derive(Default)]
struct Writer {
    shown: Shown,
    code_points: usize,
    starts: Vec<(usize, usize)>,
}

impl Writer {
    fn line(&mut self, line: &Line, is_apart: bool) {
        let is_new = self
            .starts
            .last()
            .is_none_or(|(_, page)| *page != line.page);
        if !self.shown.text.is_empty() {
            if is_apart {
                self.shown.breaks.push(self.shown.text.len());
            }
            self.write("\n");
            if is_new {
                self.write("\u{C}");
            }
        }
        if is_new {
            self.starts.push((self.code_points, line.page));
        }
        let first = self.shown.left_out.len();
        let mut at = 0;
        for (words, beside) in pieces(line) {
            let (piece, from) = (at..at + words.len(), self.shown.text.len());
            match beside {
                Some(is_up) => self.write_raised(line, words, is_up),
                None => self.write(words),
            }
            at = piece.end;
            let place = |at: &usize| match beside {
                Some(_) => from,
                None => from + at - piece.start,
            };
            let is_here = |at: &&usize| piece.contains(at);
            let unordered = line.unordered.iter().filter(is_here);
            self.shown.unordered.extend(unordered.map(place));
            let barred = line.barred.iter().filter(is_here);
            self.shown.left_out.extend(barred.map(place));
            for of_line in &line.doubtful {
                let of_piece = of_line.start.max(piece.start)..of_line.end.min(piece.end);
                if of_piece.is_empty() {
                    continue;
                }
                let doubtful = match beside {
                    Some(_) => from..self.shown.text.len(),
                    None => place(&of_piece.start)..place(&of_piece.end),
                };
                // What covers some letters of a line may have others on it.
                if *of_line != (0..line.text.trim_end().len()) {
                    self.shown.left_out.extend([doubtful.start, doubtful.end]);
                }
                self.shown.doubtful.push(doubtful);
            }
        }
        if let Some(left_out) = self.shown.left_out.get_mut(first..) {
            left_out.sort_unstable();
        }
        if line.unordered.last() == Some(&at) {
            self.shown.unordered.push(self.shown.text.len());
        }
    }

    fn write_raised(&mut self, line: &Line, words: &str, is_up: bool) {
        let from = self.shown.text.len();
        let before = self.shown.text.get(from.saturating_sub(line.text.len())..);
        let is_first = line.text.starts_with(words);
        let kind = if is_up && is_first && words.len() < line.text.len() {
            // It is the number of the footnote that begins here.
            Note::Yes
        } else if is_up {
            note(before.unwrap_or_default(), words, false)
        } else {
            Note::No
        };
        self.write(&raised(words, Some(how(is_up))));
        let at = from..self.shown.text.len();
        match kind {
            Note::Yes => self.shown.notes.push(at.clone()),
            Note::Perhaps => self.shown.doubtful_notes.push(at.clone()),
            Note::No => {}
        }
        self.shown.raised.push(at);
    }

    fn write(&mut self, text: &str) {
        self.code_points += text.chars().count();
        self.shown.text.push_str(text);
    }
}

fn how(is_up: bool) -> Raised {
    if is_up { Raised::Up } else { Raised::Down }
}

/// Returns the pieces of a line, and of those that are set above or below it, which.
fn pieces(line: &Line) -> Vec<(&str, Option<bool>)> {
    let piece = |at: Range<usize>| line.text.get(at).unwrap_or_default();
    let (mut pieces, mut from) = (Vec::new(), 0);
    for (at, is_up) in &line.raised {
        pieces.push((piece(from..at.start), None));
        pieces.push((piece(at.clone()), Some(*is_up)));
        from = at.end;
    }
    pieces.push((piece(from..line.text.len()), None));
    pieces
}

/// Returns a line with what is raised in it.
fn with_raised(line: &Line) -> String {
    let pieces = pieces(line).into_iter();
    pieces
        .map(|(words, beside)| raised(words, beside.map(how)))
        .collect()
}

/// Returns the text of what is shown row by row, from head to foot and from left to right.
fn by_place(lines: &[Line]) -> String {
    let mut placed: Vec<(usize, f64, &Line)> = lines
        .iter()
        .filter(|line| !line.is_hidden)
        .map(|line| (line.page, line.height().unwrap_or(f64::NEG_INFINITY), line))
        .collect();
    placed.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    let mut rows: Vec<Vec<(usize, f64, &Line)>> = Vec::new();
    for line in placed {
        match rows.last_mut() {
            Some(row)
                if row.first().is_some_and(|first| {
                    first.0 == line.0 && first.1 - line.1 <= ROW * line.2.size()
                }) =>
            {
                row.push(line);
            }
            Some(_) | None => rows.push(vec![line]),
        }
    }
    let mut text = String::new();
    for mut row in rows {
        row.sort_by(|one, other| one.2.left().total_cmp(&other.2.left()));
        let cells: Vec<String> = row.iter().map(|(_, _, line)| with_raised(line)).collect();
        for (at, cell) in cells.iter().enumerate() {
            // A mark follows a word without a space.
            if at > 0 && !cell.starts_with([',', '.', ';', ':', '!', '?', ')']) {
                text.push_str("   ");
            }
            text.push_str(cell);
        }
        text.push('\n');
    }
    text
}
