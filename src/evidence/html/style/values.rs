//! Reads the declarations of style sheets that decide whether and how text is shown.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::super::look::{Case, Display};
use super::lengths::{FAR, Result, TINY, any_token, length};
use super::shapes::{clips, clips_path, fades, is_whole_side, moves_away};

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
    Padding,
    LeastWidth,
    LeastHeight,
    Flex,
    /// Whether it is of a table: what is in it makes it larger.
    OfTable,
    Filter,
    Translate,
}

impl Property {
    pub(super) const COUNT: usize = Self::ALL.len();
    pub(super) const ALL: [Self; 29] = [
        Self::Display,
        Self::Visibility,
        Self::ContentVisibility,
        Self::Opacity,
        Self::Position,
        Self::Clip,
        Self::ClipPath,
        Self::Overflow,
        Self::Width,
        Self::MostWidth,
        Self::Height,
        Self::MostHeight,
        Self::Left,
        Self::Top,
        Self::MarginLeft,
        Self::MarginTop,
        Self::Indent,
        Self::FontSize,
        Self::Transform,
        Self::WhiteSpace,
        Self::TextTransform,
        Self::Line,
        Self::Padding,
        Self::LeastWidth,
        Self::LeastHeight,
        Self::Flex,
        Self::OfTable,
        Self::Filter,
        Self::Translate,
    ];
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
        "padding" | "padding-top" | "padding-right" | "padding-bottom" | "padding-left"
            | "padding-block" | "padding-inline" => Property::Padding,
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
        Property::Transform => Value::Is(moves_away(input, true)),
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
        Property::OfTable => return Err(ParseError::unexpected_token()),
        Property::Translate => Value::Is(moves_away(input, false)),
        Property::Filter => Value::Is(fades(input)),
        Property::Left | Property::Top if is_whole_side(input) => Value::Is(true),
        Property::Indent if input.try_parse(whole_width).is_ok() => Value::Is(true),
        Property::Left
        | Property::Top
        | Property::MarginLeft
        | Property::MarginTop
        | Property::Indent => Value::Is(length(input)?.is_some_and(|px| px <= FAR)),
    };
    Ok(value)
}

pub(super) fn for_any_property(input: &mut Parser<'_>) -> Result<Value> {
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

pub(super) fn font_size(input: &mut Parser<'_>) -> Result<Value> {
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

fn number(input: &mut Parser<'_>) -> Result<f32> {
    match input.next()? {
        Token::Number { value, .. } => Ok(*value),
        Token::Percentage { unit_value, .. } => Ok(*unit_value),
        Token::Function(_) => input.parse_nested_block(|_| Ok::<_, ParseError<()>>(1.0)),
        _ => Err(ParseError::unexpected_token()),
    }
}

fn whole_width(input: &mut Parser<'_>) -> Result<()> {
    match input.expect_percentage()? {
        part if part >= 1.0 => Ok(()),
        _ => Err(ParseError::unexpected_token()),
    }
}
