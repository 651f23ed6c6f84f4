//! Running text without markup, its citations as labels.

use crate::model::{ClaimId, Inline, Prose};

/// Returns running text as plain text; citations are labels in brackets: (C1, C3).
pub(super) fn prose(prose: &Prose) -> String {
    let mut out = String::new();
    parts(prose.parts(), &mut out);
    out
}

fn parts(inlines: &[Inline], out: &mut String) {
    for part in inlines {
        match part {
            Inline::Text(words) | Inline::Code(words) => out.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => {
                parts(inner, out);
            }
            Inline::Citation(claims) => {
                let labels: Vec<String> = claims.iter().map(ClaimId::to_string).collect();
                out.push('(');
                out.push_str(&labels.join(", "));
                out.push(')');
            }
        }
    }
}
