//! Reads the shapes, moves and filters of style sheets that leave nothing to see.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::lengths::{FAR, Result, TINY, any_token, length};

/// Says whether a `clip` leaves nothing to see: `rect(0 0 0 0)`, `rect(1px, 1px, 1px, 1px)`.
pub(super) fn clips(input: &mut Parser<'_>) -> bool {
    let rect = input.try_parse(|input| {
        input.expect_function_matching("rect")?;
        input.parse_nested_block(|input| {
            let mut sides = Vec::new();
            while !input.is_exhausted() {
                sides.push(length(input)?);
                _ = input.try_parse(Parser::expect_comma);
            }
            Ok::<_, ParseError<()>>(sides)
        })
    });
    let Ok(sides) = rect else {
        any_token(input, |_| false);
        return false;
    };
    match sides.as_slice() {
        [Some(top), Some(right), Some(bottom), Some(left)] => {
            bottom - top <= TINY || right - left <= TINY
        }
        _ => false,
    }
}

/// Says whether a `clip-path` leaves nothing to see: `inset(50%)`, `circle(0)`.
pub(super) fn clips_path(input: &mut Parser<'_>) -> bool {
    let shape = input.try_parse(|input| {
        let is_inset = match_ignore_ascii_case! { &input.expect_function()?.clone(),
            "inset" => true,
            "circle" => false,
            _ => return Err(ParseError::<()>::unexpected_token()),
        };
        input.parse_nested_block(|input| {
            let token = input.next()?.clone();
            any_token(input, |_| false);
            Ok(match token {
                Token::Percentage { unit_value, .. } if is_inset => unit_value >= 0.5,
                Token::Number { value, .. } | Token::Dimension { value, .. } => {
                    !is_inset && value == 0.0
                }
                Token::Percentage { unit_value, .. } => unit_value == 0.0,
                _ => false,
            })
        })
    });
    any_token(input, |_| false);
    shape.unwrap_or(false)
}

/// Says whether an element is made so small that nothing is left, or moved out of the page: `scale(0)`,
/// `translate(-9999px)`.
pub(super) fn moves_away(input: &mut Parser<'_>, scales: bool) -> bool {
    let mut is_away = false;
    loop {
        let before = input.state();
        match input.next().cloned() {
            Ok(Token::Delim('!')) => {
                input.reset(&before);
                return is_away;
            }
            Ok(Token::Number { value, .. }) => is_away |= scales && value == 0.0,
            Ok(Token::Dimension { .. }) => {
                input.reset(&before);
                is_away |= matches!(length(input), Ok(Some(px)) if px <= FAR);
            }
            Ok(Token::Function(name)) => {
                let name = name.to_ascii_lowercase();
                is_away |= input
                    .parse_nested_block(|input| is_away_by(&name, input))
                    .unwrap_or(false);
            }
            Ok(_) => {}
            Err(_) => return is_away,
        }
    }
}

fn is_away_by(name: &str, input: &mut Parser<'_>) -> Result<bool> {
    let is_away = match name {
        "scale" | "scalex" | "scaley" | "scale3d" => input.expect_number()? == 0.0,
        "translate" | "translatex" | "translatey" | "translate3d" => {
            let first = length(input)?;
            _ = input.try_parse(Parser::expect_comma);
            let second = input.try_parse(length).ok().flatten();
            [first, second].into_iter().flatten().any(|px| px <= FAR)
        }
        _ => false,
    };
    any_token(input, |_| false);
    Ok(is_away)
}

/// Says whether a place lies a whole window beside the page: `-100vw`, `-100%`.
pub(super) fn is_whole_side(input: &mut Parser<'_>) -> bool {
    let side = input.try_parse(|input| match input.next()?.clone() {
        Token::Percentage { unit_value, .. } if unit_value <= -1.0 => Ok(()),
        Token::Dimension { value, unit, .. }
            if value <= -100.0 && ["vw", "vh", "vmax"].contains(&&*unit.to_ascii_lowercase()) =>
        {
            Ok(())
        }
        _ => Err(ParseError::<()>::unexpected_token()),
    });
    side.is_ok()
}

/// Says whether a filter leaves nothing to see: `opacity(0)`.
pub(super) fn fades(input: &mut Parser<'_>) -> bool {
    let fades = input.try_parse(|input| {
        input.expect_function_matching("opacity")?;
        input.parse_nested_block(|input| {
            let token = input.next()?.clone();
            any_token(input, |_| false);
            Ok::<_, ParseError<()>>(match token {
                Token::Number { value, .. } => value <= 0.0,
                Token::Percentage { unit_value, .. } => unit_value <= 0.0,
                _ => false,
            })
        })
    });
    any_token(input, |_| false);
    fades.unwrap_or(false)
}
