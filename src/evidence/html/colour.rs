//! Colours, and whether a reader can tell them apart.

use color::{OpaqueColor, Srgb};

/// Red, green, blue, and how much of what is behind is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub(super) [u8; 4]);

impl Colour {
    /// Says whether nothing of it is seen.
    pub(super) fn is_clear(self) -> bool {
        matches!(self, Self([_, _, _, 0]))
    }

    /// Says whether hardly anything of it is seen, whatever is behind it.
    pub(super) fn is_faint(self) -> bool {
        let Self([.., alpha]) = self;
        alpha < FAINTEST
    }

    /// Says whether nothing behind it is seen.
    pub(super) fn is_opaque(self) -> bool {
        matches!(self, Self([_, _, _, 255]))
    }

    /// Returns how it looks before another one that is opaque.
    pub(super) fn over(self, behind: Self) -> Self {
        let Self([.., alpha]) = self;
        let mix = |one: u8, other: u8| {
            let (alpha, one, other) = (u32::from(alpha), u32::from(one), u32::from(other));
            u8::try_from((one * alpha + other * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
        };
        let (Self([red, green, blue, _]), Self(of)) = (self, behind);
        Self([mix(red, of[0]), mix(green, of[1]), mix(blue, of[2]), 255])
    }

    /// Says whether hardly anybody can tell two colours apart: they are nearly as bright, and of nearly the same
    /// hue. `#fafafa` is like white, `#f5f5f5` is not.
    pub(super) fn is_like(self, other: Self) -> bool {
        let mut parts = self.0.iter().zip(other.0);
        if parts.any(|(one, other)| one.abs_diff(other) > ALIKE) {
            return false;
        }
        self.contrast(other) < CONTRAST
    }

    /// Returns the contrast with another colour, as WCAG counts it.
    pub(super) fn contrast(self, other: Self) -> f32 {
        let brightness = |Self([red, green, blue, _])| {
            let colour = OpaqueColor::<Srgb>::from_rgb8(red, green, blue);
            colour.relative_luminance() + 0.05
        };
        let (one, other) = (brightness(self), brightness(other));
        one.max(other) / one.min(other)
    }
}

/// Less than a tenth of a colour is not seen.
const FAINTEST: u8 = 26;
/// Parts of colours of nearly the same hue differ by so much at most.
const ALIKE: u8 = 16;
/// A contrast below this one is not seen.
const CONTRAST: f32 = 1.05;
