#![doc = include_str!("outer_quote_marks.md")]
//! The page sets them, in the marks of its language. A quote that begins with one inner quote and
//! ends with another is not wrapped. In doubt the rule is silent.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule, Span};
use crate::load::{Allow, Text};

pub(super) static OUTER_QUOTE_MARKS: Rule = Rule::warning(include_str!("outer_quote_marks.md"));

/// The marks with which word processors open a quote.
const OF_WORD: [char; 4] = ['“', '”', '„', '‘'];

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    check_names(cx, out);
    check_texts(cx, out);
    for (claim, words) in cx.quoted_words() {
        if is_wrapped(words) {
            let fault = fault(words.place);
            let edits = without_marks(cx, words);
            out.warn(
                &claim.allow,
                match edits {
                    Some(edits) => fault.edit("Leave the outer marks out", edits),
                    None => fault,
                },
            );
        }
    }
}

/// Finds texts that stand in the marks that word processors make of `"`, in place of YAML's: a paraphrase in
/// them reads as a quotation. Where YAML's own marks stand around them, they are meant.
fn check_texts(cx: &Context<'_>, out: &mut Findings) {
    let document = cx.document;
    let mut look = |text: &Text, what: &str, of_brief: bool, allow: &[Allow]| {
        let span = text.place.span();
        let written = span.and_then(|span| cx.text.get(span.range()));
        if !written.is_some_and(|written| written.starts_with(OF_WORD)) || !is_wrapped(text) {
            return;
        }
        let message =
            format!("{what} stands in quote marks that are none of YAML: they are a part of it");
        let fault = Diagnostic::new(&OUTER_QUOTE_MARKS, text.place, message)
            .help("take them out: those of YAML are straight; what somebody said word for word is a quote");
        let fault = match without_marks(cx, text) {
            Some(edits) => fault.edit("Take the marks out", edits),
            None => fault,
        };
        out.warn(allow, if of_brief { fault.of_brief() } else { fault });
    };
    let of_brief = &document.allow;
    look(&document.title, "the headline", true, of_brief);
    look(&document.topic, "the topic", true, of_brief);
    look(&document.bottom_line, "the bottom line", true, of_brief);
    for (_, issue) in &document.issues {
        look(&issue.name, "the name", true, of_brief);
        if let Some(question) = &issue.question {
            look(question, "the question", true, of_brief);
        }
    }
    for (_, source) in &document.sources {
        if let Some(file) = &source.snapshot {
            look(file, "the name of the file", true, of_brief);
        }
    }
    for claim in &document.claims {
        look(&claim.says, "the paraphrase", false, &claim.allow);
    }
    for gap in &document.gaps {
        look(&gap.question, "the question", false, &gap.allow);
    }
}

/// Returns the name of a file without marks of word processors around it.
pub(super) fn bare(name: &str) -> &str {
    name.trim_matches(|c| OF_WORD.contains(&c) || c == '’')
}

/// Finds names of people in the marks that word processors make of `"`. Others may be a name's own, as those
/// of a call sign in Ukrainian: «Мадяр».
fn check_names(cx: &Context<'_>, out: &mut Findings) {
    for (_, voice) in &cx.document.voices {
        let name = voice.name.as_ref();
        let Some(name) = name.filter(|name| name.starts_with(OF_WORD) && is_wrapped(name)) else {
            continue;
        };
        let message = "the name stands in quote marks, which are printed as a part of it";
        let fault = Diagnostic::new(&OUTER_QUOTE_MARKS, name.place, message)
            .help("take them out: those of YAML are straight, and a name needs none");
        let fault = match without_marks(cx, name) {
            Some(edits) => fault.edit("Take the marks out", edits),
            None => fault,
        };
        out.warn(&cx.document.allow, fault.of_brief());
    }
}

/// Takes both marks out, if they are written as they read.
fn without_marks(cx: &Context<'_>, words: &Text) -> Option<[(Span, String); 2]> {
    let is_word = |c: char| c.is_alphanumeric();
    let text = words.trim_start();
    let open = words.len() - text.len();
    let open = open..open + text.chars().next()?.len_utf8();
    let marks = ['”', '"', '»', '«', '“', '」', '』', '’', '\''];
    let close = words
        .rfind(marks)
        .filter(|at| *at > words.find(is_word).unwrap_or(0))?;
    let close = close..close + words.get(close..)?.chars().next()?.len_utf8();
    let both = [open, close].map(|range| {
        let place = cx.part(words, range.clone()).span()?;
        (place.end - place.start == range.len()).then(|| (place, String::new()))
    });
    let [Some(open), Some(close)] = both else {
        return None;
    };
    Some([open, close])
}

pub(super) fn is_wrapped(text: &str) -> bool {
    let text = text
        .trim()
        .trim_end_matches(['.', ',', ';', '!', '?', '…', '。', ' ']);
    match text.chars().next() {
        Some(open @ ('‘' | '\'')) => is_wrapped_in_single(text, open),
        Some(open) => end_of_first(text, open) == Some(text.len()),
        None => false,
    }
}

/// Returns where the quote ends that a text begins with.
fn end_of_first(text: &str, open: char) -> Option<usize> {
    let closing: &[char] = match open {
        '“' | '”' => &['”'],
        '"' => &['"'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '„' => &['“', '”'],
        '「' => &['」'],
        '『' => &['』'],
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

/// Single marks are apostrophes, too: where another may close or open a quote, it is open whether
/// these belong together.
fn is_wrapped_in_single(text: &str, open: char) -> bool {
    let close = if open == '‘' { '’' } else { '\'' };
    let inner = text
        .strip_prefix(open)
        .and_then(|text| text.strip_suffix(close));
    inner.is_some_and(|inner| {
        let begins = inner.starts_with(|c: char| c.is_uppercase() || matches!(c, '¿' | '¡' | '['));
        let marks = inner
            .char_indices()
            .filter(|(_, c)| *c == close || *c == open);
        begins
            && marks
                .map(|(at, c)| inner.split_at(at + c.len_utf8()).1)
                .all(|after| after.starts_with(char::is_alphanumeric))
            && !inner.starts_with("Tis ")
            && !inner.starts_with("Twas ")
    })
}

fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(
        &OUTER_QUOTE_MARKS,
        place,
        "the quote is wrapped in quote marks",
    )
    .help("leave the outer marks out: the page sets them")
    .help("if the speaker quotes somebody, silence the rule here: `allow: [{ rule: outer-quote-marks, reason: … }]`")
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
            "‘No deal.’",
            "'Don't go.'",
            "”Nej.”",
            "「不。」",
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
            "‘No’ is not ‘maybe’",
            "'Tis the workers'",
            "”Nej” är ”nej”",
        ] {
            assert!(!is_wrapped(text), "{text}");
        }
    }
}
