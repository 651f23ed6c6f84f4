//! Messages made ready. Most are text with gaps, which are filled without the interpreter: a page
//! has tens of thousands of them.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::{Message, Value};

/// What a locale has for a message.
pub(super) enum Entry {
    /// Nothing: the next locale is asked.
    Absent,
    /// A text without gaps.
    Text(String),
    /// A text with gaps.
    Pieces(Vec<Piece>),
    /// Forms to choose from.
    Interpreted,
}

/// A piece of a text with gaps.
pub(super) enum Piece {
    Text(String),
    Gap(String),
}

impl Entry {
    /// Makes a message of a locale file ready.
    pub(super) fn of(message: Message, bundle: &FluentBundle<FluentResource>) -> Self {
        let found = bundle.get_message(message.id());
        let Some(pattern) = found.and_then(|found| found.value()) else {
            return Self::Absent;
        };
        match pieces(pattern) {
            Some(pieces) => Self::of_pieces(pieces),
            None if message.variables().is_empty() => {
                let text = bundle.format_pattern(pattern, None, &mut Vec::new());
                Self::Text(text.into_owned())
            }
            None => Self::Interpreted,
        }
    }

    fn of_pieces(pieces: Vec<Piece>) -> Self {
        let mut whole = String::new();
        for piece in &pieces {
            match piece {
                Piece::Text(text) => whole.push_str(text),
                Piece::Gap(_) => return Self::Pieces(pieces),
            }
        }
        Self::Text(whole)
    }
}

impl Piece {
    /// Joins pieces with values in the gaps.
    pub(super) fn fill(pieces: &[Self], values: &[(&'static str, Value<'_>)]) -> String {
        let mut out = String::new();
        for piece in pieces {
            match piece {
                Self::Text(text) => out.push_str(text),
                Self::Gap(name) => {
                    if let Some((_, value)) = values.iter().find(|(known, _)| known == name) {
                        value.append_to(&mut out);
                    }
                }
            }
        }
        out
    }
}

/// Returns the pieces of a pattern, unless it has forms to choose from.
fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let elements = pattern.elements.iter();
    elements
        .map(|element| match element {
            PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Piece::Gap(id.name.to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => Some(Piece::Text(unescape_unicode_to_string(value).into_owned())),
            PatternElement::Placeable { .. } => None,
        })
        .collect()
}
