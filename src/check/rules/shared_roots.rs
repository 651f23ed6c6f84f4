#![doc = include_str!("shared_roots.md")]
//! A source retells those that are known `through` it, and those that it `draws_on`. Its first reports
//! are those at the far end of that; a source that retells nothing is its own, and so is one that
//! found the claim out. Documents and speeches are not known from a report in this sense: two outlets
//! may carry the same letter and hear others each for itself.
//!
//! Where `draws_on` says so, origins are counted by it, and there is nothing to report. Of what a source
//! passes on, a claim concerns only what its own chains go through: the sources that it is `in`, and what
//! these draw on. What else is known `through` them has nothing to do with it.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Text};

pub(super) static SHARED_ROOTS: Rule = Rule::warning(include_str!("shared_roots.md"));

/// How many first reports of a source are told apart. A source that retells more is an outlet with
/// many reports: what it shares with another says little, and it is left alone.
const REPORTS: usize = 32;
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
    let reports = FirstReports::of(cx, true);
    let drawn_on = FirstReports::of(cx, false);
    for claim in &cx.document.claims {
        let sources: Vec<(&Text, usize)> = claim
            .source
            .iter()
            .filter(|id| !claim.found_out_by.contains(id))
            .filter_map(|id| Some((id, cx.index.sources.position(id)?)))
            .take(SOURCES)
            .collect();
        if let Some((one, other, report)) = reports.first_shared(&sources, &drawn_on) {
            let report = cx.index.sources.ids[report];
            out.warn(&claim.allow, fault(one, other, report));
        } else if let Some((told, other)) = told_to_one(cx, claim, &sources, &drawn_on) {
            let message = format!(
                "`told_to` names `{told}`, and nothing says how `{other}` has it: they may be one origin, not two",
                told = told.value.escape_debug(),
                other = other.value.escape_debug(),
            );
            out.warn(&claim.allow, Diagnostic::new(&SHARED_ROOTS, other.place, message).help(format!(
                "let `{other}` say `draws_on: {told}`, or name it with `found_out_by` if it was told, too",
                told = told.value.escape_debug(),
                other = other.value.escape_debug(),
            )));
        }
    }
}

/// Returns the source to which a claim was told, as its publisher, and the first other that does not draw on it.
fn told_to_one<'a>(
    cx: &Context<'_>,
    claim: &Claim,
    sources: &[(&'a Text, usize)],
    drawn_on: &FirstReports,
) -> Option<(&'a Text, &'a Text)> {
    let told_to = &claim.told_to.as_ref()?.value;
    let source = |at: usize| &cx.document.sources.0[at].1;
    let is_told = |at: usize| {
        let mut names = [&source(at).publisher, &source(at).short]
            .into_iter()
            .flatten();
        names.any(|name| name.value == *told_to)
    };
    let (told, told_at) = sources.iter().find(|(_, at)| is_told(*at))?;
    let (other, _) = sources.iter().find(|(_, at)| {
        let kind = source(*at).kind.value;
        let has_own = kind.is_document() || kind.is_occasion() || is_told(*at);
        let reports = drawn_on.of[*at].as_deref();
        !has_own && reports.is_some_and(|reports| reports == [*at]) && at != told_at
    })?;
    Some((told, other))
}

struct FirstReports {
    /// The first reports of every source, in order; none where they are too many or go in a circle.
    of: Vec<Option<Vec<usize>>>,
    /// Which sources say that they draw on others.
    draws_on_some: Vec<bool>,
}

impl FirstReports {
    /// Finds them from the far ends: a source comes after all that it retells. What is known `through` it
    /// may be left out.
    fn of(cx: &Context<'_>, with_through: bool) -> Self {
        let sources = &cx.document.sources.0;
        let mut relays: Vec<Vec<usize>> = vec![Vec::new(); sources.len()];
        for (at, (_, source)) in sources.iter().enumerate() {
            let kind = source.kind.value;
            if with_through && !kind.is_document() && !kind.is_occasion() {
                let known = source.through.iter();
                relays[at].extend(known.filter_map(|id| cx.index.sources.position(id)));
            }
            for id in source.draws_on.iter() {
                if let Some(far) = cx.index.sources.position(id) {
                    relays[far].push(at);
                }
            }
        }
        let mut retold: Vec<Vec<usize>> = vec![Vec::new(); sources.len()];
        for (at, relays) in relays.iter().enumerate() {
            for relay in relays {
                retold[*relay].push(at);
            }
        }
        let mut waiting: Vec<usize> = retold.iter().map(Vec::len).collect();
        let mut ready: Vec<usize> = (0..sources.len()).filter(|at| waiting[*at] == 0).collect();
        let mut reports = Self {
            of: vec![None; sources.len()],
            draws_on_some: sources
                .iter()
                .map(|(_, source)| !source.draws_on.is_empty())
                .collect(),
        };
        while let Some(at) = ready.pop() {
            reports.of[at] = reports.joined(at, &retold[at]);
            for relay in &relays[at] {
                waiting[*relay] -= 1;
                if waiting[*relay] == 0 {
                    ready.push(*relay);
                }
            }
        }
        reports
    }

    fn joined(&self, at: usize, retold: &[usize]) -> Option<Vec<usize>> {
        if retold.is_empty() {
            return Some(vec![at]);
        }
        let mut joined: Vec<usize> = Vec::new();
        for source in retold {
            joined.extend_from_slice(self.of[*source].as_deref()?);
            joined.sort_unstable();
            joined.dedup();
            if joined.len() > REPORTS {
                return None;
            }
        }
        Some(joined)
    }

    /// Returns the first two sources of a claim of which one retells nothing that the other does not
    /// retell too, and a first report that they share; unless what they draw on says so.
    fn first_shared<'a>(
        &self,
        sources: &[(&'a Text, usize)],
        drawn_on: &Self,
    ) -> Option<(&'a Text, &'a Text, usize)> {
        let mut on_chains: Vec<usize> = Vec::new();
        for (_, at) in sources {
            on_chains.extend(drawn_on.of[*at].as_deref()?);
        }
        let of_claim: Vec<Vec<usize>> = sources
            .iter()
            .map(|(_, at)| {
                let reports = self.of[*at].iter().flatten().copied();
                reports.filter(|at| on_chains.contains(at)).collect()
            })
            .collect();
        for (index, (one, at)) in sources.iter().enumerate() {
            for (after, (other, other_at)) in sources.iter().enumerate().skip(index + 1) {
                let (reports, others) = (&of_claim[index], &of_claim[after]);
                if reports.is_empty() || others.is_empty() {
                    continue;
                }
                let within = |few: &[usize], many: &[usize]| {
                    few.iter().all(|report| many.binary_search(report).is_ok())
                };
                let is_known = |at: usize| self.draws_on_some[at] || self.is_first(at);
                if at == other_at || is_known(*at) && is_known(*other_at) {
                    continue;
                }
                if within(reports, others) || within(others, reports) {
                    let shared = reports.iter().find(|report| others.contains(report))?;
                    return Some((one, other, *shared));
                }
            }
        }
        None
    }

    fn is_first(&self, at: usize) -> bool {
        self.of[at].as_deref() == Some(&[at])
    }
}

fn fault(one: &Text, other: &Text, report: &Text) -> Diagnostic {
    let [shown, beside, shared] =
        [other, one, report].map(|id| id.value.escape_debug().to_string());
    let message = if shared == beside {
        format!("`{shown}` passes on `{beside}`: they are one origin, not two")
    } else if shared == shown {
        format!("`{beside}` passes on `{shown}`: they are one origin, not two")
    } else {
        format!("`{beside}` and `{shown}` both pass on `{shared}`: they are one origin, not two")
    };
    Diagnostic::new(&SHARED_ROOTS, other.place, message).help(format!(
        "write `in: {shared}`: the chain shows who passed it on; or name with `found_out_by` those that \
         found it out themselves"
    ))
}
