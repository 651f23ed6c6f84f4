//! Reads declarations that wait for the values of custom properties, and those of custom properties.

use cssparser::{Parser, match_ignore_ascii_case, parse_important};

use super::super::variables::{Raw, has_variable, is_custom};
use super::colours::has_current;
use super::shorthands;

/// Reads a declaration of a custom property, or one with a `var()` that may decide how text is shown.
pub(super) fn raw(
    name: &str,
    input: &mut Parser<'_>,
    is_certain: bool,
    place: usize,
) -> Option<Raw> {
    let is_custom = is_custom(name);
    let is_known = shorthands::is_known(name) || name.eq_ignore_ascii_case("content");
    if !is_custom && !is_known {
        return None;
    }
    let before = input.state();
    let start = input.position();
    while input.next().is_ok() {}
    let text = input.slice_from(start);
    if !is_custom && !has_variable(text) && !is_of_letters(name, text) {
        input.reset(&before);
        return None;
    }
    let important = text
        .rsplit_once('!')
        .filter(|(_, word)| word.trim().eq_ignore_ascii_case("important"));
    Some(Raw {
        name: if name.starts_with("--") {
            name.to_owned()
        } else {
            name.to_ascii_lowercase()
        },
        text: important.map_or(text, |(value, _)| value).to_owned(),
        is_important: important.is_some(),
        is_certain,
        place,
    })
}

/// Says whether a declaration that browsers read sets a colour that depends on that of letters.
fn is_of_letters(name: &str, text: &str) -> bool {
    let has_colour = match_ignore_ascii_case! { name,
        "color" | "background" | "background-color" | "-webkit-text-fill-color" => true,
        _ => false,
    };
    has_colour && has_current(text) && {
        let mut input = Parser::new(text);
        let is_read = shorthands::values(name, &mut input).is_ok();
        _ = input.try_parse(parse_important);
        is_read && input.is_exhausted()
    }
}

/// Reads what a custom property is at first.
pub(super) fn registered(name: &str, input: &mut Parser<'_>) -> Option<Raw> {
    let start = input.position();
    while input.next().is_ok() {}
    let initial = input.slice_from(start).split(';').find_map(|declared| {
        let (of, value) = declared.split_once(':')?;
        (of.trim() == "initial-value").then_some(value)
    })?;
    Some(Raw {
        name: name.to_owned(),
        text: initial.to_owned(),
        is_important: false,
        is_certain: true,
        place: 0,
    })
}
