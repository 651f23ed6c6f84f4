//! Describes where voices stand: each cell of the matrix, statement by statement.

use std::borrow::Cow;

use super::describer::Describer;
use super::locales::Message;
use super::segments::plain_parts;
use crate::analysis::positions::{Cell, Claimed, Stated};
use crate::characters::first_words;
use crate::model::{Claim, ClaimId, Position, Stance, VoiceId};

/// How many words of a claim a cell holds. A longer one is cut after as many, and ends in "…".
const WORDS: usize = 12;
/// How many words of claims a cell holds, which is a narrow column. Of more it has the labels alone: a
/// selection would stand for the voice.
const MOST_WORDS: usize = 2 * WORDS;

/// What a cell says: a position, or claims that take none.
pub(crate) struct Statement<'a> {
    /// Whether these are claims on which none of the cell's positions rests.
    pub(crate) is_more: bool,
    /// Since when it no longer stands: "earlier, 19 May:".
    pub(crate) earlier: Option<String>,
    /// The stance, which is never part of the words.
    pub(crate) stance: Option<Stance>,
    pub(crate) words: Cow<'a, str>,
    pub(crate) claims: Vec<ClaimId>,
    /// When the voice stood there, and who speaks for it.
    pub(crate) remarks: Vec<String>,
    /// Which sources that it rests on were corrected or retracted since.
    pub(crate) updates: Vec<String>,
    pub(crate) reported_by_others: bool,
}

impl<'a> Describer<'a> {
    /// Describes a cell of the matrix: where the voice stands, then where it stood before; where
    /// the dates do not tell, none is called earlier. None
    /// where there is no statement.
    pub(crate) fn statements(&self, cell: &Cell) -> Vec<Statement<'a>> {
        let mut statements = self.stated_in(cell);
        for statement in &mut statements {
            statement.updates = self.retracted_behind(&statement.claims);
        }
        statements
    }

    fn stated_in(&self, cell: &Cell) -> Vec<Statement<'a>> {
        match cell {
            Cell::Stated { positions, also } => {
                let stated = positions.iter().map(|one| self.stated(one));
                let also = (!also.is_empty()).then(|| Statement {
                    is_more: true,
                    claims: also.clone(),
                    ..Statement::of_claims()
                });
                stated.chain(also).collect()
            }
            Cell::Claimed(claims) => {
                let worded: Vec<Statement<'a>> =
                    claims.iter().map(|one| self.claimed(one)).collect();
                let words: Vec<&str> = worded.iter().map(|one| &*one.words).collect();
                if first_words(&words.join(" "), MOST_WORDS).is_none() {
                    return worded;
                }
                vec![Statement {
                    claims: claims.iter().map(|one| one.claim).collect(),
                    ..Statement::of_claims()
                }]
            }
            Cell::NoStatement => Vec::new(),
        }
    }

    fn stated(&self, stated: &Stated) -> Statement<'a> {
        let position = &self.brief.parts().positions[stated.position];
        let date = self.position_date(position);
        let earlier = date.as_ref().filter(|_| stated.is_earlier);
        let earlier =
            earlier.map(|date| filled!(self.locale, PositionsEarlier, "date": date.as_str()));
        let date = date.filter(|_| !stated.is_earlier);
        let judged = || self.locale.text(Message::PositionsJudged).to_owned();
        Statement {
            is_more: false,
            earlier,
            stance: Some(position.stance),
            words: (&*position.in_short).into(),
            claims: position.claims.to_vec(),
            remarks: date
                .into_iter()
                .chain(self.speakers(&stated.speakers))
                .chain(stated.judged.then(judged))
                .collect(),
            updates: Vec::new(),
            reported_by_others: stated.reported_by_others,
        }
    }

    fn claimed(&self, claimed: &Claimed) -> Statement<'a> {
        Statement {
            words: short(self.brief.claim(claimed.claim)).into(),
            claims: vec![claimed.claim],
            remarks: self.speakers(&claimed.speakers).collect(),
            ..Statement::of_claims()
        }
    }

    /// Returns who speaks in the place of a voice, in its own row: "Jo Lee, for the ministry".
    fn speakers(&self, speakers: &[VoiceId]) -> impl Iterator<Item = String> {
        speakers.iter().map(|id| {
            let voice = self.voice_in_short(*id);
            let Some(principal) = self.brief.voice(*id).speaks_for else {
                return voice.into_owned();
            };
            let principal = self.voice_in_short(principal);
            filled!(
                self.locale, PositionsSpeaker, "voice": &*voice, "principal": &*principal,
            )
        })
    }

    /// Returns when a voice stood where it did, if readers are told.
    pub(crate) fn position_date(&self, position: &Position) -> Option<String> {
        let date = self.analysis.positions.date_told(self.brief, position);
        date.map(|date| self.date(&date))
    }

    /// Returns whose position on what it is: "Trump on NATO membership", and of what date where
    /// readers are told.
    pub(crate) fn position_label(&self, position: &Position) -> String {
        let voice = self.speaker(position.of);
        let issue = self.phrase(&self.brief.issue(position.on).name);
        match self.position_date(position) {
            None => filled!(self.locale, PlacePosition, "voice": &*voice, "issue": &*issue),
            Some(date) => filled!(
                self.locale, PlacePositionDated, "voice": &*voice, "issue": &*issue, "date": date,
            ),
        }
    }

    /// Returns how a claim begins, for what points to it.
    pub(crate) fn beginning(&self, claim: &Claim) -> String {
        self.set(&short(claim)).into_owned()
    }

    pub(crate) fn stance(&self, stance: Stance) -> &'a str {
        self.locale.text(match stance {
            Stance::Supports => Message::StanceSupports,
            Stance::Opposes => Message::StanceOpposes,
            Stance::Conditional => Message::StanceConditional,
            Stance::Undecided => Message::StanceUndecided,
            Stance::SaysSo => Message::StanceSaysSo,
            Stance::Denies => Message::StanceDenies,
            Stance::DoesNotKnow => Message::StanceDoesNotKnow,
            Stance::Describes => Message::StanceDescribes,
            Stance::Declined => Message::StanceDeclined,
            Stance::NoReply => Message::StanceNoReply,
            Stance::NoPosition => Message::StanceNoPosition,
        })
    }
}

impl Statement<'_> {
    fn of_claims() -> Self {
        Self {
            is_more: false,
            earlier: None,
            stance: None,
            words: "".into(),
            claims: Vec::new(),
            remarks: Vec::new(),
            updates: Vec::new(),
            reported_by_others: false,
        }
    }
}

/// Returns what a claim says, cut after so many words.
fn short(claim: &Claim) -> String {
    // A table that the text introduces stays at the claim.
    let says = plain_parts(claim.says.parts());
    match first_words(&says, WORDS) {
        Some(first) => format!("{} …", first.trim_end()),
        None => says,
    }
}
