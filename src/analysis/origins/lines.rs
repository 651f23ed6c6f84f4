//! Draws the lines between voices and first reports.

use super::cover::{self, Block, Cover};
use crate::analysis::attribution::Attribution;
use crate::analysis::first_reports::FirstReports;
use crate::model::{Brief, SourceId, VoiceId};

/// Who each voice is: itself, whom it speaks for, or the voices one of whom it is, however far that
/// leads; by voice.
pub(super) struct People(Vec<Vec<VoiceId>>);

impl People {
    pub(super) fn of(brief: &Brief) -> Self {
        let mut met = vec![usize::MAX; brief.voices().len()];
        let person = |(id, _): (VoiceId, _)| {
            let mut ahead = vec![id];
            let mut people = Vec::new();
            while let Some(next) = ahead.pop() {
                // What a spokesperson says has its principal for an origin.
                let next = brief.principal(next);
                if std::mem::replace(&mut met[next.index()], id.index()) == id.index() {
                    continue;
                }
                match brief.voice(next).one_of() {
                    [] => people.push(next),
                    others => ahead.extend(others),
                }
            }
            // In a circle nobody is anybody else.
            if people.is_empty() {
                vec![brief.principal(id)]
            } else {
                distinct(people)
            }
        };
        Self(brief.voices().map(person).collect())
    }

    pub(super) fn who(&self, voice: VoiceId) -> &[VoiceId] {
        &self.0[voice.index()]
    }
}

/// The lines from each of some voices to each of some first reports.
#[derive(Clone)]
pub(super) struct Line<'a> {
    pub(super) voices: &'a [VoiceId],
    /// Who the voices are, each set once: one, or several of whom a voice is one.
    pub(super) people: Vec<&'a [VoiceId]>,
    /// Which the first reports are, each set once: one, or several of which it is one.
    pub(super) reports: Vec<&'a [SourceId]>,
}

/// Draws the lines of a claim; none of a judgement.
pub(super) fn of<'a>(
    people: &'a People,
    attributions: &'a [Attribution],
    first: &'a FirstReports,
) -> Vec<Line<'a>> {
    attributions
        .iter()
        .map(|attribution| Line {
            voices: &attribution.voices,
            people: distinct(
                attribution
                    .voices
                    .iter()
                    .map(|id| people.who(*id))
                    .collect(),
            ),
            reports: distinct(
                attribution
                    .sources
                    .iter()
                    .map(|id| first.one_of(id))
                    .collect(),
            ),
        })
        .collect()
}

/// Who of several a voice is taken to be, and which of several reports it was.
#[derive(Clone, Default)]
pub(super) struct Settled<'a> {
    pub(super) people: Vec<(&'a [VoiceId], &'a [VoiceId])>,
    pub(super) reports: Vec<(&'a [SourceId], &'a [SourceId])>,
}

impl<'a> Settled<'a> {
    pub(super) fn line(&self, line: &Line<'a>) -> Line<'a> {
        Line {
            voices: line.voices,
            people: line.people.iter().map(|set| self.who(set)).collect(),
            reports: line.reports.iter().map(|set| self.which(set)).collect(),
        }
    }

    pub(super) fn who(&self, people: &'a [VoiceId]) -> &'a [VoiceId] {
        settled(&self.people, people)
    }

    pub(super) fn which(&self, reports: &'a [SourceId]) -> &'a [SourceId] {
        settled(&self.reports, reports)
    }
}

fn settled<'a, T: PartialEq>(known: &[(&'a [T], &'a [T])], set: &'a [T]) -> &'a [T] {
    let one = known.iter().find(|(of, _)| *of == set);
    one.map_or(set, |(_, one)| *one)
}

/// The ends of lines, in file order.
pub(super) struct Graph {
    pub(super) people: Vec<VoiceId>,
    pub(super) reports: Vec<SourceId>,
}

impl Graph {
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let people = lines.iter().flat_map(|line| &line.people);
        let reports = lines.iter().flat_map(|line| &line.reports);
        Self {
            people: distinct(people.flat_map(|set| set.iter()).copied().collect()),
            reports: distinct(reports.flat_map(|set| set.iter()).copied().collect()),
        }
    }

    /// Finds the fewest ends that meet all lines of which it is known whose they are.
    pub(super) fn cover(&self, lines: &[Line<'_>]) -> Cover {
        fn known<T: Ord>(ends: &[T], sets: &[&[T]]) -> Vec<usize> {
            let known = sets.iter().filter_map(|set| match set {
                [only] => Some(place(ends, only)),
                _ => None,
            });
            distinct(known.collect())
        }
        let block = |line: &Line<'_>| Block {
            left: known(&self.people, &line.people),
            right: known(&self.reports, &line.reports),
        };
        let blocks: Vec<Block> = lines.iter().map(block).collect();
        cover::nearest_to_the_left(self.people.len(), self.reports.len(), &blocks)
    }

    pub(super) fn meets(&self, cover: &Cover, line: &Line<'_>) -> bool {
        fn all_in<T: Ord>(ends: &[T], chosen: &[bool], sets: &[&[T]]) -> bool {
            let is_in = |set: &&[T]| set.iter().any(|id| chosen[place(ends, id)]);
            sets.iter().all(is_in)
        }
        all_in(&self.people, &cover.left, &line.people)
            || all_in(&self.reports, &cover.right, &line.reports)
    }
}

/// Returns the place of an end, which is one of them.
#[expect(
    clippy::expect_used,
    reason = "a wrong origin would be told if another end were taken"
)]
pub(super) fn place<T: Ord>(ends: &[T], id: &T) -> usize {
    let place = ends.binary_search(id);
    place.expect("the ends of a graph are all those of its lines")
}

pub(super) fn distinct<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}
