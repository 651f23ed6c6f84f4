//! Reads citations of claims.

use std::ops::Range;

use super::fault::{Claims, Fault, Faults};
use crate::model::ClaimId;

/// Reads the citations, such as `[@a]`, `[@a; @b]` and `[@a, @b]`, that stand in a range of a text;
/// their faults go to `faults`.
pub(in crate::check) fn read_citations(
    value: &str,
    range: &Range<usize>,
    claims: &Claims<'_>,
    faults: &mut Faults,
) -> Vec<ClaimId> {
    let mut cited = Vec::new();
    let mut at = range.start;
    let (text, _) = value.split_at(range.end);
    let (_, text) = text.split_at(range.start);
    for item in text.split_inclusive([';', ',', '[', ']']) {
        let name = item.trim_end_matches([';', ',', '[', ']']);
        let start = at + (name.len() - name.trim_start().len());
        let name = name.trim();
        at += item.len();
        if name.is_empty() {
            continue;
        }
        match name.strip_prefix('@') {
            Some(id) if !id.is_empty() && !id.contains(char::is_whitespace) => match claims(id) {
                Some(claim) if cited.contains(&claim) => {}
                Some(claim) => cited.push(claim),
                None => faults.push((start + 1..start + name.len(), Fault::UnknownClaim)),
            },
            _ => faults.push((start..start + name.len(), Fault::BadCitation)),
        }
    }
    cited
}
