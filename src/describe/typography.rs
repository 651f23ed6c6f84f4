//! Sets running text as a typesetter does: quote marks of the language, apostrophes, and spaces at
//! which no line may break. Quotes are never touched.

use std::borrow::Cow;

use crate::model::Language;

/// A no-break space.
pub(crate) const NBSP: char = '\u{A0}';

/// Parts what stands in a line; no line begins with it.
pub(crate) const DOT: &str = "\u{A0}· ";

/// The marks that open and close a quote, outer and inner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QuoteMarks<'a> {
    pub(crate) outer: (&'a str, &'a str),
    pub(crate) inner: (&'a str, &'a str),
}

/// How a language is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typography<'a> {
    pub(crate) quotes: QuoteMarks<'a>,
    /// Its words that keep to the word after them, such as titles.
    pub(crate) binding: &'a [String],
}

/// Returns the marks of a language that has no locale file, as Unicode CLDR gives them, if it is
/// known.
pub(crate) fn marks_of(language: &Language) -> Option<QuoteMarks<'static>> {
    let (outer, inner) = match language.primary().as_str() {
        "de" | "cs" | "sk" | "sl" | "is" | "et" | "lt" => (("„", "“"), ("‚", "‘")),
        "bg" | "ka" => (("„", "“"), ("‘", "’")),
        "pl" | "ro" | "hr" | "sr" | "hu" | "nl" => (("„", "”"), ("‚", "’")),
        "fr" => (("«\u{202F}", "\u{202F}»"), ("“", "”")),
        "ru" | "be" | "kk" => (("«", "»"), ("„", "“")),
        "es" | "it" | "pt" | "ca" | "el" | "no" | "nb" | "nn" | "fa" => (("«", "»"), ("“", "”")),
        "fi" | "sv" => (("”", "”"), ("’", "’")),
        // Of the mainland, as it is without a region; elsewhere as in Japan.
        "zh" if !is_traditional(language) => (("“", "”"), ("‘", "’")),
        "ja" | "zh" => (("「", "」"), ("『", "』")),
        _ => return None,
    };
    Some(QuoteMarks { outer, inner })
}

/// Says whether a language of China is written in traditional characters, by its script or its region.
fn is_traditional(language: &Language) -> bool {
    let subtags: Vec<String> = language.split('-').map(str::to_lowercase).collect();
    let has = |tag: &str| subtags.iter().any(|subtag| subtag == tag);
    has("hant") || !has("hans") && ["tw", "hk", "mo"].into_iter().any(has)
}

/// Sets a text: straight quote marks become the language's, a straight apostrophe a curly one, and
/// a number keeps to the word that it counts. Marks within a word are no quote marks.
pub(crate) fn set<'a>(text: &'a str, typography: &Typography<'_>) -> Cow<'a, str> {
    set_after(' ', text, typography)
}

/// Sets a piece of running text that follows a letter; a space stands for the beginning.
pub(crate) fn set_after<'a>(
    before: char,
    text: &'a str,
    typography: &Typography<'_>,
) -> Cow<'a, str> {
    let marks = &typography.quotes;
    let plain = !text
        .bytes()
        .any(|byte| matches!(byte, b'"' | b'\'') || byte.is_ascii_digit());
    let mut binding = typography.binding.iter();
    if plain && !binding.any(|word| text.contains(word.as_str())) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = before;
    let mut opened = false;
    for (at, letter) in text.char_indices() {
        let opens = opened || previous.is_whitespace() || matches!(previous, '(' | '[' | '—' | '–');
        opened = opens && matches!(letter, '"' | '\'');
        let rest = || text.get(at + letter.len_utf8()..).unwrap_or("");
        match letter {
            '"' if is_hebrew(previous) && rest().starts_with(is_hebrew) => {
                // Before the last letter of an abbreviation; else a prefix may stand before a quote.
                let quotes = closes_later(rest());
                out.push_str(if is_last(rest()) {
                    "״"
                } else if quotes {
                    marks.outer.0
                } else {
                    "\""
                });
            }
            '\'' if is_hebrew(previous) && rest().starts_with(is_hebrew) => out.push('׳'),
            '"' => out.push_str(if opens { marks.outer.0 } else { marks.outer.1 }),
            '\'' if opens && is_left_out(rest()) => out.push('’'),
            '\'' if opens => out.push_str(marks.inner.0),
            '\'' => out.push('’'),
            ' ' if binds(text, at, typography.binding) => out.push(NBSP),
            other => out.push(other),
        }
        previous = letter;
    }
    Cow::Owned(out)
}

fn is_hebrew(letter: char) -> bool {
    matches!(letter, 'א'..='ת')
}

/// Says whether a word ends with the first letter of a text.
fn is_last(text: &str) -> bool {
    let next = text.chars().nth(1);
    next.is_none_or(|next| !next.is_alphabetic() && !matches!(next, '"' | '\''))
}

/// Says whether a quote that begins a text ends in it: where no word goes on.
fn closes_later(text: &str) -> bool {
    let end = text.find('"').and_then(|at| text.get(at + 1..));
    end.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Says whether letters or digits are left out before a text, as in "’90s" and "’tis".
fn is_left_out(text: &str) -> bool {
    const WORDS: [&str; 7] = ["tis", "twas", "em", "til", "cause", "s", "t"];
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let after = text.strip_prefix(word).unwrap_or("");
    let is_decade = match word.as_bytes() {
        [tens, ones] => tens.is_ascii_digit() && ones.is_ascii_digit() && !after.contains('\''),
        [tens, ones, b's'] => tens.is_ascii_digit() && ones.is_ascii_digit(),
        _ => false,
    };
    let is_short = || WORDS.contains(&&*word.to_lowercase());
    is_decade || is_short() && after.starts_with(' ') || word == "n" && after.starts_with('\'')
}

/// Says whether a line may not break at the space at this byte: between a number and the word
/// after it, after a title, and between the letters of a currency and its sum.
fn binds(text: &str, at: usize, binding: &[String]) -> bool {
    let (before, from) = text.split_at(at);
    let word = before.rsplit(char::is_whitespace).next();
    let word = word.unwrap_or(before);
    let next = from.chars().nth(1);
    let counts = || next.is_some_and(char::is_alphabetic) && !is_year(word);
    let is_sum = || next.is_some_and(|next| next.is_ascii_digit()) && is_currency(word);
    is_number(word) && counts() || is_sum() || binding.iter().any(|known| known == word)
}

/// Says whether a word is a number of some digits, in groups or with a fraction: 12, 14.3, 1,240.
fn is_number(word: &str) -> bool {
    let mut parts = word.split(['.', ',']);
    parts.all(|part| matches!(part.len(), 1..=4) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Says whether a word is the code of a currency, as ISO 4217 has them.
fn is_currency(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“', '"']);
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Keeps a word and its number in one line, in short words of ours such as "para. 1".
pub(crate) fn unparted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let is_before_number = letters.peek().is_some_and(char::is_ascii_digit);
        let is_bound =
            letter == ' ' && is_before_number && (before.is_alphabetic() || before == '.');
        out.push(if is_bound { NBSP } else { letter });
        before = letter;
    }
    out
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.starts_with(['1', '2']) && !digits.contains(['.', ','])
}

#[cfg(test)]
mod tests {
    use super::{set, unparted};
    use crate::describe::Locales;
    use crate::model::Language;

    fn set_in(tag: &str, text: &str) -> String {
        let locales = Locales::default();
        let language = Language::parse(tag).unwrap();
        set(text, &locales.typography(&language)).into_owned()
    }

    fn english(text: &str) -> String {
        set_in("en", text)
    }

    #[test]
    fn straight_marks_become_those_of_the_language() {
        assert_eq!(
            english(r#"He said "no" (and "yes")."#),
            "He said “no” (and “yes”)."
        );
        assert_eq!(english("Ukraine's 'right'"), "Ukraine’s ‘right’");
        assert_eq!(english("\"'maybe' he\""), "“‘maybe’ he”");
        assert_eq!(set_in("fr-FR", "\"oui\""), "«\u{202F}oui\u{202F}»");
        for (tag, expected) in [
            ("zh", "“是”"),
            ("zh-Hans", "“是”"),
            ("zh-CN", "“是”"),
            ("zh-Hans-HK", "“是”"),
            ("zh-Hant", "「是」"),
            ("zh-TW", "「是」"),
            ("ja", "「是」"),
        ] {
            assert_eq!(set_in(tag, "\"是\""), expected, "{tag}");
        }
    }

    #[test]
    fn marks_within_words_are_no_quote_marks() {
        for (text, expected) in [
            ("ח\"כ אמר", "ח״כ אמר"),
            ("צה\"ל, ארה\"ב.", "צה״ל, ארה״ב."),
            ("מנכ\"לית אמרה", "מנכ\"לית אמרה"),
            ("ה\"ארץ\" כתב", "ה“ארץ” כתב"),
            ("צ'ק", "צ׳ק"),
            ("\"לא\"", "“לא”"),
        ] {
            assert_eq!(set_in("he", text), expected);
        }
        for (text, expected) in [
            ("the '90s", "the ’90s"),
            ("in '24, he said", "in ’24, he said"),
            ("'90 per cent' of it", "‘90 per cent’ of it"),
            ("'tis rock 'n' roll", "’tis rock ’n’ roll"),
            ("get 'em out", "get ’em out"),
            ("'em' is a dash", "‘em’ is a dash"),
            ("he said 'no'", "he said ‘no’"),
        ] {
            assert_eq!(english(text), expected);
        }
    }

    #[test]
    fn words_of_ours_keep_to_their_numbers() {
        for (text, expected) in [
            ("ch. 4, pp. 117–119", "ch.\u{A0}4, pp.\u{A0}117–119"),
            ("para. 1", "para.\u{A0}1"),
            ("Edition 1", "Edition\u{A0}1"),
            (
                "30\u{A0}July – 2\u{A0}August",
                "30\u{A0}July – 2\u{A0}August",
            ),
        ] {
            assert_eq!(unparted(text), expected);
        }
    }

    #[test]
    fn numbers_keep_to_what_they_count() {
        assert_eq!(english("on 15 August 2025 at"), "on 15\u{A0}August 2025 at");
        assert_eq!(english("Mr. Smith"), "Mr.\u{A0}Smith");
        let sum = "put at EUR 14.3 million (USD 1,240 each)";
        let set = "put at EUR\u{A0}14.3\u{A0}million (USD\u{A0}1,240\u{A0}each)";
        assert_eq!(english(sum), set);
        assert_eq!(
            english("para. 1 of Art. 5"),
            "para.\u{A0}1\u{A0}of Art.\u{A0}5"
        );
        assert_eq!(
            english("it is 3. Then NATO came"),
            "it is 3. Then NATO came"
        );
        assert_eq!(english("no digits here"), "no digits here");
    }
}
