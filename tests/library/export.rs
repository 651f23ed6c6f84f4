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
