//! Whatever stands in the fields, checking ends without a panic, and what is found has its place.

use proptest::prelude::*;

/// Texts made of what the rules look at.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "[@a]",
        "[@",
        "]",
        "[",
        "(",
        ")",
        ". ",
        "… ",
        "U.S. ",
        "Mr. ",
        "! ",
        "“",
        "”",
        "\"",
        "„",
        "*",
        "**",
        "_",
        "`",
        "<b>",
        "<",
        "&amp;",
        "\\",
        "\n",
        "\n\n",
        "- ",
        "# ",
        "1. ",
        "http://a.b",
        "claimed ",
        "sources say ",
        "It emerged ",
        "is believed to ",
        "and ",
        "two officials ",
        "sources ",
        "16 August 2025 ",
        "Saturday ",
        "last week ",
        "2025-08-16",
        "/..",
        "\u{202E}",
        "не ",
        "不。",
        "’",
        "[a](b)",
        "[a]: b",
        "![",
        " ",
        "",
    ]);
    prop_oneof![
        4 => prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

/// Ids, most of which lead somewhere.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned),
        1 => text(),
    ]
}

/// Writes a text as a YAML scalar.
fn scalar(text: &str) -> String {
    serde_json::to_string(text).expect("texts are JSON")
}

/// What stands in the fields, over and over.
struct Fields<'a> {
    texts: std::iter::Cycle<std::slice::Iter<'a, String>>,
    ids: std::iter::Cycle<std::slice::Iter<'a, String>>,
}

impl Fields<'_> {
    fn text(&mut self) -> String {
        scalar(self.texts.next().unwrap())
    }

    fn id(&mut self) -> String {
        scalar(self.ids.next().unwrap())
    }

    fn ids(&mut self) -> String {
        format!("[{}, {}]", self.id(), self.id())
    }

    /// Fills in a template: `T` is a text, `I` an id, `L` a list of ids.
    fn fill(&mut self, template: &str) -> String {
        let piece = |c| match c {
            'T' => self.text(),
            'I' => self.id(),
            'L' => self.ids(),
            c => c.to_string(),
        };
        template.chars().map(piece).collect()
    }
}

const HEAD: &str = "\
format: 1
edition: 1
lang: en
title: T
topic: T
as_of: T
bottom_line: T
method: T
prepared_by: T
voices:
  ? I
  : { name: T, note: T }
  b: { anonymous: T, described_as: T, one_of: L, outlet: I }
sources:
  ? I
  : { type: report, title: T, issued: { date: T, as_given: T } }
  b: { type: report, url: T, snapshot: T, through: L }
issues:
  ? I
  : { name: T }
claims:
";
const CLAIM: &str = "\
- id: I
  says: T
  voice: L
  in: I
  said: { date: T, as_given: T }
  quotes: [{ text: T, kind: [fragment, edited], voice: I, lang: T, original: T }]
  allow: [{ rule: T, reason: T }]
";
const TAIL: &str = "\
positions: [{ of: I, on: I, stance: opposes, in_short: T, claims: L }]
events: [{ date: T, as_given: T, what: T, claims: L }]
tensions: [{ between: L, note: T }]
gaps: [{ question: T, why: T, of: I, about: L }]
";

fn brief(texts: &[String], ids: &[String]) -> String {
    let mut fields = Fields {
        texts: texts.iter().cycle(),
        ids: ids.iter().cycle(),
    };
    [HEAD, CLAIM, CLAIM, TAIL]
        .map(|template| fields.fill(template))
        .concat()
}

proptest! {
    #[test]
    fn checking_never_panics(
        texts in prop::collection::vec(text(), 1..40),
        ids in prop::collection::vec(id(), 1..20),
    ) {
        let yaml = brief(&texts, &ids);
        let checked = brief::Input::new(&yaml).check();
        prop_assert_eq!(checked.brief.is_none(), checked.diagnostics.has_errors());
        for found in &checked.diagnostics {
            if let Some(span) = found.primary().place.span() {
                prop_assert!(yaml.get(span.range()).is_some(), "{:?}", found);
            }
        }
    }
}
