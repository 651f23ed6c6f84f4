//! Cuts lines of plain text where columns begin.

/// A column is known by so many of the lines beside it, in which so many spaces stand before it.
const LINES_BESIDE: usize = 4;
const FEWEST_BESIDE: usize = 2;
const WIDE: usize = 3;

/// Returns the cells of each line: what wide spaces part, as they do columns, and what one space parts
/// where lines beside it have a column after wide ones.
pub(super) fn cells(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().collect();
    let begun: Vec<Vec<usize>> = lines.iter().map(|line| columns(line)).collect();
    let each = lines.iter().enumerate().map(|(number, line)| {
        let last = lines.len().min(number + LINES_BESIDE + 1);
        let beside = begun.get(number.saturating_sub(LINES_BESIDE)..last);
        let mut beside: Vec<usize> = beside.unwrap_or_default().concat();
        beside.sort_unstable();
        let several = beside.chunk_by(|one, next| one == next);
        let several = several.filter(|same| same.len() >= FEWEST_BESIDE);
        let parts = parted(line, several.filter_map(|same| same.first().copied()));
        let cells = parts.into_iter().flat_map(|part| part.split("  "));
        cells.flat_map(|cell| cell.split('\t')).collect()
    });
    each.collect()
}

/// Returns where in a line words begin after wide spaces and other words.
fn columns(line: &str) -> Vec<usize> {
    let mut begun = Vec::new();
    let mut spaces = 0;
    for (column, c) in line.trim_end().chars().enumerate() {
        if c == ' ' {
            spaces += 1;
            continue;
        }
        if spaces >= WIDE && spaces < column {
            begun.push(column);
        }
        spaces = 0;
    }
    begun
}

/// Cuts a line where a word begins in one of some columns after a single space.
fn parted(line: &str, columns: impl Iterator<Item = usize>) -> Vec<&str> {
    let mut columns = columns.peekable();
    let mut parts = Vec::new();
    let (mut from, mut before) = (0, [' '; 2]);
    for (column, (at, c)) in line.char_indices().enumerate() {
        let begins = columns.next_if_eq(&column).is_some();
        if begins && before[0] != ' ' && before[1] == ' ' && c != ' ' {
            parts.extend(line.get(from..at));
            from = at;
        }
        before = [before[1], c];
    }
    parts.extend(line.get(from..));
    parts
}
