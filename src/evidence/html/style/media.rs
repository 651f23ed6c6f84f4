//! Says which conditional parts of a style sheet hold: for a window on the screen of a desk, in a
//! browser without scripts.

use cssparser::{BasicParseError, ParseError, Parser, Token, match_ignore_ascii_case};

/// The width and height of the window, in pixels.
const WINDOW: (f32, f32) = (1280.0, 720.0);
const EM: f32 = 16.0;

type Result<T> = std::result::Result<T, ParseError<()>>;

/// Says whether a list of media queries holds.
pub(super) fn holds(input: &mut Parser<'_>) -> bool {
    input.skip_whitespace();
    if input.is_exhausted() {
        return true;
    }
    let queries = input.parse_comma_separated(|input| {
        let holds = input.try_parse(query).unwrap_or(false);
        // What is left of a query that is not understood.
        while input.next().is_ok() {}
        Ok::<_, ParseError<()>>(holds)
    });
    queries.is_ok_and(|queries| queries.contains(&true))
}

/// Says whether the condition of `@supports` holds: what declarations there are is known.
pub(super) fn is_supported(input: &mut Parser<'_>) -> bool {
    let holds = condition(input, &|input| {
        if let Ok(name) = input.try_parse(|input| input.expect_function().cloned()) {
            _ = input.parse_nested_block(|input| {
                while input.next().is_ok() {}
                Ok::<_, ParseError<()>>(())
            });
            return Ok(name.eq_ignore_ascii_case("selector"));
        }
        input.expect_parenthesis_block()?;
        input.parse_nested_block(|input| {
            let is_declaration = input.try_parse(|input| {
                let name = input.expect_ident_cloned()?;
                input.expect_colon()?;
                Ok::<_, BasicParseError>(!name.starts_with("-ms-") && !name.starts_with("-moz-"))
            });
            let Ok(holds) = is_declaration else {
                return Ok(is_supported(input));
            };
            while input.next().is_ok() {}
            Ok(holds)
        })
    });
    holds.unwrap_or(false)
}

fn query(input: &mut Parser<'_>) -> Result<bool> {
    let word = |input: &mut Parser<'_>, word: &str| {
        input
            .try_parse(|input| input.expect_ident_matching(word))
            .is_ok()
    };
    let typed = input.try_parse(|input| {
        let is_not = word(input, "not");
        _ = word(input, "only");
        let is_type = match_ignore_ascii_case! { input.expect_ident()?,
            "all" | "screen" => true,
            "not" | "only" | "and" | "or" => return Err(ParseError::<()>::unexpected_token()),
            _ => false,
        };
        Ok((is_type, is_not))
    });
    let Ok((is_type, is_not)) = typed else {
        let holds = condition(input, &feature)?;
        input.expect_exhausted()?;
        return Ok(holds);
    };
    let mut holds = is_type;
    while word(input, "and") {
        holds &= term(input, &feature)?;
    }
    input.expect_exhausted()?;
    Ok(holds != is_not)
}

type Atom<'a> = &'a dyn Fn(&mut Parser<'_>) -> Result<bool>;

/// Reads terms with `and` or `or` between them.
fn condition(input: &mut Parser<'_>, atom: Atom<'_>) -> Result<bool> {
    let mut holds = term(input, atom)?;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let next = term(input, atom)?;
        holds = match_ignore_ascii_case! { &word,
            "and" => holds && next,
            "or" => holds || next,
            _ => return Err(ParseError::unexpected_token()),
        };
    }
    Ok(holds)
}

fn term(input: &mut Parser<'_>, atom: Atom<'_>) -> Result<bool> {
    let is_not = input
        .try_parse(|input| input.expect_ident_matching("not"))
        .is_ok();
    Ok(atom(input)? != is_not)
}

/// Reads a feature in parentheses, or a condition in them.
fn feature(input: &mut Parser<'_>) -> Result<bool> {
    input.expect_parenthesis_block()?;
    input.parse_nested_block(|input| {
        let is_plain = input.try_parse(|input| {
            let holds = plain(input)?;
            input.expect_exhausted()?;
            Ok::<_, ParseError<()>>(holds)
        });
        if let Ok(holds) = is_plain.or_else(|_| input.try_parse(range)) {
            return Ok(holds);
        }
        let before = input.state();
        let nested = matches!(input.next(), Ok(Token::ParenthesisBlock)) || {
            input.reset(&before);
            matches!(input.next(), Ok(Token::Ident(word)) if word.eq_ignore_ascii_case("not"))
        };
        input.reset(&before);
        if nested {
            return condition(input, &feature);
        }
        while input.next().is_ok() {}
        Ok(false)
    })
}

/// Reads `name` or `name: value`.
fn plain(input: &mut Parser<'_>) -> Result<bool> {
    let name = input.expect_ident_cloned()?.to_ascii_lowercase();
    if input.try_parse(Parser::expect_colon).is_err() {
        if !input.is_exhausted() {
            return Err(ParseError::unexpected_token());
        }
        return Ok(matches!(
            &*name,
            "width" | "height" | "hover" | "pointer" | "color" | "any-hover" | "any-pointer"
        ));
    }
    if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let pair = (&*name, &*word.to_ascii_lowercase());
        return Ok(matches!(
            pair,
            ("orientation", "landscape")
                | ("hover" | "any-hover", "hover")
                | ("pointer" | "any-pointer", "fine")
                | ("prefers-color-scheme", "light")
                | (
                    "prefers-reduced-motion" | "prefers-contrast",
                    "no-preference"
                )
                | ("scripting" | "forced-colors" | "inverted-colors", "none")
                | ("display-mode", "browser")
                | ("update", "fast")
        ));
    }
    let (is_least, of) = match name.split_once('-') {
        Some(("min", of)) => (true, of),
        Some(("max", of)) => (false, of),
        _ => return Ok(false),
    };
    let wanted = size(input)?;
    let have = match of {
        "width" | "device-width" => WINDOW.0,
        "height" | "device-height" => WINDOW.1,
        "resolution" => 1.0,
        _ => return Ok(false),
    };
    Ok(if is_least {
        have >= wanted
    } else {
        have <= wanted
    })
}

/// Reads `width >= 600px`, `600px <= width < 900px`.
fn range(input: &mut Parser<'_>) -> Result<bool> {
    let mut holds = true;
    let mut left = side(input)?;
    while !input.is_exhausted() {
        let sign = match input.next()? {
            Token::Delim(sign @ ('<' | '>' | '=')) => *sign,
            _ => return Err(ParseError::unexpected_token()),
        };
        let or_equal = input.try_parse(|input| input.expect_delim('=')).is_ok();
        let right = side(input)?;
        holds &= match sign {
            '<' => left < right,
            '>' => left > right,
            _ => false,
        } || ((or_equal || sign == '=') && (left - right).abs() < f32::EPSILON);
        left = right;
    }
    Ok(holds)
}

fn side(input: &mut Parser<'_>) -> Result<f32> {
    let Ok(name) = input.try_parse(Parser::expect_ident_cloned) else {
        return size(input);
    };
    Ok(match_ignore_ascii_case! { &name,
        "width" => WINDOW.0,
        "height" => WINDOW.1,
        _ => return Err(ParseError::unexpected_token()),
    })
}

fn size(input: &mut Parser<'_>) -> Result<f32> {
    Ok(match input.next()? {
        Token::Number { value, .. } => *value,
        Token::Dimension { value, unit, .. } => match_ignore_ascii_case! { unit,
            "em" | "rem" => value * EM,
            "dpi" => value / 96.0,
            _ => *value,
        },
        _ => return Err(ParseError::unexpected_token()),
    })
}

#[cfg(test)]
mod tests {
    use cssparser::Parser;

    use super::{holds, is_supported};

    #[test]
    fn queries_hold_for_a_window_on_a_desk() {
        for query in [
            "",
            "all",
            "SCREEN",
            "only screen and (min-width: 40em)",
            "print, screen",
            "not print",
            "(width >= 600px)",
            "(600px <= width < 1400px) and (hover: hover)",
            "not (max-width: 600px)",
            "(max-width: 600px) or (orientation: landscape)",
            "((min-width: 1px))",
            "(not (max-width: 600px))",
            "(scripting: none)",
            "gibberish(, screen",
        ] {
            let expected = !query.starts_with("gibberish");
            assert_eq!(holds(&mut Parser::new(query)), expected, "{query}");
        }
        for query in [
            "print",
            "speech",
            "not all",
            "screen and (max-width: 600px)",
            "(prefers-color-scheme: dark)",
            "(scripting: enabled)",
            "(monochrome)",
            "(width < 600px)",
            "screen (min-width: 1px)",
        ] {
            assert!(!holds(&mut Parser::new(query)), "{query}");
        }
    }

    #[test]
    fn what_browsers_know_is_supported() {
        for condition in [
            "(display: grid)",
            "not (display: -ms-grid) or (a: b)",
            "selector(:has(a))",
            "(display: grid) and (not (-ms-ime-align: auto))",
            "((a: b))",
        ] {
            let expected = !condition.contains("-ms-grid");
            assert!(
                is_supported(&mut Parser::new(condition)) || !expected,
                "{condition}"
            );
        }
        assert!(!is_supported(&mut Parser::new("not (display: grid)")));
        assert!(!is_supported(&mut Parser::new("(-ms-ime-align: auto)")));
    }
}
