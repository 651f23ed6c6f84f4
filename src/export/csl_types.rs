//! Kinds of work as the CSL-JSON schema spells them.

use crate::model::SourceType;

/// Returns the type of the CSL-JSON schema. The schema leaves out `event`, which the CSL
/// specification has: an event is a document there.
pub(super) fn name(kind: SourceType) -> &'static str {
    match kind {
        SourceType::Event | SourceType::Document => "document",
        SourceType::Article => "article",
        SourceType::ArticleJournal => "article-journal",
        SourceType::ArticleMagazine => "article-magazine",
        SourceType::ArticleNewspaper => "article-newspaper",
        SourceType::Bill => "bill",
        SourceType::Book => "book",
        SourceType::Broadcast => "broadcast",
        SourceType::Chapter => "chapter",
        SourceType::Classic => "classic",
        SourceType::Collection => "collection",
        SourceType::Dataset => "dataset",
        SourceType::Entry => "entry",
        SourceType::EntryDictionary => "entry-dictionary",
        SourceType::EntryEncyclopedia => "entry-encyclopedia",
        SourceType::Figure => "figure",
        SourceType::Graphic => "graphic",
        SourceType::Hearing => "hearing",
        SourceType::Interview => "interview",
        SourceType::LegalCase => "legal_case",
        SourceType::Legislation => "legislation",
        SourceType::Manuscript => "manuscript",
        SourceType::Map => "map",
        SourceType::MotionPicture => "motion_picture",
        SourceType::MusicalScore => "musical_score",
        SourceType::Pamphlet => "pamphlet",
        SourceType::PaperConference => "paper-conference",
        SourceType::Patent => "patent",
        SourceType::Performance => "performance",
        SourceType::Periodical => "periodical",
        SourceType::PersonalCommunication => "personal_communication",
        SourceType::Post => "post",
        SourceType::PostWeblog => "post-weblog",
        SourceType::Regulation => "regulation",
        SourceType::Report => "report",
        SourceType::Review => "review",
        SourceType::ReviewBook => "review-book",
        SourceType::Software => "software",
        SourceType::Song => "song",
        SourceType::Speech => "speech",
        SourceType::Standard => "standard",
        SourceType::Thesis => "thesis",
        SourceType::Treaty => "treaty",
        SourceType::Webpage => "webpage",
    }
}

/// Says whether the title of the larger work is, where none is given, the publisher's name.
pub(super) fn is_in_periodical(kind: SourceType) -> bool {
    matches!(
        kind,
        SourceType::ArticleMagazine
            | SourceType::ArticleNewspaper
            | SourceType::Broadcast
            | SourceType::PostWeblog
            | SourceType::Webpage
    )
}
