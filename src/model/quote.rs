//! Holds quotes, and what verification found for them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::date::Edtf;
use super::ids::{OneOrMore, SourceId, VoiceId};
use super::locator::{Locator, LocatorLabel};
use super::obstacle::Obstacle;
use super::text::{Language, Line};
use super::words::words;

/// Words as they were spoken or written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quote {
    /// The words, never trimmed, joined or re-cased.
    pub text: String,
    /// Who spoke them: one voice, or several together.
    pub voices: OneOrMore<VoiceId>,
    /// What they are, in the order of [`QuoteKind`], each once.
    pub kinds: Vec<QuoteKind>,
    /// On which occasion they were spoken.
    pub occasion: Option<Line>,
    /// Where in the claim's one source they stand, from wide to narrow.
    pub at: Vec<Locator>,
    /// Their language, where it is not the brief's.
    pub lang: Option<Language>,
    /// The language that a translation was made from.
    pub translated_from: Option<Language>,
    /// The source's own words, of which these are a translation.
    pub original: Option<String>,
    /// Words around the quote that make its place in the source certain.
    pub context: Option<String>,
    /// Whether it was found to be its source's words.
    pub verification: Verification,
}

impl Quote {
    /// Returns the words that have to stand in the source: of a translation, those it was made of.
    pub fn in_source(&self) -> &str {
        self.original.as_deref().unwrap_or(&self.text)
    }

    /// Returns where in the claim's one source the quote stands: as the brief says, else the page of a PDF
    /// on which it was found.
    pub fn place(&self) -> Cow<'_, [Locator]> {
        let check = self
            .verification
            .check()
            .filter(|check| check.found.is_verified());
        let names: Vec<String> = check
            .iter()
            .flat_map(|check| &check.pages)
            .map(PdfPage::name)
            .collect();
        let page = Line::parse(&names.join("–"));
        match page {
            Ok(value) if self.at.is_empty() => {
                let label = LocatorLabel::Page;
                Cow::Owned(vec![Locator { label, value }])
            }
            Ok(_) | Err(_) => Cow::Borrowed(&self.at),
        }
    }

    /// Says whether the quote is of a kind.
    pub fn is(&self, kind: QuoteKind) -> bool {
        self.kinds.contains(&kind)
    }
}

words! {
    /// What the words of a quote are.
    #[derive(PartialOrd, Ord)]
    QuoteKind {
        /// Whole sentences.
        Full "full",
        /// A part of a sentence.
        Fragment "fragment",
        /// Words in another language than they were spoken in.
        Translated "translated",
        /// Words with cuts or insertions made for this brief.
        Edited "edited",
        /// Words with cuts or insertions that already stand in the source.
        EditedInSource "edited-in-source",
    }
}

/// What is known of whether a quote is word for word what its source has: of a translation,
/// whether its original is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verification {
    /// The brief keeps no evidence of its quotes.
    #[default]
    NoLock,
    /// The evidence has nothing on the quote.
    NotInLock,
    /// It was looked for.
    Checked(Box<QuoteCheck>),
}

impl Verification {
    /// Returns what came of looking for the quote, if it was looked for.
    pub fn check(&self) -> Option<&QuoteCheck> {
        match self {
            Self::Checked(check) => Some(check),
            Self::NoLock | Self::NotInLock => None,
        }
    }

    /// Returns how the quote stands to its source, if it was looked for.
    pub fn found(&self) -> Option<Check> {
        self.check().map(|check| check.found)
    }
}

/// The place in a source on which a claim rests, or that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Passage {
    /// Its first and its last words, with … between them; or all of them.
    pub text: String,
    /// Whether it was found in its source.
    pub verification: Verification,
}

impl Passage {
    /// Says whether it was found in its source.
    pub fn is_found(&self) -> bool {
        self.verification.found().is_some_and(Check::is_verified)
    }
}

/// What came of looking for a quote or a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuoteCheck {
    /// How it stands to its source.
    pub found: Check,
    /// Why it was not verified, where that is known.
    pub reason: Option<Obstacle>,
    /// What a reader has to know of it, if it stands there.
    pub caveats: Vec<Caveat>,
    /// The day on which that was found.
    pub day: Edtf,
    /// The source that it was looked for in; none if there was no snapshot of one.
    pub source: Option<SourceId>,
    /// Where it stands: one passage, or one for each literal part of an edited quote.
    pub at: Vec<Selector>,
    /// The page of a PDF that it stands on, or the first and the last; none if the source is no PDF, or
    /// not the claim's one source.
    pub pages: Vec<PdfPage>,
}

/// A page of a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PdfPage {
    /// Its number, from 1, as programs that show PDFs count.
    pub number: usize,
    /// What the PDF calls it, where that is not its number: what is printed on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl PdfPage {
    /// Returns what readers know the page by.
    pub fn name(&self) -> String {
        self.label
            .as_ref()
            .map_or_else(|| self.number.to_string(), ToString::to_string)
    }
}

/// How a quote stands to its source, in the words of the evidence lock. The order is from sure to
/// unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Check {
    /// It stands there word for word.
    Exact,
    /// It stands there but for quote marks, dashes and spaces.
    Typographic,
    /// It stands there but for what its own marks, … and [ ], say was changed.
    Edited,
    /// It stands there in several places.
    Ambiguous,
    /// It could not be looked for.
    CannotCheck,
    /// It does not stand there.
    Absent,
}

impl Check {
    /// Says whether the quote was found to be its source's words.
    pub fn is_verified(self) -> bool {
        matches!(self, Self::Exact | Self::Typographic | Self::Edited)
    }

    /// Returns the word by which programs know it, in evidence locks as in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Typographic => "typographic",
            Self::Edited => "edited",
            Self::Ambiguous => "ambiguous",
            Self::CannotCheck => "cannot-check",
            Self::Absent => "absent",
        }
    }

    /// Returns the words that people read.
    pub fn word(self) -> &'static str {
        if self == Self::CannotCheck {
            return "cannot check";
        }
        self.name()
    }
}

/// A passage of a source's snapshot: `TextQuoteSelector` and `TextPositionSelector` of the W3C's Web
/// Annotation in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selector {
    /// The passage.
    pub exact: String,
    /// A few words before it.
    pub prefix: String,
    /// A few words after it.
    pub suffix: String,
    /// Its first code point, from 0.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
}
