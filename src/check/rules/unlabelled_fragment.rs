#![doc = include_str!("unlabelled_fragment.md")]
//! Whole sentences begin with a capital and end with an end mark. Scripts without capitals are
//! taken at their word, and so are names such as "iPhone", "al-Sharaa" and "de Gaulle".

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::model::QuoteKind;

pub(super) static UNLABELLED_FRAGMENT: Rule = Rule::error(include_str!("unlabelled_fragment.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, quote) in cx.quotes() {
        let of = |kind| quote.kind.iter().find(|given| ***given == kind);
        match (of(QuoteKind::Fragment), of(QuoteKind::Full)) {
            (Some(fragment), Some(full)) => {
                let message = "a quote is `full` or a `fragment`, not both";
                let fault = Diagnostic::new(&UNLABELLED_FRAGMENT, fragment.place, message);
                out.push(fault.also(full.place, "`full` here"));
            }
            (None, _) if starts_inside(&quote.text) => {
                out.push(fault(
                    quote.text.place,
                    "this quote begins inside a sentence",
                ));
            }
            (None, _) if ends_inside(&quote.text) => {
                out.push(fault(quote.text.place, "this quote ends inside a sentence"));
            }
            (Some(_) | None, _) => {}
        }
    }
}

/// What names begin with in lower case.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "van", "von",
];

fn starts_inside(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut words = text.split(|c: char| c.is_whitespace());
    let Some(first) = words.next() else {
        return false;
    };
    if !first.starts_with(char::is_lowercase) || first.contains(char::is_uppercase) {
        return false;
    }
    let mut rest = words.take(2);
    !(PARTICLES.contains(&first) && rest.any(|word| word.starts_with(char::is_uppercase)))
}

fn ends_inside(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '”' | '“' | '"' | '’' | '\'' | '»' | '«' | ')' | ']')
    });
    // A comma stands for the period where the source goes on with "she said".
    let ended = text.ends_with([
        ',', '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '։', '።', ';',
    ]);
    let cased = text
        .chars()
        .rev()
        .find(|c| c.is_alphabetic())
        .is_some_and(|c| c.is_lowercase() || c.is_uppercase());
    !ended && cased
}

fn fault(place: Place, message: &str) -> Diagnostic {
    Diagnostic::new(&UNLABELLED_FRAGMENT, place, message)
        .help("label it: `kind: [fragment]`, or quote the whole sentence")
}

#[cfg(test)]
mod tests {
    use super::{ends_inside, starts_inside};

    #[test]
    fn whole_sentences_are_told_from_fragments() {
        for text in [
            "so it is.",
            "… and so it is.",
            "“no” is no.",
            "de facto it is.",
        ] {
            assert!(starts_inside(text), "{text}");
        }
        for text in [
            "So.",
            "[T]he end.",
            "iPhones sold.",
            "al-Sharaa left.",
            "de Gaulle left.",
            "5 left.",
            "不。",
            "",
        ] {
            assert!(!starts_inside(text), "{text}");
        }
        for text in ["So it is", "So it is –", "So (it is)"] {
            assert!(ends_inside(text), "{text}");
        }
        for text in [
            "So.",
            "So it is,",
            "So!”",
            "So it […]",
            "So…",
            "不是",
            "So (it is.)",
            "Чому?",
            "",
        ] {
            assert!(!ends_inside(text), "{text}");
        }
    }
}
