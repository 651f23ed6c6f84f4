//! Reads lengths, and passes over what does not matter.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

/// Text that begins so many pixels beside the page is not seen.
pub(super) const FAR: f32 = -999.0;
/// What is so small in pixels shows no text.
pub(super) const TINY: f32 = 1.0;
/// About how many pixels an em is.
const EM: f32 = 16.0;

pub(super) type Result<T> = std::result::Result<T, ParseError<()>>;

/// Looks through what is left of a value for a token. An important declaration is left there.
pub(super) fn any_token(input: &mut Parser<'_>, is_it: impl Fn(&Token<'_>) -> bool) -> bool {
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

/// Reads a length in pixels, if it is known without the page's layout.
pub(super) fn length(input: &mut Parser<'_>) -> Result<Option<f32>> {
    Ok(match input.next()?.clone() {
        Token::Number { value: 0.0, .. }
        | Token::Percentage {
            unit_value: 0.0, ..
        } => Some(0.0),
        Token::Dimension { value, unit, .. } => match_ignore_ascii_case! { &unit,
            "px" => Some(value),
            "em" | "rem" => Some(value * EM),
            _ => (value == 0.0).then_some(0.0),
        },
        Token::Percentage { .. } | Token::Ident(_) => None,
        Token::Function(_) => input.parse_nested_block(|_| Ok::<_, ParseError<()>>(None))?,
        _ => return Err(ParseError::unexpected_token()),
    })
}
