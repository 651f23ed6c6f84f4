#![doc = include_str!("impossible_date.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Date, Source, Text};
use crate::model::{Edtf, SourceType, UpdateKind};

pub(super) static IMPOSSIBLE_DATE: Rule = Rule::error(include_str!("impossible_date.md"));
pub(super) static SAID_AFTER_ISSUE: Rule = Rule::warning(include_str!("said_after_issue.md"));
pub(super) static UNTIMELY_DATE: Rule = Rule::warning(include_str!("untimely_date.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let document = cx.document;
    let as_of = Edtf::parse(&document.as_of).ok();
    check_sources(cx, as_of.as_ref(), out);
    if let Some(as_of) = as_of {
        let late = |date: &&Text| Edtf::parse(date).is_ok_and(|date| as_of.is_long_before(&date));
        for (date, what) in dates(cx).filter(|(date, _)| late(date)) {
            let (shown, day) = (
                date.value.escape_debug(),
                document.as_of.value.escape_debug(),
            );
            let message = format!("{what} {shown}, and the brief is as of {day}");
            let fault = Diagnostic::new(&IMPOSSIBLE_DATE, date.place, message);
            let fault = fault.also(document.as_of.place, "the day of the brief");
            out.push(fault.help("correct the one that is wrong"));
        }
    }
    for claim in &document.claims {
        check_issue(cx, claim, out);
    }
}

/// Goes through the dates that lie behind the brief, each with what happened then.
fn dates<'d>(cx: &Context<'d>) -> impl Iterator<Item = (&'d Text, &'static str)> {
    let document = cx.document;
    let claims = document.claims.iter();
    let said = claims.filter_map(|claim| Some((day(claim.said.as_ref())?, "this was said")));
    let sources = document.sources.iter().flat_map(|(_, source)| {
        let issued = day(source.issued.as_ref()).filter(|_| !has_cover(*source.kind));
        let issued = issued.into_iter().map(|date| (date, "this was issued"));
        let updates = source.updates.iter();
        let with_reason = |date: &'d Text| (date, "this was done to the source");
        issued.chain(updates.filter_map(move |update| update.date.as_ref().map(with_reason)))
    });
    let positions = document.positions.iter();
    let positions = positions.filter_map(|position| position.date.as_ref());
    said.chain(sources)
        .chain(positions.map(|date| (date, "the voice stood there")))
}

fn day(date: Option<&Date>) -> Option<&Text> {
    date?.date.as_ref()
}

/// Says whether works of this kind bear the date of an issue, which may lie ahead.
fn has_cover(kind: SourceType) -> bool {
    matches!(
        kind,
        SourceType::ArticleJournal
            | SourceType::ArticleMagazine
            | SourceType::Book
            | SourceType::Chapter
            | SourceType::Periodical
    )
}

/// Looks at what was done with each source: not before it was issued, nor, if it was read, after the
/// day of the brief. Of sources that were read then, the first is told: they often are all of them.
fn check_sources(cx: &Context<'_>, as_of: Option<&Edtf>, out: &mut Findings) {
    let mut late = Vec::new();
    for (_, source) in &cx.document.sources {
        let issued = day(source.issued.as_ref()).filter(|_| !has_cover(*source.kind));
        let issued = issued.and_then(|text| Some((text, Edtf::parse(text).ok()?)));
        let archived = source.archived.as_ref();
        let archived = archived.and_then(|copy| copy.date.as_ref());
        // Archives take copies of what was read before, too.
        let kept = [
            (source.accessed.as_ref(), "this was read", true),
            (archived, "this copy was taken", false),
        ];
        let kept = kept
            .into_iter()
            .filter_map(|(date, what, is_read)| Some((date?, what, is_read)));
        let updates = source
            .updates
            .iter()
            .filter_map(|update| update.date.as_ref());
        let updates = updates.map(|date| (date, "this was done to the source", false));
        for (text, what, is_read) in kept.chain(updates) {
            let Ok(date) = Edtf::parse(text) else {
                continue;
            };
            let shown = text.value.escape_debug();
            if let Some((issued, day)) = &issued
                && date.is_long_before(day)
            {
                let day = issued.value.escape_debug();
                let message = format!("{what} {shown}, and the source was issued later, {day}");
                let fault = Diagnostic::new(&UNTIMELY_DATE, text.place, message);
                let fault = fault.also(issued.place, "when the source was issued");
                out.warn(
                    &cx.document.allow,
                    fault.help("correct the one that is wrong").of_brief(),
                );
            }
            if is_read && as_of.is_some_and(|as_of| as_of.is_long_before(&date)) {
                late.push((text, what));
            }
        }
    }
    let Some((text, what)) = late.first() else {
        return;
    };
    let as_of = &cx.document.as_of;
    let (shown, day) = (text.value.escape_debug(), as_of.value.escape_debug());
    let message = format!("{what} {shown}, and the brief is as of {day}");
    let fault = Diagnostic::new(&UNTIMELY_DATE, text.place, message)
        .also(as_of.place, "the day of the brief")
        .help("correct the one that is wrong");
    let fault = match late.len() - 1 {
        0 => fault,
        1 => fault.help("one more date of a source is as late"),
        more => fault.help(format!("{more} more dates of sources are as late")),
    };
    out.warn(&cx.document.allow, fault.of_brief());
}

fn check_issue(cx: &Context<'_>, claim: &Claim, out: &mut Findings) {
    let Some(date) = day(claim.said.as_ref()) else {
        return;
    };
    let Ok(said) = Edtf::parse(date) else {
        return;
    };
    for id in claim.source.iter() {
        let place = cx.index.sources.position(id);
        let source = place.and_then(|place| cx.document.sources.0.get(place));
        let Some(issued) = source.and_then(|(_, source)| issued_before(source, &said)) else {
            continue;
        };
        let (shown, id) = (date.value.escape_debug(), id.value.escape_debug());
        let day = issued.value.escape_debug();
        let message = format!("this was said {shown}, and `{id}` was issued before, {day}");
        let fault = Diagnostic::new(&SAID_AFTER_ISSUE, date.place, message)
            .also(issued.place, "when the source was issued")
            .help("correct the date that is wrong, or name the source that has it");
        let is_own = |entry: &&crate::load::Allow| *entry.rule == *SAID_AFTER_ISSUE.code();
        let allow = if claim.allow.iter().any(|entry| is_own(&entry)) {
            &claim.allow
        } else {
            &cx.document.allow
        };
        out.warn(allow, fault);
    }
}

/// Returns when a source was issued, if that is certainly before something was said, and nobody wrote
/// more into it then.
fn issued_before<'d>(source: &'d Source, said: &Edtf) -> Option<&'d Text> {
    let text = day(source.issued.as_ref())?;
    let issued = Edtf::parse(text).ok()?;
    let updates = source.updates.iter();
    let mut updates = updates.filter(|update| *update.kind != UpdateKind::Retracted);
    let may_have_it = updates.any(|update| {
        let date = update.date.as_ref();
        let date = date.and_then(|date| Edtf::parse(date).ok());
        date.is_none_or(|date| !date.is_long_before(said))
    });
    (issued.is_long_before(said) && !may_have_it).then_some(text)
}
