//! Finds whether claims rest on one anonymous or unread origin alone.

use std::collections::BTreeSet;

use super::origins::{CalledBy, Origins};
use crate::model::{Brief, ClaimId, SourceId, VoiceId, VoiceKind};

/// The one origin on which claims rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weakness {
    /// A voice without a name.
    Anonymous(VoiceId),
    /// A source that was not read.
    NotRead(SourceId),
}

/// Returns the anonymous or unread origin on which all of some claims rest alone, if they do.
pub(crate) fn weakness(brief: &Brief, claims: &[ClaimId]) -> Option<Weakness> {
    if claims.is_empty() {
        return None;
    }
    match Origins::behind_all(brief, &reports_behind(brief, claims))? {
        CalledBy::Voice(id) => {
            let is_anonymous = matches!(brief.voice(id).kind, VoiceKind::Anonymous { .. });
            is_anonymous.then_some(Weakness::Anonymous(id))
        }
        CalledBy::Source(id) => (!brief.source(id).was_read()).then_some(Weakness::NotRead(id)),
        CalledBy::OneOf(_) => None,
    }
}

/// Lists the reports that claims are, and that the judgements among them rest on in the end.
fn reports_behind(brief: &Brief, claims: &[ClaimId]) -> BTreeSet<ClaimId> {
    let (mut open, mut seen) = (claims.to_vec(), BTreeSet::new());
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend_from_slice(brief.claim(id).rests_on());
        }
    }
    seen.retain(|id| brief.claim(*id).report().is_some());
    seen
}
