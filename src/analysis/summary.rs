//! Sums up a brief in figures.

use super::origins::Origins;
use crate::model::Brief;

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) struct Summary {
    pub(crate) sources_read: usize,
    pub(crate) origins: usize,
    pub(crate) claims: usize,
    /// The claims that others make: all but the writer's judgements.
    pub(crate) reports: usize,
    pub(crate) on_one_origin: usize,
}

impl Summary {
    pub(super) fn of(brief: &Brief, origins: &Origins) -> Self {
        let sources = brief.sources();
        Self {
            sources_read: sources.filter(|(_, source)| source.was_read()).count(),
            origins: origins.of_brief.len(),
            claims: brief.claims().len(),
            reports: brief
                .claims()
                .filter(|(_, claim)| claim.report().is_some())
                .count(),
            on_one_origin: origins.on_one,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;

    #[test]
    fn figures_of_a_brief() {
        let brief = Sample::new()
            .person("ann")
            .anonymous("aides", Some(2))
            .writer("desk")
            .source("nbc", &["newsmax"])
            .source("newsmax", &[])
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
        assert_eq!(summary.sources_read, 3);
        assert_eq!(
            (summary.on_one_origin, summary.reports, summary.claims),
            (3, 4, 5)
        );
        assert_eq!(summary.origins, 3);
    }
}
