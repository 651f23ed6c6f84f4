//! Reads the shapes and filters of style sheets that leave nothing to see.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::colours::known;
use super::declared::{FAINTEST, Value};
use super::lengths::{Result, TINY, any_token, length};
use super::sums::{Sum, quantity};

/// What is left between the sides of an inset is no line of text.
const WHOLE: f32 = 0.96;
/// Sides so many pixels high, and so wide, leave nothing.
const HIGH: f32 = 200.0;
const WIDE: f32 = 2_000.0;

/// A filter that turns half of a colour round, or leaves so little of its contrast, or makes it so many times
/// brighter, may give letters the colour of what is behind them.
const HALF: f32 = 0.5;
const LEAST_CONTRAST: f32 = 0.2;
const MOST_BRIGHTNESS: f32 = 2.0;

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
        [top, right, bottom, left] => {
            let meets = |from: Option<f32>, to: Option<f32>| {
                let both = from.or(to.map(|_| 0.0)).zip(to);
                both.is_some_and(|(from, to)| to - from <= TINY)
            };
            meets(*top, *bottom) || meets(*left, *right)
        }
        _ => false,
    }
}

/// Says whether a `clip-path` leaves nothing to see: `inset(50%)`, `circle(0)`, `polygon(0 0, 0 0)`. Of paths nothing
/// is known.
pub(super) fn clips_path(input: &mut Parser<'_>) -> Value {
    if input.try_parse(Parser::expect_url).is_ok() {
        return Value::Unknown;
    }
    let mut is_path = false;
    let shape = input.try_parse(|input| {
        let name = input.expect_function()?.to_ascii_lowercase();
        input.parse_nested_block(|input| {
            let sizes = sizes(input);
            let is_none = |at: usize| sizes.get(at) == Some(&Size::Px(0.0));
            is_path = matches!(&*name, "path" | "shape");
            Ok::<_, ParseError<()>>(match &*name {
                "inset" => is_inset_away(&sizes),
                "circle" => is_none(0),
                "ellipse" => is_none(0) || is_none(1),
                "polygon" => is_flat(&sizes),
                "xywh" => is_none(2) || is_none(3),
                "rect" => {
                    let is_same = |from: usize, to: usize| {
                        let both = sizes.get(from).zip(sizes.get(to));
                        both.is_some_and(|(from, to)| from == to && *from != Size::Unknown)
                    };
                    is_same(0, 2) || is_same(3, 1)
                }
                _ => false,
            })
        })
    });
    if shape.is_err() {
        any_token(input, |_| false);
    }
    let is_box = |word: &str| word.to_ascii_lowercase().ends_with("-box");
    // What else stands there is for `parse_value` to refuse.
    _ = input.try_parse(|input| match input.expect_ident() {
        Ok(word) if is_box(word) => Ok(()),
        Ok(_) | Err(_) => Err(ParseError::<()>::unexpected_token()),
    });
    if is_path {
        return Value::Unknown;
    }
    Value::Is(shape.unwrap_or(false))
}

#[derive(Clone, Copy, PartialEq)]
enum Size {
    Part(f32),
    /// Pixels; hardly any are none.
    Px(f32),
    Unknown,
}

/// Reads sizes up to a word.
fn sizes(input: &mut Parser<'_>) -> Vec<Size> {
    let mut sizes = Vec::new();
    loop {
        if let Ok(size) = input.try_parse(quantity) {
            let part = size.and_then(Sum::part);
            let px = size.and_then(Sum::length);
            let px = px.map(|px| if px.abs() <= TINY { 0.0 } else { px });
            sizes.push(match (part, px) {
                (Some(part), _) => Size::Part(part),
                (None, Some(px)) => Size::Px(px),
                // Nothing, as a number or a percentage.
                (None, None) => size.map_or(Size::Unknown, |_| Size::Px(0.0)),
            });
            continue;
        }
        match input.next() {
            Ok(Token::Ident(_)) if !sizes.is_empty() => break,
            Ok(_) => {}
            Err(_) => break,
        }
    }
    any_token(input, |_| false);
    sizes
}

/// Says whether the sides of an inset meet.
fn is_inset_away(sizes: &[Size]) -> bool {
    let of = |places: &[usize], all: f32| match places.iter().find_map(|place| sizes.get(*place)) {
        Some(Size::Part(part)) => *part,
        Some(Size::Px(px)) if *px >= all => 1.0,
        Some(Size::Px(_) | Size::Unknown) | None => 0.0,
    };
    of(&[0], HIGH) + of(&[2, 0], HIGH) >= WHOLE || of(&[1, 0], WIDE) + of(&[3, 1, 0], WIDE) >= WHOLE
}

/// Says whether all points lie in one line, across or down.
fn is_flat(sizes: &[Size]) -> bool {
    let is_one = |from: usize| {
        let mut of = sizes.iter().skip(from).step_by(2);
        let first = of.next().filter(|size| match size {
            Size::Part(_) => true,
            Size::Px(px) => *px == 0.0,
            Size::Unknown => false,
        });
        first.is_some() && of.all(|size| Some(size) == first)
    };
    is_one(0) || is_one(1)
}

/// Reads a filter, which may leave nothing to see, `opacity(0)`, or nothing to read, `blur(8px)`.
pub(super) fn filter(input: &mut Parser<'_>) -> Value {
    let (mut fades, mut blurs, mut is_any) = (false, false, false);
    let of_file = |input: &mut Parser<'_>| {
        let urls = std::iter::from_fn(|| input.try_parse(Parser::expect_url).ok());
        urls.count() > 0
    };
    blurs |= of_file(input);
    while let Ok(name) = input.try_parse(|input| input.expect_function().cloned()) {
        let value = input.parse_nested_block(|input| {
            let value = input.try_parse(quantity);
            any_token(input, |_| false);
            Ok::<_, ParseError<()>>(value.ok().flatten())
        });
        let value = value.ok().flatten();
        is_any = true;
        blurs |= of_file(input);
        fades |= name.eq_ignore_ascii_case("opacity") && value.is_some_and(is_no_opacity);
        let radius = value.and_then(Sum::length);
        blurs |= name.eq_ignore_ascii_case("blur") && radius.is_some_and(|px| px >= BLURRED);
        blurs |= may_melt(&name, value);
    }
    if !is_any {
        any_token(input, |_| false);
    }
    match () {
        () if fades => Value::Is(true),
        () if blurs => Value::Unknown,
        () => Value::Is(false),
    }
}

/// Says whether a filter may give letters the colour of what is behind them.
fn may_melt(name: &str, value: Option<Sum>) -> bool {
    let by = value.and_then(|value| value.number().or_else(|| value.part()));
    let by = by.unwrap_or(1.0);
    match_ignore_ascii_case! { name,
        "invert" => by >= HALF,
        "contrast" => by < LEAST_CONTRAST,
        "brightness" => by > MOST_BRIGHTNESS,
        _ => false,
    }
}

/// Reads a mask: one of drawn colours shows text, if any of them is one; what another file holds is not known.
pub(super) fn mask(input: &mut Parser<'_>) -> Value {
    let start = input.position();
    let is_none = any_token(
        input,
        |token| matches!(token, Token::Ident(word) if word.eq_ignore_ascii_case("none")),
    );
    let text = input.slice_from(start);
    match () {
        () if is_none || shows(&mut Parser::new(text)) => Value::Is(false),
        () => Value::Unknown,
    }
}

/// Says whether a mask shows what it is over: a colour of it is seen, and has room.
fn shows(input: &mut Parser<'_>) -> bool {
    let (mut is_seen, mut is_size) = (false, false);
    while let Ok(token) = input.next() {
        match token {
            Token::Function(name) if name.to_ascii_lowercase().ends_with("gradient") => {
                is_seen |= input.parse_nested_block(has_colour).unwrap_or(false);
            }
            Token::Function(name) if !MADE.contains(&&*name.to_ascii_lowercase()) => return false,
            Token::UnquotedUrl(_) => return false,
            Token::Ident(word) if word.eq_ignore_ascii_case("luminance") => return false,
            Token::Delim('/') => is_size = true,
            Token::Comma => is_size = false,
            token if is_size && is_nothing(token) => return false,
            _ => {}
        }
    }
    is_seen
}

/// Functions that make a length.
const MADE: &[&str] = &["calc", "clamp", "max", "min"];

/// Says whether a gradient has a colour that is seen, and is clear over no more than half of its way at either end.
fn has_colour(input: &mut Parser<'_>) -> Result<bool> {
    let (mut is_seen, mut is_clear, mut first, mut last) = (false, false, None, false);
    loop {
        if let Ok(colour) = input.try_parse(known) {
            last = colour.is_faint();
            is_seen |= !last;
            first = Some(first.is_none());
            continue;
        }
        match input.next() {
            Ok(Token::Percentage { unit_value, .. }) if last => {
                let is_first = first == Some(true);
                is_clear |= if is_first {
                    *unit_value > HALF
                } else {
                    *unit_value < HALF
                };
            }
            Ok(_) => {}
            Err(_) => return Ok(is_seen && !is_clear),
        }
    }
}

/// Reads the size of a mask, which may be none.
pub(super) fn mask_size(input: &mut Parser<'_>) -> Value {
    if any_token(input, is_nothing) {
        Value::Unknown
    } else {
        Value::Is(false)
    }
}

/// Reads how masks are put together, or taken: dark colours, or what they are over twice, may hide it.
pub(super) fn mask_mode(input: &mut Parser<'_>) -> Value {
    let is_hiding = |token: &Token<'_>| matches!(token, Token::Ident(word) if HIDING.contains(&&*word.to_ascii_lowercase()));
    if any_token(input, is_hiding) {
        Value::Unknown
    } else {
        Value::Is(false)
    }
}

const HIDING: &[&str] = &[
    "clear",
    "destination-out",
    "exclude",
    "luminance",
    "source-out",
    "subtract",
    "xor",
];

fn is_nothing(token: &Token<'_>) -> bool {
    match token {
        Token::Number { value, .. } | Token::Dimension { value, .. } => *value == 0.0,
        Token::Percentage { unit_value, .. } => *unit_value == 0.0,
        _ => false,
    }
}

/// Letters that are blurred by so many pixels are hardly read.
const BLURRED: f32 = 3.0;
/// Says whether so much of something is not seen.
fn is_no_opacity(value: Sum) -> bool {
    let value = value.number().or_else(|| value.part());
    value.is_some_and(|value| value < FAINTEST)
}
