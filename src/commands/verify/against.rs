//! Holds quotes and passages against newer copies of their sources: what stands there still, what was reworded, what is
//! gone. Nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use brief::analysis::Analysis;
use brief::diagnostics::printable;
use brief::evidence::{Finding, LockedQuote, Nearest, Paired};
use brief::model::{Brief, Caveat, Check, Selector, SourceId};
use serde::Serialize;

use crate::commands::look::{Best, Item, Wanted, search};
use crate::commands::snapshots::Folder;

/// How a quote or a passage stands to the newer copy of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Now {
    /// It stands there still.
    There,
    /// It stands there still, and the source has struck words of it out.
    StruckOut,
    /// Its ends stand there still, and what is between them is another.
    Between,
    /// Most of its words stand there, and not all.
    Reworded,
    /// Few of its words stand there, or none.
    Gone,
    CannotCheck,
}

impl Now {
    const ALL: [Self; 6] = [
        Self::There,
        Self::StruckOut,
        Self::Between,
        Self::Reworded,
        Self::Gone,
        Self::CannotCheck,
    ];

    fn of(item: &Item<'_>, best: &Best, record: Option<&LockedQuote>) -> Self {
        let finding = &best.finding;
        let nearest = finding.nearest.as_ref();
        let is_struck = |caveats: &[Caveat]| caveats.contains(&Caveat::StruckOut);
        if finding.check.is_verified() {
            if is_struck(&finding.caveats) && !record.is_some_and(|was| is_struck(&was.caveats)) {
                Self::StruckOut
            } else if is_of_ends(item) && differs_between(finding, record) {
                Self::Between
            } else {
                Self::There
            }
        } else if finding.check != Check::Absent {
            Self::CannotCheck
        } else if nearest.is_some_and(Nearest::has_most_words) {
            Self::Reworded
        } else {
            Self::Gone
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::There => "still there",
            Self::StruckOut => "struck out",
            Self::Between => "changed between its ends",
            Self::Reworded => "reworded",
            Self::Gone => "gone",
            Self::CannotCheck => "cannot be checked",
        }
    }
}

/// What came of a quote or a passage.
#[derive(Serialize)]
struct Compared {
    /// What people read before what came of it.
    #[serde(skip)]
    label: String,
    what: &'static str,
    /// The id of its claim; what is left out has none.
    claim: String,
    text: String,
    now: Now,
    /// How it stands to the newer copy.
    check: &'static str,
    /// How it stood to the copy that the lock knows, if it was looked for.
    before: Option<&'static str>,
    /// Why it cannot be checked.
    reason: Option<String>,
    /// What differs, word by word.
    difference: Option<String>,
    /// Whether only its ends were compared, with another copy: what is between may have changed.
    ends_alone: bool,
}

/// Says whether only the first and the last words are known of it.
fn is_of_ends(item: &Item<'_>) -> bool {
    matches!(item, Item::Passage { .. }) && item.words().text.contains('…')
}

/// Returns what stands between the ends, as the newer copy and the lock have it, if both are known.
fn between<'f>(
    finding: &'f Finding,
    record: Option<&'f LockedQuote>,
) -> Option<(&'f String, &'f String)> {
    finding.between.as_ref().zip(record?.between.as_ref())
}

/// Says whether what stands between the ends is another than the lock knows, or else, whether it is longer
/// or shorter.
fn differs_between(finding: &Finding, record: Option<&LockedQuote>) -> bool {
    if let Some((now, was)) = between(finding, record) {
        return now != was;
    }
    let length = |at: &[Selector]| Some(at.last()?.end - at.first()?.start);
    let was = record.and_then(|record| length(&record.at));
    was.is_some() && was != length(&finding.at)
}

/// What came of what is of a source.
#[derive(Serialize)]
struct OfSource {
    source: String,
    /// The newer copies that were looked in.
    files: BTreeSet<String>,
    /// Whether they are the ones that the lock knows.
    same_copy: bool,
    found: Vec<Compared>,
}

/// What came of all.
#[derive(Serialize)]
pub(in crate::commands) struct Comparison(Vec<OfSource>);

impl Comparison {
    /// Looks for all that is quoted in newer copies: in that of the source in which each was found before.
    pub(in crate::commands) fn of(
        brief: &Brief,
        analysis: &Analysis,
        folder: &Folder,
        items: &[Item<'_>],
        known: &[Paired<'_>],
    ) -> Self {
        let records: Vec<Option<&LockedQuote>> = known
            .iter()
            .map(|known| match known {
                Paired::Same(record) => Some(*record),
                Paired::Changed(_) | Paired::None => None,
            })
            .collect();
        let wanted: Vec<Wanted<'_>> = items
            .iter()
            .zip(&records)
            .map(|(item, record)| where_it_was(brief, item.wanted(analysis), *record))
            .collect();
        let best = search(brief, folder, &[], &wanted, |_, _, _, _| {});
        let mut sources: BTreeMap<Option<SourceId>, OfSource> = BTreeMap::new();
        for (((item, wanted), record), best) in items.iter().zip(&wanted).zip(records).zip(&best) {
            let found = best.source.as_ref().map(|(source, _)| *source);
            let source = found.or_else(|| wanted.sources.first().copied());
            let of_source = sources.entry(source).or_insert_with(|| OfSource {
                source: source.map_or_else(String::new, |id| brief.source(id).key.to_string()),
                files: BTreeSet::new(),
                same_copy: true,
                found: Vec::new(),
            });
            let old = record.and_then(|record| record.snapshot.as_ref());
            let new = best.source.as_ref().map(|(_, file)| file);
            of_source.same_copy &= old
                .zip(new)
                .is_some_and(|(old, new)| old.sha256 == new.sha256);
            of_source.files.extend(new.map(|file| file.file.clone()));
            of_source.found.push(compared(brief, item, best, record));
        }
        Self(sources.into_values().collect())
    }

    /// Says whether all stands in the newer copies.
    pub(in crate::commands) fn is_whole(&self) -> bool {
        let mut all = self.0.iter().flat_map(|source| &source.found);
        all.all(|one| one.now == Now::There)
    }

    /// Returns what came of them for programs.
    pub(in crate::commands) fn json(&self, name: &str) -> String {
        let document = serde_json::json!({ "brief": name, "sources": self.0 });
        let text = serde_json::to_string_pretty(&document);
        text.unwrap_or_default() + "\n"
    }

    /// Returns what came of them for people, source by source. Writing to a string cannot fail.
    pub(in crate::commands) fn text(&self) -> String {
        let mut text = String::new();
        for source in &self.0 {
            let files: Vec<_> = source.files.iter().map(|file| printable(file)).collect();
            let files = match &*files {
                [] => "no copy".to_owned(),
                files => files.join(", "),
            };
            let of = |now| {
                source
                    .found
                    .iter()
                    .filter(move |one| one.now == now)
                    .count()
            };
            let counts = Now::ALL.map(|now| (of(now), now.words()));
            let counts = counts.iter().filter(|(count, _)| *count > 0);
            let counts: Vec<String> = counts
                .map(|(count, words)| format!("{count} {words}"))
                .collect();
            let same = if source.same_copy {
                ", the same copy as before"
            } else {
                ""
            };
            let name = if source.source.is_empty() {
                "no source"
            } else {
                &source.source
            };
            _ = writeln!(text, "{name} ({files}{same}): {}", counts.join(", "));
            for one in &source.found {
                one.tell(&mut text);
            }
        }
        text
    }
}

impl Compared {
    fn tell(&self, text: &mut String) {
        _ = write!(text, "  {} {}", self.label, self.now.words());
        if self.now == Now::There && self.ends_alone {
            text.push_str(" at its ends; what is between was not compared");
        } else if self.now == Now::There {
            _ = write!(text, ", {}", self.check);
        }
        match self.before {
            None => text.push_str("; not looked for before"),
            Some("absent") if self.check == "absent" => {
                text.push_str("; it was absent before, too");
            }
            Some(before @ ("absent" | "cannot-check" | "ambiguous")) => {
                let before = if before == "cannot-check" {
                    "not checked"
                } else {
                    before
                };
                _ = write!(text, "; it was {before} before");
            }
            Some(_) => {}
        }
        if let Some(reason) = &self.reason {
            _ = write!(text, ": {reason}");
        }
        text.push('\n');
        if let Some(difference) = &self.difference {
            _ = writeln!(text, "    {}", printable(difference));
        }
    }
}

/// Narrows where it is looked for to the source in which it was found before.
fn where_it_was<'a>(brief: &Brief, wanted: Wanted<'a>, record: Option<&LockedQuote>) -> Wanted<'a> {
    let key = record.and_then(|record| record.source.as_deref());
    let was = |source: &SourceId| key == Some(&*brief.source(*source).key);
    match wanted.sources.iter().copied().find(was) {
        Some(source) => Wanted {
            sources: BTreeSet::from([source]),
            ..wanted
        },
        None => wanted,
    }
}

fn compared(brief: &Brief, item: &Item<'_>, best: &Best, record: Option<&LockedQuote>) -> Compared {
    let now = Now::of(item, best, record);
    let finding = &best.finding;
    let old = record.and_then(|record| record.snapshot.as_ref());
    let new = best.source.as_ref().map(|(_, file)| file);
    let is_same_copy = old
        .zip(new)
        .is_some_and(|(old, new)| old.sha256 == new.sha256);
    let nearest = finding.nearest.as_ref().filter(|_| now == Now::Reworded);
    let (what, why) = match item {
        Item::Quote(..) => ("quote", finding.why()),
        Item::Passage { .. } => ("passage", finding.why_of_passage()),
    };
    let claim = item.claim().map(|id| brief.claim(id).key.to_string());
    Compared {
        label: item.label(),
        what,
        claim: claim.unwrap_or_default(),
        text: item.words().text.to_owned(),
        now,
        check: finding.check.name(),
        before: record.map(|record| record.check.name()),
        reason: why.filter(|_| now == Now::CannotCheck),
        difference: nearest.map(ToString::to_string),
        ends_alone: is_of_ends(item) && !is_same_copy && between(finding, record).is_none(),
    }
}
