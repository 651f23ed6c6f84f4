//! What a text has of other forms than YAML, or is pasted with, is told at its line, alone, by its cause.

use std::fs;

fn minimal() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/minimal.yaml");
    fs::read_to_string(path).unwrap()
}

/// Returns the line, the message and the help of each fault.
fn told(text: &str) -> Vec<(usize, String)> {
    let found = brief::Input::new(text).check().diagnostics;
    let told = found.iter().map(|fault| {
        let at = fault.primary().place.span().unwrap().start;
        let line = text[..at].matches('\n').count() + 1;
        let help = fault.help_lines().join("; ");
        (
            line,
            format!("{}: {} ({help})", fault.code(), fault.message()),
        )
    });
    told.collect()
}

#[track_caller]
fn told_once(text: &str, line: usize, words: &str) {
    let found = told(text);
    let [(at, told)] = &*found else {
        panic!("{words}: {found:#?}");
    };
    assert!(*at == line && told.contains(words), "{words}: {found:?}");
}

fn each(text: &str, write: impl Fn(usize, &str) -> String) -> String {
    let lines = text.lines().enumerate();
    lines.map(|(at, line)| write(at + 1, line) + "\n").collect()
}

/// What is wrong besides is told in the same run, at its place in the text as it is.
#[test]
#[expect(clippy::too_many_lines, reason = "a list of slips")]
fn what_stands_around_each_line_is_one_fault() {
    type Write = fn(usize, &str) -> String;
    let sound = minimal();
    let slip = sound.replacen("    name: Maria", "    name:Maria", 1);
    let writes: [(Write, &str); 18] = [
        (|_, line| format!("+{line}"), "as in a diff"),
        (|_, line| format!("> {line}"), "quoted e-mail"),
        (|_, line| format!("> > {line}"), "quoted e-mail"),
        (|_, line| format!("│ {line}"), "`│` begins each line"),
        (|at, line| format!("{at:4} {line}"), "its number"),
        (|at, line| format!("{at:6}\t{line}"), "its number"),
        (|at, line| format!("{}: {line}", at + 40), "its number"),
        (|at, line| format!("{at:3} | {line}"), "its number"),
        (|at, line| format!("{at}. {line}"), "its number"),
        (|_, line| format!("{line}\\"), "ends with `\\`"),
        (|_, line| format!("{line}<br>"), "ends with `<br>`"),
        (|_, line| format!("{line}\u{A0}"), "a no-break space"),
        (|_, line| format!("<p>{line}</p>"), "`<p>` begins each line"),
        (
            |_, line| format!("<div class=\"a\">{line}</div>"),
            "`<div class=\"a\">` begins each line",
        ),
        (|_, line| format!("<br>{line}"), "`<br>` begins each line"),
        (
            |_, line| {
                let words = line.trim_start();
                let spaces = "&nbsp;".repeat(line.len() - words.len());
                format!("<p>{spaces}{words}</p>")
            },
            "`<p>` begins each line",
        ),
        (
            |at, line| {
                if at == 1 {
                    format!("<pre>\n{line}")
                } else {
                    line.to_owned()
                }
            },
            "`<pre>` is of HTML",
        ),
        (
            |at, line| {
                if at == 1 {
                    format!("<p><code>{line}")
                } else {
                    line.to_owned()
                }
            },
            "`<p>` is of HTML",
        ),
    ];
    for (write, words) in writes {
        told_once(&each(&sound, write), 1, words);
        let found = told(&each(&slip, write));
        assert_eq!(found.len(), 2, "{words}: {found:#?}");
    }
    told_once(&format!("<pre>{sound}</code></pre>\n"), 1, "of HTML");
    for (open, close) in [
        ("[code]", "[/code]"),
        ("[code=yaml]", "[/code]"),
        ("{code:yaml}", "{code}"),
        ("\"\"\"", "\"\"\""),
        ("'''", "'''"),
    ] {
        let words = format!("`{open}` stands around the brief");
        told_once(&format!("\n{open}\n{sound}{close}\n"), 2, &words);
        let found = told(&format!("{open}\n{slip}{close}\n"));
        assert_eq!(found.len(), 2, "{words}: {found:#?}");
    }
    let changed = each(&sound, |at, line| match at {
        1 => format!("@@ -1,9 +1,9 @@\n-format: 0\n+{line}"),
        _ => format!(" {line}"),
    });
    told_once(&changed, 1, "the marks of a diff");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of slips")]
fn signs_that_are_none_of_yaml_are_named_in_their_line() {
    let sound = minimal();
    for (right, wrong, words) in [
        ("topic:", "**topic**:", "`**` around a key"),
        ("topic:", "**topic:**", "`**` around a key"),
        ("bottom_line: |", "*bottom_line*: |", "`*` around a key"),
        (
            "\nsources:",
            "\n\u{A0}\nsources:",
            "nothing but a no-break space",
        ),
        (
            "\n  official",
            "\n\u{3000}\n  official",
            "nothing but an ideographic space",
        ),
        ("  - id: reopens", "  * id: reopens", "`*` begins no item"),
        ("  - id: reopens", "  － id: reopens", "`－` begins no item"),
        ("  - id: date", "  2. id: date", "`2.` begins no item"),
        ("  - id: reopens", "  1) id: reopens", "`1)` begins no item"),
        ("  - id: reopens", "  a. id: reopens", "`a.` begins no item"),
        ("  - id: date", "  (2) id: date", "`(2)` begins no item"),
        (
            "  - id: reopens",
            "  - [ ] id: reopens",
            "`[ ]` is of a list of tasks",
        ),
        (
            "  - id: date",
            "  - [x] id: date",
            "`[x]` is of a list of tasks",
        ),
        ("  - id: reopens", "  - - id: reopens", "`- ` stands twice"),
        (
            "says: The quay will reopen in the first week of May.",
            "says: “The quay: it will reopen in May.”",
            "`“` is no quote mark of YAML",
        ),
        ("topic: East quay", "topic: \"East quay\",", "as in JSON"),
        ("[union-official]", "[union-official],", "as in JSON"),
        (
            "2025-03-13, as_given",
            "2025-03-13，as_given",
            "`，` is no comma",
        ),
        ("date, question", "date；question", "`；` is no comma"),
        (
            "{ date: 2025-03-14 }",
            "( date: 2025-03-14 )",
            "`(` opens no mapping",
        ),
        (
            "{ date: 2025-03-14 }",
            "｛ date: 2025-03-14 ｝",
            "`｛` opens no mapping",
        ),
        (
            "{ date: 2025-03-14 }",
            "｛ date: 2025-03-14 }",
            "`｛` opens no mapping",
        ),
        (
            "{ date: 2025-03-14 }",
            "{ date: 2025-03-14 ｝",
            "`｝` closes nothing",
        ),
        ("again?\" }", "again?\" ）", "`）` closes nothing"),
        ("format: 1", "format: 1\\", "ends with `\\`"),
        (
            "edition: 1",
            "edition: 1\u{A0}",
            "ends with a no-break space",
        ),
        ("lang: en", "lang: en,", "ends with `,`"),
        (
            "about: reopening-date\n    note",
            "about: reopening-date\u{A0}\n    note",
            "ends with",
        ),
        (
            "[reopens-in-may]\n",
            "(reopens-in-may)\n",
            "`(` opens no list",
        ),
    ] {
        let made = sound.replacen(right, wrong, 1);
        assert_ne!(made, sound, "{right}");
        let at = sound.find(right).unwrap();
        let line = sound[..at].matches('\n').count() + 1;
        // The line that is added stands behind the first line break of the two.
        told_once(&made, line + usize::from(right.starts_with('\n')), words);
    }
    // Where all of a list are wrong, that is one slip.
    for signs in [["a.", "b."], ["1)", "2)"], ["- [ ]", "- [x]"], ["•", "•"]] {
        let made = sound.replacen("  - id: reopens", &format!("  {} id: reopens", signs[0]), 1);
        let made = made.replacen("  - id: date", &format!("  {} id: date", signs[1]), 1);
        told_once(&made, 36, "o");
    }
    // Where all are wrong, each list is told.
    let all = sound.replace("  - ", "  * ");
    let found = told(&all);
    assert!(
        found
            .iter()
            .all(|(_, told)| told.contains("`*` begins no item"))
    );
    assert!(found.len() > 5, "{found:#?}");
    let tabs = sound.replace("  ", "\t");
    told_once(&tabs, 9, "a tab in the indentation");
    let mixed = sound.replace("    ", "\t").replace("  \t", "\t  ");
    told_once(&mixed, 13, "a tab in the indentation");
}

/// What is written so within a text is sound, or is told as what a text needs.
#[test]
fn texts_may_have_such_signs() {
    let sound = minimal();
    let note = "    note: Radio North gave no further detail.";
    for text in [
        "|\n      1. id: one\n      * id: two\n      **topic**: three",
        "|\n      One.\n      \u{A0}\n      > two",
        "|\n      + a\n      <pre>b</pre>\\",
        "|\n      a. id: one\n      - [ ] id: two\n      [code]\n      [/code]",
        "|\n      ```yaml\n      title: so\n      ```\n      <p>id: one</p>",
        "A. Smith says so",
        "“[x] says so”",
        "(So it is said；and so) 、 ｛so｝",
        "\"( date: 2025-03-14 )\"",
    ] {
        let made = sound.replacen(note, &format!("    note: {text}"), 1);
        assert_ne!(made, sound);
        let found = told(&made);
        let is_syntax = |(_, told): &(usize, String)| told.starts_with("syntax");
        assert!(!found.iter().any(is_syntax), "{text} {found:#?}");
    }
    let made = sound.replacen(
        note,
        "    note: |\n      - [ ] id: one\n    allow loaded-verb",
        1,
    );
    let found = told(&made);
    assert!(
        !found.is_empty() && !found[0].1.contains("list of tasks"),
        "{found:#?}"
    );
    let open = sound.replacen("again?\" }", "again (if at all)", 1);
    let open = open.replacen("question: \"", "question: ", 1);
    assert!(
        told(&open)[0].1.contains("expected `}`"),
        "{:#?}",
        told(&open)
    );
    let made = sound.replacen(note, "    note: (note: she left.)", 1);
    assert!(!told(&made)[0].1.contains("opens no mapping"));
}

#[test]
fn a_line_of_one_sign_within_a_text_is_no_slip() {
    let text = minimal();
    let claim = text.find("    says: ").unwrap();
    let mut text = text;
    text.insert_str(
        claim,
        "    note: |\n      What it said\n      =====\n      no more.\n   bad: x\n",
    );
    let found = told(&text);
    assert!(!found.is_empty());
    assert!(
        found
            .iter()
            .all(|(_, told)| !told.contains("a line of `=`")),
        "{found:?}"
    );
}
