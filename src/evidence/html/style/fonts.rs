//! Reads the sizes of fonts.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::declared::Value;
use super::keywords::for_any_property;
use super::lengths::{EM, Result, TINY, any_token, pixels};
use super::sums::quantity;

pub(super) fn font_size(input: &mut Parser<'_>) -> Result<Value> {
    let is_zero = |value: f32| value <= 0.0;
    let is_small = |px: f32| px <= TINY;
    let is_tiny = |value: f32, unit: &str| pixels(value, unit).is_some_and(is_small);
    let before = input.state();
    Ok(match input.next()?.clone() {
        Token::Number { value, .. } if is_zero(value) => Value::Is(true),
        Token::Dimension { value, unit, .. } if is_zero(value) || is_tiny(value, &unit) => {
            Value::Is(true)
        }
        Token::Percentage { unit_value, .. } if is_small(unit_value * EM) => Value::Is(true),
        Token::Percentage { .. } => Value::Inherit,
        Token::Dimension { unit, .. } => match_ignore_ascii_case! { &unit,
            "em" | "ex" | "ch" => Value::Inherit,
            _ => Value::Is(false),
        },
        Token::Ident(word) => match_ignore_ascii_case! { &word,
            "smaller" | "larger" => Value::Inherit,
            "xx-small" | "x-small" | "small" | "medium" | "large" | "x-large" | "xx-large"
                | "xxx-large" | "math" => Value::Is(false),
            _ => return Err(ParseError::unexpected_token()),
        },
        Token::Function(_) => {
            input.reset(&before);
            let size = quantity(input)?.and_then(super::sums::Sum::length);
            Value::Is(size.is_some_and(is_small))
        }
        _ => return Err(ParseError::unexpected_token()),
    })
}

/// Parts of the names of fonts whose letters are pictures.
const ICONS: &[&str] = &["awesome", "glyphicon", "icomoon", "remixicon", "flaticon"];

/// Says whether a font has pictures for letters, by the name that stands first.
pub(super) fn has_icons(input: &mut Parser<'_>) -> bool {
    let mut is_first = true;
    any_token(input, |token| match token {
        Token::Ident(name) | Token::QuotedString(name) if is_first => {
            let name = name.to_ascii_lowercase();
            let mut words = name.split(|c: char| !c.is_alphanumeric());
            // Lexicon is a font of letters.
            ICONS.iter().any(|part| name.contains(part))
                || words.any(|word| {
                    word.starts_with("icon") || word.ends_with("icons") || word == "symbols"
                })
        }
        token => {
            is_first &= *token != Token::Comma;
            false
        }
    })
}

/// Reads the size in a font: the first length, or a word that names none.
pub(super) fn font(input: &mut Parser<'_>) -> Value {
    if let Ok(value) = input.try_parse(for_any_property) {
        return value;
    }
    let mut size = Value::Is(false);
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        if word.eq_ignore_ascii_case("smaller") || word.eq_ignore_ascii_case("larger") {
            size = Value::Inherit;
        }
    }
    let is_weight = |input: &mut Parser<'_>| {
        let number = input.expect_number()?;
        if number > 0.0 {
            Ok(())
        } else {
            Err(ParseError::<()>::unexpected_token())
        }
    };
    while input.try_parse(is_weight).is_ok() || input.try_parse(Parser::expect_ident_cloned).is_ok()
    {
    }
    if let Ok(value) = input.try_parse(font_size) {
        size = value;
    }
    any_token(input, |_| false);
    size
}
