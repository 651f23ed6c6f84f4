//! Reads lengths, and passes over what does not matter.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::declared::Value;

/// What is moved so many pixels may be beside the page.
pub(super) const NEAR: f32 = -100.0;
/// What is moved so many pixels may be beside the page on its other side.
pub(super) const BEYOND: f32 = 2_000.0;
/// What is so small in pixels shows no text.
pub(super) const TINY: f32 = 1.0;
/// About how many pixels an em is.
const EM: f32 = 16.0;
/// About how many pixels a hundredth of the window is.
const WINDOW: f32 = 12.8;
/// How wide the window is in pixels.
pub(super) const WIDTH: f32 = 100.0 * WINDOW;

pub(super) type Result<T> = std::result::Result<T, ParseError<()>>;

/// Looks through what is left of a value for a token. An important declaration is left there.
pub(super) fn any_token(input: &mut Parser<'_>, mut is_it: impl FnMut(&Token<'_>) -> bool) -> bool {
    let mut is_any = false;
    loop {
        let before = input.state();
        match input.next() {
            Ok(Token::Delim('!')) => {
                input.reset(&before);
                return is_any;
            }
            Ok(token) => is_any |= is_it(token),
            Err(_) => return is_any,
        }
    }
}

/// Reads a length in pixels, if it is known without the page's layout.
pub(super) fn length(input: &mut Parser<'_>) -> Result<Option<f32>> {
    Ok(match input.next()?.clone() {
        Token::Number { value: 0.0, .. }
        | Token::Percentage {
            unit_value: 0.0, ..
        } => Some(0.0),
        Token::Dimension { value, unit, .. } => match_ignore_ascii_case! { &unit,
            "px" => Some(value),
            "em" | "rem" => Some(value * EM),
            "pt" => Some(value * 4.0 / 3.0),
            "ex" | "ch" => Some(value * EM / 2.0),
            "vw" | "vh" | "vmax" => Some(value * WINDOW),
            _ => (value == 0.0).then_some(0.0),
        },
        Token::Percentage { .. } | Token::Ident(_) => None,
        Token::Function(_) => input.parse_nested_block(|_| Ok::<_, ParseError<()>>(None))?,
        _ => return Err(ParseError::unexpected_token()),
    })
}

/// Reads a length or a part of what is around; of others nothing is known.
pub(super) fn extent(input: &mut Parser<'_>) -> Result<Value> {
    if let Ok(part) = input.try_parse(Parser::expect_percentage) {
        return Ok(Value::Part(part));
    }
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
