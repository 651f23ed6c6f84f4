//! No locale file ends in a panic or an overflow.

use crate::describe::locales::{ENGLISH, Locale, LocaleError, Message, embedded};

/// Reads a file of the user's, with English words behind it.
fn read(tag: &str, text: &str) -> Result<Locale, LocaleError> {
    Locale::read(tag, text, embedded(ENGLISH).unwrap().clone())
}

/// The parser compares each name with all before it.
#[test]
fn no_more_values_are_given_than_are_read_in_a_moment() {
    let given = |count: usize| {
        let names: Vec<String> = (0..count).map(|at| format!("a{at}: \")\"")).collect();
        format!("claims = {{ -a({}) }}\n-a = x\n", names.join(",\n "))
    };
    let found = read("de", &given(251)).unwrap_err().to_string();
    assert!(found.contains("more than 250 values are given"), "{found}");
    assert!(read("de", &given(250)).is_ok());
    // In words, colons are no names.
    let words = "(a: b: c) ".repeat(200);
    assert!(read("de", &format!("claims = {words}\n")).is_ok());
}

/// The parser recurses into each, and so does whatever goes through what it parsed.
#[test]
fn what_would_overflow_the_stack_is_refused() {
    let deep = 20_000;
    for text in [
        // Closed in quotes, which is not closed at all.
        format!("claims = {}", "{ -a(\"}\", ".repeat(deep)),
        format!("claims = {}", "{ -a(\")}\",{".repeat(deep)),
        format!("claims = {}", "{ -a(".repeat(deep)),
        format!("claims = {{ {}", "-a(".repeat(deep)),
        format!("claims = {{ {}", "F(\nF(".repeat(deep)),
        format!(
            "claims = {}",
            "{ $a ->\n [b] x)}\n [c] {\"}}}\"} ".repeat(deep)
        ),
        format!("claims = {{\n{}", "F(\n".repeat(deep)),
        format!("# a comment\nclaims =\n    .a = {}", "{".repeat(deep)),
    ] {
        let found = read("de", &text).unwrap_err().to_string();
        assert!(
            found.contains("more than 250 braces are open") || found.contains("nbalanced"),
            "{found}"
        );
    }
    // Each entry by itself is not too deep.
    let (open, close) = ("{".repeat(200), "}".repeat(200));
    let chain = (0..90).map(|at| format!("-a{at} = {open}-a{}{close}\n", at + 1));
    let chain = chain.collect::<Vec<_>>().concat();
    for text in [
        format!("claims = {{ -a0 }}\n{chain}-a90 = x"),
        format!("claims = {{ -z }}\n-z = {{ -a0 }}\n{chain}-a90 = x"),
    ] {
        let found = read("de", &text).unwrap_err().to_string();
        assert!(found.ends_with("has more than 250 braces open"), "{found}");
    }
    // What stands beside each other is not deep, and words have parentheses.
    let many = "# (((((\nclaims = x (y) { \"(\" }\n".repeat(300);
    assert_eq!(read("de", &many).unwrap().text(Message::Claims), "x (y) (");
}

/// Parentheses in words are not those of calls.
#[test]
fn words_may_have_any_number_of_parentheses() {
    let words = "(a) ( b :( ".repeat(200);
    let variants = "x (y) ".repeat(300);
    for text in [
        format!("claims = {words}\n"),
        format!("claims = {words}\n {words} {{ \"(\" }}\n"),
        format!("claims = {{ 1 ->\n [one] {variants}\n *[other] {variants}\n }}\n"),
    ] {
        assert!(read("de", &text).is_ok(), "{text}");
    }
}

/// The parser would cut a letter in two.
#[test]
fn a_broken_escape_is_refused_with_its_line() {
    for escape in ["\\u", "\\u00", "\\U00003", "\\u123"] {
        let text = format!("topic = x\nclaims = {{ \"ж{escape}ж\" }}\n");
        let found = read("de", &text).unwrap_err().to_string();
        let said = "de.ftl:2: `\\u` takes four hexadecimal digits, and `\\U` six";
        assert_eq!(found, said, "{escape}");
    }
    let words = r#"claims = "C:\uж" \u"#;
    assert!(read("de", words).is_err());
    assert_eq!(
        read("de", r"claims = \uж").unwrap().text(Message::Claims),
        r"\uж"
    );
    assert_eq!(
        read("de", r#"claims = { "\u0436" }"#)
            .unwrap()
            .text(Message::Claims),
        "ж"
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(512))]

    /// Whatever a file is made of, it is read or refused.
    #[test]
    fn no_file_ends_in_a_panic(parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..40)) {
        let text = parts.concat();
        for text in [text.clone(), format!("claims = {text}")] {
            drop(read("de", &text));
        }
    }
}

const PARTS: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "\"",
    "\\",
    "\\u",
    "\\U",
    "00e9",
    "1F600",
    "ж",
    "é",
    "\n",
    "\r\n",
    " ",
    "\n    ",
    "claims = ",
    "-a = ",
    "-a",
    "origins = ",
    "$count",
    "$b",
    " ->\n",
    "[one]",
    "*[other]",
    ".b",
    " = ",
    "F",
    "1",
    "1.0",
    "0.00000000000000000000000000000001",
    "99999999999999999999999999",
    "-",
    ":",
    ",",
    "#",
    "\u{200B}",
    "\u{FEFF}",
    "\0",
    "x",
];
