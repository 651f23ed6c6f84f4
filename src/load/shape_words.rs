//! Names types and fields in messages.

/// Returns what a type is called, by its Rust name.
pub(super) fn noun(name: &str) -> String {
    match name {
        "Document" => "brief".to_owned(),
        "Shared" => "file of voices and sources".to_owned(),
        "Run" => "run of claims".to_owned(),
        "Attribution" => "`from`".to_owned(),
        "Allow" => "`allow` entry".to_owned(),
        "SourceType" => "type of source".to_owned(),
        "QuoteKind" => "kind of quote".to_owned(),
        "LocatorLabel" => "locator".to_owned(),
        "UpdateKind" => "kind of update".to_owned(),
        "Archived" => "archived copy".to_owned(),
        "LeftOut" => "`left_out` entry".to_owned(),
        "Withdrawn" => "`withdrawn` entry".to_owned(),
        other => other.to_lowercase(),
    }
}

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

#[cfg(test)]
mod tests {
    use super::ticked;

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        assert_eq!(ticked([], "and"), "");
        assert_eq!(ticked(["a"], "and"), "`a`");
        assert_eq!(ticked(["a", "b"], "or"), "`a` or `b`");
        assert_eq!(ticked(["a", "b", "c"], "and"), "`a`, `b` and `c`");
    }
}
