//! Finds the fewest origins that meet all lines.

use super::cover::Cover;
use super::lines::{Graph, Line, People, Settled, distinct};
use super::named::{self, Chosen, Origin};
use crate::model::{Brief, SourceId, VoiceId};

/// How many ways to settle who is who, and which report is which, are gone through.
const MOST_WORLDS: usize = 64;

/// Finds the origins of lines.
///
/// Where it is known who speaks in which report, they are a minimum vertex cover. A voice that is
/// one of several, or a report that is one of several, is met if one of these is chosen. Where none
/// is, each in turn is taken to be it, and the smallest cover counts: so nothing is ever counted as
/// more than the fewest.
pub(super) fn origins(brief: &Brief, people: &People, lines: &[Line<'_>]) -> Vec<Origin> {
    let graph = Graph::of(lines);
    let known = graph.cover(lines);
    let named = |settled: &Settled<'_>, cover: &Cover| {
        let chosen = Chosen {
            people,
            settled,
            lines,
            graph: &graph,
            cover,
        };
        named::origins(brief, &chosen)
    };
    let open = lines.iter().filter(|line| !graph.meets(&known, line));
    let (sets, of_reports) = open_sets(open);
    let worlds = worlds(&sets, &of_reports);
    let settled = worlds.into_iter().map(|settled| {
        let lines: Vec<Line<'_>> = lines.iter().map(|line| settled.line(line)).collect();
        let cover = graph.cover(&lines);
        (cover.len(), named(&settled, &cover))
    });
    let by_name = |(size, origins): &(usize, Vec<Origin>)| (*size, named::keys(brief, origins));
    match settled.min_by_key(by_name) {
        Some((_, origins)) => origins,
        None => named(&Settled::default(), &known),
    }
}

/// Lists the sets of which nobody knows which one it is, those of voices and those of reports, each
/// once.
fn open_sets<'a>(
    lines: impl Iterator<Item = &'a Line<'a>>,
) -> (Vec<&'a [VoiceId]>, Vec<&'a [SourceId]>) {
    let (mut people, mut reports) = (Vec::new(), Vec::new());
    for line in lines {
        people.extend(line.people.iter().filter(|set| set.len() > 1));
        reports.extend(line.reports.iter().filter(|set| set.len() > 1));
    }
    (distinct(people), distinct(reports))
}

/// Settles who is who in every way, or for as many sets as there are not too many ways.
fn worlds<'a>(people: &[&'a [VoiceId]], reports: &[&'a [SourceId]]) -> Vec<Settled<'a>> {
    let mut worlds: Vec<Settled<'a>> = Vec::new();
    let fits = |worlds: &[Settled<'_>], set: usize| worlds.len() * set <= MOST_WORLDS;
    for set in people {
        if worlds.is_empty() || fits(&worlds, set.len()) {
            worlds = each_with(&worlds, set, |world, one| world.people.push((set, one)));
        }
    }
    for set in reports {
        if worlds.is_empty() || fits(&worlds, set.len()) {
            worlds = each_with(&worlds, set, |world, one| world.reports.push((set, one)));
        }
    }
    worlds
}

fn each_with<'a, T>(
    worlds: &[Settled<'a>],
    set: &'a [T],
    settle: impl Fn(&mut Settled<'a>, &'a [T]),
) -> Vec<Settled<'a>> {
    let nothing = [Settled::default()];
    let worlds = if worlds.is_empty() { &nothing } else { worlds };
    let with = |one: &'a [T]| {
        let settle = &settle;
        worlds.iter().cloned().map(move |mut world| {
            settle(&mut world, one);
            world
        })
    };
    set.chunks(1).flat_map(with).collect()
}
