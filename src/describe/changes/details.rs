//! Describes what changed in claims, positions, tensions, events and gaps, one by one.

use super::change::{Change, What};
use super::naming::{Naming, Side, apart, joined};
use crate::analysis::changes::{
    AttributionChange, CitingChange, ClaimChange, Diff, EventChange, GapChange, IssueChange, Kept,
    PositionChange, QuoteChange, TensionChange, TextChange,
};
use crate::analysis::quotes::QuoteId;
use crate::describe::describer::Describer;
use crate::describe::locales::Locales;
use crate::describe::segments::plain_prose;
use crate::model::{Claim, ClaimId, DateGiven, Prose, Quote};

/// Describes one side of a claim's attribution.
type OfClaim = fn(Side<'_>, ClaimId) -> Option<String>;

/// Describes what changed between two editions, in the words of the new one.
#[derive(Clone, Copy)]
pub(crate) struct ChangeDescriber<'a> {
    pub(crate) old: Describer<'a>,
    pub(crate) new: Describer<'a>,
    pub(crate) diff: &'a Diff<'a>,
}

impl<'a> ChangeDescriber<'a> {
    /// Describes a diff in the words of the new edition's language.
    pub(crate) fn of(diff: &'a Diff<'a>, locales: &'a Locales) -> Self {
        let new = Describer::new(diff.new, locales);
        let old = new.of_edition(diff.old);
        Self { old, new, diff }
    }

    /// Describes with names as they are in the file, for programs.
    pub(crate) fn plain(self) -> Self {
        let [old, new] = [self.old, self.new].map(Describer::plain);
        Self { old, new, ..self }
    }

    /// Returns a change of which both sides are told apart.
    fn told_apart<T: PartialEq + Into<Option<String>>>(
        self,
        what: What,
        was: impl Fn(Side<'a>) -> T,
        is: impl Fn(Side<'a>) -> T,
    ) -> Change<'a> {
        let sides = apart(|naming| {
            let [old, new] = self.sides(naming);
            (was(old), is(new))
        });
        Change::turned(what, sides)
    }

    fn sides(self, naming: Naming) -> [Side<'a>; 2] {
        [self.old, self.new].map(|describer| Side { describer, naming })
    }

    pub(super) fn citing(self, change: &'a CitingChange) -> Vec<Change<'a>> {
        let words = change.words.iter();
        let mut changes: Vec<Change<'a>> = words
            .map(|words| Change::words(What::Reworded, words))
            .collect();
        for (what, describer, claims) in [
            (What::Cites, self.new, &change.cites),
            (What::CitesNoMore, self.old, &change.cites_no_more),
        ] {
            if !claims.is_empty() {
                let cited = labels_and_ids(describer, claims);
                changes.push(Change::turned(what, (None, Some(cited))));
            }
        }
        changes
    }

    pub(super) fn claim(self, kept: &'a Kept<ClaimId, ClaimChange>) -> Vec<Change<'a>> {
        let describe = |change| self.claim_change(kept.old, kept.new, change);
        kept.changes.iter().map(describe).collect()
    }

    fn claim_change(self, old: ClaimId, new: ClaimId, change: &'a ClaimChange) -> Change<'a> {
        let (before, after) = (self.old.brief.claim(old), self.new.brief.claim(new));
        match change {
            ClaimChange::Reworded(words) => Change::words(What::Reworded, words),
            ClaimChange::Reattributed(change) => self.attribution(old, new, *change),
            ClaimChange::Redated => self.redated(What::Said, before.said(), after.said()),
            ClaimChange::About => self.told_apart(
                What::About,
                |side| side.issues(&before.about),
                |side| side.issues(&after.about),
            ),
            ClaimChange::Passages => {
                let words = |describer: Describer<'_>, claim: &Claim| {
                    let passages = claim.passages().iter();
                    let words: Vec<String> = passages
                        .map(|passage| {
                            let language = describer.language_in_source(passage);
                            let (open, close) = describer.marks(language);
                            let words = format!("{open}{}{close}", passage.text);
                            describer.quoted(&words, language).into_owned()
                        })
                        .collect();
                    (!words.is_empty()).then(|| words.join(" "))
                };
                Change::turned(
                    What::Passages,
                    (words(self.old, before), words(self.new, after)),
                )
            }
            ClaimChange::Quote(change) => self.quote(old, new, change),
            ClaimChange::Characterised(change) => {
                let remarks = (before.characterised(), after.characterised());
                text(What::Characterised, change, remarks)
            }
            ClaimChange::Note(change) => {
                let notes = (before.note.as_ref(), after.note.as_ref());
                text(What::Note, change, notes)
            }
            ClaimChange::RestsOn => self.claims(before.rests_on(), after.rests_on()),
            ClaimChange::Confidence => {
                let words = |claim: &Claim| {
                    let confidence = claim.judgement()?.confidence?;
                    Some(self.new.confidence_word(confidence).to_owned())
                };
                Change::turned(What::Confidence, (words(before), words(after)))
            }
            ClaimChange::Likelihood => {
                let words = |claim: &Claim| {
                    let likelihood = claim.judgement()?.likelihood?;
                    Some(self.new.likelihood_word(likelihood).to_owned())
                };
                Change::turned(What::Likelihood, (words(before), words(after)))
            }
        }
    }

    fn redated(self, what: What, before: &DateGiven, after: &DateGiven) -> Change<'a> {
        self.told_apart(what, |side| side.date(before), |side| side.date(after))
    }

    fn attribution(self, old: ClaimId, new: ClaimId, change: AttributionChange) -> Change<'a> {
        let (what, describe): (What, OfClaim) = match change {
            AttributionChange::Voice { old, new } => {
                let voice = |id| move |side: Side<'_>| side.voice_in_full(id);
                return self.told_apart(What::Voice, voice(old), voice(new));
            }
            AttributionChange::Source { old, new } => {
                let sources = apart(|naming| {
                    let [before, after] = self.sides(naming);
                    let (was, is) = (before.source_in_full(old), after.source_in_full(new));
                    joined(naming, was, is)
                });
                return Change::turned(What::Source, sources);
            }
            AttributionChange::Voices => (What::Voices, |side, id| {
                side.voices(side.describer.brief.claim(id).voices())
            }),
            AttributionChange::Sources => (What::Sources, |side, id| side.first_sources(id)),
            AttributionChange::Chains => (What::Chains, |side, id| side.chains(id)),
            AttributionChange::At => (What::At, |side, id| {
                side.place_in_source(side.describer.brief.claim(id).at())
            }),
            AttributionChange::Updates => (What::Updates, |side, id| side.updates(id)),
            AttributionChange::ToldTo => (What::ToldTo, |side, id| {
                let told_to = side.describer.brief.claim(id).told_to();
                told_to.map(|audience| side.describer.name(audience).into_owned())
            }),
            AttributionChange::Record => (What::Record, |side, id| {
                let records = side.describer.analysis.records_of(id);
                Some(side.describer.record(records))
            }),
            AttributionChange::Retellings => (What::Retellings, |side, id| {
                side.describer.retellings_and_origins(id)
            }),
        };
        self.told_apart(what, |side| describe(side, old), |side| describe(side, new))
    }

    fn quote(self, old: ClaimId, new: ClaimId, change: &'a QuoteChange) -> Change<'a> {
        let before = |index: usize| quote(self.old, old, index);
        let after = |index: usize| quote(self.new, new, index);
        let text = |describer: Describer<'_>, quote: &Quote| {
            let (open, close) = describer.marks(quote.lang.as_ref());
            let words = format!("{open}{}{close}", quote.text);
            Some(describer.quoted(&words, quote.lang.as_ref()).into_owned())
        };
        match change {
            QuoteChange::Added(index) => {
                let (id, quote) = after(*index);
                let sides = (None, text(self.new, quote));
                Change::turned(What::QuoteAdded, sides).of_quote(id)
            }
            QuoteChange::Withdrawn(index) => {
                let (id, quote) = before(*index);
                let sides = (text(self.old, quote), None);
                Change::turned(What::QuoteWithdrawn, sides).of_quote(id)
            }
            QuoteChange::Reworded { new, words, .. } => {
                Change::words(What::QuoteReworded, words).of_quote(after(*new).0)
            }
            QuoteChange::Checked { old, new } => {
                let ((_, before), (id, after)) = (before(*old), after(*new));
                let sides = (self.new.found(before), self.new.found(after));
                Change::turned(What::QuoteCheck, sides).of_quote(id)
            }
            QuoteChange::Respoken { old, new } => {
                let ((_, before), (id, after)) = (before(*old), after(*new));
                self.told_apart(
                    What::QuoteVoice,
                    |side| side.voices(&before.voices),
                    |side| side.voices(&after.voices),
                )
                .of_quote(id)
            }
            QuoteChange::Relabelled { old, new } => {
                let ((_, before), (id, after)) = (before(*old), after(*new));
                let sides = apart(|naming| {
                    let [old, new] = self.sides(naming);
                    joined(naming, old.quote(before), new.quote(after))
                });
                Change::turned(What::QuoteLabel, sides).of_quote(id)
            }
        }
    }

    pub(super) fn issue(kept: &'a Kept<usize, IssueChange>) -> Vec<Change<'a>> {
        let describe = |change: &'a IssueChange| match change {
            IssueChange::Renamed(words) => Change::words(What::Reworded, words),
            IssueChange::Question(words) => Change::words(What::Question, words),
        };
        kept.changes.iter().map(describe).collect()
    }

    pub(super) fn position(self, kept: &'a Kept<usize, PositionChange>) -> Vec<Change<'a>> {
        let before = &self.old.brief.parts().positions[kept.old];
        let after = &self.new.brief.parts().positions[kept.new];
        let describe = |change: &'a PositionChange| match change {
            PositionChange::Stance => {
                let words = |stance| self.new.stance(stance).to_owned();
                Change::turned(What::Stance, (words(before.stance), words(after.stance)))
            }
            PositionChange::Redated => Change::turned(
                What::When,
                (
                    self.old.position_date(before),
                    self.new.position_date(after),
                ),
            ),
            PositionChange::Reworded(words) => Change::words(What::Reworded, words),
            PositionChange::Claims => self.claims(&before.claims, &after.claims),
        };
        kept.changes.iter().map(describe).collect()
    }

    fn claims(self, before: &[ClaimId], after: &[ClaimId]) -> Change<'a> {
        let key = |describer: Describer<'a>, id: ClaimId| &describer.brief.claim(id).key;
        let is_kept = |old: ClaimId, new: ClaimId| {
            let mut kept = self.diff.claims.kept.iter();
            kept.any(|kept| (kept.old, kept.new) == (old, new))
        };
        // One label may be two claims, and one claim may have another id now.
        let is_another = |(old, new): (&ClaimId, &ClaimId)| {
            old.number() == new.number()
                && key(self.old, *old) != key(self.new, *new)
                && !is_kept(*old, *new)
        };
        let mut pairs = before
            .iter()
            .flat_map(|old| after.iter().map(move |new| (old, new)));
        let labels = if pairs.any(is_another) {
            labels_and_ids
        } else {
            |describer: Describer<'_>, claims: &[ClaimId]| describer.claims(claims)
        };
        let told = |text: String| (!text.is_empty()).then_some(text);
        let sides = (labels(self.old, before), labels(self.new, after));
        Change::turned(What::Claims, (told(sides.0), told(sides.1)))
    }

    pub(super) fn tension(self, kept: &'a Kept<usize, TensionChange>) -> Vec<Change<'a>> {
        let before = &self.old.brief.parts().tensions[kept.old];
        let after = &self.new.brief.parts().tensions[kept.new];
        let describe = |change: &'a TensionChange| match change {
            TensionChange::Reworded(words) => Change::words(What::Reworded, words),
            TensionChange::Claims => self.claims(&before.between, &after.between),
        };
        kept.changes.iter().map(describe).collect()
    }

    pub(super) fn event(self, kept: &'a Kept<usize, EventChange>) -> Vec<Change<'a>> {
        let before = &self.old.brief.parts().events[kept.old];
        let after = &self.new.brief.parts().events[kept.new];
        let describe = |change: &'a EventChange| match change {
            EventChange::Redated => self.redated(What::When, &before.when, &after.when),
            EventChange::Reworded(words) => Change::words(What::Reworded, words),
            EventChange::Claims => self.claims(&before.claims, &after.claims),
        };
        kept.changes.iter().map(describe).collect()
    }

    pub(super) fn gap(self, kept: &'a Kept<usize, GapChange>) -> Vec<Change<'a>> {
        let before = &self.old.brief.parts().gaps[kept.old];
        let after = &self.new.brief.parts().gaps[kept.new];
        let describe = |change: &'a GapChange| match change {
            GapChange::Question(words) => Change::words(What::Question, words),
            GapChange::Why(words) => Change::words(What::Why, words),
            GapChange::About => self.told_apart(
                What::About,
                |side| side.subject(before),
                |side| side.subject(after),
            ),
        };
        kept.changes.iter().map(describe).collect()
    }
}

fn quote(describer: Describer<'_>, claim: ClaimId, index: usize) -> (QuoteId, &Quote) {
    let id = describer.analysis.quotes.of_claim(claim)[index];
    (id, id.in_brief(describer.brief))
}

fn labels_and_ids(describer: Describer<'_>, claims: &[ClaimId]) -> String {
    let label = |id: &ClaimId| format!("{id} {}", describer.brief.claim(*id).key);
    let labels: Vec<String> = claims.iter().map(label).collect();
    describer.locale.list(&labels)
}

fn text<'a>(
    what: What,
    change: &'a TextChange,
    (before, after): (Option<&Prose>, Option<&Prose>),
) -> Change<'a> {
    match change {
        TextChange::Reworded(words) => Change::words(what, words),
        TextChange::Added | TextChange::Withdrawn => {
            let plain = |text: Option<&Prose>| text.map(plain_prose);
            Change::turned(what, (plain(before), plain(after)))
        }
    }
}
