#![doc = include_str!("invalid_id.md")]

use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::{Key, hiding, unsafe_character};

pub(super) static INVALID_ID: Rule = Rule::error(include_str!("invalid_id.md"));

pub(in crate::check) fn read(id: &Text, out: &mut Findings) -> Option<Key> {
    if unsafe_character(id).is_some() {
        return None;
    }
    let key = Key::parse(id).ok();
    if key.is_none() {
        out.push(fault(id));
    }
    key
}

fn fault(id: &Text) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        &INVALID_ID,
        id.place,
        format!("`{}` is not an id", id.value),
    )
    .help("an id is lower-case words of a-z and 0-9, joined by hyphens, and begins with a letter");
    match meant(id) {
        Some(near) => diagnostic.help(format!("`{near}` is one")).instead(near),
        None => diagnostic,
    }
}

/// Returns the id that has the words of what is none.
pub(in crate::check) fn meant(id: &str) -> Option<String> {
    if Key::parse(id).is_ok() {
        return None;
    }
    let hidden: Vec<usize> = hiding(id).into_iter().map(|(at, _)| at).collect();
    let seen = id.char_indices().filter(|(at, _)| !hidden.contains(at));
    let seen: String = seen.map(|(_, c)| c).collect();
    let words = seen.trim_matches(|c: char| !c.is_alphanumeric());
    if !words.is_ascii() {
        return None;
    }
    let words: Vec<_> = words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    Some(words.join("-")).filter(|near| Key::parse(near).is_ok())
}

#[cfg(test)]
mod tests {
    use super::fault;
    use crate::diagnostics::Place;
    use crate::load::Text;

    #[test]
    fn an_id_of_the_same_words_is_proposed() {
        let help = |id: &str| {
            let id = Text {
                value: id.to_owned(),
                place: Place::Whole,
            };
            fault(&id).help_lines().get(1).cloned()
        };
        assert_eq!(help("US_Troops!").as_deref(), Some("`us-troops` is one"));
        assert_eq!(help("“members”").as_deref(), Some("`members` is one"));
        assert_eq!(help("2-b"), None);
        assert_eq!(help("Ü1"), None);
    }
}
