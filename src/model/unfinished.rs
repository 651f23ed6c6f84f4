//! Tells texts that are still to be written from others.

/// What stands for a text that is still to be written.
const MARK: &str = "TODO";

/// Small words that go on after the mark where it is one itself, in Spanish and Portuguese.
const AFTER_A_WORD: &str = "al ao até con com como cuanto de del da é el em en era es está este esta eso \
    esto fue foi ha hay há isso isto la las lo los más mas menos mi mundo os para pero por pasa quanto que \
    se será si sin sobre su tu um un una va ya";

/// Says whether a text is still to be written. Others may begin with the word: in Spanish, it is one.
pub(crate) fn is_unfinished(text: &str) -> bool {
    let rest = text.trim().strip_prefix(MARK);
    rest.is_some_and(|rest| {
        let words = rest.trim_start();
        let next = words
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        let is_loud = next.chars().nth(1).is_some_and(char::is_uppercase);
        let goes_on = is_loud || AFTER_A_WORD.split(' ').any(|word| word == next);
        rest.starts_with(':')
            || !words.contains(char::is_alphanumeric)
            || next.is_empty() && (words.len() < rest.len() || words.starts_with('('))
            || !next.is_empty() && words.len() < rest.len() && !goes_on
    })
}

#[cfg(test)]
mod tests {
    use super::is_unfinished;

    #[test]
    fn a_text_that_begins_with_the_mark_is_unfinished() {
        for text in [
            "TODO",
            "TODO:",
            "TODO: ask her",
            " TODO ask them how much",
            "TODO Ask them",
            "TODO I asked",
            "TODO (ask)",
            "TODO – ask",
            "TODO [@a].",
            "TODO?",
        ] {
            assert!(is_unfinished(text), "{text}");
        }
        for text in [
            "TODO ES POSIBLE.",
            "TODO el mundo lo sabe.",
            "TODO está perdido",
            "TODO, absolutamente TODO",
            "TODOs are left",
            "A TODO",
            "todo list",
        ] {
            assert!(!is_unfinished(text), "{text}");
        }
    }
}
