//! Reads Markdown as what a claim says.

use brief::Input;
use brief::diagnostics::{Diagnostic, Severity};
use brief::model::Inline;
use serde_json::{Value, json};

/// Returns a text as HTML, or the codes of what is wrong with it.
pub(super) fn read(text: &Value) -> Value {
    let checked = Input::new(&brief_that_says(text)).check();
    if let Some(brief) = checked.brief {
        let claims = brief.parts().claims.iter();
        json!({ "html": html(claims.flat_map(|claim| claim.says.parts())) })
    } else {
        let found = checked.diagnostics.iter();
        let errors = found.filter(|found| found.severity() == Severity::Error);
        json!({ "refused": errors.map(Diagnostic::code).collect::<Vec<_>>() })
    }
}

/// A brief with one claim. JSON's texts are YAML's in double quote marks.
fn brief_that_says(text: &Value) -> String {
    format!(
        "format: 1
topic: Harbour
title: The harbour is to be widened, Ann Bell says [@c]
lang: en
as_of: 2025-06-20
edition: 1
bottom_line: It is so, Ann Bell says [@c].
voices:
  a: {{ name: Ann Bell }}
sources:
  s: {{ type: article-newspaper, publisher: The Paper, issued: {{ date: 2025-06-19 }} }}
claims:
  - {{ id: c, says: {text}, voice: a, in: s, said: {{ date: 2025-06-19 }} }}
"
    )
}

fn html<'a>(parts: impl IntoIterator<Item = &'a Inline>) -> String {
    let one = |part: &Inline| match part {
        Inline::Text(text) => escaped(text),
        Inline::Code(text) => format!("<code>{}</code>", escaped(text)),
        Inline::Emphasis(inner) => format!("<em>{}</em>", html(inner)),
        Inline::Strong(inner) => format!("<strong>{}</strong>", html(inner)),
        Inline::Link(to, inner) => format!("<a href=\"{}\">{}</a>", escaped(to), html(inner)),
        other @ (Inline::Citation(_) | _) => escaped(&format!("{other:?}")),
    };
    parts.into_iter().map(one).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
