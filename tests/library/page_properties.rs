//! What holds for every page, whatever stands in the texts of the input: well-formed HTML, nothing
//! in it that asks for anything, quotes to the byte, the same bytes each time.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use brief::analysis::Edition;
use brief::model::{Brief, unsafe_character};
use brief::page::Page;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_yaml::Value;
use sha2::{Digest, Sha256};

use crate::html::Html;

const INPUT: &str = include_str!("../fixtures/page.yaml");

/// Every element and attribute that a page may have: those of the page that has every part, and of
/// the same with a name that runs against its text.
static VOCABULARY: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let other = INPUT.replace("short: Aurora", "short: אור");
    let vocabulary = |input: &str| {
        let brief = brief::Input::new(input).check().brief.unwrap();
        Html::parse(&render(brief)).vocabulary()
    };
    &vocabulary(INPUT) | &vocabulary(&other)
});

/// Fields that take any text in one line.
const LINES: &[&str] = &[
    "author",
    "container_title",
    "context",
    "group",
    "in_short",
    "members",
    "name",
    "occasion",
    "prepared_by",
    "publisher",
    "reason",
    "role",
    "short",
    "side",
    "title",
    "told_to",
    "topic",
    "writer",
];

/// Fields that take running text. The question of an issue is a line, which may be so too.
const PROSE: &[&str] = &[
    "characterised",
    "method",
    "note",
    "question",
    "says",
    "what",
    "why",
];

/// Fields whose texts have to be of some form.
const OF_FORM: &[&str] = &[
    "as_given",
    "as_of",
    "bottom_line",
    "date",
    "described_as",
    "lang",
    "text",
    "url",
];

/// Returns the texts of a document in some fields, in order, to be changed.
fn texts<'a>(value: &'a mut Value, fields: &[&[&str]]) -> Vec<&'a mut String> {
    fn collect<'a>(
        value: &'a mut Value,
        fields: &[&[&str]],
        taken: bool,
        found: &mut Vec<&'a mut String>,
    ) {
        match value {
            Value::String(text) if taken => found.push(text),
            Value::Sequence(items) => {
                for item in items {
                    collect(item, fields, taken, found);
                }
            }
            Value::Mapping(entries) => {
                for (key, value) in entries {
                    let key = key.as_str().unwrap_or_default();
                    let taken = fields.iter().any(|fields| fields.contains(&key));
                    collect(value, fields, taken, found);
                }
            }
            Value::String(_)
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Tagged(_) => {}
        }
    }
    let mut found = Vec::new();
    collect(value, fields, false, &mut found);
    found
}

/// Returns the fixture with some of its texts replaced; JSON is YAML.
fn changed(fields: &[&[&str]], changes: &[(Index, String)]) -> (Value, String) {
    let mut document: Value = serde_yaml::from_str(INPUT).unwrap();
    let mut texts = texts(&mut document, fields);
    for (at, text) in changes {
        let at = at.index(texts.len());
        text.clone_into(texts[at]);
    }
    let json = serde_json::to_string(&document).unwrap() + "\n";
    (document, json)
}

fn render(brief: Brief) -> String {
    Page::new(&Edition::of(brief)).render().unwrap()
}

fn is_harmless(address: &str) -> bool {
    let schemes = ["#", "http://", "https://", "mailto:"];
    let address = address.to_ascii_lowercase();
    schemes.iter().any(|scheme| address.starts_with(scheme))
}

/// Holds a page to all that holds for every page.
fn sound(page: &str) -> Result<Html, TestCaseError> {
    let html = Html::parse(page);
    prop_assert!(html.errors.is_empty(), "{:#?}", html.errors);

    prop_assert_eq!(unsafe_character(html.text()), None);

    let names = html.vocabulary();
    let beyond: Vec<_> = names.difference(&VOCABULARY).collect();
    prop_assert!(beyond.is_empty(), "{:?}", beyond);
    let directives: Vec<_> = html.values("http-equiv").collect();
    prop_assert_eq!(directives, ["Content-Security-Policy"]);
    let hash = STANDARD.encode(Sha256::digest(&html.style));
    let allowed = format!("; style-src 'sha256-{hash}'; ");
    let is_allowed = html
        .values("content")
        .any(|policy| policy.contains(&allowed));
    prop_assert!(is_allowed, "{}", allowed);

    let scripts = html.elements.iter().filter(|one| one.name == "script");
    let scripts: Vec<_> = scripts.collect();
    prop_assert_eq!(scripts.len(), 1);
    prop_assert_eq!(&scripts[0].attributes["type"], "application/ld+json");
    let data = serde_json::from_str::<serde_json::Value>(&scripts[0].text);
    prop_assert!(data.is_ok(), "{:?}: {}", data, scripts[0].text);

    let ids: Vec<_> = html.values("id").collect();
    let distinct: BTreeSet<_> = ids.iter().copied().collect();
    prop_assert_eq!(ids.len(), distinct.len(), "{:?}", ids);
    for address in html.values("href") {
        prop_assert!(is_harmless(address), "{}", address);
        if let Some(id) = address.strip_prefix('#') {
            prop_assert!(distinct.contains(id), "{}", address);
        }
    }
    let labels = html.values("aria-labelledby");
    for id in labels.chain(html.values("aria-describedby")) {
        prop_assert!(distinct.contains(id), "{}", id);
    }
    Ok(html)
}

/// Checks and renders an input twice; if it has a page, holds the page to all that holds for it.
fn compiled(input: &[u8]) -> Result<Option<Html>, TestCaseError> {
    let checked = brief::Input::new(input).check();
    prop_assert_eq!(checked.brief.is_none(), checked.diagnostics.has_errors());
    let Some(brief) = checked.brief else {
        return Ok(None);
    };
    let again = brief::Input::new(input).check();
    prop_assert!(checked.diagnostics == again.diagnostics);
    let page = render(brief);
    prop_assert!(page == render(again.brief.unwrap()));
    sound(&page).map(Some)
}

/// Asserts that the quotes of a document stand on its page as they are.
fn has_quotes(mut document: Value, html: &Html) -> Result<(), TestCaseError> {
    let expected = texts(&mut document, &[&["text"]]);
    let found: Vec<_> = html.texts("data-quote").collect();
    prop_assert_eq!(found, expected);
    Ok(())
}

/// What could break out of HTML, of Markdown, of a template or of a style sheet.
const PIECES: &[&str] = &[
    "<",
    ">",
    "&",
    "\"",
    "'",
    "`",
    "*",
    "**",
    "_",
    "\\",
    "/",
    "=",
    ";",
    "#",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "!",
    ":",
    "@",
    "|",
    "~",
    "-->",
    "<!--",
    "]]>",
    "<b>",
    "</p>",
    "</span>",
    "</style>",
    "</title>",
    "<script>",
    "<svg>",
    "<a href=x>",
    " onclick=x ",
    "{{ title }}",
    "{% if %}",
    "{#",
    "&lt;",
    "&amp",
    "&nbsp;",
    "&notit;",
    "*/",
    "\\000022",
    "url(",
    "@import",
    "[@less-water]",
    "[@",
    "[a](https://b.example)",
    "[a](javascript:b)",
    "<https://c.example>",
    "[*a* `b`](mailto:a@b.example)",
    "`<b>`",
    "https://e.example",
    "a",
    "B",
    "é",
    "Зе",
    "ع",
    "שלום",
    "한국",
    "字",
    "𝔘",
    "😀",
    "\u{301}",
    "\u{A0}",
    "\u{3000}",
    "“",
    "”",
    "„",
    "«",
    "»",
    "’",
    "…",
    "–",
    ".",
    "? ",
    ", ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "1. ",
    "- ",
    "# ",
    "\0",
    "\u{1B}",
    "\u{7F}",
    "\u{85}",
    "\u{AD}",
    "\u{200B}",
    "\u{202E}",
    "\u{2066}",
    "\u{E000}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{10FFFD}",
];

/// What entities, noncharacters and nesting hide.
const HIDDEN: &[&str] = &[
    // Entities are read after the text was searched for unsafe characters.
    "a&#7;",
    "a&#x80;",
    "a&#x202E;",
    "a&ZeroWidthSpace;",
    "&zwnj;",
    // Noncharacters are errors in HTML.
    "a\u{FDD0}",
    "a\u{FFFE}",
    "a\u{10FFFF}",
    // An address in a link is a link in a link.
    "[<https://c.example>](https://d.example)",
];

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select([PIECES, HIDDEN].concat())
}

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(piece(), 0..12);
    let letters = prop::collection::vec(any::<char>(), 0..12);
    prop_oneof![
        pieces.prop_map(|pieces| pieces.concat()),
        letters.prop_map(String::from_iter),
    ]
}

/// A text that can stand in any line: it says something, nothing in it is unsafe, and it cites nothing,
/// as a headline may.
fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        let is_safe = |letter: &char| unsafe_character(&letter.to_string()).is_none();
        let mut safe: String = text.chars().filter(is_safe).collect();
        // One may come of two: `[[@@`.
        while safe.contains("[@") {
            safe = safe.replace("[@", "[");
        }
        if safe.trim().is_empty() {
            "words".to_owned()
        } else {
            safe
        }
    })
}

/// A line as running text that reads the same: every mark of Markdown as itself.
fn escaped() -> impl Strategy<Value = String> {
    line().prop_map(|text| {
        let mut escaped = String::new();
        for letter in text.chars() {
            if letter.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(if letter.is_whitespace() { ' ' } else { letter });
        }
        escaped
    })
}

/// Part of a sentence: a line without quote marks, cuts and insertions.
fn fragment() -> impl Strategy<Value = String> {
    let marks = ['"', '“', '”', '„', '«', '»', '‘', '…', '[', ']', '(', ')'];
    line().prop_map(move |text| format!("so {}", text.replace(marks, "").replace("...", "")))
}

fn changes(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<(Index, String)>> {
    prop::collection::vec((any::<Index>(), text), 1..4)
}

/// Changes to the bytes of an input: at a place, so many are replaced by others.
fn damage() -> impl Strategy<Value = Vec<(Index, usize, Vec<u8>)>> {
    let bytes = prop_oneof![
        piece().prop_map(|piece| piece.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec((any::<Index>(), 0..6_usize, bytes), 1..4)
}

proptest! {
    // A page takes its time; `PROPTEST_CASES` asks for more.
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_refused_or_set(changes in changes(text())) {
        let (document, input) = changed(&[LINES, PROSE, OF_FORM], &changes);
        if let Some(html) = compiled(input.as_bytes())? {
            has_quotes(document, &html)?;
        }
    }

    #[test]
    fn any_safe_line_is_set(changes in changes(line())) {
        let (document, input) = changed(&[LINES], &changes);
        let html = compiled(input.as_bytes())?.unwrap();
        has_quotes(document, &html)?;
    }

    #[test]
    fn any_escaped_text_is_set(changes in changes(escaped())) {
        let (document, input) = changed(&[PROSE], &changes);
        let html = compiled(input.as_bytes())?.unwrap();
        has_quotes(document, &html)?;
    }

    #[test]
    fn any_fragment_is_quoted_to_the_byte(text in fragment()) {
        let mut document: Value = serde_yaml::from_str(INPUT).unwrap();
        let quote = &mut document["claims"][0]["claims"][0]["quotes"][1];
        assert_eq!(quote["kind"][0], "fragment");
        quote["text"] = Value::String(text);
        let input = serde_json::to_string(&document).unwrap() + "\n";
        let html = compiled(input.as_bytes())?.unwrap();
        has_quotes(document, &html)?;
    }

    #[test]
    fn any_bytes_are_refused_or_set(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        compiled(&bytes)?;
    }

    #[test]
    fn a_damaged_brief_is_refused_or_set(damage in damage()) {
        let mut bytes = INPUT.as_bytes().to_vec();
        for (at, length, other) in damage {
            let start = at.index(bytes.len() + 1);
            let end = bytes.len().min(start + length);
            bytes.splice(start..end, other);
        }
        compiled(&bytes)?;
    }
}

#[test]
fn every_field_of_texts_is_changed() {
    let mut document: Value = serde_yaml::from_str(INPUT).unwrap();
    for field in [LINES, PROSE, OF_FORM].concat() {
        let found = texts(&mut document, &[&[field]]);
        assert!(!found.is_empty(), "the fixture has no {field}");
    }
}

#[test]
fn what_entities_and_nesting_hide_is_refused() {
    let mut passed = Vec::new();
    for text in HIDDEN {
        let mut document: Value = serde_yaml::from_str(INPUT).unwrap();
        document["claims"][0]["says"] = Value::String((*text).to_owned());
        let input = serde_json::to_string(&document).unwrap() + "\n";
        if !matches!(compiled(input.as_bytes()), Ok(None)) {
            passed.push(text);
        }
    }
    assert!(passed.is_empty(), "{passed:?}");
}

/// Elements and attributes that a page may not have, even where its template says so. The one
/// `script` is a data block, which every page is held to.
#[test]
fn the_vocabulary_asks_for_nothing_and_runs_nothing() {
    let elements = [
        "audio",
        "base",
        "embed",
        "foreignObject",
        "form",
        "frame",
        "iframe",
        "image",
        "img",
        "input",
        "link",
        "object",
        "source",
        "template",
        "use",
        "video",
    ];
    let attributes = [
        "action",
        "background",
        "ping",
        "src",
        "srcset",
        "style",
        "target",
    ];
    for name in VOCABULARY.iter() {
        let is_banned = match name.split_once(' ') {
            Some((_, attribute)) => attributes.contains(&attribute) || attribute.starts_with("on"),
            None => elements.contains(&name.as_str()),
        };
        assert!(!is_banned, "{name}");
    }
}
