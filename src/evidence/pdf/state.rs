//! Keeps how text is set: what a page of a PDF saves and brings back.

use super::clip::Clip;
use super::fonts::Letters;
use super::matrix::Matrix;

/// What shows text, or does not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mask {
    None,
    /// Letters are set that cut off what follows, once they are all set.
    Coming,
    Some,
}

/// What sets text as it does now.
#[derive(Clone)]
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
    pub(super) is_white: bool,
    /// Whether its letters let all through.
    pub(super) is_clear: bool,
    pub(super) mask: Mask,
    /// What is outside of it is cut off.
    pub(super) clip: Option<Clip>,
}

impl State<'_> {
    pub(super) fn new(to_page: Matrix) -> Self {
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
            is_white: false,
            is_clear: false,
            mask: Mask::None,
            clip: None,
        }
    }
}
