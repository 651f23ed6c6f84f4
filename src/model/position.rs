//! Holds where voices stand on issues.

use super::date::{DateGiven, Edtf};
use super::ids::{ClaimId, IssueId, OneOrMore, VoiceId};
use super::text::Line;
use super::words::words;

/// Where a voice stands on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Position {
    /// The voice.
    pub of: VoiceId,
    /// The issue.
    pub on: IssueId,
    /// When it stood there, as the file says.
    pub date: Option<Edtf>,
    /// When the claims that it rests on were said, where they have one date and are the voice's
    /// own, or those of who speaks for it.
    pub said: DateGiven,
    /// The stance.
    pub stance: Stance,
    /// The position in a few words.
    pub in_short: Line,
    /// The claims that it rests on.
    pub claims: OneOrMore<ClaimId>,
}

impl Position {
    /// Returns when the voice stood there: as the file says, else as its claims were said.
    pub fn when(&self) -> DateGiven {
        let date = self.date.clone().map(DateGiven::Stated);
        date.unwrap_or_else(|| self.said.clone())
    }

    /// Returns the date of [`Position::when`], if there is one.
    pub fn day(&self) -> Option<&Edtf> {
        self.date.as_ref().or_else(|| self.said.date())
    }
}

words! {
    /// How a voice stands on an issue. No statement is no stance: leave the position out.
    Stance {
        /// In favour.
        Supports "supports",
        /// Against.
        Opposes "opposes",
        /// In favour under a condition.
        Conditional "conditional",
        /// Says that it has not decided.
        Undecided "undecided",
        /// Of a question of fact: says that it is so.
        SaysSo "says-so",
        /// Of a question of fact: says that it is not so.
        Denies "denies",
        /// Of a question of fact: says that it does not know.
        DoesNotKnow "does-not-know",
        /// Describes the matter and takes no side.
        Describes "describes",
        /// Was asked and declined to comment.
        Declined "declined",
        /// Was asked and did not reply.
        NoReply "no-reply",
        /// Said that it has no position.
        NoPosition "no-position",
    }
}

/// What a question asks that a stance answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// What is to be done.
    Policy,
    /// What is the case.
    Fact,
}

impl Stance {
    /// Says whether it only tells that the voice kept silent.
    pub(crate) fn is_silence(self) -> bool {
        matches!(self, Self::Declined | Self::NoReply | Self::NoPosition)
    }

    /// Returns which question a stance answers; none where it fits either.
    pub(crate) fn answers(self) -> Option<Question> {
        match self {
            Self::Supports | Self::Opposes | Self::Conditional => Some(Question::Policy),
            Self::SaysSo | Self::Denies => Some(Question::Fact),
            Self::Undecided
            | Self::DoesNotKnow
            | Self::Describes
            | Self::Declined
            | Self::NoReply
            | Self::NoPosition => None,
        }
    }
}

/// Puts dates in order, the earliest first; none where it is not certain which is the earlier.
pub(crate) fn in_order(dates: &[Option<&Edtf>]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = (0..dates.len()).collect();
    if dates.len() < 2 {
        return Some(order);
    }
    let spans: Option<Vec<_>> = dates.iter().map(|date| (*date)?.span()).collect();
    let spans = spans?;
    let mut by_instant = order.clone();
    by_instant.sort_by_key(|at| spans[*at].begins_in_utc());
    order.sort_by_key(|at| spans[*at]);
    let is_certain = |order: &Vec<usize>| {
        order.windows(2).all(|pair| match pair {
            [one, next] => spans[*one].is_before(&spans[*next]),
            _ => true,
        })
    };
    [order, by_instant].into_iter().find(is_certain)
}
