//! Names what is drawn.

use super::graph::{Graph, Port};
use super::width::{self, Lines, lines};
use crate::analysis::figure::{Figure, Node, SourceRole};
use crate::describe::{Describer, Message};
use crate::model::ClaimId;

/// How wide the claims of a voice are in one line, at most.
const CLAIMS: i32 = 88;
/// How many claims, or runs of them, are named.
const MOST: usize = 30;

pub(super) struct Labels {
    right_to_left: bool,
    /// By node.
    names: Vec<String>,
    /// By line of a voice.
    claims: Vec<String>,
}

impl Labels {
    pub(super) fn of(describer: &Describer<'_>, figure: &Figure, graph: &Graph) -> Self {
        let locale = describer.locale;
        let name = |node: &Node| match node {
            Node::Voice(id) => describer.speaker(*id).into_owned(),
            Node::MoreVoices(ids) => locale.counted(Message::MoreVoices, ids.len()),
            Node::Source(id, _) => describer.source(*id).into_owned(),
            Node::MoreSources(ids) => locale.counted(Message::MoreSources, ids.len()),
            Node::Brief => describer.capitalised(locale.text(Message::ThisBrief)),
        };
        let claims = |port: &Port| in_short(&port.claims);
        Self {
            right_to_left: describer.right_to_left,
            names: figure.nodes.iter().map(name).collect(),
            claims: graph.ports.iter().map(claims).collect(),
        }
    }

    /// Returns the width of a label and of its widest word.
    pub(super) fn widths(&self, node: usize) -> (i32, i32) {
        let name = &self.names[node];
        (width::of(name), width::of_widest_word(name))
    }

    /// Breaks all names into lines as wide as their columns.
    pub(super) fn in_lines(&self, graph: &Graph, widths: &[i32]) -> Vec<Lines> {
        let names = self.names.iter().zip(&graph.columns);
        let broken = names.map(|(name, column)| {
            let own = || width::of_widest_word(name);
            let most = widths.get(*column).copied().unwrap_or_else(own);
            lines(name, most, self.right_to_left)
        });
        broken.collect()
    }

    pub(super) fn claims_in_lines(&self) -> Vec<Lines> {
        let claims = self.claims.iter();
        let broken = claims.map(|claims| lines(claims, CLAIMS, self.right_to_left));
        broken.collect()
    }
}

/// Returns claims in short: "C1–C4 C7"; of very many the first, and how many more.
fn in_short(claims: &[ClaimId]) -> String {
    let mut words = Vec::new();
    let mut rest = claims;
    while let Some(first) = rest.first() {
        if words.len() == MOST {
            words.push(format!("+{}", rest.len()));
            break;
        }
        let follow = rest.iter().enumerate();
        let run = follow
            .take_while(|(place, claim)| claim.index() == first.index() + place)
            .count();
        let named = if run > 2 { run } else { 1 };
        let last = rest[named - 1];
        words.push(if named > 1 {
            format!("{first}–{last}")
        } else {
            first.to_string()
        });
        rest = &rest[named..];
    }
    words.join(" ")
}

/// Returns what the sources of a column do.
pub(super) fn head(figure: &Figure, graph: &Graph, column: usize) -> Message {
    let nodes = figure.nodes.iter().zip(&graph.columns);
    let roles = nodes.filter(|(_, of)| **of == column);
    let roles: Vec<SourceRole> = roles
        .filter_map(|(node, _)| match node {
            Node::Source(_, role) => Some(*role),
            Node::MoreSources(_) => Some(SourceRole::First),
            Node::Voice(_) | Node::MoreVoices(_) | Node::Brief => None,
        })
        .collect();
    let all = |role| roles.iter().all(|of| *of == role);
    if all(SourceRole::First) {
        Message::ColumnFirst
    } else if all(SourceRole::Relay) {
        Message::ColumnRelays
    } else {
        Message::ColumnBoth
    }
}

#[cfg(test)]
mod tests {
    use super::in_short;
    use crate::model::ClaimId;

    #[test]
    fn claims_in_a_row_are_named_by_their_ends() {
        let named = |claims: &[usize]| {
            let claims: Vec<ClaimId> = claims.iter().map(|at| ClaimId::nth(at - 1)).collect();
            in_short(&claims)
        };
        assert_eq!(named(&[1]), "C1");
        assert_eq!(named(&[1, 2, 4, 5, 6, 7, 9]), "C1 C2 C4–C7 C9");
        let odd: Vec<usize> = (0..40).map(|at| 2 * at + 1).collect();
        assert!(named(&odd).ends_with("C57 C59 +10"));
    }
}
