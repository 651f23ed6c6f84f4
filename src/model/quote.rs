//! What was said word for word.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Language, Line, Verification, VoiceId};

/// Words as they were spoken or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, never trimmed, joined or re-cased.
    pub text: String,
    /// Who spoke them.
    pub voice: VoiceId,
    /// What they are, in the order of [`QuoteKind`], each once.
    pub kinds: Vec<QuoteKind>,
    /// On which occasion they were spoken.
    pub occasion: Option<Line>,
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

    /// Says whether the quote is of a kind.
    pub fn is(&self, kind: QuoteKind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// What the words of a quote are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum QuoteKind {
    /// Whole sentences.
    Full,
    /// A part of a sentence.
    Fragment,
    /// Words in another language than they were spoken in.
    Translated,
    /// Words with cuts or insertions made for this brief.
    Edited,
    /// Words with cuts or insertions that already stand in the source.
    EditedInSource,
}

impl QuoteKind {
    /// Returns the word that the file has for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fragment => "fragment",
            Self::Translated => "translated",
            Self::Edited => "edited",
            Self::EditedInSource => "edited-in-source",
        }
    }
}
