//! Finds where parts of a text begin and end, by how its lines are indented.

use super::written::{Line, line_at, lines_below};

/// Returns the line of a key at the top.
pub(super) fn top_key<'t>(text: &'t str, name: &str) -> Option<Line<'t>> {
    let key = format!("{name}:");
    if text.starts_with(&key) {
        return Some(line_at(text, 0));
    }
    let at = text.find(&format!("\n{key}"))?;
    Some(line_at(text, at + 1))
}

/// Returns where what begins in a line ends: before the next line that is indented less than a column.
pub(super) fn block_end(text: &str, line: &Line<'_>, column: usize) -> usize {
    let mut end = line.start + line.text.len();
    for below in lines_below(text, line.start) {
        if below.is_blank {
            continue;
        }
        let is_item = column == 1 && below.text.starts_with("- ");
        if below.indent < column && !is_item {
            break;
        }
        end = below.start + below.text.len();
    }
    end
}
