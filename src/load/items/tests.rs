use std::fmt::Write as _;

use proptest::prelude::{Just, prop_oneof, proptest};

use super::{Kept, items};
use crate::load::{read, read_again};

/// Reads a text after another, and says how many items were parsed, of how many.
fn parsed(before: &str, text: &str) -> (usize, usize) {
    let (_, kept) = read_again(before.as_bytes(), &Kept::default());
    let (again, kept) = read_again(text.as_bytes(), &kept);
    let whole = read(text.as_bytes());
    assert_eq!(format!("{again:?}"), format!("{whole:?}"), "{text}");
    (kept.parsed, kept.items.len())
}

fn claims(count: usize, of_third: &str) -> String {
    let mut text = "title: A\nclaims:\n".to_owned();
    for claim in 0..count {
        let says = if claim == 3 {
            of_third
        } else {
            "Words, “quoted”."
        };
        writeln!(text, "  - id: c{claim}\n    says: {says}\n    about: [a]").expect("a text");
    }
    text + "gaps:\n- question: What?\n  why: |\n    - no item\n    - nor this\n"
}

#[test]
fn what_did_not_change_is_not_parsed_again() {
    let text = claims(50, "Words.");
    assert_eq!(parsed("", &text), (51, 51));
    assert_eq!(parsed(&text, &text), (0, 51));
    assert_eq!(parsed(&text, &claims(50, "More words.")), (1, 51));
    assert_eq!(parsed(&text, &claims(51, "Words.")), (1, 52));
    assert_eq!(parsed(&text, &claims(49, "Words.")), (0, 50));
    assert_eq!(
        parsed(&text, &text.replace("title: A", "title: B")),
        (0, 51)
    );
}

#[test]
fn kept_items_are_taken_where_they_are_items() {
    let takes = |text: &str| {
        let kept = Kept::of(text, &Kept::default());
        kept.events(text).map(Iterator::count)
    };
    for text in [claims(3, ""), "claims:\n- a: 1\n# b\n- c\n".to_owned()] {
        assert!(takes(&text).is_some(), "{text}");
    }
    // The first is no list; in the others something is no YAML.
    for text in [
        "a: \"\nclaims:\n  - b\n\"\n",
        "claims:\n  - a\n   - b\n  c\n",
        "claims:\n  - [a\n",
    ] {
        assert_eq!(takes(text), None, "{text}");
    }
}

#[test]
fn lists_below_keys_have_items() {
    let found = |text: &str| items(text).len();
    for (text, count) in [
        ("a:\n- b\n- c\n", 2),
        ("a: # b\n- c\n", 0),
        ("a:\n\n  # b\n  - c\n    - d\n\n  # e\n  - f\nb: c\n", 2),
        ("a:\r\n  - b\r\n  - c\r\n", 2),
        ("- a\n- b\n", 0),
        ("a: |\n  - b\n", 0),
        ("a: [\n- b\n]", 0),
        ("", 0),
    ] {
        assert_eq!(found(text), count, "{text}");
    }
}

#[test]
fn what_hangs_together_is_parsed_together() {
    for text in [
        "voices:\n  - &a { name: A }\n  - *a\n",
        "claims:\n  - !t a\n  - b\n",
        "a: \"\nclaims:\n  - x\n  - y\n\"\n",
        "a:\n  - x\n  - x: x\nb: x\n",
        "a:\n  - |+\n    b\n\n\n  - c\n",
        "a:\n  - b:\n  #c\n  - d:\n",
        "a:\n  - b\n  - \"c\n  - d\"\n",
        "a:\n  - 'b\n\n  - c'\n  - d\n",
        "a:\n  - b\n...\nc:\n  - d\n",
        "a:\n  - b\n---\nc:\n  - d\n",
        "a:\n  - - b\n    - c\n  -\n    d\n  - \t e\n",
        "a:\n  - >\n    b\n   c\n  - d\n",
        "a:\n  - b: {\n  c: d }\n  - e\n",
        "a:\n  - Зе 😀: b\n  - c\n\u{85}d: e\n",
        "\u{FEFF}a:\n  - b\r\n  - c\r\n",
        "a:\n  - b\r  - c\n  - d\u{2028}e\n",
        "a:\n  - ? b\n    : c\n  - d",
        "a:\n  - b #c\n  - d: #e\n  - [f, #g\n g]\n",
    ] {
        parsed("", text);
        parsed(text, &format!("{text}z:\n  - y\n"));
        parsed(&claims(4, ""), text);
    }
}

proptest! {
    #[test]
    fn a_text_reads_alike_in_one_piece_and_in_items(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("a:\n"), Just("claims:\n"), Just("  - "), Just("- "), Just("    "), Just("  "),
                Just("\n"), Just("id: b"), Just("says: "), Just("x"), Just("“Зе” "), Just("\""), Just("'"),
                Just("["), Just("]"), Just("{ "), Just("}"), Just(", "), Just("# c"), Just(" #c"), Just("|\n"),
                Just(">+\n"), Just("&a "), Just("*a"), Just("!t "), Just("? "), Just(": "), Just("---\n"),
                Just("...\n"), Just("\r\n"), Just("\t"), Just("\\"), Just("-\n"), Just("%"), Just("<<: "),
            ],
            0..40,
        ),
        cut in 0..40_usize,
    ) {
        let text = pieces.concat();
        let before = pieces.iter().take(cut).copied().collect::<String>();
        parsed(&before, &text);
        parsed(&text, &before);
        // Most that is made so is no YAML; of lists with such items, more is.
        let item = text.replace('\n', "\n    ");
        let list = format!("a:\n  - {item}\n  - x\n  - {item}\nb: x\n");
        parsed(&claims(2, ""), &list);
    }
}
