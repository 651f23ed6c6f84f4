//! What holds for every brief.

use proptest::prelude::*;

use super::Analysis;
use super::figure::Slot;
use super::origins::Origin;
use super::sample::Sample;
use crate::model::{Brief, Key};

const VOICES: usize = 9;
const WORKS: usize = 6;

/// Voices and sources of a claim, as places in the lists of [`brief`].
type Ends = (Vec<usize>, Vec<usize>);

fn claims() -> impl Strategy<Value = Vec<Ends>> {
    let ends = (
        prop::collection::vec(0..VOICES, 1..5),
        prop::collection::vec(0..WORKS, 1..5),
    );
    prop::collection::vec(ends, 1..8)
}

/// Which of the six sources are known through which later ones: bit n, the nth after it.
fn throughs() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), WORKS)
}

/// Makes a brief of every kind of voice and source; a claim's key is its place in `order`.
fn brief(claims: &[Ends], throughs: &[u8], order: &[usize], with_relay: bool) -> Brief {
    let voices = [
        "ann", "bob", "aides", "aide", "second", "own0", "own1", "desk", "some",
    ];
    let mut sample = Sample::new()
        .person("ann")
        .person("bob")
        .anonymous("aides", Some(3))
        .one_of("aide", &["aides"])
        .one_of("second", &["ann", "aides"])
        .outlet("own0", "w0")
        .outlet("own1", "w1")
        .writer("desk")
        .anonymous("some", None);
    for (index, through) in throughs.iter().enumerate() {
        let mut relays: Vec<String> = (index + 1..WORKS)
            .filter(|later| through & (1 << (later - index - 1)) != 0)
            .map(|later| format!("w{later}"))
            .collect();
        if with_relay {
            relays.push("relay".to_owned());
        }
        let relays: Vec<&str> = relays.iter().map(String::as_str).collect();
        let key = format!("w{index}");
        sample = match index {
            2 => sample.document_through(&key, "ann", &relays),
            3 => sample.document_through(&key, "bob", &relays),
            _ => sample.source(&key, &relays),
        };
    }
    sample = sample.source("relay", &[]);
    for &index in order {
        let (speak, sources) = &claims[index];
        let speak: Vec<&str> = speak.iter().map(|at| voices[*at]).collect();
        let sources: Vec<String> = sources.iter().map(|at| format!("w{at}")).collect();
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        sample = sample.claim(&format!("c{index}"), &speak, &sources);
    }
    sample.build()
}

fn in_order(claims: &[Ends]) -> Vec<usize> {
    (0..claims.len()).collect()
}

fn distinct<T: Ord + Copy>(list: &[T]) -> usize {
    list.iter().collect::<std::collections::BTreeSet<_>>().len()
}

/// Lists what is found of each claim, by key.
fn findings(brief: &Brief, analysis: &Analysis) -> Vec<(Key, String)> {
    let mut findings: Vec<(Key, String)> = brief
        .claims()
        .map(|(id, claim)| {
            let records = analysis.records_of(id);
            let retellings = analysis.retellings_of(id);
            let origins = analysis.origins_of(id);
            (
                claim.key.clone(),
                format!("{records:?} {retellings:?} {origins}"),
            )
        })
        .collect();
    findings.sort();
    findings
}

proptest! {
    #[test]
    fn a_claim_has_no_more_origins_than_ends(claims in claims(), throughs in throughs()) {
        let brief = brief(&claims, &throughs, &in_order(&claims), false);
        let analysis = Analysis::of(&brief);
        for (id, claim) in brief.claims() {
            let origins = analysis.origins_of(id);
            let ends = distinct(&claim.voices).min(distinct(&claim.sources));
            prop_assert!((1..=ends).contains(&origins), "{origins} of {ends}");
        }
        let all: &[Origin] = &analysis.origins.of_brief;
        prop_assert!(all.iter().all(|origin| !origin.voices.is_empty() && !origin.sources.is_empty()));
        let voices: usize = all.iter().map(|origin| origin.voices.len()).sum();
        let mut speaking: Vec<_> = brief.claims().flat_map(|(_, claim)| claim.voices.to_vec()).collect();
        speaking.retain(|id| &*brief.voice(*id).key != "desk");
        prop_assert_eq!(voices, distinct(&speaking));
    }

    #[test]
    fn a_relay_is_no_origin(claims in claims(), throughs in throughs()) {
        let order = in_order(&claims);
        let before = Analysis::of(&brief(&claims, &throughs, &order, false)).origins;
        let after = Analysis::of(&brief(&claims, &throughs, &order, true)).origins;
        prop_assert_eq!(before, after);
    }

    #[test]
    fn the_order_of_claims_changes_nothing_but_order(
        (claims, order) in claims().prop_flat_map(|claims| {
            let order = Just(in_order(&claims)).prop_shuffle();
            (Just(claims), order)
        }),
        throughs in throughs(),
    ) {
        let one = brief(&claims, &throughs, &in_order(&claims), false);
        let other = brief(&claims, &throughs, &order, false);
        let (first, second) = (Analysis::of(&one), Analysis::of(&other));
        prop_assert_eq!(findings(&one, &first), findings(&other, &second));
        prop_assert_eq!(&first.origins.of_brief, &second.origins.of_brief);
        prop_assert_eq!(&first.summary, &second.summary);
        prop_assert_eq!(&first.figure.nodes, &second.figure.nodes);
        prop_assert_eq!(&first.figure.columns, &second.figure.columns);
    }

    #[test]
    fn edges_run_to_the_right_and_none_is_lost(claims in claims(), throughs in throughs()) {
        let brief = brief(&claims, &throughs, &in_order(&claims), false);
        let figure = Analysis::of(&brief).figure;
        let mut column = vec![usize::MAX; figure.nodes.len()];
        for (index, slots) in figure.columns.iter().enumerate() {
            for slot in slots {
                if let Slot::Node(node) = slot {
                    column[*node] = index;
                }
            }
        }
        let mut arriving = Vec::new();
        for (index, edge) in figure.edges.iter().enumerate() {
            prop_assert!(column[edge.from] < column[edge.to]);
            let lanes = figure.columns.iter().flatten().filter(|slot| **slot == Slot::Lane(index));
            prop_assert_eq!(lanes.count(), column[edge.to] - column[edge.from] - 1);
            if edge.to == figure.nodes.len() - 1 {
                arriving.extend_from_slice(&edge.claims);
            }
        }
        prop_assert_eq!(distinct(&arriving), brief.claims().len());
    }

    #[test]
    fn chains_are_chains_in_order(claims in claims(), throughs in throughs()) {
        let brief = brief(&claims, &throughs, &in_order(&claims), true);
        let chains = Analysis::of(&brief).chains;
        for (id, _) in brief.sources() {
            let listed = chains.from(id);
            prop_assert!(!listed.is_empty());
            for chain in &listed {
                prop_assert_eq!(chain.sources.first(), Some(&id));
                for step in chain.sources.windows(2) {
                    prop_assert!(brief.source(step[0]).through.contains(&step[1]));
                }
                prop_assert!(chain.sources.last().is_some_and(|last| brief.source(*last).was_read()));
            }
            let in_order = |pair: &[super::chains::Chain]| {
                (pair[0].sources.len(), &pair[0].sources) < (pair[1].sources.len(), &pair[1].sources)
            };
            prop_assert!(listed.windows(2).all(in_order));
        }
    }
}
