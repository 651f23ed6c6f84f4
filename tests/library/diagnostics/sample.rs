//! Inputs and the diagnostics found in them.

use brief::RULES;
use brief::diagnostics::{Diagnostic, Diagnostics, Place, Rule, Span};

pub(crate) const TEXT: &str = "\
format: 1
title: Зеленський каже
voices:
  trump: { name: Donald Trump }
  trump: { name: Donald Trump }
claims:
  - id: no-us-troops
    says: |
      He claimed that
      no troops will go.
    voice: us-oficials
    in: nbc
";

/// Returns the rule of a code.
pub(crate) fn rule(code: &str) -> &'static Rule {
    RULES.find(code).unwrap()
}

/// Returns the place of the nth occurrence (from 0) of some words.
pub(crate) fn place(text: &str, words: &str, nth: usize) -> Place {
    let (start, _) = text.match_indices(words).nth(nth).unwrap();
    Place::At(Span::new(start, start + words.len()))
}

pub(crate) fn list(diagnostics: impl IntoIterator<Item = Diagnostic>) -> Diagnostics {
    let mut list = Diagnostics::new();
    for diagnostic in diagnostics {
        list.push(diagnostic);
    }
    list
}

pub(crate) fn mixed() -> Diagnostics {
    list([
        Diagnostic::new(
            rule("duplicate-id"),
            place(TEXT, "trump", 1),
            "the voice `trump` is defined twice",
        )
        .label("defined again here")
        .also(place(TEXT, "trump", 0), "first defined here")
        .help("give each voice an id of its own"),
        Diagnostic::new(
            rule("loaded-verb"),
            place(
                TEXT,
                "|\n      He claimed that\n      no troops will go.",
                0,
            ),
            "`claimed` casts doubt on the speaker",
        )
        .label("in this text")
        .help("write `said`")
        .help("or silence the rule with `allow`, and give a reason"),
        Diagnostic::new(
            rule("unknown-id"),
            place(TEXT, "us-oficials", 0),
            "no voice has the id `us-oficials`",
        )
        .label("not defined")
        .also(place(TEXT, "voices", 0), "voices are defined here")
        .did_you_mean(Some("us-officials")),
        Diagnostic::new(
            rule("missing-field"),
            Place::Whole,
            "the brief has no `bottom_line`",
        )
        .help("add `bottom_line: |` with one or two sentences"),
    ])
}
