//! Finds the marks that typewriters have for dashes, quote marks and an ellipsis: `--`, ` ``…'' `, `<<…>>`,
//! `. . .`.

use super::forms::Edit;

const MARKS: &[(&str, &str)] = &[
    ("---", "–"),
    ("--", "–"),
    ("``", "\""),
    ("''", "\""),
    ("<<", "\""),
    (">>", "\""),
];

/// Returns what stands for such marks, in order.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for sign in ['-', '`', '\'', '<', '>'] {
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find(sign)) {
            let start = from + start;
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.len() - rest.trim_start_matches(sign).len();
            from = start + length;
            let run = text.get(start..from).unwrap_or_default();
            let is_arrow =
                sign == '-' && text.get(from..).is_some_and(|rest| rest.starts_with('>'));
            if let Some((_, instead)) = MARKS.iter().find(|(mark, _)| *mark == run)
                && !is_arrow
            {
                edits.push((start..from, (*instead).to_owned()));
            }
        }
    }
    edits.extend(spaced_dots(text));
    edits.sort_by_key(|(at, _)| at.start);
    edits
}

/// Returns dots in a row, three or more, that a space parts each.
fn spaced_dots(text: &str) -> Vec<Edit> {
    let is_space = |c: char| c.is_whitespace() && c != '\n';
    let mut edits = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find('.')) {
        let start = from + start;
        from = start + 1;
        let mut dots = 1;
        while let Some(next) = text
            .get(from..)
            .and_then(|rest| rest.strip_prefix(is_space))
            && next.starts_with('.')
        {
            from = text.len() - next.len() + 1;
            dots += 1;
        }
        if dots > 2 {
            edits.push((start..from, ".".repeat(dots)));
        }
    }
    edits
}
