//! A slip of typing is named, and told where it is.

use brief::phases;

/// What was typed is named, not only where the parser stumbles over it.
#[test]
#[expect(clippy::too_many_lines, reason = "a list of texts")]
fn slips_of_typing_are_named() {
    for (text, words) in [
        (
            "format: 1\n<<<<<<< HEAD\ntopic: A\n=======\ntopic: B\n>>>>>>> b\n",
            "a mark of a merge conflict",
        ),
        (
            "format: 1\ntopic：Harbour\ntitle: T\n",
            "`：` is no colon of YAML",
        ),
        (
            "claims:\n  • id: a\n    says: A.\n",
            "`•` begins no item in YAML",
        ),
        (
            "claims:\n  – id: a\n    says: A.\n",
            "`–` begins no item in YAML",
        ),
        (
            "claims:\n  -id: a\n    says: A.\n",
            "put a space after `-`: `- id: …`",
        ),
        (
            "topic: [Harbour] works\n",
            "text after what begins with `[`",
        ),
        (
            "topic: {Harbour} works\n",
            "text after what begins with `{`",
        ),
        (
            "voices:\n\u{A0} chair: { name: A }\n",
            "a no-break space in the indentation",
        ),
        ("topic; Harbour\ntitle: T\n", "no `:` after a key"),
        ("format: 1\ntopic Harbour\ntitle: T\n", "no `:` after a key"),
        (
            "format: 1\n\"topic\":Harbour\ntitle: T\n",
            "put a space after `\"topic\":`",
        ),
        (
            "claims: [{ id: a,, says: A. }]\n",
            "a comma with nothing before it",
        ),
        (
            "claims: [{ id: a, about: [b,, c] }]\n",
            "a comma with nothing before it",
        ),
        ("format: 1\n====\ntopic: A\n", "a line of `=`"),
        (
            "topic: |\nHarbour\ntitle: T\n",
            "the text of `topic` is not indented deeper than `topic`",
        ),
        (
            "claims:\n  - id: a\n\u{200B}    says: A.\n    voice: v\n",
            "U+200B ZERO WIDTH SPACE",
        ),
        ("topic:\u{FEFF} A\ntitle: T\n", "U+FEFF BYTE ORDER MARK"),
        (
            "voices:\n  a: { name: A }}\n",
            "a bracket that closes nothing",
        ),
        ("voices: { a: { name:A } }\n", "put a space after `name:`"),
        (
            "voices: { a: { name A } }\n",
            "put `:` and a space after `name`",
        ),
        (
            "> format: 1\n> topic: A\n",
            "`>` begins the line, as in a quoted e-mail",
        ),
        (
            "format: 1\ntopic: A\n>> voices:\n>>   a: { name: A }\n",
            "`>` begins the line, as in a quoted e-mail",
        ),
        (
            "sources:\n  a: { type: report, issued: ｛date：2025｝ }\n",
            "`｛`, `［` and `：` are none of YAML",
        ),
        ("edition: 01\n", "write it as a whole number: `1`"),
        ("topic: [\"a\"]#b\n", "a `#` that follows at once"),
        ("t\0\0\0o\0\0\0", "the input is UTF-32"),
        ("%PDF-1.7\n", "the input is a PDF"),
        ("format: 1.0\n", "write it as a whole number: `1`"),
        ("tоpic: A\n", "`о` is the character U+043E, none of a-z"),
    ] {
        let found = phases::read(text.as_bytes()).diagnostics;
        let told = found.iter().flat_map(|fault| {
            std::iter::once(fault.message()).chain(fault.help_lines().iter().map(String::as_str))
        });
        let told: Vec<&str> = told.collect();
        assert!(
            told.iter().any(|told| told.contains(words)),
            "{text}{told:#?}"
        );
    }
}

/// A slip in the first line of a block or an item is told there, and not at the sound line after it.
#[test]
#[expect(clippy::too_many_lines, reason = "a list of texts")]
fn slips_are_told_where_they_are() {
    for (text, begin, words) in [
        ("format:1\ntopic: A\n", "1\n", "no space after the colon"),
        (
            "voices:\n  a:\n    name:Ann\n    role: Chair\n",
            "Ann",
            "no space after the colon",
        ),
        (
            "voices:\n  a:\n    name：Ann\n    role: Chair\n",
            "：Ann",
            "no colon of YAML",
        ),
        (
            "voices:\n  a:\n    name = Ann\n    role: Chair\n",
            " = Ann",
            "no `:` after a key",
        ),
        (
            "voices:\n  a:\n    name Ann\n    role: Chair\n",
            " Ann",
            "no `:` after a key",
        ),
        (
            "voices:\n  a\n    name: Ann\n",
            "\n    name",
            "no `:` after a key",
        ),
        (
            "voices:\n  a:{ name: Ann, role: Chair }\n",
            "{ name",
            "no space after the colon",
        ),
        (
            "claims:\n  - id:a\n    # a remark\n\n    says: A.\n",
            "a\n    #",
            "no space after the colon",
        ),
        (
            "voices:\n  a:\n    name:Ann\n    # a remark\n    role: Chair\n",
            "Ann",
            "no space after the colon",
        ),
        (
            "bottom_line >-\n  It goes\n  on.\n\nvoices:\n",
            " >-",
            "no `:` after a key",
        ),
        (
            "claims:\n  -{ id: a, says: A. }\n",
            "-{",
            "no space after the `-`",
        ),
        (
            "quotes:\n  -text: A.\n  - text: B.\n",
            "-text",
            "no space after the `-`",
        ),
        (
            "quotes:\n  - text: A.\n  – text: B.\n",
            "– text",
            "begins no item",
        ),
        (
            "quotes:\n    text: A.\n    kind: full\n  - text: B.\n",
            "text: A",
            "no `- ` before the first item",
        ),
        (
            "voices:\n\u{A0}\u{A0}a:\n    name: A\n    role: B\n    note: C\n  b: {}\n",
            "\u{A0}",
            "a no-break space in the indentation",
        ),
        (
            "gaps:\n  - { question: plan #2, why: It is. }\nmethod: A\n",
            "#2",
            "a comment begins here, and cuts the `}` off",
        ),
        (
            "about: [a,\n# and [b]\n  c\ntopic: A\n",
            ": A",
            "expected `]` before this",
        ),
        (
            "claims:\n  - id: a\n    says:One.\n    voice：b\n    in: c\n    • about: d\n",
            "One",
            "no space after the colon",
        ),
        (
            "claims:\n  • from:\n      voice: a\n      said: {}\n    claims:\n      - id: b\n",
            "• from",
            "begins no item",
        ),
        (
            "voices:\n  a:{ name: Ann }\n",
            "{ name",
            "no space after the colon",
        ),
        (
            "bottom_line:\u{A0}|\n  It goes\n  on.\n\nvoices:\n",
            "\u{A0}",
            "a no-break space after the colon",
        ),
        (
            "voices:\n  a: { name:\u{A0}Ann }\n",
            "\u{A0}",
            "a no-break space after the colon",
        ),
        (
            "claims:\n  - id: a\n    quotes:\n      - text: {So it is.\n  - id: b\n",
            ": b",
            "expected `}` before this",
        ),
    ] {
        let found = phases::read(text.as_bytes()).diagnostics;
        let slip = found.iter().find(|fault| fault.message().contains(words));
        let first = slip.unwrap_or_else(|| panic!("{text}{found:#?}"));
        let at = first.primary().place.span().unwrap().start;
        assert_eq!(Some(at), text.find(begin), "{text}{first:#?}");
    }
}
