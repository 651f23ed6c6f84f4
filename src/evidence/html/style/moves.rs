//! Reads how style sheets move, turn and scale elements, as far as nothing may be left to see of them.

use cssparser::{ParseError, Parser, match_ignore_ascii_case};

use super::declared::{FAR, Value};
use super::lengths::{NEAR, Result};
use super::sums::{Sum, quantity};

/// What is left of something so much smaller is not seen.
const SMALL: f32 = 0.01;

/// What moves do to an element.
#[derive(Default)]
struct Moves {
    is_away: bool,
    is_turned: bool,
    /// The least and the most pixels, and parts of itself, by which it is moved.
    px: f32,
    least: f32,
    most: f32,
}

impl Moves {
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

/// Reads a `transform`. What browsers would not read is an error.
pub(super) fn transform(input: &mut Parser<'_>) -> Result<Value> {
    let mut moves = Moves::default();
    if is_none(input) {
        return Ok(moves.value());
    }
    let mut is_any = false;
    while let Ok(name) = input.try_parse(|input| input.expect_function().cloned()) {
        is_any = true;
        input.parse_nested_block(|input| one(&name, input, &mut moves))?;
    }
    if is_any {
        Ok(moves.value())
    } else {
        Err(ParseError::unexpected_token())
    }
}

/// Reads a `translate`.
pub(super) fn translate(input: &mut Parser<'_>) -> Result<Value> {
    let mut moves = Moves::default();
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
    let mut is_away = false;
    if !is_none(input) {
        is_away |= is_small(quantity(input)?);
        if let Ok(down) = input.try_parse(quantity) {
            is_away |= is_small(down);
        }
        _ = input.try_parse(quantity);
    }
    Ok(Value::Is(is_away))
}

fn is_none(input: &mut Parser<'_>) -> bool {
    let none = input.try_parse(|input| input.expect_ident_matching("none"));
    none.is_ok()
}

fn is_small(by: Option<Sum>) -> bool {
    let size = by.and_then(|by| by.number().or_else(|| by.part()));
    size.is_some_and(|size| size.abs() <= SMALL)
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
    let number = |at: usize| all.get(at).copied().flatten().and_then(Sum::number);
    match_ignore_ascii_case! { name,
        "scale" | "scalex" | "scaley" | "scale3d" => {
            moves.is_away |= all.iter().take(2).any(|by| is_small(*by));
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
        "rotate" | "rotatez" | "skew" | "skewx" | "skewy" | "translatez" | "scalez"
            | "perspective" => {},
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
