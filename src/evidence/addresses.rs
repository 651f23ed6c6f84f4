//! Leaves out what browsers and programs write behind words for where a link leads, or how they are set:
//! `<https://x.example>`, `{.underline}`.

/// What the address of a link begins with.
const BEGINNINGS: [&str; 5] = ["http:", "https:", "mailto:", "#", "/"];
/// An address or the attributes of words have so many letters at most.
const LONGEST: usize = 500;

/// Returns a text without such addresses and attributes; nothing, if it has none.
pub(super) fn without_addresses(text: &str) -> Option<String> {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '{']) {
        let (before, from) = rest.split_at(at);
        left.push_str(before);
        let within = from.get(1..).unwrap_or_default();
        let is_address = from.starts_with('<');
        let (begin, close) = if is_address { ('<', '>') } else { ('{', '}') };
        let mut near = within.char_indices().take(LONGEST);
        let end = near.find(|(_, c)| *c == close || *c == begin || c.is_whitespace());
        let end = end.filter(|(_, c)| *c == close);
        let within = end
            .and_then(|(end, _)| within.get(..end))
            .unwrap_or_default();
        let is_attribute = !is_address && within.starts_with(['.', '#']) && left.ends_with(']');
        let before = is_attribute.then(|| left.char_indices().rev().take(LONGEST));
        let open = before.and_then(|mut before| before.find(|(_, c)| *c == '['));
        if is_address && BEGINNINGS.iter().any(|begin| within.starts_with(begin)) {
            left.truncate(left.trim_end_matches([' ', '\t']).len());
        } else if let Some((open, _)) = open {
            left.pop();
            left.remove(open);
        } else {
            left.push_str(from.get(..1).unwrap_or_default());
            rest = from.get(1..).unwrap_or_default();
            continue;
        }
        rest = from.get(within.len() + 2..).unwrap_or_default();
    }
    left.push_str(rest);
    (left != text).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::without_addresses;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn addresses_behind_words_make_nothing_absent() {
        let text = "The council *will not begin* the works <https://x.example/works>\nbefore the money has been\n\
            found^[1] <#fn1> .\n";
        let look = |quote| {
            let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            (found.check, found.reason)
        };
        let doubt = (Check::CannotCheck, Some(Obstacle::MarkedUp));
        assert_eq!(
            look("The council will not begin the works before the money has been found"),
            doubt
        );
        assert_eq!(
            look("The council will begin the works before the money has been found").0,
            Check::Absent
        );
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
