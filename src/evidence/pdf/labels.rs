//! Tells what a PDF calls its pages: "iv", "A-3", "117".

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, String as PdfString};

use super::about::text;

/// Labels stand in a tree, as deep as this, with so many entries at most.
const DEEPEST: usize = 8;
const MOST_ENTRIES: usize = 1 << 14;
/// Longer labels are none.
const LONGEST: usize = 40;
/// What is given as the first number is no higher.
const HIGHEST: usize = 100_000;

/// How pages are labelled from one on.
struct Range {
    first: usize,
    prefix: String,
    style: Option<char>,
    start: usize,
}

/// Returns the label of each page; nothing, if the PDF has none.
pub(super) fn labels(root: &Dict<'_>, pages: usize) -> Vec<String> {
    let mut ranges = Vec::new();
    if let Some(tree) = root.get::<Dict<'_>>("PageLabels") {
        read(&tree, DEEPEST, &mut ranges);
    }
    ranges.sort_by_key(|range| range.first);
    if ranges.is_empty() {
        return Vec::new();
    }
    let labels = (0..pages).map(|page| {
        let after = ranges.partition_point(|range| range.first <= page);
        let range = after.checked_sub(1).and_then(|last| ranges.get(last));
        range.map_or_else(String::new, |range| range.label(page))
    });
    labels.collect()
}

fn read(tree: &Dict<'_>, deep: usize, ranges: &mut Vec<Range>) {
    if let Some(entries) = tree.get::<Array<'_>>("Nums") {
        let mut first = None;
        for entry in entries.iter::<Object<'_>>().take(MOST_ENTRIES) {
            match (entry, first.take()) {
                (Object::Number(number), None) => first = usize::try_from(number.as_i64()).ok(),
                (Object::Dict(label), Some(first)) if ranges.len() < MOST_ENTRIES => {
                    ranges.push(Range::of(&label, first));
                }
                _ => {}
            }
        }
    }
    let kids = tree.get::<Array<'_>>("Kids").filter(|_| deep > 0);
    for kid in kids
        .iter()
        .flat_map(Array::iter::<Dict<'_>>)
        .take(MOST_ENTRIES)
    {
        if ranges.len() < MOST_ENTRIES {
            read(&kid, deep - 1, ranges);
        }
    }
}

impl Range {
    fn of(label: &Dict<'_>, first: usize) -> Self {
        let prefix: Option<PdfString<'_>> = label.get("P");
        let style: Option<Name<'_>> = label.get("S");
        let start = label
            .get::<i32>("St")
            .and_then(|start| usize::try_from(start).ok());
        Self {
            first,
            prefix: prefix
                .map(|prefix| text(prefix.as_bytes()))
                .unwrap_or_default(),
            style: style.and_then(|style| style.as_str().chars().next()),
            start: start.unwrap_or(1).min(HIGHEST),
        }
    }

    fn label(&self, page: usize) -> String {
        let number = self.start + (page - self.first);
        let number = match self.style {
            Some('D') => number.to_string(),
            Some('r') => roman(number),
            Some('R') => roman(number).to_uppercase(),
            Some('a') => letters(number),
            Some('A') => letters(number).to_uppercase(),
            Some(_) | None => String::new(),
        };
        let label = format!("{}{number}", self.prefix);
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_line = label.chars().nth(LONGEST).is_none() && !label.contains(char::is_control);
        if is_line { label } else { String::new() }
    }
}

fn roman(mut number: usize) -> String {
    let signs = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number >= 4000 {
        return number.to_string();
    }
    let mut roman = String::new();
    for (value, sign) in signs {
        while number >= value {
            roman.push_str(sign);
            number -= value;
        }
    }
    roman
}

/// Returns a to z, then aa to zz, and so on.
fn letters(number: usize) -> String {
    let Some(number) = number
        .checked_sub(1)
        .filter(|number| *number < 26 * LONGEST)
    else {
        return number.to_string();
    };
    let letter = u8::try_from(number % 26).map_or('a', |at| char::from(b'a' + at));
    std::iter::repeat_n(letter, number / 26 + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn numbers_are_written_in_letters() {
        assert_eq!(
            [1, 4, 9, 14, 1998].map(roman),
            ["i", "iv", "ix", "xiv", "mcmxcviii"]
        );
        assert_eq!([1, 26, 27, 53].map(letters), ["a", "z", "aa", "aaa"]);
    }
}
