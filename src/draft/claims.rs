//! Makes claims of statements: what one voice says in one place is one claim.

use std::ops::Range;

use super::language::Language;
use super::speakers::Resolved;
use super::statements::{Reading, Statement};

/// A claim, in bytes of its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// The speaker's number in the reading.
    pub(super) speaker: Option<usize>,
    pub(super) is_doubtful: bool,
    /// The sentences that it stands in.
    pub(super) sentences: Vec<Range<usize>>,
    pub(super) quotes: Vec<Range<usize>>,
    pub(super) told_to: Option<Range<usize>>,
    /// The words by which the article says when.
    pub(super) said: Option<Range<usize>>,
    /// The number of the outlet that passes it on: according to the Tribune.
    pub(super) relay: Option<usize>,
    /// The words by which it may not have been said at all.
    pub(super) unsaid: Option<Range<usize>>,
}

/// Returns the claims of an article, in its order. A quote stands in one of them: where it is nearest
/// to who says it.
pub(super) fn claims(reading: &Reading, language: &Language) -> Vec<Claim> {
    let is_document = |statement: &Statement| {
        let noun = reading.speaker(statement).and_then(|one| one.noun.as_ref());
        noun.is_some_and(|noun| language.rules.documents.has(noun))
    };
    let mut claims: Vec<Claim> = Vec::new();
    let mut relays: Vec<(Range<usize>, Option<Resolved>)> = Vec::new();
    // Each quote with the length of its passage, and the number of its claim.
    let mut quotes: Vec<(Range<usize>, usize, usize)> = Vec::new();
    for (index, statement) in reading.statements.iter().enumerate() {
        // Ayo told them so, according to the record, or to the Tribune: it is Ayo's.
        if is_document(statement) && Statement::holds_another(&reading.statements, index) {
            continue;
        }
        let is_relay = reading
            .speaker(statement)
            .is_some_and(|speaker| reading.may_be_outlet(speaker));
        if is_relay && Statement::passes_on(&reading.statements, index) {
            relays.push((statement.sentence.clone(), statement.speaker));
            continue;
        }
        let mut holders = Statement::holders(&reading.statements, index).peekable();
        let is_within = holders.peek().is_some();
        // What an outlet passes on whole is the inner one's: see `passes_on`.
        let is_passed_on = |holder: &Statement| {
            let speaker = reading.speaker(holder);
            statement.is_stated
                && holder.passage.start == statement.passage.start
                && speaker.is_some_and(|speaker| reading.may_be_outlet(speaker))
        };
        let is_of_holder = statement.quotes.is_empty() || !statement.is_stated;
        if is_of_holder && holders.any(|holder| !is_document(holder) && !is_passed_on(holder)) {
            continue;
        }
        let number = joined(&claims, statement).unwrap_or_else(|| {
            claims.push(of(statement));
            claims.len() - 1
        });
        if let Some(claim) = claims.get_mut(number) {
            add(claim, statement);
            // Ayo said that Bell said “…”: it is Bell's, if Ayo tells it rightly.
            claim.is_doubtful |= is_within;
        }
        let length = statement.passage.len();
        quotes.extend(
            statement
                .quotes
                .iter()
                .map(|quote| (quote.clone(), length, number)),
        );
    }
    relay(&mut claims, relays);
    quotes.sort_by_key(|(quote, length, number)| (quote.start, *length, *number));
    quotes.dedup_by_key(|(quote, ..)| quote.clone());
    for (quote, _, number) in quotes {
        if let Some(claim) = claims.get_mut(number) {
            claim.quotes.push(quote);
        }
    }
    claims
}

/// Notes who passes claims on, by the sentences, in their order, in which somebody does.
fn relay(claims: &mut [Claim], relays: Vec<(Range<usize>, Option<Resolved>)>) {
    let mut relays = relays.into_iter().peekable();
    for claim in claims {
        let Some(last) = claim.sentences.last() else {
            continue;
        };
        while relays.next_if(|(at, _)| at.start < last.start).is_some() {}
        let relay = relays.peek().filter(|(at, _)| at == last);
        claim.relay = relay.and_then(|(_, speaker)| Some((*speaker)?.speaker));
    }
}

/// Returns the claim that a statement goes on with: of the same speaker in the same sentence, or a
/// quotation by itself after it.
fn joined(claims: &[Claim], statement: &Statement) -> Option<usize> {
    let speaker = statement.speaker.map(|resolved| resolved.speaker);
    let recent = claims.iter().enumerate().rev().take(4);
    let mut same = recent.filter(|(_, claim)| claim.speaker == speaker);
    let (number, claim) = same.next()?;
    let is_same = claim.sentences.last() == Some(&statement.sentence);
    let goes_on = statement.cue.is_none() && number + 1 == claims.len();
    (is_same || goes_on).then_some(number)
}

fn of(statement: &Statement) -> Claim {
    Claim {
        speaker: statement.speaker.map(|resolved| resolved.speaker),
        is_doubtful: statement.is_doubtful(),
        sentences: Vec::new(),
        quotes: Vec::new(),
        told_to: None,
        said: None,
        relay: None,
        unsaid: None,
    }
}

fn add(claim: &mut Claim, statement: &Statement) {
    if claim.sentences.last() != Some(&statement.sentence) {
        claim.sentences.push(statement.sentence.clone());
    }
    claim.is_doubtful |= statement.is_doubtful();
    claim.told_to = claim.told_to.take().or_else(|| statement.told_to.clone());
    claim.said = claim.said.take().or_else(|| statement.said.clone());
    claim.unsaid = claim.unsaid.take().or_else(|| statement.unsaid.clone());
}
