//! Finds the marks that typewriters have for dashes and quote marks: `--`, ` ``…'' `, `<<…>>`.

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
    edits.sort_by_key(|(at, _)| at.start);
    edits
}
