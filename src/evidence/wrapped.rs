//! Finds words that a line end breaks: "wor-" and "ks" may be "works", and "well-" and "known"
//! "well-known". Which of the two, the quotes tell; each other character has to be the same.

use std::collections::BTreeMap;
use std::ops::Range;

use super::normalise::{Break, BreakKind, Normalised, is_unspaced, piece};
use super::places::{Needle, places};

/// Reads the line ends of a text as the quotes have them; nothing, if none of them helps.
pub(super) fn mended(text: &Normalised, quotes: &[String]) -> Option<Normalised> {
    if text.breaks().is_empty() {
        return None;
    }
    let loose = Loose::of(text.text(), text.breaks());
    let wanted: Vec<String> = quotes
        .iter()
        .map(|quote| Loose::of(piece(quote, led(quote).len()..quote.len()), &[]).text)
        .collect();
    let whole = wanted.iter().map(|text| Needle::whole(text));
    // Where a word goes on over a line end, a quote may begin or end at that very line end.
    let open = wanted.iter().map(|text| Needle {
        open_start: true,
        open_end: true,
        ..Needle::whole(text)
    });
    let needles: Vec<Needle<'_>> = whole.chain(open).collect();
    let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
    let twice = quotes.iter().chain(quotes);
    for (quote, found) in twice.zip(places(&loose.text, &needles)?) {
        for at in found {
            let (start, led) = (loose.start(at.start), led(quote));
            if !piece(text.text(), 0..start).ends_with(led) {
                continue;
            }
            let at = start - led.len()..loose.end(at.end);
            let Some(readings) = readings(quote, text, &at) else {
                continue;
            };
            for (index, length) in readings {
                kept.entry(index).or_insert(length);
            }
        }
    }
    (!kept.is_empty()).then(|| text.with_breaks_as(&kept))
}

/// Returns the dashes with which a quote begins: after a word they are left out.
fn led(quote: &str) -> &str {
    let rest = quote.trim_start_matches(['-', ' ']);
    quote.strip_suffix(rest).unwrap_or_default()
}

/// Returns how much of each break a quote has that stands at a place, if it does stand there.
fn readings(quote: &str, text: &Normalised, at: &Range<usize>) -> Option<Vec<(usize, usize)>> {
    let mut rest = quote;
    let mut read = Vec::new();
    let mut here = at.start;
    let breaks = text.breaks();
    let first = breaks.partition_point(|found| found.at.start < at.start);
    let within = breaks.iter().enumerate().skip(first);
    for (index, found) in within.take_while(|(_, found)| found.at.end <= at.end) {
        rest = rest.strip_prefix(piece(text.text(), here..found.at.start))?;
        let whole = piece(text.text(), found.at.clone());
        let dash = whole.trim_end_matches(' ');
        let ways: &[&str] = match found.kind {
            BreakKind::Hyphen => &[whole, dash, ""],
            BreakKind::Dash => &[whole, dash],
            BreakKind::Space => &[whole, ""],
            BreakKind::Soft => &[""],
        };
        let way = ways.iter().find(|way| rest.starts_with(**way))?;
        rest = rest.strip_prefix(way)?;
        read.push((index, way.len()));
        here = found.at.end;
    }
    let on = piece(text.text(), here..text.text().len());
    on.starts_with(rest).then_some(read)
}

/// A text without what line ends may have put into it: without hyphens and dashes after words and the
/// spaces around them, and without spaces between letters of scripts that break lines anywhere.
struct Loose {
    text: String,
    /// Where the two texts correspond again after something was left out.
    after: Vec<(usize, usize)>,
}

impl Loose {
    fn of(normal: &str, breaks: &[Break]) -> Self {
        let mut loose = Self {
            text: String::with_capacity(normal.len()),
            after: vec![(0, 0)],
        };
        let mut breaks = breaks.iter().peekable();
        let (mut last, mut is_after_dash, mut is_after_gap) = (' ', false, false);
        let mut chars = normal.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            while breaks.next_if(|found| found.at.end <= at).is_some() {}
            let next = chars.peek().map_or(' ', |(_, next)| *next);
            let is_of_break = breaks.peek().is_some_and(|found| found.at.contains(&at));
            let is_left_out = is_of_break
                || match c {
                    '-' => last.is_alphanumeric(),
                    ' ' if last.is_alphanumeric() && next == '-' => true,
                    ' ' => is_after_dash || is_unspaced(last) && is_unspaced(next),
                    _ => false,
                };
            is_after_dash = is_left_out && c == '-';
            if is_left_out {
                loose.after.push((loose.text.len(), at + c.len_utf8()));
            } else {
                if is_after_gap && c.is_ascii_punctuation() {
                    // No mark comes to stand within a word by what is left out before it.
                    loose.text.push(' ');
                    loose.after.push((loose.text.len(), at));
                }
                loose.text.push(c);
                last = c;
            }
            is_after_gap = is_left_out;
        }
        loose
    }

    fn start(&self, loose: usize) -> usize {
        self.beyond(self.after.partition_point(|(at, _)| *at <= loose), loose)
    }

    fn end(&self, loose: usize) -> usize {
        self.beyond(self.after.partition_point(|(at, _)| *at < loose), loose)
    }

    fn beyond(&self, index: usize, loose: usize) -> usize {
        let known = index.checked_sub(1).and_then(|index| self.after.get(index));
        known.map_or(loose, |(at, normal)| normal + (loose - at))
    }
}

#[cfg(test)]
mod tests;
