//! Finds the first reports of claims, and by which sources they came from there.
//!
//! A claim names the sources that state it. Of these, one that draws on others is a relay, unless
//! the claim says that it found this out itself: its first report is what it draws on, whether the
//! writer read that or not.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::chains::{Chain, Chains};
use crate::model::{Brief, Claim, DateGiven, Edtf, SourceId, VoiceKind};
pub(crate) use chain_from::ChainFrom;
use ways::{FromOne, Ways};

mod chain_from;
mod ways;

/// How many sources without forerunners are told apart, of those that one source draws on.
const MOST_ROOTS: usize = 32;

/// The first reports of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FirstReports {
    /// The sources that carry it first, at least one, each once.
    pub(crate) sources: Vec<SourceId>,
    /// Those of them of which at least one carries it first, and nobody knows which: a relay draws
    /// on several, none of which is known to state the claim. No source is in two of these.
    pub(crate) one_of: Vec<Vec<SourceId>>,
    /// Which of `one_of` a source is in, by id.
    groups: Vec<(SourceId, usize)>,
    /// Each of the sources, by id.
    of: Vec<First>,
    paths: Vec<Vec<SourceId>>,
    further: Vec<Vec<SourceId>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct First {
    id: SourceId,
    /// How many sources there are on the shortest chain from it to the brief.
    shortest: usize,
    /// The best of the paths from it, in [`FirstReports::paths`].
    paths: Range<usize>,
    /// The last legs of all others, in [`FirstReports::further`].
    further: Range<usize>,
}

impl FirstReports {
    fn of(in_order: Vec<FromOne>, one_of: Vec<Vec<SourceId>>) -> Self {
        let mut groups: Vec<(SourceId, usize)> = Vec::new();
        for (group, ids) in one_of.iter().enumerate() {
            groups.extend(ids.iter().map(|id| (*id, group)));
        }
        groups.sort_unstable();
        let mut found = Self {
            sources: in_order.iter().map(|from| from.first).collect(),
            one_of,
            groups,
            of: Vec::new(),
            paths: Vec::new(),
            further: Vec::new(),
        };
        for from in in_order {
            found.of.push(First {
                id: from.first,
                shortest: from.shortest,
                paths: found.paths.len()..found.paths.len() + from.paths.len(),
                further: found.further.len()..found.further.len() + from.further.len(),
            });
            found.paths.extend(from.paths);
            found.further.extend(from.further);
        }
        found.of.sort_unstable_by_key(|first| first.id);
        found
    }

    /// Lists the chains by which the claim came from a first report: first the shortest of each path.
    pub(crate) fn chains(&self, first: SourceId, chains: &Chains) -> Vec<Chain> {
        let onward = |path: &Vec<SourceId>| {
            let path = path.clone();
            let last = path[path.len() - 1];
            chains.from(last).into_iter().map(move |chain| Chain {
                sources: path.iter().chain(&chain.sources[1..]).copied().collect(),
            })
        };
        self.paths_from(first).flat_map(onward).collect()
    }

    /// Lists the chains by which the claim came from some of its first reports. From those of which
    /// nobody knows which it was, the same chain onward is one.
    pub(crate) fn chains_from(&self, sources: &[SourceId], chains: &Chains) -> Vec<ChainFrom> {
        chain_from::together(sources.iter().flat_map(|source| {
            let chains = self.chains(*source, chains).into_iter();
            chains.map(move |chain| (self.one_of(source), chain))
        }))
    }

    /// Counts the chains from a first report beyond those that are listed, up to [`u64::MAX`].
    pub(crate) fn left_out(&self, first: SourceId, chains: &Chains) -> u64 {
        let left_out = |path: &Vec<SourceId>| chains.left_out(path[path.len() - 1]);
        self.paths_from(first)
            .map(left_out)
            .fold(self.further_chains(first, chains), u64::saturating_add)
    }

    /// Counts the chains from a first report along none of the paths that are listed, up to
    /// [`u64::MAX`].
    pub(crate) fn further_chains(&self, first: SourceId, chains: &Chains) -> u64 {
        let ends = self.further_ends(first);
        ends.map(|end| chains.count(end))
            .fold(0, u64::saturating_add)
    }

    /// Lists the best paths from a first report to sources that state the claim, both included: the
    /// same one where that is the first report.
    pub(crate) fn paths_from(&self, first: SourceId) -> impl Iterator<Item = &Vec<SourceId>> {
        self.paths[self.first(first).paths.clone()].iter()
    }

    /// Lists the ends of all other paths from a first report.
    pub(crate) fn further_ends(&self, first: SourceId) -> impl Iterator<Item = SourceId> {
        let legs = self.further[self.first(first).further.clone()].iter();
        legs.map(|leg| leg[leg.len() - 1])
    }

    /// Lists legs by which the claim came: together they pass every source that it passed on the way
    /// to those that state it. Each ends at one that does.
    pub(crate) fn legs(&self) -> impl Iterator<Item = &Vec<SourceId>> {
        self.paths.iter().chain(&self.further)
    }

    /// Returns the first reports of which this is one, and nobody knows which carries the claim.
    pub(super) fn one_of<'a>(&'a self, id: &'a SourceId) -> &'a [SourceId] {
        let place = self.groups.binary_search_by_key(id, |(id, _)| *id);
        let group = place.map(|place| &*self.one_of[self.groups[place].1]);
        group.unwrap_or(std::slice::from_ref(id))
    }

    /// Counts the sources on the shortest chain from a first report, from 1: itself.
    pub(super) fn shortest(&self, first: SourceId) -> usize {
        self.first(first).shortest
    }

    #[expect(
        clippy::expect_used,
        reason = "a wrong chain would be told if another were taken"
    )]
    fn first(&self, id: SourceId) -> &First {
        let place = self.of.binary_search_by_key(&id, |first| first.id);
        &self.of[place.expect("chains are asked for from a claim's first reports only")]
    }
}

/// Finds the first reports; by claim.
pub(super) fn of(brief: &Brief, chains: &Chains) -> Vec<Arc<FirstReports>> {
    let mut finder = Finder::of(brief, chains);
    brief
        .claims()
        .map(|(_, claim)| finder.first_reports(claim))
        .collect()
}

struct Finder<'a> {
    brief: &'a Brief,
    chains: &'a Chains,
    /// Which reports are known through a source; by source.
    passed_on: Vec<Vec<SourceId>>,
    /// The place of each source in an order from the far ones to the near ones.
    rank: Vec<usize>,
    /// In which round a source was last met, or found to state a claim: so nothing is cleared.
    met: Vec<usize>,
    stating: Vec<usize>,
    round: usize,
    walk: usize,
    found: HashMap<Stated<'a>, Arc<FirstReports>>,
}

/// What the first reports of a claim depend on: claims of which it is the same share them.
#[derive(PartialEq, Eq, Hash)]
struct Stated<'a> {
    /// The sources that state it, as it names them.
    by: Vec<SourceId>,
    /// Those of them that are known to have found it out themselves, by id.
    found_out_by: Vec<SourceId>,
    /// The day on which it was said, where one of them draws on others.
    said: Option<&'a str>,
}

impl<'a> Finder<'a> {
    fn of(brief: &'a Brief, chains: &'a Chains) -> Self {
        let mut passed_on = vec![Vec::new(); brief.sources().len()];
        for (id, source) in brief.sources() {
            // Outlets can have the same letter, or hear the same speech, each for itself.
            if !source.kind.is_document() && !source.kind.is_occasion() {
                for relay in &source.through {
                    passed_on[relay.index()].push(id);
                }
            }
        }
        let mut rank = vec![0; passed_on.len()];
        for (place, id) in brief.nearest_first().iter().rev().enumerate() {
            rank[id.index()] = place;
        }
        Self {
            brief,
            chains,
            rank,
            met: vec![0; passed_on.len()],
            stating: vec![0; passed_on.len()],
            found: HashMap::new(),
            passed_on,
            round: 0,
            walk: 0,
        }
    }

    fn first_reports(&mut self, claim: &'a Claim) -> Arc<FirstReports> {
        let said = said(claim.said());
        let stated = self.stated(claim, said);
        if let Some(known) = self.found.get(&stated) {
            return known.clone();
        }
        let found = Arc::new(self.find(&stated, said));
        self.found.insert(stated, found.clone());
        found
    }

    /// A source is known to have found a claim out itself where the claim says so, or that it was told to
    /// it, or where it is its own statement and it draws on nobody.
    fn stated(&self, claim: &Claim, said: Option<&'a Edtf>) -> Stated<'a> {
        let own = claim.voices().iter();
        let own = own.filter_map(|id| match self.brief.voice(*id).kind {
            VoiceKind::Outlet(source) => Some(source),
            VoiceKind::Person { .. }
            | VoiceKind::Group { .. }
            | VoiceKind::Anonymous { .. }
            | VoiceKind::Writer(_) => None,
        });
        let own = own.filter(|id| self.brief.source(*id).draws_on.is_empty());
        let told = claim.sources().iter().copied().filter(|id| {
            let told_to = claim.told_to();
            told_to.is_some_and(|told_to| self.brief.source(*id).is_called(told_to))
        });
        let mut by = claim.sources().iter();
        let draws_on_some = by.any(|id| !self.brief.source(*id).draws_on.is_empty());
        let found_out: BTreeSet<SourceId> = own
            .chain(told)
            .chain(claim.found_out_by().to_vec())
            .collect();
        Stated {
            by: claim.sources().to_vec(),
            found_out_by: found_out.into_iter().collect(),
            said: said.filter(|_| draws_on_some).map(Edtf::as_str),
        }
    }

    fn find(&mut self, stated: &Stated<'_>, said: Option<&Edtf>) -> FirstReports {
        let mut stating = stated.by.clone();
        stating.sort_unstable_by_key(|id| self.rank[id.index()]);
        stating.dedup();
        self.round += 1;
        for id in &stating {
            self.stating[id.index()] = self.round;
        }
        let mut ways = Ways::default();
        let mut open: Vec<Vec<Vec<SourceId>>> = Vec::new();
        let mut retelling = Vec::new();
        for &source in &stating {
            if stated.found_out_by.binary_search(&source).is_ok() {
                ways.set_out(vec![source]);
                continue;
            }
            let retold = match stating.as_slice() {
                [_] => Vec::new(),
                _ => self.retold(source),
            };
            if !retold.is_empty() {
                retelling.extend(retold);
                continue;
            }
            match self.roots(source, said) {
                roots if roots.len() > 1 => open.push(roots),
                roots => {
                    for root in roots {
                        ways.set_out(root);
                    }
                }
            }
        }
        // What one settles, another is met by: in an order that depends on none in the file.
        open.sort_by_cached_key(|roots| {
            let keys = roots.iter().map(|way| &self.brief.source(way[0]).key);
            (roots.len(), keys.collect::<BTreeSet<_>>())
        });
        let mut one_of = Vec::new();
        for roots in open {
            let (known, unknown): (Vec<_>, Vec<_>) =
                roots.into_iter().partition(|way| ways.is_first(way[0]));
            if known.is_empty() {
                one_of.push(unknown.iter().map(|way| way[0]).collect());
                for way in unknown {
                    ways.set_out(way);
                }
            } else {
                for way in known {
                    ways.set_out(way);
                }
            }
        }
        // The far ones come first: where these came from is known when a nearer one retells them.
        for way in retelling {
            ways.go_on(way);
        }
        FirstReports::of(ways.in_order(&stated.by, self.chains), one_of)
    }

    /// Finds the nearest of the other sources of a claim that a source retells; each with the way.
    fn retold(&mut self, source: SourceId) -> Vec<Vec<SourceId>> {
        let (brief, passed_on) = (self.brief, std::mem::take(&mut self.passed_on));
        let (stating, round) = (std::mem::take(&mut self.stating), self.round);
        let ways = self.search(
            source,
            |at| {
                brief
                    .source(at)
                    .draws_on
                    .iter()
                    .chain(&passed_on[at.index()])
            },
            |at| stating[at.index()] == round,
        );
        (self.passed_on, self.stating) = (passed_on, stating);
        ways
    }

    /// Finds the sources that a source draws on in the end, each with the way from there; itself
    /// where it draws on none. What was out before the claim was said does not carry it.
    fn roots(&mut self, source: SourceId, said_on: Option<&Edtf>) -> Vec<Vec<SourceId>> {
        let brief = self.brief;
        let can_carry = |id: &&SourceId| {
            let dates = said(&brief.source(**id).issued).zip(said_on);
            !dates.is_some_and(|(issued, said)| issued.is_before(said))
        };
        let draws_on = |at: SourceId| brief.source(at).draws_on.iter().filter(can_carry);
        if draws_on(source).next().is_none() {
            return vec![vec![source]];
        }
        let mut roots = self.search(source, draws_on, |at| draws_on(at).next().is_none());
        roots.truncate(MOST_ROOTS);
        roots
    }

    /// Searches in breadth from a source, and not beyond what is wanted. Returns the shortest way
    /// from each that is found to the source, both included, by the order in the file.
    fn search<'s, I: Iterator<Item = &'s SourceId>>(
        &mut self,
        source: SourceId,
        next: impl Fn(SourceId) -> I,
        is_wanted: impl Fn(SourceId) -> bool,
    ) -> Vec<Vec<SourceId>> {
        self.walk += 1;
        self.met[source.index()] = self.walk;
        // Each with the place of the one after it on the way.
        let mut queue = vec![(source, None)];
        let mut found = Vec::new();
        let mut place = 0;
        while let Some(&(at, _)) = queue.get(place) {
            if place > 0 && is_wanted(at) {
                found.push(place);
            } else {
                for &further in next(at) {
                    if std::mem::replace(&mut self.met[further.index()], self.walk) != self.walk {
                        queue.push((further, Some(place)));
                    }
                }
            }
            place += 1;
        }
        found.sort_unstable_by_key(|place| queue[*place].0);
        let way = |place: usize| {
            let steps = std::iter::successors(Some(place), |place| queue[*place].1);
            steps.map(|place| queue[place].0).collect()
        };
        found.into_iter().map(way).collect()
    }
}

/// Returns a date that the source gives itself.
fn said(given: &DateGiven) -> Option<&Edtf> {
    match given {
        DateGiven::Stated(date) => Some(date),
        DateGiven::NotGiven | DateGiven::Words(_) | DateGiven::Inferred { .. } => None,
    }
}

#[cfg(test)]
mod tests;
