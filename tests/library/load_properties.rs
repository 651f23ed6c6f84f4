//! What holds for every input: the reader does not panic, and reads from it what `serde_yaml` does.

use std::fs;
use std::path::Path;

use brief::diagnostics::Diagnostic;
use brief::phases::{self, Document};
use proptest::prelude::*;

use crate::harmless::is_harmless;

/// Pieces of YAML, of the format, and of what writers get wrong.
const PIECES: &[&str] = &[
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n    ",
    "- ",
    ": ",
    ":",
    "#",
    " #",
    "[",
    "]",
    "{",
    "}",
    ",",
    ", ",
    "'",
    "\"",
    "|",
    ">",
    ">-",
    "|2",
    "\\",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "%",
    "@",
    "`",
    "?",
    "? ",
    "---",
    "...",
    "\t",
    "\r\n",
    "\r",
    "~",
    "null",
    "true",
    "1",
    "0x1f",
    "-1",
    "1.5",
    ".inf",
    "007",
    "é",
    "Зе",
    "\u{85}",
    "\u{2028}",
    "\u{FEFF}",
    "\0",
    "\u{7f}",
    "<<",
    "=",
    "x",
    "title",
    "title: x\n",
    "claims:\n",
    "  - id: a\n",
    "voice: ",
    "said: ",
    "[a, b]",
    "{ a: b }",
    "\"a b\"",
    "'a''b'",
    "a: b",
    "\n\n",
];

fn minimal() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal.yaml");
    fs::read_to_string(path).unwrap()
}

/// Reads with both readers, where `serde_yaml` may read the text; they have to agree on whether the
/// input is sound, and on its values.
fn agree(bytes: &[u8]) -> Result<(), TestCaseError> {
    let reading = phases::read(bytes);
    let text = std::str::from_utf8(bytes);
    if let Ok(text) = text
        && is_harmless(text)
    {
        let oracle = serde_yaml::from_str::<Document>(text);
        let context = || {
            format!(
                "{text}\n{:#?}\n{:?}",
                reading.diagnostics,
                oracle.as_ref().err()
            )
        };
        // Where `serde_yaml` takes `~` for a text, and `Null` for nothing, this reader objects.
        let mut faults = reading.diagnostics.iter();
        if faults.any(|fault| fault.code() == "wrong-type" && NOTHING.contains(&found(fault))) {
            return Ok(());
        }
        // A date that is left open is none to `serde_yaml`.
        let mut faults = reading.diagnostics.iter();
        if faults.any(|fault| fault.message().ends_with("` is left open")) {
            return Ok(());
        }
        // What a claim lacks depends on whether it has `rests_on`, which no type says.
        let mut faults = reading.diagnostics.iter();
        if faults.any(|fault| OF_REPORTS.contains(&fault.message())) {
            return Ok(());
        }
        // Which characters a text may hold, and what was most likely meant, is no matter of YAML.
        let mut faults = reading.diagnostics.iter();
        let is_sound = faults.all(|fault| matches!(fault.code(), "unsafe-character" | "cut-text"));
        let is_sound = is_sound && reading.document.is_some();
        prop_assert_eq!(is_sound, oracle.is_ok(), "{}", context());
        if let Ok(document) = &oracle {
            prop_assert!(reading.document.as_ref() == Some(document), "{}", context());
        }
    }
    for diagnostic in &reading.diagnostics {
        if let Some(span) = diagnostic.primary().place.span() {
            prop_assert!(span.end <= bytes.len() && span.start <= span.end);
            prop_assert!(text.map_or(true, |text| text.get(span.range()).is_some()));
        }
    }
    Ok(())
}

const NOTHING: &[&str] = &["`~`", "`null`", "`Null`", "`NULL`"];

const OF_REPORTS: &[&str] = &["this claim has no `in`", "this claim has no `said`"];

/// Returns what a message says that was found.
fn found(fault: &Diagnostic) -> &str {
    fault
        .message()
        .rsplit_once("found ")
        .map_or("", |(_, found)| found)
}

/// One change to a text: at a place, so many characters are replaced by a piece.
type Change = (prop::sample::Index, usize, &'static str);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = (any::<prop::sample::Index>(), 0..4_usize, piece());
    prop::collection::vec(change, 1..4)
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just(""), prop::sample::select(PIECES)]
}

fn changed(text: &str, changes: &[Change]) -> String {
    changes
        .iter()
        .fold(text.to_owned(), |text, (at, removed, piece)| {
            let characters: Vec<char> = text.chars().collect();
            let at = at.index(characters.len() + 1);
            let (before, rest) = characters.split_at(at);
            let after = rest.get(*removed..).unwrap_or_default();
            before
                .iter()
                .chain(&piece.chars().collect::<Vec<_>>())
                .chain(after)
                .collect()
        })
}

/// A value as it stands after a key, in block and flow style, of any type.
fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zЗ .,'!?@*&-]{0,12}",
        "\"[a-zЗ .,:#'\\[\\]{}@*&-]{0,12}\"",
        "'[a-zЗ .,:#\"\\[\\]{}@*&-]{0,12}'",
        "[0-9.xe+-]{1,5}",
        prop::sample::select(vec![
            "~", "null", "true", "", "full", "supports", "report", "2025-08"
        ])
        .prop_map(str::to_owned),
        "[a-z ]{1,8}\n[a-z ]{1,8}"
            .prop_map(|text| format!("|\n      {}", text.replace('\n', "\n      "))),
        "[a-z ]{1,8}\n\n[a-z ]{1,8}\n"
            .prop_map(|text| format!(">-\n      {}", text.replace('\n', "\n      "))),
        "[a-z]{1,8} [a-z]{1,8}".prop_map(|text| text.replace(' ', "\n      ")),
        prop::collection::vec("[a-z0-9~ ]{0,4}", 0..3)
            .prop_map(|items| format!("[{}]", items.join(", "))),
        prop::collection::vec("[a-z]{1,3}: [a-z0-9]{0,3}", 0..3)
            .prop_map(|items| format!("{{{}}}", items.join(", "))),
    ]
}

/// A text with some values of the minimal brief replaced, and some lines left out or doubled.
fn brief() -> impl Strategy<Value = String> {
    let lines = minimal().lines().count();
    let edits = prop::collection::vec((0..lines, 0..4_u8, scalar()), 1..4);
    edits.prop_map(|edits| {
        let mut lines: Vec<String> = minimal().lines().map(str::to_owned).collect();
        for (at, kind, value) in edits {
            let line = &mut lines[at];
            match (kind, line.clone().split_once(": ")) {
                (0, _) => line.clear(),
                (1, _) => *line = format!("{line}\n{line}"),
                (_, Some((key, _))) => *line = format!("{key}: {value}"),
                (_, None) => line.push_str(&value),
            }
        }
        lines.join("\n") + "\n"
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn readers_agree_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        agree(&bytes)?;
    }

    #[test]
    fn readers_agree_on_pieces_of_yaml(pieces in prop::collection::vec(piece(), 0..40)) {
        agree(format!("{}\n", pieces.concat()).as_bytes())?;
    }

    #[test]
    fn readers_agree_on_a_damaged_brief(changes in changes()) {
        agree(changed(&minimal(), &changes).as_bytes())?;
    }

    #[test]
    fn readers_agree_on_a_brief_with_other_values(text in brief()) {
        agree(text.as_bytes())?;
    }
}

/// Makes a slip in a line of a brief, of a kind; nothing if it has no place there.
fn slipped(line: &str, kind: usize) -> Option<String> {
    let words = line.trim_start_matches(' ');
    let indent = " ".repeat(line.len() - words.len());
    let (key, value) = words.split_once(": ")?;
    let is_nested = !indent.is_empty() && !words.starts_with("- ");
    let is_plain = key.len() > 1 && value.starts_with(char::is_alphabetic) && value.contains(' ');
    match kind {
        0 => Some(format!("{indent}{key}:{value}")).filter(|_| !value.starts_with(['|', '>'])),
        1 => Some(format!("{indent}{key}：{value}")),
        2 => Some(format!("{indent}{key}:\u{A0}{value}")),
        3 if is_nested => Some(format!("\u{A0}{}{words}", &indent[1..])),
        4 if is_nested => Some(format!("{indent} {words}")),
        5 if is_nested => Some(format!("\t{words}")),
        6 => line.strip_suffix([']', '}']).map(str::to_owned),
        7 => line.ends_with([']', '}']).then(|| format!("{line}]")),
        8 => line.strip_suffix('"').map(str::to_owned),
        9 if is_plain => Some(line.replacen(": ", ": So: ", 1)),
        10 if is_plain => Some(line.replacen(": ", ": @", 1)),
        11 if words.starts_with("- ") => Some(line.replacen("- ", "-", 1)),
        12 if words.starts_with("- ") => Some(line.replacen("- ", "• ", 1)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Of a sound brief with slips, nothing is told but these, each beside its place: a bracket may be
    /// missed only where its collection would have gone on.
    #[test]
    fn slips_are_told_and_nothing_that_comes_of_them(
        slips in prop::collection::vec((0..80_usize, 0..13_usize), 1..4),
    ) {
        let mut lines: Vec<String> = minimal().lines().map(str::to_owned).collect();
        let mut made = Vec::new();
        for (at, kind) in slips {
            let Some(line) = lines.get_mut(at).filter(|_| !made.contains(&at)) else { continue };
            if let Some(slipped) = slipped(line, kind) {
                *line = slipped;
                made.push(at);
            }
        }
        let text = lines.join("\n") + "\n";
        let found = brief::Input::new(&text).check().diagnostics;
        for fault in &found {
            let Some(span) = fault.primary().place.span() else {
                prop_assert!(false, "{text}\n{fault:#?}");
                continue;
            };
            let labels = fault.labels().filter_map(|label| label.place.span());
            let mut told = labels.chain([span]).map(|span| text[..span.start].matches('\n').count());
            let is_near = |line: usize| made.iter().any(|at| at.abs_diff(line) <= 1);
            prop_assert!(told.any(is_near), "{text}\n{fault:#?}");
        }
    }
}

/// The table of required sequences and mappings is in step with the types.
#[test]
fn a_brief_without_one_of_its_fields_is_judged_alike() {
    let text = minimal();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let deeper = lines
            .iter()
            .skip(at + 1)
            .take_while(|next| indent(next) > indent(line));
        let after = at + 1 + deeper.count();
        let mut left: Vec<String> = lines[..at]
            .iter()
            .chain(&lines[after..])
            .map(|line| (*line).to_owned())
            .collect();
        if line.trim_start().starts_with("- ")
            && let Some(first) = left.get_mut(at)
            && indent(first) == indent(line)
            && !first.trim_start().starts_with("- ")
        {
            *first = format!("{}- {}", " ".repeat(indent(line) - 2), first.trim_start());
        }
        agree(format!("{}\n", left.join("\n")).as_bytes()).unwrap();
    }
}

/// The column of a line's first key, past the dash of an item.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}
