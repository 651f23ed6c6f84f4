//! What a change is told of, in words: voices, works, roads, dates, quotes.

use crate::analysis::changes::Edition;
use crate::analysis::quotes::QuoteId;
use crate::model::{ClaimId, Gap, IssueId, Quote, QuoteKind, SourceId, VoiceId, VoiceKind};
use crate::wording::{Locale, Message, dates, names};

/// Returns a date.
pub(super) fn date(
    locale: &Locale,
    edition: Edition<'_>,
    given: &crate::model::DateGiven,
) -> String {
    dates::given(locale, given, &edition.brief.parts().as_of)
}

/// Returns the names of issues.
pub(super) fn issues(locale: &Locale, edition: Edition<'_>, ids: &[IssueId]) -> Option<String> {
    let names = ids
        .iter()
        .map(|id| edition.brief.issue(*id).name.to_string());
    named(locale, names)
}

/// Returns the names of voices.
pub(super) fn voices(locale: &Locale, edition: Edition<'_>, ids: &[VoiceId]) -> Option<String> {
    named(
        locale,
        ids.iter()
            .map(|id| names::voice_in_short(locale, edition.brief, *id)),
    )
}

/// Returns the labels of claims as a list.
pub(super) fn labels(locale: &Locale, claims: &[ClaimId]) -> String {
    let labels: Vec<String> = claims.iter().map(ToString::to_string).collect();
    locale.list(&labels)
}

fn named(locale: &Locale, names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| locale.list(&names))
}

/// Returns what a gap is about.
pub(super) fn subject(locale: &Locale, edition: Edition<'_>, gap: &Gap) -> Option<String> {
    let voices = gap
        .of
        .iter()
        .map(|id| names::voice_in_short(locale, edition.brief, *id));
    let issues = gap
        .about
        .iter()
        .map(|id| edition.brief.issue(*id).name.to_string());
    named(locale, voices.chain(issues))
}

/// Returns the names of the works that carry a claim first.
pub(super) fn works(locale: &Locale, edition: Edition<'_>, claim: ClaimId) -> Option<String> {
    let works = edition.brief.claim(claim).sources.iter();
    named(
        locale,
        works.map(|id| edition.brief.source(*id).name.to_string()),
    )
}

/// Returns the roads of a claim.
pub(super) fn roads(locale: &Locale, edition: Edition<'_>, claim: ClaimId) -> Option<String> {
    let works = edition.brief.claim(claim).sources.iter();
    let roads = works.flat_map(|work| edition.analysis.routes.from(*work));
    let in_words = roads.map(|road| {
        let names = road.works.iter().map(|id| &*edition.brief.source(*id).name);
        let through = |work: String, relay: &str| {
            let values = [("work", work.into()), ("relay", relay.into())];
            locale.with(Message::ChangeThrough, values)
        };
        let mut names = names;
        let first = names.next().unwrap_or_default().to_owned();
        names.fold(first, through)
    });
    named(locale, in_words)
}

/// Returns a quote and its label.
pub(super) fn quote(edition: Edition<'_>, claim: ClaimId, index: usize) -> (String, &Quote) {
    let id: QuoteId = edition.analysis.quotes.of_claim(claim)[index];
    (id.to_string(), id.in_brief(edition.brief))
}

/// Returns who a voice is.
pub(super) fn describe(locale: &Locale, edition: Edition<'_>, id: VoiceId) -> String {
    let mut parts = vec![names::voice(locale, edition.brief, id)];
    match &edition.brief.voice(id).kind {
        VoiceKind::Person { role, .. } => parts.extend(role.as_ref().map(ToString::to_string)),
        VoiceKind::Group { role, members, .. } => {
            parts.extend(role.as_ref().map(ToString::to_string));
            parts.extend(named(locale, members.iter().map(ToString::to_string)));
        }
        VoiceKind::Anonymous { reason, one_of, .. } => {
            parts.extend(reason.as_ref().map(ToString::to_string));
            parts.extend(
                voices(locale, edition, one_of)
                    .map(|among| locale.with(Message::ChangeAmong, [("voices", among.into())])),
            );
        }
        VoiceKind::Outlet(_) | VoiceKind::Writer(_) => {}
    }
    parts.join(", ")
}

/// Returns what a work is called, and who made it.
pub(super) fn work(locale: &Locale, edition: Edition<'_>, id: SourceId) -> String {
    let source = edition.brief.source(id);
    let mut parts = vec![source.name.to_string()];
    parts.extend(named(locale, source.author.iter().map(ToString::to_string)));
    let publisher = source.publisher.as_ref().map(ToString::to_string);
    parts.extend(publisher.filter(|publisher| *publisher != parts[0]));
    parts.join(", ")
}

/// Returns what is said of a quote.
pub(super) fn remarks(locale: &Locale, edition: Edition<'_>, quote: &Quote) -> String {
    let mut parts = vec![names::voice_in_short(locale, edition.brief, quote.voice)];
    let kinds = quote.kinds.iter().filter_map(|kind| match kind {
        QuoteKind::Full => None,
        QuoteKind::Fragment => Some(Message::QuoteFragment),
        QuoteKind::Edited => Some(Message::QuoteEdited),
        QuoteKind::EditedInSource => Some(Message::QuoteEditedInSource),
        QuoteKind::Translated => Some(Message::QuoteTranslated),
    });
    parts.extend(kinds.map(|kind| locale.text(kind).to_owned()));
    parts.extend(quote.lang.as_ref().map(ToString::to_string));
    parts.extend(quote.occasion.as_ref().map(ToString::to_string));
    parts.join(", ")
}
