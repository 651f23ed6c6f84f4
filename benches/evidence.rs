//! A thousand quotes looked for in ten megabytes: `cargo bench evidence`.
//!
//! Each input is one that some way of searching would be slow on.

use brief::evidence::{Finding, Lock, Media, Snapshot, SoughtQuote, find};
use divan::{Bencher, black_box};

const BYTES: usize = 10_000_000;
const QUOTES: usize = 1_000;

/// Returns running text of words that look alike, none of it twice.
fn prose() -> String {
    let mut text = String::with_capacity(BYTES + 100);
    let mut state = 1_u64;
    while text.len() < BYTES {
        for _ in 0..12 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let word = [
                "the",
                "troops’",
                "not",
                "guarantee",
                "a",
                "of",
                "said",
                "peace–",
            ];
            let index = usize::try_from(state >> 61).unwrap_or(0);
            text.push_str(word[index]);
            text.push_str(&(state >> 52).to_string());
            text.push(' ');
        }
        text.push_str("\n\n");
    }
    text
}

/// Returns passages of about 120 characters from all over a text.
fn passages(text: &str) -> Vec<String> {
    let step = text.len() / (QUOTES + 1);
    let from = |index: usize| text.ceil_char_boundary(index * step);
    (0..QUOTES)
        .map(|index| text.split_at(from(index)).1)
        .map(|rest| {
            let words = rest.split_whitespace().skip(1).take(12);
            words.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

fn run(bencher: Bencher<'_, '_>, text: &str, quotes: &[String], edited: bool) {
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let wanted: Vec<SoughtQuote<'_>> = quotes
        .iter()
        .map(|text| SoughtQuote {
            edited,
            ..SoughtQuote::of(text)
        })
        .collect();
    bencher.bench(|| -> Vec<Finding> { find(black_box(&snapshot), &wanted) });
}

#[divan::bench(sample_count = 5)]
fn read_text(bencher: Bencher<'_, '_>) {
    let text = prose();
    bencher.bench(|| Snapshot::read(black_box(text.as_bytes()), Media::Text));
}

#[divan::bench(sample_count = 5)]
fn read_html(bencher: Bencher<'_, '_>) {
    let html = prose().replace("\n\n", "</p>\n<p>");
    bencher.bench(|| Snapshot::read(black_box(html.as_bytes()), Media::Html));
}

#[divan::bench(sample_count = 5)]
fn all_found(bencher: Bencher<'_, '_>) {
    let text = prose();
    run(bencher, &text, &passages(&text), false);
}

/// The last word of each differs: the nearest passage is looked for, too.
#[divan::bench(sample_count = 5)]
fn all_absent(bencher: Bencher<'_, '_>) {
    let text = prose();
    let quotes = passages(&text);
    let quotes: Vec<String> = quotes.iter().map(|quote| format!("{quote} not")).collect();
    run(bencher, &text, &quotes, false);
}

#[divan::bench(sample_count = 5)]
fn all_edited(bencher: Bencher<'_, '_>) {
    let text = prose();
    let quotes: Vec<String> = passages(&text)
        .iter()
        .filter_map(|quote| {
            let words: Vec<&str> = quote.split(' ').collect();
            let (start, end) = (words.get(..4)?, words.get(6..)?);
            Some(format!("{} … {}", start.join(" "), end.join(" ")))
        })
        .collect();
    run(bencher, &text, &quotes, true);
}

/// Text and quotes are one word over and over; each quote is the end of the next.
#[divan::bench(sample_count = 5)]
fn repetitive(bencher: Bencher<'_, '_>) {
    let text = "no ".repeat(BYTES / 3);
    let quotes: Vec<String> = (5..QUOTES + 5).map(|words| "no ".repeat(words)).collect();
    run(bencher, &text, &quotes, false);
}

/// Every quote almost stands everywhere.
#[divan::bench(sample_count = 5)]
fn repetitive_and_absent(bencher: Bencher<'_, '_>) {
    let text = "no ".repeat(BYTES / 3);
    let quotes: Vec<String> = (5..QUOTES + 5)
        .map(|words| format!("{}yes", "no ".repeat(words)))
        .collect();
    run(bencher, &text, &quotes, false);
}

/// Every part stands everywhere, but not in that order.
#[divan::bench(sample_count = 5)]
fn repetitive_and_edited(bencher: Bencher<'_, '_>) {
    let text = "no ".repeat(BYTES / 3);
    let quotes: Vec<String> = (5..QUOTES + 5)
        .map(|words| format!("no … {}… no … yes", "no ".repeat(words % 50 + 5)))
        .collect();
    run(bencher, &text, &quotes, true);
}

/// A few parts are rare, and stand amid many places of the others.
#[divan::bench(sample_count = 5)]
fn repetitive_around_rare_and_edited(bencher: Bencher<'_, '_>) {
    let amid = "no ".repeat(BYTES / 3 / 10);
    let text = format!("{amid}never {amid}").repeat(5);
    let quotes: Vec<String> = (5..QUOTES + 5)
        .map(|words| {
            format!(
                "no … {}… never … {}",
                "no ".repeat(words % 50 + 5),
                "no ".repeat(9)
            )
        })
        .collect();
    run(bencher, &text, &quotes, true);
}

#[divan::bench]
fn read_lock() -> bool {
    let lock = include_bytes!("../content/ukraine-security-guarantees.evidence.yaml");
    Lock::read(black_box(lock)).is_ok()
}
