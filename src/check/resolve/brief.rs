//! Resolves the brief as a whole.

use std::collections::{BTreeMap, HashSet};

use super::{Resolver, all};
use crate::check::context::{Beside, Findings, Previous};
use crate::check::index::Index;
use crate::check::own_date::OwnDates;
use crate::check::rules::{
    invalid_date, invalid_file_name, invalid_language, repeated_value, unsupported_format,
    wrong_type,
};
use crate::check::sentences::Cut;
use crate::evidence::{Lock, LockedQuote, LockedWords, Paired, pair, pair_passages};
use crate::load::Document;
use crate::model::{
    Allowed, Brief, BriefParts, Claim, ClaimId, Edtf, Event, Gap, Issue, Language, LeftOut, Line,
    OneOrMore, Part, Position, Prose, QuoteCheck, Source, SourceId, Tension, Verification, Voice,
    Withdrawn,
};

/// How many unknown ids get a "did you mean".
const SUGGESTIONS: usize = 20;

/// The resolved parts of a document: nothing stands where a part is faulty.
pub(in crate::check) struct Parts {
    title: Option<(Line, Vec<ClaimId>)>,
    topic: Option<Line>,
    lang: Option<Language>,
    as_of: Option<Edtf>,
    edition: Option<u64>,
    prepared_by: Option<Line>,
    pub(in crate::check) bottom_line: Option<Vec<Cut>>,
    voices: Option<Vec<Voice>>,
    sources: Option<Vec<Source>>,
    issues: Option<Vec<Issue>>,
    claims: Option<Vec<Claim>>,
    positions: Option<Vec<Position>>,
    events: Option<Vec<Event>>,
    tensions: Option<Vec<Tension>>,
    gaps: Option<Vec<Gap>>,
    left_out: Option<Vec<LeftOut>>,
    withdrawn: Option<Vec<Withdrawn>>,
    method: Option<Prose>,
    allowed: Vec<Allowed>,
}

/// Resolves every part of a document and reports the faulty ones.
pub(in crate::check) fn resolve(
    document: &Document,
    parts: &crate::load::Parts<'_>,
    index: &Index<'_>,
    is_unread: bool,
    findings: &mut Findings,
) -> Parts {
    unsupported_format::read(&document.format, findings);
    for name in document.include.iter().chain(&document.previous) {
        invalid_file_name::read(name, findings);
    }
    repeated_value::check_ids(&document.include, findings);
    let mut to = Resolver {
        document,
        text: parts.input(),
        parts,
        index,
        findings,
        dates: OwnDates::new(document, index),
        is_unread,
        suggestions: SUGGESTIONS,
        meant: None,
        unknown: HashSet::new(),
    };
    Parts {
        title: to.title(&document.title),
        topic: to.line(&document.topic),
        lang: invalid_language::read(&document.lang, to.findings),
        as_of: invalid_date::read(&document.as_of, to.findings),
        edition: wrong_type::edition(&document.edition, to.findings),
        prepared_by: to.optional_line(document.prepared_by.as_ref()),
        bottom_line: to.sentences(&document.bottom_line),
        voices: all(&document.voices.0, |entry| to.voice(entry)),
        sources: all(&document.sources.0, |entry| to.source(entry)),
        issues: all(&document.issues.0, |entry| to.issue(entry)),
        claims: to.claims(&document.claims),
        positions: all(&document.positions, |item| to.position(item)),
        events: all(&document.events, |item| to.event(item)),
        tensions: all(&document.tensions, |item| to.tension(item)),
        gaps: all(&document.gaps, |item| to.gap(item)),
        left_out: all(&document.left_out, |item| to.left_out(item)),
        withdrawn: all(&document.withdrawn, |item| to.withdrawn(item)),
        method: to.optional_prose(document.method.as_ref()),
        allowed: allowed(document),
    }
}

impl Parts {
    /// Makes the brief, if no part is missing; its quotes are as verified as the lock has them.
    pub(in crate::check) fn into_brief(self, beside: Beside<'_>) -> Option<Brief> {
        let (mut claims, sources) = (self.claims?, self.sources?);
        let mut left_out = self.left_out?;
        if let Some(Ok(lock)) = beside.evidence {
            note_verification(&mut claims, &mut left_out, &sources, lock);
        }
        let (title, title_cites) = self.title?;
        let bottom_line = self.bottom_line?.into_iter().map(Cut::into_sentence);
        Brief::new(BriefParts {
            title,
            title_cites,
            topic: self.topic?,
            lang: self.lang?,
            as_of: self.as_of?,
            edition: self.edition?,
            previous: previous(beside),
            prepared_by: self.prepared_by,
            bottom_line: OneOrMore::new(bottom_line.collect::<Option<_>>()?)?,
            voices: self.voices?,
            sources,
            issues: self.issues?,
            claims,
            positions: self.positions?,
            events: self.events?,
            tensions: self.tensions?,
            gaps: self.gaps?,
            left_out,
            withdrawn: self.withdrawn?,
            method: self.method,
            allowed: self.allowed,
        })
    }
}

/// Returns what is silenced, with the part for which it is. A rule judges that each entry is sound.
fn allowed(document: &Document) -> Vec<Allowed> {
    let of_claims = document.claims.iter().map(|item| &item.allow);
    let of_positions = document.positions.iter().map(|item| &item.allow);
    let of_events = document.events.iter().map(|item| &item.allow);
    let of_tensions = document.tensions.iter().map(|item| &item.allow);
    let of_gaps = document.gaps.iter().map(|item| &item.allow);
    let all = std::iter::once((Part::Whole, &document.allow))
        .chain((0..).map(Part::Claim).zip(of_claims))
        .chain((0..).map(Part::Position).zip(of_positions))
        .chain((0..).map(Part::Event).zip(of_events))
        .chain((0..).map(Part::Tension).zip(of_tensions))
        .chain((0..).map(Part::Gap).zip(of_gaps));
    all.flat_map(|(on, allow)| allow.iter().map(move |entry| (on, entry)))
        .filter_map(|(on, entry)| {
            Some(Allowed {
                rule: Line::parse(&entry.rule).ok()?,
                reason: Line::parse(&entry.reason).ok()?,
                on,
            })
        })
        .collect()
}

fn previous(beside: Beside<'_>) -> Option<Box<Brief>> {
    match beside.previous? {
        Previous::Brief(brief) => Some(brief.clone()),
        Previous::Faulty(_) | Previous::Itself | Previous::Unread(_) | Previous::Unnumbered(..) => {
            None
        }
    }
}

/// Notes with each quote and each passage whether it was found to be its source's words. A record of other
/// words says nothing of these.
fn note_verification(
    claims: &mut [Claim],
    left_out: &mut [LeftOut],
    sources: &[Source],
    lock: &Lock,
) {
    let passages = claims.iter().flat_map(|claim| {
        claim
            .passages()
            .iter()
            .map(|passage| (&*claim.key, passage))
    });
    let set_aside = left_out.iter().flat_map(|item| &item.passages);
    let passages = passages.chain(set_aside.map(|passage| ("", passage)));
    let passages: Vec<LockedWords<'_>> = passages
        .map(|(claim, passage)| LockedWords::of_passage(claim, &passage.text))
        .collect();
    let (found, _) = pair_passages(lock, &passages);
    let words: Vec<LockedWords<'_>> = claims
        .iter()
        .flat_map(|claim| claim.quotes().iter().map(move |quote| (claim, quote)))
        .map(|(claim, quote)| LockedWords {
            claim: &claim.key,
            text: &quote.text,
            original: quote.original.as_deref(),
        })
        .collect();
    let (paired, _) = pair(lock, &words);
    let sources = sources.iter().enumerate();
    let ids: BTreeMap<&str, SourceId> = sources
        .map(|(index, source)| (&*source.key, SourceId::new(index)))
        .collect();
    let mut noted = paired.into_iter();
    for claim in &mut *claims {
        let own = claim.sources().to_vec();
        for (quote, paired) in claim.quotes_mut().iter_mut().zip(&mut noted) {
            let Paired::Same(locked) = paired else {
                quote.verification = Verification::NotInLock;
                continue;
            };
            let mut check = check(locked, &ids);
            // A page of a relay is no page of the claim's source.
            if check.source.is_none_or(|source| own != [source]) {
                check.pages.clear();
            }
            quote.verification = Verification::Checked(Box::new(check));
        }
    }
    let noted = |paired: Paired<'_>| match paired {
        Paired::Same(locked) => Verification::Checked(Box::new(check(locked, &ids))),
        Paired::Changed(_) | Paired::None => Verification::NotInLock,
    };
    let passages = claims.iter_mut().flat_map(Claim::passages_mut);
    let set_aside = left_out.iter_mut().flat_map(|item| &mut item.passages);
    for (passage, paired) in passages.chain(set_aside).zip(found) {
        passage.verification = noted(paired);
    }
}

fn check(locked: &LockedQuote, ids: &BTreeMap<&str, SourceId>) -> QuoteCheck {
    let source = locked.source.as_deref();
    QuoteCheck {
        found: locked.check,
        reason: locked.reason,
        caveats: locked.caveats.clone(),
        day: locked.checked.date().clone(),
        source: source.and_then(|key| ids.get(key).copied()),
        at: locked.at.clone(),
        pages: locked.pages.clone(),
    }
}
