//! What holds for every brief.

use proptest::prelude::*;

use super::Analysis;
use super::origins::CalledBy;
use super::sample::Sample;
use crate::model::{Brief, ClaimId, Key, VoiceId};

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

/// Which of the six sources are known through which later ones, bit n for the nth after it; and which
/// later ones draw on it.
type Ties = Vec<(u8, u8)>;

fn ties() -> impl Strategy<Value = Ties> {
    // Few draw on others: else hardly any source were a first report.
    let few =
        (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(one, other, third)| one & other & third);
    prop::collection::vec((any::<u8>(), few), WORKS)
}

fn later(index: usize, bits: u8) -> impl Iterator<Item = usize> {
    (index + 1..WORKS).filter(move |later| bits & (1 << (later - index - 1)) != 0)
}

/// Makes a brief of every kind of voice and source; a claim's key is its place in `order`.
fn brief(claims: &[Ends], ties: &Ties, order: &[usize], with_relay: bool) -> Brief {
    let every: Vec<usize> = (0..VOICES.max(WORKS)).collect();
    brief_in_order(claims, ties, order, with_relay, &every)
}

/// The same; voices and sources stand in another order in the file.
fn brief_in_order(
    claims: &[Ends],
    ties: &Ties,
    order: &[usize],
    with_relay: bool,
    of_file: &[usize],
) -> Brief {
    let voices = [
        "ann", "bob", "aides", "aide", "second", "own0", "own1", "others", "some",
    ];
    let mut sample = Sample::new();
    for &voice in of_file {
        sample = match voices[voice] {
            "aides" => sample.anonymous("aides", Some(3)),
            "aide" => sample.one_of("aide", &["aides"]),
            "second" => sample.one_of("second", &["ann", "aides"]),
            "own0" => sample.outlet("own0", "w0"),
            "own1" => sample.outlet("own1", "w1"),
            "others" => sample.anonymous("others", None),
            "some" => sample.anonymous("some", None),
            name => sample.person(name),
        };
    }
    sample = sample.writer("desk");
    for &index in of_file.iter().filter(|index| **index < WORKS) {
        let mut relays: Vec<String> = later(index, ties[index].0)
            .map(|later| format!("w{later}"))
            .collect();
        if with_relay {
            relays.push("relay".to_owned());
        }
        let relays: Vec<&str> = relays.iter().map(String::as_str).collect();
        let drawn = (0..index).filter(|far| later(*far, ties[*far].1).any(|at| at == index));
        let drawn: Vec<String> = drawn.map(|far| format!("w{far}")).collect();
        let drawn: Vec<&str> = drawn.iter().map(String::as_str).collect();
        let key = format!("w{index}");
        sample = match index {
            2 => sample.document_through(&key, "ann", &relays),
            3 => sample.document_through(&key, "bob", &relays),
            _ => sample.source(&key, &relays),
        };
        sample = sample.draws_on(&drawn);
    }
    sample = sample.source("relay", &[]);
    for &index in order {
        let (speak, sources) = &claims[index];
        let speak: Vec<&str> = speak.iter().map(|at| voices[*at]).collect();
        let sources: Vec<String> = sources.iter().map(|at| format!("w{at}")).collect();
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        sample = sample.claim(&format!("c{index}"), &speak, &sources);
    }
    sample.judgement("judged", "desk", &["c0"]).build()
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

/// Any of these voices and sources meets a line.
type Line = Vec<(bool, usize)>;

/// Lists the lines of a claim, each as the voices and the sources of which any one meets it.
fn lines(brief: &Brief, analysis: &Analysis, claim: ClaimId) -> Vec<Line> {
    fn who(brief: &Brief, voice: VoiceId) -> Line {
        match brief.voice(voice).one_of() {
            [] => vec![(false, voice.index())],
            others => others.iter().flat_map(|id| who(brief, *id)).collect(),
        }
    }
    let groups = &analysis.first_reports_of(claim).one_of;
    let mut lines = Vec::new();
    for attribution in analysis.attributions_of(claim) {
        for voice in &attribution.voices {
            for source in &attribution.sources {
                let group = groups.iter().find(|group| group.contains(source));
                let sources = group.map_or(vec![*source], Clone::clone);
                let mut line = who(brief, *voice);
                line.extend(sources.iter().map(|id| (true, id.index())));
                lines.push(line);
            }
        }
    }
    lines
}

/// Counts the fewest voices and sources that meet all lines, by trying.
fn fewest(lines: &[Line]) -> usize {
    fn can(lines: &[Line], chosen: &mut Line, more: usize) -> bool {
        let mut unmet = lines
            .iter()
            .filter(|line| !line.iter().any(|end| chosen.contains(end)));
        let Some(line) = unmet.next() else {
            return true;
        };
        more > 0
            && line.iter().any(|end| {
                chosen.push(*end);
                let can = can(lines, chosen, more - 1);
                chosen.pop();
                can
            })
    }
    (0..=lines.len())
        .find(|more| can(lines, &mut Vec::new(), *more))
        .unwrap()
}

/// Lists what the origins of the brief are called, then those of each claim.
fn names(brief: &Brief) -> Vec<String> {
    let origins = Analysis::of(brief).origins;
    let name = |called_by: &CalledBy| match called_by {
        CalledBy::Voice(id) => brief.voice(*id).key.to_string(),
        CalledBy::Source(id) => brief.source(*id).key.to_string(),
        CalledBy::OneOf(ids) => {
            let mut keys: Vec<&str> = ids.iter().map(|id| &*brief.source(*id).key).collect();
            keys.sort_unstable();
            keys.join("|")
        }
    };
    let of_claims = brief.claims().map(|(id, _)| {
        let mut names: Vec<String> = origins.of_claim(id).iter().map(name).collect();
        names.sort();
        names.join(" ")
    });
    let mut all: Vec<String> = origins
        .of_brief
        .iter()
        .map(|origin| name(&origin.called_by))
        .collect();
    all.sort();
    all.extend(of_claims);
    all
}

/// Two choices that name the same sources, one of them as one of two.
#[test]
fn origins_of_the_same_sources_are_called_alike_in_any_order() {
    let claims = vec![(vec![0, 7], vec![4]), (vec![6], vec![3, 0])];
    let ties = vec![(168, 0), (0, 36), (0, 0), (0, 5), (0, 0), (0, 0)];
    let order = in_order(&claims);
    let one = brief(&claims, &ties, &order, false);
    let other = brief_in_order(&claims, &ties, &order, false, &[0, 5, 6, 2, 3, 4, 1, 7, 8]);
    assert_eq!(names(&one), names(&other));
}

proptest! {
    #[test]
    fn a_claim_has_no_more_origins_than_ends(claims in claims(), ties in ties()) {
        let brief = brief(&claims, &ties, &in_order(&claims), false);
        let analysis = Analysis::of(&brief);
        for (id, claim) in brief.claims() {
            let origins = analysis.origins_of(id);
            let ends = distinct(claim.voices()).min(distinct(claim.sources()));
            prop_assert!((ends.min(1)..=ends).contains(&origins), "{origins} of {ends}");
            prop_assert_eq!(analysis.origins.behind(id).is_empty(), ends == 0);
        }
        for index in 0..analysis.origins.of_brief.len() {
            let (voices, sources) = analysis.origins.ends(index, &analysis.attributions);
            prop_assert!(!voices.is_empty() && !sources.is_empty());
        }
    }

    #[test]
    fn origins_are_the_fewest(claims in claims(), ties in ties()) {
        let brief = brief(&claims, &ties, &in_order(&claims), false);
        let analysis = Analysis::of(&brief);
        let mut all = Vec::new();
        for (id, _) in brief.claims() {
            let lines = lines(&brief, &analysis, id);
            let fewest = fewest(&lines);
            prop_assert!(analysis.origins_of(id) <= fewest);
            all.extend(lines);
        }
        let origins = analysis.origins.of_brief.len();
        let fewest = fewest(&all);
        // An outlet that is chosen both as a voice and as a report is one origin.
        prop_assert!(origins <= fewest && origins + 2 >= fewest, "{origins} of {fewest}");
    }

    #[test]
    fn the_order_of_voices_and_sources_changes_no_origin(
        claims in claims(),
        ties in ties(),
        of_file in Just((0..VOICES.max(WORKS)).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let order = in_order(&claims);
        let one = brief(&claims, &ties, &order, false);
        let other = brief_in_order(&claims, &ties, &order, false, &of_file);
        prop_assert_eq!(names(&one), names(&other));
    }

    #[test]
    fn chains_lead_from_first_reports_by_relays(claims in claims(), ties in ties()) {
        let brief = brief(&claims, &ties, &in_order(&claims), false);
        let analysis = Analysis::of(&brief);
        for (id, claim) in brief.claims().filter(|(_, claim)| claim.report().is_some()) {
            let first = analysis.first_reports_of(id);
            prop_assert!(!first.sources.is_empty());
            let mut passed = Vec::new();
            for source in &first.sources {
                let chains = analysis.chains_of(id, *source);
                let shortest = chains.iter().map(|chain| chain.sources.len()).min();
                prop_assert_eq!(shortest, Some(first.shortest(*source)));
                for chain in chains {
                    prop_assert_eq!(chain.sources.first(), Some(source));
                    for step in chain.sources.windows(2) {
                        let (retold, relay) = (brief.source(step[0]), brief.source(step[1]));
                        prop_assert!(
                            retold.through.contains(&step[1]) || relay.draws_on.contains(&step[0])
                        );
                    }
                    let last = chain.sources.last();
                    prop_assert!(last.is_some_and(|last| brief.source(*last).was_read()));
                    passed.extend(chain.sources);
                }
            }
            prop_assert!(claim.sources().iter().all(|source| passed.contains(source)));
        }
    }

    #[test]
    fn a_relay_is_no_origin(claims in claims(), ties in ties()) {
        let order = in_order(&claims);
        let before = Analysis::of(&brief(&claims, &ties, &order, false)).origins;
        let after = Analysis::of(&brief(&claims, &ties, &order, true)).origins;
        prop_assert_eq!(before, after);
    }

    #[test]
    fn the_order_of_claims_changes_nothing_but_order(
        (claims, order) in claims().prop_flat_map(|claims| {
            let order = Just(in_order(&claims)).prop_shuffle();
            (Just(claims), order)
        }),
        ties in ties(),
    ) {
        let one = brief(&claims, &ties, &in_order(&claims), false);
        let other = brief(&claims, &ties, &order, false);
        let (first, second) = (Analysis::of(&one), Analysis::of(&other));
        prop_assert_eq!(findings(&one, &first), findings(&other, &second));
        prop_assert_eq!(&first.origins.of_brief, &second.origins.of_brief);
        prop_assert_eq!(&first.summary, &second.summary);
        let (first, second) = (first.figure(&one), second.figure(&other));
        prop_assert_eq!(first.nodes, second.nodes);
        prop_assert_eq!(first.edges.len(), second.edges.len());
    }

    #[test]
    fn every_claim_arrives_at_the_brief(claims in claims(), ties in ties()) {
        let brief = brief(&claims, &ties, &in_order(&claims), false);
        let figure = Analysis::of(&brief).figure(&brief);
        let at_the_brief = figure.edges.iter();
        let at_the_brief = at_the_brief.filter(|edge| edge.to == figure.nodes.len() - 1);
        let arriving: Vec<_> = at_the_brief.flat_map(|edge| edge.claims.clone()).collect();
        prop_assert_eq!(distinct(&arriving), brief.claims().len() - 1);
    }

    #[test]
    fn chains_are_chains_in_order(claims in claims(), ties in ties()) {
        let brief = brief(&claims, &ties, &in_order(&claims), true);
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
