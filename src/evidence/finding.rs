//! Holds what is looked for in a snapshot, and what came of it.

use std::ops::Range;

use super::nearest::Nearest;
use crate::model::{Caveat, Check, Obstacle, PdfPage, Selector};

/// A quote to look for.
#[derive(Clone, Copy, Debug)]
pub struct SoughtQuote<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether … and [ ] in it are marks of changes.
    pub edited: bool,
    /// Words of the source that hold the quote.
    pub context: Option<&'a str>,
    /// Whether they may be a translation that the source does not have.
    pub translated: bool,
    /// Whether they are the first and the last words of a passage, with … between them.
    pub is_passage: bool,
}

impl<'a> SoughtQuote<'a> {
    /// Asks for words as they are, wherever they stand.
    pub fn of(text: &'a str) -> Self {
        Self {
            text,
            edited: false,
            context: None,
            translated: false,
            is_passage: false,
        }
    }
}

/// What came of looking for a quote in a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// How the quote stands to the snapshot.
    pub check: Check,
    /// Where it stands: one passage, or one for each literal part of an edited quote.
    pub at: Vec<Selector>,
    /// Of a passage in two ends, the SHA-256 of what stands between them, in one form and without spaces.
    pub between: Option<String>,
    /// Of a PDF, the page that it stands on, or the first and the last.
    pub pages: Vec<PdfPage>,
    /// Where the page in a frame was in which it stands, if it stands in one.
    pub frame: Option<String>,
    /// Why it was not found.
    pub reason: Option<Obstacle>,
    /// What a reader has to know of it, if it was found.
    pub caveats: Vec<Caveat>,
    /// More about it, in words.
    pub detail: Option<String>,
    /// What comes nearest to a quote that is absent, or that may be.
    pub nearest: Option<Nearest>,
}

impl Finding {
    /// Says why the quote was not verified, and what to do about it.
    pub fn why(&self) -> Option<String> {
        let reason = self.reason?;
        Some(self.because(reason.what(), reason.help()))
    }

    /// Says why the passage was not found, and what to do about it.
    pub fn why_of_passage(&self) -> Option<String> {
        let Some(reason) = self.reason else {
            return self.detail.clone();
        };
        let (what, help) = reason.of_passage();
        Some(self.because(what, help))
    }

    fn because(&self, what: &str, help: Option<&str>) -> String {
        let mut why = what.to_owned();
        for (before, more, after) in [(" (", self.detail.as_deref(), ")"), (": ", help, "")] {
            if let Some(more) = more {
                why.extend([before, more, after]);
            }
        }
        why
    }

    pub(super) fn at(check: Check, at: Vec<Selector>) -> Self {
        Self {
            at,
            ..Self::not(check, None)
        }
    }

    /// Says whether the source struck words of it out.
    pub fn is_struck_out(&self) -> bool {
        self.caveats.contains(&Caveat::StruckOut)
    }

    /// Returns the code points from the first to the last that was found.
    pub fn stretch(&self) -> Option<Range<usize>> {
        let (first, last) = (self.at.first()?, self.at.last()?);
        Some(first.start..last.end)
    }

    /// Makes a finding of a quote that was not found.
    pub fn not(check: Check, reason: Option<Obstacle>) -> Self {
        Self {
            check,
            at: Vec::new(),
            between: None,
            pages: Vec::new(),
            frame: None,
            reason,
            caveats: Vec::new(),
            detail: None,
            nearest: None,
        }
    }
}

/// Returns which quotes are absent.
pub(super) fn absent(findings: &[Finding]) -> Vec<usize> {
    let all = findings.iter().enumerate();
    let absent = all.filter(|(_, finding)| finding.check == Check::Absent);
    absent.map(|(index, _)| index).collect()
}

/// Takes back that some quotes are absent: for a reason, that is not known.
pub(super) fn take_back(
    findings: &mut [Finding],
    which: &[usize],
    reason: Obstacle,
    detail: Option<&str>,
) {
    for index in which {
        if let Some(finding) = findings.get_mut(*index) {
            finding.check = Check::CannotCheck;
            finding.reason = Some(reason);
            finding.detail = detail.map(str::to_owned);
        }
    }
}
