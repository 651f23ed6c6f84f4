//! Reads the declarations of style sheets that decide whether and how text is shown.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::colours::{background, colour};
use super::declared::{Place, Property, Value};
use super::fonts::font_size;
use super::keywords::{case, display, for_any_property};
use super::lengths::{Result, TINY, any_token, extent, is_drawn, length};
use super::shapes::{clips, clips_path, fades, moves_away};

/// What is fainter is not seen.
const FAINTEST: f32 = 0.1;
/// Properties of which a variable may decide whether text is shown.
const VARIED: &[Property] = &[
    Property::Display,
    Property::Visibility,
    Property::ContentVisibility,
    Property::Opacity,
];

/// Returns the property that a name stands for, if it decides whether or how text is shown.
pub(super) fn property(name: &str) -> Option<Property> {
    Some(match_ignore_ascii_case! { name,
        "display" => Property::Display,
        "visibility" => Property::Visibility,
        "content-visibility" => Property::ContentVisibility,
        "opacity" => Property::Opacity,
        "position" => Property::Position,
        "clip" => Property::Clip,
        "clip-path" | "-webkit-clip-path" => Property::ClipPath,
        "overflow" | "overflow-x" | "overflow-y" => Property::Overflow,
        "width" | "inline-size" => Property::Width,
        "max-width" | "max-inline-size" => Property::MostWidth,
        "height" | "block-size" => Property::Height,
        "max-height" | "max-block-size" => Property::MostHeight,
        "float" => Property::Float,
        "left" | "inset-inline-start" => Property::Left,
        "top" | "inset-block-start" => Property::Top,
        "right" | "inset-inline-end" => Property::Right,
        "bottom" | "inset-block-end" => Property::Bottom,
        "margin-left" | "margin-inline-start" => Property::MarginLeft,
        "margin-right" | "margin-inline-end" => Property::MarginRight,
        "margin-top" | "margin-block-start" => Property::MarginTop,
        "border-left" => Property::BorderLeft,
        "border-right" => Property::BorderRight,
        "color" => Property::Colour,
        "-webkit-text-fill-color" => Property::Fill,
        "background" | "background-color" => Property::Background,
        "background-image" => Property::Picture,
        "background-clip" | "-webkit-background-clip" => Property::ClipToText,
        "text-shadow" | "-webkit-text-stroke" => Property::Shadow,
        "animation" | "animation-name" | "-webkit-animation" | "-webkit-animation-name"
            => Property::Animation,
        "text-indent" => Property::Indent,
        "font-size" => Property::FontSize,
        "padding-top" | "padding-bottom" | "padding-block" => Property::Padding,
        "min-width" | "min-inline-size" => Property::LeastWidth,
        "min-height" | "min-block-size" | "aspect-ratio" => Property::LeastHeight,
        "flex" | "flex-grow" | "flex-basis" => Property::Flex,
        "translate" => Property::Translate,
        "filter" => Property::Filter,
        "transform" | "scale" => Property::Transform,
        "white-space" | "white-space-collapse" => Property::WhiteSpace,
        "text-transform" => Property::TextTransform,
        "text-decoration" | "text-decoration-line" => Property::Line,
        _ => return None,
    })
}

/// Reads what a property is set to. What browsers would not read is an error.
#[expect(clippy::too_many_lines, reason = "a list: one property after another")]
pub(super) fn value(property: Property, input: &mut Parser<'_>) -> Result<Value> {
    if let Ok(value) = input.try_parse(for_any_property) {
        return Ok(value);
    }
    if VARIED.contains(&property) && input.try_parse(variable).is_ok() {
        return Ok(Value::Unknown);
    }
    let value = match property {
        Property::Display => Value::Display(display(input)?),
        Property::TextTransform => Value::Case(case(input)?),
        Property::FontSize => return font_size(input),
        Property::Visibility => Value::Is(match_ignore_ascii_case! { input.expect_ident()?,
            "visible" => true,
            "hidden" | "collapse" => false,
            _ => return Err(ParseError::unexpected_token()),
        }),
        Property::ContentVisibility => Value::Is(match_ignore_ascii_case! { input.expect_ident()?,
            "visible" | "auto" => false,
            "hidden" => true,
            _ => return Err(ParseError::unexpected_token()),
        }),
        Property::Position => Value::Placed(match_ignore_ascii_case! { input.expect_ident()?,
            "absolute" => Place::Apart,
            "fixed" => Place::Fixed,
            "relative" => Place::Moved,
            "static" | "sticky" | "-webkit-sticky" => Place::InPage,
            _ => return Err(ParseError::unexpected_token()),
        }),
        Property::Float => Value::Is(!input.expect_ident()?.eq_ignore_ascii_case("none")),
        Property::NoWrap => Value::Is(any_ident(input, &["nowrap", "pre"])?),
        Property::ClipToText => Value::Is(any_ident(input, &["text"])?),
        Property::Shadow | Property::Animation | Property::Picture => Value::Is(!is_none(input)),
        Property::Colour | Property::Fill => colour(input),
        Property::Background => background(input),
        Property::WhiteSpace => Value::Is(any_ident(
            input,
            &[
                "pre",
                "pre-wrap",
                "pre-line",
                "break-spaces",
                "preserve",
                "preserve-breaks",
            ],
        )?),
        Property::Overflow => Value::Is(any_ident(input, &["hidden", "clip"])?),
        Property::Line => Value::Is(any_token(
            input,
            |token| matches!(token, Token::Ident(word) if word.eq_ignore_ascii_case("line-through")),
        )),
        Property::Opacity => Value::Is(number(input)? < FAINTEST),
        Property::Clip => Value::Is(clips(input)),
        Property::ClipPath => Value::Is(clips_path(input)),
        Property::Transform => moves_away(input, true),
        Property::Width | Property::MostWidth | Property::Height | Property::MostHeight => {
            Value::Is(length(input)?.is_some_and(|px| px <= TINY))
        }
        Property::Padding | Property::LeastWidth | Property::LeastHeight | Property::Flex => {
            Value::Is(any_token(input, |token| match token {
                Token::Number { value, .. } | Token::Dimension { value, .. } => *value > 0.0,
                Token::Percentage { unit_value, .. } => *unit_value > 0.0,
                Token::Function(_) => true,
                Token::Ident(word) => word.eq_ignore_ascii_case("auto"),
                _ => false,
            }))
        }
        Property::OfTable | Property::Content => return Err(ParseError::unexpected_token()),
        Property::Translate => moves_away(input, false),
        Property::Filter => Value::Is(fades(input)),
        Property::BorderLeft | Property::BorderRight => Value::Is(is_drawn(input)),
        Property::Left
        | Property::Top
        | Property::Right
        | Property::Bottom
        | Property::MarginLeft
        | Property::MarginRight
        | Property::MarginTop
        | Property::PaddingLeft
        | Property::PaddingRight
        | Property::Indent => extent(input)?,
    };
    Ok(value)
}

fn any_ident(input: &mut Parser<'_>, words: &[&str]) -> Result<bool> {
    let is_one = |word: &str| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    let mut is_any = is_one(input.expect_ident()?);
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        is_any |= is_one(&word);
    }
    Ok(is_any)
}

fn number(input: &mut Parser<'_>) -> Result<f32> {
    match input.next()? {
        Token::Number { value, .. } => Ok(*value),
        Token::Percentage { unit_value, .. } => Ok(*unit_value),
        Token::Function(_) => input.parse_nested_block(|_| Ok::<_, ParseError<()>>(1.0)),
        _ => Err(ParseError::unexpected_token()),
    }
}

fn is_none(input: &mut Parser<'_>) -> bool {
    any_token(
        input,
        |token| matches!(token, Token::Ident(word) if word.eq_ignore_ascii_case("none")),
    )
}

/// Reads a value that a variable decides.
fn variable(input: &mut Parser<'_>) -> Result<()> {
    let is_variable = |token: &Token<'_>| matches!(token, Token::Function(name) if name.eq_ignore_ascii_case("var"));
    if any_token(input, is_variable) {
        Ok(())
    } else {
        Err(ParseError::unexpected_token())
    }
}
