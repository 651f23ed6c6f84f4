//! Input made to exhaust the reader ends in a diagnostic, at once.

use std::fmt::Write;

use brief::diagnostics::{Diagnostic, Severity};
use brief::phases;

/// As many bytes as each hostile text has.
const SIZE: usize = 500_000;

fn first_code(bytes: &[u8]) -> Option<&'static str> {
    let reading = phases::read(bytes);
    reading.diagnostics.iter().next().map(Diagnostic::code)
}

#[test]
fn nesting_ends_at_the_limit() {
    for unit in ["[", "{a: ", "- ", "[x,", "[[],"] {
        let text = unit.repeat(SIZE / unit.len());
        assert_eq!(
            first_code(text.as_bytes()),
            Some("nesting-too-deep"),
            "{unit}"
        );
    }
    let mut steps = String::new();
    for depth in 0..1_400 {
        writeln!(steps, "{}a:", " ".repeat(depth)).unwrap_or_default();
    }
    assert_eq!(first_code(steps.as_bytes()), Some("nesting-too-deep"));
}

#[test]
fn the_number_of_values_has_a_limit() {
    for unit in ["- a\n", "- {}\n", "- [a, b]\n"] {
        let text = unit.repeat(550_000);
        assert_eq!(
            first_code(text.as_bytes()),
            Some("input-too-large"),
            "{unit}"
        );
    }
}

#[test]
fn repeated_characters_are_read_or_refused() {
    for unit in [
        "x",
        "\"",
        "'",
        "\t",
        " ",
        "\n",
        "#",
        "!",
        "&a ",
        "*a ",
        "%",
        "?",
        "? ",
        ": ",
        "|",
        "\\",
        "\0",
        "\r",
        "]",
        "---\n",
        "a:\n",
        "- a\n",
        "x \n",
        "{a: b}, ",
        "\"\n",
        "+a\n",
        "1 a\n",
        "<a>",
        "｛ date: a ｝\n",
        "**a**: \n",
        "\u{A0}\n",
    ] {
        let repeated = unit.repeat(SIZE / unit.len());
        assert!(first_code(repeated.as_bytes()).is_some(), "{unit:?}");
        let value = format!("title: {repeated}");
        assert!(first_code(value.as_bytes()).is_some(), "{unit:?}");
        let items = format!("claims: [{repeated}]");
        assert!(first_code(items.as_bytes()).is_some(), "{unit:?}");
    }
}

#[test]
fn aliases_do_not_multiply() {
    let mut laughs = String::from("a0: &a0 [x]\n");
    for level in 1..30 {
        let aliases = format!("*a{}, ", level - 1).repeat(10);
        writeln!(laughs, "a{level}: &a{level} [{aliases}]").unwrap_or_default();
    }
    assert_eq!(first_code(laughs.as_bytes()), Some("alias-expansion"));
    assert_eq!(first_code(b"a: &a { b: *a }"), Some("alias-expansion"));
}

/// A few values, but of so much text that to copy it for each alias would take all memory there is.
#[test]
fn aliases_do_not_multiply_bytes() {
    let long = "x".repeat(4_000_000);
    let aliases = "*a, ".repeat(99_000);
    for text in [
        format!("title: &a {long}\nclaims: [{aliases}]\n"),
        format!("title: &a [[{long}], x]\nclaims: [*a, *a, *a]\n"),
    ] {
        let reading = phases::read(text.as_bytes());
        let found: Vec<_> = reading.diagnostics.iter().collect();
        let [fault] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(fault.code(), "alias-expansion");
        assert!(fault.message().ends_with("8388608 bytes of text"));
        assert!(reading.document.is_none());
    }
}

/// A fault in a value that many aliases stand for is one fault.
#[test]
fn a_fault_behind_aliases_is_reported_once() {
    let text = format!("claims:\n- &c {{ id: [] }}\n{}", "- *c\n".repeat(5_000));
    let reading = phases::read(text.as_bytes());
    let codes: Vec<_> = reading.diagnostics.iter().map(Diagnostic::code).collect();
    assert_eq!(
        codes,
        [
            "missing-field",
            "unattributed-claim",
            "wrong-type",
            "missing-field"
        ]
    );
}

#[test]
fn an_unsafe_text_behind_aliases_is_reported_once() {
    let text = format!(
        "title: &t \"a\\u202Eb\"\nclaims:\n{}",
        "- id: *t\n".repeat(5_000)
    );
    let reading = phases::read(text.as_bytes());
    let codes = reading.diagnostics.iter().map(Diagnostic::code);
    assert_eq!(codes.filter(|code| *code == "unsafe-character").count(), 1);
}

/// However many texts are unsafe, what is missing is said.
#[test]
fn unsafe_texts_crowd_no_fault_of_shape_out() {
    let text = format!(
        "gaps:\n{}",
        "- { question: \"a\\u202Eb\", why: x }\n".repeat(1_001)
    );
    let reading = phases::read(text.as_bytes());
    let count = |code| {
        let codes = reading.diagnostics.iter().map(Diagnostic::code);
        codes.filter(|found| *found == code).count()
    };
    assert_eq!(count("unsafe-character"), 1_001);
    assert_eq!(count("missing-field"), 1);
}

#[test]
fn the_size_is_limited() {
    let bytes = vec![b'x'; phases::MOST_BYTES + 1];
    assert_eq!(first_code(&bytes), Some("input-too-large"));
}

#[test]
fn no_more_faults_are_kept_than_anyone_reads() {
    let text = "a: b\n".repeat(SIZE / 5);
    let found = phases::read(text.as_bytes()).diagnostics;
    // None of the fields that a brief has is there, which is told besides.
    assert_eq!(found.len(), 1_002);
    let more = found
        .iter()
        .filter(|fault| fault.message().ends_with("more like these"));
    let more: Vec<_> = more.map(|fault| (fault.code(), fault.message())).collect();
    assert_eq!(more, [("unknown-field", "99000 more like these")]);
    assert_eq!(found.count(Severity::Error), 100_001);
}

/// What is not kept is told by rule, whichever the first was.
#[test]
fn faults_of_shape_that_are_not_kept_are_counted_by_rule() {
    let text = "a: b\n".repeat(1_500) + &"title: T\n".repeat(1_201);
    let found = phases::read(text.as_bytes()).diagnostics;
    let more = found
        .iter()
        .filter(|fault| fault.message().ends_with("more like these"));
    let more: Vec<_> = more.map(|fault| (fault.code(), fault.message())).collect();
    assert_eq!(
        more,
        [
            ("duplicate-field", "200 more like these"),
            ("unknown-field", "500 more like these"),
        ]
    );
}

/// The page would grow as the product of voices and issues.
#[test]
fn the_matrix_is_limited() {
    let brief = |voices: usize, issues: usize| {
        let mut text = "format: 1\ntitle: T\ntopic: T\nlang: en\nas_of: 2031-05-17\nedition: 1\n\
            bottom_line: So it is [@c].\nsources: { s: { type: article, title: T } }\n\
            claims: [{ id: c, says: So., voice: v0, in: s, said: { date: 2031 } }]\nvoices:\n"
            .to_owned();
        for number in 0..voices {
            writeln!(text, "  v{number}: {{ name: N{number} }}").unwrap();
        }
        text += "issues:\n";
        for number in 0..issues {
            writeln!(text, "  i{number}: {{ name: I{number} }}").unwrap();
        }
        let found = brief::Input::new(&text).check().diagnostics;
        let errors = found
            .iter()
            .filter(|fault| fault.severity() == Severity::Error);
        errors
            .map(|fault| fault.message().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(brief(200, 100), [""; 0]);
    assert_eq!(
        brief(200, 101),
        ["200 voices by 101 issues make 20200 cells of “Who stands where”; the limit is 20000"]
    );
}

/// What is wrong with the meaning is told as often as what is wrong with the shape, rule by rule.
#[test]
fn no_more_faults_of_meaning_are_told_than_anyone_reads() {
    let mut text = "bottom_line: So ".to_owned();
    for number in 0..1_500 {
        write!(text, "[@x{number}] ").unwrap();
    }
    text += "\nissues:\n";
    text += &"  i: { name: An issue }\n".repeat(1_200);
    let found = brief::Input::new(&text).check().diagnostics;
    let told = |code| {
        let told = found.iter().filter(|fault| fault.code() == code);
        told.map(Diagnostic::message).collect::<Vec<_>>()
    };
    assert_eq!(told("unknown-id").len(), 1_001);
    assert_eq!(told("unknown-id").last(), Some(&"500 more like these"));
    assert_eq!(told("duplicate-id").len(), 1_001);
    assert_eq!(told("duplicate-id").last(), Some(&"199 more like these"));
}

/// Parts that commas cut off one text are one fault, however many they are: each would look for the text again.
#[test]
fn a_text_with_many_commas_is_one_fault() {
    for parts in [1_000, 2_000] {
        let text = format!(
            "issues:\n  i: {{ name: A, {} }}\n",
            "b, name, ".repeat(parts)
        );
        let found = phases::read(text.as_bytes()).diagnostics;
        let told = found
            .iter()
            .filter(|fault| fault.primary().place.span().is_some());
        let told: Vec<&str> = told.map(Diagnostic::message).collect();
        assert_eq!(told, ["unknown field `b` in this issue"]);
    }
}
