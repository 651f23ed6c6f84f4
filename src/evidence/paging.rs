//! Tells on which page of a PDF a passage of its text stands.

use std::ops::Range;

use crate::model::{PdfPage, Selector};

/// Where the pages of a PDF are in its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paging {
    /// The first code point of a piece of text, and the page that it is on, from 0.
    pub(super) starts: Vec<(usize, usize)>,
    /// What the PDF calls each page, if it says so.
    pub(super) labels: Vec<String>,
}

impl Paging {
    /// Returns the number of the page that a code point is on, from 1.
    pub fn page(&self, code_point: usize) -> usize {
        let after = self
            .starts
            .partition_point(|(start, _)| *start <= code_point);
        let known = after.checked_sub(1).and_then(|last| self.starts.get(last));
        known.map_or(1, |(_, page)| page + 1)
    }

    /// Returns the page that passages stand on, or the first and the last.
    pub(super) fn pages(&self, at: &[Selector]) -> Vec<PdfPage> {
        let (Some(first), Some(last)) = (at.first(), at.last()) else {
            return Vec::new();
        };
        let mut numbers = vec![
            self.page(first.start),
            self.page(last.end.saturating_sub(1)),
        ];
        numbers.dedup();
        let pages = numbers.into_iter().map(|number| PdfPage {
            number,
            label: self.label(number).map(str::to_owned),
        });
        pages.collect()
    }

    /// Returns what the PDF calls a page, if that is not its number.
    pub fn label(&self, page: usize) -> Option<&str> {
        let label = page.checked_sub(1).and_then(|page| self.labels.get(page))?;
        (!label.is_empty() && *label != page.to_string()).then_some(&**label)
    }

    /// Returns the pages, from 1, with the code points of the text that each piece of them has.
    pub fn pieces(&self, length: usize) -> Vec<(usize, Range<usize>)> {
        let ends = self.starts.iter().skip(1).map(|(start, _)| *start);
        let pieces = self.starts.iter().zip(ends.chain([length]));
        pieces
            .map(|((start, page), end)| (page + 1, *start..end))
            .collect()
    }
}
