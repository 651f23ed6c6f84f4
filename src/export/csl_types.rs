//! Kinds of work as the CSL-JSON schema spells them.

use crate::model::SourceType;

/// Returns the type of the CSL-JSON schema. The schema leaves out `event`, which the CSL
/// specification has: an event is a document there.
pub(super) fn name(kind: SourceType) -> &'static str {
    if kind == SourceType::Event {
        SourceType::Document.name()
    } else {
        kind.name()
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
