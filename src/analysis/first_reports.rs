//! Finds the first reports of claims, and by which sources they came from there.
//!
//! A claim names the sources that state it. Of these, one that draws on others is a relay, unless
//! the claim says that it found this out itself: its first report is what it draws on, whether the
//! writer read that or not.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chains::{Chain, Chains};
use crate::model::{Brief, Claim, DateGiven, Edtf, SourceId, VoiceKind};

/// How many sources without forerunners are told apart, of those that one source draws on.
const MOST_ROOTS: usize = 32;

/// The first reports of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FirstReports {
    /// The sources that carry it first, at least one, each once.
    pub(crate) sources: Vec<SourceId>,
    /// Those of them of which at least one carries it first, and nobody knows which: a relay draws
    /// on several, none of which is known to state the claim.
    pub(crate) one_of: Vec<Vec<SourceId>>,
    /// From each first report to each source that states the claim, both included: the same one
    /// where that is the first report. Those with the same first report stand together.
    pub(crate) paths: Vec<Vec<SourceId>>,
    /// How many sources there are on the shortest chain from each first report to the brief, by id.
    shortest: Vec<(SourceId, usize)>,
}

impl FirstReports {
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

    /// Counts the chains from a first report beyond those that are listed, up to [`u64::MAX`].
    pub(crate) fn left_out(&self, first: SourceId, chains: &Chains) -> u64 {
        let left_out = |path: &Vec<SourceId>| chains.left_out(path[path.len() - 1]);
        self.paths_from(first)
            .map(left_out)
            .fold(0, u64::saturating_add)
    }

    pub(crate) fn paths_from(&self, first: SourceId) -> impl Iterator<Item = &Vec<SourceId>> {
        self.paths.iter().filter(move |path| path[0] == first)
    }

    /// Counts the sources on the shortest chain from a first report, from 1: itself.
    pub(super) fn shortest(&self, first: SourceId) -> usize {
        let place = self.shortest.binary_search_by_key(&first, |(id, _)| *id);
        place.map_or(1, |place| self.shortest[place].1)
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
    /// What was found of claims that this source alone states; by source and, where it draws on others,
    /// by the day on which they were said.
    of_one: BTreeMap<(SourceId, Option<&'a str>), Arc<FirstReports>>,
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
            of_one: BTreeMap::new(),
            passed_on,
            round: 0,
            walk: 0,
        }
    }

    fn first_reports(&mut self, claim: &'a Claim) -> Arc<FirstReports> {
        let only = match *claim.sources() {
            [only] if !self.found_out(claim, only) => only,
            _ => return Arc::new(self.find(claim)),
        };
        let is_relay = !self.brief.source(only).draws_on.is_empty();
        let said = stated(claim.said()).filter(|_| is_relay);
        let key = (only, said.map(Edtf::as_str));
        if let Some(known) = self.of_one.get(&key) {
            return known.clone();
        }
        let found = Arc::new(self.find(claim));
        self.of_one.insert(key, found.clone());
        found
    }

    fn find(&mut self, claim: &Claim) -> FirstReports {
        let mut stating = claim.sources().to_vec();
        stating.sort_unstable_by_key(|id| self.rank[id.index()]);
        stating.dedup();
        self.round += 1;
        for id in &stating {
            self.stating[id.index()] = self.round;
        }
        let mut paths: Vec<Vec<SourceId>> = Vec::new();
        let mut open: Vec<Vec<Vec<SourceId>>> = Vec::new();
        let mut retelling = Vec::new();
        for source in stating {
            if self.found_out(claim, source) {
                paths.push(vec![source]);
                continue;
            }
            let retold = self.retold(claim, source);
            if !retold.is_empty() {
                retelling.extend(retold);
                continue;
            }
            match self.roots(claim, source) {
                roots if roots.len() > 1 => open.push(roots),
                roots => paths.extend(roots),
            }
        }
        let mut one_of = Vec::new();
        for roots in open {
            let is_first = |way: &&Vec<SourceId>| paths.iter().any(|path| path[0] == way[0]);
            let known: Vec<_> = roots.iter().filter(is_first).cloned().collect();
            if known.is_empty() {
                one_of.push(roots.iter().map(|way| way[0]).collect());
                paths.extend(roots);
            } else {
                paths.extend(known);
            }
        }
        // The far ones come first: where these came from is known when a nearer one retells them.
        for way in retelling {
            let path = longer(&paths, &way);
            paths.push(path);
        }
        in_order(claim, self.chains, paths, one_of)
    }

    /// Says whether a source that states a claim is known to have found it out itself: the claim says
    /// so, or it is its own statement.
    fn found_out(&self, claim: &Claim, source: SourceId) -> bool {
        let is_own = |kind: &VoiceKind| *kind == VoiceKind::Outlet(source);
        let mut voices = claim.voices().iter().map(|id| &self.brief.voice(*id).kind);
        claim.found_out_by().contains(&source) || voices.any(is_own)
    }

    /// Finds the nearest of the other sources of a claim that a source retells; each with the way.
    fn retold(&mut self, claim: &Claim, source: SourceId) -> Vec<Vec<SourceId>> {
        if claim.sources().len() == 1 {
            return Vec::new();
        }
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
    fn roots(&mut self, claim: &Claim, source: SourceId) -> Vec<Vec<SourceId>> {
        let (brief, said) = (self.brief, stated(claim.said()));
        let can_carry = |id: &&SourceId| {
            let issued = stated(&brief.source(**id).issued);
            let dates = issued.zip(said);
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
fn stated(given: &DateGiven) -> Option<&Edtf> {
    match given {
        DateGiven::Stated(date) => Some(date),
        DateGiven::NotGiven | DateGiven::Words(_) | DateGiven::Inferred { .. } => None,
    }
}

/// Puts paths by their first reports: those that state the claim as it names them, then the others,
/// which it does not name.
fn in_order(
    claim: &Claim,
    chains: &Chains,
    mut paths: Vec<Vec<SourceId>>,
    one_of: Vec<Vec<SourceId>>,
) -> FirstReports {
    let named = |id: SourceId| claim.sources().iter().position(|source| *source == id);
    paths.sort_by_cached_key(|path| {
        let place = named(path[0]).unwrap_or(usize::MAX);
        (place, path[0], path.len(), path.clone())
    });
    let mut sources: Vec<SourceId> = paths.iter().map(|path| path[0]).collect();
    sources.dedup();
    let length = |path: &Vec<SourceId>| path.len() - 1 + chains.shortest(path[path.len() - 1]);
    let lengths = paths.iter().map(|path| (path[0], length(path)));
    let mut shortest: Vec<(SourceId, usize)> = lengths.collect();
    shortest.sort_unstable();
    shortest.dedup_by_key(|(id, _)| *id);
    FirstReports {
        sources,
        one_of,
        paths,
        shortest,
    }
}

/// Leads the first of the paths to where a way begins on along that way.
fn longer(paths: &[Vec<SourceId>], way: &[SourceId]) -> Vec<SourceId> {
    let known = paths.iter().find(|path| path.last() == way.first());
    let known = known.into_iter().flatten();
    known.chain(&way[1..]).copied().collect()
}
