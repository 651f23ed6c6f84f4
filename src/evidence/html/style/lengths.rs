//! Reads lengths, and passes over what does not matter.

use cssparser::{ParseError, Parser, Token};

use super::declared::Value;
use super::sums::{Sum, quantity};
pub(super) use super::units::{
    BEYOND, EM, LINE, LOW, NEAR, OVERLAID, Result, TINY, WIDTH, any_token, pixels,
};

/// Words in place of lengths.
const WORDS: &[&str] = &[
    "auto",
    "none",
    "normal",
    "content",
    "min-content",
    "max-content",
    "fit-content",
    "stretch",
    "intrinsic",
    "min-intrinsic",
    "-webkit-fill-available",
    "-webkit-fit-content",
    "-webkit-max-content",
    "-webkit-min-content",
];

/// Reads a length in pixels, if it is known without the page's layout. What is no length is an error.
pub(super) fn length(input: &mut Parser<'_>) -> Result<Option<f32>> {
    if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        return if WORDS.contains(&&*word.to_ascii_lowercase()) {
            Ok(None)
        } else {
            Err(ParseError::unexpected_token())
        };
    }
    let before = input.state();
    let is_number = matches!(input.next(), Ok(Token::Number { value, .. }) if *value != 0.0);
    input.reset(&before);
    if is_number {
        return Err(ParseError::unexpected_token());
    }
    Ok(quantity(input)?.and_then(Sum::length))
}

/// Reads a length or a part of what is around; of others nothing is known.
pub(super) fn extent(input: &mut Parser<'_>) -> Result<Value> {
    let before = input.state();
    if let Some(part) = quantity(input).ok().flatten().and_then(Sum::part) {
        return Ok(Value::Part(part));
    }
    input.reset(&before);
    if matches!(input.next(), Ok(Token::Percentage { .. })) {
        return Ok(Value::Part(0.0));
    }
    input.reset(&before);
    Ok(length(input)?.map_or(Value::Is(false), Value::Px))
}

/// Says whether a border is drawn.
pub(super) fn is_drawn(input: &mut Parser<'_>) -> bool {
    let mut is_none = false;
    let is_style = any_token(input, |token| {
        is_none |= match token {
            Token::Number { value, .. } | Token::Dimension { value, .. } => *value == 0.0,
            _ => false,
        };
        matches!(token, Token::Ident(word)
            if ["solid", "dashed", "dotted", "double", "groove", "ridge", "inset", "outset"]
                .contains(&&*word.to_ascii_lowercase()))
    });
    is_style && !is_none
}
