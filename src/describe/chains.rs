//! Describes by which chains claims reached the brief: the page's line, one chain after the other
//! for the exports, and the figure's lines.

use super::describer::Describer;
use super::locales::Message;
use super::segments::{Anchor, Description};
use crate::analysis::figure::{Edge, Node};
use crate::model::{Claim, ClaimId, SourceId, VoiceId, VoiceKind};

/// How many sources of a chain are named at its beginning and at its end; those between are
/// counted.
const NAMED: usize = 4;

/// The chains from the sources that carry claims first, made once for all claims.
pub(crate) struct Chains<'a> {
    describer: Describer<'a>,
    from: Vec<Description<'a>>,
}

impl<'a> Chains<'a> {
    pub(crate) fn of(describer: Describer<'a>) -> Self {
        let citations = &describer.analysis.citations;
        let chains_from = |id| match citations.first_report_of(id) {
            [] => Description::default(),
            _ => describer.chains_from(id),
        };
        let sources = describer.brief.sources();
        Self {
            describer,
            from: sources.map(|(id, _)| chains_from(id)).collect(),
        }
    }

    /// Describes a claim's chains in one line: voices, then the sources that carried it, in order.
    pub(crate) fn of_claim(&self, claim: &Claim) -> Description<'a> {
        let describer = self.describer;
        let voices = claim.voices.iter();
        let voices = voices.map(|id| describer.voice_in_chain(*id, &claim.sources));
        let mut chain = describer.locale.describe_list(voices.collect());
        if describer.is_judgement(claim) {
            return chain;
        }
        let mut from = claim.sources.iter().map(|id| &self.from[id.index()]);
        chain.push(describer.spaced_arrow);
        if let Some(first) = from.next() {
            chain.extend(first);
        }
        from.fold(chain, |chain, other| {
            describer.longer(Message::ChainAlso, chain, other.clone())
        })
    }
}

impl<'a> Describer<'a> {
    /// Returns a voice as the chain names it. Of an outlet's own reporting the outlet itself comes
    /// next in the chain, so that only what it is needs to be said.
    fn voice_in_chain(&self, id: VoiceId, sources: &[SourceId]) -> Description<'a> {
        match self.brief.voice(id).kind {
            VoiceKind::Outlet(source) if sources == [source] => {
                let own = self.locale.text(Message::VoiceOutletInChain);
                Description::link(Anchor::Voice(id), own)
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
        let Some(more) = self.left_out(source) else {
            return all;
        };
        let number = self.locale.number(more);
        described!(self.locale, ChainMore, "chain": all, "count": more, "number": number)
    }

    fn left_out(&self, source: SourceId) -> Option<usize> {
        let count = self.analysis.chains.left_out(source);
        (count > 0).then(|| usize::try_from(count).unwrap_or(usize::MAX))
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

    /// Lists the chains of a claim: who says so and, in order, every source by which it came.
    pub(crate) fn chains(&self, claim: ClaimId) -> Vec<String> {
        let mut chains = Vec::new();
        for attribution in self.analysis.attributions_of(claim) {
            let voices = self.voices_in_short_first(&attribution.voices);
            for &source in &attribution.sources {
                for chain in self.analysis.chains.from(source) {
                    let mut steps = vec![voices.clone()];
                    steps.extend(self.sources_from(self.brief.claim(claim), &chain.sources));
                    chains.push(steps.join(self.spaced_arrow));
                }
                chains.extend(self.left_out(source).map(|count| {
                    let figures = self.locale.figures(count);
                    filled!(self.locale, ExportMoreChains, "count": count, "figures": figures)
                }));
            }
        }
        chains
    }

    /// Returns a sentence for every edge of the figure that leaves a voice: who, on what record, by
    /// which sources, and the claims.
    pub(crate) fn figure_in_words(&self) -> Vec<String> {
        let edges = self.analysis.figure.edges.iter();
        edges.filter_map(|edge| self.edge_in_words(edge)).collect()
    }

    fn edge_in_words(&self, edge: &Edge) -> Option<String> {
        let (locale, nodes) = (self.locale, &self.analysis.figure.nodes);
        let voice = match &nodes[edge.from] {
            Node::Voice(id) => self.speaker_first(*id),
            Node::MoreVoices(ids) => {
                self.capitalised(&locale.counted(Message::MoreVoices, ids.len()))
            }
            Node::Source(..) | Node::MoreSources(_) | Node::Brief => return None,
        };
        let sources = match &nodes[edge.to] {
            Node::Source(id, _) => {
                let chains = self.analysis.chains.from(*id);
                let first = chains.first();
                first.map(|chain| self.sources(&chain.sources).join(self.spaced_arrow))
            }
            Node::MoreSources(ids) => Some(locale.counted(Message::MoreSources, ids.len())),
            Node::Voice(_) | Node::MoreVoices(_) | Node::Brief => None,
        };
        let brief = locale.text(Message::ThisBrief).to_owned();
        let path: Vec<String> = sources.into_iter().chain([brief]).collect();
        Some(filled!(
            locale, Chain, "voice": voice, "records": self.record(edge.records),
            "arrow": self.arrow, "path": path.join(self.spaced_arrow),
            "claims": self.first_claims(&edge.claims),
        ))
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
