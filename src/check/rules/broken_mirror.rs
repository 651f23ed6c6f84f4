#![doc = include_str!("broken_mirror.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::Text;

pub(super) static BROKEN_MIRROR: Rule = Rule::error(include_str!("broken_mirror.md"));

/// Reports an id that the original alone has.
pub(in crate::check) fn missing(list: Place, noun: &str, id: &str) -> Diagnostic {
    let message = format!("{noun} `{}` of the original is missing", id.escape_debug());
    fault(list, message).help("translate it too, under the same id and in the same place")
}

/// Reports an id that the original does not have.
pub(in crate::check) fn unknown(id: &Text, noun: &str) -> Diagnostic {
    let message = format!("the original has no {noun} `{}`", id.value.escape_debug());
    fault(id.place, message).help("a translation keeps the ids of its original, and adds none")
}

/// Reports an id that stands before another in the original.
pub(in crate::check) fn order(id: &Text, before: &Text) -> Diagnostic {
    let (id, place) = (id.value.escape_debug(), id.place);
    let before = before.value.escape_debug();
    let message = format!("`{id}` stands before `{before}` in the original");
    fault(place, message).help("labels such as C4 follow the order of the file: keep it")
}

/// Reports a value that is another in the original.
pub(in crate::check) fn other(place: Place, field: &str, original: &str, here: &str) -> Diagnostic {
    let value = |value: &str| match value {
        "" => "not given".to_owned(),
        "given" => "given".to_owned(),
        value => format!("`{}`", value.escape_debug()),
    };
    let (original, here) = (value(original), value(here));
    fault(
        place,
        format!("`{field}` is {here}, and {original} in the original"),
    )
}

/// Reports a word of the format that is another in the original.
pub(in crate::check) fn another_word(place: Place, field: &str) -> Diagnostic {
    fault(
        place,
        format!("`{field}` is not what it is in the original"),
    )
}

/// Reports items without an id that are more in the original, or fewer.
pub(in crate::check) fn count(
    place: Place,
    noun: &str,
    original: usize,
    here: usize,
) -> Diagnostic {
    let ending = |count| if count == 1 { "" } else { "s" };
    let message = format!(
        "there are {here} {noun}{} here, and {original} {noun}{} in the original",
        ending(here),
        ending(original)
    );
    fault(place, message)
}

fn fault(place: Place, message: String) -> Diagnostic {
    Diagnostic::new(&BROKEN_MIRROR, place, message)
}
