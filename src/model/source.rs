//! The works that are cited.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are those of the CSL specification")]
pub enum SourceType {
    Article,
    ArticleJournal,
    ArticleMagazine,
    ArticleNewspaper,
    Bill,
    Book,
    Broadcast,
    Chapter,
    Classic,
    Collection,
    Dataset,
    Document,
    Entry,
    EntryDictionary,
    EntryEncyclopedia,
    Event,
    Figure,
    Graphic,
    Hearing,
    Interview,
    #[serde(rename = "legal_case")]
    LegalCase,
    Legislation,
    Manuscript,
    Map,
    #[serde(rename = "motion_picture")]
    MotionPicture,
    #[serde(rename = "musical_score")]
    MusicalScore,
    Pamphlet,
    PaperConference,
    Patent,
    Performance,
    Periodical,
    #[serde(rename = "personal_communication")]
    PersonalCommunication,
    Post,
    PostWeblog,
    Regulation,
    Report,
    Review,
    ReviewBook,
    Software,
    Song,
    Speech,
    Standard,
    Thesis,
    Treaty,
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
