//! Says which conditional parts of a style sheet hold: for a window on the screen of a desk, in a
//! browser without scripts.

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::sums::quantity;

/// The width and height of the window, in pixels.
const WINDOW: (f32, f32) = (1280.0, 720.0);
const EM: f32 = 16.0;

/// Features that browsers know, whether they hold or not.
const FEATURES: &[&str] = &[
    "any-hover",
    "any-pointer",
    "color-gamut",
    "display-mode",
    "dynamic-range",
    "forced-colors",
    "hover",
    "inverted-colors",
    "orientation",
    "overflow-block",
    "overflow-inline",
    "pointer",
    "prefers-color-scheme",
    "prefers-contrast",
    "prefers-reduced-motion",
    "prefers-reduced-transparency",
    "scan",
    "scripting",
    "update",
];

pub(super) type Result<T> = std::result::Result<T, ParseError<()>>;

/// Says whether a list of media queries holds.
pub(super) fn holds(input: &mut Parser<'_>) -> bool {
    input.skip_whitespace();
    if input.is_exhausted() {
        return true;
    }
    let queries = input.parse_comma_separated(|input| {
        let holds = input
            .try_parse(query)
            .is_ok_and(|holds| holds == Some(true));
        // What is left of a query that is not understood.
        while input.next().is_ok() {}
        Ok::<_, ParseError<()>>(holds)
    });
    queries.is_ok_and(|queries| queries.contains(&true))
}

/// Says whether a query holds, if that is known.
fn query(input: &mut Parser<'_>) -> Result<Option<bool>> {
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
    let mut holds = Some(is_type);
    while word(input, "and") {
        holds = both(holds, term(input, &feature)?);
    }
    input.expect_exhausted()?;
    Ok(holds.map(|holds| holds != is_not))
}

pub(super) type Atom<'a> = &'a dyn Fn(&mut Parser<'_>) -> Result<Option<bool>>;

fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), other) => other,
        (None, _) => None,
    }
}

/// Reads terms with `and` or `or` between them.
pub(super) fn condition(input: &mut Parser<'_>, atom: Atom<'_>) -> Result<Option<bool>> {
    let mut holds = term(input, atom)?;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let next = term(input, atom)?;
        holds = match_ignore_ascii_case! { &word,
            "and" => both(holds, next),
            "or" => both(holds.map(|it| !it), next.map(|it| !it)).map(|it| !it),
            _ => return Err(ParseError::unexpected_token()),
        };
    }
    Ok(holds)
}

fn term(input: &mut Parser<'_>, atom: Atom<'_>) -> Result<Option<bool>> {
    let is_not = input
        .try_parse(|input| input.expect_ident_matching("not"))
        .is_ok();
    Ok(atom(input)?.map(|holds| holds != is_not))
}

/// Reads a feature in parentheses, or a condition in them; of what no browser knows nothing is known.
fn feature(input: &mut Parser<'_>) -> Result<Option<bool>> {
    input.expect_parenthesis_block()?;
    input.parse_nested_block(|input| {
        let is_plain = input.try_parse(|input| {
            let holds = plain(input)?;
            input.expect_exhausted()?;
            Ok::<_, ParseError<()>>(holds)
        });
        if let Ok(holds) = is_plain {
            return Ok(holds);
        }
        if let Ok(holds) = input.try_parse(range) {
            return Ok(Some(holds));
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
        Ok(None)
    })
}

/// Reads `name` or `name: value`.
fn plain(input: &mut Parser<'_>) -> Result<Option<bool>> {
    let name = input.expect_ident_cloned()?.to_ascii_lowercase();
    let (limit, of) = limited(&name);
    let have = have(of);
    if have.is_none() && !FEATURES.contains(&&*name) {
        return Err(ParseError::unexpected_token());
    }
    if input.try_parse(Parser::expect_colon).is_err() {
        if !input.is_exhausted() {
            return Err(ParseError::unexpected_token());
        }
        return Ok(Some(matches!(
            &*name,
            "width"
                | "height"
                | "device-width"
                | "device-height"
                | "aspect-ratio"
                | "orientation"
                | "resolution"
                | "hover"
                | "pointer"
                | "any-hover"
                | "any-pointer"
                | "color"
                | "color-gamut"
                | "dynamic-range"
                | "overflow-block"
                | "overflow-inline"
                | "update"
                | "display-mode"
                | "prefers-color-scheme"
        )));
    }
    if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let pair = (&*name, &*word.to_ascii_lowercase());
        return Ok(Some(matches!(
            pair,
            ("orientation", "landscape")
                | ("hover" | "any-hover", "hover")
                | ("pointer" | "any-pointer", "fine")
                | ("prefers-color-scheme", "light")
                | (
                    "prefers-reduced-motion" | "prefers-reduced-transparency" | "prefers-contrast",
                    "no-preference"
                )
                | ("color-gamut", "srgb")
                | ("dynamic-range", "standard")
                | ("overflow-block" | "overflow-inline", "scroll")
                | ("scripting" | "forced-colors" | "inverted-colors", "none")
                | ("display-mode", "browser")
                | ("update", "fast")
        )));
    }
    let wanted = size(input)?;
    Ok(have.map(|have| match limit {
        Limit::Least => have >= wanted,
        Limit::Most => have <= wanted,
        Limit::Exactly => (have - wanted).abs() < f32::EPSILON,
    }))
}

/// Returns what a feature is here that is a number.
fn have(feature: &str) -> Option<f32> {
    Some(match feature {
        "width" | "device-width" => WINDOW.0,
        "height" | "device-height" => WINDOW.1,
        "aspect-ratio" | "device-aspect-ratio" => WINDOW.0 / WINDOW.1,
        "resolution" | "device-pixel-ratio" => 1.0,
        "color" => 8.0,
        "monochrome" | "color-index" | "grid" => 0.0,
        _ => return None,
    })
}

enum Limit {
    Least,
    Most,
    Exactly,
}

/// Returns the feature of a name, and how its value limits it: `min-width`, `-webkit-max-device-pixel-ratio`.
fn limited(name: &str) -> (Limit, &str) {
    let name = name.strip_prefix("-webkit-").unwrap_or(name);
    match name.split_once('-') {
        Some(("min", of)) => (Limit::Least, of),
        Some(("max", of)) => (Limit::Most, of),
        _ => (Limit::Exactly, name),
    }
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
        "aspect-ratio" => WINDOW.0 / WINDOW.1,
        "resolution" => 1.0,
        _ => return Err(ParseError::unexpected_token()),
    })
}

/// Reads a length in pixels, a resolution in dots for each, a number, or the ratio of two.
fn size(input: &mut Parser<'_>) -> Result<f32> {
    let before = input.state();
    let value = match input.next()? {
        Token::Number { value, .. } => *value,
        Token::Dimension { value, unit, .. } => match_ignore_ascii_case! { unit,
            "em" | "rem" => value * EM,
            "dpi" => value / 96.0,
            "dpcm" => value * 2.54 / 96.0,
            "in" => value * 96.0,
            "cm" => value * 96.0 / 2.54,
            "mm" => value * 96.0 / 25.4,
            "pt" => value * 96.0 / 72.0,
            "pc" => value * 16.0,
            _ => *value,
        },
        Token::Function(_) => {
            input.reset(&before);
            let sum = quantity(input)?.and_then(|sum| sum.length().or_else(|| sum.number()));
            sum.ok_or_else(ParseError::unexpected_token)?
        }
        _ => return Err(ParseError::unexpected_token()),
    };
    if input.try_parse(|input| input.expect_delim('/')).is_ok() {
        return Ok(value / input.expect_number()?);
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use cssparser::Parser;

    use super::holds;

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
            "(aspect-ratio: 16/9)",
            "(min-aspect-ratio: 16 / 10) and (max-aspect-ratio: 2)",
            "(width: 1280px)",
            "(-webkit-min-device-pixel-ratio: 0)",
            "(min-resolution: 1dppx)",
            "(min-color: 1)",
            "(color-gamut: srgb)",
            "(dynamic-range: standard)",
            "(grid: 0)",
            "(monochrome: 0)",
            "(overflow-block: scroll)",
            "(prefers-reduced-transparency: no-preference)",
            "(prefers-color-scheme)",
            "(orientation)",
            "(min-width: calc(40em + 1px))",
            "(min-width: 10in) and (min-width: 30cm)",
            "not all and (monochrome)",
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
            "(grid)",
            "(scripting)",
            "(-webkit-min-device-pixel-ratio: 2)",
            "(min-resolution: 2dppx)",
            "(hover: none)",
            "(min-width: 50cm)",
            "(max-width: 20cm)",
            "(display-mode: standalone)",
            "(max-aspect-ratio: 4/3)",
            "not (bogus)",
            "not (bogus: 1)",
            "(width < 600px)",
            "screen (min-width: 1px)",
        ] {
            assert!(!holds(&mut Parser::new(query)), "{query}");
        }
    }
}
