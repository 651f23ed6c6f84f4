//! Makes of what articles say the parts of a brief: voices, sources, claims and their quotes.

mod first_reports;
mod told;

use std::collections::BTreeMap;
use std::ops::Range;

use super::claims::{Claim, claims};
use super::dates::inferred;
use super::evidence::{Quote, verified};
use super::language::Language;
use super::names::Names;
use super::paragraphs::names_of;
use super::passages::{Passage, passages};
use super::read::{Read, plain};
use super::statements::{Reading, Statement, statements};
use super::voices::Voices;
use crate::capture::{Record, correction, is_correction};
use crate::evidence::{Day, Snapshot, SnapshotFile};
use crate::import::Keys;

/// An article to draft from.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Its text.
    pub snapshot: &'a Snapshot,
    /// The name of its file.
    pub file: &'a str,
    /// Whether it is a page, which has more than the article.
    pub is_page: bool,
    /// The day on which it was issued, if its record says nothing of that.
    pub issued: Option<&'a Day>,
    /// What was recorded of it when it was captured.
    pub record: Option<&'a Record>,
}

impl Article<'_> {
    fn issued_day(&self) -> Option<Day> {
        let recorded = self.record.and_then(Record::issued_day);
        recorded.or_else(|| self.given().cloned())
    }

    /// Returns the day that was given for it, if its record says nothing of when it was issued.
    fn given(&self) -> Option<&Day> {
        let is_dated = self.record.is_some_and(Record::is_dated);
        self.issued.filter(|_| !is_dated)
    }
}

/// The parts of a draft.
pub(super) struct Outline {
    pub(super) lang: &'static str,
    /// The day on which the quotes were found.
    pub(super) day: Day,
    pub(super) as_of: Day,
    pub(super) voices: Voices,
    pub(super) sources: Vec<SourceEntry>,
    pub(super) claims: Vec<ClaimEntry>,
}

impl Outline {
    /// Says whether nothing was found in a source that somebody says.
    pub(super) fn is_without(&self, source: usize) -> bool {
        !self.claims.iter().any(|claim| claim.article == source)
    }
}

/// A source that was read.
pub(super) struct SourceEntry {
    pub(super) id: String,
    /// Its fields as its record has them, if it has one.
    pub(super) recorded: Option<String>,
    /// Its headline, if its record has no title.
    pub(super) title: Option<String>,
    pub(super) issued: Option<Day>,
    /// Whether it is known who published it.
    pub(super) is_published: bool,
    /// What an article says of its corrections, if its record has nothing of that.
    pub(super) corrected: Option<String>,
    /// The day to be written, where its record has none.
    pub(super) given: Option<Day>,
    pub(super) snapshot: SnapshotFile,
}

/// What is said of when something was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) date: Option<String>,
    pub(super) as_given: Option<String>,
}

pub(super) struct ClaimEntry {
    pub(super) id: String,
    /// Those who say so together, or the one who does.
    pub(super) voices: Vec<usize>,
    pub(super) sources: Vec<String>,
    /// The number of the source that was read.
    pub(super) article: usize,
    pub(super) told_to: Option<String>,
    pub(super) said: Said,
    /// The article's words by which it may not have been said at all.
    pub(super) unsaid: Option<String>,
    pub(super) is_doubtful: bool,
    /// Words that a line end cuts in a way that leaves open what they are.
    pub(super) cut: Vec<String>,
    /// The outlets that it names, through which the article may know it.
    pub(super) named: Vec<String>,
    /// The article's words by which an outlet, or what may be one, has it from somebody.
    pub(super) cited: Option<String>,
    /// The other articles that may have reported it first.
    pub(super) elsewhere: Vec<String>,
    pub(super) sentences: Vec<String>,
    pub(super) passages: Vec<Passage>,
    pub(super) quotes: Vec<Quote>,
    /// Quotes that could not be found to be word for word.
    pub(super) unverified: Vec<String>,
}

impl ClaimEntry {
    /// Says whether it is attributed as another one is.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.voices == other.voices
            && self.sources == other.sources
            && self.told_to == other.told_to
            && self.said == other.said
    }
}

/// Returns the outline of a brief; none if nobody says anything.
pub(super) fn of(
    articles: &[Article<'_>],
    language: &'static Language,
    day: &Day,
) -> Option<Outline> {
    let mut sources = Keys::default();
    let ids: Vec<String> = articles
        .iter()
        .map(|article| sources.make([stem(article.file), "article"]))
        .collect();
    let reads: Vec<Read> = articles
        .iter()
        .map(|article| Read::of(article.snapshot.text(), language))
        .collect();
    let mut maker = Maker {
        language,
        dossier: if articles.len() > 1 {
            names_of(reads.iter(), language)
        } else {
            Names::default()
        },
        sources,
        numbers: BTreeMap::new(),
        voices: Voices::default(),
        claims: Vec::new(),
    };
    let mut entries = Vec::with_capacity(articles.len());
    for (article, id) in articles.iter().zip(&ids) {
        if let Some(publisher) = article.record.and_then(Record::publisher) {
            maker.dossier.publish(publisher, language);
            maker.voices.outlets.publish(publisher, id);
        }
    }
    for (number, ((article, read), id)) in articles.iter().zip(&reads).zip(ids).enumerate() {
        maker.read((article, read), number, &id);
        entries.push(SourceEntry {
            title: title(article, read),
            id,
            recorded: article
                .record
                .map(|record| record.fields(Some(language.tag))),
            issued: article.issued_day(),
            is_published: article.record.and_then(Record::publisher).is_some(),
            given: article.given().cloned(),
            corrected: correction(article.snapshot.text())
                .filter(|_| !article.record.is_some_and(Record::is_corrected)),
            snapshot: SnapshotFile {
                file: article.file.to_owned(),
                sha256: article.snapshot.sha256().to_owned(),
                record: article.snapshot.record().cloned(),
            },
        });
    }
    let issued = entries.iter().filter_map(|entry| entry.issued.as_ref());
    let as_of = issued.max_by(|one, other| one.as_str().cmp(other.as_str()));
    let as_of = as_of.unwrap_or(day).clone();
    (!maker.claims.is_empty()).then(|| Outline {
        lang: language.tag,
        day: day.clone(),
        as_of,
        voices: maker.voices,
        sources: entries,
        claims: maker.claims,
    })
}

/// Where a claim was found.
struct Place<'a> {
    article: &'a Article<'a>,
    read: &'a Read,
    number: usize,
    /// The id of the article's source.
    id: &'a str,
    reading: &'a Reading,
}

struct Maker {
    language: &'static Language,
    /// The names of all articles.
    dossier: Names,
    sources: Keys,
    /// How many claims there are of each voice, or of some together.
    numbers: BTreeMap<Vec<usize>, usize>,
    voices: Voices,
    claims: Vec<ClaimEntry>,
}

impl Maker {
    fn read(&mut self, (article, read): (&Article<'_>, &Read), number: usize, id: &str) {
        let text = read.text.as_str();
        let mut reading = statements(read, self.language, &self.dossier);
        // The headline says what the article says again.
        let headline = read.headline().map_or(0, |headline| headline.end);
        let title = article.record.and_then(Record::title);
        let is_title = |statement: &Statement| {
            let cue = statement.cue.as_ref().map(|cue| cue.start);
            let start = cue.map_or(statement.sentence.start, |cue| {
                cue.min(statement.sentence.start)
            });
            let words = text.get(start..statement.sentence.end).and_then(plain);
            title.is_some() && words.as_deref() == title
        };
        reading
            .statements
            .retain(|statement| statement.sentence.start >= headline && !is_title(statement));
        let paragraphs = read.paragraphs.iter().cloned();
        let corrections: Vec<Range<usize>> = paragraphs
            .filter(|one| text.get(one.clone()).is_some_and(is_correction))
            .collect();
        reading.statements.retain(|statement| {
            let at = statement.sentence.start;
            let next = corrections.partition_point(|one| one.end <= at);
            corrections.get(next).is_none_or(|one| at < one.start)
        });
        let is_spoken = |cue: &Range<usize>| {
            let cue = text.get(cue.clone()).unwrap_or("").to_lowercase();
            let is_end = |words: &String| {
                let before = cue.strip_suffix(words.as_str());
                before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
            };
            !self.language.rules.unspoken.iter().any(is_end)
        };
        reading.statements.retain(|statement| {
            !statement.quotes.is_empty() || statement.cue.as_ref().is_none_or(is_spoken)
        });
        let claims = claims(&reading, self.language);
        let wanted: Vec<Range<usize>> = claims
            .iter()
            .flat_map(|claim| claim.quotes.iter().cloned())
            .collect();
        let mut found = verified(article.snapshot, read, &wanted, self.language).into_iter();
        let sentences: Vec<&[Range<usize>]> = claims
            .iter()
            .map(|claim| claim.sentences.as_slice())
            .collect();
        let passages = passages(article.snapshot, read, &sentences);
        let place = Place {
            article,
            read,
            number,
            id,
            reading: &reading,
        };
        for (claim, passages) in claims.iter().zip(passages) {
            let quotes = found.by_ref().take(claim.quotes.len()).collect();
            self.add(&place, claim, (passages, quotes));
        }
    }

    fn add(
        &mut self,
        place: &Place<'_>,
        claim: &Claim,
        (passages, quotes): (Vec<Passage>, Vec<Option<Quote>>),
    ) {
        let Place {
            article,
            read,
            number,
            id,
            reading,
        } = *place;
        let text = read.text.as_str();
        let words = |range: &Range<usize>| plain(text.get(range.clone())?);
        let voices = self.voices.all_of(
            self.language,
            (reading, claim.speaker),
            &mut self.sources,
            id,
        );
        let told_to = claim.told_to.as_ref().and_then(words);
        let (sources, elsewhere) =
            self.first_reports(&voices, (told_to.as_deref(), claim.relay), place);
        let named = self.named(claim, place, &voices);
        let cited = self.cited(claim, place);
        let called = self.voices.id_of(&voices);
        let number_of = self.numbers.entry(voices.clone()).or_default();
        *number_of += 1;
        let texts = claim.quotes.iter().map(words);
        let unverified = texts
            .zip(&quotes)
            .filter(|(_, quote)| quote.is_none())
            .filter_map(|(text, _)| text)
            .collect();
        self.claims.push(ClaimEntry {
            id: format!("{called}-{number_of}"),
            voices,
            sources,
            article: number,
            told_to: told_to.map(|told_to| self.told_to(&told_to, place)),
            named,
            cited,
            said: self.said(
                claim.said.as_ref().and_then(words),
                article.issued_day().as_ref(),
            ),
            unsaid: claim.unsaid.as_ref().and_then(words),
            is_doubtful: claim.is_doubtful,
            elsewhere,
            cut: read
                .unsure
                .iter()
                .filter(|(at, _)| claim.sentences.iter().any(|sentence| sentence.contains(at)))
                .map(|(_, word)| word.clone())
                .collect(),
            sentences: claim.sentences.iter().filter_map(words).collect(),
            passages,
            quotes: quotes.into_iter().flatten().collect(),
            unverified,
        });
    }

    fn said(&self, as_given: Option<String>, issued: Option<&Day>) -> Said {
        let date = as_given.as_ref().zip(issued).and_then(|(word, issued)| {
            inferred(
                &word.to_lowercase().replace('’', "'"),
                issued,
                self.language,
            )
        });
        Said { date, as_given }
    }
}

/// Returns the title of an article, where its record has none. A page begins with its menu, and subtitles with a number.
fn title(article: &Article<'_>, read: &Read) -> Option<String> {
    if article.record.and_then(Record::title).is_some() {
        return None;
    }
    let is_headed = !article.is_page && !read.is_spoken;
    if is_headed {
        read.title()
    } else {
        Some("TODO".to_owned())
    }
}

/// Returns the name of a file without its endings.
fn stem(file: &str) -> &str {
    let file = file.strip_suffix(".gz").unwrap_or(file);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
