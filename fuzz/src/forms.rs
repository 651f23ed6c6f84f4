//! Writes a brief in every form, and what is wrong with an input in every form.

use brief::diagnostics::terminal::{self, Style};
use brief::diagnostics::{FileReport, MachineFormat, NamedText};
use brief::export::{Marks, csl_json, csv, diff_json, diff_text, json, json_ld, markdown, origins};
use brief::{Checked, Diff, Edition, Input, Loader, Locales, Page, RULES};
use serde_json::Value;

/// Nothing stands beside the input.
pub(crate) struct Alone;

impl Loader for Alone {}

/// Checks an input and holds what is found to what holds for every input; returns its edition.
pub(crate) fn checked(bytes: &[u8], beside: &dyn Loader) -> Option<Edition> {
    let checked = Input::new(bytes).with(beside).check();
    reported(&checked);
    assert_eq!(
        checked.brief.is_some(),
        !checked.diagnostics.has_errors(),
        "either a brief or an error"
    );
    checked.brief.map(Edition::of)
}

/// Writes what was found in each form.
fn reported(checked: &Checked) {
    let input = NamedText {
        name: "a.yaml",
        text: &checked.text,
        included: &checked.included,
    };
    let plain = terminal::render(input, &checked.diagnostics, Style::Plain);
    let harmful = |letter: char| letter.is_control() && letter != '\n';
    assert!(!plain.contains(harmful), "a control character is printed");
    let report = FileReport {
        input,
        diagnostics: &checked.diagnostics,
        failure: None,
        strength: None,
        notes: &["a note".to_owned()],
    };
    for format in [
        MachineFormat::Json,
        MachineFormat::Sarif,
        MachineFormat::Github,
    ] {
        let mut out = Vec::new();
        let written = format.write(&mut out, &[report], &RULES);
        written.expect("writing to memory");
        let text = String::from_utf8(out).expect("reports are UTF-8");
        if !matches!(format, MachineFormat::Github) {
            let _: Value = serde_json::from_str(&text).expect("reports are JSON");
        }
    }
}

/// Says whether what was read of an input is to be written as well. With the engine, one of sixteen is: most
/// of the time would go into writing, and what the engine changes is read. The replay writes all.
pub(crate) fn is_due(bytes: &[u8]) -> bool {
    let sum = bytes.iter().fold(0_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(*byte))
    });
    !cfg!(feature = "libfuzzer") || (sum ^ (sum >> 16)).is_multiple_of(16)
}

/// Writes a brief in every form.
pub(crate) fn written(edition: &Edition, locales: &Locales) {
    let page = |large| {
        let page = Page::new(edition).locales(locales).large_print(large);
        page.render().expect("the embedded templates are sound")
    };
    let html = page(false);
    assert_eq!(html, page(false), "the same brief makes the same page");
    assert!(html.ends_with("</html>\n"), "a page is whole");
    page(true);
    for text in [json(edition), json_ld(edition), csl_json(edition)] {
        let _: Value = serde_json::from_str(&text).expect("an export is JSON");
    }
    csv(edition, locales);
    markdown(edition, locales);
    origins(edition, locales);
    let same = Diff::between(edition, edition);
    assert!(same.is_empty(), "an edition does not differ from itself");
}

/// Writes what changed between editions in every form.
pub(crate) fn compared(old: &Edition, new: &Edition) {
    let diff = Diff::between(old, new);
    for marks in [Marks::Plain, Marks::Coloured] {
        diff_text(&diff, &Locales::default(), marks);
    }
    let _: Value = serde_json::from_str(&diff_json(&diff)).expect("an export is JSON");
}
