//! Kinds of work in CSL-JSON.

use crate::model::SourceType;

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
