//! Finds the numbers that count the lines of a text, as in transcripts of courts and parliaments.

/// So many lines are counted at least.
const FEWEST: usize = 3;
/// What lies between two numbers: each line is counted, or each fifth or tenth.
const STEPS: [u32; 3] = [1, 5, 10];

/// Returns a text without the numbers that count its lines; nothing, if none do.
pub(in crate::evidence) fn without_line_numbers(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let numbered = lines.iter().enumerate();
    let numbered: Vec<(usize, u32, &str)> = numbered
        .filter_map(|(line, text)| {
            let (number, rest) = number(text)?;
            Some((line, number, rest))
        })
        .collect();
    let goes_on = |pair: &[(usize, u32, &str)]| {
        let step = |step: &u32| pair[0].1 + step == pair[1].1;
        STEPS.iter().any(step)
    };
    let goes_on: Vec<bool> = numbered.windows(2).map(goes_on).collect();
    let is_counted = |index: usize| {
        let before = index.checked_sub(1).and_then(|before| goes_on.get(before));
        before == Some(&true) || goes_on.get(index) == Some(&true)
    };
    let counted = numbered.iter().enumerate();
    let counted: Vec<_> = counted.filter(|(index, _)| is_counted(*index)).collect();
    // A short text has few such numbers, and that they stand as far apart as they say is no chance.
    let counts_lines = |pair: &[&(usize, u32, &str)]| {
        let step = pair[1].1.saturating_sub(pair[0].1);
        step > 1 && usize::try_from(step) == Ok(pair[1].0 - pair[0].0)
    };
    let lines_of: Vec<_> = counted.iter().map(|(_, line)| *line).collect();
    if counted.len() < FEWEST && !lines_of.windows(2).any(counts_lines) {
        return None;
    }
    let mut left = lines;
    for (_, (line, _, rest)) in counted {
        left[*line] = rest;
    }
    Some(left.join("\n"))
}

/// Returns the number with which a line begins, and what follows it: `12`, `12:`, `(12)`.
fn number(line: &str) -> Option<(u32, &str)> {
    let line = line.trim_start().trim_start_matches('(');
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.strip_suffix(rest).filter(|digits| digits.len() <= 4)?;
    let rest = rest.strip_prefix([':', ')', '.', '|']).unwrap_or(rest);
    let is_apart = rest.is_empty() || rest.starts_with([' ', '\t']);
    is_apart.then(|| Some((digits.parse().ok()?, rest)))?
}

#[cfg(test)]
mod tests {
    use super::without_line_numbers;

    #[test]
    fn lines_are_counted_one_by_one_or_in_steps() {
        for (text, left) in [
            (
                "1 We will\n2 begin\n3 soon",
                Some(" We will\n begin\n soon"),
            ),
            ("24 a\n25 b\n\n 1 c\n 2 d", Some(" a\n b\n\n c\n d")),
            (
                "a\n  5  b\nc\n 10  d\ne\n 15 f",
                Some("a\n  b\nc\n  d\ne\n f"),
            ),
            ("a\n 5 b\nc\nd\ne\nf\n10 g", Some("a\n b\nc\nd\ne\nf\n g")),
            ("a\n 5 b\nc\nd\ne\n10 f", None),
            ("1: a\n2: b\n3: c", Some(" a\n b\n c")),
            ("(1) a\n(2) b\n(3) c", Some(" a\n b\n c")),
            ("1:5 a\n2:5 b\n3:5 c", None),
            ("1 a\n2 b", None),
            ("5 boats\n40 crews\n3 days", None),
            ("2001 was\n12345 not\n1st", None),
            ("", None),
        ] {
            assert_eq!(without_line_numbers(text).as_deref(), left, "{text}");
        }
    }
}
