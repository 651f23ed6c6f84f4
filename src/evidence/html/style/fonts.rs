//! Reads the sizes of fonts.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::declared::Value;
use super::keywords::for_any_property;
use super::lengths::{Result, TINY, any_token};

pub(super) fn font_size(input: &mut Parser<'_>) -> Result<Value> {
    let is_zero = |value: f32| value <= 0.0;
    let is_tiny = |value: f32, unit: &str| value <= TINY && unit.eq_ignore_ascii_case("px");
    Ok(match input.next()?.clone() {
        Token::Number { value, .. } if is_zero(value) => Value::Is(true),
        Token::Dimension { value, unit, .. } if is_zero(value) || is_tiny(value, &unit) => {
            Value::Is(true)
        }
        Token::Percentage { unit_value, .. } if is_zero(unit_value) => Value::Is(true),
        Token::Percentage { .. } => Value::Inherit,
        Token::Dimension { unit, .. } => match_ignore_ascii_case! { &unit,
            "em" | "ex" | "ch" => Value::Inherit,
            _ => Value::Is(false),
        },
        Token::Ident(word) => match_ignore_ascii_case! { &word,
            "smaller" | "larger" => Value::Inherit,
            _ => Value::Is(false),
        },
        _ => Value::Is(false),
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
