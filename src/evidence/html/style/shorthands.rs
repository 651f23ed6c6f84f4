//! Reads declarations that set several properties.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::animations;
use super::colours::is_colour;
use super::declared::{Property, Value};
use super::fonts::font;
use super::gradients::of_gradients;
use super::keywords::for_any_property;
use super::lengths::{Result, any_token, extent};
use super::moves::transform;
use super::values::{property, value};

/// Shorthands of which no property has the name.
const SHORTHANDS: &[&str] = &[
    "all",
    "margin",
    "inset",
    "padding",
    "inset-inline",
    "inset-block",
    "padding-block",
    "margin-block",
    "margin-inline",
    "padding-inline",
    "border",
    "border-inline",
    "font",
    "contain",
    "container-type",
];

/// Says whether a declaration of a name may decide how text is shown.
pub(super) fn is_known(name: &str) -> bool {
    property(name).is_some()
        || SHORTHANDS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
}

/// Reads what a declaration sets, all properties of a shorthand.
#[expect(clippy::too_many_lines, reason = "a list: one shorthand after another")]
pub(super) fn values(name: &str, input: &mut Parser<'_>) -> Result<Vec<(Property, Value)>> {
    let start = input.state();
    match_ignore_ascii_case! { name,
        "all" => {
            let value = for_any_property(input)?;
            return Ok(Property::ALL.iter().map(|property| (*property, value)).collect());
        },
        "margin" => return sides(input, [
            Property::MarginTop,
            Property::MarginRight,
            Property::MarginTop,
            Property::MarginLeft,
        ]),
        "inset" => return sides(input, [
            Property::Top,
            Property::Right,
            Property::Bottom,
            Property::Left,
        ]),
        "padding" => return sides(input, [
            Property::PaddingTop,
            Property::PaddingRight,
            Property::PaddingBottom,
            Property::PaddingLeft,
        ]),
        "inset-inline" => return pair([Property::Left, Property::Right], input),
        "inset-block" => return pair([Property::Top, Property::Bottom], input),
        "padding-block" => return pair([Property::PaddingTop, Property::PaddingBottom], input),
        "margin-block" => return Ok(pair([Property::MarginTop; 2], input)?.into_iter().take(1).collect()),
        "margin-inline" => return pair([Property::MarginLeft, Property::MarginRight], input),
        "padding-inline" => return pair([Property::PaddingLeft, Property::PaddingRight], input),
        "border" | "border-inline" => {
            let drawn = value(Property::BorderLeft, input)?;
            return Ok(vec![(Property::BorderLeft, drawn), (Property::BorderRight, drawn)]);
        },
        "white-space" => {
            let kept = value(Property::WhiteSpace, input)?;
            let end = input.state();
            input.reset(&start);
            let is_one_line = value(Property::NoWrap, input)?;
            input.reset(&end);
            return Ok(vec![(Property::WhiteSpace, kept), (Property::NoWrap, is_one_line)]);
        },
        "background" => {
            let clips = any_token(input, |token| {
                matches!(token, Token::Ident(word) if word.eq_ignore_ascii_case("text"))
            });
            input.reset(&start);
            let is_drawn = |token: &Token<'_>| match token {
                Token::UnquotedUrl(_) => true,
                Token::Function(name) => !is_colour(name),
                _ => false,
            };
            let is_drawn = any_token(input, is_drawn);
            input.reset(&start);
            let drawn = of_gradients(input).filter(|_| !clips);
            input.reset(&start);
            let behind = value(Property::Background, input)?;
            return Ok(vec![
                (Property::Background, behind),
                (Property::Picture, drawn.map_or(Value::Is(is_drawn), Value::Colour)),
                (Property::ClipToText, Value::Is(clips)),
            ]);
        },
        "font" => {
            let size = font(input);
            input.reset(&start);
            let icons = value(Property::Family, input)?;
            let end = input.state();
            input.reset(&start);
            // `font: 16px/0 serif`
            let mut is_after_size = false;
            let is_lineless = any_token(input, |token| {
                let is_height = std::mem::replace(&mut is_after_size, *token == Token::Delim('/'));
                is_height && match token {
                    Token::Number { value, .. } | Token::Dimension { value, .. } => *value == 0.0,
                    _ => false,
                }
            });
            input.reset(&end);
            return Ok(vec![
                (Property::FontSize, size),
                (Property::Family, icons),
                (Property::LineHeight, Value::Is(is_lineless)),
            ]);
        },
        "animation" | "-webkit-animation" | "animation-name" | "-webkit-animation-name"
            => return Ok(animations::animation(name, input)),
        "contain" => return Ok(contained(input)),
        "container-type" => return Ok(contained(input).into_iter().take(1).collect()),
        "transform" | "-webkit-transform" => {
            let both = [Property::Transform, Property::Grown];
            if let Ok(value) = input.try_parse(for_any_property) {
                return Ok(both.into_iter().map(|property| (property, value)).collect());
            }
            return Ok(both.into_iter().zip(transform(input)?).collect());
        },
        "visibility" => {
            let collapses = input.try_parse(|input| input.expect_ident_matching("collapse"));
            input.reset(&start);
            return Ok(vec![
                (Property::Visibility, value(Property::Visibility, input)?),
                (Property::Collapsed, Value::Is(collapses.is_ok())),
            ]);
        },
        "display" => {
            let display = value(Property::Display, input)?;
            let end = input.state();
            input.reset(&start);
            let is_table = |token: &Token<'_>| {
                matches!(token, Token::Ident(word) if word.to_ascii_lowercase().contains("table"))
            };
            let is_of_table = any_token(input, is_table);
            input.reset(&end);
            return Ok(vec![
                (Property::Display, display),
                (Property::OfTable, Value::Is(is_of_table)),
            ]);
        },
        _ => {},
    }
    let property = property(name).ok_or_else(ParseError::unexpected_token)?;
    Ok(vec![(property, value(property, input)?)])
}

/// Reads of which an element is as large as if nothing were in it, and whether it cuts off what is over its edges.
fn contained(input: &mut Parser<'_>) -> Vec<(Property, Value)> {
    let (mut is_sized, mut cuts) = (false, false);
    any_token(input, |token| {
        if let Token::Ident(word) = token {
            let word = word.to_ascii_lowercase();
            is_sized |= matches!(&*word, "size" | "strict");
            cuts |= matches!(&*word, "paint" | "content" | "strict");
        }
        false
    });
    let mut set = vec![(Property::Sized, Value::Is(is_sized))];
    set.extend(cuts.then_some((Property::Overflow, Value::Is(true))));
    set
}

/// Reads up to four lengths: above, right, below, left. Where two are of one property, the first counts.
fn sides(input: &mut Parser<'_>, sides: [Property; 4]) -> Result<Vec<(Property, Value)>> {
    let mut read = Vec::new();
    if let Ok(value) = input.try_parse(for_any_property) {
        read.push(value);
    } else {
        while let Ok(side) = input.try_parse(extent) {
            read.push(side);
        }
    }
    if read.is_empty() || read.len() > sides.len() {
        return Err(ParseError::unexpected_token());
    }
    let of = |places: &[usize]| {
        let first = places.iter().find_map(|place| read.get(*place));
        first.copied().unwrap_or(Value::Is(false))
    };
    let values = [of(&[0]), of(&[1, 0]), of(&[2, 0]), of(&[3, 1, 0])];
    let pairs: Vec<_> = sides.into_iter().zip(values).collect();
    Ok(pairs.into_iter().rev().collect())
}

/// Reads what two sides are set to, the second as the first if it is not given.
fn pair(of: [Property; 2], input: &mut Parser<'_>) -> Result<Vec<(Property, Value)>> {
    let [one, other] = of;
    let first = value(one, input)?;
    let second = input.try_parse(extent).unwrap_or(first);
    Ok(vec![(one, first), (other, second)])
}
