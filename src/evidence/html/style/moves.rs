//! Reads how style sheets move, turn and scale elements, as far as nothing may be left to see of them.

use cssparser::{ParseError, Parser, match_ignore_ascii_case};

use super::declared::{FAR, Value};
use super::lengths::{NEAR, Result};
use super::sums::{Sum, quantity};

/// What is left of something so much smaller is not seen.
pub(super) const SMALL: f32 = 0.01;

/// What moves do to an element.
struct Moves {
    is_away: bool,
    is_turned: bool,
    /// How many times larger it is, from left to right and from top to bottom.
    scale: [f32; 2],
    /// The least and the most pixels, and parts of itself, by which it is moved.
    px: f32,
    least: f32,
    most: f32,
}

impl Moves {
    fn none() -> Self {
        Self {
            is_away: false,
            is_turned: false,
            scale: [1.0; 2],
            px: 0.0,
            least: 0.0,
            most: 0.0,
        }
    }

    fn scale(&mut self, by: Option<Sum>, axes: &[usize]) {
        let Some(by) = by.and_then(|by| by.number().or_else(|| by.part())) else {
            return;
        };
        for axis in axes {
            if let Some(scale) = self.scale.get_mut(*axis) {
                *scale *= by.abs();
            }
        }
        self.is_away |= by.abs() <= SMALL;
    }

    /// Returns how many times larger it is in the direction in which it is smaller.
    fn grown(&self) -> Value {
        let [across, down] = self.scale;
        Value::Px(across.min(down))
    }

    fn translate(&mut self, by: Option<Sum>) {
        let Some(by) = by else { return };
        if let Some(part) = by.part() {
            self.least = self.least.min(part);
            self.most = self.most.max(part);
        } else if let Some(px) = by.length() {
            self.px = self.px.min(px);
        }
    }

    fn value(&self) -> Value {
        match () {
            () if self.is_away || self.px <= FAR => Value::Is(true),
            () if self.least <= -1.0 => Value::Part(self.least),
            () if self.px <= NEAR => Value::Px(self.px),
            () if self.most >= 1.0 => Value::Part(self.most),
            () if self.is_turned => Value::Turned,
            () => Value::Is(false),
        }
    }
}

/// Reads a `transform`, and how many times larger it makes an element. What browsers would not read is an error.
pub(super) fn transform(input: &mut Parser<'_>) -> Result<[Value; 2]> {
    let mut moves = Moves::none();
    if is_none(input) {
        return Ok([moves.value(), moves.grown()]);
    }
    let mut is_any = false;
    while let Ok(name) = input.try_parse(|input| input.expect_function().cloned()) {
        is_any = true;
        input.parse_nested_block(|input| one(&name, input, &mut moves))?;
    }
    if is_any {
        Ok([moves.value(), moves.grown()])
    } else {
        Err(ParseError::unexpected_token())
    }
}

/// Reads a `translate`.
pub(super) fn translate(input: &mut Parser<'_>) -> Result<Value> {
    let mut moves = Moves::none();
    if !is_none(input) {
        moves.translate(quantity(input)?);
        while let Ok(by) = input.try_parse(quantity) {
            moves.translate(by);
        }
    }
    Ok(moves.value())
}

/// Reads a `scale`.
pub(super) fn scale(input: &mut Parser<'_>) -> Result<Value> {
    let mut moves = Moves::none();
    if !is_none(input) {
        let across = quantity(input)?;
        let down = input.try_parse(quantity).unwrap_or(across);
        moves.scale(across, &[0]);
        moves.scale(down, &[1]);
        _ = input.try_parse(quantity);
    }
    Ok(moves.grown())
}

/// Reads a `rotate`.
pub(super) fn rotate(input: &mut Parser<'_>) -> Result<Value> {
    let mut moves = Moves::none();
    let (mut words, mut numbers) = (Vec::new(), Vec::new());
    loop {
        if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
            words.push(word.to_ascii_lowercase());
        } else if let Ok(number) = input.try_parse(quantity) {
            numbers.push(number.and_then(Sum::number));
        } else {
            break;
        }
    }
    let is_flat = match (&*words, &*numbers) {
        ([axis], [_]) => axis == "x" || axis == "y",
        ([], [_, _, across, _]) => *across == Some(0.0),
        ([_], []) | ([], [_]) => false,
        _ => return Err(ParseError::unexpected_token()),
    };
    if let Some(angle) = numbers.last().filter(|_| is_flat) {
        moves.turn(*angle);
    }
    Ok(Value::Is(moves.is_away))
}

fn is_none(input: &mut Parser<'_>) -> bool {
    let none = input.try_parse(|input| input.expect_ident_matching("none"));
    none.is_ok()
}

/// Reads one function of a `transform`.
fn one(name: &str, input: &mut Parser<'_>, moves: &mut Moves) -> Result<()> {
    let all = input.parse_comma_separated(|input| match quantity(input) {
        Err(_) => {
            input.expect_ident_matching("none")?;
            Ok::<_, ParseError<()>>(None)
        }
        Ok(value) => Ok(value),
    })?;
    let of = |at: usize| all.get(at).copied().flatten();
    let number = |at: usize| of(at).and_then(Sum::number);
    match_ignore_ascii_case! { name,
        "scalex" => moves.scale(of(0), &[0]),
        "scaley" => moves.scale(of(0), &[1]),
        "scale" | "scale3d" => {
            moves.scale(of(0), &[0]);
            moves.scale(all.get(1).copied().unwrap_or(of(0)), &[1]);
        },
        "skew" | "skewx" | "skewy" => {
            let is_flat = |angle: f32| angle.cos().abs() <= SMALL;
            moves.is_away |= [number(0), number(1)].into_iter().flatten().any(is_flat);
        },
        "translate" | "translatex" | "translatey" | "translate3d" => {
            all.iter().take(2).for_each(|by| moves.translate(*by));
        },
        "matrix" | "matrix3d" => {
            let places = if all.len() > 6 { [0, 1, 4, 5, 12, 13] } else { [0, 1, 2, 3, 4, 5] };
            if let [Some(a), Some(b), Some(c), Some(d), Some(x), Some(y)] = places.map(number) {
                moves.is_away |= (a * d - b * c).abs() <= SMALL * SMALL;
                moves.px = moves.px.min(x).min(y);
            }
        },
        "rotatex" | "rotatey" => moves.turn(number(0)),
        "rotate3d" => if number(2) == Some(0.0) {
            moves.turn(number(3));
        },
        "rotate" | "rotatez" | "translatez" | "scalez" | "perspective" => {},
        _ => return Err(ParseError::unexpected_token()),
    }
    Ok(())
}

impl Moves {
    /// Turns an element about an axis in its plane.
    fn turn(&mut self, angle: Option<f32>) {
        let Some(angle) = angle else { return };
        self.is_away |= angle.cos().abs() <= SMALL;
        self.is_turned |= angle.cos() < 0.0;
    }
}
