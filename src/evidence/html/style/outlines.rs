//! Reads the shadows and the edges of letters.

use cssparser::{Parser, Token};

use super::super::colour::Colour;
use super::super::look::Outline;
use super::colours::known;
use super::declared::Value;
use super::sums::{Sum, quantity};
use super::units::{EM, any_token};

/// A shadow so far from its letters is not seen to be theirs.
const FAR: f32 = 200.0;
/// Letters of which a shadow is all that is seen are hardly read, if it is blurred by so many pixels.
const BLURRED: f32 = 3.0;
/// One that comes so many from a side covers words.
const WIDE: f32 = 10.0 * EM;
/// A shadow that comes so many pixels from all sides covers a line.
const HALF: f32 = EM / 2.0;

/// Reads the shadows of letters, or their edge: of several the one that shows most.
pub(super) fn outline(input: &mut Parser<'_>) -> Value {
    let mut best: Option<Outline> = None;
    loop {
        let one = one(input);
        best = match best {
            Some(best) if !best.is_blurred => Some(best),
            _ => one.or(best),
        };
        if input.try_parse(Parser::expect_comma).is_err() {
            any_token(input, |_| false);
            return best.map_or(Value::Is(false), Value::Outline);
        }
    }
}

/// Reads one that shows letters which are not seen themselves: it has a colour of its own.
fn one(input: &mut Parser<'_>) -> Option<Outline> {
    let (mut colour, mut lengths) = (None, Vec::new());
    loop {
        if let Ok(known) = input.try_parse(known) {
            colour = Some(Some(known));
        } else if let Ok(length) = input.try_parse(quantity) {
            lengths.push(length.and_then(Sum::length).unwrap_or_default());
        } else if input.try_parse(Parser::expect_url).is_ok() {
            colour = Some(None);
        } else if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
            // The edge of drawn letters has it though these have none.
            let is_edge = lengths.is_empty() && word.eq_ignore_ascii_case("currentcolor");
            colour = is_edge.then_some(None);
        } else {
            break;
        }
    }
    // An edge may have a colour elsewhere.
    let edge = match *lengths {
        [width] => width,
        _ => 0.0,
    };
    if colour.is_none() && edge > 0.0 {
        return Some(Outline {
            colour: None,
            is_blurred: true,
            edge,
        });
    }
    let colour = colour.filter(|colour| !colour.is_some_and(Colour::is_faint))?;
    let is_seen = match *lengths {
        [] => true,
        [width] => width > 0.0,
        [x, y, ..] => x.abs().max(y.abs()) < FAR,
    };
    is_seen.then_some(Outline {
        colour,
        is_blurred: lengths.get(2).is_some_and(|blur| *blur >= BLURRED),
        edge,
    })
}

/// Says whether the edge of letters is drawn before what is in it.
pub(super) fn is_edge_behind(input: &mut Parser<'_>) -> bool {
    let mut order = Vec::new();
    any_token(input, |token| {
        if let Token::Ident(word) = token {
            order.push(word.to_ascii_lowercase());
        }
        false
    });
    let place = |name: &str| order.iter().position(|word| word == name);
    place("stroke").is_some_and(|stroke| place("fill").is_none_or(|fill| stroke < fill))
}

/// Reads the shadows within a box, which lie over its ground: the colour of one that is as high as a line, or whether it
/// has the colour of the letters.
pub(super) fn inset(input: &mut Parser<'_>) -> Value {
    let mut best = Value::Is(false);
    loop {
        let (mut colour, mut lengths, mut is_inset) = (None, Vec::new(), false);
        loop {
            if let Ok(known) = input.try_parse(known) {
                colour = Some(known);
            } else if let Ok(length) = input.try_parse(quantity) {
                lengths.push(length.and_then(Sum::length).unwrap_or_default());
            } else if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
                is_inset |= word.eq_ignore_ascii_case("inset");
            } else {
                break;
            }
        }
        let [across, down, blur, spread] =
            [0, 1, 2, 3].map(|at| lengths.get(at).copied().unwrap_or_default());
        let reaches = |offset: f32| offset.abs() + spread - blur;
        if is_inset && (spread >= HALF || reaches(down) >= EM || reaches(across) >= WIDE) {
            best = colour.map_or(Value::Is(true), Value::Colour);
        }
        if input.try_parse(Parser::expect_comma).is_err() {
            any_token(input, |_| false);
            return best;
        }
    }
}
