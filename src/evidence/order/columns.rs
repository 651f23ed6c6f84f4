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
    let begun: Vec<Vec<(usize, usize)>> = lines.iter().map(|(_, line)| wordy(line)).collect();
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

/// Returns in which column of a line words begin after wide spaces and other words, and at which byte, in order. A line of
/// several single words between such spaces is a table's, or set to its full width by a program.
fn wordy(line: &str) -> Vec<(usize, usize)> {
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
    begun.retain(|_| single < 2);
    begun
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
mod tests {
    use crate::evidence::tests::look;
    use crate::model::{Check, Obstacle};

    const OUT_OF_ORDER: (Check, Option<Obstacle>) =
        (Check::CannotCheck, Some(Obstacle::OutOfOrder));

    #[test]
    fn columns_that_are_read_line_by_line_join_no_quote() {
        for gap in ["      ", "   ", "\t"] {
            let wide = if gap == "\t" { "" } else { "                " };
            let row = |left: &str, right: &str| {
                let room = wide.get(left.len().min(wide.len())..).unwrap_or_default();
                format!("{left}{room}{gap}{right}\n")
            };
            let text = row("We will", "begin the works in the spring.")
                + &row("never do it, he", "So the others told the")
                + &row("said at length.", "press at noon.");
            for quote in [
                "We will begin the works in the spring.",
                "in the spring. never do it, he",
                "We will never do it, he said at length",
            ] {
                assert_eq!(look(&text, quote), OUT_OF_ORDER, "{text} {quote}");
            }
            let quote = "begin the works in the spring.";
            assert_eq!(look(&text, quote).0, Check::Exact, "{text}");
            let quote = "We will end the works in the spring.";
            assert_eq!(look(&text, quote).0, Check::Absent, "{text}");
        }
    }

    #[test]
    fn columns_go_on_in_rows_that_fill_them() {
        let more = "\nAnd the council met on Monday in the hall to hear the engineers speak.\n";
        for (text, quote) in [
            (
                "The council     begin the works\nnever said it   in the spring\n\
                 but he will not answer anybody\nsaid at noon.   now or later.\n",
                "but he will not answer anybody",
            ),
            (
                "The mayor said   begin the works\nshe will never   in the spring as\n\
                 agree that they  others asked her\n",
                "agree that they others asked her",
            ),
            (
                "The mayor (Ann Bell)     begin the works in\n\
                 she will never agree     in the spring as she\n",
                "The mayor (Ann Bell) begin the works in",
            ),
            (
                "she will never agree     in the spring as she\n\
                 of the town and harbour: others asked her too\n\
                 should be doing now      to do at the hall on\n",
                "of the town and harbour: others asked her too",
            ),
            (
                "The mayor said that    begin the works in\n\n\n\
                 she will never agree   in the spring as she\n",
                "The mayor said that begin the works in",
            ),
        ] {
            assert_eq!(
                look(&(text.to_owned() + more), quote),
                OUT_OF_ORDER,
                "{text}"
            );
        }
    }

    #[test]
    fn labels_and_numbers_are_no_columns() {
        for (text, quote) in [
            (
                "ANN BELL:    We will begin\nTOM HILL:    We will not\n",
                "ANN BELL: We will begin",
            ),
            (
                "(a)    the works begin\n(b)    the works end\n",
                "(a) the works begin",
            ),
            (
                "Q.    Did they begin\nA.    No, they did\n",
                "Q. Did they begin",
            ),
            (
                "The works here    12,400\nThe bridge over    100\n",
                "The works here 12,400",
            ),
            (
                "We will     begin the works\nin the spring, she said.\n",
                "We will begin the works",
            ),
            (
                "We   will   begin  the  works  in  the   spring\n\
                 and   they   said  that  the  town   council is\n",
                "We will begin the works in the spring",
            ),
        ] {
            assert_eq!(look(text, quote).0, Check::Typographic, "{text}");
        }
    }
}
