//! What style sheets declare: properties and their values, as far as they decide whether and how text is
//! shown.

use std::rc::Rc;

use super::super::colour::Colour;
use super::super::look::{Case, Display, Outline};
use super::super::variables::Raw;

/// Text that begins so many pixels beside the page is not seen.
pub(super) const FAR: f32 = -999.0;
/// What is fainter is not seen.
pub(super) const FAINTEST: f32 = 0.1;

macro_rules! properties {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What decides whether and how text is shown.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Property {
            $($(#[$doc])* $name,)+
        }

        impl Property {
            pub(super) const COUNT: usize = Self::ALL.len();
            pub(super) const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

properties! {
    Display,
    Visibility,
    /// Whether a row or a column of a table is left out.
    Collapsed,
    ContentVisibility,
    Opacity,
    Position,
    Float,
    Clip,
    ClipPath,
    Overflow,
    Width,
    MostWidth,
    Height,
    MostHeight,
    Left,
    Top,
    Right,
    Bottom,
    MarginLeft,
    MarginRight,
    MarginTop,
    Indent,
    FontSize,
    Transform,
    WhiteSpace,
    /// Whether lines go on and on.
    NoWrap,
    TextTransform,
    Line,
    PaddingTop,
    PaddingBottom,
    PaddingLeft,
    PaddingRight,
    BorderLeft,
    BorderRight,
    LeastWidth,
    LeastHeight,
    Flex,
    /// Whether lines have no height.
    LineHeight,
    /// Whether it stands among others by a number or a place of its own, and whether those in it stand in reverse.
    Order,
    Reversed,
    /// Whether it is of a table: what is in it makes it larger.
    OfTable,
    Filter,
    Mask,
    MaskSize,
    MaskMode,
    Translate,
    Scale,
    Rotate,
    /// How many times larger a transform makes it.
    Grown,
    /// Whether it stands behind what it is in.
    Behind,
    /// Whether it has no back.
    Backface,
    /// Whether the rows of a grid have no height.
    Rows,
    /// How far it is raised over its line.
    Raised,
    /// Whether letters, and words, are set over each other or out of sight.
    LetterSpacing,
    WordSpacing,
    /// Whether a mark stands for each letter.
    Disguise,
    /// Whether its letters are pictures.
    Family,
    /// How many times larger it is, with all that is in it.
    Zoom,
    Colour,
    /// The colour of letters in spite of `Colour`.
    Fill,
    Background,
    /// Whether its page is dark where nothing else is said.
    Dark,
    /// Whether something is drawn behind letters besides a colour.
    Picture,
    /// Whether what is behind the letters is seen through them.
    ClipToText,
    Shadow,
    /// Whether the edge of letters is drawn behind them.
    PaintOrder,
    /// A shadow within a box, which lies behind its letters.
    Inset,
    Animation,
    /// Which animation, by its number, and whether an element stays as it ends or goes on in it.
    Animated,
    Stays,
    /// Whether it is as large as if nothing were in it.
    Sized,
    /// The colour of letters in drawings, and how much of it is seen.
    Paint,
    PaintOpacity,
    /// Whether text is written from right to left, and whatever its script is.
    Direction,
    Override,
    /// What a style sheet writes.
    Content,
}

/// Properties that go on in what is in an element.
const INHERITED: &[Property] = &[
    Property::Visibility,
    Property::Indent,
    Property::FontSize,
    Property::LineHeight,
    Property::WhiteSpace,
    Property::NoWrap,
    Property::TextTransform,
    Property::LetterSpacing,
    Property::WordSpacing,
    Property::Disguise,
    Property::Family,
    Property::Colour,
    Property::Fill,
    Property::Shadow,
    Property::PaintOrder,
    Property::Paint,
    Property::PaintOpacity,
    Property::Direction,
];

/// What a declaration says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Display(Display),
    Case(Case),
    /// Whether text is visible, clipped, out of the page, struck out and the like, as the property
    /// has it.
    Is(bool),
    /// How an element is placed.
    Placed(Place),
    /// A length in pixels.
    Px(f32),
    /// A part of what is around.
    Part(f32),
    Colour(Colour),
    Outline(Outline),
    /// One that depends on the colour of letters, by its number.
    Current(usize),
    /// One that a machine chooses, by its number.
    OfMachine(usize),
    /// A text that the style sheet writes, by its number.
    Written(usize),
    /// One with the values of custom properties in it, by its number.
    Settled(usize),
    /// What is not known without more than the page's style sheets.
    Unknown,
    Inherit,
    Initial,
    /// What is around, of what goes on in it; else what it is at first.
    Unset,
    /// Whether it is turned round, so that its back is seen.
    Turned,
    /// What it is without the page's style sheets.
    Revert,
    /// What it is without those of the layer.
    RevertLayer,
}

/// How an element is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Where it stands in the page.
    InPage,
    /// Beside that place.
    Moved,
    /// Apart from what stands around it.
    Apart,
    /// Apart, in the window.
    Fixed,
}

impl Value {
    /// Says whether a property that is set so hides text, by itself or of something apart.
    pub(super) fn hides(self, property: Property) -> bool {
        match self {
            Self::Display(display) => display == Display::None,
            Self::Is(is) => match property {
                Property::Visibility => !is,
                Property::ContentVisibility
                | Property::Clip
                | Property::ClipPath
                | Property::FontSize
                | Property::Transform
                | Property::Translate
                | Property::Rotate
                | Property::Filter => is,
                _ => false,
            },
            Self::Px(px) => px <= FAR,
            Self::Part(part) if property == Property::Opacity => part < FAINTEST,
            Self::Part(part) => part <= -1.0,
            Self::Colour(colour) => colour.is_clear() && property != Property::Background,
            Self::Case(_)
            | Self::Outline(_)
            | Self::Placed(_)
            | Self::Written(_)
            | Self::Settled(_)
            | Self::Current(_)
            | Self::OfMachine(_)
            | Self::Unknown
            | Self::Inherit
            | Self::Initial
            | Self::Unset
            | Self::Turned
            | Self::Revert
            | Self::RevertLayer => false,
        }
    }

    /// Returns what `unset` stands for.
    pub(super) fn settled(self, property: Property) -> Self {
        match self {
            Self::Unset if INHERITED.contains(&property) => Self::Inherit,
            Self::Unset => Self::Initial,
            value => value,
        }
    }

    /// Says whether a length leaves room.
    pub(super) fn is_room(self) -> bool {
        match self {
            Self::Px(length) | Self::Part(length) => length > 0.0,
            Self::Is(is) => is,
            _ => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Declaration {
    pub(super) property: Property,
    pub(super) value: Value,
    pub(super) is_important: bool,
    /// Whether it is known that the rule holds, if its selector matches.
    pub(super) is_certain: bool,
    /// Its place in its rule.
    pub(super) place: usize,
}

/// What a rule declares.
#[derive(Default)]
pub(super) struct Block {
    pub(super) plain: Vec<Declaration>,
    pub(super) raw: Vec<Rc<Raw>>,
}

impl Block {
    /// Returns about how many bytes have to be read to set what it declares.
    pub(super) fn length(&self) -> usize {
        let raw = self.raw.iter().map(|raw| raw.text.len() + 16);
        self.plain.len() * 8 + raw.sum::<usize>()
    }
}
