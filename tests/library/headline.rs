//! The headline cites its claims as running text does; no form shows the marks.

use brief::Locales;
use brief::analysis::Edition;
use brief::diagnostics::Diagnostic;
use brief::export::{csv, json, json_ld, markdown};
use brief::page::Page;

const BRIEF: &str = "format: 1\ntitle: The quay opens [@opens], the board says [@opens; @says]\n\
    topic: Quay\nlang: en\nas_of: 2025-03-14\nedition: 1\nbottom_line: It opens [@opens].\n\
    voices:\n  board: { group: The board }\nsources:\n  times: { type: article, publisher: The \
    Times }\nclaims:\n  - { id: opens, says: It opens., voice: board, in: times, said: {} }\n  \
    - { id: says, says: It says so., voice: board, in: times, said: {} }\n";

#[test]
fn marks_are_not_shown() {
    let edition = Edition::of(brief::Input::new(BRIEF).check().brief.unwrap());
    let locales = Locales::default();
    let page = Page::new(&edition).render().unwrap();
    for form in [
        page.clone(),
        markdown(&edition, &locales),
        csv(&edition, &locales),
        json(&edition),
        json_ld(&edition),
    ] {
        assert!(
            !form.contains("[@") && !form.contains("quay opens ,"),
            "{form}"
        );
    }
    assert!(page.contains("<title>The quay opens, the board says</title>"));
}

#[test]
fn what_it_cites_has_to_be_there() {
    for (mark, code) in [
        ("[@no-such]", "unknown-id"),
        ("[@]", "unsupported-markdown"),
        ("[@opens", "unsupported-markdown"),
        ("[@opens; see]", "unsupported-markdown"),
    ] {
        let text = BRIEF.replacen("[@opens]", mark, 1);
        let found = brief::Input::new(&text).check().diagnostics;
        let codes: Vec<&str> = found.iter().map(Diagnostic::code).collect();
        assert_eq!(codes, [code], "{mark}");
    }
}

#[test]
fn an_unknown_id_is_marked_where_it_stands() {
    let text = BRIEF.replacen("[@opens]", "[@opens; @no-such]", 1);
    let found = brief::Input::new(&text).check().diagnostics;
    let places: Vec<_> = found
        .iter()
        .map(|fault| fault.primary().place.span())
        .collect();
    let [Some(place)] = places.as_slice() else {
        panic!("{places:?}");
    };
    assert_eq!(&text[place.range()], "no-such");
}
