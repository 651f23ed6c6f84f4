//! Passages that stand in quote marks inside running text.

use std::ops::Range;

/// Returns the passages in double quote marks, marks included; an opening mark without a closing
/// one opens nothing.
pub(super) fn passages(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((start, mark)) if closes(mark, c) => {
                found.push(start..at + c.len_utf8());
                open = None;
            }
            None if matches!(c, '“' | '"' | '«' | '„' | '»') => open = Some((at, c)),
            Some(_) | None => {}
        }
    }
    found
}

/// Says whether a mark closes a passage that another mark opened.
fn closes(open: char, c: char) -> bool {
    match open {
        '“' => c == '”',
        '„' => matches!(c, '“' | '”'),
        '«' => c == '»',
        '»' => c == '«',
        _ => c == open,
    }
}

#[cfg(test)]
mod tests {
    use super::passages;

    #[test]
    fn passages_end_at_their_own_mark() {
        for (text, expected) in [
            ("a “b” c \"d\"", vec!["“b”", "\"d\""]),
            ("„b“ «c»", vec!["„b“", "«c»"]),
            ("a “b", vec![]),
            ("no marks’ here", vec![]),
        ] {
            let found: Vec<_> = passages(text)
                .into_iter()
                .filter_map(|range| text.get(range))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
