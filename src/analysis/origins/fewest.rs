//! Finds the fewest origins that meet all lines.

use std::collections::BTreeMap;

use super::lines::{Graph, Line, People, Settled, distinct};
use super::named::{self, Chosen, Keys, Origin};
use crate::model::{Brief, Key, SourceId, VoiceId, VoiceKind};

/// How many ways to settle who is who, and which report is which, are gone through.
const MOST_WORLDS: usize = 64;

/// The size of a cover, what tells covers of one size apart, and the origins, each with the first voice
/// of its lines.
type Found = (usize, Keys, Vec<(VoiceId, Origin)>);

/// Finds the origins of lines, in the order of the first voices of their lines.
///
/// Where it is known who speaks in which report, they are a minimum vertex cover. A voice that is
/// one of several, or a report that is one of several, is met if one of these is chosen. Where none
/// is, each in turn is taken to be it, and the smallest cover counts: so nothing is counted as more
/// than the fewest. What no line joins is settled apart, so that there are few ways to go through;
/// past [`MOST_WORLDS`] of them, what most lines have in common is taken.
pub(super) fn origins(brief: &Brief, people: &People, lines: &[Line<'_>]) -> Vec<Origin> {
    let mut found: Vec<(VoiceId, Origin)> = match lines {
        [] | [_] => of_component(brief, people, lines),
        _ => components(brief, lines)
            .iter()
            .flat_map(|lines| of_component(brief, people, lines))
            .collect(),
    };
    found.sort_by_key(|(first, _)| *first);
    found.into_iter().map(|(_, origin)| origin).collect()
}

/// Parts lines that have no end in common, not even by others. An outlet's voice and its source are
/// one end.
fn components<'a>(brief: &Brief, lines: &[Line<'a>]) -> Vec<Vec<Line<'a>>> {
    let voices = brief.voices().len();
    let mut parent: Vec<usize> = (0..voices + brief.sources().len()).collect();
    for line in lines {
        let ends = ends(brief, line);
        for end in &ends {
            let (one, other) = (root(&mut parent, ends[0]), root(&mut parent, *end));
            parent[one.max(other)] = one.min(other);
        }
    }
    let mut parts: BTreeMap<usize, Vec<Line<'a>>> = BTreeMap::new();
    for line in lines {
        if let Some(end) = ends(brief, line).first() {
            let part = parts.entry(root(&mut parent, *end)).or_default();
            part.push(line.clone());
        }
    }
    parts.into_values().collect()
}

fn ends(brief: &Brief, line: &Line<'_>) -> Vec<usize> {
    let voices = brief.voices().len();
    let sources = line.reports.iter().copied().flatten();
    let mut ends: Vec<usize> = sources.map(|id| voices + id.index()).collect();
    for id in line.people.iter().copied().flatten() {
        ends.push(id.index());
        if let VoiceKind::Outlet(source) = brief.voice(*id).kind {
            ends.push(voices + source.index());
        }
    }
    ends
}

fn root(parent: &mut [usize], mut end: usize) -> usize {
    while parent[end] != end {
        parent[end] = parent[parent[end]];
        end = parent[end];
    }
    end
}

fn of_component<'a>(brief: &Brief, people: &People, lines: &[Line<'a>]) -> Vec<(VoiceId, Origin)> {
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
            let open: Vec<&Line<'a>> = known
                .iter()
                .filter(|line| !graph.meets(&cover, line))
                .collect();
            let ways = each_way(brief, &settled, &open, &known, most);
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

/// Settles besides what is settled who is who and which report is which: in every way, as long as
/// there are not too many, else as most lines would have it. None where nothing is open.
fn each_way<'a>(
    brief: &Brief,
    settled: &Settled<'a>,
    open: &[&Line<'a>],
    lines: &[Line<'a>],
    most: usize,
) -> Vec<Settled<'a>> {
    let key_of_voice = |id: &VoiceId| &brief.voice(*id).key;
    let key_of_report = |id: &SourceId| &brief.source(*id).key;
    let people = open_sets(open, |line| &line.people, key_of_voice);
    let reports = open_sets(open, |line| &line.reports, key_of_report);
    if people.is_empty() && reports.is_empty() {
        return Vec::new();
    }
    let mut ways = vec![settled.clone()];
    let in_lines = frequencies(lines, |line| &line.people);
    for set in people {
        let set_of = candidates(set, ways.len() * set.len() <= most, &in_lines, key_of_voice);
        ways = each_with(&ways, set_of, |way, one| way.people.push((set, one)));
    }
    let in_lines = frequencies(lines, |line| &line.reports);
    for set in reports {
        let set_of = candidates(
            set,
            ways.len() * set.len() <= most,
            &in_lines,
            key_of_report,
        );
        ways = each_with(&ways, set_of, |way, one| way.reports.push((set, one)));
    }
    ways
}

/// Lists the sets of which nobody knows which one it is, each once, in an order that depends on no
/// order in the file.
fn open_sets<'l, 'a: 'l, 'b, T: Ord>(
    lines: &[&'l Line<'a>],
    of: impl Fn(&'l Line<'a>) -> &'l Vec<&'a [T]>,
    key: impl Fn(&T) -> &'b Key,
) -> Vec<&'a [T]> {
    let sets = lines.iter().flat_map(|line| of(line)).copied();
    let mut sets = distinct(sets.filter(|set| set.len() > 1).collect());
    sets.sort_by_cached_key(|set| distinct(set.iter().map(&key).collect()));
    sets
}

/// Counts in how many sets of the lines each end is.
fn frequencies<'l, 'a: 'l, T: Ord>(
    lines: &'l [Line<'a>],
    of: impl Fn(&'l Line<'a>) -> &'l Vec<&'a [T]>,
) -> BTreeMap<&'a T, usize> {
    let mut counts = BTreeMap::new();
    for one in lines.iter().flat_map(of).copied().flatten() {
        *counts.entry(one).or_default() += 1;
    }
    counts
}

/// Returns those of a set that are tried: all of them, or the one that is in most lines.
fn candidates<'a, 'b, T: Ord>(
    set: &'a [T],
    all: bool,
    in_lines: &BTreeMap<&'a T, usize>,
    key: impl Fn(&T) -> &'b Key,
) -> &'a [T] {
    if all {
        return set;
    }
    let rank = |one: &usize| {
        let most = std::cmp::Reverse(in_lines.get(&set[*one]));
        (most, key(&set[*one]))
    };
    let one = (0..set.len()).min_by_key(rank);
    one.map_or(set, |one| &set[one..=one])
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
