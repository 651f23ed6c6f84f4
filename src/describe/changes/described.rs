//! What a change is told of, in words: voices, works, roads, dates, quotes.

use super::apart::Naming;
use crate::analysis::Edition;
use crate::analysis::quotes::QuoteId;
use crate::describe::{Locale, Message, dates, names};
use crate::model::{ClaimId, DateGiven, Edtf, Gap, IssueId, Quote, SourceId, VoiceId, VoiceKind};

/// Returns a date, its year left out where it is that of the new edition.
pub(super) fn date(locale: &Locale, naming: Naming, given: &DateGiven, as_of: &Edtf) -> String {
    let words = dates::given(locale, given, as_of);
    match given.date() {
        Some(date) => naming.with(words, date.as_str()),
        None => words,
    }
}

/// Returns the names of issues.
pub(super) fn issues(
    locale: &Locale,
    naming: Naming,
    edition: &Edition,
    ids: &[IssueId],
) -> Option<String> {
    named(locale, ids.iter().map(|id| issue(naming, edition, *id)))
}

fn issue(naming: Naming, edition: &Edition, id: IssueId) -> String {
    let issue = edition.brief().issue(id);
    naming.of(&*issue.name, &issue.key)
}

/// Returns the names of voices.
pub(super) fn voices(
    locale: &Locale,
    naming: Naming,
    edition: &Edition,
    ids: &[VoiceId],
) -> Option<String> {
    let names = ids.iter().map(|id| voice(locale, naming, edition, *id));
    named(locale, names)
}

/// Returns the name of a voice.
pub(super) fn voice(locale: &Locale, naming: Naming, edition: &Edition, id: VoiceId) -> String {
    let name = names::voice_in_short(locale, edition.brief(), id);
    naming.of(name, &edition.brief().voice(id).key)
}

/// Returns the labels of claims as a list.
pub(super) fn labels(locale: &Locale, claims: &[ClaimId]) -> String {
    let labels: Vec<String> = claims.iter().map(ToString::to_string).collect();
    locale.list(&labels)
}

/// Returns the labels of claims as a list, with their ids.
pub(super) fn labels_and_ids(locale: &Locale, edition: &Edition, claims: &[ClaimId]) -> String {
    let label = |id: &ClaimId| format!("{id} {}", edition.brief().claim(*id).key);
    let labels: Vec<String> = claims.iter().map(label).collect();
    locale.list(&labels)
}

pub(super) fn named(locale: &Locale, names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| locale.list(&names))
}

/// Returns what a gap is about.
pub(super) fn subject(
    locale: &Locale,
    naming: Naming,
    edition: &Edition,
    gap: &Gap,
) -> Option<String> {
    let voices = gap.of.iter();
    let voices = voices.map(|id| voice(locale, naming, edition, *id));
    let issues = gap.about.iter().map(|id| issue(naming, edition, *id));
    named(locale, voices.chain(issues))
}

/// Returns the names of the works that carry a claim first.
pub(super) fn works(
    locale: &Locale,
    naming: Naming,
    edition: &Edition,
    claim: ClaimId,
) -> Option<String> {
    let works = edition.brief().claim(claim).sources.iter();
    named(locale, works.map(|id| work_name(naming, edition, *id)))
}

fn work_name(naming: Naming, edition: &Edition, id: SourceId) -> String {
    let source = edition.brief().source(id);
    naming.of(&*source.name, &source.key)
}

/// Returns the roads of a claim.
pub(super) fn roads(
    locale: &Locale,
    naming: Naming,
    edition: &Edition,
    claim: ClaimId,
) -> Option<String> {
    let works = edition.brief().claim(claim).sources.iter();
    let roads = works.flat_map(|work| edition.analysis().routes.from(*work));
    let in_words = roads.map(|road| {
        let mut names = road.works.iter().map(|id| work_name(naming, edition, *id));
        let through = |work: String, relay: String| {
            let values = [("work", work.into()), ("relay", relay.into())];
            locale.with(Message::ChangeThrough, values)
        };
        let first = names.next().unwrap_or_default();
        names.fold(first, through)
    });
    named(locale, in_words)
}

/// Returns a quote and its label.
pub(super) fn quote(edition: &Edition, claim: ClaimId, index: usize) -> (String, &Quote) {
    let id: QuoteId = edition.analysis().quotes.of_claim(claim)[index];
    (id.to_string(), id.in_brief(edition.brief()))
}

/// Returns who a voice is.
pub(super) fn describe(locale: &Locale, naming: Naming, edition: &Edition, id: VoiceId) -> String {
    let mut parts = vec![names::voice(locale, edition.brief(), id)];
    match &edition.brief().voice(id).kind {
        VoiceKind::Person { role, .. } => parts.extend(role.as_ref().map(ToString::to_string)),
        VoiceKind::Group { role, members, .. } => {
            parts.extend(role.as_ref().map(ToString::to_string));
            parts.extend(named(locale, members.iter().map(ToString::to_string)));
        }
        VoiceKind::Anonymous {
            count,
            reason,
            one_of,
            ..
        } => {
            // A description may have a number of its own.
            let count = count.filter(|_| naming == Naming::WordsAndFile);
            parts.extend(count.map(|count| count.to_string()));
            parts.extend(reason.as_ref().map(ToString::to_string));
            parts.extend(
                voices(locale, naming, edition, one_of)
                    .map(|among| locale.with(Message::ChangeAmong, [("voices", among.into())])),
            );
        }
        VoiceKind::Outlet(work) => {
            let key = &edition.brief().source(*work).key;
            parts.extend((naming == Naming::WordsAndFile).then(|| key.to_string()));
        }
        VoiceKind::Writer(_) => {}
    }
    parts.join(", ")
}
