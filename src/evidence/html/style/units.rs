//! Says how many pixels units are, and which sizes matter; passes over what does not.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

/// What is moved so many pixels may be beside the page.
pub(super) const NEAR: f32 = -100.0;
/// A line of text that is moved so many pixels is above the page, if it is moved from its edge.
pub(super) const LINE: f32 = -30.0;
/// What is moved so many pixels may be beside the page on its other side.
pub(super) const BEYOND: f32 = 2_000.0;
/// Letters and words that are set so many pixels closer stand over each other.
pub(super) const OVERLAID: f32 = -16.0;
/// What is so small in pixels shows no text.
pub(super) const TINY: f32 = 1.0;
/// A box that is so low or narrow shows no text.
pub(super) const LOW: f32 = 4.0;
/// About how many pixels an em is.
pub(super) const EM: f32 = 16.0;
/// About how many pixels a hundredth of the window is.
const WINDOW: f32 = 12.8;
/// How wide the window is in pixels.
pub(super) const WIDTH: f32 = 100.0 * WINDOW;

pub(super) type Result<T> = std::result::Result<T, ParseError<()>>;

/// Looks through what is left of a value for a token. An important declaration is left there.
pub(super) fn any_token(input: &mut Parser<'_>, mut is_it: impl FnMut(&Token<'_>) -> bool) -> bool {
    let mut is_any = false;
    loop {
        let before = input.state();
        match input.next() {
            Ok(Token::Delim('!')) => {
                input.reset(&before);
                return is_any;
            }
            Ok(token) => is_any |= is_it(token),
            Err(_) => return is_any,
        }
    }
}

/// Returns how many pixels a length is, if that is known without the page's layout.
pub(super) fn pixels(value: f32, unit: &str) -> Option<f32> {
    Some(match_ignore_ascii_case! { unit,
        "px" => value,
        "em" | "rem" | "ic" | "ric" => value * EM,
        "lh" | "rlh" => value * EM * 1.2,
        "ex" | "ch" | "rex" | "rch" | "cap" | "rcap" => value * EM / 2.0,
        "pt" => value * 4.0 / 3.0,
        "pc" => value * 16.0,
        "in" => value * 96.0,
        "cm" => value * 96.0 / 2.54,
        "mm" => value * 96.0 / 25.4,
        "q" => value * 96.0 / 101.6,
        "vw" | "vh" | "vi" | "vb" | "vmax" | "svw" | "svh" | "lvw" | "lvh" | "dvw" | "dvh"
            | "svi" | "svb" | "lvi" | "lvb" | "dvi" | "dvb" | "vmin" | "svmax" | "lvmax" | "dvmax"
            | "svmin" | "lvmin" | "dvmin" => value * WINDOW,
        _ => return (value == 0.0).then_some(0.0),
    })
}
