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

/// How many dates are compared each with each; more on one issue are put in order by their beginnings.
const FEW: usize = 64;

/// Puts dates in order, the earliest first. Where they do not tell, the order is theirs.
pub(crate) fn in_order(dates: &[Option<&Edtf>]) -> Vec<usize> {
    let spans: Vec<_> = dates.iter().map(|date| (*date)?.written_span()).collect();
    let mut left: Vec<usize> = (0..dates.len()).collect();
    if left.len() > FEW {
        left.sort_by_key(|at| spans[*at].map(|span| span.begins_in_utc()));
        return left;
    }
    let precedes = |one: usize, other: usize| {
        let both = spans[one].zip(spans[other]);
        both.is_some_and(|(one, other)| one.is_before(&other))
    };
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let is_first = |at: &usize| !left.iter().any(|other| precedes(*other, *at));
        // Days as they are written and times by UTC may run in a circle around the earth.
        let first = left.iter().position(is_first).unwrap_or(0);
        order.push(left.remove(first));
    }
    order
}

/// Says whether a date is before another, as they are written, uncertain or not.
pub(crate) fn is_told_before(one: Option<&Edtf>, other: Option<&Edtf>) -> bool {
    let span = |date: Option<&Edtf>| date?.written_span();
    let spans = span(one).zip(span(other));
    spans.is_some_and(|(one, other)| one.is_before(&other))
}

#[cfg(test)]
mod tests {
    use super::{Edtf, in_order};

    #[test]
    fn dates_are_in_order_where_they_tell_it_and_else_as_they_stand() {
        for (dates, order) in [
            ("2025-06-19 2025-05-19", [1, 0].as_slice()),
            ("2025-06-19 2025-06-19", &[0, 1]),
            ("2025-05~ 2025-06-19", &[0, 1]),
            ("2025-06-19 2025-05?", &[1, 0]),
            ("2025-06% 2025-06-19", &[0, 1]),
            ("2025-06-19 2025-06", &[0, 1]),
            ("/2025-06-18 2025-06-19 2025-05", &[0, 2, 1]),
            ("2025-06 2025-06-19 2025-05-01", &[2, 0, 1]),
            ("2025-06-19T18:00Z 2025-06-19T09:00Z", &[1, 0]),
            ("2025-06-20T01:00+02:00 2025-06-19T23:30Z", &[0, 1]),
            ("2025-06-20T01:00+02:00 2025-06-19", &[1, 0]),
            (
                "2025-06-20T00:00+14:00 2025-06-18T23:59-12:00 2025-06-19",
                &[0, 1, 2],
            ),
        ] {
            let dates: Vec<Edtf> = dates
                .split(' ')
                .map(|text| Edtf::parse(text).unwrap())
                .collect();
            let given: Vec<Option<&Edtf>> = dates.iter().map(Some).collect();
            assert_eq!(in_order(&given), order, "{dates:?}");
        }
    }

    #[test]
    fn many_dates_are_put_in_order_by_their_beginnings() {
        let dates: Vec<Edtf> = (1..=100)
            .rev()
            .map(|year| Edtf::parse(&format!("{:04}", 1_900 + year)).unwrap())
            .collect();
        let given: Vec<Option<&Edtf>> = dates.iter().map(Some).collect();
        let order: Vec<usize> = (0..100).rev().collect();
        assert_eq!(in_order(&given), order);
    }
}
