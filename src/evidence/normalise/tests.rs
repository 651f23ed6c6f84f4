use proptest::prelude::*;

use super::Normalised;
use crate::characters::hiding;

fn normal(text: &str) -> String {
    Normalised::of(text).text().to_owned()
}

/// Asserts that the texts are the same after normalisation.
#[track_caller]
fn alike(texts: &[&str]) {
    for text in texts {
        assert_eq!(normal(text), normal(texts[0]), "{text:?}");
    }
}

#[test]
fn canonically_equivalent_sequences_are_one() {
    alike(&["Zoë Å", "Zoe\u{308} A\u{30A}", "Zoë \u{212B}"]);
    alike(&["각", "\u{1100}\u{1161}\u{11A8}"]);
}

#[test]
fn quote_marks_and_apostrophes_are_one() {
    alike(&[
        "'a' it's",
        "‘a’ it’s",
        "“a” it‘s",
        "«a» it´s",
        "„a‟ it`s",
        "\"a\" itʼs",
    ]);
}

#[test]
fn primes_are_no_quote_marks() {
    assert_ne!(normal("5′"), normal("5″"));
    assert_ne!(normal("5′"), normal("5'"));
}

#[test]
fn dashes_hyphens_and_minus_are_one() {
    alike(&["a-b", "a–b", "a—b", "a\u{2011}b", "a―b", "a−b"]);
    assert_ne!(normal("a - b"), normal("a-b"));
}

#[test]
fn any_two_spaces_are_one() {
    let spaces = || ('\0'..=char::MAX).filter(|c| c.is_whitespace());
    for (first, second) in spaces().flat_map(|first| spaces().map(move |second| (first, second))) {
        let text = format!("begin{first}{second}the");
        assert_eq!(Normalised::of(&text).text(), "begin the", "{text:?}");
    }
}

#[test]
fn spaces_are_one() {
    alike(&[
        "a b",
        "a\u{A0}b",
        "a\u{202F}b",
        "a\r\nb",
        "a \n\n\t b",
        "a\u{2009}\u{200B} b",
        " a b\n",
    ]);
    assert_ne!(normal("a b"), normal("ab"));
}

#[test]
fn three_dots_are_an_ellipsis() {
    alike(&["a…b", "a...b"]);
    assert_eq!(normal("a....b"), "a….b");
    assert_eq!(normal("a..b"), "a..b");
    assert_eq!(normal(". . ."), ". . .");
}

#[test]
fn quote_marks_and_hyphens_of_all_scripts_are_one() {
    alike(&["צה\"ל", "צה״ל", "צה”ל"]);
    alike(&["ג'ירף", "ג׳ירף", "ג’ירף"]);
    alike(&["בית-ספר", "בית־ספר"]);
    alike(&["「是。」", "“是。”", "『是。』", "｢是。｣"]);
    alike(&["Հայ-ռուս", "Հայ֊ռուս"]);
}

#[test]
fn forms_that_other_sets_of_characters_have_are_one() {
    alike(&["２０２５年", "2025年"]);
    alike(&["开始⋯主席", "开始…主席", "开始...主席"]);
    alike(&["５〜６", "5～6"]);
    alike(&["ジョン・スミス", "ジョン･スミス"]);
    alike(&["是──不是", "是——不是", "是――不是"]);
    alike(&[
        "ﾊﾝｶｸのﾊﾞｽとﾊﾟｰﾃｨ､ｳﾞｨｰﾝ｡",
        "ハンカクのバスとパーティ、ヴィーン。",
        "ハンカクのハ\u{309B}スとハ\u{309C}ーティ、ウ゛ィーン。",
    ]);
    alike(&["ﾾￂﾤﾡￚﾩﾵￂ ﾧￂﾪ ﾡￂﾡ ﾡ", "한글사 닭 각 ㄱ"]);
    alike(&["ＮＡＴＯ　ａｎｄ　５０％！（￥）", "NATO and 50%!(¥)"]);
    alike(&["我们，你：好", "我们,你:好"]);
    assert_ne!(normal("１０，２０"), normal("10,20"));
    assert_ne!(normal("10⁶㎏½Ⅷ"), normal("106kg1/2VIII"));
    assert_ne!(normal("ﾊｽ"), normal("ﾊﾞｽ"));
    alike(&[
        "ทำ น้ำ ນຳ",
        "ท\u{E4D}\u{E32} น\u{E4D}\u{E49}\u{E32} ນ\u{ECD}\u{EB2}",
    ]);
    alike(&[
        "ทำ น้ำ",
        "ทำ น\u{E49}\u{E4D}\u{E32}",
        "ทำ น\u{E4D}\u{200B}\u{E49}\u{E32}",
    ]);
    assert_ne!(normal("ท\u{E4D}"), normal("ทำ"));
    assert!(!normal("ทำ").contains('\u{E32}'));
}

/// അവൻ is he, അവന് to him.
#[test]
fn a_joiner_makes_letters_of_malayalam() {
    for (old, new) in [
        ("അവന\u{D4D}\u{200D} വന്നു", "അവൻ വന്നു"),
        ("കാറ\u{D4D}\u{200D}", "കാറ്"),
        ("അവള\u{D4D}\u{200D}, മകര\u{D4D}\u{200D}.", "അവൾ, മകർ."),
        (
            "പാല\u{D4D}\u{200D}കണ\u{D4D}\u{200D}ക\u{D4D}\u{200D}",
            "പാൽകൺൿ",
        ),
    ] {
        assert_eq!(normal(old), normal(new), "{new}");
    }
    for (old, other) in [("അവന\u{D4D}\u{200D}", "അവന\u{D4D}"), ("അവൻ", "അവന്")]
    {
        assert_ne!(normal(old), normal(other), "{other}");
    }
}

/// A reader sees a space.
#[test]
fn what_is_blank_is_a_space() {
    alike(&[
        "un likely",
        "un\u{2800}likely",
        "un\u{3164}likely",
        "un\u{FFA0} likely",
    ]);
}

#[test]
fn what_leaves_no_mark_is_nothing() {
    alike(&[
        "guarantee",
        "guar\u{AD}antee",
        "\u{FEFF}guaran\u{200B}tee",
        "guaran\u{2060}tee",
        "\u{202A}guaran\u{2069}tee\u{200E}",
        "g\u{7}uarantee\u{FFFC}",
        "guaran\u{1BCA0}tee\u{1D173}",
    ]);
    alike(&["میکنیم", "می\u{200C}کنیم"]);
    alike(&["❤ וזה", "❤\u{FE0F}\u{200F} וזה"]);
    // Nor does it keep what composes apart.
    alike(&["é", "e\u{34F}\u{301}", "e\u{200D}\u{301}"]);
    alike(&["שָׁ", "ש\u{34F}\u{5B8}\u{5C1}", "ש\u{5C1}\u{34F}\u{5B8}"]);
}

/// A quote that has to be written without a character is found in a source that has it.
#[test]
fn what_a_brief_may_not_hold_is_nothing() {
    for c in '\0'..=char::MAX {
        for (before, after) in [("a", "b"), ("a.", "ب")] {
            let text = format!("{before}{c}{after}");
            if !hiding(&text).is_empty() {
                let expected = [format!("{before}{after}"), format!("{before} {after}")];
                assert!(expected.contains(&normal(&text)), "U+{:04X}", u32::from(c));
            }
        }
    }
}

#[test]
fn nothing_else_is_alike() {
    for (one, other) in [
        ("US", "us"),
        ("e", "é"),
        ("a, b", "a b"),
        ("ſ", "s"),
        ("A", "ａ"),
        ("~", "〜"),
    ] {
        assert_ne!(normal(one), normal(other));
    }
}

/// Returns the piece of the original that a piece of the normalised text stands for.
fn original<'a>(text: &'a str, piece: &str) -> &'a str {
    let normalised = Normalised::of(text);
    let at = normalised.text().find(piece).unwrap();
    let start = normalised.start(text, at);
    let end = normalised.end(text, at + piece.len());
    let count = |byte| text.get(..byte).unwrap().chars().count();
    assert_eq!(count(start.byte), start.code_point);
    assert_eq!(count(end.byte), end.code_point);
    text.get(start.byte..end.byte).unwrap()
}

#[test]
fn the_way_back_is_exact() {
    assert_eq!(original("a  “bc”  d", "'bc'"), "“bc”");
    assert_eq!(original("\u{FEFF} x\u{AD}yz\u{AD} w", "yz"), "yz");
    assert_eq!(original("x\u{AD}y\u{AD} w", "xy"), "x\u{AD}y");
    assert_eq!(original("x\u{200F}, e\u{301}", "x"), "x");
    assert_eq!(
        original("x\u{200F} é e\u{301}\u{200F}, y", "é,"),
        "e\u{301}\u{200F},"
    );
    assert_eq!(original("é e\u{301}tat. b", "état"), "e\u{301}tat");
    assert_eq!(original("one... two", "…"), "...");
    assert_eq!(original("one... two", "two"), "two");
    assert_eq!(original("end  ", "end"), "end");
    let long = format!("{} “é” {}", "—x ".repeat(5_000), "y\n\n".repeat(5_000));
    assert_eq!(original(&long, "'é'"), "“é”");
}

proptest! {
    /// Every piece leads back to a piece that is normalised to it, up to spaces at its ends.
    #[test]
    fn pieces_lead_back(text in "([abé\u{200F}\u{AD}“ \n…e-]|e\u{301}|e\u{34F}\u{301}){0,30}", from in 0usize..30, to in 0usize..30) {
        let normalised = Normalised::of(&text);
        let ends: Vec<usize> = normalised
            .text()
            .char_indices()
            .map(|(at, _)| at)
            .chain([normalised.text().len()])
            .collect();
        let [one, other] = [from, to].map(|at| ends[at.min(ends.len() - 1)]);
        let (from, to) = (one.min(other), one.max(other));
        if from == to {
            return Ok(());
        }
        let piece = normalised.text().get(from..to).unwrap();
        let (start, end) = (normalised.start(&text, from), normalised.end(&text, to));
        let back = normal(text.get(start.byte..end.byte).unwrap());
        prop_assert_eq!(back.as_str(), piece.trim());
    }
}

/// Whether all else is composed or not.
#[test]
fn spaces_before_a_mark_are_one() {
    let text = "lost\u{A0}\u{A0}\u{A0}\u{5B6}\u{5B6}here";
    let uncomposed = format!("{text} a\u{5B7}\u{5B6}");
    assert!(
        normal(&uncomposed).starts_with(&normal(text)),
        "{uncomposed:?}"
    );
}
