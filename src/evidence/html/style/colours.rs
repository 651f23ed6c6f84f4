//! Reads colours, as far as they can be told from each other.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::super::look::Colour;
use super::declared::Value;
use super::lengths::{Result, any_token};

/// Reads the colour of letters.
pub(super) fn colour(input: &mut Parser<'_>) -> Value {
    let is_outer = input.try_parse(|input| input.expect_ident_matching("currentcolor"));
    if is_outer.is_ok() {
        return Value::Inherit;
    }
    let colour = input.try_parse(known);
    any_token(input, |_| false);
    colour.map_or(Value::Is(false), Value::Colour)
}

/// Reads the colour of what is behind letters, if nothing else is there.
pub(super) fn background(input: &mut Parser<'_>) -> Value {
    let mut found = None;
    let mut is_more = false;
    loop {
        let before = input.state();
        if let Ok(colour) = input.try_parse(known) {
            found = Some(colour);
            continue;
        }
        match input.next() {
            Ok(Token::Delim('!')) => {
                input.reset(&before);
                break;
            }
            Ok(Token::Function(_) | Token::UnquotedUrl(_)) => is_more = true,
            Ok(_) => {}
            Err(_) => break,
        }
    }
    match found {
        Some(colour) if !is_more => Value::Colour(colour),
        _ => Value::Is(false),
    }
}

fn known(input: &mut Parser<'_>) -> Result<Colour> {
    match input.next()?.clone() {
        Token::Hash(digits) | Token::IDHash(digits) => hex(&digits),
        Token::Ident(name) => named(&name),
        Token::Function(name) if is_colour(&name) => {
            let name = name.to_ascii_lowercase();
            input.parse_nested_block(|input| Ok::<_, ParseError<()>>(parts(input, &name)))?
        }
        _ => None,
    }
    .ok_or_else(ParseError::unexpected_token)
}

/// Says whether a function makes a colour that can be told.
pub(super) fn is_colour(function: &str) -> bool {
    [
        "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color",
    ]
    .contains(&&*function.to_ascii_lowercase())
}

/// Reads the colour of an attribute: `#ffffff`, `ffffff`, `white`.
pub(super) fn of_attribute(text: &str) -> Option<Colour> {
    let text = text.trim();
    named(text)
        .filter(|colour| colour.is_opaque())
        .or_else(|| hex(text.strip_prefix('#').unwrap_or(text)))
        .filter(|_| text.len() <= "#ffffff".len())
}

fn hex(digits: &str) -> Option<Colour> {
    let value = u32::from_str_radix(digits, 16).ok()?;
    let twice = |shift: u32| u8::try_from((value >> shift) & 0xF).map(|digit| digit * 17);
    let whole = |shift: u32| u8::try_from((value >> shift) & 0xFF);
    let parts = match digits.len() {
        3 => [twice(8), twice(4), twice(0), Ok(255)],
        4 => [twice(12), twice(8), twice(4), twice(0)],
        6 => [whole(16), whole(8), whole(0), Ok(255)],
        8 => [whole(24), whole(16), whole(8), whole(0)],
        _ => return None,
    };
    Some(Colour(parts.map(std::result::Result::unwrap_or_default)))
}

fn named(name: &str) -> Option<Colour> {
    let [red, green, blue] = match_ignore_ascii_case! { name,
        "transparent" => return Some(Colour([0; 4])),
        "white" => [255, 255, 255],
        "black" => [0, 0, 0],
        "red" => [255, 0, 0],
        "green" => [0, 128, 0],
        "blue" => [0, 0, 255],
        "yellow" => [255, 255, 0],
        "gray" | "grey" => [128, 128, 128],
        "silver" => [192, 192, 192],
        "whitesmoke" => [245, 245, 245],
        _ => return None,
    };
    Some(Colour([red, green, blue, 255]))
}

/// Reads the parts of a colour. Of hues only black and white are known, and what is not seen at all.
fn parts(input: &mut Parser<'_>, name: &str) -> Option<Colour> {
    let (is_rgb, mut parts) = (name.starts_with("rgb"), Vec::new());
    while let Ok(token) = input.next() {
        match token {
            Token::Number { value, .. } if parts.len() < 3 => parts.push(*value),
            Token::Number { value, .. } => parts.push(*value * 255.0),
            Token::Percentage { unit_value, .. } => parts.push(*unit_value * 255.0),
            Token::Dimension { value, .. } => parts.push(*value),
            Token::Comma | Token::Delim('/') => {}
            // A space of colours stands first.
            Token::Ident(_) if parts.is_empty() && !is_rgb => {}
            Token::Ident(word) if word.eq_ignore_ascii_case("none") => parts.push(0.0),
            _ => return None,
        }
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is between 0 and 255"
    )]
    let byte = |part: &f32| part.round().clamp(0.0, 255.0) as u8;
    match parts.iter().map(byte).collect::<Vec<u8>>()[..] {
        [_, _, _, 0] => Some(Colour([0; 4])),
        [_, _, light @ (0 | 255), ref alpha @ ..] if name.starts_with("hsl") => {
            let alpha = alpha.first().copied().unwrap_or(255);
            Some(Colour([light, light, light, alpha]))
        }
        [_, white @ (0 | 255), black] if name == "hwb" && white == 255 - black => {
            Some(Colour([white, white, white, 255]))
        }
        [red, green, blue] if is_rgb => Some(Colour([red, green, blue, 255])),
        [red, green, blue, alpha] if is_rgb => Some(Colour([red, green, blue, alpha])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use cssparser::Parser;

    use super::super::declared::Value;
    use super::{background, colour};

    #[test]
    fn ways_to_write_a_colour_are_one() {
        let white = colour(&mut Parser::new("#FFF"));
        assert!(matches!(white, Value::Colour(colour) if colour.is_opaque()));
        for css in [
            "white",
            "#ffffff",
            "#ffff",
            "rgb(255, 255, 255)",
            "rgb(100% 100% 100% / 1)",
            "hsl(210 40% 100%)",
            "hsla(0, 0%, 100%, 1)",
            "hwb(0 100% 0%)",
        ] {
            assert_eq!(colour(&mut Parser::new(css)), white, "{css}");
        }
        for css in [
            "transparent",
            "#0000",
            "#fff0",
            "rgba(0,0,0,0)",
            "hsl(0 0% 0% / 0)",
        ] {
            let clear = colour(&mut Parser::new(css));
            assert!(
                matches!(clear, Value::Colour(colour) if colour.is_clear()),
                "{css}"
            );
        }
        assert_eq!(background(&mut Parser::new("no-repeat #fff")), white);
        for css in [
            "url(x.png) #fff",
            "linear-gradient(#fff, #fff)",
            "var(--a)",
            "inherit-x",
        ] {
            assert_eq!(background(&mut Parser::new(css)), Value::Is(false), "{css}");
        }
    }
}
