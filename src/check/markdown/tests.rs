//! Tests what becomes of texts.

use super::{Fault, parse, read_citations, runs};
use crate::model::{ClaimId, Inline, OneOrMore};

fn claims(id: &str) -> Option<ClaimId> {
    ["a", "b"]
        .iter()
        .position(|name| *name == id)
        .map(ClaimId::nth)
}

fn sound(text: &str) -> Vec<Inline> {
    parse(text, &claims).expect(text).parts
}

fn faults(text: &str) -> Vec<(&str, Fault)> {
    let faults = parse(text, &claims).expect_err(text);
    faults
        .into_iter()
        .map(|(range, fault)| (text.get(range).expect("a range of the text"), fault))
        .collect()
}

fn words(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn cite(claims: &[usize]) -> Inline {
    let ids = claims.iter().copied().map(ClaimId::nth).collect();
    Inline::Citation(OneOrMore::new(ids).expect("ids"))
}

#[test]
fn text_becomes_its_parts() {
    assert_eq!(
        sound(" plain, “words” (2025) – 5 > 4 "),
        [words("plain, “words” (2025) – 5 > 4")]
    );
    assert_eq!(sound("a\nb  \nc"), [words("a b c")]);
    assert_eq!(sound("a &amp; \\*b\\*"), [words("a & *b*")]);
    assert_eq!(sound("a&#10;&#10;# b&#9;c"), [words("a  # b c")]);
    assert_eq!(
        sound("*a* **b** `c`"),
        [
            Inline::Emphasis(vec![words("a")]),
            words(" "),
            Inline::Strong(vec![words("b")]),
            words(" "),
            Inline::Code("c".to_owned()),
        ]
    );
    assert_eq!(sound("2025 was. 3.5 is."), [words("2025 was. 3.5 is.")]);
    for date in ["2025. augusztus 16-án.", "3. Oktober", "1) no"] {
        assert_eq!(sound(date), [words(date)]);
    }
    assert_eq!(
        sound(" 16. srpna &amp; *dnes* [@a]"),
        [
            words("16. srpna & "),
            Inline::Emphasis(vec![words("dnes")]),
            words(" "),
            cite(&[0]),
        ]
    );
}

#[test]
fn links_and_citations_are_told_apart() {
    let to = |text: &str| crate::model::LinkUrl::parse(text).expect(text);
    assert_eq!(
        sound("[x](https://example.org/) <a@b.org>"),
        [
            Inline::Link(to("https://example.org/"), vec![words("x")]),
            words(" "),
            Inline::Link(to("mailto:a@b.org"), vec![words("a@b.org")]),
        ]
    );
    assert_eq!(sound("x [@a]."), [words("x "), cite(&[0]), words(".")]);
    assert_eq!(sound("x [@a; @b]"), [words("x "), cite(&[0, 1])]);
    assert_eq!(sound("x [@a, @b]"), [words("x "), cite(&[0, 1])]);
    assert_eq!(sound("x [@a][@b]"), [words("x "), cite(&[0, 1])]);
    assert_eq!(sound("[sic] x [1]"), [words("[sic] x [1]")]);
}

#[test]
fn what_does_not_fit_is_found() {
    for (text, place, fault) in [
        ("a <b>c", "<b>", Fault::RawHtml),
        ("a <!-- b -->", "<!-- b -->", Fault::RawHtml),
        ("<div>a</div>", "<div>a</div>", Fault::RawHtml),
        ("[a](javascript:b)", "[a](javascript:b)", Fault::UnsafeLink),
        ("x [a](/b)", "[a](/b)", Fault::UnsafeLink),
        ("x <data:a>", "<data:a>", Fault::UnsafeLink),
        (
            "![a](https://b.org)",
            "![a](https://b.org)",
            Fault::Unsupported("an image"),
        ),
        (
            "x [a](https://b.org \"c\")",
            "[a](https://b.org \"c\")",
            Fault::Unsupported("the title of a link"),
        ),
        ("# a", "# a", Fault::Unsupported("a heading")),
        ("- a", "- a", Fault::Unsupported("a list")),
        ("1. A\n2. B", "1. A\n2. B", Fault::Unsupported("a list")),
        ("> a", "> a", Fault::Unsupported("a block quote")),
        ("a\n\nb", "b", Fault::Unsupported("a second paragraph")),
        ("a\n\n***", "***", Fault::Unsupported("a rule")),
        (
            "a\n\n[b]: https://c.org",
            "[b]: https://c.org",
            Fault::Unsupported("a link definition"),
        ),
        ("x [@c]", "c", Fault::UnknownClaim),
        ("x [@a; c]", "c", Fault::BadCitation),
        ("x [@a y", "[", Fault::BadCitation),
        (" ", " ", Fault::Empty),
        ("[@a]", "[@a]", Fault::Empty),
        ("", "", Fault::Empty),
    ] {
        assert_eq!(faults(text), [(place, fault)], "{text}");
    }
}

#[test]
fn deep_nesting_ends() {
    let deep = "*a ".repeat(10_000) + &"b*".repeat(10_000);
    assert!(parse(&deep, &claims).is_err());
}

#[test]
fn runs_leave_out_what_is_no_word() {
    let text = "a `claimed` [@claimed] [b](https://claimed.org) c";
    let found: Vec<_> = runs(text)
        .into_iter()
        .map(|run| text.get(run).expect("a range of the text"))
        .collect();
    assert_eq!(found, ["a ", " ", " ", "b", " c"]);
}

/// Returns the places of the claims that a text cites, and its faults.
fn cited(text: &str) -> (Vec<usize>, Vec<(&str, Fault)>) {
    let claims = |id: &str| ["a", "b", "c"].iter().position(|name| *name == id);
    let mut faults = Vec::new();
    let cited = read_citations(
        text,
        &(0..text.len()),
        &|id| claims(id).map(ClaimId::nth),
        &mut faults,
    );
    let faults = faults
        .into_iter()
        .map(|(range, fault)| (text.get(range).expect("a range of the text"), fault))
        .collect();
    (cited.into_iter().map(ClaimId::index).collect(), faults)
}

#[test]
fn citations_name_claims() {
    assert_eq!(cited("[@a]"), (vec![0], vec![]));
    assert_eq!(cited("[@a; @b]"), (vec![0, 1], vec![]));
    assert_eq!(cited("[ @c,@a ]"), (vec![2, 0], vec![]));
    assert_eq!(cited("[@a][@b]"), (vec![0, 1], vec![]));
    assert_eq!(cited("[@a; @a]"), (vec![0], vec![]), "named once");
}

#[test]
fn faults_are_placed_on_the_smallest_part() {
    assert_eq!(
        cited("[@a; @x]"),
        (vec![0], vec![("x", Fault::UnknownClaim)])
    );
    assert_eq!(
        cited("[@a, p. 4]"),
        (vec![0], vec![("p. 4", Fault::BadCitation)])
    );
    assert_eq!(
        cited("[@a b]"),
        (vec![], vec![("@a b", Fault::BadCitation)])
    );
    assert_eq!(cited("[@]"), (vec![], vec![("@", Fault::BadCitation)]));
}
