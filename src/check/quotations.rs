//! Finds the passages in quote marks, in the marks of many languages.
//!
//! A mark that is never closed opens nothing. Where it is open whether a passage ends, it goes on:
//! the rules that ask are silent within one.

use std::ops::Range;

/// Returns the passages in quote marks, marks included, in order and apart; of a quote within a
/// quote, the outer one alone.
pub(crate) fn quotations(text: &str) -> Vec<Range<usize>> {
    let straight = straight_marks(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    // What does not close from one place does not close from a later one.
    let mut unclosed: Vec<char> = Vec::new();
    for (at, mark) in text.char_indices() {
        if at < from || unclosed.contains(&mark) || !opens(text, at, mark) {
            continue;
        }
        let start = at + mark.len_utf8();
        let end = match mark {
            '"' => straight_end(text, &straight, at),
            '״' => gershayim_end(text, start),
            '‘' | '\'' => single_end(text, start, mark),
            _ => {
                let (_, rest) = text.split_at(start);
                rest.char_indices()
                    .find(|(_, c)| closes(mark, *c))
                    .map(|(to, c)| start + to + c.len_utf8())
            }
        };
        match end {
            Some(end) => {
                found.push(at..end);
                from = end;
            }
            None if matches!(mark, '‘' | '\'' | '"' | '״') => {}
            None => unclosed.push(mark),
        }
    }
    found
}

fn closes(open: char, c: char) -> bool {
    match open {
        '“' => c == '”',
        '„' => matches!(c, '“' | '”' | '"'),
        '‚' => matches!(c, '‘' | '’'),
        '«' => c == '»',
        '»' => matches!(c, '«' | '»'),
        // As Urdu and Hebrew have it, or Swedish.
        '”' => matches!(c, '“' | '”'),
        '‹' => c == '›',
        '《' => c == '》',
        '「' => c == '」',
        '『' => c == '』',
        same => c == same,
    }
}

fn opens(text: &str, at: usize, mark: char) -> bool {
    let (before, from) = text.split_at(at);
    let after = from.strip_prefix(mark).unwrap_or(from);
    let begins_word = || {
        after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '[' | '…' | '¿' | '¡'))
            && before
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric() && !is_closing(c))
    };
    match mark {
        '“' | '„' | '«' | '‹' | '「' | '『' => true,
        '‚' | '‘' => !after.starts_with(char::is_whitespace),
        '"' | '״' => !is_within_word(before, after),
        // Swedish and Finnish open with ”, German books with ».
        '”' | '»' => begins_word(),
        '\'' => begins_word() && !is_elided(after),
        _ => false,
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | '…')
}

/// Says whether a mark stands within a word, as in the Hebrew `צה"ל`.
pub(crate) fn is_within_word(before: &str, after: &str) -> bool {
    before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic)
}

/// Says whether an apostrophe stands for what is left out: `'90s`, `'tis`.
fn is_elided(after: &str) -> bool {
    const ELIDED: &[&str] = &["tis", "twas", "em", "til", "cause", "n", "t", "s"];
    let word = after.split(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or("").to_ascii_lowercase();
    after.starts_with(|c: char| c.is_ascii_digit()) || ELIDED.contains(&&*word)
}

/// Returns where the straight marks stand that are quote marks, or inches.
fn straight_marks(text: &str) -> Vec<usize> {
    let marks = text.match_indices('"').map(|(at, _)| at);
    marks
        .filter(|at| {
            let (before, from) = text.split_at(*at);
            !is_within_word(before, from.strip_prefix('"').unwrap_or(from))
        })
        .collect()
}

/// Returns where a passage in gershayim ends: at one that stands within no word.
fn gershayim_end(text: &str, start: usize) -> Option<usize> {
    let (_, rest) = text.split_at(start);
    let mut marks = rest.match_indices('״');
    let end = marks.find(|(at, mark)| {
        let (before, from) = rest.split_at(*at);
        !is_within_word(before, from.strip_prefix(mark).unwrap_or(from))
    });
    end.map(|(at, mark)| start + at + mark.len())
}

/// Returns where a passage in straight marks ends. One after a digit stands for inches if the marks
/// after it would not pair otherwise.
fn straight_end(text: &str, marks: &[usize], open: usize) -> Option<usize> {
    let first = marks.partition_point(|at| *at <= open);
    let (_, rest) = marks.split_at(first);
    let closing = rest.iter().enumerate().find(|(index, at)| {
        let (before, _) = text.split_at(**at);
        let left = rest.len() - index - 1;
        !before.ends_with(|c: char| c.is_ascii_digit()) || left.is_multiple_of(2)
    });
    closing.map(|(_, at)| at + 1)
}

/// Returns where a passage in single marks ends: at a mark that no apostrophe within a word is, and
/// rather not at one that may end a plural, as in `the bosses’ pay`.
fn single_end(text: &str, start: usize, open: char) -> Option<usize> {
    let close = if open == '‘' { '’' } else { '\'' };
    let (_, rest) = text.split_at(start);
    let mut plural = None;
    for (at, c) in rest.char_indices() {
        let (before, from) = rest.split_at(at);
        if c == open && at > 0 && opens(text, start + at, open) {
            break;
        }
        let after = from.strip_prefix(c).unwrap_or(from);
        if c != close
            || after.starts_with(char::is_alphanumeric)
            || before.ends_with(char::is_whitespace)
        {
            continue;
        }
        let end = start + at + c.len_utf8();
        if before.ends_with('s') && after.starts_with(' ') {
            plural = plural.or(Some(end));
        } else {
            return Some(end);
        }
    }
    plural
}

#[cfg(test)]
mod tests {
    use super::quotations;

    #[test]
    fn passages_end_at_their_own_mark() {
        for (text, expected) in [
            ("a “b” c \"d\"", vec!["“b”", "\"d\""]),
            (
                "„b“ «c» »d« »e» ”f” „g”",
                vec!["„b“", "«c»", "»d«", "»e»", "”f”", "„g”"],
            ),
            ("「是。」說", vec!["「是。」"]),
            ("a “b", vec![]),
            ("no marks’ here", vec![]),
            ("اس نے کہا ”نہیں“ ”۔", vec!["”نہیں“"]),
            ("He said ‘don’t’ twice", vec!["‘don’t’"]),
            (
                "‘The bosses’ pay is low. It is,’ she said",
                vec!["‘The bosses’ pay is low. It is,’"],
            ),
            ("the '90s and the bosses' pay", vec![]),
            ("he said 'no' and 'yes'", vec!["'no'", "'yes'"]),
            ("a 12\" pipe", vec![]),
            ("\"a 12\" pipe\" broke", vec!["\"a 12\" pipe\""]),
            ("\"in 2025\" and \"so\"", vec!["\"in 2025\"", "\"so\""]),
            ("צה\"ל אמר", vec![]),
            ("צה״ל אמר", vec![]),
            ("היא אמרה ״צה״ל לא הגיב״ ושתקה", vec!["״צה״ל לא הגיב״"]),
            ("“One.\n\n“Two.” he said", vec!["“One.\n\n“Two.”"]),
        ] {
            let found: Vec<_> = quotations(text)
                .into_iter()
                .filter_map(|range| text.get(range))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
