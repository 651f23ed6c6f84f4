//! Reads declarations that set several properties.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::colours::is_colour;
use super::declared::{Property, Value};
use super::fonts::font;
use super::keywords::for_any_property;
use super::lengths::{Result, any_token, extent};
use super::values::{property, value};

/// Reads what a declaration sets, all properties of a shorthand.
#[expect(clippy::too_many_lines, reason = "a list: one shorthand after another")]
pub(super) fn values(name: &str, input: &mut Parser<'_>) -> Result<Vec<(Property, Value)>> {
    let start = input.state();
    match_ignore_ascii_case! { name,
        "all" => {
            let value = for_any_property(input)?;
            return Ok(Property::ALL.iter().map(|property| (*property, value)).collect());
        },
        "margin" => return Ok(sides(input, [
            Property::MarginTop,
            Property::MarginRight,
            Property::MarginTop,
            Property::MarginLeft,
        ])),
        "inset" => return Ok(sides(input, [
            Property::Top,
            Property::Right,
            Property::Bottom,
            Property::Left,
        ])),
        "padding" => {
            let any = value(Property::Padding, input)?;
            let end = input.state();
            input.reset(&start);
            let mut values = sides(input, [
                Property::Padding,
                Property::PaddingRight,
                Property::Padding,
                Property::PaddingLeft,
            ]);
            input.reset(&end);
            values.push((Property::Padding, any));
            return Ok(values);
        },
        "margin-inline" | "padding-inline" | "padding-left" | "padding-right"
        | "padding-inline-start" | "padding-inline-end" => return beside(name, input),
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
            let behind = value(Property::Background, input)?;
            return Ok(vec![
                (Property::Background, behind),
                (Property::Picture, Value::Is(is_drawn)),
                (Property::ClipToText, Value::Is(clips)),
            ]);
        },
        "font" => return Ok(vec![(Property::FontSize, font(input))]),
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

/// Reads up to four lengths: above, right, below, left. Where two are of one property, the first counts.
fn sides(input: &mut Parser<'_>, sides: [Property; 4]) -> Vec<(Property, Value)> {
    let mut read = Vec::new();
    if let Ok(value) = input.try_parse(for_any_property) {
        read.push(value);
    }
    while let Ok(side) = input.try_parse(extent) {
        read.push(side);
    }
    let of = |places: &[usize]| {
        let first = places.iter().find_map(|place| read.get(*place));
        first.copied().unwrap_or(Value::Is(false))
    };
    let values = [of(&[0]), of(&[1, 0]), of(&[2, 0]), of(&[3, 1, 0])];
    let pairs: Vec<_> = sides.into_iter().zip(values).collect();
    pairs.into_iter().rev().collect()
}

/// Reads the room on one or both sides in a line.
fn beside(name: &str, input: &mut Parser<'_>) -> Result<Vec<(Property, Value)>> {
    let name = name.to_ascii_lowercase();
    let is_padding = name.starts_with("padding");
    let (left, right) = if is_padding {
        (Property::PaddingLeft, Property::PaddingRight)
    } else {
        (Property::MarginLeft, Property::MarginRight)
    };
    let first = value(left, input)?;
    let mut values = match name.rsplit('-').next() {
        Some("left" | "start") => vec![(left, first)],
        Some("right" | "end") => vec![(right, first)],
        _ => {
            let second = input.try_parse(extent).unwrap_or(first);
            vec![(left, first), (right, second)]
        }
    };
    if is_padding && values.iter().any(|(_, value)| value.is_room()) {
        values.push((Property::Padding, Value::Is(true)));
    }
    Ok(values)
}
