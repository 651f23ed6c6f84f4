//! Describes by which chains claims reached the brief: the page's line, one chain after the other
//! for the exports, and the figure's lines.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::describer::Describer;
use super::locales::Message;
use crate::analysis::figure::{Edge, Figure, Node};
use crate::model::{ClaimId, SourceId};

impl<'a> Describer<'a> {
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
        let attributions = self.analysis.attributions_of(claim);
        let in_chains = |attribution| self.analysis.chains_in(claim, attribution);
        let passed = attributions.iter().flat_map(in_chains);
        let namesakes =
            self.namesakes(passed.flat_map(|chain| [chain.first, chain.onward].concat()));
        for attribution in attributions {
            let voices = &attribution.voices;
            for chain in in_chains(attribution) {
                let mut steps = vec![if a_line(chains.len()) {
                    self.voices_in_short_first(voices)
                } else {
                    self.voices_in_short(voices)
                }];
                let claim = self.brief.claim(claim);
                if let [only] = chain.first[..] {
                    steps.extend(self.sources_from(claim, &[only], &namesakes));
                } else {
                    steps.push(self.report_among(&chain.first, &namesakes));
                }
                steps.extend(self.sources_from(claim, &chain.onward, &namesakes));
                chains.push(self.in_words(steps.join(self.spaced_arrow)));
            }
            for &source in &attribution.sources {
                let left_out = first.left_out(source, &self.analysis.chains);
                chains.extend(counted(left_out).map(|count| {
                    let figures = self.locale.figures(count);
                    filled!(self.locale, ExportMoreChains, "count": count, "figures": figures)
                }));
            }
        }
        chains
    }

    /// Returns those of some sources that have the name of another of them: chains that read alike.
    pub(crate) fn namesakes(&self, sources: impl Iterator<Item = SourceId>) -> BTreeSet<SourceId> {
        let mut by_name: BTreeMap<&str, BTreeSet<SourceId>> = BTreeMap::new();
        for id in sources {
            by_name
                .entry(&self.brief.source(id).name)
                .or_default()
                .insert(id);
        }
        let several = by_name.into_values().filter(|alike| alike.len() > 1);
        several.flatten().collect()
    }

    /// Names a source beside others; with its label where it has namesakes.
    pub(crate) fn source_among(
        &self,
        id: SourceId,
        namesakes: &BTreeSet<SourceId>,
    ) -> Cow<'a, str> {
        let name = self.source(id);
        if !namesakes.contains(&id) {
            return name;
        }
        filled!(self.locale, SourceLabelled, "source": &*name, "label": id.to_string()).into()
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
                "arrow": self.spaced_arrow.trim(), "path": path.join(self.spaced_arrow),
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
    pub(super) fn first_claims(&self, claims: &[ClaimId]) -> String {
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
