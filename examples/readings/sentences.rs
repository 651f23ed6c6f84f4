//! Reads the sentences of a bottom line.

use brief::Input;
use brief::diagnostics::{Diagnostic, Severity};
use serde_json::{Value, json};

/// Returns the sentences of a text, each of which is told to lack a citation; or the codes of what keeps
/// the text from being a bottom line.
pub(super) fn read(text: &Value) -> Value {
    let text = text.as_str().unwrap_or_default();
    let brief = brief_with(text);
    let checked = Input::new(&brief).check();
    let errors = checked.diagnostics.iter();
    let errors = errors.filter(|found| found.severity() == Severity::Error);
    let (uncited, others): (Vec<_>, Vec<_>) =
        errors.partition(|found| found.code() == "uncited-sentence");
    if others.is_empty() {
        let spans = uncited
            .iter()
            .filter_map(|found| found.primary().place.span());
        let sentences = spans.map(|span| {
            brief
                .get(span.start..span.end)
                .map(|at| read_back(at, text))
        });
        return json!({ "sentences": sentences.collect::<Vec<_>>() });
    }
    json!({ "refused": others.into_iter().map(Diagnostic::code).collect::<Vec<_>>() })
}

/// A brief with this bottom line, as a block if that says it without escapes.
fn brief_with(text: &str) -> String {
    let bottom_line = if is_block(text) {
        format!("|-\n  {text}")
    } else {
        json!(text).to_string()
    };
    format!(
        "format: 1
topic: Harbour
title: The harbour is to be widened, Ann Bell says [@c]
lang: en
as_of: 2025-06-20
edition: 1
bottom_line: {bottom_line}
voices:
  a: {{ name: Ann Bell }}
sources:
  s: {{ type: article-newspaper, publisher: The Paper, issued: {{ date: 2025-06-19 }} }}
claims:
  - {{ id: c, says: So., voice: a, in: s, said: {{ date: 2025-06-19 }} }}
"
    )
}

fn is_block(text: &str) -> bool {
    text.starts_with(|c: char| !c.is_whitespace()) && !text.contains(char::is_control)
}

/// Returns a piece of a brief as what it stands for.
fn read_back(piece: &str, text: &str) -> Value {
    if is_block(text) {
        return json!(piece);
    }
    serde_json::from_str(&format!("\"{piece}\"")).unwrap_or_else(|_| json!(piece))
}
