//! Holds a brief together: every reference in it resolves.

use std::collections::{BTreeMap, BTreeSet};

use super::grounds;
use super::signatories::signatories;
use super::{
    Allowed, Claim, ClaimId, DateGiven, Edtf, Event, Gap, Issue, IssueId, Language, LeftOut, Line,
    Offset, OneOrMore, Passage, Position, Prose, Quote, Sentence, Source, SourceId, Tension, Voice,
    VoiceId, VoiceKind, Withdrawn, principals,
};

/// The parts of a brief, before it is known that every reference in them resolves.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct BriefParts {
    /// The headline, without what it cites.
    pub title: Line,
    /// The claims that the headline cites.
    pub title_cites: Vec<ClaimId>,
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
    /// What of the sources is left out, with the reason.
    pub left_out: Vec<LeftOut>,
    /// Claims of the previous edition that this one no longer has, with the reason.
    pub withdrawn: Vec<Withdrawn>,
    /// How the brief was made.
    pub method: Option<Prose>,
    /// What warnings are silenced.
    pub allowed: Vec<Allowed>,
}

/// A brief in which every reference resolves, no source retells itself, no voice speaks for itself,
/// and every judgement is the writer's and rests on reports in the end. Of several positions of a
/// voice on an issue each has a date. Its previous edition, if there is one, has
/// a lower number.
#[derive(Clone, Debug)]
pub struct Brief {
    parts: BriefParts,
    nearest_first: Vec<SourceId>,
    principals: Vec<VoiceId>,
    signatories: Vec<Vec<VoiceId>>,
}

impl Brief {
    /// Takes the parts of a brief; none if they are not what a [`Brief`] holds.
    pub(crate) fn new(parts: BriefParts) -> Option<Self> {
        let is_sound = references_resolve(&parts)
            && numbers_are_their_own(&parts)
            && previous_is_earlier(&parts)
            && grounds::are_the_writers(&parts.claims, &parts.voices)
            && grounds::end_in_reports(&parts.claims);
        if !is_sound {
            return None;
        }
        let principals = principals_of(&parts.voices)?;
        if !positions_follow(&parts.positions, &principals) {
            return None;
        }
        Some(Self {
            nearest_first: nearest_first(&parts.sources)?,
            signatories: signatories(&parts.voices, &parts.sources, &parts.claims, &principals),
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

    /// Returns the named voices whose own text a source is.
    pub(crate) fn signatories(&self, id: SourceId) -> &[VoiceId] {
        &self.signatories[id.index()]
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
        let claims = parts.claims.iter().map(Claim::said);
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

/// Says whether each of several positions that stand in one cell has a date.
fn positions_follow(positions: &[Position], principals: &[VoiceId]) -> bool {
    let mut cells: BTreeMap<(VoiceId, IssueId), (usize, bool)> = BTreeMap::new();
    for position in positions {
        let cell = (principals[position.of.index()], position.on);
        let (count, are_dated) = cells.entry(cell).or_insert((0, true));
        *count += 1;
        *are_dated &= position.day().is_some();
    }
    let mut cells = cells.values();
    cells.all(|(count, are_dated)| *count < 2 || *are_dated)
}

fn references_resolve(parts: &BriefParts) -> bool {
    let known = Known(parts);
    parts
        .voices
        .iter()
        .all(|item| known.references_of_voice(item))
        && parts.sources.iter().all(|item| {
            known.sources(&item.through)
                && known.sources(&item.draws_on)
                && item.note.iter().all(|text| known.prose(text))
        })
        && parts
            .claims
            .iter()
            .all(|item| known.references_of_claim(item))
        && known.references_of_topics()
        && parts
            .bottom_line
            .iter()
            .all(|item| known.prose(&item.text) && known.claims(&item.cites))
        && parts.left_out.iter().all(|item| {
            known.sources(&[item.source])
                && known.passages(&item.passages)
                && known.prose(&item.reason)
        })
        && parts.withdrawn.iter().all(|item| known.prose(&item.reason))
        && known.claims(&parts.title_cites)
        && parts.method.iter().all(|text| known.prose(text))
}

/// Tells which references lead somewhere.
struct Known<'a>(&'a BriefParts);

impl Known<'_> {
    fn voices(&self, ids: &[VoiceId]) -> bool {
        ids.iter().all(|id| id.index() < self.0.voices.len())
    }

    fn sources(&self, ids: &[SourceId]) -> bool {
        ids.iter().all(|id| id.index() < self.0.sources.len())
    }

    fn issues(&self, ids: &[IssueId]) -> bool {
        ids.iter().all(|id| id.index() < self.0.issues.len())
    }

    fn claims(&self, ids: &[ClaimId]) -> bool {
        ids.iter().all(|id| has_claim(self.0, *id))
    }

    fn prose(&self, prose: &Prose) -> bool {
        self.claims(&prose.cited())
    }

    fn references_of_voice(&self, item: &Voice) -> bool {
        let kind = match &item.kind {
            VoiceKind::Anonymous { one_of, .. } => self.voices(one_of),
            VoiceKind::Outlet(id) => self.sources(&[*id]),
            VoiceKind::Person { .. } | VoiceKind::Group { .. } | VoiceKind::Writer(_) => true,
        };
        kind && self.voices(item.speaks_for.as_slice())
            && item.note.iter().all(|text| self.prose(text))
    }

    fn references_of_claim(&self, item: &Claim) -> bool {
        let remarks = item.characterised().into_iter().chain(&item.note);
        let mut texts = std::iter::once(&item.says).chain(remarks);
        let found_out_by = item.found_out_by();
        self.voices(item.voices())
            && self.sources(item.sources())
            && found_out_by.iter().all(|id| item.sources().contains(id))
            && self.claims(item.rests_on())
            && self.issues(&item.about)
            && self.passages(item.passages())
            && item
                .quotes()
                .iter()
                .all(|quote| self.references_of_quote(quote))
            && texts.all(|text| self.prose(text))
    }

    fn passages(&self, passages: &[Passage]) -> bool {
        let mut checks = passages.iter().filter_map(|item| item.verification.check());
        checks.all(|check| self.sources(check.source.as_slice()))
    }

    fn references_of_quote(&self, quote: &Quote) -> bool {
        let source = quote.verification.check().and_then(|check| check.source);
        self.voices(&quote.voices) && self.sources(source.as_slice())
    }

    fn references_of_topics(&self) -> bool {
        let parts = self.0;
        parts.positions.iter().all(|item| {
            self.voices(&[item.of]) && self.issues(&[item.on]) && self.claims(&item.claims)
        }) && parts
            .events
            .iter()
            .all(|item| self.prose(&item.what) && self.claims(&item.claims))
            && parts
                .tensions
                .iter()
                .all(|item| self.prose(&item.note) && self.claims(&item.between))
            && parts.gaps.iter().all(|item| {
                self.prose(&item.question)
                    && self.prose(&item.why)
                    && self.issues(&item.about)
                    && self.voices(&item.of)
            })
    }
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
