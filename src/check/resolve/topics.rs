//! Issues, positions, events, tensions and gaps.

use super::Resolver;
use crate::check::rules::invalid_id;
use crate::load;
use crate::load::Text;
use crate::model::{Event, Gap, Issue, Position, Tension};

impl Resolver<'_, '_> {
    /// Resolves an issue.
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

    /// Resolves a position.
    pub(super) fn position(&mut self, position: &load::Position) -> Option<Position> {
        let of = self.id(&position.of);
        let on = self.id(&position.on);
        let in_short = self.line(&position.in_short);
        let claims = self.some_ids(&position.claims);
        Some(Position {
            of: of?,
            on: on?,
            stance: *position.stance,
            in_short: in_short?,
            claims: claims?,
        })
    }

    /// Resolves an event.
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

    /// Resolves a tension.
    pub(super) fn tension(&mut self, tension: &load::Tension) -> Option<Tension> {
        // A claim that is named twice is for the rule on tensions to report.
        let between = super::brief::all(&tension.between, |id| self.id(id));
        let note = self.prose(&tension.note);
        Some(Tension {
            between: between.and_then(crate::model::OneOrMore::new)?,
            note: note?,
        })
    }

    /// Resolves a gap.
    pub(super) fn gap(&mut self, gap: &load::Gap) -> Option<Gap> {
        let question = self.prose(&gap.question);
        let why = self.prose(&gap.why);
        let of = self.ids(&gap.of);
        let about = self.ids(&gap.about);
        Some(Gap {
            of: of?,
            question: question?,
            why: why?,
            about: about?,
        })
    }
}
