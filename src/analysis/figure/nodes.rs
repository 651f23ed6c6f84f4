//! Picks the voices and works that have a node of their own.

use std::cmp::Reverse;

use crate::analysis::chain::Relays;
use crate::analysis::ties::Tie;
use crate::model::{Brief, SourceId, VoiceId};

/// How many nodes there are at most for voices, and how many for works. Where there are more,
/// the last of these stands for all that are left.
pub(crate) const MOST_NODES: usize = 14;

/// Where claims come from, pass through, or arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Voice(VoiceId),
    /// The voices that have no node of their own, in file order: those with the fewest claims.
    MoreVoices(Vec<VoiceId>),
    Work(SourceId, WorkRole),
    /// The works that have no node of their own, in file order: those that the fewest claims
    /// pass. None of them passes on a work that has a node.
    MoreWorks(Vec<SourceId>),
    Brief,
}

/// What a work does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WorkRole {
    First,
    Relay,
    FirstAndRelay,
}

/// The nodes of the figure, still apart.
pub(super) struct Pick {
    /// The voices that have a node, in file order.
    pub(super) voices: Vec<VoiceId>,
    pub(super) more_voices: Vec<VoiceId>,
    /// The works that have a node, in file order. Those through which they are known have one
    /// too.
    pub(super) works: Vec<SourceId>,
    pub(super) more_works: Vec<SourceId>,
    roles: Vec<WorkRole>,
}

impl Pick {
    /// Picks the voices with the most claims and the works that the most claims pass.
    pub(super) fn of(brief: &Brief, relays: &Relays, ties: &[Vec<Tie>]) -> Self {
        let (voices, more_voices) = cut(voices_by_rank(brief));
        let traffic = Traffic::of(brief, relays, ties);
        let (works, more_works) = cut(traffic.works_by_rank(relays));
        let roles = works.iter().map(|id| traffic.role(relays, *id)).collect();
        Self {
            voices,
            more_voices,
            works,
            more_works,
            roles,
        }
    }

    /// Lists the nodes: voices, works, the brief.
    pub(super) fn into_nodes(self) -> Vec<Node> {
        let more_voices = Some(self.more_voices).filter(|list| !list.is_empty());
        let more_works = Some(self.more_works).filter(|list| !list.is_empty());
        let works = self.works.into_iter().zip(self.roles);
        self.voices
            .into_iter()
            .map(Node::Voice)
            .chain(more_voices.map(Node::MoreVoices))
            .chain(works.map(|(id, role)| Node::Work(id, role)))
            .chain(more_works.map(Node::MoreWorks))
            .chain([Node::Brief])
            .collect()
    }
}

/// Parts a ranking into those that have a node and the rest, both in file order.
fn cut<T: Ord>(mut ranked: Vec<T>) -> (Vec<T>, Vec<T>) {
    let mut rest = if ranked.len() > MOST_NODES {
        ranked.split_off(MOST_NODES - 1)
    } else {
        Vec::new()
    };
    ranked.sort_unstable();
    rest.sort_unstable();
    (ranked, rest)
}

fn voices_by_rank(brief: &Brief) -> Vec<VoiceId> {
    let mut claims = vec![0_usize; brief.voices().len()];
    for voice in brief.claims().flat_map(|(_, claim)| &claim.voices) {
        claims[voice.index()] += 1;
    }
    let mut voices: Vec<VoiceId> = brief
        .voices()
        .map(|(id, _)| id)
        .filter(|id| claims[id.index()] > 0)
        .collect();
    voices.sort_by_key(|id| Reverse(claims[id.index()]));
    voices
}

struct Traffic {
    /// How often the work is named as the first to carry a claim.
    first: Vec<u64>,
    /// How many claims pass the work, each counted once a road.
    passing: Vec<u64>,
    /// How many works there are on the longest way to the brief.
    height: Vec<usize>,
}

impl Traffic {
    fn of(brief: &Brief, relays: &Relays, ties: &[Vec<Tie>]) -> Self {
        let mut first = vec![0; relays.len()];
        for tie in ties.iter().flatten() {
            if !tie.is_judgement(brief) {
                tie.works.iter().for_each(|id| first[id.index()] += 1);
            }
        }
        let mut passing: Vec<u64> = first.clone();
        for work in relays.nearest_first().rev() {
            for relay in relays.through(work) {
                passing[relay.index()] =
                    passing[relay.index()].saturating_add(passing[work.index()]);
            }
        }
        let mut height = vec![1; relays.len()];
        for work in relays.nearest_first() {
            for known in relays.known(work) {
                height[known.index()] = height[known.index()].max(height[work.index()] + 1);
            }
        }
        Self {
            first,
            passing,
            height,
        }
    }

    /// Ranks the works that claims pass: the busiest first; of equally busy ones that which is
    /// nearer to the brief, so that a relay comes before all that it passes on.
    fn works_by_rank(&self, relays: &Relays) -> Vec<SourceId> {
        let mut works: Vec<SourceId> = (0..relays.len())
            .filter(|index| self.passing[*index] > 0)
            .map(SourceId::new)
            .collect();
        works.sort_by_key(|id| (Reverse(self.passing[id.index()]), self.height[id.index()]));
        works
    }

    fn role(&self, relays: &Relays, work: SourceId) -> WorkRole {
        let relays_some = relays
            .known(work)
            .iter()
            .any(|id| self.passing[id.index()] > 0);
        match (self.first[work.index()] > 0, relays_some) {
            (true, true) => WorkRole::FirstAndRelay,
            (true, false) => WorkRole::First,
            (false, _) => WorkRole::Relay,
        }
    }
}
