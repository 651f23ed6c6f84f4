//! Leaves out what browsers and programs write behind words for where a link leads, or how they are set:
//! `<https://x.example>`, `{.underline}`.

use super::other_markup::within;

/// What the address of a link begins with.
const BEGINNINGS: [&str; 5] = ["http:", "https:", "mailto:", "#", "/"];
/// Words with attributes have so many letters at most.
const LONGEST: usize = 500;

/// Returns a text without such addresses and attributes; nothing, if it has none.
pub(super) fn without_addresses(text: &str) -> Option<String> {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '{']) {
        let (before, from) = rest.split_at(at);
        left.push_str(before);
        let (open, close) = if from.starts_with('<') {
            ("<", ">")
        } else {
            ("{", "}")
        };
        let ends_before =
            |inner: &&str| !inner.contains(open) && !inner.contains(char::is_whitespace);
        let inner = within(from, open, close)
            .filter(ends_before)
            .unwrap_or_default();
        if open == "<" && BEGINNINGS.iter().any(|begin| inner.starts_with(begin)) {
            left.truncate(left.trim_end_matches([' ', '\t']).len());
        } else if open == "{"
            && inner.starts_with(['.', '#'])
            && let Some(bracket) = bracket_at_end(&left)
        {
            left.pop();
            left.remove(bracket);
        } else {
            left.push_str(open);
            rest = from.get(1..).unwrap_or_default();
            continue;
        }
        rest = from.get(inner.len() + 2..).unwrap_or_default();
    }
    left.push_str(rest);
    (left != text).then_some(left)
}

/// Returns where the bracket opens that a text closes at its end.
fn bracket_at_end(text: &str) -> Option<usize> {
    let mut near = text.char_indices().rev().take(LONGEST);
    near.next().filter(|(_, c)| *c == ']')?;
    near.find(|(_, c)| *c == '[').map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::without_addresses;
    use crate::evidence::tests::{MARKED_UP, look};
    use crate::model::Check;

    #[test]
    fn addresses_behind_words_make_nothing_absent() {
        let text = "The council *will not begin* the works <https://x.example/works>\nbefore the money has been\n\
            found^[1] <#fn1> .\n";
        let quote = "The council will not begin the works before the money has been found";
        assert_eq!(look(text, quote), MARKED_UP);
        let misquote = "The council will begin the works before the money has been found";
        assert_eq!(look(text, misquote).0, Check::Absent);
    }

    #[test]
    fn what_is_left_is_the_text() {
        for (text, left) in [
            ("News </news> now", Some("News now")),
            (
                "been [found]{.underline} and [so]{#a .b}",
                Some("been found and [so]{#a .b}"),
            ),
            ("a < b and c > d {x} [y]{z} <b>no", None),
            ("<https://x.example", None),
            ("", None),
        ] {
            assert_eq!(without_addresses(text).as_deref(), left, "{text}");
        }
    }

    #[test]
    fn work_grows_with_the_text() {
        let text = "[ ".repeat(50_000) + &"]{.a".repeat(50_000);
        assert_eq!(without_addresses(&text), None);
    }
}
