//! Finds which voices, issues and sources two editions have in common: by what they are called, since no
//! reader sees ids, else by their ids.

use std::num::NonZeroU32;

use super::matching::Matching;
use crate::analysis::edition::Edition;
use crate::model::{
    Brief, Doi, Edtf, HttpUrl, Issue, IssueId, Line, Source, SourceId, Voice, VoiceId, VoiceKind,
};

/// An edition, with marks that are the same for what is the same in the other one.
pub(super) struct Known<'a> {
    pub(super) edition: &'a Edition,
    sources: Vec<usize>,
    voices: Vec<usize>,
    issues: Vec<usize>,
}

impl<'a> Known<'a> {
    pub(super) fn of_both(old: &'a Edition, new: &'a Edition) -> [Self; 2] {
        let (before, after) = (old.brief().parts(), new.brief().parts());
        let sources = Matching::new(&before.sources, &after.sources)
            .by(|one| (&one.key, called(one)), |one| (&one.key, called(one)))
            .by_only(called, called)
            .by(|one| &one.key, |one| &one.key)
            .marks();
        let [earlier, later] = &sources;
        let voices = Matching::new(&before.voices, &after.voices)
            .by(
                |one| (&one.key, named(one, earlier)),
                |one| (&one.key, named(one, later)),
            )
            .by_only(|one| named(one, earlier), |one| named(one, later))
            .by(|one| &one.key, |one| &one.key)
            .marks();
        let issues = issues(old.brief(), new.brief()).marks();
        let [old_sources, new_sources] = sources;
        let [old_voices, new_voices] = voices;
        let [old_issues, new_issues] = issues;
        [
            Self {
                edition: old,
                sources: old_sources,
                voices: old_voices,
                issues: old_issues,
            },
            Self {
                edition: new,
                sources: new_sources,
                voices: new_voices,
                issues: new_issues,
            },
        ]
    }

    pub(super) fn brief(&self) -> &'a Brief {
        self.edition.brief()
    }

    pub(super) fn source(&self, id: SourceId) -> usize {
        self.sources[id.index()]
    }

    pub(super) fn voice(&self, id: VoiceId) -> usize {
        self.voices[id.index()]
    }

    pub(super) fn issue(&self, id: IssueId) -> usize {
        self.issues[id.index()]
    }
}

/// Finds which issues are the same.
pub(super) fn issues<'a>(old: &'a Brief, new: &'a Brief) -> Matching<'a, Issue> {
    fn name(issue: &Issue) -> &Line {
        &issue.name
    }
    Matching::new(&old.parts().issues, &new.parts().issues)
        .by(|one| (&one.key, &one.name), |one| (&one.key, &one.name))
        .by_only(name, name)
        .by(|one| &one.key, |one| &one.key)
}

/// By what readers know a source.
type Called<'a> = (
    (&'a Line, Option<&'a Line>, Option<&'a str>),
    (Option<&'a HttpUrl>, Option<&'a str>),
);

fn called(source: &Source) -> Called<'_> {
    let issued = source.issued.date().map(Edtf::as_str);
    (
        (&source.name, source.title.as_ref(), issued),
        (source.url.as_ref(), source.doi.as_ref().map(Doi::as_str)),
    )
}

/// By what readers know a voice.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Named<'a> {
    Name(&'a Line),
    Description(&'a Line, Option<NonZeroU32>),
    /// The outlet whose source has this mark.
    Outlet(usize),
    Writer(&'a Line),
}

fn named<'a>(voice: &'a Voice, sources: &[usize]) -> Named<'a> {
    match &voice.kind {
        VoiceKind::Person { name, .. } | VoiceKind::Group { name, .. } => Named::Name(name),
        VoiceKind::Anonymous {
            count,
            described_as,
            ..
        } => Named::Description(described_as, *count),
        VoiceKind::Outlet(source) => Named::Outlet(sources[source.index()]),
        VoiceKind::Writer(name) => Named::Writer(name),
    }
}
