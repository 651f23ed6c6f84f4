//! The format's closed vocabularies. Their words are read from the input as they are named here.

use serde::Deserialize;

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

/// What the words of a quote are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteKind {
    /// Whole sentences.
    Full,
    /// A part of a sentence.
    Fragment,
    /// Words in another language than they were spoken in.
    Translated,
    /// Words with cuts or insertions made for this brief.
    Edited,
    /// Words with cuts or insertions that already stand in the source.
    EditedInSource,
}

/// How a voice stands on an issue. No statement is no stance: leave the position out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// In favour.
    Supports,
    /// Against.
    Opposes,
    /// In favour under a condition.
    Conditional,
    /// Describes the matter and takes no side.
    Describes,
    /// Says that it has not decided.
    Undecided,
    /// Was asked and declined to comment.
    Declined,
    /// Said that it has no position.
    NoPosition,
}
