//! Reads declarations that set several properties.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::lengths::{FAR, Result, any_token, length};
use super::values::{Property, Value, font_size, for_any_property, property, value};

/// Reads what a declaration sets, all properties of a shorthand.
pub(super) fn values(name: &str, input: &mut Parser<'_>) -> Result<Vec<(Property, Value)>> {
    let start = input.state();
    match_ignore_ascii_case! { name,
        "all" => {
            let value = for_any_property(input)?;
            return Ok(Property::ALL.map(|property| (property, value)).to_vec());
        },
        "margin" => return Ok(sides(input, Property::MarginTop, Property::MarginLeft)),
        "inset" => return Ok(sides(input, Property::Top, Property::Left)),
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

/// Reads up to four lengths: above, right, below, left.
fn sides(input: &mut Parser<'_>, top: Property, left: Property) -> Vec<(Property, Value)> {
    if let Ok(value) = input.try_parse(for_any_property) {
        return vec![(top, value), (left, value)];
    }
    let mut sides = Vec::new();
    while let Ok(side) = input.try_parse(length) {
        sides.push(Value::Is(side.is_some_and(|px| px <= FAR)));
    }
    let above = sides.first().copied().unwrap_or(Value::Is(false));
    let beside = sides.get(3).or(sides.get(1)).copied().unwrap_or(above);
    vec![(top, above), (left, beside)]
}

/// Reads the size in a font: the first length, or a word that names none.
fn font(input: &mut Parser<'_>) -> Value {
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
