//! Puts together what was chosen for an element, and says how it is shown.

use super::super::look::{Case, Display, Gap, Style};
use super::chosen::Chosen;
use super::declared::{FAR, Place, Property, Value};
use super::lengths::{BEYOND, NEAR, WIDTH};

/// Properties that hide text by themselves, whatever else is set.
const HIDING: &[Property] = &[
    Property::Display,
    Property::Visibility,
    Property::ContentVisibility,
    Property::Opacity,
    Property::FontSize,
    Property::Clip,
    Property::ClipPath,
    Property::Transform,
    Property::Translate,
    Property::Filter,
    Property::Colour,
    Property::Fill,
    Property::Indent,
];

/// Returns how an element is shown, in one that is shown so.
pub(super) fn apply(chosen: &Chosen, default: &Style, outer: &Style, may_be_cut: bool) -> Style {
    let mut style = default.clone();
    style.display = match chosen.get(Property::Display) {
        Some(Value::Display(display)) => display,
        Some(Value::Inherit) => outer.display,
        Some(Value::Initial) => Display::Inline,
        _ => default.display,
    };
    of_text(chosen, &mut style, default, outer);
    of_colours(chosen, &mut style, outer);
    style.is_skipped = match chosen.get(Property::ContentVisibility) {
        Some(Value::Is(is)) => is,
        Some(Value::Initial) => false,
        _ => default.is_skipped,
    };
    let is_in_flex = matches!(outer.display, Display::Flex | Display::InlineFlex);
    let is_faded = is_faded(chosen);
    let is_moved = is_moved(chosen);
    style.is_skipped |= is_faded || is_moved || (may_be_cut && is_cut(chosen, is_in_flex));
    let is_doubtful = HIDING.iter().any(|property| chosen.is_doubtful(*property));
    style.is_doubtful |= is_doubtful || may_be_away(chosen);
    if is(chosen, Property::Animation) && (is_faded || !style.is_visible) {
        // It begins so, and may end in another way.
        style.is_doubtful = true;
    }
    if is_in_flex {
        style.display = match style.display {
            Display::Inline | Display::InlineBlock => Display::Block,
            Display::InlineFlex => Display::Flex,
            other => other,
        };
    }
    let is_aside = is(chosen, Property::Float) || is_apart(chosen);
    let is_box = matches!(style.display, Display::InlineBlock | Display::InlineFlex);
    style.is_unstruck = is_aside || is_box;
    style.gaps = gaps(chosen, &style, is_aside || is_box);
    style
}

fn is(chosen: &Chosen, property: Property) -> bool {
    chosen.get(property) == Some(Value::Is(true))
}

fn is_apart(chosen: &Chosen) -> bool {
    matches!(
        chosen.get(Property::Position),
        Some(Value::Placed(Place::Apart | Place::Fixed))
    )
}

fn inherited(value: Option<Value>, default: bool, outer: bool, initial: bool) -> bool {
    // `unset` of what is inherited is taken for `initial`: pages use it to undo.
    match value {
        Some(Value::Is(is)) => is,
        Some(Value::Px(px)) => px <= FAR,
        Some(Value::Part(part)) => part <= -1.0,
        Some(Value::Initial) => initial,
        Some(Value::Inherit) => outer,
        _ => default,
    }
}

/// Says how text is set, which goes on in what is in the element.
fn of_text(chosen: &Chosen, style: &mut Style, default: &Style, outer: &Style) {
    let of = |property, default, outer, initial| {
        inherited(chosen.get(property), default, outer, initial)
    };
    style.is_visible = of(
        Property::Visibility,
        default.is_visible,
        outer.is_visible,
        true,
    );
    style.is_tiny = of(Property::FontSize, default.is_tiny, outer.is_tiny, false);
    style.keeps_lines = of(
        Property::WhiteSpace,
        default.keeps_lines,
        outer.keeps_lines,
        false,
    );
    style.is_struck = of(Property::Line, default.is_struck, outer.is_struck, false);
    style.case = match chosen.get(Property::TextTransform) {
        Some(Value::Case(case)) => case,
        Some(Value::Initial) => Case::AsWritten,
        Some(Value::Inherit) => outer.case,
        _ => default.case,
    };
    if !matches!(style.display, Display::Inline | Display::Contents) {
        style.is_indented = of(
            Property::Indent,
            default.is_indented,
            outer.is_indented,
            false,
        );
        style.is_indented |= is_over_the_edge(chosen);
    }
}

/// Says whether text begins at the end of its only line, and what goes over that is cut.
fn is_over_the_edge(chosen: &Chosen) -> bool {
    let is_over = match chosen.get(Property::Indent) {
        Some(Value::Part(part)) => part >= 1.0,
        Some(Value::Px(px)) => px >= BEYOND,
        _ => false,
    };
    is_over && is(chosen, Property::NoWrap) && is(chosen, Property::Overflow)
}

/// Says whether letters can be told from what is behind them.
fn of_colours(chosen: &Chosen, style: &mut Style, outer: &Style) {
    let letters = chosen
        .get(Property::Fill)
        .or_else(|| chosen.get(Property::Colour));
    let is_seen_through = is(chosen, Property::ClipToText) || is(chosen, Property::Shadow);
    style.is_transparent = match letters {
        Some(Value::Colour(colour)) => colour.is_clear() && !is_seen_through,
        Some(Value::Is(_) | Value::Initial) => false,
        _ => outer.is_transparent && !is_seen_through,
    };
    style.letters = match letters {
        Some(Value::Colour(colour)) => Some(colour),
        None | Some(Value::Inherit | Value::Revert) => style.letters,
        _ => None,
    };
    style.is_outlined = match chosen.get(Property::Shadow) {
        Some(Value::Is(is)) => is,
        _ => outer.is_outlined,
    };
    style.behind = match chosen.get(Property::Background) {
        _ if is(chosen, Property::Picture) => None,
        Some(Value::Colour(colour)) if colour.is_opaque() => Some(colour),
        // What stands in a place of its own, or over what is above it, may stand before anything.
        _ if is_placed(chosen) || is_pulled(chosen) => None,
        None | Some(Value::Initial | Value::Revert) => style.behind,
        Some(Value::Colour(colour)) if colour.is_clear() => style.behind,
        _ => None,
    };
}

fn is_pulled(chosen: &Chosen) -> bool {
    let is_less = |property: &Property| matches!(chosen.get(*property), Some(Value::Px(size) | Value::Part(size)) if size < 0.0);
    [Property::MarginTop, Property::MarginLeft]
        .iter()
        .any(is_less)
}

fn is_placed(chosen: &Chosen) -> bool {
    let place = chosen.get(Property::Position);
    place.is_some_and(|place| place != Value::Placed(Place::InPage))
}

/// Says whether nothing is left of an element, or of anything in it.
fn is_faded(chosen: &Chosen) -> bool {
    [
        Property::Opacity,
        Property::ClipPath,
        Property::Transform,
        Property::Filter,
        Property::Translate,
    ]
    .iter()
    .any(|property| is(chosen, *property))
}

/// Says whether an element stands out of the page.
fn is_moved(chosen: &Chosen) -> bool {
    let is_far = |property| matches!(chosen.get(property), Some(Value::Px(px)) if px <= FAR);
    let is_beside =
        |property| matches!(chosen.get(property), Some(Value::Part(part)) if part <= -1.0);
    let place = match chosen.get(Property::Position) {
        Some(Value::Placed(place)) => place,
        _ => Place::InPage,
    };
    let is_away = is_far(Property::Left) || is_far(Property::Top);
    let is_whole_side = is_beside(Property::Left) || is_beside(Property::Top);
    let is_pulled = is_far(Property::MarginLeft) || is_far(Property::MarginTop);
    let is_placed_away = match place {
        Place::Apart | Place::Fixed => is_away || is_whole_side || is(chosen, Property::Clip),
        Place::Moved => is_away,
        Place::InPage => false,
    };
    is_placed_away || (is_pulled && !is(chosen, Property::Padding))
}

/// Says whether an element may stand out of the page, which its layout would tell.
fn may_be_away(chosen: &Chosen) -> bool {
    let px = |property| match chosen.get(property) {
        Some(Value::Px(px)) => px,
        Some(Value::Part(part)) if part <= -1.0 => FAR,
        _ => 0.0,
    };
    let sides = [
        Property::Left,
        Property::Top,
        Property::Right,
        Property::Bottom,
    ];
    let is_near = sides
        .iter()
        .any(|side| px(*side) <= NEAR || px(*side) >= BEYOND);
    (is_apart(chosen) && is_near) || is_beside_window(chosen) || px(Property::Indent) >= BEYOND
}

/// Says whether an element stands beside the window, where no reader can scroll.
fn is_beside_window(chosen: &Chosen) -> bool {
    let is_over = |property: &Property| match chosen.get(*property) {
        Some(Value::Px(px)) => px >= WIDTH,
        Some(Value::Part(part)) => part >= 1.0,
        _ => false,
    };
    let sides = [
        Property::Left,
        Property::Top,
        Property::Right,
        Property::Bottom,
        Property::Transform,
        Property::Translate,
    ];
    chosen.get(Property::Position) == Some(Value::Placed(Place::Fixed)) && sides.iter().any(is_over)
}

/// Says whether an element is so small that nothing of it is seen. Padding gives it room, and so may what
/// is around it.
fn is_cut(chosen: &Chosen, is_in_flex: bool) -> bool {
    let is = |property| is(chosen, property);
    let has_room = is(Property::Padding) || is(Property::OfTable) || is(Property::Flex);
    let is_narrow = is(Property::Width) || is(Property::MostWidth);
    let is_low = is(Property::Height) || is(Property::MostHeight);
    let is_narrow = is_narrow && !is(Property::LeastWidth) && (is_low || !is_in_flex);
    let is_low = is_low && !is(Property::LeastHeight);
    is(Property::Overflow) && !has_room && (is_narrow || is_low)
}

/// Says what stands before and after an element in a line.
fn gaps(chosen: &Chosen, style: &Style, is_box: bool) -> [Option<Gap>; 2] {
    if matches!(style.display, Display::None | Display::Contents) {
        return [None; 2];
    }
    let sides = [
        (
            style.gaps[0],
            [
                Property::PaddingLeft,
                Property::MarginLeft,
                Property::BorderLeft,
            ],
        ),
        (
            style.gaps[1],
            [
                Property::PaddingRight,
                Property::MarginRight,
                Property::BorderRight,
            ],
        ),
    ];
    sides.map(|(default, room)| {
        let mut values = room.iter().map(|property| chosen.get(*property));
        if values.clone().flatten().any(Value::is_room) {
            return Some(Gap::Surely);
        }
        let is_taken_away = values.next() == Some(Some(Value::Px(0.0)));
        match default {
            Some(_) if is_taken_away => Some(Gap::Perhaps),
            Some(gap) => Some(gap),
            None => is_box.then_some(Gap::Perhaps),
        }
    })
}
