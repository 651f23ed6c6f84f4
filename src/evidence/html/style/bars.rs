//! Says whether something in a line is drawn over words, or in their place, where a reader sees that words are hidden.

use super::super::colour::Colour;
use super::super::look::{Display, Style};
use super::away::is_apart;
use super::chosen::Chosen;
use super::declared::{Property, Value};
use super::units::{EM, LOW, WIDTH};

/// What is no wider than this many pixels is in place of no word, and what is no lower than that many is no line.
const WORD: f32 = 2.5 * EM;
const HIGH: f32 = 2.5 * EM;

/// Says what an element hides where a reader sees that, or lies over, which may stand aside or be faded.
pub(super) fn of_bars(
    chosen: &Chosen,
    style: &mut Style,
    outer: &Style,
    (is_aside, is_faded): (bool, bool),
) {
    style.is_on_ground = is_on_ground(chosen, style, outer);
    style.is_bar = !is_aside && is_bar(style, outer, is_faded);
    style.is_wide = !is_aside && is_wide(chosen, style, outer);
    style.covers = !style.is_skipped && covers(chosen, style, outer);
}

/// Says whether a reader sees where words are hidden: a ground, or marks in their place.
fn is_bar(style: &Style, outer: &Style, is_faded: bool) -> bool {
    let is_unseen = is_faded || !style.is_visible && outer.is_visible;
    outer.is_on_ground && is_unseen
        || style.is_on_ground && style.is_transparent && !outer.is_transparent
        || style.is_disguised && !outer.is_disguised
}

/// Says whether an element stands in a line on a ground that what is around the line does not have.
fn is_on_ground(chosen: &Chosen, style: &Style, outer: &Style) -> bool {
    !matches!(style.display, Display::Block | Display::Flex)
        && (style.is_on_ground || has_ground(chosen, style, outer))
}

/// Says whether an element has a ground that what is around it does not have.
fn has_ground(chosen: &Chosen, style: &Style, outer: &Style) -> bool {
    match chosen.colour(Property::Background, style.colour) {
        None | Some(Value::Initial | Value::Revert | Value::Inherit) => false,
        Some(Value::Colour(colour)) => {
            let is_like = |behind: Colour| colour.over(behind).is_like(behind);
            !colour.is_faint() && !outer.behind.is_some_and(is_like)
        }
        Some(_) => true,
    }
}

/// Says whether an element in a line has a ground as wide as a word and as high as a line, whatever is in it.
fn is_wide(chosen: &Chosen, style: &Style, outer: &Style) -> bool {
    let sum = |properties: &[Property]| -> f32 {
        let px = properties
            .iter()
            .map(|property| match chosen.get(*property) {
                Some(Value::Px(px)) => px,
                _ => 0.0,
            });
        px.sum()
    };
    let beside = sum(&[Property::PaddingLeft, Property::PaddingRight]);
    let is_as_large = match style.display {
        Display::Inline => beside >= WORD,
        Display::InlineBlock | Display::InlineFlex => {
            let part = match chosen.get(Property::Width) {
                Some(Value::Part(part)) => part * WIDTH,
                _ => 0.0,
            };
            let wide = beside + part + sum(&[Property::Width]);
            let high = sum(&[
                Property::Height,
                Property::PaddingTop,
                Property::PaddingBottom,
            ]);
            wide >= WORD && (LOW * 2.0..=HIGH).contains(&high) && wide >= high * 2.0
        }
        Display::None | Display::Column | Display::Contents | Display::Block | Display::Flex => {
            false
        }
    };
    // A mask makes a sign of it.
    let is_whole = chosen.get(Property::Mask).is_none();
    is_as_large && is_whole && has_ground(chosen, style, outer)
}

/// What would move what covers an element, make it smaller, or let words be seen through it.
const NOT_OVER_ALL: &[Property] = &[
    Property::Behind,
    Property::ClipToText,
    Property::Mask,
    Property::Transform,
    Property::Translate,
    Property::Scale,
    Property::Rotate,
    Property::MostWidth,
    Property::MostHeight,
    Property::Animation,
];

/// Says whether something that a style sheet adds to an element, which is shown so, lies over all of it.
fn covers(chosen: &Chosen, style: &Style, outer: &Style) -> bool {
    let is_at = |side: Property| matches!(chosen.get(side), Some(Value::Px(px)) if px <= 0.0);
    let sides = [
        [Property::Left, Property::Right, Property::Width],
        [Property::Top, Property::Bottom, Property::Height],
    ];
    let is_over = |[start, end, size]: [Property; 3]| match chosen.get(size) {
        None => is_at(start) && is_at(end),
        Some(Value::Part(part)) => part >= 1.0 && (is_at(start) || is_at(end)),
        Some(_) => false,
    };
    let grounds = [Property::Background, Property::Picture];
    let is_opaque = grounds.iter().any(
        |ground| matches!(chosen.get(*ground), Some(Value::Colour(colour)) if colour.is_opaque()),
    );
    let may_be_less = NOT_OVER_ALL
        .iter()
        .any(|property| !matches!(chosen.get(*property), None | Some(Value::Is(false))));
    let is_whole = style.is_visible && style.opacity >= outer.opacity && !may_be_less;
    let is_placed = is_apart(chosen) && outer.is_in_placed;
    is_placed && is_opaque && is_whole && sides.into_iter().all(is_over)
}
