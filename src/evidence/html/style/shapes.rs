//! Reads the shapes, moves and filters of style sheets that leave nothing to see.

use cssparser::{ParseError, Parser, Token};

use super::declared::{FAR, Value};
use super::lengths::{Result, TINY, any_token, length};

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

/// Says whether a `clip-path` leaves nothing to see: `inset(50%)`, `circle(0)`, `polygon(0 0, 0 0)`.
pub(super) fn clips_path(input: &mut Parser<'_>) -> bool {
    let shape = input.try_parse(|input| {
        let name = input.expect_function()?.to_ascii_lowercase();
        input.parse_nested_block(|input| {
            let sizes = sizes(input);
            Ok::<_, ParseError<()>>(match &*name {
                "inset" => is_inset_away(&sizes),
                "circle" => matches!(sizes.first(), Some(Some(0.0))),
                "ellipse" => sizes.iter().take(2).any(|size| *size == Some(0.0)),
                "polygon" => is_flat(&sizes),
                _ => false,
            })
        })
    });
    any_token(input, |_| false);
    shape.unwrap_or(false)
}

/// Reads lengths up to a word: parts of the whole as such, pixels as nothing unless they are none.
fn sizes(input: &mut Parser<'_>) -> Vec<Option<f32>> {
    let mut sizes = Vec::new();
    let mut is_over = false;
    any_token(input, |token| {
        match token {
            Token::Ident(_) if !sizes.is_empty() => is_over = true,
            Token::Percentage { unit_value, .. } if !is_over => sizes.push(Some(*unit_value)),
            Token::Number { value, .. } | Token::Dimension { value, .. } if !is_over => {
                sizes.push((*value == 0.0).then_some(0.0));
            }
            _ => {}
        }
        false
    });
    sizes
}

/// Says whether the sides of an inset meet.
fn is_inset_away(sizes: &[Option<f32>]) -> bool {
    let of = |places: &[usize]| {
        let first = places.iter().find_map(|place| sizes.get(*place));
        first.copied().flatten().unwrap_or_default()
    };
    of(&[0]) + of(&[2, 0]) >= 1.0 || of(&[1, 0]) + of(&[3, 1, 0]) >= 1.0
}

/// Says whether all points lie in one line, across or down.
fn is_flat(sizes: &[Option<f32>]) -> bool {
    let is_one = |from: usize| {
        let mut of = sizes.iter().skip(from).step_by(2);
        let first = of.next().copied().flatten();
        first.is_some() && of.all(|size| *size == first)
    };
    is_one(0) || is_one(1)
}

/// Says whether an element is made so small that nothing is left, or moved out of the page: `scale(0)`,
/// `translate(-9999px)`; or by which part of itself it is moved, if that is all of it.
pub(super) fn moves_away(input: &mut Parser<'_>, scales: bool) -> Value {
    let (mut is_away, mut is_aside) = (false, false);
    loop {
        let before = input.state();
        match input.next().cloned() {
            Ok(Token::Delim('!')) => {
                input.reset(&before);
                break;
            }
            Ok(Token::Percentage { unit_value, .. }) => is_aside |= unit_value.abs() >= 1.0,
            Ok(Token::Number { value, .. }) => is_away |= scales && value == 0.0,
            Ok(Token::Dimension { .. }) => {
                input.reset(&before);
                is_away |= matches!(length(input), Ok(Some(px)) if px <= FAR);
            }
            Ok(Token::Function(name)) => {
                let name = name.to_ascii_lowercase();
                let inside = input.state();
                is_away |= input
                    .parse_nested_block(|input| is_away_by(&name, input))
                    .unwrap_or(false);
                input.reset(&inside);
                is_aside |= input
                    .parse_nested_block(|input| {
                        let is_whole = |token: &Token<'_>| matches!(token, Token::Percentage { unit_value, .. } if unit_value.abs() >= 1.0);
                        let is_whole = any_token(input, is_whole);
                        Ok::<_, ParseError<()>>(is_whole && name.starts_with("translate"))
                    })
                    .unwrap_or(false);
            }
            Ok(_) => {}
            Err(_) => break,
        }
    }
    match () {
        () if is_away => Value::Is(true),
        () if is_aside => Value::Part(1.0),
        () => Value::Is(false),
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
