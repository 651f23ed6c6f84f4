//! Tells texts that are still to be written from others.

/// What stands for a text that is still to be written.
const MARK: &str = "TODO";

/// Says whether a text is still to be written. Others may begin with the word: in Spanish, it is one.
pub(crate) fn is_unfinished(text: &str) -> bool {
    let rest = text.trim().strip_prefix(MARK);
    rest.is_some_and(|rest| {
        let words = rest.trim_start();
        rest.starts_with(':') || words.starts_with("[@") || !words.contains(char::is_alphanumeric)
    })
}
