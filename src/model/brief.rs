//! Holds a brief together: every reference in it resolves.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Claim, ClaimId, DateGiven, Edtf, Event, Gap, Issue, IssueId, Language, Line, Offset, OneOrMore,
    Position, Prose, Sentence, Source, SourceId, Tension, Voice, VoiceId, VoiceKind, Withdrawn,
    in_order, principals,
};

/// The parts of a brief, before it is known that every reference in them resolves.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct BriefParts {
    /// The headline.
    pub title: Line,
    /// What the brief is about, in a few words.
    pub topic: Line,
    /// The language of the brief.
    pub lang: Language,
    /// The day or time up to which the brief is current.
    pub as_of: Edtf,
    /// The number of the edition, from 1.
    pub edition: u64,
    /// The previous edition, if the brief names one. An `Edition` takes it out, and has it
    /// in `Edition::previous`.
    pub(crate) previous: Option<Box<Brief>>,
    /// Who prepared it.
    pub prepared_by: Option<Line>,
    /// The answer, a sentence each.
    pub bottom_line: OneOrMore<Sentence>,
    /// Who speaks.
    pub voices: Vec<Voice>,
    /// The works that are cited.
    pub sources: Vec<Source>,
    /// What is being decided.
    pub issues: Vec<Issue>,
    /// What is reported.
    pub claims: Vec<Claim>,
    /// Who stands where.
    pub positions: Vec<Position>,
    /// What happens when.
    pub events: Vec<Event>,
    /// Claims that do not fit together.
    pub tensions: Vec<Tension>,
    /// What the sources do not say.
    pub gaps: Vec<Gap>,
    /// Claims of the previous edition that this one no longer has, with the reason.
    pub withdrawn: Vec<Withdrawn>,
    /// How the brief was made.
    pub method: Option<Prose>,
}

/// A brief in which every reference resolves, no source retells itself, and no voice speaks for
/// itself. Of several positions of a voice on an issue it is certain which is the latest.
/// Its previous edition, if there is one, has a lower number.
#[derive(Clone, Debug)]
pub struct Brief {
    parts: BriefParts,
    nearest_first: Vec<SourceId>,
    principals: Vec<VoiceId>,
}

impl Brief {
    /// Takes the parts of a brief; none if they are not what a [`Brief`] holds.
    pub(crate) fn new(parts: BriefParts) -> Option<Self> {
        if !references_resolve(&parts)
            || !numbers_are_their_own(&parts)
            || !previous_is_earlier(&parts)
        {
            return None;
        }
        let principals = principals_of(&parts.voices)?;
        if !positions_follow(&parts.positions, &principals) {
            return None;
        }
        Some(Self {
            nearest_first: nearest_first(&parts.sources)?,
            principals,
            parts,
        })
    }

    /// Returns a voice of the brief.
    pub fn voice(&self, id: VoiceId) -> &Voice {
        &self.parts.voices[id.index()]
    }

    /// Returns for whom a voice speaks in the end: itself, unless it is a spokesperson.
    pub(crate) fn principal(&self, id: VoiceId) -> VoiceId {
        self.principals[id.index()]
    }

    /// Returns a source of the brief.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.parts.sources[id.index()]
    }

    /// Returns an issue of the brief.
    pub fn issue(&self, id: IssueId) -> &Issue {
        &self.parts.issues[id.index()]
    }

    /// Returns a claim of the brief.
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.parts.claims[id.index()]
    }

    /// Goes through voices and their ids.
    pub fn voices(&self) -> impl ExactSizeIterator<Item = (VoiceId, &Voice)> {
        numbered(&self.parts.voices, VoiceId::new)
    }

    /// Goes through sources and their ids.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = (SourceId, &Source)> {
        numbered(&self.parts.sources, SourceId::new)
    }

    /// Goes through issues and their ids.
    pub fn issues(&self) -> impl ExactSizeIterator<Item = (IssueId, &Issue)> {
        numbered(&self.parts.issues, IssueId::new)
    }

    /// Goes through claims and their ids.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = (ClaimId, &Claim)> {
        let claims = self.parts.claims.iter().enumerate();
        claims.map(|(index, claim)| (ClaimId::new(index, claim.number), claim))
    }

    /// Returns the reference to a claim by its place in the list, from 0.
    pub(crate) fn claim_id(&self, index: usize) -> ClaimId {
        ClaimId::new(index, self.parts.claims[index].number)
    }

    /// Returns the sources from the near ones to the far ones: each comes after all sources through
    /// which it is known, and after all that draw on it.
    pub(crate) fn nearest_first(&self) -> &[SourceId] {
        &self.nearest_first
    }

    /// Returns the offset from UTC by whose clocks the brief's dates are put in order: that of
    /// `as_of`, else that of the first event or claim whose time has one, else that of UTC itself.
    pub(crate) fn offset(&self) -> Offset {
        let parts = &self.parts;
        let events = parts.events.iter().map(|event| &event.when);
        let claims = parts.claims.iter().map(|claim| &claim.said);
        let dates = events.chain(claims).filter_map(DateGiven::date);
        let mut dates = std::iter::once(&parts.as_of).chain(dates);
        let offset = dates.find_map(|date| date.moment()?.offset());
        offset.unwrap_or(Offset::UTC)
    }

    /// Takes the previous edition out of the brief, if it names one.
    pub(crate) fn take_previous(&mut self) -> Option<Self> {
        self.parts.previous.take().map(|previous| *previous)
    }

    /// Returns the parts, to read.
    pub fn parts(&self) -> &BriefParts {
        &self.parts
    }
}

fn previous_is_earlier(parts: &BriefParts) -> bool {
    let previous = parts.previous.as_ref();
    previous.is_none_or(|previous| previous.parts().edition < parts.edition)
}

fn has_claim(parts: &BriefParts, id: ClaimId) -> bool {
    let claim = parts.claims.get(id.index());
    claim.is_some_and(|claim| claim.number == id.number())
}

/// Says whether no two claims have one number.
fn numbers_are_their_own(parts: &BriefParts) -> bool {
    let mut numbers = BTreeSet::new();
    let mut claims = parts.claims.iter();
    claims.all(|claim| claim.number > 0 && numbers.insert(claim.number))
}

fn references_resolve(parts: &BriefParts) -> bool {
    let voice = |id: &VoiceId| id.index() < parts.voices.len();
    let source = |id: &SourceId| id.index() < parts.sources.len();
    let issue = |id: &IssueId| id.index() < parts.issues.len();
    let claim = |id: &ClaimId| has_claim(parts, *id);
    let prose = |prose: &Prose| prose.cited().iter().all(claim);
    let voices = parts.voices.iter().all(|item| {
        let kind = match &item.kind {
            VoiceKind::Anonymous { one_of, .. } => one_of.iter().all(voice),
            VoiceKind::Outlet(id) => source(id),
            VoiceKind::Person { .. } | VoiceKind::Group { .. } | VoiceKind::Writer(_) => true,
        };
        kind && item.speaks_for.iter().all(voice) && item.note.iter().all(prose)
    });
    let claims = parts.claims.iter().all(|item| {
        item.voices.iter().all(voice)
            && item.sources.iter().all(source)
            && item.found_out_by.iter().all(|id| item.sources.contains(id))
            && item.about.iter().all(issue)
            && item.quotes.iter().all(|quote| {
                quote.voices.iter().all(voice)
                    && quote
                        .verification
                        .check()
                        .and_then(|check| check.source)
                        .iter()
                        .all(source)
            })
            && prose(&item.says)
            && item.characterised.iter().chain(&item.note).all(prose)
    });
    let rest = parts
        .positions
        .iter()
        .all(|item| voice(&item.of) && issue(&item.on) && item.claims.iter().all(claim))
        && parts
            .events
            .iter()
            .all(|item| prose(&item.what) && item.claims.iter().all(claim))
        && parts
            .tensions
            .iter()
            .all(|item| prose(&item.note) && item.between.iter().all(claim))
        && parts.gaps.iter().all(|item| {
            prose(&item.question)
                && prose(&item.why)
                && item.about.iter().all(issue)
                && item.of.iter().all(voice)
        })
        && parts
            .bottom_line
            .iter()
            .all(|item| prose(&item.text) && item.cites.iter().all(claim))
        && parts.withdrawn.iter().all(|item| prose(&item.reason))
        && parts.method.iter().all(prose);
    let sources = parts.sources.iter().all(|item| {
        item.through.iter().chain(&item.draws_on).all(source) && item.note.iter().all(prose)
    });
    voices && claims && rest && sources
}

/// Finds for whom each voice speaks in the end; none if one speaks for itself.
fn principals_of(voices: &[Voice]) -> Option<Vec<VoiceId>> {
    let next = voices
        .iter()
        .map(|voice| voice.speaks_for.map(VoiceId::index));
    let found = principals(&next.collect::<Vec<_>>());
    found
        .into_iter()
        .map(|index| index.map(VoiceId::new))
        .collect()
}

/// Says whether it is certain which of several positions that stand in one cell is the latest.
fn positions_follow(positions: &[Position], principals: &[VoiceId]) -> bool {
    let mut cells: BTreeMap<(VoiceId, IssueId), Vec<Option<&Edtf>>> = BTreeMap::new();
    for position in positions {
        let cell = (principals[position.of.index()], position.on);
        cells.entry(cell).or_default().push(position.day());
    }
    cells.values().all(|days| in_order(days).is_some())
}

/// Puts sources in Kahn's order; none if a source retells itself.
fn nearest_first(sources: &[Source]) -> Option<Vec<SourceId>> {
    let mut waiting = vec![0_usize; sources.len()];
    let mut retold = vec![Vec::new(); sources.len()];
    for (id, source) in numbered(sources, SourceId::new) {
        let by_through = source.through.iter().map(|relay| (id, *relay));
        let by_draws_on = source.draws_on.iter().map(|far| (*far, id));
        for (far, relay) in by_through.chain(by_draws_on) {
            waiting[far.index()] += 1;
            retold[relay.index()].push(far);
        }
    }
    let ids = numbered(sources, SourceId::new).map(|(id, _)| id);
    let mut order: Vec<SourceId> = ids.filter(|id| waiting[id.index()] == 0).collect();
    let mut next = 0;
    while let Some(relay) = order.get(next) {
        next += 1;
        for known in &retold[relay.index()] {
            waiting[known.index()] -= 1;
            if waiting[known.index()] == 0 {
                order.push(*known);
            }
        }
    }
    (order.len() == sources.len()).then_some(order)
}

fn numbered<T, I>(items: &[T], id: fn(usize) -> I) -> impl ExactSizeIterator<Item = (I, &T)> {
    let number = move |(index, item)| (id(index), item);
    items.iter().enumerate().map(number)
}
