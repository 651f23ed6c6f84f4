//! How text of a page is shown.

use std::rc::Rc;

use super::colour::Colour;
use super::raised::Raised;
use super::variables::Variables;

/// How text is shown.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own"
)]
pub(super) struct Style {
    pub(super) display: Display,
    /// Whether it is seen, where it can be undone further in.
    pub(super) is_visible: bool,
    /// Whether it has no size, where it can be undone further in.
    pub(super) is_tiny: bool,
    /// Whether a mark stands for each letter, and whether letters, and words, stand over each other.
    pub(super) is_disguised: bool,
    pub(super) is_overlaid: [bool; 2],
    /// Whether its letters are pictures.
    pub(super) has_icons: bool,
    /// Whether its lines begin far out of the page, and the lines of blocks in it, where such a block can undo it.
    pub(super) is_indented: bool,
    pub(super) indents: bool,
    /// Whether its letters have no colour, where it can be undone further in.
    pub(super) is_transparent: bool,
    /// The colours of its letters and of what is behind them, where they are known.
    pub(super) colour: Option<Colour>,
    pub(super) behind: Option<Colour>,
    /// The colour that its letters have in spite of that.
    pub(super) fill: Fill,
    /// Whether what is behind the letters is seen through them.
    pub(super) is_seen_through: bool,
    /// The shadow of the letters, or their edge, which may show them.
    pub(super) outline: Option<Outline>,
    /// Whether their edge is drawn behind them.
    pub(super) is_edge_behind: bool,
    /// Whether it cannot be told if it is shown, nor of anything in it.
    pub(super) is_doubtful: bool,
    /// Whether it may stand below the edge of what it is in.
    pub(super) is_below: bool,
    /// Whether it is of a formula that is not set in one line.
    pub(super) is_formula: bool,
    /// Whether it is hidden in ways that nothing further in undoes, besides `display`.
    pub(super) is_skipped: bool,
    /// Whether it is a row or a column that its table leaves out.
    pub(super) is_collapsed: bool,
    /// How much of it is seen, and how many times larger it is, with all that is around it.
    pub(super) opacity: f32,
    pub(super) scale: f32,
    /// How many pixels it is moved to the left.
    pub(super) moved: f32,
    /// Whether something that it may stand behind has a ground.
    pub(super) is_grounded: bool,
    pub(super) keeps_lines: bool,
    pub(super) case: Case,
    pub(super) tongue: Tongue,
    pub(super) is_struck: bool,
    /// Whether it floats, or has a place of its own.
    pub(super) is_aside: bool,
    /// Whether it floats, and the line that it is in runs around it.
    pub(super) floats: bool,
    /// Whether it stands in a line on a ground of its own, and whether its words are hidden where a reader sees that.
    pub(super) is_on_ground: bool,
    pub(super) is_bar: bool,
    /// Whether it stands in a line on a ground of its own as wide as a word, whatever is in it.
    pub(super) is_wide: bool,
    /// Whether it lies over all of what it is in.
    pub(super) covers: bool,
    /// What stands before and after it in a line.
    pub(super) gaps: [Option<Gap>; 2],
    /// Whether style sheets raise it over its line, or lower it.
    pub(super) raised: Option<Raised>,
    /// Whether the rows of its grid have no height.
    pub(super) is_flat: bool,
    /// Whether something around it has a place of its own, or cuts off what is beside it.
    pub(super) is_in_placed: bool,
    pub(super) is_in_cut: bool,
    /// Whether it is written from right to left, and all its letters are, whatever their script.
    pub(super) is_from_right: bool,
    pub(super) is_overridden: bool,
    /// Whether its lines have no height, where it can be undone further in.
    pub(super) is_lineless: bool,
    /// Whether what is in it is laid out against its order, and whether it is itself laid out out of order.
    pub(super) is_reversed: bool,
    pub(super) is_reordered: bool,
    /// Whether it has a picture behind it.
    pub(super) has_picture: bool,
    /// Where it stands in a drawing, if that is known.
    pub(super) drawing: Option<Drawing>,
    /// Whether it is a drawing, which shows words only in texts in it.
    pub(super) is_wordless: bool,
    /// Its custom properties.
    pub(super) variables: Option<Rc<Variables>>,
}

/// A gap between words that has no space in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Gap {
    /// A box begins or ends, with or without room beside it.
    Perhaps,
    /// There is room that a reader sees.
    Surely,
}

/// How letters are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Case {
    AsWritten,
    Upper(Tongue),
    Lower(Tongue),
    Capitals,
}

/// A language, as far as its letters have large and small forms of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Tongue {
    Unknown,
    Greek,
    /// Or Azeri.
    Turkish,
    Other,
}

impl Tongue {
    /// Returns the language that an attribute names.
    pub(super) fn of(tag: &str) -> Self {
        let tag = tag.trim().to_ascii_lowercase();
        match tag.split(['-', '_']).next().unwrap_or_default() {
            "" => Self::Unknown,
            "el" => Self::Greek,
            "az" | "tr" => Self::Turkish,
            _ => Self::Other,
        }
    }
}

impl Case {
    /// Returns how letters are shown in a language.
    pub(super) fn of(self, tongue: Tongue) -> Self {
        match self {
            Self::Upper(_) => Self::Upper(tongue),
            Self::Lower(_) => Self::Lower(tongue),
            Self::AsWritten | Self::Capitals => self,
        }
    }
}

impl Style {
    /// Returns how the whole page is shown.
    pub(super) fn of_page() -> Self {
        Self {
            display: Display::Block,
            is_visible: true,
            is_tiny: false,
            is_disguised: false,
            is_overlaid: [false; 2],
            has_icons: false,
            is_indented: false,
            indents: false,
            is_transparent: false,
            colour: None,
            behind: None,
            fill: Fill::None,
            is_seen_through: false,
            outline: None,
            is_edge_behind: false,
            is_doubtful: false,
            is_below: false,
            is_formula: false,
            is_skipped: false,
            is_collapsed: false,
            opacity: 1.0,
            scale: 1.0,
            moved: 0.0,
            is_grounded: false,
            keeps_lines: false,
            case: Case::AsWritten,
            tongue: Tongue::Unknown,
            is_struck: false,
            is_aside: false,
            floats: false,
            is_on_ground: false,
            is_bar: false,
            is_wide: false,
            covers: false,
            gaps: [None; 2],
            raised: None,
            is_flat: false,
            is_in_placed: false,
            is_in_cut: false,
            is_from_right: false,
            is_overridden: false,
            is_lineless: false,
            is_reversed: false,
            is_reordered: false,
            has_picture: false,
            drawing: None,
            is_wordless: false,
            variables: None,
        }
    }

    /// Says whether text is seen that nothing around it hides.
    pub(super) fn is_seen(&self) -> bool {
        let is_hidden = self.is_tiny || self.is_indented || self.is_transparent;
        self.is_visible && !is_hidden && !self.is_disguised
    }

    /// Says whether it cannot be told if text is seen that nothing hides for sure.
    pub(super) fn is_in_doubt(&self) -> bool {
        // What overflows a box of lines without height is cut off.
        let is_cut = self.is_lineless && self.is_in_cut;
        let is_over = is_cut || self.is_overlaid.contains(&true);
        let is_blurred = self.outline.is_some_and(|outline| outline.is_blurred);
        let is_faint = self.letters().is_some_and(Colour::is_faint) && is_blurred;
        self.is_doubtful
            || self.is_below
            || self.is_pale()
            || is_faint
            || is_over
            || self.is_edged()
    }

    /// Says whether the edge of letters, which is drawn over them, may be all that is seen, or nothing of it.
    fn is_edged(&self) -> bool {
        let hides = |outline: &Outline| {
            let both = outline.colour.zip(self.behind);
            let is_pale = both.is_some_and(|(edge, behind)| edge.over(behind).is_like(behind));
            outline.edge >= BLOT || is_pale && outline.edge >= STEM
        };
        !self.is_edge_behind && self.outline.as_ref().is_some_and(hides)
    }

    /// Returns the colour that letters have, where it is known.
    pub(super) fn letters(&self) -> Option<Colour> {
        match self.fill {
            Fill::None => self.colour,
            Fill::Unknown => None,
            Fill::Of(colour) => Some(colour),
        }
    }

    /// Says whether letters can hardly be told from what is behind them, as far as the page tells.
    pub(super) fn is_pale(&self) -> bool {
        let is_faint = self.letters().is_some_and(Colour::is_faint) && !self.is_seen_through;
        let both = self.letters().zip(self.behind);
        let is_pale = |(letters, behind): (Colour, Colour)| letters.over(behind).is_like(behind);
        let shows = |outline: Outline| {
            let both = outline.colour.zip(self.behind);
            !both.is_some_and(is_pale)
        };
        (is_faint || both.is_some_and(is_pale)) && !self.outline.is_some_and(shows)
    }

    /// Says whether text is seen, hidden or in doubt as it is in another style.
    pub(super) fn is_shown_as(&self, other: &Self) -> bool {
        let parts = |style: &Self| {
            let is_hidden = style.display.is_gone() || style.is_skipped || !style.is_seen();
            (is_hidden, style.is_in_doubt())
        };
        parts(self) == parts(other)
    }

    /// Says whether it is a box apart, into which a stroke through what is around it does not go on.
    pub(super) fn is_apart(&self) -> bool {
        self.is_aside || matches!(self.display, Display::InlineBlock | Display::InlineFlex)
    }

    /// Returns how an element is shown in another if nothing is said of it.
    pub(super) fn within(outer: &Self) -> Self {
        Self {
            display: Display::Inline,
            is_skipped: false,
            is_collapsed: false,
            is_struck: false,
            is_aside: false,
            floats: false,
            is_bar: false,
            is_wide: false,
            covers: false,
            gaps: [None; 2],
            raised: None,
            is_flat: false,
            is_reversed: false,
            is_reordered: false,
            has_picture: false,
            ..outer.clone()
        }
    }
}

/// A drawing, and where a text stands in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drawing {
    /// From left to right, and from top to bottom.
    pub(super) edges: [[f32; 2]; 2],
    /// How many pixels of the page one of the drawing is.
    pub(super) pixel: f32,
    /// How what is around moves, turns and scales places.
    pub(super) matrix: [f32; 6],
    pub(super) text: [f32; 2],
    /// Whether letters may hang from their place.
    pub(super) is_lowered: bool,
    /// Whether letters have a size of their own.
    pub(super) is_sized: bool,
}

/// The shadow or the edge of letters, with its colour, where that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Outline {
    pub(super) colour: Option<Colour>,
    /// Whether letters without a colour cannot be read by it.
    pub(super) is_blurred: bool,
    /// How many pixels wide an edge is.
    pub(super) edge: f32,
}

/// How an element is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    None,
    /// Of a table: it has no words.
    Column,
    /// Only what is in it is shown.
    Contents,
    /// In a line of text.
    Inline,
    /// In a line of text, as a box.
    InlineBlock,
    /// In lines of its own.
    Block,
    /// In a line of text; what is in it stands apart.
    InlineFlex,
    /// In lines of its own; what is in it stands apart.
    Flex,
}

impl Display {
    /// Says whether nothing of it is shown.
    pub(super) fn is_gone(self) -> bool {
        matches!(self, Self::None | Self::Column)
    }
}

/// The colour that letters have in spite of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    None,
    Unknown,
    Of(Colour),
}

/// An edge of so many pixels covers the strokes of letters, also large ones, and of so many fills what is between them.
const STEM: f32 = 6.0;
const BLOT: f32 = 24.0;
