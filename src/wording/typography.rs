//! What a typesetter does to running text: quote marks of the language, apostrophes, and spaces
//! at which no line may break. Quotes are never touched.

use std::borrow::Cow;

use crate::model::Language;

/// A no-break space.
pub(crate) const NBSP: char = '\u{A0}';

/// The marks that open and close a quote, outer and inner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QuoteMarks {
    /// Around a quote.
    pub(crate) outer: (&'static str, &'static str),
    /// Around a quote in a quote.
    pub(crate) inner: (&'static str, &'static str),
}

/// Returns a language's marks, as Unicode CLDR gives them; English ones where none are known.
pub(crate) fn quote_marks(language: &Language) -> QuoteMarks {
    let (outer, inner) = match language.primary().as_str() {
        "de" | "cs" | "sk" | "sl" | "is" | "et" | "lt" => (("„", "“"), ("‚", "‘")),
        "bg" | "ka" => (("„", "“"), ("‘", "’")),
        "pl" | "ro" | "hr" | "sr" | "hu" | "nl" => (("„", "”"), ("‚", "’")),
        "fr" => (("«\u{202F}", "\u{202F}»"), ("“", "”")),
        "uk" | "ru" | "be" | "kk" => (("«", "»"), ("„", "“")),
        "es" | "it" | "pt" | "ca" | "el" | "no" | "nb" | "nn" | "fa" => (("«", "»"), ("“", "”")),
        "fi" | "sv" => (("”", "”"), ("’", "’")),
        "ja" | "zh" => (("「", "」"), ("『", "』")),
        _ => (("“", "”"), ("‘", "’")),
    };
    QuoteMarks { outer, inner }
}

/// Sets a text: straight quote marks become the language's, a straight apostrophe a curly one, and
/// a number keeps to the word that it counts.
pub(crate) fn set<'a>(text: &'a str, marks: &QuoteMarks) -> Cow<'a, str> {
    set_after(' ', text, marks)
}

/// Sets a piece of running text that follows a letter; a space stands for the beginning.
pub(crate) fn set_after<'a>(before: char, text: &'a str, marks: &QuoteMarks) -> Cow<'a, str> {
    let plain = !text
        .bytes()
        .any(|byte| matches!(byte, b'"' | b'\'') || byte.is_ascii_digit());
    if plain && !text.contains("Mr. ") && !text.contains("Dr. ") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = before;
    let mut opened = false;
    for (at, letter) in text.char_indices() {
        let opens = opened || previous.is_whitespace() || matches!(previous, '(' | '[' | '—' | '–');
        opened = opens && matches!(letter, '"' | '\'');
        match letter {
            '"' => out.push_str(if opens { marks.outer.0 } else { marks.outer.1 }),
            '\'' if opens => out.push_str(marks.inner.0),
            '\'' => out.push('’'),
            ' ' if binds(text, at) => out.push(NBSP),
            other => out.push(other),
        }
        previous = letter;
    }
    Cow::Owned(out)
}

/// Says whether a line may not break at the space at this byte: between a number and the word
/// after it, and after a title.
fn binds(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at + 1..).unwrap_or_default();
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let number =
        word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    let title = matches!(word, "Mr." | "Mrs." | "Ms." | "Dr." | "No." | "p." | "pp.");
    let counts = after.starts_with(char::is_alphabetic) && !is_year(word);
    (number && counts) || title
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.starts_with(['1', '2'])
}

#[cfg(test)]
mod tests {
    use super::{quote_marks, set};
    use crate::model::Language;

    fn english(text: &str) -> String {
        set(text, &quote_marks(&Language::parse("en").unwrap())).into_owned()
    }

    #[test]
    fn straight_marks_become_those_of_the_language() {
        assert_eq!(
            english(r#"He said "no" (and "yes")."#),
            "He said “no” (and “yes”)."
        );
        assert_eq!(english("Ukraine's 'right'"), "Ukraine’s ‘right’");
        assert_eq!(english("\"'maybe' he\""), "“‘maybe’ he”");
        let french = quote_marks(&Language::parse("fr-FR").unwrap());
        assert_eq!(set("\"oui\"", &french), "«\u{202F}oui\u{202F}»");
    }

    #[test]
    fn numbers_keep_to_what_they_count() {
        assert_eq!(english("on 15 August 2025 at"), "on 15\u{A0}August 2025 at");
        assert_eq!(english("Mr. Smith"), "Mr.\u{A0}Smith");
        assert_eq!(english("no digits here"), "no digits here");
    }
}
