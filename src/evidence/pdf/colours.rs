//! Tells in which colour a PDF draws (ISO 32000-2, 8.6), as far as it has to be known to see whether what is
//! drawn differs from what is behind it.

use std::rc::Rc;

use hayro_syntax::object::{Array, Name, Number, Object};

use super::spent::{Room, TooMuch};

/// Spaces are made of spaces no deeper than this.
const DEEPEST: usize = 4;
/// Colours that differ less are not told apart, and so little of an ink is not seen on paper.
pub(super) const UNSEEN: f64 = 0.03;
/// A colour of Lab with less of a colour is a grey.
const GREY: f64 = 3.0;

/// Red, green and blue, from 0 to 1.
pub(super) type Colour = [f64; 3];
const WHITE: Colour = [1.0; 3];
const BLACK: Colour = [0.0; 3];

/// What is drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ink {
    Of(Colour),
    /// A colour that is not known, or several.
    Some,
    /// A pattern that leaves gaps.
    Sparse,
    /// Nothing is drawn.
    None,
}

impl Ink {
    pub(super) const BLACK: Self = Self::Of(BLACK);
}

/// What the numbers of a colour mean.
#[derive(Clone, Debug)]
pub(super) enum Space {
    Grey,
    Rgb,
    Cmyk,
    Lab,
    /// Numbers of colours that are listed.
    Listed(Rc<Self>, Vec<u8>),
    /// How much of inks that a printer has, with what one shows without it and with all of it, and the
    /// exponent by which it goes from one to the other.
    Tints(Option<([Colour; 2], f64)>),
    /// What leaves no mark.
    Nothing,
    Unknown,
}

impl Space {
    fn named(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"DeviceGray" | b"CalGray" => Self::Grey,
            b"DeviceRGB" | b"CalRGB" => Self::Rgb,
            b"DeviceCMYK" => Self::Cmyk,
            b"Lab" => Self::Lab,
            b"Pattern" => Self::Unknown,
            _ => return None,
        })
    }

    /// Reads the space that content names.
    pub(super) fn of(
        name: &Name<'_>,
        resource: Option<Object<'_>>,
        room: &mut Room,
    ) -> Result<Self, TooMuch> {
        match (Self::named(name), resource) {
            (Some(space), None) => Ok(space),
            (Some(space), _) if name.starts_with(b"Device") => Ok(space),
            (_, Some(object)) => Self::read(&object, room, 0),
            (None, None) => Ok(Self::Unknown),
        }
    }

    fn read(object: &Object<'_>, room: &mut Room, deep: usize) -> Result<Self, TooMuch> {
        room.step()?;
        if let Object::Name(name) = object {
            return Ok(Self::named(name).unwrap_or(Self::Unknown));
        }
        let Object::Array(array) = object else {
            return Ok(Self::Unknown);
        };
        let parts: Vec<Object<'_>> = array.iter::<Object<'_>>().take(5).collect();
        let kind = if let Some(Object::Name(kind)) = parts.first() {
            &**kind
        } else {
            b""
        };
        Ok(match (kind, parts.get(1..).unwrap_or_default()) {
            _ if deep == DEEPEST => Self::Unknown,
            (b"ICCBased", [Object::Stream(profile), ..]) => match profile.dict().get::<i32>("N") {
                Some(1) => Self::Grey,
                Some(3) => Self::Rgb,
                Some(4) => Self::Cmyk,
                Some(_) | None => Self::Unknown,
            },
            (b"Indexed" | b"I", [base, _, list, ..]) => {
                let base = Rc::new(Self::read(base, room, deep + 1)?);
                Self::Listed(base, listed(list, room)?)
            }
            (b"Separation", [Object::Name(ink), ..]) if &**ink == b"None" => Self::Nothing,
            (b"Separation" | b"DeviceN", [_, base, change, ..]) => {
                let base = Self::read(base, room, deep + 1)?;
                Self::Tints(ends(change).and_then(|(ends, exponent)| {
                    let [Ink::Of(none), Ink::Of(all)] = ends.map(|end| base.ink(&end)) else {
                        return None;
                    };
                    Some(([none, all], exponent))
                }))
            }
            _ => Self::named(kind).unwrap_or(Self::Unknown),
        })
    }

    /// Returns what is drawn with before a colour is chosen.
    pub(super) fn first(&self) -> Ink {
        match self {
            Self::Grey | Self::Rgb | Self::Cmyk | Self::Lab => Ink::BLACK,
            Self::Listed(..) => self.ink(&[0.0]),
            Self::Tints(_) => self.ink(&[1.0]),
            Self::Nothing => Ink::None,
            Self::Unknown => Ink::Some,
        }
    }

    /// Returns what a colour of this space is.
    pub(super) fn ink(&self, numbers: &[f64]) -> Ink {
        let of = |colour: Colour| Ink::Of(colour.map(|part| part.clamp(0.0, 1.0)));
        match (self, numbers) {
            (Self::Grey, [grey, ..]) => of([*grey; 3]),
            (Self::Rgb, [r, g, b, ..]) => of([*r, *g, *b]),
            (Self::Cmyk, [c, m, y, k, ..]) => of([c, m, y].map(|part| (1.0 - part) * (1.0 - k))),
            (Self::Lab, [light, a, b, ..]) if a.abs().max(b.abs()) < GREY => of([light / 100.0; 3]),
            (Self::Listed(base, list), [number, ..]) => base.listed(list, *number),
            (Self::Tints(Some(([none, all], exponent))), [tint]) => {
                let part = tint.clamp(0.0, 1.0).powf(*exponent);
                over(Some(*none), Ink::Of(*all), part).map_or(Ink::Some, Ink::Of)
            }
            (Self::Tints(_), tints) if tints.iter().all(|tint| *tint < UNSEEN) => Ink::Of(WHITE),
            (Self::Nothing, _) => Ink::None,
            _ => Ink::Some,
        }
    }

    fn listed(&self, list: &[u8], number: f64) -> Ink {
        let wide = match self {
            Self::Grey | Self::Tints(Some(_)) => 1,
            Self::Rgb => 3,
            Self::Cmyk => 4,
            Self::Lab | Self::Listed(..) | Self::Tints(None) | Self::Nothing | Self::Unknown => {
                return Ink::Some;
            }
        };
        let mut colours = list.chunks_exact(wide).zip(0_u16..256);
        let colour = colours.find(|(_, at)| (f64::from(*at) - number).abs() < 0.5);
        let colour = colour.map(|(bytes, _)| bytes.iter().map(|byte| f64::from(*byte) / 255.0));
        colour.map_or(Ink::Some, |numbers| {
            self.ink(&numbers.collect::<Vec<f64>>())
        })
    }
}

/// Returns the bytes of a list of colours.
fn listed(list: &Object<'_>, room: &mut Room) -> Result<Vec<u8>, TooMuch> {
    if let Object::String(bytes) = list {
        return Ok(bytes.as_bytes().to_vec());
    }
    let Object::Stream(stream) = list else {
        return Ok(Vec::new());
    };
    room.unpack(stream)?;
    Ok(stream.decoded_data().unwrap_or_default().to_vec())
}

/// Returns what a function of one number gives for none and for all of it, if it runs straight or in a curve
/// from one to the other.
fn ends(function: &Object<'_>) -> Option<([Vec<f64>; 2], f64)> {
    let Object::Dict(function) = function else {
        return None;
    };
    (function.get::<i32>("FunctionType")? == 2).then_some(())?;
    let numbers = |key: &str, or: f64| -> Vec<f64> {
        let array = function.get::<Array<'_>>(key);
        array.map_or(vec![or], |all| {
            all.iter::<Number>().map(|number| number.as_f64()).collect()
        })
    };
    let exponent = function.get::<f64>("N").unwrap_or(1.0);
    Some(([numbers("C0", 0.0), numbers("C1", 1.0)], exponent))
}

/// Says how much two colours differ, from 0 to 1: in that of red, green and blue in which they differ most.
pub(super) fn difference(one: Colour, other: Colour) -> f64 {
    let parts = one.iter().zip(other);
    parts.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

/// Returns what is seen of a page on which so much of an ink is drawn.
pub(super) fn over(behind: Option<Colour>, ink: Ink, alpha: f64) -> Option<Colour> {
    match (ink, behind) {
        (Ink::None, behind) => behind,
        (Ink::Of(colour), _) if alpha >= 1.0 => Some(colour),
        (Ink::Of([r, g, b]), Some([r0, g0, b0])) => {
            let mix = |a: f64, b: f64| alpha * a + (1.0 - alpha) * b;
            Some([mix(r, r0), mix(g, g0), mix(b, b0)])
        }
        (Ink::Of(_) | Ink::Some | Ink::Sparse, _) => None,
    }
}

/// The colour of a page on which nothing is drawn.
pub(super) const PAPER: Colour = WHITE;

/// Says whether a pattern leaves gaps, as tiles may.
pub(super) fn pattern(pattern: Option<&Object<'_>>) -> Ink {
    let dict = match pattern {
        Some(Object::Stream(tile)) => tile.dict(),
        Some(Object::Dict(shading)) => shading,
        _ => return Ink::Some,
    };
    if dict.get::<i32>("PatternType") == Some(1) {
        Ink::Sparse
    } else {
        Ink::Some
    }
}
