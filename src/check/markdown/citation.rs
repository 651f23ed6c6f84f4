//! Citations: `[@a]`, `[@a; @b]`, `[@a, @b]`, and several side by side.

use std::ops::Range;

use super::{Claims, Fault, Faults};
use crate::model::ClaimId;

/// Reads the citations that stand in a range of a text; their faults go to `faults`.
pub(super) fn read(
    value: &str,
    range: &Range<usize>,
    claims: &Claims<'_>,
    faults: &mut Faults,
) -> Vec<ClaimId> {
    let mut cited = Vec::new();
    let mut at = range.start;
    let text = value.get(range.clone()).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::{Fault, read};
    use crate::model::ClaimId;

    fn of(text: &str) -> (Vec<usize>, Vec<(&str, Fault)>) {
        let claims = |id: &str| ["a", "b", "c"].iter().position(|name| *name == id);
        let mut faults = Vec::new();
        let cited = read(
            text,
            &(0..text.len()),
            &|id| claims(id).map(ClaimId::new),
            &mut faults,
        );
        let faults = faults
            .into_iter()
            .map(|(range, fault)| (text.get(range).expect("a range of the text"), fault))
            .collect();
        (cited.into_iter().map(ClaimId::index).collect(), faults)
    }

    #[test]
    fn citations_name_claims() {
        assert_eq!(of("[@a]"), (vec![0], vec![]));
        assert_eq!(of("[@a; @b]"), (vec![0, 1], vec![]));
        assert_eq!(of("[ @c,@a ]"), (vec![2, 0], vec![]));
        assert_eq!(of("[@a][@b]"), (vec![0, 1], vec![]));
        assert_eq!(of("[@a; @a]"), (vec![0], vec![]), "named once");
    }

    #[test]
    fn faults_are_placed_on_the_smallest_part() {
        assert_eq!(of("[@a; @x]"), (vec![0], vec![("x", Fault::UnknownClaim)]));
        assert_eq!(
            of("[@a, p. 4]"),
            (vec![0], vec![("p. 4", Fault::BadCitation)])
        );
        assert_eq!(of("[@a b]"), (vec![], vec![("@a b", Fault::BadCitation)]));
        assert_eq!(of("[@]"), (vec![], vec![("@", Fault::BadCitation)]));
    }
}
