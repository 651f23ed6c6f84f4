//! Keeps how text is set: what a page of a PDF saves and brings back.

use std::rc::Rc;

use hayro_syntax::object::Number;

use super::clip::Clip;
use super::colours::{Ink, Space};
use super::fonts::Letters;
use super::matrix::Matrix;

/// Whether what is drawn mixes with what is behind it otherwise than by letting some of it through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Blend {
    #[default]
    No,
    /// What is behind it stays, at least as dark.
    Darker,
    Otherwise,
}

/// What letters and outlines are filled or drawn with.
#[derive(Clone)]
pub(super) struct Paint {
    pub(super) space: Rc<Space>,
    pub(super) ink: Ink,
    /// How much of what is behind it is not seen through it, from 0 to 1.
    pub(super) alpha: f64,
}

impl Default for Paint {
    fn default() -> Self {
        Self {
            space: Rc::new(Space::Grey),
            ink: Ink::BLACK,
            alpha: 1.0,
        }
    }
}

impl Paint {
    pub(super) fn choose(&mut self, space: Space) {
        self.ink = space.first();
        self.space = Rc::new(space);
    }

    pub(super) fn set<'n>(&mut self, space: Space, numbers: impl IntoIterator<Item = &'n Number>) {
        self.space = Rc::new(space);
        self.mix(numbers);
    }

    /// Takes a colour of the space that was chosen.
    pub(super) fn mix<'n>(&mut self, numbers: impl IntoIterator<Item = &'n Number>) {
        let numbers: Vec<f64> = numbers.into_iter().map(Number::as_f64).collect();
        self.ink = self.space.ink(&numbers);
    }
}

/// What is drawn together, and then set on the page as one.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub(super) alpha: f64,
    pub(super) blend: Blend,
    pub(super) is_masked: bool,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            alpha: 1.0,
            blend: Blend::No,
            is_masked: false,
        }
    }
}

/// What sets text as it does now.
#[derive(Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "pages turn these on and off one by one"
)]
pub(super) struct State<'a> {
    pub(super) to_page: Matrix,
    pub(super) font: Option<Letters<'a>>,
    pub(super) size: f64,
    pub(super) between_letters: f64,
    pub(super) between_words: f64,
    pub(super) width: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// How letters are shown: filled, drawn around, not at all, or cutting off what follows.
    pub(super) mode: i64,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    /// How wide lines are drawn.
    pub(super) line_width: f64,
    /// Whether lines are broken.
    pub(super) is_dashed: bool,
    pub(super) blend: Blend,
    pub(super) is_masked: bool,
    /// Whether letters are set that cut off what follows, once they are all set.
    pub(super) is_cutting: bool,
    /// What is outside of it is cut off.
    pub(super) clip: Rc<Clip>,
    pub(super) group: Group,
    /// Whether it is of a layer that is not shown.
    pub(super) is_off: bool,
    /// Whether it may not be shown.
    pub(super) is_doubtful: bool,
}

impl State<'_> {
    /// Begins a group: what is around holds for all of it.
    pub(super) fn gather(&mut self) {
        self.group = Group {
            alpha: self.group.alpha * self.fill.alpha,
            blend: self.group.blend.max(self.blend),
            is_masked: self.group.is_masked || self.is_masked,
        };
        (self.fill.alpha, self.stroke.alpha) = (1.0, 1.0);
        (self.blend, self.is_masked) = (Blend::No, false);
    }

    pub(super) fn new(to_page: Matrix, clip: Rc<Clip>) -> Self {
        Self {
            to_page,
            font: None,
            size: 1.0,
            between_letters: 0.0,
            between_words: 0.0,
            width: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            fill: Paint::default(),
            stroke: Paint::default(),
            line_width: 1.0,
            is_dashed: false,
            blend: Blend::No,
            is_masked: false,
            is_cutting: false,
            clip,
            group: Group::default(),
            is_off: false,
            is_doubtful: false,
        }
    }
}
