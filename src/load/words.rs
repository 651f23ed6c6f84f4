//! The little English that messages need.

/// Joins names as "`a`, `b` and `c`".
pub(super) fn ticked<'a>(names: impl IntoIterator<Item = &'a str>, conjunction: &str) -> String {
    let mut ticked: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let Some(last) = ticked.pop() else {
        return String::new();
    };
    if ticked.is_empty() {
        return last;
    }
    format!("{} {conjunction} {last}", ticked.join(", "))
}

/// Shortens a text of the input to what fits in a message.
pub(super) fn excerpt(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.len() == text.len() && line.chars().nth(MOST).is_none() {
        return line.to_owned();
    }
    line.chars().take(MOST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{excerpt, ticked};

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        assert_eq!(ticked([], "and"), "");
        assert_eq!(ticked(["a"], "and"), "`a`");
        assert_eq!(ticked(["a", "b"], "or"), "`a` or `b`");
        assert_eq!(ticked(["a", "b", "c"], "and"), "`a`, `b` and `c`");
    }

    #[test]
    fn only_long_texts_are_shortened() {
        assert_eq!(excerpt("short"), "short");
        assert_eq!(excerpt("two\nlines"), "two…");
        assert_eq!(excerpt(&"é".repeat(41)), format!("{}…", "é".repeat(40)));
    }
}
