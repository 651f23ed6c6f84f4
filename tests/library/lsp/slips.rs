//! Edits that mend slips of YAML, as people type and paste them.

use std::path::Path;

use super::edited;
use crate::beside::opened;

const SOUND: &str = include_str!("../../fixtures/check/unlabelled-fragment.yaml");
/// Stands for a space that is none in YAML.
const ODD: &str = "\u{A0}";

/// Returns a brief without faults.
fn sound() -> String {
    let start = SOUND.split("    quotes:").next().unwrap();
    let lines = start.split_inclusive('\n');
    lines.filter(|line| !line.starts_with('#')).collect()
}

/// Returns what comes of the edits that are offered for the faults of a text.
fn mended(text: &str) -> Vec<(String, String)> {
    let path = Path::new("tests/fixtures/none.yaml");
    let before = opened(path, text);
    let all = before.checked.diagnostics.iter();
    let actions = all.flat_map(|fault| before.actions(fault, |text| opened(path, text)));
    let actions = actions.filter(|action| !action.title.starts_with("Allow"));
    actions
        .map(|action| (action.title.clone(), edited(text, &action)))
        .collect()
}

#[test]
fn slips_of_yaml_are_mended() {
    let sound = sound();
    for (meant, written) in [
        ("    says: The city", "\u{A0}\u{A0}\u{A0} says: The city"),
        ("    says: The city", "\t\tsays: The city"),
        ("    says: The city", "\tsays: The city"),
        ("    says: The city", "    says:\u{A0}The city"),
        ("    says: The city", "    says:\tThe city"),
        ("    says: The city", "    says:The city"),
        ("    says: The city", "    says：The city"),
        ("    voice: okafor", "     voice: okafor"),
        ("    voice: okafor", "    \u{200B}voice: okafor"),
        ("  - id: cancelled", "  -id: cancelled"),
        ("  - id: cancelled", "  • id: cancelled"),
        // In the first line of a block or an item.
        ("  - id: cancelled", "  - id:cancelled"),
        ("  - id: cancelled", "  - id = cancelled"),
        ("  - id: cancelled", "  - id：cancelled"),
        ("format: 1", "format:1"),
        // In the quote marks of word processors.
        ("lang: en", "lang: “en”"),
        ("as_of: 2025-09-06", "as_of: “2025-09-06”"),
        ("edition: 1", "edition: „1“"),
        ("    voice: okafor", "    voice: ‘okafor’"),
        // With a sign that no id begins with.
        ("    voice: okafor", "    voice: @okafor"),
        ("    voice: okafor", "    voice: `okafor`"),
        ("    voice: okafor", "    voice: *okafor"),
        ("    voice: okafor", "    voice: &okafor"),
        ("edition: 1", "edition: %1"),
    ] {
        assert!(sound.contains(meant), "{meant}: {sound}");
        let text = sound.replacen(meant, written, 1);
        for (sound, text) in [
            (sound.clone(), text.clone()),
            (sound.replace('\n', "\r\n"), text.replace('\n', "\r\n")),
        ] {
            let found = mended(&text);
            assert!(
                found.iter().any(|(_, mended)| *mended == sound),
                "{written}: {:?} {:?}",
                found.iter().map(|(title, _)| title).collect::<Vec<_>>(),
                opened(Path::new("none"), &text).checked.diagnostics
            );
        }
    }
    // Each of several, whatever is mended first, on neighbouring lines, too.
    let mut text = sound
        .replacen("    says: The city", "    says:The city", 1)
        .replacen("    voice: okafor", "    voice：okafor", 1)
        .replacen("format: 1", "format:1", 1)
        .replacen("  - id: cancelled", "  -id: cancelled", 1);
    for _ in 0..5 {
        let Some((_, next)) = mended(&text).into_iter().next_back() else {
            break;
        };
        text = next;
    }
    assert_eq!(text, sound);
    // A whole text that was pasted.
    let pasted = sound.replace("    ", &ODD.repeat(4));
    let found = mended(&pasted);
    assert!(
        found.iter().any(|(_, mended)| *mended == sound),
        "{found:?}"
    );
}

/// Where a text was meant, all of it is put in quote marks, and reads as it was written.
#[test]
fn texts_that_yaml_reads_otherwise_are_quoted() {
    let sound = sound();
    let says = "    says: The city will cancel tram line 4.";
    assert!(sound.contains(says));
    for (written, mended_as) in [
        ("He said: it will go.", "\"He said: it will go.\""),
        ("\"No,\" he said.", "'\"No,\" he said.'"),
        ("“It goes: soon.”", "\"It goes: soon.\""),
        ("“It goes”: soon.", "\"“It goes”: soon.\""),
        ("“It goes”: they “may”", "\"“It goes”: they “may”\""),
        ("[sic] it goes.", "\"[sic] it goes.\""),
        ("@council says so.", "\"@council says so.\""),
        ("*All* of it goes.", "\"*All* of it goes.\""),
        ("&c. it goes.", "\"&c. it goes.\""),
        ("!now it goes.", "\"!now it goes.\""),
        ("\"It goes.", "\"It goes.\""),
        ("It goes #now", "\"It goes #now\""),
        ("\"a \\d\"", "\"a \\\\d\""),
    ] {
        let expected = sound.replacen(says, &format!("    says: {mended_as}"), 1);
        let text = sound.replacen(says, &format!("    says: {written}"), 1);
        for (expected, text) in [
            (expected.clone(), text.clone()),
            (expected.replace('\n', "\r\n"), text.replace('\n', "\r\n")),
        ] {
            let found = mended(&text);
            assert!(
                found.iter().any(|(_, mended)| *mended == expected),
                "{written}: {found:?} {:?}",
                opened(Path::new("none"), &text).checked.diagnostics
            );
        }
    }
    for (meant, written, closed) in [
        (
            "    about: line-four",
            "    about: [line-four",
            "    about: [line-four]",
        ),
        (
            "    about: line-four",
            "    about: - line-four",
            "    about:\n      - line-four",
        ),
    ] {
        assert!(sound.contains(meant), "{meant}: {sound}");
        let text = sound.replacen(meant, written, 1) + "    note: It is so.\n";
        let expected = sound.replacen(meant, closed, 1) + "    note: It is so.\n";
        let found = mended(&text);
        assert!(
            found.iter().any(|(_, mended)| *mended == expected),
            "{written}: {found:?} {:?}",
            opened(Path::new("none"), &text).checked.diagnostics
        );
    }
}

/// Where it is not certain what was meant, nothing is offered.
#[test]
fn what_is_not_certain_is_not_offered() {
    let sound = sound();
    for (meant, written) in [
        // Another line goes on with the text.
        (
            "    says: The city will cancel tram line 4.",
            "    says: \"The city will\n      cancel: tram line 4.",
        ),
        ("    voice: okafor", "    voice okafor"),
        ("    voice: okafor", "<<<<<<< ours\n    voice: okafor"),
    ] {
        assert!(sound.contains(meant), "{meant}");
        let found = mended(&sound.replacen(meant, written, 1));
        assert!(found.is_empty(), "{written}: {found:?}");
    }
}
