//! Reads colours: the crate `color` knows how they are written and what they are in sRGB; what is made of other
//! colours is put together here.

use std::fmt::Write as _;

use color::{ColorSpaceTag, DynamicColor, HueDirection, Srgb, parse_color};
use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::super::colour::Colour;
use super::declared::Value;
use super::lengths::{Result, any_token};
use super::system::{of_machine, of_system};

/// Colours in each other are not read any deeper.
const MOST_DEEP: usize = 8;

/// Functions that make a colour.
const FUNCTIONS: &[&str] = &[
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "oklab",
    "oklch",
    "color",
    "color-mix",
    "contrast-color",
    "light-dark",
];

/// What a background may say besides its colour and its pictures.
const OF_GROUNDS: &[&str] = &[
    "auto",
    "border-box",
    "bottom",
    "center",
    "contain",
    "content-box",
    "cover",
    "fixed",
    "left",
    "local",
    "no-repeat",
    "none",
    "padding-box",
    "repeat",
    "repeat-x",
    "repeat-y",
    "right",
    "round",
    "scroll",
    "space",
    "text",
    "top",
];

/// Reads the colour of letters. What browsers would not read is an error; of some functions nothing is known.
pub(super) fn colour(input: &mut Parser<'_>) -> Result<Value> {
    if input.try_parse(outer).is_ok() {
        return Ok(Value::Inherit);
    }
    if let Ok(colour) = input.try_parse(known) {
        return Ok(Value::Colour(colour));
    }
    match input.next()? {
        Token::Function(_) | Token::UnquotedUrl(_) => {
            any_token(input, |_| false);
            Ok(Value::Is(false))
        }
        Token::Ident(name) => of_machine(name)
            .map(Value::OfMachine)
            .ok_or_else(ParseError::unexpected_token),
        _ => Err(ParseError::unexpected_token()),
    }
}

/// Reads the colour that letters have in spite of another.
pub(super) fn fill(input: &mut Parser<'_>) -> Result<Value> {
    Ok(match colour(input)? {
        // The other.
        Value::Inherit => Value::Initial,
        value => value,
    })
}

/// Reads the colour of what is behind letters, whatever pictures are before it.
pub(super) fn background(input: &mut Parser<'_>) -> Result<Value> {
    let mut found = Value::Initial;
    loop {
        let before = input.state();
        if let Ok(colour) = input.try_parse(known) {
            found = Value::Colour(colour);
            continue;
        }
        if input.try_parse(outer).is_ok() {
            found = Value::Is(false);
            continue;
        }
        match input.next() {
            Ok(Token::Delim('!')) => {
                input.reset(&before);
                return Ok(found);
            }
            Ok(Token::Function(name)) if is_colour(name) || name.eq_ignore_ascii_case("var") => {
                found = Value::Is(false);
            }
            Ok(Token::Ident(word)) => match of_machine(word) {
                Some(number) => found = Value::OfMachine(number),
                None if OF_GROUNDS.contains(&&*word.to_ascii_lowercase()) => {}
                None => return Err(ParseError::unexpected_token()),
            },
            Ok(Token::Hash(_) | Token::IDHash(_)) => return Err(ParseError::unexpected_token()),
            Ok(_) => {}
            Err(_) => return Ok(found),
        }
    }
}

fn outer(input: &mut Parser<'_>) -> Result<()> {
    Ok(input.expect_ident_matching("currentcolor")?)
}

/// Says whether a value depends on the colour of letters.
pub(super) fn has_current(text: &str) -> bool {
    text.to_ascii_lowercase().contains("currentcolor")
}

/// Reads the colour in a value that depends on the colour of letters, where that is known.
pub(super) fn with_current(text: &str, letters: Colour) -> Option<Value> {
    let Colour([red, green, blue, alpha]) = letters;
    let letters = format!("#{red:02x}{green:02x}{blue:02x}{alpha:02x}");
    let text = text.to_ascii_lowercase().replace("currentcolor", &letters);
    background(&mut Parser::new(&text)).ok()
}

/// Says whether a function makes a colour.
pub(super) fn is_colour(function: &str) -> bool {
    FUNCTIONS.contains(&&*function.to_ascii_lowercase())
}

/// Reads the colour of an attribute: `#ffffff`, `ffffff`, `white`.
pub(super) fn of_attribute(text: &str) -> Option<Colour> {
    let text = text.trim();
    let digits = text.strip_prefix('#').unwrap_or(text);
    let is_hex = matches!(digits.len(), 3 | 6) && digits.bytes().all(|c| c.is_ascii_hexdigit());
    let colour = match () {
        () if is_hex => parse_color(&format!("#{digits}")),
        () if text.bytes().all(|c| c.is_ascii_alphabetic()) => parse_color(text),
        () => return None,
    };
    colour.ok().map(in_srgb).filter(|colour| colour.is_opaque())
}

fn in_srgb(colour: DynamicColor) -> Colour {
    let bytes = colour.to_alpha_color::<Srgb>().to_rgba8();
    Colour([bytes.r, bytes.g, bytes.b, bytes.a])
}

/// Reads a colour that is known whatever that of the letters is.
pub(super) fn known(input: &mut Parser<'_>) -> Result<Colour> {
    one(input, 0).map(in_srgb)
}

fn one(input: &mut Parser<'_>, depth: usize) -> Result<DynamicColor> {
    let start = input.position();
    let colour = match input.next()?.clone() {
        Token::Ident(name) => parse_color(of_system(&name).unwrap_or(&name)).ok(),
        Token::Hash(_) | Token::IDHash(_) => parse_color(input.slice_from(start)).ok(),
        Token::Function(name) if is_colour(&name) && depth < MOST_DEEP => input
            .parse_nested_block(|input| {
                let colour = function(&name.to_ascii_lowercase(), input, depth + 1);
                any_token(input, |_| false);
                colour
            })?,
        _ => None,
    };
    colour.ok_or_else(ParseError::unexpected_token)
}

/// Reads a function that makes a colour; of some it is not known which.
fn function(name: &str, input: &mut Parser<'_>, depth: usize) -> Result<Option<DynamicColor>> {
    match name {
        "light-dark" => return one(input, depth).map(Some),
        "contrast-color" => {
            let ground = in_srgb(one(input, depth)?);
            let [white, black] = [[255; 4], [0, 0, 0, 255]].map(Colour);
            let is_white = ground.contrast(white) >= ground.contrast(black);
            return Ok(parse_color(if is_white { "white" } else { "black" }).ok());
        }
        "color-mix" => return mix(input, depth),
        _ => {}
    }
    let is_relative = input.try_parse(|input| input.expect_ident_matching("from"));
    if is_relative.is_ok() {
        return relative(name, input, depth);
    }
    let start = input.position();
    any_token(input, |_| false);
    Ok(parse_color(&format!("{name}({})", input.slice_from(start))).ok())
}

/// Mixes two colours.
fn mix(input: &mut Parser<'_>, depth: usize) -> Result<Option<DynamicColor>> {
    let mut space = ColorSpaceTag::Oklab;
    let is_given = input.try_parse(|input| input.expect_ident_matching("in"));
    if is_given.is_ok() {
        // Which way hues go from one to the other does not matter here.
        space = space_of(input.expect_ident()?);
        while !matches!(input.next()?, Token::Comma) {}
    }
    let part = |input: &mut Parser<'_>| {
        let before = input.try_parse(Parser::expect_percentage).ok();
        let colour = one(input, depth)?;
        let share = before.or_else(|| input.try_parse(Parser::expect_percentage).ok());
        Ok::<_, ParseError<()>>((colour, share))
    };
    let (first, of_first) = part(input)?;
    input.expect_comma()?;
    let (second, of_second) = part(input)?;
    let of_first = of_first
        .or(of_second.map(|share| 1.0 - share))
        .unwrap_or(0.5);
    let of_second = of_second.unwrap_or(1.0 - of_first);
    let all = of_first + of_second;
    let mixed = first.interpolate(second, space, HueDirection::Shorter);
    Ok((all > 0.0).then(|| mixed.eval(of_second / all).multiply_alpha(all.min(1.0))))
}

fn space_of(name: &str) -> ColorSpaceTag {
    match_ignore_ascii_case! { name,
        "rgb" | "rgba" => ColorSpaceTag::Srgb,
        "hsl" | "hsla" => ColorSpaceTag::Hsl,
        "hwb" => ColorSpaceTag::Hwb,
        _ => name.parse().unwrap_or(ColorSpaceTag::Srgb),
    }
}

/// Makes a colour of the parts of another: `rgb(from white r g b / 50%)`.
fn relative(name: &str, input: &mut Parser<'_>, depth: usize) -> Result<Option<DynamicColor>> {
    let base = one(input, depth)?;
    let mut text = format!("{name}(");
    let space = match name {
        "color" => {
            let space = input.expect_ident()?;
            text.push_str(space);
            space_of(space)
        }
        name => space_of(name),
    };
    // The parts of `rgb()` are bytes.
    let most = if name.starts_with("rgb") { 255.0 } else { 1.0 };
    let [a, b, c, alpha] = base.convert(space).components;
    let parts = [a * most, b * most, c * most];
    let letters = if text.contains("xyz") { "xyz" } else { name };
    let letters = letters.trim_start_matches("ok");
    let letters = if name == "color" && letters == name {
        "rgb"
    } else {
        letters
    };
    let mut from = input.position();
    while let Ok(token) = input.next() {
        let word = match token {
            Token::Ident(word) => word.to_ascii_lowercase(),
            _ => String::new(),
        };
        let place = letters.find(&*word).filter(|_| word.len() == 1);
        let part = place.and_then(|place| parts.get(place));
        let part = part.or_else(|| (word == "alpha").then_some(&alpha));
        // Writing to a string cannot fail.
        _ = match part {
            Some(part) => write!(text, " {part}"),
            None => write!(text, " {}", input.slice_from(from)),
        };
        from = input.position();
    }
    text.push(')');
    Ok(parse_color(&text).ok())
}

#[cfg(test)]
mod tests;
