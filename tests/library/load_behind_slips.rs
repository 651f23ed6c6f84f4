//! What is told beside slips, and what is not, since it would come of them.

use std::fs;

use brief::phases;

use crate::golden;
use crate::load::minimal;

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
