//! Reads the declarations of style sheets that decide whether and how text is shown.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::super::colour::Colour;
use super::colours::{background, colour, fill};
use super::declared::{FAINTEST, Place, Property, Value};
use super::fonts::{font_size, has_icons};
use super::keywords::{BOXES, OF_SPACE, any_ident, case, display, for_any_property};
use super::lengths::{BEYOND, EM, LOW, OVERLAID, Result, any_token, extent, is_drawn, length};
use super::moves::{rotate, scale, transform, translate};
use super::outlines::{inset, is_edge_behind, outline};
use super::shapes::{clips, clips_path, filter, mask, mask_mode, mask_size};
use super::sums::quantity;

/// Properties of which a variable may decide whether text is shown.
pub(super) const VARIED: &[Property] = &[
    Property::Display,
    Property::Visibility,
    Property::ContentVisibility,
    Property::Opacity,
];

/// Returns the property that a name stands for, if it decides whether or how text is shown.
#[expect(clippy::too_many_lines, reason = "a list: one name after another")]
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
        "color-scheme" => Property::Dark,
        // What has a size of its own may be a line under words.
        "background-image" | "background-size" => Property::Picture,
        "background-clip" | "-webkit-background-clip" => Property::ClipToText,
        "fill" => Property::Paint,
        "fill-opacity" => Property::PaintOpacity,
        "direction" => Property::Direction,
        "unicode-bidi" => Property::Override,
        "text-shadow" | "stroke" | "-webkit-text-stroke" | "-webkit-text-stroke-width"
            => Property::Shadow,
        "box-shadow" | "-webkit-box-shadow" => Property::Inset,
        "paint-order" => Property::PaintOrder,
        "animation" | "animation-name" | "-webkit-animation" | "-webkit-animation-name"
            => Property::Animation,
        "animation-fill-mode" | "-webkit-animation-fill-mode" => Property::Stays,
        "text-indent" => Property::Indent,
        "font-size" => Property::FontSize,
        "padding-top" | "padding-block-start" => Property::PaddingTop,
        "padding-bottom" | "padding-block-end" => Property::PaddingBottom,
        "padding-left" | "padding-inline-start" => Property::PaddingLeft,
        "padding-right" | "padding-inline-end" => Property::PaddingRight,
        "min-width" | "min-inline-size" => Property::LeastWidth,
        "min-height" | "min-block-size" => Property::LeastHeight,
        "flex" | "flex-grow" | "flex-basis" => Property::Flex,
        "line-height" => Property::LineHeight,
        "order" | "grid-area" | "grid-row" | "grid-row-start" | "grid-column" | "grid-column-start"
            | "-webkit-order" | "-webkit-box-ordinal-group" => Property::Order,
        "flex-direction" | "flex-flow" | "flex-wrap" | "-webkit-flex-direction" | "-webkit-box-direction"
            => Property::Reversed,
        "translate" => Property::Translate,
        "filter" => Property::Filter,
        "mask" | "mask-image" | "-webkit-mask" | "-webkit-mask-image" | "-webkit-mask-box-image"
            | "-webkit-mask-box-image-source" => Property::Mask,
        "mask-size" | "-webkit-mask-size" => Property::MaskSize,
        "mask-mode" | "mask-composite" | "-webkit-mask-composite" => Property::MaskMode,
        "transform" | "-webkit-transform" => Property::Transform,
        "scale" => Property::Scale,
        "rotate" => Property::Rotate,
        "z-index" => Property::Behind,
        "backface-visibility" | "-webkit-backface-visibility" => Property::Backface,
        "grid-template-rows" | "grid-auto-rows" => Property::Rows,
        "vertical-align" | "font-variant-position" => Property::Raised,
        "letter-spacing" => Property::LetterSpacing,
        "word-spacing" => Property::WordSpacing,
        "-webkit-text-security" => Property::Disguise,
        "font-family" => Property::Family,
        "zoom" => Property::Zoom,
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
        Property::Float => Value::Is(match_ignore_ascii_case! { input.expect_ident()?,
            "none" => false,
            "left" | "right" | "inline-start" | "inline-end" => true,
            _ => return Err(ParseError::unexpected_token()),
        }),
        Property::LineHeight => Value::Is(is_lineless(input)?),
        Property::Order => Value::Is(any_token(input, |token| match token {
            Token::Number { value, .. } => *value != 0.0,
            Token::Ident(word) => !["auto", "span"].contains(&&*word.to_ascii_lowercase()),
            Token::Function(_) => true,
            _ => false,
        })),
        Property::Reversed => Value::Is(any_token(
            input,
            |token| matches!(token, Token::Ident(word) if word.to_ascii_lowercase().ends_with("reverse")),
        )),
        Property::NoWrap => Value::Is(any_ident(input, &["nowrap", "pre"], OF_SPACE)?),
        Property::ClipToText => Value::Is(any_ident(input, &["text"], BOXES)?),
        Property::Shadow => outline(input),
        Property::Inset => inset(input),
        Property::PaintOrder => Value::Is(is_edge_behind(input)),
        Property::Animation | Property::Picture | Property::Disguise => Value::Is(!is_none(input)),
        Property::Colour => colour(input)?,
        Property::Fill => fill(input)?,
        Property::Background => background(input)?,
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
            OF_SPACE,
        )?),
        Property::Overflow => Value::Is(any_ident(
            input,
            &["hidden", "clip", "auto", "scroll", "overlay"],
            &["visible"],
        )?),
        Property::Line => Value::Is(any_token(
            input,
            |token| matches!(token, Token::Ident(word) if word.eq_ignore_ascii_case("line-through")),
        )),
        Property::Stays => Value::Is(any_ident(
            input,
            &["forwards", "both"],
            &["none", "backwards"],
        )?),
        Property::Direction => Value::Is(any_ident(input, &["rtl"], &["ltr"])?),
        Property::Override => Value::Is(any_ident(
            input,
            &["bidi-override", "isolate-override"],
            &["normal", "embed", "isolate", "plaintext"],
        )?),
        Property::Paint => match input.try_parse(|input| input.expect_ident_matching("none")) {
            Ok(()) => Value::Colour(Colour([0; 4])),
            Err(_) => colour(input)?,
        },
        Property::Opacity | Property::PaintOpacity => {
            let part = quantity(input)?;
            if part.is_some_and(|part| part.number().or_else(|| part.part()).is_none()) {
                return Err(ParseError::unexpected_token());
            }
            let part = part.and_then(|part| part.number().or_else(|| part.part()));
            let part = part.map_or(1.0, |part| part.clamp(0.0, 1.0));
            match property {
                Property::Opacity => Value::Part(part),
                _ => Value::Is(part < FAINTEST),
            }
        }
        Property::Clip => Value::Is(clips(input)),
        Property::ClipPath => clips_path(input),
        Property::Transform => {
            let [moved, _] = transform(input)?;
            moved
        }
        Property::Rotate => rotate(input)?,
        Property::Behind => {
            let place = input.try_parse(Parser::expect_number);
            if place.is_err() {
                input.expect_ident_matching("auto")?;
            }
            Value::Is(place.is_ok_and(|place| place < 0.0))
        }
        Property::Scale => scale(input)?,
        Property::Width | Property::MostWidth | Property::Height | Property::MostHeight => {
            let before = input.state();
            if let Ok(Token::Percentage { unit_value, .. }) = input.next()
                && *unit_value > 0.0
            {
                return Ok(Value::Part(*unit_value));
            }
            input.reset(&before);
            match length(input)? {
                Some(px) if px < 0.0 => return Err(ParseError::unexpected_token()),
                Some(px) if px > LOW => Value::Px(px),
                size => Value::Is(size.is_some()),
            }
        }
        Property::LeastWidth | Property::LeastHeight | Property::Flex => {
            let before = input.state();
            let first = input.next().cloned();
            input.reset(&before);
            let is_number = matches!(first, Ok(Token::Number { value, .. }) if value != 0.0);
            if is_number && property != Property::Flex {
                return Err(ParseError::unexpected_token());
            }
            Value::Is(any_token(input, |token| match token {
                Token::Number { value, .. } | Token::Dimension { value, .. } => *value > 0.0,
                Token::Percentage { unit_value, .. } => *unit_value > 0.0,
                Token::Function(_) => true,
                Token::Ident(word) => {
                    let word = word.to_ascii_lowercase();
                    word.ends_with("-content") || property == Property::Flex && word == "auto"
                }
                _ => false,
            }))
        }
        Property::OfTable
        | Property::Collapsed
        | Property::Grown
        | Property::Content
        | Property::Animated
        | Property::Sized => return Err(ParseError::unexpected_token()),
        Property::Translate => translate(input)?,
        Property::Backface => Value::Is(any_ident(input, &["hidden"], &["visible"])?),
        Property::Rows => Value::Is(is_flat(input)),
        Property::Raised => raised(input)?,
        Property::LetterSpacing | Property::WordSpacing => {
            Value::Is(length(input)?.is_some_and(|px| px <= OVERLAID || px >= BEYOND))
        }
        Property::Dark => Value::Is(is_dark(input)),
        Property::Family => Value::Is(has_icons(input)),
        Property::Zoom => Value::Px(zoom(input)),
        Property::Filter => filter(input),
        Property::Mask => mask(input),
        Property::MaskSize => mask_size(input),
        Property::MaskMode => mask_mode(input),
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
        | Property::PaddingTop
        | Property::PaddingBottom
        | Property::Indent => extent(input)?,
    };
    Ok(value)
}

/// Says whether lines have no height.
fn is_lineless(input: &mut Parser<'_>) -> Result<bool> {
    if input
        .try_parse(|input| input.expect_ident_matching("normal"))
        .is_ok()
    {
        return Ok(false);
    }
    let height = quantity(input)?;
    let px = height.and_then(|height| {
        let part = height.number().or_else(|| height.part());
        height.length().or(part.map(|part| part * EM))
    });
    match px {
        Some(px) if px < 0.0 => Err(ParseError::unexpected_token()),
        px => Ok(px.is_some_and(|px| px <= LOW)),
    }
}

/// Says whether the first row of a grid has no height.
fn is_flat(input: &mut Parser<'_>) -> bool {
    let first = input.next().cloned();
    any_token(input, |_| false);
    matches!(
        first,
        Ok(Token::Dimension { value: 0.0, .. } | Token::Number { value: 0.0, .. })
    )
}

/// Says whether a scheme of colours is dark for readers who ask for none.
fn is_dark(input: &mut Parser<'_>) -> bool {
    let (mut has_light, mut has_dark) = (false, false);
    any_token(input, |token| {
        if let Token::Ident(word) = token {
            has_light |= word.eq_ignore_ascii_case("light");
            has_dark |= word.eq_ignore_ascii_case("dark");
        }
        false
    });
    has_dark && !has_light
}

/// Reads how many times larger a zoom makes an element. None at all is as good as one that changes nothing.
fn zoom(input: &mut Parser<'_>) -> f32 {
    let zoom = input.try_parse(quantity).ok().flatten();
    any_token(input, |_| false);
    let zoom = zoom.and_then(|zoom| zoom.number().or_else(|| zoom.part()));
    zoom.filter(|zoom| *zoom > 0.0).unwrap_or(1.0)
}

/// Reads how far text is raised over its line, or lowered.
fn raised(input: &mut Parser<'_>) -> Result<Value> {
    if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        return Ok(match_ignore_ascii_case! { &word,
            "super" | "text-top" => Value::Px(EM),
            "sub" => Value::Px(-EM),
            // What is as high as its line stands in it.
            "top" => Value::Part(1.0),
            "baseline" | "normal" | "middle" | "bottom" | "text-bottom" => Value::Px(0.0),
            _ => return Err(ParseError::unexpected_token()),
        });
    }
    Ok(match extent(input)? {
        Value::Part(part) => Value::Px(part * EM),
        other => other,
    })
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
