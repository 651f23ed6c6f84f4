//! Finds ids of claims that were most likely meant as citations: `[id]`, `@id`.

use std::ops::Range;

use super::context::Context;
use crate::diagnostics::Diagnostic;
use crate::load::Text;

/// Adds what was meant, where a part of a text names a claim in brackets, or with its sign, and cites none.
pub(super) fn with_meant(
    cx: &Context<'_>,
    fault: Diagnostic,
    text: &Text,
    part: Range<usize>,
) -> Diagnostic {
    let words = text.get(part.clone()).unwrap_or("");
    let Some(range) = bare(words, |id| cx.index.claims.position(id).is_some()) else {
        return fault;
    };
    let id = words
        .get(range.clone())
        .unwrap_or("")
        .trim_matches(['[', ']', '@', ' ']);
    let meant = format!("[@{id}]");
    let fault = fault.help(format!("did you mean `{meant}`?"));
    let place = cx
        .part(text, part.start + range.start..part.start + range.end)
        .span();
    // Where it is not written as it reads, the place is that of the whole.
    match place.filter(|place| place.end - place.start == range.len()) {
        Some(place) => fault.edit(format!("Write `{meant}`"), [(place, meant)]),
        None => fault,
    }
}

/// Returns the first of them, with its brackets or its sign.
fn bare(text: &str, is_claim: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut signs = text.match_indices(['[', '@']);
    signs.find_map(|(at, sign)| {
        let rest = text.get(at + 1..)?;
        let end = rest.find(|c| !is_id(c)).unwrap_or(rest.len());
        let (id, after) = rest.split_at_checked(end)?;
        let before = text.get(..at)?;
        let stands_alone = if sign == "[" {
            let is_link = |after: &str| after.starts_with(['(', '[', ':']);
            let closed = after.strip_prefix(']').is_some_and(|after| !is_link(after));
            closed && !before.ends_with(['\\', '!', ']'])
        } else {
            // In an address of a mailbox it stands between letters.
            let goes_on = after.strip_prefix(['.', '@', '/']);
            let goes_on = goes_on.is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
            let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '\\' | '[' | '/' | '.');
            !goes_on && !before.ends_with(is_inside)
        };
        let length = 1 + id.len() + usize::from(sign == "[");
        (stands_alone && is_claim(id)).then_some(at..at + length)
    })
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_names_a_claim_is_told_from_other_brackets() {
        let found = |text: &str| {
            let range = bare(text, |id| matches!(id, "widening" | "sea-trial"))?;
            Some(text.get(range).unwrap().to_owned())
        };
        for (text, expected) in [
            ("It is so [widening].", "[widening]"),
            ("It is so @sea-trial.", "@sea-trial"),
            ("It is so (@widening), they say", "@widening"),
            ("[sic] it is [sea-trial]", "[sea-trial]"),
        ] {
            assert_eq!(found(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "It is so [sic].",
            "It is so [@widening].",
            "See [widening](https://a.org).",
            "See [a][widening].",
            "See \\[widening].",
            "Write to a@widening.org or to desk@widening.",
            "The widening goes on.",
            "@widening.org is theirs",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
