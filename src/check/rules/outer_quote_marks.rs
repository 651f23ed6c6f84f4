#![doc = include_str!("outer_quote_marks.md")]
//! The page sets them, in the marks of its language. A quote that begins with one inner quote and
//! ends with another is not wrapped.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static OUTER_QUOTE_MARKS: Rule = Rule::error(include_str!("outer_quote_marks.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for words in cx.quoted_words() {
        if is_wrapped(words) {
            out.push(fault(words.place));
        }
    }
}

fn is_wrapped(text: &str) -> bool {
    let text = text
        .trim()
        .trim_end_matches(['.', ',', ';', '!', '?', '…', ' ']);
    end_of_first(text) == Some(text.len())
}

/// Returns where the quote ends that a text begins with.
fn end_of_first(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let closing: &[char] = match open {
        '“' => &['”'],
        '"' => &['"'],
        '«' => &['»'],
        '»' => &['«'],
        '„' => &['“', '”'],
        _ => return None,
    };
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if depth > 0 && closing.contains(&c) {
            depth -= 1;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        } else if c == open {
            depth += 1;
        }
    }
    None
}

fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(
        &OUTER_QUOTE_MARKS,
        place,
        "the quote is wrapped in quote marks",
    )
    .help("leave the outer marks out: the page sets them")
}

#[cfg(test)]
mod tests {
    use super::is_wrapped;

    #[test]
    fn wrapped_quotes_are_told_from_inner_ones() {
        for text in [
            "“No deal.”",
            "\"No deal.\"",
            "«No deal»",
            "„No deal“",
            " “No deal”. ",
            "“No, “never” at all.”",
        ] {
            assert!(is_wrapped(text), "{text}");
        }
        for text in [
            "“No” is “no”",
            "“No,” he said.",
            "\"No\" is \"no\"",
            "No “deal”",
            "“No deal",
            "",
            "‘No deal’ it was",
        ] {
            assert!(!is_wrapped(text), "{text}");
        }
    }
}
