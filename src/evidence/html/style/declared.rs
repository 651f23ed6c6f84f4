//! What style sheets declare: properties and their values, as far as they decide whether and how text is
//! shown.

use super::super::look::{Case, Colour, Display};

/// Text that begins so many pixels beside the page is not seen.
pub(super) const FAR: f32 = -999.0;

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
    /// Whether there is padding on any side.
    Padding,
    PaddingLeft,
    PaddingRight,
    BorderLeft,
    BorderRight,
    LeastWidth,
    LeastHeight,
    Flex,
    /// Whether it is of a table: what is in it makes it larger.
    OfTable,
    Filter,
    Translate,
    Colour,
    /// The colour of letters in spite of `Colour`.
    Fill,
    Background,
    /// Whether something is drawn behind letters besides a colour.
    Picture,
    /// Whether what is behind the letters is seen through them.
    ClipToText,
    Shadow,
    Animation,
    /// What a style sheet writes.
    Content,
}

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
    /// A text that the style sheet writes, by its number.
    Written(usize),
    /// What is not known without more than the page's style sheets.
    Unknown,
    Inherit,
    Initial,
    /// What it is without the page's style sheets.
    Revert,
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
                | Property::Opacity
                | Property::Clip
                | Property::ClipPath
                | Property::FontSize
                | Property::Transform
                | Property::Translate
                | Property::Filter => is,
                _ => false,
            },
            Self::Px(px) => px <= FAR,
            Self::Part(part) => part <= -1.0,
            Self::Colour(colour) => colour.is_clear() && property != Property::Background,
            Self::Case(_)
            | Self::Placed(_)
            | Self::Written(_)
            | Self::Unknown
            | Self::Inherit
            | Self::Initial
            | Self::Revert => false,
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
}
