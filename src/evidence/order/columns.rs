//! Cuts lines of plain text where columns begin.

/// A column is known by so many of the lines beside it, in which so many spaces stand before it.
const LINES_BESIDE: usize = 4;
const FEWEST_BESIDE: usize = 2;
const WIDE: usize = 3;
/// Lines of columns of words stand no further apart.
const LINES_BETWEEN: usize = 2;
/// A cell of words is known by so many of its letters.
const LONGEST_CELL: usize = 200;
/// A label before a colon has so many words at most.
const WORDS_OF_LABEL: usize = 3;
/// A line that a program set to its full width is known by so many lines beside it that end where it does.
const LINES_OF_WIDTH: usize = 3;
const FEWEST_OF_WIDTH: usize = 2;
/// A column of words that are spread is known by so many of the same lines.
const FEWEST_OF_COLUMN: usize = 3;
/// Longer lines are not set to a width.
const LONGEST_OF_WIDTH: usize = 200;
/// Columns after tabs are those of no place in a line.
const AFTER_TABS: usize = usize::MAX / 2;

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

/// Returns the bytes before which what stands in a text need not go on: where columns of words stand side by side in
/// several lines, in which the text is read line by line.
pub(in super::super) fn parted_places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push((at, line));
        at += line.len();
    }
    lines.retain(|(_, line)| !line.trim().is_empty());
    let known = lines.iter().map(|(_, line)| (width(line), has_words(line)));
    let known: Vec<(usize, bool)> = known.collect();
    let begun = lines.iter().enumerate().map(|(number, (_, line))| {
        let (mut begun, is_spread) = wordy(line);
        begun.retain(|(column, _)| {
            let beside = Beside::of(&lines, &known, number, *column);
            if is_spread {
                beside.are_columns()
            } else {
                !(beside.are_of_width() && has_wide_spaces(line))
            }
        });
        begun
    });
    let begun: Vec<Vec<(usize, usize)>> = begun.collect();
    let mut was_parted = false;
    for (number, ((at, line), columns)) in lines.iter().zip(&begun).enumerate() {
        let above = begun.get(number.saturating_sub(LINES_BETWEEN)..number);
        let last = lines.len().min(number + 1 + LINES_BETWEEN);
        let [above, below] = [above, begun.get(number + 1..last)].map(Option::unwrap_or_default);
        let mut parted: Vec<usize> = columns
            .iter()
            .filter(|(column, _)| has(above, *column) || has(below, *column))
            .map(|(_, place)| *place)
            .collect();
        parted.extend(narrow(line, above, below));
        let is_parted = !parted.is_empty();
        if is_parted && was_parted {
            parted.push(line.len() - line.trim_start().len());
        }
        was_parted = is_parted;
        parted.sort_unstable();
        places.extend(parted.into_iter().map(|place| at + place));
    }
    places
}

fn width(line: &str) -> usize {
    line.trim_end().chars().count()
}

/// Says whether a line has wide spaces in several places.
fn has_wide_spaces(line: &str) -> bool {
    let parts = line.split("  ").filter(|part| !part.trim().is_empty());
    parts.count() > FEWEST_OF_WIDTH
}

/// Says whether words of a line have single spaces between them in several places.
fn has_words(line: &str) -> bool {
    let parts = line.as_bytes().windows(3);
    let single = parts
        .filter(|part| matches!(part, [before, b' ', after] if ![before, after].contains(&&b' ')));
    single.count() >= FEWEST_BESIDE
}

/// The lines beside one, and a place in it: how many have a word after spaces there, or after wide ones, how many have letters
/// before it, and how many of these are as wide as the line.
#[derive(Default)]
struct Beside {
    begun: usize,
    begun_widely: usize,
    crossed: usize,
    crossed_of_width: usize,
    has_words: bool,
}

impl Beside {
    /// Looks at the lines beside one, of which it is known how wide they are, and whether they have words.
    fn of(lines: &[(usize, &str)], known: &[(usize, bool)], number: usize, column: usize) -> Self {
        let mut beside = Self::default();
        let own = known.get(number).map_or(usize::MAX, |(width, _)| *width);
        if own > LONGEST_OF_WIDTH {
            return beside;
        }
        let all = lines.iter().zip(known).enumerate();
        let near = all.skip(number.saturating_sub(LINES_OF_WIDTH));
        for (other, ((_, line), (width, has_words))) in
            near.take_while(|(other, _)| *other <= number + LINES_OF_WIDTH)
        {
            beside.has_words |= has_words;
            if other == number {
                continue;
            }
            let near = line.chars().take(LONGEST_OF_WIDTH + 1);
            let mut around = near.skip(column.saturating_sub(WIDE));
            let around = [(); 4].map(|()| around.next());
            let is_blank = around[2].is_none_or(|c| c == ' ');
            let begins = around[3].is_some_and(|c| !c.is_whitespace());
            let is_begun = around[1] == Some(' ') && is_blank && begins;
            beside.begun += usize::from(is_begun);
            beside.begun_widely += usize::from(is_begun && around[0] == Some(' '));
            beside.crossed += usize::from(!is_blank);
            // A line of signs is no text.
            let is_of_width = *width == own && line.contains(char::is_alphabetic);
            beside.crossed_of_width += usize::from(!is_blank && is_of_width);
        }
        beside
    }

    /// Says whether a column begins in the place, though the words of its line are spread, as those of a table are.
    fn are_columns(&self) -> bool {
        self.begun >= FEWEST_OF_COLUMN && self.crossed == 0 && self.has_words
    }

    /// Says whether the lines are those of a text that was set to its full width: not of columns under such a text.
    fn are_of_width(&self) -> bool {
        self.crossed_of_width >= FEWEST_OF_WIDTH && self.begun_widely < self.crossed_of_width
    }
}

/// Says whether a column begins in one of some lines.
fn has(lines: &[Vec<(usize, usize)>], column: usize) -> bool {
    let begins = |line: &Vec<(usize, usize)>| line.binary_search_by_key(&column, |(at, _)| *at);
    lines.iter().any(|line| begins(line).is_ok())
}

/// Returns the bytes at which words begin in a column of the lines beside, after less than wide spaces: after two
/// where lines on one side have the column, after one where both do.
fn narrow(line: &str, above: &[Vec<(usize, usize)>], below: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let mut begun = Vec::new();
    if above.iter().chain(below).all(Vec::is_empty) {
        return begun;
    }
    let (mut spaces, mut end) = (0, 0);
    for (column, (at, c)) in line.trim_end().char_indices().enumerate() {
        if c == ' ' {
            spaces += 1;
            continue;
        }
        let sides = match spaces {
            1 if has(above, column) => has(below, column),
            2 => has(above, column) || has(below, column),
            _ => false,
        };
        if sides && end > 0 {
            let cells = [line.get(..end), line.get(at..)].map(Option::unwrap_or_default);
            begun.extend(is_of_columns(cells).then_some(at));
        }
        (spaces, end) = (0, at + c.len_utf8());
    }
    begun
}

/// Returns in which column of a line words begin after wide spaces and other words, and at which byte, in order; and whether there
/// are several single words between such spaces, as in a table, or where a program set a line to its full width.
fn wordy(line: &str) -> (Vec<(usize, usize)>, bool) {
    let (mut begun, mut single) = (Vec::new(), 0);
    let (mut spaces, mut tabs, mut from, mut end) = (0, 0, 0, 0);
    let line = line.trim_end();
    let is_single = |cell: &str| usize::from(!cell.trim().contains([' ', '\t']));
    for (column, (at, c)) in line.char_indices().enumerate() {
        match c {
            ' ' => spaces += 1,
            '\t' => (spaces, tabs) = (WIDE, tabs + 1),
            _ => {
                if spaces >= WIDE && end > 0 {
                    let cells =
                        [line.get(from..end), line.get(at..)].map(Option::unwrap_or_default);
                    single += is_single(cells[0]);
                    // Where a column begins after tabs, these tell.
                    let key = if tabs > 0 { AFTER_TABS + tabs } else { column };
                    begun.extend(is_of_columns(cells).then_some((key, at)));
                    from = at;
                }
                (spaces, end) = (0, at + c.len_utf8());
            }
        }
    }
    single += line.get(from..).map_or(0, is_single);
    (begun, single >= 2)
}

/// Says whether what stands left and right of a gap may be of columns of words: no number, and no label. No more is
/// looked at than a cell has.
pub(in super::super) fn is_of_columns([left, right]: [&str; 2]) -> bool {
    let cell = left.char_indices().rev().nth(LONGEST_CELL);
    let left = cell.map_or(left, |(begin, _)| left.get(begin..).unwrap_or(left));
    let cell = right.char_indices().nth(LONGEST_CELL);
    let right = cell.map_or(right, |(end, _)| right.get(..end).unwrap_or(right));
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphabetic());
        words.filter(|word| word.chars().nth(1).is_some()).count()
    };
    let of_label = match left.trim_end().chars().next_back() {
        Some(':') => WORDS_OF_LABEL,
        Some(')') => 1,
        _ => 0,
    };
    let begins = right.trim_start().starts_with(|c: char| !c.is_numeric());
    words(left) > of_label && (words(right) > 1 || words(right) > 0 && begins)
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

#[cfg(test)]
mod tests;
