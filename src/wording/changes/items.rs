//! The changes of claims, positions, tensions, events and gaps, told one by one.

use super::{How, Teller, Told, What};
use crate::analysis::changes::{
    AttributionChange, ClaimChange, Edition, EventChange, GapChange, Kept, PositionChange,
    QuoteChange, TensionChange, TextChange,
};
use crate::analysis::quotes::QuoteId;
use crate::model::{
    ClaimId, Gap, IssueId, Prose, Quote, QuoteKind, QuoteStatus, SourceId, VoiceId, VoiceKind,
};
use crate::wording::typography::quote_marks;
use crate::wording::words::list;
use crate::wording::{dates, names, statuses};

/// What is said of a claim of an edition.
type OfClaim = fn(Edition<'_>, ClaimId) -> Option<String>;

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
                date(self.0.old, &before.said),
                date(self.0.new, &after.said),
            ),
            ClaimChange::About => Told::turned(
                What::About,
                issues(self.0.old, &before.about),
                issues(self.0.new, &after.about),
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
                let (was, is) = (describe(self.0.old, old), describe(self.0.new, new));
                return Told::turned(What::Voice, was, is);
            }
            AttributionChange::Work { old, new } => {
                let (was, is) = (work(self.0.old, old), work(self.0.new, new));
                return Told::turned(What::Work, was, is);
            }
            AttributionChange::Voices => (What::Voices, |edition, id| {
                voices(edition, &edition.brief.claim(id).voices)
            }),
            AttributionChange::Works => (What::Works, works),
            AttributionChange::Roads => (What::Roads, roads),
            AttributionChange::ToldTo => (What::ToldTo, |edition, id| {
                let told_to = edition.brief.claim(id).told_to.as_ref();
                told_to.map(ToString::to_string)
            }),
            AttributionChange::Record => (What::Record, |edition, id| {
                let statuses = edition.analysis.statuses_of(id).iter();
                Some(list(&statuses.map(statuses::status).collect::<Vec<_>>()))
            }),
            AttributionChange::Distance => (What::Distance, |edition, id| {
                Some(statuses::distance(edition.analysis, id))
            }),
        };
        Told::turned(what, tell(self.0.old, old), tell(self.0.new, new))
    }

    fn quote(self, old: ClaimId, new: ClaimId, change: &'a QuoteChange) -> Told<'a> {
        let before = |index: usize| quote(self.0.old, old, index);
        let after = |index: usize| quote(self.0.new, new, index);
        let text = |edition: Edition<'_>, quote: &Quote| {
            let lang = quote.lang.as_ref().unwrap_or(&edition.brief.parts().lang);
            let (open, close) = quote_marks(lang).outer;
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
                let status = |quote: &Quote| {
                    let status = quote.verification.status();
                    Some(
                        status
                            .map_or("not looked for", QuoteStatus::word)
                            .to_owned(),
                    )
                };
                let ((_, before), (label, after)) = (before(*old), after(*new));
                Told::turned(What::QuoteStatus, status(before), status(after)).of_quote(label)
            }
            QuoteChange::Relabelled { old, new } => {
                let ((_, before), (label, after)) = (before(*old), after(*new));
                let was = remarks(self.0.old, before);
                Told::turned(What::QuoteLabel, was, remarks(self.0.new, after)).of_quote(label)
            }
        }
    }

    /// Tells what changed in a position.
    pub(crate) fn position(self, kept: &'a Kept<usize, PositionChange>) -> Vec<Told<'a>> {
        let before = &self.0.old.brief.parts().positions[kept.old];
        let after = &self.0.new.brief.parts().positions[kept.new];
        let tell = |change: &'a PositionChange| match change {
            PositionChange::Stance => {
                let words = |stance| Some(statuses::stance(stance).to_owned());
                Told::turned(What::Stance, words(before.stance), words(after.stance))
            }
            PositionChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
            PositionChange::Claims => claims(&before.claims, &after.claims),
        };
        kept.changes.iter().map(tell).collect()
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
                date(self.0.old, &before.when),
                date(self.0.new, &after.when),
            ),
            EventChange::Reworded(words) => Told::new(What::Reworded, How::Words(words)),
            EventChange::Claims => claims(&before.claims, &after.claims),
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
                subject(self.0.old, before),
                subject(self.0.new, after),
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

fn claims<'a>(before: &[ClaimId], after: &[ClaimId]) -> Told<'a> {
    let labels = |claims: &[ClaimId]| Some(list(claims));
    Told::turned(What::Claims, labels(before), labels(after))
}

fn date(edition: Edition<'_>, given: &crate::model::DateGiven) -> String {
    dates::given(given, &edition.brief.parts().as_of)
}

fn issues(edition: Edition<'_>, ids: &[IssueId]) -> Option<String> {
    let names = ids
        .iter()
        .map(|id| edition.brief.issue(*id).name.to_string());
    named(names)
}

fn voices(edition: Edition<'_>, ids: &[VoiceId]) -> Option<String> {
    named(
        ids.iter()
            .map(|id| names::voice_in_short(edition.brief, *id)),
    )
}

fn named(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| list(&names))
}

fn subject(edition: Edition<'_>, gap: &Gap) -> Option<String> {
    let voices = gap
        .of
        .iter()
        .map(|id| names::voice_in_short(edition.brief, *id));
    let issues = gap
        .about
        .iter()
        .map(|id| edition.brief.issue(*id).name.to_string());
    named(voices.chain(issues))
}

fn works(edition: Edition<'_>, claim: ClaimId) -> Option<String> {
    let works = edition.brief.claim(claim).sources.iter();
    named(works.map(|id| edition.brief.source(*id).name.to_string()))
}

fn roads(edition: Edition<'_>, claim: ClaimId) -> Option<String> {
    let works = edition.brief.claim(claim).sources.iter();
    let roads = works.flat_map(|work| edition.analysis.routes.from(*work));
    let in_words = roads.map(|road| {
        let names = road.works.iter().map(|id| &*edition.brief.source(*id).name);
        names.collect::<Vec<_>>().join(" through ")
    });
    named(in_words)
}

/// Returns a quote and its label.
fn quote(edition: Edition<'_>, claim: ClaimId, index: usize) -> (String, &Quote) {
    let id: QuoteId = edition.analysis.quotes.of_claim(claim)[index];
    (id.to_string(), id.in_brief(edition.brief))
}

/// Returns who a voice is.
fn describe(edition: Edition<'_>, id: VoiceId) -> String {
    let mut parts = vec![names::voice(edition.brief, id)];
    match &edition.brief.voice(id).kind {
        VoiceKind::Person { role, .. } => parts.extend(role.as_ref().map(ToString::to_string)),
        VoiceKind::Group { role, members, .. } => {
            parts.extend(role.as_ref().map(ToString::to_string));
            parts.extend(named(members.iter().map(ToString::to_string)));
        }
        VoiceKind::Anonymous { reason, one_of, .. } => {
            parts.extend(reason.as_ref().map(ToString::to_string));
            parts.extend(voices(edition, one_of).map(|among| format!("among {among}")));
        }
        VoiceKind::Outlet(_) | VoiceKind::Writer(_) => {}
    }
    parts.join(", ")
}

/// Returns what a work is called, and who made it.
fn work(edition: Edition<'_>, id: SourceId) -> String {
    let source = edition.brief.source(id);
    let mut parts = vec![source.name.to_string()];
    parts.extend(named(source.author.iter().map(ToString::to_string)));
    let publisher = source.publisher.as_ref().map(ToString::to_string);
    parts.extend(publisher.filter(|publisher| *publisher != parts[0]));
    parts.join(", ")
}

/// Returns what is said of a quote.
fn remarks(edition: Edition<'_>, quote: &Quote) -> String {
    let mut parts = vec![names::voice_in_short(edition.brief, quote.voice)];
    parts.extend(quote.kinds.iter().filter_map(|kind| match kind {
        QuoteKind::Full => None,
        QuoteKind::Fragment => Some("fragment".to_owned()),
        QuoteKind::Edited => Some("edited here".to_owned()),
        QuoteKind::EditedInSource => Some("[ ] in the source".to_owned()),
        QuoteKind::Translated => Some("translated".to_owned()),
    }));
    parts.extend(quote.lang.as_ref().map(ToString::to_string));
    parts.extend(quote.occasion.as_ref().map(ToString::to_string));
    parts.join(" · ")
}
