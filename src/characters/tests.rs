//! Holds the tables against Unicode, and what is spelling against what hides.

use std::collections::BTreeSet;

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::hidden::{is_hidden, is_unsafe};
use super::scripts::{has_no_capitals, has_no_word_spaces, is_han, is_right_to_left, joins};
use super::spelling::{hiding, is_emoji};

/// The characters of a class of Unicode, as a regular expression has it.
fn class(class: &str) -> BTreeSet<char> {
    let class = class.replace(char::is_whitespace, "");
    let parsed = regex_syntax::parse(&class).unwrap();
    let regex_syntax::hir::HirKind::Class(regex_syntax::hir::Class::Unicode(class)) = parsed.kind()
    else {
        panic!("a class of characters");
    };
    let ranges = class.iter();
    ranges
        .flat_map(|range| range.start()..=range.end())
        .collect()
}

#[test]
fn what_hides_is_told_as_unicode_has_it() {
    let hides = class(
        r"[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\p{Zl}\p{Zp}
        \p{Noncharacter_Code_Point}\u{FFF9}-\u{FFFC}\u{2800}]",
    );
    for c in '\0'..=char::MAX {
        assert_eq!(is_hidden(c), hides.contains(&c), "U+{:04X}", u32::from(c));
    }
}

#[test]
fn letters_join_in_scripts_that_have_joiners() {
    for c in class(
        r"[[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Nko}\p{Mandaic}\p{Adlam}\p{Devanagari}\p{Bengali}
        \p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}
        \p{Khmer}\p{Myanmar}\p{Balinese}\p{Javanese}\p{Phags_Pa}\p{Hanifi_Rohingya}]&&[\p{L}\p{M}]]",
    ) {
        assert!(joins(c), "U+{:04X}", u32::from(c));
    }
    // What stacks letters is a virama, by its combining class.
    let stacks = ('\0'..=char::MAX).filter(|c| canonical_combining_class(*c) == 9);
    let without_joiners = class(r"[\p{Thai}\p{Lao}\p{Tibetan}\p{Tifinagh}]");
    for c in stacks.filter(|c| !without_joiners.contains(c)) {
        assert!(joins(c), "U+{:04X}", u32::from(c));
    }
    for c in class(
        r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{Hebrew}\p{Thai}\p{Lao}\p{Han}
        \p{Hiragana}\p{Katakana}\p{Hangul}\p{Ethiopic}\p{N}\p{P}\p{S}]",
    ) {
        assert!(!joins(c) || is_combining_mark(c), "U+{:04X}", u32::from(c));
    }
}

#[test]
fn directions_are_those_of_the_scripts() {
    let rightward = class(
        r"[[\p{Latin}\p{Greek}\p{Cyrillic}\p{Han}\p{Thai}\p{Devanagari}\p{Hangul}\p{Ethiopic}]
        &&\p{L}]",
    );
    assert!(!rightward.into_iter().any(is_right_to_left));
    let leftward = class(
        r"[[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}\p{Samaritan}\p{Mandaic}\p{Adlam}
        \p{Hanifi_Rohingya}]&&\p{L}]",
    );
    assert!(leftward.into_iter().all(is_right_to_left));
}

#[test]
fn ideographs_emoji_and_scripts_without_spaces_are_those_of_unicode() {
    assert!(class(r"\p{Unified_Ideograph}").into_iter().all(is_han));
    let pictures = class(r"\p{Extended_Pictographic}");
    let emoji = class(r"[[\p{Emoji}--\p{Emoji_Component}]--\p{ASCII}]");
    for c in '\0'..=char::MAX {
        let is = is_emoji(c);
        assert!(pictures.contains(&c) || !is, "U+{:04X}", u32::from(c));
        assert!(is || !emoji.contains(&c), "U+{:04X}", u32::from(c));
    }
    let unspaced = class(
        r"[[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Yi}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]
        &&\p{L}]",
    );
    for c in unspaced {
        assert!(has_no_word_spaces(c), "U+{:04X}", u32::from(c));
    }
    let spaced = class(
        r"[[\p{Latin}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Tibetan}\p{Ethiopic}
        \p{Hangul}]&&\p{L}]",
    );
    assert!(!spaced.into_iter().any(has_no_word_spaces));
}

#[test]
fn scripts_have_capitals_or_not() {
    for c in class(
        r"[[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}]&&[\p{Lu}\p{Lt}\p{Changes_When_Uppercased}]]",
    ) {
        assert!(!has_no_capitals(c), "U+{:04X}", u32::from(c));
    }
    let without = class(
        r"[[\p{Georgian}\p{Hebrew}\p{Arabic}\p{Devanagari}\p{Thai}\p{Han}\p{Hangul}\p{Ethiopic}]
        &&\p{L}]",
    );
    assert!(without.into_iter().all(has_no_capitals));
}

/// Texts as people write them.
const SPELLED: &[&str] = &[
    "کارها را در بهار آغاز می\u{200C}کنیم، بی\u{200C}تردید.",
    "کار\u{200C}ها",
    "CD\u{200C}های ۱۲\u{200C}ساله",
    "۱۳۹۹ ه\u{200D}.ش",
    "क्\u{200C}ष क्\u{200D}ष",
    "র\u{200D}্য ক্\u{200C}ত",
    "ශ්\u{200D}රී ලංකා",
    "ന്\u{200D}",
    "❤\u{FE0F} and ❤\u{FE0E} and 1\u{FE0F}\u{20E3}",
    "👩\u{200D}💻 👩🏽\u{200D}💻 🏳\u{FE0F}\u{200D}🌈 👨\u{200D}👩\u{200D}👧 ⛹🏻\u{200D}♂\u{FE0F}",
    "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "葛\u{E0100}城 辻\u{FE00} 。\u{FE01}",
    "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ ᠠ\u{180B}",
    "סיכמנו ב\u{200F}, אמרה",
    "שפת C++\u{200E} היא",
    "\u{200F}5 ملايين\u{200F}",
    "عام 2025\u{061C}-2026",
    "تهانينا ❤\u{FE0F}\u{200F}",
    "ភាសា\u{200B}ខ្មែរ",
    "ภาษา\u{200B}ไทย",
    "రేవంత్\u{200C} రెడ్డి",
    "‘బ్యాక్\u{200C}’",
    "ರಾಹುಲ್\u{200C}",
    "ئه\u{200C}مه\u{200C} و",
    "می\u{200C} کنیم",
    "«\u{200B}ខ្មែរ\u{200B}» ខ្មែរ\u{200B} ខ្មែរ\u{200B}",
    "⠓⠊\u{2800}⠓⠊",
    "0\u{FE00} ∩\u{FE00}",
];

/// Texts with the byte of a character that hides in them.
const HIDING: &[(&str, usize)] = &[
    ("a\u{200C}b", 1),
    ("a\u{200D}b", 1),
    ("א\u{200D}ב", 2),
    ("a\u{200B}b", 1),
    ("a\u{200E}b", 1),
    ("10 \u{200F}– 20", 3),
    ("Bell paid \u{200F}10 – 20\u{200F} Holm", 10),
    ("א a \u{200F}10 – 20\u{200F} b א", 5),
    ("א\u{202E}ב", 2),
    ("א\u{2067}ב", 2),
    ("א\u{200F}\u{200F}ב", 2),
    ("می\u{200C}\u{200C}کنیم", 4),
    (" \u{200C}کنیم", 1),
    ("ខ្មែរ\u{200B}\u{200B}ខ្មែរ", 15),
    ("a\u{1BCA0}b", 1),
    ("a\u{1D173}b", 1),
    ("un\u{2800}likely", 2),
    ("a\u{FE0F}b", 1),
    ("1\u{FE0F}", 1),
    ("a\u{FE00}", 1),
    ("a\u{E0100}", 1),
    ("❤\u{FE0F}\u{FE0F}", 6),
    ("👩\u{200D}a", 4),
    ("a\u{200D}👩", 1),
    ("🏴\u{E0068}\u{E0069}", 4),
    (
        "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E0073}\u{E0063}\u{E007F}",
        4,
    ),
    ("a\u{E0068}", 1),
    ("Hy\u{AD}phen", 2),
    ("a\u{34F}b", 1),
    ("ㅤ", 0),
    ("ا\u{FEFF}ب", 2),
    ("a\u{180B}", 1),
    ("a\u{7}", 1),
];

#[test]
fn what_is_spelling_passes_and_what_hides_is_found() {
    for text in SPELLED {
        assert!(text.chars().any(is_unsafe), "{text}");
        assert_eq!(hiding(text), [], "{text:?}");
    }
    for (text, at) in HIDING {
        let found = hiding(text).first().map(|(at, _)| *at);
        assert_eq!(found, Some(*at), "{text:?}");
    }
}

/// Embeddings, overrides and isolates are spelling nowhere.
#[test]
fn what_reorders_letters_always_hides() {
    for c in ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}') {
        for (before, after) in [("א", "ב"), ("a", "b"), ("ا", "a"), ("❤", "❤"), ("葛", "城")]
        {
            let text = format!("{before}{c}{after}");
            assert_eq!(hiding(&text), [(before.len(), c)], "{text:?}");
        }
    }
}

/// Each character is looked at a few times, however many hide.
#[test]
fn marks_in_a_row_take_no_longer_each() {
    let text = "1\u{200F}".repeat(100_000);
    assert_eq!(hiding(&text).len(), 100_000);
}
