//! Reads the declarations of style sheets that decide whether and how text is shown.

use cssparser::{BasicParseError, ParseError, Parser, Token, match_ignore_ascii_case};

use super::super::look::{Case, Display};

/// Text that begins so many pixels beside the page is not seen.
const FAR: f32 = -999.0;
/// What is so small in pixels shows no text.
const TINY: f32 = 1.0;
/// About how many pixels an em is.
const EM: f32 = 16.0;

/// What decides whether and how text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Property {
    Display,
    Visibility,
    ContentVisibility,
    Opacity,
    Position,
    Clip,
    ClipPath,
    Overflow,
    Width,
    MostWidth,
    Height,
    MostHeight,
    Left,
    Top,
    MarginLeft,
    MarginTop,
    Indent,
    FontSize,
    Transform,
    WhiteSpace,
    TextTransform,
    Line,
}

impl Property {
    pub(super) const COUNT: usize = 22;
}

/// What a declaration says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Display(Display),
    Case(Case),
    /// Whether text is visible, clipped, out of the page, struck out and the like, as the property
    /// has it.
    Is(bool),
    Inherit,
    Initial,
    /// What it is without the page's style sheets.
    Revert,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Declaration {
    pub(super) property: Property,
    pub(super) value: Value,
    pub(super) is_important: bool,
}

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
        "left" | "inset-inline-start" => Property::Left,
        "top" | "inset-block-start" => Property::Top,
        "margin-left" => Property::MarginLeft,
        "margin-top" => Property::MarginTop,
        "text-indent" => Property::Indent,
        "font-size" => Property::FontSize,
        "transform" | "scale" => Property::Transform,
        "white-space" | "white-space-collapse" => Property::WhiteSpace,
        "text-transform" => Property::TextTransform,
        "text-decoration" | "text-decoration-line" => Property::Line,
        _ => return None,
    })
}

type Result<T> = std::result::Result<T, ParseError<()>>;

/// Reads what a property is set to. What browsers would not read is an error.
pub(super) fn value(property: Property, input: &mut Parser<'_>) -> Result<Value> {
    if let Ok(value) = input.try_parse(for_any_property) {
        return Ok(value);
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
        Property::Position => Value::Is(match_ignore_ascii_case! { input.expect_ident()?,
            "absolute" | "fixed" => true,
            "static" | "relative" | "sticky" | "-webkit-sticky" => false,
            _ => return Err(ParseError::unexpected_token()),
        }),
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
        Property::Opacity => Value::Is(number(input)? <= 0.0),
        Property::Clip => Value::Is(clips(input)),
        Property::ClipPath => Value::Is(clips_path(input)),
        Property::Transform => Value::Is(scales_away(input)),
        Property::Width | Property::MostWidth | Property::Height | Property::MostHeight => {
            Value::Is(length(input)?.is_some_and(|px| px <= TINY))
        }
        Property::Left
        | Property::Top
        | Property::MarginLeft
        | Property::MarginTop
        | Property::Indent => Value::Is(length(input)?.is_some_and(|px| px <= FAR)),
    };
    Ok(value)
}

fn for_any_property(input: &mut Parser<'_>) -> Result<Value> {
    Ok(match_ignore_ascii_case! { input.expect_ident()?,
        "inherit" => Value::Inherit,
        "initial" => Value::Initial,
        "revert" | "revert-layer" => Value::Revert,
        "unset" => Value::Initial,
        _ => return Err(ParseError::unexpected_token()),
    })
}

fn display(input: &mut Parser<'_>) -> Result<Display> {
    let mut display = None;
    let mut is_inline = false;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let inner = match_ignore_ascii_case! { &word,
            "none" => Display::None,
            "contents" => Display::Contents,
            "inline" => { is_inline = true; Display::Inline },
            "inline-block" | "inline-table" | "math" | "ruby" | "ruby-base" | "ruby-text"
                | "ruby-base-container" | "ruby-text-container" => Display::Inline,
            "block" | "flow" | "flow-root" | "list-item" | "table" | "table-row"
                | "table-row-group" | "table-header-group" | "table-footer-group" | "table-cell"
                | "table-caption" | "table-column" | "table-column-group" => Display::Block,
            "flex" | "grid" | "-webkit-box" | "-webkit-flex" => Display::Flex,
            "inline-flex" | "inline-grid" | "-webkit-inline-box" | "-webkit-inline-flex"
                => Display::InlineFlex,
            _ => return Err(ParseError::unexpected_token()),
        };
        display = Some(match (display, inner) {
            (Some(Display::Flex), _) | (_, Display::Flex) => Display::Flex,
            _ => inner,
        });
    }
    match display {
        Some(Display::Flex) if is_inline => Ok(Display::InlineFlex),
        Some(Display::Block) if is_inline => Ok(Display::Inline),
        Some(display) => Ok(display),
        None => Err(ParseError::unexpected_token()),
    }
}

fn case(input: &mut Parser<'_>) -> Result<Case> {
    let mut case = None;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let this = match_ignore_ascii_case! { &word,
            "none" | "full-width" | "full-size-kana" | "math-auto" => Case::AsWritten,
            "uppercase" => Case::Upper,
            "lowercase" => Case::Lower,
            "capitalize" => Case::Capitals,
            _ => return Err(ParseError::unexpected_token()),
        };
        case = case
            .filter(|known| *known != Case::AsWritten)
            .or(Some(this));
    }
    case.ok_or_else(ParseError::unexpected_token)
}

fn font_size(input: &mut Parser<'_>) -> Result<Value> {
    let is_zero = |value: f32| value <= 0.0;
    Ok(match input.next()?.clone() {
        Token::Number { value, .. } if is_zero(value) => Value::Is(true),
        Token::Dimension { value, .. } if is_zero(value) => Value::Is(true),
        Token::Percentage { unit_value, .. } if is_zero(unit_value) => Value::Is(true),
        Token::Percentage { .. } => Value::Inherit,
        Token::Dimension { unit, .. } => match_ignore_ascii_case! { &unit,
            "em" | "ex" | "ch" => Value::Inherit,
            _ => Value::Is(false),
        },
        Token::Ident(word) => match_ignore_ascii_case! { &word,
            "smaller" | "larger" => Value::Inherit,
            _ => Value::Is(false),
        },
        _ => Value::Is(false),
    })
}

fn any_ident(input: &mut Parser<'_>, words: &[&str]) -> Result<bool> {
    let is_one = |word: &str| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    let mut is_any = is_one(input.expect_ident()?);
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        is_any |= is_one(&word);
    }
    Ok(is_any)
}

/// Looks through what is left of a value for a token. An important declaration is left there.
fn any_token(input: &mut Parser<'_>, is_it: impl Fn(&Token<'_>) -> bool) -> bool {
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

fn number(input: &mut Parser<'_>) -> Result<f32> {
    match input.next()? {
        Token::Number { value, .. } => Ok(*value),
        Token::Percentage { unit_value, .. } => Ok(*unit_value),
        Token::Function(_) => input.parse_nested_block(|_| Ok::<_, ParseError<()>>(1.0)),
        _ => Err(ParseError::unexpected_token()),
    }
}

/// Reads a length in pixels, if it is known without the page's layout.
fn length(input: &mut Parser<'_>) -> Result<Option<f32>> {
    Ok(match input.next()?.clone() {
        Token::Number { value: 0.0, .. }
        | Token::Percentage {
            unit_value: 0.0, ..
        } => Some(0.0),
        Token::Dimension { value, unit, .. } => match_ignore_ascii_case! { &unit,
            "px" => Some(value),
            "em" | "rem" => Some(value * EM),
            _ => (value == 0.0).then_some(0.0),
        },
        Token::Percentage { .. } | Token::Ident(_) => None,
        Token::Function(_) => input.parse_nested_block(|_| Ok::<_, ParseError<()>>(None))?,
        _ => return Err(ParseError::unexpected_token()),
    })
}

/// Says whether a `clip` leaves nothing to see: `rect(0 0 0 0)`, `rect(1px, 1px, 1px, 1px)`.
fn clips(input: &mut Parser<'_>) -> bool {
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
fn clips_path(input: &mut Parser<'_>) -> bool {
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

/// Says whether an element is made so small that nothing is left: `scale(0)`.
fn scales_away(input: &mut Parser<'_>) -> bool {
    let zero = input.try_parse(|input| match input.next()?.clone() {
        Token::Number { value, .. } => Ok::<_, BasicParseError>(value == 0.0),
        Token::Function(name) => {
            let scales = ["scale", "scaleX", "scaleY", "scale3d"];
            let is_scale = scales.iter().any(|known| name.eq_ignore_ascii_case(known));
            let first = input.parse_nested_block(|input| {
                let first = input.next()?.clone();
                any_token(input, |_| false);
                Ok::<_, ParseError<()>>(first)
            });
            let is_zero = matches!(first, Ok(Token::Number { value, .. }) if value == 0.0);
            Ok(is_scale && is_zero)
        }
        _ => Ok(false),
    });
    any_token(input, |_| false);
    zero.unwrap_or(false)
}
