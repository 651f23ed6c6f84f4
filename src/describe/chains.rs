//! Describes by which chains claims reached the brief: the page's line, one chain after the other
//! for the exports, and the figure's lines.

use std::collections::{BTreeMap, BTreeSet};

use super::describer::Describer;
use super::locales::Message;
use super::segments::{Anchor, Description};
use crate::analysis::figure::{Edge, Figure, Node};
use crate::analysis::first_reports::FirstReports;
use crate::model::{ClaimId, SourceId, VoiceId, VoiceKind};

/// How many sources of a chain are named at its beginning and at its end; those between are
/// counted.
const NAMED: usize = 4;

/// The chains from the sources that state claims, made once for all claims.
pub(crate) struct Chains<'a> {
    describer: Describer<'a>,
    from: Vec<Description<'a>>,
}

impl<'a> Chains<'a> {
    pub(crate) fn of(describer: Describer<'a>) -> Self {
        let mut states_some = vec![false; describer.brief.sources().len()];
        let claims = describer.brief.claims();
        for id in claims.flat_map(|(_, claim)| claim.sources()) {
            states_some[id.index()] = true;
        }
        let sources = describer.brief.sources().zip(states_some);
        let chains_from = |((id, _), states_some)| {
            if states_some {
                describer.chains_from(id)
            } else {
                Description::default()
            }
        };
        Self {
            describer,
            from: sources.map(chains_from).collect(),
        }
    }

    /// Describes a claim's chains in one line: voices, then the sources that carried it, in order.
    pub(crate) fn of_claim(&self, id: ClaimId) -> Description<'a> {
        let (describer, claim) = (self.describer, self.describer.brief.claim(id));
        let first = describer.analysis.first_reports_of(id);
        let voices = claim.voices().iter();
        // Beside other voices it has to be said whose own it is.
        let alone: &[SourceId] = match voices.len() {
            1 => &first.sources,
            _ => &[],
        };
        let voices = voices.map(|id| describer.voice_in_chain(*id, alone));
        let mut chain = describer.locale.describe_list(voices.collect());
        let mut from = first
            .sources
            .iter()
            .map(|source| self.branching_off(first, *source));
        chain.push(describer.spaced_arrow);
        if let Some(first) = from.next() {
            chain.extend(&first);
        }
        from.fold(chain, |chain, other| {
            describer.longer(Message::ChainAlso, chain, other)
        })
    }

    /// Describes the chains of a claim from one of its first reports: all branch off from there.
    fn branching_off(&self, first: &FirstReports, source: SourceId) -> Description<'a> {
        let describer = self.describer;
        let is_read = describer.brief.source(source).was_read();
        let (direct, relayed): (Vec<_>, Vec<_>) =
            first.paths_from(source).partition(|path| path.len() == 1);
        // What was read is told at the end, where relays of it were, too.
        let direct_first = direct.iter().filter(|_| relayed.is_empty() || !is_read);
        let mut chain = direct_first
            .map(|path| self.from[path[0].index()].clone())
            .next();
        for path in &relayed {
            let (last, before) = (path[path.len() - 1], &path[..path.len() - 1]);
            let onward = self.from[last.index()].clone();
            chain = Some(match chain {
                None => describer.onward(before, onward),
                Some(chain) => {
                    let branch = describer.onward(&before[1..], onward);
                    describer.longer(Message::ChainAnd, chain, branch)
                }
            });
        }
        let chain = describer.and_more(
            chain.unwrap_or_default(),
            first.further_chains(source, &describer.analysis.chains),
        );
        if direct.is_empty() || relayed.is_empty() || !is_read {
            return chain;
        }
        let source = describer.source_link(source);
        described!(describer.locale, ChainReadToo, "chain": chain, "source": source)
    }
}

impl<'a> Describer<'a> {
    /// Returns a voice as the chain names it. Of an outlet's own reporting the outlet itself comes
    /// next in the chain, so that only what it is needs to be said.
    fn voice_in_chain(&self, id: VoiceId, sources: &[SourceId]) -> Description<'a> {
        match self.brief.voice(id).kind {
            VoiceKind::Outlet(source) if sources == [source] => {
                let own = self.locale.text(Message::VoiceOutletInChain);
                Description::link(Anchor::Voice(id), self.apart(own.into()))
            }
            VoiceKind::Person { .. }
            | VoiceKind::Group { .. }
            | VoiceKind::Anonymous { .. }
            | VoiceKind::Outlet(_)
            | VoiceKind::Writer(_) => self.voice_link(id),
        }
    }

    /// Returns a chain that has one more branch.
    fn longer(
        &self,
        message: Message,
        chain: Description<'a>,
        branch: Description<'a>,
    ) -> Description<'a> {
        let arrow = ("arrow", self.arrow.into());
        let parts = [("chain", chain.into()), arrow, ("branch", branch.into())];
        self.locale.describe(message, parts)
    }

    /// Leads from sources on along a chain.
    fn onward(&self, sources: &[SourceId], chain: Description<'a>) -> Description<'a> {
        if sources.is_empty() {
            return chain;
        }
        Description::joined([self.steps(sources), chain], self.spaced_arrow)
    }

    /// Describes all chains from a source in one line.
    fn chains_from(&self, source: SourceId) -> Description<'a> {
        let chains = self.analysis.chains.from(source);
        let mut all = Description::default();
        for (index, chain) in chains.iter().enumerate() {
            if index == 0 {
                all = self.steps(&chain.sources);
            } else {
                // Each begins with the same source.
                let branch = chain.sources.iter().skip(1).copied().collect::<Vec<_>>();
                all = self.longer(Message::ChainAnd, all, self.steps(&branch));
            }
        }
        self.and_more(all, self.analysis.chains.left_out(source))
    }

    /// Says how many more chains there are than those that are told.
    fn and_more(&self, chain: Description<'a>, more: u64) -> Description<'a> {
        let Some(more) = counted(more) else {
            return chain;
        };
        let number = self.locale.number(more);
        described!(self.locale, ChainMore, "chain": chain, "count": more, "number": number)
    }

    /// Describes the sources of a chain, with arrows between; of a long one its ends.
    fn steps(&self, sources: &[SourceId]) -> Description<'a> {
        let steps = sources.iter().enumerate().filter_map(|(step, source)| {
            if step < NAMED || step + NAMED >= sources.len() {
                return Some(self.source_link(*source));
            }
            let more = sources.len() - 2 * NAMED;
            let words = || Description::text(self.locale.counted(Message::MoreSources, more));
            (step == NAMED).then(words)
        });
        Description::joined(steps, self.spaced_arrow)
    }

    /// Lists the chains of a claim: who says so and, in order, every source by which it came. A
    /// judgement has none.
    pub(crate) fn chains(&self, claim: ClaimId) -> Vec<String> {
        self.chains_that_begin(claim, |_| true)
    }

    /// Lists the chains of a claim as they stand in one line: the first begins it.
    pub(crate) fn chains_in_line(&self, claim: ClaimId) -> Vec<String> {
        self.chains_that_begin(claim, |before| before == 0)
    }

    /// Lists the chains of a claim; by how many stand before one is told whether it begins a line.
    fn chains_that_begin(&self, claim: ClaimId, a_line: fn(usize) -> bool) -> Vec<String> {
        let mut chains = Vec::new();
        let first = self.analysis.first_reports_of(claim);
        for attribution in self.analysis.attributions_of(claim) {
            let voices = &attribution.voices;
            for &source in &attribution.sources {
                for chain in self.analysis.chains_of(claim, source) {
                    let mut steps = vec![if a_line(chains.len()) {
                        self.voices_in_short_first(voices)
                    } else {
                        self.voices_in_short(voices)
                    }];
                    steps.extend(self.sources_from(self.brief.claim(claim), &chain.sources));
                    chains.push(steps.join(self.spaced_arrow));
                }
                let left_out = first.left_out(source, &self.analysis.chains);
                chains.extend(counted(left_out).map(|count| {
                    let figures = self.locale.figures(count);
                    filled!(self.locale, ExportMoreChains, "count": count, "figures": figures)
                }));
            }
        }
        chains
    }

    /// Returns a sentence for every edge of the figure that leaves a voice, and for every path from
    /// there: who, on what record, by which sources, and the claims.
    pub(crate) fn figure_in_words(&self, figure: &Figure) -> Vec<String> {
        let edges = figure.edges.iter();
        edges
            .flat_map(|edge| self.edge_in_words(&figure.nodes, edge))
            .collect()
    }

    fn edge_in_words(&self, nodes: &[Node], edge: &Edge) -> Vec<String> {
        let locale = self.locale;
        let voice = match &nodes[edge.from] {
            Node::Voice(id) => self.speaker_first(*id),
            Node::MoreVoices(ids) => {
                self.capitalised(&locale.counted(Message::MoreVoices, ids.len()))
            }
            Node::Source(..) | Node::MoreSources(_) | Node::Brief => return Vec::new(),
        };
        let sentence = |sources: Option<String>, claims: &[ClaimId]| {
            let brief = self.name(locale.text(Message::ThisBrief)).into_owned();
            let path: Vec<String> = sources.into_iter().chain([brief]).collect();
            filled!(
                locale, Chain, "voice": &*voice, "records": self.name(&self.record(edge.records)),
                "arrow": self.arrow, "path": path.join(self.spaced_arrow),
                "claims": self.first_claims(claims),
            )
        };
        match &nodes[edge.to] {
            Node::Source(first, _) => {
                let paths = self.paths_from(*first, &edge.claims).into_iter();
                let named = |path: &[SourceId]| self.sources(path).join(self.spaced_arrow);
                let paths = paths.map(|((_, path), claims)| sentence(Some(named(&path)), &claims));
                let (ends, claims) = self.further_from(*first, &edge.claims);
                let further = (!ends.is_empty()).then(|| {
                    let more = locale.counted(Message::MoreSources, ends.len());
                    let path = [self.source(*first), more.into()];
                    sentence(Some(path.join(self.spaced_arrow)), &claims)
                });
                paths.chain(further).collect()
            }
            Node::MoreSources(ids) => {
                let more = locale.counted(Message::MoreSources, ids.len());
                vec![sentence(Some(more), &edge.claims)]
            }
            Node::Voice(_) | Node::MoreVoices(_) | Node::Brief => {
                vec![sentence(None, &edge.claims)]
            }
        }
    }

    /// Lists the paths by which claims came from a first report, short ones first, each on to the
    /// brief by the shortest chain, with the claims that took it.
    fn paths_from(
        &self,
        first: SourceId,
        claims: &[ClaimId],
    ) -> BTreeMap<(usize, Vec<SourceId>), Vec<ClaimId>> {
        let mut taken: BTreeMap<_, Vec<ClaimId>> = BTreeMap::new();
        for claim in claims {
            for path in self.analysis.first_reports_of(*claim).paths_from(first) {
                let mut path = path.clone();
                let last = path.pop().unwrap_or(first);
                let onward = self.analysis.chains.from(last).into_iter().next();
                path.extend(onward.into_iter().flat_map(|chain| chain.sources));
                taken.entry((path.len(), path)).or_default().push(*claim);
            }
        }
        taken
    }

    /// Lists the ends of the paths from a first report that are not listed, and the claims that took
    /// them.
    fn further_from(
        &self,
        first: SourceId,
        claims: &[ClaimId],
    ) -> (BTreeSet<SourceId>, Vec<ClaimId>) {
        let ends = |claim: &ClaimId| {
            let reports = self.analysis.first_reports_of(*claim);
            reports.further_ends(first).collect::<Vec<_>>()
        };
        let taking = claims.iter().copied();
        let taking = taking.filter(|claim| !ends(claim).is_empty()).collect();
        (claims.iter().flat_map(ends).collect(), taking)
    }

    /// Returns the first of some claims, and how many more there are: "C1, C4 and 12 more".
    fn first_claims(&self, claims: &[ClaimId]) -> String {
        const MOST: usize = 12;
        let locale = self.locale;
        let mut words: Vec<String> = claims.iter().take(MOST).map(ToString::to_string).collect();
        let more = claims.len().saturating_sub(MOST);
        if more == 0 {
            return locale.joined(&words);
        }
        let figures = locale.figures(more);
        words.push(filled!(locale, MoreClaims, "count": more, "figures": figures));
        locale.list(&words)
    }
}

fn counted(count: u64) -> Option<usize> {
    (count > 0).then(|| usize::try_from(count).unwrap_or(usize::MAX))
}
