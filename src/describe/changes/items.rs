//! The changes of claims, positions, tensions, events and gaps, told one by one.

use super::apart::{Naming, apart};
use super::described::{
    date, describe, issues, labels, labels_and_ids, quote, roads, subject, voices, works,
};
use super::remarks;
use super::{How, Teller, Told, What};
use crate::analysis::Edition;
use crate::analysis::changes::{
    AttributionChange, ClaimChange, EventChange, GapChange, Kept, PositionChange, QuoteChange,
    TensionChange, TextChange,
};
use crate::describe::{Locale, statuses, verification};
use crate::model::{ClaimId, DateGiven, Prose, Quote};

/// What is said of a claim of an edition.
type OfClaim = fn(&Locale, Naming, &Edition, ClaimId) -> Option<String>;

impl<'a> Teller<'a> {
    /// Tells what changed in a claim.
    pub(crate) fn claim(self, kept: &'a Kept<ClaimId, ClaimChange>) -> Vec<Told<'a>> {
        let tell = |change| self.claim_change(kept.old, kept.new, change);
        kept.changes.iter().map(tell).collect()
    }

    fn claim_change(self, old: ClaimId, new: ClaimId, change: &'a ClaimChange) -> Told<'a> {
        let before = self.0.old.brief().claim(old);
        let after = self.0.new.brief().claim(new);
        match change {
            ClaimChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
            ClaimChange::Reattributed(change) => self.attribution(old, new, *change),
            ClaimChange::Redated => self.redated(What::Said, &before.said, &after.said),
            ClaimChange::About => {
                let about = apart(|naming| {
                    (
                        issues(self.locale(), naming, self.0.old, &before.about),
                        issues(self.locale(), naming, self.0.new, &after.about),
                    )
                });
                Told::apart(What::About, about)
            }
            ClaimChange::Quote(change) => self.quote(old, new, change),
            ClaimChange::Characterised(change) => text(
                What::Characterised,
                change,
                before.characterised.as_ref(),
                after.characterised.as_ref(),
            ),
            ClaimChange::Note(change) => text(
                What::Note,
                change,
                before.note.as_ref(),
                after.note.as_ref(),
            ),
        }
    }

    fn redated(self, what: What, before: &DateGiven, after: &DateGiven) -> Told<'a> {
        let as_of = &self.0.new.brief().parts().as_of;
        let date = |naming, given| date(self.locale(), naming, given, as_of);
        let dates = apart(|naming| (date(naming, before), date(naming, after)));
        Told::apart(what, dates)
    }

    fn attribution(self, old: ClaimId, new: ClaimId, change: AttributionChange) -> Told<'a> {
        let locale = self.locale();
        let (what, tell): (What, OfClaim) = match change {
            AttributionChange::Voice { old, new } => {
                let voices = apart(|naming| {
                    (
                        describe(locale, naming, self.0.old, old),
                        describe(locale, naming, self.0.new, new),
                    )
                });
                return Told::apart(What::Voice, voices);
            }
            AttributionChange::Work { old, new } => {
                let (old, new) = ((self.0.old, old), (self.0.new, new));
                let works = apart(|naming| remarks::works(locale, naming, old, new));
                return Told::apart(What::Work, works);
            }
            AttributionChange::Voices => (What::Voices, |locale, naming, edition, id| {
                voices(locale, naming, edition, &edition.brief().claim(id).voices)
            }),
            AttributionChange::Works => (What::Works, works),
            AttributionChange::Roads => (What::Roads, roads),
            AttributionChange::ToldTo => (What::ToldTo, |_, _, edition, id| {
                let told_to = edition.brief().claim(id).told_to.as_ref();
                told_to.map(ToString::to_string)
            }),
            AttributionChange::Record => (What::Record, |locale, _, edition, id| {
                Some(statuses::list(locale, edition.analysis().statuses_of(id)))
            }),
            AttributionChange::Distance => (What::Distance, |locale, _, edition, id| {
                Some(statuses::distance(locale, edition.analysis(), id))
            }),
        };
        let both = apart(|naming| {
            (
                tell(locale, naming, self.0.old, old),
                tell(locale, naming, self.0.new, new),
            )
        });
        Told::apart(what, both)
    }

    fn quote(self, old: ClaimId, new: ClaimId, change: &'a QuoteChange) -> Told<'a> {
        let before = |index: usize| quote(self.0.old, old, index);
        let after = |index: usize| quote(self.0.new, new, index);
        let text = |edition: &Edition, quote: &Quote| {
            let lang = quote.lang.as_ref().unwrap_or(&edition.brief().parts().lang);
            let (open, close) = self.1.quote_marks(lang).outer;
            Some(format!("{open}{}{close}", quote.text))
        };
        match change {
            QuoteChange::Added(index) => {
                let (label, quote) = after(*index);
                Told::turned(What::QuoteAdded, None, text(self.0.new, quote)).of_quote(label)
            }
            QuoteChange::Withdrawn(index) => {
                let (label, quote) = before(*index);
                Told::turned(What::QuoteWithdrawn, text(self.0.old, quote), None).of_quote(label)
            }
            QuoteChange::Reworded { new, words, .. } => {
                Told::new(What::QuoteReworded, How::Words(words)).of_quote(after(*new).0)
            }
            QuoteChange::Checked { old, new } => {
                let status = |quote: &Quote| verification::found(self.locale(), quote);
                let ((_, before), (label, after)) = (before(*old), after(*new));
                Told::turned(What::QuoteStatus, status(before), status(after)).of_quote(label)
            }
            QuoteChange::Relabelled { old, new } => {
                let ((_, before), (label, after)) = (before(*old), after(*new));
                let (before, after) = ((self.0.old, before), (self.0.new, after));
                let remarks =
                    apart(|naming| remarks::quotes(self.1, self.locale(), naming, before, after));
                Told::apart(What::QuoteLabel, remarks).of_quote(label)
            }
        }
    }

    /// Tells what changed in a position.
    pub(crate) fn position(self, kept: &'a Kept<usize, PositionChange>) -> Vec<Told<'a>> {
        let before = &self.0.old.brief().parts().positions[kept.old];
        let after = &self.0.new.brief().parts().positions[kept.new];
        let tell = |change: &'a PositionChange| match change {
            PositionChange::Stance => {
                let words = |stance| Some(statuses::stance(self.locale(), stance).to_owned());
                Told::turned(What::Stance, words(before.stance), words(after.stance))
            }
            PositionChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
            PositionChange::Claims => self.claims(&before.claims, &after.claims),
        };
        kept.changes.iter().map(tell).collect()
    }

    fn claims(self, before: &[ClaimId], after: &[ClaimId]) -> Told<'a> {
        let key = |edition: &'a Edition, id: ClaimId| &edition.brief().claim(id).key;
        // One label may be two claims.
        let is_another =
            |id: &&ClaimId| after.contains(id) && key(self.0.old, **id) != key(self.0.new, **id);
        let labels = |edition, claims: &[ClaimId]| match before.iter().find(is_another) {
            Some(_) => labels_and_ids(self.locale(), edition, claims),
            None => labels(self.locale(), claims),
        };
        let (was, is) = (labels(self.0.old, before), labels(self.0.new, after));
        Told::turned(What::Claims, was, is)
    }

    /// Tells what changed in a tension.
    pub(crate) fn tension(kept: &'a Kept<usize, TensionChange>) -> Vec<Told<'a>> {
        let tell = |change: &'a TensionChange| match change {
            TensionChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
        };
        kept.changes.iter().map(tell).collect()
    }

    /// Tells what changed in an event.
    pub(crate) fn event(self, kept: &'a Kept<usize, EventChange>) -> Vec<Told<'a>> {
        let before = &self.0.old.brief().parts().events[kept.old];
        let after = &self.0.new.brief().parts().events[kept.new];
        let tell = |change: &'a EventChange| match change {
            EventChange::Redated => self.redated(What::When, &before.when, &after.when),
            EventChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
            EventChange::Claims => self.claims(&before.claims, &after.claims),
        };
        kept.changes.iter().map(tell).collect()
    }

    /// Tells what changed in a gap.
    pub(crate) fn gap(self, kept: &'a Kept<usize, GapChange>) -> Vec<Told<'a>> {
        let before = &self.0.old.brief().parts().gaps[kept.old];
        let after = &self.0.new.brief().parts().gaps[kept.new];
        let tell = |change: &'a GapChange| match change {
            GapChange::Question(words) => Told::new(What::Question, How::Words(words)),
            GapChange::Why(words) => Told::new(What::Why, How::Words(words)),
            GapChange::About => {
                let subjects = apart(|naming| {
                    (
                        subject(self.locale(), naming, self.0.old, before),
                        subject(self.locale(), naming, self.0.new, after),
                    )
                });
                Told::apart(What::About, subjects)
            }
        };
        kept.changes.iter().map(tell).collect()
    }
}

fn text<'a>(
    what: What,
    change: &'a TextChange,
    before: Option<&Prose>,
    after: Option<&Prose>,
) -> Told<'a> {
    match change {
        TextChange::Reworded(words) => Told::new(what, How::Words(words)),
        TextChange::Added | TextChange::Withdrawn => {
            Told::turned(what, before.map(Prose::plain), after.map(Prose::plain))
        }
    }
}
