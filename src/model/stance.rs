//! Who stands where.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ClaimId, IssueId, Line, OneOrMore, VoiceId};

/// Where a voice stands on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The voice.
    pub of: VoiceId,
    /// The issue.
    pub on: IssueId,
    /// The stance.
    pub stance: Stance,
    /// The position in a few words.
    pub in_short: Line,
    /// The claims that it rests on.
    pub claims: OneOrMore<ClaimId>,
}

/// How a voice stands on an issue. No statement is no stance: leave the position out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
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
