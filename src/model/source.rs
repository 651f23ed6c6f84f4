//! The works that are cited.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{DateGiven, Edtf, HttpUrl, Key, Language, Line, Prose, SourceId};

/// A work that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The id in the file.
    pub key: Key,
    /// The kind of work.
    pub kind: SourceType,
    /// The work's title.
    pub title: Option<Line>,
    /// What attribution lines call it: its short name, else its publisher, else its title.
    pub name: Line,
    /// Who wrote or signed it.
    pub author: Vec<Line>,
    /// Who published it.
    pub publisher: Option<Line>,
    /// The larger work that contains it.
    pub container_title: Option<Line>,
    /// When it was issued.
    pub issued: DateGiven,
    /// When it was last looked at.
    pub accessed: Option<Edtf>,
    /// Its address.
    pub url: Option<HttpUrl>,
    /// Its language, where it is not the brief's.
    pub lang: Option<Language>,
    /// The sources through which alone it is known; empty where it was read.
    pub through: Vec<SourceId>,
    /// The file name of its snapshot.
    pub snapshot: Option<Line>,
    /// A remark of the writer's.
    pub note: Option<Prose>,
}

impl Source {
    /// Says whether the writer read the work itself.
    pub fn was_read(&self) -> bool {
        self.through.is_empty()
    }
}

/// The kinds of work, the types of CSL 1.0.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum SourceType {
    /// An article that is in none of the other forms: an agency report, a preprint.
    Article,
    /// An article in a scholarly journal.
    ArticleJournal,
    /// An article in a magazine.
    ArticleMagazine,
    /// An article in a newspaper or on a news site.
    ArticleNewspaper,
    /// A law that is proposed.
    Bill,
    /// A book.
    Book,
    /// A programme on radio, television or a podcast.
    Broadcast,
    /// A chapter of a book.
    Chapter,
    /// A work of antiquity or a religious text, cited by its own divisions.
    Classic,
    /// A collection of an archive.
    Collection,
    /// Data: a table, figures that were collected.
    Dataset,
    /// A document that speaks for itself: a letter, a statement, a communiqué.
    Document,
    /// An entry of a catalogue or database.
    Entry,
    /// An entry of a dictionary.
    EntryDictionary,
    /// An entry of an encyclopedia.
    EntryEncyclopedia,
    /// An event itself, such as a meeting or a briefing that was attended.
    Event,
    /// A figure within a work.
    Figure,
    /// A picture: a photograph, a drawing, a map that is one.
    Graphic,
    /// A hearing before a parliament or a court.
    Hearing,
    /// An interview.
    Interview,
    /// A case before a court, a judgement.
    #[serde(rename = "legal_case")]
    LegalCase,
    /// A law, a resolution.
    Legislation,
    /// A text that is not published.
    Manuscript,
    /// A map.
    Map,
    /// A film or a video.
    #[serde(rename = "motion_picture")]
    MotionPicture,
    /// The score of a piece of music.
    #[serde(rename = "musical_score")]
    MusicalScore,
    /// A pamphlet, a leaflet.
    Pamphlet,
    /// A paper given at a conference.
    PaperConference,
    /// A patent.
    Patent,
    /// A performance.
    Performance,
    /// A whole issue or run of a periodical.
    Periodical,
    /// A letter, an e-mail or a message to the writer.
    #[serde(rename = "personal_communication")]
    PersonalCommunication,
    /// A post on a social network or a forum.
    Post,
    /// A post on a blog.
    PostWeblog,
    /// A regulation, an order of an authority.
    Regulation,
    /// A report, of an institution for instance.
    Report,
    /// A review of something that is not a book.
    Review,
    /// A review of a book.
    ReviewBook,
    /// A program.
    Software,
    /// A song, a recording.
    Song,
    /// A speech or a talk itself, as it was given.
    Speech,
    /// A standard, a specification.
    Standard,
    /// A thesis.
    Thesis,
    /// A treaty between states.
    Treaty,
    /// A page of a website.
    Webpage,
}

impl SourceType {
    /// Returns the name that the CSL specification gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::ArticleJournal => "article-journal",
            Self::ArticleMagazine => "article-magazine",
            Self::ArticleNewspaper => "article-newspaper",
            Self::Bill => "bill",
            Self::Book => "book",
            Self::Broadcast => "broadcast",
            Self::Chapter => "chapter",
            Self::Classic => "classic",
            Self::Collection => "collection",
            Self::Dataset => "dataset",
            Self::Document => "document",
            Self::Entry => "entry",
            Self::EntryDictionary => "entry-dictionary",
            Self::EntryEncyclopedia => "entry-encyclopedia",
            Self::Event => "event",
            Self::Figure => "figure",
            Self::Graphic => "graphic",
            Self::Hearing => "hearing",
            Self::Interview => "interview",
            Self::LegalCase => "legal_case",
            Self::Legislation => "legislation",
            Self::Manuscript => "manuscript",
            Self::Map => "map",
            Self::MotionPicture => "motion_picture",
            Self::MusicalScore => "musical_score",
            Self::Pamphlet => "pamphlet",
            Self::PaperConference => "paper-conference",
            Self::Patent => "patent",
            Self::Performance => "performance",
            Self::Periodical => "periodical",
            Self::PersonalCommunication => "personal_communication",
            Self::Post => "post",
            Self::PostWeblog => "post-weblog",
            Self::Regulation => "regulation",
            Self::Report => "report",
            Self::Review => "review",
            Self::ReviewBook => "review-book",
            Self::Software => "software",
            Self::Song => "song",
            Self::Speech => "speech",
            Self::Standard => "standard",
            Self::Thesis => "thesis",
            Self::Treaty => "treaty",
            Self::Webpage => "webpage",
        }
    }

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
}
