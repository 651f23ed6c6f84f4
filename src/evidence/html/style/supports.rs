//! Says whether browsers know what `@supports` asks for, as far as that is known here.

use cssparser::{BasicParseError, ParseError, Parser};

use super::media::condition;
use super::values::{property, value};

/// Properties that all browsers know, besides those that are read.
const USUAL: &[&str] = &[
    "-webkit-appearance",
    "-webkit-backdrop-filter",
    "-webkit-line-clamp",
    "-webkit-mask-image",
    "-webkit-overflow-scrolling",
    "appearance",
    "aspect-ratio",
    "backdrop-filter",
    "column-gap",
    "columns",
    "font-variation-settings",
    "gap",
    "grid-area",
    "grid-gap",
    "grid-template-areas",
    "grid-template-columns",
    "grid-template-rows",
    "mask-image",
    "mix-blend-mode",
    "object-fit",
    "padding",
    "margin",
    "row-gap",
    "scroll-behavior",
    "scroll-snap-type",
    "shape-outside",
    "text-underline-offset",
    "text-wrap",
    "will-change",
];
/// Says whether the condition of `@supports` holds, if that is known.
pub(super) fn is_supported(input: &mut Parser<'_>) -> Option<bool> {
    let holds = condition(input, &|input| {
        if let Ok(name) = input.try_parse(|input| input.expect_function().cloned()) {
            _ = input.parse_nested_block(|input| {
                while input.next().is_ok() {}
                Ok::<_, ParseError<()>>(())
            });
            return Ok(name.eq_ignore_ascii_case("selector").then_some(true));
        }
        input.expect_parenthesis_block()?;
        input.parse_nested_block(|input| {
            let is_declaration = input.try_parse(|input| {
                let name = input.expect_ident_cloned()?;
                input.expect_colon()?;
                Ok::<_, BasicParseError>(name)
            });
            let Ok(name) = is_declaration else {
                return Ok(is_supported(input));
            };
            let holds = is_known(&name, input);
            while input.next().is_ok() {}
            Ok(holds)
        })
    });
    holds.unwrap_or(Some(false))
}

/// Says whether browsers know a declaration, as far as that is known here.
fn is_known(name: &str, input: &mut Parser<'_>) -> Option<bool> {
    let name = name.to_ascii_lowercase();
    if name.starts_with("-ms-") || name.starts_with("-moz-") {
        return Some(false);
    }
    let is_usual = name.starts_with("--") || USUAL.contains(&&*name);
    let is_read = property(&name).is_some_and(|property| value(property, input).is_ok());
    (is_usual || is_read).then_some(true)
}

#[cfg(test)]
mod tests {
    use cssparser::Parser;

    use super::is_supported;

    #[test]
    fn what_browsers_know_is_supported() {
        for (condition, holds) in [
            ("(display: grid)", Some(true)),
            ("not (display: -ms-grid) or (display: grid)", Some(true)),
            ("selector(:has(a))", Some(true)),
            (
                "(display: grid) and (not (-ms-ime-align: auto))",
                Some(true),
            ),
            ("((gap: 1px))", Some(true)),
            ("(--a: b)", Some(true)),
            ("not (display: grid)", Some(false)),
            ("(-ms-ime-align: auto)", Some(false)),
            ("(foo: bar)", None),
            ("not (foo: bar)", None),
            ("(display: bogus)", None),
            ("(foo: bar) or (display: grid)", Some(true)),
            ("(foo: bar) and (-moz-appearance: none)", Some(false)),
        ] {
            assert_eq!(
                is_supported(&mut Parser::new(condition)),
                holds,
                "{condition}"
            );
        }
    }
}
