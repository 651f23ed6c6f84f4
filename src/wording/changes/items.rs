//! The changes of claims, positions, tensions, events and gaps, told one by one.

use super::described::{
    date, describe, issues, labels, quote, remarks, roads, subject, voices, work, works,
};
use super::{How, Teller, Told, What};
use crate::analysis::changes::{
    AttributionChange, ClaimChange, Edition, EventChange, GapChange, Kept, PositionChange,
    QuoteChange, TensionChange, TextChange,
};
use crate::model::{ClaimId, Prose, Quote};
use crate::wording::{Locale, statuses, verification};

/// What is said of a claim of an edition.
type OfClaim = fn(&Locale, Edition<'_>, ClaimId) -> Option<String>;

impl<'a> Teller<'a> {
    /// Tells what changed in a claim.
    pub(crate) fn claim(self, kept: &'a Kept<ClaimId, ClaimChange>) -> Vec<Told<'a>> {
        let tell = |change| self.claim_change(kept.old, kept.new, change);
        kept.changes.iter().map(tell).collect()
    }

    fn claim_change(self, old: ClaimId, new: ClaimId, change: &'a ClaimChange) -> Told<'a> {
        let before = self.0.old.brief.claim(old);
        let after = self.0.new.brief.claim(new);
        match change {
            ClaimChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
            ClaimChange::Reattributed(change) => self.attribution(old, new, *change),
            ClaimChange::Redated => Told::turned(
                What::Said,
                date(self.locale(), self.0.old, &before.said),
                date(self.locale(), self.0.new, &after.said),
            ),
            ClaimChange::About => Told::turned(
                What::About,
                issues(self.locale(), self.0.old, &before.about),
                issues(self.locale(), self.0.new, &after.about),
            ),
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

    fn attribution(self, old: ClaimId, new: ClaimId, change: AttributionChange) -> Told<'a> {
        let (what, tell): (What, OfClaim) = match change {
            AttributionChange::Voice { old, new } => {
                let (was, is) = (
                    describe(self.locale(), self.0.old, old),
                    describe(self.locale(), self.0.new, new),
                );
                return Told::turned(What::Voice, was, is);
            }
            AttributionChange::Work { old, new } => {
                let (was, is) = (
                    work(self.locale(), self.0.old, old),
                    work(self.locale(), self.0.new, new),
                );
                return Told::turned(What::Work, was, is);
            }
            AttributionChange::Voices => (What::Voices, |locale, edition, id| {
                voices(locale, edition, &edition.brief.claim(id).voices)
            }),
            AttributionChange::Works => (What::Works, works),
            AttributionChange::Roads => (What::Roads, roads),
            AttributionChange::ToldTo => (What::ToldTo, |_, edition, id| {
                let told_to = edition.brief.claim(id).told_to.as_ref();
                told_to.map(ToString::to_string)
            }),
            AttributionChange::Record => (What::Record, |locale, edition, id| {
                Some(statuses::list(locale, edition.analysis.statuses_of(id)))
            }),
            AttributionChange::Distance => (What::Distance, |locale, edition, id| {
                Some(statuses::distance(locale, edition.analysis, id))
            }),
        };
        let locale = self.locale();
        Told::turned(
            what,
            tell(locale, self.0.old, old),
            tell(locale, self.0.new, new),
        )
    }

    fn quote(self, old: ClaimId, new: ClaimId, change: &'a QuoteChange) -> Told<'a> {
        let before = |index: usize| quote(self.0.old, old, index);
        let after = |index: usize| quote(self.0.new, new, index);
        let text = |edition: Edition<'_>, quote: &Quote| {
            let lang = quote.lang.as_ref().unwrap_or(&edition.brief.parts().lang);
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
                let was = remarks(self.locale(), self.0.old, before);
                Told::turned(
                    What::QuoteLabel,
                    was,
                    remarks(self.locale(), self.0.new, after),
                )
                .of_quote(label)
            }
        }
    }

    /// Tells what changed in a position.
    pub(crate) fn position(self, kept: &'a Kept<usize, PositionChange>) -> Vec<Told<'a>> {
        let before = &self.0.old.brief.parts().positions[kept.old];
        let after = &self.0.new.brief.parts().positions[kept.new];
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
        let labels = |claims: &[ClaimId]| Some(labels(self.locale(), claims));
        Told::turned(What::Claims, labels(before), labels(after))
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
        let before = &self.0.old.brief.parts().events[kept.old];
        let after = &self.0.new.brief.parts().events[kept.new];
        let tell = |change: &'a EventChange| match change {
            EventChange::Redated => Told::turned(
                What::When,
                date(self.locale(), self.0.old, &before.when),
                date(self.locale(), self.0.new, &after.when),
            ),
            EventChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
            EventChange::Claims => self.claims(&before.claims, &after.claims),
        };
        kept.changes.iter().map(tell).collect()
    }

    /// Tells what changed in a gap.
    pub(crate) fn gap(self, kept: &'a Kept<usize, GapChange>) -> Vec<Told<'a>> {
        let before = &self.0.old.brief.parts().gaps[kept.old];
        let after = &self.0.new.brief.parts().gaps[kept.new];
        let tell = |change: &'a GapChange| match change {
            GapChange::Question(words) => Told::new(What::Question, How::Words(words)),
            GapChange::Why(words) => Told::new(What::Why, How::Words(words)),
            GapChange::About => Told::turned(
                What::About,
                subject(self.locale(), self.0.old, before),
                subject(self.locale(), self.0.new, after),
            ),
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
