//! Reads a text on over the foot of a page and the head of the next.

use std::collections::HashMap;

/// The feet and heads that are tried have so many lines at most.
const MOST_LINES: usize = 3;
/// A line that stands so often, whatever its numbers are, is a head or a foot.
const FEWEST_TIMES: usize = 3;

/// Returns the text without the feet and heads of its pages, in every way that is tried.
pub(super) fn ways_on(text: &str) -> impl Iterator<Item = String> {
    let pages: Vec<Vec<&str>> = text
        .split('\u{C}')
        .map(|page| {
            page.lines()
                .filter(|line| !line.trim().is_empty())
                .collect()
        })
        .collect();
    let tries = if pages.len() > 1 { MOST_LINES } else { 0 };
    let ways = (0..=tries).flat_map(move |foot| (0..=tries).map(move |head| (foot, head)));
    let over_pages = ways.filter(|way| *way != (0, 0)).map(move |(foot, head)| {
        let lines = pages.iter().enumerate().flat_map(|(index, page)| {
            let from = if index == 0 { 0 } else { head };
            let to = if index + 1 == pages.len() { 0 } else { foot };
            page.get(from..page.len().saturating_sub(to))
                .unwrap_or_default()
        });
        lines.fold(String::new(), |text, line| text + line + "\n")
    });
    over_pages.chain(without_repeated(text))
}

/// Returns the text without lines that are numbers of pages, or stand there again and again; nothing,
/// if it has none.
fn without_repeated(text: &str) -> Option<String> {
    let bare = |line: &str| -> String {
        let line = line
            .chars()
            .filter(|c| !c.is_numeric() && !c.is_whitespace());
        line.collect()
    };
    let mut times: HashMap<String, usize> = HashMap::new();
    for line in text.lines() {
        *times.entry(bare(line)).or_default() += 1;
    }
    let is_left_out = |line: &&str| {
        let bare = bare(line);
        let is_number = !bare.chars().any(char::is_alphabetic) || bare.to_lowercase() == "page";
        let is_again = times.get(&bare).is_some_and(|times| *times >= FEWEST_TIMES);
        !line.trim().is_empty() && (is_again || is_number)
    };
    let mut rest = String::with_capacity(text.len());
    let mut is_shorter = false;
    for line in text.lines() {
        if is_left_out(&line) {
            is_shorter = true;
        } else {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    is_shorter.then_some(rest)
}
