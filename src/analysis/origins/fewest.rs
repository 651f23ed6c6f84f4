//! Finds the fewest origins that meet all lines.

use super::lines::{Graph, Line, People, Settled, distinct};
use super::named::{self, Chosen, Origin};
use crate::model::{Brief, Key, SourceId, VoiceId};

/// How many ways to settle who is who, and which report is which, are gone through.
const MOST_WORLDS: usize = 64;

/// The size of a cover, what tells covers of one size apart, and the origins.
type Found = (usize, Vec<(bool, Key)>, Vec<Origin>);

/// Finds the origins of lines.
///
/// Where it is known who speaks in which report, they are a minimum vertex cover. A voice that is
/// one of several, or a report that is one of several, is met if one of these is chosen. Where none
/// is, each in turn is taken to be it, and the smallest cover counts: so nothing is ever counted as
/// more than the fewest.
pub(super) fn origins<'a>(brief: &Brief, people: &People, lines: &[Line<'a>]) -> Vec<Origin> {
    let graph = Graph::of(lines);
    let mut best: Option<Found> = None;
    let mut worlds: Vec<Settled<'a>> = vec![Settled::default()];
    // A voice that was met by one whom it may be is open again where it is settled that others
    // suffice: so this goes on until nothing is open.
    while !worlds.is_empty() {
        let most = MOST_WORLDS / worlds.len();
        let mut further = Vec::new();
        for settled in worlds {
            let known: Vec<Line<'a>> = lines.iter().map(|line| settled.line(line)).collect();
            let cover = graph.cover(&known);
            let open = known.iter().filter(|line| !graph.meets(&cover, line));
            let (sets, of_reports) = open_sets(open);
            let ways = each_way(&settled, &sets, &of_reports, most);
            if !ways.is_empty() {
                further.extend(ways);
                continue;
            }
            let origins = named::origins(
                brief,
                &Chosen {
                    people,
                    settled: &settled,
                    lines,
                    graph: &graph,
                    cover: &cover,
                },
            );
            let found = (cover.len(), named::keys(brief, &origins), origins);
            let is_better = |(size, keys, _): &Found| (found.0, &found.1) < (*size, keys);
            if best.as_ref().is_none_or(is_better) {
                best = Some(found);
            }
        }
        worlds = further;
    }
    best.map(|(_, _, origins)| origins).unwrap_or_default()
}

/// Lists the sets of which nobody knows which one it is, those of voices and those of reports, each
/// once.
fn open_sets<'l, 'a: 'l>(
    lines: impl Iterator<Item = &'l Line<'a>>,
) -> (Vec<&'a [VoiceId]>, Vec<&'a [SourceId]>) {
    let (mut people, mut reports) = (Vec::new(), Vec::new());
    for line in lines {
        people.extend(line.people.iter().copied().filter(|set| set.len() > 1));
        reports.extend(line.reports.iter().copied().filter(|set| set.len() > 1));
    }
    (distinct(people), distinct(reports))
}

/// Settles besides what is settled who is who in every way, or for as many sets as there are not
/// too many ways: none where nothing is open.
fn each_way<'a>(
    settled: &Settled<'a>,
    people: &[&'a [VoiceId]],
    reports: &[&'a [SourceId]],
    most: usize,
) -> Vec<Settled<'a>> {
    let mut ways: Vec<Settled<'a>> = Vec::new();
    let from = |ways: &Vec<Settled<'a>>, set: usize| match ways.len() {
        0 => Some(vec![settled.clone()]),
        many if many * set <= most => Some(ways.clone()),
        _ => None,
    };
    for set in people {
        if let Some(from) = from(&ways, set.len()) {
            ways = each_with(&from, set, |way, one| way.people.push((set, one)));
        }
    }
    for set in reports {
        if let Some(from) = from(&ways, set.len()) {
            ways = each_with(&from, set, |way, one| way.reports.push((set, one)));
        }
    }
    ways
}

fn each_with<'a, T>(
    ways: &[Settled<'a>],
    set: &'a [T],
    settle: impl Fn(&mut Settled<'a>, &'a [T]),
) -> Vec<Settled<'a>> {
    let with = |one: &'a [T]| {
        let settle = &settle;
        ways.iter().cloned().map(move |mut way| {
            settle(&mut way, one);
            way
        })
    };
    set.chunks(1).flat_map(with).collect()
}
