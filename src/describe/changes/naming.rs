//! Describes both sides of a change so that what differs in the file differs in words: where two
//! names are alike, ids or the file's own values stand beside them.

use std::fmt::Display;

use crate::describe::describer::Describer;
use crate::model::{
    ClaimId, DateGiven, Edtf, Gap, IssueId, Key, Line, Locator, Quote, SourceId, VoiceId, VoiceKind,
};

/// How what has an id in the file is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// As on the page.
    Words,
    /// So, and by what the file has: two may have one name.
    WordsAndFile,
}

/// Describes two sides in words; if these are alike, with what the file has.
pub(super) fn apart<T: PartialEq>(describe: impl Fn(Naming) -> (T, T)) -> (T, T) {
    let (was, is) = describe(Naming::Words);
    if was == is {
        describe(Naming::WordsAndFile)
    } else {
        (was, is)
    }
}

/// Joins two descriptions, part for part: the first part, and those that differ. What is not given
/// is a dash where the file is told of.
pub(super) fn joined<const N: usize>(
    naming: Naming,
    was: [Option<String>; N],
    is: [Option<String>; N],
) -> (String, String) {
    let mut texts = (Vec::new(), Vec::new());
    for (index, (was, is)) in was.into_iter().zip(is).enumerate() {
        if index == 0 || was != is {
            let none = || (naming == Naming::WordsAndFile).then(|| "–".to_owned());
            texts.0.extend(was.or_else(none));
            texts.1.extend(is.or_else(none));
        }
    }
    (texts.0.join(", "), texts.1.join(", "))
}

/// Describes parts of one edition for a side of a change.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) describer: Describer<'a>,
    pub(super) naming: Naming,
}

impl Side<'_> {
    /// Returns words, with what the file has if that is told.
    fn with(self, words: impl Into<String>, in_file: impl Display) -> String {
        match self.naming {
            Naming::Words => words.into(),
            Naming::WordsAndFile => format!("{} {in_file}", words.into()),
        }
    }

    fn name(self, name: &str) -> String {
        self.describer.name(name).into_owned()
    }

    fn phrase(self, phrase: &str) -> String {
        self.describer.phrase(phrase).into_owned()
    }

    fn with_key(self, words: impl Into<String>, key: &Key) -> String {
        self.with(words, &**key)
    }

    fn list(self, names: impl Iterator<Item = String>) -> Option<String> {
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| self.describer.locale.list(&names))
    }

    pub(super) fn date(self, given: &DateGiven) -> String {
        let words = self.describer.date(given);
        match given.date() {
            Some(date) => self.with(words, date.as_str()),
            None => words,
        }
    }

    fn issue(self, id: IssueId) -> String {
        let issue = self.describer.brief.issue(id);
        self.with_key(self.describer.phrase(&issue.name), &issue.key)
    }

    pub(super) fn issues(self, ids: &[IssueId]) -> Option<String> {
        self.list(ids.iter().map(|id| self.issue(*id)))
    }

    fn voice(self, id: VoiceId) -> String {
        let name = self.describer.speaker(id);
        self.with_key(name, &self.describer.brief.voice(id).key)
    }

    pub(super) fn voices(self, ids: &[VoiceId]) -> Option<String> {
        self.list(ids.iter().map(|id| self.voice(*id)))
    }

    fn source(self, id: SourceId) -> String {
        let source = self.describer.brief.source(id);
        self.with_key(self.describer.name(&source.name), &source.key)
    }

    pub(super) fn first_sources(self, claim: ClaimId) -> Option<String> {
        let sources = self
            .describer
            .analysis
            .first_reports_of(claim)
            .sources
            .iter();
        self.list(sources.map(|id| self.source(*id)))
    }

    pub(super) fn chains(self, claim: ClaimId) -> Option<String> {
        let analysis = self.describer.analysis;
        let sources = analysis.first_reports_of(claim).sources.iter();
        let chains = sources.flat_map(|source| analysis.chains_of(claim, *source));
        self.list(chains.filter_map(|chain| {
            let names = chain.sources.iter().map(|id| self.source(*id));
            names.reduce(|source, relay| {
                filled!(self.describer.locale, ChangeThrough, "source": source, "relay": relay)
            })
        }))
    }

    /// Returns where in its source something stands; by the words of the file, too, where those of
    /// two places are alike.
    pub(super) fn place_in_source(self, at: &[Locator]) -> Option<String> {
        let words = self.describer.place_in_source(at)?;
        let in_file: Vec<String> = at
            .iter()
            .map(|locator| format!("{}: {}", locator.label.word(), locator.value))
            .collect();
        Some(self.with(words, format_args!("({})", in_file.join(", "))))
    }

    /// Returns what became of the sources that a claim rests on.
    pub(super) fn updates(self, claim: ClaimId) -> Option<String> {
        let Describer {
            brief, analysis, ..
        } = self.describer;
        let sources = analysis.updated_behind(brief, claim).into_iter();
        let told = sources.map(|id| {
            let words = self.describer.updates_after(&self.source(id), id);
            let updates = brief.source(id).updates.iter();
            let dates = updates.filter_map(|update| update.date.as_ref());
            let dates: Vec<&str> = dates.map(Edtf::as_str).collect();
            self.with(words, dates.join(", "))
        });
        self.list(told)
    }

    pub(super) fn subject(self, gap: &Gap) -> Option<String> {
        let voices = gap.of.iter().map(|id| self.voice(*id));
        let issues = gap.about.iter().map(|id| self.issue(*id));
        self.list(voices.chain(issues))
    }

    pub(super) fn voice_in_full(self, id: VoiceId) -> String {
        let Describer { brief, locale, .. } = self.describer;
        let is_file = self.naming == Naming::WordsAndFile;
        let phrase = |line: &Option<Line>| line.as_ref().map(|line| self.phrase(line));
        let name = self.describer.voice(id);
        let mut parts = vec![self.describer.spoken_for(id, name).into_owned()];
        match &brief.voice(id).kind {
            VoiceKind::Person { role, .. } => parts.extend(phrase(role)),
            VoiceKind::Group { role, members, .. } => {
                parts.extend(phrase(role));
                parts.extend(self.list(members.iter().map(|member| self.name(member))));
            }
            VoiceKind::Anonymous {
                count,
                reason,
                one_of,
                ..
            } => {
                // A description may have a number of its own.
                let count = count.filter(|_| is_file);
                parts.extend(count.map(|count| count.to_string()));
                let reason = reason.as_ref();
                parts.extend(reason.map(|reason| self.describer.reason(reason).into_owned()));
                parts.extend(
                    self.voices(one_of)
                        .map(|among| filled!(locale, ChangeAmong, "voices": among)),
                );
            }
            VoiceKind::Outlet(source) => {
                let key = &brief.source(*source).key;
                parts.extend(is_file.then(|| key.to_string()));
            }
            VoiceKind::Writer(_) => {}
        }
        parts.join(", ")
    }

    /// Returns what a source is called, and every part of it that is compared.
    pub(super) fn source_in_full(self, id: SourceId) -> [Option<String>; 13] {
        let source = self.describer.brief.source(id);
        let text = |line: &Option<Line>| line.as_ref().map(|line| self.name(line));
        let kind = self.describer.kind_of_source(source);
        let number = source.number.as_ref();
        let title = source.title.as_ref();
        let title = title.filter(|title| ***title != *source.name);
        [
            self.describer
                .title(&source.name, source.lang.as_ref())
                .into_owned()
                .into(),
            self.list(source.author.iter().map(|author| self.name(author))),
            title.map(|title| {
                self.describer
                    .title(title, source.lang.as_ref())
                    .into_owned()
            }),
            text(&source.container_title),
            self.describer.place_in_container(source),
            text(&source.event_title),
            text(&source.authority),
            text(
                &source
                    .publisher
                    .clone()
                    .filter(|publisher| **publisher != *source.name),
            ),
            number.map(|number| self.describer.number_of_source(number)),
            Some(self.with(kind, source.kind.word())),
            Some(self.date(&source.issued)),
            source.url.as_ref().map(ToString::to_string),
            source.doi.as_ref().map(ToString::to_string),
        ]
    }

    /// Returns whose words a quote is, and the rest that is said of it.
    pub(super) fn quote(self, quote: &Quote) -> [Option<String>; 6] {
        let kinds = self.describer.kinds(quote, |language| {
            self.with(self.describer.language(language), &**language)
        });
        let original = quote.original.as_ref().map(|original| {
            let (open, close) = self.describer.marks(quote.translated_from.as_ref());
            let words = format!("{open}{original}{close}");
            let language = quote.translated_from.as_ref();
            self.describer.quoted(&words, language).into_owned()
        });
        [
            self.voices(&quote.voices),
            self.list(kinds.into_iter().map(String::from)),
            quote.lang.as_ref().map(ToString::to_string),
            quote
                .occasion
                .as_ref()
                .map(|occasion| self.phrase(occasion)),
            self.place_in_source(&quote.at),
            original,
        ]
    }
}
