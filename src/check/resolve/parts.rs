//! Resolves voices, issues, claims, positions, events, tensions and gaps.

use super::{Resolver, all};
use crate::check::calendar::states;
use crate::check::rules::{
    ambiguous_voice, found_elsewhere, invalid_date, invalid_id, invalid_language, mixed_judgement,
    repeated_value, uncounted_sources, undescribed_anonymous, unspoken_quote,
};
use crate::load;
use crate::load::Text;
use crate::model::{
    Basis, Claim, DateGiven, Edtf, Event, Gap, Issue, Judgement, Key, LeftOut, Line, OneOrMore,
    Passage, Position, Quote, QuoteKind, Reason, Report, Tension, Verification, Voice, VoiceId,
    VoiceKind, Withdrawn,
};

impl Resolver<'_, '_> {
    pub(super) fn voice(&mut self, (id, voice): &(Text, load::Voice)) -> Option<Voice> {
        let key = invalid_id::read(id, self.findings);
        let short = self.optional_line(voice.short.as_ref());
        let side = self.optional_line(voice.side.as_ref());
        let speaks_for = voice.speaks_for.as_ref();
        let speaks_for = speaks_for.map(|principal| self.id(principal));
        let note = self.optional_prose(voice.note.as_ref());
        ambiguous_voice::check(id, voice, self.findings);
        let kind = self.voice_kind(id, voice);
        Some(Voice {
            key: key?,
            kind: kind?,
            short,
            side,
            speaks_for: speaks_for.map_or(Some(None), |id| id.map(Some))?,
            note,
        })
    }

    /// Resolves all that a voice may be, so that each fault is reported; one is what it is.
    fn voice_kind(&mut self, id: &Text, voice: &load::Voice) -> Option<VoiceKind> {
        let role = self.optional_line(voice.role.as_ref());
        let members = all(&voice.members, |member| self.line(member));
        let name = voice.name.as_ref().map(|name| {
            Some(VoiceKind::Person {
                name: self.line(name)?,
                role: role.clone(),
            })
        });
        let group = voice.group.as_ref().map(|group| {
            Some(VoiceKind::Group {
                name: self.line(group)?,
                role,
                members: members?,
            })
        });
        let anonymous = voice
            .anonymous
            .as_ref()
            .map(|count| self.anonymous(id, count, voice));
        let outlet = voice
            .outlet
            .as_ref()
            .map(|outlet| self.id(outlet).map(VoiceKind::Outlet));
        let writer = voice
            .writer
            .as_ref()
            .map(|writer| self.line(writer).map(VoiceKind::Writer));
        let mut kinds = [name, group, anonymous, outlet, writer]
            .into_iter()
            .flatten();
        match (kinds.next(), kinds.next()) {
            (Some(kind), None) => kind,
            _ => None,
        }
    }

    fn anonymous(&mut self, id: &Text, count: &Text, voice: &load::Voice) -> Option<VoiceKind> {
        let count = uncounted_sources::read(count, self.findings);
        let one_of = self.ids(&voice.one_of);
        let reason = self.optional_line(voice.reason.as_ref());
        let reason = reason.map(|reason| match &*reason {
            Reason::NOT_GIVEN => Reason::NotGiven,
            _ => Reason::Given(reason),
        });
        let described_as = self.optional_line(voice.described_as.as_ref());
        if voice.described_as.is_none() {
            self.findings.push(undescribed_anonymous::fault(id));
        }
        Some(VoiceKind::Anonymous {
            count: count?,
            described_as: described_as?,
            reason,
            one_of: one_of?,
        })
    }

    pub(super) fn issue(&mut self, (id, issue): &(Text, load::Issue)) -> Option<Issue> {
        let key = invalid_id::read(id, self.findings);
        let name = self.line(&issue.name);
        let question = self.optional_line(issue.question.as_ref());
        Some(Issue {
            key: key?,
            name: name?,
            question,
        })
    }

    pub(super) fn position(&mut self, position: &load::Position) -> Option<Position> {
        let of = self.id(&position.of);
        let on = self.id(&position.on);
        let date = position.date.as_ref();
        let date = date.and_then(|date| invalid_date::read(date, self.findings));
        let said = self.said_by_its_claims(position);
        let in_short = self.line(&position.in_short);
        let claims = self.some_ids(&position.claims);
        Some(Position {
            of: of?,
            on: on?,
            date,
            said,
            stance: *position.stance,
            in_short: in_short?,
            claims: claims?,
        })
    }

    /// Returns when the claims of a position were said, if that says when the voice stood there.
    /// What is wrong with it was reported with the claims.
    fn said_by_its_claims(&mut self, position: &load::Position) -> DateGiven {
        let said = self.dates.of(position);
        let date = said.and_then(|said| Edtf::parse(said.date.as_ref()?).ok());
        let words = said.and_then(|said| Line::parse(said.as_given.as_ref()?).ok());
        match (date, words) {
            (None, _) => DateGiven::NotGiven,
            (Some(date), Some(words)) if !states(&words, &date) => {
                DateGiven::Inferred { words, date }
            }
            (Some(date), _) => DateGiven::Stated(date),
        }
    }

    pub(super) fn event(&mut self, event: &load::Event) -> Option<Event> {
        let when = self.date(event.date.as_ref(), event.as_given.as_ref());
        let what = self.prose(&event.what);
        let claims = self.some_ids(&event.claims);
        Some(Event {
            when: when?,
            what: what?,
            claims: claims?,
        })
    }

    pub(super) fn tension(&mut self, tension: &load::Tension) -> Option<Tension> {
        // A claim that is named twice is for the rule on tensions to report.
        let between = all(&tension.between, |id| self.id(id));
        let note = self.prose(&tension.note);
        Some(Tension {
            between: between.and_then(OneOrMore::new)?,
            note: note?,
        })
    }

    pub(super) fn gap(&mut self, gap: &load::Gap) -> Option<Gap> {
        let question = self.prose(&gap.question);
        let why = self.body(&gap.why);
        let of = self.ids(&gap.of);
        let about = self.ids(&gap.about);
        Some(Gap {
            of: of?,
            question: question?,
            why: why?,
            about: about?,
        })
    }

    pub(super) fn left_out(&mut self, left_out: &load::LeftOut) -> Option<LeftOut> {
        let source = self.id(&left_out.source);
        let passages = self.passages(&left_out.passage);
        let reason = self.prose(&left_out.reason);
        Some(LeftOut {
            source: source?,
            passages: passages?,
            reason: reason?,
        })
    }

    /// Resolves passages. Their words stay as they are.
    fn passages(&mut self, passages: &[Text]) -> Option<Vec<Passage>> {
        repeated_value::check_ids(passages, self.findings);
        all(passages, |passage| {
            self.line(passage)?;
            Some(Passage {
                text: passage.value.clone(),
                verification: Verification::default(),
            })
        })
    }

    pub(super) fn withdrawn(&mut self, withdrawn: &load::Withdrawn) -> Option<Withdrawn> {
        let key = invalid_id::read(&withdrawn.claim, self.findings);
        let reason = self.prose(&withdrawn.reason);
        Some(Withdrawn {
            key: key?,
            reason: reason?,
        })
    }

    pub(super) fn claims(&mut self, claims: &[load::Claim]) -> Option<Vec<Claim>> {
        let mut place = 0;
        all(claims, |claim| {
            let numbers = self.index.numbers;
            let (number, before) = (numbers.number(place), numbers.before(place));
            place += 1;
            let before = before.and_then(|id| Key::parse(id).ok());
            self.claim(claim, number, before)
        })
    }

    fn claim(&mut self, claim: &load::Claim, number: u32, before: Option<Key>) -> Option<Claim> {
        let key = invalid_id::read(&claim.id, self.findings);
        let says = self.body(&claim.says);
        let voices = self.some_ids(&claim.voice);
        let kinds = mixed_judgement::Kinds {
            document: self.document,
            index: self.index,
        };
        mixed_judgement::check(kinds, claim, self.findings);
        let basis = if kinds.is_judgement(claim) {
            self.judgement(claim, voices).map(Basis::Judgement)
        } else {
            let report = self.report(claim, voices);
            report.map(Box::new).map(Basis::Report)
        };
        let about = self.ids(&claim.about);
        let note = claim.note.as_ref().and_then(|note| self.body(note));
        Some(Claim {
            key: key?,
            number,
            before,
            says: says?,
            basis: basis?,
            about: about?,
            note,
        })
    }

    fn report(
        &mut self,
        claim: &load::Claim,
        voices: Option<OneOrMore<VoiceId>>,
    ) -> Option<Report> {
        let sources = self.some_ids(&claim.source);
        let found_out_by = self.ids(&claim.found_out_by);
        let found_out_by = found_out_by.filter(|_| found_elsewhere::check(claim, self.findings));
        let at = self.locators(&claim.at);
        let told_to = self.optional_line(claim.told_to.as_ref());
        // The reader reports it where it is not given; given and empty, it says that no date is known.
        let said = claim
            .said
            .as_ref()
            .map_or(Some(DateGiven::NotGiven), |said| {
                self.date(said.date.as_ref(), said.as_given.as_ref())
            });
        let passages = self.passages(&claim.passage);
        let quotes = all(&claim.quotes, |quote| self.quote(claim, quote));
        let characterised = self.optional_prose(claim.characterised.as_ref());
        Some(Report {
            voices: voices?,
            sources: sources?,
            found_out_by: found_out_by?,
            at: at?,
            told_to,
            said: said?,
            passages: passages?,
            quotes: quotes?,
            characterised,
        })
    }

    fn judgement(
        &mut self,
        claim: &load::Claim,
        writers: Option<OneOrMore<VoiceId>>,
    ) -> Option<Judgement> {
        let rests_on = self.some_ids(&claim.rests_on);
        Some(Judgement {
            writers: writers?,
            rests_on: rests_on?,
            confidence: claim.confidence.as_ref().map(|word| **word),
            likelihood: claim.likelihood.as_ref().map(|word| **word),
        })
    }

    /// Resolves a quote of a claim. Its words stay as they are.
    pub(super) fn quote(&mut self, claim: &load::Claim, quote: &load::Quote) -> Option<Quote> {
        let says = self.line(&quote.text);
        let context = quote.context.as_ref().map(|context| {
            self.line(context);
            context.value.clone()
        });
        let original = quote.original.as_ref().map(|original| {
            self.line(original);
            original.value.clone()
        });
        let voices = self.speakers(claim, quote);
        let occasion = self.optional_line(quote.occasion.as_ref());
        let at = self.locators(&quote.at);
        let lang = quote.lang.as_ref();
        let lang = lang.and_then(|lang| invalid_language::read(lang, self.findings));
        let from = quote.translated_from.as_ref();
        let translated_from = from.and_then(|from| invalid_language::read(from, self.findings));
        let mut kinds: Vec<QuoteKind> = quote.kind.iter().map(|kind| **kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        says?;
        Some(Quote {
            text: quote.text.value.clone(),
            voices: voices?,
            kinds,
            occasion,
            at: at?,
            lang,
            translated_from,
            original,
            context,
            verification: Verification::default(),
        })
    }

    /// Resolves who spoke: the voices that the quote names, else all of the claim's.
    fn speakers(&mut self, claim: &load::Claim, quote: &load::Quote) -> Option<OneOrMore<VoiceId>> {
        if quote.voice.is_empty() {
            unspoken_quote::check_together(
                (self.document, self.index),
                claim,
                quote,
                self.findings,
            );
            // Whether they resolve was reported with the claim.
            let voices = claim.voice.iter().map(|id| self.index.find(id));
            return OneOrMore::new(voices.collect::<Option<_>>()?);
        }
        let voices = self.some_ids(&quote.voice)?;
        for named in quote.voice.iter() {
            unspoken_quote::check_belongs(self.document, claim, named, self.findings);
        }
        Some(voices)
    }
}
