//! Puts together what was chosen for an element, and says how it is shown.

use super::super::colour::Colour;
use super::super::look::{Case, Display, Fill, Gap, Outline, Style};
use super::super::raised::Raised;
use super::away::{
    Cut, Kind, What, cut, is, is_apart, is_faded, is_moved, is_placed, may_be_away, shift,
};
use super::bars::of_bars;
use super::chosen::Chosen;
use super::declared::{FAINTEST, FAR, Place, Property, Value};
use super::lengths::{BEYOND, EM, TINY};

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
    Property::Scale,
    Property::Rotate,
    Property::Filter,
    Property::Mask,
    Property::MaskSize,
    Property::MaskMode,
    Property::Colour,
    Property::Fill,
    Property::Indent,
];

/// Returns how an element is shown, in one that is shown so.
pub(super) fn apply(chosen: &Chosen, default: &Style, outer: &Style, kind: Kind) -> Style {
    let mut style = default.clone();
    style.display = match chosen.get(Property::Display) {
        Some(Value::Display(display)) => display,
        Some(Value::Inherit) => outer.display,
        Some(Value::Initial) => Display::Inline,
        _ => default.display,
    };
    of_text(chosen, &mut style, default, outer);
    if kind.what.is_drawn() {
        of_drawing(chosen, &mut style, outer, kind.what);
    } else {
        of_colours(chosen, &mut style, outer);
    }
    let is_in_flex = matches!(outer.display, Display::Flex | Display::InlineFlex);
    let is_aside = is(chosen, Property::Float) || is_apart(chosen);
    let is_in_line = matches!(style.display, Display::Inline | Display::Contents);
    let has_size = !is_in_line || is_aside || is_in_flex || kind.is_box;
    skip(chosen, &mut style, kind, has_size);
    style.opacity = outer.opacity * factor(chosen, Property::Opacity);
    let is_faded = is_faded(chosen, has_size) || style.opacity < FAINTEST;
    let cut = if has_size && kind.may_be_cut {
        cut(chosen, outer, is_in_flex, kind.cuts)
    } else {
        Cut::No
    };
    let is_away = is_faded || is_moved(chosen) || cut == Cut::Yes;
    let is_animated = is(chosen, Property::Animation);
    style.is_collapsed = is(chosen, Property::Collapsed)
        && (kind.what == What::Row || is(chosen, Property::OfTable));
    style.is_skipped |= is_away && !is_animated || style.is_collapsed;
    let is_doubtful = HIDING.iter().any(|property| chosen.is_doubtful(*property));
    style.is_doubtful |= is_doubtful || cut == Cut::Perhaps || may_be_away(chosen, outer, has_size);
    style.is_doubtful |= has_size && is_empty_inside(chosen);
    of_place(chosen, &mut style, outer, has_size);
    if style.is_tiny && style.scale > 1.0 {
        // How large its letters are in all is not known.
        (style.is_tiny, style.is_doubtful) = (false, true);
    }
    // Padding before its words gives room to what is placed apart in it.
    style.is_below = cut == Cut::Below || style.is_below && !is_apart(chosen);
    if is_animated && (is_away || !style.is_seen() && outer.is_seen()) {
        // It begins so, and may end in another way.
        style.is_doubtful = true;
        if outer.is_seen() {
            style.is_visible = true;
            (style.is_tiny, style.is_transparent) = (false, false);
        }
    }
    of_box(chosen, &mut style, outer, kind);
    of_bars(chosen, &mut style, outer, (is_aside, is_faded));
    if is_in_flex {
        style.display = match style.display {
            Display::Inline | Display::InlineBlock => Display::Block,
            Display::InlineFlex => Display::Flex,
            other => other,
        };
    }
    style.is_aside = is_aside;
    style.floats = is_aside && !is_apart(chosen) && !is_in_flex && !kind.what.is_drawn();
    style.gaps = gaps(chosen, &style, style.is_apart() || is_shifted(chosen));
    style
}

/// Says whether what is in a box is skipped.
fn skip(chosen: &Chosen, style: &mut Style, kind: Kind, has_size: bool) {
    let is_skipped = chosen.get(Property::ContentVisibility);
    style.is_skipped = match is_skipped {
        // What stands in a line shows what is in it in any case, and so does a row.
        Some(Value::Is(is)) => is && has_size && kind.what != What::Row,
        Some(Value::Initial) => false,
        _ => style.is_skipped,
    };
    let is_of_table = !kind.may_be_cut || is(chosen, Property::OfTable);
    if is_of_table && style.is_skipped && is_skipped == Some(Value::Is(true)) {
        // A table shows it, a cell does not.
        (style.is_skipped, style.is_doubtful) = (false, true);
    }
}

/// Says what a box does to what is in it.
fn of_box(chosen: &Chosen, style: &mut Style, outer: &Style, kind: Kind) {
    let is_in_flex = matches!(outer.display, Display::Flex | Display::InlineFlex);
    style.is_reversed = is(chosen, Property::Reversed);
    style.is_reordered = is_in_flex && (outer.is_reversed || is(chosen, Property::Order));
    style.has_picture = matches!(
        chosen.get(Property::Picture),
        Some(Value::Is(true) | Value::Colour(_))
    );
    style.is_flat = is(chosen, Property::Rows);
    style.is_in_placed |= is_placed(chosen) || chosen.get(Property::Transform).is_some();
    style.is_in_cut |= kind.may_be_cut && is(chosen, Property::Overflow);
    style.raised = raised(chosen, style);
}

/// What is this many times larger may stand out of the page.
const HUGE: f32 = 20.0;

/// Says how many times larger, or fainter, a property makes an element.
fn factor(chosen: &Chosen, property: Property) -> f32 {
    match chosen.get(property) {
        Some(Value::Px(by) | Value::Part(by)) => by,
        _ => 1.0,
    }
}

/// Says where an element stands, with all that is around it, and how large it is there.
fn of_place(chosen: &Chosen, style: &mut Style, outer: &Style, has_size: bool) {
    let by_moves = [Property::Grown, Property::Scale].map(|property| factor(chosen, property));
    let by_moves = if has_size { by_moves } else { [1.0; 2] };
    let own = by_moves[0] * by_moves[1] * factor(chosen, Property::Zoom);
    style.scale = outer.scale * own;
    let is_huge = style.scale >= HUGE && style.scale > outer.scale;
    style.is_doubtful |= is_huge || own < 1.0 && style.scale * EM <= TINY;
    style.moved = shift(chosen, outer, has_size);
    style.is_doubtful |= style.moved <= FAR && style.moved < outer.moved;
    // What stands apart by a number, or fades, holds what stands behind it.
    let holds = chosen.get(Property::Behind).is_some() && is_placed(chosen)
        || style.opacity < outer.opacity
        || chosen.get(Property::Transform).is_some();
    let has_ground = matches!(
        chosen.get(Property::Background),
        Some(Value::Colour(colour)) if colour.is_opaque()
    );
    style.is_doubtful |= is(chosen, Property::Behind) && is_placed(chosen) && outer.is_grounded;
    style.is_grounded = !holds && (has_ground || outer.is_grounded);
}

/// Pixels by which a line may be set right; what is raised by more is seen to be.
const SET_RIGHT: f32 = 2.0;
/// What is raised by more stands in another line.
const ANOTHER_LINE: f32 = 24.0;

/// Says whether style sheets raise text over its line, or lower it.
fn raised(chosen: &Chosen, style: &Style) -> Option<Raised> {
    let is_moved = chosen.get(Property::Position) == Some(Value::Placed(Place::Moved));
    let px = |property| match chosen.get(property) {
        Some(Value::Px(px)) => px,
        _ => 0.0,
    };
    let by_place = match is_moved {
        true if px(Property::Top) != 0.0 => -px(Property::Top),
        true => px(Property::Bottom),
        false => 0.0,
    };
    let by = match chosen.get(Property::Raised) {
        Some(Value::Px(px)) => px + by_place,
        Some(Value::Part(_))
            if style.display == Display::Inline && chosen.get(Property::FontSize).is_some() =>
        {
            ANOTHER_LINE
        }
        _ => by_place,
    };
    match () {
        () if by.abs() <= SET_RIGHT || by.abs() > ANOTHER_LINE => None,
        () if by > 0.0 => Some(Raised::Up),
        () => Some(Raised::Down),
    }
}

/// Says whether an element stands beside its place in its line.
fn is_shifted(chosen: &Chosen) -> bool {
    let is_moved = chosen.get(Property::Position) == Some(Value::Placed(Place::Moved));
    is_moved
        && [Property::Left, Property::Right].iter().any(
            |side| matches!(chosen.get(*side), Some(Value::Px(by) | Value::Part(by)) if by != 0.0),
        )
}

fn inherited(value: Option<Value>, default: bool, outer: bool, initial: bool) -> bool {
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
    let of = |property, get: fn(&Style) -> bool, initial| {
        inherited(chosen.get(property), get(default), get(outer), initial)
    };
    style.is_visible = of(Property::Visibility, |style| style.is_visible, true);
    style.is_tiny = of(Property::FontSize, |style| style.is_tiny, false);
    style.is_disguised = of(Property::Disguise, |style| style.is_disguised, false);
    style.is_lineless = of(Property::LineHeight, |style| style.is_lineless, false);
    style.has_icons = of(Property::Family, |style| style.has_icons, false);
    style.is_overlaid = [
        of(Property::LetterSpacing, |style| style.is_overlaid[0], false),
        of(Property::WordSpacing, |style| style.is_overlaid[1], false),
    ];
    style.keeps_lines = of(Property::WhiteSpace, |style| style.keeps_lines, false);
    style.is_from_right = of(Property::Direction, |style| style.is_from_right, false);
    style.is_overridden = of(Property::Override, |style| style.is_overridden, false);
    style.is_edge_behind = of(Property::PaintOrder, |style| style.is_edge_behind, false);
    style.is_struck = of(Property::Line, |style| style.is_struck, false);
    let case = match chosen.get(Property::TextTransform) {
        Some(Value::Case(case)) => case,
        Some(Value::Initial) => Case::AsWritten,
        Some(Value::Inherit) => outer.case,
        _ => default.case,
    };
    style.case = case.of(style.tongue);
    style.indents = of(Property::Indent, |style| style.indents, false);
    if !matches!(style.display, Display::Inline | Display::Contents) {
        style.is_indented = style.indents;
        style.is_indented |= is_over_the_edge(chosen);
    }
}

/// Says whether an element has no height, whatever is in it.
fn is_empty_inside(chosen: &Chosen) -> bool {
    let heights = [Property::Height, Property::LeastHeight];
    is(chosen, Property::Sized) && heights.iter().all(|height| chosen.get(*height).is_none())
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
    if is(chosen, Property::Dark) {
        (style.colour, style.behind) = (None, None);
    }
    style.colour = match chosen.colour(Property::Colour, outer.colour) {
        Some(Value::Colour(colour)) => Some(colour),
        Some(Value::Initial) => Some(Colour([0, 0, 0, 255])),
        Some(Value::Inherit) => outer.colour,
        None | Some(Value::Revert) => style.colour,
        Some(_) => None,
    };
    style.fill = match chosen.colour(Property::Fill, style.colour) {
        Some(Value::Colour(colour)) => Fill::Of(colour),
        Some(Value::Initial) => Fill::None,
        Some(Value::Inherit) => outer.fill,
        None | Some(Value::Revert) => style.fill,
        Some(_) => Fill::Unknown,
    };
    style.outline = outlined(chosen, outer);
    style.is_seen_through |= is(chosen, Property::ClipToText);
    style.is_transparent = style.letters().is_some_and(Colour::is_clear)
        && style.outline.is_none()
        && !style.is_seen_through;
    let letters = chosen.get(Property::Colour);
    if matches!(letters, Some(Value::OfMachine(_))) && letters == chosen.get(Property::Background) {
        style.is_doubtful = true;
    }
    style.behind = behind(chosen, style);
}

/// Returns the colour of what is behind letters, where it is known.
fn behind(chosen: &Chosen, style: &Style) -> Option<Colour> {
    let ground = chosen.colour(Property::Background, style.colour);
    let shadow = match chosen.get(Property::Inset) {
        Some(Value::Colour(colour)) => Some(colour),
        Some(Value::Is(true)) => style.colour,
        _ => None,
    };
    // A shadow within a box covers its ground, but perhaps not everywhere: its padding alone.
    let padding = [Property::PaddingTop, Property::PaddingBottom];
    let has_padding = padding
        .iter()
        .any(|side| matches!(chosen.get(*side), Some(Value::Px(px)) if px >= EM));
    let both = shadow.zip(style.letters()).filter(|_| !has_padding);
    if both.is_some_and(|(shadow, letters)| shadow.is_opaque() && letters.is_like(shadow)) {
        return shadow;
    }
    match (chosen.get(Property::Picture), ground) {
        (Some(Value::Is(true)), _) => None,
        (Some(Value::Colour(colour)), _) => Some(colour),
        (_, Some(Value::Colour(colour))) if colour.is_opaque() => Some(colour),
        // What stands in a place of its own, or over what is above it, may stand before anything.
        _ if is_placed(chosen) || is_pulled(chosen) => None,
        (_, None | Some(Value::Initial | Value::Revert)) => style.behind,
        (_, Some(Value::Colour(colour))) => style.behind.map(|behind| colour.over(behind)),
        (_, Some(_)) => None,
    }
}

/// Says whether the letters of a drawing can be seen. What is behind them may be drawn, too.
fn of_drawing(chosen: &Chosen, style: &mut Style, outer: &Style, what: What) {
    style.outline = outlined(chosen, outer);
    style.fill = match chosen.get(Property::Paint) {
        Some(Value::Colour(colour)) => Fill::Of(colour),
        Some(Value::Initial) => Fill::Of(Colour([0, 0, 0, 255])),
        Some(_) => Fill::Unknown,
        None if matches!(what, What::Drawing { .. }) => Fill::Of(Colour([0, 0, 0, 255])),
        None => outer.fill,
    };
    let is_faint = style.letters().is_some_and(Colour::is_faint);
    let is_unpainted = is(chosen, Property::PaintOpacity) || is_faint;
    style.is_transparent = is_unpainted && style.outline.is_none();
    let has_ground = chosen.get(Property::Background).is_some();
    match what {
        What::Drawing { is_bare } if !is_bare || has_ground => style.behind = None,
        _ => {}
    }
}

/// Returns the shadow of letters, or their edge.
fn outlined(chosen: &Chosen, outer: &Style) -> Option<Outline> {
    match chosen.get(Property::Shadow) {
        Some(Value::Outline(outline)) => Some(outline),
        Some(Value::Is(_) | Value::Initial) => None,
        _ => outer.outline,
    }
}

fn is_pulled(chosen: &Chosen) -> bool {
    let is_less = |property: &Property| matches!(chosen.get(*property), Some(Value::Px(size) | Value::Part(size)) if size < 0.0);
    [Property::MarginTop, Property::MarginLeft]
        .iter()
        .any(is_less)
}

/// Says what stands before and after an element in a line.
fn gaps(chosen: &Chosen, style: &Style, is_box: bool) -> [Option<Gap>; 2] {
    if style.display.is_gone() || style.display == Display::Contents {
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
