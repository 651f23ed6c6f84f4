//! Sums up a brief in figures.

use std::collections::BTreeSet;

use super::origins::Origins;
use super::record::{Record, Records};
use crate::model::{Brief, Line, Source, SourceId, SourceType, VoiceId, VoiceKind};

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) struct Summary {
    pub(crate) sources_read: usize,
    pub(crate) sources_not_read: usize,
    /// The outlets: the first report of each, in file order. The sources of one outlet have the
    /// same publisher or, without a publisher, the same name. Only sources of the press count, and
    /// sources whose own reporting is a voice.
    pub(crate) outlets: Vec<SourceId>,
    pub(crate) origins: usize,
    pub(crate) claims: usize,
    /// The claims that others make: all but the writer's judgements.
    pub(crate) reports: usize,
    pub(crate) on_one_origin: usize,
    /// The number of claims of each record, in the order of [`Record::ALL`], none left
    /// out. A claim counts once, under the weakest of its records: the writer's judgement,
    /// no source named, anonymous, the outlet's own, on record, document. So no claim looks better than it is,
    /// and the numbers add up to all claims.
    pub(crate) by_record: [(Record, usize); 6],
    pub(crate) anonymous_people: AnonymousPeople,
}

impl Summary {
    pub(super) fn of(brief: &Brief, records: &[Records], origins: &Origins) -> Self {
        let sources_read = brief
            .sources()
            .filter(|(_, source)| source.was_read())
            .count();
        Self {
            sources_read,
            sources_not_read: brief.sources().len() - sources_read,
            outlets: outlets(brief),
            origins: origins.of_brief.len(),
            claims: records.len(),
            reports: brief
                .claims()
                .filter(|(_, claim)| claim.report().is_some())
                .count(),
            on_one_origin: origins.on_one,
            by_record: Record::ALL.map(|record| {
                let is_weakest = |set: &&Records| set.weakest() == Some(record);
                (record, records.iter().filter(is_weakest).count())
            }),
            anonymous_people: AnonymousPeople::of(brief),
        }
    }
}

fn outlets(brief: &Brief) -> Vec<SourceId> {
    let mut is_outlet_voice = vec![false; brief.sources().len()];
    for (_, voice) in brief.voices() {
        if let VoiceKind::Outlet(source) = voice.kind {
            is_outlet_voice[source.index()] = true;
        }
    }
    let mut named = BTreeSet::new();
    brief
        .sources()
        .filter(|(id, source)| {
            let name = source.publisher.as_ref().unwrap_or(&source.name);
            let is_named = is_outlet_voice[id.index()] || outlet_name(source).is_some();
            is_named && named.insert(name)
        })
        .map(|(id, _)| id)
        .collect()
}

/// Returns what the outlet of a source is called, if it has one that has a name. Whose work has no
/// publisher and is not by its kind of the press, a preprint for instance, has none.
pub(crate) fn outlet_name(source: &Source) -> Option<&Line> {
    let is_title = source.title.as_ref() == Some(&source.name);
    let name = Some(&source.name).filter(|_| !is_title || source.kind == SourceType::Periodical);
    let is_of_an_outlet = matches!(
        source.kind,
        SourceType::ArticleMagazine
            | SourceType::ArticleNewspaper
            | SourceType::Broadcast
            | SourceType::Periodical
    );
    if is_of_an_outlet {
        name.or(source.publisher.as_ref())
    } else if source.kind.is_of_the_press() {
        let publisher = source.publisher.as_ref()?;
        Some(name.unwrap_or(publisher))
    } else {
        None
    }
}

/// The anonymous people behind a brief, each counted once: an anonymous voice that is one of
/// other voices is counted with those.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AnonymousPeople {
    /// The people in voices whose number the sources give.
    pub(crate) counted: u64,
    /// The voices whose number the sources do not give: one person or more each.
    pub(crate) uncounted_voices: u64,
}

impl AnonymousPeople {
    /// Returns the least number of people; the number itself if there are no uncounted voices.
    pub(crate) fn at_least(self) -> u64 {
        self.counted.saturating_add(self.uncounted_voices)
    }

    fn of(brief: &Brief) -> Self {
        let mut people = Self::default();
        for id in voices_behind(brief) {
            if let VoiceKind::Anonymous { count, one_of, .. } = &brief.voice(id).kind
                && one_of.is_empty()
            {
                match count {
                    Some(count) => {
                        people.counted = people.counted.saturating_add(u64::from(count.get()));
                    }
                    None => people.uncounted_voices += 1,
                }
            }
        }
        people
    }
}

/// Lists the voices of claims and those one of whom they are, however far that leads.
fn voices_behind(brief: &Brief) -> Vec<VoiceId> {
    let mut seen = vec![false; brief.voices().len()];
    let mut is_new = |id: &VoiceId| !std::mem::replace(&mut seen[id.index()], true);
    let mut behind: Vec<VoiceId> = Vec::new();
    for (_, claim) in brief.claims() {
        behind.extend(claim.voices().iter().copied().filter(&mut is_new));
    }
    let mut next = 0;
    while let Some(&id) = behind.get(next) {
        next += 1;
        behind.extend(brief.voice(id).one_of().iter().copied().filter(&mut is_new));
    }
    behind
}

#[cfg(test)]
mod tests {
    use super::AnonymousPeople;
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::SourceId;

    #[test]
    fn figures_of_a_brief() {
        let brief = Sample::new()
            .person("ann")
            .anonymous("aides", Some(2))
            .writer("desk")
            .source("nbc", &["newsmax"])
            .source("newsmax", &[])
            .published("newsmax-again", "newsmax")
            .document("letter", "ann")
            .document("log", "nobody")
            .outlet("log-own", "log")
            .claim("a", &["ann"], &["nbc"])
            .claim("b", &["ann", "aides"], &["newsmax"])
            .claim("c", &["ann"], &["letter"])
            .judgement("d", "desk", &["a"])
            .claim("e", &["log-own", "ann"], &["log", "letter"])
            .build();
        let summary = Analysis::of(&brief).summary;
        assert_eq!((summary.sources_read, summary.sources_not_read), (4, 1));
        assert_eq!(summary.outlets, [0, 1, 4].map(SourceId::new));
        let counts = summary.by_record.map(|(_, count)| count);
        assert_eq!(counts, [1, 1, 1, 0, 1, 1]);
        assert_eq!(
            (summary.on_one_origin, summary.reports, summary.claims),
            (3, 4, 5)
        );
        assert_eq!(summary.origins, 3);
        assert_eq!(summary.anonymous_people.at_least(), 2);
    }

    #[test]
    fn nobody_is_counted_twice() {
        let cases: &[(&[&str], u64, u64)] = &[
            (&["ann"], 0, 0),
            (&["aides"], 3, 0),
            (&["aides", "aide"], 3, 0),
            (&["aide"], 3, 0),
            (&["aide-again"], 3, 0),
            (&["aides", "officials"], 3, 1),
            (&["spokesman"], 0, 0),
        ];
        for (voices, counted, uncounted_voices) in cases {
            let brief = Sample::new()
                .person("ann")
                .anonymous("aides", Some(3))
                .anonymous("officials", None)
                .anonymous("unused", Some(9))
                .one_of("aide", &["aides"])
                .one_of("aide-again", &["aide"])
                .one_of("spokesman", &["ann"])
                .source("times", &[])
                .claim("c", voices, &["times"])
                .build();
            let expected = AnonymousPeople {
                counted: *counted,
                uncounted_voices: *uncounted_voices,
            };
            assert_eq!(AnonymousPeople::of(&brief), expected, "{voices:?}");
            assert_eq!(expected.at_least(), counted + uncounted_voices);
        }
    }
}
