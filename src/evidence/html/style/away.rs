//! Says whether nothing is left of an element, or whether it stands out of the page, or may.

use html5ever::ns;

use super::super::look::Style;
use super::super::tree::Node;
use super::super::worded::BUTTONS;
use super::chosen::Chosen;
use super::declared::{FAR, Place, Property, Value};
use super::lengths::{BEYOND, LINE, NEAR, WIDTH};
use super::moves::SMALL;

/// Above the page when moved so many pixels up.
const ABOVE: f32 = -500.0;
const SIDES: [Property; 4] = [
    Property::Left,
    Property::Top,
    Property::Right,
    Property::Bottom,
];

/// What an element is, besides what style sheets say of it.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    /// Whether its size may be less than what is in it.
    pub(super) may_be_cut: bool,
    /// Whether it has a size though it stands in a line.
    pub(super) is_box: bool,
    pub(super) what: What,
    pub(super) cuts: Cuts,
}

/// What an element is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Text,
    /// A row of a table, or a column.
    Row,
    /// Something in a drawing.
    Drawn,
    /// A drawing, which may be of words alone.
    Drawing {
        is_bare: bool,
    },
}

impl What {
    pub(super) fn is_drawn(self) -> bool {
        matches!(self, Self::Drawn | Self::Drawing { .. })
    }
}

/// Whether an element cuts off what is over its edges where no style sheet speaks of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cuts {
    No,
    /// So do browsers that are not known here.
    Perhaps,
    /// Unless a style sheet says that it does not.
    AtFirst,
    /// Whatever a style sheet says, and up to its padding.
    Always,
}

impl Cuts {
    /// Says so of an element.
    pub(super) fn of(node: &Node) -> Self {
        let is_html = node.name.ns == ns!(html);
        match &*node.name.local {
            "foreignObject" | "svg" if node.name.ns == ns!(svg) => Self::AtFirst,
            "input" if is_html && is_button(node) => Self::Perhaps,
            "embed" | "iframe" | "input" | "textarea" if is_html => Self::Always,
            "object" if node.attribute("data").is_some() => Self::Always,
            "button" | "select" | "dialog" | "marquee" if is_html => Self::Perhaps,
            _ => Self::No,
        }
    }
}

fn is_button(node: &Node) -> bool {
    let kind = node.attribute("type").unwrap_or_default().trim();
    BUTTONS.iter().any(|known| kind.eq_ignore_ascii_case(known))
}

pub(super) fn is(chosen: &Chosen, property: Property) -> bool {
    chosen.get(property) == Some(Value::Is(true))
}

pub(super) fn is_apart(chosen: &Chosen) -> bool {
    matches!(
        chosen.get(Property::Position),
        Some(Value::Placed(Place::Apart | Place::Fixed))
    )
}

pub(super) fn is_placed(chosen: &Chosen) -> bool {
    matches!(chosen.get(Property::Position), Some(Value::Placed(place)) if place != Place::InPage)
}

/// Says whether nothing is left of an element, or of anything in it.
pub(super) fn is_faded(chosen: &Chosen, has_size: bool) -> bool {
    let any = |properties: &[Property]| properties.iter().any(|property| is(chosen, *property));
    let is_small = matches!(chosen.get(Property::Scale), Some(Value::Px(by)) if by <= SMALL);
    any(&[Property::ClipPath, Property::Filter])
        || has_size
            && (is_small || any(&[Property::Transform, Property::Translate, Property::Rotate]))
}

/// Returns how many pixels an element is moved to the left, with what is around it.
pub(super) fn shift(chosen: &Chosen, outer: &Style, has_size: bool) -> f32 {
    let px = |property| match chosen.get(property) {
        Some(Value::Px(px)) => px,
        _ => 0.0,
    };
    let moved = match chosen.get(Property::Position) {
        Some(Value::Placed(Place::Apart | Place::Fixed)) => return px(Property::Left).min(0.0),
        Some(Value::Placed(Place::Moved)) => px(Property::Left),
        _ => 0.0,
    };
    let turned = [Property::Transform, Property::Translate].map(px);
    let turned = if has_size { turned[0] + turned[1] } else { 0.0 };
    (outer.moved + moved + turned + px(Property::MarginLeft)).min(0.0)
}

/// Says whether an element stands out of the page.
pub(super) fn is_moved(chosen: &Chosen) -> bool {
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
    let has_padding = [Property::PaddingLeft, Property::PaddingTop]
        .iter()
        .any(|side| chosen.get(*side).is_some_and(Value::is_room));
    is_placed_away || (is_pulled && !has_padding)
}

/// Says whether an element may stand out of the page, which its layout would tell.
pub(super) fn may_be_away(chosen: &Chosen, outer: &Style, has_size: bool) -> bool {
    let px = |property| match chosen.get(property) {
        Some(Value::Px(px)) => px,
        Some(Value::Part(part)) if part <= -1.0 => FAR,
        _ => 0.0,
    };
    let is_near = SIDES
        .iter()
        .any(|side| px(*side) <= NEAR || px(*side) >= BEYOND);
    (is_apart(chosen) && (is_near || is_over(chosen, outer)))
        || (chosen.get(Property::Position) == Some(Value::Placed(Place::Moved))
            && is_moved_beside(chosen))
        || is_beside_window(chosen)
        || px(Property::Indent) >= BEYOND
        || px(Property::MarginTop) <= ABOVE
        || px(Property::Raised).abs() >= BEYOND
        || is_pulled_aside(chosen)
        || has_size && may_be_moved(chosen, outer)
        || is_back(chosen)
}

/// Says whether something stands beside the page, or takes no room, so that what follows stands over it.
fn is_pulled_aside(chosen: &Chosen) -> bool {
    let is_far = matches!(chosen.get(Property::MarginRight), Some(Value::Px(px)) if px <= FAR);
    is_far
        && !chosen
            .get(Property::PaddingRight)
            .is_some_and(Value::is_room)
}

/// Says whether something apart stands over an edge of what it is placed in.
fn is_over(chosen: &Chosen, outer: &Style) -> bool {
    let is_whole =
        |property: Property| matches!(chosen.get(property), Some(Value::Part(part)) if part >= 1.0);
    let is_fixed = chosen.get(Property::Position) == Some(Value::Placed(Place::Fixed));
    let is_above = [Property::Top, Property::MarginTop]
        .iter()
        .any(|side| matches!(chosen.get(*side), Some(Value::Px(px)) if px <= LINE));
    let is_out = is_above || is_whole(Property::Right) || is_whole(Property::Bottom);
    let is_in_page = is_fixed || !outer.is_in_placed;
    is_out && (is_in_page || outer.is_in_cut)
        || outer.is_in_cut && (is_whole(Property::Left) || is_whole(Property::Top))
}

fn is_moved_beside(chosen: &Chosen) -> bool {
    let far = |property: Property| match chosen.get(property) {
        Some(Value::Px(px)) => px >= -FAR,
        Some(Value::Part(part)) => part >= 1.0,
        _ => false,
    };
    let is_left = matches!(chosen.get(Property::Left), Some(Value::Part(part)) if part <= -1.0);
    is_left || far(Property::Right) || far(Property::Bottom)
}

/// Says whether a transform may move an element out of the page, or of what is shown of it.
fn may_be_moved(chosen: &Chosen, outer: &Style) -> bool {
    // What stands at the other side is moved back.
    let is_from_side = [Property::Left, Property::Top, Property::MarginLeft]
        .iter()
        .any(|side| matches!(chosen.get(*side), Some(Value::Part(part)) if part >= 0.5));
    [Property::Transform, Property::Translate]
        .iter()
        .any(|property| match chosen.get(*property) {
            Some(Value::Px(px)) => px <= NEAR,
            Some(Value::Part(part)) if part <= -1.0 => !is_from_side,
            Some(Value::Part(part)) => part >= 1.0 && outer.is_in_cut,
            _ => false,
        })
}

/// Says whether the back of an element would be seen, if it had one. What it is in may be turned, too.
fn is_back(chosen: &Chosen) -> bool {
    chosen.get(Property::Transform) == Some(Value::Turned) && is(chosen, Property::Backface)
}

/// Says whether an element stands beside the window, where no reader can scroll.
fn is_beside_window(chosen: &Chosen) -> bool {
    let is_over = |property: &Property| match chosen.get(*property) {
        Some(Value::Px(px)) => px >= WIDTH,
        Some(Value::Part(part)) => part >= 1.0,
        _ => false,
    };
    let moves = [Property::Transform, Property::Translate];
    chosen.get(Property::Position) == Some(Value::Placed(Place::Fixed))
        && SIDES.iter().chain(&moves).any(is_over)
}

/// Whether an element is so small that nothing of it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    No,
    /// What is placed apart in it is seen, and what else may be.
    Below,
    Perhaps,
    Yes,
}

/// Says whether an element is so small that nothing of it is seen. Padding after the text gives it room, and
/// so may what is around it; before it, padding holds what is placed there alone.
pub(super) fn cut(chosen: &Chosen, outer: &Style, is_in_flex: bool, cuts: Cuts) -> Cut {
    let is = |property| is(chosen, property);
    let is_told = chosen.get(Property::Overflow).is_some();
    if cuts != Cuts::No && (cuts == Cuts::Always || !is(Property::Overflow)) {
        return own_cut(chosen, is_in_flex, cuts, is_told);
    }
    if !is(Property::Overflow) || is(Property::OfTable) || is_in_flex && is(Property::Flex) {
        return Cut::No;
    }
    let room = |property| match chosen.get(property) {
        Some(Value::Px(px)) => px > super::lengths::TINY,
        Some(Value::Part(part)) => part > 0.0,
        _ => false,
    };
    let across = match () {
        () if is(Property::LeastWidth) => Cut::No,
        () if is(Property::MostWidth) || is(Property::Width) => {
            match (room(Property::PaddingRight), room(Property::PaddingLeft)) {
                (true, _) => Cut::No,
                (false, true) => Cut::Perhaps,
                (false, false) if is_in_flex && !is(Property::MostWidth) => Cut::Perhaps,
                (false, false) => Cut::Yes,
            }
        }
        () => Cut::No,
    };
    let is_low = is(Property::Height) || is(Property::MostHeight) || outer.is_flat;
    let down = match () {
        () if is(Property::LeastHeight) || !is_low => Cut::No,
        () => match (room(Property::PaddingBottom), room(Property::PaddingTop)) {
            (true, _) => Cut::No,
            (false, true) => Cut::Below,
            (false, false) => Cut::Yes,
        },
    };
    match (across, down) {
        (Cut::Yes, _) | (_, Cut::Yes) => Cut::Yes,
        (Cut::Perhaps, _) | (_, Cut::Perhaps) => Cut::Perhaps,
        (Cut::Below, _) | (_, Cut::Below) => Cut::Below,
        (Cut::No, Cut::No) => Cut::No,
    }
}

/// Says whether an element is too small for what is in it, which it cuts off of itself.
fn own_cut(chosen: &Chosen, is_in_flex: bool, cuts: Cuts, is_told: bool) -> Cut {
    let is = |property| is(chosen, property);
    let may_grow = is_in_flex && is(Property::Flex);
    let is_narrow = is(Property::MostWidth) || is(Property::Width) && !may_grow;
    let is_low = is(Property::MostHeight) || is(Property::Height) && !may_grow;
    let is_small = is_narrow && !is(Property::LeastWidth) || is_low && !is(Property::LeastHeight);
    match cuts {
        _ if !is_small => Cut::No,
        Cuts::No => Cut::No,
        Cuts::Always => Cut::Yes,
        Cuts::AtFirst if !is_told => Cut::Yes,
        Cuts::AtFirst | Cuts::Perhaps => Cut::Perhaps,
    }
}
