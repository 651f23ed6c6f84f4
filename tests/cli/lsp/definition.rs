//! What an id is of, and where it is.

use serde_json::json;

use super::desk::{BRIEF, CURSOR, Desk, typed};
use crate::project::Project;

#[test]
fn what_an_id_is_of_is_found_and_explained() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    let line_of = |text: &str| BRIEF.split(text).next().unwrap().matches('\n').count();
    for (cursor, definition) in [
        ("voice: lind‸qvist", "  lindqvist:"),
        ("in: coast‸-herald", "  coast-herald:"),
        ("about: [reopening‸-date]", "  reopening-date:"),
        (
            "between: [reopens-in-may, date-not‸-met]",
            "  - id: date-not-met",
        ),
        ("be met [@‸date-not-met]", "  - id: date-not-met"),
    ] {
        let marked = typed(&cursor.replace(CURSOR, ""), cursor);
        let found = desk.ask("definition", &marked, &json!({}));
        let line = found.pointer("/result/range/start/line").unwrap();
        assert_eq!(line, line_of(definition), "{cursor}");
        let hover = desk.ask("hover", &marked, &json!({}));
        assert!(
            hover.pointer("/result/contents/value").is_some(),
            "{cursor}: {hover}"
        );
    }
    let hover = |desk: &mut Desk, marked: &str| {
        let told = desk.ask("hover", marked, &json!({}));
        told.pointer("/result/contents/value")
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    };
    let claim = hover(
        &mut desk,
        &typed("- id: date-not-met", "- id: date-‸not-met"),
    );
    for part in [
        "**C2** The date cannot be met",
        "Radio North → Coast Herald",
        "third-hand",
    ] {
        assert!(claim.contains(part), "{part}: {claim}");
    }
    let voice = hover(&mut desk, &typed("voice: lindqvist", "voice: lind‸qvist"));
    let expected = "**Maria Lindqvist**\n\nDirector of the harbour authority.\n\n`lindqvist`";
    assert_eq!(voice, expected);
    let field = hover(&mut desk, &typed("told_to: the", "told‸_to: the"));
    assert!(field.contains("To whom it was said."), "{field}");
    let word = hover(&mut desk, &typed("stance: supports", "stance: supp‸orts"));
    assert!(word.starts_with("`supports`: "), "{word}");
    let code = "edition: 1\nallow: [{ rule: loaded‸-verb, reason: a }]\n";
    let code = hover(&mut desk, &typed("edition: 1\n", code));
    assert!(code.starts_with("# loaded-verb: "), "{code}");
    // Also while something else is no YAML.
    desk.client.change(&desk.uri, None, BRIEF);
    desk.client.problems(&desk.uri);
    let broken = typed("voice: lindqvist", "voice: lind‸qvist") + "gaps: \"never closed\n";
    let found = desk.ask("definition", &broken, &json!({}));
    assert_eq!(
        found.pointer("/result/range/start/line").unwrap(),
        line_of("  lindqvist:")
    );
}
