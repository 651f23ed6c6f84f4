#![doc = include_str!("shared_roots.md")]
//! What is known is `through`: a source passes on those that are known through it. Its roots are
//! the reports at the far end of that; a source that passes no report on is its own root. Documents
//! and speeches are no reports: two outlets may carry the same letter and hear others each for
//! itself. Whether this very claim came by that chain is not in the file, so that the rule can
//! only warn.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static SHARED_ROOTS: Rule = Rule::warning(include_str!("shared_roots.md"));

/// How many roots of a source are told apart. A source that passes on more is an outlet with many
/// reports: what it shares with another says little, and it is left alone.
const ROOTS: usize = 32;
/// How many sources of a claim are compared.
const SOURCES: usize = 16;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    if cx
        .document
        .claims
        .iter()
        .all(|claim| claim.source.len() < 2)
    {
        return;
    }
    let roots = Roots::of(cx);
    for claim in &cx.document.claims {
        let sources: Vec<(&Text, usize)> = claim
            .source
            .iter()
            .filter_map(|id| Some((id, cx.index.sources.position(id)?)))
            .take(SOURCES)
            .collect();
        if let Some((one, other, root)) = roots.first_shared(&sources) {
            let root = cx.index.sources.ids[root];
            out.warn(&claim.allow, fault(one, other, root));
        }
    }
}

/// The roots of every source, in order; none where they are too many or go in a circle.
struct Roots(Vec<Option<Vec<usize>>>);

impl Roots {
    /// Finds them from the far ends: a source comes after all that it passes on.
    fn of(cx: &Context<'_>) -> Self {
        let sources = &cx.document.sources.0;
        let mut passed_on: Vec<Vec<usize>> = vec![Vec::new(); sources.len()];
        let mut relays: Vec<Vec<usize>> = vec![Vec::new(); sources.len()];
        for (at, (_, source)) in sources.iter().enumerate() {
            let known = source.through.iter();
            relays[at] = known
                .filter_map(|id| cx.index.sources.position(id))
                .collect();
            if source.kind.value.is_document() || source.kind.value.is_occasion() {
                relays[at].clear();
            }
            for relay in &relays[at] {
                passed_on[*relay].push(at);
            }
        }
        let mut waiting: Vec<usize> = passed_on.iter().map(Vec::len).collect();
        let mut ready: Vec<usize> = (0..sources.len()).filter(|at| waiting[*at] == 0).collect();
        let mut roots = Self(vec![None; sources.len()]);
        while let Some(at) = ready.pop() {
            roots.0[at] = roots.joined(at, &passed_on[at]);
            for relay in &relays[at] {
                waiting[*relay] -= 1;
                if waiting[*relay] == 0 {
                    ready.push(*relay);
                }
            }
        }
        roots
    }

    fn joined(&self, at: usize, passed_on: &[usize]) -> Option<Vec<usize>> {
        if passed_on.is_empty() {
            return Some(vec![at]);
        }
        let mut joined: Vec<usize> = Vec::new();
        for source in passed_on {
            joined.extend_from_slice(self.0[*source].as_deref()?);
            joined.sort_unstable();
            joined.dedup();
            if joined.len() > ROOTS {
                return None;
            }
        }
        Some(joined)
    }

    /// Returns the first two sources of a claim of which one passes on nothing that the other does
    /// not pass on too, and a root that they share.
    fn first_shared<'a>(
        &self,
        sources: &[(&'a Text, usize)],
    ) -> Option<(&'a Text, &'a Text, usize)> {
        for (index, (one, at)) in sources.iter().enumerate() {
            for (other, other_at) in sources.iter().skip(index + 1) {
                let (roots, others) = (self.0[*at].as_deref()?, self.0[*other_at].as_deref()?);
                let within = |few: &[usize], many: &[usize]| {
                    few.iter().all(|root| many.binary_search(root).is_ok())
                };
                if at != other_at && (within(roots, others) || within(others, roots)) {
                    let shared = roots.iter().find(|root| others.contains(root))?;
                    return Some((one, other, *shared));
                }
            }
        }
        None
    }
}

fn fault(one: &Text, other: &Text, root: &Text) -> Diagnostic {
    let [shown, beside, shared] = [other, one, root].map(|id| id.value.escape_debug().to_string());
    let message = if shared == beside {
        format!("`{shown}` passes on `{beside}`: they are one origin, not two")
    } else if shared == shown {
        format!("`{beside}` passes on `{shown}`: they are one origin, not two")
    } else {
        format!("`{beside}` and `{shown}` both pass on `{shared}`: they are one origin, not two")
    };
    Diagnostic::new(&SHARED_ROOTS, other.place, message).help(format!(
        "write `in: {shared}`; by its `through` the chain shows who passed it on"
    ))
}
