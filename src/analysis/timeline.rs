//! Puts events and claims in the order of their dates.

use std::collections::BTreeMap;

use crate::model::{Brief, ClaimId, DateGiven};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TimelineEntry {
    /// An event: its place in the brief's list, from 0.
    Event(usize),
    /// Claims that were said on the date, at least one, in file order: all whose date is the
    /// same and was given in the same words, but those that an event of that date cites.
    Said(Vec<ClaimId>),
}

impl TimelineEntry {
    pub(crate) fn when<'a>(&self, brief: &'a Brief) -> &'a DateGiven {
        match self {
            Self::Event(index) => &brief.parts().events[*index].when,
            Self::Said(claims) => claims
                .first()
                .map_or(&DateGiven::NotGiven, |claim| brief.claim(*claim).said()),
        }
    }
}

/// The date, if one is known, and the words for it, if the source uses other words.
type Given<'a> = (Option<&'a str>, Option<&'a str>);

/// Puts events and claims in the order of their dates: by the first day that the date can be, a day
/// before the times of that day, times by the instant; events before claims, then in file order;
/// undated ones last.
///
/// Claims whose date the source does not give in any words are left out. Events never are.
pub(super) fn of(brief: &Brief) -> Vec<TimelineEntry> {
    let events = 0..brief.parts().events.len();
    let mut entries: Vec<TimelineEntry> = events
        .map(TimelineEntry::Event)
        .chain(said(brief).into_iter().map(TimelineEntry::Said))
        .collect();
    let offset = brief.offset();
    entries.sort_by_cached_key(|entry| {
        let begins = entry.when(brief).date().map(|date| date.begins(offset));
        (begins.is_none(), begins)
    });
    entries
}

/// Groups claims by what is given of their dates, in the order of each group's first claim.
fn said(brief: &Brief) -> Vec<Vec<ClaimId>> {
    let told = told_by_events(brief);
    let mut groups: Vec<Vec<ClaimId>> = Vec::new();
    let mut place: BTreeMap<Given<'_>, usize> = BTreeMap::new();
    for (id, claim) in brief.claims() {
        let given = given(claim.said());
        if given == (None, None) || told[id.index()] {
            continue;
        }
        let at = *place.entry(given).or_insert(groups.len());
        if at == groups.len() {
            groups.push(Vec::new());
        }
        groups[at].push(id);
    }
    groups
}

/// Finds the claims that an event of the same date cites.
fn told_by_events(brief: &Brief) -> Vec<bool> {
    let mut told = vec![false; brief.claims().len()];
    for event in &brief.parts().events {
        for claim in &event.claims {
            told[claim.index()] |= is_same_date(&event.when, brief.claim(*claim).said());
        }
    }
    told
}

/// Says whether two dates are the same, whatever the words; without dates, whether the words are.
fn is_same_date(one: &DateGiven, other: &DateGiven) -> bool {
    let ((date, words), (other_date, other_words)) = (given(one), given(other));
    date == other_date && (date.is_some() || words.is_some() && words == other_words)
}

fn given(date: &DateGiven) -> Given<'_> {
    match date {
        DateGiven::NotGiven => (None, None),
        DateGiven::Words(words) => (None, Some(words)),
        DateGiven::Stated(date) => (Some(date.as_str()), None),
        DateGiven::Inferred { words, date } => (Some(date.as_str()), Some(words)),
    }
}

#[cfg(test)]
mod tests {
    use super::{TimelineEntry, of};
    use crate::analysis::sample::Sample;
    use crate::model::ClaimId;

    /// Lists the timeline of claims and events; `date`, `words`, `words=date` or nothing each.
    fn timeline(said: &[&str], events: &[(&str, &[&str])]) -> String {
        let mut sample = Sample::new().person("ann").source("times", &[]);
        for (index, when) in said.iter().enumerate() {
            sample = sample
                .claim(&format!("c{}", index + 1), &["ann"], &["times"])
                .said(when);
        }
        for (when, claims) in events {
            sample = sample.event(when, claims);
        }
        let label = |entry: &TimelineEntry| match entry {
            TimelineEntry::Event(index) => format!("E{}", index + 1),
            TimelineEntry::Said(claims) => {
                let labels: Vec<String> = claims.iter().map(ClaimId::to_string).collect();
                labels.join("+")
            }
        };
        let labels: Vec<String> = of(&sample.build()).iter().map(label).collect();
        labels.join(" ")
    }

    type Events<'a> = &'a [(&'a str, &'a [&'a str])];

    #[test]
    fn entries_are_in_the_order_of_their_dates() {
        let cases: &[(&[&str], Events<'_>, &str)] = &[
            (&["2025-08-16", "2025-08-15"], &[], "C2 C1"),
            (&["2025-08-16", "2025-08-15", "2025-08-16"], &[], "C2 C1+C3"),
            (&["2025-08-16", "2025-08", "2025"], &[], "C3 C2 C1"),
            (
                &["2025-08-16", "2025-08-14/2025-08-20", "2025-08-15?"],
                &[],
                "C2 C3 C1",
            ),
            (&["", "last week", "2025-08-16"], &[], "C3 C2"),
            (
                &["2025-08-16"],
                &[("", &["c1"]), ("2025-08-16", &["c1"])],
                "E2 E1",
            ),
            (
                &["2025-08-16", "2025-08-16"],
                &[("2025-08-16", &["c1"])],
                "E1 C2",
            ),
            (
                &["2025-08-16"],
                &[("2025-08-18", &["c1"]), ("2025-08-01", &["c1"])],
                "E2 C1 E1",
            ),
            (
                &["2025-08-16"],
                &[("2025-08-18", &["c1"]), ("2025-08-18", &["c1"])],
                "C1 E1 E2",
            ),
            (
                &["2025-08-16T08:12+02:00"],
                &[
                    ("2025-08-16T08:00+02:00", &["c1"]),
                    ("2025-08-16T07:00+02:00", &["c1"]),
                    ("2025-08-16", &["c1"]),
                ],
                "E3 E2 E1 C1",
            ),
            (
                &["2025-08-16T01:30Z", "2025-08-15T21:00-04:00"],
                &[("2025-08-16T03:15+02:00", &["c1"])],
                "C2 E1 C1",
            ),
            (
                &[
                    "2025-08-16T08:12Z",
                    "2025-08-16T08:13Z",
                    "2025-08-16T08:12Z",
                ],
                &[("2025-08-16T08:13Z", &["c2"])],
                "C1+C3 E1",
            ),
        ];
        for (said, events, expected) in cases {
            assert_eq!(timeline(said, events), *expected, "{said:?} {events:?}");
        }
    }

    #[test]
    fn inferred_dates_keep_their_words() {
        let cases: &[(&[&str], Events<'_>, &str)] = &[
            (
                &["Saturday=2025-08-16", "2025-08-16", "Saturday=2025-08-16"],
                &[],
                "C1+C3 C2",
            ),
            (&["today=2025-08-16", "Saturday=2025-08-16"], &[], "C1 C2"),
            (&["Saturday=2025-08-16"], &[("2025-08-16", &["c1"])], "E1"),
            (&["last week"], &[("last week", &["c1"])], "E1"),
            (&["last week"], &[("last month", &["c1"])], "E1 C1"),
            (&["last week", "last week"], &[], "C1+C2"),
            (&["Saturday"], &[("Saturday=2025-08-16", &["c1"])], "E1 C1"),
        ];
        for (said, events, expected) in cases {
            assert_eq!(timeline(said, events), *expected, "{said:?} {events:?}");
        }
    }
}
