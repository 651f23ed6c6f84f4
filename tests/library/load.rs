//! Reads every fixture under `fixtures/load` and compares what is reported with what the fixture
//! expects.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use brief::phases;

use crate::expectations::{self, expected, reported};
use crate::golden;

fn fixtures() -> Vec<PathBuf> {
    expectations::fixtures("load")
}

fn minimal() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal.yaml")
}

#[test]
fn fixtures_report_what_they_expect() {
    let mut wrong = String::new();
    for path in fixtures() {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let reading = phases::read(&bytes);
        let (found, expected) = (
            reported(&text, &reading.diagnostics),
            expected(&path, &text),
        );
        if found != expected {
            let name = path.file_name().unwrap().to_string_lossy();
            writeln!(wrong, "{name}\n  found {found:?}\n  expected {expected:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every message, as people read it, in one reviewed place.
#[test]
fn fixtures_are_worded_as_reviewed() {
    let mut words = String::new();
    for path in fixtures() {
        let name = path.file_name().unwrap().to_string_lossy();
        writeln!(words, "{name}").unwrap();
        for diagnostic in &phases::read(&fs::read(&path).unwrap()).diagnostics {
            let code = diagnostic.code();
            writeln!(words, "  {code}: {}", diagnostic.message()).unwrap();
            for help in diagnostic.help_lines() {
                writeln!(words, "    help: {help}").unwrap();
            }
        }
    }
    golden::assert_golden("tests/golden/diagnostics/load.txt", &words);
}

#[test]
fn every_code_of_the_reader_has_a_fixture() {
    let names: BTreeSet<String> = fixtures()
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let codes = [
        "not-utf8",
        "nesting-too-deep",
        "alias-expansion",
        "syntax",
        "unsupported-yaml",
        "cut-text",
        "unknown-field",
        "duplicate-field",
        "missing-field",
        "wrong-type",
        "unknown-value",
    ];
    for code in codes {
        assert!(names.iter().any(|name| name.starts_with(code)), "{code}");
    }
}

#[test]
fn a_sound_brief_reads_as_serde_yaml_reads_it() {
    let text = fs::read_to_string(minimal()).unwrap();
    let reading = phases::read(text.as_bytes());
    assert!(reading.diagnostics.is_empty());
    assert_eq!(
        reading.document.unwrap(),
        serde_yaml::from_str(&text).unwrap()
    );
}

#[test]
fn places_are_those_of_the_values_as_written() {
    let text = fs::read_to_string(minimal()).unwrap();
    for text in [
        text.clone(),
        format!("\u{FEFF}{text}"),
        text.replace("Maria", "Мария"),
    ] {
        let document = phases::read(text.as_bytes()).document.unwrap();
        let written = |place: phases::Text| &text[place.place.span().unwrap().range()];
        assert_eq!(written(document.topic.clone()), "East quay");
        assert_eq!(
            written(document.claims[1].says.clone()),
            "\"The date cannot be met: two cranes are still missing.\""
        );
        assert_eq!(
            written(document.claims[1].about[0].clone()),
            "reopening-date"
        );
        assert!(written(document.bottom_line.clone()).ends_with("[@date-not-met]."));
        assert_eq!(
            written(document.gaps[0].why.clone()),
            "Neither source names them."
        );
    }
}

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

fn told(text: &str) -> Vec<(usize, String)> {
    let found = brief::Input::new(text).check().diagnostics;
    let told = found.iter().map(|fault| {
        let at = fault.primary().place.span().unwrap().start;
        let line = text[..at].matches('\n').count() + 1;
        (line, format!("{}: {}", fault.code(), fault.message()))
    });
    told.collect()
}

/// Slips of which it is sure what was meant hide nothing else: each is told in one run, with what is wrong
/// besides, at its place in the text as it is.
#[test]
fn slips_are_told_together_with_what_is_wrong_behind_them() {
    let text = fs::read_to_string(minimal()).unwrap();
    let made = text
        .replace("    role: Director", "\u{A0}   role:Director")
        .replace("    reason: not", "     reason: not")
        .replace("publisher: Coast Herald", "publisher：Coast Herald")
        .replace(
            "    in: coast-herald",
            "    in:coast-herald\n    at = page 3",
        )
        .replace("  - id: date-not-met", "  -id:date-not-met")
        .replace("between: [", "betwen: [")
        .replace("claims: [date-not-met]", "claims: [date-not-mt");
    let found: Vec<String> = told(&made).into_iter().map(|(_, told)| told).collect();
    golden::assert_golden(
        "tests/golden/diagnostics/slips.txt",
        &(found.join("\n") + "\n"),
    );
    // What a bracket misses is told where it shows.
    let is_here = |(_, told): &(usize, String)| !told.contains("before this");
    for (line, told) in told(&made).into_iter().filter(is_here) {
        let lines: Vec<&str> = text.lines().collect();
        assert!(
            !lines.contains(&made.lines().nth(line - 1).unwrap()),
            "{told}"
        );
    }
}

/// Which id, number or word is meant by one that begins with a sign of YAML is not known: nothing is told of
/// what would follow from it.
#[test]
fn a_sign_before_a_value_is_told_alone() {
    let text = fs::read_to_string(minimal()).unwrap();
    for (meant, written) in [
        ("format: 1", "format: @1"),
        ("edition: 1", "edition: `1`"),
        ("lang: en", "lang: @en"),
        ("    type: broadcast", "    type: %broadcast"),
        ("    through: coast-herald", "    through: @coast-herald"),
        (
            "    issued: { date: 2025-03-13 }",
            "    issued: @2025-03-13",
        ),
        (
            "    issued: { date: 2025-03-13 }",
            "    issued: { date: @2025-03-13 }",
        ),
        ("  - id: reopens-in-may", "  - id: `reopens-in-may`"),
        ("    voice: lindqvist", "    voice: @lindqvist"),
        ("    voice: lindqvist", "    voice: *lindqvist"),
        ("    voice: lindqvist", "    voice: &lindqvist"),
        ("    voice: lindqvist", "    voice: !lindqvist"),
        (
            "    voice: [union-official]",
            "    voice:\n      - @union-official",
        ),
        ("    in: coast-herald", "    in: @coast-herald"),
        (
            "    about: [reopening-date]",
            "    about: [@reopening-date]",
        ),
        ("  - of: lindqvist", "  - of: *lindqvist"),
        ("        kind: [full]", "        kind: [@full]"),
    ] {
        assert!(text.contains(meant), "{meant}");
        let made = text.replacen(meant, written, 1);
        let found = told(&made);
        assert_eq!(found.len(), 1, "{written}: {found:#?}");
        let sign = written.find(['@', '`', '%', '*', '&', '!']).unwrap();
        let at = text.find(meant).unwrap() + sign;
        assert_eq!(
            found[0].0,
            made[..at].matches('\n').count() + 1,
            "{written}"
        );
        // Another slip is told, too.
        let made = made.replacen("    name: Maria", "    name:Maria", 1);
        assert_eq!(told(&made).len(), 2, "{written}: {:#?}", told(&made));
    }
    // Where a text may begin so, what is wrong besides is told.
    let made = text.replacen("told_to: the", "told_to: @the", 1).replacen(
        "voice: lindqvist",
        "voice: lindqist",
        1,
    );
    let found = told(&made);
    assert!(
        found.iter().any(|(_, told)| told.starts_with("unknown-id")),
        "{found:#?}"
    );
}

/// A text without one space after a colon has as many slips as lines: each is told.
#[test]
fn every_line_may_have_a_slip() {
    let text = fs::read_to_string(minimal()).unwrap();
    let is_flat = |line: &&str| line.contains(": ") && !line.contains(['|', '{', '[', '"']);
    let made: Vec<String> = text
        .lines()
        .map(|line| {
            if is_flat(&line) {
                line.replacen(": ", ":", 1)
            } else {
                line.to_owned()
            }
        })
        .collect();
    let slips = text.lines().filter(is_flat).count();
    let found = told(&(made.join("\n") + "\n"));
    assert_eq!(found.len(), slips, "{found:#?}");
    assert!(
        found
            .iter()
            .all(|(_, told)| told.ends_with("no space after the colon")),
        "{found:#?}"
    );
    // A whole text from an e-mail.
    let quoted: Vec<String> = text.lines().map(|line| format!("> {line}")).collect();
    assert_eq!(told(&quoted.join("\n")).len(), 1);
}

/// Nothing is told of what follows from a slip: of what no longer belongs together, or is not there.
#[test]
fn a_slip_is_told_alone_at_its_line() {
    let sound = fs::read_to_string(minimal()).unwrap();
    let below = "bottom_line: |\n";
    for (old, new, line, code) in [
        ("says: The quay", "says: {The quay", 38, "syntax"),
        (
            "about: reopening-date\n    note",
            "about: {reopening-date\n    note",
            53,
            "syntax",
        ),
        (below, "bottom_line: |\n  ", 10, "syntax"),
        ("bottom_line: |\n  The", "bottom_line: |\nThe", 9, "syntax"),
        ("sources:\n", "---\nsources:\n", 21, "unsupported-yaml"),
        ("sources:\n", "...\nsources:\n", 21, "unsupported-yaml"),
        (
            "  - id: date-not-met",
            "  - id: \u{200B}date-not-met",
            47,
            "unsafe-character",
        ),
        (
            "  lindqvist:\n",
            "  \u{200F}lindqvist:\n",
            12,
            "unsafe-character",
        ),
        (
            "voice: lindqvist",
            "voice: \u{200B}lindqvist",
            38,
            "unsafe-character",
        ),
        (
            "  - id: date-not-met",
            "  - id: • date-not-met",
            47,
            "invalid-id",
        ),
        ("  - of: lindqvist", "  - of: lindqvist,", 55, "unknown-id"),
        (
            "  - of: lindqvist",
            "  - of: lindqvist\n    of: lindqvist",
            56,
            "duplicate-field",
        ),
    ] {
        let text = sound.replacen(old, new, 1);
        assert_ne!(text, sound, "{old}");
        let found = told(&text);
        let [(at, words)] = &*found else {
            panic!("{new}: {found:#?}");
        };
        assert!(words.starts_with(code) && *at == line, "{new}: {found:?}");
    }
}

/// As chat programs give a text, with their own words around it, or as people keep it in Markdown.
#[test]
fn a_fence_around_a_brief_is_told_alone() {
    let sound = fs::read_to_string(minimal()).unwrap();
    for (before, line, after) in [
        ("```yaml\n", 1, "```\n"),
        ("```\n", 1, "```"),
        ("~~~ yaml\n", 1, "~~~\n"),
        (
            "Here it is:\n\n```yaml\n",
            3,
            "```\n\nTell me: what else?\n",
        ),
    ] {
        let found = told(&format!("{before}{sound}{after}"));
        let [(at, words)] = &*found else {
            panic!("{before}: {found:#?}");
        };
        assert!(words.contains("of Markdown") && *at == line, "{found:?}");
    }
    let voices = sound.replacen("    name: Maria", "    name:Maria", 1);
    assert_eq!(told(&format!("```yaml\n{voices}```\n")).len(), 2);
}

/// A line that one space moves out of line is told alone, whatever the parser stumbles over. The other line of
/// two that differ may be as right, but is not what more of the brief is like.
#[test]
fn a_line_out_of_line_is_told_alone() {
    let sound = fs::read_to_string(minimal()).unwrap();
    let listed = "in:\n      - coast-herald\n      - radio-north\n";
    let sound = sound.replacen("in: coast-herald\n", listed, 1);
    let lines: Vec<_> = sound.lines().collect();
    let before = told(&sound);
    let mut moved = 0;
    for (at, line) in lines.iter().enumerate() {
        let less = line.strip_prefix(' ').map(|line| (line.to_owned(), "less"));
        for (made, than) in less.into_iter().chain([(format!(" {line}"), "deeper")]) {
            let mut lines = lines.clone();
            lines[at] = &made;
            let mut found = told(&lines.join("\n"));
            found.retain(|fault| !before.contains(fault));
            if found.is_empty() {
                continue;
            }
            let [(place, words)] = &*found else {
                panic!("{made}: {found:#?}");
            };
            // A text under `|`: the first line is deeper, or the second less.
            let is_text = words.contains("indented less than its first line");
            let is_told = words.contains(&format!("indented one {than} than its neighbours"));
            assert!(is_text || is_told && *place == at + 1, "{made}: {found:#?}");
            moved += 1;
        }
    }
    assert!(moved > 60, "{moved}");
    // A line of a text is none of a mapping, though a colon is in it.
    let text = sound
        .replace("|\n  The", "|\n   The")
        .replace("  official said", "  matters: official");
    let found = told(&text);
    assert!(
        found[0].1.contains("less than its first line"),
        "{found:#?}"
    );
}

/// Whoever mends what is told knows that there may be more.
#[test]
fn it_is_told_where_reading_ends() {
    let sound = fs::read_to_string(minimal()).unwrap();
    let mended = sound.replace("topic: ", "topic:");
    // No edit mends this one.
    let ended = mended.replace("edition: 1", "edition: 1\n---");
    let many = (0..150).map(|number| format!("  - question: Q\n    why:{number}\n"));
    let many: Vec<String> = std::iter::once("gaps:\n".to_owned()).chain(many).collect();
    let many = sound.replace("gaps:\n", &many.concat());
    for (text, count, ends) in [
        (mended, 1, None),
        (ended, 2, Some(1)),
        (many, 100, Some(99)),
    ] {
        let read = brief::Input::new(&text).check();
        let notes = read.diagnostics.iter().map(|fault| fault.notes().next());
        let found: Vec<_> = notes.collect();
        assert_eq!(found.len(), count, "{:#?}", read.diagnostics);
        let told: Vec<_> = (0..count).filter(|at| found[*at].is_some()).collect();
        assert_eq!(told, Vec::from_iter(ends), "{found:?}");
        assert!(ends.is_none_or(|at| found[at].unwrap().starts_with("reading ends here")));
    }
}

/// What comes of a guess is not told: where the rest shows that an edit is wrong, or it leaves open what the
/// words are.
#[test]
fn nothing_is_told_that_comes_of_a_guess() {
    let text = fs::read_to_string(minimal()).unwrap();
    for (right, wrong, expected) in [
        // Where the mark is to be closed is not known, nor are the words.
        (
            "title: East quay to reopen in May, authority says",
            "title: \"East quay [x](javascript:x)",
            &[24][..],
        ),
        // The key could go on with the text above.
        (
            "    role: Director of the harbour authority",
            "    role: Director of\n      the port: authority",
            &[15],
        ),
        (
            "    publisher: Coast Herald",
            "    publisher: Coast\n  Herald: x",
            &[27],
        ),
    ] {
        let made = text.replacen(right, wrong, 1);
        assert_ne!(made, text);
        let lines: Vec<usize> = told(&made).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, expected, "{wrong} {:#?}", told(&made));
    }
}

/// A tag or a mark that stands alone was meant as the text: that nothing else is there is no second fault.
#[test]
fn a_tag_in_the_place_of_a_text_is_one_fault() {
    let text = fs::read_to_string(minimal()).unwrap();
    for written in ["!important", "&co", "!important soon", "&co soon"] {
        let made = text.replacen("name: Maria Lindqvist", &format!("name: {written}"), 1);
        let found = told(&made);
        assert_eq!(found.len(), 1, "{written} {found:#?}");
    }
}

/// What may be no slip at all is not called one.
#[test]
fn texts_are_not_taken_for_slips() {
    for text in [
        "note: We read\n  text of hers\n  so: it is\n",
        "note: |\n  One: two\n  text of hers\nso\ntopic: A\n",
        "voices:\n  a:\n    Text of hers\n    so: it is\n",
    ] {
        let found = phases::read(text.as_bytes()).diagnostics;
        let told = found.iter().map(brief::diagnostics::Diagnostic::message);
        assert!(
            !told.clone().any(|told| told.contains("after `text`")),
            "{text}"
        );
        let help = found.iter().flat_map(|fault| fault.help_lines().to_vec());
        assert!(
            !help.into_iter().any(|told| told.contains("after `text`")),
            "{text}"
        );
    }
}
