//! Reads numbers, lengths and parts of what is around, and sums of them: `calc()`, `min()`, `clamp()`.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::units::{Result, WIDTH, any_token, pixels};

/// Sums in each other are not read any deeper.
const MOST_DEEP: usize = 16;

/// A number (of an angle, in radians), pixels, and a part of what is around.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sum([f32; 3]);

impl Sum {
    /// Returns the number, if it is one.
    pub(super) fn number(self) -> Option<f32> {
        self.only(0)
    }

    /// Returns the pixels, if it is a length.
    pub(super) fn length(self) -> Option<f32> {
        self.only(1)
    }

    /// Returns which part of what is around it is, if it is any; pixels are taken for parts of the window.
    pub(super) fn part(self) -> Option<f32> {
        let [_, pixels, part] = self.0;
        (part != 0.0).then_some(part + pixels / WIDTH)
    }

    fn only(self, which: usize) -> Option<f32> {
        let mut others = self.0.iter().enumerate().filter(|(at, _)| *at != which);
        let is_only = others.all(|(_, value)| *value == 0.0);
        self.0.get(which).copied().filter(|_| is_only)
    }

    fn plus(self, other: Self, sign: f32) -> Self {
        let [number, pixels, part] = other.0;
        let [a, b, c] = self.0;
        Self([a + sign * number, b + sign * pixels, c + sign * part])
    }

    fn times(self, factor: f32) -> Self {
        Self(self.0.map(|value| value * factor))
    }
}

/// Reads one value; of some nothing is known.
pub(super) fn quantity(input: &mut Parser<'_>) -> Result<Option<Sum>> {
    atom(input, 0)
}

fn atom(input: &mut Parser<'_>, depth: usize) -> Result<Option<Sum>> {
    if depth > MOST_DEEP {
        return Err(ParseError::unexpected_token());
    }
    Ok(match input.next()?.clone() {
        Token::Number { value, .. } => Some(Sum([value, 0.0, 0.0])),
        Token::Percentage { unit_value, .. } => Some(Sum([0.0, 0.0, unit_value])),
        Token::Dimension { value, unit, .. } => match radians(value, &unit) {
            Some(angle) => Some(Sum([angle, 0.0, 0.0])),
            None => pixels(value, &unit).map(|pixels| Sum([0.0, pixels, 0.0])),
        },
        Token::ParenthesisBlock => input.parse_nested_block(|input| sum(input, depth + 1))?,
        Token::Function(name) => input.parse_nested_block(|input| {
            let value = function(&name, input, depth + 1);
            any_token(input, |_| false);
            value
        })?,
        _ => return Err(ParseError::unexpected_token()),
    })
}

fn radians(value: f32, unit: &str) -> Option<f32> {
    Some(match_ignore_ascii_case! { unit,
        "deg" => value.to_radians(),
        "rad" => value,
        "turn" => value * std::f32::consts::TAU,
        "grad" => value * std::f32::consts::PI / 200.0,
        _ => return None,
    })
}

fn function(name: &str, input: &mut Parser<'_>, depth: usize) -> Result<Option<Sum>> {
    let is_calc = name.eq_ignore_ascii_case("calc") || name.eq_ignore_ascii_case("-webkit-calc");
    if is_calc {
        return sum(input, depth);
    }
    if !["min", "max", "clamp"].contains(&&*name.to_ascii_lowercase()) {
        return Ok(None);
    }
    let values = input.parse_comma_separated(|input| sum(input, depth))?;
    let Some(values) = values.into_iter().collect::<Option<Vec<Sum>>>() else {
        return Ok(None);
    };
    // What is not of one kind cannot be compared without the page's layout.
    let one = |which: usize| -> Option<Vec<f32>> {
        values.iter().map(|value| value.only(which)).collect()
    };
    let of = |which: usize| {
        let values = one(which)?;
        let chosen = match (&*name.to_ascii_lowercase(), &*values) {
            ("clamp", [least, value, most]) => value.min(*most).max(*least),
            ("min", [first, rest @ ..]) => rest.iter().copied().fold(*first, f32::min),
            ("max", [first, rest @ ..]) => rest.iter().copied().fold(*first, f32::max),
            _ => return None,
        };
        let mut sum = [0.0; 3];
        *sum.get_mut(which)? = chosen;
        Some(Sum(sum))
    };
    Ok((0..3).find_map(of))
}

fn sum(input: &mut Parser<'_>, depth: usize) -> Result<Option<Sum>> {
    let mut total = product(input, depth)?;
    while let Some(sign) = sign(input, '+', '-') {
        let next = product(input, depth)?;
        let factor = if sign == '+' { 1.0 } else { -1.0 };
        total = total.zip(next).map(|(all, next)| all.plus(next, factor));
    }
    Ok(total)
}

fn product(input: &mut Parser<'_>, depth: usize) -> Result<Option<Sum>> {
    let mut total = atom(input, depth)?;
    while let Some(sign) = sign(input, '*', '/') {
        let next = atom(input, depth)?;
        let both = total.zip(next);
        total = both.and_then(|(all, next)| match (sign, all.number(), next.number()) {
            ('*', _, Some(factor)) => Some(all.times(factor)),
            ('*', Some(factor), None) => Some(next.times(factor)),
            ('/', _, Some(by)) if by != 0.0 => Some(all.times(by.recip())),
            _ => None,
        });
    }
    Ok(total)
}

/// Reads one of two signs, if one stands here.
fn sign(input: &mut Parser<'_>, one: char, other: char) -> Option<char> {
    let before = input.state();
    match input.next() {
        Ok(Token::Delim(sign)) if *sign == one || *sign == other => Some(*sign),
        _ => {
            input.reset(&before);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use cssparser::Parser;

    use super::quantity;

    #[test]
    fn sums_are_reckoned() {
        let of = |css: &str| quantity(&mut Parser::new(css)).ok().flatten();
        for (css, pixels) in [
            ("calc(0px)", 0.0),
            ("calc(1px + 2 * 3px)", 7.0),
            ("calc((10px - 4px) / 2)", 3.0),
            ("calc(-1 * (2px + 1em))", -18.0),
            ("max(1px, 2px, 0px)", 2.0),
            ("clamp(0px, 5px, 3px)", 3.0),
            ("calc(0.25rem * 0)", 0.0),
        ] {
            let length = of(css).and_then(super::Sum::length);
            assert_eq!(length, Some(pixels), "{css}");
        }
        assert_eq!(of("calc(1 - 1)").and_then(super::Sum::number), Some(0.0));
        let part = of("calc(-100% - 128px)").and_then(super::Sum::part);
        assert_eq!(part, Some(-1.1));
        for css in ["calc(var(--a) * 1px)", "min(1px, 5%)", "calc(1px * 1px)"] {
            assert_eq!(of(css), None, "{css}");
        }
        let deep = format!("{}1px", "calc(".repeat(100_000));
        assert_eq!(of(&deep), None);
    }
}
