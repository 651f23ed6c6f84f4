//! Reads the one colour that gradients may have, which is a ground as any other.

use cssparser::{ParseError, Parser, Token};

use super::super::colour::Colour;
use super::colours::known;

/// Returns the colour of gradients that have but one; nothing, if a picture or another colour is drawn.
pub(super) fn of_gradients(input: &mut Parser<'_>) -> Option<Colour> {
    let mut found = None;
    let mut is_one = true;
    while let Ok(token) = input.next().cloned() {
        match token {
            Token::Function(name) if name.to_ascii_lowercase().ends_with("gradient") => {
                let inner = input.parse_nested_block(|input| {
                    let mut colours = Vec::new();
                    while !input.is_exhausted() {
                        match input.try_parse(known) {
                            Ok(colour) => colours.push(colour),
                            Err(_) => {
                                input.next()?;
                            }
                        }
                    }
                    Ok::<_, ParseError<()>>(colours)
                });
                for colour in inner.unwrap_or_default() {
                    is_one &= *found.get_or_insert(colour) == colour;
                }
            }
            // What has a size or a place of its own may be a line under words.
            Token::Function(_)
            | Token::UnquotedUrl(_)
            | Token::Delim('/')
            | Token::Number { .. }
            | Token::Dimension { .. }
            | Token::Percentage { .. } => is_one = false,
            Token::Ident(word) => is_one &= !word.to_ascii_lowercase().contains("repeat"),
            _ => {}
        }
    }
    found.filter(|colour| is_one && colour.is_opaque())
}

#[cfg(test)]
mod tests {
    use cssparser::Parser;

    use super::super::super::colour::Colour;
    use super::of_gradients;

    #[test]
    fn gradients_of_one_colour_are_that_colour() {
        let of = |css| of_gradients(&mut Parser::new(css));
        let black = Some(Colour([0, 0, 0, 255]));
        for css in [
            "linear-gradient(#000, #000)",
            "radial-gradient(circle at 50% 50%, black 0%, rgb(0 0 0) 100%)",
            "linear-gradient(to right, #000, #000), linear-gradient(#000, #000) fixed",
        ] {
            assert_eq!(of(css), black, "{css}");
        }
        for css in [
            "linear-gradient(#000, #fff)",
            "linear-gradient(#0000, #0000)",
            "linear-gradient(#000, #000), url(a.png)",
            "linear-gradient(#000, #000) no-repeat",
            "linear-gradient(#000, #000) 0 100% / 100% 1px",
            "url(a.png)",
            "none",
        ] {
            assert_eq!(of(css), None, "{css}");
        }
    }
}
