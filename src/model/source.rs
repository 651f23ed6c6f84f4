//! Holds sources: the works that are cited.

use super::words::words;
use super::{DateGiven, Doi, Edtf, HttpUrl, Key, Language, Line, Prose, SourceId};

/// A work that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The id in the file.
    pub key: Key,
    /// The kind of work.
    pub kind: SourceType,
    /// The work's title.
    pub title: Option<Line>,
    /// What attribution lines call it: its short name, else its publisher, else its
    /// title; the title before a publisher that is itself a voice.
    pub name: Line,
    /// Who wrote or signed it.
    pub author: Vec<Line>,
    /// Who published it.
    pub publisher: Option<Line>,
    /// The larger work that contains it.
    pub container_title: Option<Line>,
    /// The volume of the larger work.
    pub volume: Option<Line>,
    /// The issue of the larger work.
    pub issue: Option<Line>,
    /// The pages that it takes there.
    pub pages: Option<Line>,
    /// Its number: of a case, a report, a bill.
    pub number: Option<Line>,
    /// The court, the authority or the body that it comes from.
    pub authority: Option<Line>,
    /// The event at which it was given: a hearing, a conference.
    pub event_title: Option<Line>,
    /// When it was issued.
    pub issued: DateGiven,
    /// When it was last looked at.
    pub accessed: Option<Edtf>,
    /// Its address.
    pub url: Option<HttpUrl>,
    /// Its digital object identifier.
    pub doi: Option<Doi>,
    /// A copy of it in an archive.
    pub archived: Option<Archived>,
    /// What its makers changed after it was issued, in file order.
    pub updates: Vec<Update>,
    /// Its language, where it is not the brief's.
    pub lang: Option<Language>,
    /// The sources through which alone it is known; empty where it was read.
    pub through: Vec<SourceId>,
    /// The sources that it says itself it retells, whether they were read or not.
    pub draws_on: Vec<SourceId>,
    /// The file name of its snapshot.
    pub snapshot: Option<Line>,
    /// A remark of the writer's.
    pub note: Option<Prose>,
}

impl Source {
    /// Returns the names of who made it: its authors or, if it has none, its publisher.
    pub(crate) fn makers(&self) -> &[Line] {
        if self.author.is_empty() {
            self.publisher.as_slice()
        } else {
            &self.author
        }
    }

    /// Says whether an outlet of this name published it: by its publisher, or by what attributions call
    /// it, either of which may have an article before it.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        const LONGEST_ARTICLE: usize = 3;
        let is_one = |called: &str| {
            let before = called.strip_suffix(name);
            before.is_some_and(|before| {
                let article = before.trim_end();
                article.chars().count() <= LONGEST_ARTICLE
                    && (before.is_empty() || article != before)
            })
        };
        is_one(&self.name) || self.publisher.as_deref().is_some_and(is_one)
    }

    /// Says whether the writer read the work itself.
    pub fn was_read(&self) -> bool {
        self.through.is_empty()
    }

    /// Returns the address that leads to it: its own, else that of its identifier.
    pub fn link(&self) -> Option<&str> {
        let url = self.url.as_deref();
        url.or_else(|| self.doi.as_ref().map(Doi::link))
    }
}

/// A copy of a source in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Archived {
    /// Its address.
    pub url: HttpUrl,
    /// When it was taken.
    pub date: Option<Edtf>,
}

/// What the makers of a source changed after it was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Update {
    /// What they did.
    pub kind: UpdateKind,
    /// When.
    pub date: Option<Edtf>,
    /// What it is about.
    pub note: Option<Line>,
}

words! {
    /// What was done to a source after it was issued.
    UpdateKind {
        /// Its makers corrected it.
        Corrected "corrected",
        /// Its makers withdrew it.
        Retracted "retracted",
        /// Its makers added to it, or brought it up to date.
        Updated "updated",
    }
}

/// The markup that texts of CSL-JSON have.
pub(crate) const CSL_TAGS: &[&str] = &["b", "em", "i", "sc", "span", "strong", "sub", "sup", "u"];

words! {
    /// The kinds of work, the types of CSL 1.0.2.
    SourceType {
        /// An article that is in none of the other forms: an agency report, a preprint.
        Article "article",
        /// An article in a scholarly journal.
        ArticleJournal "article-journal",
        /// An article in a magazine.
        ArticleMagazine "article-magazine",
        /// An article in a newspaper or on a news site.
        ArticleNewspaper "article-newspaper",
        /// A law that is proposed.
        Bill "bill",
        /// A book.
        Book "book",
        /// A programme on radio, television or a podcast.
        Broadcast "broadcast",
        /// A chapter of a book.
        Chapter "chapter",
        /// A work of antiquity or a religious text, cited by its own divisions.
        Classic "classic",
        /// A collection of an archive.
        Collection "collection",
        /// Data: a table, figures that were collected.
        Dataset "dataset",
        /// A document that speaks for itself: a letter, a statement, a communiqué.
        Document "document",
        /// An entry of a catalogue or database.
        Entry "entry",
        /// An entry of a dictionary.
        EntryDictionary "entry-dictionary",
        /// An entry of an encyclopedia.
        EntryEncyclopedia "entry-encyclopedia",
        /// An event itself, such as a meeting or a briefing that was attended.
        Event "event",
        /// A figure within a work.
        Figure "figure",
        /// A picture: a photograph, a drawing, a map that is one.
        Graphic "graphic",
        /// A hearing before a parliament or a court.
        Hearing "hearing",
        /// An interview.
        Interview "interview",
        /// A case before a court, a judgement.
        LegalCase "legal_case",
        /// A law, a resolution.
        Legislation "legislation",
        /// A text that is not published.
        Manuscript "manuscript",
        /// A map.
        Map "map",
        /// A film or a video.
        MotionPicture "motion_picture",
        /// The score of a piece of music.
        MusicalScore "musical_score",
        /// A pamphlet, a leaflet.
        Pamphlet "pamphlet",
        /// A paper given at a conference.
        PaperConference "paper-conference",
        /// A patent.
        Patent "patent",
        /// A performance.
        Performance "performance",
        /// A whole issue or run of a periodical.
        Periodical "periodical",
        /// A letter, an e-mail or a message to the writer.
        PersonalCommunication "personal_communication",
        /// A post on a social network or a forum.
        Post "post",
        /// A post on a blog.
        PostWeblog "post-weblog",
        /// A regulation, an order of an authority.
        Regulation "regulation",
        /// A report, of an institution for instance.
        Report "report",
        /// A review of something that is not a book.
        Review "review",
        /// A review of a book.
        ReviewBook "review-book",
        /// A program.
        Software "software",
        /// A song, a recording.
        Song "song",
        /// A speech or a talk itself, as it was given.
        Speech "speech",
        /// A standard, a specification.
        Standard "standard",
        /// A thesis.
        Thesis "thesis",
        /// A treaty between states.
        Treaty "treaty",
        /// A page of a website.
        Webpage "webpage",
    }
}

impl SourceType {
    /// Says whether a work of this kind is the occasion itself at which somebody speaks, and no
    /// retelling of what was said there.
    pub fn is_occasion(self) -> bool {
        matches!(self, Self::Event | Self::Hearing | Self::Speech)
    }

    /// Says whether a work of this kind carries its makers' own words, rather than a report on
    /// them: what is taken from it is on the record as a document.
    pub fn is_document(self) -> bool {
        matches!(
            self,
            Self::Bill
                | Self::Dataset
                | Self::Document
                | Self::LegalCase
                | Self::Legislation
                | Self::Pamphlet
                | Self::Patent
                | Self::PersonalCommunication
                | Self::Post
                | Self::Regulation
                | Self::Standard
                | Self::Treaty
        )
    }

    /// Says whether people call the publisher of such a work by what the larger work is called, a
    /// paper, a channel or a site: in CSL, the one name stands for both.
    pub(crate) fn is_named_by_its_container(self) -> bool {
        matches!(
            self,
            Self::ArticleMagazine
                | Self::ArticleNewspaper
                | Self::Broadcast
                | Self::PostWeblog
                | Self::Webpage
        )
    }
}
