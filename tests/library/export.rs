//! The exports of three briefs, as reviewed: one golden file a form.

use brief::Locales;
use brief::analysis::Edition;
use brief::export::{csl_json, csv, json, json_ld, markdown, origins};

use crate::{beside, golden};

const PAGE: &str = include_str!("../fixtures/page.yaml");
const CHECKED: &str = include_str!("../fixtures/checked.yaml");
const EVIDENCE: &str = include_str!("../fixtures/checked.evidence.yaml");
const TWO_OUTLETS: &str = include_str!("../fixtures/two-outlets.yaml");

#[test]
fn every_form_is_as_reviewed() {
    let locales = Locales::default();
    for (name, input, evidence) in [
        ("page", PAGE, None),
        ("checked", CHECKED, Some(EVIDENCE)),
        ("two-outlets", TWO_OUTLETS, None),
    ] {
        let checked = beside::check_with_lock(input, evidence);
        let edition = Edition::of(checked.brief.unwrap());
        for (ending, text) in [
            ("origins.txt", origins(&edition, &locales)),
            ("md", markdown(&edition, &locales)),
            ("csv", csv(&edition, &locales)),
            ("csl.json", csl_json(&edition)),
            ("json", json(&edition)),
            ("jsonld", json_ld(&edition)),
        ] {
            golden::assert_golden(&format!("tests/golden/export/{name}.{ending}"), &text);
        }
    }
}

/// `oa:exact` is a copy of the words of the source: no others may be given as that.
#[test]
fn only_words_that_stand_in_the_source_are_exact() {
    let exact = |quote: &str, sources: &str| {
        let text = format!(
            "format: 1\ntopic: T\ntitle: \"It is so, Ann says [@c]\"\nlang: en\nas_of: 2026-11-27\nedition: 1\n\
             bottom_line: \"It is so, Ann says [@c].\"\nvoices: {{ ann: {{ name: Ann }} }}\n\
             sources:\n  s: {{ type: report, title: S, issued: {{}} }}\n  t: {{ type: report, title: T, issued: {{}} }}\n\
             claims:\n  - {{ id: c, says: It is so., voice: ann, in: {sources}, said: {{}}, quotes: [{quote}] }}\n"
        );
        let checked = beside::check_with_lock(&text, None);
        let brief = checked
            .brief
            .unwrap_or_else(|| panic!("{:#?}", checked.diagnostics));
        let written = json_ld(&Edition::of(brief));
        let (_, rest) = written.split_once("\"oa:exact\": \"")?;
        Some(rest.split_once('"').unwrap().0.to_owned())
    };
    let original = "original: Це так.";
    for (quote, expected) in [
        ("{ text: It is so. }", Some("It is so.")),
        ("{ text: is so, kind: fragment }", Some("is so")),
        (
            "{ text: \"It … [is] so.\", kind: edited-in-source }",
            Some("It … [is] so."),
        ),
        ("{ text: \"It … [is] so.\", kind: edited }", None),
        ("{ text: \"It … so.\" }", None),
        ("{ text: \"It ... so.\" }", None),
        ("{ text: \"It [is] so.\" }", None),
        ("{ text: \"It ［is］ so.\" }", None),
        ("{ text: \"It 〔is〕 so.\" }", None),
        (
            "{ text: It is so., kind: translated, translated_from: uk, original: \"Це … так.\" }",
            None,
        ),
        (
            "{ text: It is so., kind: translated, translated_from: uk }",
            None,
        ),
        (
            &format!("{{ text: It is so., kind: translated, translated_from: uk, {original} }}"),
            Some("Це так."),
        ),
    ] {
        assert_eq!(exact(quote, "s").as_deref(), expected, "{quote}");
        // Nobody looked which of the sources has them.
        assert_eq!(exact(quote, "[s, t]"), None, "{quote}");
    }
}
