//! Finds the citations of claims in running text: `[@a]`, `[@a; @b]`.

use std::ops::Range;

/// Returns the ids that a text cites, as bytes of the text.
pub(super) fn citations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find("[@")) {
        let start = from + open + 1;
        from = start;
        let is_escaped = text
            .get(..start - 1)
            .is_some_and(|before| before.ends_with('\\'));
        let inner = text.get(start..).and_then(|rest| rest.split_once(']'));
        let Some((inner, _)) = inner.filter(|_| !is_escaped) else {
            continue;
        };
        let mut at = start;
        for item in inner.split_inclusive([';', ',']) {
            let name = item.trim_end_matches([';', ',']);
            let id = name.trim();
            let begins = at + (name.len() - name.trim_start().len());
            if let Some(id) = id.strip_prefix('@').filter(|id| !id.is_empty()) {
                found.push(begins + 1..begins + 1 + id.len());
            }
            at += item.len();
        }
    }
    found
}

/// The id of a citation that is being typed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed<'t> {
    pub(super) id: &'t str,
    /// What has to stand before it and does not.
    pub(super) before: &'static str,
}

/// Returns the id of a citation that is being typed at the end of a text.
pub(super) fn typed(before: &str) -> Option<Typed<'_>> {
    let (outside, inner) = before.rsplit_once("[@")?;
    // In an address a bracket is a bracket.
    let word = outside.rsplit(char::is_whitespace).next()?;
    if word.contains("://") || outside.ends_with('\\') {
        return None;
    }
    let last = inner.rsplit([';', ',']).next()?;
    let (id, before) = if last.len() == inner.len() {
        (last, "")
    } else {
        let last = last.trim_start();
        last.strip_prefix('@').map_or((last, "@"), |id| (id, ""))
    };
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
    id.chars().all(is_id).then_some(Typed { id, before })
}

#[cfg(test)]
mod tests {
    use super::{citations, typed};

    #[test]
    fn citations_are_found_alone_and_in_lists() {
        let text = r"One [@a]. Two [@b; @c-1, @d]; \[@e], [x](y) [@f";
        let found: Vec<&str> = citations(text)
            .into_iter()
            .filter_map(|at| text.get(at))
            .collect();
        assert_eq!(found, ["a", "b", "c-1", "d"]);
    }

    #[test]
    fn what_is_being_typed_is_the_last() {
        for (before, expected) in [
            ("a [@", Some(("", ""))),
            ("a [@b-c", Some(("b-c", ""))),
            ("a [@b; @c", Some(("c", ""))),
            ("a [@b; ", Some(("", "@"))),
            ("a [@b,", Some(("", "@"))),
            ("a [@b, @d; c", Some(("c", "@"))),
            ("a [@b; see c", None),
            ("a [@b] c", None),
            ("a [b", None),
            ("a https://b.org/[@", None),
            ("a \\[@", None),
        ] {
            let found = typed(before).map(|typed| (typed.id, typed.before));
            assert_eq!(found, expected, "{before}");
        }
    }
}
