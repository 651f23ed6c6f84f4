//! Holds running text: a line of Markdown, parsed once.

use super::{ClaimId, LinkUrl, OneOrMore};

/// A part of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis, `*…*`.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, `**…**`.
    Strong(Vec<Inline>),
    /// Code, `` `…` ``.
    Code(String),
    /// A link, `[…](…)`.
    Link(LinkUrl, Vec<Inline>),
    /// A citation of claims, `[@a]` or `[@a; @b]`.
    Citation(OneOrMore<ClaimId>),
}

/// Running text with something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose(OneOrMore<Inline>);

impl Prose {
    /// Takes the parts of a text.
    pub fn new(parts: OneOrMore<Inline>) -> Self {
        Self(parts)
    }

    /// Returns the parts in order.
    pub fn parts(&self) -> &[Inline] {
        &self.0
    }

    /// Returns the claims that the text cites, in order, repeated ones included.
    pub fn cited(&self) -> Vec<ClaimId> {
        let mut cited = Vec::new();
        each(self.parts(), &mut |part| {
            if let Inline::Citation(claims) = part {
                cited.extend_from_slice(claims);
            }
        });
        cited
    }

    /// Returns the text alone, without marks and citations.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        each(self.parts(), &mut |part| {
            if let Inline::Text(words) | Inline::Code(words) = part {
                text.push_str(words);
            }
        });
        text
    }

    /// Counts the words of the text, citations left out.
    pub fn words(&self) -> usize {
        // Where a citation was left out, an end mark may stand alone.
        self.plain()
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .count()
    }
}

fn each<'a>(parts: &'a [Inline], see: &mut impl FnMut(&'a Inline)) {
    for part in parts {
        see(part);
        if let Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) = part {
            each(inner, see);
        }
    }
}

/// A sentence of the bottom line and the claims that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// The sentence, its citations included.
    pub text: Prose,
    /// The claims that it cites.
    pub cites: OneOrMore<ClaimId>,
}
